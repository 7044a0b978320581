"""Examples as trees whose every value knows its line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spec.model import JSON, Evidence, Example, Source

_MASKED = re.compile(r"\*{3,}|x{3,}|X{3,}")
_KEY = re.compile(r'"((?:[^"\\\n]|\\.)*)"\s*:')


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that an example shows: where, in which operation, and what is inside it.

    `answered` is set for what a server answers, as opposed to what a client sends.
    """

    value: JSON
    source: Source
    operation: str
    answered: bool = False
    items: tuple[Shown, ...] = ()
    members: tuple[tuple[str, Shown], ...] = ()
    _by_name: dict[str, Shown] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", dict(self.members))

    @property
    def kind(self) -> str:
        """The JSON kind: null, boolean, integer, number, string, array or object."""
        return kind_of(self.value)

    @property
    def is_masked(self) -> bool:
        """Whether it only says that the page does not show the value: `******`, `xxxx`."""
        return isinstance(self.value, str) and _MASKED.fullmatch(self.value) is not None

    def member(self, name: str) -> Shown | None:
        """The value under a key, if the object has it."""
        return self._by_name.get(name)


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


def shown_by(example: Example, operation: str, *, answered: bool = False) -> Shown:
    """The tree of an example; keys that were added by a repair get the first line."""
    return _Grower(_Keys(example), operation, answered).grow(example.value, example.source.first)


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


@dataclass(frozen=True, slots=True)
class _Grower:
    keys: _Keys
    operation: str
    answered: bool

    def grow(self, value: JSON, line: int) -> Shown:
        source = Source(self.keys.page, line, line, Evidence.EXAMPLE)
        items: tuple[Shown, ...] = ()
        members: tuple[tuple[str, Shown], ...] = ()
        if isinstance(value, list):
            items = tuple(self.grow(item, line) for item in value)
        elif isinstance(value, dict):
            members = tuple(self._members(value, line))
        return Shown(value, source, self.operation, self.answered, items, members)

    def _members(self, value: dict[str, JSON], line: int) -> Iterator[tuple[str, Shown]]:
        for key, item in value.items():
            yield key, self.grow(item, self.keys.line(key, line))
