"""A server that answers with the documented examples, and can be told to answer otherwise."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from generator.package import read_package
from tests.generator.threaded_server import running


@dataclass(frozen=True)
class Reply:
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def altered(self, change: Callable[[Any], Any]) -> Reply:
        """The reply with another JSON body."""
        return replace(self, body=json.dumps(change(json.loads(self.body))).encode())


@dataclass(frozen=True)
class Arrival:
    """A request as it came."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


class ExampleServer(ThreadingHTTPServer):
    """Answers each operation with `replies[operationId]`; what it does not know is 418."""

    daemon_threads = True

    def __init__(self, replies: Mapping[str, Reply], routes: Callable[[Arrival], str]) -> None:
        self.replies = dict(replies)
        self.routes = routes
        self.arrivals: list[Arrival] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        server = self.server
        assert isinstance(server, ExampleServer)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        arrival = Arrival(self.command, self.path, dict(self.headers.items()), body)
        server.arrivals.append(arrival)
        reply = server.replies.get(server.routes(arrival), Reply(418))
        if reply.status == 0:
            self.close_connection = True
            return
        self.send_response_only(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = _answer  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(document: Mapping[str, Any], name: str, **planted: Reply) -> Iterator[ExampleServer]:
    """The server of a document, with other replies for some operations."""
    with running(ExampleServer(example_replies(document, name) | planted, route_requests(document))) as server:
        yield server


def example_replies(document: Mapping[str, Any], name: str) -> dict[str, Reply]:
    """The first documented success of each operation, with all of its headers."""
    _, _, examples = read_package(document, name=name)
    shown = {case["operation"]: case for case in reversed(examples["responses"]) if not case["is_error"]}  # type: ignore[call-overload]
    replies: dict[str, Reply] = {}
    for path_item in document["paths"].values():
        for operation in path_item.values():
            for status, response in operation["responses"].items() if isinstance(operation, dict) else ():
                identifier = operation["operationId"]
                if not status.startswith("2") or identifier in replies:
                    continue
                headers = dict.fromkeys(response.get("headers", {}), "1")
                case = shown.get(identifier)
                if case:
                    headers["Content-Type"] = case["media_type"]
                    replies[identifier] = Reply(case["status"], headers, json.dumps(case["body"]).encode())
                else:
                    replies[identifier] = Reply(int(status), headers)
    return replies


def route_requests(document: Mapping[str, Any]) -> Callable[[Arrival], str]:
    """How a request finds its operation: by method and path, and by the action in the query or the body."""
    routes: list[tuple[str, re.Pattern[str], str, str]] = []
    for key, path_item in document["paths"].items():
        path = re.sub(r"\\{[^}]+\\}", "[^/]+", re.escape(key.partition("#")[0]))
        for method, operation in path_item.items():
            if isinstance(operation, dict):
                action = operation.get("x-rpc-action", "")
                routes.append((method.upper(), re.compile(path), action, operation["operationId"]))

    def route(arrival: Arrival) -> str:
        url = urlsplit(arrival.target)
        body = json.loads(arrival.body) if arrival.body.startswith(b"{") else {}
        sent = parse_qs(url.query).get("Action", [body.get("Action", "")])[0]
        for method, path, action, identifier in routes:
            if method == arrival.method and path.fullmatch(url.path) and action in ("", sent):
                return identifier
        return ""

    return route
