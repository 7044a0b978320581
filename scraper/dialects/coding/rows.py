"""Table rows → properties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.blocks import Cell, Row, Table, Text
from scraper.dialects.coding.notes import Notes
from scraper.dialects.coding.sections import roles_of
from scraper.dialects.coding.words import PAGE_OF, TYPE_TAIL, VOCABULARY
from scraper.prose.chinese import read_prose
from scraper.prose.chinese_values import typed
from scraper.prose.model import add_prose
from scraper.types import parse_type
from scraper.vocabulary import fold
from spec.model import ArrayOf, EnumValue, Fact, Property, Reference, Source, Type, Union, UnknownType

_NAME = re.compile(r"[A-Za-z_$@][\w.$@\-\[\]]*\Z")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A property, and the structure of which it is a page (`Page of X`), if it is."""

    prop: Property
    page_of: str = ""


def read_rows(table: Table, notes: Notes, pointer: str) -> list[ReadRow]:
    """The properties that a table names, in its order; rows without a name continue the one above."""
    roles = roles_of(table)
    gathered: list[tuple[Row, list[Text]]] = []
    for row in table.rows:
        cells = _cells(row, roles)
        parts = list(cells["description"].parts) if "description" in cells else []
        name = cells["name"].text.strip() if "name" in cells else ""
        if _NAME.match(name.strip("`* ")):
            gathered.append((row, parts))
        elif gathered:
            gathered[-1][1].extend(part for cell in row.cells for part in cell.parts)
        else:
            continue
        notes.read(row)
    return [_read_row(row, roles, parts, notes, pointer) for row, parts in gathered]


def references(kind: Type) -> Iterator[str]:
    """The structure names in a type."""
    match kind:
        case Reference(name):
            yield name
        case ArrayOf(items):
            yield from references(items)
        case Union(members):
            for member in members:
                yield from references(member)
        case _:
            return


def read_values_table(table: Table, kind: Type, page: str) -> tuple[EnumValue, ...]:
    """The values of a table of values, each with the text beside it as its label."""
    values = []
    for row in table.rows:
        texts = [cell.text.strip() for cell in row.cells]
        if texts and texts[0]:
            source = Source(page, row.first, row.last)
            values.append(EnumValue(typed(texts[0], kind), source, " ".join(t for t in texts[1:] if t)))
    return tuple(values)


def _cells(row: Row, roles: Sequence[str]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for role, cell in zip(roles, row.cells, strict=False):
        cells.setdefault(role, cell)
    return cells


def _read_row(row: Row, roles: Sequence[str], parts: Sequence[Text], notes: Notes, pointer: str) -> ReadRow:
    cells = _cells(row, roles)
    name = cells["name"].text.strip().strip("`* ")
    printed = TYPE_TAIL.sub("", " ".join(cells["type"].text.split())) if "type" in cells else ""
    paged = PAGE_OF.match(printed)
    kind = UnknownType(printed) if paged else parse_type(printed)
    last = max([row.last, *(part.last for part in parts)])
    prop = Property(name, kind, Source(notes.page, row.first, last), required=_required(cells, notes))
    facts = read_prose(parts, notes.page, kind)
    for finding in facts.findings:
        notes.add(finding.code, finding.message, finding.first, finding.last, f"{pointer}.{name}".strip("."))
    return ReadRow(_with_default(add_prose(prop, facts), cells, notes), paged[1] if paged else "")


def _required(cells: dict[str, Cell], notes: Notes) -> Fact[bool] | None:
    cell = cells.get("required")
    value = VOCABULARY.required.get(fold(cell.text)) if cell else None
    return None if cell is None or value is None else Fact(value, Source(notes.page, cell.first, cell.last))


def _with_default(prop: Property, cells: dict[str, Cell], notes: Notes) -> Property:
    cell = cells.get("default")
    text = cell.text.strip().strip("`") if cell else ""
    if cell is None or text in ("", "-", "--", "无", "/"):
        return prop
    return replace(prop, default=Fact(typed(text, prop.type), Source(notes.page, cell.first, cell.last)))
