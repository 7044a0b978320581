"""What every generated package promises its users and no page says: how it is shipped, loaded, called and described."""

from __future__ import annotations

import asyncio
import inspect
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

import httpx2
import pytest

from generator.package import generate_package
from generator.write import write_package
from tests.generator.importing import imported, part
from tests.generator.threaded_server import running

NOTE = {"type": "object", "properties": {"id": {"type": "integer"}}}
CREATED = {"description": "The note, as it is kept.", "content": {"application/json": {"schema": NOTE}}}
LISTED = {"description": "", "content": {"application/json": {"schema": {"type": "array", "items": NOTE}}}}
SENT = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "text": {"type": "string", "description": "What it says.", "minLength": 2, "maxLength": 500},
        "kind": {"type": "string", "enum": ["plain", "rich"]},
        "parent": {"type": ["string", "null"]},
    },
}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Notes", "version": "1"},
    "paths": {
        "/notes": {
            "get": {
                "operationId": "listNotes",
                "tags": ["Notes"],
                "parameters": [
                    {"name": "page", "in": "query", "schema": {"type": "integer", "minimum": 1, "default": 1}},
                    {"name": "per_page", "in": "query", "schema": {"type": "integer", "maximum": 100}},
                    {"name": "tags", "in": "query", "schema": {"type": "array", "items": {}, "maxItems": 3}},
                ],
                "responses": {"200": LISTED},
            },
            "post": {
                "operationId": "createNote",
                "tags": ["Notes"],
                "requestBody": {"required": True, "content": {"application/json": {"schema": SENT}}},
                "responses": {
                    "201": CREATED,
                    "404": {"description": "No such parent."},
                    "422": {"description": "No text."},
                    "429": {"description": "Too many notes."},
                    "5XX": {"description": "Try again."},
                    "default": {"description": "Something else."},
                },
            },
        }
    },
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(DOCUMENT, tmp_path_factory.mktemp("promised")) as module:
        yield module


class SlowServer(ThreadingHTTPServer):
    """Answers after a moment, and knows how many requests it had at the same time."""

    daemon_threads = True
    request_queue_size = 16

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.present = self.most = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def count(self, change: int) -> None:
        with self.lock:
            self.present += change
            self.most = max(self.most, self.present)


class Handler(BaseHTTPRequestHandler):
    server: SlowServer
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def do_GET(self) -> None:
        self.server.count(1)
        time.sleep(0.2)
        self.server.count(-1)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"[]")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[SlowServer]:
    with running(SlowServer()) as server:
        yield server


def test_wheel_has_the_marker_of_typed_packages_and_no_tests(tmp_path: Path):
    write_package(generate_package(DOCUMENT, name="shipped"), tmp_path / "shipped")
    code = "from setuptools import build_meta; build_meta.build_wheel('..')"
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path / "shipped", capture_output=True, check=False)
    assert result.returncode == 0, result.stderr.decode()[-2000:]
    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as content:
        names = {name for name in content.namelist() if ".dist-info/" not in name}
    sources = {
        path.relative_to(tmp_path / "shipped/src").as_posix() for path in tmp_path.glob("shipped/src/shipped/**/*")
    }
    assert {"shipped/py.typed", "shipped/_requests.json"} <= names
    assert names == {name for name in sources if name.endswith((".py", ".typed", ".json"))}


def test_groups_and_asyncio_are_loaded_when_they_are_used(tmp_path: Path):
    write_package(generate_package(DOCUMENT, name="lazy"), tmp_path)
    code = (
        "import httpx2, json, pydantic, sys\n"
        "before = set(sys.modules)\n"
        "import lazy\n"
        "client = lazy.Client(base_url='https://s.example')\n"
        "made = sorted(set(sys.modules) - before)\n"
        "client.notes\n"
        "print(json.dumps([made, sorted(set(sys.modules) - before)]))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "src", capture_output=True, text=True, check=True
    )
    made, used = map(set, json.loads(result.stdout))
    late = {"lazy.groups", "lazy.groups.notes"}
    assert "lazy.client" in made
    assert made & (late | {"lazy._async_client", "asyncio"}) == set()
    assert used >= late


def test_arguments_are_passed_by_name_only(package: ModuleType):
    groups = part(package, "groups.notes")
    methods = [package.Client.__init__, package.AsyncClient.__init__]
    for owner in (groups.Notes, groups.AsyncNotes):
        methods += [getattr(owner, name) for name in ("list_notes", "iter_list_notes", "create_note")]
    for method in methods:
        _, *parameters = inspect.signature(method).parameters.values()
        kinds = {item.kind for item in parameters}
        assert kinds <= {inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD}, method
    client = package.Client(base_url="https://s.example")
    with pytest.raises(TypeError, match="positional"):
        client.notes.create_note("text")


def test_calls_of_a_default_client_have_timeouts(package: ModuleType, server: SlowServer):
    expected = {"connect": 10.0, "read": 60.0, "write": 60.0, "pool": 60.0}
    with package.Client(base_url=server.url) as client:
        sent = client.with_raw_response(client.notes.list_notes)().http_response.request
    assert sent.extensions["timeout"] == expected

    async def call() -> httpx2.Request:
        async with package.AsyncClient(base_url=server.url) as client:
            return (await client.with_raw_response(client.notes.list_notes)()).http_response.request

    assert asyncio.run(call()).extensions["timeout"] == expected


LIMITED = [({}, False), ({"limits": httpx2.Limits(max_connections=1)}, True)]


@pytest.mark.parametrize(("settings", "waits"), LIMITED, ids=["default", "one connection"])
def test_calls_beyond_the_limit_wait_for_a_connection(
    settings: dict[str, Any], waits: bool, package: ModuleType, server: SlowServer
):
    with package.Client(base_url=server.url, **settings) as client, ThreadPoolExecutor(3) as threads:
        assert list(threads.map(lambda page: client.notes.list_notes(page=page), (1, 2, 3))) == [[]] * 3
    assert (server.most == 1) is waits


@pytest.mark.parametrize(("settings", "waits"), LIMITED, ids=["default", "one connection"])
def test_awaited_calls_beyond_the_limit_wait_too(
    settings: dict[str, Any], waits: bool, package: ModuleType, server: SlowServer
):
    async def call() -> list[Any]:
        async with package.AsyncClient(base_url=server.url, **settings) as client:
            return await asyncio.gather(*(client.notes.list_notes(page=page) for page in (1, 2, 3)))

    assert asyncio.run(call()) == [[]] * 3
    assert (server.most == 1) is waits


@pytest.mark.parametrize("kind", ["Client", "AsyncClient"])
def test_base_url_comes_from_the_environment(kind: str, package: ModuleType, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(f"{package.__name__.upper()}_BASE_URL", "https://of-the-environment.example/api/")
    assert getattr(package, kind)().base_url == "https://of-the-environment.example/api"
    assert getattr(package, kind)(base_url="https://given.example").base_url == "https://given.example"


def section(package: ModuleType, method: str, title: str) -> list[str]:
    """Return the lines of a section of a docstring, those that continue another joined to it."""
    lines = inspect.getdoc(getattr(part(package, "groups.notes").Notes, method)).splitlines()
    start = lines.index(f"{title}:") + 1
    found: list[str] = []
    for line in lines[start : lines.index("", start) if "" in lines[start:] else None]:
        if line.startswith("        "):
            found[-1] += f" {line.strip()}"
        else:
            found.append(line.strip())
    return found


def test_docstring_says_the_constraints_of_each_argument(package: ModuleType):
    assert section(package, "list_notes", "Args") == [
        "page: At least 1; the server's default is 1.",
        "per_page: At most 100.",
        "tags: At most 3 items.",
    ]
    assert section(package, "create_note", "Args") == [
        "text: What it says. At least 2 characters; at most 500 characters.",
        "kind: One of plain, rich.",
        "parent: Not described.",
    ]


def test_docstring_says_what_is_returned(package: ModuleType):
    assert section(package, "create_note", "Returns") == ["The note, as it is kept."]


def test_docstring_names_the_class_of_each_documented_error(package: ModuleType):
    assert section(package, "create_note", "Raises") == [
        "NotFoundError: 404: No such parent.",
        "UnprocessableEntityError: 422: No text.",
        "RateLimitError: 429: Too many notes.",
        "ServerError: 5XX: Try again.",
        "StatusError: default: Something else.",
    ]
