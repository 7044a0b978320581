"""reStructuredText → blocks, with lines: docutils' tree, walked once.

docutils' parser gives the tree (see `rst_states`). It is told nothing about other pages, so that
references to labels become links: `#label`, in the form in which headings and tables carry them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from docutils import nodes

from scraper.blocks import Block, Cell, Furniture, Heading, Text
from scraper.page import Page
from scraper.readers.assembly import Assembly, Grid, cover, in_order, make_code, name_rest, split_lines
from scraper.readers.rst_directives import CAPTIONED, FURNITURE
from scraper.readers.rst_inline import render_nodes
from scraper.readers.rst_states import parse_document

_REST = re.compile(r"^\s*(?:([^\w\s])\1*|\|+|::|\.\.)\s*$")
_PREAMBLE = (nodes.comment, nodes.target, nodes.field_list, nodes.substitution_definition)
_LEAVES = (nodes.paragraph, nodes.term, nodes.line, nodes.rubric, nodes.literal_block)
_LINED = (*_LEAVES, nodes.field)

Lines: TypeAlias = tuple[int, int]
"""A first and a last line."""


def read_rst(page: Page) -> tuple[Block, ...]:
    """Reads a page of reStructuredText.

    Anchors, comments, document fields and what only a site generator needs become `Furniture`. Lines
    of a table or a directive that docutils cannot read are spanned by no block, as is a whole page
    whose nesting has no end.
    """
    try:
        document = parse_document(page.lines)
        reader = _Reader(document)
        reader.walk(document)
    except RecursionError:
        return ()
    blocks = (*reader.assembly.finish(), *reader.furniture)
    covered = cover(page.lines, blocks)
    names = ["markup" if _REST.match(line) else None for line in page.lines]
    return in_order((*blocks, *name_rest(page.lines, covered, names)))


class _Reader:
    """Turns docutils' tree into blocks."""

    def __init__(self, document: nodes.document) -> None:
        self.assembly = Assembly()
        self.furniture: list[Furniture] = []
        self._substitutions = document.substitution_defs
        self._level = 0
        self._labels: list[tuple[str, int]] = []
        self._texts_read = 0
        self._read: dict[type[Any], Callable[[Any], None]] = {
            nodes.section: self._section,
            nodes.paragraph: self._text,
            nodes.rubric: self._text,
            nodes.term: self._text,
            nodes.line_block: self._line_block,
            nodes.bullet_list: self._list,
            nodes.enumerated_list: self._list,
            nodes.definition_list: self._list,
            nodes.list_item: self._item,
            nodes.definition_list_item: self._item,
            nodes.definition: self._definition,
            nodes.field_list: self._fields,
            nodes.literal_block: self._code,
            nodes.doctest_block: self._code,
            nodes.table: self._table,
            nodes.target: self._target,
            nodes.comment: lambda node: self._furniture("comment", node),
            nodes.substitution_definition: lambda node: self._furniture("substitution", node),
            nodes.transition: self._transition,
            nodes.container: self._container,
            nodes.image: self._image,
            nodes.system_message: lambda node: None,
            nodes.title: lambda node: None,
            nodes.label: lambda node: None,
        }

    def walk(self, parent: nodes.Element) -> None:
        """Reads the children of a node, in document order."""
        for node in parent.children:
            read = self._read.get(type(node))
            if read is not None:
                read(node)
            elif isinstance(node, nodes.Element):
                self.walk(node)

    def _furniture(self, name: str, node: nodes.Element) -> None:
        if span := node.get("span"):
            self.furniture.append(Furniture(name, *span))

    def _section(self, section: nodes.section) -> None:
        self._level += 1
        title = section.children[0] if section.children else None
        if isinstance(title, nodes.title):
            text = self._render(title, *section["span"])
            heading = Heading(min(self._level, 6), " ".join(text.text.split()), *section["span"])
            self._take_labels()
            self.assembly.add_block(heading)
        self.walk(section)
        self._level -= 1

    def _render(self, node: nodes.Element, first: int, last: int) -> Text:
        return render_nodes(node.children, first, last, self._substitutions)

    def _text(self, node: nodes.Element) -> None:
        text = self._render(node, *_lines_of(node))
        if text.text:
            self._texts_read += 1
            self.assembly.add_text(text)

    def _take_labels(self) -> None:
        """Labels are those of the heading or table that follows them, even behind one text, its title."""
        for name, texts in self._labels:
            if self._texts_read - texts <= 1:
                self.assembly.add_anchor(name)
        self._labels.clear()

    def _line_block(self, block: nodes.line_block) -> None:
        lines = [line for line in block.findall(nodes.line) if line.children]
        if lines:
            first, last = _lines_of(lines[0])[0], _lines_of(lines[-1])[1]
            parts = [self._render(line, first, last) for line in lines]
            links = tuple(link for part in parts for link in part.links)
            self.assembly.add_text(Text("\n".join(part.text for part in parts), first, last, links))

    def _list(self, node: nodes.Element) -> None:
        self.assembly.open_list(isinstance(node, nodes.enumerated_list))
        self.walk(node)
        self.assembly.close_list()

    def _item(self, node: nodes.Element) -> None:
        self.assembly.open_item()
        self.walk(node)

    def _definition(self, node: nodes.definition) -> None:
        self.assembly.open_list(False)
        self.assembly.open_item()
        self.walk(node)
        self.assembly.close_list()

    def _fields(self, node: nodes.field_list) -> None:
        """The fields in front of the title say something about the file; others are text."""
        is_preamble = isinstance(node.parent, nodes.document) and all(
            isinstance(before, _PREAMBLE) for before in node.parent.children[: node.parent.index(node)]
        )
        for field in node.children:
            if not isinstance(field, nodes.field):
                continue
            first, last = _extent(field) or _lines_of(field)
            if is_preamble:
                self.furniture.append(Furniture("front-matter", first, last))
                continue
            texts = [text for body in _children(field, nodes.field_body) for text in self._texts(body)]
            words = " ".join([f"{field.children[0].astext()}:", *(text.text for text in texts)])
            self.assembly.add_text(Text(words, first, last, tuple(link for text in texts for link in text.links)))

    def _code(self, node: nodes.Element) -> None:
        lines = node.astext().split("\n")
        first, last = node.get("span") or (node.line or 1, (node.line or 1) + len(lines) - 1)
        text_first = node.get("text_line") or node.line or first
        code = make_code(lines, first, last, text_first, node.get("language") or "")
        if code.text:
            self.assembly.add_block(code)

    def _target(self, target: nodes.target) -> None:
        if "refuri" not in target and "refname" not in target:
            for name in (*target["names"], *target["dupnames"]):
                self._labels.append((name, self._texts_read))
        self._furniture("link-definition" if "refuri" in target else "anchor", target)

    def _transition(self, node: nodes.transition) -> None:
        self.assembly.add_block(Furniture("thematic-break", node.line or 1, node.line or 1))

    def _image(self, image: nodes.image) -> None:
        self._furniture("image", image)

    def _container(self, node: nodes.container) -> None:
        kind = node.get("kind")
        if kind == FURNITURE:
            self._furniture(node["name"], node)
            return
        if kind == CAPTIONED:
            self._captioned(node)
            return
        if head := node.get("head"):
            self.furniture.append(Furniture("directive", *head))
        self.walk(node)

    # ------------------------------------------------------------ tables

    def _captioned(self, node: nodes.container) -> None:
        """A table directive: its title is the caption of the table in it, and all its lines are the table's."""
        title = next((child for child in node.children if isinstance(child, nodes.title)), None)
        table = next((child for child in node.children if isinstance(child, nodes.table)), None)
        caption = self._render(title, *_lines_of(title)) if title is not None else None
        if table is not None:
            first, last = node.get("span") or table["span"]
            self._add_table(table, caption, first, max(last, table["span"][1]))
            node.remove(table)
        elif caption is not None and caption.text:
            self.assembly.add_text(caption)
        self.walk(node)

    def _table(self, table: nodes.table) -> None:
        title = table.children[0] if table.children else None
        caption = self._render(title, *_lines_of(title)) if isinstance(title, nodes.title) else None
        first, last = table.get("span") or _extent(table) or (1, 1)
        self._add_table(table, caption, first, last)

    def _add_table(self, table: nodes.table, caption: Text | None, first: int, last: int) -> None:
        grid = Grid(first)
        grid.caption = caption if caption and caption.text else None
        for group in _children(table, nodes.tgroup):
            for part in _children(group, nodes.Part):
                for row in _children(part, nodes.row):
                    self._add_row(row, grid, isinstance(part, nodes.thead), (first, last))
        built = grid.build(last)
        if built is not None:
            self._take_labels()
            self.assembly.add_block(built)

    def _add_row(self, row: nodes.Element, grid: Grid, in_head: bool, lines: Lines) -> None:
        entries = _children(row, nodes.entry)
        spans: list[Lines] = [span for entry in entries if (span := entry.get("span") or _extent(entry))]
        top = min((first for first, _ in spans), default=lines[0])
        bottom = max((last for _, last in spans), default=lines[1])
        grid.open_row(top)
        for entry in entries:
            first, last = entry.get("span") or _extent(entry) or (top, bottom)
            cell = Cell(tuple(self._texts(entry)), first, last)
            grid.add_cell(cell, in_head, entry.get("morecols", 0) + 1, entry.get("morerows", 0) + 1)
        grid.close_row(bottom, in_head)

    def _texts(self, node: nodes.Element) -> list[Text]:
        """All texts under a node, a `Text` for each paragraph, list item and line."""
        found: list[Text] = []
        for leaf in _leaves(node):
            if isinstance(leaf, nodes.literal_block):
                first = leaf.get("text_line") or leaf.line or 1
                lines = leaf.astext().split("\n")
                found += [Text(line, first + index, first + index) for index, line in enumerate(lines) if line.strip()]
            else:
                text = self._render(leaf, *_lines_of(leaf))
                found += split_lines(text) if text.text else ()
        return found


def _children(parent: nodes.Element, kind: type[Any]) -> list[nodes.Element]:
    return [child for child in parent.children if isinstance(child, kind) and isinstance(child, nodes.Element)]


def _leaves(node: nodes.Element) -> Iterator[nodes.Element]:
    for leaf in node.findall(nodes.Element):
        if isinstance(leaf, _LEAVES):
            yield leaf


def _lines_of(node: nodes.Element) -> Lines:
    first = node.line or 1
    return first, first + node.rawsource.count("\n")


def _extent(node: nodes.Element) -> Lines | None:
    """The first and the last line of the texts under a node."""
    lines = [_lines_of(leaf) for leaf in node.findall(nodes.Element) if isinstance(leaf, _LINED) and leaf.line]
    return (min(first for first, _ in lines), max(last for _, last in lines)) if lines else None
