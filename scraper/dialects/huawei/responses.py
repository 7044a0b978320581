"""Responses by status: from their tables, their examples and the table of status codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.blocks import Paragraph, Row, Table
from scraper.dialects.huawei.bodies import body_type, finish_rows
from scraper.dialects.huawei.example_sets import Examples
from scraper.dialects.huawei.markup import BINARY, MARKUP
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.parameters import Call, Rows
from scraper.dialects.huawei.statuses import leading_statuses
from scraper.dialects.huawei.structures import Placed
from scraper.dialects.huawei.tables import Entry, roles_of
from scraper.dialects.huawei.vocabulary import states_no_body
from spec.model import Evidence, Example, Location, MediaType, Parameter, Response, Source

_STATUS = re.compile(r"(?<!\d)([1-5]\d\d)(?!\d)")
_PHRASE = re.compile(r"(?:\s+[A-Z][A-Za-z ]*)?\.?")
"""What may stand behind the statuses of a line that states nothing else."""
_FULFILLED = re.compile(r"\bstatus code\s+[\"“*]*(2\d\d)\b[^.]{0,40}\bis returned\b", re.IGNORECASE)


def read_responses(
    items: Sequence[Item], rows: Rows, examples: Examples, call: Call, notes: Notes
) -> tuple[Response, ...]:
    """The responses of an operation, in the order of their statuses."""
    described = {**_status_lines(items, notes), **_status_tables(items, notes)}
    labelled = {
        item.status: item for item in items if item.status and item.is_label and item.section != "request-example"
    }
    printed = [
        *rows.response_bodies,
        *rows.response_headers,
        *examples.responses,
        *examples.markup,
        *examples.binary,
        *examples.summaries,
        *labelled,
        *described,
    ]
    success = _success([status for status in printed if status])
    empty = {item.status for item in items if _says_nothing(item)}
    reader = _Reader(rows, examples, call, notes)
    found = []
    for status in sorted({status or success for status in printed}):
        keys = (status, "") if status == success else (status,)
        text, source = described.get(status, ("", None))
        response = reader.read(status, keys, source, labelled.get(status))
        is_empty = not response.content and bool(empty & set(keys))
        found.append(replace(response, description=text or response.description, is_empty=is_empty))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the response of one status; its `keys` are those under which its parts were found."""

    rows: Rows
    examples: Examples
    call: Call
    notes: Notes

    def read(self, status: str, keys: Sequence[str], source: Source | None, label: Item | None) -> Response:
        tables = [table for key in keys for table in self.rows.response_bodies.get(key, ())]
        headers = [entry for key in keys for entry in self.rows.response_headers.get(key, ())]
        summary = self.examples.summaries.get(status, "")
        shown = tuple(
            replace(example, summary=example.summary or summary)
            for key in keys
            for example in self.examples.responses.get(key, ())
        )
        source = source or _source(tables, label, shown, self.notes)
        content = (*_content(tables, shown, self.call, status, self.notes), *self._other_content(keys))
        fields = _headers(headers, self.call, f"response {status}", self.notes)
        return Response(status, source, summary, fields, content)

    def _other_content(self, keys: Sequence[str]) -> Iterator[MediaType]:
        """XML and bytes."""
        printed = tuple(example for key in keys for example in self.examples.markup.get(key, ()))
        if printed:
            yield MediaType(MARKUP, examples=printed)
        if self.examples.binary & set(keys):
            yield MediaType(BINARY)


def _says_nothing(item: Item) -> bool:
    """Whether a line says that a response has no body."""
    is_about_body = item.heading == item.section == "response" and item.part != "header"
    return is_about_body and isinstance(item.block, Paragraph) and not item.is_label and states_no_body(item.text)


def _success(statuses: Sequence[str]) -> str:
    """The status of what is printed without one: the only success there is, or any success."""
    known = {status for status in statuses if status.startswith("2")}
    return known.pop() if len(known) == 1 else "2XX"


def _source(tables: Sequence[Placed], item: Item | None, shown: Sequence[Example], notes: Notes) -> Source:
    if tables:
        return notes.source(tables[0].table.block)
    if item is not None:
        return notes.source(item.block)
    return next((example.source for example in shown), Source(notes.page.name, 1, 1))


def _headers(entries: Sequence[Entry], call: Call, label: str, notes: Notes) -> tuple[Parameter, ...]:
    return tuple(Parameter(Location.HEADER, prop) for prop in finish_rows(entries, call.id, label, notes))


def _content(
    tables: Sequence[Placed], shown: tuple[Example, ...], call: Call, status: str, notes: Notes
) -> tuple[MediaType, ...]:
    entries = [entry for one in tables for entry in one.table.entries]
    if not entries and not shown:
        return ()
    label = f"response {status}"
    for one in tables:
        notes.add_targets(one.table.block, call.id, label)
    schema = body_type(entries, shown, call, label, notes) if entries else None
    source = notes.source(tables[0].table.block) if tables else None
    return (MediaType(schema=schema, examples=shown, source=source),)


def _status_lines(items: Sequence[Item], notes: Notes) -> dict[str, tuple[str, Source | None]]:
    """Statuses that are printed as text: `204`, `200 OK`, `200, 202`, `4xx`, `if status code 204 is returned`."""
    found: dict[str, tuple[str, Source | None]] = {}
    for item in items:
        if isinstance(item.block, Paragraph) and item.section in ("response", "status"):
            for status in _FULFILLED.findall(item.block.text):
                found.setdefault(status, ("", notes.source(item.block, Evidence.PROSE)))
        if item.heading != "status" or item.is_label or not isinstance(item.block, Paragraph):
            continue
        statuses, rest = leading_statuses(item.block.text.strip())
        for status in statuses if _PHRASE.fullmatch(rest) else ():
            found.setdefault(status, (rest.strip().rstrip("."), notes.source(item.block)))
            notes.take(item.block)
    return found


def _status_tables(items: Sequence[Item], notes: Notes) -> dict[str, tuple[str, Source | None]]:
    found: dict[str, tuple[str, Source | None]] = {}
    for item in items:
        if isinstance(item.block, Table) and "status" in roles_of(item.block):
            for status, stated in read_statuses(item.block, notes).items():
                found.setdefault(status, stated)
    return found


def read_statuses(table: Table, notes: Notes) -> dict[str, tuple[str, Source]]:
    """The statuses that a table lists, each with what it says of it and where."""
    found: dict[str, tuple[str, Source]] = {}
    lost = []
    for row in table.rows:
        statuses, text = _status_row(row, table)
        for status in statuses:
            found.setdefault(status, (text, notes.source(row)))
        if not statuses:
            lost.append(row)
    notes.read_rows(table, lost)
    return found


def _status_row(row: Row, table: Table) -> tuple[tuple[str, ...], str]:
    """The statuses of a row, and what it says of them."""
    cells = dict(zip(roles_of(table), row.cells, strict=False))
    text = cells["status"].text if "status" in cells else ""
    statuses, rest = leading_statuses(text)
    if rest == text and (match := _STATUS.search(text)):
        statuses, rest = (match[1],), _STATUS.sub("", text)
    description = cells["description"].text if "description" in cells else ""
    return statuses, description.strip() or rest.strip(" :-–")
