"""The chapters before the reference: REST endpoints written out as `GET https://…`, and what is around them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from scraper.blocks import Block, Code, Heading, ListBlock, Paragraph, Table, Text
from scraper.dialects.coding.examples import Side, read_json
from scraper.dialects.coding.notes import Notes
from scraper.dialects.coding.rows import ReadRow, read_rows
from scraper.dialects.coding.sections import Section, is_label, roles_of
from scraper.dialects.coding.words import (
    BEARER,
    HEADER_LINE,
    LIST_PARAMETER,
    REQUEST_LABEL,
    RESPONSE_LABEL,
    RPC_LINK,
    SCOPE_MODE,
    TOKEN,
    URL_CALL,
)
from scraper.examples import ParsedJson
from spec.model import Evidence, Example, Scope, Source

_URL = re.compile(r"^`?(https?://[^\s`\u3002\uff0c]+)`?$")


@dataclass(frozen=True, slots=True)
class Item:
    """A parameter in a list, `name: description`."""

    name: str
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Curl:
    """A documented command: the host, path and query that it asks for."""

    host: str
    path: str
    query: tuple[tuple[str, str], ...]
    source: Source
    text: str


@dataclass(slots=True)
class Endpoint:
    """A REST endpoint with everything that its chapter says about it."""

    method: str
    scheme: str
    host: str
    path: str
    title: Heading | None
    source: Source
    group: str = ""
    items: list[Item] = field(default_factory=list)
    rows: list[ReadRow] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    curls: list[Curl] = field(default_factory=list)
    responses: list[tuple[Example, ParsedJson]] = field(default_factory=list)
    schemes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Chapters:
    """What the chapters state. `tokens` are the words before a token, with their place."""

    endpoints: list[Endpoint] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    tokens: list[tuple[str, Source]] = field(default_factory=list)
    bearer: Source | None = None
    rpc: tuple[str, str, Source] | None = None
    examples: list[tuple[Side, Example, ParsedJson]] = field(default_factory=list)


def read_chapters(sections: Sequence[Section], notes: Notes) -> Chapters:
    """Reads every section that is not laid out as a call."""
    found = Chapters()
    for section in sections:
        _Chapter(section, found, notes).read()
    return found


class _Chapter:
    def __init__(self, section: Section, found: Chapters, notes: Notes) -> None:
        self.section = section
        self.found = found
        self.notes = notes
        self.endpoint: Endpoint | None = None
        self.side: Side | None = None
        self.lead: list[str] = []
        calls = [b for b in section.blocks if isinstance(b, Code | Paragraph) and URL_CALL.match(b.text.strip())]
        self.last_call = calls[-1].first if calls else 0

    def read(self) -> None:
        if self.section.title:
            self.notes.read(self.section.title)
        for block in self.section.blocks:
            self._take(block)

    def _take(self, block: Block) -> None:
        if is_label(block) and isinstance(block, Heading | Paragraph):
            text = block.text.strip()
            asked, told = REQUEST_LABEL.match(text), RESPONSE_LABEL.match(text)
            self.side = "request" if asked else "response" if told else self.side
            self.notes.read(block)
        elif isinstance(block, Heading):
            self.notes.read(block)
        elif isinstance(block, ListBlock):
            self._list(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Code):
            self._code(block)
        elif isinstance(block, Paragraph):
            self._text(block)

    # ------------------------------------------------------------ lists and tables

    def _list(self, block: ListBlock) -> None:
        for item in block.items:
            text = re.sub(r"[;\uff1b]\s*$", "", item.text.replace("`", "").strip())
            match = LIST_PARAMETER.match(text)
            if self.endpoint is not None and match and not text.startswith("http"):
                source = Source(self.notes.page, item.first, item.last, Evidence.PROSE)
                self.endpoint.items.append(Item(match[1], match[2].strip(), source))
                self.notes.read(item)
            elif _URL.match(text):
                self.notes.ignore("base address", item)
            elif not self._facts(item):
                self.notes.ignore("instructions", item)

    def _table(self, table: Table) -> None:
        roles = roles_of(table)
        if table.header:
            self.notes.read(table.header)
        if "type" in roles and self.endpoint is not None:
            self.endpoint.rows += read_rows(table, self.notes, "query")
        elif roles[:1] == ("name",) and "type" not in roles:
            self.found.scopes += _scopes(table, self.notes)

    # ------------------------------------------------------------ code and text

    def _code(self, code: Code) -> None:
        read = read_json(code, self.notes.page)
        if read is not None:
            self._json(code, *read)
            return
        text = code.text.strip()
        if text.startswith("curl"):
            self._curl(code)
        elif not self._facts(code) and HEADER_LINE.match(text):
            self.notes.read(code)

    def _json(self, code: Code, example: Example, parsed: ParsedJson) -> None:
        self.notes.read(code)
        if self.endpoint is not None:
            self.endpoint.responses.append((example, parsed))
            return
        sides = [side for side, _, _ in self.found.examples]
        side: Side = self.side or ("response" if sides.count("request") > sides.count("response") else "request")
        self.found.examples.append((side, example, parsed))
        self.side = None

    def _curl(self, code: Code) -> None:
        self._facts(code)
        try:
            words = shlex.split(code.text.replace("\\\n", " "))
        except ValueError:
            words = code.text.split()
        url = next((word for word in words if word.startswith(("http://", "https://"))), None)
        if self.endpoint is None or url is None:
            self.notes.ignore("command", code)
            return
        try:
            parts = urlsplit(url)
            query = tuple(parse_qsl(parts.query, keep_blank_values=True))
        except ValueError:
            return
        source = Source(self.notes.page, code.first, code.last, Evidence.EXAMPLE)
        self.endpoint.curls.append(Curl(parts.netloc, parts.path, query, source, code.text))
        self.notes.read(code)

    def _text(self, block: Paragraph) -> None:
        if self._facts(block):
            return
        text = block.text.strip()
        if _URL.match(text):
            self.notes.ignore("example address", block)
        elif self.endpoint is not None or block.last < self.last_call:
            (self.endpoint.prose if self.endpoint else self.lead).append(text)
            self.notes.read(block)
        else:
            self.notes.ignore("introduction", block)

    def _facts(self, block: Code | Paragraph | Text) -> bool:
        """Reads an endpoint, the RPC address or a header out of a line; whether there was one."""
        text = " ".join(block.text.replace("`", "").split())
        source = Source(self.notes.page, block.first, block.last, Evidence.PROSE)
        if match := URL_CALL.match(text):
            self.endpoint = Endpoint(
                match[1], match[2], match[3], match[4] or "/", self.section.title, source, self.section.group
            )
            self.endpoint.prose, self.lead = self.lead, []
            self.found.endpoints.append(self.endpoint)
        elif match := RPC_LINK.match(text):
            self.found.rpc = self.found.rpc or (match[1], match[2] or "", source)
        elif BEARER.search(text):
            self.found.bearer = self.found.bearer or source
            self._use("bearer")
        elif match := TOKEN.search(text):
            self.found.tokens.append((match[1], source))
            self._use("token")
        else:
            return False
        self.notes.read(block)
        return True

    def _use(self, scheme: str) -> None:
        if self.endpoint is not None and scheme not in self.endpoint.schemes:
            self.endpoint.schemes.append(scheme)


def _scopes(table: Table, notes: Notes) -> Iterator[Scope]:
    for row in table.rows:
        cells = [" ".join(cell.text.split()) for cell in row.cells]
        head, label = cells[0].strip("`") if cells else "", " ".join(cells[1:]).strip()
        name = re.match(r"[A-Za-z][\w:.\-]*", head)
        if name is None:
            continue
        label = f"{head[name.end() :].strip()} {label}".strip()
        mode = SCOPE_MODE.match(label)
        rest = label[mode.end() :].strip() if mode else label
        notes.read(row)
        yield Scope(name[0], notes.source(row), f"{rest} ({mode[1]})" if mode and rest else label)
