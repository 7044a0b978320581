"""What one page states: the value that dialects give and passes take."""

from __future__ import annotations

from dataclasses import dataclass

from scraper.ledger import Accounting
from spec.diagnostics import Diagnostic
from spec.model import Api, MediaType, Property, Response, Source


@dataclass(frozen=True, slots=True)
class Shared:
    """A table of a page without operations, as pages with operations refer to it.

    Attributes:
        part: `path`, `query`, `header` or `body`, empty where its page does not say; `structure` for one that rows
            refer to; `status` for a list of statuses, with or without error codes.
        side: `request` or `response`; empty where the page does not say.
        source: Where it stands.
        name: What to call the structure of a body.
        number: That of its caption; 0 where it has none.
        is_error: Whether it is about calls that failed.
        rows: The parameters or headers.
        media: The body.
        statuses: The statuses.
    """

    part: str
    side: str
    source: Source
    name: str = ""
    number: int = 0
    is_error: bool = False
    rows: tuple[Property, ...] = ()
    media: MediaType | None = None
    statuses: tuple[Response, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What a link to `anchor` leads to: a structure, the body of an operation, or a shared table.

    `anchor` is empty for what a link to the page itself leads to; `label` is `request` or `response` with its
    status.
    """

    anchor: str
    operation: str = ""
    label: str = ""
    structure: str = ""
    shared: Shared | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Something about an operation that is described in another place.

    Attributes:
        operation: Its id.
        side: `request`, `response`, or `status` for what is answered to calls that fail; `row` for a property, whose
            row is the source.
        page: The file that the link names; empty where it names none.
        anchor: The place that it names; empty for the whole page.
        source: The words that refer to it.
        part: `header`, `query` or `body`, where the words say so.
        title: The title of the page where there is no link to it, but words name it.
        number: The number of a table on that page; 0 where none is named.
        is_error: Whether the words are about calls that failed.
        name: That of the property.
    """

    operation: str
    side: str
    page: str
    anchor: str
    source: Source
    part: str = ""
    title: str = ""
    number: int = 0
    is_error: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What one page states, before it is reconciled with itself and with other pages.

    `has_local_anchors` is whether a link without a page stays on this one, `is_used` whether another page
    refers to what this one states.
    """

    api: Api
    diagnostics: tuple[Diagnostic, ...]
    accounting: Accounting
    targets: tuple[Target, ...] = ()
    links: tuple[Link, ...] = ()
    has_local_anchors: bool = True
    is_used: bool = False
