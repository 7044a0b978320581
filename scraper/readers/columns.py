"""Tables in text whose cells stand side by side: divided by tabs, or in columns by blanks.

The first is what a browser copies, the second what a text renderer prints:

    Name        Required  Description
    project_id  yes       The project.
                          Its number, or its path.

A table begins at a line whose cells are all column headers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scraper.blocks import Cell, Row, Table, Text
from scraper.readers.alignment import Alignment, Split, split_at_names, split_rows
from scraper.readers.dump import BULLET, COMMAND, REQUEST_LINE, Dump, part
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

    def is_padded(self, lines: Sequence[str]) -> bool:
        """Whether a renderer has filled each line of the table up to one width, blank ones too."""
        header, following = lines[self.index], "".join(lines[self.index + 1 : self.index + 2])
        return not self.has_tabs and len(header) == len(following) and " " in (header[-1], following[-1])

    def is_kept(self, lines: Sequence[str]) -> bool:
        """Whether the next line that is not blank has cells in these columns: marks divide no other text so."""
        following = next((line for line in lines[self.index + 1 :] if line.strip()), "")
        if self.has_tabs:
            return following.strip().count("\t") >= 1 and following.count("\t") == lines[self.index].count("\t")
        return self.is_padded(lines) and self.has_more(following)

    def has_more(self, line: str) -> bool:
        """Whether a line has a cell right under the title of a column that is not the first."""
        return self.split(line) is not None and any(line[start : start + 1].strip() for start in self.starts[1:])


def columns_at(dump: Dump, index: int) -> Columns | None:
    """The columns of the table whose header is the line at `index`, or `None`."""
    line = dump.lines[index].rstrip()
    offset = bullet.end() if (bullet := BULLET.match(line)) else 0
    has_tabs = "\t" in line[offset:].strip()
    if not has_tabs and "  " not in line[offset:].strip():
        return None
    pieces = list((_BETWEEN_TABS if has_tabs else _BETWEEN_GAPS).finditer(line, offset))
    titles = tuple(piece[0].strip() for piece in pieces)
    found = Columns(index, tuple(piece.start() for piece in pieces), titles, has_tabs)
    roles = [dump.vocabulary.role(title) for title in titles]
    return found if is_header(roles) or (any(roles) and found.is_kept(dump.lines)) else None


def is_header(roles: Sequence[Role | None]) -> bool:
    """Whether cells are a header: all known, opening with what the rows are about, and at least two."""
    if len(roles) < 2 or None in roles or roles[0] in ("type", "required", "description", "default"):
        return False
    return len(roles) > 2 or roles[0] != "other"


def read_columns(
    dump: Dump, columns: Columns, caption: int | None = None, alignment: Alignment = Alignment.TOP
) -> tuple[Table, int]:
    """Reads the table under a header, on a page whose cells are aligned so; returns the index after it."""
    first, lines = _body(dump, columns)
    split = None if columns.has_tabs else _choose({each: split_rows(lines, each) for each in Alignment}, alignment)
    spans = split.spans if split else split_at_names(lines)
    end = max((first + i + 1 for i, line in enumerate(lines) if any(line)), default=columns.index + 1)
    number = columns.index + 1
    head = Row(tuple(Cell((Text(title, number, number),), number, number) for title in columns.titles), number, number)
    title = None if caption is None else part(dump.lines[caption], caption)
    rows = tuple(_row(lines[slice(*span)], first + span[0]) for span in spans)
    return Table(head, rows, title.first if title else number, end, title), end


def find_alignment(dump: Dump) -> tuple[Alignment, tuple[int, ...]]:
    """How the cells of the tables of a page are aligned, the way that fits the most of them.

    Returns:
        The alignment, and the indices of the headers of those tables whose rows it does not tell for certain.
    """
    bodies = list(_bodies(dump))
    found = {
        columns.index: {each: split_rows(lines, each) for each in Alignment}
        for columns, lines in bodies
        if not columns.has_tabs
    }
    counts = {each: sum(splits[each] is not None for splits in found.values()) for each in Alignment}
    chosen = max(Alignment, key=lambda each: counts[each])
    rivals = [each for each in Alignment if counts[each] == counts[chosen]]
    doubtful = {index for index, splits in found.items() if not _is_certain(splits, chosen, rivals)}
    doubtful |= {columns.index for columns, lines in bodies if columns.has_tabs and lines and not lines[-1][0]}
    return chosen, tuple(sorted(doubtful))


def _choose(splits: Mapping[Alignment, Split | None], alignment: Alignment) -> Split | None:
    """The rows by the alignment of the page or, where a table does not keep to it, by the first that fits."""
    return next((split for each in (alignment, *Alignment) if (split := splits[each]) is not None), None)


def _is_certain(splits: Mapping[Alignment, Split | None], chosen: Alignment, rivals: Sequence[Alignment]) -> bool:
    """Whether no other rows are as likely; fewer rows would have names of several paragraphs."""
    split = _choose(splits, chosen)
    if split is None or not split.is_certain:
        return False
    others = [other for each in rivals if (other := splits[each]) is not None]
    return all(other.starts == split.starts for other in others if len(other.spans) >= len(split.spans))


def _bodies(dump: Dump) -> Iterator[tuple[Columns, list[Sequence[str]]]]:
    """The columns and the lines of each table of a page."""
    index = 0
    while index < len(dump.lines):
        columns = None if dump.is_blank(index) else columns_at(dump, index)
        if columns is not None:
            first, lines = _body(dump, columns)
            yield columns, lines
            index = first + len(lines)
        index += columns is None


def _body(dump: Dump, columns: Columns) -> tuple[int, list[Sequence[str]]]:
    """The index of the first line under a header that is not blank, and the cells of all lines of the table."""
    first = columns.index + 1
    while first < len(dump.lines) and dump.is_blank(first):
        first += 1
    lines: list[Sequence[str]] = []
    is_padded = columns.is_padded(dump.lines)
    text_end = first
    for index in range(first, len(dump.lines)):
        line = dump.lines[index]
        if is_padded and len(line) != len(dump.lines[columns.index]):
            break
        if columns.has_tabs and lines and index >= text_end and line.strip():
            text_end = _text_end(dump, columns, index)
        cells = (*[""] * (len(columns.titles) - 1), line.strip()) if index < text_end else columns.split(line)
        if cells is None or not (is_padded or not any(cells) or _continues(dump, columns, cells, index, bool(lines))):
            break
        lines.append(cells)
    while lines and not any(lines[-1]):
        lines.pop()
    return first, lines


def _continues(dump: Dump, columns: Columns, cells: Sequence[str], index: int, has_rows: bool) -> bool:
    """Whether cells are a row, or more of the one above.

    A first cell alone is a row right under another one, or above a line with more cells.
    """
    if columns.has_tabs:
        return any(cells[1:]) and (bool(cells[0]) or "\t" not in dump.lines[index])
    if any(cells[1:]):
        return True
    following = next((line for line in dump.lines[index + 1 :] if line.strip()), "")
    return has_rows and (not dump.is_blank(index - 1) or columns.has_more(following))


def _text_end(dump: Dump, columns: Columns, index: int) -> int:
    """The line behind those that are further paragraphs of the last cell above a line; the line itself for none.

    A browser copies a paragraph of a cell as a line under the one before. A row follows it; or a blank line, where
    blank lines divide what stands around the table.
    """
    end = index
    while end < len(dump.lines) and not ("\t" in dump.lines[end].strip() or _is_title(dump, end)):
        end += 1
    if end == index or _is_row(dump, columns, end):
        return end
    blank = next((line for line in range(index, end) if dump.is_blank(line)), end)
    has_other = blank == end < len(dump.lines) or any(_is_call(dump.lines[line]) for line in range(index, blank))
    is_close = not dump.is_blank(index - 1) and _is_apart(dump, columns.index)
    return blank if is_close and not has_other else index


def _is_row(dump: Dump, columns: Columns, index: int) -> bool:
    """Whether a line has as many cells as the header of a table, and is no other header."""
    if index == len(dump.lines) or dump.lines[index].count("\t") != len(columns.titles) - 1:
        return False
    other = columns_at(dump, index)
    roles = [dump.vocabulary.role(title) for title in other.titles] if other else [None]
    are_titles = other is not None and all(title[:1].isupper() for title in other.titles)
    return not is_header(roles) and not (are_titles and roles.count(None) * 2 <= len(roles))


def _is_title(dump: Dump, index: int) -> bool:
    """Whether a line is a heading or a caption, which no cell contains."""
    caption = dump.vocabulary.is_caption
    return dump.ends_table(index) or (caption is not None and caption.match(dump.lines[index].strip()) is not None)


def _is_call(line: str) -> bool:
    return (REQUEST_LINE.match(line.strip()) or COMMAND.match(line.strip())) is not None


def _is_apart(dump: Dump, index: int) -> bool:
    """Whether a blank line stands above a table, or above its caption."""
    return index > 0 and (dump.is_blank(index - 1) or (index > 1 and dump.is_blank(index - 2)))


def _row(lines: Sequence[Sequence[str]], first: int) -> Row:
    """A row, with the lines that its cells span."""
    cells: list[Cell] = []
    for column in zip(*lines, strict=True):
        parts = [part(text, first + place) for place, text in enumerate(column) if text]
        span = (parts[0].first, parts[-1].last) if parts else (first + 1, first + 1)
        cells.append(Cell(tuple(parts), *span))
    filled = [place for place, line in enumerate(lines) if any(line)]
    return Row(tuple(cells), first + 1, first + filled[-1] + 1 if filled else first + 1)
