"""Generated Python is laid out as black does it, with as little work for black as possible."""

from __future__ import annotations

import black
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.layout import WIDTH, break_call, break_display, format_python, line_width, split_statements
from generator.literal import python_docstring, python_literal
from tests.generator import documents
from tests.generator.test_package import generated

MODE = black.Mode(line_length=WIDTH, target_versions={black.TargetVersion.PY311})
LONG = "a" * 130
SOURCE = f'''"""Text that is {LONG}."""

from x import y

X: Final = y(
    "{LONG}",
)
Y = {{"{LONG}": 1, "b": 2}}


class A:
    """One.

    class B: {LONG}
        def f(self):
    """

    first: int = 1
    """{LONG}"""
    second: Literal["{LONG}"] | None = None

    def f(
        self,
        *,
        kind: Literal["{LONG}", "b"] | Omit = OMIT,
    ) -> None:
        """{LONG}"""
        return None


def f() -> None:
    """{LONG}"""
    return call("{LONG}", 1)
'''


def test_long_lines_are_broken_as_black_breaks_them():
    expected = black.format_str(SOURCE, mode=MODE)
    assert expected != SOURCE
    assert format_python(SOURCE) == expected


@pytest.mark.parametrize("entry", [f'"{LONG}"', f'"a": "{LONG}"', f'"{LONG}": "a\\\\b"', '"' + "中" * 60 + '": ""'])
def test_entry_that_nothing_can_break_stays_as_it_is(entry: str, monkeypatch: pytest.MonkeyPatch):
    source = f'X = {{\n    {entry},\n    {entry.replace("a", "b")},\n}}\n'
    assert black.format_str(source, mode=MODE) == source
    monkeypatch.setattr("generator.layout._run_black", lambda _: pytest.fail("black is slow"))
    assert format_python(source) == source


def test_statement_of_a_module_or_class_includes_the_text_behind_it():
    starts = [statement.split("\n")[0] for statement in split_statements(SOURCE)]
    assert starts == [
        SOURCE.split("\n")[0],
        "from x import y",
        "X: Final = y(",
        f'Y = {{"{LONG}": 1, "b": 2}}',
        "class A:",
        "    first: int = 1",
        f'    second: Literal["{LONG}"] | None = None',
        "    def f(",
        "def f() -> None:",
    ]
    assert "".join(split_statements(SOURCE)) == SOURCE


def test_wide_characters_count_twice():
    assert [line_width(line) for line in ("abc", "中文", "e\u0301", "ﬁ")] == [3, 4, 1, 1]
    source = f'x: Literal["{"中" * 40}", "{"文" * 20}"] = "x"\n'
    assert len(source) < WIDTH
    assert format_python(source) == black.format_str(source, mode=MODE) != source


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=20))
def test_any_text_is_printed_as_black_prints_it(text: str):
    source = f'"""Module."""\n\nX = {python_literal(text)}\n\n\nclass A:\n    {python_docstring(f"a{text}", 4)}\n'
    assert black.format_str(source, mode=MODE) == source


@pytest.mark.parametrize("items", [[], ["a"], ["a", "b"], ["a" * 60, "b" * 30], ["a" * 60, "b" * 60], ["a" * 99] * 3])
@pytest.mark.parametrize("indentation", [0, 4])
def test_brackets_break_as_black_breaks_them(items: list[str], indentation: int):
    head = "if x:\n" if indentation else ""
    for text in (
        break_call(" " * indentation + "result = call(", items),
        break_display(" " * indentation + "result = {", [f"{item}: 1" for item in items], "}"),
    ):
        assert black.format_str(f"{head}{text}\n", mode=MODE) == f"{head}{text}\n"


@pytest.mark.parametrize("name", ["rest", "rpc", "old", "odd_names", "empty"])
def test_every_file_is_formatted(name: str):
    assert hasattr(documents, name)
    for path, text in generated(name).files.items():
        if path.endswith(".py") and text:
            assert black.format_str(text, mode=MODE) == text, path
