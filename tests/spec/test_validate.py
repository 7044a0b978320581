import time
from dataclasses import replace

import pytest

from spec.emit import emit_openapi
from spec.model import Api, Fact, MediaType, Reference, Structure
from spec.validate import Problem, copy_json, validate_document
from tests.spec.specimens import DESCRIBE_REQUEST, DESCRIBE_RESPONSE, ISSUE, at, describe_issue

BASE = {
    "openapi": "3.1.0",
    "info": {"title": "T", "version": "1"},
    "paths": {
        "/a/{id}": {
            "post": {
                "operationId": "a",
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}},
                "responses": {"200": {"description": "OK"}},
            }
        }
    },
    "components": {
        "schemas": {
            "A": {
                "type": "object",
                "properties": {
                    "when": {"type": "string", "format": "date"},
                    "next": {"$ref": "#/components/schemas/A"},
                },
            }
        },
        "examples": {"good": {"value": {"next": {}}}, "bad": {"value": {"next": 1}}},
    },
}  # fmt: skip
GET = {"operationId": "b", "responses": {"200": {"description": "OK"}}}
SCHEMA = "/components/schemas/A/properties"
POST = "/paths/~1a~1{id}/post"
MEDIA = f"{POST}/requestBody/content/application~1json"


def changed(change, version="3.1.0"):
    document = copy_json(BASE)
    document["openapi"] = version
    change(document, document["paths"]["/a/{id}"]["post"], document["components"]["schemas"]["A"]["properties"])
    return document


def media(post):
    return post["requestBody"]["content"]["application/json"]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_sound_document_has_no_problems(version):
    assert validate_document(changed(lambda *_: None, version)) == ()


@pytest.mark.parametrize(
    ("change", "kind", "pointer"),
    [
        (lambda d, post, a: d.pop("info"), "structure", ""),
        (lambda d, post, a: post.update(parameters=[]), "structure", ""),
        (lambda d, post, a: post["parameters"][0].update({"in": "nowhere"}), "structure", f"{POST}/parameters/0/in"),
        (lambda d, post, a: a.update(bad={"$ref": "#/components/schemas/B"}), "reference", f"{SCHEMA}/bad"),
        (lambda d, post, a: a.update(bad={"$ref": None}), "reference", f"{SCHEMA}/bad"),
        (lambda d, post, a: a.update(bad={"$ref": "other.yaml#/B"}), "reference", f"{SCHEMA}/bad"),
        (lambda d, post, a: media(post).update(example={"when": "yesterday"}), "example", f"{MEDIA}/example/when"),
        (lambda d, post, a: media(post).update(examples={"x": {"value": []}}), "example", f"{MEDIA}/examples/x/value"),
        (
            lambda d, post, a: media(post).update(examples={"x": {"$ref": "#/components/examples/bad"}}),
            "example",
            "/components/examples/bad/value/next",
        ),
        (
            lambda d, post, a: post["parameters"][0].update(examples={"x": {"value": "1"}}),
            "example",
            f"{POST}/parameters/0/examples/x/value",
        ),
        (lambda d, post, a: a.update(n={"type": "integer", "default": "x"}), "example", f"{SCHEMA}/n/default"),
        (lambda d, post, a: a.update(n={"type": "integer", "examples": [1, "x"]}), "example", f"{SCHEMA}/n/examples/1"),
        (lambda d, post, a: a.update(p={"type": "string", "pattern": "["}), "structure", f"{SCHEMA}/p/pattern"),
        (
            lambda d, post, a: post["parameters"][0]["schema"].update(pattern="["),
            "structure",
            f"{POST}/parameters/0/schema/pattern",
        ),
        (lambda d, post, a: a.update(n={"type": "integer", "const": "X"}), "structure", f"{SCHEMA}/n/const"),
        (lambda d, post, a: a.update(n={"type": "integer", "enum": [1, "X"]}), "structure", f"{SCHEMA}/n/enum/1"),
        (lambda d, post, a: a.update(n={"$ref": f"#{SCHEMA}/n"}), "reference", f"{SCHEMA}/n"),
        (lambda d, post, a: d["paths"].update({"/b/{id/c": {}}), "structure", "/paths/~1b~1{id~1c"),
        (lambda d, post, a: d["paths"].update({"/b/id}": {}}), "structure", "/paths/~1b~1id}"),
        (lambda d, post, a: d["paths"].update({"/b/{}": {}}), "structure", "/paths/~1b~1{}"),
        (lambda d, post, a: d.update(security=[{"ghost": []}]), "security", "/security/0/ghost"),
        (lambda d, post, a: post.update({"x-broken": True}), "broken", POST),
    ],
)
def test_a_problem_is_found_where_it_is(change, kind, pointer):
    problems = validate_document(changed(change))
    assert (kind, pointer) in {(problem.kind, problem.pointer) for problem in problems}
    assert {problem.kind for problem in problems} <= {kind, "structure"}
    assert all("\n" not in problem.message for problem in problems)


@pytest.mark.parametrize(
    "change",
    [
        lambda d, post, a: media(post).update(examples={"x": {"$ref": "#/components/examples/good"}}),
        lambda d, post, a: a.update({"$ref": {"type": "string"}, "default": {"type": "string"}}),
        lambda d, post, a: a.update(e={"enum": [{"$ref": "nowhere"}], "default": {"$ref": "nowhere"}}),
        lambda d, post, a: post.update(security=[]),
    ],
)
def test_data_and_names_that_look_like_keywords_are_no_problem(change):
    assert validate_document(changed(change)) == ()


def test_a_path_that_cannot_be_read_hides_no_other_problem():
    document = changed(lambda d, post, a: (d["paths"].update({"/b/{id": {}}), post.update(parameters=[])))
    assert [problem.message for problem in validate_document(document)] == [
        "the path /b/{id has a brace that encloses no placeholder",
        "Path parameter 'id' for 'post' operation in '/a/{id}' was not resolved",
    ]


def test_what_openapi_spec_validator_fails_at_is_a_problem():
    (problem,) = validate_document(changed(lambda d, post, a: d["paths"].update({"/b/{id!}": {"get": GET}})))
    assert problem.kind == "structure"
    assert problem.message.startswith("openapi-spec-validator cannot read the document: ValueError(")


def test_listed_values_that_fit_their_schema_are_no_problem():
    def change(document, post, properties):
        properties["n"] = {"type": ["string", "null"], "enum": ["X", None]}
        properties["c"] = {"anyOf": [{"type": "integer"}, {"type": "string"}], "const": "X"}

    assert validate_document(changed(change)) == ()


def test_schemas_of_3_0_are_read_with_their_own_meaning():
    def change(document, post, properties):
        properties["n"] = {"type": "integer", "nullable": True, "minimum": 1, "exclusiveMinimum": True}
        properties["e"] = {"type": "integer", "nullable": True, "enum": [1, 2]}
        properties["f"] = {"type": "integer", "nullable": True, "enum": [1, None]}
        nulls = {"n": None, "e": None, "f": None}
        media(post)["examples"] = {"null": {"value": nulls}, "one": {"value": {"n": 1, "e": 1}}}

    document = changed(change, "3.0.3")
    assert [problem.pointer.removeprefix(f"{MEDIA}/examples") for problem in validate_document(document)] == [
        "/null/value/e",
        "/one/value/n",
    ]
    assert document == changed(change, "3.0.3")


def test_an_unusable_pattern_is_a_problem_of_the_schema():
    problems = validate_document(
        changed(lambda d, post, a: a.update(p={"type": "string", "pattern": "(", "default": "x"}))
    )
    assert {problem.kind for problem in problems} == {"structure"}


def test_problems_are_values_in_a_stable_order():
    document = changed(lambda d, post, a: (d.update(security=[{"b": []}, {"a": []}])))
    assert validate_document(document) == (
        Problem("/security/0/b", "no security scheme is named 'b'", "security"),
        Problem("/security/1/a", "no security scheme is named 'a'", "security"),
    )


def test_a_large_document_is_judged_within_a_second():
    operation = describe_issue()
    body = operation.request_body
    examples = tuple(replace(body.content[0].examples[0], name=f"example-{n}") for n in range(3))
    operations, structures = [], [ISSUE, DESCRIBE_RESPONSE]
    for n in range(73):
        name = f"Do{n}"
        shown = tuple(replace(example, value={"Action": name, "IssueCode": n}) for example in examples)
        content = (MediaType(schema=Reference(f"{name}Request"), examples=shown),)
        action = Fact(name, at(1))
        operations.append(replace(operation, id=name, action=action, request_body=replace(body, content=content)))
        structures.append(Structure(f"{name}Request", DESCRIBE_REQUEST.properties, at(1)))
    document = emit_openapi(Api(operations=tuple(operations), structures=tuple(structures))).document
    validate_document(BASE)
    start = time.process_time()
    assert validate_document(document) == ()
    assert time.process_time() - start < 1.5


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("application/xml", "<A/>", 0),
        ("application/vnd.a+xml", "<A/>", 0),
        ("application/json", "<A/>", 1),
        ("application/xml", {"next": 1}, 1),
    ],
)
def test_xml_in_a_text_is_no_instance_of_the_schema_of_its_elements(name, value, count):
    def change(_document, post, _schema):
        schema = {"$ref": "#/components/schemas/A"}
        post["requestBody"]["content"] = {name: {"schema": schema, "examples": {"a": {"value": value}}}}

    assert len(validate_document(changed(change))) == count
