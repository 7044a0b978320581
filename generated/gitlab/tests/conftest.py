"""What the tests share: a real server on this machine, and clients that send to it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import httpx2
import pytest

from gitlab import Client

from citing import pytest_runtest_makereport
from live_options import pytest_addoption, pytest_configure, pytest_terminal_summary
from local_clients import AsyncCaller, Caller, LocalTransport, make_client
from local_server import Server

__all__ = ["pytest_addoption", "pytest_configure", "pytest_runtest_makereport", "pytest_terminal_summary"]


@pytest.fixture(scope="session")
def running_server() -> Iterator[Server]:
    """One server for all tests."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def server(running_server: Server) -> Server:
    """The server, with nothing recorded."""
    running_server.prepare()
    return running_server


@pytest.fixture(scope="session")
def transport(running_server: Server) -> Iterator[LocalTransport]:
    """The way to the server."""
    with LocalTransport(running_server.server_port) as transport:
        yield transport


@pytest.fixture
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No environment variable configures a client."""
    for name in [name for name in os.environ if name.startswith(("GITLAB_TOKEN", "GITLAB_BASE_URL"))]:
        monkeypatch.delenv(name)


@pytest.fixture
def client(transport: LocalTransport, plain_environment: None) -> Client:
    """A client with a token whose requests end at the local server."""
    return make_client(httpx2.Client(transport=transport))


@pytest.fixture(params=[Caller, AsyncCaller], ids=["Client", "AsyncClient"])
def call(request: pytest.FixtureRequest, transport: LocalTransport, plain_environment: None) -> Caller:
    """Call operations with either client."""
    caller: Caller = request.param(transport)
    return caller
