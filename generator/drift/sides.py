"""Two states of one contract that were read from pages, and what changed between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from spec.diff.changes import Change
from spec.diff.compare import Comparison, compare_documents
from spec.diff.drift_rules import DRIFT_RULES
from spec.diff.judge import change_order
from spec.diff.sources import Stated, locate
from spec.model import JSON, Evidence
from spec.sourcemap import SourceMap
from spec.visit import as_list, visit_operations

if TYPE_CHECKING:
    from generator.pages import Settings
    from scraper.reading import PageReading
    from spec.diagnostics import Diagnostic

_NO_DOCUMENT: dict[str, JSON] = {"openapi": "3.1.0", "info": {}, "paths": {}}
_NOT_PAGES = frozenset({Evidence.CONFIG, Evidence.OVERLAY})
# What it means that the pages begin or cease to state what they are silent about otherwise: rule, the key of a document
# that the silent side lacks, the rule where the old side is silent, and where the new one is.
_SILENCE = {
    "api-global-security-added": ("security", "security-stated"),
    "api-security-added": ("security", "security-stated"),
    "server-added": ("servers", "server-stated"),
    "api-global-security-removed": ("security", "security-unstated"),
    "api-security-removed": ("security", "security-unstated"),
    "server-removed": ("servers", "server-unstated"),
}


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


def compare_sides(old: Side, new: Side) -> Comparison:
    """What changed, with the lines of the pages; what is missing because of a page is one change for that page."""
    from generator.drift.suspects import suspect_removals

    comparison = compare_documents(old.document, new.document)
    located = locate(comparison.changes, *(Stated(side.document, side.sources) for side in (old, new)))
    changes = [_without_silence(change, old, new) for change in located]
    return replace(comparison, changes=tuple(sorted(suspect_removals(changes, old, new), key=change_order)))


def _without_silence(change: Change, old: Side, new: Side) -> Change:
    """Pages that say nothing about authentication or servers do not say that there is none."""
    key, rule_id = _SILENCE.get(change.id, ("", ""))
    silent = new if rule_id.endswith("-unstated") else old
    if not key or _states(silent.document, key):
        return change
    rule = DRIFT_RULES[rule_id]
    message = rule.message.format(name="", was=_last_word(change), now=_last_word(change))
    return replace(change, id=rule.id, level=rule.level, message=message)


def _last_word(change: Change) -> str:
    """What the message names: its texts are `authentication added: NAME`, `server URL added`."""
    value = change.new if change.new_pointer is not None else change.old
    if isinstance(value, dict) and isinstance(value.get("url"), str):
        return str(value["url"])
    return change.message.rpartition(": ")[2]


def _states(document: dict[str, JSON], key: str) -> bool:
    """Whether a document says anything under a key: for itself, more than what stands there when no page says it."""
    operations = [visit.node for _, _, visit in visit_operations(document)]
    said = [value for value in as_list(document.get(key)) if value != {"url": "/"}]
    return bool(said) or any(key in node for node in operations)
