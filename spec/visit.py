"""A walk over an OpenAPI document that knows what each node is.

Data (examples, defaults, enum values) is never mistaken for a schema, whatever its keys are called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from spec.model import JSON
from spec.sourcemap import join_pointer, split_pointer

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Kind(StrEnum):
    """What a node is, in the words of the OpenAPI specification."""

    PATH_ITEM = "path item"
    OPERATION = "operation"
    PARAMETER = "parameter"
    HEADER = "header"
    REQUEST_BODY = "request body"
    RESPONSE = "response"
    MEDIA_TYPE = "media type"
    EXAMPLE = "example"
    SCHEMA = "schema"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Visit:
    """One node of the document."""

    kind: Kind
    pointer: str
    node: dict[str, JSON]


Visitor: TypeAlias = Callable[[JSON, str], Iterator[Visit]]


def visit_document(document: dict[str, JSON]) -> Iterator[Visit]:
    """Every node from path items and components down to schemas, in document order."""
    yield from _each(without_extensions(document.get("paths")), "/paths", _path_item)
    yield from _each(document.get("webhooks"), "/webhooks", _path_item)
    components = as_object(document.get("components"))
    for section, visitor in _COMPONENTS.items():
        yield from _each(components.get(section), join_pointer("components", section), visitor)


def visit_schema(schema: JSON, pointer: str) -> Iterator[Visit]:
    """A schema and all schemas inside it; references are not followed."""
    pending = [(schema, pointer)]
    while pending:
        node, place = pending.pop()
        if isinstance(node, dict):
            yield Visit(Kind.SCHEMA, place, node)
            pending.extend(reversed(list(_subschemas(node, place))))


def visit_operations(document: dict[str, JSON]) -> Iterator[tuple[str, str, Visit]]:
    """Path key, method and node of every operation under `paths`."""
    for key, item in without_extensions(document.get("paths")).items():
        for method, operation in as_object(item).items():
            if method in METHODS and isinstance(operation, dict):
                yield key, method, Visit(Kind.OPERATION, join_pointer("paths", key, method), operation)


def as_object(value: JSON) -> dict[str, JSON]:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def without_extensions(value: JSON) -> dict[str, JSON]:
    """The fields of an object that OpenAPI defines: what begins with `x-` is anybody's data."""
    return {key: child for key, child in as_object(value).items() if not key.startswith("x-")}


def as_list(value: JSON) -> list[JSON]:
    """The value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def resolve_pointer(document: JSON, pointer: str) -> JSON:
    """The node at a JSON pointer.

    Raises:
        KeyError: If there is none.
    """
    node = document
    for token in split_pointer(pointer):
        if isinstance(node, dict) and token in node:
            node = node[token]
        elif isinstance(node, list) and token.isdecimal() and int(token) < len(node):
            node = node[int(token)]
        else:
            raise KeyError(pointer)
    return node


_MAPS = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SINGLE = (
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
)


def _subschemas(node: dict[str, JSON], pointer: str) -> Iterator[tuple[JSON, str]]:
    for keyword, value in node.items():
        if keyword in _SINGLE:
            yield value, pointer + join_pointer(keyword)
        elif keyword in _LISTS:
            yield from ((child, pointer + join_pointer(keyword, i)) for i, child in enumerate(as_list(value)))
        elif keyword in _MAPS:
            yield from ((child, pointer + join_pointer(keyword, name)) for name, child in as_object(value).items())


def _each(value: JSON, pointer: str, visitor: Visitor) -> Iterator[Visit]:
    children = enumerate(value) if isinstance(value, list) else as_object(value).items()
    for key, child in children:
        yield from visitor(child, pointer + join_pointer(key))


def _node(kind: Kind, **children: Visitor) -> Visitor:
    """A visitor of nodes of one kind; `children` visits the entries of maps and lists below."""

    def visit(value: JSON, pointer: str) -> Iterator[Visit]:
        if not isinstance(value, dict):
            return
        yield Visit(kind, pointer, value)
        for key, visitor in children.items():
            yield from _each(value.get(key), pointer + join_pointer(key), visitor)
        if kind is not Kind.EXAMPLE and "schema" in value:
            yield from visit_schema(value["schema"], pointer + "/schema")

    return visit


def _path_item(value: JSON, pointer: str) -> Iterator[Visit]:
    yield from _node(Kind.PATH_ITEM, parameters=_parameter)(value, pointer)
    for method in METHODS:
        if method in as_object(value):
            yield from _operation(as_object(value)[method], pointer + join_pointer(method))


def _operation(value: JSON, pointer: str) -> Iterator[Visit]:
    yield from _node(Kind.OPERATION, parameters=_parameter)(value, pointer)
    operation = as_object(value)
    if "requestBody" in operation:
        yield from _request_body(operation["requestBody"], pointer + "/requestBody")
    yield from _each(without_extensions(operation.get("responses")), pointer + "/responses", _response)
    yield from _each(operation.get("callbacks"), pointer + "/callbacks", _callback)


def _callback(value: JSON, pointer: str) -> Iterator[Visit]:
    yield from _each(without_extensions(value), pointer, _path_item)


_example = _node(Kind.EXAMPLE)
_other = _node(Kind.OTHER)
_header = _node(Kind.HEADER, examples=_example)
_encoding = _node(Kind.OTHER, headers=_header)
_media_type = _node(Kind.MEDIA_TYPE, examples=_example, encoding=_encoding)
_parameter = _node(Kind.PARAMETER, examples=_example, content=_media_type)
_request_body = _node(Kind.REQUEST_BODY, content=_media_type)
_response = _node(Kind.RESPONSE, headers=_header, content=_media_type, links=_other)

_COMPONENTS: dict[str, Visitor] = {
    "schemas": visit_schema,
    "parameters": _parameter,
    "headers": _header,
    "requestBodies": _request_body,
    "responses": _response,
    "examples": _example,
    "pathItems": _path_item,
    "callbacks": _callback,
    "securitySchemes": _other,
    "links": _other,
}
