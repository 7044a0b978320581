"""Operations that the page prints more than once, and examples that stand outside their section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace

from scraper.dialects.coding.examples import Side, named, note_repairs, with_action
from scraper.dialects.coding.notes import Notes
from scraper.dialects.coding.operations import Parsed
from scraper.examples import ParsedJson
from scraper.passes.printings import join_printings
from spec.diagnostics import Diagnostic
from spec.model import Example, MediaType, Operation, Source


def join_sections(parsed: Sequence[Parsed], notes: Notes) -> tuple[list[Operation], list[Diagnostic]]:
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
            operations[operation.id] = join_printings(first, operation)
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
