"""Parameters and bodies as they travel, after the style rules of OpenAPI."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any
from urllib.parse import quote

from ._model import Omit
from .exceptions import ArgumentError


def _enum_value(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    wanted = "what its read() returns" if hasattr(value, "read") else "a string"
    raise TypeError(f"{type(value).__name__} is no type of JSON; pass {wanted}")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_enum_value)
_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
#: What `allowReserved` leaves as it is: the reserved characters of RFC 3986 that do not end a value or a query.
_RESERVED = ":/?@!$'()*,;"


def scalar(name: str, value: object) -> str:
    """Return one value of the parameter `name` as text: booleans in lower case, null as an empty string.

    Raises:
        ArgumentError: the value is of no type that JSON has, or an integer of thousands of digits.
    """
    if isinstance(value, Enum):
        value = value.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        try:
            return str(value)
        except ValueError as error:  # Of thousands of digits.
            raise ArgumentError(f"{name!r} cannot be sent: {error}") from None
    return _json(name, value)


def _json(name: str, value: object) -> str:
    try:
        return _ENCODER.encode(value)
    except (TypeError, ValueError) as error:
        raise ArgumentError(f"{name!r} cannot be sent: {error}") from None


def query_text(pairs: Iterable[tuple[str, str]]) -> str:
    """Return name-value pairs, the values already percent-encoded, as a query or the content of a form."""
    return "&".join(f"{quote(name, safe='')}={value}" for name, value in pairs)


def query_pairs(
    name: str, wire: object, style: str = "form", explode: bool = True, reserved: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield the name-value pairs of one query parameter, the values percent-encoded; an omitted one has none."""
    if isinstance(wire, Omit):
        return
    safe = _RESERVED if reserved else ""
    if style == "json":
        yield name, quote(_json(name, wire), safe=safe)
    elif style == "deepObject" and isinstance(wire, dict | list):
        yield from ((key, quote(scalar(name, item), safe=safe)) for key, item in _leaves(name, wire))
    elif isinstance(wire, dict) and explode:
        yield from ((key, quote(scalar(name, item), safe=safe)) for key, item in wire.items())
    elif isinstance(wire, dict | list):
        items = [quote(scalar(name, item), safe=safe) for item in _members(wire)]
        if explode:
            yield from ((name, item) for item in items)
        elif items:
            yield name, _DELIMITERS.get(style, ",").join(items)
    else:
        yield name, quote(scalar(name, wire), safe=safe)


def _members(wire: Mapping[str, Any] | list[Any]) -> list[Any]:
    return wire if isinstance(wire, list) else [part for pair in wire.items() for part in pair]


def _leaves(name: str, wire: object) -> Iterator[tuple[str, object]]:
    """Yield `filter[owner][0]` and what is there; OpenAPI leaves open how `deepObject` goes deeper."""
    if isinstance(wire, dict | list):
        for key, item in wire.items() if isinstance(wire, dict) else enumerate(wire):
            yield from _leaves(f"{name}[{key}]", item)
    else:
        yield name, wire


def path_segment(name: str, wire: object, style: str = "simple", explode: bool = False, reserved: bool = False) -> str:
    """Return one path parameter, percent-encoded; `reserved` changes nothing in a path.

    Raises:
        ArgumentError: the value is omitted, empty, `.` or `..`, which would address another resource.
    """
    wire = "" if isinstance(wire, Omit) else wire
    is_object = isinstance(wire, dict) and style != "json"
    given = _members(wire) if isinstance(wire, dict | list) and style != "json" else [wire]
    parts = [quote(_json(name, item) if style == "json" else scalar(name, item), safe="") for item in given]
    if any(part in ("", ".", "..") for part in parts) or not parts:
        raise ArgumentError(f"the path parameter {name!r} must not be omitted, empty, '.' or '..'")
    if is_object and explode:
        parts = [f"{key}={item}" for key, item in zip(parts[::2], parts[1::2], strict=True)]
    if style == "label":
        return "." + ("." if explode else ",").join(parts)
    if style == "matrix":
        key = quote(name, safe="")
        named = parts if is_object and explode else [f"{key}={part}" for part in parts]
        return "".join(f";{part}" for part in named) if explode else f";{key}={','.join(parts)}"
    return ",".join(parts)


def json_body(wire: object) -> bytes:
    """Return JSON data in UTF-8.

    Raises:
        ArgumentError: `wire` holds something that JSON cannot express.
    """
    return _json("body", wire).encode()
