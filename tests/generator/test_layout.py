"""Generated Python is laid out as black does it, with as little work for black as possible."""

from __future__ import annotations

from types import SimpleNamespace

import black
import pytest

from generator.layout import break_call, break_display, format_python
from generator.render import environment, is_static
from tests.generator.test_package import generated

TEMPLATES = [name for name in environment().list_templates(extensions=["j2"]) if name.endswith(".py.j2")]
STATIC = [name for name in TEMPLATES if is_static(name)]


@pytest.mark.parametrize("template", STATIC)
def test_static_template_is_kept_formatted(template: str):
    names = SimpleNamespace(name="x", environment="X", models="x = 1")
    text = environment().get_template(template).render(view=names)
    assert format_python(text) == text


def test_most_templates_are_static():
    assert len(STATIC) > len(TEMPLATES) / 2


@pytest.mark.parametrize("items", [[], ["a"], ["a", "b"], ["a" * 60, "b" * 30], ["a" * 60, "b" * 60], ["a" * 99] * 3])
@pytest.mark.parametrize("indentation", [0, 4])
def test_brackets_break_as_black_breaks_them(items: list[str], indentation: int):
    head = "if x:\n" if indentation else ""
    for text in (
        break_call(" " * indentation + "result = call(", items),
        break_display(" " * indentation + "result = {", [f"{item}: 1" for item in items], "}"),
    ):
        assert format_python(f"{head}{text}\n") == f"{head}{text}\n"


@pytest.mark.parametrize("name", ["rest", "rpc", "old"])
def test_every_file_is_formatted(name: str):
    mode = black.Mode(line_length=120, target_versions={black.TargetVersion.PY311})
    for path, text in generated(name).files.items():
        if path.endswith(".py") and text:
            assert black.format_str(text, mode=mode) == text, path
