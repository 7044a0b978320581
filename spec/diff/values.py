"""Two schemas in normal form: listed values, bounds and the other keywords that constrain a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spec.diff.differences import NOWHERE, Difference, Direction, Spot
from spec.diff.inclusion import Relation, relate, relate_divisors, satisfies
from spec.diff.merging import SCALAR_LIMITS, finish
from spec.diff.normal import ANNOTATIONS, Schema, meet_types, same_value
from spec.diff.patterns import relate_patterns
from spec.model import JSON

_BOUNDS = {
    "maxLength": "max-length",
    "minLength": "min-length",
    "maxItems": "max-items",
    "minItems": "min-items",
    "maxProperties": "max-properties",
    "minProperties": "min-properties",
}
_NUMBER_BOUNDS = (("maximum", "exclusiveMaximum", "max", True), ("minimum", "exclusiveMinimum", "min", False))
_WHOLE = {
    "xml": "xml-changed",
    "contentMediaType": "content-media-type-changed",
    "contentEncoding": "content-encoding-changed",
}
_UNDECIDABLE = ("format", "contentMediaType", "contentEncoding", "xml")


def compare_values(old: Schema, new: Schema, direction: Direction) -> Iterator[Difference]:
    """Listed values and constraints, of the types that both have."""
    if not (old.limits or new.limits or old.enum or new.enum):
        return
    common = meet_types(old.types, new.types) if old.types != new.types else old.types
    before, after = _project(old, common), _project(new, common)
    if before.enum is not None or after.enum is not None:
        before, after = _satisfied_by(before, after), _satisfied_by(after, before)
    constraints = [
        *_compare_enums(before, after),
        *_compare_bounds(before, after),
        *_compare_patterns(before, after, direction),
        *_compare_divisors(before, after, direction),
        *_compare_unique(before, after),
    ]
    if constraints and not _mean_the_same(before, after):
        yield from constraints
    yield from _compare_whole(before, after)


def as_json_schema(schema: Schema) -> JSON:
    """A schema without others inside of it, as JSON Schema."""
    if schema.enum is not None:
        return {"enum": [spot.value for _, spot in sorted(schema.enum.items())]}
    limits: dict[str, JSON] = {
        name: spot.value for name, spot in schema.limits.items() if name not in ANNOTATIONS and name not in _UNDECIDABLE
    }
    return {"type": [*sorted(schema.types)], **limits}


def _project(schema: Schema, types: frozenset[str]) -> Schema:
    return schema if schema.types == types else finish(replace(schema, types=types))


def _satisfied_by(schema: Schema, other: Schema) -> Schema:
    """A schema without the bounds that every value of the other's list satisfies: the list says more."""
    bounds = {name: spot.value for name, spot in schema.limits.items() if name in SCALAR_LIMITS}
    if schema.enum is not None or other.enum is None or not bounds:
        return schema
    if not all(satisfies(spot.value, bounds) for spot in other.enum.values()):
        return schema
    return replace(schema, limits={name: spot for name, spot in schema.limits.items() if name not in bounds})


def _compare_enums(old: Schema, new: Schema) -> Iterator[Difference]:
    before, after = old.listed, new.listed
    if before is None and after is None:
        return
    if before is None or after is None:
        aspect = "became-enum" if before is None else "became-not-enum"
        yield Difference(aspect, _enum_spot(old), _enum_spot(new))
        return
    removed = sorted(before.keys() - after.keys())
    added = sorted(after.keys() - before.keys())
    if len(removed) == len(before) == 1 and len(added) == len(after) == 1:
        yield Difference("const-changed", before[removed[0]], after[added[0]])
        return
    for key in removed:
        yield Difference("enum-value-removed", before[key], NOWHERE, name=key)
    for key in added:
        yield Difference("enum-value-added", NOWHERE, after[key], name=key)


def _enum_spot(schema: Schema) -> Spot:
    if not schema.enum:
        return NOWHERE
    first = next(iter(schema.enum.values())).pointer or ""
    pointer = first if first.endswith("/const") else first.rpartition("/")[0]
    return Spot(pointer, [spot.value for spot in schema.enum.values()])


def _compare_bounds(old: Schema, new: Schema) -> Iterator[Difference]:
    for keyword, name in _BOUNDS.items():
        yield from _compare_bound(name, old.limits.get(keyword), new.limits.get(keyword))
    for inclusive, exclusive, name, upper in _NUMBER_BOUNDS:
        strict = [exclusive in schema.limits for schema in (old, new)]
        before, after = (schema.limits.get(inclusive) or schema.limits.get(exclusive) for schema in (old, new))
        if before is None or after is None or strict[0] == strict[1]:
            yield from _compare_bound(f"exclusive-{name}" if any(strict) else name, before, after)
        else:
            yield _compare_strictness(name, upper, before, after, strict[1])


def _compare_bound(name: str, old: Spot | None, new: Spot | None) -> Iterator[Difference]:
    if old is None or new is None:
        if old is not new:
            yield Difference(f"{name}-{'set' if old is None else 'unset'}", old or NOWHERE, new or NOWHERE)
    elif _number(old) != _number(new):
        yield Difference(f"{name}-{'increased' if _number(new) > _number(old) else 'decreased'}", old, new)


def _compare_strictness(name: str, upper: bool, old: Spot, new: Spot, strict: bool) -> Difference:
    """One bound is inclusive and the other is not; at the same number, the exclusive one is tighter."""
    increased = _number(new) > _number(old) or (_number(new) == _number(old) and strict is not upper)
    words = "less than" if upper else "more than"
    was, now = (
        f"{words} {spot.value}" if limited else f"{spot.value}" for spot, limited in ((old, not strict), (new, strict))
    )
    return Difference(f"{name}-{'increased' if increased else 'decreased'}", old, new, was=was, now=now)


def _number(spot: Spot) -> float:
    return spot.value if isinstance(spot.value, int | float) else 0


def _compare_patterns(old: Schema, new: Schema, direction: Direction) -> Iterator[Difference]:
    before, after = old.limits.get("pattern", NOWHERE), new.limits.get("pattern", NOWHERE)
    if before.value == after.value:
        return
    if before.absent or after.absent:
        yield Difference(f"pattern-{'added' if before.absent else 'removed'}", before, after)
        return
    relation = relate_patterns(str(before.value), str(after.value))
    if relation is not Relation.EQUAL:
        yield Difference(f"pattern-{_moved(relation, direction)}", before, after)


def _compare_divisors(old: Schema, new: Schema, direction: Direction) -> Iterator[Difference]:
    before, after = old.limits.get("multipleOf", NOWHERE), new.limits.get("multipleOf", NOWHERE)
    if before.value == after.value:
        return
    if before.absent or after.absent:
        yield Difference(f"multiple-of-{'set' if before.absent else 'unset'}", before, after)
        return
    relation = relate_divisors(_number(before), _number(after))
    yield Difference(f"multiple-of-{_moved(relation, direction)}", before, after)


def _moved(relation: Relation, direction: Direction) -> str:
    """What is fine for a direction has a rule of its own; the rest has changed."""
    fine = Relation.GENERALIZED if direction is Direction.REQUEST else Relation.SPECIALIZED
    return relation.value if relation is fine else Relation.CHANGED.value


def _compare_unique(old: Schema, new: Schema) -> Iterator[Difference]:
    before, after = old.limits.get("uniqueItems", NOWHERE), new.limits.get("uniqueItems", NOWHERE)
    if before.absent is not after.absent:
        yield Difference(f"unique-items-{'set' if before.absent else 'unset'}", before, after)


def _compare_whole(old: Schema, new: Schema) -> Iterator[Difference]:
    for keyword, aspect in _WHOLE.items():
        before, after = old.limits.get(keyword, NOWHERE), new.limits.get(keyword, NOWHERE)
        if not same_value(before.value, after.value):
            yield Difference(aspect, before, after)


def _mean_the_same(old: Schema, new: Schema) -> bool:
    return old.leaf and new.leaf and relate(as_json_schema(old), as_json_schema(new)) is Relation.EQUAL
