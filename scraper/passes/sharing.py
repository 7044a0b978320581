"""Shared tables: common parameters, headers, statuses and answers that operations of other pages have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scraper.facts import Link, Shared
from scraper.passes.bodies import Described, name_structure, outermost, schema_of
from spec.diagnostics import Diagnostic
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
    Type,
)

_LOCATIONS = {"path": Location.PATH, "query": Location.QUERY, "header": Location.HEADER}
_BODILESS = frozenset({"GET", "HEAD"})
_OTHERS = frozenset({"header", "query", "path"})
"""Parts of a message that are no body: words about these mean no body."""
_LEFT = "left"
"""A body that words lead to which are about something else, if only by the title of its page."""


def add_shared(
    operation: Operation, link: Link, tables: Sequence[Shared], known: Sequence[Structure]
) -> Described | None:
    """The operation with what the tables that a link leads to state of its side; `None` where they state nothing of it.

    What the operation's own page states stands. Statuses of success are those of all operations together, so that
    only those of failures are added. Where several tables may be the body, none is, and the result is not whole.
    """
    pieces = [piece for shared in tables for piece in _pieces(shared, link, operation)]
    parts = [(part, piece) for piece in pieces if (part := _part_of(piece, link))]
    doubtful = {part for part in ("body", "failure") if len(_distinct(parts, part)) > 1}
    loose = _loose(tables, link)
    if loose and any(not one.part for one in tables):
        doubtful.add("body")
    steps: list[Described] = []
    for part, shared in sorted(parts, key=lambda one: one[0] != "status"):
        step = None if part in (*doubtful, _LEFT) else _STEPS[part](operation, link, shared, known)
        if step is not None:
            steps.append(replace(step, findings=_guesses(shared, part, tables, operation)))
            operation = step.operation
            known = (*known, *step.structures)
    if not steps:
        return None
    structures = tuple(structure for step in steps for structure in step.structures)
    findings = tuple(finding for step in steps for finding in step.findings)
    left = doubtful or loose or any(part == _LEFT for part, _ in parts)
    return Described(operation, structures, findings, not left and all(step.is_whole for step in steps))


def _loose(tables: Sequence[Shared], link: Link) -> list[Shared]:
    """Tables of members that no other table refers to: nobody knows whether words mean them, that do not say so."""
    if link.side == "status" or link.is_error or link.part in _OTHERS:
        return []
    return [one for one in outermost(tables) if one.part == "structure"]


def _distinct(parts: Sequence[tuple[str, Shared]], wanted: str) -> list[MediaType | None]:
    """The different bodies among tables."""
    found: list[MediaType | None] = []
    for part, shared in parts:
        if part == wanted and shared.media not in found:
            found.append(shared.media)
    return found


def _pieces(shared: Shared, link: Link, operation: Operation) -> list[Shared]:
    """A table; one whose page does not say where its rows travel in a request has its place by their names."""
    if shared.part or link.part or link.side != "request":
        return [shared]
    names = {part.partition("}")[0] for part in operation.path.split("{")[1:]}
    in_path = tuple(row for row in shared.rows if row.name in names)
    others = tuple(row for row in shared.rows if row.name not in names)
    part = "query" if operation.method in _BODILESS else "body"
    found = [replace(shared, part="path", rows=in_path)] if in_path else []
    if others:
        media = shared.media
        if in_path and media is not None and isinstance(media.schema, ObjectOf):
            kept = tuple(row for row in media.schema.properties if row.name not in names)
            media = replace(media, schema=ObjectOf(kept))
        found.append(replace(shared, part=part, rows=others, media=media))
    return found


def _part_of(shared: Shared, link: Link) -> str:
    """What a table is to an operation with a link to it: one of `_STEPS`, or `_LEFT`; empty for nothing."""
    if shared.part in ("status", "structure"):
        return "status" if shared.part == "status" and link.side != "request" else ""
    is_about_failures = link.side == "status" or link.is_error
    if link.side == "request":
        part = shared.part or link.part
        is_foreign = shared.side == "response" or (shared.is_error and shared.side != "request")
    elif shared.is_error:
        part = "failure" if shared.part in ("", "body") else ""
        is_foreign = shared.side == "request"
    else:
        part = shared.part or link.part or "body"
        part = {"header": "answer", "body": "body"}.get(part, "")
        is_foreign = shared.side == "request" or is_about_failures
    says_other = link.part in _OTHERS and part in ("body", "failure")
    return "" if is_foreign else _LEFT if says_other else part


def _guesses(shared: Shared, part: str, tables: Sequence[Shared], operation: Operation) -> tuple[Diagnostic, ...]:
    """What is guessed with a table whose page does not say where its rows travel."""
    if part == "path" or all(one.part for one in tables if one.source == shared.source):
        return ()
    what = {"body": "the body", "answer": "headers of responses"}.get(part, f"{part} parameters")
    message = f"a table that does not say where its rows travel was taken for {what}"
    source = shared.source
    return (Diagnostic("missing-table-caption", message, source.page, source.first, source.last, operation.id, part),)


def _add_parameters(operation: Operation, link: Link, shared: Shared, known: Sequence[Structure]) -> Described | None:
    location = _LOCATIONS[shared.part or link.part]
    names = {part.partition("}")[0] for part in operation.path.split("{")[1:]}
    rows = [row for row in shared.rows if location is not Location.PATH or row.name in names]
    stated = {(one.location, one.property.name.casefold()) for one in operation.parameters}
    fresh = [Parameter(location, row) for row in rows if (location, row.name.casefold()) not in stated]
    return Described(replace(operation, parameters=(*operation.parameters, *fresh))) if rows else None


def _add_headers(operation: Operation, link: Link, shared: Shared, known: Sequence[Structure]) -> Described | None:
    """The operation whose successful responses have the headers of a table."""
    responses = [_with_headers(one, shared) if one.status.startswith("2") else one for one in operation.responses]
    if not any(one.status.startswith("2") for one in responses):
        responses.append(_with_headers(Response("2XX", shared.source), shared))
    return Described(_with_responses(operation, responses))


def _with_headers(response: Response, shared: Shared) -> Response:
    known = {one.property.name.casefold() for one in response.headers}
    fresh = (Parameter(Location.HEADER, row) for row in shared.rows if row.name.casefold() not in known)
    return replace(response, headers=(*response.headers, *fresh))


def _add_statuses(operation: Operation, link: Link, shared: Shared, known: Sequence[Structure]) -> Described | None:
    printed = {one.status for one in operation.responses}
    fresh = [one for one in shared.statuses if one.status not in printed and one.status[0] in "345"]
    return Described(_with_responses(operation, [*operation.responses, *fresh])) if shared.statuses else None


def _add_body(operation: Operation, link: Link, shared: Shared, known: Sequence[Structure]) -> Described | None:
    if shared.media is None or (link.side == "request" and operation.method in _BODILESS):
        return None
    media, structures = _named(shared.media, link, shared, known)
    if link.side == "request":
        body = operation.request_body or RequestBody((), shared.source)
        if (stated := schema_of(body.content)) is not None:
            return Described(operation, is_whole=_covers(stated, shared.media.schema, operation, known))
        described = replace(operation, request_body=replace(body, content=_filled(body.content, media)))
        return Described(described, structures)
    success = [one for one in operation.responses if one.status.startswith("2")]
    first = success[0] if success else Response("2XX", shared.source)
    if (stated := schema_of(first.content)) is not None:
        return Described(operation, is_whole=_covers(stated, shared.media.schema, operation, known))
    others = [one for one in operation.responses if one is not first]
    filled = replace(first, content=_filled(first.content, media))
    return Described(_with_responses(operation, [filled, *others]), structures)


def _covers(stated: Type, other: Type | None, operation: Operation, known: Sequence[Structure]) -> bool:
    """Whether a body has all the members that another one has."""
    if isinstance(stated, Reference):
        printed = [one for one in known if one.name == stated.name]
        own = [one for one in printed if one.operation == operation.id]
        stated = ObjectOf((own or printed)[0].properties) if printed else stated
    if not isinstance(stated, ObjectOf) or not isinstance(other, ObjectOf):
        return stated == other
    return {prop.name for prop in other.properties} <= {prop.name for prop in stated.properties}


def _add_failures(operation: Operation, link: Link, shared: Shared, known: Sequence[Structure]) -> Described | None:
    if shared.media is None:
        return None
    media, structures = _named(shared.media, link, shared, known)
    described = _describe_failures(operation, media, shared)
    answers = [
        one.schema for response in described.responses if response.status[0] in "45d" for one in response.content
    ]
    return Described(described, structures) if media.schema in answers else Described(operation, is_whole=False)


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


def _named(
    media: MediaType, link: Link, shared: Shared, known: Sequence[Structure]
) -> tuple[MediaType, tuple[Structure, ...]]:
    """A body whose properties are those of a structure, which all operations share."""
    if not isinstance(media.schema, ObjectOf) or not media.schema.properties:
        return media, ()
    structure = name_structure(shared.name, media.schema.properties, shared.source, link, known)
    return replace(media, schema=Reference(structure.name)), (structure,)


def _filled(content: Sequence[MediaType], media: MediaType) -> tuple[MediaType, ...]:
    """A content whose examples are those of the operation, where it has some."""
    shown = tuple(example for one in content if one.name == media.name for example in one.examples)
    others = tuple(one for one in content if one.name != media.name)
    return (replace(media, examples=shown or media.examples), *others)


def _with_responses(operation: Operation, responses: Iterable[Response]) -> Operation:
    return replace(operation, responses=tuple(sorted(responses, key=lambda one: one.status)))


_STEPS = {
    "status": _add_statuses,
    "path": _add_parameters,
    "query": _add_parameters,
    "header": _add_parameters,
    "answer": _add_headers,
    "body": _add_body,
    "failure": _add_failures,
}
"""What each kind of table adds to an operation; statuses come first, as an answer to failures is that of all."""
