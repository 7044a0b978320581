"""Which table defines what: nested structures by link, by number, by name, and by place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.tables import Entry, ParameterTable, may_nest, named_type, point_to
from spec.model import UnknownType


@dataclass(frozen=True, slots=True)
class Placed:
    """A table with its place on the page; `structure` is the name when it defines a structure.

    `guessed` marks a table without caption whose meaning follows only from what stands around it.
    """

    table: ParameterTable
    item: Item
    structure: str = ""
    guessed: bool = False


def link_structures(placed: Sequence[Placed]) -> list[Placed]:
    """Finds the structures among the tables of one operation, and points the rows at them."""
    tables = list(placed)
    names = _names_by_table(tables)
    names.update(_names_by_place(tables, names))
    unique = _unique(tables, names)
    linked = []
    for index, one in enumerate(tables):
        entries = tuple(_linked(entry, index, tables, unique) for entry in one.table.entries)
        guessed = not one.table.has_caption
        linked.append(Placed(replace(one.table, entries=entries), one.item, unique.get(index, ""), guessed))
    return linked


def _names_by_table(tables: Sequence[Placed]) -> dict[int, str]:
    """Structures that a row names, links to or numbers, and those with a caption of their own."""
    names: dict[int, str] = {}
    for index, one in enumerate(tables):
        for entry in one.table.entries:
            target = find_target(entry, index, tables)
            if target is not None and not stands_for_body(entry, one):
                names.setdefault(
                    target, clean(named_type(entry.type)) or _own_name(tables[target]) or clean(entry.name)
                )
    for index, one in enumerate(tables):
        if one.table.caption.kind == "structure" and index not in names and _own_name(one):
            names[index] = _own_name(one)
    return names


def stands_for_body(entry: Entry, one: Placed) -> bool:
    """Whether a row among the URI's parameters only points to the table of the body."""
    return entry.name.casefold() == "body" and one.item.heading in ("uri", "request") and not one.structure


def _own_name(one: Placed) -> str:
    return clean(one.table.caption.name)


def clean(name: str) -> str:
    """A structure name without what no name can hold."""
    return re.sub(r"[^\w.\-]", "", name)


def find_target(entry: Entry, index: int, tables: Sequence[Placed]) -> int | None:
    """The table that defines the structure of a row, if the row says so in some way."""
    if not may_nest(entry.type):
        return None
    for anchor in entry.anchors:
        for number, one in enumerate(tables):
            if number != index and anchor and anchor in one.table.block.anchors:
                return number
    for wanted in entry.numbers:
        for number, one in enumerate(tables):
            if number != index and one.table.caption.number == wanted:
                return number
    return _find_by_name(entry, index, tables)


def _find_by_name(entry: Entry, index: int, tables: Sequence[Placed]) -> int | None:
    """By the type's name, then by the row's own; behind the row first, then anywhere."""
    order = [*range(index + 1, len(tables)), *range(index)]
    printed = entry.type.text if isinstance(entry.type, UnknownType) else ""
    for name in filter(None, (clean(named_type(entry.type)), clean(printed), clean(entry.name))):
        number: int
        for number in order:
            caption = tables[number].table.caption
            if caption.kind == "structure" and clean(caption.name).casefold() == name.casefold():
                return number
    return None


def _names_by_place(tables: Sequence[Placed], known: dict[int, str]) -> dict[int, str]:
    """Tables without caption: each defines the next structure that a row before it names.

    Structures follow the row that names them, and their own structures follow them, so that open
    names are a stack.
    """
    found: dict[int, str] = {}
    defined = set(known.values())
    open_names: list[str] = []
    context: tuple[str, str] | None = None
    for index, one in enumerate(tables):
        here = (one.item.heading, one.item.status)
        open_names = open_names if here == context else []
        context = here
        if not one.table.has_caption and index not in known and open_names:
            found[index] = open_names.pop(0)
            defined.add(found[index])
        wanted = (clean(named_type(entry.type)) for entry in one.table.entries)
        fresh = [name for name in dict.fromkeys(wanted) if name and name not in defined and name not in open_names]
        open_names = [*fresh, *open_names]
    return found


def _unique(tables: Sequence[Placed], names: dict[int, str]) -> dict[int, str]:
    """Different tables under one name on one page become two structures."""
    taken: dict[str, tuple[str, ...]] = {}
    unique: dict[int, str] = {}
    for index in sorted(names):
        name, rows = names[index], tuple(entry.name for entry in tables[index].table.entries)
        number = 1
        candidate = name
        while candidate in taken and taken[candidate] != rows:
            number += 1
            candidate = f"{name}{number}"
        taken[candidate] = rows
        unique[index] = candidate
    return unique


def _linked(entry: Entry, index: int, tables: Sequence[Placed], names: dict[int, str]) -> Entry:
    target = find_target(entry, index, tables)
    if target is None or target not in names:
        name = clean(named_type(entry.type))
        return replace(entry, type=point_to(entry.type, name)) if name else entry
    return replace(entry, type=point_to(entry.type, names[target]))
