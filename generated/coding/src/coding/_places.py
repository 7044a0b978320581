"""Where something stands in a response: a path of attributes, the empty path for the result itself, or a header."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from ._response import ApiResponse

MISSING: Any = object()
"""What is found where there is nothing."""


def find_value(places: tuple[str, ...], response: ApiResponse[Any], result: object) -> Any:
    """Return the first value that is not null, otherwise null if it is in one of the places, otherwise `MISSING`."""
    values = [value for value in (_look_at(place, response, result) for place in places) if value is not MISSING]
    return next((value for value in values if value is not None), values[0] if values else MISSING)


def _look_at(place: str, response: ApiResponse[Any], result: object) -> Any:
    kind, _, header = place.partition(":")
    if kind == "header":
        return response.headers.get(header, MISSING)
    value: Any = result
    for name in place.split(".") if place else ():
        if not isinstance(value, BaseModel) or name not in value.model_fields_set:
            return MISSING
        value = getattr(value, name)
    return value


def read_number(value: object) -> int | None:
    """Return a number, or one that is written as text; None for anything else."""
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdigit() else None
    if isinstance(value, int | float) and not isinstance(value, bool) and value == value // 1:
        return int(value)
    return None
