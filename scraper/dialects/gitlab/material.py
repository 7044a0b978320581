"""Material: the blocks about one group of endpoints, sorted by what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scraper.blocks import Block, Code, Furniture, Heading, ListBlock, Paragraph, Table, Text
from scraper.dialects.gitlab.bullets import (
    has_attributes,
    is_attribute_list,
    lists_bare_names,
    read_bare_names,
    read_list,
    says_none,
)
from scraper.dialects.gitlab.elaboration import elaborate, is_about_row, list_values
from scraper.dialects.gitlab.words import (
    CREDENTIALS,
    SHOWN_TO_SOME,
    VALUES,
    VERSION_NOTE,
    VOCABULARY,
    WORDING,
    is_history,
    is_lost_table,
)
from scraper.layout.answers import announced_status, read_head, read_statuses
from scraper.layout.curl import is_curl, read_curls
from scraper.layout.documents import split_documents
from scraper.layout.endpoints import read_endpoints
from scraper.layout.labels import (
    DEPRECATED,
    JOINING,
    SAYS_ELSEWHERE,
    is_about_failure,
    is_about_headers,
    is_about_request,
    is_about_response,
    is_announced,
    is_label,
)
from scraper.layout.material import Material, Shown
from scraper.layout.notes import Notes
from scraper.layout.tables import lists_names, read_table, table_roles
from scraper.vocabulary import fold

JSON_LANGUAGES = frozenset({"json", "javascript", "js", "jsonc", "json5"})
MEDIA = {"html": "text/html", "xml": "application/xml", "yaml": "application/yaml"}
PLAIN_LANGUAGES = frozenset({"", "plaintext", "text", "txt", "http", "xml", "yaml", "html", "diff"})


class Sorter:
    """Walks over blocks with the last label in mind; `links` are the anchors of the page that the text names."""

    def __init__(self, notes: Notes) -> None:
        self.material = Material(credentials=CREDENTIALS)
        self.links: list[str] = []
        self._notes = notes
        self._label = ""
        self._status = ""
        self._about_response = False
        self._awaited: Text | None = None
        self._lists: list[tuple[str, ListBlock]] = []

    def sort(self, blocks: Sequence[Block]) -> None:
        """Sorts blocks in document order; each is read, ignored under a name, or left unread."""
        for block in blocks:
            match block:
                case Heading():
                    self._settle_awaited()
                    self._notes.ledger.read(block)
                    self._label, self._status = block.text, ""
                    self._about_response = is_about_response(block.text)
                case Furniture():
                    self._notes.ledger.ignore(block.name, block)
                case Paragraph():
                    self._sort_paragraph(block)
                case ListBlock():
                    self._sort_list(block)
                case Table():
                    self._sort_table(block)
                case Code():
                    self._sort_code(block)
        self._settle_awaited()
        for label, block in self._lists:
            self.elaborate(label, block)
        self._lists.clear()

    def elaborate(self, label: str, block: ListBlock) -> bool:
        """Takes the values or members that a list gives of a row; whether there is such a row."""
        tables = elaborate(self.material.request, label, block, self._notes)
        found = tables != self.material.request
        self.material.request = tables
        return found

    def take_tables(self, tables: Sequence[Table], *, as_response: bool) -> None:
        """Reads attribute tables that stand in other sections."""
        found = [read_table(table, WORDING, self._notes) for table in tables]
        (self.material.response if as_response else self.material.request).extend(found)

    def take_more(self, tables: Sequence[Table]) -> None:
        """Reads the rows of attribute tables that are not listed yet."""
        for table in tables:
            listed = {row.name for found in self.material.request for row in found.properties}
            found = read_table(table, WORDING, self._notes)
            more = tuple(row for row in found.properties if row.name not in listed)
            self.material.request.append(replace(found, properties=more))

    def _sort_paragraph(self, block: Paragraph) -> None:
        text = Text(block.text, block.first, block.last, block.links)
        if is_lost_table(block):
            self._label = self._status = ""
            return
        if VERSION_NOTE.match(block.text):
            self._notes.ledger.ignore("history", block)
            self._label = self._status = ""
            return
        self._notes.ledger.read(block)
        if read_endpoints(block):
            self._label = ""
            return
        stated = list(read_statuses(text, self._notes))
        self._status = announced_status(block.text, stated)
        self.material.statuses.extend(stated)
        if is_label(block.text):
            self._settle_awaited()
            self._label = block.text
            if "example" in block.text.lower() and len(block.text.split()) <= 6:
                self._awaited = text
            return
        self._label = block.text if block.text.rstrip().endswith(":") else ""
        if block.text.strip().lower() not in JOINING:
            self._describe(text)

    def _describe(self, text: Text) -> None:
        if DEPRECATED.search(text.text) and self.material.deprecated is None:
            self.material.deprecated = text
        if text.links and SAYS_ELSEWHERE.search(text.text):
            self.material.elsewhere.append(text)
        self.links.extend(link[1:] for link in text.links if link.startswith("#"))
        self.material.text.append(text.text)

    def _sort_list(self, block: ListBlock) -> None:
        announced = is_announced(self._label)
        if is_about_row(self._label) and not is_about_response(self._label):
            if self.elaborate(self._label, block):
                self._notes.ledger.read(block)
                self._label = ""
                return
            if lists_bare_names(block):
                self._notes.ledger.read(block)
                self._lists.append((self._label, block))
                self._label = ""
                return
        if announced and lists_bare_names(block) and not SHOWN_TO_SOME.search(self._label):
            self.material.request.append(read_bare_names(block, self._notes))
            self._label = ""
            return
        if is_attribute_list(block, announced) or (announced and has_attributes(block)):
            found = read_list(block, self._notes)
            (self.material.response if is_about_response(self._label) else self.material.request).append(found)
            self._label = ""
            return
        self._awaited = None
        if not is_about_response(self._label):
            self.elaborate(self._label, block)
        items = [item for item in block.items if not is_history(item)]
        self._notes.ledger.ignore("history", *(item for item in block.items if is_history(item)))
        stated = [list(read_statuses(item, self._notes)) for item in items]
        if announced and not all(stated) and not says_none(block) and not lists_bare_names(block):
            return
        self._notes.ledger.read(*items)
        self.material.statuses.extend(status for statuses in stated for status in statuses)
        deprecated = next((item for item in items if DEPRECATED.search(item.text)), None)
        self.material.deprecated = self.material.deprecated or deprecated
        if not all(stated):
            self.material.text.append("\n".join(f"- {item.text}" for item in items))

    def _sort_table(self, block: Table) -> None:
        roles = table_roles(block, WORDING)
        if not roles:
            self._sort_other_table(block)
            return
        if block.caption is not None:
            self._label = block.caption.text
        header = block.header.cells[roles.index("name")].text if block.header else ""
        about_response = is_about_response(self._label) or is_about_response(header)
        if "required" in roles and not is_about_response(header):
            about_response = self._about_response and about_response
        found = replace(
            read_table(block, WORDING, self._notes), is_header=is_about_headers(self._label) or fold(header) == "header"
        )
        (self.material.response if about_response else self.material.request).append(found)
        self._label = ""

    def _sort_other_table(self, block: Table) -> None:
        """A table of statuses or of values; one that names something else stays unread, any other is for people."""
        values = list_values(block, self._label)
        if values is not None and not is_about_response(self._label) and self.elaborate(*values):
            self._notes.ledger.read(block)
            return
        header = block.header
        roles = [VOCABULARY.role(cell.text) for cell in header.cells] if header else []
        if "status" not in roles:
            is_other = header and (not lists_names(block, WORDING) or fold(header.cells[0].text) in VALUES)
            names = [cell.text.strip("`").lower() for row in block.rows for cell in row.cells[:1]]
            if is_other or CREDENTIALS.issuperset(names):
                self._notes.ledger.ignore("table-of-other-things", block)
            return
        self._notes.ledger.read(block)
        for row in block.rows:
            text = Text(f"Status code {' '.join(cell.text for cell in row.cells)}", row.first, row.last)
            self.material.statuses.extend(list(read_statuses(text, self._notes))[:1])

    def _sort_code(self, block: Code) -> None:
        self._awaited = None
        label, status = self._label, self._status
        if read_endpoints(block):
            self._notes.ledger.read(block)
            self._label = self._status = ""
        elif is_curl(block):
            self._notes.ledger.read(block)
            self.material.curls.extend(read_curls(block))
        elif block.language in JSON_LANGUAGES or (block.language in PLAIN_LANGUAGES and _is_shown(block, label)):
            self._notes.ledger.read(block)
            self._show(block, label, status)
            self._label = self._status = ""
        else:
            self._notes.ledger.ignore("code-in-other-languages", block)

    def _show(self, block: Code, label: str, status: str) -> None:
        """Takes what a block shows: the head of an answer, documents, or the file that a command sends."""
        head = read_head(block, self._notes) if block.text.startswith("HTTP/") else None
        if head is not None:
            self.material.statuses.append(head[0])
            status, rest = head[0].code, head[1]
            parts = () if rest is None else split_documents(rest)
        else:
            parts = split_documents(block)
        is_failure = is_about_failure(label) and not status.startswith("2")
        is_sent = any(curl.data[:1] == "@" and curl.data[1:] and curl.data in label for curl in self.material.curls)
        media = MEDIA.get(block.language, "")
        shown = [Shown(part, status, is_sent or is_about_request(label), is_failure, media) for part in parts]
        self.material.shown.extend(shown)

    def _settle_awaited(self) -> None:
        if self._awaited is not None:
            self.material.announced.append(self._awaited)
        self._awaited = None


def _is_shown(block: Code, label: str) -> bool:
    """Whether a block without a telling language is an example: it looks like JSON, or a label says so."""
    return block.text.lstrip()[:1] in ("{", "[") or is_about_response(label)
