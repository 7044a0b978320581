"""Servers and retries of a generated client, and what its messages say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.generator.importing import imported

ITEMS = {"type": "array", "items": {"type": "object", "properties": {"id": {"type": ["integer", "boolean"]}}}}
LISTED = {"200": {"description": "", "content": {"application/json": {"schema": ITEMS}}}}
HOST = {"url": "https://{team}.other.example", "variables": {"team": {"default": "team"}}}
ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "servers": [{"url": "https://s.example"}],
    "paths": {
        "/items": {"get": {"operationId": "readAll", "responses": LISTED}},
        "/items/{id}": {
            "delete": {"operationId": "remove", "parameters": [ID], "responses": {"204": {"description": ""}}}
        },
        "/me": {"get": {"operationId": "me", "servers": [HOST], "responses": {"204": {"description": ""}}}},
        "/part": {
            "get": {"operationId": "part", "servers": [{"url": "/v2"}], "responses": {"204": {"description": ""}}}
        },
    },
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder: Path = tmp_path_factory.mktemp("settings")
    with imported(DOCUMENT, folder) as module:
        yield module


class Remote:
    """Answers all requests alike and remembers their URLs."""

    def __init__(self, status: int = 204, content: bytes = b"") -> None:
        self.status, self.content = status, content
        self.urls: list[str] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.urls.append(str(request.url))
        return httpx2.Response(self.status, content=self.content, headers={"content-type": "application/json"})


def connect(package: ModuleType, remote: Remote, **settings: Any) -> Any:
    http = httpx2.Client(transport=httpx2.MockTransport(remote))
    return package.Client(http_client=http, **settings).default


def test_documented_servers_are_used_by_default(package: ModuleType) -> None:
    remote = Remote()
    group = connect(package, remote)
    group.me(team="mine")
    group.part()
    assert remote.urls == ["https://mine.other.example/me", "https://s.example/v2/part"]


@pytest.mark.parametrize("place", ["argument", "environment"])
def test_server_of_the_client_serves_all_operations(
    package: ModuleType, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    remote, settings = Remote(), {"base_url": "http://127.0.0.1:9/"}
    if place == "environment":
        monkeypatch.setenv(f"{package.__name__.upper()}_BASE_URL", settings.pop("base_url"))
    group = connect(package, remote, **settings)
    group.me(team="mine")
    group.part()
    group.me(team="mine", base_url="https://call.example")
    assert remote.urls == ["http://127.0.0.1:9/me", "http://127.0.0.1:9/v2/part", "https://call.example/me"]


@pytest.mark.parametrize("url", ["ftp://s.example", "s.example", "https://s.example/?x=1", "https://s.example#a"])
def test_server_that_is_none_is_refused(package: ModuleType, url: str) -> None:
    with pytest.raises(package.exceptions.ConfigurationError, match="base_url must"):
        package.Client(base_url=url)
    remote = Remote()
    with pytest.raises(package.exceptions.ArgumentError, match="part: base_url must"):
        connect(package, remote).part(base_url=url)
    assert remote.urls == []


@pytest.mark.parametrize(("retries", "attempts"), [(None, 3), (0, 1), (1, 2)])
def test_retries_may_be_a_number(package: ModuleType, retries: int | None, attempts: int) -> None:
    remote = Remote(503)
    policy = package.RetryPolicy(sleep=lambda _: None)
    client = connect(package, remote, retries=policy if retries is None else retries)
    with pytest.raises(package.exceptions.ServerError):
        client.part()
    assert len(remote.urls) == attempts


@pytest.mark.parametrize("wrong", [-1, 1.5, "2", True])
def test_wrong_retries_are_refused(package: ModuleType, wrong: object) -> None:
    with pytest.raises(package.exceptions.ConfigurationError, match="retries must be"):
        package.Client(retries=wrong)


def test_missing_body_of_a_documented_result_is_a_decode_error(package: ModuleType) -> None:
    assert connect(package, Remote(204)).part() is None
    for status in (200, 204):
        with pytest.raises(package.exceptions.DecodeError):
            connect(package, Remote(status)).read_all()


def test_problems_of_a_response_are_said_once_for_each_place(package: ModuleType) -> None:
    with pytest.raises(package.exceptions.DecodeError) as caught:
        connect(package, Remote(200, b'[{"id": 1}, {"id": "x"}, {"id": []}]')).read_all()
    said = str(caught.value)
    assert said.count("1.id: expected ") == 1
    assert said.count("2.id: expected ") == 1
    assert "valid integer or " in said
    assert "constrained" not in said


def test_message_about_an_argument_names_the_operation(package: ModuleType) -> None:
    with pytest.raises(package.exceptions.ArgumentError, match=r"^remove: the path parameter 'id' must not be"):
        connect(package, Remote()).remove(id="..")


@pytest.mark.parametrize("wrong", [0, 0.0, -1, float("nan")])
def test_timeout_that_leaves_no_time_is_refused(package: ModuleType, wrong: float) -> None:
    with pytest.raises(package.exceptions.ArgumentError, match="timeout"):
        connect(package, Remote()).part(timeout=wrong)
