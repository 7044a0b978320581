"""Random schemas in the words of JSON Schema, and the small values that they are tried on."""

from __future__ import annotations

import itertools
from typing import Any

from hypothesis import strategies as st

SCALARS: tuple[Any, ...] = (None, True, False, -1, 0, 1, 2, 3, 4, 6, 1.5, "", "a", "b", "ab", "abc", "zz")
_FEW: tuple[Any, ...] = (None, True, 1, 4, 1.5, "a", "abc")


def _instances() -> list[Any]:
    lists = [[], *([a] for a in _FEW), *([a, b] for a, b in itertools.product(_FEW, _FEW)), [1, 1, 1], ["a", 1, "a"]]
    members = [{}, *({"a": a} for a in _FEW), *({"b": b} for b in _FEW), {"c": 1}, {"c": "a"}]
    pairs = [{"a": a, "b": b} for a, b in itertools.product(_FEW, _FEW)]
    deep = [{"a": value} for value in ([], [1], ["a"], {"a": 1}, {"a": "abc", "b": 1})]
    nested = [[value] for value in ([], [1], {"a": 1}, {"b": "a"}, {})]
    return [*SCALARS, *lists, *members, *pairs, {"a": 1, "b": 1, "c": 1}, *deep, *nested]


INSTANCES = _instances()

_counts = st.integers(0, 4)
_strings = st.fixed_dictionaries(
    {"type": st.just("string")},
    optional={
        "minLength": _counts,
        "maxLength": _counts,
        "pattern": st.sampled_from(["^a", "^ab?$", "b", "^[a-c]*$", "^(a|b)$"]),
    },
)
_numbers = st.fixed_dictionaries(
    {"type": st.sampled_from(["integer", "number"])},
    optional={
        "minimum": _counts,
        "maximum": _counts,
        "exclusiveMinimum": _counts,
        "exclusiveMaximum": _counts,
        "multipleOf": st.sampled_from([1, 2, 3, 0.5]),
    },
)
_enums = st.lists(st.sampled_from(SCALARS), min_size=1, max_size=3).map(lambda values: {"enum": values})
_types = st.lists(
    st.sampled_from(["string", "integer", "number", "boolean", "null", "array", "object"]), min_size=1, max_size=3
).map(lambda types: {"type": sorted(set(types))})
leaves = st.one_of(
    st.just({}), _strings, _numbers, _enums, _types, st.sampled_from([{"type": "boolean"}, {"const": "a"}])
)


def _composite(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    arrays = st.fixed_dictionaries(
        {"type": st.just("array")},
        optional={
            "items": children,
            "minItems": st.integers(0, 2),
            "maxItems": st.just(3),
            "uniqueItems": st.booleans(),
            "prefixItems": st.lists(children, min_size=1, max_size=2),
        },
    )
    objects = st.fixed_dictionaries(
        {"type": st.sampled_from(["object", ["object", "null"]])},
        optional={
            "properties": st.dictionaries(st.sampled_from("ab"), children, max_size=2),
            "required": st.lists(st.sampled_from("ab"), unique=True, max_size=2),
            "additionalProperties": st.one_of(st.booleans(), children),
            "maxProperties": st.integers(2, 3),
        },
    )
    unions = st.lists(children, min_size=1, max_size=3).map(lambda branches: {"anyOf": branches})
    both = st.lists(children, min_size=1, max_size=2).map(lambda branches: {"allOf": branches})
    return st.one_of(arrays, objects, unions, both)


schemas = st.recursive(leaves, _composite, max_leaves=6)


@st.composite
def schema_pairs(draw: st.DrawFn) -> tuple[Any, Any]:
    """Two schemas: of their own, or one inside the same frame, so that they have something in common."""
    old, new = draw(schemas), draw(schemas)
    frame = draw(st.sampled_from(["none", "property", "items", "branch", "additional"]))
    if frame == "property":
        required = draw(st.sampled_from([[], ["a"]]))
        return tuple({"type": "object", "properties": {"a": part}, "required": required} for part in (old, new))
    if frame == "items":
        return tuple({"type": "array", "items": part} for part in (old, new))
    if frame == "branch":
        other = draw(schemas)
        return tuple({"anyOf": [part, other]} for part in (old, new))
    if frame == "additional":
        return tuple({"type": "object", "additionalProperties": part} for part in (old, new))
    return old, new
