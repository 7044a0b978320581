"""Whether a JSON value fits a type: examples that contradict their own schema are findings, and no tests."""

from __future__ import annotations

from collections.abc import Mapping

from generator.document import join_pointer
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


def find_misfit(value: object, kind: Type, definitions: Mapping[str, Definition], pointer: str = "") -> str | None:
    """Return the pointer inside `value` of what is of another type than `kind`, or None when all of it fits.

    As generated models see it: unknown properties fit, and so does what breaks a constraint.
    """
    match kind:
        case AnyType():
            return None
        case NullType() | ScalarType() | LiteralType():
            return None if _is_scalar(value, kind) else pointer
        case ListType(item):
            return _in_items(dict(enumerate(value)), item, definitions, pointer) if isinstance(value, list) else pointer
        case MapType(item):
            return _in_items(value, item, definitions, pointer) if isinstance(value, Mapping) else pointer
        case ClassType(name):
            return _in_definition(value, definitions.get(name), definitions, pointer)
        case UnionType(members):
            return None if any(find_misfit(value, member, definitions) is None for member in members) else pointer


def _is_scalar(value: object, kind: NullType | ScalarType | LiteralType) -> bool:
    match kind:
        case NullType():
            return value is None
        case LiteralType(values):
            return any(value == known and isinstance(value, bool) == isinstance(known, bool) for known in values)
        case ScalarType("int"):
            whole = value.is_integer() if isinstance(value, float) else isinstance(value, int)
            return whole and not isinstance(value, bool)
        case ScalarType("float"):
            return isinstance(value, int | float) and not isinstance(value, bool)
        case ScalarType(name):
            return isinstance(value, bool if name == "bool" else str)


def _in_items(
    values: Mapping[object, object], kind: Type, definitions: Mapping[str, Definition], pointer: str
) -> str | None:
    found = (find_misfit(value, kind, definitions, join_pointer(pointer, key)) for key, value in values.items())
    return next((at for at in found if at is not None), None)


def _in_definition(
    value: object, definition: Definition | None, definitions: Mapping[str, Definition], pointer: str
) -> str | None:
    match definition:
        case None:
            return None
        case AliasDefinition(type=kind):
            return find_misfit(value, kind, definitions, pointer)
        case ClassDefinition(fields=fields) if isinstance(value, Mapping):
            for field in fields:
                at = join_pointer(pointer, field.wire)
                if field.wire not in value:
                    if field.required:
                        return at
                    continue
                kinds = (field.type,) if field.required else (field.type, NullType())
                found = [find_misfit(value[field.wire], kind, definitions, at) for kind in kinds]
                if None not in found:
                    return found[0]
            return None
    return pointer
