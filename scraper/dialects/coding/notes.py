"""What is noted while one page is being parsed: findings, and which lines were read."""

from __future__ import annotations

from scraper.ledger import Ledger, Spanned
from spec.diagnostics import Diagnostic
from spec.model import Evidence, Source


class Notes:
    """Collects findings and accounts for lines; `operation` is the one that is being parsed."""

    def __init__(self, page: str, ledger: Ledger, operation: str = "") -> None:
        self.page = page
        self.operation = operation
        self._ledger = ledger
        self.findings: list[Diagnostic] = []

    def within(self, operation: str) -> Notes:
        """Notes of the same page under another operation; its findings are its own."""
        return Notes(self.page, self._ledger, operation)

    def add(self, code: str, message: str, first: int, last: int, pointer: str = "") -> None:
        """Notes a finding about the current operation."""
        self.findings.append(Diagnostic(code, message, self.page, first, last, self.operation, pointer))

    def read(self, *spans: Spanned) -> None:
        """Marks lines as read."""
        self._ledger.read(*spans)

    def ignore(self, name: str, *spans: Spanned) -> None:
        """Marks lines as known to hold no fact."""
        self._ledger.ignore(name, *spans)

    def source(self, span: Spanned, evidence: Evidence = Evidence.TABLE) -> Source:
        """The place of a block on this page."""
        return Source(self.page, span.first, span.last, evidence)
