"""The lines of the pages behind changes, from the source maps beside the documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spec.diff.changes import Change, ChangeSource
from spec.sourcemap import SourceMap


def locate(changes: Iterable[Change], old: SourceMap, new: SourceMap) -> tuple[Change, ...]:
    """The changes with the lines that state what is new; for what is gone, those that stated it."""
    return tuple(
        replace(change, source=find_source(new, change.new_pointer) or find_source(old, change.old_pointer))
        for change in changes
    )


def find_source(sources: SourceMap, pointer: str | None) -> ChangeSource | None:
    """The lines of the node, or of the nearest one around it that has lines."""
    while pointer:
        for entry in sources.at(pointer):
            return ChangeSource(entry.source.page, entry.source.first, entry.source.last)
        pointer = pointer.rpartition("/")[0]
    return None
