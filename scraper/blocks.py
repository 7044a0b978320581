"""Blocks: what a reader makes of a file, before anybody knows what it means.

Lines are 1-based and inclusive throughout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text: a paragraph, a list item, a paragraph inside a cell.

    `links` holds the targets of the links in it, in order.
    """

    text: str
    first: int
    last: int
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A section title; level 1 is the page title. `anchors` are the ids that links use."""

    level: int
    text: str
    first: int
    last: int
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; hard line breaks are kept as newlines."""

    text: str
    first: int
    last: int
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bullet or numbered list; nested items follow their parent, `depths` gives their level."""

    items: tuple[Text, ...]
    first: int
    last: int
    ordered: bool = False
    depths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its paragraphs and list items, one `Text` each (none in an empty cell)."""

    parts: tuple[Text, ...]
    first: int
    last: int

    @property
    def text(self) -> str:
        """The parts, one a line."""
        return "\n".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Row:
    """One table row."""

    cells: tuple[Cell, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `header` is `None` where none is printed; spanned cells are repeated."""

    header: Row | None
    rows: tuple[Row, ...]
    first: int
    last: int
    caption: Text | None = None
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A code block. Line `i` of `text` stands on page line `text_first + i`."""

    text: str
    first: int
    last: int
    text_first: int
    language: str = ""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines that a reader itself knows to be no content: front matter, a viewer's header."""

    name: str
    first: int
    last: int


Block: TypeAlias = Heading | Paragraph | ListBlock | Table | Code | Furniture
