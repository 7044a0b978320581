r"""Which of two regular expressions matches more, for those that are regular: no references back, no looking around.

Patterns of JSON Schema search: they may match anywhere. Both become automata, whose states are walked together. What
`\d`, `\w` and `\s` stand for is ECMAScript's meaning, ASCII for the first two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

from spec.diff.inclusion import Relation

_LAST = 0x10FFFF
_MOST_STATES = 3_000
_MOST_PAIRS = 20_000
_WORD = ((48, 57), (65, 90), (95, 95), (97, 122))
_SPACE = ((9, 13), (32, 32), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F),
          (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF))  # fmt: skip
_DIGIT = ((48, 57),)

Argument: TypeAlias = Any
"""What the parser of `re` says of an element; its form depends on the element's code."""

Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""Characters as ranges of code points, in order."""

_ANY: Ranges = ((0, _LAST),)


class _UndecidableError(Exception):
    """The pattern is not regular, not valid, or too large."""


@lru_cache(maxsize=1024)
def relate_patterns(old: str, new: str) -> Relation:
    """Compares what two patterns match; CHANGED also where that cannot be told."""
    try:
        before, after = _build(old), _build(new)
        wider, narrower = _includes(after, before), _includes(before, after)
    except (_UndecidableError, RecursionError):
        return Relation.CHANGED
    if wider and narrower:
        return Relation.EQUAL
    return Relation.GENERALIZED if wider else Relation.SPECIALIZED if narrower else Relation.CHANGED


@dataclass(slots=True)
class _Automaton:
    """States are numbers; 0 is the first one, 1 the last one. Anchors are steps that consume nothing."""

    steps: list[list[tuple[Ranges, int]]] = field(default_factory=lambda: [[(_ANY, 0)], [(_ANY, 1)]])
    empty: list[list[int]] = field(default_factory=lambda: [[], []])
    begins: list[list[int]] = field(default_factory=lambda: [[], []])
    ends: list[list[int]] = field(default_factory=lambda: [[], []])

    def add_state(self) -> int:
        """A new state.

        Raises:
            _UndecidableError: If there are too many.
        """
        if len(self.steps) >= _MOST_STATES:
            raise _UndecidableError
        for table in (self.steps, self.empty, self.begins, self.ends):
            table.append([])
        return len(self.steps) - 1

    def close(self, states: frozenset[int], first: bool = False, last: bool = False) -> frozenset[int]:
        """The states that are reached without a character, at the beginning or the end of the text or in between."""
        found, pending = set(states), list(states)
        while pending:
            state = pending.pop()
            reached = [*self.empty[state], *(self.begins[state] if first else ()), *(self.ends[state] if last else ())]
            for other in reached:
                if other not in found:
                    found.add(other)
                    pending.append(other)
        return frozenset(found)

    def advance(self, states: frozenset[int], character: int) -> frozenset[int]:
        """The states after a character."""
        reached = {
            target
            for state in states
            for ranges, target in self.steps[state]
            if any(low <= character <= high for low, high in ranges)
        }
        return frozenset({1}) if 1 in reached else self.close(frozenset(reached))

    def accepts(self, states: frozenset[int], first: bool) -> bool:
        """Whether the text may end here."""
        return 1 in self.close(states, first, last=True)


def _build(pattern: str) -> _Automaton:
    try:
        parsed = parser.parse(pattern)
    except (re.error, OverflowError) as error:
        raise _UndecidableError from error
    if parsed.state.flags & ~re.UNICODE:
        raise _UndecidableError
    automaton = _Automaton()
    end = _add_sequence(automaton, parsed, 0)
    automaton.empty[end].append(1)
    return automaton


def _add_sequence(automaton: _Automaton, sequence: Argument, state: int) -> int:
    for code, argument in sequence:
        state = _add(automaton, code, argument, state)
    return state


def _add(automaton: _Automaton, code: Argument, argument: Argument, state: int) -> int:
    """Adds one element behind a state; the state behind it."""
    if code is codes.BRANCH:
        end = automaton.add_state()
        for branch in argument[1]:
            automaton.empty[_add_sequence(automaton, branch, _enter(automaton, state))].append(end)
        return end
    if code is codes.SUBPATTERN:
        _, flags, removed, inner = argument
        if flags or removed:
            raise _UndecidableError
        return _add_sequence(automaton, inner, state)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        least, most, inner = argument
        return _add_repeat(automaton, least, most, inner, state)
    end = automaton.add_state()
    if code is codes.AT:
        _anchors(automaton, argument)[state].append(end)
    else:
        automaton.steps[state].append((_characters(code, argument), end))
    return end


def _enter(automaton: _Automaton, state: int) -> int:
    inner = automaton.add_state()
    automaton.empty[state].append(inner)
    return inner


def _add_repeat(automaton: _Automaton, least: int, most: Argument, inner: Argument, state: int) -> int:
    for _ in range(least):
        state = _add_sequence(automaton, inner, state)
    end = automaton.add_state()
    if most is codes.MAXREPEAT:
        loop = _enter(automaton, state)
        automaton.empty[_add_sequence(automaton, inner, loop)].append(loop)
        automaton.empty[loop].append(end)
        return end
    for _ in range(most - least):
        automaton.empty[state].append(end)
        state = _add_sequence(automaton, inner, _enter(automaton, state))
    automaton.empty[state].append(end)
    return end


def _anchors(automaton: _Automaton, kind: Argument) -> list[list[int]]:
    if kind is codes.AT_BEGINNING:
        return automaton.begins
    if kind is codes.AT_END:
        return automaton.ends
    raise _UndecidableError


def _characters(code: Argument, argument: Argument) -> Ranges:
    if code is codes.LITERAL:
        return ((argument, argument),)
    if code is codes.NOT_LITERAL:
        return _invert(((argument, argument),))
    if code is codes.ANY:
        return _invert(((10, 10), (13, 13), (0x2028, 0x2029)))
    if code is codes.IN:
        negated = argument[0][0] is codes.NEGATE
        members = [_member(*member) for member in argument[1 if negated else 0 :]]
        ranges = _sorted(span for member in members for span in member)
        return _invert(ranges) if negated else ranges
    raise _UndecidableError


_CATEGORIES = {
    codes.CATEGORY_DIGIT: (_DIGIT, False),
    codes.CATEGORY_NOT_DIGIT: (_DIGIT, True),
    codes.CATEGORY_WORD: (_WORD, False),
    codes.CATEGORY_NOT_WORD: (_WORD, True),
    codes.CATEGORY_SPACE: (_SPACE, False),
    codes.CATEGORY_NOT_SPACE: (_SPACE, True),
}


def _member(code: Argument, argument: Argument) -> Ranges:
    if code is codes.RANGE:
        return (argument,)
    if code is codes.CATEGORY and argument in _CATEGORIES:
        ranges, negated = _CATEGORIES[argument]
        return _invert(ranges) if negated else ranges
    return _characters(code, argument)


def _sorted(spans: Iterator[tuple[int, int]]) -> Ranges:
    merged: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)


def _invert(ranges: Ranges) -> Ranges:
    found, start = [], 0
    for low, high in ranges:
        if low > start:
            found.append((start, low - 1))
        start = high + 1
    return (*found, (start, _LAST)) if start <= _LAST else tuple(found)


def _includes(wide: _Automaton, narrow: _Automaton) -> bool:
    """Whether every text that the second one accepts is accepted by the first one."""
    alphabet = _representatives(wide, narrow)
    start = (wide.close(frozenset({0}), first=True), narrow.close(frozenset({0}), first=True), True)
    seen, pending = {start[:2]}, [start]
    while pending:
        wider, narrower, first = pending.pop()
        if narrow.accepts(narrower, first) and not wide.accepts(wider, first):
            return False
        for character in alphabet:
            reached = wide.advance(wider, character), narrow.advance(narrower, character)
            if reached not in seen:
                seen.add(reached)
                pending.append((*reached, False))
        if len(seen) * len(alphabet) > _MOST_PAIRS:
            raise _UndecidableError
    return True


def _representatives(*automata: _Automaton) -> list[int]:
    """One character of each set that no step of the automata divides."""
    bounds = {0}
    for automaton in automata:
        for steps in automaton.steps:
            for ranges, _ in steps:
                for low, high in ranges:
                    bounds |= {low, high + 1}
    return sorted(bound for bound in bounds if bound <= _LAST)
