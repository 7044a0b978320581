"""RPC calls: every operation that is chosen by an action carries it as a required constant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spec.model import (
    Api,
    ArrayOf,
    Fact,
    Location,
    MediaType,
    ObjectOf,
    Operation,
    Parameter,
    Property,
    Reference,
    RequestBody,
    Scalar,
    Structure,
    Type,
    Union,
)

_BODILESS = frozenset({"get", "head", "delete"})


def add_actions(api: Api) -> Api:
    """The API with the action of each RPC operation in its request.

    It goes into the request structure where the operation has that to itself, into an object in
    place otherwise, and into the query of a method that has no body.
    """
    structures = {structure.name: structure for structure in api.structures}
    uses = Counter(reference for operation in api.operations for reference in _references(operation))
    uses.update(name for structure in api.structures for prop in structure.properties for name in _named(prop.type))
    operations = [
        _with_action(operation, operation.action, structures, uses) if operation.action else operation
        for operation in api.operations
    ]
    return replace(api, operations=tuple(operations), structures=tuple(structures.values()))


def travels_in_query(operation: Operation) -> bool:
    """Whether the action is a query parameter in itself, since there is no body to hold it."""
    return operation.method.lower() in _BODILESS and operation.request_body is None


def _with_action(
    operation: Operation, action: Fact[str], structures: dict[str, Structure], uses: Counter[str]
) -> Operation:
    prop = Property(
        operation.action_property, Scalar("string"), action.source, required=Fact(True, action.source), const=action
    )
    if travels_in_query(operation):
        others = [p for p in operation.parameters if (p.location, p.property.name) != (Location.QUERY, prop.name)]
        return replace(operation, parameters=(Parameter(Location.QUERY, prop), *others))
    body = operation.request_body or RequestBody((MediaType(schema=ObjectOf()),), action.source)
    content = tuple(_with_property(media, prop, structures, uses) for media in body.content)
    required = Fact(True, action.source)
    return replace(operation, request_body=replace(body, content=content, required=required))


def _with_property(media: MediaType, prop: Property, structures: dict[str, Structure], uses: Counter[str]) -> MediaType:
    schema = media.schema or ObjectOf()
    if isinstance(schema, Reference):
        structure = structures[schema.name]
        properties = _merge(structure.properties, prop)
        if uses[schema.name] == 1:
            structures[schema.name] = replace(structure, properties=properties)
            return media
        schema = ObjectOf(properties)
    elif isinstance(schema, ObjectOf):
        schema = replace(schema, properties=_merge(schema.properties, prop))
    return replace(media, schema=schema)


def _merge(properties: tuple[Property, ...], action: Property) -> tuple[Property, ...]:
    if all(prop.name != action.name for prop in properties):
        return (action, *properties)
    return tuple(
        (
            replace(prop, type=action.type, required=prop.required or action.required, const=action.const, enum=())
            if prop.name == action.name
            else prop
        )
        for prop in properties
    )


def _references(operation: Operation) -> Iterator[str]:
    bodies = [operation.request_body.content] if operation.request_body else []
    bodies += [response.content for response in operation.responses]
    for content in bodies:
        for media in content:
            if media.schema is not None:
                yield from _named(media.schema)


def _named(stated: Type) -> Iterator[str]:
    match stated:
        case Reference(name):
            yield name
        case ArrayOf(items):
            yield from _named(items)
        case Union(members):
            for member in members:
                yield from _named(member)
        case ObjectOf(properties, additional):
            for prop in properties:
                yield from _named(prop.type)
            if additional is not None:
                yield from _named(additional)
