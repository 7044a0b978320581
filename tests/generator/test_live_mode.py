"""The live mode of a generated package's tests: what a real server does differently becomes findings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator.package import generate_package
from generator.write import write_package
from spec.model import Evidence, Source
from spec.sourcemap import Entry, SourceMap
from tests.generator.threaded_server import running

ITEM = {
    "type": "object",
    "properties": {
        "id": {"type": "integer"},
        "kind": {"type": "string", "enum": ["A", "B"]},
        "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
    },
}
CONTENT = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}}}
ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}, "example": 7}
KIND = {"name": "kind", "in": "query", "schema": {"type": "string"}, "example": "A"}
RESPONSES = {"200": {"description": "", **CONTENT}, "404": {"description": "No such item."}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "security": [{"Header": []}],
    "components": {
        "schemas": {"Item": ITEM},
        "securitySchemes": {"Header": {"type": "apiKey", "in": "header", "name": "Private-Token"}},
    },
    "paths": {
        "/items/{id}": {
            "parameters": [ID],
            "get": {"operationId": "read", "parameters": [KIND], "responses": RESPONSES},
            "delete": {"operationId": "remove", "responses": {"204": {"description": ""}}},
        }
    },
}
PLACE = Entry(Source("pages/items.md", 3, 9, Evidence.TABLE))
SOURCES = SourceMap({"/paths/~1items~1{id}/get": (PLACE,)})


class Vendor(ThreadingHTTPServer):
    """Gives one answer to all requests."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.status, self.body = 200, b"{}"
        self.requests: list[str] = []


class Handler(BaseHTTPRequestHandler):
    server: Vendor

    def do_GET(self) -> None:
        self.server.requests.append(f"{self.command} {self.path} {self.headers['private-token']}")
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    def do_DELETE(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@dataclass
class Live:
    """A package, a server that stands for the vendor's, and what the tests in live mode say."""

    package: Path
    vendor: Vendor
    output: str = ""
    code: int = -1
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, body: object, *options: str, status: int = 200) -> list[dict[str, Any]]:
        self.vendor.status, self.vendor.body = status, json.dumps(body).encode()
        self.vendor.requests.clear()
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", "tests/test_live.py"]
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **self.environment}
        result = subprocess.run(
            [*command, *options], cwd=self.package, env=environment, capture_output=True, text=True, check=False
        )
        self.output, self.code = result.stdout + result.stderr, result.returncode
        found = self.package / "live-findings.json"
        return json.loads(found.read_text(encoding="utf-8")) if found.exists() else []


@pytest.fixture(scope="module")
def vendor() -> Iterator[Vendor]:
    with running(Vendor()) as server:
        yield server


@pytest.fixture
def live(vendor: Vendor, tmp_path: Path) -> Live:
    write_package(generate_package(DOCUMENT, name="watched", sources=SOURCES), tmp_path)
    url = f"http://127.0.0.1:{vendor.server_port}"
    return Live(tmp_path, vendor, environment={"WATCHED_BASE_URL": url, "WATCHED_TOKEN": "t-1"})


def test_documented_answer_gives_no_finding(live: Live) -> None:
    assert live.run({"id": 1, "kind": "A", "parts": [{"kind": "B"}]}, "--live") == []
    assert (live.code, live.vendor.requests) == (0, ["GET /items/7?kind=A t-1"])


def test_undocumented_property_and_value_are_findings_with_page_and_line(live: Live) -> None:
    found = live.run({"id": 1, "kind": "C", "parts": [{"size": 1}, {"size": 2}]}, "--live")
    assert [(item["code"], item["message"]) for item in found] == [
        ("live-undocumented-value", "Item.kind has the value 'C' that is not documented"),
        ("live-undocumented-field", "Item has a property 'size' that is not documented"),
    ]
    assert found[0] == {
        "code": "live-undocumented-value",
        "severity": "warning",
        "message": "Item.kind has the value 'C' that is not documented",
        "page": "pages/items.md",
        "line": 3,
        "end_line": 9,
        "operation": "read",
        "pointer": "#/paths/~1items~1{id}/get",
    }
    assert live.code == 0
    assert "pages/items.md:3: warning: read: Item.kind has the value 'C'" in live.output


def test_answer_of_another_type_fails(live: Live) -> None:
    found = live.run({"id": "one"}, "--live")
    assert [item["code"] for item in found] == ["live-type-mismatch"]
    assert live.code == 1
    assert "Contradicts the documentation" in live.output


@pytest.mark.parametrize(
    ("status", "code"),
    [(404, "live-failed-call"), (403, "live-undocumented-failure"), (401, "live-refused-token")],
)
def test_run_without_any_result_fails(live: Live, status: int, code: str) -> None:
    assert [item["code"] for item in live.run({}, "--live", status=status)] == [code]
    assert live.code == 1
    assert "no call gave a result" in live.output
    assert "0 operations compared, 1 findings" in live.output


def test_undocumented_status_of_a_result_is_a_finding(live: Live) -> None:
    assert [item["code"] for item in live.run({}, "--live", status=201)] == ["live-undocumented-status"]
    assert live.code == 0


def test_silent_server_fails(live: Live) -> None:
    live.environment["WATCHED_BASE_URL"] = "http://127.0.0.1:1"
    assert [item["code"] for item in live.run({}, "--live")] == ["live-no-response"]
    assert live.code == 1


def test_arguments_come_from_the_user(live: Live) -> None:
    file = live.package / "mine.json"
    file.write_text('{"*": {"id": 8, "other": 1}, "read": {"kind": "B"}}', encoding="utf-8")
    live.run({}, "--live", "--live-arguments", "mine.json")
    assert live.vendor.requests == ["GET /items/8?kind=B t-1"]
    file.write_text("[]", encoding="utf-8")
    live.run({}, "--live", "--live-arguments", "mine.json")
    assert live.code != 0
    assert "mine.json: expected an object of objects" in live.output


def test_writes_are_called_on_demand_only(live: Live) -> None:
    live.run({}, "--live", "--live-writes")
    assert [line.split()[0] for line in live.vendor.requests] == ["GET", "DELETE"]


def test_nothing_is_called_without_the_option(live: Live) -> None:
    assert live.run({}) == []
    assert (live.code, live.vendor.requests) == (0, [])
    assert "2 skipped" in live.output


def test_missing_server_is_said_in_one_line(live: Live) -> None:
    live.environment = {"WATCHED_BASE_URL": "", "WATCHED_TOKEN": ""}
    live.run({}, "--live")
    assert live.code == 4
    assert "--live needs the environment variable WATCHED_BASE_URL and WATCHED_TOKEN" in live.output
