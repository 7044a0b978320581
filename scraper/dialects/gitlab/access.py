"""Access: the servers that examples call, and how they authenticate."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from scraper.layout.curl import Curl
from scraper.layout.notes import Notes
from scraper.urls import split_url
from spec.model import Evidence, SecurityScheme, Server, Source

_API_BASE = re.compile(r"^(https?://[^/\s]+(?:/[\w.~-]+)*?/api/v\d+)(?=[/?]|$)")


def read_servers(curls: Sequence[Curl], notes: Notes) -> tuple[Server, ...]:
    """The base URLs that the examples call, the most frequent first."""
    bases: Counter[str] = Counter()
    where: dict[str, Source] = {}
    for curl in curls:
        match = _API_BASE.match(curl.url)
        if match and split_url(curl.url) is not None:
            bases[match[1]] += 1
            where.setdefault(match[1], Source(notes.page, curl.first, curl.last, Evidence.EXAMPLE))
    return tuple(Server(url, where[url]) for url, _ in bases.most_common())


def read_schemes(curls: Sequence[Curl], notes: Notes) -> tuple[SecurityScheme, ...]:
    """How the examples send tokens: in headers, or as the password of a user."""
    found: dict[str, SecurityScheme] = {}
    for curl in curls:
        source = Source(notes.page, curl.first, curl.last, Evidence.EXAMPLE)
        if ":" in curl.user:
            found.setdefault("basic", SecurityScheme("basic", "http", source, name="basic"))
        for key, value in curl.headers:
            name = key.upper()
            if name in ("PRIVATE-TOKEN", "JOB-TOKEN", "DEPLOY-TOKEN"):
                identifier = name.lower().replace("-", "_")
                found.setdefault(identifier, SecurityScheme(identifier, "apiKey", source, name=name))
            elif name == "AUTHORIZATION" and value.lower().startswith("bearer"):
                found.setdefault("bearer", SecurityScheme("bearer", "http", source, name="bearer"))
    return tuple(found.values())
