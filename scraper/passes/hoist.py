"""Names for objects described in place: each becomes a structure that can be referred to."""

from __future__ import annotations

import re
from dataclasses import replace

from scraper.passes.rebuild import union
from spec.model import (
    Api,
    ArrayOf,
    MediaType,
    ObjectOf,
    Operation,
    Property,
    Reference,
    Response,
    Source,
    Structure,
    Type,
    Union,
)


def name_objects(api: Api) -> Api:
    """Moves every object with properties into a structure of its own.

    A request body is `<Operation>Request`, a success `<Operation>Response`, another status
    `<Operation>Response<status>`; an object inside is named after its owner and its property.
    """
    namer = _Namer({structure.name for structure in api.structures})
    operations = tuple(namer.operation(operation) for operation in api.operations)
    structures = tuple(
        replace(structure, properties=namer.properties(structure.properties, structure.name, structure.operation))
        for structure in api.structures
    )
    return replace(api, operations=operations, structures=structures + tuple(namer.made))


class _Namer:
    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self._named: dict[tuple[str, ObjectOf], str] = {}
        self.made: list[Structure] = []

    def operation(self, operation: Operation) -> Operation:
        base = pascal(operation.id)
        body = operation.request_body
        if body is not None:
            content = tuple(self._media(media, f"{base}Request", operation, body.source) for media in body.content)
            body = replace(body, content=content)
        main = next((r.status for r in operation.responses if r.status.startswith("2")), "200")
        responses = tuple(self._response(response, base, main, operation) for response in operation.responses)
        return replace(operation, request_body=body, responses=responses)

    def properties(self, properties: tuple[Property, ...], owner: str, operation: str | None) -> tuple[Property, ...]:
        return tuple(
            replace(prop, type=self._type(prop.type, member_name(owner, prop.name), operation, prop.source))
            for prop in properties
        )

    def _response(self, response: Response, base: str, main: str, operation: Operation) -> Response:
        name = f"{base}Response" if response.status == main else f"{base}Response{pascal(response.status)}"
        content = tuple(self._media(media, name, operation, response.source) for media in response.content)
        return replace(response, content=content)

    def _media(self, media: MediaType, name: str, operation: Operation, source: Source) -> MediaType:
        if media.schema is None:
            return media
        return replace(media, schema=self._type(media.schema, name, operation.id, media.source or source))

    def _type(self, kind: Type, name: str, operation: str | None, source: Source) -> Type:
        match kind:
            case ObjectOf(properties, None) as described if properties:
                if (name, described) in self._named:
                    return Reference(self._named[name, described])
                unique = self._named[name, described] = self._claim(name)
                position = len(self.made)
                inner = self.properties(properties, unique, operation)
                self.made.insert(position, Structure(unique, inner, source, operation=operation))
                return Reference(unique)
            case ObjectOf(properties, additional) if additional is not None:
                free = self._type(additional, f"{name}Value", operation, source)
                return ObjectOf(self.properties(properties, name, operation), free)
            case ArrayOf(items):
                return ArrayOf(self._type(items, f"{name}Item", operation, source))
            case Union(members):
                return union(tuple(self._type(member, name, operation, source) for member in members))
            case _:
                return kind

    def _claim(self, name: str) -> str:
        number, unique = 1, name
        while unique in self._taken:
            number += 1
            unique = f"{name}{number}"
        self._taken.add(unique)
        return unique


def pascal(name: str) -> str:
    """A name in PascalCase; letters of any script are kept."""
    words = [word for word in re.split(r"\W+|_+", name) if word]
    return "".join(word[0].upper() + word[1:] for word in words) or "Unnamed"


def member_name(owner: str, name: str) -> str:
    """The name of an object under a property; an envelope `Response` inside `…Response` is `…Result`."""
    part = pascal(name)
    return f"{owner.removesuffix(part)}Result" if part == "Response" and owner.endswith(part) else owner + part
