import pytest

from scraper.dialects.gitlab import DIALECT
from scraper.page import Page
from scraper.readers.formats import Format, find_format, read_blocks

MARKDOWN = "# Widgets\n\n```\nGET /w\n```\n"
HTML = "<!doctype html>\n<html><body><h1>A</h1></body></html>"
DUMP = "Widgets\n\nFunction\n\nGET /w/:id\n\nParameter\n\nType\n\n# not a heading, a comment of a shell\n"
RST = ".. _a:\n\nA\n=\n\n.. code-block::\n\n   GET /w\n"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.md", "plain words", Format.MARKDOWN),
        ("a.MD", MARKDOWN, Format.MARKDOWN),
        ("a.htm", "<p>x", Format.HTML),
        ("a.md", HTML, Format.HTML),
        ("a.txt", HTML, Format.HTML),
        ("a", MARKDOWN, Format.MARKDOWN),
        ("a.txt", "x/y.md\n12 lines\n# A\n\n[b](c)\n", Format.MARKDOWN),
        ("a.txt", "| A | B |\n|---|---|\n| c | d |", Format.MARKDOWN),
        ("a.txt", "| A | B |\n|---|---|\n| c | d\nmore |", Format.DUMP),
        ("a.md", "| A | B |\n|---|---|\n| c | d\nmore |", Format.DUMP),
        ("a.md", "# A\n\n| A | B |\n|---|---|\n| c | d\nmore |", Format.MARKDOWN),
        ("a.txt", "| A | B |\n|---|---|\n| c | d\n| e | f", Format.MARKDOWN),
        ("a.txt", "<p>a</p>\n<ul>\n<li>b</li>\n</ul>", Format.HTML),
        ("a.txt", DUMP, Format.DUMP),
        ("a.txt", "|\nName |\nType |\n|\nid |\n", Format.DUMP),
        ("a.txt", "Use <b>bold</b> words\n" * 9, Format.DUMP),
        ("a.txt", "", Format.DUMP),
        ("a.rst", "plain words", Format.RST),
        ("a.rst", "| A | B |\n|---|---|\n| c | d\nmore |", Format.RST),
        ("a.txt", RST, Format.RST),
        ("a", "T\n=\n\n+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+", Format.RST),
        ("a.md", "# A\n\n```\n.. _a:\n.. note::\n```", Format.MARKDOWN),
    ],
)
def test_content_and_name_decide(name, text, expected):
    assert find_format(Page(name, tuple(text.split("\n")))) is expected


def test_each_format_has_its_reader():
    for name, text in (("a.md", MARKDOWN), ("a.html", HTML), ("a.rst", RST), ("a.txt", DUMP)):
        blocks, diagnostics = read_blocks(Page(name, tuple(text.split("\n"))), DIALECT)
        assert blocks
        assert not diagnostics


@pytest.mark.parametrize(
    ("lines", "is_read"),
    [
        (("GET /w/:id",), True),
        (("GET /w", "", 'curl "https://w.example.com/w"'), True),
        (("GET /w", "", "Status: 200 OK"), True),
        (("GET /w/{id}",), False),
        (("GET https://w.example.com/w/:id", "", "Status: 200 OK"), False),
    ],
)
def test_a_text_without_calls_of_its_layout_is_left_to_other_dialects(lines, is_read):
    blocks, _ = read_blocks(Page("a.txt", ("Widgets", "", *lines)), DIALECT)
    assert bool(blocks) is is_read
