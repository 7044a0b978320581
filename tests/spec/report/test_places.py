"""Where changes stand in a document that no page states."""

from __future__ import annotations

import json
from textwrap import dedent

import pytest

from spec.diff.changes import Change, Level
from spec.report.finding import Location
from spec.report.places import DocumentPlaces

YAML = dedent("""\
    openapi: 3.1.0
    paths:
      /pets:
        get:
          parameters:
            - name: limit
              schema:
                maximum: 50
            - name: state
          responses:
            "200":
              description: Done
    """)
VALUE = {"paths": {"/pets": {"get": {"parameters": [{"name": "limit"}, {"name": "state"}]}}}}


def change(old: str | None, new: str | None) -> Change:
    return Change("some-rule", Level.RISKY, (), "", "text", old, new, None, None)


def line_of(text: str, old: str | None, new: str | None) -> int:
    found = DocumentPlaces("api.yaml", text).locate_change(change(old, new))
    assert (found.file, found.line) == ("api.yaml", found.end_line)
    return found.line


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("/paths/~1pets/get/parameters/0", "/paths/~1pets/get/parameters/0/schema/maximum", 8),
        (None, "/paths/~1pets/get/parameters/1", 9),
        (None, "/paths/~1pets/get/parameters/1/schema/pattern", 9),
        (None, "/paths/~1cats", 2),
        ("", "", 1),
    ],
)
def test_what_is_new_has_its_line(old: str | None, new: str, line: int) -> None:
    assert line_of(YAML, old, new) == line


@pytest.mark.parametrize(
    ("old", "line"),
    [
        ("/paths/~1cats/get", 2),
        ("/paths/~1pets/post", 3),
        ("/paths/~1pets/get/responses/404", 10),
        ("/paths/~1pets/get/responses/200/content/text~1plain", 11),
        ("/paths/~1pets/get/parameters/1", 5),
        ("/paths/~1pets/get/parameters/1/schema/maximum", 5),
        ("/components/schemas/Pet", 1),
    ],
)
def test_what_is_gone_has_the_line_of_what_was_around_it(old: str, line: int) -> None:
    assert line_of(YAML, old, None) == line


@pytest.mark.parametrize("indent", ["\t", 2])
def test_json_has_lines_whatever_indents_it(indent: str | int) -> None:
    text = json.dumps(VALUE, indent=indent)
    assert text.splitlines()[9].strip() == '"name": "state"'
    assert line_of(text, None, "/paths/~1pets/get/parameters/1/name") == 10


@pytest.mark.parametrize("text", ["", "a: [", "just text", "a: 1\na: 2\n"])
def test_a_text_without_lines_is_its_first_line(text: str) -> None:
    assert DocumentPlaces("x", text).locate("/paths/~1pets/get") == Location("x", 1, 1)
