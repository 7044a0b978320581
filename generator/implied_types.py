"""The types that a schema leaves out, as the generator understands it.

JSON Schema lets `{"properties": …}` accept a number; whoever writes it means an object, and gets a class. The contract
tests generate values from schemas, so they need them with the meaning that the models have.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.document import mapping

_SCHEMAS = frozenset(
    {"additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then", "unevaluatedProperties"}
)
_NAMED = frozenset({"$defs", "definitions", "dependentSchemas", "patternProperties", "properties"})
_LISTED = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})


def implied_types(schema: Mapping[str, object]) -> list[str]:
    """Return the type that the keywords of a schema imply, in a list, or nothing."""
    if "properties" in schema or isinstance(schema.get("additionalProperties"), Mapping):
        return ["object"]
    return ["array"] if "items" in schema or "prefixItems" in schema else []


def with_implied_types(document: Mapping[str, object]) -> dict[str, object]:
    """Return a document whose component schemas all have the types that they imply."""
    components = mapping(document.get("components"))
    schemas = {name: _explicit(schema) for name, schema in mapping(components.get("schemas")).items()}
    return {**document, "components": {**components, "schemas": schemas}} if schemas else dict(document)


def _explicit(schema: object) -> object:
    if not isinstance(schema, Mapping):
        return schema
    result = {key: _deeper(str(key), value) for key, value in schema.items()}
    found = [] if {"type", "$ref", "enum", "const"} & set(result) else implied_types(result)
    return {"type": found[0], **result} if found else result


def _deeper(key: str, value: object) -> object:
    if key in _NAMED and isinstance(value, Mapping):
        return {name: _explicit(item) for name, item in value.items()}
    if key in _LISTED and isinstance(value, list):
        return [_explicit(item) for item in value]
    return _explicit(value) if key in _SCHEMAS else value
