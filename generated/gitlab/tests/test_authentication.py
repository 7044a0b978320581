"""Tokens go where the documentation says, and nowhere else."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx2
import pytest

from gitlab import AsyncClient, Client
from gitlab.exceptions import AuthenticationError, DecodeError

from contract import DATA, find_method
from local_clients import NO_WAIT, AsyncLocalTransport, LocalTransport
from local_server import Answer, Recorded, Server

CASES = DATA["authentication"]
RENEWED = "renewed-token:renewed-password"


def name_schemes(case: dict[str, Any]) -> str:
    """Return the name under which pytest shows a combination of schemes."""
    return "+".join(case["tokens"]).encode("ascii", "backslashreplace").decode()


def read_credentials(sent: Recorded, location: str, name: str) -> list[str]:
    """Return the values that a request has at one place."""
    if location == "header":
        return [sent.headers[name.lower()]] if name.lower() in sent.headers else []
    if location == "query":
        return [value for key, value in parse_qsl(urlsplit(sent.target).query) if key == name]
    pairs = [pair.partition("=") for pair in sent.headers.get("cookie", "").split("; ")]
    return [value for key, _, value in pairs if key == name]


def call(client: Client, case: dict[str, Any]) -> None:
    """Call the operation of a test case; the empty answer need not be as documented, but it reports no error."""
    with suppress(DecodeError):
        find_method(client, case)(**case["arguments"])


@pytest.mark.parametrize("case", CASES, ids=name_schemes)
@pytest.mark.usefixtures("plain_environment")
def test_token_is_sent_as_documented(case: dict[str, Any], transport: LocalTransport, server: Server) -> None:
    """Each scheme has its own token, at its own place."""
    http = httpx2.Client(transport=transport)
    call(Client(base_url=DATA["base_url"], token=case["tokens"], http_client=http), case)
    (sent,) = server.requests
    for location, name, value in case["sent"]:
        assert read_credentials(sent, location, name) == [value], name
    for location, name in case["absent"]:
        assert read_credentials(sent, location, name) == [], name


@pytest.mark.parametrize("case", CASES, ids=name_schemes)
def test_token_comes_from_the_environment(
    case: dict[str, Any],
    transport: LocalTransport,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    plain_environment: None,
) -> None:
    """A variable for each scheme."""
    for name, variable in case["variables"].items():
        monkeypatch.setenv(variable, case["tokens"][name])
    call(Client(base_url=DATA["base_url"], http_client=httpx2.Client(transport=transport)), case)
    (sent,) = server.requests
    for location, name, value in case["sent"]:
        assert read_credentials(sent, location, name) == [value], name


class Source:
    """A source of tokens, as a user writes it."""

    def __init__(self) -> None:
        """Begin with a token that the server refuses."""
        self.token: str | None = "refused-token:refused-password"

    def current(self) -> str | None:
        """Return the token."""
        return self.token

    def renewal(self) -> httpx2.Request:
        """Ask for a new one."""
        return httpx2.Request("POST", "https://tokens.example/new")

    def renewed(self, response: httpx2.Response) -> None:
        """Take the new one."""
        self.token = RENEWED

    def refused(self, token: str) -> bool:
        """Give up the token."""
        self.token = None
        return True

    def secrets(self) -> list[str]:
        """Return the token."""
        return [self.token] if self.token else []


@pytest.mark.parametrize("is_async", [False, True], ids=["Client", "AsyncClient"])
@pytest.mark.parametrize("case", CASES[:1], ids=name_schemes)
@pytest.mark.usefixtures("plain_environment")
def test_refused_token_is_renewed_once(
    case: dict[str, Any], is_async: bool, transport: LocalTransport, server: Server
) -> None:
    """The call is repeated with the new token; when that is refused too, it ends."""
    sources = {name: Source() for name in case["tokens"]}

    async def run() -> None:
        async with httpx2.AsyncClient(transport=AsyncLocalTransport(transport)) as http:
            client: Any = AsyncClient(base_url=DATA["base_url"], token=sources, retries=NO_WAIT, http_client=http)
            await find_method(client, case)(**case["arguments"])

    server.prepare(Answer(401), *(Answer() for _ in sources), Answer(401))
    with pytest.raises(AuthenticationError):
        if is_async:
            asyncio.run(run())
        else:
            http = httpx2.Client(transport=transport)
            client = Client(base_url=DATA["base_url"], token=sources, retries=NO_WAIT, http_client=http)
            find_method(client, case)(**case["arguments"])
    first, *renewals, last = server.requests
    assert [item.headers["host"] for item in renewals] == ["tokens.example"] * len(sources)
    assert (first.method, first.target.partition("?")[0]) == (last.method, last.target.partition("?")[0])
    for location, name, _ in case["sent"]:
        assert read_credentials(first, location, name) != read_credentials(last, location, name)
