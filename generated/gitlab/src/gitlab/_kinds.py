"""Keywords of JSON Schema about what a value is: its type and the allowed values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ._problem import Check, Problem, describe, one_of, short

_JSON = (str, int, float, list, dict, type(None))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_integer(value: Any) -> bool:
    if isinstance(value, int):
        return not isinstance(value, bool)
    return isinstance(value, float) and value.is_integer()


_TYPES: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    "string": ("a string", lambda value: isinstance(value, str)),
    "integer": ("an integer", _is_integer),
    "number": ("a number", _is_number),
    "boolean": ("a boolean", lambda value: isinstance(value, bool)),
    "null": ("None", lambda value: value is None),
    "array": ("a list", lambda value: isinstance(value, list)),
    "object": ("an object", lambda value: isinstance(value, dict)),
}


def check_type(names: str | Sequence[str]) -> Check:
    """Return the check of one type, or of several."""
    kinds = [_TYPES[name] for name in ([names] if isinstance(names, str) else names)]
    expected = "be " + " or ".join(words for words, _ in kinds)
    first, others = kinds[0][1], [test for _, test in kinds[1:]]

    def check(value: Any) -> Problem | None:
        if first(value):
            return None
        for test in others:
            if test(value):
                return None
        return Problem(expected, describe(value)) if isinstance(value, _JSON) else None

    return check


def identity(value: Any) -> Any:
    """Return what is equal for equal JSON: 1 and 1.0 are, 1 and True are not."""
    if isinstance(value, bool):
        return bool, value
    if isinstance(value, list):
        return list, tuple(map(identity, value))
    if isinstance(value, dict):
        return dict, frozenset((name, identity(item)) for name, item in value.items())
    return value if isinstance(value, _JSON) else id(value)


def check_enum(values: Sequence[Any]) -> Check:
    """Return the check of a list of values."""
    allowed = frozenset(map(identity, values))

    def check(value: Any) -> Problem | None:
        if identity(value) in allowed or not isinstance(value, _JSON):
            return None
        return Problem(one_of(values, value), short(value), is_choice=True)

    return check
