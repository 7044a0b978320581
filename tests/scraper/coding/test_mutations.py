from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.dialects.coding import DIALECT
from scraper.page import Page
from scraper.readers.formats import read_blocks
from tests.scraper.coding import pages

LINES = pages.WHOLE.split("\n")


@st.composite
def mutated(draw):
    """A page with lines cut, shuffled, repeated, emptied, shortened or replaced by noise."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 6))):
        at, size = draw(st.integers(0, len(lines) - 1)), draw(st.integers(1, 40))
        part = lines[at : at + size]
        match draw(st.sampled_from(["cut", "shuffle", "repeat", "empty", "shorten", "noise", "end"])):
            case "cut":
                part = []
            case "shuffle":
                part = draw(st.permutations(part))
            case "repeat":
                part = part * 2
            case "empty":
                part = ["" for _ in part]
            case "shorten":
                part = [line[: draw(st.integers(0, 8))] for line in part]
            case "noise":
                part = draw(st.lists(st.text(max_size=30).filter(lambda text: "\n" not in text), max_size=5))
            case "end":
                del lines[at + size :]
        lines[at : at + size] = part
        lines = lines or [""]
    return lines


@settings(max_examples=80, deadline=None)
@given(mutated())
def test_mutated_pages_are_read_without_an_exception_and_fully_accounted_for(lines):
    page = Page("books.txt", tuple(lines))
    account = DIALECT.parse(page, DIALECT.read_dump(page)[0]).accounting
    unread = sum(last - first + 1 for first, last in account.unread)
    assert account.read + sum(count for _, count in account.ignored) + unread == account.lines == len(lines)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["p.txt", "p.md", "p.html"]))
def test_any_text_is_read_without_an_exception(text, name):
    page = Page(name, tuple(text.split("\n")))
    assert DIALECT.parse(page, read_blocks(page, DIALECT)[0]).accounting.lines == len(page.lines)


def test_deeply_nested_code_is_no_example():
    page = pages.page_of("[" * 5000 + "]" * 5000)
    assert DIALECT.parse(page, DIALECT.read_dump(page)[0]).api.operations == ()
