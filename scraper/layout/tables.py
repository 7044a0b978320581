"""Tables: the rows that name parameters, and what their descriptions state."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from scraper.blocks import Cell, Row, Table, Text
from scraper.layout.choices import add_choices
from scraper.layout.labels import DEPRECATED
from scraper.layout.material import Attributes
from scraper.layout.notes import Notes
from scraper.layout.types import read_worded_type
from scraper.prose.english import read_prose
from scraper.prose.model import Finding, add_prose
from scraper.urls import coerce
from scraper.vocabulary import Role, Vocabulary, fold
from spec.model import (
    JSON,
    Fact,
    Property,
    Source,
    Type,
)

_NESTED = re.compile(r"^`?(?P<parent>[\w-]+)(?:\[\])?`?\s+(?:attributes?|parameters?|fields?|options?)$", re.IGNORECASE)
NAME = re.compile(r"^[A-Za-z_$@][\w$@.:\-\[\]~/*]*$")
_NO_DEFAULT = frozenset({"", "-", "–", "—", "n/a", "none", "no default", "required"})


def _collapse(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Wording:
    """How the tables of one vendor are worded.

    `clean` takes the marks out of a cell that are no words, `describe` those out of a description;
    `deprecated` matches a name cell that says so.
    """

    vocabulary: Vocabulary
    clean: Callable[[str], str] = _collapse
    describe: Callable[[str], str] = str
    read_required: Callable[[str], bool | None] = lambda text: None
    deprecated: re.Pattern[str] = DEPRECATED


def table_roles(table: Table, wording: Wording) -> tuple[Role | None, ...]:
    """The role of each column of a table that lists attributes; empty for any other table."""
    if table.header is None:
        return ()
    roles: list[Role | None] = []
    for cell in table.header.cells:
        text = fold(wording.clean(cell.text))
        role = wording.vocabulary.role(text)
        roles.append("name" if role is None and _NESTED.match(text) else role)
    if "name" not in roles or not {"type", "required", "description"} & set(roles):
        return ()
    return tuple(roles)


def read_body(table: Table, wording: Wording, notes: Notes) -> Property | None:
    """A body that is no object: the only row of a table of types that names nothing."""
    roles = [wording.vocabulary.role(wording.clean(cell.text)) for cell in table.header.cells] if table.header else []
    if "type" not in roles or "name" in roles or len(table.rows) != 1:
        return None
    row = table.rows[0]
    cells = dict(zip(roles, row.cells, strict=False))
    kind, nullable = read_type(cells["type"].text if "type" in cells else "", wording)
    source = Source(notes.page, row.first, row.last)
    base = Property("", kind, source, nullable=Fact(True, source) if nullable else None)
    parts = cells["description"].parts if "description" in cells else ()
    notes.ledger.read(table)
    return describe(base, parts, wording, notes)[0]


def lists_names(table: Table, wording: Wording) -> bool:
    """Whether the first column of a table holds nothing but names set as code."""
    firsts = [wording.clean(row.cells[0].text) if row.cells else "" for row in table.rows]
    return bool(firsts) and all(re.fullmatch(r"`[^`]+`", text) and NAME.match(text.strip("`")) for text in firsts)


def read_table(table: Table, wording: Wording, notes: Notes) -> Attributes:
    """Reads an attribute table; a row without a readable name stays unread."""
    roles = table_roles(table, wording)
    nested = _NESTED.match(fold(wording.clean(table.header.cells[roles.index("name")].text))) if table.header else None
    notes.ledger.read(*_frame(table))
    properties: list[Property] = []
    findings: list[tuple[str, Finding]] = []
    for row in table.rows:
        found = _read_row(row, roles, wording, notes)
        if found:
            notes.ledger.read(row)
        for prop, issues in found:
            properties.append(prop)
            findings.extend((prop.name, issue) for issue in issues)
    parent = nested["parent"] if nested else ""
    return Attributes(tuple(properties), tuple(findings), parent)


def _frame(table: Table) -> list[Text]:
    """The lines of a table that are no rows: caption, header, delimiter, tags."""
    rows = {number for row in table.rows for number in range(row.first, row.last + 1)}
    return [Text("", number, number) for number in range(table.first, table.last + 1) if number not in rows]


# ---------------------------------------------------------------- rows


def _read_row(
    row: Row, roles: Sequence[Role | None], wording: Wording, notes: Notes
) -> list[tuple[Property, tuple[Finding, ...]]]:
    cells: dict[Role, Cell] = {}
    for role, cell in zip(roles, row.cells, strict=False):
        if role is not None:
            cells.setdefault(role, cell)
    named = cells.get("name")
    if named is None or not named.parts:
        return []
    source = Source(notes.page, row.first, row.last)
    kind, nullable = read_type(_text(cells, "type"), wording)
    parts = list(cells["description"].parts) if "description" in cells else []
    required = wording.read_required(_text(cells, "required"))
    condition = _text(cells, "required").strip()
    note = f"Required: {wording.clean(condition)}." if required is None and len(condition.split()) > 1 else ""
    base = Property(
        "",
        kind,
        source,
        required=None if required is None else Fact(required, source),
        nullable=Fact(True, source) if nullable else None,
        default=_read_default(cells.get("default"), kind, source),
        deprecated=Fact(True, source) if wording.deprecated.search(named.text.replace("`", "")) else None,
    )
    found = [describe(replace(base, name=name), parts, wording, notes) for name in _names(named.text, wording)]
    return [(_add_note(prop, note), issues) for prop, issues in found]


def _add_note(prop: Property, note: str) -> Property:
    return replace(prop, description="\n".join(filter(None, (prop.description, note))))


def _text(cells: dict[Role, Cell], role: Role) -> str:
    return cells[role].text if role in cells else ""


def _names(text: str, wording: Wording) -> list[str]:
    """The names in a name cell: those in code, otherwise the only word without its badges."""
    coded = re.findall(r"`([^`]+)`", text)
    rest = re.sub(r"`[^`]+`", "", text)
    if len(coded) > 1 and not re.fullmatch(r"[\s/,|]*(?:(?:or|and)[\s/,|]*)*", rest):
        coded = coded[:1]
    names = [strip_name(name) for name in coded] if coded else [strip_name(wording.clean(text))]
    if coded or len(names[0].split()) == 1:
        return [name for name in names if name and NAME.match(name)]
    first = re.match(r"([A-Za-z_][\w.\[\]-]*)\s*\((?:[^)]*)\)$", names[0])
    return [first[1]] if first else []


def strip_name(name: str) -> str:
    """A name without the marks around it."""
    return name.strip().strip("`*'\":").strip()


def read_type(text: str, wording: Wording) -> tuple[Type, bool]:
    """A printed type, and whether it says that the value may be null."""
    return read_worded_type(" ".join(wording.clean(text).replace("`", "").split()))


def _read_default(cell: Cell | None, kind: Type, source: Source) -> Fact[JSON] | None:
    text = cell.text.strip() if cell is not None else ""
    coded = re.fullmatch(r"`([^`]*)`", text)
    value = coded[1].strip("'\"") if coded else text
    if (not coded and (value.lower() in _NO_DEFAULT or " " in value)) or "\n" in value:
        return None
    if value in ("null", "nil"):
        return Fact(None, source)
    return Fact(coerce(value, kind), source)


def describe(
    prop: Property, parts: Sequence[Text], wording: Wording, notes: Notes
) -> tuple[Property, tuple[Finding, ...]]:
    """A property with what its description states, and what is wrong with the description."""
    tidy = [replace(part, text=wording.describe(part.text)) for part in parts if part.text.strip()]
    facts = read_prose(tidy, notes.page, prop.type)
    return add_choices(add_prose(prop, facts), tidy, notes.page), facts.findings
