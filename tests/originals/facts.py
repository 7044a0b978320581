"""Fact lists (`*.facts`) against an OpenAPI document: what is documented, and what the document says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Document = Mapping[str, Any]


@dataclass(frozen=True)
class Expected:
    """One line of a fact list."""

    owner: str
    name: str
    type: str
    required: str
    bounds: Mapping[str, str]
    nullable: bool


def read_facts(path: Path) -> Iterator[Expected]:
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        owner, name, kind, required, *rest = words
        bounds = dict(word.split("=", 1) for word in rest if "=" in word)
        yield Expected(owner, name, kind, required, bounds, "null" in rest)


def differences(document: Document, expected: Expected) -> list[str]:
    """What the document says otherwise than the list; empty when it agrees."""
    found = _find(document, expected.owner, expected.name)
    if found is None:
        return ["not in the document"]
    schema, required = found
    types = set(types_of(schema))
    faults = []
    if not set(expected.type.split("|")) <= types:
        faults.append(f"type {sorted(types)}, expected {expected.type}")
    if required != (expected.required == "required"):
        faults.append(f"required {required}, expected {expected.required}")
    if ("null" in types) != expected.nullable:
        faults.append(f"nullable {'null' in types}, expected {expected.nullable}")
    said = bounds_of(schema)
    if said != expected.bounds:
        faults.append(f"bounds {said}, expected {dict(expected.bounds)}")
    return faults


def _find(document: Document, owner: str, name: str) -> tuple[Document, bool] | None:
    schema = document["components"]["schemas"].get(owner)
    if schema is not None:
        properties = schema.get("properties", {})
        return (properties[name], name in schema.get("required", [])) if name in properties else None
    where, _, plain = name.partition(".")
    for operation in operations(document):
        if operation["operationId"] != owner:
            continue
        if where == "response-header":
            headers = [
                h for r in operation["responses"].values() for n, h in r.get("headers", {}).items() if n == plain
            ]
            return (headers[0]["schema"], headers[0].get("required", False)) if headers else None
        for parameter in operation.get("parameters", []):
            if (parameter["in"], parameter["name"]) == (where, plain):
                return parameter["schema"], parameter.get("required", False)
    return None


def operations(document: Document) -> Iterator[Document]:
    for item in document["paths"].values():
        yield from item.values()


def types_of(schema: Document) -> Iterator[str]:
    """The types of a schema in the notation of the fact lists."""
    if "$ref" in schema:
        yield "->" + schema["$ref"].rpartition("/")[2]
    for member in schema.get("anyOf", []):
        yield from types_of(member)
    stated = schema.get("type", [])
    for name in [stated] if isinstance(stated, str) else stated:
        yield f"array<{'|'.join(types_of(schema['items']))}>" if name == "array" and "items" in schema else name
    if not schema.keys() & {"$ref", "anyOf", "type"}:
        yield "any"


BOUNDS = ("minimum", "maximum", "minLength", "maxLength", "default", "const")


def bounds_of(schema: Document) -> dict[str, str]:
    """Ranges, default, const and enum (without null), as text; those of array items included."""
    inner = schema.get("items", {}) if "items" in schema else {}
    said = {key: str(part[key]) for part in (inner, schema) for key in BOUNDS if key in part}
    values = [value for part in (schema, inner) for value in part.get("enum", []) if value is not None]
    return said | ({"enum": ",".join(str(value) for value in values)} if values else {})
