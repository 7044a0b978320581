"""Operations that the page prints more than once, and examples that stand outside their section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace

from scraper.dialects.coding.examples import Side, named, note_repairs, with_action
from scraper.dialects.coding.notes import Notes
from scraper.dialects.coding.operations import Parsed
from scraper.examples import ParsedJson
from spec.diagnostics import Diagnostic
from spec.model import Example, MediaType, ObjectOf, Operation, Property, Source, Type


def join_printings(parsed: Sequence[Parsed], notes: Notes) -> tuple[list[Operation], list[Diagnostic]]:
    """One operation per id; of a repeated printing only what it adds is kept."""
    operations: dict[str, Operation] = {}
    findings: list[Diagnostic] = []
    for section in parsed:
        operation = section.operation
        if operation is None:
            continue
        first = operations.get(operation.id)
        if first is None:
            operations[operation.id] = operation
            findings += section.findings
            continue
        own = notes.within(operation.id)
        message = f"The operation is printed before, on line {first.source.first}."
        own.add("duplicate-operation", message, operation.source.first, operation.source.first)
        findings += own.findings
        if _facts(_comparable(first)) != _facts(_comparable(operation)):
            findings += section.findings
            operations[operation.id] = _joined(first, operation)
    return list(operations.values()), findings


def add_examples(
    operations: Sequence[Operation], examples: Sequence[tuple[Side, Example, ParsedJson]], notes: Notes
) -> tuple[list[Operation], list[Diagnostic]]:
    """Gives the examples of the chapters to the operations whose actions they carry."""
    result = {operation.id: operation for operation in operations}
    findings: list[Diagnostic] = []
    current = ""
    for side, example, parsed in examples:
        value = example.value
        action = next(
            (
                op
                for op in operations
                if op.action
                and isinstance(value, dict)
                and side == "request"
                and value.get(op.action_property) == op.action.value
            ),
            None,
        )
        current = action.id if action else current if side == "response" else ""
        own = notes.within(current)
        note_repairs(parsed, own)
        if current:
            result[current] = _with_example(result[current], side, example, own)
        findings += own.findings
    return list(result.values()), findings


def _with_example(operation: Operation, side: Side, example: Example, notes: Notes) -> Operation:
    if side == "request" and operation.request_body is not None:
        body = operation.request_body
        if operation.action is not None:
            example = with_action(example, operation.action, operation.action_property, notes)
        return replace(operation, request_body=replace(body, content=_exemplify(body.content, [example])))
    if side == "response" and operation.responses:
        response, *others = operation.responses
        response = replace(response, content=_exemplify(response.content or (MediaType(),), [example]))
        return replace(operation, responses=(response, *others))
    return operation


def _exemplify(content: tuple[MediaType, ...], examples: Sequence[Example]) -> tuple[MediaType, ...]:
    first, *others = content
    added = named(examples, len(first.examples))
    return (replace(first, examples=(*first.examples, *added)), *others)


def _comparable(operation: Operation) -> Operation:
    return replace(operation, tag="", title="")


def _facts(value: object) -> object:
    """A value without its places."""
    if isinstance(value, Source):
        return None
    if isinstance(value, tuple):
        return tuple(_facts(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value).__name__, *(_facts(getattr(value, f.name)) for f in fields(value)))
    return value


def _joined(first: Operation, again: Operation) -> Operation:
    """The first printing with the rows, examples and statuses that only the second has."""
    body = first.request_body or again.request_body
    if first.request_body and again.request_body:
        body = replace(first.request_body, content=_join(first.request_body.content, again.request_body.content))
    statuses = {response.status: response for response in first.responses}
    for response in again.responses:
        known = statuses.get(response.status)
        statuses[response.status] = (
            replace(known, content=_join(known.content, response.content)) if known else response
        )
    return replace(first, request_body=body, responses=tuple(statuses.values()))


def _join(first: tuple[MediaType, ...], again: tuple[MediaType, ...]) -> tuple[MediaType, ...]:
    if not first or not again:
        return first or again
    known = [example.value for example in first[0].examples]
    new = [example for example in again[0].examples if example.value not in known]
    media, *others = _exemplify(first, new)
    return (replace(media, schema=_join_types(media.schema, again[0].schema)), *others)


def _join_types(first: Type | None, again: Type | None) -> Type | None:
    if first is None or again is None:
        return first or again
    if not isinstance(first, ObjectOf) or not isinstance(again, ObjectOf):
        return first
    merged: dict[str, Property] = {prop.name: prop for prop in first.properties}
    duplicated = len(merged) < len(first.properties)
    for prop in again.properties:
        known = merged.get(prop.name)
        joined = _join_types(known.type, prop.type) if known else None
        merged[prop.name] = replace(known, type=joined) if known and joined else known or prop
    if duplicated:
        added = [prop for name, prop in merged.items() if all(p.name != name for p in first.properties)]
        return replace(first, properties=(*first.properties, *added))
    return replace(first, properties=tuple(merged.values()))
