"""Whatever a call is given and whatever the server says, what it raises is an error of the package."""

from __future__ import annotations

import asyncio
import datetime
import io
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.generator.importing import Document, imported, part

TEXT = {"type": "string"}
CIRCULAR = {"type": "object", "properties": {"child": {"$ref": "#/components/schemas/Node"}}}
FILES = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}, "note": TEXT}}
ANSWER = {"responses": {"200": {"description": "", "content": {"text/plain": {"schema": TEXT}}}}}
UNTYPED = {"responses": {"200": {"description": "", "content": {"application/json": {}}}}}


def _parameter(name: str, location: str) -> Document:
    return {"name": name, "in": location, "required": location == "path", "schema": {}}


def _sent(media_type: str, schema: object) -> Document:
    return {"requestBody": {"required": True, "content": {media_type: {"schema": schema}}}, **ANSWER}


DOCUMENT: Document = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "servers": [{"url": "https://s.example"}],
    "components": {"schemas": {"Node": CIRCULAR}},
    "paths": {
        "/texts/{id}": {
            "parameters": [_parameter("id", "path"), _parameter("kind", "query"), _parameter("X-Note", "header")],
            "get": {"operationId": "read", **ANSWER},
        },
        "/anything": {"get": {"operationId": "guess", **UNTYPED}},
        "/nodes": {"post": {"operationId": "add", **_sent("application/json", CIRCULAR)}},
        "/files": {"post": {"operationId": "upload", **_sent("multipart/form-data", FILES)}},
    },
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(DOCUMENT, tmp_path_factory.mktemp("typed")) as package:
        yield package


Call = Callable[..., Any]


@pytest.fixture(params=["Client", "AsyncClient"])
def call(package: ModuleType, request: pytest.FixtureRequest) -> Call:
    """Call a method of a synchronous or an asynchronous client of the network, or of a function that answers."""

    def call_sync(method: str, answer: Any = None, /, *, policy: Any = None, **arguments: Any) -> Any:
        http = httpx2.Client(transport=httpx2.MockTransport(answer) if answer else None, trust_env=False)
        client = package.Client(http_client=http, retries=policy and policy(http.close))
        return getattr(client.default, method)(**arguments)

    def call_async(method: str, answer: Any = None, /, *, policy: Any = None, **arguments: Any) -> Any:
        async def run() -> Any:
            transport = httpx2.MockTransport(answer) if answer else None
            async with httpx2.AsyncClient(transport=transport, trust_env=False) as http:
                client = package.AsyncClient(http_client=http, retries=policy and policy(http.aclose))
                return await getattr(client.default, method)(**arguments)

        return asyncio.run(run())

    return call_sync if request.param == "Client" else call_async


def refuse(request: httpx2.Request) -> httpx2.Response:
    raise AssertionError(f"{request.method} was sent")


@pytest.mark.parametrize("charset", ["base64", "hex", "zlib", "idna", "undefined", "rot13", "punycode", "no-such"])
def test_body_of_a_charset_that_is_none_is_read_as_utf_8(package: ModuleType, call: Call, charset: str):
    def answer(request: httpx2.Request) -> httpx2.Response:
        status = 500 if request.url.path == "/texts/fails" else 200
        return httpx2.Response(status, content="é: ".encode() + b"\xff", headers=headers)

    headers = {"Content-Type": f"text/plain; charset={charset}"}
    assert call("read", answer, id="1") == "é: \ufffd"
    assert call("guess", answer) == "é: \ufffd"
    with pytest.raises(package.exceptions.ServerError) as caught:
        call("read", answer, id="fails", retries=0)
    assert caught.value.body == "é: \ufffd"


def test_body_of_a_known_charset_is_read_in_it(call: Call):
    headers = {"Content-Type": "text/plain; charset=iso-8859-1"}
    assert call("read", lambda _: httpx2.Response(200, content=b"\xe9", headers=headers), id="1") == "é"


def test_media_type_in_capitals_is_the_same(call: Call):
    headers = {"Content-Type": "Application/JSON"}
    assert call("guess", lambda _: httpx2.Response(200, content=b"[1]", headers=headers)) == [1]


def test_model_that_contains_itself_is_refused(package: ModuleType, call: Call):
    node = part(package, "models").Node()
    node.child = node
    nested: dict[str, Any] = {}
    nested["child"] = nested
    for child in (node, nested):
        with pytest.raises(package.exceptions.ArgumentError, match=r"^add: .*contains itself$"):
            call("add", refuse, child=child)


@pytest.mark.parametrize(
    "arguments", [{"id": 10**5000}, {"kind": 10**5000}, {"x_note": 10**5000}, {"kind": {10**5000: 1}}]
)
def test_integer_of_thousands_of_digits_is_refused(package: ModuleType, call: Call, arguments: Document):
    with pytest.raises(package.exceptions.ArgumentError, match="cannot be sent"):
        call("read", refuse, **{"id": 1, **arguments})


@pytest.mark.parametrize(
    "file",
    [
        ("a.txt",),
        (),
        ("a.txt", 1),
        ("a.txt", "text"),
        (None, b""),
        ("a.txt", b"", "text/plain", {}),
        ("a.txt", b"", "text/plain\r\nX: y"),
        ("a.txt", b"", 7),
    ],
)
def test_file_that_is_none_is_refused(package: ModuleType, call: Call, file: tuple[Any, ...]):
    with pytest.raises(package.exceptions.ArgumentError, match="'file'"):
        call("upload", refuse, file=file)
    with pytest.raises(package.exceptions.ArgumentError, match="'more'"):
        call("upload", refuse, extra_body={"more": file})


def test_required_multipart_body_without_parts_is_sent_empty(call: Call):
    def answer(request: httpx2.Request) -> httpx2.Response:
        found.append(request)
        return httpx2.Response(200, text="")

    found: list[httpx2.Request] = []
    call("upload", answer)
    kind, _, boundary = found[0].headers["content-type"].partition("; boundary=")
    assert (kind, found[0].read()) == ("multipart/form-data", f"--{boundary}--\r\n".encode())


@pytest.mark.parametrize("host", ["a" * 64 + ".example", "a..b"])
def test_host_that_no_resolver_takes_is_a_transport_error(package: ModuleType, call: Call, host: str):
    with pytest.raises(package.exceptions.TransportError):
        call("guess", base_url=f"http://{host}", retries=0)


def test_port_beyond_all_ports_is_refused(package: ModuleType, call: Call):
    with pytest.raises(package.exceptions.ArgumentError, match="port"):
        call("guess", base_url="http://127.0.0.1:99999")


def test_client_that_is_closed_before_a_repetition_refuses_it(package: ModuleType, call: Call):
    def policy(close: Any) -> Any:
        return package.RetryPolicy(sleep=lambda _: close(), async_sleep=lambda _: close())

    with pytest.raises(package.exceptions.ConfigurationError, match=r"^guess: the client is closed"):
        call("guess", lambda _: httpx2.Response(503), policy=policy)


@pytest.mark.parametrize("status", [101, 199, 304, 600])
def test_status_that_is_not_2xx_is_an_error(package: ModuleType, call: Call, status: int):
    with pytest.raises(package.exceptions.StatusError) as caught:
        call("guess", lambda _: httpx2.Response(status, json={}))
    assert caught.value.status_code == status


def test_open_file_is_refused_with_what_to_pass_instead(package: ModuleType, call: Call):
    with pytest.raises(
        package.exceptions.ArgumentError, match=r"'file' cannot be sent.*; pass what its read\(\) returns$"
    ):
        call("upload", refuse, file=io.BytesIO(b"x"))
    with pytest.raises(package.exceptions.ArgumentError, match=r"cannot be sent.*; pass a string$"):
        call("upload", refuse, file=b"x", extra_body={"more": datetime.date(2024, 1, 2)})
