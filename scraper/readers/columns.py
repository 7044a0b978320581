"""Tables in text whose cells stand side by side: divided by tabs, or in columns by blanks.

The first is what a browser copies, the second what a text renderer prints:

    Name        Required  Description
    project_id  yes       The project.
                          Its number, or its path.

A table begins at a line whose cells are all column headers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scraper.blocks import Cell, Row, Table, Text
from scraper.readers.dump import BULLET, Dump, part
from scraper.vocabulary import Role

_BETWEEN_TABS = re.compile(r"[^\t]+")
_BETWEEN_GAPS = re.compile(r"\S+(?: \S+)*")


@dataclass(frozen=True, slots=True)
class Columns:
    """The header of a table: where each column begins, and whether tabs divide them."""

    index: int
    starts: tuple[int, ...]
    titles: tuple[str, ...]
    has_tabs: bool

    def split(self, line: str) -> tuple[str, ...] | None:
        """The cells of a line, or `None` for a line that does not keep to the columns."""
        if self.has_tabs:
            cells = [cell.strip() for cell in line.split("\t")]
            return None if len(cells) > len(self.titles) else (*cells, *[""] * (len(self.titles) - len(cells)))
        if line[: self.starts[0]].strip() or any(line[start - 1 : start].strip() for start in self.starts[1:]):
            return None
        ends = (*self.starts[1:], len(line))
        return tuple(line[start:end].strip() for start, end in zip(self.starts, ends, strict=True))

    def continues(self, cells: Sequence[str], has_rows: bool, after_blank: bool) -> bool:
        """Whether cells are a row, or more of the one above.

        What lacks the first cell needs a row above it; a first cell alone is a row right under another one only.
        """
        if self.has_tabs or not has_rows:
            return bool(cells[0]) and any(cells[1:])
        return any(cells[1:]) or not after_blank


def columns_at(dump: Dump, index: int) -> Columns | None:
    """The columns of the table whose header is the line at `index`, or `None`."""
    line = dump.lines[index].rstrip()
    offset = bullet.end() if (bullet := BULLET.match(line)) else 0
    has_tabs = "\t" in line[offset:].strip()
    if not has_tabs and "  " not in line[offset:].strip():
        return None
    pieces = list((_BETWEEN_TABS if has_tabs else _BETWEEN_GAPS).finditer(line, offset))
    titles = tuple(piece[0].strip() for piece in pieces)
    if not is_header([dump.vocabulary.role(title) for title in titles]):
        return None
    return Columns(index, tuple(piece.start() for piece in pieces), titles, has_tabs)


def is_header(roles: Sequence[Role | None]) -> bool:
    """Whether cells are a header: all known, opening with what the rows are about, and at least two."""
    if len(roles) < 2 or None in roles or roles[0] in ("type", "required", "description", "default"):
        return False
    return len(roles) > 2 or roles[0] != "other"


def read_columns(dump: Dump, columns: Columns, caption: int | None = None) -> tuple[Table, int]:
    """Reads the table under a header; returns the index after it."""
    rows: list[_Row] = []
    end, after_blank = columns.index + 1, False
    for index in range(columns.index + 1, len(dump.lines)):
        if dump.is_blank(index):
            after_blank = True
            continue
        cells = columns.split(dump.lines[index])
        if cells is None or not columns.continues(cells, bool(rows), after_blank):
            break
        if cells[0]:
            rows.append(_Row(index, len(columns.titles)))
        rows[-1].add(cells, index)
        end, after_blank = index + 1, False
    number = columns.index + 1
    head = Row(tuple(Cell((Text(title, number, number),), number, number) for title in columns.titles), number, number)
    title = None if caption is None else part(dump.lines[caption], caption)
    return Table(head, tuple(row.build() for row in rows), title.first if title else number, end, title), end


class _Row:
    """A row that grows by the lines under it."""

    def __init__(self, index: int, width: int) -> None:
        self._cells: list[list[Text]] = [[] for _ in range(width)]
        self._first = self._last = index + 1

    def add(self, cells: Sequence[str], index: int) -> None:
        """Adds a line of the page."""
        for place, cell in enumerate(cells):
            if cell:
                self._cells[place].append(part(cell, index))
        self._last = index + 1

    def build(self) -> Row:
        """The row, with the lines that its cells span."""
        cells = (
            Cell(tuple(parts), parts[0].first if parts else self._first, parts[-1].last if parts else self._first)
            for parts in self._cells
        )
        return Row(tuple(cells), self._first, self._last)
