"""Types: what type cells say in words, beyond the names of types."""

from __future__ import annotations

import re

from scraper.types import parse_type
from spec.model import ArrayOf, ObjectOf, Reference, Scalar, Type, Union, UnknownType

_NULL = re.compile(r"\s*(?:/|\||\bor\b|,)\s*(?:null|nil|none)\b|\b(?:null|nil)\s*(?:/|\||\bor\b)\s*|\(nullable\)", re.I)
_REMARK = re.compile(r"\s*(?:\([^()]*\)|,\s*(?:required|optional))\s*$", re.IGNORECASE)
_ALIASES: dict[str, Type] = {
    "date string": Scalar("string", "date"),
    "datetime string": Scalar("string", "date-time"),
    "date time": Scalar("string", "date-time"),
    "date/time": Scalar("string", "date-time"),
    "date-time string": Scalar("string", "date-time"),
    "iso 8601 date": Scalar("string", "date"),
    "iso 8601 datetime": Scalar("string", "date-time"),
    "binary": Scalar("string", "binary"),
}
_WORDED: tuple[tuple[re.Pattern[str], Type], ...] = (
    (re.compile(r"(?:array|list) of (?:[\w-]+ )*(?:objects|hashes)"), ArrayOf(ObjectOf())),
    (re.compile(r"(?:hash|map) of strings to integers"), ObjectOf(additional=Scalar("integer"))),
    (re.compile(r"(?:hash|map) of (?:strings to )?strings"), ObjectOf(additional=Scalar("string"))),
)
_STRING = re.compile(r"[\w-]+ strings?")


def read_worded_type(words: str) -> tuple[Type, bool]:
    """A printed type without marks, and whether it says that the value may be null."""
    bare = _NULL.sub(" ", words).strip(" /|,")
    kind = _read(bare)
    if isinstance(kind, UnknownType):
        plain = _REMARK.sub("", bare)
        short = _read(plain) if plain != bare else kind
        kind = kind if isinstance(short, UnknownType) else short
    return kind, bare != words


def _read(text: str) -> Type:
    low = text.lower()
    if low in _ALIASES:
        return _ALIASES[low]
    worded = next((known for pattern, known in _WORDED if pattern.fullmatch(low)), None)
    if worded is not None:
        return worded
    kind = _without_references(parse_type(text), text)
    if isinstance(kind, UnknownType) and "," in text:
        kind = _without_references(parse_type(re.sub(r"\s*,\s*(?:or\s+)?", "/", text)), text)
    return Scalar("string") if isinstance(kind, UnknownType) and _STRING.fullmatch(low) else kind


def _without_references(kind: Type, text: str) -> Type:
    """These pages name no structures; a capitalised word is a type that we do not know."""
    if isinstance(kind, Reference):
        low = parse_type(text.lower())
        return UnknownType(text) if isinstance(low, Reference | UnknownType) else low
    if isinstance(kind, ArrayOf):
        items = _without_references(kind.items, "")
        return ArrayOf(UnknownType() if isinstance(items, UnknownType) else items)
    if isinstance(kind, Union):
        members = tuple(_without_references(member, "") for member in kind.members)
        return UnknownType(text) if any(isinstance(m, UnknownType) for m in members) else Union(members)
    return kind
