"""What is collected while one page is parsed: findings, structures, and the account of its lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from scraper.ledger import Ledger, Spanned
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

    def source(self, span: Spanned, evidence: Evidence = Evidence.TABLE) -> Source:
        """Where a span stands."""
        return Source(self.page.name, span.first, span.last, evidence)

    def find(self, code: str, message: str, span: Spanned, operation: str = "", pointer: str = "") -> None:
        """Adds a finding."""
        self.diagnostics.append(Diagnostic(code, message, self.page.name, span.first, span.last, operation, pointer))
