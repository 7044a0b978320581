"""Parameter tables: rows by header text, and the structures that rows refer to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scraper.blocks import Cell, Row, Table, Text
from scraper.dialects.huawei.captions import Caption, parse_caption, referred_tables
from scraper.dialects.huawei.links import leads_to_description
from scraper.dialects.huawei.types import stated_type, type_of
from scraper.dialects.huawei.vocabulary import NOTHING, VOCABULARY
from scraper.prose.by_script import read_prose
from scraper.prose.model import Finding, add_prose
from scraper.vocabulary import Role, fold
from spec.model import JSON, Fact, ObjectOf, Property, Source, Type

_WIDE = 4
_ROOT = re.compile(r"^\[(?:items?|array elements?|.*\barray)\]$|^\[\]$", re.IGNORECASE)
_YES_NO = re.compile(r"^(yes|no|mandatory|optional|required|conditional(?:ly required)?|是|否)\b", re.IGNORECASE)
_INNER_NAMES = frozenset({"sub-parameter", "sub-parameters", "sub parameter", "subparameter", "sub-field"})
_REMARKS = frozenset({"remarks", "remark"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: what its columns say, and where a nested structure of it may be defined.

    `numbers` are those of tables, each with the anchors that its text links to; `elsewhere` are the
    tables of other pages that the type links to, `described` the places where its description says it is described.
    """

    name: str
    type: Type
    parts: tuple[Text, ...]
    source: Source
    required: Fact[bool] | None = None
    location: str = ""
    default: str = ""
    anchors: tuple[str, ...] = ()
    numbers: tuple[tuple[int, tuple[str, ...]], ...] = ()
    elsewhere: tuple[str, ...] = ()
    described: tuple[str, ...] = ()

    @property
    def is_root(self) -> bool:
        """Whether the row stands for the body itself (`[items]`)."""
        return _ROOT.match(self.name) is not None


@dataclass(frozen=True, slots=True)
class ParameterTable:
    """A table of parameters or properties; `has_caption` is whether words above it say what it is.

    `lost` are the rows that say nothing but one word, of which nobody knows what it is. `inner` are the tables that
    a column of inner names makes of its rows, each of the structure of one row.
    """

    block: Table
    caption: Caption
    entries: tuple[Entry, ...]
    has_caption: bool = False
    lost: tuple[Row, ...] = ()
    inner: tuple[ParameterTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Finished:
    """Properties with what their descriptions state, and the findings by property name."""

    properties: tuple[Property, ...]
    findings: tuple[tuple[str, Finding], ...] = field(default=())


def roles_of(table: Table) -> list[Role | None]:
    """The role of each column; a table without a header row has none."""
    roles = [VOCABULARY.role(cell.text) for cell in table.header.cells] if table.header else []
    return [
        "required" if role is None and "required" not in roles and _states_required(table, index) else role
        for index, role in enumerate(roles)
    ]


def _states_required(table: Table, index: int) -> bool:
    """Whether a column of remarks is one that says of each row whether it has to be there."""
    if table.header is None or fold(table.header.cells[index].text) not in _REMARKS:
        return False
    cells = [row.cells[index].text.strip() for row in table.rows if index < len(row.cells)]
    return bool(cells) and all(_YES_NO.match(cell) for cell in cells)


def parse_table(table: Table, page: str) -> ParameterTable | None:
    """Reads a table of parameters; `None` when its columns are those of no such table."""
    roles = roles_of(table)
    if "name" not in roles or not {"type", "description", "required"} & set(roles):
        return None
    entries: list[Entry] = []
    lost: list[Row] = []
    for row in table.rows:
        entry = _parse_row(row, roles, page)
        is_wide = "type" in roles and len(roles) >= _WIDE
        if entry is not None and not (is_wide and _is_lone(row)):
            entries.append(entry)
        elif any(cell.text.strip() for cell in row.cells):
            lost.append(row)
    caption = parse_caption(table.caption.text) if table.caption else Caption()
    has_caption = bool(table.caption and table.caption.text.strip())
    outer, inner = _part_inner(table, entries)
    return ParameterTable(table, caption, outer, has_caption, tuple(lost), inner)


def _part_inner(table: Table, entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], tuple[ParameterTable, ...]]:
    """The rows of a table, and those that a second column of names puts inside of another row."""
    header = table.header.cells if table.header else ()
    column = next((index for index, cell in enumerate(header) if fold(cell.text) in _INNER_NAMES), None)
    if column is None:
        return tuple(entries), ()
    names = {row.first: _clean_name(row.cells[column].text) for row in table.rows if column < len(row.cells)}
    outer: list[Entry] = []
    inner: dict[str, list[Entry]] = {}
    for entry in entries:
        name = names.get(entry.source.first, "")
        if not name or fold(name) in NOTHING:
            outer.append(entry)
            continue
        if all(entry.name != one.name for one in outer):
            outer.append(Entry(entry.name, ObjectOf(), (), entry.source))
        inner.setdefault(entry.name, []).append(replace(entry, name=name))
    tables = [
        ParameterTable(table, Caption(None, "structure", "", name), tuple(rows), True) for name, rows in inner.items()
    ]
    return tuple(outer), tuple(tables)


def _is_lone(row: Row) -> bool:
    """Whether only the first cell of a row is filled: what is left of a row that was broken over lines."""
    return bool(row.cells and row.cells[0].text.strip()) and not any(cell.text.strip() for cell in row.cells[1:])


def _parse_row(row: Row, roles: Sequence[Role | None], page: str) -> Entry | None:
    cells: dict[Role, Cell] = {}
    for role, cell in zip(roles, row.cells, strict=False):
        if role is not None:
            cells.setdefault(role, cell)
    name = _clean_name(cells["name"].text) if "name" in cells else ""
    if not name:
        return None
    source = Source(page, row.first, row.last)
    kind, sentence = type_of(cells.get("type"))
    parts = cells["description"].parts if "description" in cells else ()
    if "type" not in cells:
        kind, parts = stated_type(parts)
    named = [part for role in ("name", "type") if role in cells for part in cells[role].parts]
    texts = (*named, *parts)
    required, condition = _required_of(cells.get("required"), page)
    return Entry(
        name,
        kind,
        (*parts, *sentence, *condition),
        source,
        required,
        fold(cells["location"].text) if "location" in cells else "",
        cells["default"].text.strip() if "default" in cells else "",
        tuple(link[1:] for text in texts for link in text.links if link.startswith("#")),
        tuple((number, _linked(text)) for text in texts for number in referred_tables(text.text)),
        tuple(link for text in named for link in text.links if "#" in link and not link.startswith("#")),
        tuple(link for part in parts if leads_to_description(part.text) for link in part.links),
    )


def _linked(text: Text) -> tuple[str, ...]:
    """The anchors that the links of a text lead to; with their page, where they lead to another one."""
    return tuple(link.removeprefix("#") for link in text.links if "#" in link)


def _clean_name(text: str) -> str:
    """The printed name without marks, remarks in brackets and nesting signs."""
    first = text.strip().split("\n")[0].strip()
    plain = re.sub(r"\\(?=[_*\[\]])|[`*]", "", first).strip().lstrip(">-–+ └├─").strip()
    plain = re.sub(r"\s*[（(].*$", "", plain) or plain
    plain = re.sub(r"(?<=\w) ?_ ?(?=\w)", "_", plain)
    return plain if re.fullmatch(r"(?:[^\s|{}\"<>]|\{\w+\}){1,128}", plain) else ""


def _required_of(cell: Cell | None, page: str) -> tuple[Fact[bool] | None, tuple[Text, ...]]:
    """Yes or no, and the condition that goes with it, which stays in the description."""
    if cell is None or not cell.parts:
        return None, ()
    text = cell.text.strip()
    known = VOCABULARY.required.get(fold(text).rstrip(".。"))
    source = Source(page, cell.first, cell.last)
    if known is not None:
        return Fact(known, source), ()
    match = _YES_NO.match(text)
    known = VOCABULARY.required.get(fold(match[1])) if match else None
    conditional = re.search(r"\b(?:if|when|conditional(?:ly)?)\b", text, re.IGNORECASE) if match else None
    fact = Fact(known is True and not conditional, source) if known is not None or conditional else None
    return fact, (Text(f"Mandatory: {' '.join(text.split())}", cell.first, cell.last),)


def finish(entries: Sequence[Entry], page: str) -> Finished:
    """Turns rows into properties: their descriptions are read under the types that they now have."""
    properties: list[Property] = []
    findings: list[tuple[str, Finding]] = []
    for entry in entries:
        facts = read_prose(entry.parts, page, entry.type)
        prop = Property(entry.name, entry.type, entry.source, required=entry.required, default=_default(entry))
        properties.append(add_prose(prop, facts))
        findings += [(entry.name, finding) for finding in facts.findings]
    return Finished(tuple(properties), tuple(findings))


def _default(entry: Entry) -> Fact[JSON] | None:
    if not entry.default:
        return None
    text = Text(f"Default value: {entry.default}", entry.source.first, entry.source.last)
    default = read_prose([text], entry.source.page, entry.type).default
    return replace(default, source=entry.source) if default else None
