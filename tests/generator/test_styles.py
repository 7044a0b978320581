"""Parameters and bodies travel as the style tables of OpenAPI 3.1 say."""

from __future__ import annotations

from collections.abc import Iterator
from email.parser import BytesParser
from email.policy import HTTP
from types import ModuleType
from typing import Any

import httpx2
import pytest

from generator.package import generate_package
from tests.generator.importing import Document, imported

LIST = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}
ANY: Document = {}
SCHEMA: Document = {"schema": ANY}


def parameter(location: str, **more: object) -> Document:
    return {"name": "color", "in": location, "required": location == "path", **SCHEMA, **more}


def operation(*parameters: Document, **more: object) -> Document:
    return {"parameters": [*parameters], "responses": {"204": {"description": ""}}, **more}


def posted(media_type: str, schema: Document, **more: object) -> Document:
    return operation(requestBody={"content": {media_type: {"schema": schema, **more}}})


PARAMETERS = {
    f"{location}_{style}_{explode}".lower(): parameter(location, style=style, explode=explode)
    for location, style in (
        ("path", "simple"),
        ("path", "label"),
        ("path", "matrix"),
        ("query", "form"),
        ("query", "spaceDelimited"),
        ("query", "pipeDelimited"),
        ("query", "deepObject"),
        ("header", "simple"),
        ("cookie", "form"),
    )
    for explode in (False, True)
} | {
    "path_json": parameter("path", content={"application/json": SCHEMA}),
    "query_json": parameter("query", content={"application/json": SCHEMA}),
    "query_text": parameter("query", content={"text/plain": SCHEMA}),
    "header_json": parameter("header", content={"application/json": SCHEMA}),
    "cookie_json": parameter("cookie", content={"application/json": SCHEMA}),
    "query_reserved": parameter("query", allowReserved=True),
    "query_unknown": parameter("query", style="String"),
    "query_constant": parameter("query", required=True, schema={"type": "string", "const": "a b"}),
    "query_empty_constant": parameter("query", required=True, schema={"type": "string", "const": ""}),
    "query_optional_constant": parameter("query", schema={"type": "string", "const": "x"}),
}
FILE = {"type": "string", "format": "binary"}
FIELDS = {"type": "object", "properties": dict.fromkeys(("plain", "items", "deep", "data", "spaced", "whole"), ANY)}
BODIES = {
    "form": posted(
        "application/x-www-form-urlencoded",
        FIELDS,
        encoding={
            "deep": {"style": "deepObject", "explode": True},
            "data": {"contentType": "application/json"},
            "spaced": {"style": "spaceDelimited"},
        },
    ),
    "parts": posted(
        "multipart/form-data",
        {
            "type": "object",
            "properties": {
                "photo": FILE,
                "photos": {"type": "array", "items": FILE},
                "image": {"type": "string", "contentMediaType": "image/png"},
                "data": {"type": "object"},
                "xml": {"type": "string"},
                "note": {"type": "string", "contentEncoding": "base64", "contentMediaType": "image/png"},
            },
        },
        encoding={
            "photo": {"contentType": "image/png"},
            "xml": {"contentType": "application/xml"},
            "photos": {"contentType": "image/png, image/jpeg"},
        },
    ),
    "anything": posted("*/*", FILE),
    "picture": posted("image/*", FILE),
    "document": posted("application/xml", {"type": "object", "properties": {"a": ANY}}),
    "mixed": posted("multipart/mixed", {"type": "object", "properties": {"data": {"type": "object"}}}),
}
DOCUMENT: Document = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "servers": [{"url": "https://s.example"}],
    "paths": {
        f"/{name}" + ("/{color}" if item["in"] == "path" else ""): {"get": operation(item, operationId=name)}
        for name, item in PARAMETERS.items()
    }
    | {f"/{name}": {"post": {**item, "operationId": name}} for name, item in BODIES.items()},
}


class Recorder(httpx2.BaseTransport):
    def __init__(self) -> None:
        self.sent: list[httpx2.Request] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        self.sent.append(request)
        return httpx2.Response(204)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(DOCUMENT, tmp_path_factory.mktemp("styles")) as module:
        yield module


def send(package: ModuleType, method: str, **arguments: Any) -> httpx2.Request:
    recorder = Recorder()
    with package.Client(http_client=httpx2.Client(transport=recorder)) as client:
        getattr(client.default, method)(**arguments)
    return recorder.sent[0]


@pytest.mark.parametrize(
    ("method", "value", "expected"),
    [
        ("path_simple_false", "blue", "blue"),
        ("path_simple_false", LIST, "blue,black,brown"),
        ("path_simple_false", OBJECT, "R,100,G,200,B,150"),
        ("path_simple_true", LIST, "blue,black,brown"),
        ("path_simple_true", OBJECT, "R=100,G=200,B=150"),
        ("path_label_false", "blue", ".blue"),
        ("path_label_false", LIST, ".blue,black,brown"),
        ("path_label_false", OBJECT, ".R,100,G,200,B,150"),
        ("path_label_true", LIST, ".blue.black.brown"),
        ("path_label_true", OBJECT, ".R=100.G=200.B=150"),
        ("path_matrix_false", "blue", ";color=blue"),
        ("path_matrix_false", LIST, ";color=blue,black,brown"),
        ("path_matrix_false", OBJECT, ";color=R,100,G,200,B,150"),
        ("path_matrix_true", LIST, ";color=blue;color=black;color=brown"),
        ("path_matrix_true", OBJECT, ";R=100;G=200;B=150"),
        ("path_simple_false", "a/b,c", "a%2Fb%2Cc"),
        ("path_json", OBJECT, "%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"),
    ],
)
def test_path_parameter(package: ModuleType, method: str, value: object, expected: str):
    assert send(package, method, color=value).url.raw_path.decode() == f"/{method}/{expected}"


@pytest.mark.parametrize(
    ("method", "value", "expected"),
    [
        ("query_form_false", "blue", "color=blue"),
        ("query_form_false", LIST, "color=blue,black,brown"),
        ("query_form_false", OBJECT, "color=R,100,G,200,B,150"),
        ("query_form_true", LIST, "color=blue&color=black&color=brown"),
        ("query_form_true", OBJECT, "R=100&G=200&B=150"),
        ("query_spacedelimited_false", LIST, "color=blue%20black%20brown"),
        ("query_spacedelimited_false", OBJECT, "color=R%20100%20G%20200%20B%20150"),
        ("query_pipedelimited_false", LIST, "color=blue%7Cblack%7Cbrown"),
        ("query_pipedelimited_false", OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
        ("query_deepobject_true", OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        (
            "query_deepobject_true",
            {"a": {"b": [1, True]}},
            "color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D=true",
        ),
        ("query_deepobject_true", ["x"], "color%5B0%5D=x"),
        ("query_form_false", ["a,b", "c"], "color=a%2Cb,c"),
        ("query_form_true", [], ""),
        ("query_form_false", [], ""),
        ("query_json", OBJECT, "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"),
        ("query_text", "a b", "color=a%20b"),
        ("query_reserved", "a/b?c:d&e=f#g+h%", "color=a/b?c:d%26e%3Df%23g%2Bh%25"),
        ("query_form_true", "a/b?c:d", "color=a%2Fb%3Fc%3Ad"),
        ("query_unknown", LIST, "color=blue&color=black&color=brown"),
    ],
)
def test_query_parameter(package: ModuleType, method: str, value: object, expected: str):
    assert send(package, method, color=value).url.query.decode() == expected


def test_what_every_request_has_in_its_query_is_no_argument(package: ModuleType):
    assert send(package, "query_constant").url.query.decode() == "color=a%20b"
    assert send(package, "query_empty_constant").url.query.decode() == "color="
    assert send(package, "query_optional_constant").url.query.decode() == ""
    assert send(package, "query_optional_constant", color="x").url.query.decode() == "color=x"


@pytest.mark.parametrize(
    ("method", "value", "expected"),
    [
        ("header_simple_false", LIST, "blue,black,brown"),
        ("header_simple_false", OBJECT, "R,100,G,200,B,150"),
        ("header_simple_true", LIST, "blue,black,brown"),
        ("header_simple_true", OBJECT, "R=100,G=200,B=150"),
        ("header_json", {"a": "é"}, '{"a":"\\u00e9"}'),
        ("header_json", None, "null"),
    ],
)
def test_header_parameter(package: ModuleType, method: str, value: object, expected: str):
    assert send(package, method, color=value).headers["color"] == expected


@pytest.mark.parametrize(
    ("method", "value", "expected"),
    [
        ("cookie_form_true", "blue", "color=blue"),
        ("cookie_form_true", LIST, "color=blue; color=black; color=brown"),
        ("cookie_form_true", OBJECT, "R=100; G=200; B=150"),
        ("cookie_form_false", LIST, "color=blue,black,brown"),
        ("cookie_form_false", OBJECT, "color=R,100,G,200,B,150"),
        ("cookie_form_false", "a;b c", "color=a%3Bb%20c"),
        ("cookie_json", ["x"], "color=%5B%22x%22%5D"),
    ],
)
def test_cookie_parameter(package: ModuleType, method: str, value: object, expected: str):
    assert send(package, method, color=value).headers["cookie"] == expected


def test_unknown_style_is_a_diagnostic():
    found = generate_package(DOCUMENT, name="x").diagnostics
    assert ("#/paths/~1query_unknown/get/parameters/0", True) in [
        (item.pointer, "'String'" in item.message) for item in found
    ]


def test_properties_of_a_form(package: ModuleType):
    sent = send(
        package,
        "form",
        plain="a b",
        items=["x", "y"],
        deep={"a": {"b": 1}},
        data=[1, 2],
        spaced=["p", "q"],
        whole={"k": "v"},
    )
    assert sent.content.decode() == (
        "plain=a%20b&items=x&items=y&deep%5Ba%5D%5Bb%5D=1&data=%5B1%2C2%5D&spaced=p%20q"
        "&whole=%7B%22k%22%3A%22v%22%7D"
    )


def test_parts_of_a_multipart_body(package: ModuleType):
    sent = send(
        package,
        "parts",
        photo=b"1",
        photos=[b"2", ("b.jpg", b"3"), ("c", b"4", "image/gif")],
        image=b"5",
        data={"a": 1},
        xml="<a/>",
        note="Ng==",
    )
    head = f"Content-Type: {sent.headers['content-type']}\r\n\r\n".encode()
    parts = [
        (
            part["content-disposition"].params["name"],
            part["content-disposition"].params.get("filename"),
            part.get("content-type"),
            part.get_payload(decode=True),
        )
        for part in BytesParser(policy=HTTP).parsebytes(head + sent.content).iter_parts()
    ]
    assert parts == [
        ("photo", "photo", "image/png", b"1"),
        ("photos", "photos", "application/octet-stream", b"2"),
        ("photos", "b.jpg", "image/jpeg", b"3"),
        ("photos", "c", "image/gif", b"4"),
        ("image", "image", "application/octet-stream", b"5"),
        ("data", None, "application/json", b'{"a":1}'),
        ("xml", None, "application/xml", b"<a/>"),
        ("note", None, None, b"Ng=="),
    ]


@pytest.mark.parametrize(
    ("method", "content", "media_type"),
    [
        ("anything", b"\x00", "application/octet-stream"),
        ("picture", b"\x00", "application/octet-stream"),
        ("document", "<a/>", "application/xml"),
    ],
)
def test_body_that_is_no_json(package: ModuleType, method: str, content: object, media_type: str):
    sent = send(package, method, body=content)
    assert sent.content == (content.encode() if isinstance(content, str) else content)
    assert sent.headers["content-type"] == media_type


def test_other_kinds_of_multipart_are_a_diagnostic(package: ModuleType):
    found = [item for item in generate_package(DOCUMENT, name="x").diagnostics if "multipart" in item.message]
    assert [item.pointer for item in found] == ["#/paths/~1mixed/post/requestBody/content/multipart~1mixed"]
    assert send(package, "mixed", data={}).headers["content-type"].startswith("multipart/form-data; boundary=")
