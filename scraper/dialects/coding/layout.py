"""The parts of one operation's section: its tables, texts, call line and examples, in their roles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scraper.blocks import Block, Code, Heading, ListBlock, Paragraph, Table, Text
from scraper.dialects.coding.examples import ReadExample, Side, envelope_of, note_repairs, of_side, read_json
from scraper.dialects.coding.notes import Notes
from scraper.dialects.coding.sections import Section, call_of, is_label, roles_of, section_word
from scraper.dialects.coding.values import CaptionedTable, is_values_table
from scraper.dialects.coding.words import (
    EXAMPLE_LABEL,
    FAILURE,
    OUTCOME,
    REFERS_TO,
    REQUEST_LABEL,
    RESPONSE_LABEL,
    STATUS,
)
from spec.model import Example

_MAX_CAPTION = 40


@dataclass(slots=True)
class Parts:
    """What stands in a section. `call` is the call line with its block, as is each of `statuses`."""

    section: Section
    request: list[Table] = field(default_factory=list)
    response: list[Table] = field(default_factory=list)
    structures: list[CaptionedTable] = field(default_factory=list)
    values: list[CaptionedTable] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    request_prose: list[str] = field(default_factory=list)
    response_prose: list[str] = field(default_factory=list)
    call: tuple[str, Block] | None = None
    statuses: list[tuple[str, Block]] = field(default_factory=list)
    examples: list[ReadExample] = field(default_factory=list)
    captions: list[Heading] = field(default_factory=list)

    @property
    def status(self) -> tuple[str, Block] | None:
        """The status of success, where the section prints one."""
        return next((status for status in self.statuses if status[0].startswith("2")), None)


def gather_parts(section: Section, notes: Notes, headings: frozenset[str]) -> Parts:
    """Gives every block of a section its role; `headings` are the titles of the page."""
    gatherer = _Gatherer(section, notes, headings)
    for block, following in zip(section.blocks, [*section.blocks[1:], None], strict=True):
        gatherer.take(gatherer.as_caption(block, following))
    gatherer.finish()
    return gatherer.parts


class _Gatherer:
    def __init__(self, section: Section, notes: Notes, headings: frozenset[str]) -> None:
        self.parts = Parts(section)
        self.notes = notes
        self.headings = headings
        self.mode = ""
        self.caption: Heading | None = None
        self.between: list[str] = []
        self.side: Side | None = None
        self.status: tuple[str, Block] | None = None
        self.failing: Block | None = None
        self.awaited: Block | None = None
        if section.title:
            notes.read(section.title)

    def as_caption(self, block: Block, following: Block | None) -> Block:
        """A short line right above a structure's table is its caption, even where it is no heading."""
        text = block.text.strip() if isinstance(block, Paragraph) else ""
        if not text or not isinstance(following, Table) or self.caption or self.mode or is_label(block):
            return block
        own = self.parts.request or self.parts.response
        if own and len(text) <= _MAX_CAPTION and not re.search(r"[.,:;!?\u3001\u3002\uff0c\uff1b]$", text):
            return Heading(6, text, block.first, block.last)
        return block

    def take(self, block: Block) -> None:
        word = section_word(block)
        call = call_of(block)
        if word is not None:
            self.mode, self.caption, self.between = word, None, []
            self.notes.read(block)
        elif is_label(block) and isinstance(block, Heading | Paragraph):
            self._label(block)
        elif call is not None:
            self.parts.call = self.parts.call or (call, block)
            self.notes.read(block)
        elif isinstance(block, Heading):
            self.caption, self.between = block, []
            self.parts.captions.append(block)
            self.notes.read(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Code):
            self._code(block)
        elif isinstance(block, Paragraph | ListBlock):
            self._prose(block)

    def finish(self) -> None:
        self._expect(None)

    def _label(self, block: Heading | Paragraph) -> None:
        text = block.text.strip()
        if match := STATUS.match(text):
            self.status, self.failing = (match[1], block), None
            self.parts.statuses.append(self.status)
            self.notes.read(block)
        elif REQUEST_LABEL.match(text) or RESPONSE_LABEL.match(text):
            self.side = "request" if REQUEST_LABEL.match(text) else "response"
            self._expect(block)
            self.notes.read(block)
        elif OUTCOME.match(text):
            self._expect(block)
            self._turn_out(block)
        else:
            if EXAMPLE_LABEL.match(text):
                self._expect(None)
                self.side = None
            self.notes.ignore("example label", block)

    def _turn_out(self, block: Heading | Paragraph) -> None:
        """The label says whether the calls below it succeed."""
        self.failing = block if FAILURE.match(block.text.strip()) else None
        if self.failing is None:
            self.status = self.status if self.status and self.status[0].startswith("2") else self.parts.status
            self.notes.ignore("example label", block)
        else:
            self.notes.read(block)

    def _expect(self, block: Block | None) -> None:
        """An example is announced; the one that was announced before must have come."""
        if self.awaited is not None:
            first, last = self.awaited.first, self.awaited.last
            self.notes.add("empty-example", "An example is announced, but none follows.", first, last)
        self.awaited = block

    def _table(self, table: Table) -> None:
        caption: Heading | Text | None = self.caption or table.caption
        roles = set(roles_of(table))
        if is_values_table(table):
            self.parts.values.append(CaptionedTable(table, caption, self.between))
        elif "name" not in roles:
            return
        elif caption is None and self.mode in ("request", "response"):
            self._own_table(table, self.mode)
        elif caption is None and "required" in roles and not self.parts.request:
            line = table.first
            self.notes.add("missing-heading", "The request table stands below no heading.", line, line, "request")
            self._own_table(table, "request")
        else:
            self.parts.structures.append(CaptionedTable(table, caption, self.between))
        if table.header:
            self.notes.read(table.header)
        if table.caption:
            self.notes.read(table.caption)
        self.mode, self.caption, self.between = "", None, []

    def _own_table(self, table: Table, side: str) -> None:
        (self.parts.request if side == "request" else self.parts.response).append(table)

    def _code(self, code: Code) -> None:
        read = read_json(code, self.notes.page)
        if read is None:
            return
        example, parsed = read
        note_repairs(parsed, self.notes)
        side = self.side or self._guess_side(example)
        self.parts.examples.append(ReadExample(side, example, self._other_status() if side == "response" else None))
        self.notes.read(code)
        self.side, self.awaited = None, None

    def _guess_side(self, example: Example) -> Side:
        """Requests and responses take turns, but what is wrapped like the responses before is one too."""
        sides = [read.side for read in self.parts.examples]
        envelope = envelope_of(of_side(self.parts.examples, "response"))
        if envelope and isinstance(example.value, dict) and list(example.value) == [envelope]:
            return "response"
        return "response" if sides.count("request") > sides.count("response") else "request"

    def _other_status(self) -> tuple[str, Block] | None:
        """The status that is not the one of success; a failure without one may have any."""
        if self.status is not None and (self.parts.status is None or self.status[0] != self.parts.status[0]):
            return self.status
        return ("default", self.failing) if self.failing else None

    def _prose(self, block: Paragraph | ListBlock) -> None:
        texts = [block.text] if isinstance(block, Paragraph) else [item.text for item in block.items]
        self.notes.read(block)
        for text in texts:
            if match := REFERS_TO.search(text.strip()):
                self._refer(match[1], block)
                continue
            into = {"request": self.parts.request_prose, "response": self.parts.response_prose}
            (self.between if self.caption else into.get(self.mode, self.parts.prose)).append(text.strip())

    def _refer(self, target: str, block: Paragraph | ListBlock) -> None:
        if target not in self.headings:
            message = f"The text refers to {target!r}, which is not on the page."
            self.notes.add("dangling-reference", message, block.first, block.last)
