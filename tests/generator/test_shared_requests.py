"""What calls have in common is built once: each sends what it would send if it were the first."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.generator.importing import imported, part

TEXT = {"schema": {"type": "string"}}
EMPTY = {"204": {"description": ""}}
BODY = {"application/json": {"schema": {"type": "object", "properties": {"name": {"type": "string"}}}}}
SCHEMES = {
    "Header": {"type": "apiKey", "in": "header", "name": "Private-Token"},
    "Query": {"type": "apiKey", "in": "query", "name": "access_token"},
    "Cookie": {"type": "apiKey", "in": "cookie", "name": "session"},
}
SERVER = {"url": "http://{team}.example", "variables": {"team": {"default": "team"}}}
PARAMETERS = [
    {"name": "id", "in": "path", "required": True, **TEXT},
    {"name": "q", "in": "query", **TEXT},
    {"name": "X-Note", "in": "header", **TEXT},
    {"name": "c", "in": "cookie", **TEXT},
]


def _operation(name: str, scheme: str, **more: Any) -> dict[str, Any]:
    return {"operationId": name, "security": [{scheme: []}], "responses": EMPTY, **more}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "servers": [{"url": "http://s.example"}],
    "components": {"securitySchemes": SCHEMES},
    "paths": {
        "/a": {"get": _operation("in_header", "Header"), "put": _operation("other", "Header")},
        "/b": {"get": _operation("in_query", "Query")},
        "/c": {"get": _operation("in_cookie", "Cookie")},
        "/d": {"post": _operation("send", "Header", requestBody={"content": BODY})},
        "/e/{id}": {"get": _operation("full", "Header", parameters=PARAMETERS)},
        "/f": {"get": _operation("served", "Header", servers=[SERVER])},
    },
}
#: Calls of one client, in this order: what one is given must not show in the next of the same operation.
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("in_header", {}),
    ("in_header", {"extra_headers": {"private-token": "mine", "x-more": "1"}}),
    ("in_header", {"extra_query": {"more": 1}, "base_url": "http://other.example:8080"}),
    ("in_header", {"timeout": 3}),
    ("in_header", {}),
    ("other", {}),
    ("in_query", {}),
    ("in_query", {"extra_query": {"access_token": "mine"}}),
    ("in_query", {}),
    ("in_cookie", {}),
    ("in_cookie", {"extra_headers": {"Cookie": "mine=1"}}),
    ("in_cookie", {}),
    ("send", {}),
    ("send", {"name": "a"}),
    ("send", {"name": "a longer one"}),
    ("send", {"name": "a", "extra_headers": {"content-type": "application/x"}}),
    ("send", {"extra_body": {"more": True}}),
    ("send", {"name": "a", "extra_headers": {"transfer-encoding": "chunked"}}),
    ("send", {}),
    ("full", {"id": "1"}),
    ("full", {"id": "2", "q": "a b", "x_note": "n", "c": "d"}),
    ("full", {"id": "1", "q": "e"}),
    ("full", {"id": "1", "x_note": "o"}),
    ("full", {"id": "1", "c": "f"}),
    ("full", {"id": "1"}),
    ("served", {"team": "one"}),
    ("served", {"team": "two"}),
]


class Renewed:
    """A token that changes whenever it is asked for."""

    def __init__(self) -> None:
        self.count = 0

    def current(self) -> str:
        self.count += 1
        return f"token-{self.count}"

    def renewal(self) -> httpx2.Request:
        raise AssertionError("there is always a token")

    def renewed(self, response: httpx2.Response) -> None:
        raise AssertionError("there is always a token")

    def refused(self, token: str) -> bool:
        return False

    def secrets(self) -> tuple[str, ...]:
        return ()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(DOCUMENT, tmp_path_factory.mktemp("shared")) as module:
        yield module


def connect(package: ModuleType, monkeypatch: pytest.MonkeyPatch, requests: list[httpx2.Request], **more: Any) -> Any:
    """Return a client with an httpx2 client of its own, whose requests end here."""

    def answer(request: httpx2.Request) -> httpx2.Response:
        requests.append(request)
        return httpx2.Response(204)

    own = httpx2.Client
    with monkeypatch.context() as patch:
        patch.setattr(httpx2, "Client", lambda **given: own(transport=httpx2.MockTransport(answer), **given))
        return package.Client(**{"token": "t-1", "headers": {"X-All": "a"}, **more})


def described(request: httpx2.Request) -> tuple[Any, ...]:
    headers = sorted(request.headers.multi_items())
    return request.method, str(request.url), headers, request.content, request.extensions


def test_every_call_sends_what_it_would_send_first(package: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    together: list[httpx2.Request] = []
    alone: list[httpx2.Request] = []
    client = connect(package, monkeypatch, together)
    for _ in range(2):
        for method, arguments in CALLS:
            getattr(client.default, method)(**arguments)
    for method, arguments in CALLS:
        getattr(connect(package, monkeypatch, alone).default, method)(**arguments)
    assert [described(request) for request in together] == 2 * [described(request) for request in alone]


@pytest.mark.parametrize("method", ["in_header", "in_query", "in_cookie"])
def test_another_token_is_sent_at_once(package: ModuleType, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    requests: list[httpx2.Request] = []
    client = connect(package, monkeypatch, requests, token=Renewed())
    for _ in range(3):
        getattr(client.default, method)()
    found = [f"{request.url} {request.headers.multi_items()}" for request in requests]
    assert [[number for number in (1, 2, 3) if f"token-{number}" in text] for text in found] == [[1], [2], [3]]


def test_what_a_request_becomes_does_not_stay(package: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    requests: list[httpx2.Request] = []
    client = connect(package, monkeypatch, requests)
    client.default.in_header()
    requests[0].headers["X-Added"] = "by a hook"
    del requests[0].headers["private-token"]
    client.default.in_header()
    assert "x-added" not in requests[1].headers
    assert requests[1].headers["private-token"] == "t-1"


def test_memory_forgets_before_it_grows_without_end(package: ModuleType) -> None:
    memory = part(package, "_memory").Memory()
    built = [memory.recall(number, str, number) for number in range(10_000)]
    assert built == [str(number) for number in range(10_000)]
    assert len(memory._known) <= 1024


def test_memory_builds_again_without_a_key(package: ModuleType) -> None:
    memory = part(package, "_memory").Memory()
    assert [memory.recall(None, str, number) for number in (1, 2)] == ["1", "2"]
    assert [memory.recall("key", str, number) for number in (1, 2)] == ["1", "1"]


@pytest.mark.parametrize("text", ["", "a", "a b", "a\tb", "!", "~", '"', "a" * 10_000])
def test_printable_ascii_is_a_header_value(package: ModuleType, text: str) -> None:
    assert part(package, "_headers").is_header_value(text)


@pytest.mark.parametrize("text", [" ", "\t", " a", "a ", "a\t", "\ta", "a\n", "\x00", "a\x1fb", "\x7f", "é", "\xa0"])
def test_anything_else_is_no_header_value(package: ModuleType, text: str) -> None:
    assert not part(package, "_headers").is_header_value(text)


def test_cookie_of_a_call_takes_the_place_of_all_others(package: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    requests: list[httpx2.Request] = []
    connect(package, monkeypatch, requests).default.in_cookie(extra_headers={"COOKIE": "mine=1"})
    assert requests[0].headers.get_list("cookie") == ["mine=1"]


@pytest.mark.parametrize(
    ("given", "length"), [({}, ["12"]), ({"Content-Length": "5"}, ["5"]), ({"Transfer-Encoding": "chunked"}, [])]
)
def test_request_has_one_length(
    package: ModuleType, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], length: list[str]
) -> None:
    requests: list[httpx2.Request] = []
    connect(package, monkeypatch, requests).default.send(name="a", extra_headers=given)
    assert requests[0].headers.get_list("content-length") == length
