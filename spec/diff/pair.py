"""Two schemas that are compared with each other, and what is inside of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from spec.diff.differences import Difference, Direction
from spec.diff.normal import Part, Parts, Schema

PairKey: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], Direction]


@dataclass(frozen=True, slots=True)
class Edge:
    """A way into both schemas: `label` is `.name`, `[]`, `[0]`, `.*` or `(Branch)`."""

    label: str
    old: Parts
    new: Parts


@dataclass(slots=True)
class Pair:
    """Two schemas, the differences of the two themselves, and the ways to those inside of them."""

    old: Schema
    new: Schema
    direction: Direction
    differences: list[tuple[str, Difference]] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)

    def add(self, difference: Difference, label: str = "") -> None:
        """Notes a difference, of the two schemas or of what the label leads to."""
        self.differences.append((label, difference))


def pair_key(old: Parts, new: Parts, direction: Direction) -> PairKey:
    """The same for the same nodes of the two documents."""
    return tuple(part.key for part in old), tuple(part.key for part in new), direction


def anything_in(schema: Schema) -> Parts:
    """What stands where a schema does not say what stands there."""
    return (Part(schema.pointer, True, implied=True),)
