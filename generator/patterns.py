"""Documented patterns as patterns of Python: what it may cost to match them, and values that match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.ecma import Anchor, Chars, Choice, Node, PatternError, Repeat, parse_pattern, print_pattern

#: Repetitions of something ambiguous up to which trying all ways is bearable.
_FEW = 8
#: With values of some thousand characters, the square of their length is bearable and the cube is not.
_HIGHEST_POWER = 2


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern for `re.search` with `re.ASCII`, or why there is none."""

    python: str
    tree: Choice
    problem: str = ""


@cache
def read_pattern(documented: str) -> Pattern:
    """Return the pattern of Python for a documented one; its `problem` says why it cannot be used."""
    try:
        tree = parse_pattern(documented)
        python = print_pattern(tree)
        re.compile(python, re.ASCII)
    except (PatternError, re.error, OverflowError) as error:
        return Pattern("", Choice(()), f"{error}")
    except RecursionError:
        return Pattern("", Choice(()), "it has too many groups inside one another")
    return Pattern(python, tree, _find_danger(tree))


def _find_danger(tree: Choice) -> str:
    """Return why matching may take time out of proportion to the length of a value; empty when it cannot."""
    for node in _nodes(tree):
        if isinstance(node, Anchor) and node.ahead and (danger := _find_danger(node.ahead)):
            return danger
        if isinstance(node, Repeat) and (node.high is None or node.high > _FEW) and _is_ambiguous(node.node):
            return "matching it can take exponential time"
    if any(_power(branch) > _HIGHEST_POWER for branch in _branches(tree)):
        return "matching it can take cubic time"
    return ""


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Repeat):
        yield from _nodes(node.node)
    elif isinstance(node, Choice):
        for branch in node.branches:
            for item in branch:
                yield from _nodes(item)


def _branches(tree: Node) -> Iterator[Sequence[Node]]:
    for node in _nodes(tree):
        if isinstance(node, Choice):
            yield from node.branches


def _codes(node: Node) -> frozenset[int]:
    """Return all characters that can be part of what a node matches."""
    return frozenset[int]().union(*(item.codes for item in _nodes(node) if isinstance(item, Chars)))


def _is_ambiguous(node: Node) -> bool:
    """Return whether repetitions of `node` can share out the same text in several ways."""
    if not isinstance(node, Choice):
        return isinstance(node, Repeat) and node.low != node.high
    firsts = [_first(branch) for branch in node.branches]
    seen: frozenset[int] = frozenset()
    for first in firsts:
        if first is None or (len(firsts) > 1 and seen & first):
            return True
        seen |= first
    return any(map(_may_slide, node.branches))


def _first(branch: Sequence[Node]) -> frozenset[int] | None:
    """Return the characters with which a sequence can start; None when it can be empty."""
    found: frozenset[int] = frozenset()
    for node in branch:
        if isinstance(node, Anchor):
            continue
        found |= _codes(node)
        if not _can_be_empty(node):
            return found
    return None


def _can_be_empty(node: Node) -> bool:
    match node:
        case Chars():
            return False
        case Anchor():
            return True
        case Repeat(inner, low):
            return low == 0 or _can_be_empty(inner)
        case Choice(branches):
            return any(all(map(_can_be_empty, branch)) for branch in branches)


def _may_slide(branch: Sequence[Node]) -> bool:
    """Return whether the end of a sequence is not determined by the text that it matches."""
    variable = [node for node in branch if any(_varies(inner) for inner in _nodes(node))]
    if not variable:
        return False
    for edge in (branch[0], branch[-1]):
        others = [node for node in branch if node is not edge]
        if isinstance(edge, Chars) and not any(edge.codes & _codes(node) for node in others):
            return False
    return True


def _varies(node: Node) -> bool:
    return (isinstance(node, Repeat) and node.low != node.high) or (isinstance(node, Choice) and len(node.branches) > 1)


def _power(branch: Sequence[Node]) -> int:
    """Return the power of a value's length that bounds the steps of matching a sequence."""
    endless: list[frozenset[int]] = []
    highest = 0
    starts_open = not branch or not isinstance(branch[0], Anchor)
    for node in branch:
        codes = _codes(node)
        inner = [item for item in _nodes(node) if isinstance(item, Repeat) and item.high is None]
        if inner:
            endless = [*(known for known in endless if known & codes), codes]
            highest = max(highest, len(endless))
        elif not _can_be_empty(node):
            endless = [known for known in endless if known & codes]
    return highest + (starts_open and highest > 0)


def sample_texts(tree: Choice, shortest: int) -> Iterator[str]:
    """Yield texts that match, unless the pattern looks around; longer ones while `shortest` asks for them."""
    for count in range(min(shortest, 200) + 2):
        yield _sample(tree, count)


def _sample(node: Node, count: int) -> str:
    match node:
        case Chars():
            return chr(node.first)
        case Repeat(inner, low, high):
            return _sample(inner, count) * (max(low, count) if high is None else min(high, max(low, count)))
        case Choice(branches):
            return "".join(_sample(item, count) for item in branches[0])
    return ""
