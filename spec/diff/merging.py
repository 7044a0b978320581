"""Schemas that hold at once, as the branches of an `allOf`, in one normal form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spec.diff.differences import Spot
from spec.diff.inclusion import satisfies
from spec.diff.normal import (
    ARRAY,
    BOOLEAN,
    EVERY_TYPE,
    INTEGER,
    NULL,
    NUMBER,
    OBJECT,
    STRING,
    Part,
    Parts,
    Schema,
    has_type,
    meet_types,
    type_of,
    type_set,
    value_key,
)
from spec.model import JSON

_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_APPLIES_TO = {
    STRING: ("minLength", "maxLength", "pattern", "contentMediaType", "contentEncoding", "contentSchema"),
    NUMBER: ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    ARRAY: ("minItems", "maxItems", "uniqueItems", "contains", "unevaluatedItems"),
    OBJECT: (
        "minProperties", "maxProperties", "patternProperties", "propertyNames", "dependentRequired", "dependentSchemas",
        "unevaluatedProperties",
    ),
}  # fmt: skip
TYPE_OF_KEYWORD = {keyword: name for name, keywords in _APPLIES_TO.items() for keyword in keywords}
"""The type of the values that a keyword constrains; others pass it."""
SCALAR_LIMITS = frozenset(_APPLIES_TO[STRING][:3] + _APPLIES_TO[NUMBER])
"""The keywords that a listed value satisfies or not."""


def intersect(a: Schema, b: Schema) -> Schema:
    """The schema of the values that satisfy both. Where both say something for people, the first one counts."""
    if b.blank:
        return a
    if a.blank:
        return b
    limits, clashes = _merge_limits(a.limits, b.limits)
    return Schema(
        a.pointer,
        a.raw,
        types=meet_types(a.types, b.types),
        enum=_merge_enums(a.enum, b.enum),
        limits=limits,
        properties=_merge_properties(a, b),
        required={**b.required, **a.required},
        additional=_both(a.additional, b.additional),
        items=_both(a.items, b.items),
        prefix=_merge_prefix(a, b),
        unions=a.unions + tuple(union for union in b.unions if union not in a.unions),
        conditions=_merge_conditions(_merge_conditions(a.conditions, b.conditions), clashes),
        discriminator=a.discriminator or b.discriminator,
        texts={**b.texts, **a.texts},
    )


def finish(schema: Schema) -> Schema:
    """The schema without what says nothing: constraints on types that it does not have, bounds inside of others."""
    types = schema.types - {OBJECT} if _impossible_object(schema) else schema.types
    if types == schema.types and not (
        schema.limits or schema.conditions or schema.enum is not None or (types != EVERY_TYPE and _composite(schema))
    ):
        return schema
    limits = {name: spot for name, spot in schema.limits.items() if _matters(name, spot, types, schema)}
    limits = _merge_bounds(limits, whole=bool(types) and not types & {NUMBER})
    conditions = {name: spot for name, spot in schema.conditions.items() if _applies(name, types)}
    object_parts = OBJECT in types
    array_parts = ARRAY in types
    finished = replace(
        schema,
        types=types,
        limits=limits,
        conditions=conditions,
        properties=schema.properties if object_parts else {},
        required=schema.required if object_parts else {},
        additional=schema.additional if object_parts else None,
        items=schema.items if array_parts else None,
        prefix=schema.prefix if array_parts else (),
    )
    return finished if schema.enum is None else _finish_enum(finished, schema.enum)


def _impossible_object(schema: Schema) -> bool:
    """Whether a property is required that is not listed, and so forbidden."""
    closed = any(part.raw is False for part in schema.additional or ())
    return (
        closed
        and "patternProperties" not in schema.conditions
        and not schema.required.keys() <= schema.properties.keys()
    )


def _composite(schema: Schema) -> bool:
    return bool(schema.properties or schema.required or schema.additional or schema.items or schema.prefix)


def _finish_enum(schema: Schema, enum: dict[str, Spot]) -> Schema:
    """Values that the other keywords forbid are gone, and so are the keywords that the values satisfy."""
    bounds = {name: spot.value for name, spot in schema.limits.items() if name in SCALAR_LIMITS}
    kept = {
        key: spot
        for key, spot in enum.items()
        if has_type(spot.value, schema.types) and (not bounds or satisfies(spot.value, bounds))
    }
    types = type_set([type_of(spot.value) for spot in kept.values()])
    values = [key for key, spot in kept.items() if spot.value is not None]
    limits = {name: spot for name, spot in schema.limits.items() if name not in bounds}
    every = {value_key(True), value_key(False)}
    whole = not values or (set(values) == every and types - {NULL} == {BOOLEAN})
    return replace(schema, types=types, enum=None if whole else kept, limits=limits)


def _matters(name: str, spot: Spot, types: frozenset[str], schema: Schema) -> bool:
    if not _applies(name, types):
        return False
    if name in ("minLength", "minItems"):
        return spot.value != 0
    if name == "minProperties":
        return _number(spot) > len(schema.required)
    return not (name == "multipleOf" and spot.value == 1 and INTEGER in types)


def _applies(name: str, types: frozenset[str]) -> bool:
    wanted = TYPE_OF_KEYWORD.get(name)
    return wanted is None or wanted in types or (wanted == NUMBER and INTEGER in types)


def _merge_bounds(limits: dict[str, Spot], whole: bool) -> dict[str, Spot]:
    """One lower and one upper bound; for whole numbers, inclusive ones."""
    merged = dict(limits)
    for plain, exclusive, step in (("minimum", "exclusiveMinimum", 1), ("maximum", "exclusiveMaximum", -1)):
        strict = merged.get(exclusive)
        if strict is None:
            continue
        if whole and isinstance(strict.value, int):
            merged[plain] = _tighter(plain, merged.get(plain), Spot(strict.pointer, strict.value + step))
            del merged[exclusive]
        elif plain in merged:
            inclusive = merged[plain]
            wins = _number(inclusive) > _number(strict) if step > 0 else _number(inclusive) < _number(strict)
            del merged[exclusive if wins else plain]
    return merged


def _tighter(name: str, a: Spot | None, b: Spot) -> Spot:
    if a is None:
        return b
    choose: Callable[..., Spot] = max if name in _LOWER else min
    return choose(a, b, key=_number)


def _number(spot: Spot) -> float:
    return float(spot.value) if isinstance(spot.value, int | float) else 0.0


def _merge_limits(a: dict[str, Spot], b: dict[str, Spot]) -> tuple[dict[str, Spot], dict[str, Spot]]:
    """The merged limits, and those of the second that one keyword cannot say together with those of the first."""
    limits = {**b, **a}
    clashes: dict[str, Spot] = {}
    for name in a.keys() & b.keys():
        if name in _LOWER or name in _UPPER:
            limits[name] = _tighter(name, a[name], b[name])
        elif name in ("pattern", "multipleOf") and a[name].value != b[name].value:
            first, second = sorted((a[name], b[name]), key=lambda spot: value_key(spot.value))
            limits[name] = first
            clashes["allOf"] = Spot(second.pointer, [{name: second.value}])
    return limits, clashes


def _merge_conditions(a: dict[str, Spot], b: dict[str, Spot]) -> dict[str, Spot]:
    merged = {**b, **a}
    for name in a.keys() & b.keys():
        if value_key(a[name].value) != value_key(b[name].value):
            values = [_listed(a[name].value, name), _listed(b[name].value, name)]
            merged[name] = a[name] if values[0] == values[1] else Spot(a[name].pointer, {"allOf": _sorted(values)})
    return merged


def _listed(value: JSON, name: str) -> JSON:
    return value if name == "allOf" else {name: value}


def _sorted(values: list[JSON]) -> list[JSON]:
    return sorted(values, key=value_key)


def _merge_enums(a: dict[str, Spot] | None, b: dict[str, Spot] | None) -> dict[str, Spot] | None:
    if a is None or b is None:
        return b if a is None else a
    return {key: spot for key, spot in a.items() if key in b}


def _merge_properties(a: Schema, b: Schema) -> dict[str, Parts]:
    """A property that one side only lists must satisfy what the other side says of properties that it does not list."""
    names = [*a.properties, *(name for name in b.properties if name not in a.properties)]
    merged = {}
    for name in names:
        parts = _both(a.properties.get(name, a.additional), b.properties.get(name, b.additional))
        merged[name] = parts or (Part(a.pointer, True, implied=True),)
    return merged


def _merge_prefix(a: Schema, b: Schema) -> tuple[Parts, ...]:
    def item(schema: Schema, index: int) -> Parts | None:
        return schema.prefix[index] if index < len(schema.prefix) else schema.items

    everything = (Part(a.pointer, True, implied=True),)
    return tuple(
        _both(item(a, index), item(b, index)) or everything for index in range(max(len(a.prefix), len(b.prefix)))
    )


def _both(a: Parts | None, b: Parts | None) -> Parts | None:
    if a is None or b is None:
        return b if a is None else a
    return a + tuple(part for part in b if part not in a)
