"""Ranges, lengths and counts in Chinese descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scraper.prose.chinese_pieces import Piece
from scraper.prose.powers import compute_powers
from spec.model import ArrayOf, Constraint, ConstraintKeyword, Evidence, Scalar, Source, Type

_KEYWORDS: dict[str, tuple[ConstraintKeyword, ConstraintKeyword]] = {
    "length": ("minLength", "maxLength"),
    "count": ("minItems", "maxItems"),
    "number": ("minimum", "maximum"),
}
_EXCLUSIVE: dict[str, ConstraintKeyword] = {"above": "exclusiveMinimum", "below": "exclusiveMaximum"}

_NUMBER = r"-?\d{1,18}(?:\.\d{1,18})?"
_LOW, _HIGH = rf"(?P<low>{_NUMBER})", rf"(?P<high>{_NUMBER})"
_TO = r"\s*(?:-|~|\u2013|\u2014|到|至)\s*"
_END = r"(?![\d.]*\d)(?!\s*[-~\u2013\u2014])"
_SPAN = (
    rf"(?:(?P<open>[\[(])\s*{_LOW}\s*(?:,|{_TO})\s*{_HIGH}\s*(?P<close>[\])])"
    rf"|(?P<low2>{_NUMBER}){_TO}(?P<high2>{_NUMBER}){_END})"
)
_IS = r"\s*(?:为|是|:|在)?\s*"
_AT_LEAST = r"(?:不少于|不小于|不低于|不短于|至少|最少|最短|最小|大于等于|大于或等于|>=)"
_AT_MOST = r"(?:不超过|不大于|不多于|不高于|不长于|不得超过|不能超过|至多|最多|最长|最大|小于等于|小于或等于|<=|上限)"
_CHARACTERS = r"\s*(?:个|位)?\s*(?:字符|字|位)"
_ITEMS = r"\s*(?:个|项|条)(?!\s*(?:字|位|月|小时))"

_LENGTHS = (
    rf"(?:长度|字数|字符数)\s*(?:取值)?(?:范围)?{_IS}{_SPAN}",
    rf"(?P<low>\d{{1,9}}){_TO}(?P<high>\d{{1,9}})\s*个?(?:字符|字)",
    rf"(?:长度|字数|字符数)[^\d\u3002;]{{0,8}}?{_AT_LEAST}{_IS}{_LOW}{_END}",
    rf"(?:长度|字数|字符数)[^\u3002;]{{0,20}}?{_AT_MOST}{_IS}{_HIGH}{_END}",
    rf"{_AT_LEAST}{_IS}(?P<low>\d{{1,9}})(?={_CHARACTERS})",
    rf"{_AT_MOST}{_IS}(?P<high>\d{{1,9}})(?={_CHARACTERS})",
    rf"(?:最大长度|长度上限|最长){_IS}{_HIGH}{_END}",
    rf"(?:最小长度|长度下限|最短){_IS}{_LOW}{_END}",
    r"长度(?:固定)?\s*(?:为|是|:)\s*(?P<exact>\d{1,9})\s*(?:个字符|字符|位)?(?=[,;\u3002)]|$)",
)
_COUNTS = (
    rf"(?P<low>\d{{1,9}}){_TO}(?P<high>\d{{1,9}}){_ITEMS}",
    rf"(?:数组|列表|元素|个数|数量)\s*(?:长度|个数|数量)?\s*(?:范围)?{_IS}{_SPAN}",
    rf"{_AT_LEAST}{_IS}(?P<low>\d{{1,9}}){_ITEMS}",
    rf"{_AT_MOST}{_IS}(?P<high>\d{{1,9}}){_ITEMS}",
    rf"(?:数组长度|个数|数量)[^\u3002;]{{0,8}}?{_AT_MOST}{_IS}(?P<high>\d{{1,9}}){_END}",
)
_NUMBERS = (
    rf"(?:取值范围|取值|范围){_IS}{_SPAN}",
    rf"(?:最小值?|不小于|不低于|不少于|至少|最少){_IS}{_LOW}{_END}",
    rf"(?:最大值?|不大于|不超过|不高于|不多于|至多|最多|上限){_IS}{_HIGH}{_END}",
    rf"(?:取值|值|必须|需要?|须)\s*(?:大于等于|大于或等于|>=){_IS}{_LOW}{_END}",
    rf"(?:取值|值|必须|需要?|须)\s*(?:小于等于|小于或等于|<=){_IS}{_HIGH}{_END}",
    rf"(?:取值|值|必须|需要?|须)\s*(?:大于|>)\s*(?P<above>{_NUMBER}){_END}",
    rf"(?:取值|值|必须|需要?|须)\s*(?:小于|<)\s*(?P<below>{_NUMBER}){_END}",
)
_BARE = (
    rf"^{_SPAN}\s*(?:个?字符|个|位)?\s*\u3002?$",
    rf"^{_AT_LEAST}{_IS}{_LOW}{_END}",
    rf"(?:^|[,;]\s*){_AT_MOST}{_IS}{_HIGH}{_END}",
    rf"^(?:大于|>)\s*(?P<above>{_NUMBER}){_END}",
    rf"(?:^|[,;]\s*)(?:小于|<)\s*(?P<below>{_NUMBER}){_END}",
)
_RULES = {
    measure: tuple(re.compile(rule) for rule in rules)
    for measure, rules in (("length", _LENGTHS), ("count", _COUNTS), ("number", _NUMBERS))
}
_BARE_RULES = tuple(re.compile(rule) for rule in _BARE)
_LEADING = re.compile(rf"^{_SPAN}(?!\s*[:=])")
_ONE = re.compile(rf"({_NUMBER})\s*(?:个?字符|个|位)?\s*[\u3002;,]?")
_LEFT = re.compile(r"[\s,;:\u3002.()\[\]]|字符串|长度|取值|范围|个|字符|之间|且|并且|单位|为|是|在|到")
_LONGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Ranges:
    """Constraints, and the indices of the labelled pieces that state nothing else."""

    constraints: tuple[Constraint, ...] = ()
    pure: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Bound:
    keyword: ConstraintKeyword
    value: int | float


def read_ranges(pieces: Sequence[Piece], page: str, kind: Type) -> Ranges:
    """The bounds that a description states: of a length, a number of items or a number, as the type says."""
    measure = _measure(kind)
    if not measure:
        return Ranges()
    found: dict[ConstraintKeyword, Constraint] = {}
    pure: set[int] = set()
    for index, printed in enumerate(pieces):
        piece = replace(printed, text=compute_powers(printed.text))
        source = Source(page, piece.part.first, piece.part.last, Evidence.PROSE)
        bounds, whole = _labelled(piece, measure) if piece.label else (list(_spoken(piece.text, measure)), False)
        for bound in bounds:
            found.setdefault(bound.keyword, Constraint(bound.keyword, bound.value, source))
        if bounds and whole:
            pure.add(index)
    return Ranges(tuple(found.values()), frozenset(pure))


def _measure(kind: Type) -> str:
    if isinstance(kind, ArrayOf):
        return "count"
    names = {"string": "length", "integer": "number", "number": "number"}
    return names.get(kind.name, "") if isinstance(kind, Scalar) else ""


def _labelled(piece: Piece, measure: str) -> tuple[list[_Bound], bool]:
    """What a label introduces, and whether it says nothing else."""
    if piece.label in ("least", "most"):
        match = _ONE.fullmatch(piece.text)
        number = _number(match[1]) if match else None
        if number is None or (measure != "number" and (isinstance(number, float) or number < 0)):
            return [], False
        return [_Bound(_KEYWORDS[measure][piece.label == "most"], number)], True
    spoken = list(_spoken(piece.text, measure))
    if piece.label != "range":
        return spoken, False
    bare_rules = (*_BARE_RULES, _LEADING) if measure == "number" else _BARE_RULES
    rules = (*_RULES[measure], *bare_rules)
    bare = [] if spoken else [b for rule in bare_rules for b in _bounds(rule.search(piece.text), measure)]
    if measure == "length" and not all(0 < bound.value <= _LONGEST for bound in bare):
        bare = []
    rest = piece.text
    for rule in rules:
        rest = rule.sub("", rest)
    return spoken or bare, not _LEFT.sub("", rest)


def _spoken(text: str, measure: str) -> Iterator[_Bound]:
    taken: set[ConstraintKeyword] = set()
    for rule in _RULES[measure]:
        bounds = _bounds(rule.search(text), measure)
        if not taken & {bound.keyword for bound in bounds}:
            taken |= {bound.keyword for bound in bounds}
            yield from bounds


def _bounds(match: re.Match[str] | None, measure: str) -> list[_Bound]:
    """The bounds in a match; none where they contradict each other or measure nothing."""
    if match is None:
        return []
    groups = {key: value for key, value in match.groupdict().items() if value}
    smallest, largest = _KEYWORDS[measure]
    bounds: list[_Bound] = []
    for key, value in groups.items():
        number = _number(value) if key not in ("open", "close") else None
        if number is None:
            continue
        side = smallest if key in ("low", "low2", "above", "exact") else largest
        if measure == "number" and (key in _EXCLUSIVE or _is_open(key, groups)):
            side = _EXCLUSIVE["above" if side == smallest else "below"]
        elif key in _EXCLUSIVE:
            number += 1 if key == "above" else -1
        bounds.append(_Bound(side, number))
        bounds += [_Bound(largest, number)] if key == "exact" else []
    wrong = any(low.value > high.value for low, high in pairwise(bounds))
    useless = measure != "number" and any(isinstance(b.value, float) or b.value < 0 for b in bounds)
    return [] if wrong or useless else bounds


def _is_open(key: str, groups: dict[str, str]) -> bool:
    """Whether a bracket leaves the bound itself out: `(0, 1]`; round ones on both sides are only brackets."""
    if groups.get("open") == "(" and groups.get("close") == ")":
        return False
    return (key == "low" and groups.get("open") == "(") or (key == "high" and groups.get("close") == ")")


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)
