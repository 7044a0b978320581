"""The types of a package, between JSON Schema and Python.

A closed set of small values: what a schema says about the shape of JSON, with nothing about constraints. `annotation`
prints one as a Python annotation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generator.literal import Text, python_literal


@dataclass(frozen=True, slots=True)
class AnyType:
    """Any JSON value."""


@dataclass(frozen=True, slots=True)
class NullType:
    """JSON null."""


@dataclass(frozen=True, slots=True)
class ScalarType:
    """A string, an integer, a float or a boolean; `bytes` for what is not JSON."""

    name: Literal["str", "int", "float", "bool", "bytes"]


@dataclass(frozen=True, slots=True)
class LiteralType:
    """One of the documented values."""

    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class ListType:
    """A JSON array of one item type."""

    item: Type


@dataclass(frozen=True, slots=True)
class MapType:
    """A JSON object whose property names the document does not know."""

    value: Type


@dataclass(frozen=True, slots=True)
class ClassType:
    """A generated class or alias, by its Python name."""

    name: str


@dataclass(frozen=True, slots=True)
class UnionType:
    """One of several types, in document order, null last."""

    members: tuple[Type, ...]


Type = AnyType | NullType | ScalarType | LiteralType | ListType | MapType | ClassType | UnionType

ANY = AnyType()
NULL = NullType()
STRING = ScalarType("str")
INTEGER = ScalarType("int")
BOOLEAN = ScalarType("bool")
BYTES = ScalarType("bytes")
NUMBER = UnionType((INTEGER, ScalarType("float")))


@dataclass(frozen=True, slots=True)
class Field:
    """One property of a generated class."""

    wire: Text
    name: str
    type: Type
    required: bool
    description: Text


@dataclass(frozen=True, slots=True)
class ClassDefinition:
    """A generated class: an object schema with named properties."""

    name: str
    fields: tuple[Field, ...]
    description: Text
    pointer: str


@dataclass(frozen=True, slots=True)
class Choice:
    """How a value of a union says which member it is.

    Attributes:
        wire: The property that says it.
        tags: (value of the property, name of the class).
    """

    wire: Text
    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AliasDefinition:
    """A generated type alias: a named schema that is no object with properties, or a union with a choice."""

    name: str
    type: Type
    description: Text
    pointer: str
    choice: Choice | None = None


Definition = ClassDefinition | AliasDefinition


def union(*types: Type) -> Type:
    """Return the union of `types`: flat, without repetitions, listed values together, null last; any swallows all."""
    flat = [part for member in types for part in (member.members if isinstance(member, UnionType) else (member,))]
    values: dict[type, dict[str | int, None]] = {}
    for part in flat:
        if isinstance(part, LiteralType):
            values.setdefault(type(part.values[0]), {}).update(dict.fromkeys(part.values))
    members = dict.fromkeys(
        LiteralType(tuple(values[type(part.values[0])])) if isinstance(part, LiteralType) else part for part in flat
    )
    if ANY in members:
        return ANY
    ordered = [part for part in members if part != NULL] + [part for part in members if part == NULL]
    return ordered[0] if len(ordered) == 1 else UnionType(tuple(ordered)) if ordered else ANY


def without_null(kind: Type) -> Type:
    """Return `kind` without null beside other types."""
    return union(*(part for part in kind.members if part != NULL)) if isinstance(kind, UnionType) else kind


def without_open_values(kind: Type) -> Type:
    """Return `kind` with the documented values only, for arguments: `Literal["A"] | str` → `Literal["A"]`."""
    if isinstance(kind, ListType):
        return ListType(without_open_values(kind.item))
    if isinstance(kind, UnionType) and (
        closed := {_base(part) for part in kind.members if isinstance(part, LiteralType)}
    ):
        return union(*(part for part in kind.members if part not in closed))
    return kind


def _base(kind: LiteralType) -> ScalarType:
    return STRING if isinstance(kind.values[0], str) else INTEGER


def named_types(kind: Type) -> frozenset[str]:
    """Return the names of the classes and aliases inside `kind`."""
    match kind:
        case ClassType(name):
            return frozenset({name})
        case ListType(inner) | MapType(inner):
            return named_types(inner)
        case UnionType(members):
            return frozenset().union(*map(named_types, members))
    return frozenset()


def annotation(
    kind: Type, *, argument: bool = False, prefix: str = "models.", literal: Callable[[object], str] = python_literal
) -> str:
    """Return `kind` as a Python annotation; an `argument` accepts any sequence or mapping."""

    def inner(part: Type) -> str:
        return annotation(part, argument=argument, prefix=prefix, literal=literal)

    match kind:
        case AnyType():
            return "Any"
        case NullType():
            return "None"
        case ScalarType(name):
            return name
        case LiteralType(values):
            return f"Literal[{', '.join(map(literal, values))}]"
        case ListType(item):
            return f"{'Sequence' if argument else 'list'}[{inner(item)}]"
        case MapType(value):
            return f"{'Mapping' if argument else 'dict'}[str, {inner(value)}]"
        case ClassType(name):
            return prefix + name
        case UnionType(members):
            return " | ".join(map(inner, _listed_together(members) if prefix else members))


def _listed_together(members: tuple[Type, ...]) -> tuple[Type, ...]:
    """Return `members` with listed texts and numbers in one literal, at the place of the first."""
    listed = [part for part in members if isinstance(part, LiteralType)]
    if len(listed) < 2:
        return members
    together = LiteralType(tuple(value for part in listed for value in part.values))
    return tuple(dict.fromkeys(together if isinstance(part, LiteralType) else part for part in members))
