"""Properties of a value that its schema does not document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import jsonschema_rs

from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.validators import Validators
from spec.visit import as_list, as_object, resolve_pointer

#: Values inside one another that are looked at.
_DEEPEST = 60
#: What a validator of a schema that is none raises.
UNUSABLE = (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, KeyError, ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class Node:
    """A schema and its pointer."""

    pointer: str
    schema: dict[str, JSON]


def undocumented_fields(validators: Validators, pointer: str, value: JSON) -> Iterator[tuple[str, str]]:
    """Yield the pointer and the name of each property that no schema for its place names.

    The pointer leads to where the property would be documented. An object whose schemas name no property at all, or
    say themselves that it has others, has no undocumented ones.

    Args:
        validators: Those of the document.
        pointer: The schema of the value.
        value: What came.
    """
    yield from _walk(validators, [pointer], value, 0)


def _walk(validators: Validators, pointers: Iterable[str], value: JSON, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST or not isinstance(value, dict | list):
        return
    nodes = [node for pointer in pointers for node in _applicable(validators, pointer, value, frozenset())]
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _walk(validators, [place for node in nodes for place in _of_item(node, number)], item, depth + 1)
        return
    home = next((node for node in nodes if _is_closed(node)), None)
    is_open = any(node.schema.get("additionalProperties") not in (None, False) for node in nodes)
    for name, item in value.items():
        places = [place for node in nodes for place in _of_property(node, name)]
        if not places and home is not None and not is_open:
            yield home.pointer + join_pointer("properties", name), name
        yield from _walk(validators, places, item, depth + 1)


def _applicable(validators: Validators, pointer: str, value: JSON, seen: frozenset[str]) -> Iterator[Node]:
    """Yield the schemas without combinations that say something about a value; of alternatives those that it fits."""
    try:
        schema = resolve_pointer(validators.document, pointer)
    except (KeyError, ValueError):
        return
    if not isinstance(schema, dict) or pointer in seen:
        return
    seen |= {pointer}
    yield Node(pointer, schema)
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith("#"):
        yield from _applicable(validators, reference.removeprefix("#"), value, seen)
    for number in range(len(as_list(schema.get("allOf")))):
        yield from _applicable(validators, pointer + join_pointer("allOf", number), value, seen)
    for keyword in ("anyOf", "oneOf"):
        branches = [pointer + join_pointer(keyword, number) for number in range(len(as_list(schema.get(keyword))))]
        for branch in [branch for branch in branches if _fits(validators, branch, value)] or branches:
            yield from _applicable(validators, branch, value, seen)


def _fits(validators: Validators, pointer: str, value: JSON) -> bool:
    try:
        return validators.at(pointer).is_valid(value)
    except UNUSABLE:
        return False


def _is_closed(node: Node) -> bool:
    return "properties" in node.schema or node.schema.get("additionalProperties") is False


def _of_property(node: Node, name: str) -> Iterator[str]:
    """Yield the pointers of the schemas that a node has for a property."""
    properties = as_object(node.schema.get("properties"))
    if name in properties:
        yield node.pointer + join_pointer("properties", name)
    for pattern in as_object(node.schema.get("patternProperties")):
        if _matches(pattern, name):
            yield node.pointer + join_pointer("patternProperties", pattern)
    if isinstance(node.schema.get("additionalProperties"), dict) and name not in properties:
        yield node.pointer + join_pointer("additionalProperties")


def _matches(pattern: str, name: str) -> bool:
    try:
        return jsonschema_rs.is_valid({"pattern": pattern}, name)
    except jsonschema_rs.ValidationError:
        return False


def _of_item(node: Node, number: int) -> Iterator[str]:
    first = as_list(node.schema.get("prefixItems"))
    if number < len(first):
        yield node.pointer + join_pointer("prefixItems", number)
    elif isinstance(node.schema.get("items"), dict):
        yield node.pointer + join_pointer("items")
