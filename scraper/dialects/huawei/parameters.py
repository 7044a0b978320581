"""Where each row travels: path, query, header or body, request or response."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.requests import placeholders
from scraper.dialects.huawei.structures import Placed, stands_for_body
from scraper.dialects.huawei.tables import Entry
from scraper.dialects.huawei.types import named_type
from scraper.dialects.huawei.vocabulary import HEADER_NAMES
from spec.model import ArrayOf, ObjectOf

PATH, QUERY, HEADER, BODY = "path", "query", "header", "body"
_LOCATIONS = {"path": PATH, "uri": PATH, "url": PATH, "query": QUERY, "header": HEADER, "headers": HEADER, "body": BODY}
_HEADER_NAME = re.compile(r"^(?:X-[\w-]+|[A-Z][a-z]+(?:-[A-Za-z]+)+|ETag|Location|Date)$")
_BODILESS = frozenset({"GET", "HEAD"})


@dataclass(slots=True)
class Rows:
    """The rows of one operation by where they travel; responses by status."""

    request: dict[str, list[Entry]] = field(default_factory=dict)
    body_tables: list[Placed] = field(default_factory=list)
    body_row: Entry | None = None
    response_headers: dict[str, list[Entry]] = field(default_factory=dict)
    response_bodies: dict[str, list[Placed]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Call:
    """What is known of an operation before its tables are read."""

    id: str
    method: str
    path: str
    query_names: tuple[str, ...]
    has_json: bool
    lists_elements: bool = False

    @property
    def sends_body(self) -> bool:
        """Whether an uncaptioned request row is a property of the body, which elements of their own are not."""
        can_send = self.method not in _BODILESS and (self.method != "DELETE" or self.has_json)
        return can_send and not self.lists_elements


def sort_rows(tables: Sequence[Placed], call: Call, notes: Notes) -> Rows:
    """Sorts the rows of the tables that are no structures."""
    rows = Rows()
    for index, one in enumerate(tables):
        if one.structure:
            continue
        side = _side(one)
        if side == "request":
            _sort_request(one, call, rows, notes)
        elif side == "response":
            _sort_response(one, tables[index + 1 :], call, rows, notes)
        else:
            continue
        notes.read_table(one.table)
        if side != _heading_side(one):
            message = f"a {side} table stands outside of a {side} section"
            notes.find("missing-heading", message, one.table.block, call.id)
    return rows


def _side(one: Placed) -> str:
    """The caption's word first, then the section."""
    caption = one.table.caption
    if caption.side:
        return caption.side
    return _heading_side(one) or ("request" if caption.kind in (PATH, QUERY, "uri") else "")


def _heading_side(one: Placed) -> str:
    if one.item.section in ("response", "response-example") or one.item.heading in ("response", "response-example"):
        return "response"
    return (
        "request" if one.item.heading in ("uri", "request", "request-example") or one.item.section == "request" else ""
    )


def _sort_request(one: Placed, call: Call, rows: Rows, notes: Notes) -> None:
    kinds: list[str] = []
    for entry in one.table.entries:
        if stands_for_body(entry, one):
            rows.body_row = entry
            continue
        kind = _request_kind(entry, one, call)
        rows.request.setdefault(kind, []).append(entry)
        kinds.append(kind)
    if BODY in kinds:
        rows.body_tables.append(one)
    if one.guessed and kinds:
        label = kinds[0] if kinds[0] != BODY else "request"
        message = f"a table without caption was taken for {label} parameters"
        notes.find("missing-table-caption", message, one.table.block, call.id, label)


def _request_kind(entry: Entry, one: Placed, call: Call) -> str:
    if entry.location in _LOCATIONS:
        return _LOCATIONS[entry.location]
    kind = one.table.caption.kind
    kind = one.item.part if one.item.part and kind not in (PATH, QUERY, HEADER) else kind
    if kind == PATH and entry.name in call.query_names and entry.name not in placeholders(call.path):
        return QUERY
    if kind in (PATH, QUERY, HEADER, BODY):
        return kind
    if entry.name in placeholders(call.path):
        return PATH
    if entry.name.casefold() in HEADER_NAMES:
        return HEADER
    if kind == "uri" or (one.item.heading == "uri" and one.item.section != "request"):
        return QUERY
    return BODY if call.sends_body else QUERY


def _sort_response(one: Placed, following: Sequence[Placed], call: Call, rows: Rows, notes: Notes) -> None:
    status = one.item.status
    is_header = HEADER in (one.table.caption.kind, one.item.part) or (
        not one.table.has_caption and _looks_like_headers(one) and _more_under(status, following)
    )
    if is_header:
        rows.response_headers.setdefault(status, []).extend(one.table.entries)
    else:
        rows.response_bodies.setdefault(status, []).append(one)
    if one.guessed:
        label = f"response {status}".strip()
        what = "headers" if is_header else "the body"
        pointer = f"{label} header" if is_header else label
        notes.find(
            "missing-table-caption", f"a table without caption was taken for {what}", one.table.block, call.id, pointer
        )


def _more_under(status: str, following: Sequence[Placed]) -> bool:
    """Whether another table that is no structure follows under the same status."""
    return any(
        other.item.status == status and not other.structure and _side(other) == "response" for other in following
    )


def _looks_like_headers(one: Placed) -> bool:
    entries = one.table.entries
    flat = all(not named_type(entry.type) and not isinstance(entry.type, ArrayOf | ObjectOf) for entry in entries)
    return flat and bool(entries) and all(_HEADER_NAME.match(entry.name) for entry in entries)
