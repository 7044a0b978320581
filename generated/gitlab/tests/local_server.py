"""A real server on this machine: it records requests and gives prepared answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

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
    """Records requests and gives prepared answers in turn, the last one to all further requests."""

    daemon_threads = True

    def __init__(self) -> None:
        """Listen on a free port of this machine."""
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests: list[Recorded] = []
        self.answers = [Answer()]

    def prepare(self, *answers: Answer) -> None:
        """Forget all requests and give `answers` from now on; without any, an empty object."""
        self.requests.clear()
        self.answers = list(answers) or [Answer()]

    def next_answer(self) -> Answer:
        """Return the next prepared answer."""
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class Handler(BaseHTTPRequestHandler):
    """Reads a request completely before answering."""

    protocol_version = "HTTP/1.1"
    server: Server

    def answer(self) -> None:
        """Record the request and answer."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.requests.append(Recorded(self.command, self.path, headers, body))
        answer = self.server.next_answer()
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
