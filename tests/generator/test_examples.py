"""Documented examples become test data; what contradicts its own schema is a finding and no test."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.fitting import find_misfit
from generator.literal import Text
from generator.package import generate_package
from generator.types import (
    ANY,
    INTEGER,
    NULL,
    NUMBER,
    STRING,
    AliasDefinition,
    ClassDefinition,
    ClassType,
    Field,
    ListType,
    LiteralType,
    MapType,
    Type,
    union,
)
from tests.generator.importing import Document

PET = ClassDefinition(
    "Pet",
    (
        Field(Text("name"), "name", STRING, True, Text("")),
        Field(Text("X-Age"), "x_age", INTEGER, False, Text("")),
        Field(Text("friends"), "friends", ListType(ClassType("Pets")), False, Text("")),
    ),
    Text(""),
    "#",
)
DEFINITIONS = {"Pet": PET, "Pets": AliasDefinition("Pets", ListType(ClassType("Pet")), Text(""), "#")}


@pytest.mark.parametrize(
    ("value", "kind", "misfit"),
    [
        ("x", ANY, None),
        (None, NULL, None),
        (0, NULL, ""),
        (1.0, INTEGER, None),
        (1.5, INTEGER, ""),
        (True, INTEGER, ""),
        ("1", INTEGER, ""),
        (1, NUMBER, None),
        (float("inf"), INTEGER, ""),
        (1, LiteralType((1, 2)), None),
        (True, LiteralType((1, 2)), ""),
        (3, LiteralType((1, 2)), ""),
        ([1, "a"], ListType(INTEGER), "/1"),
        ({"a/b": "x"}, MapType(INTEGER), "/a~1b"),
        ([], MapType(ANY), ""),
        ("a", union(INTEGER, STRING), None),
        (None, union(INTEGER, STRING), ""),
        ({"name": "a", "more": 1}, ClassType("Pet"), None),
        ({"name": "a", "X-Age": None}, ClassType("Pet"), None),
        ({"name": "a", "X-Age": "1"}, ClassType("Pet"), "/X-Age"),
        ({}, ClassType("Pet"), "/name"),
        ({"name": None}, ClassType("Pet"), "/name"),
        ([{"name": "a", "friends": [[{"name": 1}]]}], ClassType("Pets"), "/0/friends/0/0/name"),
        ("a", ClassType("Pets"), ""),
        ("anything", ClassType("Unknown"), None),
    ],
)
def test_first_misfit_is_found(value: object, kind: Type, misfit: str | None):
    assert find_misfit(value, kind, DEFINITIONS) == misfit


def generated(
    operation: Document, method: str = "post", path: str = "/a/{id}"
) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    identifier = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
    item = {"parameters": [identifier], method: {"operationId": "call", "responses": {}, **operation}}
    document = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {path: item}}
    package = generate_package(document, name="x")
    findings = [(finding.pointer, finding.message) for finding in package.diagnostics]
    return json.loads(package.files["tests/examples.json"]), findings


def body(media_type: str, schema: Document, example: object, **more: object) -> Document:
    return {"requestBody": {"content": {media_type: {"schema": schema, "example": example, **more}}}}


@pytest.mark.parametrize(
    ("media_type", "schema", "example", "expected"),
    [
        ("text/plain", {"type": "string"}, "a text", "a text"),
        ("application/octet-stream", {}, "bytes", "bytes"),
        (
            "multipart/form-data",
            {"type": "object", "properties": {"f": {"type": "string", "format": "binary"}, "o": {}, "n": {}}},
            {"f": "content", "o": {"a": [True]}, "n": [1, 2]},
            [
                ["f", "content", "image/png"],
                ["o", {"a": [True]}, "application/json"],
                ["n", "1", ""],
                ["n", "2", ""],
            ],
        ),
        ("application/x-www-form-urlencoded", {"type": "object"}, {"a": [1, 2]}, [["a", "1"], ["a", "2"]]),
    ],
)
def test_example_of_each_kind_of_body_is_tested(media_type: str, schema: Document, example: object, expected: object):
    encoding = {"f": {"contentType": "image/png"}}
    data, findings = generated(body(media_type, schema, example, encoding=encoding))
    assert [case["request"]["body"] for case in data["requests"]] == [expected]
    assert data["requests"][0]["request"]["url"].endswith("/a/1")
    assert findings == []


@pytest.mark.parametrize(
    ("operation", "place", "words"),
    [
        (
            body("application/json", {"properties": {"a": {"type": "integer"}}}, {"a": "x"}),
            "requestBody/content/application~1json/examples/example",
            "'a'",
        ),
        (body("application/xml", {}, {"a": 1}), "requestBody/content/application~1xml/examples/example", "no text"),
        (
            {"responses": {"200": {"content": {"application/json": {"schema": {"type": "array"}, "example": {}}}}}},
            "responses/200/content/application~1json/examples/example",
            "another type",
        ),
        (
            {"parameters": [{"name": "q", "in": "query", "schema": {"type": "integer"}, "example": "many"}]},
            "parameters/0/examples/example",
            "'q'",
        ),
    ],
)
def test_example_that_contradicts_its_schema_is_a_finding(operation: Document, place: str, words: str):
    data, findings = generated(operation)
    assert data["requests"] == data["responses"] == []
    assert [pointer for pointer, _ in findings] == [f"#/paths/~1a~1{{id}}/post/{place}"]
    assert words in findings[0][1]


@pytest.mark.parametrize(
    ("schema", "example", "sent"),
    [
        ({"type": "integer"}, "10", "10"),
        ({"type": "string"}, 10, "10"),
        ({"type": "boolean"}, "true", "true"),
        ({"type": "array", "items": {"type": "string"}}, '["a"]', "a"),
    ],
)
def test_example_of_a_parameter_may_be_written_as_text(schema: Document, example: object, sent: str):
    data, findings = generated({"parameters": [{"name": "q", "in": "query", "schema": schema, "example": example}]})
    assert data["requests"][0]["request"]["query"] == [["q", sent]]
    assert findings == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["200", "default"], {"200": 200, "default": 500}),
        (["default"], {"default": 200}),
        (["200", "2XX", "4XX", "404", "400"], {"200": 200, "2XX": 201, "4XX": 401, "404": 404, "400": 400}),
        (["200", "500", "5XX", "default"], {"200": 200, "500": 500, "5XX": 501, "default": 400}),
        (["204"], {}),
    ],
)
def test_example_is_answered_with_a_status_of_its_own(keys: list[str], expected: dict[str, int]):
    responses = {key: {"content": {"application/json": {"schema": {}, "example": key}}} for key in keys}
    data, _ = generated({"responses": responses})
    assert {case["body"]: case["status"] for case in data["responses"]} == expected


def test_shared_parameters_with_many_examples_give_a_few_tests():
    examples = {f"call {number}": {"value": number} for number in range(50)}
    shared = {"name": "q", "in": "query", "schema": {"type": "integer"}, "examples": examples}
    data, findings = generated({"parameters": [shared]})
    assert len(data["requests"]) == 10
    assert [pointer for pointer, message in findings if "first 10" in message] == [
        "#/paths/~1a~1{id}/post/parameters/0/examples"
    ]


def test_referenced_examples_are_read():
    data, _ = generated(
        body("application/json", {}, None, examples={"a": {"$ref": "#/paths/~1a~1{id}/post/x"}}) | {"x": {"value": 7}}
    )
    assert [case["request"]["body"] for case in data["requests"]] == [7]
