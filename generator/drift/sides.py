"""One state of a contract, with the pages that state it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spec.model import JSON, Evidence
from spec.sourcemap import SourceMap

if TYPE_CHECKING:
    from generator.pages import Settings
    from scraper.reading import PageReading
    from spec.diagnostics import Diagnostic

_NO_DOCUMENT: dict[str, JSON] = {"openapi": "3.1.0", "info": {}, "paths": {}}
_NOT_PAGES = frozenset({Evidence.CONFIG, Evidence.OVERLAY})


@dataclass(frozen=True, slots=True)
class Side:
    """A contract as it was, or as it is.

    `pages` has what each page is called in the source map, with the name by which it is known on both sides; `faults`
    those that could not be read, with the reason; `digests` the hash of each page's bytes by the name on both sides,
    where they are known.
    """

    document: dict[str, JSON]
    sources: SourceMap
    pages: Mapping[str, str]
    faults: Mapping[str, Diagnostic] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)


def side_of_readings(
    readings: Sequence[PageReading],
    settings: Settings,
    names: Mapping[str, str],
    digests: Mapping[str, str],
    *,
    is_former: bool = False,
) -> Side:
    """The contract that pages give, empty where none could be read.

    Args:
        readings: What was read of the pages.
        settings: What is stated besides.
        names: What each page is called on both sides.
        digests: The hash of each page by that name.
        is_former: Pages as they were may lack what an overlay corrects by now; such actions are left out.

    Raises:
        OverlayError: See `make_reading` and `review_reading`.
    """
    from generator.pages import make_reading, review_reading
    from scraper.page import InputError

    faults = {reading.name: reading.fault for reading in readings if reading.fault is not None}
    try:
        emitted = (review_reading if is_former else make_reading)(readings, settings).emitted
    except InputError:  # every page has its fault, or none has an operation
        return Side(_NO_DOCUMENT, SourceMap(), names, faults, digests)
    return Side(emitted.document, emitted.sources, names, faults, digests)


def side_of_document(document: dict[str, JSON], sources: SourceMap) -> Side:
    """A document that was made from pages, with the pages that its source map names."""
    found = (entry.source for entries in sources.entries.values() for entry in entries)
    pages = {source.page for source in found if source.evidence not in _NOT_PAGES}
    return Side(document, sources, {page: page for page in sorted(pages)})
