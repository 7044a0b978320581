"""The version of an API, which its server and its paths may both print."""

from __future__ import annotations

import pytest

from scraper.dialects import find_dialect
from scraper.facts import PageFacts
from scraper.ledger import Accounting
from scraper.page import Page
from scraper.passes.bases import share_base, share_bases
from scraper.pipeline import scrape_pages
from spec.model import Api, Operation, Server, Source

HERE = Source("a.md", 1, 1)


def _placed(path: str, servers: list[str], own: list[str]) -> tuple[str, list[str]]:
    operation = Operation("read", "GET", path, "Read", HERE, servers=tuple(Server(url, HERE) for url in own))
    api = Api(operations=(operation,), servers=tuple(Server(url, HERE) for url in servers))
    (facts,) = share_bases([PageFacts(api, (), Accounting(1, 1, (), ()))])
    (found,) = facts.api.operations
    return found.path, [server.url for server in found.servers]


@pytest.mark.parametrize(
    ("path", "servers", "own", "expected"),
    [
        ("/api/v4/a", ["https://h/api/v4"], [], ("/a", [])),
        ("/api/v4/a", ["https://h/b/api/v4", "https://i/api/v4"], [], ("/a", [])),
        ("/api/v4/a", ["https://h/api/v4", "https://j"], [], ("/api/v4/a", ["https://h", "https://j"])),
        ("/api/v4/a", ["https://h/api/v4"], ["https://i"], ("/a", ["https://i/api/v4"])),
        ("/api/v4/a", ["https://h/api/v4"], ["https://i/api/v4"], ("/a", ["https://i/api/v4"])),
        ("/api/v4/a", ["https://h/api/v4"], ["https://h"], ("/a", [])),
        ("/api/v3/a", ["https://h/api/v4"], ["https://i/api/v4"], ("/api/v3/a", ["https://i"])),
        ("/api/v4", ["https://h/api/v4"], [], ("/", [])),
        ("/api/v3/a", ["https://h/b/api/v4"], [], ("/api/v3/a", ["https://h/b"])),
        ("/api/v3/a", ["https://h/api/v4", "https://h/api/v3"], [], ("/api/v3/a", ["https://h"])),
        ("/api/v3/a", ["https://h/api/v4"], ["https://i"], ("/api/v3/a", ["https://i"])),
        ("/api/v3/a", ["/api/v4"], [], ("/api/v3/a", ["/"])),
        ("/api/v4/a", ["https://h"], [], ("/api/v4/a", [])),
        ("/api/v4/a", [], [], ("/api/v4/a", [])),
        ("/a", ["https://h/api/v4"], [], ("/a", [])),
    ],
)
def test_a_path_prints_the_version_that_its_server_does_not(path, servers, own, expected):
    assert _placed(path, servers, own) == expected


def test_two_versions_of_a_path_are_two_operations():
    text = """# Lamps API

## List lamps

```
GET /api/v3/lamps
GET /api/v4/lamps
```

```
curl "https://lamps.example.com/api/v4/lamps"
```
"""
    found = scrape_pages([Page("lamps.md", tuple(text.split("\n")))], find_dialect("gitlab")).api
    assert [(one.path, [server.url for server in one.servers]) for one in found.operations] == [
        ("/api/v3/lamps", ["https://lamps.example.com"]),
        ("/lamps", []),
    ]
    assert len({one.id for one in found.operations}) == 2


def test_a_host_of_its_own_is_where_an_operation_is_called():
    text = """# Lamps API

## List lamps

```plaintext
GET /lamps
```

```shell
curl "https://a.example.com/api/v4/lamps"
```

## New lamps

```plaintext
GET https://eu.example.com/api/v4/new
```
"""
    found = scrape_pages([Page("lamps.md", tuple(text.split("\n")))], find_dialect("gitlab")).api
    assert [server.url for server in found.servers] == ["https://a.example.com/api/v4"]
    assert [(one.path, [server.url for server in one.servers]) for one in found.operations] == [
        ("/lamps", []),
        ("/new", ["https://eu.example.com/api/v4"]),
    ]


def test_a_server_that_somebody_states_counts_as_those_of_pages_do():
    operation = Operation("read", "GET", "/api/v4/a", "Read", HERE)
    found = share_base(Api(operations=(operation,)), [Server("https://mine/api/v4", HERE)])
    assert [one.path for one in found.operations] == ["/a"]


@pytest.mark.parametrize(
    ("path", "expected"), [("/api/v4/a", ("/a", [])), ("/api/v3/a", ("/api/v3/a", ["https://mine"]))]
)
def test_a_server_that_somebody_states_replaces_those_of_pages(path, expected):
    pages = (Server("https://h/api/v4", HERE), Server("https://j", HERE))
    operation = Operation("read", "GET", path, "Read", HERE)
    (facts,) = share_bases([PageFacts(Api(operations=(operation,), servers=pages), (), Accounting(1, 1, (), ()))])
    (found,) = share_base(facts.api, [Server("https://mine/api/v4", HERE)]).operations
    assert (found.path, [server.url for server in found.servers]) == expected
