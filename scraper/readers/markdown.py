"""Markdown → blocks, with lines: CommonMark with pipe tables, and what documentation sites add to it.

markdown-it-py gives the tokens with their lines. Three block rules are ours: an embedded HTML table is
one block to its end tag, whatever blank lines it holds; lines of cells without a delimiter row are a
table; and a line that is nothing but a shortcode or a directive of a site generator is no paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from scraper.blocks import Block, Cell, Code, Furniture, Heading, Paragraph, Row, Table
from scraper.page import Page
from scraper.readers.assembly import Assembly, cover, in_order, name_rest, split_lines
from scraper.readers.frontmatter import Preamble, read_preamble
from scraper.readers.html import read_fragment
from scraper.readers.inline import render_inline
from scraper.readers.undelimited import undelimited_table
from spec.diagnostics import Diagnostic

_DIRECTIVES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^\{\{[<%].*[>%]\}\}$"), "shortcode"),
    (re.compile(r"^:{2,}\s*/?[A-Za-z][\w -]*(?:\{.*\})?$|^:{3,}$"), "directive"),
    (re.compile(r"^\[\[_?TOC_?\]\]$|^\[TOC\]$|^\{:?\s*toc\s*\}$|^\* TOC$", re.IGNORECASE), "table-of-contents"),
    (re.compile(r"^\{:.*\}$"), "attribute-list"),
)
_REST: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^[\s>]*\[[^\]]+\]:"), "link-definition"),
    (re.compile(r"^[\s>*+\-_=|:~`#]+$"), "markup"),
)
_TABLE_TAG = re.compile(r"<(/?)table\b", re.IGNORECASE)
_TABLE_START = re.compile(r"(?:<a\s[^<>]*>\s*</a>\s*)*<table\b", re.IGNORECASE)
_INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]
_EMPTY_ANCHOR = re.compile(r"""<a\s[^>]*\b(?:name|id)\s*=\s*["']?([^"'>\s]+)["']?[^>]*>""", re.IGNORECASE)


def read_markdown(page: Page) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Reads a Markdown page.

    Front matter, a repository viewer's file header, shortcodes, comments and link definitions become
    `Furniture`; the front matter's title becomes the first heading.
    """
    preamble = read_preamble(page.lines)
    lines = preamble.blank(page.lines)
    source = "\n".join(lines)
    tokens = _parser().parse(source, {})
    reader = _Reader(lines)
    reader.walk(tokens)
    blocks = [*preamble.blocks, *reader.assembly.finish(), *reader.furniture]
    return in_order((*blocks, *_rest(page.lines, blocks))), _truncations(page, tokens, preamble)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.block.ruler.before("html_block", "html_table", _html_table, {"alt": _INTERRUPTS})
    parser.block.ruler.before("paragraph", "undelimited_table", undelimited_table, {"alt": ["paragraph"]})
    parser.block.ruler.before("paragraph", "directive", _directive, {"alt": _INTERRUPTS})
    return parser


def _html_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    position = state.bMarks[start] + state.tShift[start]
    if state.src[position : position + 1] != "<" or state.is_code_block(start):
        return False
    if _TABLE_START.match(state.src, position, state.eMarks[start]) is None:
        return False
    if silent:
        return True
    depth = 0
    limit = state.eMarks[end - 1]
    for match in _TABLE_TAG.finditer(state.src, position, limit):
        depth += -1 if match[1] else 1
        if depth == 0:
            last = bisect_right(state.bMarks, match.start(), hi=end) - 1
            break
    else:
        last = _last_of_paragraph(state, start, end)
    token = state.push("html_table", "", 0)
    token.map = [start, last + 1]
    token.content = state.src[position : state.eMarks[last]]
    state.line = last + 1
    return True


def _last_of_paragraph(state: StateBlock, start: int, end: int) -> int:
    last = start
    while last + 1 < end and not state.isEmpty(last + 1):
        last += 1
    return last


def _directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first = state.bMarks[start] + state.tShift[start]
    if state.src[first : first + 1] not in ("{", ":", "["):
        return False
    text = state.src[first : state.eMarks[start]].strip()
    name = next((name for pattern, name in _DIRECTIVES if pattern.match(text)), None)
    if name is None:
        return False
    if silent:
        return True
    token = state.push("directive", "", 0)
    token.map, token.content = [start, start + 1], name
    state.line = start + 1
    return True


class _Reader:
    """Turns the tokens of a page into blocks."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.assembly = Assembly()
        self.furniture: list[Furniture] = []
        self._lines = lines

    def walk(self, tokens: Sequence[Token]) -> None:
        """Reads the block tokens, in document order."""
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "table_open":
                index = self._read_table(tokens, index)
            elif token.type in ("heading_open", "paragraph_open"):
                self._read_inline(token, tokens[index + 1])
                index += 2
            else:
                self._read_token(token)
            index += 1

    def _read_token(self, token: Token) -> None:
        first, last = _span(token)
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self.assembly.open_list(token.type == "ordered_list_open")
            case "bullet_list_close" | "ordered_list_close":
                self.assembly.close_list()
            case "list_item_open":
                self.assembly.open_item()
            case "fence":
                language = token.info.strip().split(" ")[0].strip("{}.:").lower()
                self.assembly.add_block(Code(token.content.rstrip("\n"), first, last, min(first + 1, last), language))
            case "code_block":
                self.assembly.add_block(Code(token.content.rstrip("\n"), first, last, first, ""))
            case "html_table":
                self.assembly.add_blocks(read_fragment(token.content, first))
            case "html_block":
                self._read_html(token.content, first, last)
            case "hr":
                self.assembly.add_block(Furniture("thematic-break", first, last))
            case "directive":
                self.assembly.add_block(Furniture(token.content, first, last))

    def _read_html(self, content: str, first: int, last: int) -> None:
        if content.lstrip().startswith("<!"):
            self.furniture.append(Furniture("comment", first, last))
            return
        anchors = _EMPTY_ANCHOR.findall(content)
        blocks = read_fragment(content.rstrip("\n"), first)
        for anchor in anchors:
            self.assembly.add_anchor(anchor)
        self.assembly.add_blocks(blocks)
        lines = self._lines[first - 1 : last]
        bare = re.sub(r"<[^<>]*>", lambda tag: "\n" * tag[0].count("\n"), content).split("\n")
        names = ["markup" if index < len(bare) and not bare[index].strip() else None for index in range(len(lines))]
        self.furniture.extend(name_rest(lines, cover(lines, blocks, first), names, first))

    def _read_inline(self, opening: Token, inline: Token) -> None:
        first, last = _span(opening)
        text = render_inline(inline.children or (), first, last)
        for anchor in text.anchors:
            if opening.type == "paragraph_open":
                self.assembly.add_anchor(anchor)
        if opening.type == "heading_open":
            title = " ".join(text.text.text.split())
            self.assembly.add_block(Heading(int(opening.tag[1]), title, first, last, text.anchors))
        elif text.text.text:
            self.assembly.add_text(text.text)
        else:
            self.furniture.append(Furniture("anchor", first, last))

    def _read_table(self, tokens: Sequence[Token], start: int) -> int:
        """Reads a pipe table; lines without a pipe under it are a paragraph that lost its blank line."""
        first, last = _span(tokens[start])
        header: Row | None = None
        rows: list[Row] = []
        cells: list[Cell] = []
        index = start
        while tokens[index].type != "table_close":
            token = tokens[index]
            if token.type == "tr_open":
                cells = []
                line = _span(token)[0]
            elif token.type == "inline":
                text = render_inline(token.children or (), line, line).text
                cells.append(Cell(split_lines(text) if text.text else (), line, line))
            elif token.type == "tr_close":
                row = Row(tuple(cells), line, line)
                header = header or row
                if row is not header:
                    rows.append(row)
            index += 1
        table, rest = self._split_table(Table(header, tuple(rows), first, last))
        self.assembly.add_block(table)
        for paragraph in rest:
            self.assembly.add_block(paragraph)
        return index

    def _split_table(self, table: Table) -> tuple[Table, list[Paragraph]]:
        rows = list(table.rows)
        rest: list[Paragraph] = []
        while rows and "|" not in self._lines[rows[-1].first - 1]:
            cell = rows.pop().cells[0]
            links = tuple(link for part in cell.parts for link in part.links)
            rest.insert(0, Paragraph(cell.text, cell.first, cell.last, links))
        if not rest:
            return table, []
        return Table(table.header, tuple(rows), table.first, rest[0].first - 1), rest


def _span(token: Token) -> tuple[int, int]:
    first, after = token.map or (0, 1)
    return first + 1, max(after, first + 1)


def _rest(lines: Sequence[str], blocks: Iterable[Block]) -> list[Furniture]:
    covered = cover(lines, tuple(blocks))
    names = [None if done else _name_line(line) for line, done in zip(lines, covered, strict=True)]
    return name_rest(lines, covered, names)


def _name_line(line: str) -> str | None:
    return next((name for pattern, name in _REST if pattern.match(line)), None)


def _truncations(page: Page, tokens: Sequence[Token], preamble: Preamble) -> tuple[Diagnostic, ...]:
    """A code block without an end: the page was cut off inside of it."""
    fence = next((token for token in reversed(tokens) if token.type == "fence"), None)
    if fence is None or fence.map is None or fence.map[1] < len(page.lines):
        return preamble.diagnostics(page.name)
    closing = page.lines[fence.map[1] - 1].strip().lstrip(">").strip()
    if closing.startswith(fence.markup) and not closing.strip(fence.markup[0]) and fence.map[1] - fence.map[0] > 1:
        return preamble.diagnostics(page.name)
    message = "the page ends inside a code block that is never closed"
    first = fence.map[0] + 1
    return (*preamble.diagnostics(page.name), Diagnostic("truncated", message, page.name, first, fence.map[1]))
