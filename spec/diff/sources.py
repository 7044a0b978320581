"""The lines of the pages behind changes, from the source maps beside the documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spec.diff.changes import Change, ChangeSource
from spec.sourcemap import SourceMap

_LISTS = frozenset(
    {"parameters", "allOf", "anyOf", "oneOf", "prefixItems", "enum", "required", "servers", "security", "tags"}
)


def locate(changes: Iterable[Change], old: SourceMap, new: SourceMap) -> tuple[Change, ...]:
    """The changes with the lines that state what is new; for what is gone, those of what is left around it, if any,
    else those that stated it: the pages that people look at are the new ones.
    """
    return tuple(
        replace(
            change,
            source=find_source(new, change.new_pointer)
            or find_source(new, _lasting(change.old_pointer))
            or find_source(old, change.old_pointer),
        )
        for change in changes
    )


def _lasting(pointer: str | None) -> str | None:
    """The part of a pointer that means the same in another version: up to the first place in a list."""
    if pointer is None:
        return None
    parts = pointer.split("/")
    end = next((place for place, part in enumerate(parts) if part in _LISTS), len(parts) - 1)
    return "/".join(parts[:end])


def find_source(sources: SourceMap, pointer: str | None) -> ChangeSource | None:
    """The lines of the node, or of the nearest one around it that has lines."""
    while pointer:
        for entry in sources.at(pointer):
            return ChangeSource(entry.source.page, entry.source.first, entry.source.last)
        pointer = pointer.rpartition("/")[0]
    return None
