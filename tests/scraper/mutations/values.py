"""The values that an API states, and whether a page shows them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import unescape
from urllib.parse import unquote_plus

from spec.model import JSON, Api, EnumValue, Example, Operation, Property, Server

_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W_]+|[^\w\s\\`*|<>{}\"']")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def stated_values(node: object) -> Iterator[str]:
    """Every name, path segment, allowed value, default and example value under a node of the IR."""
    match node:
        case Operation(path=path):
            yield from (segment for segment in _PLACEHOLDER.sub(r"/\1/", path).split("/") if segment)
        case Property(name=name):
            yield name
        case EnumValue(value=value):
            yield from leaves(value)
        case Example(value=value):
            yield from leaves(value)
        case Server(url=url):
            yield from (part for part in _PLACEHOLDER.sub("/", url).split("/") if part)
    if isinstance(node, Property) and node.default is not None:
        yield from leaves(node.default.value)
    if is_dataclass(node):
        for field in fields(node):
            if not (isinstance(node, Example | EnumValue) or field.name in ("default", "source")):
                yield from stated_values(getattr(node, field.name))
    elif isinstance(node, tuple):
        for item in node:
            yield from stated_values(item)


def leaves(value: JSON) -> Iterator[str]:
    """The scalars and keys of a JSON value, as text."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield json.dumps(value)


def missing_values(api: Api, text: str, *, is_glued: bool = False) -> list[str]:
    """Those that the page does not show as words of their own, whatever marks and blanks are between the words.

    On a page of glued cells words have no ends; there, a value may stand anywhere.
    """
    forms = (text, unescape(text), unescape(_TAG.sub("", text)), unescape(_TAG.sub(" ", text)), unquote_plus(text))
    end = "" if is_glued else " "
    shown = "\n".join(f" {_words(form, end)} " for form in forms)
    values = {value: _words(value, end) for value in stated_values(api)}
    return sorted(value for value, words in values.items() if words and f"{end}{words}{end}" not in shown)


def _words(text: str, between: str) -> str:
    decoded = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
    return between.join(_WORD.findall(re.sub(r"\\[nrt]", " ", decoded).casefold()))
