"""Types from examples: what the values that are shown have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scraper.passes.rebuild import union
from scraper.passes.shown import Shown
from spec.model import ArrayOf, Fact, ObjectOf, Property, Reference, Scalar, Type, Union, UnknownType

SCALAR_KINDS = {
    "boolean": Scalar("boolean"),
    "integer": Scalar("integer"),
    "number": Scalar("number"),
    "string": Scalar("string"),
}


def infer_type(shown: Sequence[Shown]) -> Type:
    """The narrowest type of all values; `UnknownType` when only nulls, or nothing, are shown."""
    kinds = list(dict.fromkeys(value.kind for value in shown if value.kind != "null"))
    if "integer" in kinds and "number" in kinds:
        kinds.remove("integer")
    members = [_infer_kind(kind, shown) for kind in kinds]
    return union(tuple(members)) if members else UnknownType()


def infer_properties(shown: Sequence[Shown]) -> tuple[Property, ...]:
    """The properties that objects show, in the order in which they first appear."""
    names = list(dict.fromkeys(key for value in shown for key, _ in value.members))
    return tuple(infer_property(name, members_of(shown, name)) for name in names)


def infer_property(name: str, shown: Sequence[Shown]) -> Property:
    """One property from the values shown under its key; whether it is required stays unknown."""
    source = shown[0].source
    null = next((value for value in shown if value.value is None), None)
    return Property(
        name,
        infer_type(shown),
        source,
        nullable=None if null is None else Fact(True, null.source),
        type_source=source,
    )


def adopt_structures(kind: Type, name: str, structures: Mapping[str, tuple[Property, ...]]) -> Type:
    """Puts a documented structure in place of an inferred object that a key names.

    Args:
        kind: An inferred type.
        name: The key under which the examples show it.
        structures: The documented structures by name. One stands for an object whose key is its
            name and whose members it all documents, with types that allow the shown values.
    """
    match kind:
        case ObjectOf(properties, None) if properties:
            if name in structures and _documents(structures[name], properties):
                return Reference(name)
            return ObjectOf(
                tuple(replace(prop, type=adopt_structures(prop.type, prop.name, structures)) for prop in properties)
            )
        case ArrayOf(items):
            return ArrayOf(adopt_structures(items, name, structures))
        case Union(members):
            return union(tuple(adopt_structures(member, name, structures) for member in members))
        case _:
            return kind


def _documents(rows: tuple[Property, ...], shown: tuple[Property, ...]) -> bool:
    """Whether every object that shows these members is an instance of the structure with these rows."""
    documented = {row.name: row for row in rows}
    names = {prop.name for prop in shown}
    complete = all(row.name in names for row in rows if row.required and row.required.value)
    return complete and all(prop.name in documented and _covers(documented[prop.name], prop) for prop in shown)


def _covers(row: Property, prop: Property) -> bool:
    return _allows(row.type, prop.type) and (prop.nullable is None or bool(row.nullable and row.nullable.value))


def _allows(documented: Type, shown: Type) -> bool:
    match documented, shown:
        case Scalar(name), Scalar(other):
            return name == other or (name == "number" and other == "integer")
        case ArrayOf(items), ArrayOf(others):
            return _allows(items, others)
        case _:
            return shown in (documented, UnknownType())


def members_of(shown: Sequence[Shown], name: str) -> list[Shown]:
    """The values that objects show under one key."""
    return [member for value in shown if (member := value.member(name)) is not None]


def _infer_kind(kind: str, shown: Sequence[Shown]) -> Type:
    if kind == "array":
        return ArrayOf(infer_type([item for value in shown for item in value.items]))
    if kind == "object":
        return ObjectOf(infer_properties([value for value in shown if value.kind == "object"]))
    if kind == "number":
        return SCALAR_KINDS["number"]
    return SCALAR_KINDS[kind]
