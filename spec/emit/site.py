"""A place in the document that is being written."""

from __future__ import annotations

from typing import TypeAlias

from spec.model import JSON, Source
from spec.sourcemap import Entry, SourceMap, join_pointer

Node: TypeAlias = dict[str, JSON]
#: The entries of each place in their order: most places have but one, which needs no dictionary.
Notes: TypeAlias = dict[str, Entry | dict[Entry, None]]


class Site:
    """A JSON pointer, and the notes about all places of one document.

    Writers pass sites downwards next to the values that they build, so that a fact is noted where
    it is written and no second walk has to find it again.
    """

    __slots__ = ("_notes", "pointer")

    def __init__(self, pointer: str = "", notes: Notes | None = None) -> None:
        self.pointer = pointer
        self._notes: Notes = {} if notes is None else notes

    def at(self, *tokens: str | int) -> Site:
        """A place below this one."""
        return Site(self.pointer + join_pointer(*tokens), self._notes)

    def root(self) -> Site:
        """The root of the same document."""
        return Site("", self._notes)

    def note(self, source: Source, states: str = "") -> None:
        """Records that `source` states what stands here."""
        entry = Entry(source, states)
        known = self._notes.setdefault(self.pointer, entry)
        if isinstance(known, dict):
            known[entry] = None
        elif known != entry:
            self._notes[self.pointer] = {known: None, entry: None}

    def noted(self) -> SourceMap:
        """Everything noted so far."""
        return SourceMap(
            {pointer: tuple(noted) if isinstance(noted, dict) else (noted,) for pointer, noted in self._notes.items()}
        )
