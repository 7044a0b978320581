"""The smallest documents that once gave a defective package; random documents found them."""

from __future__ import annotations

import json
from pathlib import Path

import black
import httpx2
import pytest

from generator.package import generate_package
from tests.generator.importing import Document, imported, models_source, of_schemas, part, reference
from tests.generator.test_layout import MODE

MARKED = ["हिन्दी", "a·b", "ไทย"]


@pytest.mark.parametrize("name", MARKED)
def test_names_may_have_characters_that_are_no_letters(name: str, tmp_path: Path):
    with imported(
        of_schemas(**{name: {"type": "object", "properties": {name: {"type": "string"}}}}), tmp_path
    ) as package:
        (model,) = (getattr(package.models, item) for item in package.models.__all__)
        assert model.from_wire({name: "x"}).to_wire() == {name: "x"}
        assert not model.from_wire({name: "x"}).model_extra


@pytest.mark.parametrize("name", ["A·int·b", "A·Any·b", "Xswliteral0x"])
def test_names_with_the_words_of_annotations_stay_whole(name: str):
    properties = {"kind": {"type": "string", "enum": ["a"]}, "other": reference(name)}
    text = models_source(generate_package(of_schemas(**{name: {"type": "object", "properties": properties}}), name="x"))
    assert f'    other: "{name} | None" = None\n' in text
    assert "import Any" not in text
    assert "Integer" not in text


@pytest.mark.parametrize("kind", [[{"string": 1}], [["string"]], {"string": 1}])
def test_type_that_is_no_name_is_read(kind: object):
    name: Document = {"name": "a", "in": "query", "schema": {"type": kind, "minimum": 1}}
    document: Document = {
        "openapi": "3.1.0",
        "paths": {"/a": {"get": {"parameters": [name], "responses": {"204": {"description": ""}}}}},
    }
    assert "src/x/groups/default.py" in generate_package(document, name="x").files


def test_words_of_listed_values_import_nothing():
    listed = {"name": "a", "in": "query", "schema": {"enum": ['" Any', '"models.A"', "' Mapping"]}}
    document: Document = {
        "openapi": "3.1.0",
        "paths": {"/a": {"get": {"parameters": [listed], "responses": {"204": {"description": ""}}}}},
    }
    text = generate_package(document, name="x").files["src/x/groups/default.py"]
    imports = [line for line in text.splitlines() if "import " in line]
    assert not [line for line in imports if {"Any", "Mapping", "models"} & set(line.replace(",", " ").split())]


@pytest.mark.parametrize("other", [{"type": "null"}, {"type": "string"}, {"type": "object", "properties": {"a": {}}}])
@pytest.mark.parametrize("anything", [{}, {"description": "Whatever."}, {"required": ["b"]}])
def test_alternative_that_says_nothing_allows_any_value(other: Document, anything: Document, tmp_path: Path):
    schemas = {"A": {"type": "object", "properties": {"a": {"anyOf": [other, anything]}}}}
    with imported(of_schemas(**schemas), tmp_path) as package:
        for value in (1, "x", None, {"b": 1}):
            assert part(package, "models").A.from_wire({"a": value}).to_wire() == {"a": value}


@pytest.mark.parametrize("value", [2**63, -(2**63), 2**70])
@pytest.mark.parametrize("keyword", ["enum", "const"])
def test_listed_numbers_that_no_type_checker_knows_are_any_integers(keyword: str, value: int, tmp_path: Path):
    schema = {"type": "object", "properties": {"a": {keyword: value if keyword == "const" else [1, value]}}}
    with imported(of_schemas(A=schema), tmp_path) as package:
        assert "Literal" not in next(tmp_path.glob("*/src/*/models/_a.py")).read_text()
        assert part(package, "models").A.from_wire({"a": value}).to_wire() == {"a": value}


def test_error_inside_a_successful_response_without_documented_content_is_an_error(tmp_path: Path):
    action = {"operationId": "Delete", "x-rpc-action": "Delete", "responses": {"200": {"description": ""}}}
    document: Document = {
        "openapi": "3.1.0",
        "servers": [{"url": "https://s.example"}],
        "paths": {"/api#Delete": {"post": action}},
    }
    hidden = {"Response": {"Error": {"Code": "Failed"}}}
    transport = httpx2.MockTransport(lambda request: httpx2.Response(200, json=hidden))
    with imported(document, tmp_path) as package:
        client = package.Client(http_client=httpx2.Client(transport=transport))
        with pytest.raises(part(package, "exceptions").EnvelopeError):
            client.default.delete()


def test_generated_test_expects_the_name_of_a_matrix_percent_encoded():
    listed = {
        "name": "é",
        "in": "path",
        "required": True,
        "style": "matrix",
        "schema": {"type": "string"},
        "example": "x",
    }
    operation = {"parameters": [listed], "responses": {"204": {"description": ""}}}
    document: Document = {"openapi": "3.1.0", "paths": {"/a/{é}": {"get": operation}}}
    cases = json.loads(generate_package(document, name="x").files["tests/examples.json"])["requests"]
    assert [case["request"]["url"] for case in cases] == ["https://server.example/a/;%C3%A9=x"]


def of_operation(**operation: object) -> Document:
    value = {"operationId": "call", "responses": {"204": {"description": ""}}, **operation}
    return {"openapi": "3.1.0", "servers": [{"url": "https://s.example"}], "paths": {"/a": {"post": value}}}


def of_json(schema: Document) -> Document:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def test_union_of_results_names_no_type_twice():
    nullable = {"type": ["array", "null"], "items": {"type": "string", "enum": ["a", "] | None | '"]}}
    document = of_operation(responses={"200": of_json(nullable), "204": {"description": ""}})
    text = generate_package(document, name="x").files["src/x/groups/default.py"]
    assert """Operation[list[Literal["a", "] | None | '"] | str] | None] = Operation(""" in text


@pytest.mark.parametrize("keyword", ["enum", "const"])
def test_listed_texts_and_numbers_are_one_literal(keyword: str, tmp_path: Path):
    branches = [{"const": "a"}, {"const": 1}]
    schema = {"oneOf": branches} if keyword == "const" else {"enum": ["a", 1]}
    parameter = {"name": "p", "in": "query", "required": True, "schema": schema}
    document = of_operation(parameters=[parameter], responses={"200": of_json(schema)})
    with imported(document, tmp_path) as package:
        text = next(tmp_path.glob("*/src/*/groups/default.py")).read_text()
        assert 'p: Literal["a", 1],' in text
        for value in ("a", 1, 1.0):
            transport = httpx2.MockTransport(lambda request, value=value: httpx2.Response(200, json=value))
            client = package.Client(http_client=httpx2.Client(transport=transport))
            assert repr(client.default.call(p=value)) == repr(value)


def test_property_without_a_name_is_named_in_messages(tmp_path: Path):
    body = {"type": "object", "properties": {"": {"type": "integer"}, "b": {}}, "required": [""]}
    with imported(of_operation(requestBody={"required": True, **of_json(body)}), tmp_path) as package:
        client = package.Client()
        with pytest.raises(part(package, "exceptions").ArgumentError, match=r"^call: '' must be an integer"):
            client.default.call(argument="x")


@pytest.mark.parametrize("sign", ["\u0301", "\u0903", "\u200d", "\u0b9f", "\u0d4d", "\u1160", "\u4dc0"])
def test_lines_of_any_script_are_broken_as_black_breaks_them(sign: str):
    for length in range(20, 40):
        wire = f"a{sign * 20}{'b' * length}"
        text = models_source(
            generate_package(of_schemas(A={"type": "object", "properties": {wire: {"type": "string"}}}), name="x")
        )
        assert black.format_str(text, mode=MODE) == text
