"""Allowed values in Chinese descriptions: one rule for each way in which pages list them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from scraper.blocks import Text
from spec.model import JSON, ArrayOf, EnumValue, Evidence, Fact, Scalar, Source, Type

_QUOTED = r"\"[^\"\n]*\"|'[^'\n]*'"
_CODE = r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*"
_TOKEN = r"[A-Za-z0-9_][A-Za-z0-9_.+\-]*"
_DASH = r"\s+(?:-|\u2013|\u2014)\s+|\s*\u2014\u2014?\s*"
_EXAMPLE = re.compile(r"(?:例如|比如|譬如|示例|举例|诸如|如(?!下|果))\s*:?\s*[^,;。]*$")
_SUBKEY = re.compile(r"^[A-Za-z_]\w*\s*:\s*[^\x00-\x7f]")
_IS_DEFAULT = re.compile(r"\s*[(\[]?\s*(?:默认值?|缺省值?|default)\s*[)\]]?\s*$")
_MEANS = re.compile(
    rf"(?<![\w.\-])(?:({_QUOTED}|-?\d+)\s*(?:表示|代表|意为|为|是|指|即|对应)|({_CODE})\s*(?:表示|代表|意为|是指|指|即))"
    r"\s*([^,;。、\"]+)"
)
_NUMBERED = re.compile(
    rf"(?:^|[\s,;、(])({_QUOTED}|-?\d+|{_CODE})\s*[:=]\s*([^\s,;、。:)]+(?:\s+(?![\"'\d])[^\s,;、。:=)]+(?!\s*[:=]))*)"
)
_PIPED = re.compile(rf"(?:{_QUOTED}|{_TOKEN})(?:\s*\|\s*(?:{_QUOTED}|{_TOKEN}))+")
_CODES = re.compile(rf"(?<![\w-])({_CODE})(?:\s*(?:,|/|、|\||或者|或|和)\s*({_CODE}))+(?![\w-])")
_LIST = rf"(?:{_QUOTED}|{_TOKEN})(?:\s*(?:,|/|、|\||或者|或是|或|和|以及|及)\s*(?:{_QUOTED}|{_TOKEN}))+"
_ANNOUNCED = re.compile(
    r"(?:具体值|取值|可选值|可选项|选项|枚举值?|有效值|允许值|合法值|可用值|支持的值|可以?(?:取|选|用|填|传|设)的?(?:值|内容)?|允许的值"
    r"|(?:只能|必须|仅能|只可|仅可|可以)(?=取|为|是|填)|仅支持|只支持|其值|值(?=为|是))"
    rf"\s*(?:范围)?\s*(?:有|为|是|取|填|包括|:|如下:?)*\s*({_LIST})(?!\s*(?:时|的情况))"
)
_ONE_OF = re.compile(rf"({_LIST})\s*(?:(?:其中|中)?之一|二选一|三选一|中的(?:一个|一种|任意一个)|任选(?:其一|一个))")
_SEPARATOR = re.compile(r"\s*(?:,|/|、|\||或者|或是|或|和|以及|及)\s*")
_BEFORE_CODES = re.compile(r"(?:^|[:,;(、。\s为是有])\s*$")
_AFTER_CODES = re.compile(r"\s*(?:$|[,;。)、\n]|等|之一|[一二两三四五六七八九十\d]+\s*[种个类])")
_LINE = re.compile(rf"^({_QUOTED}|-?\d+|{_TOKEN})(?:{_DASH})(.+)$")
_LINE_COLON = re.compile(rf"^({_QUOTED}|-?\d+|{_CODE})\s*[:=]\s*([^\s].*)$")
_DASHED = re.compile(rf"(?:^|[,;、|(:]\s*)({_QUOTED}|-?\d+|{_CODE})(?:{_DASH})([^,;。|、]+)")
_TIGHT = re.compile(rf"(?<![\w.\-])({_QUOTED}|\d+|{_CODE})(?:-|\u2013|\u2014)([^\x00-\x7f][^\s,;。、|)]*)")
_BRACKETED = re.compile(rf"(?<![\w.\-])({_QUOTED}|\d+|{_CODE})\s*\(([^()]+)\)")
_LABELLED = re.compile(r"(?:^|[\s:])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{3,})\s+([^\s].*)$")
_RESPECTIVELY = re.compile(r"(?:支持|包括|包含|有)\s*:?\s*([^。;]+)[。;].{0,40}分别(?:为|是|对应)\s*:?\s*([^。;]+)")

Pair: TypeAlias = tuple[str, str]
Line: TypeAlias = tuple[str, Text]


@dataclass(frozen=True, slots=True)
class Listed:
    """Allowed values, the one that is marked as default, and the lines that state nothing else."""

    values: tuple[EnumValue, ...] = ()
    default: Fact[JSON] | None = None
    pure: frozenset[Text] = frozenset()


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


def read_values(lines: Sequence[Line], page: str, kind: Type) -> Listed:
    """Every value that the lines list, by the first rule that applies to a line."""
    values: dict[str | int | float | bool, EnumValue] = {}
    default: Fact[JSON] | None = None
    pure: set[Text] = set()
    for text, part in lines:
        if _SUBKEY.match(text) and not re.match(rf"(?:{_CODE})\s*:", text):
            continue
        pairs, whole = _pairs(text)
        source = Source(page, part.first, part.last, Evidence.PROSE)
        for raw, label in pairs:
            value = typed(raw, kind)
            if _IS_DEFAULT.search(label):
                default = default or Fact(value, source)
                label = _IS_DEFAULT.sub("", label)
            known = values.get(value)
            if known is None or type(known.value) is not type(value):
                values[value] = EnumValue(value, source, label.strip())
            elif not known.label:
                values[value] = replace(known, label=label.strip())
        if pairs and whole:
            pure.add(part)
    return Listed(tuple(values.values()), default, frozenset(pure))


def _pairs(text: str) -> tuple[list[Pair], bool]:
    """The values of one line with their labels, and whether the line is nothing but that."""
    if match := _LINE.match(text) or _LINE_COLON.match(text):
        if _LINE.match(text) is None and len(_NUMBERED.findall(text)) > 1:
            return list(_colons(text)), True
        return [(match[1], match[2])], True
    for rule in _RULES:
        if pairs := list(rule(text)):
            return pairs, False
    return [], False


def _respectively(text: str) -> Iterator[Pair]:
    if match := _RESPECTIVELY.search(text):
        labels, values = re.split(r"\s*[,、]\s*", match[1].strip()), re.split(r"\s*[,、]\s*", match[2].strip())
        if len(labels) == len(values) > 1 and all(re.fullmatch(rf"{_QUOTED}|{_TOKEN}", value) for value in values):
            yield from zip(values, labels, strict=True)


def _dashed(text: str) -> Iterator[Pair]:
    for match in _DASHED.finditer(text):
        if not _is_example(text, match.start(1)):
            yield match[1], match[2]


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
    match = _ANNOUNCED.search(text) or _ONE_OF.search(text)
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
    return _EXAMPLE.search(text[:at]) is not None


_RULES: tuple[Callable[[str], Iterator[Pair]], ...] = (
    _respectively,
    _dashed,
    _meanings,
    _colons,
    _tight,
    _labelled,
    _announced,
    _piped,
    _codes,
)
