"""An API and its authorization server on this machine: one real server that issues, checks and forgets tokens."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass
class Received:
    """One request as it arrived."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), strict_parsing=True)) if self.body else {}


Answer = tuple[int, object]


class AuthorizationServer(ThreadingHTTPServer):
    """Answers `/token` with `issue` and everything else by the token in the header Authorization.

    Attributes:
        valid: The tokens that the API accepts.
        issue: Makes the answer to a token request; new-1, new-2 … by default.
        before_issuing: Runs first: a test can hold the answer back.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.received: list[Received] = []
        self.valid: set[str] = set()
        self.issue: Callable[[Received], Answer] = self.issue_next
        self.before_issuing: Callable[[], object] = lambda: None
        self._count = 0

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    def sent_to(self, path: str) -> list[Received]:
        return [item for item in self.received if item.path.endswith(path)]

    def issue_next(self, _: Received, **more: Any) -> Answer:
        self._count += 1
        token = f"new-access-{self._count}"
        self.valid = {token}
        answer = {"access_token": token, "refresh_token": f"new-refresh-{self._count}", "expires_in": 3600}
        return 200, {**answer, "token_type": "bearer", **more}

    def answer(self, request: Received) -> Answer:
        if request.path.endswith("/token"):
            self.before_issuing()
            return self.issue(request)
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        return (200, {"token": token}) if token in self.valid else (401, {"message": f"{token} is unknown"})


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: AuthorizationServer

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        target = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        query = dict(parse_qsl(target.query, keep_blank_values=True))
        request = Received(self.command, target.path, query, headers, body)
        self.server.received.append(request)
        status, value = self.server.answer(request)
        content = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = answer  # noqa: N815 - names that http.server looks up

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def authorization_server() -> Iterator[AuthorizationServer]:
    """Give a server that runs."""
    with AuthorizationServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
