"""Where the items of a page, their total and the sign of another page stand in a result.

Names are compared by their letters alone, without a leading `X-`: `TotalCount`, `X-Total-Count`, `total_count` are one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.literal import Text
from generator.types import (
    ANY,
    BOOLEAN,
    INTEGER,
    NULL,
    STRING,
    AliasDefinition,
    ClassDefinition,
    ClassType,
    Definition,
    Field,
    ListType,
    LiteralType,
    ScalarType,
    Type,
    UnionType,
)
from generator.view import Place

#: Names of the number of all items. `count` is not among them: as often it is the number of items on the page.
TOTALS = (
    "totalcount",
    "total",
    "totalitems",
    "totalresults",
    "totalrecords",
    "totalrows",
    "totalrow",
    "totalelements",
    "totalentries",
    "totalhits",
    "totalnum",
    "totalsize",
    "paginationtotal",
    "paginationtotalcount",
)
#: Names of what is false, null or empty on the last page.
MORE = (
    "hasmore",
    "hasnext",
    "hasnextpage",
    "hasmoreitems",
    "hasmoreresults",
    "istruncated",
    "more",
    "next",
    "nextpage",
    "nexturl",
    "nextlink",
    "nextpageurl",
    "nextpagelink",
)
#: Names of the token of the next page.
NEXT = (
    "nextcursor",
    "nextpagetoken",
    "nexttoken",
    "nextcontinuationtoken",
    "continuationtoken",
    "continuation",
    "nextpagecursor",
    "nextmarker",
    "nextafter",
    "endcursor",
)
#: Names of the token of the next page inside an object that is about pages.
_NEXT_AMONG_PAGES = ("continue", "after")
#: Names of objects that are about pages.
_ABOUT_PAGES = frozenset(
    {"meta", "metadata", "responsemetadata", "pagination", "paging", "page", "pageinfo", "cursors", "links", "next"}
)
#: Names that lists of items have, and names of lists that are none.
_ITEMS = frozenset({"items", "data", "results", "records", "list", "rows", "entries", "values", "content", "elements"})
_NO_ITEMS = frozenset({"errors", "warnings", "messages", "links", "included"})
_NUMBERS: frozenset[Type] = frozenset({INTEGER, ScalarType("float"), STRING, ANY})
_SIGNS = _NUMBERS | {BOOLEAN}
#: How many objects lie inside one another at most, and how many are looked into.
_DEEPEST, _MOST = 3, 200


def letters(name: str) -> str:
    """Return what of a name counts when names are compared: `X-Total` → `total`, `page[number]` → `pagenumber`."""
    return re.sub(r"[^a-z]", "", re.sub(r"^x-", "", name.lower()))


@dataclass(frozen=True, slots=True)
class _Node:
    """An object inside a result, with the properties that lead to it."""

    path: tuple[Field, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a page: their type and the ways to them, several when a property is spelled in two ways."""

    type: Type
    paths: tuple[tuple[Field, ...], ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the places."""
        return tuple(map(_place, self.paths))

    @property
    def name(self) -> str:
        """Return the path in JSON, for a message."""
        return ".".join(field.wire for field in self.paths[0])


class ResultSearch:
    """Searches one result."""

    def __init__(self, definitions: Mapping[str, Definition], result: Type, headers: Sequence[Text]) -> None:
        """Search `result` and the names of its `headers`; `definitions` has all classes by name."""
        self._definitions = definitions
        self._headers = headers
        self._result = self._bare(result)
        self._nodes = {node.path: node for node in self._walk()}

    def find_items(self) -> list[Items]:
        """Return the items; several when the result has several lists and nothing tells which has the items."""
        if isinstance(self._result, ListType):
            return [Items(self._result.item, ((),))]
        found = list(self._lists())
        shallow = min((len(item.paths[0]) for item in found), default=0)
        tests: tuple[Callable[[Items], bool], ...] = (
            lambda item: letters(item.paths[0][-1].wire) not in _NO_ITEMS,
            lambda item: any(True for _ in self._beside(item.paths[0][:-1], TOTALS, _NUMBERS)),
            lambda item: letters(item.paths[0][-1].wire) in _ITEMS,
            lambda item: len(item.paths[0]) == shallow,
        )
        for test in tests:
            found = [item for item in found if test(item)] or found
        return found

    def find_total(self, items: Items) -> tuple[Place, ...]:
        """Return where the number of all items is."""
        return self._find(items, TOTALS, _NUMBERS)

    def find_more(self, items: Items) -> tuple[Place, ...]:
        """Return where something is false, null or empty on the last page."""
        return self._find(items, MORE, _SIGNS)

    def find_next(self, items: Items) -> tuple[Place, ...]:
        """Return where the token of the next page is."""
        return self._find(items, NEXT, _NUMBERS, _NEXT_AMONG_PAGES)

    def _find(
        self, items: Items, names: Sequence[str], types: frozenset[Type], among_pages: Sequence[str] = ()
    ) -> tuple[Place, ...]:
        places = [Place(header=header) for name in names for header in self._headers if letters(header) == name]
        for path in items.paths:
            above = [path[:length] for length in range(len(path) - 1, -1, -1)]
            found = (place for owner in above for place in self._beside(owner, names, types, among_pages))
            places += [place for place in [next(found, None)] if place is not None]
        return tuple(dict.fromkeys(places))

    def _beside(
        self, owner: tuple[Field, ...], names: Sequence[str], types: frozenset[Type], among_pages: Sequence[str] = ()
    ) -> Iterator[Place]:
        """Yield the properties of an object that have one of `names`, then those of objects inside it about pages."""
        node = self._nodes.get(owner)
        if node is None:
            return
        by_name = {letters(field.wire): field for field in reversed(node.fields)}
        for name in names:
            field = by_name.get(name)
            if field is not None and self._members(field.type) & types:
                yield _place((*owner, field))
        for name, field in by_name.items():
            if name in _ABOUT_PAGES:
                yield from self._beside((*owner, field), (*names, *among_pages), types, among_pages)

    def _walk(self) -> Iterator[_Node]:
        waiting: list[tuple[tuple[Field, ...], Type]] = [((), self._result)]
        for number, (path, kind) in enumerate(waiting):
            fields = self._fields(kind)
            yield _Node(path, fields)
            if len(path) < _DEEPEST and number < _MOST:
                inner = (((*path, field), self._bare(field.type)) for field in fields)
                waiting += [(longer, type_) for longer, type_ in inner if self._fields(type_)]

    def _lists(self) -> Iterator[Items]:
        """Yield all lists; those whose paths differ in upper and lower case only are one."""
        found: dict[tuple[tuple[str, ...], Type], list[tuple[Field, ...]]] = {}
        for node in self._nodes.values():
            for field in node.fields:
                kind = self._bare(field.type)
                if isinstance(kind, ListType):
                    path = (*node.path, field)
                    found.setdefault((tuple(step.wire.casefold() for step in path), kind.item), []).append(path)
        for (_, kind), paths in found.items():
            yield Items(kind, tuple(paths))

    def _fields(self, kind: Type) -> tuple[Field, ...]:
        found = self._definitions.get(kind.name) if isinstance(kind, ClassType) else None
        return found.fields if isinstance(found, ClassDefinition) else ()

    def _bare(self, kind: Type) -> Type:
        """Return what an alias stands for, without null."""
        known: set[str] = set()
        while True:
            if isinstance(kind, UnionType) and len(parts := [part for part in kind.members if part != NULL]) == 1:
                kind = parts[0]
            elif isinstance(kind, ClassType) and kind.name not in known:
                known.add(kind.name)
                alias = self._definitions.get(kind.name)
                if not isinstance(alias, AliasDefinition):
                    return kind
                kind = alias.type
            else:
                return kind

    def _members(self, kind: Type) -> frozenset[Type]:
        bare = self._bare(kind)
        parts = bare.members if isinstance(bare, UnionType) else (bare,)
        return frozenset(STRING if isinstance(part, LiteralType) else part for part in parts)


def _place(path: tuple[Field, ...]) -> Place:
    return Place(path=tuple((field.wire, field.name) for field in path))
