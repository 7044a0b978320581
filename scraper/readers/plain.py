"""Text of rendered pages that are organised by request lines (`GET /path`), where headings have no mark.

Blocks stand between blank lines; what was preformatted keeps its lines. A heading is known by its place: the
short line without a full stop that stands in front of a request line and its introduction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import dedent

from scraper.blocks import Block, Code, Heading, ListBlock, Paragraph, Text
from scraper.page import Page
from scraper.readers.alignment import Alignment
from scraper.readers.cells import doubt_rows, header_at
from scraper.readers.columns import columns_at, find_alignment, read_columns
from scraper.readers.dump import BULLET, COMMAND, HEADER_LINE, REQUEST_LINE, Dump, read_line, read_text
from scraper.readers.pipes import pipe_table_at
from scraper.readers.plain_tables import STATUS, TITLE, begins_other, next_line, read_table
from scraper.vocabulary import Vocabulary
from spec.diagnostics import Diagnostic

_MARKED_ITEM = re.compile(r"^[A-Za-z_][\w.\[\]-]*\s*\((?:required|optional|mandatory)\b[^)]*\)", re.IGNORECASE)
_NO_HOST = re.compile(r"^[A-Z]+ +/", re.MULTILINE)
_COLON_PATH = re.compile(r"^[A-Z]+ +/\S*/:[a-z_]\w*", re.MULTILINE)
_FOLDED = re.compile(r"(?<=\S) +(?=[A-Z]\w*(?:-[A-Z]\w*)*: )")
_CONTENT_TYPE = re.compile(r"^\s*Content-Type:\s*(?!\S*\bjson\b)\S", re.IGNORECASE | re.MULTILINE)


def read_plain(page: Page, vocabulary: Vocabulary) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Reads the text of a page; never raises.

    Returns:
        The blocks of a page that is laid out like this, and an `ambiguous-split` for every table in columns whose
        rows may be others; nothing for any other page.
    """
    dump = Dump(page.lines, vocabulary)
    alignment, doubtful = find_alignment(dump)
    blocks: list[Block] = []
    index = 0
    while index < len(dump.lines):
        if dump.is_blank(index):
            index += 1
            continue
        found, index = _read_block(dump, index, alignment)
        blocks.extend(found)
    if not _shows_calls(blocks):
        return (), ()
    return (
        tuple(_with_headings(list(_join_items(blocks)), vocabulary)),
        tuple(doubt_rows(page, index) for index in doubtful),
    )


def _shows_calls(blocks: Sequence[Block]) -> bool:
    """Whether text is laid out like this at all: a request line without a host, and a command that calls, the head of
    an answer, or a path such as `/rooms/:id`.
    """
    codes = [block for block in blocks if isinstance(block, Code)]
    is_called = any(
        code.language == "headers" or COMMAND.match(code.text) or _COLON_PATH.search(code.text) for code in codes
    )
    return is_called and any(_NO_HOST.search(code.text) for code in codes)


def _read_block(dump: Dump, index: int, alignment: Alignment) -> tuple[Sequence[Block], int]:
    piped = pipe_table_at(dump, index)
    if piped is not None:
        return [piped[0]], piped[1]
    columns = columns_at(dump, index)
    if columns is not None:
        table, end = read_columns(dump, columns, alignment=alignment)
        return [table], end
    header = header_at(dump, index)
    if header:
        return read_table(dump, header)
    text = dump.lines[index].strip()
    if REQUEST_LINE.match(text) or COMMAND.match(text) or STATUS.match(text):
        return _read_code(dump, index)
    if BULLET.match(dump.lines[index]) or dump.opens_code(index):
        block, end = read_line(dump, index)
        return [replace(block, text=dedent(block.text)) if isinstance(block, Code) else block], end
    return [read_text(dump, index)], index + 1


def _read_code(dump: Dump, index: int) -> tuple[Sequence[Block], int]:
    """The lines up to a blank one, an answer in JSON, or a table; behind a status line, headers only."""
    is_head = STATUS.match(dump.lines[index].strip()) is not None
    end = index + 1
    while end < len(dump.lines) and not dump.is_blank(end) and not dump.opens_code(end):
        if columns_at(dump, end) is not None or header_at(dump, end) or (is_head and not _is_header(dump, index, end)):
            break
        end += 1
    text = dedent("\n".join(dump.lines[index:end]))
    if not is_head:
        return [Code(text, index + 1, end, index + 1)], end
    unfolded = _FOLDED.sub("\n", text)
    head = Code(unfolded, index + 1, end, index + 1, "headers")
    return _with_content(dump, head, end, is_folded=unfolded != text)


def _with_content(dump: Dump, head: Code, end: int, is_folded: bool) -> tuple[Sequence[Block], int]:
    """The head of an answer; where that is no JSON, with the text up to a blank line below it, unless it is a title.

    A renderer that folds the lines of a head into one does the same with the text.
    """
    first = next_line(dump, end) if _CONTENT_TYPE.search(head.text) else len(dump.lines)
    if first == len(dump.lines) or TITLE.match(dump.lines[first].strip()) or begins_other(dump, first):
        return [head], end
    last = first
    while not is_folded and last + 1 < len(dump.lines) and not dump.is_blank(last + 1):
        last += 1
    text = dedent("\n".join(dump.lines[first : last + 1]))
    return [head, Code(text, first + 1, last + 1, first + 1)], last + 1


def _is_header(dump: Dump, first: int, index: int) -> bool:
    """Whether a line is an HTTP header, or more of the one above: further in than the first line."""
    line, opening = dump.lines[index], dump.lines[first]
    is_further = len(line) - len(line.lstrip()) > len(opening) - len(opening.lstrip())
    return is_further or HEADER_LINE.match(line.strip()) is not None


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
        title
        for index, block in enumerate(blocks)
        if _opens_request(block)
        for title in _title_of(blocks, index, vocabulary)
    }
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            yield block
        elif index == 0 and TITLE.match(block.text):
            yield Heading(1, block.text, block.first, block.last)
        elif index in titles:
            yield Heading(2, block.text, block.first, block.last)
        elif _is_part(block, blocks[index + 1 : index + 2], vocabulary):
            yield Heading(3, block.text, block.first, block.last)
        else:
            yield block


def _opens_request(block: Block) -> bool:
    return isinstance(block, Code) and REQUEST_LINE.match(block.text.strip()) is not None


def _is_part(block: Paragraph, following: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """Whether a title names a part of a section: by its first word, or by any in front of what it shows."""
    words = block.text.split()
    is_shown = bool(following) and isinstance(following[0], Code)
    named = any(vocabulary.section(word) is not None for word in (words if is_shown else words[:1]))
    return TITLE.match(block.text) is not None and (named or vocabulary.section(block.text) is not None)


def _title_of(blocks: Sequence[Block], index: int, vocabulary: Vocabulary) -> Iterator[int]:
    """The place of the nearest title between the code before and a request line; those above it are of groups."""
    start = index
    while start > 0 and not isinstance(blocks[start - 1], Code):
        start -= 1
    places = [place for place in range(start, index) if _is_title(blocks[place], vocabulary)]
    yield from places[-1:]


def _is_title(block: Block, vocabulary: Vocabulary) -> bool:
    is_titled = isinstance(block, Paragraph) and TITLE.match(block.text) is not None
    return is_titled and isinstance(block, Paragraph) and vocabulary.section(block.text) is None
