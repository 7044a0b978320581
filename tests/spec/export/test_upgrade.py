"""Constructs of OpenAPI 3.0 and how 3.1 says them."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from spec.export.upgrade import upgrade_document
from spec.validate import validate_document
from tests.spec.export.documents import small

PET: Any = {"$ref": "#/components/schemas/Pet"}

CASES: dict[str, tuple[Any, Any, list[str]]] = {
    "a plain schema": ({"type": "string"}, {"type": "string"}, []),
    "nullable": ({"type": "string", "nullable": True}, {"type": ["string", "null"]}, []),
    "not nullable": ({"type": "string", "nullable": False}, {"type": "string"}, []),
    "a nullable enum": (
        {"type": "string", "nullable": True, "enum": ["a"]},
        {"type": "string", "enum": ["a"]},
        ["/nullable"],
    ),
    "a nullable enum with null": (
        {"type": "string", "nullable": True, "enum": ["a", None]},
        {"type": ["string", "null"], "enum": ["a", None]},
        [],
    ),
    "null alone": ({"anyOf": [PET, {"type": "object", "nullable": True, "enum": [None]}]}, None, []),
    "nullable without type": ({"nullable": True, "allOf": [PET]}, {"allOf": [PET]}, ["/nullable"]),
    "an exclusive bound": (
        {"type": "number", "minimum": 1, "exclusiveMinimum": True},
        {"type": "number", "exclusiveMinimum": 1},
        [],
    ),
    "no exclusive bound": (
        {"type": "number", "maximum": 1, "exclusiveMaximum": False},
        {"type": "number", "maximum": 1},
        [],
    ),
    "an example": ({"type": "string", "example": "a"}, {"type": "string", "examples": ["a"]}, []),
    "base64": ({"type": "string", "format": "byte"}, {"type": "string", "contentEncoding": "base64"}, []),
    "bytes": (
        {"type": "string", "format": "binary"},
        {"type": "string", "contentMediaType": "application/octet-stream"},
        [],
    ),
    "another format": ({"type": "string", "format": "date"}, {"type": "string", "format": "date"}, []),
    "a described reference": (
        {"properties": {"a": {**PET, "description": "D"}}},
        {"properties": {"a": PET}},
        ["/properties/a/description"],
    ),
    "data": (
        {"type": "object", "default": {"nullable": True, "type": "string"}},
        {"type": "object", "default": {"nullable": True, "type": "string"}},
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_constructs_are_said_as_3_1_does(name: str) -> None:
    schema, expected, lost = CASES[name]
    document = small("3.0.3", components={"schemas": {"It": schema, "Pet": {"type": "object"}}})
    before = copy.deepcopy(document)
    exported = upgrade_document(document)
    changed: Any = exported.document
    assert document == before
    assert changed["openapi"] == "3.1.0"
    assert validate_document(changed) == ()
    assert changed["components"]["schemas"]["It"] == (expected or {"anyOf": [PET, {"type": "null"}]})
    assert [loss.pointer.removeprefix("/components/schemas/It") for loss in exported.losses] == lost


def test_a_document_of_3_1_stays_as_it_is() -> None:
    assert upgrade_document(small("3.1.1")).document == small("3.1.1")
