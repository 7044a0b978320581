"""Echoes: what a response example repeats of its own request example."""

from __future__ import annotations

from collections.abc import Iterator

from scraper.passes.shown import Shown
from scraper.passes.witnesses import Body, bodies_of
from spec.diagnostics import Diagnostic
from spec.model import Api, Operation

DEPTH = 2


def check_echoes(api: Api) -> tuple[Diagnostic, ...]:
    """Reports properties of a request example that its response example shows with another value."""
    return tuple(finding for operation in api.operations for finding in _check(operation))


def _check(operation: Operation) -> Iterator[Diagnostic]:
    bodies = list(bodies_of(operation))
    sent: dict[str, list[Shown]] = {}
    for name, value in (pair for body in bodies if body.label == "request" for pair in _sent(body)):
        sent.setdefault(name, []).append(value)
    if operation.action is not None:
        sent.pop(operation.action_property, None)
    for body in bodies:
        if not body.label.startswith("response 2"):
            continue
        for shown in body.shown:
            for name, answer in _answers(shown):
                asked = sent.get(name, ())
                if asked and all(_differ(value, answer) for value in asked):
                    yield _mismatch(operation.id, f"{body.label}.{name}", asked[-1], answer)


def _mismatch(operation: str, pointer: str, asked: Shown, answer: Shown) -> Diagnostic:
    name = pointer.rpartition(".")[2]
    message = f"the request sends {name} {asked.value!r} (line {asked.source.first}), the response has {answer.value!r}"
    source = answer.source
    return Diagnostic("example-echo-mismatch", message, source.page, source.first, source.last, operation, pointer)


def _sent(body: Body) -> Iterator[tuple[str, Shown]]:
    for shown in body.shown:
        for name, value in shown.members:
            if value.kind in ("string", "integer", "number", "boolean"):
                yield name, value


def _answers(shown: Shown) -> Iterator[tuple[str, Shown]]:
    """The values of an answer and of what it wraps, each name where it is least deep.

    A name that stands deeper again is that of something else, and so are those in one of several objects.
    """
    known: set[str] = set()
    level = [shown]
    for _ in range(DEPTH + 1):
        members = [member for one in level for member in one.members]
        found = [(name, value) for name, value in members if name not in known]
        known.update(name for name, _ in members)
        yield from ((name, value) for name, value in found if value.kind not in ("object", "array", "null"))
        level = [value for _, value in members if value.kind == "object"]
        if len(level) != 1:
            return


def _differ(asked: Shown, answer: Shown) -> bool:
    return asked.kind == answer.kind and asked.value != answer.value and not answer.is_masked
