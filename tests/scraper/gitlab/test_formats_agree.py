"""The same page as Markdown and as HTML from another renderer states the same."""

import random
from dataclasses import asdict

import pytest

from scraper.dialects.gitlab import DIALECT
from scraper.page import InputError, Page
from scraper.pipeline import scrape_pages
from scraper.readers.formats import read_blocks
from spec.emit import emit_openapi
from spec.model import Api
from spec.validate import validate_document
from tests.scraper.gitlab.pages import MARKDOWN_PAGE, render_html
from tests.scraper.readers.damage import damage


def facts(text: str, name: str) -> Api:
    page = Page(name, tuple(text.rstrip("\n").split("\n")))
    blocks, _ = read_blocks(page, DIALECT)
    return DIALECT.parse(page, blocks).api


def without_lines(value: object) -> object:
    if isinstance(value, dict):
        return {
            key: without_lines(item) for key, item in value.items() if key not in ("source", "type_source", "pages")
        }
    if isinstance(value, list | tuple):
        return [without_lines(item) for item in value]
    return value


def test_markdown_and_html_give_the_same_api():
    markdown, html = facts(MARKDOWN_PAGE, "a.md"), facts(render_html(MARKDOWN_PAGE), "a.html")
    assert without_lines(asdict(markdown)) == without_lines(asdict(html))


def test_html_is_accounted_for_to_the_last_line():
    page = Page("a.html", tuple(render_html(MARKDOWN_PAGE).rstrip("\n").split("\n")))
    blocks, _ = read_blocks(page, DIALECT)
    assert DIALECT.parse(page, blocks).accounting.unread == ()


DEEP = 300
CORPUS = {
    "array": "```json\n" + "[" * DEEP + "]" * DEEP + "\n```",
    "object": "```json\n" + '{"a":' * DEEP + "1" + "}" * DEEP + "\n```",
    "unclosed": "```json\n" + '[{"a":' * DEEP + "\n```",
    "with an ellipsis": "```json\n" + "[\n" * DEEP + "...\n" + "]\n" * DEEP + "```",
    "sent": "```\ncurl -d '" + "[" * DEEP + "]" * DEEP + "' https://h/api/v4/rooms/1/lamps\n```",
    "sent name": "```\ncurl -d 'a" + "[b]" * DEEP + "=1' https://h/api/v4/rooms/1/lamps\n```",
    "name": "| Attribute | Type |\n|---|---|\n| `a" + "[b]" * DEEP + "` | string |",
    "dotted name": "| Attribute | Type |\n|---|---|\n| `a" + ".b" * DEEP + "` | string |",
    "type": "| Attribute | Type |\n|---|---|\n| `a` | " + "array of " * DEEP + "string |",
    "suffixed type": "| Attribute | Type |\n|---|---|\n| `a` | string" + "[]" * DEEP + " |",
    "list": "\n".join("  " * depth + "- `a` (required) - x" for depth in range(DEEP)),
    "quote": ">" * DEEP + " `a`",
    "markup": "<div>" * DEEP + "x" + "</div>" * DEEP,
    "nested table": "<table><tr><td>" * DEEP + "x" + "</td></tr></table>" * DEEP,
    "path": "```\nGET /a" + "/{b" * DEEP + "\n```",
}


def problems_of(page: Page) -> list[str]:
    """What is wrong with the document of a page; nothing for a page that is refused."""
    try:
        document = emit_openapi(scrape_pages([page], DIALECT).api).document
    except InputError:
        return []
    return [problem.message for problem in validate_document(document) if problem.kind != "broken"]


@pytest.mark.parametrize("name", CORPUS)
def test_deep_pages_are_scraped(name):
    text = f"# Lamps\n\n## Hang\n\n```\nPOST /rooms/:id/lamps\n```\n\n{CORPUS[name]}\n"
    for page in (Page("a.md", tuple(text.split("\n"))), Page("a.html", tuple(render_html(text).split("\n")))):
        assert scrape_pages([page], DIALECT).api.operations
        assert problems_of(page) == []


@pytest.mark.parametrize("seed", range(100))
def test_damaged_pages_are_scraped(seed):
    generator = random.Random(seed)
    text = MARKDOWN_PAGE + CORPUS[generator.choice(list(CORPUS))]
    assert problems_of(Page("a.md", damage(text.split("\n"), generator))) == []
    assert problems_of(Page("a.html", damage(render_html(text).split("\n"), generator))) == []


@pytest.mark.parametrize("seed", range(150))
def test_damaged_pages_are_read_and_accounted_for(seed):
    generator = random.Random(seed)
    text = MARKDOWN_PAGE if seed % 2 else render_html(MARKDOWN_PAGE)
    page = Page("a.md" if seed % 2 else "a.html", damage(text.split("\n"), generator))
    blocks, findings = read_blocks(page, DIALECT)
    result = DIALECT.parse(page, blocks)
    account = result.accounting
    unread = sum(last - first + 1 for first, last in account.unread)
    assert account.read + sum(count for _, count in account.ignored) + unread == account.lines == len(page.lines)
    assert all(1 <= d.line <= d.end_line <= len(page.lines) for d in (*findings, *result.diagnostics))
    words = {name for o in result.api.operations for p in o.parameters for name in [p.property.name]}
    assert all(name.strip("[]") in page.text for name in words)
