"""Two schemas in normal form: types, listed values, bounds and the other keywords that have one value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spec.diff.differences import NOWHERE, Difference, Direction, Spot
from spec.diff.inclusion import Relation, relate, relate_divisors, satisfies
from spec.diff.merging import SCALAR_LIMITS, finish
from spec.diff.normal import (
    ANNOTATIONS,
    ARRAY,
    BOOLEAN,
    EVERY_TYPE,
    INTEGER,
    NULL,
    NUMBER,
    OBJECT,
    STRING,
    Schema,
    meet_types,
    same_value,
    within,
)
from spec.diff.patterns import relate_patterns
from spec.model import JSON

_TYPE_ORDER = (STRING, INTEGER, NUMBER, BOOLEAN, OBJECT, ARRAY, NULL)
_WIDER_FORMATS = {
    ("int32", "int64"),
    ("int32", "double"),
    ("float", "double"),
    ("email", "idn-email"),
    ("hostname", "idn-hostname"),
    ("uri", "uri-reference"),
    ("uri", "iri"),
    ("iri", "iri-reference"),
    ("uri-reference", "iri-reference"),
    ("uri", "iri-reference"),
}
_HINTS = {"password"}
"""Formats that say how to show a value, not what it is."""
_BOUNDS = {
    "maxLength": ("max-length", True),
    "minLength": ("min-length", False),
    "maxItems": ("max-items", True),
    "minItems": ("min-items", False),
    "maxProperties": ("max-properties", True),
    "minProperties": ("min-properties", False),
}
_NUMBER_BOUNDS = (("maximum", "exclusiveMaximum", "max", True), ("minimum", "exclusiveMinimum", "min", False))
_WHOLE = {
    "xml": "xml-changed",
    "contentMediaType": "content-media-type-changed",
    "contentEncoding": "content-encoding-changed",
}
_TEXTS = {
    "title": "title-changed",
    "description": "description-changed",
    "externalDocs": "external-docs-changed",
    "example": "example-changed",
}
_UNDECIDABLE = ("format", "contentMediaType", "contentEncoding", "xml")


def compare_texts(old: dict[str, Spot], new: dict[str, Spot]) -> Iterator[Difference]:
    """What is written for people."""
    if not old and not new:
        return
    for name, aspect in _TEXTS.items():
        before, after = old.get(name, NOWHERE), new.get(name, NOWHERE)
        if not same_value(before.value, after.value):
            yield text_difference(aspect, before, after)


def text_difference(aspect: str, old: Spot, new: Spot, name: str = "") -> Difference:
    """A text that is other, new or gone; an empty one is none."""
    action = "changed" if old.value and new.value else "added" if new.value else "removed"
    return Difference(aspect, old, new, name, now=action)


def compare_types(old: Schema, new: Schema, direction: Direction) -> Difference | None:
    """The difference of types and formats, if there is one; that of null is another one."""
    relation = _relate_types(old, new)
    if relation is Relation.EQUAL:
        return None
    aspect = "type-changed"
    if relation is Relation.GENERALIZED:
        aspect = "type-generalized"
    elif relation is Relation.SPECIALIZED and direction is Direction.RESPONSE:
        aspect = "type-specialized"
    return Difference(aspect, _type_spot(old), _type_spot(new), was=describe_types(old), now=describe_types(new))


def compare_null(old: Schema, new: Schema) -> Iterator[Difference]:
    """Whether null is a value."""
    if old.nullable is not new.nullable:
        aspect = "became-nullable" if new.nullable else "became-not-nullable"
        yield Difference(aspect, Spot(old.pointer, old.nullable), Spot(new.pointer, new.nullable))


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


def compare_annotations(old: Schema, new: Schema) -> Iterator[Difference]:
    """Default and deprecation."""
    if not old.limits and not new.limits:
        return
    before, after = old.limits.get("default", NOWHERE), new.limits.get("default", NOWHERE)
    if before.absent is not after.absent or not same_value(before.value, after.value):
        action = "added" if before.absent else "removed" if after.absent else "changed"
        yield Difference(f"default-value-{action}", before, after)
    before, after = old.limits.get("deprecated", NOWHERE), new.limits.get("deprecated", NOWHERE)
    if before.absent is not after.absent:
        yield Difference("deprecated" if before.absent else "reactivated", before, after)


def describe_types(schema: Schema) -> str:
    """`string (date-time) or null`."""
    if schema.types == EVERY_TYPE:
        return "anything"
    if not schema.types:
        return "nothing"
    known = [name for name in _TYPE_ORDER if name in schema.types]
    names = known + sorted(schema.types - set(known))
    form = _format(schema)
    if form:
        names[0] = f"{names[0]} ({form})"
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


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


def _relate_types(old: Schema, new: Schema) -> Relation:
    relations = set()
    if old.other_types == new.other_types or STRING in old.types & new.types:
        relations.add(_relate_formats(_format(old), _format(new)))
    if old.other_types != new.other_types:
        wider, narrower = within(old.types, new.types), within(new.types, old.types)
        relations.add(
            Relation.GENERALIZED if wider else Relation.SPECIALIZED if narrower else Relation.CHANGED,
        )  # fmt: skip
        if old.types and new.types and not meet_types(old.types, new.types):
            return Relation.CHANGED
    relations.discard(Relation.EQUAL)
    return Relation.EQUAL if not relations else relations.pop() if len(relations) == 1 else Relation.CHANGED


def _relate_formats(old: str, new: str) -> Relation:
    if old == new:
        return Relation.EQUAL
    if not new or (old, new) in _WIDER_FORMATS:
        return Relation.GENERALIZED
    return Relation.SPECIALIZED if not old or (new, old) in _WIDER_FORMATS else Relation.CHANGED


def _format(schema: Schema) -> str:
    value = schema.limits.get("format", NOWHERE).value
    meant = isinstance(value, str) and value not in _HINTS and schema.types & {STRING, NUMBER, INTEGER}
    return str(value) if meant else ""


def _type_spot(schema: Schema) -> Spot:
    raw = schema.raw
    if isinstance(raw, dict) and "type" in raw:
        form = _format(schema)
        return Spot(f"{schema.pointer}/type", raw["type"] if not form else {"type": raw["type"], "format": form})
    return schema.spot


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
    for keyword, (name, upper) in _BOUNDS.items():
        yield from _compare_bound(name, upper, old.limits.get(keyword), new.limits.get(keyword))
    for inclusive, exclusive, name, upper in _NUMBER_BOUNDS:
        strict = [exclusive in schema.limits for schema in (old, new)]
        before, after = (schema.limits.get(inclusive) or schema.limits.get(exclusive) for schema in (old, new))
        if before is None or after is None or strict[0] == strict[1]:
            yield from _compare_bound(f"exclusive-{name}" if any(strict) else name, upper, before, after)
        else:
            yield _compare_strictness(name, upper, before, after, strict[1])


def _compare_bound(name: str, upper: bool, old: Spot | None, new: Spot | None) -> Iterator[Difference]:
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
