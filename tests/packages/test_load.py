"""Many calls at once against a server that is slow, fails and drops connections: every call ends, nothing is left over.

The server answers the 8th of every 20 requests with 503, and drops the connection of every 100th: in turn before it
answers and in the middle of its answer.
"""

from __future__ import annotations

import asyncio
import gc
import logging
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.generator.importing import imported

pytestmark = pytest.mark.filterwarnings("error")

TASKS = 64
CALLS_OF_TASK = 6
CALLS = TASKS * CALLS_OF_TASK
SECONDS = 25.0
NUMBER = {"responses": {"200": {"description": "", "content": {"application/json": {"schema": {"type": "integer"}}}}}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Loaded", "version": "1"},
    "paths": {"/number": {"get": {"operationId": "read", **NUMBER}, "post": {"operationId": "write", **NUMBER}}},
}
Client = Any


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(DOCUMENT, tmp_path_factory.mktemp("loaded")) as module:
        yield module


class Server:
    """What the server did: kinds of answers, connections that are open, the most at a time, those never closed."""

    def __init__(self) -> None:
        self.answers: Counter[str] = Counter()
        self.open = 0
        self.most = 0
        self.unclosed = -1
        self.url = ""

    @property
    def dropped(self) -> int:
        return self.answers["dropped"] + self.answers["cut"]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        self.most = max(self.most, self.open)
        try:
            while (await reader.readuntil(b"\r\n\r\n")) and await self._answer(writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self.open -= 1
            writer.close()

    async def _answer(self, writer: asyncio.StreamWriter) -> bool:
        number = self.answers.total()
        kind = self._kind(number)
        self.answers[kind] += 1
        await asyncio.sleep(0.005 + number % 7 * 0.01)
        status = "503 Unavailable" if kind == "failed" else "200 OK"
        text = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n123".encode()
        if kind in ("dropped", "cut"):
            writer.write(text[:-2] if kind == "cut" else b"")
            await writer.drain()
            return False
        writer.write(text)
        await writer.drain()
        return True

    def _kind(self, number: int) -> str:
        if number % 100 == 50:
            return "cut" if number % 200 == 50 else "dropped"
        return "failed" if number % 20 == 7 else "good"


@asynccontextmanager
async def running_server() -> AsyncIterator[Server]:
    server = Server()
    listener = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.url = f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
    async with listener:
        yield server
        for _ in range(100):
            if server.open == 0:
                break
            await asyncio.sleep(0.02)
        server.unclosed = server.open


async def ends_of_calls(package: ModuleType, call: Callable[[], Awaitable[object]]) -> list[str]:
    """How the calls of all tasks ended: `result`, or the name of an error of the package. Others are not caught."""

    async def run() -> list[str]:
        ends = []
        for _ in range(CALLS_OF_TASK):
            try:
                assert await call() == 123
                ends.append("result")
            except package.exceptions.APIError as error:
                ends.append(type(error).__name__)
        return ends

    async with asyncio.timeout(SECONDS):
        return [end for ends in await asyncio.gather(*(run() for _ in range(TASKS))) for end in ends]


def run_load(
    package: ModuleType, load: Callable[[Client], Awaitable[Any]], **options: Any
) -> tuple[Any, Server, list[str]]:
    """Run `load` with a client, then look for what it left: tasks, connections, and by `gc` whatever warns."""

    async def main() -> tuple[Any, Server, list[str]]:
        async with running_server() as server, package.AsyncClient(base_url=server.url, **options) as client:
            result = await load(client)
        left = [repr(task) for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        return result, server, left

    result = asyncio.run(main())
    gc.collect()
    return result


def test_every_call_that_may_be_repeated_ends(package: ModuleType, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    ends, server, left = run_load(package, lambda client: ends_of_calls(package, client.default.read))
    assert len(ends) == CALLS
    assert set(ends) <= {"result", "ServerError", "TransportError"}
    assert ends.count("result") >= 0.97 * CALLS
    assert server.answers.total() > CALLS
    assert (server.unclosed, left, caplog.records) == (0, [], [])


def test_every_failure_is_a_typed_error_when_nothing_is_repeated(package: ModuleType) -> None:
    ends, server, left = run_load(
        package, lambda client: ends_of_calls(package, client.default.read), retries=package.RetryPolicy(retries=0)
    )
    assert server.answers.total() == CALLS
    assert server.dropped >= 0.01 * CALLS - 1
    assert Counter(ends) == {
        "result": server.answers["good"],
        "ServerError": server.answers["failed"],
        "TransportError": server.dropped,
    }
    assert (server.unclosed, left) == (0, [])


def test_no_write_is_sent_twice(package: ModuleType) -> None:
    ends, server, left = run_load(package, lambda client: ends_of_calls(package, client.default.write))
    assert server.answers.total() == len(ends) == CALLS
    assert Counter(ends)["ServerError"] == server.answers["failed"]
    assert (server.unclosed, left) == (0, [])


def test_tasks_wait_for_the_few_connections_that_there_may_be(package: ModuleType) -> None:
    async def load() -> tuple[list[str], Server]:
        limits = httpx2.Limits(max_connections=8)
        async with running_server() as server, httpx2.AsyncClient(limits=limits, timeout=SECONDS) as http:
            client = package.AsyncClient(base_url=server.url, http_client=http)
            return await ends_of_calls(package, client.default.read), server

    ends, server = asyncio.run(load())
    gc.collect()
    assert ends.count("result") >= 0.97 * CALLS
    assert (server.unclosed, server.most) == (0, 8)


def test_cancelled_calls_give_their_connections_back(package: ModuleType) -> None:
    async def load(client: Client) -> list[str]:
        for round_number in range(5):
            tasks = [asyncio.create_task(client.default.read()) for _ in range(TASKS)]
            await asyncio.sleep(0.002 * (1 + round_number))
            for task in tasks[::2]:
                task.cancel()
            await asyncio.wait(tasks, timeout=SECONDS)
            assert all(task.cancelled() for task in tasks[::2])
        return await ends_of_calls(package, client.default.read)

    ends, server, left = run_load(package, load)
    assert ends.count("result") >= 0.97 * CALLS
    assert (server.unclosed, left) == (0, [])


def test_calls_that_take_too_long_end_in_an_error(package: ModuleType) -> None:
    ends, server, left = run_load(
        package,
        lambda client: ends_of_calls(package, lambda: client.default.read(timeout=0.001)),
        retries=package.RetryPolicy(retries=0),
    )
    assert len(ends) == CALLS
    assert Counter(ends).keys() <= {"result", "RequestTimeoutError", "TransportError", "ServerError"}
    assert ends.count("RequestTimeoutError") > CALLS / 2
    assert (server.unclosed, left) == (0, [])
