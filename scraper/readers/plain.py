"""Text of rendered pages that are organised by request lines (`GET /path`), where headings have no mark.

Blocks stand between blank lines; what was preformatted keeps its lines. A heading is known by its place: the
short line without a full stop that stands in front of a request line and its introduction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import dedent

from scraper.blocks import Block, Code, Heading, ListBlock, Paragraph, Row, Table, Text
from scraper.page import Page
from scraper.readers.cells import header_at, read_rows
from scraper.readers.columns import columns_at, read_columns
from scraper.readers.dump import BULLET, COMMAND, HEADER_LINE, REQUEST_LINE, Dump, read_line
from scraper.vocabulary import Vocabulary

_STATUS = re.compile(r"^(?:Status:|HTTP/[\d.]+)\s*\d{3}\b", re.IGNORECASE)
_MARKED_ITEM = re.compile(r"^[A-Za-z_][\w.\[\]-]*\s*\((?:required|optional|mandatory)\b[^)]*\)", re.IGNORECASE)
_NO_HOST = re.compile(r"^[A-Z]+ +/", re.MULTILINE)
_COLON_PATH = re.compile(r"^[A-Z]+ +/\S*/:[a-z_]\w*", re.MULTILINE)
_TITLE = re.compile(r"^[\"'(]?[A-Z0-9](?:.{0,78}[^.:;,!?…\s])?$")


def read_plain(page: Page, vocabulary: Vocabulary) -> tuple[Block, ...]:
    """Reads the text of a page into the blocks of the page; never raises."""
    dump = Dump(page.lines, vocabulary)
    blocks: list[Block] = []
    index = 0
    while index < len(dump.lines):
        if dump.is_blank(index):
            index += 1
            continue
        found, index = _read_block(dump, index)
        blocks.extend(found)
    return tuple(_with_headings(list(_join_items(blocks)), vocabulary))


def shows_calls(blocks: Sequence[Block]) -> bool:
    """Whether text is laid out like this at all: a request line without a host, and a command that calls, the head of
    an answer, or a path such as `/rooms/:id`.
    """
    codes = [block for block in blocks if isinstance(block, Code)]
    is_called = any(
        code.language == "headers" or COMMAND.match(code.text) or _COLON_PATH.search(code.text) for code in codes
    )
    return is_called and any(_NO_HOST.search(code.text) for code in codes)


def _read_block(dump: Dump, index: int) -> tuple[Sequence[Block], int]:
    columns = columns_at(dump, index)
    if columns is not None:
        table, end = read_columns(dump, columns)
        return [table], end
    header = header_at(dump, index)
    if header:
        return _read_table(dump, header)
    text = dump.lines[index].strip()
    if REQUEST_LINE.match(text) or COMMAND.match(text) or _STATUS.match(text):
        return _read_code(dump, index)
    if BULLET.match(dump.lines[index]) or dump.opens_code(index):
        block, end = read_line(dump, index)
        return [replace(block, text=dedent(block.text)) if isinstance(block, Code) else block], end
    return [Paragraph(text, index + 1, index + 1)], index + 1


def _read_code(dump: Dump, index: int) -> tuple[Sequence[Block], int]:
    """The lines up to a blank one, an answer in JSON, or a table; behind a status line, headers only."""
    is_head = _STATUS.match(dump.lines[index].strip()) is not None
    end = index + 1
    while end < len(dump.lines) and not dump.is_blank(end) and not dump.opens_code(end):
        if columns_at(dump, end) is not None or header_at(dump, end) or (is_head and not _is_header(dump, index, end)):
            break
        end += 1
    text = dedent("\n".join(dump.lines[index:end]))
    return [Code(text, index + 1, end, index + 1, "headers" if is_head else "")], end


def _is_header(dump: Dump, first: int, index: int) -> bool:
    """Whether a line is an HTTP header, or more of the one above: further in than the first line."""
    line, opening = dump.lines[index], dump.lines[first]
    is_further = len(line) - len(line.lstrip()) > len(opening) - len(opening.lstrip())
    return is_further or HEADER_LINE.match(line.strip()) is not None


def _read_table(dump: Dump, header: list[int]) -> tuple[Sequence[Block], int]:
    """A table of one cell per line; its last row is no longer than the longest of the others."""
    lines: list[int] = []
    for index in range(header[-1] + 1, len(dump.lines)):
        if dump.is_blank(index):
            continue
        if _ends_table(dump, index):
            break
        lines.append(index)
    head, rows = read_rows(dump, header, lines)
    if not rows:
        return [_table(head, rows, header[-1] + 1)], header[-1] + 1
    longest = max([len(header), *(_count(dump, row) for row in rows[:-1])])
    last = [index for index in lines if index + 1 >= rows[-1].first][:longest]
    _, rows = read_rows(dump, header, [index for index in lines if index <= last[-1]])
    return [_table(head, rows, last[-1] + 1)], last[-1] + 1


def _table(head: Row, rows: tuple[Row, ...], last: int) -> Table:
    return Table(head, rows, head.first, last)


def _count(dump: Dump, row: Row) -> int:
    return sum(not dump.is_blank(index) for index in range(row.first - 1, row.last))


def _ends_table(dump: Dump, index: int) -> bool:
    text = dump.lines[index].strip()
    is_code = REQUEST_LINE.match(text) or COMMAND.match(text) or _STATUS.match(text) or dump.opens_code(index)
    return bool(is_code) or bool(header_at(dump, index)) or columns_at(dump, index) is not None


def _join_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """Paragraphs in a row that name a parameter and say whether it is required are a list."""
    items: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _MARKED_ITEM.match(block.text):
            items.append(block)
            continue
        yield from _as_list(items)
        items = []
        yield block
    yield from _as_list(items)


def _as_list(items: Sequence[Paragraph]) -> Iterator[Block]:
    if items:
        texts = tuple(Text(item.text, item.first, item.last) for item in items)
        yield ListBlock(texts, items[0].first, items[-1].last, depths=(0,) * len(texts))


def _with_headings(blocks: list[Block], vocabulary: Vocabulary) -> Iterator[Block]:
    """The blocks, with a heading in front of each request line that has one, and the title of the page."""
    titles = {
        index for index, block in enumerate(blocks) if _opens_request(block) for index in _title_of(blocks, index)
    }
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            yield block
        elif index == 0 and _TITLE.match(block.text):
            yield Heading(1, block.text, block.first, block.last)
        elif index in titles:
            yield Heading(2, block.text, block.first, block.last)
        elif vocabulary.section(block.text) is not None and _TITLE.match(block.text):
            yield Heading(3, block.text, block.first, block.last)
        else:
            yield block


def _opens_request(block: Block) -> bool:
    return isinstance(block, Code) and REQUEST_LINE.match(block.text.strip()) is not None


def _title_of(blocks: Sequence[Block], index: int) -> Iterator[int]:
    """The place of the nearest title between the code before and a request line, the first of several in a row."""
    start = index
    while start > 0 and not isinstance(blocks[start - 1], Code):
        start -= 1
    places = [place for place in range(start, index) if _is_title(blocks[place])]
    runs = [place for place in places if place - 1 not in places]
    yield from runs[-1:]


def _is_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and _TITLE.match(block.text) is not None
