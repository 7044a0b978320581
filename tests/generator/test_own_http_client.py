"""A client that makes its own client of httpx2 builds requests in a shorter way: what is sent is the same."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.generator.importing import imported
from tests.generator.threaded_server import running

Sent = tuple[str, str, dict[str, str], bytes]
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("plain", {}),
    ("full", {"id": "a/b", "q": ["x y", "&"], "x_note": "n", "session": "s;1", "extra_query": {"more": True}}),
    ("full", {"id": "é", "timeout": 5, "extra_headers": {"accept": "text/plain", "X-Request": "1"}}),
    ("send", {"name": "中", "extra_body": {"Other": [1, 2.5, None]}}),
    ("send_file", {"file": b"\x00\xff", "note": "n"}),
    ("send_text", {"body": "ä"}),
    ("touch", {}),
    ("touch", {"extra_body": {"a": 1}}),
]
TEXT = {"schema": {"type": "string"}}


def _operation(name: str, media_type: str = "", schema: object = None, **more: Any) -> dict[str, Any]:
    body = {"requestBody": {"required": True, "content": {media_type: {"schema": schema}}}} if media_type else {}
    return {"operationId": name, "responses": {"204": {"description": ""}}, **body, **more}


def _object(**properties: object) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "security": [{"Header": []}],
    "components": {"securitySchemes": {"Header": {"type": "apiKey", "in": "header", "name": "Private-Token"}}},
    "paths": {
        "/plain": {"get": _operation("plain")},
        "/full/{id}": {
            "get": _operation(
                "full",
                parameters=[
                    {"name": "id", "in": "path", "required": True, **TEXT},
                    {"name": "q", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                    {"name": "X-Note", "in": "header", **TEXT},
                    {"name": "session", "in": "cookie", **TEXT},
                ],
            )
        },
        "/json": {"post": _operation("send", "application/json", _object(name={"type": "string"}))},
        "/file": {
            "post": _operation(
                "send_file",
                "multipart/form-data",
                _object(file={"type": "string", "format": "binary"}, note={"type": "string"}),
            )
        },
        "/touch": {"post": _operation("touch"), "put": _operation("touch_all")},
        "/text": {"put": _operation("send_text", "text/plain", {"type": "string"})},
    },
}


class Server(ThreadingHTTPServer):
    """Records requests, answers with a cookie."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests: list[Sent] = []


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        if boundary := headers.get("content-type", "").partition("boundary=")[2]:
            headers["content-type"] = headers["content-type"].replace(boundary, "B")
            body = body.replace(boundary.encode(), b"B")
        self.server.requests.append((self.command, self.path, headers, body))
        self.send_response(204)
        if self.path == "/cookie":
            self.send_header("Set-Cookie", "given=1")
        self.end_headers()

    def do_POST(self) -> None:
        self.do_GET()

    def do_PUT(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running(Server()) as server:
        yield server


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(DOCUMENT, tmp_path_factory.mktemp("owned")) as module:
        yield module


def settings(server: Server) -> dict[str, Any]:
    return {"base_url": f"http://127.0.0.1:{server.server_port}", "token": "t-1", "headers": {"X-All": "a"}}


def send_all(client: Any, server: Server) -> list[Sent]:
    server.requests.clear()
    for method, arguments in CALLS:
        getattr(client.default, method)(**arguments)
    return list(server.requests)


def test_own_client_sends_what_a_given_one_sends(package: ModuleType, server: Server) -> None:
    with package.Client(**settings(server)) as client:
        own = send_all(client, server)
    with httpx2.Client() as http:
        given = send_all(package.Client(**settings(server), http_client=http), server)
    assert own == given
    assert len(own) == len(CALLS)


def test_own_asynchronous_client_sends_what_a_given_one_sends(package: ModuleType, server: Server) -> None:
    async def send_all_async() -> list[Sent]:
        server.requests.clear()
        async with package.AsyncClient(**settings(server)) as client:
            for method, arguments in CALLS:
                await getattr(client.default, method)(**arguments)
        return list(server.requests)

    with httpx2.Client() as http:
        given = send_all(package.Client(**settings(server), http_client=http), server)
    assert asyncio.run(send_all_async()) == given


def test_own_client_keeps_the_cookies_of_the_server(package: ModuleType, server: Server) -> None:
    server.requests.clear()
    with package.Client(**settings(server)) as client:
        client._transport.http.get(f"{client.base_url}/cookie")
        client.default.full(id="a", session="s")
    assert sorted(server.requests[-1][2]["cookie"].split("; ")) == ["given=1", "session=s"]
