"""Parameters and bodies as they travel, after the style rules of OpenAPI."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from ._model import Omit, to_wire
from .exceptions import ArgumentError

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_DELIMITERS = {"form": ",", "simple": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


def scalar(value: object) -> str:
    """Return one value as text: booleans in lower case, null as an empty string."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def query_pairs(name: str, value: object, style: str = "form", explode: bool = True) -> Iterator[tuple[str, str]]:
    """Yield the name-value pairs of one query parameter; an omitted one has none."""
    if isinstance(value, Omit):
        return
    wire = to_wire(value)
    if style == "json":
        yield name, json.dumps(wire, ensure_ascii=False, separators=(",", ":"))
    elif isinstance(wire, list):
        items = [scalar(item) for item in wire]
        yield from (
            ((name, item) for item in items) if explode else iter([(name, _DELIMITERS.get(style, ",").join(items))])
        )
    elif isinstance(wire, dict):
        yield from _object_pairs(name, wire, style, explode)
    else:
        yield name, scalar(wire)


def _object_pairs(name: str, wire: Mapping[str, Any], style: str, explode: bool) -> Iterator[tuple[str, str]]:
    if style == "deepObject":
        yield from ((f"{name}[{key}]", scalar(item)) for key, item in wire.items())
    elif explode:
        yield from ((str(key), scalar(item)) for key, item in wire.items())
    else:
        yield name, ",".join(part for key, item in wire.items() for part in (key, scalar(item)))


def path_segment(name: str, value: object, style: str = "simple", explode: bool = False) -> str:
    """Return one path parameter, percent-encoded.

    Raises:
        ArgumentError: the value is empty, `.` or `..`, which would address another resource.
    """
    wire = to_wire(value)
    if style == "json":
        parts = [quote(json.dumps(wire, ensure_ascii=False, separators=(",", ":")), safe="")]
    elif isinstance(wire, dict):
        pairs = [(quote(str(key), safe=""), quote(scalar(item), safe="")) for key, item in wire.items()]
        parts = [f"{key}={item}" for key, item in pairs] if explode else [part for pair in pairs for part in pair]
    else:
        parts = [quote(scalar(item), safe="") for item in (wire if isinstance(wire, list) else [wire])]
    if any(part in ("", ".", "..") for part in parts) or not parts:
        raise ArgumentError(f"the path parameter {name!r} must not be empty, '.' or '..'")
    if style == "label":
        return "." + ("." if explode else ",").join(parts)
    if style == "matrix":
        key = quote(name, safe="")
        return "".join(f";{key}={part}" for part in parts) if explode else f";{key}={','.join(parts)}"
    return ",".join(parts)


def header_value(name: str, value: object) -> str:
    """Return one header parameter.

    Raises:
        ArgumentError: the value contains a line end.
    """
    wire = to_wire(value)
    if isinstance(wire, dict):
        wire = [part for pair in wire.items() for part in pair]
    text = ",".join(map(scalar, wire)) if isinstance(wire, list) else scalar(wire)
    if "\r" in text or "\n" in text:
        raise ArgumentError(f"the header {name!r} must not contain a line end")
    return text


def json_body(value: object) -> bytes:
    """Return `value` as JSON in UTF-8.

    Raises:
        ArgumentError: `value` holds something that JSON cannot express.
    """
    try:
        return _ENCODER.encode(to_wire(value)).encode()
    except (TypeError, ValueError) as error:
        raise ArgumentError(f"the request body is not JSON: {error}") from None
