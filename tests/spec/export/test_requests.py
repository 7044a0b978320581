"""Requests with documented examples, as an `.http` file and as a Postman collection."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from spec.export.http_file import format_http
from spec.export.postman import build_collection
from spec.export.requests import Request, read_requests
from spec.visit import visit_operations
from tests.spec.export.documents import NAMES, own_document, small

DONE: Any = {"200": {"description": "Done"}}
SERVER: Any = {"url": "https://{team}.example.com/v1/", "variables": {"team": {"default": "acme"}}}


def described(operation: Any, method: str = "post", path: str = "/pets", **more: Any) -> Any:
    operation = {"operationId": "act", "responses": DONE, **operation}
    return small(paths={path: {method: operation}}, servers=[SERVER], **more)


def requests(*words: Any, **more: Any) -> tuple[Request, ...]:
    found = read_requests(described(*words, **more))
    assert found.losses == ()
    assert found.base_url == "https://acme.example.com/v1"
    return found.requests


def http(document: Any) -> list[str]:
    return format_http(document)[0].split("\n### ")


def parameter(name: str, place: str, **more: Any) -> Any:
    return {"name": name, "in": place, "schema": {}, **({"required": True} if place == "path" else {}), **more}


@pytest.mark.parametrize(
    ("parameters", "line"),
    [
        ([], "POST {{baseUrl}}/pets/{{id}}"),
        ([parameter("id", "path")], "POST {{baseUrl}}/pets/{{id}}"),
        ([parameter("id", "path", example="a/b c")], "POST {{baseUrl}}/pets/a%2Fb%20c"),
        ([parameter("id", "path", schema={"examples": [7]})], "POST {{baseUrl}}/pets/7"),
        ([parameter("id", "path", examples={"one": {"value": 8}})], "POST {{baseUrl}}/pets/8"),
        ([parameter("id", "query")], "POST {{baseUrl}}/pets/{{id}}"),
        ([parameter("a", "query", required=True)], "POST {{baseUrl}}/pets/{{id}}?a={{a}}"),
        ([parameter("a b", "query", example="x&y=z")], "POST {{baseUrl}}/pets/{{id}}?a%20b=x%26y%3Dz"),
        ([parameter("a", "query", example=[1, 2])], "POST {{baseUrl}}/pets/{{id}}?a=1&a=2"),
        ([parameter("a", "query", example=[1, 2], explode=False)], "POST {{baseUrl}}/pets/{{id}}?a=1,2"),
        ([parameter("a", "query", example=["x,y", "z"], explode=False)], "POST {{baseUrl}}/pets/{{id}}?a=x%2Cy,z"),
        ([parameter("a", "query", example=["x", "y"], style="pipeDelimited")], "POST {{baseUrl}}/pets/{{id}}?a=x%7Cy"),
        (
            [parameter("a", "query", example={"b": 1, "c": {"d": ["x"]}}, style="deepObject", explode=True)],
            "POST {{baseUrl}}/pets/{{id}}?a%5Bb%5D=1&a%5Bc%5D%5Bd%5D%5B0%5D=x",
        ),
        ([parameter("a", "query", example={"b": 1, "c": "x"})], "POST {{baseUrl}}/pets/{{id}}?b=1&c=x"),
        ([parameter("a", "query", example={"b": 1}, explode=False)], "POST {{baseUrl}}/pets/{{id}}?a=b,1"),
        (
            [parameter("a", "query", content={"application/json": {"example": [1]}})],
            "POST {{baseUrl}}/pets/{{id}}?a=%5B1%5D",
        ),
        ([parameter("a", "query", example="{{b}}")], "POST {{baseUrl}}/pets/{{id}}?a=%7B%7Bb%7D%7D"),
        ([parameter("id", "path", example="{{b}}")], "POST {{baseUrl}}/pets/%7B%7Bb%7D%7D"),
        ([parameter("id", "path", example={"b": 1, "c": 2})], "POST {{baseUrl}}/pets/b,1,c,2"),
        ([parameter("id", "path", example={"b": 1, "c": 2}, explode=True)], "POST {{baseUrl}}/pets/b=1,c=2"),
        ([parameter("id", "path", example=[1, 2], style="label", explode=True)], "POST {{baseUrl}}/pets/.1.2"),
        ([parameter("id", "path", example=[1, 2], style="matrix")], "POST {{baseUrl}}/pets/;id=1,2"),
        ([parameter("id", "path", example=[1, 2], style="matrix", explode=True)], "POST {{baseUrl}}/pets/;id=1;id=2"),
        ([parameter("a", "query", schema={"const": "x"})], "POST {{baseUrl}}/pets/{{id}}?a=x"),
        ([parameter("a", "query", schema={"default": False})], "POST {{baseUrl}}/pets/{{id}}?a=false"),
        ([parameter("a_token", "query", example="s3cret")], "POST {{baseUrl}}/pets/{{id}}?a_token={{a_token}}"),
    ],
)
def test_parameters_are_sent_where_they_belong(parameters: Any, line: str) -> None:
    [_, block] = http(described({"parameters": parameters}, path="/pets/{id}"))
    assert block.splitlines()[1] == line


SCHEMES: Any = {
    "header": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "prefixed": {"type": "apiKey", "in": "header", "name": "Authorization", "x-token-prefix": "token"},
    "query": {"type": "apiKey", "in": "query", "name": "key"},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "sid"},
    "basic": {"type": "http", "scheme": "basic"},
    "oauth": {"type": "oauth2", "flows": {}},
}


@pytest.mark.parametrize(
    ("scheme", "sent"),
    [
        ("header", ("X-Key", "{{header}}")),
        ("prefixed", ("Authorization", "token {{prefixed}}")),
        ("query", ("key", "{{query}}")),
        ("cookie", ("Cookie", "sid={{cookie}}")),
        ("basic", ("Authorization", "Basic {{basic}}")),
        ("oauth", ("Authorization", "Bearer {{oauth}}")),
    ],
)
def test_secrets_are_variables(scheme: str, sent: tuple[str, str]) -> None:
    document = described({"security": [{scheme: []}, {"header": []}]}, components={"securitySchemes": SCHEMES})
    found = read_requests(document)
    [request] = found.requests
    assert (*request.query, *request.headers) == (sent,)
    assert found.variables == (scheme,)
    assert f"# Variables that your environment gives: {scheme}\n" in format_http(document)[0]
    assert {"key": scheme, "value": ""} in build_collection(document).document["variable"]  # type: ignore[operator]


def body(media_type: str, **media: Any) -> Any:
    return {"requestBody": {"content": {media_type: {"schema": {}, **media}}}}


@pytest.mark.parametrize(
    ("operation", "texts"),
    [
        ({}, [None]),
        (body("application/json", example={"a": "é"}), ['{\n  "a": "é"\n}']),
        (body("application/json", examples={"one": {"value": 1}, "two": {"value": 2}}), ["1", "2"]),
        (body("application/json", schema={"examples": [{}]}), ["{}"]),
        (
            body("application/json", schema={"properties": {"Action": {"const": "a"}, "b": {}}}),
            ['{\n  "Action": "a"\n}'],
        ),
        (body("application/x-www-form-urlencoded", example={"a": "b c", "d": 1}), ["a=b+c&d=1"]),
        (
            body("application/x-www-form-urlencoded", example={"d": [1, 2], "e": {"f": 1}}),
            ["d=1&d=2&e=%7B%22f%22%3A+1%7D"],
        ),
        (
            body(
                "application/x-www-form-urlencoded",
                example={"d": [1, 2], "e": {"f": 1}},
                encoding={"d": {"explode": False}, "e": {"style": "deepObject"}},
            ),
            ["d=1,2&e%5Bf%5D=1"],
        ),
        (body("text/plain", example="plain"), ["plain"]),
    ],
)
def test_each_example_of_the_body_is_a_request(operation: Any, texts: list[str | None]) -> None:
    assert [request.body and request.body.text for request in requests(operation)] == texts


def test_an_action_is_chosen_in_the_query() -> None:
    operation = {"x-rpc-action": "List", "x-rpc-query-parameter": "do"}
    for path in ("/api#List", "/api?do=List"):
        [request] = requests(operation, path=path)
        assert (request.path, request.query) == ("/api", (("do", "List"),))


def test_operations_with_a_server_of_their_own_are_sent_there() -> None:
    [request] = requests({"servers": [{"url": "https://other.example.com"}]})
    assert request.base == "https://other.example.com"


@pytest.mark.parametrize("servers", [[], [{"url": "/v1"}]])
def test_a_guessed_host_is_reported(servers: Any) -> None:
    found = read_requests({**described({}), "servers": servers})
    assert found.base_url.startswith("http://localhost")
    assert [loss.pointer for loss in found.losses] == ["/servers"]


def test_a_body_without_example_is_reported() -> None:
    found = read_requests(described(body("multipart/form-data", example={"a": 1})))
    assert [request.body for request in found.requests] == [None]
    assert [loss.pointer for loss in found.losses] == ["/paths/~1pets/post/requestBody"]


@pytest.mark.parametrize("text", ["a\n### b", "{{a}}"])
def test_bodies_that_editors_would_misread_are_left_out(text: str) -> None:
    written, losses = format_http(described(body("text/plain", example=text)))
    assert text not in written
    assert [loss.message for loss in losses] != []


@pytest.mark.parametrize("text", ["{{a}}", "{{{a}}}", "\\\\{{{{a"])
def test_braces_of_json_arrive_as_they_are(text: str) -> None:
    document = described(body("application/json", example={text: [text]}))
    [request] = read_requests(document).requests
    assert request.body is not None
    assert "{{" not in request.body.text
    assert json.loads(request.body.text) == {text: [text]}
    assert build_collection(document).losses == ()
    assert format_http(document)[1] == ()


def test_braces_that_postman_would_replace_are_reported() -> None:
    exported = build_collection(described(body("text/plain", example="{{baseUrl}}")))
    assert [loss.message for loss in exported.losses] == [
        "act: {{ in the body begins a variable in Postman: what stands in it may be altered"
    ]


def test_a_header_whose_example_begins_a_variable_is_one_and_reported() -> None:
    found = read_requests(described({"parameters": [parameter("X-A", "header", example="{{b}}")]}))
    [request] = found.requests
    assert request.headers == (("X-A", "{{X-A}}"),)
    assert [loss.pointer for loss in found.losses] == ["/paths/~1pets/post"]


def test_examples_that_no_request_has_are_reported() -> None:
    content: Any = {
        "application/json": {"example": 1},
        "text/plain": {"example": "one"},
        "text/xml": {"examples": {"far": {"externalValue": "https://example.com/far.xml"}}},
    }
    operation = {
        "requestBody": {"$ref": "#/components/requestBodies/Act"},
        "responses": {"default": {"description": "Done", "content": content}},
    }
    document = described(operation, components={"requestBodies": {"Act": {"content": content}}})
    sent = [
        "/components/requestBodies/Act/content/text~1plain",
        "/components/requestBodies/Act/content/text~1xml/examples/far",
    ]
    around = "/paths/~1pets/post/responses/default/content"
    saved = [f"{around}/application~1json", f"{around}/text~1plain", f"{around}/text~1xml/examples/far"]
    assert [loss.pointer for loss in format_http(document)[1]] == sent
    assert [loss.pointer for loss in build_collection(document).losses] == [*sent, *saved]


def test_texts_cannot_begin_another_request() -> None:
    break_out = "\n\n### two\nGET https://evil.example.com"
    header = parameter(f"X{break_out}", "header", example=break_out)
    operation = {"summary": f"one{break_out}", "parameters": [header]}
    document = described(operation, path=f"/pets{break_out}")
    info = {"title": break_out, "version": break_out}
    written, _ = format_http({**document, "info": info, "servers": [{"url": f"https://example.com/{break_out}"}]})
    assert [line for line in written.splitlines() if line.startswith(("###", "GET"))] == [
        "### act: one ### two GET https://evil.example.com"
    ]


def test_a_collection_has_folders_requests_and_saved_responses() -> None:
    content = {"application/json": {"schema": {}, "examples": {"ok": {"value": {"id": 1}}}}}
    operation = {
        "tags": ["pets"],
        "parameters": [parameter("id", "path", example=7), parameter("a", "query", example="b")],
        "responses": {"201": {"description": "Made", "content": content}},
        **body("application/json", example={"name": "Rex"}),
    }
    exported = build_collection(described(operation, path="/pets/{id}"))
    collection: Any = exported.document
    assert exported.losses == ()
    [folder] = collection["item"]
    [item] = folder["item"]
    assert (folder["name"], item["name"]) == ("pets", "act")
    assert item["request"]["url"] == {
        "raw": "{{baseUrl}}/pets/7?a=b",
        "host": ["{{baseUrl}}"],
        "path": ["pets", "7"],
        "query": [{"key": "a", "value": "b"}],
    }
    assert json.loads(item["request"]["body"]["raw"]) == {"name": "Rex"}
    [response] = item["response"]
    assert (response["code"], response["status"], json.loads(response["body"])) == (201, "Created", {"id": 1})
    assert response["originalRequest"] == item["request"]


@pytest.mark.parametrize("name", NAMES)
def test_every_operation_of_our_documents_is_a_request(name: str) -> None:
    document = own_document(name)
    operations = {visit.node["operationId"] for _, _, visit in visit_operations(document)}
    written, losses = format_http(document)
    assert losses == ()
    assert {re.split("[: ]", block)[0] for block in written.split("\n### ")[1:]} == operations
    collection: Any = build_collection(document).document
    items = [item for folder in collection["item"] for item in folder.get("item", [folder])]
    assert {item["name"].split()[0] for item in items} == operations
