"""Tables of one cell per line in text whose headings have no mark: where the last row ends is told by its form.

Where blank lines divide the cells, lines without one between them are one cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from scraper.blocks import Block, Row, Table
from scraper.readers.cells import header_at, read_rows
from scraper.readers.columns import columns_at
from scraper.readers.dump import COMMAND, REQUEST_LINE, Dump

STATUS = re.compile(r"^(?:Status:|HTTP/[\d.]+)\s*\d{3}\b", re.IGNORECASE)
TITLE = re.compile(r"^(?!Note:|.*[.!?] [A-Z])[\"'(]?[A-Z0-9](?:.{0,78}[^.:;,!?…\s])?$")
_LABEL = 4
_NAMES_PART = re.compile(r"^\w[^.:;,!?…]{0,78}$")


def read_table(dump: Dump, header: list[int]) -> tuple[Sequence[Block], int]:
    """Reads the table under a header; its last row has no more cells and paragraphs than the longest of the others."""
    end = _end(dump, header[-1] + 1)
    lines = [index for index in range(header[-1] + 1, end) if not dump.is_blank(index)]
    head, rows = read_rows(dump, header, lines)
    last = header[-1]
    if rows:
        is_spaced = all(two - one > 1 for one, two in pairwise(header))
        parts = _parts(lines, is_spaced)
        longest = max([len(header), *(len(_of_row(parts, row)) for row in rows[:-1])])
        own = _of_row(parts, rows[-1])[:longest]
        own = own[: len(header)] + _within_row(dump, own[len(header) :], end)
        if len(own) > 1 and _follows_row(dump, header, own, parts, end):
            own.pop()
        last = own[-1][-1]
        _, rows = read_rows(dump, header, [index for index in lines if index <= last])
    return [Table(head, rows, head.first, last + 1)], last + 1


def begins_other(dump: Dump, index: int) -> bool:
    """Whether code or a table begins at a line."""
    text = dump.lines[index].strip()
    is_code = REQUEST_LINE.match(text) or COMMAND.match(text) or STATUS.match(text) or dump.opens_code(index)
    return bool(is_code) or bool(header_at(dump, index)) or columns_at(dump, index) is not None


def next_line(dump: Dump, index: int) -> int:
    """The next line that is not blank, or the end of the text."""
    return next((line for line in range(index, len(dump.lines)) if not dump.is_blank(line)), len(dump.lines))


def _end(dump: Dump, index: int) -> int:
    others = (line for line in range(index, len(dump.lines)) if not dump.is_blank(line) and begins_other(dump, line))
    return next(others, len(dump.lines))


def _parts(lines: Sequence[int], is_spaced: bool) -> list[list[int]]:
    """The lines of each cell or paragraph of one."""
    parts: list[list[int]] = []
    for index in lines:
        if is_spaced and parts and parts[-1][-1] == index - 1:
            parts[-1].append(index)
        else:
            parts.append([index])
    return parts


def _of_row(parts: Sequence[list[int]], row: Row) -> list[list[int]]:
    return [part for part in parts if row.first <= part[0] + 1 <= row.last]


def _within_row(dump: Dump, parts: Sequence[list[int]], end: int) -> list[list[int]]:
    """The parts of a cell that go on until a line on its own names what follows: an operation, or another table."""
    is_followed = end < len(dump.lines) and bool(header_at(dump, end))
    names = _NAMES_PART if is_followed else TITLE
    cell: list[list[int]] = []
    for part in parts:
        if _stands_alone(dump, part) and _names(dump, part[0], names):
            return cell
        cell.append(part)
    last = cell[-1][-1] if cell else end
    announces = is_followed and dump.lines[last].rstrip().endswith(":") and next_line(dump, last + 1) == end
    return cell[:-1] if announces else cell


def _follows_row(
    dump: Dump, header: Sequence[int], own: Sequence[list[int]], parts: Sequence[list[int]], end: int
) -> bool:
    """Whether the last part stands where a cell is empty: it announces code or a table, or titles a request."""
    part = own[-1]
    if end == len(dump.lines) or len(own) > len(header) or not _stands_alone(dump, part):
        return False
    text = dump.lines[part[0]].strip()
    is_label = text.endswith(":") and len(text.split()) <= _LABEL
    names_table = bool(header_at(dump, end)) and _names(dump, part[0], _NAMES_PART)
    is_announcement = is_label or names_table or dump.vocabulary.section(text) is not None
    if next_line(dump, part[0] + 1) == end and is_announcement:
        return True
    others = [other[0] for other in parts if part[0] < other[0] < end]
    is_only = _names(dump, part[0], TITLE) and not any(_names(dump, other, TITLE) for other in others)
    is_request = REQUEST_LINE.match(dump.lines[end].strip()) is not None
    return is_request and is_only and len(own) == len(header) and not _is_titled(dump, header[0])


def _is_titled(dump: Dump, index: int) -> bool:
    """Whether a title stands between a table and the code before it: then the table belongs to what comes below."""
    for line in range(index - 1, -1, -1):
        text = dump.lines[line].strip()
        if REQUEST_LINE.match(text) or COMMAND.match(text) or STATUS.match(text) or text in ("}", "]"):
            return False
        if TITLE.match(text) and dump.vocabulary.section(text) is None:
            return True
    return True


def _names(dump: Dump, index: int, pattern: re.Pattern[str]) -> bool:
    text = dump.lines[index].strip()
    return ":" not in text and pattern.match(text) is not None


def _stands_alone(dump: Dump, part: Sequence[int]) -> bool:
    is_below_blank = part[0] == 0 or dump.is_blank(part[0] - 1)
    return len(part) == 1 and is_below_blank and (part[0] + 1 == len(dump.lines) or dump.is_blank(part[0] + 1))
