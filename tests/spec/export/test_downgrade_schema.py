"""Constructs of OpenAPI 3.1 and how 3.0.3 says them."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from spec.export.downgrade import downgrade_document
from spec.validate import validate_document

NULL: Any = {"type": "string", "nullable": True, "enum": [None]}
PET: Any = {"$ref": "#/components/schemas/Pet"}
NOTHING: Any = {"not": {}}


def downgraded(schema: Any) -> tuple[Any, list[str]]:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1.0.0"},
        "paths": {},
        "components": {"schemas": {"It": schema, "Pet": {"type": "object"}}},
    }
    before = copy.deepcopy(document)
    exported = downgrade_document(document)
    assert document == before
    structural = [problem for problem in validate_document(exported.document) if problem.kind != "example"]
    assert structural == []
    place = "/components/schemas/It"
    assert all(loss.pointer.startswith(place) for loss in exported.losses)
    return (
        exported.document["components"]["schemas"]["It"],  # type: ignore[call-overload,index]
        [loss.pointer.removeprefix(place) for loss in exported.losses],
    )


LOSSLESS: dict[str, tuple[Any, Any]] = {
    "a plain schema": ({"type": "string", "minLength": 1}, {"type": "string", "minLength": 1}),
    "true": (True, {}),
    "false": (False, NOTHING),
    "a boolean below properties": (
        {"type": "object", "properties": {"a": True, "b": False}},
        {"type": "object", "properties": {"a": {}, "b": NOTHING}},
    ),
    "a boolean for more properties": (
        {"type": "object", "additionalProperties": False},
        {"type": "object", "additionalProperties": False},
    ),
    "a list of one type": ({"type": ["string"]}, {"type": "string"}),
    "a type or null": ({"type": ["string", "null"]}, {"type": "string", "nullable": True}),
    "null alone": ({"type": "null"}, NULL),
    "null alone, described": ({"type": "null", "description": "Gone."}, {**NULL, "description": "Gone."}),
    "null as a constant": ({"const": None}, NULL),
    "an enum or null": (
        {"type": ["string", "null"], "enum": ["a", None]},
        {"type": "string", "nullable": True, "enum": ["a", None]},
    ),
    "null outside of the enum": (
        {"type": ["string", "null"], "enum": ["a"]},
        {"type": "string", "enum": ["a"]},
    ),
    "an enum without type": ({"enum": ["a", None]}, {"type": "string", "nullable": True, "enum": ["a", None]}),
    "an enum of numbers": ({"enum": [1, 1.5]}, {"type": "number", "enum": [1, 1.5]}),
    "an enum of several types": ({"enum": [1, "a"]}, {"enum": [1, "a"]}),
    "an enum that has one of several types": (
        {"type": ["integer", "string"], "format": "int64", "enum": ["a", "b"], "x-enum-descriptions": ["A", "B"]},
        {"type": "string", "enum": ["a", "b"], "x-enum-descriptions": ["A", "B"]},
    ),
    "an enum that has one of several types, or null": (
        {"type": ["integer", "string", "null"], "enum": ["a", None]},
        {"type": "string", "nullable": True, "enum": ["a", None]},
    ),
    "an enum that has each of several types": (
        {"type": ["integer", "string"], "enum": ["a", 1], "x-enum-descriptions": ["A", "One"], "title": "T"},
        {
            "anyOf": [
                {"type": "integer", "enum": [1], "x-enum-descriptions": ["One"]},
                {"type": "string", "enum": ["a"], "x-enum-descriptions": ["A"]},
            ],
            "title": "T",
        },
    ),
    "an enum that has each of several types, or null": (
        {"type": ["integer", "string", "null"], "enum": ["a", 1, None]},
        {
            "anyOf": [
                {"type": "integer", "nullable": True, "enum": [1, None]},
                {"type": "string", "nullable": True, "enum": ["a", None]},
            ]
        },
    ),
    "several types": ({"type": ["integer", "string"]}, {"anyOf": [{"type": "integer"}, {"type": "string"}]}),
    "several types or null": (
        {"type": ["integer", "string", "null"]},
        {"anyOf": [{"type": "integer", "nullable": True}, {"type": "string", "nullable": True}]},
    ),
    "several types with keywords of their own": (
        {"type": ["array", "string", "object"], "minLength": 1, "required": ["a"], "title": "T", "format": "date"},
        {
            "anyOf": [
                {"type": "array", "items": {}},
                {"type": "string", "minLength": 1, "format": "date"},
                {"type": "object", "required": ["a"]},
            ],
            "title": "T",
        },
    ),
    "several types beside anyOf": (
        {"type": ["integer", "string"], "anyOf": [{"minLength": 1}, {"minimum": 1}]},
        {
            "anyOf": [{"minLength": 1}, {"minimum": 1}],
            "allOf": [{"anyOf": [{"type": "integer"}, {"type": "string"}]}],
        },
    ),
    "an array without items": ({"type": "array"}, {"type": "array", "items": {}}),
    "anyOf a plain type and null": (
        {"anyOf": [{"type": "string", "minLength": 1}, {"type": "null"}], "description": "D"},
        {"type": "string", "minLength": 1, "nullable": True, "description": "D"},
    ),
    "anyOf a reference and null": ({"anyOf": [PET, {"type": "null"}]}, {"anyOf": [PET, NULL]}),
    "oneOf a type with null and null": (
        {"oneOf": [{"type": ["string", "null"]}, {"type": "null"}]},
        {"oneOf": [{"type": "string", "nullable": True}, NULL]},
    ),
    "anyOf two descriptions": (
        {"anyOf": [{"type": "string", "description": "A"}, {"type": "null"}], "description": "B"},
        {"anyOf": [{"type": "string", "description": "A"}, NULL], "description": "B"},
    ),
    "anyOf several and null": (
        {"anyOf": [{"type": "string"}, PET, {"type": "null"}]},
        {"anyOf": [{"type": "string"}, PET, NULL]},
    ),
    "a constant": ({"type": "string", "const": "a"}, {"type": "string", "enum": ["a"]}),
    "a constant without type": ({"const": 1}, {"type": "integer", "enum": [1]}),
    "a constant of the enum": ({"type": "string", "enum": ["a", "b"], "const": "a"}, {"type": "string", "enum": ["a"]}),
    "an exclusive bound": (
        {"type": "number", "exclusiveMinimum": 1},
        {"type": "number", "minimum": 1, "exclusiveMinimum": True},
    ),
    "the tighter of two lower bounds": (
        {"type": "number", "minimum": 2, "exclusiveMinimum": 1},
        {"type": "number", "minimum": 2},
    ),
    "equal lower bounds": (
        {"type": "number", "minimum": 1, "exclusiveMinimum": 1},
        {"type": "number", "minimum": 1, "exclusiveMinimum": True},
    ),
    "the tighter of two upper bounds": (
        {"type": "number", "maximum": 2, "exclusiveMaximum": 1},
        {"type": "number", "maximum": 1, "exclusiveMaximum": True},
    ),
    "one example": ({"type": "string", "examples": ["a"]}, {"type": "string", "example": "a"}),
    "no example": ({"type": "string", "examples": []}, {"type": "string"}),
    "a reference": (PET, PET),
    "a described reference": ({**PET, "description": "D"}, {"allOf": [PET], "description": "D"}),
    "a reference beside allOf": (
        {**PET, "allOf": [{"type": "object"}]},
        {"allOf": [{"type": "object"}, PET]},
    ),
    "base64": ({"type": "string", "contentEncoding": "base64"}, {"type": "string", "format": "byte"}),
    "bytes": (
        {"type": "string", "contentMediaType": "application/octet-stream"},
        {"type": "string", "format": "binary"},
    ),
    "unevaluatedProperties alone": (
        {"type": "object", "unevaluatedProperties": False},
        {"type": "object", "additionalProperties": False},
    ),
    "empty lists": ({"type": "object", "required": []}, {"type": "object"}),
    "an extension": ({"type": "string", "x-more": {"const": 1}}, {"type": "string", "x-more": {"const": 1}}),
    "properties that are called like keywords": (
        {
            "type": "object",
            "properties": {
                name: {"type": ["string", "null"]} for name in ("const", "type", "nullable", "examples", "$ref", "enum")
            },
        },
        {
            "type": "object",
            "properties": {
                name: {"type": "string", "nullable": True}
                for name in ("const", "type", "nullable", "examples", "$ref", "enum")
            },
        },
    ),
}

LOSSY: dict[str, tuple[Any, Any, list[str]]] = {
    "nullable of 3.0": ({"type": "string", "nullable": True}, {"type": "string"}, ["/nullable"]),
    "several examples": ({"type": "string", "examples": ["a", "b"]}, {"type": "string", "example": "a"}, ["/examples"]),
    "examples beside example": (
        {"type": "string", "example": "c", "examples": ["a"]},
        {"type": "string", "example": "c"},
        ["/examples"],
    ),
    "a picture": (
        {"type": "string", "contentMediaType": "image/png"},
        {"type": "string", "format": "binary"},
        ["/contentMediaType"],
    ),
    "a picture in base64": (
        {"type": "string", "contentMediaType": "image/png", "contentEncoding": "base64"},
        {"type": "string", "format": "byte"},
        ["/contentMediaType"],
    ),
    "JSON in a string": (
        {"type": "string", "contentMediaType": "application/json", "contentSchema": {"type": "object"}},
        {"type": "string"},
        ["/contentMediaType", "/contentSchema"],
    ),
    "items by position": (
        {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False},
        {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}, "maxItems": 2},
        ["/prefixItems"],
    ),
    "items by position and others": (
        {"type": "array", "prefixItems": [{"type": "string"}]},
        {"type": "array", "items": {}},
        ["/prefixItems"],
    ),
    "properties by pattern": (
        {"type": "object", "patternProperties": {"^a": {"type": "string"}}},
        {"type": "object"},
        ["/patternProperties/^a"],
    ),
    "properties by pattern only": (
        {"type": "object", "patternProperties": {"^a": {"type": "string"}}, "additionalProperties": False},
        {"type": "object", "additionalProperties": {"type": "string"}},
        ["/patternProperties/^a"],
    ),
    "unevaluatedProperties beside allOf": (
        {"allOf": [PET], "unevaluatedProperties": False},
        {"allOf": [PET]},
        ["/unevaluatedProperties"],
    ),
    "a condition": (
        {"if": {"type": "string"}, "then": {"minLength": 1}, "description": "D"},
        {"description": "D"},
        ["/if", "/then"],
    ),
    **{
        keyword: ({keyword: value}, {}, [f"/{keyword}"])
        for keyword, value in {
            "contains": {"type": "string"},
            "propertyNames": {"minLength": 1},
            "dependentRequired": {"a": ["b"]},
            "dependentSchemas": {"a": {"required": ["b"]}},
            "unevaluatedItems": False,
            "$comment": "why",
        }.items()
    },
}


@pytest.mark.parametrize("name", LOSSLESS)
def test_the_same_is_said_in_other_words(name: str) -> None:
    schema, expected = LOSSLESS[name]
    assert downgraded(schema) == (expected, [])


@pytest.mark.parametrize("name", LOSSY)
def test_what_cannot_be_said_is_left_out_and_reported(name: str) -> None:
    assert downgraded(LOSSY[name][0]) == LOSSY[name][1:]


@pytest.mark.parametrize("name", LOSSLESS)
def test_schemas_are_converted_wherever_they_are(name: str) -> None:
    schema, expected = LOSSLESS[name]
    for keyword in ("items", "not"):
        if schema is not False:
            assert downgraded({keyword: schema})[0] == {keyword: expected}
    for keyword in ("allOf", "oneOf"):
        assert downgraded({keyword: [schema, {"type": "object"}, {}]})[0][keyword][0] == expected
    assert downgraded({"properties": {"a": schema}})[0] == {"properties": {"a": expected}}


LOOKALIKE: Any = {"type": ["string", "null"], "const": 1, "examples": [1, 2], "nullable": True, "$ref": "#/nowhere"}


@pytest.mark.parametrize("keyword", ["default", "example"])
def test_values_are_data_whatever_their_keys_are_called(keyword: str) -> None:
    assert downgraded({keyword: LOOKALIKE}) == ({keyword: LOOKALIKE}, [])


def test_listed_values_are_data_whatever_their_keys_are_called() -> None:
    assert downgraded({"enum": [LOOKALIKE]})[0] == {"type": "object", "enum": [LOOKALIKE]}
    assert downgraded({"const": LOOKALIKE})[0] == {"type": "object", "enum": [LOOKALIKE]}
    assert downgraded({"examples": [LOOKALIKE]})[0] == {"example": LOOKALIKE}


def test_definitions_inside_of_a_schema_become_components() -> None:
    schema: Any = {
        "$defs": {"Name": {"type": ["string", "null"]}, "Unused": True},
        "properties": {"name": {"$ref": "#/components/schemas/It/$defs/Name"}},
    }
    changed, losses = downgraded(schema)
    assert changed == {"properties": {"name": {"$ref": "#/components/schemas/Name"}}}
    assert losses == []


def test_a_loss_inside_of_a_definition_is_reported_once_where_it_stands() -> None:
    schema: Any = {
        "$defs": {"Name": {"type": "string", "$comment": "why"}},
        "properties": {"name": {"$ref": "#/components/schemas/It/$defs/Name"}},
    }
    assert downgraded(schema)[1] == ["/$defs/Name/$comment"]
