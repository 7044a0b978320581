"""Pages to read: one Markdown page of this repository at many sizes, and the same as HTML."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from scraper.dialects import find_dialect
from scraper.page import Page
from scraper.readers.formats import read_blocks

SOURCE = Path(__file__).resolve().parent.parent / "scraper/pages/gitlab/issue_links.txt"
COPIES = (1, 2, 4, 8, 16)


def write_corpus() -> tuple[Page, ...]:
    """The pages, in memory."""
    text = SOURCE.read_text(encoding="utf-8")
    markdown = text[text.index("# ") :]
    parser = MarkdownIt("commonmark").enable("table")
    pages = []
    for copies in COPIES:
        content = "\n\n".join([markdown] * copies)
        html = f"<!doctype html>\n<html><body>\n{parser.render(content)}</body></html>"
        pages.append(Page(f"{copies}.md", tuple(content.splitlines())))
        pages.append(Page(f"{copies}.html", tuple(html.splitlines())))
    return tuple(pages)


def read_corpus(pages: tuple[Page, ...]) -> None:
    """What specwright does: blocks with their lines."""
    dialect = find_dialect("gitlab")
    for page in pages:
        read_blocks(page, dialect)


def build_trees(pages: tuple[Page, ...]) -> None:
    """The yardstick: the trees that the parsers themselves give."""
    for page in pages:
        if page.name.endswith(".md"):
            MarkdownIt("commonmark").enable("table").parse(page.text)
        else:
            BeautifulSoup(page.text, "lxml")
