"""Damaged pages: never an exception, and blocks only where the page has lines."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.page import Page
from scraper.readers.formats import find_format
from scraper.readers.html import read_html
from scraper.readers.markdown import read_markdown
from tests.scraper.gitlab.pages import MARKDOWN_PAGE, render_html
from tests.scraper.readers.damage import damage

PIECES = (
    "<table> </table> <tr> <td> <th rowspan=3> <ul> <li> <p> <pre> </pre> <!-- --> <script> | |-|-| ``` - 1. "
    "> # ## <a <h1> </h1> <dl> <dt> <dd> <br> x `y` [z](#z) {{< a >}} --- === &lt; \t"
)


def check(page: Page) -> None:
    find_format(page)
    for blocks in (read_html(page.lines), read_markdown(page)[0]):
        for block in blocks:
            assert 1 <= block.first <= block.last <= len(page.lines)


@pytest.mark.parametrize("seed", range(60))
def test_damaged_pages_are_read(seed):
    generator = random.Random(seed)
    for text in (MARKDOWN_PAGE, render_html(MARKDOWN_PAGE)):
        check(Page("x.md", damage(text.split("\n"), generator)))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES.split(" ")),
        max_size=60,
    ),
    st.randoms(use_true_random=False),
)
def test_any_mixture_of_markup_is_read(pieces, generator):
    text = "".join(piece + generator.choice(("", " ", "\n", "\n\n")) for piece in pieces)
    check(Page("x.md", tuple(text.split("\n"))))
