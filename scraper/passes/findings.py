"""Findings of the passes: one per code, operation and property."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scraper.passes.shown import Shown
from spec.diagnostics import Diagnostic
from spec.model import Source


@dataclass(frozen=True, slots=True)
class Place:
    """Which table a finding is about: its label (a structure, `request`, `response 200`)."""

    label: str
    operation: str
    response: bool

    def within(self, name: str) -> Place:
        """The place of an object inside this one."""
        return replace(self, label=f"{self.label}.{name}") if name else self

    def at(self, shown: Shown) -> Place:
        """The same table, as the operation of an example uses it."""
        return replace(self, operation=shown.operation)


class Findings:
    """Collects diagnostics, the first of every code × operation × place × property."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], Diagnostic] = {}

    def add(self, code: str, message: str, source: Source, place: Place, name: str = "") -> None:
        """Adds a finding about one line."""
        pointer = f"{place.label}.{name}" if name else place.label
        diagnostic = Diagnostic(code, message, source.page, source.first, source.last, place.operation, pointer)
        self._found.setdefault((code, place.operation, pointer), diagnostic)

    def conflict(self, code: str, message: str, row: Source, shown: Shown, place: Place, name: str) -> None:
        """Adds a finding about a row and an example that disagree; the message names both lines."""
        other = shown.source
        where = f"line {other.first}" if other.page == row.page else f"{other.page}:{other.first}"
        self.add(code, f"{message} ({where})" if other != row else message, row, place, name)

    def all(self) -> tuple[Diagnostic, ...]:
        """Everything found so far."""
        return tuple(self._found.values())
