"""What is collected while one page is parsed: findings, structures, and the account of its lines."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from scraper.blocks import Block, Paragraph, Row, Table
from scraper.dialects.huawei.tables import ParameterTable
from scraper.facts import Link, Target
from scraper.ledger import Ledger, Spanned
from scraper.naming import distinct_name
from scraper.page import Page
from spec.diagnostics import Diagnostic
from spec.model import Evidence, Source, Structure


@dataclass(slots=True)
class Notes:
    """The notebook of one parse; it never leaves the dialect."""

    page: Page
    ledger: Ledger
    diagnostics: list[Diagnostic] = field(default_factory=list)
    structures: list[Structure] = field(default_factory=list)
    taken: dict[int, Block] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def name_operation(self, name: str) -> str:
        """The id of an operation, which no other one of the page has: parts of a page may share its title."""
        distinct = distinct_name(name, self.names)
        self.names.add(distinct)
        return distinct

    def take(self, block: Block) -> None:
        """Reads a block whole: it is no running text any more, whatever else stands on its lines."""
        self.ledger.read(block)
        self.taken[id(block)] = block

    def ignore(self, name: str, block: Block) -> None:
        """Ignores a block under a name: it is no running text either."""
        self.ledger.ignore(name, block)
        self.taken[id(block)] = block

    def read_table(self, table: ParameterTable) -> None:
        """Reads a table of parameters, but for the rows of which nothing is known."""
        self.read_rows(table.block, table.lost)

    def read_rows(self, table: Table, lost: Sequence[Row]) -> None:
        """Reads a table, but for some of its rows."""
        unread = {line for row in lost for line in range(row.first, row.last + 1)}
        for line in range(table.first, table.last + 1):
            if line not in unread:
                self.ledger.read(Source(self.page.name, line, line))

    def is_taken(self, block: Block) -> bool:
        """Whether this very block was read or ignored; its lines may hold others."""
        return id(block) in self.taken

    def source(self, span: Spanned, evidence: Evidence = Evidence.TABLE) -> Source:
        """Where a span stands."""
        return Source(self.page.name, span.first, span.last, evidence)

    def add_targets(self, table: Table, operation: str, label: str = "", structure: str = "") -> None:
        """Notes what links to a table lead to."""
        self.targets += [Target(anchor, operation, label, structure) for anchor in table.anchors]

    def refer(self, links: Sequence[Link], block: Paragraph, anchors: Container[str]) -> None:
        """Notes links that a block consists of; those that lead off the page dangle until they are followed."""
        for link in links:
            known = {(one.operation, one.side, one.page, one.anchor, one.title, one.number) for one in self.links}
            self.links.append(link)
            is_new = (link.operation, link.side, link.page, link.anchor, link.title, link.number) not in known
            if is_new and (link.page or link.title or link.anchor not in anchors):
                message = f"{' '.join(block.text.split())[:80]} (not on this page)"
                self.find("dangling-reference", message, block, link.operation, link.side)
        self.ledger.ignore("reference", block)

    def find(self, code: str, message: str, span: Spanned, operation: str = "", pointer: str = "") -> None:
        """Adds a finding."""
        self.diagnostics.append(Diagnostic(code, message, self.page.name, span.first, span.last, operation, pointer))
