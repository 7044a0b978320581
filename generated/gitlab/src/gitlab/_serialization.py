"""Parameters and bodies as they travel, after the style rules of OpenAPI."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any
from urllib.parse import quote

from ._model import Omit, to_wire
from .exceptions import ArgumentError


def _enum_value(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"{type(value).__name__} is no type of JSON; pass a string")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_enum_value)
_DELIMITERS = {"form": ",", "simple": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


def scalar(name: str, value: object) -> str:
    """Return one value of the parameter `name` as text: booleans in lower case, null as an empty string.

    Raises:
        ArgumentError: the value is of no type that JSON has.
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
        return str(value)
    return _json(name, value)


def _json(name: str, value: object) -> str:
    try:
        return _ENCODER.encode(value)
    except (TypeError, ValueError) as error:
        raise ArgumentError(f"{name!r} cannot be sent: {error}") from None


def query_pairs(name: str, value: object, style: str = "form", explode: bool = True) -> Iterator[tuple[str, str]]:
    """Yield the name-value pairs of one query parameter; an omitted one has none."""
    if isinstance(value, Omit):
        return
    wire = to_wire(value)
    if style == "json":
        yield name, _json(name, wire)
    elif isinstance(wire, list):
        items = [scalar(name, item) for item in wire]
        yield from (
            ((name, item) for item in items) if explode else iter([(name, _DELIMITERS.get(style, ",").join(items))])
        )
    elif isinstance(wire, dict):
        yield from _object_pairs(name, wire, style, explode)
    else:
        yield name, scalar(name, wire)


def _object_pairs(name: str, wire: Mapping[str, Any], style: str, explode: bool) -> Iterator[tuple[str, str]]:
    if style == "deepObject":
        yield from ((f"{name}[{key}]", scalar(name, item)) for key, item in wire.items())
    elif explode:
        yield from ((str(key), scalar(name, item)) for key, item in wire.items())
    else:
        yield name, ",".join(part for key, item in wire.items() for part in (key, scalar(name, item)))


def path_segment(name: str, value: object, style: str = "simple", explode: bool = False) -> str:
    """Return one path parameter, percent-encoded.

    Raises:
        ArgumentError: the value is omitted, empty, `.` or `..`, which would address another resource.
    """
    wire = "" if isinstance(value, Omit) else to_wire(value)
    if style == "json":
        parts = [quote(_json(name, wire), safe="")]
    elif isinstance(wire, dict):
        pairs = [(quote(str(key), safe=""), quote(scalar(name, item), safe="")) for key, item in wire.items()]
        parts = [f"{key}={item}" for key, item in pairs] if explode else [part for pair in pairs for part in pair]
    else:
        parts = [quote(scalar(name, item), safe="") for item in (wire if isinstance(wire, list) else [wire])]
    if any(part in ("", ".", "..") for part in parts) or not parts:
        raise ArgumentError(f"the path parameter {name!r} must not be omitted, empty, '.' or '..'")
    if style == "label":
        return "." + ("." if explode else ",").join(parts)
    if style == "matrix":
        key = quote(name, safe="")
        return "".join(f";{key}={part}" for part in parts) if explode else f";{key}={','.join(parts)}"
    return ",".join(parts)


def json_body(value: object) -> bytes:
    """Return `value` as JSON in UTF-8.

    Raises:
        ArgumentError: `value` holds something that JSON cannot express.
    """
    return _json("body", to_wire(value)).encode()
