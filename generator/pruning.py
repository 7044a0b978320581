"""Reduced schemas without what checks nothing, what nobody names, and what leads back to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.document import Document, mapping, sequence

Schema: TypeAlias = Mapping[str, object]
Schemas: TypeAlias = Mapping[str, Schema]
Operations: TypeAlias = Mapping[str, Mapping[str, Mapping[str, Schema]]]
_SUBSCHEMAS = frozenset(
    {"$ref", "properties", "items", "additionalProperties", "prefixItems", "anyOf", "allOf"},
)
_CIRCLE = "A schema that contains itself without an object or list between is not checked there."


def prune(
    document: Document, operations: Operations, schemas: Schemas
) -> tuple[dict[str, dict[str, object]], dict[str, Schema]]:
    """Return the operations and schemas in which everything can fail; `body` has one schema, others have names."""
    kept = _without_circles(document, schemas)
    trivial = _trivial(kept)
    kept = {name: _simplify(schema, trivial) for name, schema in kept.items() if name not in trivial}
    result: dict[str, dict[str, object]] = {}
    named: list[str] = []
    for operation, locations in operations.items():
        simple = {
            location: {wire: found for wire, schema in items.items() if (found := _simplify(schema, trivial))}
            for location, items in locations.items()
        }
        named += [name for items in simple.values() for schema in items.values() for name in _references(schema)]
        entry: dict[str, object] = {
            location: items[""] if location == "body" else items for location, items in simple.items() if items
        }
        if entry:
            result[operation] = entry
    reached = _reachable(named, kept)
    return result, {name: kept[name] for name in sorted(reached)}


def _simplify(schema: Schema, trivial: frozenset[str]) -> dict[str, object]:
    """Return `schema` without references to `trivial` schemas, and without what then accepts everything."""
    simple = {keyword: _simplify_value(keyword, value, trivial) for keyword, value in schema.items()}
    # What has no check must still be known where all that is not known has one.
    if not simple.get("additionalProperties") and "properties" in simple:
        simple["properties"] = {name: item for name, item in mapping(simple["properties"]).items() if item}
    if not simple.get("items") and not any(sequence(simple.get("prefixItems"))):
        simple.pop("prefixItems", None)
    return {keyword: value for keyword, value in simple.items() if value or keyword not in _SUBSCHEMAS}


def _simplify_value(keyword: str, value: object, trivial: frozenset[str]) -> object:
    match keyword:
        case "$ref":
            return None if value in trivial else value
        case "properties":
            return {name: _simplify(mapping(item), trivial) for name, item in mapping(value).items()}
        case "items" | "additionalProperties":
            return _simplify(mapping(value), trivial)
        case "prefixItems" | "anyOf":
            simple = [_simplify(mapping(item), trivial) for item in sequence(value)]
            return simple if keyword == "prefixItems" or all(simple) else []
        case "allOf":
            return [found for item in sequence(value) if (found := _simplify(mapping(item), trivial))]
    return value


def _subschemas(schema: Schema, descend: bool) -> Iterator[Schema]:
    """Yield the schemas inside `schema` about the same value, and with `descend` those about values inside it."""
    for keyword in ("allOf", "anyOf", *(("prefixItems",) if descend else ())):
        yield from map(mapping, sequence(schema.get(keyword)))
    if descend:
        yield from map(mapping, mapping(schema.get("properties")).values())
        yield from (mapping(schema[keyword]) for keyword in ("items", "additionalProperties") if keyword in schema)


def _references(schema: Schema, descend: bool = True) -> Iterator[str]:
    waiting = [schema]
    while waiting:
        current = waiting.pop()
        if isinstance(name := current.get("$ref"), str):
            yield name
        waiting += _subschemas(current, descend)


def _trivial(schemas: Schemas) -> frozenset[str]:
    """Return the names of the schemas that accept everything, by themselves or for what they name."""
    users: dict[str, set[str]] = {}
    for name, schema in schemas.items():
        for used in _references(schema):
            users.setdefault(used, set()).add(name)
    found: frozenset[str] = frozenset()
    waiting = list(schemas)
    while waiting:
        name = waiting.pop()
        if name not in found and not _simplify(schemas[name], found):
            found |= {name}
            waiting += users.get(name, ())
    return found


def _reachable(names: list[str], schemas: Schemas) -> set[str]:
    reached: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += _references(schemas[name])
    return reached


def _without_circles(document: Document, schemas: Schemas) -> dict[str, Schema]:
    """Return `schemas` without the references that lead back to where they stand before any value is entered."""
    edges = {name: set(_references(schema, descend=False)) for name, schema in schemas.items()}
    # What neither leads to an end nor comes from a start: circles, and what lies between two of them.
    circle = frozenset(_without_ends(_reversed(_without_ends(edges))))
    if not circle:
        return dict(schemas)
    for name in sorted(circle):
        document.report(name if name.startswith("#/") else f"#/components/schemas/{name}", _CIRCLE)
    return {name: _cut(schema, circle) if name in circle else schema for name, schema in schemas.items()}


def _without_ends(edges: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return the part of a graph whose nodes do not lead to an end."""
    users = _reversed(edges)
    counts = {name: len(edges.get(name, ())) for name in {*edges, *users}}
    ends = [name for name, count in counts.items() if not count]
    gone: set[str] = set()
    while ends:
        gone.add(end := ends.pop())
        for user in users.get(end, ()):
            counts[user] -= 1
            if not counts[user]:
                ends.append(user)
    return {name: targets - gone for name, targets in edges.items() if name not in gone}


def _reversed(edges: Mapping[str, set[str]]) -> dict[str, set[str]]:
    result: dict[str, set[str]] = {}
    for name, targets in edges.items():
        for target in targets:
            result.setdefault(target, set()).add(name)
    return result


def _cut(schema: Schema, circle: frozenset[str]) -> Schema:
    result = {keyword: value for keyword, value in schema.items() if keyword != "$ref" or value not in circle}
    if "allOf" in schema:
        result["allOf"] = [_cut(mapping(part), circle) for part in sequence(schema["allOf"])]
    if "anyOf" in schema:
        result["anyOf"] = [_cut(mapping(part), circle) for part in sequence(schema["anyOf"])]
    return result
