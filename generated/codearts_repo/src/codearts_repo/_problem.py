"""What is wrong with an argument, in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from reprlib import Repr
from typing import Any, TypeAlias

_LONGEST_LIST = 1000
_PLAIN_NAME = re.compile(r"[^\W\d][\w-]*")

_repr = Repr()
_repr.maxstring = _repr.maxother = _repr.maxlong = 60


class Problem:
    """One constraint that a value breaks.

    Attributes:
        expected: What the value must do, such as `be at most 100`; empty when it is missing.
        found: The value, in words.
        is_choice: Whether only listed values are allowed, as where one of several forms is chosen.
        steps: Names and indexes that lead to the value, the innermost first.
    """

    __slots__ = ("expected", "found", "is_choice", "steps")

    def __init__(self, expected: str, found: str, is_choice: bool = False) -> None:
        self.expected = expected
        self.found = found
        self.is_choice = is_choice
        self.steps: list[str | int] = []

    def inside(self, step: str | int) -> Problem:
        """Return the problem as one of the value around; `step` leads from there to here."""
        self.steps.append(step)
        return self

    def message(self, name: str) -> str:
        """Return a sentence; `name` is that of the parameter, empty for a request body."""
        path = name
        for step in reversed(self.steps):
            if isinstance(step, int):
                path = f"{path or 'body'}[{step}]"
            elif not path:
                path = step or repr(step)
            elif _PLAIN_NAME.fullmatch(step):
                path += f".{step}"
            else:
                path = f"{path}[{step!r}]"
        path = path or "the request body"
        return f"{path} must {self.expected}, not {self.found}" if self.expected else f"{path} is missing"


Check: TypeAlias = Callable[[Any], Problem | None]
"""Returns what is wrong with a value, None when nothing is. A value that JSON does not have passes."""


def closest(problems: Sequence[Problem]) -> Problem:
    """Return the problem of that form, among several allowed ones, which the value was most likely meant to have."""
    best = max(problems, key=lambda problem: (len(problem.steps), not problem.is_choice))
    same = [item for item in problems if item.steps == best.steps and item.expected and best.expected]
    if len(same) > 1:
        best.expected = " or ".join(dict.fromkeys(item.expected for item in same))
    return best


def short(value: object) -> str:
    """Return a value as Python writes it, cut where it is long."""
    try:
        return _repr.repr(value)
    except ValueError:
        return "an integer of thousands of digits"


def describe(value: object) -> str:
    """Return a value with its type."""
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "an object"
    kind = "string" if isinstance(value, str) else "integer" if isinstance(value, int) else "number"
    return f"the {kind} {short(value)}"


def one_of(values: Sequence[object], given: object) -> str:
    """Return the allowed values; where they fill more than 1,000 characters, their number and those like the given one."""
    if len(values) == 1:
        return f"be {short(values[0])}"
    listed = ", ".join(map(short, values))
    if len(listed) <= _LONGEST_LIST:
        return f"be one of {listed}"
    names = {value.lower(): value for value in values if isinstance(value, str)}
    close = get_close_matches(given.lower(), names, cutoff=0.5) if isinstance(given, str) and len(given) < 200 else []
    shown = [names[name] for name in close] or values[:3]
    return f"be one of {len(values)} documented values, such as {', '.join(map(short, shown))}"
