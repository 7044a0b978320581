"""Nesting: rows and form fields with names such as `a[b]`, `a.b` and `a:b` as the objects that they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.blocks import Table
from scraper.layout.material import Attributes
from scraper.layout.notes import Notes
from scraper.urls import coerce
from spec.model import JSON, ArrayOf, ObjectOf, Property, Type, Union, UnknownType

_SEGMENT = re.compile(r"\[([^\[\]]*)\]|[.:]([\w-]+)")
_REPEATED = re.compile(r"\[\d*\]$")
MAX_DEPTH = 8


def split_name(name: str) -> tuple[str, ...]:
    """`commit[author][name]` → its keys; an empty key stands for the items of a list."""
    head = re.match(r"[^\[\].:]+", name)
    if head is None:
        return (name,)
    rest = name[head.end() :]
    parts = _SEGMENT.findall(rest)
    if _SEGMENT.sub("", rest) or len(parts) >= MAX_DEPTH:
        return (name,)
    return (head[0], *(bracket or dotted for bracket, dotted in parts))


def nest(properties: Sequence[Property]) -> tuple[Property, ...]:
    """Rows with names such as `a[b]`, `a.b` and `a:b` as properties of the object `a`."""
    own: dict[str, Property] = {}
    inner: dict[str, list[Property]] = {}
    lists: set[str] = set()
    order: list[str | Property] = []
    for prop in properties:
        head, *tail = split_name(prop.name)
        if tail and not tail[0]:
            lists.add(head)
            tail = tail[1:]
        if not tail and head in own:
            order.append(replace(prop, name=head))
            continue
        if head not in own and head not in inner:
            order.append(head)
        if tail:
            joined = tail[0] + "".join(f"[{key}]" for key in tail[1:])
            inner.setdefault(head, []).append(replace(prop, name=joined))
        else:
            own[head] = replace(prop, name=head)
    return tuple(
        item if isinstance(item, Property) else _join(item, own.get(item), inner.get(item, ()), item in lists)
        for item in order
    )


def _join(name: str, own: Property | None, inner: Sequence[Property], is_list: bool) -> Property:
    base = own or Property(name, ObjectOf(), inner[0].source)
    kind: Type = base.type
    if inner:
        members = ObjectOf(nest(inner))
        kind = ArrayOf(members) if is_list or isinstance(kind, ArrayOf) else members
    elif is_list and not isinstance(kind, ArrayOf):
        kind = ArrayOf(kind)
    return replace(base, type=kind)


def nest_values(pairs: Sequence[tuple[str, str]], types: dict[str, Type]) -> dict[str, JSON]:
    """Form fields as the value that they stand for."""
    result: dict[str, JSON] = {}
    for name, text in pairs:
        head, *tail = split_name(name)
        value = coerce(text, _item_type(types.get(name, types.get(head)), not tail))
        for key in reversed(tail):
            value = {key: value} if key else [value]
        result[head] = _merge(result.get(head), value) if head in result else value
    return result


def _item_type(kind: Type | None, whole: bool) -> Type:
    if kind is None:
        return ObjectOf()
    return kind.items if isinstance(kind, ArrayOf) and not whole else kind


def _merge(old: JSON, new: JSON) -> JSON:
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{k: _merge(old[k], v) if k in old else v for k, v in new.items()}}
    if isinstance(old, list) and isinstance(new, list):
        last, first = (old[-1] if old else None), (new[0] if len(new) == 1 else None)
        if isinstance(last, dict) and isinstance(first, dict) and not set(last) & set(first):
            return [*old[:-1], {**last, **first}]
        return [*old, *new]
    return new


def gather_rows(tables: Sequence[Attributes]) -> list[Property]:
    """The rows of all tables; the table of a row's members goes into that row, however deep it is."""
    rows: list[Property] = []
    for table in (table for table in tables if table.properties):
        adopted = _adopt_into(rows, table) if table.parent else None
        if adopted is not None:
            rows = adopted
        elif table.parent and table.is_certain:
            rows.append(Property(table.parent, _members(UnknownType(), table), table.properties[0].source))
        else:
            rows.extend(table.properties)
    return rows


def doubt_owner(tables: Sequence[Attributes], members: Attributes, place: Table, notes: Notes) -> None:
    """Reports a table with the members of an object that no row of other tables names."""
    if members.properties and _adopt_into(gather_rows(tables), members) is None:
        message = f"the members of {members.parent} are listed, but no row names it"
        notes.report("dangling-reference", message, place.first, place.last, pointer=members.parent)


def holder_names(rows: Sequence[Property], depth: int = MAX_DEPTH) -> set[str]:
    """The names of the rows that may have members, however deep they are."""
    found: set[str] = set()
    for row in rows if depth else ():
        kind = row.type.items if isinstance(row.type, ArrayOf) else row.type
        if isinstance(kind, ObjectOf | UnknownType):
            found.add(bare_name(row.name))
        if isinstance(kind, ObjectOf):
            found |= holder_names(kind.properties, depth - 1)
    return found


def _adopt_into(rows: Sequence[Property], table: Attributes, depth: int = MAX_DEPTH) -> list[Property] | None:
    """The rows with a table in the row that it belongs to; `None` where there is no such row."""
    if any(bare_name(row.name) == table.parent for row in rows):
        return [
            replace(row, type=_members(row.type, table, row.name)) if bare_name(row.name) == table.parent else row
            for row in rows
        ]
    for index, row in enumerate(rows if depth else ()):
        kind = row.type.items if isinstance(row.type, ArrayOf) else row.type
        inner = _adopt_into(kind.properties, table, depth - 1) if isinstance(kind, ObjectOf) else None
        if inner is not None:
            held = ObjectOf(tuple(inner))
            grown = replace(row, type=ArrayOf(held) if isinstance(row.type, ArrayOf) else held)
            return [*rows[:index], grown, *rows[index + 1 :]]
    return None


def _members(kind: Type, table: Attributes, name: str = "") -> Type:
    """The type of a row whose members a table lists."""
    members = ObjectOf(nest(table.properties))
    if isinstance(kind, Union) and ObjectOf() in kind.members:
        return Union(tuple(members if member == ObjectOf() else member for member in kind.members))
    if table.is_map:
        return ObjectOf(additional=members)
    return ArrayOf(members) if isinstance(kind, ArrayOf) or name.endswith("[]") else members


def bare_name(name: str) -> str:
    """A name without the brackets, with or without a number, that say that it may be given several times."""
    return _REPEATED.sub("", name)
