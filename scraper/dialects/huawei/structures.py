"""Which table defines what: nested structures by link, by number, by name, and by place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.tables import Entry, ParameterTable, may_nest, named_type, point_to
from spec.model import UnknownType

_SIDES = {"uri": "request", "request": "request", "response": "response"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A table with its place on the page; `structure` is the name when it defines a structure.

    `guessed` marks a table without caption whose meaning follows only from what stands around it.
    """

    table: ParameterTable
    item: Item
    structure: str = ""
    guessed: bool = False


class _Index:
    """The tables of one operation by the ways in which a row can point at them."""

    def __init__(self, tables: Sequence[Placed]) -> None:
        self._by_anchor: dict[str, list[int]] = {}
        self._by_number: dict[int, list[int]] = {}
        self._by_name: dict[str, list[int]] = {}
        self._headings = [one.item.heading for one in tables]
        self._names = [_own_name(one) if one.table.caption.kind == "structure" else "" for one in tables]
        for place, one in enumerate(tables):
            for anchor in filter(None, one.table.block.anchors):
                self._by_anchor.setdefault(anchor, []).append(place)
            if one.table.caption.number is not None:
                self._by_number.setdefault(one.table.caption.number, []).append(place)
            if one.table.caption.kind == "structure":
                name = _own_name(one).casefold()
                for key in dict.fromkeys((name, name.rpartition(".")[2])):
                    self._by_name.setdefault(key, []).append(place)

    def target(self, entry: Entry, place: int) -> int | None:
        """The table that defines the structure of a row in the table at `place`, if the row says so."""
        if not may_nest(entry.type):
            return None
        pointed = [self._by_anchor.get(anchor, ()) for anchor in entry.anchors]
        pointed += [self._by_number.get(number, ()) for number, linked in entry.numbers if self._is_here(linked)]
        other = next((found for places in pointed for found in places if found != place), None)
        return other if other is not None else self._named(entry, place)

    def _is_here(self, linked: tuple[str, ...]) -> bool:
        """Whether the number of a table means one of these: it does, unless its text leads somewhere else."""
        return not linked or any(anchor in self._by_anchor for anchor in linked)

    def _named(self, entry: Entry, place: int) -> int | None:
        """By the type's name, by the path to the row, then by its own name, in the singular too.

        Tables behind the row come first, then any.
        """
        printed = entry.type.text if isinstance(entry.type, UnknownType) else ""
        path = f"{self._names[place]}.{clean(entry.name)}" if self._names[place] else ""
        printed_names = [name for name in (clean(named_type(entry.type)), clean(printed)) if name]
        wanted = [*printed_names, *(name for name in (path, clean(entry.name)) if name)]
        for name in (*wanted, *(name[:-1] for name in wanted if name[-1:] == "s")):
            places = self._by_name.get(name.casefold(), [])
            if name not in printed_names:
                places = [found for found in places if self._is_on_one_side(found, place)]
            behind = bisect_right(places, place)
            for found in (*places[behind : behind + 1], *places[:1]):
                if found != place:
                    return found
        return None

    def _is_on_one_side(self, found: int, place: int) -> bool:
        """Whether two tables are both of the request or both of the response, as far as their headings say."""
        sides = {_SIDES.get(self._headings[found], ""), _SIDES.get(self._headings[place], "")}
        return len(sides - {""}) < 2


def link_structures(placed: Sequence[Placed]) -> list[Placed]:
    """Finds the structures among the tables of one operation, and points the rows at them."""
    tables = list(placed)
    index = _Index(tables)
    names = _names_by_table(tables, index)
    names.update(_names_by_place(tables, names))
    unique = _unique(tables, names)
    linked = []
    for place, one in enumerate(tables):
        entries = tuple(_linked(entry, place, index, unique) for entry in one.table.entries)
        guessed = not one.table.has_caption
        linked.append(Placed(replace(one.table, entries=entries), one.item, unique.get(place, ""), guessed))
    return linked


def _names_by_table(tables: Sequence[Placed], index: _Index) -> dict[int, str]:
    """Structures that a row names, links to or numbers, and those with a caption of their own."""
    names: dict[int, str] = {}
    for place, one in enumerate(tables):
        for entry in one.table.entries:
            target = index.target(entry, place)
            if target is not None and not stands_for_body(entry, one):
                names.setdefault(
                    target, clean(named_type(entry.type)) or _own_name(tables[target]) or clean(entry.name)
                )
    for place, one in enumerate(tables):
        if one.table.caption.kind == "structure" and place not in names and _own_name(one):
            names[place] = _own_name(one)
    return names


def stands_for_body(entry: Entry, one: Placed) -> bool:
    """Whether a row among the URI's parameters only points to the table of the body."""
    return entry.name.casefold() == "body" and one.item.heading in ("uri", "request") and not one.structure


def _own_name(one: Placed) -> str:
    return clean(one.table.caption.name)


def clean(name: str) -> str:
    """A structure name without what no name can hold."""
    return re.sub(r"[^\w.\-]", "", name)


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


def _linked(entry: Entry, place: int, index: _Index, names: dict[int, str]) -> Entry:
    target = index.target(entry, place)
    if target is None or target not in names:
        name = clean(named_type(entry.type))
        return replace(entry, type=point_to(entry.type, name)) if name else entry
    return replace(entry, type=point_to(entry.type, names[target]))
