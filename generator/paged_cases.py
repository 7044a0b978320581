"""Data of the generated tests of iteration: two and a half pages, made from the item that the documentation shows."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.document import mapping, sequence, text
from generator.types import (
    INTEGER,
    NULL,
    STRING,
    AliasDefinition,
    ClassDefinition,
    ClassType,
    Definition,
    Type,
    UnionType,
)
from generator.valid_arguments import ValidArguments
from generator.view import GroupView, OperationView, Paging, Place

#: How many items each page has.
_PAGES = (2, 2, 1)
_ABSENT = object()


def build_paged_cases(
    groups: Sequence[GroupView],
    examples: Mapping[str, object],
    definitions: Iterable[Definition],
    valid: ValidArguments,
) -> list[dict[str, object]]:
    """Return what the test of each operation with pages needs, of those with a documented response that shows how.

    An operation whose arguments do not allow the positions of the test has none.

    Args:
        groups: All operations.
        examples: The data of the other tests: what arguments operations need, and documented responses.
        definitions: All classes and aliases of the package.
        valid: Says which arguments are allowed.
    """
    by_name = {item.name: item for item in definitions}
    views = {str(view.operation_id): view for group in groups for view in group.operations}
    facts = {text(case["operation"]): case for case in map(mapping, sequence(examples["operations"]))}
    cases: dict[str, dict[str, object]] = {}
    for shown in map(mapping, sequence(examples["responses"])):
        name = text(shown["operation"])
        paging = views[name].paging if not shown["is_error"] and name in facts and name not in cases else None
        response = _read_response(paging, shown["body"], by_name) if paging else None
        if paging and response and _allows(valid, views[name], _positions(paging, len(_PAGES))):
            same = {key: facts[name][key] for key in ("operation", "group", "module")}
            same |= {key: shown[key] for key in ("pointer", "status", "media_type")}
            cases[name] = {**same, **_case(paging, response, mapping(facts[name]["arguments"]))}
    return list(cases.values())


def _allows(valid: ValidArguments, view: OperationView, positions: Iterable[object]) -> bool:
    wire = view.paging.position.wire if view.paging else ""
    places = [item for item in view.arguments if item.wire == wire]
    return all(valid.accepts(view, item, value) for item in places for value in positions if value is not None)


def _case(paging: Paging, response: _Response, arguments: Mapping[str, object]) -> dict[str, object]:
    answers = list(response.pages())
    return {
        "method": paging.method,
        "arguments": {name: value for name, value in arguments.items() if name != paging.position.name},
        "location": paging.location,
        "position": str(paging.position.wire),
        "positions": _positions(paging, len(answers)),
        "items": response.items,
        "answers": answers,
    }


def _positions(paging: Paging, count: int) -> list[object]:
    if paging.kind == "token":
        return [None, *map(_token, range(1, count))]
    if paging.kind == "page":
        return [paging.first + number for number in range(count)]
    return [paging.first + sum(_PAGES[:number]) for number in range(count)]


def _token(number: int) -> str:
    return f"token-{number}"


@dataclass(frozen=True, slots=True)
class _Response:
    """A documented response, the place of each thing that differs from page to page, and the items of all pages."""

    body: object
    place: Place
    total: Place | None
    more: Place | None
    next: Place | None
    items: list[object]

    def pages(self) -> Iterator[dict[str, object]]:
        """Yield bodies and headers; the last is empty when nothing else says which page is the last."""
        for number, count in enumerate(_PAGES, start=1):
            begin = sum(_PAGES[: number - 1])
            yield self._page(self.items[begin : begin + count], number, number == len(_PAGES))
        if not (self.total or self.more or self.next):
            yield self._page([], len(_PAGES) + 1, True)

    def _page(self, items: list[object], number: int, is_last: bool) -> dict[str, object]:
        count = sum(_PAGES)
        changes: list[tuple[Place, object]] = [(self.place, items)]
        if self.total:
            changes.append((self.total, str(count) if isinstance(_look_up(self.body, self.total), str) else count))
        if self.more:
            changes.append((self.more, _sign(_look_up(self.body, self.more), not is_last)))
        if self.next:
            changes.append((self.next, "" if is_last else _token(number)))
        body = copy.deepcopy(self.body)
        for place, value in changes:
            body = _replaced(body, [str(wire) for wire, _ in place.path], value) if place.header is None else body
        headers = {str(place.header): str(value) for place, value in changes if place.header is not None}
        return {"body": body, "headers": headers}


def _read_response(paging: Paging, body: object, definitions: Mapping[str, Definition]) -> _Response | None:
    place = next((place for place in paging.items if sequence(_look_up(body, place))), None)
    if place is None:
        return None
    items = list(_vary(sequence(_look_up(body, place))[0], paging.item_type, definitions))
    total, more, following = (_choose(body, places) for places in (paging.total, paging.more, paging.next))
    # What null stands for cannot be told, nor what other type a token has.
    is_clear = more is None or more.header is not None or _look_up(body, more) is not None
    has_token = following is not None and (following.header is not None or isinstance(_look_up(body, following), str))
    if not items or not is_clear or not (has_token or paging.kind != "token"):
        return None
    return _Response(body, place, total, more, following, items)


def _choose(body: object, places: Sequence[Place]) -> Place | None:
    """Return the first place that is a header or in the response."""
    return next((item for item in places if item.header is not None or _look_up(body, item) is not _ABSENT), None)


def _look_up(body: object, place: Place) -> object:
    for wire, _ in place.path:
        body = mapping(body).get(wire, _ABSENT)
    return body


def _replaced(body: object, names: Sequence[str], value: object) -> object:
    """Return `body` with another value where `names` lead."""
    if not names:
        return value
    return {**mapping(body), names[0]: _replaced(mapping(body).get(names[0]), names[1:], value)}


def _sign(known: object, has_more: bool) -> object:
    if isinstance(known, bool):
        return has_more
    return int(has_more) if isinstance(known, int) else "more" if has_more else ""


def _vary(item: object, kind: Type, definitions: Mapping[str, Definition]) -> Iterator[object]:
    """Yield different items, as many as the pages have; none when no property can differ without being wrong."""
    count = sum(_PAGES)
    if isinstance(item, Mapping):
        names = [name for name, type_ in _fields(kind, definitions) if _differs(item.get(name), type_)]
        for number in range(count) if names else ():
            yield {**item, names[0]: _other(item[names[0]], number)}
    elif _differs(item, kind):
        yield from (_other(item, number) for number in range(count))


def _fields(kind: Type, definitions: Mapping[str, Definition]) -> list[tuple[str, Type]]:
    found = definitions.get(kind.name) if isinstance(kind, ClassType) else None
    if isinstance(found, AliasDefinition) and found.type != kind:
        return _fields(found.type, definitions)
    return [(field.wire, field.type) for field in found.fields] if isinstance(found, ClassDefinition) else []


def _differs(value: object, kind: Type) -> bool:
    members = set(kind.members if isinstance(kind, UnionType) else (kind,)) - {NULL}
    if isinstance(value, bool):
        return False
    return (isinstance(value, int) and INTEGER in members) or (isinstance(value, str) and STRING in members)


def _other(value: object, number: int) -> object:
    return value + number if isinstance(value, int) else f"{value}-{number}" if number else value
