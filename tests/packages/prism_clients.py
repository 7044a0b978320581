"""The generated clients, sent to Prism."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any, get_type_hints

import httpx2
from pydantic import TypeAdapter

from tests.packages.prism import Prism, find_violations
from tests.packages.prism_calls import Call

TOKEN = "contract-test-token"
Responses = list[httpx2.Response]


class PrismTransport(httpx2.HTTPTransport):
    """Sends requests to Prism and keeps its responses."""

    def __init__(self, prism: Prism, responses: Responses) -> None:
        super().__init__(verify=False)
        self._prism = prism
        self._responses = responses

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        response = super().handle_request(self._prism.route(request))
        response.read()
        self._responses.append(response)
        return response


class AsyncPrismTransport(httpx2.AsyncHTTPTransport):
    """The same for asyncio."""

    def __init__(self, prism: Prism, responses: Responses) -> None:
        super().__init__(verify=False)
        self._prism = prism
        self._responses = responses

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await super().handle_async_request(self._prism.route(request))
        await response.aread()
        self._responses.append(response)
        return response


def _wait(start: Callable[[Any], Any], prism: Prism, responses: Responses) -> Any:
    with httpx2.Client(transport=PrismTransport(prism, responses)) as http:
        return start(http)


def _wait_in_loop(start: Callable[[Any], Any], prism: Prism, responses: Responses) -> Any:
    async def wait() -> Any:
        async with httpx2.AsyncClient(transport=AsyncPrismTransport(prism, responses)) as http:
            return await start(http)

    return asyncio.run(wait())


CLIENTS = {"Client": _wait, "AsyncClient": _wait_in_loop}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call gave.

    Attributes:
        package: The package.
        value: The result, or the error that was raised.
        responses: The responses that it comes from.
    """

    package: ModuleType
    value: Any
    responses: Responses

    @property
    def violations(self) -> list[str]:
        """What Prism finds not as documented."""
        return [violation for response in self.responses for violation in find_violations(response)]

    def to_wire(self, value: object) -> object:
        """Return a typed value of the package as JSON data."""
        return importlib.import_module(f"{self.package.__name__}._model").to_wire(value)


def run_call(kind: str, call: Call, prism: Prism, **options: Any) -> Outcome:
    """Make a call with a client of a kind; a result has the type that the method promises."""
    package = importlib.import_module(call.api)
    responses: Responses = []
    promised: dict[str, Any] = {}
    options = {"base_url": prism.url, "extra_headers": call.headers, "extra_body": call.extra_body, **options}

    def start(http: Any) -> Any:
        client = getattr(package, kind)(base_url=prism.url, token=TOKEN, http_client=http)
        method = getattr(getattr(client, call.group), call.method)
        promised.update(get_type_hints(method))
        return method(**call.arguments, **{name: option for name, option in options.items() if option})

    try:
        value = CLIENTS[kind](start, prism, responses)
    except package.exceptions.ResponseError as error:
        return Outcome(package, error, responses)
    TypeAdapter(promised["return"]).validate_python(value, strict=True)
    return Outcome(package, value, responses)
