"""Members of objects that a row leaves open, and whose structure stands on another page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scraper.facts import Link, PageFacts, Shared, Target
from scraper.passes.bodies import type_behind
from scraper.passes.rebuild import map_operation, map_type, types_in
from spec.model import Api, ArrayOf, ObjectOf, Operation, Property, Reference, Source, Structure, Type, UnknownType


def describe_row(
    operation: Operation,
    link: Link,
    found: Sequence[tuple[PageFacts, Target]],
    api: Api,
    rows: dict[Source, Type],
) -> tuple[Operation | None, list[Structure]]:
    """Notes in `rows` the structure that a row refers to; `None` where it is not clear which one that is.

    Gives the operation as it is, with the structure where its name means no other one of the operation.
    """
    shared = _only_structure([target.shared for _, target in found if target.shared is not None])
    if shared is None or shared.media is None or not isinstance(shared.media.schema, ObjectOf):
        kinds = [kind for page, target in found if target.structure and (kind := type_behind(page, target))]
        if not kinds:
            return None, []
        rows[link.source] = kinds[0]
        return operation, []
    members = shared.media.schema
    if any(one.name == shared.name and one.operation == operation.id for one in api.structures):
        rows[link.source] = members
        return operation, []
    rows[link.source] = Reference(shared.name)
    printed = (shared.source,)
    return operation, [
        Structure(shared.name, members.properties, shared.source, operation=operation.id, printed=printed)
    ]


def _only_structure(tables: Sequence[Shared]) -> Shared | None:
    """The only structure of a place: its one table of members, else the one that belongs to no other."""
    bodies = [one for one in tables if one.part == "body"] or [one for one in tables if one.part == "structure"]
    outer = [one for one in bodies if not any(_holds(other, one) for other in bodies if other is not one)]
    return outer[0] if len(outer) == 1 else None


def _holds(outer: Shared, inner: Shared) -> bool:
    """Whether the members of one table are inside of those of another one."""
    whole = outer.media.schema if outer.media else None
    part = inner.media.schema if inner.media else None
    return whole is not None and part != whole and any(kind == part for kind in types_in(whole))


def fill_rows(api: Api, rows: Mapping[Source, Type]) -> Api:
    """The API with the types of `rows` where the rows at these places leave the members of objects open."""
    if not rows:
        return api

    def fill(prop: Property) -> Property:
        kind = rows.get(prop.source)
        return prop if kind is None else replace(prop, type=_filled(prop.type, kind))

    def change(kind: Type) -> Type:
        return replace(kind, properties=tuple(map(fill, kind.properties))) if isinstance(kind, ObjectOf) else kind

    structures = tuple(
        replace(one, properties=tuple(fill(replace(prop, type=map_type(prop.type, change))) for prop in one.properties))
        for one in api.structures
    )
    operations = tuple(map_operation(operation, change) for operation in api.operations)
    return replace(api, operations=operations, structures=structures)


def _filled(kind: Type, members: Type) -> Type:
    if isinstance(kind, ArrayOf):
        return ArrayOf(_filled(kind.items, members))
    is_open = isinstance(kind, UnknownType | Reference) or (isinstance(kind, ObjectOf) and not kind.properties)
    return members if is_open else kind
