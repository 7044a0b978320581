from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from spec.export.strip import strip_descriptions, strip_examples
from spec.validate import validate_document
from tests.spec.export.documents import NAMES, own_document, small

DATA: Any = {"description": "data", "summary": "data", "example": "data", "examples": ["data"]}
NAMES_OF_KEYWORDS = {name: {"title": name} for name in DATA}
SCHEMA: Any = {
    "type": "object",
    "description": "gone",
    "properties": NAMES_OF_KEYWORDS,
    "default": DATA,
    "x-enum-descriptions": {"a": "gone"},
}
MEDIA: Any = {"schema": {**SCHEMA, "examples": [DATA]}, "examples": {"one": {"summary": "gone", "value": DATA}}}
OPERATION: Any = {
    "summary": "gone",
    "description": "gone",
    "externalDocs": {"url": "https://example.com", "description": "gone"},
    "parameters": [{"name": "a", "in": "query", "description": "gone", "schema": {}, "example": "data"}],
    "requestBody": {"description": "gone", "content": {"application/json": MEDIA}},
    "responses": {"200": {"description": "gone", "headers": {"X-A": {"description": "gone", "schema": {}}}}},
}
DOCUMENT: Any = small(
    info={"title": "Small", "version": "1", "description": "gone", "summary": "gone"},
    servers=[
        {
            "url": "https://{team}.example.com",
            "description": "gone",
            "variables": {"team": {"default": "a", "description": "gone"}},
        }
    ],
    tags=[{"name": "pets", "description": "gone"}],
    paths={"/pets": {"description": "gone", "post": OPERATION}},
    components={
        "examples": {"Two": {"value": DATA}},
        "securitySchemes": {
            "oauth": {
                "type": "oauth2",
                "description": "gone",
                "flows": {"implicit": {"authorizationUrl": "https://example.com", "scopes": {"read": "gone"}}},
            }
        },
    },
)


def test_no_text_is_left_and_no_data_is_touched() -> None:
    before = copy.deepcopy(DOCUMENT)
    stripped: Any = strip_descriptions(DOCUMENT)
    assert before == DOCUMENT
    assert validate_document(stripped) == ()
    assert "gone" not in json.dumps(stripped)
    media = stripped["paths"]["/pets"]["post"]["requestBody"]["content"]["application/json"]
    assert media["schema"]["properties"] == NAMES_OF_KEYWORDS
    assert media["schema"]["default"] == DATA
    assert media["examples"] == {"one": {"value": DATA}}
    assert stripped["paths"]["/pets"]["post"]["responses"]["200"]["description"] == ""
    assert stripped["components"]["securitySchemes"]["oauth"]["flows"]["implicit"]["scopes"] == {"read": ""}


def test_no_example_is_left_and_no_other_data_is_touched() -> None:
    stripped: Any = strip_examples(DOCUMENT)
    media = stripped["paths"]["/pets"]["post"]["requestBody"]["content"]["application/json"]
    assert media == {"schema": SCHEMA}
    assert "example" not in stripped["paths"]["/pets"]["post"]["parameters"][0]
    assert "examples" not in stripped["components"]
    assert validate_document(stripped) == ()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("strip", [strip_examples, strip_descriptions])
def test_stripping_twice_is_stripping_once(name: str, strip: Any) -> None:
    once = strip(own_document(name))
    assert validate_document(once) == ()
    assert strip(once) == once != own_document(name)
