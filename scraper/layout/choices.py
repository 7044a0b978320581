"""Choices: values that a description lists in code, after words that say that these are all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.blocks import Text
from spec.model import ArrayOf, EnumValue, Evidence, Fact, Property, Scalar, Source, Type, UnknownType

_VALUE = r"`(?![/:])[\w.+:/-]{1,64}`"
_NOTE = r"(?:\s*\([^()]*\))?(?:\s+(?:for|to|if|when)\b[^`.;,()]*?)?"
_OR = rf"{_VALUE}{_NOTE}(?:\s*(?:,\s*or\b|,|\bor\b)\s*{_VALUE}{_NOTE})+"
_LIST = rf"{_VALUE}{_NOTE}(?:\s*(?:,\s*(?:or|and)\b|,|\bor\b|\band\b)\s*{_VALUE}{_NOTE})+"
_END = (
    r"(?=\s*(?:(?:fields?|orders?|values?|methods?(?: (?:are )?allowed)?|only|directions?|"
    r"as (?:an? )?(?:arguments?|parameters?|values?))\b)?\s*(?:[.;(]|,?\s*defaults?\b|$))"
)
_CUES = (
    r"(?:sorted|ordered|sort|order)\b(?:\s[\w-]+){0,4}?\s(?:in|by)|limit by \w+|one of(?: the following)?|"
    r"takes|can take|"
    r"(?:given|following) \w+:|(?<!\buse )(?<!\busing )either|only|"
    r"(?:can|must|may|should) be(?: set to)?(?: one of| either)?|"
    r"(?:possible|valid|allowed|available|accepted|supported|permitted) \w+(?: (?:are|is|include))?"
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
_IS_DEFAULT = re.compile(r"\s*\(\s*(?:the )?default\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Choice:
    value: str | int
    source: Source
    is_default: bool


def add_choices(prop: Property, parts: Sequence[Text], page: str) -> Property:
    """Adds the listed values to a property that has none yet; a default outside of them forbids it."""
    kind = prop.type.items if isinstance(prop.type, ArrayOf) else prop.type
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
        values = [_typed(item["value"], kind) for item in items]
        for item, value in zip(items, values, strict=True):
            if value is not None and None not in values:
                yield _Choice(value, source, _IS_DEFAULT.match(item["note"]) is not None)


def _typed(text: str, kind: Type) -> str | int | None:
    if kind == Scalar("integer"):
        return int(text) if re.fullmatch(r"-?\d{1,18}", text) else None
    return text
