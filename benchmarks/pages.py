"""Pages to read: one page of this repository at many sizes, and folders of sample pages beside the repository."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from docutils.core import publish_doctree
from markdown_it import MarkdownIt

from benchmarks.processes import REPOSITORY
from scraper.dialects import find_dialect
from scraper.page import Page, read_page
from scraper.readers.formats import Format, find_format, read_blocks
from scraper.reading import parse_page_facts

SOURCE = REPOSITORY / "scraper/pages/gitlab/issue_links.txt"
SAMPLES = REPOSITORY.parent / "shared/pages"
COPIES = (1, 2, 4, 8, 16)


@dataclass(frozen=True)
class Corpus:
    """Pages of one dialect."""

    name: str
    dialect: str
    pages: Sequence[Page]


def write_corpus() -> Corpus:
    """Markdown and HTML of many sizes, in memory."""
    text = SOURCE.read_text(encoding="utf-8")
    markdown = text[text.index("# ") :]
    parser = MarkdownIt("commonmark").enable("table")
    pages = []
    for copies in COPIES:
        content = "\n\n".join([markdown] * copies)
        html = f"<!doctype html>\n<html><body>\n{parser.render(content)}</body></html>"
        pages.append(Page(f"{copies}.md", tuple(content.splitlines())))
        pages.append(Page(f"{copies}.html", tuple(html.splitlines())))
    return Corpus("one page", "gitlab", pages)


def read_samples(folder: str, dialect: str) -> Corpus | None:
    """The sample pages of a folder, in memory; `None` where they are not."""
    pages = [read_page(path) for path in list_samples(folder)]
    return Corpus(folder, dialect, pages) if pages else None


def list_samples(folder: str) -> list[Path]:
    """The files of sample pages."""
    found = (SAMPLES / folder).rglob("*")
    return sorted(path for path in found if path.is_file() and path.name != "SOURCES.md")


def read_corpus(corpus: Corpus) -> None:
    """What specwright's readers do: blocks with their lines."""
    dialect = find_dialect(corpus.dialect)
    for page in corpus.pages:
        read_blocks(page, dialect)


def parse_corpus(corpus: Corpus) -> None:
    """What specwright does with each page: facts with their lines."""
    dialect = find_dialect(corpus.dialect)
    for page in corpus.pages:
        parse_page_facts(page, dialect)


def build_trees(corpus: Corpus) -> None:
    """The yardstick: the trees that the parsers themselves give, of HTML inside of Markdown too."""
    for page in corpus.pages:
        match find_format(page):
            case Format.MARKDOWN:
                for token in MarkdownIt("commonmark").enable("table").parse(page.text):
                    if token.type == "html_block":
                        BeautifulSoup(token.content, "lxml")
            case Format.RST:
                publish_doctree(page.text, settings_overrides={"report_level": 5, "file_insertion_enabled": False})
            case Format.HTML:
                BeautifulSoup(page.text, "lxml")
            case Format.DUMP:
                raise ValueError(f"{page.name}: no parser gives a tree of a text without markup")
