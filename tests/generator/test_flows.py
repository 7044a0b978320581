"""What of an OpenAPI document says how tokens are asked for."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from generator.document import Document
from generator.oauth import build_oauth
from generator.package import generate_package
from tests.generator.documents import HOSTILE_TEXTS, ODD_NAMES
from tests.generator.importing import imported, part

TOKEN_URL = "https://id.example/token"
FLOW = {"authorizationUrl": "https://id.example/authorize", "tokenUrl": TOKEN_URL, "scopes": {"a": "A"}}


def describe(flow: dict[str, Any], **more: Any) -> dict[str, Any]:
    schemes = {"s": {"type": "oauth2", "flows": {"authorizationCode": {**FLOW, **flow}}}}
    return {
        "openapi": "3.0.3",
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "https://id.example"}],
        "components": {"securitySchemes": schemes},
        "paths": {},
        **more,
    }


def endpoint(method: str = "post", path: str = "/token", **operation: Any) -> dict[str, Any]:
    return {"paths": {path: {method: {"operationId": "o", "responses": {}, **operation}}}}


def query(*names: str) -> list[dict[str, Any]]:
    return [{"name": name, "in": "query", "schema": {"type": "string"}} for name in names]


def body(media_type: str, *names: str) -> dict[str, Any]:
    return {"content": {media_type: {"schema": {"properties": {name: {} for name in names}}}}}


def scope(**parameter: Any) -> dict[str, Any]:
    return endpoint("get", "/authorize", parameters=[{"name": "scope", "in": "query", **parameter}])


@pytest.mark.parametrize(
    ("flow", "more", "expected"),
    [
        ({}, {}, {"placement": "form", "method": "POST", "repeats_redirect": True, "separator": " "}),
        ({}, {}, {"token_endpoint": TOKEN_URL, "refresh_endpoint": "", "scopes": {"a": "A"}}),
        ({}, endpoint(parameters=query("code")), {"placement": "query", "repeats_redirect": False}),
        ({}, endpoint(parameters=query("code", "redirect_uri")), {"placement": "query", "repeats_redirect": True}),
        ({}, endpoint(parameters=query("verbose")), {"placement": "form", "repeats_redirect": True}),
        ({}, endpoint(requestBody=body("application/json", "code")), {"placement": "json", "repeats_redirect": False}),
        (
            {},
            endpoint(requestBody=body("application/x-www-form-urlencoded", "code"), parameters=query("code")),
            {"placement": "form", "repeats_redirect": False},
        ),
        ({}, endpoint("get", parameters=query("code")), {"placement": "query", "method": "GET"}),
        (
            {"tokenUrl": "/token"},
            endpoint(parameters=query("code")),
            {"token_endpoint": "/token", "placement": "query"},
        ),
        ({"tokenUrl": "token"}, endpoint(parameters=query("code")), {"token_endpoint": "token", "placement": "query"}),
        ({}, endpoint(path="/other", parameters=query("code")), {"placement": "form"}),
        ({}, scope(schema={"type": "array"}, explode=False), {"separator": ","}),
        ({}, scope(schema={"type": "array"}, explode=False, style="spaceDelimited"), {"separator": " "}),
        ({}, scope(schema={"type": "string"}, description="授权范围,以逗号分隔"), {"separator": ","}),
        ({}, scope(schema={"type": "string"}, description="What to ask for."), {"separator": " "}),
        ({"tokenUrl": "https://h.example/a b/{x}?é"}, {}, {"token_endpoint": "https://h.example/a%20b/{x}?%C3%A9"}),
        ({"tokenUrl": "javascript:alert(1)"}, {}, {"token_endpoint": ""}),
        (
            {"tokenUrl": "https://{host}.example/{area}"},
            {"servers": [{"url": "https://{host}.example", "variables": {"host": {"default": "www"}}}]},
            {"token_endpoint": "https://www.example/{area}"},
        ),
    ],
)
def test_flow_is_read_from_the_operation_at_its_url(
    flow: dict[str, Any], more: dict[str, Any], expected: dict[str, Any]
):
    view = build_oauth(Document(describe(flow, **more)))
    assert view is not None
    (found,) = view.flows
    assert {name: getattr(found, name) for name in expected} == expected


def test_open_variables_become_arguments():
    view = build_oauth(Document(describe({"tokenUrl": "https://{client_id}.example/{a b}/{1}"})))
    assert view is not None
    assert [(item.name, item.wire) for item in view.variables] == [
        ("client_id_", "client_id"),
        ("a_b", "a b"),
        ("field_1", "1"),
    ]


@pytest.mark.parametrize("junk", [None, 1, [], {}, "x", {"$ref": "#"}, [{"url": 1}], [{}]])
@pytest.mark.parametrize("key", ["tokenUrl", "authorizationUrl", "scopes"])
def test_malformed_flow_still_gives_a_client(key: str, junk: object):
    document = describe({key: junk}, servers=junk, paths={"/token": {"post": {"parameters": junk}}})
    files = generate_package(document, name="x").files
    for path, text in files.items():
        if path.endswith(".py"):
            ast.parse(text, path)
    assert "def post_token(" in "".join(text for path, text in files.items() if "/groups/" in path)


def test_texts_of_a_flow_are_inert(tmp_path: Path):
    texts = {text.replace("\ud800", "\ufffd") for text in (*ODD_NAMES, *HOSTILE_TEXTS)}
    names = {text.replace("{", "").replace("}", "") or "x" for text in texts}
    url = "https://h.example/" + "".join("{" + name + "}" for name in sorted(names)) + HOSTILE_TEXTS[0]
    with imported(describe({"tokenUrl": url, "scopes": {text: text for text in texts}}), tmp_path) as package:
        flows = part(package, "oauth._flows")
    (flow,) = flows.FLOWS.values()
    assert flow.scopes == {text: text for text in texts}
    assert set(flows.VARIABLES.values()) == names
