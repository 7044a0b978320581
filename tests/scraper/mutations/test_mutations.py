"""Damaged pages of every dialect: read without an exception, accounted for, and nothing made up."""

from __future__ import annotations

import os
import random
from functools import cache
from pathlib import Path

import pytest

from scraper.dialects import find_dialect
from scraper.page import InputError, Page, parse_page
from scraper.pipeline import scrape_pages
from scraper.reading import parse_page_facts
from spec.emit import emit_openapi
from spec.validate import validate_document
from tests.scraper.mutations.damage import damage_page
from tests.scraper.mutations.values import missing_values

ROOT = Path(__file__).parents[3]
SPECIMENS = {"codearts_repo": "huawei", "coding": "coding", "gitlab": "gitlab"}
SAMPLES = {
    "gitlab-2016": "gitlab",
    "gitlab-history": "gitlab",
    "otc": "huawei",
    "otc-rst": "huawei",
    "github-2020": "github",
}
BATCHES, MAX_BYTES = 20, 120_000
COUNT = int(os.environ.get("DAMAGED_PAGES", "2000"))


@cache
def pages() -> tuple[tuple[str, Path], ...]:
    """Specimens and, where they are at hand, samples; small ones, since many are read."""
    folders = [(dialect, ROOT / "scraper" / "pages" / name) for name, dialect in SPECIMENS.items()]
    folders += [(dialect, ROOT.parent / "shared" / "pages" / name) for name, dialect in SAMPLES.items()]
    paths = [(dialect, path) for dialect, folder in folders for path in sorted(folder.glob("[a-z]*.*"))]
    return tuple((dialect, path) for dialect, path in paths if path.stat().st_size <= MAX_BYTES)


def damaged(number: int) -> tuple[str, str, bytes]:
    """The dialect, name and bytes of one damaged page."""
    generator = random.Random(number)
    families: dict[str, list[tuple[str, Path]]] = {}
    for dialect, path in pages():
        families.setdefault(f"{path.parent.name}", []).append((dialect, path))
    dialect, path = generator.choice(families[generator.choice(sorted(families))])
    return dialect, path.name, damage_page(path.read_bytes(), generator)


def check(dialect: str, page: Page) -> None:
    facts = parse_page_facts(page, find_dialect(dialect))
    account = facts.accounting
    unread = sum(last - first + 1 for first, last in account.unread)
    assert account.read + sum(count for _, count in account.ignored) + unread == account.lines == len(page.lines)
    reported = {(each.line, each.end_line) for each in facts.diagnostics if each.code == "unread-block"}
    assert reported == set(account.unread)
    assert all(1 <= each.line <= each.end_line <= len(page.lines) for each in facts.diagnostics)
    assert missing_values(facts.api, page.text, is_glued=dialect == "coding") == []


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_damaged_page_is_read_accounted_for_and_gives_no_value_that_it_does_not_show(batch: int) -> None:
    """`DAMAGED_PAGES=n` reads another number of pages than 2,000."""
    for number in range(batch, COUNT, BATCHES):
        dialect, name, data = damaged(number)
        try:
            page = parse_page(data, name)
        except InputError as error:
            assert str(error).startswith(f"{name}:")  # noqa: PT017
            continue
        try:
            check(dialect, page)
        except Exception as error:
            raise AssertionError(f"damaged page {number} ({name}): {error}") from error


@pytest.mark.parametrize("number", range(0, COUNT, 40))
def test_the_document_of_a_damaged_page_is_valid(number: int) -> None:
    dialect, name, data = damaged(number)
    try:
        document = emit_openapi(scrape_pages([parse_page(data, name)], find_dialect(dialect)).api).document
    except InputError:
        return
    assert [problem.message for problem in validate_document(document) if problem.kind != "broken"] == []
