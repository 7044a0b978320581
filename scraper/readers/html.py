"""HTML → blocks, with lines.

The tree is built by lxml (libxml2), whose tolerance for broken pages we need and which, unlike a
tree of Python objects, costs little. It knows no lines of texts and end tags, so each line break
between tags is followed by a comment with the number of the next line before parsing. The tree is
walked as a flat stream of events: no nesting, however deep, can exhaust the stack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scraper.blocks import Block, Cell, Furniture, Heading, Text
from scraper.readers.assembly import Assembly, Grid, Run, cover, in_order, make_code, name_rest, split_lines
from scraper.readers.content import Frame
from scraper.readers.exponents import mark_of
from scraper.readers.tree import Element, parse_tree, text_of, walk_tree

_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|</?[A-Za-z](?:[^<>\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}')*>"
    r"|<[!?][^>]{0,4000}>"
    r"|\n",
    re.DOTALL | re.IGNORECASE,
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CODE = frozenset({"code", "tt", "kbd", "samp", "var"})
_BLOCK_TAGS = (
    "address article aside blockquote body button center dd details dialog div dl dt fieldset figcaption figure "
    "footer form header hgroup hr html legend li main menu nav ol option p pre section select summary table tbody "
    "td tfoot th thead tr ul caption"
)
_BLOCKS = frozenset((*_BLOCK_TAGS.split(), *_HEADINGS))
_LISTS = {"ul": False, "menu": False, "ol": True, "dl": False}
_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush)[-:]\s*([\w+#-]+)")
_PLAIN = frozenset({"highlight", "highlighter", "source", "code"})


def read_html(lines: Sequence[str]) -> tuple[Block, ...]:
    """Reads an HTML page.

    Only the main content is read. The page's head, navigation, scripts and whatever else stands
    around the content become `Furniture`, lines that hold nothing but tags too.
    """
    root = parse_tree(_number_lines("\n".join(lines), 1))
    if root is None:
        return ()
    frame = Frame(root)
    reader = _Reader(1, frame, frame.find_content())
    reader.walk(root)
    blocks = reader.assembly.finish()
    if not any(isinstance(block, Heading) and block.level == 1 for block in blocks):
        blocks = (*_page_title(lines), *blocks)
    return in_order((*blocks, *reader.furniture, *_rest(lines, (*blocks, *reader.furniture), reader)))


def read_fragment(text: str, first: int) -> tuple[Block, ...]:
    """Reads a piece of HTML whose first line is line `first` of its page."""
    root = parse_tree(_number_lines(text, first))
    if root is None:
        return ()
    reader = _Reader(first, Frame(root), root)
    reader.walk(root)
    return reader.assembly.finish()


def _number_lines(text: str, first: int) -> str:
    pieces: list[str] = []
    position, line = 0, first
    for match in _MARKUP.finditer(text):
        token = match[0]
        if token == "\n":
            line += 1
            pieces.append(f"{text[position : match.end()]}<!--{line}-->")
        elif token.startswith("<!"):
            line += token.count("\n")
            pieces.append(f"{text[position : match.start()]}<!--{line}-->")
        elif "\n" in token:
            line += token.count("\n")
            pieces.append(f"{text[position : match.end()]}<!--{line}-->")
        else:
            continue
        position = match.end()
    pieces.append(text[position:])
    return "".join(pieces)


_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title", re.DOTALL | re.IGNORECASE)


def _page_title(lines: Sequence[str]) -> tuple[Heading, ...]:
    """The page's `<title>`, for a page without a first level heading."""
    text = "\n".join(lines)
    match = _TITLE.search(text)
    title = " ".join(match[1].split()) if match else ""
    if match is None or not title:
        return ()
    first = text.count("\n", 0, match.start()) + 1
    return (Heading(1, title, first, first + match[0].count("\n")),)


def _rest(lines: Sequence[str], blocks: Sequence[Block], reader: _Reader) -> list[Furniture]:
    """Names for the lines that no block spans: outside of the content, or nothing but tags."""
    bare = _MARKUP.sub(lambda m: "\n" * m[0].count("\n"), "\n".join(lines)).split("\n")
    names: list[str | None] = []
    for number, left in enumerate(bare, 1):
        outside = not reader.content_first <= number <= reader.content_last
        names.append("page-frame" if outside else None if left.strip() else "markup")
    return name_rest(lines, cover(lines, blocks), names)


class _Reader:
    """Turns the events of a walk over the tree into blocks."""

    def __init__(self, first: int, frame: Frame, content: Element) -> None:
        self.assembly = Assembly()
        self.furniture: list[Furniture] = []
        self.content_first, self.content_last = first, first
        self._frame = frame
        self._content = content
        self._inside = False
        self._line = first
        self._run = Run()
        self._skipped: tuple[Element, str, int] | None = None
        self._tables: list[tuple[Grid, Element]] = []
        self._cell: tuple[Element, int, list[Text]] | None = None
        self._heading: tuple[Element, int, list[str]] | None = None
        self._code: tuple[Element, int, list[list[str]], int] | None = None
        self._ticks = 0

    def walk(self, root: Element) -> None:
        """Reads the tree under `root`, in document order."""
        for event, element in walk_tree(root):
            if event == "comment":
                number = element.text or ""
                self._line = int(number) if number.isdigit() else self._line
                self._text(element.tail)
            elif event == "start":
                self._start(element)
            else:
                self._end(element)
                if element is not root:
                    self._text(element.tail)
        self._flush()

    def _start(self, element: Element) -> None:
        if self._skipped is not None:
            return
        if element is self._content:
            self._inside, self.content_first = True, self._line
        if self._inside and self._cell is None and element is not self._content:
            name = self._frame.name_furniture(element)
            if name:
                self._flush()
                self._skipped = (element, name, self._line)
                return
        if self._inside:
            self._open(element)
        self._text(element.text)

    def _end(self, element: Element) -> None:
        if self._skipped is not None:
            skipped, name, first = self._skipped
            if element is skipped:
                self.furniture.append(Furniture(name, first, self._line))
                self._skipped = None
            return
        if self._inside:
            self._close(element)
        if element is self._content:
            self._flush()
            self._inside, self.content_last = False, self._line

    def _text(self, text: str | None) -> None:
        if not text or not self._inside or self._skipped is not None:
            return
        if self._code is not None:
            self._add_code(text)
        else:
            self._run.add(text, self._line)

    def _add_code(self, text: str) -> None:
        assert self._code is not None
        lines = self._code[2]
        parts = text.split("\n")
        lines[-1].append(parts[0])
        lines.extend([part] for part in parts[1:])

    # ------------------------------------------------------------ elements

    def _open(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS and self._code is None:
            self._flush()
        anchor = element.get("id") or (element.get("name") if tag == "a" else None)
        if anchor and (not self._tables or element is self._tables[-1][1]):
            self._add_anchor(anchor)
        if self._cell is None and self._code is None:
            if tag in _LISTS:
                self.assembly.open_list(_LISTS[tag])
            elif tag in ("li", "dt"):
                self.assembly.open_item()
            elif tag == "dd":
                self.assembly.open_list(False)
                self.assembly.open_item()
            elif tag in _HEADINGS:
                self._heading = (element, self._line, [anchor] if anchor else [])
            elif tag == "hr":
                self.assembly.add_block(Furniture("thematic-break", self._line, self._line))
            elif tag == "pre":
                self._code = (element, self._line, [[]], self._line)
            else:
                self._open_table_part(element)
        self._open_inline(element)

    def _add_anchor(self, anchor: str) -> None:
        if self._heading is not None:
            self._heading[2].append(anchor)
        elif self._cell is None:
            self.assembly.add_anchor(anchor)

    def _open_table_part(self, element: Element) -> None:
        tag = element.tag
        if tag == "table":
            self._tables.append((Grid(self._line), element))
        elif self._tables and tag == "tr":
            self._tables[-1][0].open_row(self._line)
        elif self._tables and tag in ("td", "th"):
            self._cell = (element, self._line, [])

    def _open_inline(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            if self._code is not None:
                self._code[2].append([])
            else:
                self._run.add_break()
        elif self._code is not None:
            return
        elif tag == "a":
            target = element.get("href")
            if target:
                self._run.add_link(target)
        elif tag == "img":
            self._run.add(element.get("alt") or "", self._line)
        elif tag in ("sup", "sub"):
            self._run.add(mark_of(tag, text_of(element), self._run.end), self._line)
        elif tag in _CODE:
            self._ticks += 1
            if self._ticks == 1:
                self._run.add("`", self._line)

    def _close(self, element: Element) -> None:
        tag = element.tag
        if tag in _CODE and self._code is None:
            self._ticks = max(0, self._ticks - 1)
            if self._ticks == 0:
                self._run.add("`", self._line)
        if self._code is not None:
            if element is self._code[0]:
                self._close_code(element)
            elif tag in _BLOCKS and self._code[2][-1]:
                self._code[2].append([])
            return
        if tag in _BLOCKS:
            self._flush()
        if self._cell is not None:
            if element is self._cell[0]:
                self._close_cell(element)
        elif tag in _LISTS or tag == "dd":
            self.assembly.close_list()
        elif self._heading is not None and element is self._heading[0]:
            self._heading = None
        elif self._tables:
            self._close_table_part(element)

    def _close_code(self, element: Element) -> None:
        assert self._code is not None
        _, first, pieces, text_first = self._code
        self._code = None
        lines = ["".join(line).rstrip("\r") for line in pieces]
        code = make_code(lines, first, self._line, text_first, _language(element))
        if code.text:
            self.assembly.add_block(code)

    def _close_cell(self, element: Element) -> None:
        assert self._cell is not None
        _, first, parts = self._cell
        self._cell = None
        cell = Cell(tuple(parts), first, self._line)
        grid = self._tables[-1][0]
        grid.add_cell(cell, element.tag == "th", _span(element, "colspan"), _span(element, "rowspan"))

    def _close_table_part(self, element: Element) -> None:
        grid, table = self._tables[-1]
        if element.tag == "tr":
            parent = element.getparent()
            grid.close_row(self._line, parent is not None and parent.tag == "thead")
        elif element is table:
            self._tables.pop()
            built = grid.build(self._line)
            if built is not None:
                self.assembly.add_block(built)

    def _flush(self) -> None:
        text = self._run.take()
        if text is None:
            return
        if self._cell is not None:
            self._cell[2].extend(split_lines(text))
        elif self._heading is not None:
            element, _, anchors = self._heading
            level = _HEADINGS[element.tag]
            title = " ".join(text.text.split())
            self.assembly.add_block(Heading(level, title, text.first, text.last, tuple(dict.fromkeys(anchors))))
        elif self._tables:
            grid = self._tables[-1][0]
            if grid.caption is None:
                grid.caption = text
            else:
                self.assembly.add_text(text)
        else:
            self.assembly.add_text(text)


def _span(element: Element, name: str) -> int:
    value = (element.get(name) or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _language(element: Element) -> str:
    """The language of a code block, from the classes that highlighters write near it."""
    for candidate in _near(element):
        named = candidate.get("lang") or candidate.get("data-lang") or candidate.get("data-language")
        if named and candidate.tag in ("pre", "code"):
            return named.lower()
        match = _LANGUAGE.search(candidate.get("class") or "")
        if match and match[1] not in _PLAIN:
            return match[1].lower()
    return ""


def _near(element: Element) -> Iterator[Element]:
    yield element
    child = element.find("code")
    if child is not None:
        yield child
    for _ in range(2):
        parent = element.getparent()
        if parent is None:
            return
        yield parent
        element = parent
