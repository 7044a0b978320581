"""Header fields: names are in lower case, as case means nothing; values are checked before anything is sent."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import quote

from ._serialization import json_body, query_pairs, scalar
from .exceptions import ArgumentError

_COOKIE_NAME = "!#$%&'*+-.^_`|~"
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def is_header_value(text: str) -> bool:
    """Return whether `text` can stand in a header: printable ASCII and tabs, neither space nor tab around it."""
    return text.isascii() and text.replace("\t", " ").isprintable() and text == text.strip()


def header_value(name: str, wire: object, style: str = "simple", explode: bool = False, reserved: bool = False) -> str:
    """Return one header parameter; nothing in a header is percent-encoded, so that `reserved` changes nothing.

    Raises:
        ArgumentError: the value is more than printable ASCII.
    """
    if style == "json":
        text = json.dumps(json.loads(json_body(wire)), separators=(",", ":"))
    elif isinstance(wire, dict):
        pairs = [(str(key), scalar(name, item)) for key, item in wire.items()]
        text = ",".join(f"{key}{'=' if explode else ','}{item}" for key, item in pairs)
    else:
        text = ",".join(scalar(name, item) for item in (wire if isinstance(wire, list) else [wire]))
    if not is_header_value(text):
        raise ArgumentError(f"the header {name!r} must be printable ASCII without space or line end around it")
    return text


def cookie_pairs(
    name: str, wire: object, style: str = "form", explode: bool = True, reserved: bool = False
) -> list[str]:
    """Return one cookie parameter as `name=value`, several where it explodes; an omitted one has none."""
    pairs = query_pairs(name, wire, style, explode, reserved)
    return [f"{quote(key, safe=_COOKIE_NAME)}={item}" for key, item in pairs]


def checked_headers(headers: object) -> dict[str, str]:
    """Return the headers that a caller gave, by their names in lower case; None gives none.

    Raises:
        ArgumentError: they are no mapping, or a name or value cannot be sent. The message shows no value.
    """
    if headers is None:
        return {}
    if not isinstance(headers, Mapping):
        raise ArgumentError(f"headers must be a mapping, not {type(headers).__name__}")
    result: dict[str, str] = {}
    for name, value in headers.items():
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise ArgumentError(f"{name!r} is no name of a header")
        if not isinstance(value, str):
            raise ArgumentError(f"the header {name!r} must be a string, not {type(value).__name__}")
        result[name.lower()] = header_value(name, value)
    return result
