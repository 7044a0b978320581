"""docs/exports.md says what the tools do with the documents: they are run again, and what it says is checked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.exports.documents import APIS, Form, list_forms
from tests.exports.matrix import GOOD, GUIDE, NOT_GIVEN, is_quick, list_cells, measure, read_guide, render_guide
from tests.exports.openapi_generator import map_unions, name_blanks, name_properties
from tests.exports.peers import PeerUnavailableError, Tool
from tests.exports.tools import EXPLANATIONS, TOOLS, UnexplainedError, explain

QUICK = list(list_cells(is_quick))


@pytest.mark.parametrize(("tool", "forms"), QUICK, ids=[tool.name for tool, _ in QUICK])
def test_tool_does_what_the_guide_says(tool: Tool, forms: list[Form], tmp_path: Path) -> None:
    try:
        measured = measure(tool, forms, tmp_path)
    except PeerUnavailableError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"{tool.name} was not run: {error}")
    written = read_guide()
    assert measured == {cell: written[cell] for cell in measured}


def test_the_guide_is_written_by_the_program() -> None:
    assert render_guide(read_guide()) == GUIDE.read_text(encoding="utf-8")


def test_the_guide_has_every_tool_and_every_form() -> None:
    given = {(tool.name, form) for tool, forms in list_cells(Tool.accepts) for form in forms}
    cells = read_guide()
    assert {cell for cell, mark in cells.items() if mark != NOT_GIVEN} == given
    assert {name for name, _ in cells} == {tool.name for tool in TOOLS}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_every_tool_takes_its_recommended_form_of_every_document(tool: Tool) -> None:
    recommended = [form for api in APIS for form in list_forms(api) if tool.recommends(form)]
    assert [form.api for form in recommended] == list(APIS)
    cells = read_guide()
    assert {cells[tool.name, form] for form in recommended} == {GOOD}


def test_every_tool_is_run_on_every_document() -> None:
    for tool, forms in QUICK:
        assert {form.api for form in forms} == set(APIS), tool.name


def test_each_problem_needs_an_explanation() -> None:
    known = "path-not-include-query: a query (#/paths)"
    assert explain([known, known]) == [3]
    assert explain([]) == []
    with pytest.raises(UnexplainedError, match="out of memory"):
        explain([known, "out of memory"])


def test_explanations_are_one_line() -> None:
    assert not [item.text for item in EXPLANATIONS if "\n" in item.text]


SETTINGS: dict[str, tuple[Any, Any, Any]] = {
    "names that differ in case": (
        name_properties,
        {"properties": {"Data": {}, "data": {}, "other": {}}},
        {"data": "dataLower"},
    ),
    "names that differ in separators": (
        name_properties,
        {"properties": {"user_id": {}, "UserId": {}}},
        {"UserId": "UserIdOther"},
    ),
    "an array or something else": (
        map_unions,
        {"properties": {"a": {"anyOf": [{"type": "string"}, {"type": "array"}]}, "b": {"type": "array"}}},
        {"It_a": "Object"},
    ),
    "listed values of blanks": (name_blanks, {"enum": ["+", " ", ""]}, {" ": "Blank"}),
}


@pytest.mark.parametrize(("find", "schema", "found"), SETTINGS.values(), ids=SETTINGS.keys())
def test_settings_of_openapi_generator_are_found_in_the_document(find: Any, schema: Any, found: Any) -> None:
    assert find({"components": {"schemas": {"It": schema}}}) == found
