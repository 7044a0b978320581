"""Formats: which reader a page needs, by its name and its content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from scraper.blocks import Block
from scraper.page import Page
from scraper.readers.html import read_html
from scraper.readers.markdown import read_markdown
from spec.diagnostics import Diagnostic

if TYPE_CHECKING:
    from scraper.dialects import Dialect


class Format(StrEnum):
    """A file format that pages come in; `DUMP` is the text of a page without its markup."""

    MARKDOWN = "markdown"
    HTML = "html"
    RST = "rst"
    DUMP = "dump"


SUFFIXES = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mdx": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".rst": Format.RST,
    ".rest": Format.RST,
}
_HTML_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_TAG = re.compile(r"</?(?:p|div|table|tr|t[dh]|h[1-6]|ul|li|pre|span|section|main)\b[^<>]*>", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}\s+\S")
_FENCE = re.compile(r"^\s*(?:```+|~~~+)\s*[\w{.+-]*\s*$")
_DELIMITER = re.compile(r"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?$")
_RST = re.compile(r"^\s*(?:\.\. (?:[\w:.-]+::(?:\s|$)|_[^:`]+:\s*$)|\+(?:[=-]{2,}\+)+$)|:ref:`")
_LINK = re.compile(r"\[[^\]\n]+\]\([^)\s]+\)")


def find_format(page: Page) -> Format:
    """The format of a page: its content decides where it is plain, else the suffix of its name."""
    if _HTML_START.match(page.text[:4000]):
        return Format.HTML
    by_name = SUFFIXES.get(PurePosixPath(page.name).suffix.lower())
    if by_name is Format.RST or _looks_like_rst(page.lines):
        return Format.RST
    if _has_broken_rows(page.lines):
        return Format.DUMP
    if by_name is not None:
        return by_name
    if _looks_like_markdown(page.lines):
        return Format.MARKDOWN
    return Format.HTML if _looks_like_html(page) else Format.DUMP


def read_blocks(page: Page, dialect: Dialect) -> tuple[Sequence[Block], Sequence[Diagnostic]]:
    """Reads a page into blocks; only a text dump is left to the dialect."""
    match find_format(page):
        case Format.HTML:
            return read_html(page.lines), ()
        case Format.MARKDOWN:
            return read_markdown(page)
        case Format.RST:
            from scraper.readers.rst import read_rst  # docutils is slow to import, and other formats do without it

            return read_rst(page), ()
        case Format.DUMP:
            return dialect.read_dump(page)


def _looks_like_rst(lines: Sequence[str]) -> bool:
    """Explicit markup, grid tables and roles, which neither Markdown nor text without markup has."""
    return sum(1 for line in lines if _RST.search(line)) >= 2 and not any(map(_HEADING.match, lines))


def _looks_like_markdown(lines: Sequence[str]) -> bool:
    """Two kinds of marks that text without markup does not have, or several of one kind."""
    headings = fences = delimiters = links = 0
    inside = False
    before = ""
    for line in lines:
        if _FENCE.match(line):
            fences += 1
            inside = not inside
        elif not inside:
            headings += bool(_HEADING.match(line))
            delimiters += bool(_DELIMITER.match(line.strip())) and _columns(before) >= _columns(line)
            links += bool(_LINK.search(line))
        before = line
    kinds = sum(count > 0 for count in (headings, fences // 2, delimiters, links))
    return kinds >= 2 or headings >= 3 or delimiters >= 1 or fences >= 4


def _has_broken_rows(lines: Sequence[str]) -> bool:
    """Whether rows of a pipe table go over several lines, as in a dump, on a page without Markdown headings."""
    rows = False
    opened = broken = 0
    before = ""
    for line in lines:
        text = line.strip()
        if _HEADING.match(line):
            return False
        if _DELIMITER.match(line.strip()) and _columns(before) >= _columns(line):
            rows, opened = True, 0
        elif rows and text.startswith("|"):
            opened = int(not text.endswith("|"))
        elif opened and text.endswith("|"):
            broken, opened = broken + 1, 0
        before = line if text else before
    return broken > 0


def _columns(line: str) -> int:
    return line.strip().strip("|").count("|") + 1


def _looks_like_html(page: Page) -> bool:
    tags = len(_TAG.findall(page.text))
    return tags >= 4 and tags * 3 >= sum(1 for line in page.lines if line.strip())
