"""What to call a place of a document, and what stands there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from spec.explain.query import exists
from spec.model import JSON
from spec.sourcemap import join_pointer, split_pointer
from spec.visit import as_list, as_object, resolve_pointer

_LONGEST_VALUE = 80
KINDS = frozenset({"operation", "parameter", "property", "structure", "header", "security scheme", "place"})
_SILENT = frozenset({"schema", "content", "headers", "scopes", "flows"})
_NUMBERED = frozenset({"enum", "required"})
_NAMED = {"responses": "response", "examples": "example", "requestBody": "request body", "servers": "server"}


def kind_of(pointer: str) -> str:
    """What a place is: `operation`, `parameter`, `property` …"""
    tokens = split_pointer(pointer)
    if "properties" in tokens:
        return "property"
    if tokens[:1] == ("components",):
        return {"schemas": "structure", "securitySchemes": "security scheme"}.get(tokens[1], "place")
    for token in ("parameters", "headers"):
        if token in tokens[3:]:
            return token.removesuffix("s")
    return "operation" if len(tokens) == 3 else "place"


def label_of(document: dict[str, JSON], place: str, tokens: Sequence[str]) -> str:
    """A readable name for the node that the tokens lead to."""
    words: list[str] = []
    position = 0
    while position < len(tokens):
        token, following = tokens[position], tokens[position + 1 : position + 2]
        if token == "parameters" and following:
            node = resolve_pointer(document, place + join_pointer(*tokens[: position + 2]))
            words.append(str(as_object(node).get("name", following[0])))
            position += 1
        elif token == "properties" and following:
            words.append(following[0])
            position += 1
        elif token in _NUMBERED and following:
            words.append(token)
            position += 1
        elif token not in _SILENT:
            words.append(_NAMED.get(token, token))
        position += 1
    return " ".join(words)


def show_value(document: dict[str, JSON], pointer: str) -> str:
    """What the document says at a place, short enough for one line."""
    if not exists(document, pointer):
        return ""
    value = resolve_pointer(document, pointer)
    tokens = split_pointer(pointer)
    if isinstance(value, dict) and "value" in value and "examples" in tokens:
        value = value["value"]
    elif isinstance(value, dict):
        value = value.get("operationId") or value.get("name") or tokens[-1]
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"


def required_pointer(document: dict[str, JSON], pointer: str) -> str:
    """Where the schema around a property lists it as required; empty if it does not."""
    tokens = split_pointer(pointer)
    if len(tokens) < 2 or tokens[-2] != "properties":
        return ""
    owner = join_pointer(*tokens[:-2])
    names = as_list(as_object(resolve_pointer(document, owner)).get("required"))
    return owner + join_pointer("required", names.index(tokens[-1])) if tokens[-1] in names else ""


def body_schemas(document: dict[str, JSON], pointer: str) -> Iterator[str]:
    """For an operation, the component schemas of its bodies; else nothing."""
    node = as_object(resolve_pointer(document, pointer))
    if len(split_pointer(pointer)) != 3 or "responses" not in node:
        return
    for body in (node.get("requestBody"), *as_object(node.get("responses")).values()):
        for media in as_object(as_object(body).get("content")).values():
            reference = as_object(as_object(media).get("schema")).get("$ref")
            if isinstance(reference, str) and exists(document, reference):
                yield reference.removeprefix("#")


def count_properties(tokens: Sequence[str]) -> int:
    """How many properties of properties the tokens lead through."""
    count = position = 0
    while position < len(tokens):
        if tokens[position] == "properties":
            count, position = count + 1, position + 1  # the name behind it may be "properties", too
        position += 1
    return count
