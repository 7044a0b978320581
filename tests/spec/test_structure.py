"""Our way through openapi-spec-validator finds what the library finds, only sooner."""

from __future__ import annotations

import gc
import time
import weakref

import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from spec.structure import structure_errors


def document(schema: object, version: str = "3.1.0", **members: object) -> dict[str, object]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}
    operation = {"operationId": "a", "responses": {"200": {"description": "", "content": content}}}
    return {
        "openapi": version,
        "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"get": operation}},
        "components": {"schemas": {"A": schema}},
        **members,
    }


SCHEMAS = [
    {"type": "object", "properties": {"a": {"type": "string"}}},
    {"type": "strange"},
    {"type": "object", "properties": {"a": {"type": "array", "items": {"minLength": -1}}}},
    {"type": "string", "pattern": "("},
    {"patternProperties": {"(": {}}},
    {"discriminator": 3},
    {"discriminator": {}},
    {"xml": []},
    {"externalDocs": {}},
    {"properties": {"example": {"type": "strange"}, "pattern": {}}},
    {"type": "object", "allOf": [{"properties": {"a": {}}}], "required": ["a", "b"]},
    {"type": "integer", "default": "x"},
    {"required": "a"},
    {"enum": []},
    {"$schema": "https://example.com/unknown"},
    {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": 3},
    {"$id": "a b c", "format": 3},
    {"type": ["string", "null"], "nullable": True},
    {"oneOf": [{"type": "object", "required": [1]}]},
    True,
    3,
    [],
    None,
]


def found(errors: object) -> list[tuple[str, list[object]]]:
    return [(error.message, list(error.absolute_path)) for error in errors]


@pytest.mark.parametrize("schema", SCHEMAS, ids=str)
def test_schemas_of_3_1_are_judged_as_by_the_library(schema: object) -> None:
    given = document(schema)
    assert found(structure_errors(given, is_30=False)) == found(OpenAPIV31SpecValidator(given).iter_errors())


@pytest.mark.parametrize("schema", SCHEMAS, ids=str)
def test_schemas_of_3_0_are_judged_as_by_the_library(schema: object) -> None:
    given = document(schema, "3.0.3")
    assert found(structure_errors(given, is_30=True)) == found(OpenAPIV30SpecValidator(given).iter_errors())


@pytest.mark.parametrize("dialect", ["https://json-schema.org/draft/2020-12/schema", "https://example.com/unknown"])
@pytest.mark.parametrize("schema", SCHEMAS[:3], ids=str)
def test_a_document_may_choose_its_dialect_of_json_schema(schema: object, dialect: str) -> None:
    given = document(schema, jsonSchemaDialect=dialect)
    assert found(structure_errors(given, is_30=False)) == found(OpenAPIV31SpecValidator(given).iter_errors())


def test_an_operation_id_that_is_taken_is_found() -> None:
    given = document({})
    given["paths"]["/b"] = given["paths"]["/a"]
    errors = found(structure_errors(given, is_30=False))
    assert errors == found(OpenAPIV31SpecValidator(given).iter_errors())
    assert len(errors) == 1


class Watched(dict):
    """A dictionary that can be watched."""


def test_a_document_is_not_kept_alive() -> None:
    given = Watched(document({"type": "strange"}))
    watched = weakref.ref(given)
    assert found(structure_errors(given, is_30=False))
    del given
    gc.collect()
    assert watched() is None


def large(schemas: int) -> dict[str, object]:
    properties = {f"p{number}": {"type": "string"} for number in range(schemas)}
    return document({"type": "object", "properties": properties})


def test_time_grows_with_the_number_of_schemas_and_no_faster() -> None:
    seconds = []
    for size in (2_000, 16_000):
        start = time.process_time()
        assert found(structure_errors(large(size), is_30=False)) == []
        seconds.append(time.process_time() - start)
    assert seconds[1] < 24 * seconds[0]
