"""A real server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx2
import pytest

from gitlab import Client

from contract import DATA

METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE")


@dataclass
class Recorded:
    """One request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Answer:
    """What the server answers."""

    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})


class Server(ThreadingHTTPServer):
    """Records requests and gives one prepared answer to all."""

    daemon_threads = True

    def __init__(self) -> None:
        """Listen on a free port of this machine."""
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests: list[Recorded] = []
        self.answer = Answer()


class Handler(BaseHTTPRequestHandler):
    """Reads a request completely before answering."""

    protocol_version = "HTTP/1.1"
    server: Server

    def answer(self) -> None:
        """Record the request and answer."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.requests.append(Recorded(self.command, self.path, headers, body))
        answer = self.server.answer
        empty = self.command == "HEAD" or answer.status in (204, 304)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("Content-Length", "0" if empty else str(len(answer.body)))
        self.end_headers()
        if not empty:
            self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        """Keep the test output quiet."""


for _method in METHODS:
    setattr(Handler, f"do_{_method}", Handler.answer)


class LocalTransport(httpx2.HTTPTransport):
    """Connects every request to the local server; the request itself, its Host header included, is not changed."""

    def __init__(self, port: int) -> None:
        """Connect to `port`."""
        super().__init__()
        self._port = port
        self.schemes: list[str] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send `request` to the local server."""
        self.schemes.append(request.url.scheme)
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._port)
        return super().handle_request(request)


@pytest.fixture(scope="session")
def running_server() -> Iterator[Server]:
    """One server for all tests."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def server(running_server: Server) -> Server:
    """The server, with nothing recorded."""
    running_server.requests.clear()
    running_server.answer = Answer()
    return running_server


@pytest.fixture(scope="session")
def transport(running_server: Server) -> Iterator[LocalTransport]:
    """The way to the server."""
    with LocalTransport(running_server.server_port) as transport:
        yield transport


@pytest.fixture
def client(transport: LocalTransport, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A client with a token whose requests end at the local server."""
    for name in ("TOKEN", "BASE_URL"):
        monkeypatch.delenv(f"GITLAB_{name}", raising=False)
    return Client(base_url=DATA["base_url"], token=DATA["token"], http_client=httpx2.Client(transport=transport))
