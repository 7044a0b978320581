"""Pointers that name what stands in a list: `/paths/~1pets/get/parameters/query limit`.

A position changes when something is put before it, a name does not: such a pointer means the same in two versions.
"""

from __future__ import annotations

from collections.abc import Callable

from spec.diff.document import Document
from spec.diff.normal import value_key
from spec.model import JSON
from spec.sourcemap import escape_token, split_pointer
from spec.visit import as_object

_Name = Callable[[Document, JSON], str]


class PointerNames:
    """The names of one document's list items."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lists: dict[str, list[str]] = {}

    def name(self, pointer: str) -> str:
        """The pointer with the name of each item for its position, if no other item of the list has that name."""
        if not any(f"/{key}/" in pointer for key in _NAMES):
            return pointer
        node: JSON = self._document.raw
        place, named, within = "", "", ""
        for token in split_pointer(pointer):
            step = escape_token(token)
            if isinstance(node, list) and token.isdecimal() and int(token) < len(node):
                names = self._names(place, within, node)
                named += f"/{escape_token(names[int(token)])}"
                node = node[int(token)]
            else:
                named += f"/{step}"
                node = node.get(token) if isinstance(node, dict) else None
            place, within = f"{place}/{step}", token
        return named

    def _names(self, place: str, key: str, items: list[JSON]) -> list[str]:
        if place not in self._lists:
            name = _NAMES.get(key)
            found = [name(self._document, item) if name else "" for item in items]
            self._lists[place] = [
                text if text and found.count(text) == 1 else str(number) for number, text in enumerate(found)
            ]
        return self._lists[place]


def _parameter(document: Document, item: JSON) -> str:
    node, _ = document.resolve(item, "")
    return f"{node.get('in', '')} {node.get('name', '')}".strip()


def _value(_document: Document, item: JSON) -> str:
    return item if isinstance(item, str) else value_key(item)


def _branch(_document: Document, item: JSON) -> str:
    node = as_object(item)
    reference = node.get("$ref")
    named = reference.rpartition("/")[2] if isinstance(reference, str) else node.get("title")
    return named if isinstance(named, str) else ""


def _requirement(_document: Document, item: JSON) -> str:
    return " and ".join(sorted(as_object(item)))


def _entry(key: str) -> _Name:
    return lambda _document, item: item if isinstance(item, str) else str(as_object(item).get(key) or "")


_NAMES: dict[str, _Name] = {
    "parameters": _parameter,
    "enum": _value,
    "required": _value,
    **dict.fromkeys(("allOf", "anyOf", "oneOf"), _branch),
    "servers": _entry("url"),
    "security": _requirement,
    "tags": _entry("name"),
}
"""How the items of each list are called; those of others have no names."""
NAMED_LISTS = frozenset(_NAMES)
