"""Choices: values that a description lists in code, after words that say that these are all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.blocks import Text
from spec.model import ArrayOf, EnumValue, Evidence, Fact, Property, Scalar, Source, Type, UnknownType

_VALUE = r"`(?![/:])(?:[\w.+:/-]{1,64}|\"[\w.+:/-]{1,64}\")`"
_NOTE = r"(?:\s*\([^()]*\))?(?:\s+(?:for|to|if|when)\b[^`.;,()]*?)?"
_OR = rf"{_VALUE}{_NOTE}(?:\s*(?:,\s*or\b|,|\bor\b)\s*{_VALUE}{_NOTE})+"
_LIST = rf"{_VALUE}{_NOTE}(?:\s*(?:,\s*(?:or|and)\b|,|\bor\b|\band\b)\s*{_VALUE}{_NOTE})+"
_END = (
    r"(?=\s*(?:(?:fields?|orders?|values?|(?:methods? )?(?:are )?allowed|methods?|only|directions?|"
    r"as (?:an? )?(?:arguments?|parameters?|values?))\b)?"
    r"(?: by (?:`\w+`|[a-z]+(?: [a-z]+){0,2}))?\s*(?:[.;]|,?\s*\(?defaults?\b|$))"
)
_CUES = (
    r"(?:sorted|ordered|sort|order)\b(?:\s[\w-]+){0,4}?\s(?:in|by)|limit by \w+|one of(?: the following)?|"
    r"takes|can take|"
    r"(?:given|following) \w+:|(?<!\buse )(?<!\busing )either|only|"
    r"(?:can|must|may|should) be(?: set to)?(?: one of| either)?|"
    r"(?:possible|valid|allowed|available|accepted|supported|permitted) \w+(?: (?:are|is|include))?|"
    r"values (?:are|include)"
)
_LISTED = re.compile(rf"\b(?:{_CUES})\s*:?\s*(?P<values>{_LIST}){_END}", re.IGNORECASE)
_NAMED = re.compile(rf"^(?P<subject>[A-Z][^.:;`]{{0,100}}?)[:;,]\s+(?P<values>{_OR}){_END}")
_OPEN = re.compile(
    r"\b(?:examples?|e\.g|such as|like|lists?|separated|multiple|combination|join\w*|includ\w+|contain\w*|accepts?|"
    r"fields?|attributes?|parameters?|properties|keys?|formatted|same as|against|from|set)\b",
    re.IGNORECASE,
)
_MORE = re.compile(rf"\bcan (?:also )?be(?: set to)? (?P<values>{_VALUE})(?=\s*[.;(]|$)", re.IGNORECASE)
_NULLS = frozenset({"nil", "null"})
_JOINED = re.compile(r"\bseparated\b|\bjoin\w*\b|\band/or\b|\bcombin\w+\b", re.IGNORECASE)
_ITEM = re.compile(rf"`(?P<value>[^`]+)`(?P<note>{_NOTE})")
_RANGE = re.compile(r"\w-\w")
_IS_DEFAULT = re.compile(r"\s*\(\s*(?:the )?default\b", re.IGNORECASE)


_EITHER = re.compile(
    r"\btrue\b`?\s*(?P<true>\(default\b)?[^`.;]{0,40}?(?:,|\bor\b)\s*`?false\b`?\s*(?P<false>\(default\b)?"
    r"|\bfalse\b`?\s*(?P<no>\(default\b)?[^`.;]{0,40}?(?:,|\bor\b)\s*`?true\b`?\s*(?P<yes>\(default\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Choice:
    value: str | int
    source: Source
    is_default: bool


def add_choices(prop: Property, parts: Sequence[Text], page: str) -> Property:
    """Adds the listed values to a property that has none yet; a default outside of them forbids it."""
    if prop.type == UnknownType() and not prop.enum:
        prop = _read_boolean(prop, parts, page)
    kind = prop.type.items if isinstance(prop.type, ArrayOf) else prop.type
    if any(value.value in _NULLS for value in prop.enum):
        return _without_null(prop)
    if prop.enum or not (isinstance(kind, UnknownType) or kind in (Scalar("string"), Scalar("integer"))):
        return prop
    choices = {choice.value: choice for part in parts for choice in _read(part, kind, page)}
    null = next((choices.pop(word) for word in _NULLS if word in choices), None)
    if len(choices) + (null is not None) < 2:
        return prop
    if null is not None:
        prop = replace(prop, nullable=prop.nullable or Fact(True, null.source))
    listed = next((choice for choice in choices.values() if choice.is_default), None)
    if prop.default is None and listed is not None and kind is prop.type:
        prop = replace(prop, default=Fact(listed.value, listed.source))
    if prop.default is not None and kind is prop.type and prop.default.value not in choices:
        return prop
    return replace(prop, enum=tuple(EnumValue(choice.value, choice.source) for choice in choices.values()))


def _without_null(prop: Property) -> Property:
    """A property whose listed values include the word for none."""
    null = next(value for value in prop.enum if value.value in _NULLS)
    values = tuple(value for value in prop.enum if value.value not in _NULLS)
    return replace(prop, enum=values, nullable=prop.nullable or Fact(True, null.source))


def _read_boolean(prop: Property, parts: Sequence[Text], page: str) -> Property:
    """A property without a type of which the description says that it is true or false."""
    found = next(((part, match) for part in parts if (match := _EITHER.search(part.text))), None)
    if found is None:
        return prop
    part, match = found
    source = Source(page, part.first, part.last, Evidence.PROSE)
    stated = next((name for name in ("true", "yes", "false", "no") if match[name]), None)
    default = prop.default
    if default is None and stated is not None:
        default = Fact(stated in ("true", "yes"), source)
    return replace(prop, type=Scalar("boolean"), type_source=source, default=default)


def _read(part: Text, kind: Type, page: str) -> Iterator[_Choice]:
    text = " ".join(part.text.split())
    if _JOINED.search(text):
        return
    matches = list(_LISTED.finditer(text))
    named = _NAMED.match(text) if not matches else None
    if named is not None and not _OPEN.search(named["subject"]):
        matches = [named]
    source = Source(page, part.first, part.last, Evidence.PROSE)
    for match in (*matches, *(_MORE.finditer(text) if matches else ())):
        items = list(_ITEM.finditer(match["values"]))
        if any(_RANGE.fullmatch(item["value"]) for item in items):
            continue
        values = [_typed(item["value"].strip('"'), kind) for item in items]
        if isinstance(kind, UnknownType) and all(_is_number(item["value"]) for item in items):
            values = [int(item["value"]) for item in items]
        for item, value in zip(items, values, strict=True):
            if value is not None and None not in values:
                yield _Choice(value, source, _IS_DEFAULT.match(item["note"]) is not None)


def _typed(text: str, kind: Type) -> str | int | None:
    if kind == Scalar("integer"):
        return int(text) if _is_number(text) else None
    return text


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d{1,18}", text) is not None
