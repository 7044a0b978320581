"""Placement: which rows travel in the query, and which in the body."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from scraper.layout.endpoints import Endpoint
from scraper.layout.material import Material
from scraper.layout.requests import Call
from spec.model import ArrayOf, Location, ObjectOf, Parameter, Property

IN_QUERY = frozenset({"GET", "DELETE", "HEAD", "OPTIONS"})
GUESSED_QUERY = "The page does not say where this travels; its example sends other values in the query."
GUESSED_BODY = "The page does not say where these values travel; its example sends only others, in the query."

_STATED = re.compile(
    r"\b(?:set|sent|passed|given|specified|included|provided) (?:in|as|via|through) (?:the |an? )?(?:\w+ )?"
    r"(?:(?P<header>(?:request )?headers?)|(?P<query>query(?: string)?(?: parameters?)?))(?=[.,;)]|$)",
    re.IGNORECASE,
)


def split_headers(rows: Sequence[Property], sent: Collection[str]) -> tuple[list[Property], list[Parameter]]:
    """Rows without those that travel in a header, as their description says or an example shows, and those.

    `sent` are the headers that examples send, in lower case.
    """
    headers = [row for row in rows if _stated_place(row) == "header" or row.name.lower() in sent]
    return [row for row in rows if row not in headers], [Parameter(Location.HEADER, row) for row in headers]


def _stated_place(row: Property) -> str | None:
    match = _STATED.search(row.description)
    return match.lastgroup if match else None


def sends_body(method: str, material: Material) -> bool:
    """Whether an operation may send a body; one that deletes only where the page shows its body."""
    return method not in IN_QUERY or (method == "DELETE" and any(shown.is_request for shown in material.shown))


@dataclass(frozen=True, slots=True)
class Placement:
    """Rows by place; `note` says that the body rests on a guess, if it does."""

    query: tuple[Property, ...] = ()
    body: tuple[Property, ...] = ()
    note: str = ""


def place_rows(endpoint: Endpoint, rows: Sequence[Property], calls: Sequence[Call], shows_body: bool) -> Placement:
    """Divides rows by method and by what the examples show.

    A row that an example sends in the query travels there. Under a method with a body, the rows that
    no example sends stay in the body; they follow the others into the query only where the example
    is a complete call without a body: it sends all required rows and at least half of all.

    Args:
        endpoint: Method, path, and the query parameters that the path prints.
        rows: The rows that stand for no placeholder.
        calls: What the examples send.
        shows_body: Whether the page shows a body besides the calls.
    """
    shows_body = shows_body or any(call.has_body for call in calls)
    sent = {name for call in calls for name, _ in call.query}
    if endpoint.method in IN_QUERY:
        is_sent = shows_body if endpoint.method == "DELETE" else any(call.has_body for call in calls)
        return _split(rows, sent) if is_sent else Placement(tuple(rows))
    sent |= {name for name, _ in endpoint.query} | {row.name for row in rows if _stated_place(row) == "query"}
    known = [row for row in rows if row.name in sent]
    if not known or shows_body:
        return _split(rows, sent)
    is_complete = 2 * len(known) >= len(rows) and not any(_is_required(row) for row in rows if row.name not in sent)
    if not is_complete:
        return replace(_split(rows, sent), note=GUESSED_BODY)
    following = {row.name for row in rows if _is_plain(row)} | sent
    placed = _split(
        [row if row.name in sent or row.name not in following else _guessed(row) for row in rows], following
    )
    return replace(placed, note=GUESSED_BODY if placed.body else "")


def _split(rows: Sequence[Property], in_query: set[str]) -> Placement:
    return Placement(
        tuple(row for row in rows if row.name in in_query), tuple(row for row in rows if row.name not in in_query)
    )


def _is_required(row: Property) -> bool:
    return row.required is not None and row.required.value


def _is_plain(row: Property) -> bool:
    """Whether a value fits into a query without a convention for lists and objects."""
    return not isinstance(row.type, ArrayOf | ObjectOf) and "[" not in row.name


def _guessed(row: Property) -> Property:
    return replace(row, description=f"{row.description}\n\n{GUESSED_QUERY}".strip())
