"""Which operations have pages, and how one page follows another: iteration derived from what is documented.

An operation has pages when it only reads, an argument is known to say where a page starts, and the result has one list
that can be the items. Names are the only evidence for the first; where they leave several readings there is no
iteration, and a finding says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.arguments import read_parameters
from generator.docstrings import build_iteration_docstring
from generator.document import Document, join_pointer, mapping
from generator.names import NameScope
from generator.operations import RawOperation
from generator.paged_results import Items, ResultSearch, letters
from generator.schemas import SchemaCatalogue
from generator.types import ANY, INTEGER, STRING, Definition, ScalarType, Type, UnionType
from generator.view import Argument, GroupView, OperationView, Paging

#: Names of the argument that says where a page starts, as a number of items, as a number of pages, or as a token. They
#: are compared by their letters: `PageNumber`, `page_number` and `page[number]` are one name.
_OFFSETS = frozenset({"offset", "start", "skip", "startat", "startindex", "firstresult"})
_PAGES = frozenset({"page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage", "pagecurrent"})
_TOKENS = frozenset(
    {
        "cursor",
        "pagetoken",
        "nexttoken",
        "nextpagetoken",
        "continuationtoken",
        "continuation",
        "continue",
        "marker",
        "after",
        "aftercursor",
        "nextcursor",
        "pagecursor",
        "startcursor",
        "startingtoken",
        "nextmarker",
        "pageafter",
    }
)
#: Those that are a number of items to leave out, which is 0 at the start.
_AMOUNTS = frozenset({"offset", "skip"})
#: Names of the argument that says how many items a page has, the likeliest first.
_SIZES = (
    "limit",
    "pagesize",
    "perpage",
    "pagelimit",
    "maxresults",
    "maxitems",
    "maxpagesize",
    "itemsperpage",
    "resultsperpage",
    "pagelength",
    "size",
    "count",
    "take",
    "top",
    "rows",
)
#: Beside one of these, `start` is the beginning of a range: of times, of versions.
_ENDS = frozenset({"end", "stop", "until", "to", "finish"})
_NUMBERS: frozenset[Type] = frozenset({INTEGER, ScalarType("float"), ANY})
_TEXTS: frozenset[Type] = frozenset({STRING, INTEGER, ANY})


def add_paging(
    document: Document, catalogue: SchemaCatalogue, raw: Sequence[RawOperation], groups: Sequence[GroupView]
) -> tuple[GroupView, ...]:
    """Return `groups` with an iterating method for each operation that has pages."""
    builder = PagingBuilder(document, catalogue)
    sources = {operation.identifier: operation for operation in raw}
    result: list[GroupView] = []
    for group in groups:
        names = NameScope(view.name for view in group.operations)
        views = [
            _with_method(view, builder.derive(sources[view.operation_id], view), names) for view in group.operations
        ]
        result.append(replace(group, operations=tuple(views)))
    return tuple(result)


def _with_method(view: OperationView, paging: Paging | None, names: NameScope) -> OperationView:
    if paging is None:
        return view
    method = names.take(f"iter_{view.name}".rstrip("_"))
    docstring = build_iteration_docstring(view, paging.position)
    return replace(view, paging=replace(paging, method=method, docstring=docstring))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The arguments of an operation that may be about pages: what may say where one starts, and its size."""

    tokens: list[Argument]
    numbers: list[Argument]
    size: Argument | None


class _UncertainError(Exception):
    """There may be pages, but the document leaves several readings; the message says which."""


class PagingBuilder:
    """Derives the paging of one operation after the other."""

    def __init__(self, document: Document, catalogue: SchemaCatalogue) -> None:
        self._document = document
        self._catalogue = catalogue
        self._definitions: Mapping[str, Definition] = {item.name: item for item in catalogue.definitions}

    def derive(self, raw: RawOperation, view: OperationView) -> Paging | None:
        """Return how the pages of an operation follow one another; None when it has none or that is not certain."""
        try:
            return self._derive(raw, view)
        except _UncertainError as error:
            self._document.report(view.pointer, f"There is no iteration over pages: {error}.")
            return None

    def _derive(self, raw: RawOperation, view: OperationView) -> Paging | None:
        asked = _read_arguments(view)
        outcomes = [outcome for outcome in view.results if outcome.media_type]
        readable = view.is_safe and view.http_method != "HEAD" and len({outcome.kind for outcome in outcomes}) == 1
        if not readable or not (asked.tokens or asked.numbers):
            return None
        search = ResultSearch(self._definitions, outcomes[0].kind, outcomes[0].headers)
        found = search.find_items()
        if len(found) == 1:
            return self._choose(raw, asked, search, found[0])
        if found:
            raise _UncertainError(f"any of the lists {_name_all(item.name for item in found)} can be the items")
        if asked.size:
            raise _UncertainError("the result has no list")
        return None

    def _choose(self, raw: RawOperation, asked: _Asked, search: ResultSearch, items: Items) -> Paging | None:
        total, more = search.find_total(items), search.find_more(items)
        following = search.find_next(items, asked.tokens[0].wire) if asked.tokens else ()
        if following:
            position = _only(asked.tokens)
            more = tuple(place for place in more if place not in following)
            return Paging("token", position, asked.size, 0, items.type, items.places, more=more, next=following)
        # An offset alone may be one of time, or of bytes.
        numbers = [item for item in asked.numbers if asked.size or total or _kind(item) == "page"]
        if numbers:
            position = _only(numbers)
            kind, first = _kind(position), self._first(raw, position)
            return Paging(kind, position, asked.size, first, items.type, items.places, total=total, more=more)
        if asked.tokens and asked.size:
            raise _UncertainError("the result does not say where the next page starts")
        return None

    def _first(self, raw: RawOperation, argument: Argument) -> int:
        """Return the position of the first page: the documented default or minimum, otherwise what is usual."""
        schema = self._schema(raw, argument)
        documented = [schema[key] for key in ("default", "minimum") if _is_position(schema.get(key))]
        if documented and documented[0] and letters(argument.wire) in _AMOUNTS:
            raise _UncertainError(f"{str(argument.wire)!r} says how much to leave out, but starts at {documented[0]}")
        usual = 1 if _kind(argument) == "page" else 0
        return next((value for value in documented if isinstance(value, int)), usual)

    def _schema(self, raw: RawOperation, argument: Argument) -> Mapping[str, object]:
        if argument.location == "query":
            parameters = read_parameters(self._document, raw.item, raw.value, raw.pointer)
            found = next(item for item in parameters if (item.location, item.wire) == ("query", argument.wire))
            return self._catalogue.resolve(found.value.get("schema"), join_pointer(found.pointer, "schema"))
        body, at = self._document.resolve(raw.value.get("requestBody"), join_pointer(raw.pointer, "requestBody"))
        for media_type, media in mapping(body.get("content")).items():
            pointer = join_pointer(at, "content", media_type, "schema")
            properties = mapping(self._catalogue.resolve(mapping(media).get("schema"), pointer).get("properties"))
            if argument.wire in properties:
                at = join_pointer(pointer, "properties", argument.wire)
                return self._catalogue.resolve(properties[argument.wire], at)
        return {}


def _read_arguments(view: OperationView) -> _Asked:
    sent = {letters(item.wire): item for item in view.arguments if item.location in ("query", "property")}
    counted = (_OFFSETS | _PAGES) - ({"start"} if _ENDS & set(sent) else set())
    return _Asked(
        tokens=[item for name, item in sent.items() if name in _TOKENS and _is_of(item.kind, _TEXTS)],
        numbers=[item for name, item in sent.items() if name in counted and _is_of(item.kind, _NUMBERS)],
        size=next((sent[name] for name in _SIZES if name in sent and _is_of(sent[name].kind, _NUMBERS)), None),
    )


def _only(positions: Sequence[Argument]) -> Argument:
    if len(positions) > 1:
        raise _UncertainError(f"any of {_name_all(item.wire for item in positions)} can say where a page starts")
    return positions[0]


def _is_position(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _kind(position: Argument) -> str:
    return "page" if letters(position.wire) in _PAGES else "offset"


def _is_of(kind: Type, types: frozenset[Type]) -> bool:
    return bool(set(kind.members if isinstance(kind, UnionType) else (kind,)) & types)


def _name_all(names: Iterable[str]) -> str:
    return ", ".join(repr(str(name)) for name in names)
