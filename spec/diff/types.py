"""Two schemas in normal form: their types, formats, and whether null is a value."""

from __future__ import annotations

from collections.abc import Iterator

from spec.diff.differences import NOWHERE, Difference, Direction, Spot
from spec.diff.inclusion import Relation
from spec.diff.normal import (
    ARRAY,
    BOOLEAN,
    EVERY_TYPE,
    INTEGER,
    NULL,
    NUMBER,
    OBJECT,
    STRING,
    Schema,
    meet_types,
    within,
)

_TYPE_ORDER = (STRING, INTEGER, NUMBER, BOOLEAN, OBJECT, ARRAY, NULL)
_WIDER_FORMATS = {
    ("int32", "int64"),
    ("int32", "double"),
    ("float", "double"),
    ("email", "idn-email"),
    ("hostname", "idn-hostname"),
    ("uri", "uri-reference"),
    ("uri", "iri"),
    ("iri", "iri-reference"),
    ("uri-reference", "iri-reference"),
    ("uri", "iri-reference"),
}
_HINTS = {"password"}
"""Formats that say how to show a value, not what it is."""


def compare_types(old: Schema, new: Schema, direction: Direction) -> Difference | None:
    """The difference of types and formats, if there is one; that of null is another one."""
    relation = _relate_types(old, new)
    if relation is Relation.EQUAL:
        return None
    aspect = "type-changed"
    if relation is Relation.GENERALIZED:
        aspect = "type-generalized"
    elif relation is Relation.SPECIALIZED and direction is Direction.RESPONSE:
        aspect = "type-specialized"
    return Difference(aspect, _type_spot(old), _type_spot(new), was=describe_types(old), now=describe_types(new))


def compare_null(old: Schema, new: Schema) -> Iterator[Difference]:
    """Whether null is a value."""
    if old.nullable is not new.nullable:
        aspect = "became-nullable" if new.nullable else "became-not-nullable"
        yield Difference(aspect, Spot(old.pointer, old.nullable), Spot(new.pointer, new.nullable))


def describe_types(schema: Schema) -> str:
    """`string (date-time) or null`."""
    if schema.types == EVERY_TYPE:
        return "anything"
    if not schema.types:
        return "nothing"
    known = [name for name in _TYPE_ORDER if name in schema.types]
    names = known + sorted(schema.types - set(known))
    form = _format(schema)
    if form:
        names[0] = f"{names[0]} ({form})"
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _relate_types(old: Schema, new: Schema) -> Relation:
    relations = set()
    if old.other_types == new.other_types or STRING in old.types & new.types:
        relations.add(_relate_formats(_format(old), _format(new)))
    if old.other_types != new.other_types:
        wider, narrower = within(old.types, new.types), within(new.types, old.types)
        relations.add(
            Relation.GENERALIZED if wider else Relation.SPECIALIZED if narrower else Relation.CHANGED,
        )  # fmt: skip
        if old.types and new.types and not meet_types(old.types, new.types):
            return Relation.CHANGED
    relations.discard(Relation.EQUAL)
    return Relation.EQUAL if not relations else relations.pop() if len(relations) == 1 else Relation.CHANGED


def _relate_formats(old: str, new: str) -> Relation:
    if old == new:
        return Relation.EQUAL
    if not new or (old, new) in _WIDER_FORMATS:
        return Relation.GENERALIZED
    return Relation.SPECIALIZED if not old or (new, old) in _WIDER_FORMATS else Relation.CHANGED


def _format(schema: Schema) -> str:
    value = schema.limits.get("format", NOWHERE).value
    meant = isinstance(value, str) and value not in _HINTS and schema.types & {STRING, NUMBER, INTEGER}
    return str(value) if meant else ""


def _type_spot(schema: Schema) -> Spot:
    raw = schema.raw
    if isinstance(raw, dict) and "type" in raw:
        form = _format(schema)
        return Spot(f"{schema.pointer}/type", raw["type"] if not form else {"type": raw["type"], "format": form})
    return schema.spot
