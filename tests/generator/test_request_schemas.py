"""What of a document's schemas requests are checked against."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings

from generator.document import Document
from generator.operations import OperationBuilder, read_operations
from generator.request_schemas import build_request_schemas
from generator.samples import Sampler
from generator.schemas import SchemaCatalogue
from tests.generator.test_checks import NAMED, REGISTRY, SCHEMAS, VALUES, as_reference

TEXT = {"type": "string"}
SECRET_ID = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer", "readOnly": True}}}


def reduce(
    schema: object = None,
    components: dict[str, Any] | None = None,
    body: object = None,
    media_type: str = "application/json",
    version: str = "3.1.0",
    location: str = "query",
) -> tuple[dict[str, Any], list[str]]:
    """The data of an operation with one parameter and a body, and the findings."""
    operation: dict[str, Any] = {"operationId": "send", "responses": {"204": {"description": ""}}}
    if schema is not None:
        operation["parameters"] = [{"name": "p", "in": location, "schema": schema}]
    if body is not None:
        operation["requestBody"] = {"content": {media_type: {"schema": body}}}
    root = {
        "openapi": version,
        "info": {"title": "t", "version": "1"},
        "components": {"schemas": components or {}},
        "paths": {"/a/{p}" if location == "path" else "/a": {"post": operation}},
    }
    document = Document(root)
    catalogue = SchemaCatalogue(document)
    raw = read_operations(document)
    views = [view for group in OperationBuilder(document, catalogue, ()).build_groups(raw) for view in group.operations]
    document.findings.clear()
    data = build_request_schemas(document, zip(views, raw, strict=True)).as_data()
    return data, [finding.message for finding in document.findings]


def parameter(schema: object, **more: Any) -> Any:
    """What remains of the schema of a parameter."""
    data, _ = reduce(schema, **more)
    return data["operations"].get("send", {}).get("query", {}).get("p", {})


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({}, {}),
        (True, {}),
        ({"description": "x", "default": 1, "example": 2, "format": "date"}, {}),
        ({"type": "string", "format": "date-time"}, TEXT),
        (
            {"type": "integer", "format": "int32", "minimum": 1, "maximum": 5},
            {"type": "integer", "minimum": 1, "maximum": 5},
        ),
        ({"type": ["string", "null"], "maxLength": 3}, {"type": ["string", "null"], "maxLength": 3}),
        ({"type": ["string"]}, TEXT),
        ({"type": "any"}, {}),
        ({"type": ["string", "file"]}, {}),
        ({"type": "string", "format": "binary"}, {}),
        ({"type": "string", "enum": ["a", "b"]}, {"enum": ["a", "b"]}),
        ({"type": ["string", "null"], "enum": ["a"]}, {"enum": ["a", None]}),
        ({"type": "integer", "const": 1}, {"const": 1}),
        ({"minLength": 0, "maxLength": 0}, {"maxLength": 0}),
        ({"minItems": 1.0, "uniqueItems": False}, {"minItems": 1}),
        ({"minimum": "1", "maximum": True, "minLength": -1, "multipleOf": 0, "enum": [], "pattern": 1}, {}),
        ({"pattern": "a"}, {"pattern": "a"}),
        ({"pattern": "a$"}, {"pattern": "a$", "match": r"a\Z"}),
        ({"type": "object", "additionalProperties": False}, {"type": "object"}),
        (
            {"additionalProperties": TEXT, "properties": {"a": {}}},
            {"properties": {"a": {}}, "additionalProperties": TEXT},
        ),
        ({"additionalProperties": TEXT, "patternProperties": {"a": {}}}, {}),
        ({"properties": {"a": {}, "b": TEXT}, "required": ["a"]}, {"properties": {"b": TEXT}, "required": ["a"]}),
        ({"required": ["a"]}, {"required": ["a"]}),
        ({"items": TEXT}, {"items": TEXT}),
        ({"items": {}, "prefixItems": [{}]}, {}),
        ({"items": TEXT, "prefixItems": [{}]}, {"prefixItems": [{}], "items": TEXT}),
        ({"allOf": [TEXT]}, TEXT),
        ({"allOf": [{}, TEXT], "minLength": 2}, {"type": "string", "minLength": 2}),
        ({"allOf": [{"maximum": 3}, {"maximum": 2}]}, {"maximum": 3, "allOf": [{"maximum": 2}]}),
        ({"oneOf": [TEXT, {"type": "integer"}]}, {"anyOf": [TEXT, {"type": "integer"}]}),
        ({"anyOf": [TEXT, {}]}, {}),
        ({"anyOf": [TEXT, False]}, {"anyOf": [TEXT]}),
        ({"not": TEXT, "if": TEXT, "contains": TEXT}, {}),
    ],
)
def test_schema_is_reduced_to_what_can_be_checked(schema: object, expected: object):
    assert parameter(schema) == expected


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": True, "enum": ["a"]}, {"enum": ["a", None]}),
        ({"type": "integer", "minimum": 1, "exclusiveMinimum": True}, {"type": "integer", "exclusiveMinimum": 1}),
        ({"type": "integer", "maximum": 1, "exclusiveMaximum": False}, {"type": "integer", "maximum": 1}),
        (
            {"nullable": True, "allOf": [{"$ref": "#/components/schemas/Text"}]},
            {"anyOf": [{"type": "null"}, {"$ref": "Text"}]},
        ),
        ({"$ref": "#/components/schemas/Text", "maxLength": 1}, {"$ref": "Text"}),
    ],
)
def test_openapi_3_0_is_translated(schema: object, expected: object):
    assert parameter(schema, components={"Text": TEXT}, version="3.0.3") == expected


@pytest.mark.parametrize(
    ("schema", "expected", "message"),
    [
        ({"minimum": 5, "maximum": 1}, {}, "minimum 5 and maximum 1 contradict each other and are not checked."),
        (
            {"minimum": 1, "exclusiveMaximum": 1},
            {},
            "minimum 1 and exclusiveMaximum 1 contradict each other and are not checked.",
        ),
        (
            {"minLength": 5, "maxLength": 1},
            {},
            "minLength 5 and maxLength 1 contradict each other and are not checked.",
        ),
        ({"type": "string", "minimum": 5}, TEXT, "minimum 5 of a value of another type is not checked."),
        ({"type": "string", "enum": [1, "a"]}, TEXT, "Values of another type than the documented one are not checked."),
        ({"type": "string", "const": 1}, TEXT, "A value of another type than the documented one is not checked."),
        ({"pattern": "("}, {}, "The pattern is not checked: it ends too early."),
        ({"pattern": "(a+)+$"}, {}, "The pattern is not checked: matching it can take too long."),
        (
            {"properties": {"a": TEXT}, "required": ["A", "a"]},
            {"properties": {"a": TEXT}, "required": ["a"]},
            "The required property 'A' is not described; it may be absent.",
        ),
    ],
)
def test_constraint_that_cannot_be_checked_is_reported(schema: object, expected: object, message: str):
    data, findings = reduce(schema)
    assert data["operations"].get("send", {}).get("query", {}).get("p", {}) == expected
    assert findings == [message]


def test_named_schemas_are_kept_when_something_names_them():
    components = {
        "Used": {
            "type": "object",
            "properties": {"next": {"$ref": "#/components/schemas/Used"}, "size": {"minimum": 1}},
        },
        "Open": {"description": "anything"},
        "AlsoOpen": {"allOf": [{"$ref": "#/components/schemas/Open"}]},
        "Unused": TEXT,
    }
    items = {"properties": {name: {"$ref": f"#/components/schemas/{name}"} for name in ("Used", "AlsoOpen")}}
    data, findings = reduce({"items": items}, components)
    assert data == {
        "operations": {"send": {"query": {"p": {"items": {"properties": {"Used": {"$ref": "Used"}}}}}}},
        "schemas": {"Used": {"type": "object", "properties": {"next": {"$ref": "Used"}, "size": {"minimum": 1}}}},
    }
    assert findings == []


def test_reference_to_another_place_is_named_after_it():
    pointer = "#/paths/~1a/post/parameters/0/schema/properties/first"
    data, _ = reduce({"properties": {"first": {"minimum": 1}, "second": {"$ref": pointer}}})
    assert data["operations"]["send"]["query"]["p"]["properties"]["second"] == {"$ref": pointer}
    assert data["schemas"] == {pointer: {"minimum": 1}}


def test_operation_without_anything_to_check_is_left_out():
    assert reduce({}, body={})[0] == {"operations": {}, "schemas": {}}


@pytest.mark.parametrize(
    "components",
    [
        {"A": {"anyOf": [{"$ref": "#/components/schemas/A"}, TEXT]}},
        {
            "A": {"allOf": [{"$ref": "#/components/schemas/B"}]},
            "B": {"anyOf": [{"$ref": "#/components/schemas/A"}, TEXT]},
        },
    ],
)
def test_schema_that_contains_itself_without_a_value_between_is_not_checked_there(components: dict[str, Any]):
    data, findings = reduce({"$ref": "#/components/schemas/A"}, components)
    assert data["operations"] == {}
    assert "A schema that contains itself without an object or list between is not checked there." in findings


def test_property_that_only_responses_have_is_not_required():
    components = {"Base": SECRET_ID, "Needs": {"required": ["id", "name"]}}
    parts = [{"$ref": f"#/components/schemas/{name}"} for name in components]
    data, _ = reduce(body={"allOf": [*parts, {"properties": {"name": TEXT}}]}, components=components)
    body = data["operations"]["send"]["body"]
    assert body["required"] == ["name"]
    assert data["schemas"] == {"Base": {"type": "object"}}


@pytest.mark.parametrize(
    ("media_type", "expected"), [("multipart/form-data", {}), ("application/json", {"type": "string"})]
)
def test_file_has_no_check(media_type: str, expected: object):
    properties = {"file": {"type": "string", "contentMediaType": "image/png"}, "name": {"maxLength": 3}}
    components = {"Upload": {"type": "object", "properties": properties}}
    data, _ = reduce(body={"$ref": "#/components/schemas/Upload"}, components=components, media_type=media_type)
    body = data["operations"]["send"]["body"]
    found = data["schemas"].get("Upload", body)["properties"]
    assert found == ({"file": expected} if expected else {}) | {"name": {"maxLength": 3}}


def test_recursive_multipart_body_is_read():
    node = {"$ref": "#/components/schemas/Node"}
    components = {"Node": {"type": "object", "properties": {"a": node, "b": node, "size": {"minimum": 1}}}}
    data, _ = reduce(body=node, components=components, media_type="multipart/form-data")
    assert data["operations"]["send"]["body"]["properties"]["a"]["properties"]["size"] == {"minimum": 1}


def test_body_of_text_has_no_check():
    assert reduce(body=TEXT, media_type="text/plain")[0]["operations"] == {}


@pytest.mark.parametrize("location", ["path", "header", "cookie"])
def test_parameters_are_found_by_their_location(location: str):
    assert reduce(TEXT, location=location)[0]["operations"] == {"send": {location: {"p": TEXT}}}


def test_header_that_no_argument_sends_has_no_check():
    data, _ = reduce(TEXT, location="header")
    assert data["operations"]
    root = {"name": "Authorization", "in": "header", "schema": TEXT}
    document = Document({"openapi": "3.1.0", "paths": {"/a": {"get": {"operationId": "x", "parameters": [root]}}}})
    raw = read_operations(document)
    groups = OperationBuilder(document, SchemaCatalogue(document), ()).build_groups(raw)
    assert build_request_schemas(document, zip(groups[0].operations, raw, strict=True)).operations == {}


def in_document(schema: Any) -> Any:
    """A schema with references as documents write them."""
    if isinstance(schema, dict):
        return {
            key: f"#/components/schemas/{item}" if key == "$ref" else in_document(item) for key, item in schema.items()
        }
    return [in_document(item) for item in schema] if isinstance(schema, list) else schema


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(schema=SCHEMAS, value=VALUES)
def test_valid_value_is_never_refused_and_an_invalid_one_only_accepted_with_a_finding(
    schema: dict[str, Any], value: object
):
    data, findings = reduce(in_document(schema), in_document(NAMED))
    kept = data["operations"].get("send", {}).get("query", {}).get("p", {})
    is_valid = jsonschema_rs.Draft202012Validator(as_reference(schema), registry=REGISTRY).is_valid(value)
    is_accepted = Sampler(data["schemas"]).accepts(kept, value)
    assert is_accepted or not is_valid
    # null is allowed where types or values say so, and JSON Schema wants it in both.
    assert is_valid or not is_accepted or findings or "null" in json.dumps(schema)
