"""Schemas in a normal form, in which equal meaning is equal.

References are followed, `allOf` is merged, nullable has one spelling, a constant is an enum of one value, keywords that
say nothing are gone. Each node is normalised when somebody asks for it: recursive schemas stay finite.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from spec.diff.differences import Spot
from spec.model import JSON

STRING, NUMBER, INTEGER = "string", "number", "integer"
OBJECT, ARRAY, NULL, BOOLEAN = "object", "array", "null", "boolean"
ANNOTATIONS = frozenset({"default", "deprecated", "readOnly", "writeOnly"})
"""The limits that say nothing about which values there are."""
EVERY_TYPE = frozenset({STRING, NUMBER, OBJECT, ARRAY, NULL, BOOLEAN})


@dataclass(frozen=True, slots=True)
class Part:
    """A schema as the document writes it, and where.

    `implied` marks one that is not written and allows everything: `pointer` has its owner. Where a comparison tells
    a part of it elsewhere, `only` has the types that are meant here, and `bare` says that the annotations are not.
    """

    pointer: str
    raw: JSON
    implied: bool = False
    only: frozenset[str] | None = None
    bare: bool = False

    @property
    def key(self) -> str:
        """The same for the same node of a document."""
        if not self.implied and self.only is None and not self.bare:
            return self.pointer
        types = "" if self.only is None else f"only {' '.join(sorted(self.only))}"
        return f"{self.pointer}#{'implied' if self.implied else ''}{types}{' bare' if self.bare else ''}"


Parts: TypeAlias = tuple[Part, ...]
"""Schemas that hold at once, as those of one property in several branches of an `allOf`."""


def spot_of(parts: Parts) -> Spot:
    """Where the first of the schemas stands, and how it is written."""
    part = parts[0]
    return Spot(part.pointer, part.raw)


@dataclass(frozen=True, slots=True)
class Union:
    """A `oneOf` or `anyOf` whose branches do not collapse into something simpler."""

    keyword: str
    pointer: str
    branches: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """The normal form of a schema.

    `types` has `integer` only where `number` is not; null is a type like others.
    `additional` is None where any property is allowed. `limits` are constraints and annotations with one value
    each, `conditions` the keywords that are compared as a whole, `texts` what is written for people only.
    """

    pointer: str
    raw: JSON = True
    types: frozenset[str] = EVERY_TYPE
    enum: dict[str, Spot] | None = None
    limits: dict[str, Spot] = field(default_factory=dict)
    properties: dict[str, Parts] = field(default_factory=dict)
    required: dict[str, str] = field(default_factory=dict)
    additional: Parts | None = None
    items: Parts | None = None
    prefix: tuple[Parts, ...] = ()
    unions: tuple[Union, ...] = ()
    conditions: dict[str, Spot] = field(default_factory=dict)
    discriminator: Spot | None = None
    texts: dict[str, Spot] = field(default_factory=dict)

    @property
    def spot(self) -> Spot:
        """Where the schema stands, and how it is written."""
        return Spot(self.pointer, self.raw)

    @property
    def nullable(self) -> bool:
        """Whether null is a value."""
        return NULL in self.types

    @property
    def other_types(self) -> frozenset[str]:
        """The types but null."""
        return self.types - {NULL}

    @property
    def plain(self) -> bool:
        """Whether the schema says nothing but its types and listed values."""
        return not (
            self.limits.keys() - {"deprecated"}
            or self.properties
            or self.required
            or self.additional
            or self.items
            or self.prefix
            or self.unions
            or self.conditions
            or self.discriminator
        )

    @property
    def blank(self) -> bool:
        """Whether the schema says nothing at all, texts included."""
        return self.plain and self.types == EVERY_TYPE and self.enum is None and not self.texts and not self.limits

    @property
    def leaf(self) -> bool:
        """Whether no other schema is inside of this one."""
        return not (
            self.properties or self.required or self.additional or self.items or self.prefix or self.unions
        ) and (not self.conditions)

    @property
    def listed(self) -> dict[str, Spot] | None:
        """The enum without null, which is told by the types."""
        return None if self.enum is None else {key: spot for key, spot in self.enum.items() if spot.value is not None}

    @property
    def annotated(self) -> bool:
        """Whether the schema has texts, a default or a note that it is deprecated."""
        return bool(self.texts or self.limits.keys() & ANNOTATIONS)

    def with_null(self) -> Schema:
        """The same, or null."""
        enum = self.enum if self.enum is None else {**self.enum, value_key(None): Spot(self.pointer)}
        return replace(self, types=self.types | {NULL}, enum=enum)


def same_value(a: JSON, b: JSON) -> bool:
    """Whether two values are equal as JSON Schema sees it: 1 is 1.0, and not true as in Python."""
    if a != b:
        return False
    if isinstance(a, str) or repr(a) == repr(b):  # the usual case, in a fraction of the time of a walk
        return True
    pending: list[tuple[JSON, JSON]] = [(a, b)]
    while pending:
        one, other = pending.pop()
        if isinstance(one, dict) and isinstance(other, dict):
            pending += [(value, other[key]) for key, value in one.items() if not isinstance(value, str)]
        elif isinstance(one, list) and isinstance(other, list):
            pending += [(x, y) for x, y in zip(one, other, strict=True) if not isinstance(x, str)]
        elif isinstance(one, bool) is not isinstance(other, bool):
            return False
    return True


def value_key(value: JSON) -> str:
    """The same text for values that JSON Schema calls equal: 1 is 1.0, and not true."""
    return json.dumps(_plain_numbers(value), sort_keys=True, ensure_ascii=False)


def type_of(value: JSON) -> str:
    """The JSON type of a value; a number without a fraction is an integer."""
    match value:
        case None:
            return NULL
        case bool():
            return BOOLEAN
        case str():
            return STRING
        case dict():
            return OBJECT
        case list():
            return ARRAY
    return INTEGER if value == int(value) else NUMBER


def has_type(value: JSON, types: frozenset[str]) -> bool:
    """Whether a value is of one of these types."""
    found = type_of(value)
    return found in types or (found == INTEGER and NUMBER in types)


def type_set(names: list[JSON]) -> frozenset[str]:
    """The types of a `type` keyword; a name that JSON Schema does not have is kept."""
    types = frozenset(name for name in names if isinstance(name, str))
    return types - {INTEGER} if NUMBER in types else types


def meet_types(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """The types that both allow."""
    both = a & b
    if NUMBER not in both and {INTEGER, NUMBER} <= a | b and (a & {INTEGER, NUMBER} and b & {INTEGER, NUMBER}):
        both |= {INTEGER}
    return both


def join_types(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """The types that either allows."""
    return type_set([*a, *b])


def within(narrow: frozenset[str], wide: frozenset[str]) -> bool:
    """Whether every type of the first is one of the second."""
    return meet_types(narrow, wide) == narrow


def _plain_numbers(value: JSON) -> JSON:
    if isinstance(value, float) and value == int(value):
        return int(value)
    if isinstance(value, list):
        return [_plain_numbers(child) for child in value]
    if isinstance(value, dict):
        return {key: _plain_numbers(child) for key, child in value.items()}
    return value
