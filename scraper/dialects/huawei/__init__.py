"""The `huawei` dialect: Function / URI / Request Parameters / Response Parameters / Example sections.

Nested structures stand in tables of their own; all wordings of this layout, older ones included, are
in `vocabulary`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scraper.blocks import Block, Code, Furniture, Heading, Paragraph, Table
from scraper.dialects.huawei.messages import has_syntax, parse_messages
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.operation import heading_title, parse_operations, security_of
from scraper.dialects.huawei.outline import Item, outline, split_operations, title_of
from scraper.dialects.huawei.shared import read_shared
from scraper.dialects.huawei.tables import roles_of
from scraper.dialects.huawei.vocabulary import IGNORED_SECTIONS, VOCABULARY, WEAK
from scraper.facts import PageFacts
from scraper.ledger import Ledger
from scraper.page import Page
from scraper.readers.cells import read_cells
from scraper.readers.dump import furniture_name
from scraper.readers.formats import Format, find_format
from scraper.readers.pipes import is_separator, read_pipes
from scraper.vocabulary import Vocabulary
from spec.diagnostics import Diagnostic
from spec.model import Api, Operation, Server, Tag


@dataclass(frozen=True, slots=True)
class HuaweiDialect:
    """Implements `scraper.dialects.Dialect` for this layout."""

    name: str = "huawei"
    summary: str = "Huawei Cloud API reference: URI, request and response tables, examples"
    expects: str = "a URI section with a line such as 'POST /v2/projects/issues'"
    vocabulary: Vocabulary = VOCABULARY

    def read_dump(self, page: Page) -> tuple[Sequence[Block], Sequence[Diagnostic]]:
        """Reads a text dump; the rule under a table's header tells pipe rows from one cell per line."""
        if any(is_separator(line) for line in page.lines):
            return read_pipes(page, self.vocabulary, WEAK), ()
        return read_cells(page, self.vocabulary, WEAK)

    def parse(self, page: Page, blocks: Sequence[Block]) -> PageFacts:
        """Reads blocks into facts."""
        notes = Notes(page, Ledger(page.lines))
        items = outline(blocks)
        _ignore_furniture(blocks, items, notes)
        heading = heading_title(items)
        title = _plain_title(heading.text) if heading else ""
        kept = [item for item in items if item.heading not in IGNORED_SECTIONS]
        operations: list[Operation] = []
        servers: list[Server] = []
        parts = split_operations(kept)
        for part in parts:
            own = title_of(part) if len(parts) > 1 else None
            parse = parse_messages if has_syntax(part) else parse_operations
            found, theirs = parse(part, _plain_title(own.text) if own else title, notes)
            operations += found
            servers += theirs
        _find_cut(blocks, notes)
        if not operations:
            span = heading or Furniture("page", 1, 1)
            notes.find("not-an-operation", "the page has no request line", span)
            notes.targets += read_shared(kept, title, notes)
        product, group = _navigation(page, title)
        operations = [replace(operation, tag=group) for operation in operations]
        api = Api(
            title=product or title,
            pages=(page.name,),
            operations=tuple(operations),
            structures=tuple(notes.structures) if operations else (),
            servers=tuple({server.url: server for server in servers}.values()),
            security_schemes=security_of(operations),
            tags=(Tag(group),) if group and operations else (),
        )
        return PageFacts(
            api,
            tuple(notes.diagnostics),
            notes.ledger.settle(),
            targets=tuple(notes.targets),
            links=tuple(notes.links),
            has_local_anchors=find_format(page) is not Format.RST,
        )


def _plain_title(text: str) -> str:
    return re.sub(r"\\(?=[()_*\[\]])", "", text).strip()


def _ignore_furniture(blocks: Sequence[Block], items: Sequence[Item], notes: Notes) -> None:
    """Accounts for what holds no fact, and for headings and labels, which give the others their place."""
    for block in blocks:
        if isinstance(block, Furniture):
            notes.ledger.ignore(block.name, block)
    for item in items:
        block = item.block
        if item.heading in IGNORED_SECTIONS:
            notes.ledger.ignore(item.heading, block)
        elif item.is_label or isinstance(block, Heading):
            notes.ledger.read(block)
        elif isinstance(block, Paragraph) and not item.heading and (name := furniture_name(block.text)):
            notes.ignore(name, block)
        elif isinstance(block, Table) and (item.heading == "errors" or _lists_errors(block)):
            notes.ledger.ignore("error-codes", block)


def _lists_errors(table: Table) -> bool:
    """Whether a table describes error codes, wherever it stands."""
    roles = set(roles_of(table))
    return "code" in roles and not roles & {"name", "type", "required", "status"}


def _navigation(page: Page, title: str) -> tuple[str, str]:
    """The product and the group of operations that a line of navigation names, if it leads here."""
    for line in page.lines[:20]:
        steps = [step.strip() for step in line.split("/ ")]
        if furniture_name(line.strip()) == "navigation" and len(steps) > 3 and steps[-1] == title:
            return steps[1], steps[-2]
    return "", ""


def _find_cut(blocks: Sequence[Block], notes: Notes) -> None:
    """Reports a page that ends inside an example."""
    last = max((block for block in blocks if not isinstance(block, Furniture)), key=lambda b: b.last, default=None)
    if isinstance(last, Code) and last.text.count("{") + last.text.count("[") > last.text.count("}") + last.text.count(
        "]"
    ):
        notes.find("truncated", "the page ends in the middle of an example", last)


DIALECT = HuaweiDialect()
