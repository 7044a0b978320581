"""Schemas of two documents: a walk over pairs, each compared once, however many operations and circles lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spec.diff.alternatives import (
    compare_discriminators,
    compare_unions,
    faces_union,
    own_null,
    tells_annotations,
)
from spec.diff.annotations import compare_annotations, compare_texts
from spec.diff.changes import Level
from spec.diff.conditions import compare_conditions
from spec.diff.differences import Difference, Direction, Subject
from spec.diff.document import Document, Unchanged
from spec.diff.normal import EVERY_TYPE, Parts, Schema, meet_types
from spec.diff.normalizer import Normalizer
from spec.diff.objects import compare_arrays, compare_objects
from spec.diff.operation_rules import TEXT_RULES
from spec.diff.pair import Edge, Pair, PairKey, pair_key
from spec.diff.rules import find_rule
from spec.diff.types import compare_null, compare_types
from spec.diff.values import compare_values


class SchemaComparison:
    """What two documents' schemas differ in. A pair that is met again is not compared again."""

    def __init__(self, old: Document, new: Document, unchanged: Unchanged) -> None:
        self.normalizers = Normalizer(old, unchanged.mixed), Normalizer(new, unchanged.mixed)
        self._documents = old, new
        self._unchanged = unchanged
        self._pairs: dict[PairKey, Pair] = {}

    def compare(self, old: Parts, new: Parts, direction: Direction) -> Iterator[tuple[str, Difference]]:
        """Each difference of two schemas and of those inside of them, with the shortest path that leads there."""
        start = Edge("", old, new)
        if self._same(old, new):
            return
        seen = {pair_key(old, new, direction)}
        level = [("", self._pair(start, direction))]
        while level:
            inner = []
            for path, pair in level:
                yield from ((_join(path, label), difference) for label, difference in pair.differences)
                for edge in pair.edges:
                    key = pair_key(edge.old, edge.new, direction)
                    if key not in seen:
                        seen.add(key)
                        inner.append((_join(path, edge.label), self._pair(edge, direction)))
            level = inner

    def equal(self, old: Parts, new: Parts, direction: Direction) -> bool:
        """Whether two schemas are the same contract."""
        return all(difference.aspect in TEXT_RULES for _, difference in self.compare(old, new, direction))

    def _pair(self, edge: Edge, direction: Direction) -> Pair:
        key = pair_key(edge.old, edge.new, direction)
        if key not in self._pairs:
            old, new = (of.normalize(parts) for of, parts in zip(self.normalizers, (edge.old, edge.new), strict=True))
            pair = self._pairs[key] = Pair(old, new, direction)
            self._fill(pair, edge)
        return self._pairs[key]

    def _same(self, old: Parts, new: Parts) -> bool:
        """Whether both are the same text, so that nobody needs to look at what it means."""
        return len(old) == len(new) and all(
            (before.implied, before.only, before.bare) == (after.implied, after.only, after.bare)
            and self._unchanged.covers(before.raw, after.raw)
            for before, after in zip(old, new, strict=True)
        )

    def _fill(self, pair: Pair, edge: Edge) -> None:
        old, new = pair.old, pair.new
        is_facing = faces_union(old, new) or faces_union(new, old)
        if not is_facing or tells_annotations(old, new, self.normalizers):
            for difference in compare_texts(old.texts, new.texts):
                pair.add(difference)
        if self._compare_types(pair):
            return
        if not is_facing:
            self._compare_keywords(pair)
        elif tells_annotations(old, new, self.normalizers):
            for difference in compare_annotations(old, new):
                pair.add(difference)
        self._compare_alternatives(pair, edge)

    def _compare_keywords(self, pair: Pair) -> None:
        old, new = pair.old, pair.new
        for difference in (*compare_values(old, new, pair.direction), *compare_annotations(old, new)):
            pair.add(difference)
        normalize = self.normalizers[0].normalize, self.normalizers[1].normalize
        compare_objects(pair, normalize, self._same, lambda a, b: self.equal(a, b, pair.direction))
        compare_arrays(pair, normalize, self._same)
        for difference in compare_conditions(old, new, self._documents):
            pair.add(difference)

    def _compare_alternatives(self, pair: Pair, edge: Edge) -> None:
        walk = _Walk(self, pair.direction)
        compare_unions(pair, self.normalizers, (edge.old, edge.new), walk)
        compare_discriminators(pair, self.normalizers, walk)

    def _compare_types(self, pair: Pair) -> bool:
        """Whether the types say all: nothing else of two schemas without a common type is worth a word."""
        old, new = pair.old, pair.new
        if old.unions or new.unions:
            difference = None
            nulls = own_null(old, self.normalizers[0]), own_null(new, self.normalizers[1])
            if not meet_types(old.types, new.types) and old.types != new.types:
                difference = compare_types(old, new, pair.direction)
            elif nulls[0] is not nulls[1]:
                for found in compare_null(old, new):
                    pair.add(found)
        else:
            difference = compare_types(old, new, pair.direction)
            if difference is None:
                for found in compare_null(old, new):
                    pair.add(found)
        if difference is not None:
            pair.add(difference)
        return difference is not None and (_unlimited(old) or _unlimited(new) or not _meet(old, new))


@dataclass(frozen=True, slots=True)
class _Walk:
    """What the comparison of branches asks about schemas."""

    comparison: SchemaComparison
    direction: Direction

    def equal(self, old: Parts, new: Parts) -> bool:
        return self.comparison.equal(old, new, self.direction)

    def distance(self, old: Parts, new: Parts) -> int:
        found = self.comparison.compare(old, new, self.direction)
        return sum(difference.aspect not in TEXT_RULES for _, difference in found)

    def accepts(self, old: Parts, new: Parts, direction: Direction) -> bool:
        subject = Subject.REQUEST_BODY if direction is Direction.REQUEST else Subject.RESPONSE_BODY
        found = self.comparison.compare(old, new, direction)
        return all(_is_included(difference.aspect, subject) for _, difference in found)


def _is_included(aspect: str, subject: Subject) -> bool:
    """Whether every value after a difference is one before, or the other way round for what clients send."""
    harmless = (Level.COMPATIBLE, Level.DOCS_ONLY)
    return (subject.direction, aspect) in _INCLUDED or find_rule(aspect, subject).level in harmless


_INCLUDED = {(Direction.RESPONSE, "type-specialized"), (Direction.REQUEST, "optional-property-removed")}
"""What is risky for another reason than the values that there are."""


def _unlimited(schema: Schema) -> bool:
    return schema.types == EVERY_TYPE and schema.plain


def _meet(old: Schema, new: Schema) -> bool:
    return bool(meet_types(old.other_types, new.other_types))


def _join(path: str, label: str) -> str:
    return (path + label).removeprefix(".")
