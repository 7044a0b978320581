"""Iteration gives the items of all pages in order, and asks for one documented position after the other."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx2
import pytest

from gitlab import AsyncClient, Client
from gitlab._model import to_wire

from contract import DATA, TOKENS, find_method, name_case, same_json
from local_clients import NO_WAIT, AsyncLocalTransport, LocalTransport
from local_server import Answer, Recorded, Server


def prepare(server: Server, case: dict[str, Any]) -> None:
    """Let the server answer with one page after the other, made from the documented response."""
    media_type = {"Content-Type": case["media_type"]}
    answers = [
        Answer(case["status"], json.dumps(page["body"]).encode(), {**media_type, **page["headers"]})
        for page in case["answers"]
    ]
    server.prepare(*answers)


def find_position(request: Recorded, case: dict[str, Any]) -> object:
    """Return the position that a request asks for, None when it names none."""
    if case["location"] == "body":
        return json.loads(request.body).get(case["position"])
    position = dict(parse_qsl(urlsplit(request.target).query)).get(case["position"])
    return int(position) if position is not None and position.isdigit() else position


def check(server: Server, case: dict[str, Any], items: list[Any]) -> None:
    """Compare the items, and the positions that were asked for."""
    assert same_json(to_wire(items), case["items"])
    assert [find_position(request, case) for request in server.requests] == case["positions"]


@pytest.mark.parametrize("case", DATA["paged"], ids=name_case)
def test_iteration_gives_the_items_of_all_pages(case: dict[str, Any], client: Client, server: Server) -> None:
    """Two and a half pages."""
    prepare(server, case)
    check(server, case, list(find_method(client, case)(**case["arguments"])))


@pytest.mark.parametrize("case", DATA["paged"], ids=name_case)
def test_pages_are_typed_results(case: dict[str, Any], client: Client, server: Server) -> None:
    """Without the empty page that some iterations need to end."""
    prepare(server, case)
    pages = [to_wire(page) for page in find_method(client, case)(**case["arguments"]).pages()]
    assert same_json(pages, [page["body"] for page in case["answers"][:3]])


@pytest.mark.parametrize("case", DATA["paged"], ids=name_case)
@pytest.mark.usefixtures("plain_environment")
def test_asynchronous_iteration_does_the_same(case: dict[str, Any], transport: LocalTransport, server: Server) -> None:
    """With an `AsyncClient`."""

    async def read() -> list[Any]:
        async with httpx2.AsyncClient(transport=AsyncLocalTransport(transport)) as http:
            client = AsyncClient(base_url=DATA["base_url"], token=TOKENS, retries=NO_WAIT, http_client=http)
            method: Any = find_method(client, case)  # type: ignore[arg-type]
            items: AsyncIterable[Any] = method(**case["arguments"])
            return [item async for item in items]

    prepare(server, case)
    check(server, case, asyncio.run(read()))
