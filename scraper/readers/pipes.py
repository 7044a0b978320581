"""Text dumps whose table rows are pipe rows broken over lines.

    |
    Parameter |
    Mandatory |
    |---|---|
    |
    item_id |
    Yes |

A line that is a pipe alone opens a row, or closes an empty cell or one of several lines; every other
cell ends with a pipe at the end of a line. The separator row tells how many cells a row has. Rows
printed on one line are read too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scraper.blocks import Block, Cell, Row, Table, Text
from scraper.page import Page
from scraper.readers.dump import Dump, part, read_line, read_prologue
from scraper.vocabulary import Vocabulary

_SEPARATOR = re.compile(r"^\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?$")
_MAX_HEADER = 40
_SPLIT = re.compile(r"(?<!\\)\|")


def is_separator(line: str) -> bool:
    """Whether a line is the rule between the header of a pipe table and its rows."""
    return "|" in line and _SEPARATOR.match(line.strip()) is not None


def read_pipes(page: Page, vocabulary: Vocabulary, weak: frozenset[str] = frozenset()) -> tuple[Block, ...]:
    """Reads a dump with broken pipe rows into the blocks of the page; never raises."""
    dump = Dump(page.lines, vocabulary, weak)
    blocks, index = read_prologue(dump)
    while index < len(dump.lines):
        if dump.is_blank(index):
            index += 1
            continue
        caption = index if _is_caption(dump, index) else None
        start = next((i for i in range(index + (caption is not None), len(dump.lines)) if not dump.is_blank(i)), index)
        block, index = pipe_table_at(dump, start, caption) or read_line(dump, index)
        blocks.append(block)
    return tuple(blocks)


def pipe_table_at(dump: Dump, index: int, caption: int | None = None) -> tuple[Block, int] | None:
    """The table that begins at a line, and the index after it; `None` for a line that begins none."""
    header = _header_at(dump, index)
    return None if header is None else _read_table(dump, header, caption)


def _is_caption(dump: Dump, index: int) -> bool:
    pattern = dump.vocabulary.is_caption
    return pattern is not None and pattern.match(dump.lines[index].strip()) is not None


@dataclass(slots=True)
class _Cells:
    """The cells of a row while its lines come in; indices are of lines, from 0."""

    done: list[list[Text]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    open: list[Text] = field(default_factory=list)
    opened: int | None = None

    def add(self, text: str, index: int) -> None:
        self.opened = index if self.opened is None else self.opened
        if text.strip():
            self.open.append(part(text, index))

    def close(self, index: int) -> None:
        first = index if self.opened is None else self.opened
        self.done.append(self.open)
        self.spans.append((first, index))
        self.open, self.opened = [], None

    def row(self, width: int, first: int) -> Row:
        cells = [Cell(tuple(parts), a + 1, b + 1) for parts, (a, b) in zip(self.done, self.spans, strict=True)]
        last = cells[-1].last if cells else first + 1
        cells += [Cell((), last, last)] * (width - len(cells))
        return Row(tuple(cells), first + 1, last)


@dataclass(frozen=True, slots=True)
class _Header:
    row: Row
    after: int


def _header_at(dump: Dump, index: int) -> _Header | None:
    """The header that begins at `index`, if the separator row with as many columns follows it."""
    if not dump.lines[index].strip().startswith("|") or is_separator(dump.lines[index]):
        return None
    cells = _Cells()
    _feed_opening(cells, dump.lines[index].strip(), index)
    for number in range(index + 1, min(len(dump.lines), index + _MAX_HEADER)):
        line = dump.lines[number].strip()
        if is_separator(line):
            width = line.strip("|").count("|") + 1
            return _Header(cells.row(width, index), number + 1) if len(cells.done) == width else None
        if not line:
            continue
        if line == "|" or not line.endswith("|") or dump.is_boundary(number):
            return None
        cells.add(line[:-1], number)
        cells.close(number)
    return None


def _feed_opening(cells: _Cells, line: str, index: int, width: int | None = None) -> None:
    """Takes the first line of a row: a pipe alone, or cells on the same line; the last holds further pipes."""
    rest = line[1:].strip()
    if rest:
        whole = rest.endswith("|") and not rest.endswith("\\|")
        pieces = _SPLIT.split(rest[:-1] if whole else rest)
        if width is not None and len(pieces) > width:
            pieces = [*pieces[: width - 1], "|".join(pieces[width - 1 :])]
        for number, piece in enumerate(pieces):
            cells.add(piece, index)
            if whole or number < len(pieces) - 1:
                cells.close(index)


def _read_table(dump: Dump, header: _Header, caption: int | None) -> tuple[Block, int]:
    width = len(header.row.cells)
    rows: list[Row] = []
    index = header.after
    while index < len(dump.lines):
        if dump.is_blank(index):
            index += 1
            continue
        if not dump.lines[index].strip().startswith("|") or _header_at(dump, index) is not None:
            break
        row, index = _read_row(dump, index, width)
        if row is not None:
            rows.append(row)
    first = caption + 1 if caption is not None else header.row.first
    last = rows[-1].last if rows else header.after
    title = part(dump.lines[caption], caption) if caption is not None else None
    return Table(header.row, tuple(rows), first, last, title), index


def _read_row(dump: Dump, index: int, width: int) -> tuple[Row | None, int]:
    """One row; a row that is cut short keeps the cells it has."""
    first, cells = index, _Cells()
    line = dump.lines[index].strip()
    if is_separator(line):
        return None, index + 1
    _feed_opening(cells, line, index, width)
    index += 1
    while len(cells.done) < width and index < len(dump.lines):
        line = dump.lines[index].strip()
        if dump.ends_table(index) or is_separator(line) or dump.opens_code(index):
            break
        if line.endswith("|"):
            cells.add(line[:-1], index)
            cells.close(index)
        elif line:
            cells.add(line, index)
        index += 1
    if cells.opened is not None:
        cells.close(index - 1)
    if not any(cells.done):
        return None, index
    return cells.row(width, first), index
