"""Aliases that contain themselves: `A: TypeAlias = list[A]` is no Python, and no JSON either.

A class may name any other, since its annotations are strings until pydantic reads them; an alias is evaluated where it
stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.document import Document
from generator.types import (
    ANY,
    AliasDefinition,
    ClassDefinition,
    ClassType,
    Definition,
    ListType,
    MapType,
    Type,
    UnionType,
    named_types,
    union,
)

_MESSAGE = "A schema that contains itself without an object between accepts any value."


def open_object(item: AliasDefinition) -> Definition:
    """Return `item`; an object about which nothing is known is a class without fields: all its properties are kept."""
    if item.type == MapType(ANY):
        return ClassDefinition(item.name, (), item.description, item.pointer)
    return item


def break_circles(definitions: Mapping[str, Definition], document: Document) -> Iterator[tuple[str, Definition]]:
    """Yield the aliases that close a circle, by name, with any value in place of the alias that they lead back to."""
    aliases = {name: item for name, item in definitions.items() if isinstance(item, AliasDefinition)}
    for name, closing in _circles(aliases):
        for other in sorted(closing):
            document.report(aliases[other].pointer, _MESSAGE)
        yield name, open_object(replace(aliases[name], type=_without(aliases[name].type, closing)))


def _circles(aliases: Mapping[str, AliasDefinition]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each alias that names an alias on the way to it, with these names; depth first, without recursion."""
    done: set[str] = set()
    for start in aliases:
        path: dict[str, list[str]] = {}
        waiting = [start]
        while waiting:
            name = waiting[-1]
            if name in done or name in path:
                waiting.pop()
                if name in path and name == next(reversed(path)):
                    del path[name]
                    done.add(name)
                continue
            path[name] = sorted(named_types(aliases[name].type) & aliases.keys())
            if closing := frozenset(path[name]) & path.keys():
                yield name, closing
            waiting += [other for other in reversed(path[name]) if other not in path and other not in done]


def _without(kind: Type, names: frozenset[str]) -> Type:
    match kind:
        case ClassType(name):
            return ANY if name in names else kind
        case ListType(item):
            return ListType(_without(item, names))
        case MapType(value):
            return MapType(_without(value, names))
        case UnionType(members):
            return union(*(_without(member, names) for member in members))
    return kind
