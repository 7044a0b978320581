"""Accounting: every line of a page is read, ignored under a name, or unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Spanned(Protocol):
    """Anything with a first and a last line."""

    @property
    def first(self) -> int:
        """First line, 1-based."""

    @property
    def last(self) -> int:
        """Last line, inclusive."""


@dataclass(frozen=True, slots=True)
class Accounting:
    """What became of the lines of one page: `read + sum(ignored) + unread == lines`."""

    lines: int
    read: int
    ignored: tuple[tuple[str, int], ...]
    unread: tuple[tuple[int, int], ...]

    def as_dict(self) -> dict[str, object]:
        """The published form: lines, read, ignored by name, unread as [first, last] pairs."""
        return {
            "lines": self.lines,
            "read": self.read,
            "ignored": dict(self.ignored),
            "unread": [list(span) for span in self.unread],
        }


class Ledger:
    """Collects, while one page is being read, what became of each of its lines.

    Blank lines are ignored as `blank`. What was read once stays read; the first name under which a
    line is ignored stays its name.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._state: list[str | None] = ["blank" if not line.strip() else None for line in lines]
        self._read = [False] * len(lines)

    def read(self, *spans: Spanned) -> None:
        """Marks lines as read into a fact or into the structure of the page."""
        for span in spans:
            for index in self._indices(span):
                self._read[index] = True

    def ignore(self, name: str, *spans: Spanned) -> None:
        """Marks lines as known to hold no fact, under a name such as `navigation`."""
        for span in spans:
            for index in self._indices(span):
                self._state[index] = self._state[index] or name

    def is_settled(self, span: Spanned) -> bool:
        """Whether every line of the span is read or ignored."""
        return all(self._read[i] or self._state[i] for i in self._indices(span))

    def settle(self) -> Accounting:
        """The final account."""
        read = sum(1 for index, flag in enumerate(self._read) if flag and self._state[index] != "blank")
        names = Counter(
            state
            for state, flag in zip(self._state, self._read, strict=True)
            if state and (not flag or state == "blank")
        )
        unread = [
            i + 1 for i, (state, flag) in enumerate(zip(self._state, self._read, strict=True)) if not (state or flag)
        ]
        return Accounting(len(self._state), read, tuple(sorted(names.items())), _spans(unread))

    def _indices(self, span: Spanned) -> range:
        return range(max(span.first, 1) - 1, min(span.last, len(self._state)))


def _spans(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return tuple(spans)
