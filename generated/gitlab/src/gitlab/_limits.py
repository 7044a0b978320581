"""Keywords of JSON Schema about one value: all of them, and the ranges, lengths and patterns."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Mapping, Sized
from fractions import Fraction
from typing import Any

from ._kinds import check_enum, check_type, identity
from ._problem import Check, Problem, short

#: Longer texts are not matched: patterns are chosen so that they need at most the square of this.
_LONGEST_MATCHED = 4096
_NUMBERS = (int, float)


def _range(words: str, breaks: Callable[[Any, Any], bool]) -> Callable[[Any], Check]:
    def factory(limit: Any) -> Check:
        def check(value: Any) -> Problem | None:
            if isinstance(value, _NUMBERS) and breaks(value, limit) and not isinstance(value, bool):
                return Problem(f"{words} {short(limit)}", short(value))
            return None

        return check

    return factory


def _size(kind: type[Sized], words: str, unit: str, breaks: Callable[[int, int], bool]) -> Callable[[Any], Check]:
    def factory(limit: Any) -> Check:
        units = unit if limit == 1 else f"{unit.removesuffix('y')}ies" if unit.endswith("y") else f"{unit}s"

        def check(value: Any) -> Problem | None:
            if isinstance(value, kind) and breaks(len(value), limit):
                return Problem(f"have {words} {limit} {units}", str(len(value)))
            return None

        return check

    return factory


def _multiple_of(step: Any) -> Check:
    exact = _fraction(step)

    def check(value: Any) -> Problem | None:
        if not isinstance(value, _NUMBERS) or isinstance(value, bool):
            return None
        if (isinstance(value, int) or math.isfinite(value)) and _fraction(value) % exact:
            return Problem(f"be a multiple of {step}", short(value))
        return None

    return check


def _fraction(value: Any) -> Fraction:
    # As it is written: 0.3 is a multiple of 0.1.
    return Fraction(repr(value)) if isinstance(value, float) else Fraction(value)


def _unique(_: Any) -> Check:
    def check(value: Any) -> Problem | None:
        if isinstance(value, list):
            seen: set[Any] = set()
            for item in value:
                known = len(seen)
                seen.add(identity(item))
                if len(seen) == known:
                    return Problem("have different items", f"{short(item)} twice")
        return None

    return check


def pattern(documented: str, python: str) -> Check:
    """Return the check of a text: `python` is what the documented pattern is in Python."""
    search = re.compile(python, re.ASCII).search

    def check(value: Any) -> Problem | None:
        if isinstance(value, str) and len(value) <= _LONGEST_MATCHED and not search(value):
            return Problem(f"match {documented!r}", short(value))
        return None

    return check


LIMITS: Mapping[str, Callable[[Any], Check]] = {
    "type": check_type,
    "const": lambda value: check_enum([value]),
    "enum": check_enum,
    "minimum": _range("be at least", operator.lt),
    "exclusiveMinimum": _range("be greater than", operator.le),
    "maximum": _range("be at most", operator.gt),
    "exclusiveMaximum": _range("be less than", operator.ge),
    "multipleOf": _multiple_of,
    "minLength": _size(str, "at least", "character", operator.lt),
    "maxLength": _size(str, "at most", "character", operator.gt),
    "minItems": _size(list, "at least", "item", operator.lt),
    "maxItems": _size(list, "at most", "item", operator.gt),
    "uniqueItems": _unique,
    "minProperties": _size(dict, "at least", "property", operator.lt),
    "maxProperties": _size(dict, "at most", "property", operator.gt),
}
"""Keyword → what makes a check of its value; in this order problems are found."""
