"""The `github` dialect: GitHub's REST v3 reference; `GET /repos/:owner/:repo`, Parameters, Example, Response."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scraper.blocks import Block, Code, Furniture, Heading, ListBlock, Paragraph, Table, Text
from scraper.facts import PageFacts
from scraper.layout.answers import read_head, read_statuses
from scraper.layout.background import read_introduction, settle_background
from scraper.layout.curl import is_curl, read_curls
from scraper.layout.documents import object_keys
from scraper.layout.endpoints import read_endpoints
from scraper.layout.headers import add_accepted, find_accepted, find_media_types, take_content_type
from scraper.layout.labels import (
    DEPRECATED,
    is_about_each_value,
    mentioned_names,
    owners_in_sentence,
    owners_in_title,
)
from scraper.layout.material import Material, Shown
from scraper.layout.nesting import doubt_owner, gather_rows, holder_names
from scraper.layout.notes import Notes
from scraper.layout.operations import build_operations
from scraper.layout.outline import Outline, choose_title, read_outline
from scraper.layout.placeholders import add_mentions
from scraper.layout.servers import find_servers
from scraper.layout.tables import Wording, read_body, read_table, table_roles
from scraper.ledger import Ledger
from scraper.page import Page
from scraper.readers.plain import read_plain
from scraper.vocabulary import Role, Vocabulary
from spec.diagnostics import Diagnostic
from spec.model import Api, Evidence, Operation, Property, Scalar, Tag

COLUMNS: dict[str, Role] = {"name": "name", "type": "type", "description": "description", "default": "default"}
SECTIONS = dict.fromkeys(("parameters", "input", "example", "response"), "part")
WORDING = Wording(Vocabulary(COLUMNS, SECTIONS))
CREDENTIALS = frozenset({"authorization", "access_token", "client_id", "client_secret", "x-github-otp"})

_API = re.compile(r"https://(?:api\.[\w.-]+|[\w.-]+/api/v3)(?=[/\"?])")
_RESPONSE = re.compile(r"\b(?:responses?|results?)\b", re.IGNORECASE)
_REQUEST = re.compile(r"\b(?:parameters?|inputs?|body|payload|requests?|examples?)\b", re.IGNORECASE)
_EXAMPLE = re.compile(r"\b(?:examples?|inputs?|body|payload|here's|requests?)\b", re.IGNORECASE)
_PLAIN_TITLES = frozenset({"response", "example", "example input", "input", "parameters"})
_BOILERPLATE = re.compile(r"^Warning: The API may change without advance notice")
_FILE = re.compile(
    r"\braw (?:binary )?(?:content|data|form|file)\b.*\b(?:uploaded|expected|request body)\b|\braw binary form\b"
)
_PLAIN_LANGUAGES = frozenset({"", "json", "html", "xml", "text"})


class GitHub:
    """GitHub's REST API v3 pages as developer.github.com served them, whole or by section."""

    name = "github"
    summary = "GitHub REST API v3 pages (developer.github.com/v3): verb lines, Parameters, Example and Response"
    expects = "a code block with a line such as `GET /repos/:owner/:repo` for each operation"
    vocabulary = WORDING.vocabulary

    def read_dump(self, page: Page) -> tuple[Sequence[Block], Sequence[Diagnostic]]:
        """Reads the text of a rendered page."""
        return read_plain(page, self.vocabulary)

    def parse(self, page: Page, blocks: Sequence[Block]) -> PageFacts:
        """Reads the blocks of a page into facts."""
        notes = Notes(page.name, Ledger(page.lines))
        outline = read_outline(blocks, _is_facts)
        title = outline.title.text if outline.title else ""
        introduction = read_introduction(outline, WORDING, notes)
        operations = tuple(_read_operations(outline, title, notes))
        for heading, group in outline.groups:
            for block in (heading, *group) if heading else group:
                settle_background(block, heading, WORDING, notes)
        api = Api(
            title,
            introduction,
            (page.name,),
            operations,
            servers=find_servers(blocks, _API, notes) if operations else (),
            tags=(Tag(title, introduction),) if title and operations else (),
        )
        return PageFacts(api, tuple(notes.diagnostics), notes.ledger.settle())


DIALECT = GitHub()


def _is_facts(block: Block) -> bool:
    """Whether a block parts the text about one verb line from the text about the next."""
    return isinstance(block, Table) or (isinstance(block, Code) and not find_media_types(block.text))


def _read_operations(outline: Outline, tag: str, notes: Notes) -> Iterable[Operation]:
    known: dict[tuple[str, str], str] = {}
    for segment in outline.segments:
        if segment.title:
            notes.ledger.read(segment.title)
        sorter = _Sorter(notes)
        sorter.sort((*segment.before, segment.block, *segment.after, *segment.shared))
        heading = segment.title.text if segment.title else ""
        title = choose_title(segment, heading, sorter.material.text)
        yield from build_operations(segment, title, tag, sorter.material, known, notes)


class _Sorter:
    """Walks over the blocks of one section with its last heading in mind."""

    def __init__(self, notes: Notes) -> None:
        self.material = Material(credentials=CREDENTIALS)
        self._notes = notes
        self._part, self._level = "", 0
        self._heading, self._said = "", list[str]()
        self._status, self._media, self._lead = "", "", ""
        self._owners: tuple[str, ...] = ()
        self._awaits_body = False
        self._objects: frozenset[str] = frozenset()

    def sort(self, blocks: Sequence[Block]) -> None:
        """Sorts blocks in document order; each is read, or ignored under a name."""
        self._objects = object_keys(blocks)
        for block in blocks:
            match block:
                case Furniture():
                    self._notes.ledger.ignore(block.name, block)
                    continue
                case Paragraph() if _BOILERPLATE.match(block.text):
                    self._notes.ledger.ignore("preview-warning", block)
                    continue
                case Heading():
                    self._open(block)
                case Paragraph() if not read_endpoints(block):
                    self._read_text(Text(block.text, block.first, block.last, block.links))
                case ListBlock():
                    self._say("\n".join(f"- {item.text}" for item in block.items))
                case Table() if table_roles(block, WORDING):
                    self._read_rows(block)
                    continue
                case Table():
                    if self._part == "request":
                        self.material.body = self.material.body or read_body(block, WORDING, self._notes)
                    if block.header:
                        self._notes.ledger.ignore("table-of-other-things", block)
                    continue
                case Code():
                    self._read_code(block)
            self._notes.ledger.read(block)
        self.material.text.extend(self._said)

    def _open(self, heading: Heading) -> None:
        self._owners, self._lead = owners_in_title(heading.text, self._holders()), ""
        inherited = self._part if heading.level > self._level else ""
        if self._owners:
            self._part = inherited or "request"
            return
        self._heading, self._media = heading.text, ""
        self._status = self._status if inherited else ""
        self.material.text.extend(self._said)
        self._said = []
        if _RESPONSE.search(heading.text) or _REQUEST.search(heading.text):
            self._part = "response" if _RESPONSE.search(heading.text) else "request"
            self._level, self._status = heading.level, ""
        else:
            self._part = inherited
            self._say(heading.text)

    @property
    def _summary(self) -> str:
        return "" if self._heading.casefold() in _PLAIN_TITLES else self._heading

    def _say(self, text: str) -> None:
        """Keeps text: about an answer in front of its status, about the operation otherwise."""
        is_about_answer = self._part == "response" and not self._status
        (self._said if is_about_answer else self.material.text).append(text)

    def _read_text(self, text: Text) -> None:
        if media_types := find_accepted(text.text, self._lead):
            add_accepted(self.material, media_types, self._lead, self._notes.source(text, Evidence.PROSE))
            return
        holders = self._holders()
        announced = owners_in_sentence(text.text, holders, self._objects) or owners_in_title(text.text, holders)
        self._owners = announced or self._owners
        if self.material.deprecated is None and DEPRECATED.search(text.text):
            self.material.deprecated = text
        if _FILE.search(text.text) and self._part != "response":
            source = self._notes.source(text, Evidence.PROSE)
            self.material.body = Property("", Scalar("string", "binary"), source)
        self.material.statuses.extend(read_statuses(text, self._notes))
        add_mentions(self.material, text)
        self._lead = text.text
        self._say(text.text)

    def _read_rows(self, table: Table) -> None:
        found = read_table(table, WORDING, self._notes)
        named = mentioned_names(self._lead, self._holders()) if self._lead.endswith(":") else []
        if self._part == "response" and self._owners:
            self._say("\n".join(f"- `{row.name}`: {row.description}" for row in found.properties))
        elif self._part == "response":
            self.material.response.append(found)
        else:
            is_map = is_about_each_value(self._lead)
            if self._lead in self.material.text and (self._owners or named):
                self.material.text.remove(self._lead)
            owned = [replace(found, parent=name, is_certain=True, is_map=is_map) for name in self._owners or named]
            for members in owned:
                doubt_owner(self.material.request, members, table, self._notes)
            self.material.request.extend(owned or [found])
        self._owners, self._lead = (), ""

    def _holders(self) -> set[str]:
        return holder_names(gather_rows(self.material.request))

    def _read_code(self, code: Code) -> None:
        if read_endpoints(code):
            return
        head = read_head(code, self._notes)
        if head is not None and not (head[0].code or code.language == "headers" or self._part == "response"):
            head = None
        if media_types := find_accepted(code.text, self._lead):
            add_accepted(self.material, media_types, self._lead, self._notes.source(code, Evidence.PROSE))
        elif is_curl(code):
            self.material.curls.extend(read_curls(code))
        elif head is None:
            self._show(code)
        else:
            status, self._media = take_content_type(head[0])
            self._heading = "" if self._part == "request" else self._heading
            said = [*filter(None, [self._summary]), *self._said] or [status.text]
            self.material.statuses.append(replace(status, text="\n\n".join(said)))
            self._status, self._part, self._said, self._awaits_body = status.code, "response", [], True
            if head[1] is not None:
                self._show(head[1])

    def _show(self, code: Code) -> None:
        """Takes a code block for a body: JSON, or the text after a status; any other text only illustrates."""
        is_answer = self._part == "response"
        last_sentence = re.split(r"(?<=[.!?])\s+", self._lead)[-1]
        is_shown = is_answer or not last_sentence or _EXAMPLE.search(f"{self._heading} {last_sentence}") is not None
        is_text = is_answer and self._awaits_body
        if (is_shown and code.text.lstrip()[:1] in ("{", "[")) or (is_text and code.language in _PLAIN_LANGUAGES):
            shown = Shown(code, self._status, not is_answer, media=self._media, summary=self._summary)
            self.material.shown.append(shown)
            self._awaits_body = False
        elif code.language in _PLAIN_LANGUAGES:  # what the text is about, as part of it
            self._say(code.text)
        else:
            self._notes.ledger.ignore("code-in-other-languages", code)
