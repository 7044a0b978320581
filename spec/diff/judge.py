"""Differences into changes: the rule gives id and level, and one cause is one change."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from spec.diff.changes import LEVELS, Change, OperationName
from spec.diff.differences import Difference, Direction, Place, Spot, Subject
from spec.diff.normal import value_key
from spec.diff.operation_rules import TEXT_RULES
from spec.diff.rules import find_rule

_LONGEST = 60
_STATUS = re.compile(r"response ([0-9X]{3}|default)")
_RANKS = {subject: rank for rank, subject in enumerate(Subject)}
_Cause: TypeAlias = tuple[str, str | None, str | None, str, str]


@dataclass(slots=True)
class _Finding:
    """A difference with the operations that it reaches, and the place by which it is named."""

    difference: Difference
    place: Place
    operations: set[OperationName] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)


class Findings:
    """Collects differences. The same one in a shared component is one, whatever number of operations it reaches.

    What a component means for requests and for responses are two: a change that is fine for one may break the other.
    """

    def __init__(self) -> None:
        self._findings: dict[_Cause, _Finding] = {}

    def add(self, difference: Difference, place: Place) -> None:
        """Notes a difference where it shows."""
        direction = place.subject.direction if place.subject else Direction.NONE
        about = Direction.NONE if difference.aspect in TEXT_RULES else direction
        cause = (difference.aspect, difference.old.pointer, difference.new.pointer, str(about), difference.name)
        finding = self._findings.get(cause)
        if finding is None:
            finding = self._findings[cause] = _Finding(difference, place)
        elif _rank(place) < _rank(finding.place):
            finding.place = place
        if place.operation is not None:
            finding.operations.add(place.operation)
        if found := _STATUS.match(place.root):
            finding.statuses.add(found[1])

    def changes(self) -> tuple[Change, ...]:
        """The changes, worst first, then by operation and pointer."""
        return tuple(sorted(map(_judge, self._findings.values()), key=change_order))


def describe(value: object) -> str:
    """A JSON value as a message shows it: short, on one line."""
    text = value_key(value)  # type: ignore[arg-type]
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def change_order(change: Change) -> tuple[int, tuple[OperationName, ...], str, str, str, str]:
    """What sorts changes: the worst first, then by operation and pointer."""
    return (
        LEVELS.index(change.level),
        change.operations[:1],
        change.pointer,
        change.old_pointer or "",
        change.id,
        change.message,
    )


def _rank(place: Place) -> tuple[int, int, str, str, str]:
    """The outermost place first: a body before its properties, then the shortest path."""
    name = place.operation
    route = f"{name.path} {name.method}" if name else ""
    rank = _RANKS[place.subject] if place.subject else -1
    return rank, len(place.path), route, place.root, place.path


def _judge(finding: _Finding) -> Change:
    difference, place = finding.difference, finding.place
    rule = find_rule(difference.aspect, place.subject)
    was = difference.was or (_describe_spot(difference.old) if "{was}" in rule.message else "")
    now = difference.now or (_describe_spot(difference.new) if "{now}" in rule.message else "")
    text = rule.message.format(name=difference.name, was=was, now=now)
    where = _describe_place(finding)
    return Change(
        rule.id,
        rule.level,
        tuple(sorted(finding.operations)),
        where,
        f"{where}: {text}" if where else text,
        difference.old.pointer,
        difference.new.pointer,
        difference.old.value,
        difference.new.value,
    )


def _describe_place(finding: _Finding) -> str:
    """The place by which the finding is named; its responses are those of all operations."""
    if len(finding.statuses) < 2:
        return str(finding.place)
    statuses = sorted(finding.statuses)
    named = f"response {', '.join(statuses[:-1])} or {statuses[-1]}"
    return str(replace(finding.place, root=_STATUS.sub(named, finding.place.root)))


def _describe_spot(spot: Spot) -> str:
    return "nothing" if spot.absent else describe(spot.value)
