"""Clients whose requests end at the local server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2

from gitlab import AsyncClient, Client, RetryPolicy

from contract import DATA, TOKENS, find_method


async def _no_wait(_: float) -> None:
    return None


NO_WAIT = RetryPolicy(sleep=lambda _: None, async_sleep=_no_wait)
"""Retries as usual, but at once."""


class LocalTransport(httpx2.HTTPTransport):
    """Connects every request to the local server; the request itself, its Host header included, is not changed."""

    def __init__(self, port: int) -> None:
        """Connect to `port`."""
        super().__init__()
        self.port = port
        self.schemes: list[str] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send `request` to the local server."""
        self.schemes.append(request.url.scheme)
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.port)
        return super().handle_request(request)


class AsyncLocalTransport(httpx2.AsyncHTTPTransport):
    """The same for an `AsyncClient`."""

    def __init__(self, other: LocalTransport) -> None:
        """Connect to the port of `other`, and record there."""
        super().__init__()
        self._other = other

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send `request` to the local server."""
        self._other.schemes.append(request.url.scheme)
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._other.port)
        return await super().handle_async_request(request)


class Caller:
    """Calls operations; every call is one of a new client."""

    def __init__(self, transport: LocalTransport) -> None:
        """Send through `transport`."""
        self.transport = transport

    def __call__(self, case: dict[str, Any], *, raw: bool = False, **arguments: Any) -> Any:
        """Call the operation of a test case with a `Client`; `raw` gives the response, unparsed."""
        with httpx2.Client(transport=self.transport) as http:
            client = make_client(http)
            return prepare_method(client, case, raw)(**arguments)


class AsyncCaller(Caller):
    """Does the same with an `AsyncClient`."""

    def __call__(self, case: dict[str, Any], *, raw: bool = False, **arguments: Any) -> Any:
        """Call the operation of a test case in an event loop of its own."""

        async def call() -> Any:
            async with httpx2.AsyncClient(transport=AsyncLocalTransport(self.transport)) as http:
                client = AsyncClient(base_url=DATA["base_url"], token=TOKENS, retries=NO_WAIT, http_client=http)
                return await prepare_method(client, case, raw)(**arguments)

        return asyncio.run(call())


def make_client(http: httpx2.Client) -> Client:
    """Return a client with a token that sends with `http`."""
    return Client(base_url=DATA["base_url"], token=TOKENS, retries=NO_WAIT, http_client=http)


def prepare_method(client: Any, case: dict[str, Any], raw: bool) -> Callable[..., Any]:
    """Return the method of a test case; with `raw`, that which gives the response."""
    method: Callable[..., Any] = find_method(client, case)
    return client.with_raw_response(method) if raw else method
