"""What one page states: the value that dialects give and passes take."""

from __future__ import annotations

from dataclasses import dataclass

from scraper.ledger import Accounting
from spec.diagnostics import Diagnostic
from spec.model import Api


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What one page states, before it is reconciled with itself and with other pages."""

    api: Api
    diagnostics: tuple[Diagnostic, ...]
    accounting: Accounting
