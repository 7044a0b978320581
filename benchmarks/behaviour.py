"""What a call does when things go wrong, and whether it walks through pages: found by calling a server."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from benchmarks.calls import Caller, CallFailedError
from benchmarks.documents import Call, Json, Listing
from benchmarks.server import Received, Reply, Server

STATUSES = (404, 500, 520)
_FAILURE = {"code": "Broken", "message": "It did not work.", "request_id": "r1"}
_ENVELOPE = {"Response": {"Error": {"Code": "ResourceNotFound", "Message": "There is none."}, "RequestId": "r1"}}


@dataclass(frozen=True)
class Outcome:
    """What came of a call: a short text, and whether it was an error class of the package."""

    text: str
    is_typed_error: bool = False


@dataclass(frozen=True)
class Walk:
    """What came of iterating over two pages: a short text, and whether every item came."""

    text: str
    is_complete: bool = False


def observe_reply(caller: Caller, call: Call, reply: Reply) -> Outcome:
    """Makes a call that is answered with `reply`."""
    with Server(lambda _number, _request: reply) as server:
        seen = caller.run_task("observe", caller.package.program(call), server.url)
    return _outcome(caller, seen)


def observe_status(caller: Caller, call: Call, status: int) -> Outcome:
    """Makes a call that is answered with an unsuccessful status and a JSON body."""
    return observe_reply(caller, call, Reply(status, _FAILURE))


def observe_envelope(caller: Caller, call: Call) -> Outcome:
    """Makes a call that is answered with status 200 and an error in the body."""
    return observe_reply(caller, call, Reply(200, _ENVELOPE))


def count_attempts(caller: Caller, call: Call) -> int:
    """Returns how often a call is sent when the first answer is 503 and any other is good."""

    def answer(number: int, _: Received) -> Reply:
        return Reply(503, _FAILURE) if number == 0 else Reply(call.status, call.answer)

    with Server(answer) as server:
        seen = caller.run_task("observe", caller.package.program(call), server.url)
        if not server.received:
            raise CallFailedError(f"{call.operation}: {seen['raised']}: {seen['message']}")
        return len(server.received)


def walk_pages(caller: Caller, call: Call, listing: Listing) -> Walk:
    """Iterates over two pages, if the package has a function for that.

    The first page has all items of the documented answer but the last, the second has that one, any other is empty.
    """
    program = caller.package.program(call)
    if not program.every_item:
        return Walk("none")
    items: list[Json] = _at(call.answer, listing.items)
    if len(items) < 2:
        raise CallFailedError(f"the documented page of {call.operation} has fewer than two items")
    parts: list[list[Json]] = [items[:-1], items[-1:], []]
    pages = [_with_items(call.answer, listing, part, len(items)) for part in parts]
    with Server(lambda number, _: Reply(call.status, pages[min(number, 2)])) as server:
        seen = caller.run_task("count_items", program, server.url)
        targets = {(request.target, request.body) for request in server.received}
    if "items" not in seen:
        raise CallFailedError(f"{seen['raised']}: {seen['message']}")
    is_complete = seen["items"] == len(items) and len(targets) >= 2
    return Walk(f"derived: {seen['items']} of {len(items)} items on 2 pages", is_complete)


def _outcome(caller: Caller, seen: dict[str, Any]) -> Outcome:
    if "returned" in seen:
        return Outcome("silent None" if seen["returned"] == "NoneType" else f"returns {seen['returned']}")
    if seen["module"].partition(".")[0] in caller.package.modules:
        return Outcome(seen["raised"], is_typed_error=True)
    return Outcome(f"crash: {seen['raised']}")


def _at(value: Json, path: tuple[str, ...]) -> Json:
    for name in path:
        value = value[name]
    return value


def _with_items(answer: Json, listing: Listing, items: list[Json], total: int) -> Json:
    if not listing.items:
        return items
    page = copy.deepcopy(answer)
    _at(page, listing.items[:-1])[listing.items[-1]] = items
    if listing.total:
        _at(page, listing.total[:-1])[listing.total[-1]] = total
    return page
