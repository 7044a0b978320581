"""Schemas become types: every keyword in a table, with the findings it makes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.document import Document, Finding, mapping
from generator.merging import merge_all_of
from generator.package import generate_package
from generator.schemas import SchemaCatalogue
from generator.types import AliasDefinition, ClassDefinition, annotation, without_open_values
from tests.generator.importing import models_source


def annotated(schema: object, components: dict[str, object] | None = None) -> tuple[str, list[Finding]]:
    document = Document({"components": {"schemas": components or {}}})
    catalogue = SchemaCatalogue(document)
    return annotation(catalogue.type_of(schema, "#/x", "Here"), prefix=""), document.findings


CHILD = {"Child": {"type": "object", "properties": {"a": {"type": "string"}}}}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({}, "Any"),
        (True, "Any"),
        ({"type": "string"}, "str"),
        ({"type": "string", "format": "date-time"}, "str"),
        ({"type": "integer", "minimum": 1}, "int"),
        ({"type": "number"}, "int | float"),
        ({"type": "boolean"}, "bool"),
        ({"type": ["string", "null"]}, "str | None"),
        ({"type": "string", "nullable": True}, "str | None"),
        ({"type": ["integer", "string"]}, "int | str"),
        ({"enum": ["a", "b"]}, 'Literal["a", "b"] | str'),
        ({"enum": [1, 2], "type": "integer"}, "Literal[1, 2] | int"),
        ({"enum": ["a", None]}, 'Literal["a"] | str | None'),
        ({"enum": [True, False]}, "bool"),
        ({"enum": ["a", {"b": 1}]}, "Any"),
        ({"const": "x", "type": "string"}, 'Literal["x"]'),
        ({"const": 1, "type": "string"}, "str"),
        ({"type": "integer", "enum": ["2", "4"]}, "int"),
        ({"type": "integer", "enum": ["2", 4]}, "Literal[4] | int"),
        ({"type": ["string", "null"], "enum": [1, None]}, "str | None"),
        ({"anyOf": [{"properties": {"a": {}}}, {"enum": [""]}, {"type": "null"}]}, 'Here | Literal[""] | str | None'),
        ({"type": "array"}, "list[Any]"),
        ({"items": {"type": "string"}}, "list[str]"),
        ({"type": "object"}, "dict[str, Any]"),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "dict[str, int]"),
        ({"type": "object", "additionalProperties": False}, "dict[str, Any]"),
        ({"properties": {"a": {}}}, "Here"),
        ({"type": "array", "items": {"properties": {"a": {}}}}, "list[HereItem]"),
        ({"$ref": "#/components/schemas/Child"}, "Child"),
        ({"$ref": "#/components/schemas/Child", "nullable": True}, "Child | None"),
        ({"allOf": [{"$ref": "#/components/schemas/Child"}], "description": "d"}, "Child"),
        (
            {"anyOf": [{"type": "string"}, {"$ref": "#/components/schemas/Child"}, {"type": "null"}]},
            "str | Child | None",
        ),
        ({"oneOf": [{"type": "integer"}, {"type": "number"}]}, "int | float"),
        ({"oneOf": [{"const": "a"}, {"const": 1}, {"const": "b"}, {"const": 2}]}, 'Literal["a", "b"] | Literal[1, 2]'),
        ({"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False}, "list[str | int]"),
        ({"prefixItems": [{"type": "string"}]}, "list[Any]"),
        ({"properties": {"a": {}}, "oneOf": [{"required": ["a"]}]}, "Here"),
    ],
)
def test_schema_becomes_annotation(schema: object, expected: str):
    assert annotated(schema, CHILD) == (expected, [])


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ("text", "no mapping"),
        ({"type": "strange"}, "unknown"),
        ({"$ref": "#/components/schemas/Missing"}, "cannot be resolved"),
        ({"$ref": "https://elsewhere.example/x.json"}, "cannot be resolved"),
    ],
)
def test_what_has_no_type_is_any_and_a_finding(schema: object, message: str):
    found, findings = annotated(schema)
    assert found == "Any"
    assert [finding.pointer for finding in findings] == ["#/x"]
    assert message in findings[0].message


def test_all_of_gives_one_class_with_the_properties_of_all_parts():
    components = {
        **CHILD,
        "More": {
            "allOf": [
                {"$ref": "#/components/schemas/Child"},
                {"required": ["b"], "properties": {"b": {"type": "integer"}}},
            ]
        },
    }
    document = Document({"components": {"schemas": components}})
    more = next(item for item in SchemaCatalogue(document).definitions if item.name == "More")
    assert isinstance(more, ClassDefinition)
    assert [(field.name, field.required) for field in more.fields] == [("a", False), ("b", True)]


def test_recursion_through_an_object_is_kept():
    tree = {
        "oneOf": [{"type": "object", "properties": {"left": {"$ref": "#/components/schemas/Tree"}}}, {"type": "string"}]
    }
    document = Document({"components": {"schemas": {"Tree": tree}}})
    names = {item.name: item for item in SchemaCatalogue(document).definitions}
    assert isinstance(names["Tree"], AliasDefinition)
    assert document.findings == []


@pytest.mark.parametrize(
    "components",
    [
        {"A": {"type": "array", "items": {"$ref": "#/components/schemas/A"}}},
        {"A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}},
        {"A": {"allOf": [{"$ref": "#/components/schemas/A"}, {"type": "string"}]}},
    ],
)
def test_recursion_without_an_object_ends_with_a_finding(components: dict[str, object]):
    document = Document({"components": {"schemas": components}})
    SchemaCatalogue(document)
    assert document.findings


@pytest.mark.parametrize(
    "step",
    [
        lambda inner: inner,
        lambda inner: {"type": "array", "items": inner},
        lambda inner: {"type": "object", "properties": {"next": inner}},
        lambda inner: {"oneOf": [inner, {"type": "string"}]},
    ],
    ids=["reference", "array", "object", "choice"],
)
def test_chain_of_references_may_be_long(step: Callable[[object], object]):
    components = {f"A{number}": step({"$ref": f"#/components/schemas/A{number + 1}"}) for number in range(2000)}
    document = Document({"components": {"schemas": {**components, "A2000": {"type": "string"}}}})
    assert [item.name for item in SchemaCatalogue(document).definitions] == [f"A{number}" for number in range(2001)]
    assert document.findings == []


def test_chain_of_all_of_may_be_long():
    components: dict[str, object] = {
        f"A{number}": {"allOf": [{"$ref": f"#/components/schemas/A{number + 1}"}, {"properties": {f"p{number}": {}}}]}
        for number in range(2000)
    }
    document = Document({"components": {"schemas": {**components, "A2000": {"properties": {"last": {}}}}}})
    merged = merge_all_of(document, {"$ref": "#/components/schemas/A0"}, "#")
    assert len(mapping(merged["properties"])) == 2001
    assert document.findings == []


def test_package_of_a_long_chain_is_generated():
    components: dict[str, object] = {
        f"A{number}": {"type": "array", "items": {"$ref": f"#/components/schemas/A{number + 1}"}}
        for number in range(155)
    }
    components["A155"] = {"type": "string"}
    info = {"title": "t", "version": "1"}
    package = generate_package({"openapi": "3.1.0", "info": info, "components": {"schemas": components}}, name="x")
    assert "A0: TypeAlias = list[A1]" in models_source(package)
    assert package.diagnostics == ()


def test_chain_of_references_outside_of_the_components_ends_with_a_finding():
    chain: dict[str, object] = {f"a{n}": {"type": "array", "items": {"$ref": f"#/x/a{n + 1}"}} for n in range(2000)}
    document = Document({"x": chain})
    SchemaCatalogue(document).type_of({"$ref": "#/x/a0"}, "#", "Here")
    assert [finding.pointer for finding in document.findings] == ["#/x/a49/items"]


def test_request_arguments_accept_documented_values_only():
    document = Document({})
    kind = SchemaCatalogue(document).type_of({"type": "array", "items": {"enum": ["a"]}}, "#", "X")
    assert annotation(kind, argument=True) == 'Sequence[Literal["a"] | str]'
    assert annotation(without_open_values(kind), argument=True) == 'Sequence[Literal["a"]]'


def test_names_that_collide_stay_apart():
    components = {
        name: {"type": "object", "properties": {"a": {}}} for name in ("issue", "Issue", "ISSUE", "str", "Any")
    }
    names = [item.name for item in SchemaCatalogue(Document({"components": {"schemas": components}})).definitions]
    assert sorted(names) == ["Any_", "ISSUE", "Issue", "Issue_2", "Str"]
