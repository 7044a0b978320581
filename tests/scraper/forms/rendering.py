"""One page in other forms, as renderers that are not ours print it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO

import inscriptis
import mistune
from bs4 import BeautifulSoup, NavigableString, Tag
from docutils.core import publish_string

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FIELDS = re.compile(r"\A(?::\w+: .*\n)+")
_ROLE = re.compile(r":\w+:`([^`<]*?)\s*(?:<[^`>]*>)?`")
_CODE = re.compile(r'(<pre(?: class="[^"]*literal-block")?>)<code[^>]*>')
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("ul", "ol", "li", "dt", "dd")
_BLOCKS = frozenset((*_HEADINGS, *_LISTS, "p", "div", "tr", "pre", "caption", "table", "blockquote", "section"))
_CELLS = frozenset(("td", "th"))


def render_markdown(text: str) -> str:
    """A Markdown page as HTML."""
    render = mistune.create_markdown(escape=False, plugins=["table", "strikethrough", "url"])
    return f"<!DOCTYPE html>\n<html><body>\n{render(_FRONT_MATTER.sub('', text))}</body></html>\n"


def render_rst(text: str) -> str:
    """A reStructuredText page as HTML; what only Sphinx knows is set as its text, as Sphinx does."""
    text = _ROLE.sub(_set_as_text, _FIELDS.sub("", text))
    settings = {"warning_stream": StringIO(), "report_level": 5, "output_encoding": "unicode"}
    return str(publish_string(text, writer="html5", settings_overrides=settings))


def _set_as_text(role: re.Match[str]) -> str:
    """The text of a role, as long as the role: what follows it in a table keeps its column."""
    return role[1] if "\n" in role[0] else role[1].ljust(len(role[0]))


def print_cells(html: str) -> str:
    """The text of a page, one block or cell a line, blank lines between."""
    return _settle("".join(_pieces(_body(html), cell="\n\n")))


def print_tabs(html: str) -> str:
    """The text of a page as a browser copies it: tabs between cells, a line for each row and paragraph of its end."""
    body = _body(html)
    for row in body.find_all("tr"):
        cells = ["".join(_pieces(cell, cell="")).split("\n") for cell in row.find_all(_CELLS, recursive=False)]
        *before, last = [[" ".join(line.split()) for line in cell if line.strip()] for cell in cells]
        row.replace_with(NavigableString("\v" + "\t".join([*map(" ".join, before), "\v".join(last)]) + "\v"))
    return re.sub(r"\v+", "\n", _settle("".join(_pieces(body, cell=""))))


def print_pipes(html: str) -> str:
    """The text of a page as some crawlers leave it: tables as pipe rows, a line for each cell."""
    body = _body(html)
    for table in body.find_all("table"):
        lines: list[str] = []
        for row in table.find_all("tr"):
            cells = ["".join(_pieces(cell, cell="")).split("\n") for cell in row.find_all(_CELLS, recursive=False)]
            printed = ["\v".join(" ".join(line.split()) for line in cell if line.strip()) + " |" for cell in cells]
            lines += ["|", *printed, *([f"|{'---|' * len(cells)}"] if not lines else [])]
        table.replace_with(NavigableString("\v" + "\v".join(lines) + "\v"))
    return re.sub(r"\v+", "\n", _settle("".join(_pieces(body, cell=""))))


def print_columns(html: str) -> str:
    """The text of a page as a text browser shows it: cells in columns.

    The renderer folds the lines of code that stands in both `pre` and `code`; the latter says nothing here.
    """
    return inscriptis.get_text(_CODE.sub(r"\1", html))


def _body(html: str) -> Tag:
    soup = BeautifulSoup(html, "lxml")
    assert soup.body is not None
    return soup.body


def _pieces(tag: Tag, *, cell: str, kept: bool = False) -> Iterator[str]:
    for child in tag.children:
        if isinstance(child, NavigableString):
            yield str(child) if kept else re.sub(r"[^\S\v\t]+", " ", str(child))
        elif isinstance(child, Tag):
            around = "\n\n" if child.name in _BLOCKS else cell if child.name in _CELLS else ""
            yield "\n" if child.name == "br" else around
            yield from _pieces(child, cell=cell, kept=kept or child.name == "pre")
            yield around


def _settle(text: str) -> str:
    return re.sub(r"\n *\n[ \n]*", "\n\n", text).strip() + "\n"
