"""Notes: what is written down while one page is read, besides its facts."""

from __future__ import annotations

from dataclasses import dataclass, field

from scraper.ledger import Ledger, Spanned
from spec.diagnostics import Diagnostic
from spec.model import Evidence, Source


@dataclass(slots=True)
class Notes:
    """The ledger and the findings of one page."""

    page: str
    ledger: Ledger
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def source(self, span: Spanned, evidence: Evidence = Evidence.TABLE) -> Source:
        """Where a block or a piece of one stands."""
        return Source(self.page, span.first, max(span.first, span.last), evidence)

    def report(self, code: str, message: str, first: int, last: int, operation: str = "", pointer: str = "") -> None:
        """Writes a finding down; endpoints that share an example do not repeat what is wrong with it."""
        if code == "invalid-json" and any(d.code == code and d.line == first for d in self.diagnostics[-50:]):
            known = {(d.line, d.message) for d in self.diagnostics if d.code == code}
            if (first, message) in known:
                return
        self.diagnostics.append(Diagnostic(code, message, self.page, first, max(first, last), operation, pointer))
