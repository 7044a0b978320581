"""The lines of the pages behind changes, from the source maps beside the documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spec.diff.changes import Change, ChangeSource
from spec.diff.document import Document
from spec.diff.naming import NAMED_LISTS, PointerNames
from spec.model import JSON, Evidence
from spec.sourcemap import Entry, SourceMap
from spec.visit import as_list

_TYPE = "/type"


@dataclass(frozen=True, slots=True)
class Stated:
    """A document with the lines of the pages that state it."""

    document: dict[str, JSON]
    sources: SourceMap


def locate(changes: Iterable[Change], old: Stated, new: Stated) -> tuple[Change, ...]:
    """The changes with the lines of the new pages, which are those that people look at.

    What is new or other has the lines that state it. What is gone has the nearest lines on its page that are still
    there, those before it if there are any, else the lines of what is left around it on other pages. Only where nothing
    is left it has the lines that stated it.
    """
    remains = _Remains(old, new)
    return tuple(replace(change, source=_locate(change, new.sources, remains)) for change in changes)


def _locate(change: Change, new: SourceMap, remains: _Remains) -> ChangeSource | None:
    if change.new_pointer is None:
        return remains.near(change.old_pointer)
    return _find_row(change, new) or find_source(new, change.new_pointer)


def _find_row(change: Change, new: SourceMap) -> ChangeSource | None:
    """The row behind a type of which only an example is a witness, unless the row still states what it did.

    A type that an example contradicts is the union of both, the documented one first, and the example its witness.
    """
    pointer = change.new_pointer or ""
    if not pointer.endswith(_TYPE) or not _by(Evidence.EXAMPLE, new.at(pointer)):
        return None
    documented = (*as_list(change.new), change.new)[0]
    if documented in (*as_list(change.old), change.old):
        return None
    while pointer := pointer.rpartition("/")[0]:
        if entries := new.at(pointer):
            return _lines(entries[0]) if _by(Evidence.TABLE, entries[:1]) else None
    return None


def _by(evidence: Evidence, entries: Sequence[Entry]) -> bool:
    """Whether there are witnesses, and all of them are of this kind."""
    return bool(entries) and all(entry.source.evidence == evidence for entry in entries)


class _Remains:
    """What is left on the pages around what is gone."""

    def __init__(self, old: Stated, new: Stated) -> None:
        self._old, self._new = old, new

    def near(self, pointer: str | None) -> ChangeSource | None:
        """The nearest lines of the new pages, else those that stated it on the old ones."""
        gone = find_source(self._old.sources, pointer)
        if gone is None:
            return None
        kept = self._kept.get(gone.page, [])
        before = [source for line, source in kept if line <= gone.line]
        if before:
            return before[-1]
        after = [source for _, source in kept]
        return min(after, key=_first_line, default=None) or self._around(pointer) or gone

    def _around(self, pointer: str | None) -> ChangeSource | None:
        return find_source(self._new.sources, _above_lists(pointer))

    @cached_property
    def _kept(self) -> dict[str, list[tuple[int, ChangeSource]]]:
        """What both sides have, by old page: the first old line, in order, with the new lines wherever they are."""
        names = PointerNames(Document(self._old.document))
        names_now = PointerNames(Document(self._new.document))
        known = {names_now.name(pointer): pointer for pointer in self._new.sources.entries}
        kept: dict[str, list[tuple[int, ChangeSource]]] = {}
        for pointer, entries in self._old.sources.entries.items():
            name = names.name(pointer)
            now = self._new.sources.at(known[name]) if name in known else ()
            if entries and now and entries[0].source.evidence == now[0].source.evidence:
                was = entries[0].source
                kept.setdefault(was.page, []).append((was.first, _lines(now[0])))
        return {page: sorted(places, key=_place_order) for page, places in kept.items()}


def _first_line(source: ChangeSource) -> int:
    return source.line


def _place_order(place: tuple[int, ChangeSource]) -> tuple[int, int]:
    """By old line; of several things on one line, what has the fewest new lines comes last."""
    line, source = place
    return line, source.line - source.end_line


def _above_lists(pointer: str | None) -> str | None:
    """The part of a pointer that means the same in another version: up to the first place in a list."""
    if pointer is None:
        return None
    parts = pointer.split("/")
    end = next((place for place, part in enumerate(parts) if part in NAMED_LISTS), len(parts) - 1)
    return "/".join(parts[:end])


def find_source(sources: SourceMap, pointer: str | None) -> ChangeSource | None:
    """The lines of the node, or of the nearest one around it that has lines."""
    while pointer:
        for entry in sources.at(pointer):
            return _lines(entry)
        pointer = pointer.rpartition("/")[0]
    return None


def _lines(entry: Entry) -> ChangeSource:
    return ChangeSource(entry.source.page, entry.source.first, entry.source.last)
