"""Allowed values in Chinese descriptions: one rule for each way in which pages list them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from scraper.prose.chinese_pieces import Piece
from spec.model import JSON, ArrayOf, EnumValue, Evidence, Fact, Scalar, Source, Type

_QUOTED = r"\"[^\"\n]*\"|'[^'\n]*'"
_CODE = r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*"
_TOKEN = r"[A-Za-z0-9_][A-Za-z0-9_.+\-]*+"
_ALONE = r"(?<![A-Za-z0-9_.+\-])"
_DASH = r"\s+(?:-|\u2013|\u2014)\s+|\s*\u2014\u2014?\s*"
_EXAMPLE = re.compile(r"例如|比如|譬如|示例|举例|诸如|如(?!下|果)|e\.g\.")
ANNOUNCES = re.compile(
    r"(?:取值|可选值|枚举值|枚举|如下|包括|包含|分别为|分别是|之一)\s*(?:为|是|有|包括|如下)?\s*:\s*$"
)
_VALUELESS = frozenset({"default", "least", "most"})
_CODE_KEY = re.compile(rf"(?:{_CODE})\s*:")
_SUBKEY = re.compile(r"^[A-Za-z_]\w*\s*:\s*[^\x00-\x7f]")
_IS_DEFAULT = re.compile(r"\s*[(\[]?\s*(?:默认值?|缺省值?|default)\s*[)\]]?\s*$")
_MEANS = re.compile(
    rf"(?<![\w.\-])(?:({_QUOTED}|-?\d+)\s*(?:表示|代表|意为|为|是|指|即|对应)|({_CODE})\s*(?:表示|代表|意为|是指|指|即))"
    r"\s*([^,;。、\"]+)"
)
_VALUE = rf"(?:{_QUOTED}|-?\d+|{_CODE})"
_NUMBERED = re.compile(
    rf"(?:^|[\s,;、(])({_VALUE})\s*[:=]\s*([^\s,;、。:)]+(?:\s+(?![\"'\d])[^\s,;、。:=)]++(?!\s*[:=]))*+)"
)
_PIPED = re.compile(rf"{_ALONE}(?:{_QUOTED}|{_TOKEN})(?:\s*\|\s*(?:{_QUOTED}|{_TOKEN}))+")
_CODES = re.compile(rf"(?<![\w-])({_CODE})(?:\s*(?:,|/|、|\||或者|或|和)\s*({_CODE}))+(?![\w-])")
_LIST = rf"(?:{_QUOTED}|{_TOKEN})(?:\s*(?:,|/|、|\||或者|或是|或|和|以及|及)\s*(?:{_QUOTED}|{_TOKEN}))+"
_ANNOUNCED = re.compile(
    r"(?:具体值|可选(?=\s*:)|取值|可选值|可选项|选项|枚举值?|有效值|允许值|合法值|可用值|支持的值|可以?(?:取|选|用|填|传|设)的?(?:值|内容)?|允许的值"
    r"|(?:只能|必须|仅能|只可|仅可|可以)(?=取|为|是|填)|仅支持|只支持|其值|值(?=为|是))"
    rf"\s*(?:范围)?\s*(?:有|为|是|取|填|包括|:|如下:?)*\s*({_LIST})(?!\s*(?:时|的情况))"
)
_BARE_LIST = re.compile(rf"(?:{_LIST}|{_CODE}|{_QUOTED})\s*[。.;]?")
_ONE_OF = re.compile(
    rf"{_ALONE}({_LIST})(?P<one>\s*(?:(?:其中|中)?之一|二选一|三选一|中的(?:一个|一种|任意一个)|任选(?:其一|一个)))?"
)
_SEPARATOR = re.compile(r"\s*(?:,|/|、|\||或者|或是|或|和|以及|及)\s*")
_BEFORE_CODES = re.compile(r"(?:^|[:,;(、。\s为是有])\s*$")
_AFTER_CODES = re.compile(r"\s*(?:$|[,;。)、\n]|等|之一|[一二两三四五六七八九十\d]+\s*[种个类])")
_LINE = re.compile(rf"^({_QUOTED}|-?\d+|{_TOKEN})(?:{_DASH})(.+)$")
_LINE_COLON = re.compile(rf"^({_VALUE})\s*[:=]\s*([^\s].*)$")
_DASHED = re.compile(
    rf"(?:^|[,;、|(:]\s*|\s(?={_VALUE}\s+[-\u2013\u2014]))({_VALUE})(?:{_DASH})"
    rf"([^\s,;。|、]++(?:\s+(?!{_VALUE}(?:{_DASH}))[^\s,;。|、]++)*+)"
)
_AFTER_COMMA = re.compile(rf",\s*({_CODE})(?:{_DASH})")
_SPACED = re.compile(rf"[\s,;、:]*({_VALUE})\s+([^\x00-\x7f][^\s,;、。]*)")
_SPACED_LIST = re.compile(r"(?:取值范围|取值|枚举值|可选值|有效值|允许值)\s*(?:为|是|有|:)*")
_TIGHT = re.compile(rf"(?<![\w.\-])({_QUOTED}|\d+|{_CODE})(?:-|\u2013|\u2014)([^\x00-\x7f][^\s,;。、|)]*)")
_BRACKETED = re.compile(rf"(?<![\w.\-])({_QUOTED}|\d+|{_CODE})\s*\(([^()]+)\)")
_LABELLED = re.compile(r"(?:^|[\s:])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{3,})\s+([^\s].*)$")
_RESPECTIVELY = re.compile(
    r"(?:支持|包括|包含|有)\s*:?\s*([^。;]{1,500})[。;].{0,40}分别(?:为|是|对应)\s*:?\s*([^。;]+)"
)

Pair: TypeAlias = tuple[str, str]
Rule: TypeAlias = Callable[[str], Iterator[Pair]]


@dataclass(frozen=True, slots=True)
class Listed:
    """Allowed values, the one that is marked as default, and the indices of pieces that state nothing else."""

    values: tuple[EnumValue, ...] = ()
    default: Fact[JSON] | None = None
    pure: frozenset[int] = frozenset()


def typed(text: str, kind: Type) -> str | int | float | bool:
    """A printed value as a value of a type; as a string where it is none of that type."""
    quoted = len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]
    bare = text[1:-1] if quoted else text
    scalar = kind.items if isinstance(kind, ArrayOf) else kind
    if not isinstance(scalar, Scalar) or scalar.name == "string":
        return bare
    if scalar.name == "boolean":
        return {"true": True, "false": False}.get(bare.lower(), bare)
    try:
        number = float(bare) if scalar.name == "number" else int(bare)
    except (ValueError, OverflowError):
        return bare
    return int(number) if number == int(number) and "." not in bare else number


def read_values(pieces: Sequence[Piece], page: str, kind: Type) -> Listed:
    """Every value that a description lists, by the first rule that applies to a piece.

    `X - text` alone is a description; a list is announced, or has at least two such lines.
    """
    values: dict[tuple[type, str | int | float | bool], EnumValue] = {}
    default: Fact[JSON] | None = None
    pure: set[int] = set()
    lone = {match[1] for piece in pieces if (match := _lone(piece.text))}
    for index, piece in enumerate(pieces):
        announced = piece.label == "values" or (index > 0 and ANNOUNCES.search(pieces[index - 1].text) is not None)
        pairs, whole = _pairs(piece, announced or len(lone) > 1)
        source = Source(page, piece.part.first, piece.part.last, Evidence.PROSE)
        for raw, label in pairs:
            value = typed(raw, kind)
            if _IS_DEFAULT.search(label):
                default = default or Fact(value, source)
                label = _IS_DEFAULT.sub("", label)
            known = values.get((type(value), value))
            if known is None or not known.label:
                values[type(value), value] = EnumValue(value, known.source if known else source, label.strip())
        if pairs and whole:
            pure.add(index)
    return Listed(tuple(values.values()), default, frozenset(pure))


def _lone(text: str) -> re.Match[str] | None:
    """A line that is one value with its label."""
    if _SUBKEY.match(text) and not _CODE_KEY.match(text):
        return None
    return _LINE.match(text) or _LINE_COLON.match(text)


def _pairs(piece: Piece, listed: bool) -> tuple[list[Pair], bool]:
    """The values of one piece with their labels, and whether the piece is nothing but that."""
    text = piece.text
    if piece.label in _VALUELESS or (_SUBKEY.match(text) and not _CODE_KEY.match(text)):
        return [], False
    lone = _lone(text)
    rule: Rule
    for rule in (_dashed, _colons):
        if lone and len(pairs := list(rule(text))) > 1:
            return pairs, True
    if lone and listed:
        return [(lone[1], lone[2])], True
    for rule in (*_LABELLED_RULES, *_RULES) if piece.label in ("values", "range") else _RULES:
        if pairs := list(rule(text)):
            return pairs, piece.label == "values" or rule in _LABELLED_RULES
    return [], False


def _respectively(text: str) -> Iterator[Pair]:
    if match := _RESPECTIVELY.search(text):
        labels, values = re.split(r"\s*[,、]\s*", match[1].strip()), re.split(r"\s*[,、]\s*", match[2].strip())
        if len(labels) == len(values) > 1 and all(re.fullmatch(rf"{_QUOTED}|{_TOKEN}", value) for value in values):
            yield from zip(values, labels, strict=True)


def _dashed(text: str) -> Iterator[Pair]:
    """`A - one, B - two`; one such pair alone only where it follows a description and a comma."""
    found = [m for m in _DASHED.finditer(text) if not _is_example(text, m.start(1))]
    alone = {m.start(1) for m in _AFTER_COMMA.finditer(text)} if len(found) == 1 else set()
    yield from ((m[1], m[2]) for m in found if len(found) > 1 or m.start(1) in alone)


def _spaced(text: str) -> Iterator[Pair]:
    """`0 low, 1 high` after an announcing word: two or more."""
    if announced := _SPACED_LIST.search(text):
        yield from _spaced_from(text, announced.end())


def _spaced_whole(text: str) -> Iterator[Pair]:
    yield from _spaced_from(text, 0)


def _spaced_from(text: str, at: int) -> Iterator[Pair]:
    found: list[Pair] = []
    while match := _SPACED.match(text, at):
        found.append((match[1], match[2]))
        at = match.end()
    if len({value for value, _ in found}) > 1:
        yield from found


def _bare_list(text: str) -> Iterator[Pair]:
    """A labelled piece that is nothing but values."""
    if _BARE_LIST.fullmatch(text):
        yield from ((value, "") for value in _SEPARATOR.split(text.rstrip("。.; ")))


def _meanings(text: str) -> Iterator[Pair]:
    """`"+" means added, "-" means removed`; one such clause alone is a special value, no list."""
    found = [(m[1] or m[2], m[3]) for m in _MEANS.finditer(text) if m[3].strip() and not _is_example(text, m.start())]
    if len(found) > 1:
        yield from found


def _tight(text: str) -> Iterator[Pair]:
    """`1-open 2-closed` and `OPEN (still running), CLOSED (over)`: two or more."""
    for pattern in (_TIGHT, _BRACKETED):
        found = [(m[1], m[2]) for m in pattern.finditer(text) if not _is_example(text, m.start(1))]
        if len({value for value, _ in found}) > 1:
            yield from found
            return


def _colons(text: str) -> Iterator[Pair]:
    found = [(m[1], m[2]) for m in _NUMBERED.finditer(text) if not _is_example(text, m.start(1))]
    if len(found) > 1:
        yield from found


def _labelled(text: str) -> Iterator[Pair]:
    """`CODE_HOST hosted code, OTHER_KIND something else`: two clauses or more."""
    found = [m for clause in re.split(r"\s*[,;、]\s*", text) if (m := _LABELLED.search(clause))]
    if len(found) > 1 and not _is_example(text, text.find(found[0][1])):
        yield from ((match[1], match[2]) for match in found)


def _announced(text: str) -> Iterator[Pair]:
    match = _ANNOUNCED.search(text) or next((m for m in _ONE_OF.finditer(text) if m["one"]), None)
    if match and not _is_example(text, match.start(1)):
        yield from ((value, "") for value in _SEPARATOR.split(match[1]))


def _piped(text: str) -> Iterator[Pair]:
    match = _PIPED.search(text)
    if match and not _is_example(text, match.start()):
        yield from ((value.strip(), "") for value in match[0].split("|"))


def _codes(text: str) -> Iterator[Pair]:
    """Constants in a row that stand alone: `HTTP/HTTPS address` is a description, no choice."""
    for match in _CODES.finditer(text):
        alone = _BEFORE_CODES.search(text[: match.start()]) and _AFTER_CODES.match(text[match.end() :])
        if alone and not _is_example(text, match.start()):
            yield from ((value, "") for value in _SEPARATOR.split(match[0]))
            return


def _is_example(text: str, at: int) -> bool:
    """Whether the clause before a place says that an example follows."""
    clause = max(text.rfind(mark, 0, at) for mark in ",;。") + 1
    return _EXAMPLE.search(text, clause, at) is not None


_LABELLED_RULES: tuple[Rule, ...] = (_spaced_whole, _bare_list)
_RULES: tuple[Rule, ...] = (
    _respectively,
    _dashed,
    _spaced,
    _meanings,
    _colons,
    _tight,
    _labelled,
    _announced,
    _piped,
    _codes,
)
