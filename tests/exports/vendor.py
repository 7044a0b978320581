"""A server on this machine that knows the URLs of a vendor and answers with the documented examples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from generator.samples import ABSENT
from tests.exports.calls import Call

#: The header in which a client says which call it makes.
CALL = "X-Call"


class Vendor(ThreadingHTTPServer):
    """Answers the calls of an API; `received` has the numbers of those that came as documented."""

    daemon_threads = True

    def __init__(self, calls: tuple[Call, ...]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.calls = calls
        self.received: set[int] = set()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def serve(calls: tuple[Call, ...]) -> Iterator[Vendor]:
    """Let a vendor's server run."""
    with Vendor(calls) as vendor:
        thread = Thread(target=vendor.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield vendor
        finally:
            vendor.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Vendor
    protocol_version = "HTTP/1.1"

    def handle_call(self) -> None:
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        call = self.server.calls[int(self.headers[CALL])]
        problem = self._compare(call, sent)
        if problem:
            self._answer(404, {"problem": problem})
            return
        self.server.received.add(call.number)
        if call.answer:
            self._answer(call.answer.status, call.answer.value)
        else:
            self._answer(204, ABSENT)

    do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = handle_call  # noqa: N815

    def _compare(self, call: Call, sent: bytes) -> str:
        """What of a request is not as documented."""
        path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query, keep_blank_values=True)
        if (self.command, path) != (call.method.upper(), call.path):
            return f"the vendor has no {self.command} {path}"
        # Vendors take the action from the query as well.
        wanted = {name: [value] for name, value in call.query.items()}
        if {name: value for name, value in query.items() if name != "Action" or name in wanted} != wanted:
            return f"the query is {query}, not {wanted}"
        if call.body is ABSENT:
            return f"there is a body: {sent[:200]!r}" if sent else ""
        try:
            return "" if _write(json.loads(sent)) == _write(call.body) else f"the body is {sent[:200]!r}"
        except ValueError:
            return f"the body is no JSON: {sent[:200]!r}"

    def _answer(self, status: int, value: Any) -> None:
        self.send_response(status)
        content = b"" if value is ABSENT else json.dumps(value, ensure_ascii=False).encode()
        if value is not ABSENT:
            self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def _write(value: Any) -> str:
    """JSON as text: `1` is neither `1.0` nor `true`, the order of properties means nothing."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
