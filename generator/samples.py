"""Values that satisfy the schemas of requests, and whether a value does."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

import jsonschema_rs

from generator.document import mapping, sequence
from generator.patterns import read_pattern, sample_texts
from generator.pruning import Schema, Schemas

#: What `sample` returns when it finds nothing.
ABSENT = object()
_SCHEMAS = "urn:schemas"
#: Ways to satisfy alternatives that are tried, and schemas inside one another.
_MOST_FORMS, _DEEPEST = 8, 12
#: Of integers above this no float is made.
_HUGE = 2**53
#: Keyword → the type that a schema without one is about.
_IMPLIED = (
    ("object", ("properties", "required", "additionalProperties", "minProperties", "maxProperties")),
    ("array", ("items", "prefixItems", "minItems", "maxItems", "uniqueItems")),
    ("integer", ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")),
)
_HIGHER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "multipleOf")
_LOWER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")


@dataclass(slots=True)
class Sampler:
    """Finds values for schemas that may name `schemas`."""

    schemas: Schemas
    # Schemas have numbers in the registry, since names can hold what a URI cannot.
    _places: dict[str, int] = field(init=False)
    _registry: jsonschema_rs.Registry = field(init=False)
    _named: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._places = {name: number for number, name in enumerate(self.schemas)}
        root = {str(self._places[name]): self._translate(schema) for name, schema in self.schemas.items()}
        self._registry = jsonschema_rs.Registry([(_SCHEMAS, root)], draft=jsonschema_rs.Draft202012)

    def accepts(self, schema: Schema, value: object) -> bool:
        """Return whether a value is valid."""
        if not schema:
            return True
        validator = jsonschema_rs.Draft202012Validator(dict(mapping(self._translate(schema))), registry=self._registry)
        return validator.is_valid(value)

    def _translate(self, schema: object) -> object:
        """Return a schema as JSON Schema writes references, without patterns that the validator cannot read."""
        if isinstance(schema, list):
            return [self._translate(item) for item in schema]
        if not isinstance(schema, Mapping):
            return schema
        result: dict[str, object] = {}
        for keyword, value in schema.items():
            if keyword == "$ref":
                result[keyword] = f"{_SCHEMAS}#/{self._places[str(value)]}"
            elif keyword == "properties":
                result[keyword] = {name: self._translate(item) for name, item in mapping(value).items()}
            elif keyword in ("enum", "const"):
                result[keyword] = value
            elif keyword != "match" and (keyword != "pattern" or _is_readable(str(value))):
                result[keyword] = self._translate(value)
        return result

    def sample(self, schema: Schema, examples: Iterable[object] = ()) -> object:
        """Return a valid value, one of `examples` if there is one, or `ABSENT` when none is found."""
        return self._sample(schema, 0, examples)

    def _sample(self, schema: Schema, depth: int, examples: Iterable[object] = ()) -> object:
        for value in examples:
            if self.accepts(schema, value):
                return value
        if schema.keys() == {"$ref"}:
            return self._sample_named(str(schema["$ref"]), depth)
        candidates = islice(self._candidates(schema, depth), 100)
        return next((value for value in candidates if self.accepts(schema, value)), ABSENT)

    def _sample_named(self, name: str, depth: int) -> object:
        if name not in self._named:
            # While it is looked for, a value that needs one of the same kind inside is none.
            self._named[name] = ABSENT
            self._named[name] = self._sample(self.schemas[name], depth)
        return self._named[name]

    def _candidates(self, schema: Schema, depth: int) -> Iterator[object]:
        if depth > _DEEPEST:
            return
        for form in self.forms(schema):
            if "enum" in form:
                yield from sequence(form["enum"])
                continue
            for kind in _kinds(form):
                yield from self._of_kind(kind, form, depth)

    def forms(self, schema: Schema, depth: int = 0) -> list[dict[str, object]]:
        """Return schemas without `$ref`, `allOf` and `anyOf`, one of which a value has to satisfy."""
        if depth > _DEEPEST:
            return []
        forms = [{key: value for key, value in schema.items() if key not in ("$ref", "allOf", "anyOf", "const")}]
        if "const" in schema:
            forms = [_merge(forms[0], {"enum": [schema["const"]]})]
        parts = [[mapping(part)] for part in sequence(schema.get("allOf"))]
        if "$ref" in schema:
            parts.append([self.schemas[str(schema["$ref"])]])
        if "anyOf" in schema:
            parts.append([mapping(branch) for branch in sequence(schema["anyOf"])])
        for branches in parts:
            others = [form for branch in branches for form in self.forms(branch, depth + 1)]
            forms = [_merge(form, other) for form in forms for other in others][:_MOST_FORMS]
        return forms

    def _of_kind(self, kind: object, form: Schema, depth: int) -> Iterator[object]:
        match kind:
            case "string":
                yield from _texts(form)
            case "integer" | "number":
                yield from _numbers(form, is_integer=kind == "integer")
            case "boolean":
                yield True
            case "null":
                yield None
            case "array":
                yield from self._lists(form, depth)
            case "object":
                yield from self._objects(form, depth)

    def _lists(self, form: Schema, depth: int) -> Iterator[object]:
        fewest = _count(form, "minItems", 0)
        first, others = sequence(form.get("prefixItems")), mapping(form.get("items"))
        for count in (max(fewest, 1), fewest):
            schemas = [mapping(first[number]) if number < len(first) else others for number in range(min(count, 200))]
            items = [self._sample(schema, depth + 1) for schema in schemas]
            if ABSENT not in items:
                yield items
                yield [_vary(item, number, others) for number, item in enumerate(items)]

    def _objects(self, form: Schema, depth: int) -> Iterator[object]:
        properties, others = mapping(form.get("properties")), mapping(form.get("additionalProperties"))
        needed = [str(name) for name in sequence(form.get("required"))]
        missing = _count(form, "minProperties", 0) - len(needed)
        if missing > 0:
            optional = [name for name in properties if name not in needed]
            needed += [*optional, *(f"name{number}" for number in range(min(missing, 200)))][:missing]
        value = {name: self._sample(mapping(properties.get(name, others)), depth + 1) for name in needed}
        if ABSENT not in value.values():
            yield value


@cache
def _is_readable(pattern: str) -> bool:
    try:
        jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except jsonschema_rs.ValidationError:
        return False
    return True


def _kinds(form: Schema) -> list[object]:
    declared = form.get("type")
    if declared is not None:
        kinds = declared if isinstance(declared, list) else [declared]
        return sorted(kinds, key=lambda kind: kind == "null")
    return [*(kind for kind, keywords in _IMPLIED if any(keyword in form for keyword in keywords)), "string"]


def _merge(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object]:
    """Return a schema that is at least as strict as both."""
    result = {**second, **first}
    for keyword in set(first) & set(second):
        one, other = first[keyword], second[keyword]
        if keyword in _HIGHER or keyword in _LOWER:
            limits = [limit for limit in (one, other) if isinstance(limit, int | float)]
            result[keyword] = max(limits) if keyword in _HIGHER else min(limits)
        elif keyword in ("type", "enum"):
            listed = one if isinstance(one, list) else [one]
            allowed = other if isinstance(other, list) else [other]
            kept = [item for item in listed if item in allowed or (item == "integer" and "number" in allowed)]
            result[keyword] = kept or [item for item in allowed if item == "integer" and "number" in listed]
        elif keyword == "required":
            result[keyword] = list(dict.fromkeys([*sequence(one), *sequence(other)]))
        elif keyword == "properties":
            names = {**mapping(one), **mapping(other)}
            result[keyword] = {name: _both(mapping(one).get(name), mapping(other).get(name)) for name in names}
        elif keyword in ("items", "additionalProperties"):
            result[keyword] = _both(one, other)
    return result


def _both(first: object, second: object) -> object:
    return {"allOf": [first, second]} if first and second else first or second or {}


def _count(form: Schema, keyword: str, default: int) -> int:
    value = form.get(keyword)
    return value if isinstance(value, int) else default


def _texts(form: Schema) -> Iterator[str]:
    shortest, longest = _count(form, "minLength", 0), _count(form, "maxLength", 5)
    documented = form.get("pattern")
    if isinstance(documented, str):
        yield from sample_texts(read_pattern(documented).tree, shortest)
    yield ("value" * (shortest // 5 + 1))[: max(shortest, min(5, longest))]


def _numbers(form: Schema, is_integer: bool) -> Iterator[object]:
    low = _limit(form, "minimum", "exclusiveMinimum")
    high = _limit(form, "maximum", "exclusiveMaximum")
    step = form.get("multipleOf")
    limits = [limit for limit in (low, high) if limit is not None]
    if isinstance(step, int | float) and all(abs(limit) < _HUGE for limit in limits):
        start = 1 if low is None else -(-low // step)
        yield from (start * step, (start + 1) * step, 0 if high is None else high // step * step)
    near = [1, *(math.ceil(low) + add for add in (0, 1) if low is not None)]
    near += [math.floor(high) - less for less in (0, 1) if high is not None]
    yield from near
    if not is_integer and low is not None and high is not None:
        yield low + (high - low) * 0.5 if high - low < _HUGE else low + 1


def _limit(form: Schema, *keywords: str) -> float | None:
    return next((value for keyword in keywords if isinstance(value := form.get(keyword), int | float)), None)


def _vary(value: object, number: int, schema: Schema) -> object:
    """Return another value of the same type for each number."""
    listed = schema.get("enum")
    if isinstance(listed, list):
        return listed[number % len(listed)]
    if isinstance(value, str):
        text = f"{number}"
        return value[: max(0, len(value) - len(text))] + text
    return value + number if isinstance(value, int | float) and not isinstance(value, bool) else value
