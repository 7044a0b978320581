"""How values are written in URLs, headers and forms, by the style of their parameter."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import quote

from spec.export.loss import Node
from spec.model import JSON

Quote: TypeAlias = Callable[[str], str]
Pair: TypeAlias = tuple[str, str]

_DEFAULTS = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
_SAFE_IN_PATHS = "-._~:@!$'()*"


@dataclass(frozen=True, slots=True)
class Style:
    """A style of OpenAPI, and whether every item or property is written on its own."""

    name: str
    explode: bool

    def query_pairs(self, name: str, value: JSON, quoted: Quote) -> list[Pair]:
        """Names and values of a query or a form; what the specification leaves open is written as our clients do."""
        if self.name == "deepObject":
            return [(quoted(key), quoted(as_text(child))) for key, child in _deepen(name, value)]
        if self.explode and isinstance(value, dict):
            return [(quoted(key), quoted(as_text(child))) for key, child in value.items()]
        if self.explode and isinstance(value, list):
            return [(quoted(name), quoted(as_text(child))) for child in value]
        text = _DELIMITERS.get(self.name, ",").join(quoted(part) for part in _flatten(value))
        return [(quoted(name), text)]

    def path_text(self, name: str, value: JSON) -> str:
        """What stands in the path."""
        if self.name == "matrix":
            return self._matrix(quote_path(name), value)
        if self.name == "label":
            return "." + ("." if self.explode else ",").join(self._items(value, quote_path))
        return ",".join(self._items(value, quote_path))

    def header_text(self, value: JSON) -> str:
        """What stands behind the name of a header or a cookie."""
        return ",".join(self._items(value, str))

    def _items(self, value: JSON, quoted: Quote) -> list[str]:
        if self.explode and isinstance(value, dict):
            return [f"{quoted(key)}={quoted(as_text(child))}" for key, child in value.items()]
        return [quoted(part) for part in _flatten(value)]

    def _matrix(self, name: str, value: JSON) -> str:
        items = self._items(value, quote_path)
        if not self.explode:
            return f";{name}={','.join(items)}"
        return "".join(f";{item}" if isinstance(value, dict) else f";{name}={item}" for item in items)


def read_style(node: Node, place: str) -> Style:
    """The style of a parameter at a place of the request, or of a property of a form, which is as in a query."""
    name = str(node.get("style", _DEFAULTS.get(place, "form")))
    return Style(name, node.get("explode", name in ("form", "deepObject")) is True)


def as_text(value: JSON) -> str:
    """A single value as it is sent; an object or a list inside of another one is JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def quote_path(text: str) -> str:
    """Percent-encoded for a path."""
    return quote(text, safe=_SAFE_IN_PATHS)


def quote_query(text: str) -> str:
    """Percent-encoded for a query."""
    return quote(text, safe="")


def _flatten(value: JSON) -> list[str]:
    if isinstance(value, dict):
        return [part for key, child in value.items() for part in (key, as_text(child))]
    return [as_text(child) for child in value] if isinstance(value, list) else [as_text(value)]


def _deepen(name: str, value: JSON) -> Iterator[tuple[str, JSON]]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _deepen(f"{name}[{key}]", child)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _deepen(f"{name}[{index}]", child)
    else:
        yield name, value
