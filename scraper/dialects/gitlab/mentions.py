"""Mentions: what running text and examples say about the endpoints of a section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.blocks import Block, Code, Heading, Paragraph
from scraper.dialects.gitlab.words import CREDENTIALS
from scraper.layout.curl import is_curl, read_curls
from scraper.layout.endpoints import Endpoint, read_endpoints
from scraper.layout.material import Material
from scraper.layout.notes import Notes
from scraper.layout.outline import Segment
from scraper.layout.requests import match_call
from spec.model import Evidence, Location, Operation, Parameter, Property, UnknownType

_PAGING = re.compile(r"(?:^|(?<=\. ))(?=[^.]*\bpaginat)[^.]*`page` and `per_page`[^.]*\.")
_MENTION = re.compile(r"`(/[^`\s?]+\?[^`\s]+)`")


def add_shown_queries(segment: Segment) -> None:
    """Adds the query parameters that running text shows with the path, as in `/lamps?lit=true`."""
    texts = [block for block in (*segment.before, *segment.after) if isinstance(block, Paragraph)]
    shown = [
        endpoint
        for text in texts
        for code in _MENTION.findall(text.text)
        for endpoint in read_endpoints(Code(f"GET {code}", text.first, text.last, text.first))
    ]
    segment.endpoints = tuple(_with_query(endpoint, shown) for endpoint in segment.endpoints)


def report_other_calls(
    together: Sequence[Segment], material: Material, built: Sequence[Operation], notes: Notes
) -> None:
    """Reports the examples that call something else than what they are printed for, which is `together` with it."""
    endpoints = [endpoint for segment in together for endpoint in segment.endpoints]
    for curl in material.curls:
        if not any(match_call(curl, endpoint, CREDENTIALS, notes) for endpoint in endpoints):
            message = f"the example calls {curl.url!r}, which is no endpoint of its section"
            notes.report("broken-example-value", message, curl.first, curl.last, built[0].id if built else "", "path")


def report_lost_call(heading: Heading, blocks: Sequence[Block], segments: Sequence[Segment], notes: Notes) -> None:
    """Reports a section that shows a call and its answer, but nowhere the method and path of the call."""
    codes = [block for block in blocks if isinstance(block, Code)]
    curls = [curl for block in codes if is_curl(block) for curl in read_curls(block) if "/api/" in curl.url]
    is_answered = any(block.text.lstrip()[:1] in ("{", "[") for block in codes)
    endpoints = [endpoint for segment in segments for endpoint in segment.endpoints]
    lost = [curl for curl in curls if not any(match_call(curl, end, CREDENTIALS, notes) for end in endpoints)]
    if is_answered and lost:
        message = f"{heading.text!r} shows the call {lost[0].url!r} and its answer, but no method and path"
        notes.report("not-an-operation", message, heading.first, heading.last)


def add_paging(segment: Segment, material: Material, notes: Notes) -> None:
    """Adds the parameters that a sentence names with which results are read page by page."""
    listed = {row.name for table in material.request for row in table.properties}
    listed |= {name for endpoint in segment.endpoints for name, _ in endpoint.query}
    for block in (*segment.before, *segment.after):
        match = _PAGING.search(block.text) if isinstance(block, Paragraph) else None
        if match is None or any(endpoint.method != "GET" for endpoint in segment.endpoints):
            continue
        for name in re.findall(r"`(\w+)`", match[0]):
            source = notes.source(block, Evidence.PROSE)
            if name not in listed:
                listed.add(name)
                row = Property(name, UnknownType(), source, match[0])
                material.parameters.append(Parameter(Location.QUERY, row))


def _with_query(endpoint: Endpoint, shown: Sequence[Endpoint]) -> Endpoint:
    names = {name for name, _ in endpoint.query}
    more = {name: line for other in shown for name, line in other.query if other.path == endpoint.path}
    added = tuple(pair for pair in more.items() if pair[0] not in names)
    return endpoint if endpoint.method != "GET" else replace(endpoint, query=endpoint.query + added)
