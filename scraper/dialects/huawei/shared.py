"""Pages without an operation, to which others refer: common parameters and headers, shared answers, statuses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from scraper.blocks import Code, Heading, Paragraph, Table
from scraper.dialects.huawei.bodies import finish_rows
from scraper.dialects.huawei.elements import shape_of
from scraper.dialects.huawei.labels import place_tables
from scraper.dialects.huawei.markup import MARKUP, markup_in, parse_markup, read_elements
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.responses import read_statuses
from scraper.dialects.huawei.structures import Placed, link_structures
from scraper.dialects.huawei.tables import roles_of
from scraper.dialects.huawei.types import named_type
from scraper.dialects.huawei.vocabulary import HEADER_NAMES
from scraper.examples import parse_json
from scraper.facts import Shared, Target
from scraper.passes.hoist import pascal
from scraper.passes.rebuild import inline
from scraper.vocabulary import fold
from spec.model import Evidence, Example, MediaType, ObjectOf, Reference, Response, Structure

_FAILURE = re.compile(r"\b(?:abnormal|errors?|failed|failures?)\b|异常|错误", re.IGNORECASE)
_SUCCESS = re.compile(r"\b(?:normal|success(?:ful)?)\b|正常", re.IGNORECASE)
_PARTS = (
    ("header", re.compile(r"\bheaders?\b|消息头", re.IGNORECASE)),
    ("query", re.compile(r"\bquery\b", re.IGNORECASE)),
    ("path", re.compile(r"\b(?:path|ur[il])\b", re.IGNORECASE)),
    ("body", re.compile(r"\bbody\b|\belements?\b|\bform ?data\b", re.IGNORECASE)),
)
_SIDES = (
    ("request", re.compile(r"\brequest\b|请求", re.IGNORECASE)),
    ("response", re.compile(r"\b(?:responses?|returned|results?|errors?)\b|响应|返回", re.IGNORECASE)),
)
_MAX_LABEL = 80


@dataclass(slots=True)
class _Place:
    """Where a table stands: the words above it, the nearest first, and the anchors that lead to it."""

    title: str
    heading: str = ""
    label: str = ""
    anchors: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def enter(self, heading: Heading) -> None:
        self.anchors = {level: known for level, known in self.anchors.items() if level < heading.level}
        self.anchors[heading.level] = heading.anchors
        self.heading, self.label = heading.text, ""

    def words(self, table: Table) -> tuple[str, ...]:
        caption = table.caption.text if table.caption else ""
        return caption, self.label, self.heading, self.title

    def targets(self, table: Table) -> list[str]:
        above = (anchor for known in self.anchors.values() for anchor in known)
        return list(dict.fromkeys(["", *above, *table.anchors]))


def read_shared(items: Sequence[Item], title: str, notes: Notes) -> list[Target]:
    """What links to a page without an operation, or to a place on it, lead to."""
    items = [replace(item, heading="other") if item.heading == "errors" else item for item in items]
    placed = link_structures(place_tables(items, notes))
    reader = _Reader(items, {one.table.block.first: one for one in placed}, title, notes)
    found: list[Target] = []
    place = _Place(title)
    for item in items:
        if isinstance(item.block, Heading):
            place.enter(item.block)
        elif isinstance(item.block, Paragraph) and len(item.block.text) <= _MAX_LABEL:
            place.label = item.block.text
        elif isinstance(item.block, Table):
            stated = reader.read(item.block, place.words(item.block))
            found += [Target(anchor, shared=shared) for shared in stated for anchor in place.targets(item.block)]
    if found:
        _settle(items, notes)
    known = {target.anchor for target in found}
    return [*found, *(Target(anchor) for anchor in _anchors(items) if anchor not in known)]


def _anchors(items: Sequence[Item]) -> Iterator[str]:
    """Places that hold nothing for others; links to them lead somewhere all the same."""
    for item in items:
        if isinstance(item.block, Heading):
            yield from item.block.anchors


def _settle(items: Sequence[Item], notes: Notes) -> None:
    """The rest of such a page states nothing of an operation."""
    for item in items:
        block = item.block
        is_foreign = isinstance(block, Table) and not {"name", "status", "code"} & set(roles_of(block))
        is_text = isinstance(block, Paragraph | Code) and not item.is_label and not notes.is_taken(block)
        if is_foreign or is_text:
            notes.ledger.ignore("background", block)


class _Reader:
    def __init__(self, items: Sequence[Item], placed: Mapping[int, Placed], title: str, notes: Notes) -> None:
        self._placed = placed
        self._title = title
        self._notes = notes
        self._samples = list(_samples(items, notes))
        self._structures: dict[str, Structure] = {}
        self._referred = {named_type(entry.type) for one in placed.values() for entry in one.table.entries}
        for one in placed.values():
            if one.structure:
                notes.read_table(one.table)
                rows = finish_rows(one.table.entries, "", one.structure, notes)
                self._structures[one.structure] = Structure(one.structure, rows, notes.source(one.table.block))

    def read(self, table: Table, words: tuple[str, ...]) -> list[Shared]:
        """What a table states for others; nothing for one that states nothing of parameters."""
        roles = roles_of(table)
        source = self._notes.source(table)
        if "status" in roles or "code" in roles:
            return [Shared("status", "response", source, is_error=True, statuses=self._statuses(table))]
        one = self._placed.get(table.first)
        if one is None:
            return []
        is_error = _is_about_failures(words)
        if one.structure and not (is_error and one.structure not in self._referred):
            media = MediaType(schema=inline(Reference(one.structure), self._structures), source=source)
            return [Shared("structure", "", source, one.structure, one.table.caption.number or 0, media=media)]
        self._notes.read_table(one.table)
        side = _named(_SIDES, words)
        part = _part_of(one, words[:-1] if is_error else words) or ("body" if is_error or side == "response" else "")
        name = pascal(self._title) + ("" if not is_error or _FAILURE.search(self._title) else "Error")
        rows = finish_rows(one.table.entries, "", part, self._notes)
        shared = Shared(part, side, source, name, one.table.caption.number or 0, is_error, rows)
        pieces = [shared] if part else _part_headers(shared)
        return [replace(each, media=self._media(each, one)) if each.part in ("body", "") else each for each in pieces]

    def _statuses(self, table: Table) -> tuple[Response, ...]:
        states_codes = "code" in roles_of(table)
        found = read_statuses(table, self._notes)
        return tuple(Response(status, source, "" if states_codes else text) for status, (text, source) in found.items())

    def _media(self, shared: Shared, one: Placed) -> MediaType:
        alike = [shown for is_error, shown in self._samples if is_error == shared.is_error]
        if _lists_elements(one):
            markup = [shown for _, shown in self._samples if isinstance(shown.value, str)]
            nodes = [(node, shown.source) for shown in markup if (node := parse_markup(shown.text))]
            shape = shape_of(read_elements(nodes), shared.rows)
            return MediaType(MARKUP, shape.type, tuple(markup[:1]), shared.source, shape.root)
        shown = tuple(example for example in alike if not isinstance(example.value, str))
        schema = inline(ObjectOf(shared.rows), self._structures)
        return MediaType(schema=schema, examples=shown[:1], source=shared.source)


def _part_of(one: Placed, words: tuple[str, ...]) -> str:
    """Where the rows of a table travel; empty where nothing says so."""
    kind = one.table.caption.kind
    stated = kind if kind in ("path", "query", "header", "body") else _named(_PARTS, words)
    return stated or ("body" if _lists_elements(one) else "")


def _lists_elements(one: Placed) -> bool:
    header = one.table.block.header
    return header is not None and fold(header.cells[0].text) == "element"


def _part_headers(shared: Shared) -> list[Shared]:
    """A table that does not say where its rows travel, without those that are headers wherever they stand."""
    headers = tuple(row for row in shared.rows if row.name.casefold() in HEADER_NAMES)
    others = tuple(row for row in shared.rows if row not in headers)
    found = [replace(shared, part="header", rows=headers)] if headers else []
    return [*found, replace(shared, rows=others)] if others else found


def _samples(items: Sequence[Item], notes: Notes) -> Iterator[tuple[bool, Example]]:
    """The bodies that a page shows, and whether the words above them say that they answer a call that failed."""
    words: list[str] = []
    for item in items:
        block = item.block
        if isinstance(block, Heading | Paragraph):
            words = [block.text, *words[:1]]
        elif isinstance(block, Code):
            text, before = markup_in(block.text)
            first = block.text_first + before
            parsed = None if text else parse_json(block.text, block.text_first)
            value = text or (parsed.value if parsed else None)
            if isinstance(value, dict | str) and not (parsed and parsed.repairs):
                source = replace(notes.source(block, Evidence.EXAMPLE), first=first)
                yield _is_about_failures(words), Example("example-1", value, source, text or block.text)


def _is_about_failures(words: Iterable[str]) -> bool:
    """What the nearest words say that know success from failure."""
    for text in words:
        if _SUCCESS.search(text) or _FAILURE.search(text):
            return _FAILURE.search(text) is not None
    return False


def _named(table: Sequence[tuple[str, re.Pattern[str]]], words: Iterable[str]) -> str:
    """The first name whose words the nearest text has."""
    return next((name for text in words for name, pattern in table if pattern.search(text)), "")
