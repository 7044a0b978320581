"""Documented patterns as patterns of Python: what it may cost to match them, and values that match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from math import inf, prod

from generator.ecma import START, Anchor, Chars, Choice, Node, PatternError, Repeat, parse_pattern, print_pattern

#: Characters of a long value.
_LONG = 1024
#: Ways of matching that can all be tried: the square of a value's length, times a few choices, but not its cube.
_MOST_WAYS = 32 * _LONG**2
#: What counts as more than that; a number, so that it can be multiplied.
_TOO_MANY = _MOST_WAYS + 1
#: Alternatives up to which each is compared with each.
_MOST_BRANCHES = 100


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
        return Pattern(python, tree, _find_danger(tree))
    except (PatternError, re.error, OverflowError) as error:
        return Pattern("", Choice(()), f"{error}")
    except RecursionError:
        return Pattern("", Choice(()), "it has too many groups inside one another")


def _find_danger(tree: Choice) -> str:
    """Return why matching may take time out of proportion to the length of a value; empty when it cannot."""
    looked_at = [node.ahead for node in _nodes(tree) if isinstance(node, Anchor) and node.ahead]
    if any(map(_find_danger, looked_at)) or any(_search_ways(branch) > _MOST_WAYS for branch in tree.branches):
        return "matching it can take too long"
    return ""


def _search_ways(branch: Sequence[Node]) -> int:
    """Return in how many ways a sequence may be tried on a long value: without an anchor at each of its characters."""
    needed, ways = _without_rest(branch)
    ways = max(ways, _sequence_ways(needed))
    return ways if ways == 1 or _is_anchored(branch) else ways * _LONG


def _without_rest(branch: Sequence[Node]) -> tuple[Sequence[Node], int]:
    """Return a sequence without what may follow its match, which is tried once, and the ways of that."""
    ways = 1
    while branch and isinstance(last := branch[-1], Repeat):
        ways = max(ways, _ways(last))
        if last.low:
            return (*branch[:-1], Repeat(last.node, last.low, last.low, "")), ways
        branch = branch[:-1]
    return branch, ways


def _is_anchored(branch: Sequence[Node]) -> bool:
    """Return whether a sequence can match at the start of a value only."""
    for node in branch:
        if not isinstance(node, Anchor):
            return isinstance(node, Choice) and all(map(_is_anchored, node.branches))
        if node == START:
            return True
    return False


@lru_cache(maxsize=4096)
def _ways(node: Node) -> int:
    """Return in how many ways a node may match at one place of a long value, at most `_TOO_MANY`."""
    match node:
        case Choice(branches):
            count = sum if _is_alternative(branches) else max
            return min(count(map(_sequence_ways, branches)), _TOO_MANY)
        case Repeat(inner, 0, 1):
            return min(_ways(inner) + 1, _TOO_MANY)
        case Repeat(inner, low, high) if not _is_ambiguous(inner):
            return min(max(_ways(inner), _lengths(low, high)), _TOO_MANY)
        case Repeat(inner, _, high):
            # What is repeated may be long, so that each way takes many steps. Two ways to the power of 32 are too many.
            ways = _TOO_MANY if high is None else _readings(inner) ** min(high, 32)
            return ways if ways <= 256 * _LONG else _TOO_MANY
    return 1


def _lengths(low: int, high: int | None) -> int:
    return _LONG if high is None else min(high - low + 1, _LONG)


def _sequence_ways(branch: Sequence[Node]) -> int:
    """Return in how many ways a sequence may match at one place."""
    found = [prod(map(_ways, (node, *rivals))) for node, rivals in _variable_nodes(branch)]
    return min(max(found, default=1), _TOO_MANY)


def _readings(node: Node) -> int:
    """Return an upper bound of the ways in which one repetition of a node may match."""
    if not isinstance(node, Choice):
        return _ways(node)
    return min(sum(prod(map(_ways, branch)) for branch in node.branches), _TOO_MANY)


def _variable_nodes(branch: Sequence[Node]) -> Iterator[tuple[Node, Sequence[Node]]]:
    """Yield each node that may match more or less, and those before it that can take the same characters."""
    before: list[Node] = []
    for node in branch:
        codes = _codes(node)
        rivals = [known for known in before if _codes(known) & codes]
        if not _can_be_empty(node):
            # What cannot go past this node ends where it begins.
            before = rivals
        if _ways(node) > 1:
            yield node, rivals
            before = [*before, node]


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Repeat):
        yield from _nodes(node.node)
    elif isinstance(node, Choice):
        for branch in node.branches:
            for item in branch:
                yield from _nodes(item)


def _codes(node: Node) -> frozenset[int]:
    """Return all characters that can be part of what a node matches."""
    return _union(item.codes for item in _nodes(node) if isinstance(item, Chars))


def _all_codes(branch: Sequence[Node]) -> frozenset[int]:
    return _union(map(_codes, branch))


def _union(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset[int]().union(*sets)


def _span(node: Node) -> tuple[float, float]:
    """Return how many characters a node matches at least and at most."""
    match node:
        case Chars():
            return 1, 1
        case Choice(branches):
            spans = [[_span(item) for item in branch] for branch in branches]
            return min(sum(low for low, _ in items) for items in spans), max(
                sum(up for _, up in items) for items in spans
            )
        case Repeat(inner, low, high):
            shortest, longest = _span(inner)
            return shortest * low, longest * (inf if high is None else high) if longest else 0
    return 0, 0


@lru_cache(maxsize=4096)
def _is_ambiguous(node: Node) -> bool:
    """Return whether repetitions of `node` can share out the same text in several ways."""
    if not isinstance(node, Choice):
        return _ways(node) > 1
    if _is_alternative(node.branches) or any(_first(branch) is None for branch in node.branches):
        return True
    starts = _union(_first(branch) or frozenset() for branch in node.branches)
    return any(_may_slide(branch, starts) for branch in node.branches) or any(map(_has_readings, _nodes(node)))


def _has_readings(node: Node) -> bool:
    """Return whether a node, apart from those inside it, can match one text in several ways."""
    if isinstance(node, Repeat):
        return _can_be_empty(node.node) or (node.high != 1 and _is_ambiguous(node.node))
    if not isinstance(node, Choice):
        return False
    if _is_alternative(node.branches) and len(node.branches) > _MOST_BRANCHES:
        return True
    pairs = combinations(node.branches, 2)
    if any(_meet(one, other) and not (_excludes(one, other) or _excludes(other, one)) for one, other in pairs):
        return True
    return any(rivals for branch in node.branches for _, rivals in _variable_nodes(branch))


def _excludes(one: Sequence[Node], other: Sequence[Node]) -> bool:
    """Return whether `one` always has a character that is not in what `other` matches, or more characters."""
    if sum(_span(node)[0] for node in one) > sum(_span(node)[1] for node in other):
        return True
    possible = _all_codes(other)
    return any(not _can_be_empty(node) and not _codes(node) & possible for node in one)


def _is_alternative(branches: Sequence[Sequence[Node]]) -> bool:
    """Return whether the first character may leave open which branch matches."""
    firsts = [_first(branch) for branch in branches]
    sizes = [len(first) for first in firsts if first is not None]
    return len(firsts) > 1 and (None in firsts or sum(sizes) > len(_union(filter(None, firsts))))


def _meet(one: Sequence[Node], other: Sequence[Node]) -> bool:
    """Return whether two sequences can start with the same character, or one of them with none."""
    first, second = _first(one), _first(other)
    return first is None or second is None or bool(first & second)


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


def _may_slide(branch: Sequence[Node], starts: frozenset[int]) -> bool:
    """Return whether the end of a sequence is not determined by the text that it matches.

    Args:
        branch: The sequence.
        starts: The characters with which what follows can start.
    """
    if not any(_varies(inner) for node in branch for inner in _nodes(node)):
        return False
    if isinstance(branch[-1], Chars) and not branch[-1].codes & _all_codes(branch[:-1]):
        return False
    return not isinstance(branch[0], Chars) or bool(starts & _all_codes(branch[1:]))


def _varies(node: Node) -> bool:
    return (isinstance(node, Repeat) and node.low != node.high) or (isinstance(node, Choice) and len(node.branches) > 1)


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
