"""Bases: the version of an API that the URL of its server and a printed path both have, as in `/api/v4`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.facts import PageFacts
from spec.model import Operation, Server

_BASE = re.compile(r"^/api/v\d+(?=/|$)")
_END = re.compile(r"/api/v\d+$")


def share_bases(pages: Sequence[PageFacts]) -> list[PageFacts]:
    """Takes the base out of paths where all servers that have one end with it.

    A path with another base than that of the servers is called at their root, so that two versions of
    one path are two operations.
    """
    servers = [server for facts in pages for server in facts.api.servers if _END.search(server.url)]
    bases = {found[0] for server in servers if (found := _END.search(server.url))}
    if not bases:
        return list(pages)
    roots = tuple({url: replace(one, url=url) for one in servers if (url := _END.sub("", one.url))}.values())
    return [_share(facts, bases, roots) for facts in pages]


def _share(facts: PageFacts, bases: set[str], roots: tuple[Server, ...]) -> PageFacts:
    operations = tuple(_place(operation, bases, roots) for operation in facts.api.operations)
    return (
        facts if operations == facts.api.operations else replace(facts, api=replace(facts.api, operations=operations))
    )


def _place(operation: Operation, bases: set[str], roots: tuple[Server, ...]) -> Operation:
    base = _BASE.match(operation.path)
    if base is None:
        return operation
    if bases == {base[0]}:
        return replace(operation, path=operation.path[base.end() :] or "/", servers=())
    return replace(operation, servers=operation.servers or roots)
