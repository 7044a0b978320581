"""Two schemas in normal form: the branches of `oneOf` and `anyOf`, and what tells them apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from spec.diff.differences import NOWHERE, Difference, Direction, Spot
from spec.diff.normal import EVERY_TYPE, NULL, Parts, Schema, Union, meet_types, spot_of, within
from spec.diff.normalizer import Normalizer
from spec.diff.pair import Edge, Pair
from spec.diff.types import describe_types
from spec.sourcemap import join_pointer
from spec.visit import as_object


class Walk(Protocol):
    """What can be asked about two schemas, one of each document."""

    def equal(self, old: Parts, new: Parts) -> bool:
        """Whether both are the same contract."""

    def distance(self, old: Parts, new: Parts) -> int:
        """The number of differences of the contract."""

    def accepts(self, old: Parts, new: Parts, direction: Direction) -> bool:
        """Whether the receiver accepts all that the sender sends: the old one sends requests, the new one responses."""


@dataclass(frozen=True, slots=True)
class _Branch:
    """A branch, and what people and discriminators know it by."""

    parts: Parts
    schema: Schema
    name: str
    tags: frozenset[tuple[str, str]]

    @property
    def title(self) -> str:
        value = self.schema.texts.get("title", NOWHERE).value
        return value if isinstance(value, str) else ""

    @property
    def label(self) -> str:
        return (
            self.name
            or self.title
            or ", ".join(f"{name} {value}" for name, value in sorted(self.tags))
            or (describe_types(self.schema))
        )


def compare_unions(
    pair: Pair, normalizers: tuple[Normalizer, Normalizer], own: tuple[Parts, Parts], walk: Walk
) -> None:
    """Pairs the branches of both sides, in whatever order they are."""
    old = _unions(pair.old, pair.new, own[0], normalizers[1])
    new = _unions(pair.new, pair.old, own[1], normalizers[0])
    for before, after in zip(old, new, strict=False):
        _compare_union(pair, before, after, normalizers, walk)
    for union in old[len(new) :]:
        pair.add(Difference("alternatives-removed", _union_spot(union), NOWHERE, was=str(len(union.branches))))
    for union in new[len(old) :]:
        pair.add(Difference("alternatives-added", NOWHERE, _union_spot(union), now=str(len(union.branches))))


def own_null(schema: Schema, normalizer: Normalizer) -> bool:
    """Whether null is a value beside the branches, not of one of them."""
    branches = [parts for union in schema.unions for parts in union.branches]
    return schema.nullable and not any(NULL in normalizer.normalize(parts).types for parts in branches)


def faces_union(schema: Schema, other: Schema) -> bool:
    """Whether a schema faces nothing but a union: it is compared as a union of one branch.

    Where it allows every value of the union's types, the union only adds a condition.
    """
    only = len(other.unions) == 1 and not (
        other.properties or other.required or other.additional or other.items or other.prefix or other.conditions
    )
    alternatives = schema.plain and schema.enum is None and within(other.types, schema.types)
    return only and not schema.unions and not alternatives


def _unions(schema: Schema, other: Schema, own: Parts, of_other: Normalizer) -> tuple[Union, ...]:
    """The unions of a schema that may face a union."""
    if not faces_union(schema, other):
        return schema.unions
    groups = _group_types(schema, other, of_other)
    bare = _is_annotated_as_one(groups, other)
    branches = [tuple(replace(part, only=only, bare=bare) for part in own) for only in groups]
    if groups == [schema.types] and not bare:
        branches = [own]
    return (Union(other.unions[0].keyword, schema.pointer, tuple(branches)),)


def tells_annotations(old: Schema, new: Schema, normalizers: tuple[Normalizer, Normalizer]) -> bool:
    """Whether texts and defaults of a schema that faces a union are about the union, and not about a branch of it."""
    if faces_union(old, new):
        return _is_annotated_as_one(_group_types(old, new, normalizers[1]), new)
    return faces_union(new, old) and _is_annotated_as_one(_group_types(new, old, normalizers[0]), old)


def _is_annotated_as_one(groups: list[frozenset[str]], union: Schema) -> bool:
    return len(groups) > 1 or union.annotated


def _group_types(schema: Schema, other: Schema, of_other: Normalizer) -> list[frozenset[str]]:
    """The types of a schema as the branches of the other one divide them: a list of types may be one branch for each.

    Null is told of the whole unless a branch of the other has it.
    """
    null_is_told = own_null(other, of_other) or not other.nullable
    branches = [of_other.normalize(parts).types for parts in other.unions[0].branches]
    groups: dict[tuple[bool, ...], set[str]] = {}
    for name in sorted(schema.types - {NULL} if null_is_told else schema.types):
        groups.setdefault(tuple(within(frozenset({name}), types) for types in branches), set()).add(name)
    if schema.types == EVERY_TYPE or len(groups) < 2:
        return [frozenset().union(*groups.values())]
    return [frozenset(names) for _, names in sorted(groups.items(), reverse=True)]


def _union_spot(union: Union) -> Spot:
    return Spot(union.pointer, [parts[0].raw for parts in union.branches])


def _compare_union(pair: Pair, old: Union, new: Union, normalizers: tuple[Normalizer, Normalizer], walk: Walk) -> None:
    before, after = (
        [_branch(parts, normalizer) for parts in union.branches]
        for union, normalizer in zip((old, new), normalizers, strict=True)
    )
    pairs, removed, added = _match(before, after, walk)
    if _accepts_any(new):  # a branch that another one includes says nothing
        removed = [a for a in removed if not any(walk.accepts(a.parts, b.parts, Direction.REQUEST) for b in after)]
    if _accepts_any(old):
        added = [b for b in added if not any(walk.accepts(a.parts, b.parts, Direction.RESPONSE) for a in before)]
    name = "one-of" if old.keyword == new.keyword == "oneOf" else "any-of"
    pair.edges.extend(Edge(f"({b.label})" if len(after) > 1 else "", a.parts, b.parts) for a, b in pairs)
    for branch in removed:
        pair.add(Difference(f"{name}-removed", spot_of(branch.parts), NOWHERE, name=branch.label))
    for branch in added:
        pair.add(Difference(f"{name}-added", NOWHERE, spot_of(branch.parts), name=branch.label))


def _accepts_any(union: Union) -> bool:
    """Whether a value of one branch is a value of the union: one of two branches of a `oneOf` may not be."""
    return union.keyword == "anyOf" or len(union.branches) == 1


def _branch(parts: Parts, normalizer: Normalizer) -> _Branch:
    schema = normalizer.normalize(parts)
    return _Branch(parts, schema, normalizer.named(parts), frozenset(_tags(schema, normalizer)))


def _tags(schema: Schema, normalizer: Normalizer) -> Iterator[tuple[str, str]]:
    """Properties with one possible value."""
    for name, parts in schema.properties.items():
        values = normalizer.normalize(parts).listed or {}
        if len(values) == 1:
            yield name, next(iter(values))


def _match(
    old: list[_Branch], new: list[_Branch], walk: Walk
) -> tuple[list[tuple[_Branch, _Branch]], list[_Branch], list[_Branch]]:
    """The branches that belong together, those that are gone and those that are new."""
    pairs: list[tuple[_Branch, _Branch]] = []
    old, new = list(old), list(new)
    for alike in (_same_name, lambda a, b: walk.equal(a.parts, b.parts), _same_tags, _same_title):
        for a in tuple(old):
            partners = [b for b in new if alike(a, b)]
            if partners:
                pairs.append((a, partners[0]))
                old.remove(a)
                new.remove(partners[0])
    while candidates := [
        (walk.distance(a.parts, b.parts), i, j) for i, a in enumerate(old) for j, b in enumerate(new) if _alike(a, b)
    ]:
        _, i, j = min(candidates)
        pairs.append((old.pop(i), new.pop(j)))
    return pairs, old, new


def _same_name(a: _Branch, b: _Branch) -> bool:
    return a.name != "" and a.name == b.name


def _same_tags(a: _Branch, b: _Branch) -> bool:
    return bool(a.tags & b.tags)


def _same_title(a: _Branch, b: _Branch) -> bool:
    return a.title != "" and a.title == b.title


def _alike(a: _Branch, b: _Branch) -> bool:
    """Whether two branches may be one that changed: of the same types, and at most one of them with a name."""
    named = (a.name or a.tags or a.title) and (b.name or b.tags or b.title)
    return not named and bool(meet_types(a.schema.types, b.schema.types))


def compare_discriminators(pair: Pair, normalizers: tuple[Normalizer, Normalizer], walk: Walk) -> None:
    """The property that tells the branches apart, and the values it has for them."""
    old, new = pair.old.discriminator, pair.new.discriminator
    if old is None and new is None:
        return
    names = [_property_name(spot) for spot in (old, new)]
    if old is None or new is None:
        action = "added" if old is None else "removed"
        pair.add(Difference(f"discriminator-{action}", old or NOWHERE, new or NOWHERE, was=names[0], now=names[1]))
        return
    if names[0] != names[1]:
        spots = Spot(f"{old.pointer}/propertyName", names[0]), Spot(f"{new.pointer}/propertyName", names[1])
        pair.add(Difference("discriminator-property-name-changed", *spots))
    _compare_mappings(pair, normalizers, walk)


def _property_name(spot: Spot | None) -> str:
    return str(as_object(spot.value).get("propertyName", "")) if spot else ""


@dataclass(frozen=True, slots=True)
class _Mapped:
    """What a value of the discriminator stands for."""

    spot: Spot
    parts: Parts
    name: str


def _compare_mappings(pair: Pair, normalizers: tuple[Normalizer, Normalizer], walk: Walk) -> None:
    old, new = (
        _mapping(schema, normalizer) for schema, normalizer in zip((pair.old, pair.new), normalizers, strict=True)
    )
    for value in sorted(old.keys() & new.keys()):
        if old[value].name != new[value].name and not walk.equal(old[value].parts, new[value].parts):
            names = {"was": old[value].name, "now": new[value].name}
            pair.add(Difference("discriminator-mapping-changed", old[value].spot, new[value].spot, name=value, **names))
    removed, added = sorted(old.keys() - new.keys()), sorted(new.keys() - old.keys())
    for value in tuple(removed):
        renamed = [other for other in added if walk.equal(old[value].parts, new[other].parts)]
        if renamed:
            removed.remove(value)
            added.remove(renamed[0])
            pair.add(
                Difference(
                    "discriminator-value-renamed", old[value].spot, new[renamed[0]].spot, was=value, now=renamed[0]
                )
            )
    gone = {difference.old.pointer for _, difference in pair.differences if difference.aspect.endswith("of-removed")}
    come = {difference.new.pointer for _, difference in pair.differences if difference.aspect.endswith("of-added")}
    for value in removed:
        if not gone & _branch_pointers(pair.old, normalizers[0], old[value]):
            pair.add(Difference("discriminator-mapping-deleted", old[value].spot, NOWHERE, name=value))
    for value in added:
        if not come & _branch_pointers(pair.new, normalizers[1], new[value]):
            pair.add(Difference("discriminator-mapping-added", NOWHERE, new[value].spot, name=value))


def _branch_pointers(schema: Schema, normalizer: Normalizer, mapped: _Mapped) -> set[str | None]:
    """The branches that a value stands for."""
    branches = [parts for union in schema.unions for parts in union.branches]
    return {parts[0].pointer for parts in branches if normalizer.named(parts) == mapped.name}


def _mapping(schema: Schema, normalizer: Normalizer) -> dict[str, _Mapped]:
    """The values with the schemas they stand for: those of `mapping`, and the names of the other branches."""
    spot = schema.discriminator or NOWHERE
    explicit = {
        value: _Mapped(Spot(f"{spot.pointer}{join_pointer('mapping', value)}", reference), *normalizer.refer(reference))
        for value, reference in as_object(as_object(spot.value).get("mapping")).items()
        if isinstance(reference, str)
    }
    known = {mapped.name for mapped in explicit.values()}
    branches = {normalizer.named(parts): parts for union in schema.unions for parts in union.branches}
    implicit = {
        name: _Mapped(spot_of(parts), parts, name) for name, parts in branches.items() if name and name not in known
    }
    return {**implicit, **explicit}
