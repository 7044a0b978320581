"""Servers: the base URL that the examples of a page belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from scraper.blocks import Block, Code
from scraper.layout.notes import Notes
from spec.model import Evidence, Server, Source


def find_servers(blocks: Iterable[Block], pattern: re.Pattern[str], notes: Notes) -> tuple[Server, ...]:
    """The base URL that most URLs in code blocks have, if any has one.

    Args:
        blocks: The page.
        pattern: Matches the base URLs of this vendor's APIs.
        notes: Knows the page.
    """
    count: Counter[str] = Counter()
    first: dict[str, Source] = {}
    for code in (block for block in blocks if isinstance(block, Code)):
        for url in pattern.findall(code.text):
            count[url] += 1
            first.setdefault(url, notes.source(code, Evidence.EXAMPLE))
    return tuple(Server(url, first[url]) for url, _ in count.most_common(1))
