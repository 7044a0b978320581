"""Rows of several levels in one table: an example tells which of them stand inside of which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spec.model import JSON, ArrayOf, Example, ObjectOf, Property, Source, Type, UnknownType


@dataclass(frozen=True, slots=True)
class Nested:
    """Properties in their places, and what was moved: the owner's name and the rows that are inside of it now."""

    properties: tuple[Property, ...]
    moved: tuple[tuple[str, tuple[Property, ...]], ...] = ()


def nest_rows(properties: Sequence[Property], examples: Sequence[Example]) -> Nested:
    """Puts rows inside of the row before them, or of an object around all of them, as examples show it.

    A row takes those that follow it when its table leaves its properties open, the examples show at
    least one of them inside of it, and none of them beside it.
    """
    shown = list(_objects(example.value for example in examples))
    if not shown or not properties:
        return Nested(tuple(properties))
    around = _envelope(properties, shown)
    if around is not None:
        name, is_list = around
        inner = ObjectOf(tuple(properties))
        owner = Property(name, ArrayOf(inner) if is_list else inner, examples[0].source)
        return Nested((owner,), ((name, tuple(properties)),))
    return _nest(tuple(properties), shown)


def _objects(values: Iterable[JSON | Mapping[str, JSON]]) -> Iterator[Mapping[str, JSON]]:
    for value in values:
        if isinstance(value, Mapping):
            yield value
        elif isinstance(value, list):
            yield from (item for item in value if isinstance(item, dict))


def _envelope(properties: Sequence[Property], shown: Sequence[Mapping[str, JSON]]) -> tuple[str, bool] | None:
    """The only key of all examples, when it is in no row and what is inside of it is mostly rows."""
    keys = {key for one in shown for key in one}
    names = {prop.name for prop in properties}
    if len(keys) != 1 or keys & names:
        return None
    (name,) = keys
    inside = {key for one in _objects([each[name] for each in shown]) for key in one}
    if not inside or 2 * len(inside & names) < len(inside):
        return None
    return name, any(isinstance(one[name], list) for one in shown)


def _nest(properties: tuple[Property, ...], shown: Sequence[Mapping[str, JSON]]) -> Nested:
    beside = {key for one in shown for key in one}
    kept: list[Property] = []
    moved: list[tuple[str, tuple[Property, ...]]] = []
    index = 0
    while index < len(properties):
        prop = properties[index]
        inner = list(_objects([one[prop.name] for one in shown if prop.name in one]))
        end = _end(properties, index, beside, inner) if inner and _is_open(prop.type) else index + 1
        rows = properties[index + 1 : end]
        if rows:
            below = _nest(rows, inner)
            prop = replace(prop, type=_filled(prop.type, below.properties))
            moved += [(prop.name, rows), *below.moved]
        kept.append(prop)
        index = end
    return Nested(tuple(kept), tuple(moved))


def _end(properties: Sequence[Property], index: int, beside: set[str], inner: Sequence[Mapping[str, JSON]]) -> int:
    """The index behind the rows that are inside of the row at `index`.

    Rows at the end of which nothing is shown stay outside, unless nothing else is outside.
    """
    inside = set(_keys(inner))
    stop = index + 1
    while stop < len(properties) and properties[stop].name not in beside:
        stop += 1
    seen = [place for place in range(index + 1, stop) if properties[place].name in inside]
    if not seen:
        return index + 1
    return stop if beside == {properties[index].name} else seen[-1] + 1


def _keys(shown: Iterable[JSON | Mapping[str, JSON]]) -> Iterator[str]:
    """All keys of objects and of what is inside of them; examples are nested a hundred deep at most."""
    for one in _objects(shown):
        yield from one
        yield from _keys(one.values())


def _is_open(kind: Type) -> bool:
    if isinstance(kind, ArrayOf):
        return _is_open(kind.items)
    return isinstance(kind, UnknownType) or (isinstance(kind, ObjectOf) and not kind.properties and not kind.additional)


def _filled(kind: Type, properties: tuple[Property, ...]) -> Type:
    return ArrayOf(_filled(kind.items, properties)) if isinstance(kind, ArrayOf) else ObjectOf(properties)


def span_of(rows: Sequence[Property]) -> Source:
    """The lines of rows that stand one below the other."""
    first, last = rows[0].source, rows[-1].source
    return Source(first.page, first.first, max(first.last, last.last))
