"""When a generated client repeats a call, and how long it waits."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.generator.importing import imported

NOW = 1_700_000_000.0
OK = {"responses": {"200": {"description": "", "content": {"application/json": {"schema": {"type": "integer"}}}}}}
RPC = {"requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}}, **OK}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "servers": [{"url": "https://s.example"}],
    "paths": {
        "/items": {
            "get": {"operationId": "read", **OK},
            "head": {"operationId": "peek", "responses": {"200": {"description": ""}}},
            "post": {"operationId": "write", **OK},
            "put": {"operationId": "replace", **OK},
            "delete": {"operationId": "remove", **OK},
        },
        "/api#DescribeItem": {"post": {"operationId": "DescribeItem", "x-rpc-action": "DescribeItem", **RPC}},
        "/api#DescribedItem": {"post": {"operationId": "DescribedItem", "x-rpc-action": "DescribedItem", **RPC}},
        "/api#CreateItem": {"post": {"operationId": "CreateItem", "x-rpc-action": "CreateItem", **RPC}},
        "/api#GetToken": {"get": {"operationId": "GetToken", "x-rpc-action": "GetToken", **RPC}},
    },
}
Answer = tuple[int, dict[str, str]] | Exception


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(DOCUMENT, tmp_path_factory.mktemp("retried")) as module:
        yield module


class Server:
    """Gives prepared answers, the last one again and again, and records the requests and the waits."""

    def __init__(self, package: ModuleType, *answers: Answer, **policy: Any) -> None:
        self.answers = list(answers)
        self.requests: list[httpx2.Request] = []
        self.waits: list[float] = []
        fixed = {"clock": lambda: NOW, "random": lambda: 0.0, "sleep": self.waits.append, "async_sleep": self.wait}
        self.policy = package.RetryPolicy(**{**fixed, **policy})

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        found = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(found, Exception):
            raise found
        status, headers = found
        return httpx2.Response(status, json=7, headers=headers)

    async def answer_async(self, request: httpx2.Request) -> httpx2.Response:
        return self.answer(request)

    async def wait(self, seconds: float) -> None:
        self.waits.append(seconds)


def answer(status: int = 200, **headers: str) -> Answer:
    return status, {name.replace("_", "-"): value for name, value in headers.items()}


@pytest.fixture(params=["Client", "AsyncClient"])
def call(package: ModuleType, request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Call a method of a synchronous or an asynchronous client."""

    def call_sync(server: Server, method: str = "read", **options: Any) -> Any:
        http = httpx2.Client(transport=httpx2.MockTransport(server.answer))
        client = package.Client(http_client=http, retries=server.policy)
        return getattr(client.default, method)(**options)

    def call_async(server: Server, method: str = "read", **options: Any) -> Any:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(server.answer_async))
        client = package.AsyncClient(http_client=http, retries=server.policy)
        return asyncio.run(getattr(client.default, method)(**options))

    return call_sync if request.param == "Client" else call_async


PASSING = [
    httpx2.ConnectError("refused"),
    httpx2.ReadError("reset"),
    httpx2.RemoteProtocolError("closed without an answer"),
    httpx2.ReadTimeout("slow"),
    httpx2.ConnectTimeout("slow"),
    *[answer(status) for status in (408, 425, 429, 500, 502, 503, 504, 520, 599)],
]


@pytest.mark.parametrize(
    "failure", PASSING, ids=lambda item: str(item[0]) if isinstance(item, tuple) else type(item).__name__
)
def test_passing_failure_is_tried_again(package: ModuleType, call: Callable[..., Any], failure: Answer) -> None:
    server = Server(package, failure, failure, answer())
    assert call(server) == 7
    assert (len(server.requests), server.waits) == (3, [0.5, 1.0])


FINAL = [400, 401, 403, 404, 409, 422, 301, 501, 505]


@pytest.mark.parametrize("status", FINAL)
def test_final_status_is_not_tried_again(package: ModuleType, call: Callable[..., Any], status: int) -> None:
    server = Server(package, answer(status))
    with pytest.raises(package.exceptions.StatusError):
        call(server)
    assert (len(server.requests), server.waits) == (1, [])


def test_error_of_the_caller_is_not_tried_again(package: ModuleType, call: Callable[..., Any]) -> None:
    server = Server(package, httpx2.UnsupportedProtocol("no such protocol"))
    with pytest.raises(package.exceptions.TransportError):
        call(server)
    assert len(server.requests) == 1


def test_last_failure_is_raised_with_the_number_of_attempts(package: ModuleType, call: Callable[..., Any]) -> None:
    server = Server(package, httpx2.ConnectError("refused"))
    with pytest.raises(package.exceptions.TransportError, match=r"^read: ConnectError after 3 attempts: refused$"):
        call(server)
    server = Server(package, httpx2.ReadTimeout("slow"))
    with pytest.raises(package.exceptions.RequestTimeoutError, match=r"^read: no answer in time after 3 attempts"):
        call(server)
    server = Server(package, answer(503))
    with pytest.raises(package.exceptions.ServerError) as caught:
        call(server)
    assert (caught.value.status_code, len(server.requests)) == (503, 3)


@pytest.mark.parametrize(
    ("method", "attempts"),
    [
        ("read", 3),
        ("peek", 3),
        ("describe_item", 3),
        ("write", 1),
        ("replace", 1),
        ("remove", 1),
        ("create_item", 1),
        ("described_item", 1),
        ("get_token", 1),
    ],
)
def test_only_what_reads_is_repeated(package: ModuleType, call: Callable[..., Any], method: str, attempts: int) -> None:
    server = Server(package, answer(503))
    with pytest.raises(package.exceptions.ServerError):
        call(server, method)
    assert len(server.requests) == attempts


def test_a_call_says_how_often_it_is_repeated(package: ModuleType, call: Callable[..., Any]) -> None:
    for method, retries in (("write", 1), ("read", 0), ("read", 4)):
        server = Server(package, answer(503))
        with pytest.raises(package.exceptions.ServerError):
            call(server, method, retries=retries)
        assert len(server.requests) == 1 + retries


def test_a_wrong_number_of_retries_is_refused_before_sending(package: ModuleType, call: Callable[..., Any]) -> None:
    server = Server(package, answer())
    for wrong in (-1, "2", 1.5, True, None):
        with pytest.raises(package.exceptions.ArgumentError, match="retries"):
            call(server, retries=wrong)
    assert server.requests == []


def test_repetition_sends_the_same_request(package: ModuleType, call: Callable[..., Any]) -> None:
    server = Server(package, answer(503), answer())
    call(server, "create_item", body={"Name": "中"}, retries=1)
    first, second = server.requests
    assert (first.method, first.url, first.content) == (second.method, second.url, second.content)
    assert first.headers == second.headers


@pytest.mark.parametrize(
    ("value", "waits"),
    [
        ("7", [7.0]),
        ("0", [0.5]),
        (formatdate(NOW + 30, usegmt=True), [30.0]),
        (formatdate(NOW - 30, usegmt=True), [0.5]),
        ("60", [60.0]),
        ("soon", [0.5]),
        ("-5", [0.5]),
        ("", [0.5]),
    ],
)
def test_server_chooses_the_wait(package: ModuleType, call: Callable[..., Any], value: str, waits: list[float]) -> None:
    server = Server(package, answer(429, Retry_After=value), answer())
    assert call(server) == 7
    assert server.waits == waits


@pytest.mark.parametrize("form", ["%a %b %e %H:%M:%S %Y", "%a, %d %b %Y %H:%M:%S", "%a, %d %b %Y %H:%M:%S -0000"])
def test_date_without_a_zone_is_gmt(
    package: ModuleType, call: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    value = time.strftime(form, time.gmtime(NOW + 30))
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        server = Server(package, answer(429, Retry_After=value), answer())
        call(server)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert server.waits == [30.0]


@pytest.mark.parametrize("value", ["61", "9" * 400, formatdate(NOW + 3600, usegmt=True)])
def test_server_that_asks_for_too_long_a_wait_is_not_asked_again(
    package: ModuleType, call: Callable[..., Any], value: str
) -> None:
    server = Server(package, answer(429, Retry_After=value), answer())
    with pytest.raises(package.exceptions.RateLimitError):
        call(server)
    assert (len(server.requests), server.waits) == (1, [])


def test_wait_doubles_up_to_the_cap_and_has_a_random_part(package: ModuleType, call: Callable[..., Any]) -> None:
    server = Server(package, answer(503), retries=6)
    with pytest.raises(package.exceptions.ServerError):
        call(server)
    assert server.waits == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]
    server = Server(package, answer(503), retries=2, random=lambda: 1.0)
    with pytest.raises(package.exceptions.ServerError):
        call(server)
    assert server.waits == [0.25, 0.5]


@pytest.mark.parametrize("wrong", [{"retries": -1}, {"first_delay": float("nan")}, {"max_delay": -0.1}])
def test_policy_refuses_what_is_no_number_of_seconds(package: ModuleType, wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        package.RetryPolicy(**wrong)


def test_repetition_is_logged_without_secrets(
    package: ModuleType, call: Callable[..., Any], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, package.__name__):
        call(Server(package, answer(503), answer()))
    assert [record.getMessage() for record in caplog.records if record.name == package.__name__] == [
        "read: HTTP 503, attempt 2 follows in 0.50 s"
    ]
