"""What one page states: the value that dialects give and passes take."""

from __future__ import annotations

from dataclasses import dataclass

from scraper.ledger import Accounting
from spec.diagnostics import Diagnostic
from spec.model import Api, Source


@dataclass(frozen=True, slots=True)
class BodyTarget:
    """What a link to `anchor` leads to: a structure, or the body of an operation.

    `label` is `request` or `response` with its status.
    """

    anchor: str
    operation: str
    label: str = ""
    structure: str = ""


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A body (`side` is `request` or `response`) that is described where a link leads.

    `page` is the file that the link names, empty where it names none.
    """

    operation: str
    side: str
    page: str
    anchor: str
    source: Source


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What one page states, before it is reconciled with itself and with other pages.

    `has_local_anchors` is whether a link without a page stays on this one.
    """

    api: Api
    diagnostics: tuple[Diagnostic, ...]
    accounting: Accounting
    targets: tuple[BodyTarget, ...] = ()
    links: tuple[BodyLink, ...] = ()
    has_local_anchors: bool = True
