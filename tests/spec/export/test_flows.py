"""URLs of OAuth flows with the variables of servers."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from spec.export.flows import fill_flow_urls
from spec.export.plan import Plan, export_document, export_split
from spec.export.rpc import RpcForm
from spec.export.versions import Version
from tests.spec.export.documents import small

SERVER: Any = {"url": "https://{team}.example.com", "variables": {"team": {"default": "any"}}}


def document(url: str, **fields: Any) -> Any:
    flow = {"authorizationUrl": url, "tokenUrl": "https://example.com/token", "scopes": {}}
    schemes = {"oauth": {"type": "oauth2", "flows": {"authorizationCode": flow}}}
    return small(components={"securitySchemes": schemes}, **fields)


def url_of(exported: Any) -> str:
    flow = exported["components"]["securitySchemes"]["oauth"]["flows"]["authorizationCode"]
    assert flow["tokenUrl"] == "https://example.com/token"
    return str(flow["authorizationUrl"])


def test_a_variable_gets_the_default_of_the_server() -> None:
    given = document("https://{team}.example.com/authorize", servers=[SERVER])
    before = copy.deepcopy(given)
    exported = fill_flow_urls(given)
    assert given == before
    assert url_of(exported.document) == "https://any.example.com/authorize"
    [loss] = exported.losses
    assert loss.pointer == "/components/securitySchemes/oauth/flows/authorizationCode/authorizationUrl"


def test_a_variable_of_the_server_of_an_operation_is_known_too() -> None:
    operation = {"operationId": "a", "servers": [SERVER], "responses": {"200": {"description": ""}}}
    given = document("https://{team}.example.com/authorize", paths={"/a": {"get": operation}})
    assert url_of(fill_flow_urls(given).document) == "https://any.example.com/authorize"


def test_a_variable_that_no_server_has_stays() -> None:
    given = document("https://{team}.example.com/authorize")
    exported = fill_flow_urls(given)
    assert (exported.document, exported.losses) == (given, ())


@pytest.mark.parametrize("version", Version)
def test_a_version_that_is_asked_for_has_no_variables(version: Version) -> None:
    given = document("https://{team}.example.com/authorize", servers=[SERVER])
    assert export_document(given, Plan()).document == given
    exported = export_document(given, Plan(version))
    assert url_of(exported.document) == "https://any.example.com/authorize"
    assert len(exported.losses) == 1


def test_a_part_without_the_server_knows_its_variables() -> None:
    responses = {"200": {"description": ""}}
    login = {"get": {"operationId": "logIn", "servers": [SERVER], "responses": responses}}
    action = {
        "post": {"operationId": "Add", "x-rpc-action": "Add", "security": [{"oauth": []}], "responses": responses}
    }
    given = document("https://{team}.example.com/authorize", paths={"/login": login, "/api#Add": action})
    selected = export_document(given, Plan(Version.V31, operations=("Add",)))
    assert url_of(selected.document) == "https://any.example.com/authorize"
    assert len(selected.losses) == 1
    split = dict(export_split(given, Plan(Version.V31, RpcForm.SPLIT)))
    assert url_of(split["Add"].document) == "https://any.example.com/authorize"


def test_a_part_without_the_scheme_has_lost_nothing() -> None:
    given = document("https://{team}.example.com/authorize", servers=[SERVER])
    exported = export_document(given, Plan(Version.V31, operations=("listPets",)))
    assert "securitySchemes" not in exported.document.get("components", {})
    assert exported.losses == ()
