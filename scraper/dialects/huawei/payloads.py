"""Payloads: the bodies of messages that a page prints, which are XML, JSON or bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.blocks import Code
from scraper.dialects.huawei.bodies import finish_rows
from scraper.dialects.huawei.elements import shape_of
from scraper.dialects.huawei.example_sets import Examples
from scraper.dialects.huawei.inputs import read_request_body
from scraper.dialects.huawei.markup import BINARY, MARKUP, Node, markup_in, parse_markup, read_elements, walk_elements
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.parameters import BODY, Call, Rows
from scraper.dialects.huawei.responses import read_responses
from scraper.dialects.huawei.snippets import JSON_START, Snippet, take_apart
from scraper.dialects.huawei.tables import Entry
from spec.model import Example, MediaType, RequestBody, Response, Source

_CONTENT = re.compile(r"(?m)^[ \t]*[<\[](?:the )?object[ _]?(?:content|data|file)[^<>\[\]]*[>\]][ \t]*$", re.IGNORECASE)
_JSON = "application/json"
_KIND = re.compile(r"[a-z]+/(?:[\w.-]+\+)?(?P<syntax>json|xml)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Side:
    """What a request or an answer consists of: rows, XML with placeholders, samples, and the printed media types."""

    label: str
    entries: Sequence[Entry]
    messages: Sequence[tuple[Node, Source]]
    samples: tuple[Example, ...]
    stated: Sequence[str]
    has_json: bool

    @property
    def media_type(self) -> str:
        """The media type that is printed, or that what is printed has; empty where nothing says it."""
        markup = next((name for name in self.stated if name.endswith("xml")), "")
        if self.messages or self.samples:
            return markup or MARKUP
        return markup if markup and not self.has_json else _JSON if self.stated or self.has_json else ""


@dataclass(frozen=True, slots=True)
class Payloads:
    """Reads the bodies of one message from rows and examples."""

    rows: Rows
    examples: Examples
    call: Call
    notes: Notes

    def read_request(self, snippet: Snippet, source: Source) -> RequestBody | None:
        """The body of a message that stands at `source`."""
        entries = self.rows.request.get(BODY, [])
        if _CONTENT.search(snippet.text) and not entries:
            return RequestBody((MediaType(BINARY, source=source),), source)
        side = self._request_side(snippet, source, entries)
        has_markup = bool(side.messages or side.samples)
        if not has_markup and (not entries or side.media_type == _JSON):
            return read_request_body(self.rows, self.examples, self.call, self.notes)
        media, description = self._read_media(side)
        tables = self.rows.body_tables
        source = self.notes.source(tables[0].table.block) if tables else media.source or source
        is_needed = next((entry.required for entry in entries if entry.required and entry.required.value), None)
        return RequestBody((media,), source, is_needed, description)

    def _request_side(self, snippet: Snippet, source: Source, entries: Sequence[Entry]) -> _Side:
        text, before = markup_in(snippet.text)
        template = parse_markup(text)
        messages = [(template, replace(source, first=snippet.first + before))] if template else []
        requests = self.examples.requests
        headers = [snippet.headers, *(one.headers for one in requests)]
        has_json = JSON_START.match(snippet.text) is not None or any(one.body for one in requests)
        markup = tuple(one.markup for one in requests if one.markup)
        return _Side("request", entries, messages, markup, list(_stated_in(headers)), has_json)

    def read_responses(self, items: Sequence[Item]) -> tuple[Response, ...]:
        """The responses that samples and tables of statuses show; the elements are those of the successful one."""
        tables = [table for bodies in self.rows.response_bodies.values() for table in bodies]
        entries = [entry for one in tables for entry in one.table.entries]
        messages = list(_templates(items, self.notes))
        printed = tuple(example for shown in self.examples.markup.values() for example in shown)
        stated = list(_stated_in(_answered_headers(items, self.notes)))
        side = _Side("response", entries, messages, printed, stated, bool(self.examples.responses))
        if side.media_type == _JSON:
            return read_responses(items, self.rows, self.examples, self.call, self.notes)
        headers = Rows(response_headers=self.rows.response_headers)
        found = read_responses(items, headers, self.examples, self.call, self.notes)
        if not entries and not messages:
            return found
        success = next((one for one in found if one.status.startswith("2")), None)
        response = success or Response("2XX", self.notes.source(tables[0].table.block) if tables else messages[0][1])
        shown = tuple(example for media in response.content if media.is_markup for example in media.examples)
        side = replace(side, label=f"response {response.status}", samples=shown)
        media, _ = self._read_media(side, side.media_type or (MARKUP if printed else ""))
        others = tuple(one for one in response.content if not one.is_markup)
        kept = [one for one in found if one is not success]
        return tuple(sorted([replace(response, content=(*others, media)), *kept], key=lambda one: one.status))

    def _read_media(self, side: _Side, media_type: str = "") -> tuple[MediaType, str]:
        """The XML of a side, and what its table says of the outermost element."""
        parsed = [(node, example.source) for example in side.samples if (node := parse_markup(example.text))]
        rows = finish_rows(side.entries, self.call.id, side.label, self.notes)
        root = read_elements([*side.messages, *parsed])
        shape = shape_of(root, rows)
        for element in walk_elements(root) if root else ():
            for name in sorted(element.attributes):
                message = f"the document has no place for {name}, an attribute of the element {element.name}"
                self._find("unread-block", message, element.source, f"{side.label}.{element.name}.{name}")
        for row in shape.unplaced:
            message = f"no message shows the element {row.name}; taken for one inside of the outermost element"
            self._find("flattened-structure", message, row.source, f"{side.label}.{row.name}")
        for prop in shape.unlisted:
            message = f"a message shows the element {prop.name}, which no table has"
            self._find("example-undocumented-field", message, prop.source, f"{side.label}.{prop.name}")
        source = side.entries[0].source if side.entries else side.messages[0][1] if side.messages else None
        media_type = media_type or side.media_type
        if not media_type and source is not None:
            message = f"nothing shows the media type of the body; {MARKUP} is assumed"
            self._find("assumed-media-type", message, source, side.label)
        return MediaType(media_type or MARKUP, shape.type, side.samples, source, shape.root), shape.description

    def _find(self, code: str, message: str, source: Source, pointer: str) -> None:
        self.notes.find(code, message, source, self.call.id, pointer)


def _templates(items: Sequence[Item], notes: Notes) -> Iterator[tuple[Node, Source]]:
    """The XML that sections show as the syntax of a response."""
    for item in items:
        if item.section != "response-syntax" or not isinstance(item.block, Code):
            continue
        notes.take(item.block)
        text, before = markup_in(item.block.text)
        if node := parse_markup(text):
            yield node, Source(notes.page.name, item.block.text_first + before, item.block.last)


def _answered_headers(items: Sequence[Item], notes: Notes) -> Iterator[Sequence[tuple[str, str, Source]]]:
    """The headers of the answers that a page prints."""
    for item in items:
        if isinstance(item.block, Code) and (item.section in ("response-syntax", "response-example", "example")):
            for snippet in take_apart(item.block, notes.page.name):
                if snippet.line is None:
                    yield snippet.headers


def _stated_in(messages: Iterable[Sequence[tuple[str, str, Source]]]) -> Iterator[str]:
    """The media types of JSON and XML that the headers of messages state."""
    for name, value, _ in (header for headers in messages for header in headers):
        if name.casefold() == "content-type" and (match := _KIND.match(value)):
            yield match[0].casefold()
