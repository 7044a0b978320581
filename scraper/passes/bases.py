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
    """Takes the base out of paths where all servers that have one end with it.

    A path with another base than that of the servers is called at their root, so that two versions of
    one path are two operations.
    """
    servers = tuple(server for facts in pages for server in facts.api.servers)
    return [replace(facts, api=share_base(facts.api, servers)) for facts in pages]


def share_base(api: Api, servers: Sequence[Server]) -> Api:
    """Does so for one API with the servers that it has, or that somebody states for it."""
    based = [server for server in servers if _END.search(server.url)]
    bases = {found[0] for server in based if (found := _END.search(server.url))}
    if not bases:
        return api
    roots = tuple({url: replace(one, url=url) for one in based if (url := _END.sub("", one.url))}.values())
    return replace(api, operations=tuple(_place(operation, bases, roots) for operation in api.operations))


def _place(operation: Operation, bases: set[str], roots: tuple[Server, ...]) -> Operation:
    base = _BASE.match(operation.path)
    if base is None:
        return operation
    if bases == {base[0]}:
        return replace(operation, path=operation.path[base.end() :] or "/", servers=())
    return replace(operation, servers=operation.servers or roots)
