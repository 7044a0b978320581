"""Descriptions on a page show everything that they say."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from generator.html_texts import escape_unknown_tags, keep_angle_brackets
from spec.model import JSON


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Array<String>", "Array&lt;String>"),
        ("Map<String, List<Int>>", "Map&lt;String, List&lt;Int>>"),
        ("send <your_token> here</your_token>", "send &lt;your_token> here&lt;/your_token>"),
        ("1 < 2 and a<3", "1 < 2 and a<3"),
        ("one<br>two <b>three</b> <TABLE>", "one<br>two <b>three</b> <TABLE>"),
        ("`List<Int>` and ``a ` <x>`` and <x>", "`List<Int>` and ``a ` <x>`` and &lt;x>"),
        ("```\nList<Int>\n```\n<x>", "```\nList<Int>\n```\n&lt;x>"),
        ("    List<Int>\n\n<x>", "    List<Int>\n\n&lt;x>"),
        ("<https://example.com/a> <mailto:a@example.com> <x>", "<https://example.com/a> <mailto:a@example.com> &lt;x>"),
        ("</script>", "</script>"),
    ],
)
def test_only_what_is_no_element_is_escaped(text: str, shown: str) -> None:
    assert escape_unknown_tags(text) == shown


@pytest.mark.parametrize("text", ["Map<String, List<Int>>", "<your_token>", "a <x> b"])
def test_what_is_escaped_is_rendered_as_text(text: str) -> None:
    paragraph = BeautifulSoup(MarkdownIt("commonmark", {"html": True}).render(escape_unknown_tags(text)), "lxml").p
    assert paragraph is not None
    assert paragraph.get_text() == text
    assert paragraph.find_all(True) == []


def test_descriptions_alone_are_escaped() -> None:
    schema: dict[str, JSON] = {
        "description": "a List<Int>",
        "properties": {"description": {"type": "string", "default": "List<Int>"}},
        "examples": [{"description": "List<Int>"}],
    }
    document: dict[str, JSON] = {
        "info": {"title": "List<Int>", "description": "<x>"},
        "components": {"schemas": {"A": schema}},
    }
    escaped = {**schema, "description": "a List&lt;Int>"}
    assert keep_angle_brackets(document) == {
        "info": {"title": "List<Int>", "description": "&lt;x>"},
        "components": {"schemas": {"A": escaped}},
    }
    assert schema["description"] == "a List<Int>"
