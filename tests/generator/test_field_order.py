"""Generated tests compare the fields of a form by name and JSON by its data, and ask no body where there is none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.package import generate_package
from generator.write import write_package
from tests.generator.importing import Document, reference

FIELDS = {
    "note": {"type": "string"},
    "labels": {"type": "array", "items": {"type": "string"}},
    "target": reference("Target"),
    "file": {"type": "string", "format": "binary"},
}
TARGET = {"type": "object", "properties": {"method": {"type": "string"}, "url": {"type": "string"}}}
#: Neither the required fields nor the properties of the object stand where a typed call has them.
SENT = {"note": "n", "labels": ["b", "a"], "target": {"url": "u", "method": "PUT"}, "file": "content"}


def of_form(media_type: str) -> Document:
    content = {media_type: {"schema": reference("Form"), "example": SENT}}
    return {"requestBody": {"content": content}, "responses": {"304": {"description": "As before."}}}


def of_parameter(name: str, location: str) -> Document:
    content = {"application/json": {"schema": reference("Target"), "example": SENT["target"]}}
    return {"name": name, "in": location, "content": content}


DOCUMENT: Document = {
    "openapi": "3.1.0",
    "info": {"title": "Forms", "version": "1"},
    "components": {
        "schemas": {"Target": TARGET, "Form": {"type": "object", "required": ["file"], "properties": FIELDS}}
    },
    "paths": {
        "/forms": {"post": {"operationId": "form", **of_form("application/x-www-form-urlencoded")}},
        "/parts": {"post": {"operationId": "parts", **of_form("multipart/form-data")}},
        "/parameters": {
            "get": {
                "operationId": "parameters",
                "parameters": [of_parameter(name, place) for name, place in (("q", "query"), ("X-Target", "header"))],
                "responses": {"304": {"description": "As before."}},
            }
        },
    },
}


def run_tests(folder: Path, names: Sequence[str], change: Callable[[list[dict[str, Any]]], None] | None = None) -> str:
    """Return what the generated tests print, after a change of what they expect of requests."""
    write_package(generate_package(DOCUMENT, name="forms"), folder)
    if change is not None:
        data = folder / "tests/examples.json"
        content = json.loads(data.read_text())
        change(content["requests"])
        data.write_text(json.dumps(content))
    # Plugins that the tests do not use cost a second each time.
    unused = [word for name in ("cacheprovider", "xdist", "schemathesis") for word in ("-p", f"no:{name}")]
    command = [sys.executable, "-m", "pytest", "-q", *unused, *(f"tests/{name}.py" for name in names)]
    environment = {key: value for key, value in os.environ.items() if key != "PYTEST_ADDOPTS"}
    environment["CONTRACT_EXAMPLES"] = "4"
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False).stdout


def test_order_of_fields_and_of_properties_is_free(tmp_path: Path):
    output = run_tests(tmp_path, ["test_requests", "test_errors", "test_schemas"])
    assert " passed" in output
    assert " failed" not in output, output


def swap_labels(requests: list[dict[str, Any]]) -> None:
    for case in requests[:2]:
        first, second = (field for field in case["request"]["body"] if field[0] == "labels")
        first[1], second[1] = second[1], first[1]


def change_target(requests: list[dict[str, Any]]) -> None:
    for case in requests[:2]:
        next(field for field in case["request"]["body"] if field[0] == "target")[1]["url"] = "other"
    requests[2]["request"]["query"][0][1]["url"] = "other"


def drop_note(requests: list[dict[str, Any]]) -> None:
    for case in requests[:2]:
        case["request"]["body"] = [field for field in case["request"]["body"] if field[0] != "note"]


@pytest.mark.parametrize(("change", "cases"), [(swap_labels, 2), (change_target, 3), (drop_note, 2)])
def test_other_fields_values_and_json_are_noticed(
    change: Callable[[list[dict[str, Any]]], None], cases: int, tmp_path: Path
):
    # Each example is sent by both clients, and once more with typed arguments.
    assert f" {cases * 3} failed" in f" {run_tests(tmp_path, ['test_requests'], change).splitlines()[-1]}"
