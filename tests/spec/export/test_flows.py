"""URLs of OAuth flows with the variables of servers."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from spec.export.flows import fill_flow_urls
from spec.export.plan import Plan, export_document
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
