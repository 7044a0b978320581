"""Values for required arguments where a test is about something else."""

from __future__ import annotations

from collections.abc import Mapping

from generator.types import (
    AliasDefinition,
    AnyType,
    ClassDefinition,
    ClassType,
    Definition,
    ListType,
    LiteralType,
    MapType,
    NullType,
    ScalarType,
    Type,
    UnionType,
)

#: Levels of a value: a structure may require itself.
_DEEPEST = 8


def placeholder(kind: Type, definitions: Mapping[str, Definition], depth: int = 0) -> object:
    """Return a value of a type: what is required and nothing more, nowhere empty."""
    match kind:
        case LiteralType(values):
            return values[0]
        case ScalarType(name):
            return {"int": 1, "float": 1, "bool": True}.get(name, "value")
        case NullType():
            return None
        case ListType(item):
            return [placeholder(item, definitions, depth + 1)] if depth < _DEEPEST else []
        case MapType(value):
            return {"key": "value"} if value in (AnyType(), ScalarType("str")) else {}
        case UnionType(members):
            return placeholder(members[0], definitions, depth)
        case ClassType(name):
            return _instance(definitions.get(name), definitions, depth)
    return "value"


def _instance(definition: Definition | None, definitions: Mapping[str, Definition], depth: int) -> object:
    if depth == _DEEPEST:
        return {}
    if isinstance(definition, AliasDefinition):
        return placeholder(definition.type, definitions, depth + 1)
    fields = definition.fields if isinstance(definition, ClassDefinition) else ()
    return {str(item.wire): placeholder(item.type, definitions, depth + 1) for item in fields if item.required}
