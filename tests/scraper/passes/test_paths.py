"""Paths that HTTP clients do not send as they are printed."""

from __future__ import annotations

import pytest

from scraper.dialects.huawei import DIALECT
from scraper.pipeline import scrape_pages
from spec.emit import emit_openapi
from tests.scraper.huawei.reading import page


def _scrape(line: str) -> tuple[list[str], list[tuple[int, str]]]:
    text = f"# Making a Shelf\n\n## URI\n\n{line}\n\n## Response\n\nNone\n"
    scrape = scrape_pages([page(text, "a.md")], DIALECT)
    found = [(one.line, one.pointer) for one in scrape.diagnostics if one.code == "broken-path"]
    return list(emit_openapi(scrape.api).document["paths"]), found


@pytest.mark.parametrize("path", ["/v1/../shelves", "/v1/./shelves", "/v1/shelves/..", "/v1/{id/shelves"])
def test_a_path_that_cannot_be_called_is_reported_and_not_offered_as_it_is(path: str) -> None:
    (key,), found = _scrape(f"GET {path}")
    assert found == [(5, "path")]
    assert key.partition("#")[2] == "makeShelf"


@pytest.mark.parametrize("path", ["/v1/shelves/.hidden", "/v1/a..b/{id}", "/v1.0/shelves", "/"])
def test_dots_inside_of_a_segment_are_part_of_it(path: str) -> None:
    assert _scrape(f"GET {path}") == ([path], [])
