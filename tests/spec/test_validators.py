"""A schema is judged with all that it leads to, however much of the document that is."""

from __future__ import annotations

import pytest

from spec.validate import validate_document


def document(schemas: dict[str, object], schema: object, example: object) -> dict[str, object]:
    content = {"application/json": {"schema": schema, "examples": {"shown": {"value": example}}}}
    parameter = {"name": "b", "in": "path", "required": True, "schema": {"type": "string"}}
    operation = {"parameters": [parameter], "responses": {"200": {"description": "", "content": content}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/a/{b}": {"get": operation}},
        "components": {"schemas": schemas},
    }


def chain(length: int) -> dict[str, object]:
    """Objects inside of each other; the innermost is an integer."""
    links = {
        f"S{number}": {"type": "object", "properties": {"in": {"$ref": f"#/components/schemas/S{number + 1}"}}}
        for number in range(length)
    }
    return {**links, f"S{length}": {"type": "integer"}}


def nest(value: object, length: int) -> object:
    for _ in range(length):
        value = {"in": value}
    return value


@pytest.mark.parametrize("length", [1, 30, 39, 40, 41, 80])
def test_what_a_schema_leads_to_is_judged_however_far_it_is(length: int) -> None:
    schema = {"allOf": [{"$ref": "#/components/schemas/S0"}]}
    assert validate_document(document(chain(length), schema, nest(1, length))) == ()
    (problem,) = validate_document(document(chain(length), schema, nest("one", length)))
    assert problem.kind == "example"
    assert problem.pointer.endswith("/examples/shown/value" + "/in" * length)


def test_schemas_that_lead_back_to_themselves_are_judged() -> None:
    schemas = {"A": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/A"}}}}
    schema = {"type": "array", "items": {"$ref": "#/components/schemas/A/properties/next"}}
    assert validate_document(document(schemas, schema, [{"next": {}}])) == ()
    (problem,) = validate_document(document(schemas, schema, [{"next": {"next": 1}}]))
    assert problem.pointer.endswith("/value/0/next/next")


def test_references_may_lead_into_paths_and_lists() -> None:
    given = document({"A": {"anyOf": [{"type": "string"}, {"type": "null"}]}}, {}, "text")
    content = "#/paths/~1a~1{b}/get/responses/200/content/application~1json"
    given["components"]["schemas"]["B"] = {"$ref": "#/components/schemas/A/anyOf/0"}
    given["components"]["schemas"]["C"] = {"$ref": f"{content}/schema"}
    given["paths"]["/a/{b}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] = {
        "oneOf": [{"$ref": "#/components/schemas/B"}]
    }
    assert validate_document(given) == ()


def test_a_default_may_look_like_a_reference_to_nothing() -> None:
    schema = {"type": "object", "default": {"$ref": "#/components/schemas/Nowhere"}}
    assert validate_document(document({}, schema, {})) == ()
