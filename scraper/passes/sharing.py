"""Shared tables: common parameters, headers, statuses and answers that operations of other pages have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scraper.facts import Link, Shared
from scraper.passes.bodies import schema_of
from spec.model import (
    Location,
    MediaType,
    ObjectOf,
    Operation,
    Parameter,
    Reference,
    RequestBody,
    Response,
    Structure,
)

_LOCATIONS = {"path": Location.PATH, "query": Location.QUERY, "header": Location.HEADER}
_BODILESS = frozenset({"GET", "HEAD"})
_Added = tuple[Operation, list[Structure]]


def add_shared(operation: Operation, link: Link, tables: Sequence[Shared]) -> _Added:
    """The operation with what the tables that a link leads to state of its side, and the structures of their bodies.

    What the operation's own page states stands. Statuses of success are those of all operations together, so that
    only those of failures are added.
    """
    structures: list[Structure] = []
    for shared in tables:
        if shared.part == "status":
            operation = _add_statuses(operation, shared)
    for shared in tables:
        part = link.part if shared.part == "body" and shared.rows and link.part else shared.part
        if link.side == "request" and shared.side != "response" and part in _LOCATIONS:
            operation = _add_parameters(operation, shared, _LOCATIONS[part])
        elif link.side == "response" and shared.side != "request" and part == "header":
            operation = _add_headers(operation, shared)
        elif shared.media is not None and part == "body" and _concerns(link, shared):
            operation, more = _add_body(operation, link, shared)
            structures += more
    return operation, structures


def _concerns(link: Link, shared: Shared) -> bool:
    """Whether a body is one that a link means: that of failures only where it is about these."""
    if link.side == "status" or link.is_error:
        return shared.is_error
    return shared.side in ("", link.side) or shared.is_error


def _add_parameters(operation: Operation, shared: Shared, location: Location) -> Operation:
    known = {(one.location, one.property.name.casefold()) for one in operation.parameters}
    names = {part.partition("}")[0] for part in operation.path.split("{")[1:]}
    fresh = [
        Parameter(location, row)
        for row in shared.rows
        if (location, row.name.casefold()) not in known and (location is not Location.PATH or row.name in names)
    ]
    return replace(operation, parameters=(*operation.parameters, *fresh))


def _add_headers(operation: Operation, shared: Shared) -> Operation:
    """The operation whose successful responses have the headers of a table."""
    responses = [_with_headers(one, shared) if one.status.startswith("2") else one for one in operation.responses]
    if not any(one.status.startswith("2") for one in responses):
        responses.append(_with_headers(Response("2XX", shared.source), shared))
    return _with_responses(operation, responses)


def _with_headers(response: Response, shared: Shared) -> Response:
    known = {one.property.name.casefold() for one in response.headers}
    fresh = (Parameter(Location.HEADER, row) for row in shared.rows if row.name.casefold() not in known)
    return replace(response, headers=(*response.headers, *fresh))


def _add_statuses(operation: Operation, shared: Shared) -> Operation:
    known = {one.status for one in operation.responses}
    fresh = [one for one in shared.statuses if one.status not in known and one.status[0] in "345"]
    return _with_responses(operation, [*operation.responses, *fresh])


def _add_body(operation: Operation, link: Link, shared: Shared) -> _Added:
    if shared.media is None:
        return operation, []
    media, structures = _named(shared.media, shared, operation.id)
    if shared.is_error:
        return _describe_failures(operation, media, shared), structures
    if link.side == "request":
        body = operation.request_body or RequestBody((), shared.source)
        if operation.method in _BODILESS or schema_of(body.content) is not None:
            return operation, []
        return replace(operation, request_body=replace(body, content=_filled(body.content, media))), structures
    success = [one for one in operation.responses if one.status.startswith("2")]
    first = success[0] if success else Response("2XX", shared.source)
    if schema_of(first.content) is not None:
        return operation, []
    others = [one for one in operation.responses if one is not first]
    return _with_responses(operation, [replace(first, content=_filled(first.content, media)), *others]), structures


def _describe_failures(operation: Operation, media: MediaType, shared: Shared) -> Operation:
    """The operation whose failures are answered with a body, where its page does not show another one."""
    failures = [one for one in operation.responses if one.status[0] in "45d"]
    if not failures or (media.examples and all(one.status != "default" for one in failures)):
        failures.append(Response("default", shared.source))
    others = [one for one in operation.responses if one.status[0] not in "45d"]
    bare = replace(media, examples=())
    filled = [
        replace(one, content=(media if one.status == "default" else bare,)) if not one.content else one
        for one in failures
    ]
    return _with_responses(operation, [*others, *filled])


def _named(media: MediaType, shared: Shared, operation: str) -> tuple[MediaType, list[Structure]]:
    """A body whose properties are those of a structure, which all operations share."""
    if not isinstance(media.schema, ObjectOf) or not media.schema.properties:
        return media, []
    structure = Structure(
        shared.name, media.schema.properties, shared.source, operation=operation, printed=(shared.source,)
    )
    return replace(media, schema=Reference(shared.name)), [structure]


def _filled(content: Sequence[MediaType], media: MediaType) -> tuple[MediaType, ...]:
    """A content whose examples are those of the operation, where it has some."""
    shown = tuple(example for one in content if one.name == media.name for example in one.examples)
    others = tuple(one for one in content if one.name != media.name)
    return (replace(media, examples=shown or media.examples), *others)


def _with_responses(operation: Operation, responses: Iterable[Response]) -> Operation:
    return replace(operation, responses=tuple(sorted(responses, key=lambda one: one.status)))
