"""The `gitlab` dialect: Markdown pages of `METHOD /path` blocks, attribute tables, curl and JSON examples."""

from __future__ import annotations

from collections.abc import Sequence

from scraper.blocks import Block
from scraper.dialects.gitlab.pages import read_page_facts
from scraper.dialects.gitlab.words import VOCABULARY
from scraper.facts import PageFacts
from scraper.page import Page
from scraper.readers.plain import read_plain
from scraper.vocabulary import Vocabulary
from spec.diagnostics import Diagnostic


class GitLab:
    """GitLab's `doc/api`, from 2014 to today, in Markdown or rendered to HTML."""

    name = "gitlab"
    summary = "GitLab REST API pages (doc/api): METHOD /path blocks, attribute tables, curl and JSON examples"
    expects = "a code block with `METHOD /path` for each operation"

    @property
    def vocabulary(self) -> Vocabulary:
        """The words by which tables and sections are recognised."""
        return VOCABULARY

    def read_dump(self, page: Page) -> tuple[Sequence[Block], Sequence[Diagnostic]]:
        """Reads the text of a rendered page."""
        return read_plain(page, self.vocabulary)

    def parse(self, page: Page, blocks: Sequence[Block]) -> PageFacts:
        """Reads the blocks of a page into facts."""
        return read_page_facts(page, blocks)


DIALECT = GitLab()
