"""Elaboration: lists outside of a table that say more about one of its rows: its values, or its members."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.blocks import ListBlock, Table, Text
from scraper.dialects.gitlab.bullets import read_item, top_items
from scraper.dialects.gitlab.words import VALUES, WORDING
from scraper.layout.material import Attributes
from scraper.layout.notes import Notes
from scraper.layout.tables import lists_names
from scraper.vocabulary import fold
from spec.model import ArrayOf, EnumValue, Evidence, ObjectOf, Property, Scalar, Type, UnknownType

_CODE = re.compile(r"`:?([\w\[\]-]+)`")
_SUBJECT = re.compile(
    r"^\W*(?:the )?`?(\w+)`?(?: (?:attribute|parameter|field|value))? (?:can|must|may) be\b", re.IGNORECASE
)
_VALUES = re.compile(
    r"\bone of\b|\b(?:possible|valid|allowed|available|supported|following) (?:\w+ )?values?\b|"
    r"\b(?:possible|valid|allowed|available|supported)\b[^`]*\bfor (?:the )?`:?\w+` (?:attribute|parameter|field)\b",
    re.IGNORECASE,
)
_KEYS = r"(?:keys|attributes|properties|members|fields|options|strings|elements)"
_STRINGS = re.compile(r"\bfollowing strings\b", re.IGNORECASE)
_MEMBERS = re.compile(
    rf"\b{_KEYS}\b.*\bfor `|`.*\b(?:takes?|contains?|accepts?|supports?|includes?)\b.*\b{_KEYS}\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^`(?P<value>[^`]+)`(?:\s*\([^()]*\))?\s*(?:[:,.–—-]\s*(?P<text>.*))?$", re.DOTALL)


def is_about_row(label: str) -> bool:
    """Whether a label announces the values or the members of something that it names in code."""
    return bool(_CODE.search(label)) and bool(_VALUES.search(label) or _MEMBERS.search(label))


def list_values(table: Table, label: str) -> tuple[str, ListBlock] | None:
    """The list, with its label, that a table of values stands for: its header names a row, or its label does."""
    if table.header is None or not lists_names(table, WORDING):
        return None
    header = fold(table.header.cells[0].text)
    items = [Text(": ".join(cell.text for cell in row.cells[:2]), row.first, row.last) for row in table.rows]
    if header not in VALUES:
        label = f"Possible values of `{header.replace(' ', '_')}`"
    return (label, ListBlock(tuple(items), table.first, table.last)) if is_about_row(label) else None


def elaborate(tables: Sequence[Attributes], label: str, block: ListBlock, notes: Notes) -> list[Attributes]:
    """The tables, one of whose rows has the values or members that a list gives under a label."""
    found = _find_row(tables, label)
    items = [(item, _ITEM.match(item.text)) for item in top_items(block)]
    if found is None or not items or not all(match for _, match in items):
        return list(tables)
    pairs = [(item, match) for item, match in items if match is not None]
    row = found
    if _MEMBERS.search(label) and _holder(row.type) is not None:
        kind = Scalar("string") if _STRINGS.search(label) else UnknownType()
        members = [_read_member(item, match, kind, notes) for item, match in pairs]
        row = replace(row, type=_with_members(row.type, members))
    elif _VALUES.search(label) and not row.enum and isinstance(row.type, UnknownType | Scalar) and len(pairs) > 1:
        values = [EnumValue(match["value"], notes.source(item, Evidence.PROSE)) for item, match in pairs]
        is_text = isinstance(row.type, UnknownType) or row.type == Scalar("string")
        row = replace(row, enum=tuple(values)) if is_text else row
    return [
        replace(table, properties=tuple(row if prop is found else prop for prop in table.properties))
        for table in tables
    ]


def _find_row(tables: Sequence[Attributes], label: str) -> Property | None:
    """The last row that a label names in code, or as the subject of its sentence."""
    subject = _SUBJECT.match(label)
    names = {*_CODE.findall(label), *([subject[1].lower()] if subject else ())}
    rows = [prop for table in tables for prop in table.properties if prop.name in names]
    return rows[-1] if rows else None


def _holder(kind: Type) -> ObjectOf | None:
    """The object without members yet that a type is, or lists."""
    inner = kind.items if isinstance(kind, ArrayOf) else kind
    inner = ObjectOf() if inner == UnknownType() and isinstance(kind, ArrayOf) else inner
    return inner if isinstance(inner, ObjectOf) and not inner.properties else None


def _with_members(kind: Type, members: Sequence[Property]) -> Type:
    held = ObjectOf(tuple(members))
    return ArrayOf(held) if isinstance(kind, ArrayOf) else held


def _read_member(item: Text, match: re.Match[str], kind: Type, notes: Notes) -> Property:
    found, _ = read_item(replace(item, text=f"`{match['value']}`: {match['text'] or ''}"), (), notes)
    return replace(found, type=kind) if isinstance(found.type, UnknownType) else found
