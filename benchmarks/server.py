"""A server on this machine that answers as it is told, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


@dataclass(frozen=True)
class Received:
    """One request."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Reply:
    """One response; `body` is JSON data."""

    status: int
    body: Any
    headers: Mapping[str, str] = field(default_factory=dict)

    def encode(self) -> bytes:
        """Returns the response as it travels."""
        content = b"" if self.status == 204 else json.dumps(self.body, ensure_ascii=False).encode()
        fields = {"Content-Type": "application/json", "Content-Length": str(len(content)), **self.headers}
        lines = [f"HTTP/1.1 {self.status} Said", *(f"{name}: {value}" for name, value in fields.items()), "", ""]
        return "\r\n".join(lines).encode() + content


class Server:
    """A server for the time of a `with` block.

    Attributes:
        received: The requests so far.
    """

    def __init__(self, answer: Callable[[int, Received], Reply]) -> None:
        """Answers request after request with what `answer` says; it is told how many came before."""
        self.received: list[Received] = []
        self._answer = answer
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def take(self, request: Received) -> Reply:
        """Remembers a request and returns its reply."""
        with self._lock:
            self.received.append(request)
            return self._answer(len(self.received) - 1, request)

    def __enter__(self) -> Self:
        """Starts to answer."""
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stops."""
        self._http.shutdown()
        self._http.server_close()


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline(65537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.wfile.write(server.take(Received(self.command, self.path, dict(self.headers), body)).encode())

    return Handler
