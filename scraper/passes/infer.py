"""Types from examples: what the values that are shown have in common."""

from __future__ import annotations

from collections.abc import Sequence

from scraper.passes.rebuild import union
from scraper.passes.shown import Shown
from spec.model import ArrayOf, Fact, ObjectOf, Property, Scalar, Type, UnknownType

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
