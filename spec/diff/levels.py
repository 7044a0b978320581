"""Levels that a project gives to rules, instead of those of the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from spec.diff.changes import Change, Level
from spec.diff.judge import change_order

IGNORED = "ignore"
"""What a project says of a rule whose changes it does not want to see."""


def regrade_changes(changes: Iterable[Change], levels: Mapping[str, str]) -> tuple[Change, ...]:
    """The changes at the levels given by rule id, worst first again, without those that are ignored."""
    kept = [change for change in changes if levels.get(change.id) != IGNORED]
    return tuple(sorted((_regrade(change, levels) for change in kept), key=change_order))


def _regrade(change: Change, levels: Mapping[str, str]) -> Change:
    return replace(change, level=Level(levels[change.id])) if change.id in levels else change
