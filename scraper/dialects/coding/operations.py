"""A section laid out as a call → operation and structures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.dialects.coding.examples import envelope_of, named, objects_in, objects_under, of_side, with_action
from scraper.dialects.coding.layout import Parts
from scraper.dialects.coding.notes import Notes
from scraper.dialects.coding.rows import ReadRow, read_rows
from scraper.dialects.coding.structures import define, finish_rows, places_of
from scraper.dialects.coding.values import attach_values
from scraper.dialects.coding.words import ACTION_IN_PATH, ACTION_ROW, CALL
from scraper.passes.shown import Shown, shown_by
from scraper.vocabulary import fold
from spec.diagnostics import Diagnostic
from spec.model import (
    Evidence,
    Example,
    Fact,
    MediaType,
    ObjectOf,
    Operation,
    Property,
    RequestBody,
    Response,
    Scalar,
    Source,
    Structure,
    Type,
)

ACTION = "Action"


@dataclass(frozen=True, slots=True)
class Habits:
    """What every call of a page shares, for sections that do not print it."""

    path: str = ""
    method: str = "POST"
    envelope: str = ""
    status: str = "200"
    last_line: int = 0


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one section states; `operation` is `None` where it defines structures only."""

    operation: Operation | None
    structures: tuple[Structure, ...]
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Call:
    """How an operation is called; without an action it cannot be."""

    id: str
    method: str
    path: str
    action: Fact[str] | None
    source: Source


def habits_of(all_parts: Sequence[Parts], rpc_path: str, last_line: int) -> Habits:
    """The path, method, envelope and status that most sections of the page print."""
    calls = [m for p in all_parts if p.call and ACTION_IN_PATH.search(p.call[0]) and (m := CALL.match(p.call[0]))]
    paths = [m[2].split("?")[0] for m in calls]
    envelopes = [e for p in all_parts if (e := envelope_of(of_side(p.examples, "response")))]
    return Habits(
        _most(paths) or rpc_path,
        _most([m[1].upper() for m in calls]) or "POST",
        _most(envelopes),
        _most([p.status[0] for p in all_parts if p.status]) or "200",
        last_line,
    )


def _most(words: Sequence[str]) -> str:
    return max(dict.fromkeys(words), key=words.count) if words else ""


def parse_section(parts: Parts, notes: Notes, habits: Habits) -> Parsed:
    """Reads one section; everything that it states is reported under the operation's id."""
    request = [row for table in parts.request for row in read_rows(table, notes, "request")]
    call = _call(parts, request, notes, habits)
    notes = _renamed(notes, call.id if call else "")
    answered = [row for table in parts.response for row in read_rows(table, notes, "response")]
    asked = [shown_by(e, notes.operation) for e in of_side(parts.examples, "request")]
    told = [shown_by(e, notes.operation) for e in of_side(parts.examples, "response")]
    envelope = _envelope(parts, answered, habits)
    inside = objects_under(told, envelope) if envelope else told
    places = places_of(request, asked, "request") + places_of(answered, inside, "response")
    structures = define(parts.structures, places, notes)
    request, answered, structures = _valued(parts, request, answered, structures, [*asked, *told], notes)
    if call is None:
        line = parts.section.title or parts.section.blocks[0]
        notes.add(
            "not-an-operation", "The section defines structures; there is nothing to call.", line.first, line.last
        )
        return Parsed(None, tuple(structures), tuple(notes.findings))
    operation = Operation(
        id=call.id,
        method=call.method,
        path=call.path,
        title=parts.section.name,
        source=call.source,
        description="\n".join(text for text in parts.prose if text != parts.section.name),
        tag=parts.section.group,
        request_body=_request_body(parts, request, asked, call, notes),
        responses=(_response(parts, answered, inside, envelope, habits, notes), *_other_responses(parts, notes)),
        action=call.action,
        action_in_query=call.action is not None and _acts_in_query(parts),
        broken=call.action is None,
    )
    return Parsed(operation, tuple(structures), tuple(notes.findings))


def _valued(
    parts: Parts,
    request: Sequence[ReadRow],
    answered: Sequence[ReadRow],
    structures: Sequence[Structure],
    shown: Sequence[Shown],
    notes: Notes,
) -> tuple[list[ReadRow], list[ReadRow], list[Structure]]:
    """Rows and structures with the values of the section's tables of values."""
    owners = [tuple(row.prop for row in rows) for rows in (request, answered)]
    owners += [structure.properties for structure in structures]
    asked, told, *others = attach_values(parts.values, owners, shown, notes)
    return (
        _with_properties(request, asked),
        _with_properties(answered, told),
        [replace(structure, properties=own) for structure, own in zip(structures, others, strict=True)],
    )


def _with_properties(rows: Sequence[ReadRow], properties: Sequence[Property]) -> list[ReadRow]:
    return [replace(row, prop=prop) for row, prop in zip(rows, properties, strict=True)]


def _renamed(notes: Notes, operation: str) -> Notes:
    renamed = notes.within(operation)
    renamed.findings = [replace(finding, operation=operation) for finding in notes.findings]
    return renamed


# ---------------------------------------------------------------- how it is called


def _acts_in_query(parts: Parts) -> bool:
    return parts.call is not None and ACTION_IN_PATH.search(parts.call[0]) is not None


def _call(parts: Parts, request: Sequence[ReadRow], notes: Notes, habits: Habits) -> _Call | None:
    """Method, path and action; `None` for a section with nothing to call."""
    title = parts.section.title
    span = title or (parts.section.blocks[0] if parts.section.blocks else None)
    last = parts.section.blocks[-1].last if parts.section.blocks else 0
    first = span.first if span else 1
    source = Source(notes.page, first, max(first, last))
    if not (parts.request or parts.response or parts.examples):
        return None
    action = _action(parts, request, notes)
    match = CALL.match(parts.call[0]) if parts.call else None
    if action is not None:
        path = match[2].split("?")[0] if match else habits.path
        return _Call(action.value, match[1].upper() if match else habits.method, path, action, source)
    words = re.sub(r"[^\w]+", "-", parts.section.name).strip("-") or str(first)
    call = _Call(f"op-{words}", match[1].upper() if match else habits.method, habits.path or "/", None, source)
    _note_broken(parts, notes, call, habits)
    return call


def _note_broken(parts: Parts, notes: Notes, call: _Call, habits: Habits) -> None:
    if parts.call is not None:
        line = parts.call[1]
        notes.add("broken-path", f"{parts.call[0]!r} names no action.", line.first, line.last, "path")
        return
    end = max(call.source.last, call.source.first)
    if end >= habits.last_line:
        notes.add("truncated", "The page ends before the section does.", end, end)
    else:
        notes.add("broken-path", "The section prints no path and no action.", call.source.first, end, "path")


def _action(parts: Parts, request: Sequence[ReadRow], notes: Notes) -> Fact[str] | None:
    row = next((r.prop for r in request if r.prop.name == ACTION), None)
    said = ACTION_ROW.search(row.description) if row else None
    called = ACTION_IN_PATH.search(parts.call[0]) if parts.call else None
    if called and parts.call:
        if said and row and said[1] != called[1]:
            message = f"The table says {said[1]!r}, the call line {called[1]!r}."
            notes.add("broken-path", message, row.source.first, row.source.last, f"request.{ACTION}")
        if said is None or said[1] != called[1]:
            return Fact(called[1], notes.source(parts.call[1], Evidence.URL))
    return Fact(said[1], row.source) if said and row else None


# ---------------------------------------------------------------- request and response


def _request_body(
    parts: Parts, rows: Sequence[ReadRow], shown: Sequence[Shown], call: _Call, notes: Notes
) -> RequestBody | None:
    examples = of_side(parts.examples, "request")
    properties = _with_action_row(finish_rows(rows, shown), parts, call, notes)
    if not properties and not examples:
        return None
    examples = [with_action(example, call.action, ACTION, notes) for example in examples]
    span = parts.request[0] if parts.request else (parts.section.title or parts.section.blocks[0])
    source = notes.source(span)
    schema: Type | None = ObjectOf(properties) if properties else None
    required = Fact(True, call.action.source) if call.action else None
    media = MediaType(schema=schema, examples=named(examples), source=source)
    return RequestBody((media,), source, required, "\n".join(parts.request_prose))


def _with_action_row(rows: tuple[Property, ...], parts: Parts, call: _Call, notes: Notes) -> tuple[Property, ...]:
    """The rows, with the action as a constant; where no row has it, it is added."""
    action = call.action
    if any(row.name == ACTION for row in rows):
        return tuple(_constant(row, action) if action and row.name == ACTION else row for row in rows)
    span = parts.request[0] if parts.request else (parts.section.title or parts.section.blocks[0])
    if parts.request or action:
        message = f"The request table has no row for {ACTION}."
        notes.add("missing-action-row", message, span.first, span.first, f"request.{ACTION}")
    if action is None:
        return rows
    added = Property(ACTION, Scalar("string"), action.source, type_source=action.source)
    return (_constant(added, action), *rows)


def _constant(row: Property, action: Fact[str]) -> Property:
    return replace(row, const=action, required=row.required or Fact(True, action.source))


def _envelope(parts: Parts, rows: Sequence[ReadRow], habits: Habits) -> str:
    """The key around the response, unless the table has a row for it."""
    examples = of_side(parts.examples, "response")
    key = envelope_of(examples) if examples else habits.envelope
    return "" if any(fold(row.prop.name) == fold(key) for row in rows) else key


def _response(
    parts: Parts, rows: Sequence[ReadRow], inside: Sequence[Shown], envelope: str, habits: Habits, notes: Notes
) -> Response:
    examples = of_side(parts.examples, "response")
    span = parts.response[0] if parts.response else (parts.section.title or parts.section.blocks[0])
    source = notes.source(span)
    schema: Type | None = None
    if parts.response:
        schema = ObjectOf(finish_rows(rows, list(objects_in(inside))))
        if envelope:
            schema = ObjectOf((Property(envelope, schema, _enveloping(examples, envelope, source, notes)),))
    content = (MediaType(schema=schema, examples=named(examples), source=source),) if schema or examples else ()
    if parts.status:
        return Response(
            parts.status[0], notes.source(parts.status[1]), "\n".join(parts.response_prose), content=content
        )
    return Response(habits.status, source, "\n".join(parts.response_prose), content=content)


def _other_responses(parts: Parts, notes: Notes) -> Iterator[Response]:
    """One response per status beside the main one, in the order in which the section prints them."""
    main = parts.status[0] if parts.status else ""
    statuses = {status: block for status, block in parts.statuses if status != main}
    told = [read for read in parts.examples if read.status]
    statuses |= {read.status[0]: read.status[1] for read in told if read.status and read.status[0] not in statuses}
    for status, block in statuses.items():
        source = notes.source(block)
        examples = named([read.example for read in told if read.status and read.status[0] == status])
        yield Response(status, source, content=(MediaType(examples=examples, source=source),) if examples else ())


def _enveloping(examples: Sequence[Example], envelope: str, otherwise: Source, notes: Notes) -> Source:
    for example in examples:
        if member := shown_by(example, notes.operation).member(envelope):
            return member.source
    return otherwise
