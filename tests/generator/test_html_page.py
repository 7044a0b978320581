"""Texts that stand in HTML, and mean there what they meant before."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from generator.html_page import escape_json, escape_script, render_html
from generator.redoc import Bundle

MARKUP = st.sampled_from(
    ["<!--", "-->", "<script", "</script>", "<", "&lt;", "\u2028", "\ud800", "é", '"', "\\", "]]>", "\0"]
)
TEXTS = st.lists(MARKUP | st.text(max_size=3), max_size=6).map("".join)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_json_reads_back_as_it_was_and_has_no_markup(value: object) -> None:
    text = escape_json(value)
    assert json.loads(text) == value
    assert not set("<>&\u2028\u2029") & set(text)
    text.encode()


@pytest.mark.parametrize("number", [float("inf"), float("nan")])
def test_a_number_that_json_does_not_have_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        escape_json({"a": number})


@pytest.mark.parametrize(
    ("script", "escaped"),
    [
        ("'</script>'", r"'\x3c/script>'"),
        ("/<!--[^]*?-->/", r"/\x3c!--[^]*?-->/"),
        ("`<SCRIPT>`", r"`\x3cSCRIPT>`"),
        ("a<b&&b</c/.x", "a<b&&b</c/.x"),
    ],
)
def test_a_script_cannot_end_its_element(script: str, escaped: str) -> None:
    assert escape_script(script) == escaped


@given(TEXTS, TEXTS)
def test_no_text_gives_another_element(title: str, text: str) -> None:
    document = {"info": {"title": title}, "x": text}
    licences = text.encode("utf-8", "replace").decode()
    soup = BeautifulSoup(render_html(document, Bundle("run('</script>')", licences)), "lxml")
    assert [element.name for element in soup.find_all(True)] == [
        *("html", "head", "meta", "meta", "meta", "meta", "meta", "title", "style"),
        *("body", "noscript", "div", "script", "script", "script", "script"),
    ]
    holder = soup.find(id="document")
    assert isinstance(holder, Tag)
    assert json.loads(str(holder.string)) == document


def test_a_document_without_a_title_has_a_page() -> None:
    assert "<title>API</title>" in render_html({"info": {"title": 1}}, Bundle("", ""))
