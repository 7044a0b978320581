"""Bases: the version of an API that the URL of its server and a printed path both have, as in `/api/v4`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.facts import PageFacts
from spec.model import Api, Operation, Server

_BASE = re.compile(r"^/api/v\d+(?=/|$)")
_END = re.compile(r"/api/v\d+$")


def share_bases(pages: Sequence[PageFacts]) -> list[PageFacts]:
    """Takes the base out of paths where all servers end with it.

    A path with another base than that of the servers, or beside a server without one, is called at their root, so
    that two versions of one path are two operations.
    """
    servers = tuple(server for facts in pages for server in facts.api.servers)
    return [replace(facts, api=share_base(facts.api, servers)) for facts in pages]


def share_base(api: Api, servers: Sequence[Server]) -> Api:
    """Does so for one API with the servers that it has, or that somebody states for it."""
    bases = {found[0] if (found := _END.search(server.url)) else "" for server in servers}
    if not bases - {""}:
        return api
    operations = api.operations
    if not set(api.servers) <= set(servers):
        operations = tuple(_without_inherited(operation, api.servers) for operation in operations)
    return replace(api, operations=tuple(_place(operation, bases, servers) for operation in operations))


def _without_inherited(operation: Operation, servers: Sequence[Server]) -> Operation:
    """An operation without the servers of pages, which others replace."""
    roots = {server.url for server in _with_base(servers, "")}
    return replace(operation, servers=()) if {server.url for server in operation.servers} == roots else operation


def _place(operation: Operation, bases: set[str], servers: Sequence[Server]) -> Operation:
    found = _BASE.match(operation.path)
    if found is None:
        return operation
    roots = _with_base(operation.servers or servers, "")
    if bases != {found[0]}:
        return replace(operation, servers=roots)
    own = _with_base(operation.servers, found[0])
    is_known = {server.url for server in own} in (set(), {server.url for server in servers})
    return replace(operation, path=operation.path[found.end() :] or "/", servers=() if is_known else own)


def _with_base(servers: Sequence[Server], base: str) -> tuple[Server, ...]:
    """Servers with a base in place of their own, each once."""
    moved = (replace(one, url=f"{_END.sub('', one.url).rstrip('/')}{base}" or "/") for one in servers)
    return tuple({one.url: one for one in moved}.values())
