"""Rebuilding the IR with other types: the one place that knows where types sit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from spec.model import (
    ArrayOf,
    MediaType,
    ObjectOf,
    Operation,
    Parameter,
    Property,
    Reference,
    Response,
    Structure,
    Type,
    Union,
    UnknownType,
)

TypeMap = Callable[[Type], Type]
_MAX_DEPTH = 8


def map_type(kind: Type, change: TypeMap) -> Type:
    """Applies `change` to a type and everything inside it, inside first."""
    match kind:
        case ArrayOf(items):
            kind = ArrayOf(map_type(items, change))
        case ObjectOf(properties, additional):
            kind = ObjectOf(
                tuple(replace(prop, type=map_type(prop.type, change)) for prop in properties),
                None if additional is None else map_type(additional, change),
            )
        case Union(members):
            kind = union(tuple(map_type(member, change) for member in members))
        case _:
            pass
    return change(kind)


def union(members: tuple[Type, ...]) -> Type:
    """The union of types: flat, without repeats; one member stands for itself."""
    flat: list[Type] = []
    for member in members:
        flat.extend(member.members if isinstance(member, Union) else (member,))
    distinct = tuple(dict.fromkeys(flat))
    return distinct[0] if len(distinct) == 1 else Union(distinct)


def inline(kind: Type, structures: Mapping[str, Structure], depth: int = _MAX_DEPTH) -> Type:
    """The type without names of structures, which mean something else on another page."""

    def change(inner: Type) -> Type:
        if not isinstance(inner, Reference):
            return inner
        structure = structures.get(inner.name)
        if structure is None or not depth:
            return UnknownType()
        rows = (replace(row, type=inline(row.type, structures, depth - 1)) for row in structure.properties)
        return ObjectOf(tuple(rows))

    return map_type(kind, change)


def map_operation(operation: Operation, change: TypeMap) -> Operation:
    """Applies `change` to every type of an operation."""
    body = operation.request_body
    if body is not None:
        body = replace(body, content=tuple(_map_media(media, change) for media in body.content))
    return replace(
        operation,
        parameters=tuple(_map_parameter(parameter, change) for parameter in operation.parameters),
        request_body=body,
        responses=tuple(_map_response(response, change) for response in operation.responses),
    )


def map_properties(properties: tuple[Property, ...], change: TypeMap) -> tuple[Property, ...]:
    """Applies `change` to the types of properties."""
    return tuple(replace(prop, type=map_type(prop.type, change)) for prop in properties)


def types_in(kind: Type) -> Iterator[Type]:
    """A type and everything inside it."""
    yield kind
    match kind:
        case ArrayOf(items):
            yield from types_in(items)
        case ObjectOf(properties, additional):
            for prop in properties:
                yield from types_in(prop.type)
            if additional is not None:
                yield from types_in(additional)
        case Union(members):
            for member in members:
                yield from types_in(member)
        case _:
            pass


def _map_parameter(parameter: Parameter, change: TypeMap) -> Parameter:
    prop = replace(parameter.property, type=map_type(parameter.property.type, change))
    return replace(parameter, property=prop)


def _map_media(media: MediaType, change: TypeMap) -> MediaType:
    return media if media.schema is None else replace(media, schema=map_type(media.schema, change))


def _map_response(response: Response, change: TypeMap) -> Response:
    return replace(
        response,
        headers=tuple(_map_parameter(header, change) for header in response.headers),
        content=tuple(_map_media(media, change) for media in response.content),
    )
