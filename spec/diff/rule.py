"""A rule: a row of the table."""

from __future__ import annotations

from dataclasses import dataclass

from spec.diff.changes import Level
from spec.diff.differences import Direction


@dataclass(frozen=True, slots=True)
class Rule:
    """What one kind of change is called, how bad it is, and what it means.

    `mirror` has the ids that the same change may have when old and new trade places. `message` has the
    fields `name`, `was` and `now`.
    """

    id: str
    level: Level
    direction: Direction
    mirror: tuple[str, ...]
    message: str
    explanation: str
