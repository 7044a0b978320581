"""Quality: how much of each page was read, and how much of what it should state it states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from scraper.ledger import Accounting
from scraper.passes.rebuild import types_in
from scraper.pipeline import Scrape
from spec.diagnostics import Diagnostic
from spec.model import Api, ObjectOf, Operation, Property, Reference, Type, UnknownType
from spec.sourcemap import SourceMap


class State(StrEnum):
    """How much of a page was read."""

    WHOLE = "read"
    IN_PART = "read in part"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    known: int = 0
    all: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.known + other.known, self.all + other.all)

    def __str__(self) -> str:
        """`97%`; never 100% while one is missing."""
        return f"{self.known * 100 // self.all}%" if self.all else "-"

    def as_dict(self) -> dict[str, int]:
        """The published form."""
        return {"known": self.known, "all": self.all}


@dataclass(frozen=True, slots=True)
class Quality:
    """What was made of one page, or of several together.

    Attributes:
        state: Of several pages, `read in part` where one is that or skipped.
        lines: All lines; `read`, `ignored` and `unread` add up to them.
        operations: Operations whose page this is.
        facts: Entries of the source map that name the page.
        types: Parameters and properties whose type is known.
        required: Parameters and properties of requests of which is known whether they have to be sent.
        diagnostics: Findings by code.
    """

    state: State = State.WHOLE
    lines: int = 0
    read: int = 0
    ignored: int = 0
    unread: int = 0
    operations: int = 0
    facts: int = 0
    types: Share = Share()
    required: Share = Share()
    diagnostics: Counter[str] = field(default_factory=Counter)

    def as_dict(self) -> dict[str, object]:
        """The published form."""
        return {
            "state": str(self.state),
            "lines": self.lines,
            "read": self.read,
            "ignored": self.ignored,
            "unread": self.unread,
            "operations": self.operations,
            "facts": self.facts,
            "types": self.types.as_dict(),
            "required": self.required.as_dict(),
            "diagnostics": dict(sorted(self.diagnostics.items())),
        }


def measure_pages(pages: Sequence[str], scrape: Scrape, sources: SourceMap | None) -> dict[str, Quality]:
    """The quality of each page by its name, in the order of the pages.

    Args:
        pages: The names of all pages.
        scrape: What was read of them.
        sources: The source map of their document, if there is one.
    """
    skipped = {fault.page for fault in scrape.faults}
    findings = _count_codes(scrape.diagnostics)
    operations = Counter(operation.source.page for operation in scrape.api.operations)
    facts = Counter(entry.source.page for entries in (sources.entries if sources else {}).values() for entry in entries)
    types, required = _count_known(scrape.api)
    return {
        page: replace(
            _measure_lines(scrape.accounting.get(page), page in skipped),
            operations=operations[page],
            facts=facts[page],
            types=types.get(page, Share()),
            required=required.get(page, Share()),
            diagnostics=findings.get(page, Counter()),
        )
        for page in pages
    }


def _measure_lines(account: Accounting | None, is_skipped: bool) -> Quality:
    if account is None or is_skipped:
        return Quality(State.SKIPPED)
    unread = sum(last - first + 1 for first, last in account.unread)
    ignored = sum(count for _, count in account.ignored)
    state = State.IN_PART if unread else State.WHOLE
    return Quality(state, account.lines, account.read, ignored, unread)


def _count_codes(diagnostics: Iterable[Diagnostic]) -> dict[str, Counter[str]]:
    codes: dict[str, Counter[str]] = {}
    for finding in diagnostics:
        codes.setdefault(finding.page, Counter())[finding.code] += 1
    return codes


def report_as_dict(pages: Mapping[str, Quality]) -> dict[str, object]:
    """The published form: the quality of each page, and that of all together."""
    return {
        "pages": {page: quality.as_dict() for page, quality in pages.items()},
        "total": sum_up(pages.values()).as_dict(),
    }


def sum_up(pages: Iterable[Quality]) -> Quality:
    """All pages together; read in part where any page is, or was skipped."""
    total = Quality()
    for page in pages:
        total = Quality(
            state=State.WHOLE if total.state == page.state == State.WHOLE else State.IN_PART,
            lines=total.lines + page.lines,
            read=total.read + page.read,
            ignored=total.ignored + page.ignored,
            unread=total.unread + page.unread,
            operations=total.operations + page.operations,
            facts=total.facts + page.facts,
            types=total.types + page.types,
            required=total.required + page.required,
            diagnostics=total.diagnostics + page.diagnostics,
        )
    return total


# ---------------------------------------------------------------- properties


def _count_known(api: Api) -> tuple[dict[str, Share], dict[str, Share]]:
    """Known types and known required flags by page."""
    types: dict[str, Share] = {}
    required: dict[str, Share] = {}
    for prop, is_sent in _properties(api):
        page = prop.source.page
        types[page] = types.get(page, Share()) + Share(int(not isinstance(prop.type, UnknownType)), 1)
        if is_sent:
            required[page] = required.get(page, Share()) + Share(int(prop.required is not None), 1)
    return types, required


def _properties(api: Api) -> Iterator[tuple[Property, bool]]:
    """Every parameter and property once, and whether a client sends it."""
    sent = _sent_structures(api)
    for operation in api.operations:
        yield from ((parameter.property, True) for parameter in operation.parameters)
        yield from ((prop, True) for kind in _request_types(operation) for prop in _properties_in(kind))
        for response in operation.responses:
            yield from ((header.property, False) for header in response.headers)
            kinds = [media.schema for media in response.content if media.schema is not None]
            yield from ((prop, False) for kind in kinds for prop in _properties_in(kind))
    for structure in api.structures:
        yield from ((prop, structure.name in sent) for prop in structure.properties)
        yield from ((p, structure.name in sent) for prop in structure.properties for p in _properties_in(prop.type))


def _properties_in(kind: Type) -> Iterator[Property]:
    return (prop for inner in types_in(kind) if isinstance(inner, ObjectOf) for prop in inner.properties)


def _request_types(operation: Operation) -> Iterator[Type]:
    if operation.request_body is not None:
        yield from (media.schema for media in operation.request_body.content if media.schema is not None)


def _sent_structures(api: Api) -> set[str]:
    """The structures that request bodies are made of."""
    properties = {structure.name: structure.properties for structure in api.structures}
    left = [kind for operation in api.operations for kind in _request_types(operation)]
    sent: set[str] = set()
    while left:
        for inner in types_in(left.pop()):
            if isinstance(inner, Reference) and inner.name not in sent:
                sent.add(inner.name)
                left += [prop.type for prop in properties.get(inner.name, ())]
    return sent
