"""The generated tests of iteration: what they are made of, and that they pass for every kind of pages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from generator.package import generate_package, read_package
from generator.write import write_package

Document = dict[str, Any]
INTEGER: Document = {"type": "integer"}
TEXT: Document = {"type": "string"}
FLAG: Document = {"type": "boolean"}
NOTE: Document = {"type": "object", "properties": {"done": FLAG, "name": TEXT}}
NOTES: Document = {"type": "array", "items": NOTE}
SHOWN = [{"done": True, "name": "a"}]


def an_object(**properties: object) -> Document:
    return {"type": "object", "properties": properties}


def a_get(name: str, schema: object, example: object, *headers: str, **parameters: object) -> Document:
    media = {"schema": schema, "example": example}
    shown = {header: {"schema": TEXT} for header in headers}
    result = {"description": "", "headers": shown, "content": {"application/json": media}}
    sent = [{"name": wire, "in": "query", "schema": kind} for wire, kind in parameters.items()]
    return {f"/{name}": {"get": {"operationId": name, "parameters": sent, "responses": {"200": result}}}}


def an_action(name: str, schema: object, example: object, **properties: object) -> Document:
    sent = an_object(Action={"type": "string", "const": name}, **properties)
    body = {"content": {"application/json": {"schema": {**sent, "required": ["Action", "Project"]}}}, "required": True}
    media = {"schema": schema, "example": example}
    responses = {"200": {"description": "", "content": {"application/json": media}}}
    operation = {"operationId": name, "x-rpc-action": name, "requestBody": body, "responses": responses}
    return {f"/api#{name}": {"post": operation}}


def a_document(*paths: Document) -> Document:
    merged = {path: item for part in paths for path, item in part.items()}
    info = {"title": "t", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "servers": [{"url": "https://s.example"}], "paths": merged}


def cases(*paths: Document) -> dict[str, Any]:
    """Return the data of the tests by operation."""
    return {case["operation"]: case for case in read_package(a_document(*paths), name="x")[2]["paged"]}


LIMITED = {"offset": INTEGER, "limit": INTEGER}
KINDS = [
    a_get("header", NOTES, SHOWN, "X-Total", **LIMITED),
    a_get("bare", NOTES, SHOWN, **LIMITED),
    a_get("flag", an_object(rows=NOTES, more=FLAG), {"rows": SHOWN, "more": False}, page=INTEGER),
    a_get("sign", NOTES, SHOWN, "X-Next-Page", page=INTEGER),
    a_get("link", an_object(rows=NOTES, next=TEXT), {"rows": SHOWN, "next": "https://s.example/2"}, page=INTEGER),
    a_get("word", {"type": "array", "items": TEXT}, ["w"], "X-Total", **LIMITED),
    a_get("token", an_object(rows=NOTES, next_token=TEXT), {"rows": SHOWN, "next_token": ""}, page_token=TEXT),
    a_get("token_header", NOTES, SHOWN, "X-Next-Cursor", cursor=TEXT),
    a_get("text_total", an_object(rows=NOTES, total=TEXT), {"rows": SHOWN, "total": "1"}, **LIMITED),
    an_action(
        "DescribeNotes",
        an_object(Response=an_object(Data=an_object(TotalCount=INTEGER, Notes=NOTES))),
        {"Response": {"Data": {"TotalCount": 1, "Notes": SHOWN}}},
        Project=TEXT,
        PageNumber=INTEGER,
        PageSize=INTEGER,
    ),
]


def test_generated_tests_pass_for_every_kind(tmp_path: Path):
    write_package(generate_package(a_document(*KINDS), name="x"), tmp_path)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_paging.py"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr[-2000:]
    assert re.search(rf"\b{3 * len(KINDS)} passed", result.stdout)


def test_items_differ_in_one_property_that_may_differ():
    items = cases(*KINDS)["header"]["items"]
    assert items == [{"done": True, "name": name} for name in ("a", "a-1", "a-2", "a-3", "a-4")]


def test_total_and_items_are_put_where_the_example_has_them():
    case = cases(*KINDS)["DescribeNotes"]
    bodies = [answer["body"]["Response"]["Data"] for answer in case["answers"]]
    assert [(body["TotalCount"], len(body["Notes"])) for body in bodies] == [(5, 2), (5, 2), (5, 1)]
    assert case["positions"] == [1, 2, 3]
    assert list(case["arguments"]) == ["project"]


def test_header_says_the_total():
    answers = cases(*KINDS)["header"]["answers"]
    assert [answer["headers"] for answer in answers] == [{"X-Total": "5"}] * 3


def test_list_without_any_sign_ends_with_an_empty_page():
    case = cases(*KINDS)["bare"]
    assert [len(answer["body"]) for answer in case["answers"]] == [2, 2, 1, 0]
    assert case["positions"] == [0, 2, 4, 5]


def test_token_is_that_of_the_page_before():
    case = cases(*KINDS)["token"]
    assert [answer["body"]["next_token"] for answer in case["answers"]] == ["token-1", "token-2", ""]
    assert case["positions"] == [None, "token-1", "token-2"]


def test_required_position_is_left_to_the_iteration():
    paths = a_get("header", NOTES, SHOWN, "X-Total", **LIMITED)
    for parameter in paths["/header"]["get"]["parameters"]:
        parameter["required"] = True
    assert list(cases(paths)["header"]["arguments"]) == ["limit"]


def test_example_that_does_not_show_how_pages_are_written_is_no_case():
    rows = {"rows": SHOWN}
    flagged = an_object(rows=NOTES, more={"type": ["boolean", "null"]})
    assert not cases(a_get("empty", NOTES, [], **LIMITED))
    assert not cases(a_get("null", flagged, {**rows, "more": None}, page=INTEGER))
    assert not cases(a_get("token", an_object(rows=NOTES, next_token=TEXT), rows, page_token=TEXT))
    same = {"type": "array", "items": an_object(done=FLAG)}
    assert not cases(a_get("same", same, [{"done": True}], **LIMITED))
    fixed = {"type": "array", "items": an_object(kind={"const": "note"})}
    assert not cases(a_get("fixed", fixed, [{"kind": "note"}], **LIMITED))
    assert not cases(a_get("unpaged", NOTES, SHOWN))


def test_position_that_the_documentation_does_not_allow_is_not_tested():
    long = {"type": "string", "minLength": 30}
    result = an_object(rows=NOTES, next_cursor=TEXT)
    found = cases(
        a_get("short", result, {"rows": SHOWN, "next_cursor": "b"}, cursor=TEXT),
        a_get("long", result, {"rows": SHOWN, "next_cursor": "b"}, cursor=long),
    )
    assert list(found) == ["short"]
