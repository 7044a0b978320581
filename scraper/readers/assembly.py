"""Assembly: runs of text in document order become blocks, the same way for every markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scraper.blocks import Block, Cell, Code, Furniture, Heading, ListBlock, Paragraph, Row, Table, Text

CAPTION = re.compile(r"^(?:table|tabelle|表格?)\s*\d+(?:[-.–]\d+)*(?!\s*(?:lists?|describes?|shows?)\b)", re.IGNORECASE)
MAX_SPAN = 200
MAX_COLUMNS = 400
MAX_ANCHORS = 20


class Assembly:
    """Collects blocks; what stands inside a list item but is no text of it splits the list."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._lists: list[bool] = []
        self._items: list[Text] = []
        self._depths: list[int] = []
        self._ordered = False
        self._awaits_item = False
        self._anchors: list[str] = []

    def open_list(self, ordered: bool) -> None:
        """Enters a list, which may be nested in the item before."""
        if not self._lists:
            self._close_items()
            self._ordered = ordered
        self._lists.append(ordered)

    def close_list(self) -> None:
        """Leaves the innermost list."""
        if self._lists:
            self._lists.pop()
        if not self._lists:
            self._close_items()
        self._awaits_item = False

    def open_item(self) -> None:
        """The next text is an item of the innermost list."""
        self._awaits_item = bool(self._lists)

    def add_text(self, text: Text) -> None:
        """Adds a paragraph, or the text of the list item that was opened."""
        self._anchors.clear()
        if self._awaits_item:
            self._items.append(text)
            self._depths.append(len(self._lists) - 1)
            self._awaits_item = False
            return
        self.add_block(Paragraph(text.text, text.first, text.last, text.links))

    def add_anchor(self, name: str) -> None:
        """Keeps the target of a link for the heading or table that follows."""
        if name and len(self._anchors) < MAX_ANCHORS:
            self._anchors.append(name)

    def add_block(self, block: Block) -> None:
        """Adds a block; headings and tables take the anchors in front of them."""
        self._close_items()
        if isinstance(block, Heading | Table) and self._anchors:
            block = replace(block, anchors=tuple(dict.fromkeys((*self._anchors, *block.anchors))))
        self._anchors.clear()
        if isinstance(block, Table) and block.caption is None:
            block = self._take_caption(block)
        self._blocks.append(block)

    def add_blocks(self, blocks: Iterable[Block]) -> None:
        """Adds blocks that were assembled elsewhere."""
        for block in blocks:
            self.add_block(block)

    def finish(self) -> tuple[Block, ...]:
        """All blocks, in document order."""
        self._lists.clear()
        self._close_items()
        return tuple(self._blocks)

    def _close_items(self) -> None:
        if self._items:
            items, depths = tuple(self._items), tuple(self._depths)
            first, last = min(item.first for item in items), max(item.last for item in items)
            self._blocks.append(ListBlock(items, first, last, self._ordered, depths))
            self._items, self._depths = [], []

    def _take_caption(self, table: Table) -> Table:
        before = self._blocks[-1] if self._blocks else None
        if not isinstance(before, Paragraph) or "\n" in before.text or not CAPTION.match(before.text):
            return table
        self._blocks.pop()
        caption = Text(before.text, before.first, before.last, before.links)
        return replace(table, caption=caption, first=min(table.first, before.first))


class Grid:
    """The rows of one table; a cell that spans rows or columns is repeated in each of them."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.caption: Text | None = None
        self.anchors: tuple[str, ...] = ()
        self._rows: list[tuple[Row, bool]] = []
        self._cells: list[Cell] = []
        self._kinds: list[bool] = []
        self._carried: dict[int, tuple[Cell, int]] = {}
        self._row_first = first

    def open_row(self, line: int) -> None:
        """Starts a row; an unfinished one ends."""
        self.close_row(line, False)
        self._row_first = line

    def add_cell(self, cell: Cell, is_header: bool, columns: int = 1, rows: int = 1) -> None:
        """Adds a cell with its spans."""
        self._fill_carried()
        for _ in range(min(max(1, columns), MAX_SPAN, MAX_COLUMNS - len(self._cells))):
            if rows > 1:
                self._carried[len(self._cells)] = (cell, min(rows, MAX_SPAN) - 1)
            self._cells.append(cell)
            self._kinds.append(is_header)

    def close_row(self, line: int, in_head: bool) -> None:
        """Ends a row; it is a header row when it stands in the table's head or has header cells only."""
        if not self._cells:
            return
        self._fill_carried()
        is_header = in_head or all(self._kinds)
        self._rows.append((Row(tuple(self._cells), self._row_first, line), is_header))
        self._cells, self._kinds = [], []

    def build(self, last: int) -> Table | None:
        """The table, or `None` when it has no row."""
        self.close_row(last, False)
        if not self._rows:
            return None
        rows = [row for row, _ in self._rows]
        header = rows[0] if self._rows[0][1] else None
        body = tuple(rows[1:] if header else rows)
        return Table(header, body, self.first, last, self.caption, self.anchors)

    def _fill_carried(self) -> None:
        while (carried := self._carried.get(len(self._cells))) is not None:
            cell, left = carried
            index = len(self._cells)
            if left > 1:
                self._carried[index] = (cell, left - 1)
            else:
                del self._carried[index]
            self._cells.append(cell)
            self._kinds.append(False)


class Run:
    """Text that is being collected: pieces with their lines, links and line breaks."""

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self._lines: list[list[str]] = [[]]
        self._links: list[str] = []
        self._first = self._last = 0

    def add(self, text: str, line: int) -> None:
        """Adds text that stands on one line."""
        if text:
            self._lines[-1].append(text)
            if not text.isspace():
                self._first = self._first or line
                self._last = line

    @property
    def end(self) -> str:
        """The last piece of the line that is being collected."""
        return self._lines[-1][-1] if self._lines[-1] else ""

    def add_break(self) -> None:
        """Adds a hard line break."""
        self._lines.append([])

    def add_link(self, target: str) -> None:
        """Remembers the target of a link."""
        self._links.append(target)

    def take(self) -> Text | None:
        """The text collected so far, blanks collapsed, or `None`; the run is empty afterwards."""
        if not self._first:
            self._clear()
            return None
        lines = [" ".join("".join(pieces).split()) for pieces in self._lines]
        text = "\n".join(line for line in lines if line).replace("``", "")
        found = Text(text, self._first, self._last, tuple(self._links))
        self._clear()
        return found if text else None


def split_lines(text: Text) -> tuple[Text, ...]:
    """One `Text` for each line of a text; the links stay with the first."""
    if "\n" not in text.text:
        return (text,)
    parts = text.text.split("\n")
    return tuple(
        Text(part, text.first, text.last, text.links if index == 0 else ()) for index, part in enumerate(parts)
    )


def cover(lines: Sequence[str], blocks: Sequence[Block], first: int = 1) -> list[bool]:
    """For each line, whether a block spans it or it is blank."""
    covered = [not line.strip() for line in lines]
    for block in blocks:
        for index in range(max(block.first - first, 0), min(block.last - first + 1, len(lines))):
            covered[index] = True
    return covered


def name_rest(
    lines: Sequence[str], covered: Sequence[bool], names: Sequence[str | None], first: int = 1
) -> list[Furniture]:
    """Furniture for the lines that no block spans and that have a name; neighbours are joined."""
    found: list[Furniture] = []
    for index, name in enumerate(names):
        if covered[index] or name is None or index >= len(lines):
            continue
        number = first + index
        if found and found[-1].name == name and found[-1].last == number - 1:
            found[-1] = Furniture(name, found[-1].first, number)
        else:
            found.append(Furniture(name, number, number))
    return found


def in_order(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks sorted by their first line; those of one line keep their order."""
    return tuple(sorted(blocks, key=lambda block: block.first))


def make_code(lines: Sequence[str], first: int, last: int, text_first: int, language: str) -> Code:
    """A code block without the blank lines around its text."""
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    text = "\n".join(lines[start:end])
    return Code(text, first, max(first, last), text_first + start, language)
