"""The `github` dialect: GitHub's REST v3 reference; `GET /repos/:owner/:repo`, Parameters, Example, Response."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scraper.blocks import Block, Code, Furniture, Heading, ListBlock, Paragraph, Table, Text
from scraper.facts import PageFacts
from scraper.layout.answers import read_head, read_statuses
from scraper.layout.background import settle_background
from scraper.layout.curl import is_curl, read_curls
from scraper.layout.endpoints import read_endpoints
from scraper.layout.labels import DEPRECATED, is_about_response
from scraper.layout.material import Material, Shown
from scraper.layout.notes import Notes
from scraper.layout.operations import build_operations
from scraper.layout.outline import Outline, choose_title, read_outline
from scraper.layout.tables import Wording, read_table, table_roles
from scraper.ledger import Ledger
from scraper.page import Page
from scraper.readers.markdown import read_markdown
from scraper.vocabulary import Role, Vocabulary
from spec.diagnostics import Diagnostic
from spec.model import Api, Evidence, Example, Location, Operation, Parameter, Property, Scalar, Server, Source, Tag

COLUMNS: dict[str, Role] = {"name": "name", "type": "type", "description": "description", "default": "default"}
WORDING = Wording(Vocabulary(COLUMNS, {}))
CREDENTIALS = frozenset({"authorization", "access_token", "client_id", "client_secret", "x-github-otp"})

_API = re.compile(r"https?://(?:api\.[\w.-]+|[\w.-]+/api/v3)(?=[/\"?])")
_REQUEST = re.compile(r"\b(?:parameters?|inputs?|body|payload|requests?|examples?)\b", re.IGNORECASE)
_MEDIA = re.compile(r"(?:(?:Accept:\s*)?[a-z]+/[\w.+-]+(?:;\s*[\w.=-]+)?\s*)+")
_PLAIN_TITLES = frozenset({"response", "example", "example input", "input", "parameters"})
_BOILERPLATE = re.compile(r"^Warning: The API may change without advance notice")
_MEMBERS = re.compile(
    r"(?P<names>`[\w-]+`(?:(?:,| and| or)+ (?:the )?`[\w-]+`)*)(?: (?!can\b|must\b|has\b|is\b)\w+){0,2} "
    r"(?:(?:can|must|may|should|also|is|are) )*"
    r"(?:ha(?:s|ve)|takes?|accepts?|includes?|contains?|supports?|an? object)\b"
    r".*\b(?:keys|parameters|properties|fields|attributes|options)\b"
)
_MEMBERS_TITLE = re.compile(r"^(?:the )?`([\w-]+)`(?: (?:object|parameter|array|key|hash|property)s?)?$", re.IGNORECASE)


class GitHub:
    """GitHub's REST API v3 pages as developer.github.com served them, whole or by section."""

    name = "github"
    summary = "GitHub REST API v3 pages (developer.github.com/v3): verb lines, Parameters, Example and Response"
    expects = "a code block with a line such as `GET /repos/:owner/:repo` for each operation"
    vocabulary = WORDING.vocabulary

    def read_dump(self, page: Page) -> tuple[Sequence[Block], Sequence[Diagnostic]]:
        """Reads any text as the Markdown that these pages were written in."""
        return read_markdown(page)

    def parse(self, page: Page, blocks: Sequence[Block]) -> PageFacts:
        """Reads the blocks of a page into facts."""
        notes = Notes(page.name, Ledger(page.lines))
        outline = read_outline(blocks, _is_facts)
        title = outline.title.text if outline.title else ""
        introduction = _read_introduction(outline, notes)
        operations = tuple(_read_operations(outline, title, notes))
        for heading, group in outline.groups:
            for block in (heading, *group) if heading else group:
                settle_background(block, heading, WORDING, notes)
        api = Api(
            title,
            introduction,
            (page.name,),
            operations,
            servers=_read_servers(blocks, notes) if operations else (),
            tags=(Tag(title, introduction),) if title and operations else (),
        )
        return PageFacts(api, tuple(notes.diagnostics), notes.ledger.settle())


DIALECT = GitHub()


def _is_facts(block: Block) -> bool:
    """Whether a block parts the text about one verb line from the text about the next."""
    return isinstance(block, Table) or (isinstance(block, Code) and not _MEDIA.fullmatch(block.text))


def _read_introduction(outline: Outline, notes: Notes) -> str:
    texts: list[str] = []
    if outline.title:
        notes.ledger.read(outline.title)
    for block in outline.introduction:
        if isinstance(block, Paragraph):
            notes.ledger.read(block)
            texts.append(block.text)
        else:
            settle_background(block, outline.title, WORDING, notes)
    return "\n\n".join(texts)


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


def _read_servers(blocks: Sequence[Block], notes: Notes) -> tuple[Server, ...]:
    """The API that most URLs in examples belong to."""
    found: dict[str, Source] = {}
    count: Counter[str] = Counter()
    for code in (block for block in blocks if isinstance(block, Code)):
        urls = _API.findall(code.text)
        count.update(urls)
        for url in urls:
            found.setdefault(url, notes.source(code, Evidence.EXAMPLE))
    return tuple(Server(url, found[url]) for url, _ in count.most_common(1))


class _Sorter:
    """Walks over the blocks of one section with its last heading in mind."""

    def __init__(self, notes: Notes) -> None:
        self.material = Material(credentials=CREDENTIALS)
        self._notes = notes
        self._part = ""
        self._title, self._said = "", list[str]()
        self._status, self._media, self._lead = "", "", ""
        self._parents: list[str] = []
        self._is_map = False

    def sort(self, blocks: Sequence[Block]) -> None:
        """Sorts blocks in document order; each is read, or ignored under a name."""
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
                    self._notes.ledger.ignore("table-of-other-things", block)
                    continue
                case Code():
                    self._read_code(block)
            self._notes.ledger.read(block)

    def _open(self, heading: Heading) -> None:
        members = _MEMBERS_TITLE.match(heading.text)
        self._parents, self._is_map = [members[1]] if members else [], False
        self._status = self._media = self._lead = ""
        self._title, self._said = "" if heading.text.casefold() in _PLAIN_TITLES else heading.text, []
        if members:
            self._part = self._part or "request"
        elif is_about_response(heading.text):
            self._part = "response"
        elif _REQUEST.search(heading.text):
            self._part = "request"
        else:
            self._part = ""
            self._say(heading.text)

    def _say(self, text: str) -> None:
        """Keeps text: about an answer in front of its status, about the operation otherwise."""
        if self._part == "response" and not self._status:
            self._said.append(text)
        else:
            self.material.text.append(text)

    def _read_text(self, text: Text) -> None:
        if _MEDIA.fullmatch(text.text.replace("`", "")):
            self._accept(text.text.replace("`", ""), text)
            return
        members = _MEMBERS.search(text.text)
        if members:
            self._parents = re.findall(r"`([\w-]+)`", members["names"])
            self._is_map = re.search(r"\bvalue for each\b|\beach value\b", text.text) is not None
        if self.material.deprecated is None and DEPRECATED.search(text.text):
            self.material.deprecated = text
        self.material.statuses.extend(read_statuses(text, self._notes))
        self._lead = text.text
        self._say(text.text)

    def _read_rows(self, table: Table) -> None:
        found = read_table(table, WORDING, self._notes)
        tables = [replace(found, parent=p, is_certain=True, is_map=self._is_map) for p in self._parents] or [found]
        (self.material.response if self._part == "response" else self.material.request).extend(tables)
        self._parents, self._is_map = [], False

    def _read_code(self, code: Code) -> None:
        if read_endpoints(code):
            return
        head = read_head(code, self._notes) if code.language == "headers" or self._part == "response" else None
        if _MEDIA.fullmatch(code.text):
            self._accept(code.text, code)
        elif is_curl(code):
            self.material.curls.extend(read_curls(code))
        elif head is None:
            self._show(code)
        else:
            status, body = head
            self._media = next((value for name, value, _ in status.headers if name.lower() == "content-type"), "")
            headers = tuple(header for header in status.headers if header[0].lower() != "content-type")
            self._title = self._title if self._part == "response" else ""
            said = [*filter(None, [self._title]), *self._said]
            text = "\n\n".join(said or [status.text])
            self.material.statuses.append(replace(status, text=text, headers=headers))
            self._status, self._part, self._said = status.code, "response", []
            if body is not None:
                self._show(body)

    def _show(self, code: Code) -> None:
        is_request = self._part != "response"
        media = self._media.split(";")[0].strip()
        self.material.shown.append(Shown(code, self._status, is_request, media=media, summary=self._title))

    def _accept(self, printed: str, span: Text | Code) -> None:
        """Media types to ask for: values of the `Accept` header, with the sentence that says why."""
        source = self._notes.source(span, Evidence.PROSE)
        known = next((p for p in self.material.parameters if p.property.name == "Accept"), None)
        base = known or Parameter(Location.HEADER, Property("Accept", Scalar("string"), source))
        values = dict.fromkeys(re.findall(r"[a-z]+/[\w.+-]+(?:;\s*[\w.=-]+)?", printed))
        shown = [example.value for example in base.examples]
        more = tuple(
            Example(f"example-{number}", value, source)
            for number, value in enumerate((value for value in values if value not in shown), len(shown) + 1)
        )
        if self._lead and self._lead in self.material.text:
            self.material.text.remove(self._lead)
        text = "\n\n".join(filter(None, (base.property.description, self._lead)))
        grown = replace(base, property=replace(base.property, description=text), examples=base.examples + more)
        self.material.parameters = [p for p in self.material.parameters if p is not known] + [grown]
