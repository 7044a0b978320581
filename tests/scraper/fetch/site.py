"""A web site on the loopback interface, and the time it is visited at."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.generator.threaded_server import running


@dataclass(frozen=True)
class Response:
    """What a path answers; `raw` replaces everything that would be sent, `pause` follows each byte of the body."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    pause: float = 0.0


@dataclass(frozen=True)
class Visit:
    """One request as it arrived; header names are in lower case."""

    path: str
    headers: Mapping[str, str]


Route = Response | Sequence[Response] | Callable[[Visit], Response]


class Site(ThreadingHTTPServer):
    """Answers by path; a sequence is answered one by one, and its last item from then on."""

    daemon_threads = True

    def __init__(self, host: str) -> None:
        super().__init__((host, 0), _Handler)
        self.host, self.port = host, self.server_address[1]
        self.routes: dict[str, Route] = {}
        self.visits: list[Visit] = []

    def url(self, path: str, host: str = "") -> str:
        return f"http://{host or self.host}:{self.port}{path}"

    def serve(self, path: str, body: str | bytes, **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.routes[path] = Response(data, headers={"Content-Type": "text/markdown; charset=utf-8", **named})

    def redirect(self, path: str, location: str, status: int = 302) -> None:
        self.routes[path] = Response(status=status, headers={"Location": location})

    def paths(self) -> list[str]:
        """The paths that were asked for, robots.txt aside."""
        return [visit.path for visit in self.visits if visit.path != "/robots.txt"]

    def answer(self, visit: Visit) -> Response:
        self.visits.append(visit)
        route = self.routes.get(visit.path, Response(status=404))
        if isinstance(route, Response):
            return route
        if callable(route):
            return route(visit)
        first, *rest = route
        self.routes[visit.path] = rest if rest else first
        return first

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away are part of the tests."""


class _Handler(BaseHTTPRequestHandler):
    server: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        response = self.server.answer(Visit(self.path, headers))
        if response.raw is not None:
            self.wfile.write(response.raw)
            self.close_connection = True
            return
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        if "Content-Length" not in response.headers:
            self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if response.pause:
            self._drip(response)
        else:
            self.wfile.write(response.body)

    def _drip(self, response: Response) -> None:
        for byte in response.body:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(response.pause)

    def log_message(self, *_: object) -> None:
        """Tests look at visits instead."""


class FakeClock:
    """Time that passes only by waiting, and may be set to anything."""

    def __init__(self) -> None:
        self.time = datetime(2025, 1, 31, 12, tzinfo=UTC)
        self.waits: list[float] = []
        self._elapsed = 1000.0

    def now(self) -> datetime:
        return self.time

    def elapsed(self) -> float:
        return self._elapsed

    async def sleep(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self._elapsed += seconds
        self.time += timedelta(seconds=seconds)
        await asyncio.sleep(0)


@contextmanager
def site(host: str = "127.0.0.1") -> Iterator[Site]:
    with running(Site(host)) as server:
        yield server
