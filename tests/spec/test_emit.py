import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from spec.emit import emit_openapi
from spec.model import (
    Api,
    ArrayOf,
    Constraint,
    EnumValue,
    Evidence,
    Example,
    Fact,
    Location,
    MediaType,
    ObjectOf,
    Operation,
    Parameter,
    Property,
    Reference,
    RequestBody,
    Response,
    Scalar,
    SecurityScheme,
    Server,
    Structure,
    Union,
    UnknownType,
)
from spec.sourcemap import SourceMap
from spec.validate import validate_document
from spec.visit import resolve_pointer
from spec.yaml import dump_yaml, load_yaml
from tests.spec.apis import apis
from tests.spec.specimens import INTEGER, STRING, at, broken, describe_issue, list_links, no, rich_api, yes

GOLDEN = Path(__file__).parent / "golden"


def check_golden(name: str, text: str) -> None:
    """Compares with the committed file; `UPDATE_GOLDEN=1 pytest tests/spec` rewrites it."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def schema_of(prop: Property) -> dict:
    api = Api(structures=(Structure("Other", (), at(1)), Structure("S", (prop,), at(1))))
    return emit_openapi(api).document["components"]["schemas"]["S"]["properties"][prop.name]


def operation_of(operation: Operation, **rest) -> dict:
    document = emit_openapi(Api(operations=(operation,), **rest)).document
    ((_, item),) = document["paths"].items()
    return item[operation.method.lower()]


def test_the_rich_api_gives_the_reviewed_document():
    check_golden("rich.yaml", dump_yaml(emit_openapi(rich_api()).document))


def test_the_rich_api_gives_the_reviewed_source_map():
    check_golden("rich.sourcemap.json", emit_openapi(rich_api()).sources.dump())


def test_the_source_map_reads_back():
    sources = emit_openapi(rich_api()).sources
    assert SourceMap.parse(sources.dump()) == sources


@given(apis())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_api_gives_a_valid_document_with_a_resolvable_source_map(api):
    emitted = emit_openapi(api)
    problems = [problem for problem in validate_document(emitted.document) if problem.kind != "broken"]
    assert problems == []
    for pointer in emitted.sources.entries:
        resolve_pointer(emitted.document, pointer)
    text = dump_yaml(emitted.document)
    assert load_yaml(text) == emitted.document
    assert dump_yaml(emit_openapi(api).document) == text
    assert SourceMap.parse(emitted.sources.dump()) == emitted.sources


def test_the_bytes_do_not_depend_on_the_hash_seed():
    program = (
        "from tests.spec.specimens import rich_api; from spec.emit import emit_openapi;"
        "from spec.yaml import dump_yaml; e = emit_openapi(rich_api()); print(dump_yaml(e.document), e.sources.dump())"
    )
    root = Path(__file__).parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


def test_settings_win_over_the_pages():
    info = emit_openapi(rich_api(), title="T", version="2.0", description="D").document["info"]
    assert info == {"title": "T", "version": "2.0", "description": "D"}


def test_settings_are_noted_where_they_are_stated():
    source = at(3, evidence=Evidence.CONFIG, page="specwright.toml")
    sources = emit_openapi(Api(), title="T", settings=source).sources
    assert {pointer: [entry.source for entry in known] for pointer, known in sources.entries.items()} == {
        "/info/title": [source]
    }


def test_an_api_that_states_nothing_still_gives_a_document():
    document = emit_openapi(Api()).document
    assert document == {
        "openapi": "3.1.0",
        "info": {"title": "API", "version": "1.0.0"},
        "servers": [{"url": "/"}],
        "security": [],
        "paths": {},
        "components": {},
    }
    assert validate_document(document) == ()


# ---------------------------------------------------------------- types


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Scalar("integer", "int64"), {"type": "integer", "format": "int64"}),
        (ArrayOf(Reference("Other")), {"type": "array", "items": {"$ref": "#/components/schemas/Other"}}),
        (UnknownType("Foo"), {}),
        (ArrayOf(UnknownType()), {"type": "array", "items": {}}),
        (ObjectOf(), {"type": "object"}),
        (ObjectOf(additional=STRING), {"type": "object", "additionalProperties": {"type": "string"}}),
        (ObjectOf(additional=UnknownType()), {"type": "object"}),
        (Union((INTEGER, STRING)), {"type": ["integer", "string"], "format": "int64"}),
        (Union((Scalar("integer"), Scalar("number"))), {"type": "number"}),
        (Union((STRING, STRING)), {"type": "string"}),
        (Union((STRING, UnknownType())), {}),
        (
            Union((Scalar("integer", "int32"), Scalar("string", "date"))),
            {"anyOf": [{"type": "integer", "format": "int32"}, {"type": "string", "format": "date"}]},
        ),
        (
            Union((Reference("Other"), Union((STRING, Scalar("boolean"))))),
            {"anyOf": [{"type": ["string", "boolean"]}, {"$ref": "#/components/schemas/Other"}]},
        ),
    ],
)
def test_types(kind, expected):
    assert schema_of(Property("p", kind, at(1))) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (STRING, {"type": ["string", "null"]}),
        (ArrayOf(STRING), {"type": ["array", "null"], "items": {"type": "string"}}),
        (Union((STRING, Scalar("boolean"))), {"type": ["string", "boolean", "null"]}),
        (UnknownType(), {}),
        (Reference("Other"), {"anyOf": [{"$ref": "#/components/schemas/Other"}, {"type": "null"}]}),
        (
            Union((Reference("Other"), STRING)),
            {"anyOf": [{"type": ["string", "null"]}, {"$ref": "#/components/schemas/Other"}]},
        ),
    ],
)
def test_nullable_types(kind, expected):
    assert schema_of(Property("p", kind, at(1), nullable=yes(1))) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (STRING, {"type": ["string", "null"], "enum": ["a", None]}),
        (UnknownType(), {"enum": ["a", None]}),
        (
            Reference("Other"),
            {"anyOf": [{"$ref": "#/components/schemas/Other"}, {"type": "null"}], "enum": ["a", None]},
        ),
        (
            Union((STRING, Reference("Other"))),
            {"anyOf": [{"type": ["string", "null"]}, {"$ref": "#/components/schemas/Other"}], "enum": ["a", None]},
        ),
        (ArrayOf(STRING), {"type": ["array", "null"], "items": {"type": "string", "enum": ["a"]}}),
    ],
)
def test_an_enum_of_a_nullable_property_allows_null(kind, expected):
    assert schema_of(Property("p", kind, at(1), nullable=yes(1), enum=(EnumValue("a", at(1)),))) == expected


@pytest.mark.parametrize("kind", [STRING, UnknownType()])
def test_a_constant_of_a_nullable_property_allows_null(kind):
    prop = Property("p", kind, at(1), nullable=yes(1), const=Fact("x", at(2)))
    assert schema_of(prop) == {"type": ["string", "null"], "enum": ["x", None]}


def test_a_constant_that_is_not_null_stays_one():
    prop = Property("p", STRING, at(1), nullable=no(1), const=Fact("x", at(2)))
    assert schema_of(prop) == {"type": "string", "const": "x"}


def test_a_statement_about_values_goes_to_the_items_of_an_array():
    prop = Property(
        "p",
        ArrayOf(STRING),
        at(1),
        enum=(EnumValue("a", at(1), "A"), EnumValue("a", at(2)), EnumValue("b", at(3))),
        constraints=(Constraint("maxItems", 5, at(1)), Constraint("maxLength", 9, at(1))),
    )
    assert schema_of(prop) == {
        "type": "array",
        "maxItems": 5,
        "items": {"type": "string", "enum": ["a", "b"], "x-enum-descriptions": ["A", ""], "maxLength": 9},
    }


def test_a_constant_always_has_a_type():
    assert schema_of(Property("p", UnknownType(), at(1), const=Fact("x", at(1)))) == {"type": "string", "const": "x"}


# ---------------------------------------------------------------- operations


def test_an_rpc_call_without_a_body_gets_one_with_its_action():
    operation = replace(describe_issue(), request_body=None, responses=())
    node = operation_of(operation)
    schema = node["requestBody"]["content"]["application/json"]["schema"]
    assert schema["properties"]["Action"] == {"type": "string", "const": "DescribeIssue"}
    assert schema["required"] == ["Action"]
    assert node["requestBody"]["required"] is True
    assert (node["x-rpc-action"], node["x-rpc-query-parameter"]) == ("DescribeIssue", "Action")


def test_an_action_of_a_get_travels_as_query_parameter():
    operation = replace(describe_issue(), method="get", request_body=None, responses=())
    node = operation_of(operation)
    assert node["parameters"][0] == {
        "name": "Action",
        "in": "query",
        "required": True,
        "schema": {"type": "string", "const": "DescribeIssue"},
    }
    assert "x-rpc-query-parameter" not in node
    assert "requestBody" not in node


@pytest.mark.parametrize(
    ("kind", "style"), [(ObjectOf(), "deepObject"), (ArrayOf(STRING), "form"), (STRING, None), (UnknownType(), None)]
)
def test_members_of_an_object_in_a_query_keep_its_name(kind, style):
    parameter = Parameter(Location.QUERY, Property("not", kind, at(1)))
    node = operation_of(replace(list_links(), path="/links", parameters=(parameter,), security=()))["parameters"][0]
    assert (node.get("style"), node.get("explode")) == (style, True if style else None)


def test_an_object_in_a_header_states_no_style():
    parameter = Parameter(Location.HEADER, Property("x-not", ObjectOf(), at(1)))
    node = operation_of(replace(list_links(), path="/links", parameters=(parameter,), security=()))["parameters"][0]
    assert "style" not in node


def test_a_request_structure_that_others_use_is_left_alone():
    shared = Structure("Shared", (Property("A", STRING, at(1)),), at(1))
    body = RequestBody((MediaType(schema=Reference("Shared")),), at(1))
    first = replace(describe_issue(), request_body=body, responses=())
    second = replace(first, id="Other", action=Fact("Other", at(2)))
    document = emit_openapi(Api(operations=(first, second), structures=(shared,))).document
    assert set(document["components"]["schemas"]["Shared"]["properties"]) == {"A"}
    schema = document["paths"]["/open-api#Other"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert schema["properties"]["Action"]["const"] == "Other"


def test_a_broken_operation_is_marked_and_valid():
    document = emit_openapi(rich_api()).document
    node = document["paths"]["/open-api#创建仓库"]["post"]
    assert node["x-broken"] is True
    assert "x-rpc-action" not in node
    assert [problem.kind for problem in validate_document(document)] == ["broken"]


def test_headers_of_security_schemes_are_no_parameters_but_keep_their_source():
    emitted = emit_openapi(rich_api())
    names = [p["name"] for p in emitted.document["paths"]["/projects/{id}/links/{link}"]["get"]["parameters"]]
    assert names == ["link", "id", "limit", "state[]"]
    lines = [entry.source.first for entry in emitted.sources.at("/components/securitySchemes/token")]
    assert 105 in lines


def test_an_operation_without_security_says_so():
    assert operation_of(replace(list_links(), security=(), servers=(), parameters=()))["security"] == []


def test_two_operations_with_one_path_and_method_are_both_kept():
    first = replace(list_links(), security=None, servers=(), parameters=())
    document = emit_openapi(Api(operations=(first, replace(first, id="other")))).document
    assert list(document["paths"]) == ["/projects/{id}/links/{link}", "/projects/{id}/links/{link}#other"]


def test_paths_that_differ_only_in_placeholder_names_are_told_apart():
    first = replace(list_links(), security=None, servers=(), parameters=(), path="/a/{x}")
    second = replace(first, id="other", method="put", path="/a/{y}")
    third = replace(first, id="third", method="delete")
    document = emit_openapi(Api(operations=(first, second, third))).document
    assert {key: list(item) for key, item in document["paths"].items()} == {
        "/a/{x}": ["get", "delete"],
        "/a/{y}#other": ["put"],
    }
    assert validate_document(document) == ()


@pytest.mark.parametrize(
    ("path", "key", "names"),
    [
        ("/a/{id/b/{link}", "/a/%7Bid/b/{link}#list links", ["link", "limit", "state[]"]),
        ("/a/id}/{link}", "/a/id%7D/{link}#list links", ["link", "limit", "state[]"]),
        ("/a/{}", "/a/%7B%7D#list links", ["limit", "state[]"]),
        ("/a/{id!}", "/a/%7Bid!%7D#list links", ["limit", "state[]"]),
        ("/a/{link}/{id:.+}", "/a/{link}/%7Bid:.+%7D#list links", ["link", "limit", "state[]"]),
    ],
)
def test_a_path_with_a_brace_that_encloses_no_name_is_broken(path, key, names):
    operation = replace(list_links(), path=path, security=None)
    emitted = emit_openapi(Api(operations=(operation, replace(describe_issue(), request_body=None, responses=()))))
    node = emitted.document["paths"][key]["get"]
    assert node["x-broken"] is True
    assert [parameter["name"] for parameter in node["parameters"] if parameter["in"] != "header"] == names
    assert [problem.kind for problem in validate_document(emitted.document)] == ["broken"]
    for pointer in emitted.sources.entries:
        resolve_pointer(emitted.document, pointer)


def test_responses_of_one_status_are_joined():
    header = Parameter(Location.HEADER, Property("X-A", STRING, at(1)))
    responses = (Response("200", at(1), "A"), Response("200", at(2), headers=(header,)))
    node = operation_of(replace(list_links(), responses=responses, security=None))
    assert node["responses"] == {"200": {"description": "A", "headers": {"X-A": {"schema": {"type": "string"}}}}}


def test_an_undescribed_server_variable_has_its_name_as_default():
    document = emit_openapi(Api(servers=(Server("https://{team}.example.org/", at(1)),))).document
    assert document["servers"] == [{"url": "https://{team}.example.org", "variables": {"team": {"default": "team"}}}]


@pytest.mark.parametrize("name", ["None", "class", "../../x", '"""', "{{ x }}", "!!python/object", "名", "a b", "..."])
def test_any_structure_name_gives_a_harmless_component(name):
    prop = Property("p", Reference(name), at(1))
    api = Api(structures=(Structure(name, (prop,), at(1)), Structure("a_b", (), at(2))))
    document = emit_openapi(api).document
    component, other = document["components"]["schemas"]
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", component)
    assert component != other
    assert document["components"]["schemas"][component]["properties"]["p"] == {
        "$ref": f"#/components/schemas/{component}"
    }
    assert validate_document(document) == ()


def test_a_name_in_the_fragment_is_never_a_placeholder():
    operation = replace(broken(), id="{x}", request_body=None)
    document = emit_openapi(Api(operations=(operation, replace(operation, id="{x")))).document
    assert list(document["paths"]) == ["/open-api#(x)", "/open-api#(x"]


def test_operation_ids_are_safe_in_urls_and_distinct():
    operations = tuple(replace(broken(), id=name, request_body=None) for name in ("a b", "a_b", "a/b", "创建", "创"))
    document = emit_openapi(Api(operations=operations)).document
    ids = [item["post"]["operationId"] for item in document["paths"].values()]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+", name) for name in ids)


def test_a_reference_to_nothing_is_an_error_of_the_program():
    api = Api(structures=(Structure("A", (Property("p", Reference("B"), at(1)),), at(1)),))
    with pytest.raises(KeyError):
        emit_openapi(api)


def test_a_token_prefix_is_kept():
    scheme = SecurityScheme("t", "apiKey", at(1), name="Authorization", token_prefix="token")
    document = emit_openapi(Api(security_schemes=(scheme,))).document
    assert document["components"]["securitySchemes"]["t"]["x-token-prefix"] == "token"


@pytest.mark.parametrize(("name", "expected"), [("", "bearer"), ("basic", "basic")])
def test_an_http_scheme_has_its_name(name, expected):
    document = emit_openapi(Api(security_schemes=(SecurityScheme("t", "http", at(1), name=name),))).document
    assert document["components"]["securitySchemes"]["t"] == {"type": "http", "scheme": expected}


def test_parameters_that_choose_an_operation_stand_in_the_fragment_of_its_path():
    whole = Operation("read", "GET", "/{a}", "Read", at(1))
    part = replace(whole, id="readRights", selectors=("rights", "part"))
    assert list(emit_openapi(Api(operations=(part, whole))).document["paths"]) == ["/{a}#rights&part", "/{a}"]


def test_the_outermost_element_of_xml_is_named_beside_its_schema():
    shape = ObjectOf((Property("Owner", STRING, at(2)),))
    text = "<Rights><Owner>a</Owner></Rights>"
    media = MediaType("application/xml", shape, (Example("example-1", text, at(3), text),), root="Rights")
    node = operation_of(Operation("write", "PUT", "/a", "Write", at(1), request_body=RequestBody((media,), at(2))))
    content = node["requestBody"]["content"]["application/xml"]
    assert content["schema"]["xml"] == {"name": "Rights"}
    assert content["schema"]["properties"] == {"Owner": {"type": "string"}}
    assert content["examples"]["example-1"]["value"] == text
