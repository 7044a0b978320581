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
    union,
)
from generator.view import Place

#: Names of the number of all items. `count` is not among them: as often it is the number of items on the page.
_TOTALS = (
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
_MORE = (
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
_NEXT = (
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
#: Object about pages → names of the token of the next page in it.
_NEXT_INSIDE: Mapping[str, tuple[str, ...]] = {
    "cursors": ("next", "after"),
    "metadata": ("continue",),
    "next": ("after",),
    "paging": ("after",),
    "pageinfo": ("after",),
}
#: What the description of a token says when it is the next one and not the present.
_SAYS_NEXT = re.compile(r"\b(?:next|subsequent|following)\b|下一", re.IGNORECASE)
#: Names of objects that are about pages.
_ABOUT_PAGES = frozenset(
    {"meta", "metadata", "responsemetadata", "pagination", "paging", "page", "pageinfo", "cursors", "links", "next"}
)
#: Names that lists of items have, and names of lists that are none.
_ITEMS = frozenset({"items", "data", "results", "records", "list", "rows", "entries", "values", "content", "elements"})
_NO_ITEMS = frozenset(
    {"errors", "warnings", "messages", "links", "included", "unreachable", "failures", "failed", "faileditems"}
)
_NUMBERS: frozenset[Type] = frozenset({INTEGER, ScalarType("float"), STRING, ANY})
#: How many objects lie inside one another at most, and how many are looked into.
_DEEPEST, _MOST = 3, 200


def letters(name: str) -> str:
    """Return what of a name counts when names are compared: `X-Total` → `total`, `page[number]` → `pagenumber`."""
    return re.sub(r"[^a-z]", "", re.sub(r"^x-", "", name.lower()))


@dataclass(frozen=True, slots=True)
class _Sign:
    """What is searched for: names, the likeliest first, types, names in certain objects, and words of a description."""

    names: tuple[str, ...]
    types: frozenset[Type]
    inside: Mapping[str, tuple[str, ...]] | None = None
    described: re.Pattern[str] | None = None


_TOTAL = _Sign(_TOTALS, _NUMBERS)


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
            lambda item: any(True for _ in self._beside(item.paths[0][:-1], _TOTAL)),
            lambda item: letters(item.paths[0][-1].wire) in _ITEMS,
            lambda item: len(item.paths[0]) == shallow,
        )
        for test in tests:
            found = [item for item in found if test(item)] or found
        return found

    def find_total(self, items: Items) -> tuple[Place, ...]:
        """Return where the number of all items is."""
        return self._find(items, _TOTAL)

    def find_more(self, items: Items) -> tuple[Place, ...]:
        """Return where something is false, null or empty on the last page."""
        return self._find(items, _Sign(_MORE, _NUMBERS | {BOOLEAN}))

    def find_next(self, items: Items, sent: str) -> tuple[Place, ...]:
        """Return where the token of the next page is; `sent` is its name in the request.

        A token that has this name in the result too may be the present one, unless its description says otherwise.
        """
        same = _Sign((letters(sent),), _NUMBERS, described=_SAYS_NEXT)
        return self._find(items, _Sign(_NEXT, _NUMBERS, _NEXT_INSIDE)) or self._find(items, same)

    def _find(self, items: Items, sign: _Sign) -> tuple[Place, ...]:
        places = [
            Place(header=header)
            for name in sign.names
            for header in self._headers
            if letters(header) == name and not sign.described
        ]
        for path in items.paths:
            above = [path[:length] for length in range(len(path) - 1, -1, -1)]
            found = (place for owner in above for place in self._beside(owner, sign))
            places += [place for place in [next(found, None)] if place is not None]
        return tuple(dict.fromkeys(places))

    def _beside(self, owner: tuple[Field, ...], sign: _Sign) -> Iterator[Place]:
        """Yield what an object has of a sign, then what objects inside it that are about pages have."""
        node = self._nodes.get(owner)
        if node is None:
            return
        by_name = {letters(field.wire): field for field in reversed(node.fields)}
        extra = sign.inside.get(letters(owner[-1].wire), ()) if owner and sign.inside else ()
        for name in (*sign.names, *extra):
            field = by_name.get(name)
            if field is not None and self._is(field, sign):
                yield _place((*owner, field))
        for name, field in by_name.items():
            if name in _ABOUT_PAGES:
                yield from self._beside((*owner, field), sign)

    def _is(self, field: Field, sign: _Sign) -> bool:
        said = sign.described is None or sign.described.search(field.description) is not None
        return said and bool(self._members(field.type) & sign.types)

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
            if isinstance(kind, UnionType):
                parts = [part for part in kind.members if part != NULL]
                lists = [part.item for part in parts if isinstance(part, ListType)]
                if len(parts) > 1:
                    return ListType(union(*lists)) if len(lists) == len(parts) else kind
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
