"""Code blocks → examples, and the action that a request example carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from scraper.blocks import Block, Code
from scraper.dialects.coding.notes import Notes
from scraper.examples import ParsedJson, parse_json
from scraper.passes.shown import Shown, shown_by
from spec.model import JSON, Evidence, Example, Fact, Source

MAX_DEPTH = 100
"""Nobody documents JSON that is nested deeper than this."""

Side = Literal["request", "response"]


@dataclass(frozen=True, slots=True)
class ReadExample:
    """An example with the side of the call that it shows; `status` is set where it is not the section's main one."""

    side: Side
    example: Example
    status: tuple[str, Block] | None = None


def read_json(code: Code, page: str) -> tuple[Example, ParsedJson] | None:
    """A JSON example without a name yet, or `None` when the code is no JSON."""
    parsed = parse_json(code.text, code.text_first)
    if parsed is None or not isinstance(parsed.value, dict | list) or _is_too_deep(parsed.value):
        return None
    source = Source(page, code.text_first, code.last, Evidence.EXAMPLE)
    return Example("", parsed.value, source, text=code.text, repaired=bool(parsed.repairs)), parsed


def _is_too_deep(value: JSON) -> bool:
    level: list[JSON] = [value]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return False
    return True


def note_repairs(parsed: ParsedJson, notes: Notes) -> None:
    """Reports every place where an example is not JSON."""
    for repair in parsed.repairs:
        notes.add("invalid-json", f"The example is not valid JSON: {repair.message}.", repair.line, repair.line)


def with_action(example: Example, action: Fact[str] | None, key: str, notes: Notes) -> Example:
    """The request example with the operation's own action, if that is known; its text stays as printed."""
    value = example.value
    if not isinstance(value, dict):
        return example
    first = example.source.first
    if key not in value:
        notes.add("missing-action-in-example", f"The request example has no {key}.", first, first, f"request.{key}")
        if action is None:
            return example
        added: dict[str, JSON] = {key: action.value, **value}
        return replace(example, value=added, repaired=True)
    if action is None or value[key] == action.value:
        return example
    member = shown_by(example, notes.operation).member(key)
    line = member.source.first if member else first
    message = f"The request example carries {key} {value[key]!r} instead of {action.value!r}."
    notes.add("wrong-action-in-example", message, line, line, f"request.{key}")
    return replace(example, value={**value, key: action.value}, repaired=True)


def named(examples: Sequence[Example], taken: int = 0) -> tuple[Example, ...]:
    """The examples as `example-1`, `example-2`, … after those that are taken."""
    return tuple(replace(e, name=f"example-{i}") for i, e in enumerate(examples, taken + 1))


def of_side(examples: Sequence[ReadExample], side: Side) -> list[Example]:
    """The requests, or the responses under the main status."""
    return [read.example for read in examples if read.side == side and read.status is None]


def envelope_of(examples: Sequence[Example]) -> str:
    """The single key around every response example, or nothing."""
    keys = {next(iter(e.value)) if isinstance(e.value, dict) and len(e.value) == 1 else "" for e in examples}
    key = keys.pop() if len(keys) == 1 else ""
    inside = [e.value[key] for e in examples if key and isinstance(e.value, dict)]
    return key if inside and all(isinstance(value, dict) for value in inside) else ""


def objects_under(shown: Sequence[Shown], name: str) -> list[Shown]:
    """The objects that examples show under a key, whatever its case; lists stand for their items."""
    found = [m for s in shown for key, m in s.members if key == name]
    found = found or [m for s in shown for key, m in s.members if key.casefold() == name.casefold()]
    return list(objects_in(found))


def objects_in(shown: Sequence[Shown]) -> Iterator[Shown]:
    """The objects among values and inside lists of them."""
    for value in shown:
        if value.kind == "object":
            yield value
        elif value.kind == "array":
            yield from objects_in(value.items)
