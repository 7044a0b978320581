"""Valid and bad arguments for the contract tests of a package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest
from hypothesis import HealthCheck, given, settings

from generator.package import generate_package, read_package
from generator.samples import ABSENT, Sampler
from generator.write import write_package
from tests.generator.importing import imported, part
from tests.generator.test_checks import NAMED, SCHEMAS

TREE = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string", "minLength": 2},
        "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}, "maxItems": 2},
    },
}
PROPERTIES = {
    "kind": {"type": "string", "enum": ["DEFECT", "MISSION"], "minLength": 6},
    "size": {"type": "integer", "minimum": 1, "maximum": 100},
    "share": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
    "step": {"type": "integer", "multipleOf": 5},
    "name": {"type": "string", "minLength": 2, "maxLength": 8, "pattern": "^[a-z]+$"},
    "tags": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 3, "uniqueItems": True},
    "labels": {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
    "owner": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
    "tree": {"$ref": "#/components/schemas/Tree"},
    "Fixed": {"type": "string", "const": "always"},
}


def document(parameters: list[dict[str, Any]], body: dict[str, Any] | None = None) -> dict[str, Any]:
    """A document of one operation."""
    operation: dict[str, Any] = {
        "operationId": "send",
        "parameters": parameters,
        "responses": {"204": {"description": ""}},
    }
    if body is not None:
        operation["requestBody"] = {"required": True, "content": {"application/json": body}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "https://s.example"}],
        "components": {"schemas": {"Tree": TREE}},
        "paths": {"/a/{id}" if any(item["in"] == "path" for item in parameters) else "/a": {"post": operation}},
    }


def query(schema: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    """One required parameter."""
    return [{"name": "p", "in": "query", "required": True, "schema": schema, **more}]


EVERY = document(
    [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 32, "maxLength": 32}},
        {"name": "X-Note", "in": "header", "schema": {"type": "string", "pattern": "^[a-c]+$"}},
        {"name": "flag", "in": "cookie", "schema": {"type": "boolean"}},
    ],
    {"schema": {"type": "object", "required": ["kind", "tree", "Fixed"], "properties": PROPERTIES}},
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(EVERY, tmp_path_factory.mktemp("refusals")) as module:
        yield module


def send(package: ModuleType, arguments: dict[str, Any]) -> list[httpx2.Request]:
    """What is sent for a call."""
    sent: list[httpx2.Request] = []
    transport = httpx2.MockTransport(lambda request: sent.append(request) or httpx2.Response(204))
    package.Client(http_client=httpx2.Client(transport=transport)).default.send(**arguments)
    return sent


def test_every_documented_constraint_has_a_bad_value(package: ModuleType):
    refused = read_package(EVERY, name="x")[2]["refused"]
    assert [item["operation"] for item in refused] == ["send"]
    messages = {case["message"] for case in refused[0]["cases"]}
    assert messages == {
        "id must be a string",
        "id must have at least 32 ",
        "id must have at most 32 ",
        "X-Note must be a string",
        "X-Note must match ",
        "flag must be a boolean",
        "kind must be one of ",
        "kind is missing",
        "size must be an integer",
        "size must be at least 1",
        "size must be at most 100",
        "share must be a number",
        "share must be greater than 0",
        "share must be less than 1",
        "step must be an integer",
        "step must be a multiple of 5",
        "name must be a string",
        "name must have at least 2 ",
        "name must have at most 8 ",
        "name must match ",
        "tags must be a list",
        "tags must have at least 1 ",
        "tags must have at most 3 ",
        "tags must have different items",
        "tags[0] must be a string",
        "labels must be an object",
        "labels must have at least 1 ",
        "labels.undocumented must be a string",
        "owner",
        "tree is missing",
        "tree must be an object",
        "tree.name is missing",
        "tree.name must be a string",
        "tree.name must have at least 2 ",
        "tree.children must be a list",
        "tree.children must have at most 2 ",
    }


def test_package_refuses_every_bad_value_and_sends_the_good_ones(package: ModuleType):
    refused = read_package(EVERY, name="x")[2]["refused"][0]
    assert len(send(package, refused["arguments"])) == 1
    for case in refused["cases"]:
        bad = package.OMIT if case.get("is_omitted") else case["value"]
        with pytest.raises(package.exceptions.ArgumentError, match=re.escape(f"send: {case['message']}")):
            send(package, {**refused["arguments"], case["argument"]: bad})


def test_optional_body_is_tested_with_what_it_needs():
    parts = [
        {"$ref": "#/components/schemas/Tree"},
        {"required": ["other[a]"], "properties": {"other[a]": {"minimum": 1}}},
    ]
    optional = document([], {"schema": {"allOf": parts}})
    optional["paths"]["/a"]["post"]["requestBody"]["required"] = False
    refused = read_package(optional, name="x")[2]["refused"][0]
    assert refused["arguments"] == {"name": "value", "other_a": 1}
    assert {"argument": "other_a", "value": 0, "message": "other[a] must be at least 1"} in refused["cases"]
    assert {"argument": "other_a", "is_omitted": True, "message": "other[a] is missing"} in refused["cases"]


def test_extra_options_are_not_checked(package: ModuleType):
    arguments = read_package(EVERY, name="x")[2]["refused"][0]["arguments"]
    extra = {"extra_body": {"kind": "UNKNOWN", "size": 0}, "extra_query": {"q": 1}, "extra_headers": {"X-Note": "zzz"}}
    request = send(package, {**arguments, **extra})[0]
    assert b'"kind":"UNKNOWN"' in request.content
    assert request.headers["x-note"] == "zzz"


def test_model_is_checked_as_it_is_sent(package: ModuleType):
    arguments = read_package(EVERY, name="x")[2]["refused"][0]["arguments"]
    models = part(package, "models")
    tree = models.Tree(name="root", children=[models.Tree(name="x")])
    with pytest.raises(package.exceptions.ArgumentError, match=re.escape("tree.children[0].name must have at least 2")):
        send(package, {**arguments, "tree": tree})


def test_response_that_breaks_a_constraint_is_read(package: ModuleType):
    assert part(package, "models").Tree.from_wire({"name": ""}).to_wire() == {"name": ""}


def test_package_without_its_checks_fails_its_contract_tests(package: ModuleType, monkeypatch: pytest.MonkeyPatch):
    cases = read_package(EVERY, name="x")[2]["refused"][0]
    checks = part(package, "_checks")
    monkeypatch.setattr(checks, "_parameters", lambda operation: {})
    monkeypatch.setattr(checks, "_body", lambda operation: ())
    for case in cases["cases"]:
        if case["argument"] in ("size", "kind") and "value" in case:
            assert send(package, {**cases["arguments"], case["argument"]: case["value"]})


@pytest.mark.parametrize(
    ("schema", "more", "expected"),
    [
        ({"type": "string", "enum": ["b", "a"]}, {}, "b"),
        ({"type": "string", "enum": ["b", "a"]}, {"example": "a"}, "a"),
        ({"type": "integer", "minimum": 7}, {"example": 3}, 7),
        ({"type": "string", "minLength": 8}, {}, "valueval"),
        ({"type": "string", "pattern": "^v[0-9]{2}$"}, {}, "v00"),
        ({"type": "string", "pattern": "^v(?=1)[0-9]{2}$"}, {"example": "v12"}, "v12"),
        ({"type": "array", "items": {"type": "integer", "minimum": 3}}, {}, [3]),
    ],
)
def test_arguments_of_other_tests_are_valid(schema: dict[str, Any], more: dict[str, Any], expected: object):
    facts = read_package(document(query(schema, **more)), name="x")[2]["operations"]
    assert facts[0]["arguments"] == {"p": expected}


def test_operation_without_a_valid_argument_is_left_out_of_the_tests():
    schema = {"type": "string", "pattern": "^v(?=1)[0-9]{2}$"}
    source, view, examples = read_package(document(query(schema)), name="x")
    assert [item.name for item in view.operations] == ["send"]
    assert (examples["operations"], examples["refused"]) == ([], [])
    assert "No value was found that 'p' may have; the operation is not tested." in [f.message for f in source.findings]


@pytest.mark.parametrize("example", [5, 500])
def test_example_that_breaks_its_schema_is_a_finding_and_no_test(example: int):
    source, _, examples = read_package(document(query({"type": "integer", "maximum": 100}, example=example)), name="x")
    message = "The example of 'p' breaks what is documented of it; the example is not tested."
    assert [f.message for f in source.findings] == ([message] if example > 100 else [])
    assert [case["arguments"] for case in examples["requests"]] == ([] if example > 100 else [{"p": example}])


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(schema=SCHEMAS)
def test_sample_is_valid(schema: dict[str, Any]):
    sampler = Sampler(NAMED)
    value = sampler.sample(schema)
    assert value is ABSENT or sampler.accepts(schema, value)


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "Loop"},
        {"required": ["a"], "properties": {"a": {"$ref": "Loop"}}},
        {"type": "string", "minLength": 5, "maxLength": 1},
        {"allOf": [{"type": "string"}, {"type": "integer"}], "type": "string"},
        {"minimum": 10**400, "type": "number", "maximum": 10**400 + 1, "multipleOf": 0.5},
        {"type": "array", "uniqueItems": True, "minItems": 3, "items": {"enum": ["a"]}},
    ],
)
def test_search_for_a_value_ends(schema: dict[str, Any]):
    loop = {"type": "object", "required": ["a"], "properties": {"a": {"$ref": "Loop"}}}
    sampler = Sampler({"Loop": loop})
    value = sampler.sample(schema)
    assert value is ABSENT or sampler.accepts(schema, value)


def test_folder_of_the_package_holds_its_requests(tmp_path: Path):
    write_package(generate_package(document(query({"type": "integer"})), name="x"), tmp_path)
    assert (tmp_path / "src/x/_requests.json").is_file()
    assert '"_requests.json"' in (tmp_path / "pyproject.toml").read_text(encoding="utf-8")


def test_property_without_a_name_is_called_so_in_the_message():
    listed = {"type": "string", "enum": ["a"]}
    body = {"content": {"application/json": {"schema": {"type": "object", "properties": {"": listed, "b": listed}}}}}
    operation = {"operationId": "send", "requestBody": body, "responses": {"204": {"description": ""}}}
    document = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/x": {"post": operation}}}
    refused = read_package(document, name="x")[2]["refused"]
    messages = [case["message"] for case in refused[0]["cases"] if case["argument"] == "argument"]
    assert messages
    assert all(message.startswith("'' must be ") for message in messages)
