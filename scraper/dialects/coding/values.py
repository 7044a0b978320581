"""Tables of values: which property each is for, in a request, a response or a structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from scraper.blocks import Heading, Table, Text
from scraper.dialects.coding.examples import objects_in
from scraper.dialects.coding.notes import Notes
from scraper.dialects.coding.rows import read_values_table
from scraper.dialects.coding.sections import roles_of
from scraper.dialects.coding.words import CAPTION_NAME
from scraper.passes.shown import Shown
from spec.model import EnumValue, Property, UnknownType

Owner: TypeAlias = tuple[Property, ...]
"""The properties of one request, response or structure."""


@dataclass(slots=True)
class CaptionedTable:
    """A table with the heading above it and the text between."""

    table: Table
    caption: Heading | Text | None
    prose: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The caption's text."""
        return self.caption.text.strip() if self.caption else ""

    @property
    def named(self) -> str:
        """The identifier that the caption gives, if it gives one."""
        match = CAPTION_NAME.match(self.title)
        return match[1] if match else ""


def is_values_table(table: Table) -> bool:
    """Whether a table lists values with labels instead of properties with types."""
    roles = roles_of(table)
    return "type" not in roles and bool({"status", "name", "other"} & set(roles))


def attach_values(
    tables: Sequence[CaptionedTable], owners: Sequence[Owner], shown: Sequence[Shown], notes: Notes
) -> list[Owner]:
    """The owners, with the values of each table given to the properties that it is for.

    A caption that is the name of a property decides; otherwise the property whose description is the
    caption, or whose example values are all in the table. A table that is for no property stays unread.
    """
    result = list(owners)
    for captioned in tables:
        _note_lost_heads(captioned, notes)
        found = _properties_of(captioned, result, shown, notes)
        if found:
            notes.read(captioned.table)
        result = [
            tuple(
                replace(prop, enum=_joined(prop, captioned.table, notes)) if (at, prop.name) in found else prop
                for prop in owner
            )
            for at, owner in enumerate(result)
        ]
    return result


def _properties_of(
    captioned: CaptionedTable, owners: Sequence[Owner], shown: Sequence[Shown], notes: Notes
) -> set[tuple[int, str]]:
    """The properties that a table is for, each with the index of its owner."""
    every = [(at, prop) for at, owner in enumerate(owners) for prop in owner]
    if captioned.named and (named := {(at, prop.name) for at, prop in every if prop.name == captioned.named}):
        return named
    printed = {value.value for value in read_values_table(captioned.table, UnknownType(), notes.page)}
    return {
        (at, prop.name) for at, prop in every if not prop.enum and _is_for(captioned, prop, printed, owners[at], shown)
    }


def _joined(prop: Property, table: Table, notes: Notes) -> tuple[EnumValue, ...]:
    """The values of the table, and those that only the description lists."""
    values = read_values_table(table, prop.type, notes.page)
    known = {value.value for value in values}
    return (*values, *(value for value in prop.enum if value.value not in known))


def _note_lost_heads(captioned: CaptionedTable, notes: Notes) -> None:
    header = captioned.table.header
    if header and sum(1 for cell in header.cells if cell.text.strip()) < 2:
        line, message = header.first, "The table of values has lost the heads of its columns."
        notes.add("missing-heading", message, line, line, captioned.title)


def _is_for(
    captioned: CaptionedTable,
    prop: Property,
    values: set[str | int | float | bool],
    owner: Owner,
    shown: Sequence[Shown],
) -> bool:
    said = prop.description.split("\n")[0].strip("\u3002. ")
    if said and captioned.title.startswith(said):
        return True
    names = {p.name for p in owner}
    examples = [v for v in _all_objects(shown) if len(names & {key for key, _ in v.members}) * 2 >= len(names)]
    members = [m for v in examples if (m := v.member(prop.name)) is not None]
    return bool(members) and all(isinstance(m.value, str) and m.value in values for m in members)


def _all_objects(shown: Sequence[Shown]) -> Iterator[Shown]:
    for value in objects_in(shown):
        yield value
        yield from _all_objects([member for _, member in value.members])
