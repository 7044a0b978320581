"""Which table defines what: nested structures by link, by number, by name, and by place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.tables import Entry, ParameterTable
from scraper.dialects.huawei.types import may_nest, named_type, point_to
from spec.model import ArrayOf, ObjectOf, Type, UnknownType

_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+")
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
        self._is_of_field = [_is_of_field(one) for one in tables]
        self._inner: dict[int, set[int]] = {}
        self._targets: dict[tuple[int, int], int] = {}
        for find in (self._stated, self._guessed):
            self._find_targets(tables, find)

    def _find_targets(self, tables: Sequence[Placed], find: Callable[[Entry, int], int | None]) -> None:
        for place, one in enumerate(tables):
            for position, entry in enumerate(one.table.entries):
                if (place, position) in self._targets or not may_nest(entry.type) or self.is_elsewhere(entry):
                    continue
                found = find(entry, place)
                if found is not None:
                    self._targets[place, position] = found
                    self._inner.setdefault(place, set()).add(found)

    def target(self, place: int, position: int) -> int | None:
        """The table that defines the structure of a row of the table at `place`, if the row says so."""
        return self._targets.get((place, position))

    def is_elsewhere(self, entry: Entry) -> bool:
        """Whether the type of a row leads to a table of another page, and to none of these."""
        linked = [*entry.anchors, *(link.partition("#")[2] for link in entry.elsewhere)]
        return bool(entry.elsewhere) and not any(anchor in self._by_anchor for anchor in linked)

    def _stated(self, entry: Entry, place: int) -> int | None:
        """By link, by number, or by the name that the type prints."""
        pointed: list[Sequence[int]] = [self._by_anchor.get(anchor, ()) for anchor in entry.anchors]
        pointed += [self._numbered(number, linked, entry, place) for number, linked in entry.numbers]
        other = next((found for places in pointed for found in places if found != place), None)
        return other if other is not None else self._first(_printed_names(entry), place, lambda _: True)

    def _guessed(self, entry: Entry, place: int) -> int | None:
        """By the path to the row, then by its own name: a table on its side, but none that its own one belongs to."""
        path = f"{self._names[place]}.{clean(entry.name)}" if self._names[place] else ""
        wanted = [name for name in (path, clean(entry.name)) if name]
        return self._first(
            wanted, place, lambda found: self._is_on_one_side(found, place) and not self._holds(found, place)
        )

    def _numbered(self, number: int, linked: tuple[str, ...], entry: Entry, place: int) -> Sequence[int]:
        """The tables that a number means: none of these where its text leads somewhere else.

        Without a link it may count the tables of another page: none that is read as parameters of the call, none that
        the row itself is part of, and none whose caption says that it is of another field.
        """
        if linked:
            return self._by_number.get(number, ()) if any(anchor in self._by_anchor for anchor in linked) else ()
        return [found for found in self._by_number.get(number, ()) if self._may_define(found, entry, place)]

    def _may_define(self, found: int, entry: Entry, place: int) -> bool:
        if self._headings[found] == "uri" and self._headings[place] != "uri":
            return False
        if not self._names[found]:
            return not self._holds(found, place)
        return not self._is_of_field[found] or share_word(self._names[found], f"{entry.name} {named_type(entry.type)}")

    def _first(self, wanted: Sequence[str], place: int, fits: Callable[[int], bool]) -> int | None:
        """The first table of a name, in the singular too; tables behind the row come first, then any."""
        for name in (*wanted, *(name[:-1] for name in wanted if name[-1:] == "s")):
            places = [found for found in self._by_name.get(name.casefold(), []) if fits(found)]
            behind = bisect_right(places, place)
            for found in (*places[behind : behind + 1], *places[:1]):
                if found != place:
                    return found
        return None

    def _holds(self, outer: int, place: int) -> bool:
        """Whether the rows of a table lead to that at `place`, however deep."""
        seen, left = {outer}, [outer]
        while left:
            fresh = self._inner.get(left.pop(), set()) - seen
            seen |= fresh
            left += fresh
        return place in seen

    def _is_on_one_side(self, found: int, place: int) -> bool:
        """Whether two tables are both of the request or both of the response, as far as their headings say."""
        sides = {_SIDES.get(self._headings[found], ""), _SIDES.get(self._headings[place], "")}
        return len(sides - {""}) < 2


def _printed_names(entry: Entry) -> list[str]:
    printed = entry.type.text if isinstance(entry.type, UnknownType) else ""
    return [name for name in (clean(named_type(entry.type)), clean(printed)) if name]


def link_structures(placed: Sequence[Placed]) -> list[Placed]:
    """Finds the structures among the tables of one operation, and points the rows at them."""
    tables = list(placed)
    index = _Index(tables)
    names = _names_by_table(tables, index)
    names.update(_names_by_place(tables, names))
    unique = _unique(tables, names)
    linked = []
    for place, one in enumerate(tables):
        entries = tuple(
            _linked(entry, (place, position), index, unique) for position, entry in enumerate(one.table.entries)
        )
        guessed = not one.table.has_caption
        linked.append(Placed(replace(one.table, entries=entries), one.item, unique.get(place, ""), guessed))
    return linked


def _names_by_table(tables: Sequence[Placed], index: _Index) -> dict[int, str]:
    """Structures that a row names, links to or numbers, and those with a caption of their own."""
    names: dict[int, str] = {}
    for place, one in enumerate(tables):
        for position, entry in enumerate(one.table.entries):
            target = index.target(place, position)
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


def _is_of_field(one: Placed) -> bool:
    """Whether a caption says that its table is that of one field: `Table 7 shelf field description`."""
    caption = one.table.block.caption
    return caption is not None and re.search(r"\bfield\b", caption.text, re.IGNORECASE) is not None


def share_word(one: str, other: str) -> bool:
    """Whether two names have a word in common, or one that begins another: `tags` and `resource_tag`."""
    words = [[word.casefold() for word in _WORD.findall(name) if len(word) > 2] for name in (one, other)]
    return any(a.startswith(b) or b.startswith(a) for a in words[0] for b in words[1])


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


def _linked(entry: Entry, at: tuple[int, int], index: _Index, names: dict[int, str]) -> Entry:
    target = index.target(*at)
    if target is not None and target in names:
        return replace(entry, type=point_to(entry.type, names[target]))
    name = clean(named_type(entry.type))
    if index.is_elsewhere(entry) and name in names.values():
        return replace(entry, type=_opened(entry.type))
    return replace(entry, type=point_to(entry.type, name)) if name else entry


def _opened(kind: Type) -> Type:
    """The type without the name of its structure, which means another one here."""
    return ArrayOf(_opened(kind.items)) if isinstance(kind, ArrayOf) else ObjectOf()
