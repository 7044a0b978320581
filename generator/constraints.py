"""Types, listed values, ranges, lengths and patterns of a schema, as far as a value can be refused because of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeGuard

from generator.document import join_pointer, sequence
from generator.patterns import read_pattern
from generator.pruning import Schema

Report = Callable[[str, str], None]

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int, float),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
_NUMBERS = ("integer", "number")
#: Lower limit, upper limit, the types that they are about, and whether they count something.
_RANGES = (
    ("minimum", "maximum", _NUMBERS, False),
    ("minLength", "maxLength", ("string",), True),
    ("minItems", "maxItems", ("array",), True),
    ("minProperties", "maxProperties", ("object",), True),
)
#: What makes a schema one about several values or several schemas.
_COMPOSED = frozenset({"$ref", "allOf", "anyOf"})


def reduce_type(schema: Mapping[str, object], pointer: str, report: Report) -> Schema:
    """Return the types, and the listed values that fit them."""
    declared = schema.get("type")
    names = declared if isinstance(declared, list) else [declared] if isinstance(declared, str) else []
    known = [name for name in dict.fromkeys(str(name) for name in names) if name in _TYPES]
    # Of an unknown type, such as `file` or `any`, nothing can be said; the catalogue of types has reported it.
    kinds = known if len(known) == len(set(map(str, names))) else []
    result: dict[str, object] = {}
    listed = schema.get("enum")
    if isinstance(listed, list) and listed:
        if all(_fits(value, kinds) for value in listed):
            null = [None] if "null" in kinds and None not in listed else []
            result["enum"] = [*listed, *null]
        else:
            report(join_pointer(pointer, "enum"), "Values of another type than the documented one are not checked.")
    if "const" in schema:
        if _fits(schema["const"], kinds):
            result["const"] = schema["const"]
        else:
            report(join_pointer(pointer, "const"), "A value of another type than the documented one is not checked.")
    if kinds and not result:
        result["type"] = kinds[0] if len(kinds) == 1 else kinds
    return result


def _fits(value: object, kinds: list[str]) -> bool:
    return not kinds or value is None or any(is_of_type(value, kind) for kind in kinds)


def is_of_type(value: object, kind: str) -> bool:
    """Return whether a JSON value has a type of JSON Schema: 1.0 is an integer, True is not."""
    if isinstance(value, bool) or kind == "boolean":
        return isinstance(value, bool) and kind == "boolean"
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _TYPES[kind])


def with_null(schema: Schema) -> Schema:
    """Return `schema` with null allowed, as `nullable: true` of OpenAPI 3.0 means it."""
    if _COMPOSED & set(schema):
        return {"anyOf": [{"type": "null"}, schema]}
    result = dict(schema)
    if "type" in schema:
        kinds = sequence(schema["type"]) or [schema["type"]]
        result["type"] = [*kinds, *(["null"] if "null" not in kinds else [])]
    values = [*sequence(schema.get("enum")), *([schema["const"]] if "const" in schema else [])]
    if values:
        result.pop("const", None)
        result["enum"] = [*values, *([None] if None not in values else [])]
    return result


def reduce_scalar(schema: Mapping[str, object], pointer: str, report: Report) -> Schema:
    """Return the ranges, lengths, patterns and the like that apply to the documented types."""
    result: dict[str, object] = {}
    for low, high, kinds, counts in _RANGES:
        limits = dict(_limits(schema, low, high, counts))
        if not limits:
            continue
        if not _applies(schema, kinds):
            report(pointer, f"{_names(limits)} of a value of another type is not checked.")
        elif not _can_be_met(limits, low, high):
            report(pointer, f"{_names(limits)} contradict each other and are not checked.")
        else:
            result |= limits
    step = schema.get("multipleOf")
    if _is_number(step) and step > 0 and _applies(schema, _NUMBERS):
        result["multipleOf"] = step
    if schema.get("uniqueItems") is True and _applies(schema, ("array",)):
        result["uniqueItems"] = True
    return {**result, **_pattern(schema, pointer, report)}


def _limits(schema: Mapping[str, object], low: str, high: str, counts: bool) -> Iterator[tuple[str, float]]:
    """Yield limits as OpenAPI 3.1 has them; in 3.0 `exclusiveMinimum` is said of `minimum`."""
    for name in (low, high):
        value = schema.get(name)
        exclusive = "exclusive" + name[0].upper() + name[1:]
        if _is_number(value) and not counts:
            yield (exclusive if schema.get(exclusive) is True else name), value
        elif _is_number(value) and value >= 0 and value == int(value) and (value > 0 or name == high):
            yield name, int(value)
        if not counts and _is_number(limit := schema.get(exclusive)):
            yield exclusive, limit


def _is_number(value: object) -> TypeGuard[int | float]:
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def _applies(schema: Mapping[str, object], kinds: tuple[str, ...]) -> bool:
    declared = schema.get("type")
    names = [str(name) for name in (declared if isinstance(declared, list) else [declared])]
    return declared is None or any(name in kinds or name not in _TYPES for name in names)


def _can_be_met(limits: Mapping[str, float], low: str, high: str) -> bool:
    lowest, highest = _tightest(limits, low, max), _tightest(limits, high, min)
    if lowest is None or highest is None:
        return True
    return lowest < highest or (lowest == highest and not any(name.startswith("exclusive") for name in limits))


def _tightest(limits: Mapping[str, float], name: str, choose: Callable[[Iterable[float]], float]) -> float | None:
    exclusive = "exclusive" + name[0].upper() + name[1:]
    found = [value for key in (name, exclusive) if isinstance(value := limits.get(key), int | float)]
    return choose(found) if found else None


def _names(limits: Mapping[str, float]) -> str:
    return " and ".join(f"{name} {value}" for name, value in limits.items())


def _pattern(schema: Mapping[str, object], pointer: str, report: Report) -> Schema:
    documented = schema.get("pattern")
    if not isinstance(documented, str) or not _applies(schema, ("string",)):
        return {}
    pattern = read_pattern(documented)
    if pattern.problem:
        report(join_pointer(pointer, "pattern"), f"The pattern is not checked: {pattern.problem}.")
        return {}
    return {"pattern": documented, **({"match": pattern.python} if pattern.python != documented else {})}
