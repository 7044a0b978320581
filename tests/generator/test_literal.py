"""Any string of a document is inert in every language that the templates print."""

from __future__ import annotations

import ast
import json
import tomllib

import black
import jinja2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.literal import (
    Text,
    join_lines,
    json_text,
    markdown_code,
    markdown_text,
    markdown_url,
    normalize_lines,
    python_comment,
    python_docstring,
    python_literal,
    replace_surrogates,
    toml_string,
)
from generator.render import UnescapedTextError, environment
from tests.generator.documents import HOSTILE_TEXTS

any_text = st.text(st.characters())
hostile_text = any_text | st.sampled_from(HOSTILE_TEXTS) | st.lists(st.sampled_from(HOSTILE_TEXTS)).map("".join)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | hostile_text
values = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.dictionaries(hostile_text, inner) | st.tuples(inner, inner)
)


@given(values)
def test_literal_evaluates_to_the_value(value: object):
    source = python_literal(value)
    assert "\n" not in source
    assert eval(source, {"__builtins__": {"float": float}}) == value


@given(hostile_text)
@example('"')
@example('\\"')
@example("a\\")
def test_docstring_holds_the_text_and_nothing_else(text: str):
    source = f"class A:\n    {python_docstring(text, 4)}\n    x = 1\n"
    tree = ast.parse(source)
    assert len(tree.body) == 1
    assert len(tree.body[0].body) == 2
    lines = [line.rstrip() for line in normalize_lines(replace_surrogates(text)).strip().split("\n")]
    found = ast.get_docstring(tree.body[0], clean=False) or ""
    assert [line.strip() for line in found.strip().split("\n")] == [line.strip() for line in lines]
    black.format_str(source, mode=black.Mode())


@given(hostile_text)
def test_comment_stays_one_comment(text: str):
    tree = ast.parse(f"x = 1  {python_comment(text)}\ny = 2\n")
    assert len(tree.body) == 2


@given(hostile_text)
def test_toml_string_reads_back(text: str):
    assert tomllib.loads(f"value = {toml_string(text)}")["value"] == replace_surrogates(text)


@given(hostile_text)
def test_markdown_shows_the_text_literally(text: str):
    rendered = (
        MarkdownIt("commonmark", {"html": True}).enable("table").parse(f"| a |\n| --- |\n| x{markdown_text(text)} |\n")
    )
    kinds = {child.type for token in rendered if token.type == "inline" for child in token.children or []}
    assert kinds <= {"text", "text_special"}
    assert sum(token.type == "td_open" for token in rendered) == 1


@given(hostile_text)
def test_markdown_line_stays_one_paragraph(text: str):
    tokens = MarkdownIt("commonmark").parse(markdown_text(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}


@given(hostile_text)
@example("a`b``c|d")
def test_markdown_code_shows_the_text_literally(text: str):
    tokens = (
        MarkdownIt("commonmark")
        .enable("table")
        .parse(f"| a |\n| --- |\n| {markdown_code('x' + text, in_table=True)} |\n")
    )
    shown = [child for token in tokens if token.type == "inline" for child in token.children or []][-1]
    assert shown.type == "code_inline"
    assert len(shown.content) == len(join_lines("x" + text))


@pytest.mark.parametrize(
    "text", ["1.0.0", "access_token", "/open-api#DescribeIssue", "{id}", "a < b & c", "1~2", "Done!", "3-4", "标签"]
)
def test_markdown_that_needs_no_escapes_has_none(text: str):
    assert markdown_text(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. one", "1\\. one"),
        ("# one", "\\# one"),
        ("- one", "\\- one"),
        ("__init__", "\\_\\_init\\_\\_"),
        ("a*b*", "a\\*b\\*"),
        ("1~2, 3~4", "1\\~2, 3\\~4"),
        ("<b> &lt; [x](y)", "\\<b> \\&lt; \\[x\\](y)"),
    ],
)
def test_markdown_that_needs_escapes_has_them(text: str, expected: str):
    assert markdown_text(text) == expected


@given(hostile_text)
def test_markdown_url_cannot_leave_its_parentheses(text: str):
    url = markdown_url("https://docs.example/" + text)
    assert not set(url) & set(" ()<>\"'`|\n\r")


@given(values)
def test_json_text_is_encodable_and_reads_back(value: object):
    text = json_text(value)
    text.encode()
    assert json.loads(text) == json.loads(json.dumps(value))


@given(hostile_text)
def test_joined_lines_are_one_line(text: str):
    assert "\n" not in join_lines(text)
    assert "\r" not in join_lines(text)


def test_template_cannot_print_document_text_without_a_filter():
    template = environment().from_string("{{ value }}")
    with pytest.raises(UnescapedTextError):
        template.render(value=Text("x"))
    assert environment().from_string("{{ value | literal }}").render(value=Text("{{ x }}")) == '"{{ x }}"'


def test_template_cannot_use_an_unknown_name():
    with pytest.raises(jinja2.UndefinedError):
        environment().from_string("{{ nothing }}").render()
