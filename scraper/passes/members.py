"""Members of objects that a row leaves open, and whose structure stands on another page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from scraper.facts import Link, PageFacts, Shared, Target
from scraper.passes.bodies import Described, name_structure, only_type, outermost
from scraper.passes.rebuild import map_operation, map_type
from spec.model import Api, ArrayOf, ObjectOf, Operation, Property, Reference, Source, Structure, Type, UnknownType

Row = tuple[Source, str]
"""Where a row stands, and its name: rows may share their lines."""


def row_of(link: Link) -> Row:
    """The row that a link stands in."""
    return link.source, link.name


def find_open_rows(facts: PageFacts) -> set[Row]:
    """The rows of a page whose links can mean them alone: those of open objects, and no two of one name on a line."""
    places: dict[Row, set[tuple[str, str]]] = {}
    for link in facts.links:
        if link.side == "row":
            places.setdefault(row_of(link), set()).add((link.page, link.anchor))
    printed: dict[Row, list[Property]] = {row: [] for row in places}

    def note(prop: Property) -> Property:
        printed.get((prop.source, prop.name), []).append(prop)
        return prop

    _change_rows(facts.api, note)
    return {
        row
        for row, found in printed.items()
        if found and len(places[row]) == 1 and _is_open(found[0].type) and all(prop == found[0] for prop in found)
    }


def describe_row(
    operation: Operation,
    link: Link,
    found: Sequence[tuple[PageFacts, Target]],
    known: Sequence[Structure],
    rows: dict[Row, Type],
) -> Described | None:
    """Notes in `rows` the structure that a row refers to; `None` where it is not clear which one that is.

    Gives the operation as it is, with the structure where its name means no other one of the operation.
    """
    shared = _only_structure([target.shared for _, target in found if target.shared is not None])
    if shared is None or shared.media is None or not isinstance(shared.media.schema, ObjectOf):
        kind = only_type([(page, target) for page, target in found if target.structure])
        if kind is None:
            return None
        rows[row_of(link)] = kind
        return Described(operation)
    members = shared.media.schema
    structure = name_structure(shared.name, members.properties, shared.source, link, known)
    if structure.name != shared.name:
        rows[row_of(link)] = members
        return Described(operation)
    rows[row_of(link)] = Reference(structure.name)
    return Described(operation, (structure,))


def _only_structure(tables: Sequence[Shared]) -> Shared | None:
    """The only structure of a place: its one table of members, else the one that belongs to no other."""
    bodies = [one for one in tables if one.part in ("body", "")] or [one for one in tables if one.part == "structure"]
    outer = outermost(bodies)
    return outer[0] if len(outer) == 1 else None


def fill_rows(api: Api, rows: Mapping[Row, Type]) -> Api:
    """The API with the types of `rows` where these leave the members of objects open."""

    def fill(prop: Property) -> Property:
        kind = rows.get((prop.source, prop.name))
        return prop if kind is None else replace(prop, type=_filled(prop.type, kind))

    return _change_rows(api, fill) if rows else api


def _change_rows(api: Api, change_row: Callable[[Property], Property]) -> Api:
    """Applies a change to every property of every object."""

    def change(kind: Type) -> Type:
        return replace(kind, properties=tuple(map(change_row, kind.properties))) if isinstance(kind, ObjectOf) else kind

    structures = tuple(
        replace(
            one,
            properties=tuple(change_row(replace(prop, type=map_type(prop.type, change))) for prop in one.properties),
        )
        for one in api.structures
    )
    operations = tuple(map_operation(operation, change) for operation in api.operations)
    return replace(api, operations=operations, structures=structures)


def _is_open(kind: Type) -> bool:
    if isinstance(kind, ArrayOf):
        return _is_open(kind.items)
    return isinstance(kind, UnknownType | Reference) or (isinstance(kind, ObjectOf) and not kind.properties)


def _filled(kind: Type, members: Type) -> Type:
    if isinstance(kind, ArrayOf):
        return ArrayOf(_filled(kind.items, members))
    return members if _is_open(kind) else kind
