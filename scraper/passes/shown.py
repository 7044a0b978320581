"""Examples as trees whose every value knows its line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from spec.model import JSON, Evidence, Example, Source

_KEY = re.compile(r'"((?:[^"\\\n]|\\.)*)"\s*:')


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that an example shows: where, in which operation, and what is inside it."""

    value: JSON
    source: Source
    operation: str
    items: tuple[Shown, ...] = ()
    members: tuple[tuple[str, Shown], ...] = ()

    @property
    def kind(self) -> str:
        """The JSON kind: null, boolean, integer, number, string, array or object."""
        return kind_of(self.value)

    def member(self, name: str) -> Shown | None:
        """The value under a key, if the object has it."""
        return next((shown for key, shown in self.members if key == name), None)


def kind_of(value: JSON) -> str:
    """The JSON kind of a value; integers and other numbers are told apart."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def shown_by(example: Example, operation: str) -> Shown:
    """The tree of an example; keys that were added by a repair get the first line."""
    return _grow(example.value, _Keys(example), operation, example.source.first)


class _Keys:
    """The keys of an example in the order of its text, each with its page line."""

    def __init__(self, example: Example) -> None:
        self.page = example.source.page
        first = example.source.first
        self._keys: list[tuple[str, int]] = []
        line, position = first, 0
        for match in _KEY.finditer(example.text):
            line += example.text.count("\n", position, match.start())
            position = match.start()
            self._keys.append((_unescape(match[1]), line))
        self._next = 0

    def line(self, key: str, fallback: int) -> int:
        """The line of the next occurrence of a key."""
        for index in range(self._next, len(self._keys)):
            if self._keys[index][0] == key:
                self._next = index + 1
                return self._keys[index][1]
        return fallback


def _unescape(raw: str) -> str:
    try:
        return str(json.loads(f'"{raw}"'))
    except ValueError:
        return raw


def _grow(value: JSON, keys: _Keys, operation: str, line: int) -> Shown:
    source = Source(keys.page, line, line, Evidence.EXAMPLE)
    if isinstance(value, list):
        return Shown(value, source, operation, items=tuple(_grow(item, keys, operation, line) for item in value))
    if isinstance(value, dict):
        return Shown(value, source, operation, members=tuple(_members(value, keys, operation, line)))
    return Shown(value, source, operation)


def _members(value: dict[str, JSON], keys: _Keys, operation: str, line: int) -> Iterator[tuple[str, Shown]]:
    for key, item in value.items():
        yield key, _grow(item, keys, operation, keys.line(key, line))
