"""What is outside of schemas, from OpenAPI 3.1 to 3.0.3 and back."""

from __future__ import annotations

from typing import Any

import pytest

from spec.export.downgrade import downgrade_document
from spec.export.versions import Version, convert_document
from spec.validate import validate_document
from tests.spec.export.documents import NAMES, own_document, small

Lost = list[str]


def downgraded(document: Any) -> tuple[Any, Lost]:
    exported = downgrade_document(document)
    assert validate_document(exported.document) == ()
    return exported.document, [loss.pointer for loss in exported.losses]


def around(operation: Any, method: str = "post") -> Any:
    return small(paths={"/pets": {method: {"responses": {"200": {"description": "Done"}}, **operation}}})


def test_the_version_is_the_last_of_3_0() -> None:
    assert downgraded(small())[0] == small("3.0.3")


def test_a_document_of_3_0_stays_as_it_is() -> None:
    document = small("3.0.1")
    assert downgrade_document(document).document == document


def test_a_license_is_linked_by_its_identifier() -> None:
    info = {"title": "Small", "version": "1", "license": {"name": "Apache", "identifier": "Apache-2.0"}}
    changed, lost = downgraded(small(info=info))
    assert changed["info"]["license"] == {"name": "Apache", "url": "https://spdx.org/licenses/Apache-2.0.html"}
    assert lost == []


def test_what_3_0_does_not_have_is_reported() -> None:
    webhooks = {"born": {"post": {"responses": {"200": {"description": "Done"}}}}}
    info = {"title": "Small", "version": "1", "summary": "S"}
    dialect = "https://spec.openapis.org/oas/3.1/dialect/base"
    changed, lost = downgraded(small(info=info, webhooks=webhooks, jsonSchemaDialect=dialect))
    assert changed.keys() == {"openapi", "info", "paths"}
    assert changed["info"].keys() == {"title", "version"}
    assert sorted(lost) == ["/info/summary", "/jsonSchemaDialect", "/webhooks/born"]


def test_a_document_of_webhooks_only_has_no_paths() -> None:
    document = small(webhooks={"born": {"post": {}}})
    del document["paths"]
    assert downgraded(document)[0]["paths"] == {}


def test_path_items_are_written_out_where_they_are_used() -> None:
    item = {"get": {"responses": {"200": {"description": "Done"}}}, "summary": "Theirs"}
    components = {"pathItems": {"Pets": item, "Again": {"$ref": "#/components/pathItems/Pets"}}}
    paths = {"/pets": {"$ref": "#/components/pathItems/Again", "summary": "Ours"}}
    changed, lost = downgraded(small(paths=paths, components=components))
    assert changed["paths"] == {"/pets": {**item, "summary": "Ours"}}
    assert "pathItems" not in changed["components"]
    assert lost == []


def test_operations_that_need_a_client_certificate_are_not_open_in_3_0() -> None:
    schemes = {
        "certificate": {"type": "mutualTLS", "description": "Ours."},
        "token": {"type": "http", "scheme": "bearer"},
    }
    security: Any = [{"certificate": []}, {"certificate": [], "token": []}]
    changed, lost = downgraded(small(components={"securitySchemes": schemes}, security=security))
    assert changed["security"] == security
    assert changed["components"]["securitySchemes"] == {
        "certificate": {
            "type": "http",
            "scheme": "mutualTLS",
            "description": "Ours. A client certificate (mutual TLS), not a header.",
        },
        "token": schemes["token"],
    }
    assert lost == ["/components/securitySchemes/certificate"]


def test_only_oauth_has_scopes_in_3_0() -> None:
    schemes = {"token": {"type": "http", "scheme": "bearer"}}
    changed, lost = downgraded(small(components={"securitySchemes": schemes}, security=[{"token": ["admin"]}]))
    assert changed["security"] == [{"token": []}]
    assert lost == ["/security/0/token"]


def test_an_operation_without_responses_gets_one() -> None:
    document = small(paths={"/pets": {"get": {"operationId": "listPets"}}})
    changed, lost = downgraded(document)
    assert changed["paths"]["/pets"]["get"]["responses"].keys() == {"default"}
    assert lost == ["/paths/~1pets/get"]


@pytest.mark.parametrize(("method", "lost"), [("post", []), ("get", ["/paths/~1pets/get/requestBody"])])
def test_a_body_that_3_0_gives_no_meaning_is_reported(method: str, lost: Lost) -> None:
    body = {"content": {"application/json": {"schema": {"type": "string"}}}}
    assert downgraded(around({"requestBody": body}, method))[1] == lost


def test_bytes_without_schema_have_the_format_binary() -> None:
    content = {"application/octet-stream": {}, "image/png": {"schema": True}, "application/json": {}}
    changed, _ = downgraded(around({"requestBody": {"content": content}}))
    binary = {"schema": {"type": "string", "format": "binary"}}
    assert changed["paths"]["/pets"]["post"]["requestBody"]["content"] == {
        "application/octet-stream": binary,
        "image/png": binary,
        "application/json": {},
    }


def test_what_stands_beside_a_reference_is_left_out() -> None:
    parameter = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
    reference = {"$ref": "#/components/parameters/Limit", "description": "Ours"}
    document = around({"parameters": [reference]})
    changed, lost = downgraded({**document, "components": {"parameters": {"Limit": parameter}}})
    assert changed["paths"]["/pets"]["post"]["parameters"] == [{"$ref": "#/components/parameters/Limit"}]
    assert lost == ["/paths/~1pets/post/parameters/0/description"]


NULLABLE: Any = {"type": ["string", "null"]}
CALLBACK: Any = {"{$request.body#/url}": {"post": {"responses": {"200": {"description": "D"}}, "parameters": []}}}


@pytest.mark.parametrize(
    ("operation", "place"),
    [
        ({"parameters": [{"name": "a", "in": "query", "schema": NULLABLE}]}, ("parameters", 0)),
        (
            {"parameters": [{"name": "a", "in": "query", "content": {"application/json": {"schema": NULLABLE}}}]},
            ("parameters", 0, "content", "application/json"),
        ),
        (
            {"responses": {"200": {"description": "D", "headers": {"X-A": {"schema": NULLABLE}}}}},
            ("responses", "200", "headers", "X-A"),
        ),
        (
            {
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {"type": "object"},
                            "encoding": {"a": {"headers": {"X-A": {"schema": NULLABLE}}}},
                        }
                    }
                }
            },
            ("requestBody", "content", "multipart/form-data", "encoding", "a", "headers", "X-A"),
        ),
        (
            {
                "callbacks": {
                    "done": {
                        "{$request.body#/url}": {
                            "post": {
                                "parameters": [{"name": "a", "in": "query", "schema": NULLABLE}],
                                "responses": {"200": {"description": "D"}},
                            }
                        }
                    }
                }
            },
            ("callbacks", "done", "{$request.body#/url}", "post", "parameters", 0),
        ),
    ],
)
def test_schemas_are_converted_in_every_part_of_an_operation(operation: Any, place: tuple[Any, ...]) -> None:
    node = downgraded(around(operation))[0]["paths"]["/pets"]["post"]
    for token in place:
        node = node[token]
    assert node["schema"] == {"type": "string", "nullable": True}


def test_examples_are_data_whatever_their_keys_are_called() -> None:
    value: Any = {"type": ["string", "null"], "const": 1, "nullable": True, "$ref": "#/nowhere", "schema": True}
    media = {"schema": {"type": "object"}, "examples": {"one": {"value": value}}}
    content = {"application/json": media, "text/json": {"schema": {"type": "object"}, "example": value}}
    document = around({"requestBody": {"content": content}})
    assert downgraded(document)[0]["paths"] == document["paths"]


def test_extensions_are_data_whatever_they_look_like() -> None:
    looks: Any = {"get": {"parameters": [{"schema": NULLABLE}]}, "content": {"a/b": {"schema": NULLABLE}}}
    document = around({"responses": {"200": {"description": "Done"}, "x-other": looks}})
    document["paths"]["x-paths"] = looks
    assert downgraded(document)[0]["paths"] == document["paths"]


@pytest.mark.parametrize("name", NAMES)
def test_the_documents_of_this_repository_lose_nothing(name: str) -> None:
    exported = convert_document(own_document(name), Version.V30)
    assert exported.losses == ()
    assert validate_document(exported.document) == ()
    back = convert_document(exported.document, Version.V31)
    assert back.losses == ()
    assert validate_document(back.document) == ()
    assert convert_document(exported.document, Version.V30).document == exported.document
