"""Blocks → sections: which headings name operations, groups and chapters, whatever their levels.

A section of an operation begins with the heading above its first table or section word and is closed
by its call line; what follows (status, examples) still belongs to it until the next heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scraper.blocks import Block, Code, Heading, Paragraph, Table
from scraper.dialects.coding.words import ACTION_IN_PATH, CALL, CAPTION_NAME, HOST, LABEL, VOCABULARY


@dataclass(slots=True)
class Section:
    """One heading with what stands under it; `called` when it is laid out as an operation."""

    title: Heading | None
    group: str
    blocks: list[Block] = field(default_factory=list)
    called: bool = False

    @property
    def name(self) -> str:
        """The title's text."""
        return self.title.text.strip() if self.title else ""


def gather_sections(blocks: Sequence[Block]) -> tuple[list[Section], list[Heading]]:
    """Cuts a page into sections.

    Returns:
        The sections in page order, and the headings that only group others.
    """
    gatherer = _Gatherer(blocks)
    for at, block in enumerate(blocks):
        gatherer.take(at, block)
    gatherer.finish()
    return gatherer.sections, gatherer.grouping


def is_own_layout(blocks: Sequence[Block]) -> bool:
    """Whether a page is laid out like this at all: it has one of the section words, labels or call lines."""
    for block in blocks:
        if section_word(block) is not None or is_label(block):
            return True
        if isinstance(block, Code | Paragraph) and ACTION_IN_PATH.search(block.text):
            return True
    return False


def section_word(block: Block) -> str | None:
    """The section that a heading or a one-line paragraph opens."""
    if isinstance(block, Heading | Paragraph) and len(block.text) <= 30:
        return VOCABULARY.section(block.text)
    return None


def is_label(block: Block) -> bool:
    """Whether a heading or paragraph only introduces what follows."""
    return isinstance(block, Heading | Paragraph) and LABEL.match(block.text.strip()) is not None


def call_of(block: Block) -> str | None:
    """The text of a block that is a call line."""
    if isinstance(block, Code | Paragraph) and "\n" not in block.text.strip():
        text = " ".join(block.text.replace("`", "").split())
        if ACTION_IN_PATH.search(text):
            text = HOST.sub(r"\1 ", text)
        return text if CALL.match(text) else None
    return None


def roles_of(table: Table) -> tuple[str, ...]:
    """The roles of a table's columns, `other` for headers that the dialect does not list."""
    cells = table.header.cells if table.header else ()
    return tuple(VOCABULARY.role(cell.text) or "other" for cell in cells)


class _Gatherer:
    """Walks the blocks once.

    `pending` are the headings since the last content; a page is `flat` where the heading of a table is
    no lower than the title above it, so that levels tell nothing.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.sections: list[Section] = []
        self.grouping: list[Heading] = []
        self.pending: list[Heading] = []
        self.path: list[Heading] = []
        self.group = ""
        self.open = False
        self.asked = False
        self.flat = False

    def take(self, at: int, block: Block) -> None:
        word = section_word(block)
        if isinstance(block, Heading) and word is None and not is_label(block):
            self._heading(block)
            return
        if word is not None and isinstance(block, Heading):
            title = self.pending[-1] if self.pending else self.sections[-1].title if self.sections else None
            self.flat = title is not None and block.level <= title.level
        starts = word is not None or self._is_request(block) or call_of(block) is not None
        if self.pending and (not self.open or (word == "request" and self.asked)):
            caption = not starts and self._captions_structures(at)
            self._begin(called=starts or caption, captioned=caption)
        if not self.sections:
            self.sections.append(Section(None, ""))
        current = self.sections[-1]
        if starts:
            current.called = True
            self.open = True
            self.asked = self.asked or word == "request" or self._is_request(block)
        if self.pending:
            current.blocks += self.pending
            self.pending = []
        current.blocks.append(block)
        if call_of(block) is not None:
            self.open, self.asked = False, False

    def _heading(self, block: Heading) -> None:
        title = self.sections[-1].title if self.sections else None
        if self.open and title is not None and block.level <= title.level and not self.flat:
            self._leave()
        self.path = [*(h for h in self.path if h.level < block.level), block] if not self.open else self.path
        self.pending.append(block)

    def _leave(self) -> None:
        self.sections[-1].blocks += self.pending
        self.pending, self.open, self.asked = [], False, False

    def _begin(self, called: bool, captioned: bool) -> None:
        captions = [self.pending.pop()] if captioned else []
        title = self.pending.pop()
        above = [h for h in self.path if h.level < title.level and h.last < title.first]
        group = above[-1].text.strip() if above else self.pending[-1].text.strip() if self.pending else ""
        if called:
            self.group = group or self.group
        self.grouping += self.pending
        self.sections.append(Section(title, self.group if called else group, list(captions), called))
        self.pending, self.open, self.asked = [], called, False

    def _captions_structures(self, at: int) -> bool:
        """Whether the last heading names a structure whose table follows, below a heading of its own."""
        if len(self.pending) < 2 or not CAPTION_NAME.match(self.pending[-1].text.strip()):
            return False
        for block in self.blocks[at : at + 4]:
            if isinstance(block, Table):
                return "type" in roles_of(block)
            if not isinstance(block, Paragraph):
                return False
        return False

    @staticmethod
    def _is_request(block: Block) -> bool:
        return isinstance(block, Table) and {"required", "type"} <= set(roles_of(block))

    def finish(self) -> None:
        if not self.pending:
            return
        if self.open and self.sections:
            self.sections[-1].blocks += self.pending
        else:
            self.grouping += self.pending
