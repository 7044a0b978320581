"""Other words for the same contract print nothing."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from spec.diff.differences import Subject
from tests.spec.diff.document_changes import GONE, JSON_BODY, LIMIT, LISTED, PETS, drop, put, rename, together
from tests.spec.diff.documents import SUBJECTS, Json, around, mutated, rendered, rich_document

T: Json = {"type": "string"}
I: Json = {"type": "integer"}  # noqa: E741
PERSON: Json = {"type": "object", "properties": {"name": T, "age": I}, "required": ["name"]}
PLACE: Json = {"type": "object", "properties": {"street": T}}
NODE: Json = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}, "value": T}}
TREE: Json = {"$dynamicAnchor": "tree", "type": "object", "properties": {"branch": {"$dynamicRef": "#tree"}}}
BUSH: Json = {"type": "object", "properties": {"branch": {"$ref": "#/components/schemas/Bush"}}}
COMPONENTS: Json = {
    "schemas": {
        "Person": PERSON,
        "Place": PLACE,
        "Human": PERSON,
        "Node": NODE,
        "Other": NODE,
        "Tree": TREE,
        "Bush": BUSH,
    }
}


def refer(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


SCHEMAS: dict[str, tuple[Any, Any]] = {
    "key order": (PERSON, dict(reversed(PERSON.items()))),
    "order of properties": (PERSON, {**PERSON, "properties": {"age": I, "name": T}}),
    "inline or reference": (PERSON, refer("Person")),
    "renamed component": (refer("Person"), refer("Human")),
    "recursive component under another name": (refer("Node"), refer("Other")),
    "recursive component written out once": (refer("Node"), NODE),
    "allOf of one": (refer("Person"), {"allOf": [refer("Person")]}),
    "anyOf of one": (refer("Person"), {"anyOf": [refer("Person")]}),
    "oneOf of one": (refer("Person"), {"oneOf": [refer("Person")]}),
    "allOf of two, merged": (
        {"allOf": [{"type": "object", "properties": {"name": T}, "required": ["name"]}, {"properties": {"age": I}}]},
        PERSON,
    ),
    "allOf of components, merged": (
        {"allOf": [refer("Person"), refer("Place")]},
        {**PERSON, "properties": {**PERSON["properties"], **PLACE["properties"]}},
    ),
    "order of allOf": ({"allOf": [refer("Person"), refer("Place")]}, {"allOf": [refer("Place"), refer("Person")]}),
    "allOf inside of allOf": ({"allOf": [{"allOf": [T, {"maxLength": 3}]}]}, {**T, "maxLength": 3}),
    "tighter of two bounds": ({"allOf": [{**I, "minimum": 3}, {"minimum": 1}]}, {**I, "minimum": 3}),
    "closed allOf": (
        {"allOf": [{**PLACE, "additionalProperties": False}, {**PERSON, "required": []}]},
        {**PLACE, "additionalProperties": False},
    ),
    "const or enum of one": ({**T, "const": "a"}, {**T, "enum": ["a"]}),
    "order of an enum": ({**T, "enum": ["a", "b"]}, {**T, "enum": ["b", "a"]}),
    "repeated value of an enum": ({**T, "enum": ["a", "a"]}, {**T, "enum": ["a"]}),
    "enum without type": ({"enum": ["a", "b"]}, {**T, "enum": ["a", "b"]}),
    "enum of values that the type forbids": ({**T, "enum": ["a", 1]}, {**T, "enum": ["a"]}),
    "enum that says more than its bounds": ({**T, "enum": ["a", "b"], "maxLength": 5}, {**T, "enum": ["a", "b"]}),
    "enum as oneOf of constants": (
        {"oneOf": [{"const": "a", "title": "A"}, {"const": "b"}]},
        {**T, "enum": ["a", "b"]},
    ),
    "both booleans": ({"type": "boolean", "enum": [True, False]}, {"type": "boolean"}),
    "order of types": ({"type": ["string", "integer"]}, {"type": ["integer", "string"]}),
    "type of one": (T, {"type": ["string"]}),
    "integer beside number": ({"type": ["integer", "number"]}, {"type": "number"}),
    "types as anyOf": ({"anyOf": [T, I]}, {"type": ["string", "integer"]}),
    "types as oneOf": ({"oneOf": [T, I]}, {"type": ["string", "integer"]}),
    "nullable as anyOf": ({"anyOf": [T, {"type": "null"}]}, {"type": ["null", "string"]}),
    "nullable reference": (
        {"anyOf": [refer("Person"), {"type": "null"}]},
        {**PERSON, "type": ["object", "null"]},
    ),
    "nullable as null enum": ({"oneOf": [T, {"enum": [None]}]}, {"type": ["null", "string"]}),
    "nullable union": (
        {"oneOf": [refer("Person"), refer("Place"), {"type": "null"}]},
        {"oneOf": [{"type": "null"}, refer("Place"), PERSON]},
    ),
    "order of oneOf": ({"oneOf": [refer("Person"), refer("Place")]}, {"oneOf": [refer("Place"), refer("Person")]}),
    "anyOf inside of anyOf": (
        {"anyOf": [refer("Person"), {"anyOf": [refer("Place"), PERSON]}]},
        {"anyOf": [refer("Person"), refer("Place"), PERSON]},
    ),
    "keywords that say nothing": (
        {"type": "object", "required": [], "additionalProperties": True, "minProperties": 0, "properties": {}},
        {"type": "object"},
    ),
    "flags that are off": ({**T, "deprecated": False, "readOnly": False, "minLength": 0}, T),
    "items of anything": ({"type": "array", "items": {}}, {"type": "array", "uniqueItems": False}),
    "keywords of other types": ({**T, "minimum": 3, "required": ["a"], "items": T}, T),
    "whole numbers": ({**I, "exclusiveMinimum": 0, "multipleOf": 1}, {**I, "minimum": 1}),
    "order of required": ({**PERSON, "required": ["age", "name"]}, {**PERSON, "required": ["name", "age"]}),
    "true or the empty schema": ({}, True),
    "a pattern in other words": ({**T, "pattern": "^[0-9]+$"}, {**T, "pattern": "^\\d\\d*$"}),
    "a hint of how to show a value": ({**T, "format": "password"}, T),
    "extensions": ({**T, "x-label": "one"}, {**T, "x-other": {"deep": 1}}),
    "1 or 1.0": ({**I, "enum": [1, 2]}, {**I, "enum": [1.0, 2]}),
    "properties without the type object": ({"properties": {"a": T}}, {"type": "object", "properties": {"a": T}}),
    "types with keywords as anyOf": (
        {"type": ["integer", "string"], "minimum": 1, "description": "Both."},
        {"anyOf": [{**I, "minimum": 1}, T], "description": "Both."},
    ),
    "types with parts as oneOf": (
        {"type": ["array", "string", "boolean"], "items": T, "default": "a", "deprecated": True},
        {"oneOf": [{"type": ["boolean", "string"]}, {"type": "array", "items": T}], "default": "a", "deprecated": True},
    ),
    "types with null in a branch": (
        {"type": ["array", "string", "null"], "items": T},
        {"anyOf": [{"type": "array", "items": T}, {"type": ["string", "null"]}]},
    ),
    "a branch that another one includes": (
        {"type": ["number", "string"], "maximum": 5},
        {"anyOf": [{**I, "maximum": 5}, {"type": "number", "maximum": 5}, T]},
    ),
    "a property that implies another count": (
        {"type": "object", "required": ["a"], "minProperties": 1},
        {"type": "object", "required": ["a"]},
    ),
    "conditions without a consequence": (
        {"type": "object", "if": {"required": ["a"]}, "dependentRequired": {"a": []}},
        {"type": "object"},
    ),
    "contained at least never": ({"type": "array", "contains": T, "minContains": 0}, {"type": "array"}),
    "the rest of an allOf": (
        {"allOf": [PERSON, {"properties": {"b": I}}], "unevaluatedProperties": False},
        {**PERSON, "properties": {**PERSON["properties"], "b": I}, "additionalProperties": False},
    ),
    "the rest of a reference": (
        {**refer("Place"), "unevaluatedProperties": T},
        {**PLACE, "additionalProperties": T},
    ),
    "the rest of a branch": (
        {"allOf": [PLACE, {"unevaluatedProperties": False, "properties": {"b": I}}]},
        {"type": "object", "additionalProperties": False, "properties": {"street": False, "b": I}},
    ),
    "the rest of items": (
        {"type": "array", "prefixItems": [T], "unevaluatedItems": I},
        {"type": "array", "prefixItems": [T], "items": I},
    ),
    "an anchor": ({"$ref": "#tree"}, refer("Tree")),
    "a dynamic reference": (refer("Tree"), refer("Bush")),
    "titles of definitions nobody uses": ({**T, "$defs": {"x": {}}, "$comment": "no"}, T),
}


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("name", SCHEMAS)
def test_the_same_schema_in_other_words_is_no_change(name: str, subject: Subject) -> None:
    old, new = (around(schema, subject, components=COMPONENTS) for schema in SCHEMAS[name])
    assert rendered(old, new) == []
    assert rendered(new, old) == []


DIALECTS: dict[str, tuple[Any, Any]] = {
    "nullable": ({**T, "nullable": True}, {"type": ["string", "null"]}),
    "nullable enum": ({**T, "nullable": True, "enum": ["a"]}, {**T, "enum": ["a"]}),
    "nullable enum with null": (
        {**T, "nullable": True, "enum": ["a", None]},
        {"type": ["string", "null"], "enum": ["a", None]},
    ),
    "nullable reference": (
        {"nullable": True, "allOf": [refer("Person")]},
        {"anyOf": [refer("Person"), {"type": "null"}]},
    ),
    "exclusive minimum": (
        {"type": "number", "minimum": 1, "exclusiveMinimum": True},
        {"type": "number", "exclusiveMinimum": 1},
    ),
    "inclusive maximum": (
        {"type": "number", "maximum": 1, "exclusiveMaximum": False},
        {"type": "number", "maximum": 1},
    ),
    "example": ({**T, "example": "a"}, {**T, "examples": ["a"]}),
    "bytes": ({**T, "format": "byte"}, {**T, "contentEncoding": "base64"}),
    "binary data": ({**T, "format": "binary"}, {**T, "contentMediaType": "application/octet-stream"}),
    "the format of bytes": ({**T, "format": "byte"}, {**T, "format": "byte"}),
    "constant": ({**T, "enum": ["a"]}, {**T, "const": "a"}),
}


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("name", DIALECTS)
def test_the_same_schema_in_openapi_3_0_and_3_1_is_no_change(name: str, subject: Subject) -> None:
    before, after = DIALECTS[name]
    old, new = around(before, subject, "3.0.3", COMPONENTS), around(after, subject, components=COMPONENTS)
    assert rendered(old, new) == []
    assert rendered(new, old) == []


def _inline(document: Json) -> None:
    """Every response and parameter component written out where it is used."""
    parameters = document["components"].pop("parameters")
    for item in document["paths"].values():
        if "parameters" in item:
            item["parameters"] = list(parameters.values())


def _share_item(document: Json) -> None:
    document["components"]["pathItems"] = {"Health": document["paths"]["/health"]}
    document["paths"]["/health"] = {"$ref": "#/components/pathItems/Health"}


def _move_to_operations(document: Json) -> None:
    shared = document["paths"]["/pets"].pop("parameters")
    for method in ("get", "post"):
        operation = document["paths"]["/pets"][method]
        operation["parameters"] = shared + operation.get("parameters", [])


def _rename_scheme(document: Json) -> None:
    schemes = document["components"]["securitySchemes"]
    schemes["bearer"] = schemes.pop("token")
    document["security"] = [{"bearer": []}]
    document["paths"]["/pets"]["post"]["security"] = [{"bearer": [], "key": []}]


def _repeat_security(document: Json) -> None:
    for item in document["paths"].values():
        for operation in (item[method] for method in ("get", "post", "delete") if method in item):
            operation.setdefault("security", copy.deepcopy(document["security"]))
    del document["security"]


def _reverse_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _reverse_keys(child) for key, child in reversed(value.items())}
    return [_reverse_keys(child) for child in value] if isinstance(value, list) else value


def _reverse(document: Json) -> None:
    reversed_document = _reverse_keys(document)
    document.clear()
    document.update(reversed_document)


def _reverse_parameters(document: Json) -> None:
    document["paths"]["/pets"]["get"]["parameters"].reverse()


REWRITES: dict[str, Callable[[Json], object]] = {
    "keys in another order": _reverse,
    "parameters in another order": _reverse_parameters,
    "components written out": _inline,
    "path item as a component": _share_item,
    "parameters of the path item at its operations": _move_to_operations,
    "security at each operation": _repeat_security,
    "renamed security scheme": _rename_scheme,
    "defaults of parameters": together(put("form", *LIMIT, "style"), put(False, *LIMIT, "required")),
    "status of a range that both have": together(
        put({"description": "Failed"}, *GONE, "responses", "404"),
        put({"description": "Failed"}, *GONE, "responses", "409"),
    ),
    "explode of one value": put(False, *LIMIT, "explode"),
    "case of a header": rename("x-total", *LISTED, "headers", "X-Total"),
    "case of a header parameter": put("x-trace", "components", "parameters", "Trace", "name"),
    "case of a media type": rename("Application/JSON; charset=UTF-8", *JSON_BODY),
    "slash at the end of the server": put("https://api.example.com/v1/", "servers", 0, "url"),
    "case of an HTTP scheme": put("Bearer", "components", "securitySchemes", "token", "scheme"),
    "a header that no parameter may set": lambda document: document["paths"]["/pets"]["parameters"].append(
        {"name": "Authorization", "in": "header", "schema": T}
    ),
    "a header that the media type states": put({"schema": T}, *LISTED, "headers", "Content-Type"),
    "a component that nobody uses": put(T, "components", "schemas", "Unused"),
    "a security scheme that nobody uses": put(
        {"type": "http", "scheme": "digest"}, "components", "securitySchemes", "x"
    ),
    "extensions": together(put(1, *PETS, "x-one"), put([2], "x-two"), put({}, "paths", "x-three")),
    "a flag that is off": put(False, *PETS, "deprecated"),
    "the patch version of OpenAPI": put("3.1.1", "openapi"),
    "an empty description": put("", "paths", "/health", "get", "description"),
    "order of tags": lambda document: document["tags"].append({"name": "no text"}) or document["tags"].reverse(),
    "scopes in another order": lambda document: document["components"]["securitySchemes"]["oauth"]["flows"][
        "authorizationCode"
    ].update(scopes={"write": "Write.", "read": "Read."}),
    "servers of the document at a path": put([{"url": "https://api.example.com/v1"}], "paths", "/pets", "servers"),
    "a callback's extension": put("x", *("paths", "/pets", "post"), "callbacks", "done", "x-note"),
    "components of a kind that is empty": put({}, "components", "callbacks"),
}


@pytest.mark.parametrize("name", REWRITES)
def test_the_same_document_in_other_words_is_no_change(name: str) -> None:
    old = rich_document()
    new = mutated(old, REWRITES[name])
    assert json.dumps(new) != json.dumps(old)
    assert rendered(old, new) == []
    assert rendered(new, old) == []


def _as_3_0(value: Any) -> Any:
    """The rich document as OpenAPI 3.0 says it."""
    if isinstance(value, list):
        return [_as_3_0(child) for child in value]
    if not isinstance(value, dict):
        return value
    converted = {key: _as_3_0(child) for key, child in value.items()}
    if converted.get("type") == ["string", "null"]:
        converted |= {"type": "string", "nullable": True}
    if isinstance(converted.get("const"), str):
        converted["enum"] = [converted.pop("const")]
    return converted


def test_a_whole_document_in_openapi_3_0_and_3_1_is_no_change() -> None:
    new = mutated(rich_document(), drop("webhooks"))
    old = _as_3_0(new) | {"openapi": "3.0.3"}
    assert rendered(old, new) == []
    assert rendered(new, old) == []


def test_at_least_30_rewrites_are_tried() -> None:
    assert len(SCHEMAS) + len(DIALECTS) + len(REWRITES) >= 30
