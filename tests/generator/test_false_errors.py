"""The generated tests notice a client that takes results for errors, or errors for results."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.package import generate_package, read_package
from generator.write import write_package

Document = dict[str, Any]
OUTCOME: Document = {"type": "string", "enum": ["success", "failed"]}
ERROR: Document = {"type": "object", "properties": {"code": {"type": "string"}}}
ALWAYS = """

def check_envelope(operation: Any, response: Any, credentials: Any) -> None:
    from .exceptions import EnvelopeError

    fail(EnvelopeError, operation, response, "an error that is none", credentials)
"""
NEVER = """

def check_envelope(operation: Any, response: Any, credentials: Any) -> None:
    return None
"""


def an_operation(name: str, properties: Document, examples: Document, **more: object) -> Document:
    named = {key: {"value": value} for key, value in examples.items()}
    media = {"schema": {"type": "object", "properties": properties}, "examples": named}
    result = {"description": "", "content": {"application/json": media}}
    return {"operationId": name, "responses": {"200": result}, **more}


ENVELOPED: Document = {
    "good": {"Response": {"RequestId": "1"}},
    "null": {"Response": {"RequestId": "2", "Error": None}},
    "bad": {"Response": {"RequestId": "3", "Error": {"Code": "Failed"}}},
}
REPORTED: Document = {
    "good": {"status": "success", "error": None},
    "warned": {"status": "success", "error": {"code": "slow"}},
    "bad": {"status": "failed", "error": {"code": "full"}},
}
STATUS = {"status": OUTCOME, "error": {"anyOf": [ERROR, {"type": "null"}], "properties": ERROR["properties"]}}
PLAIN = {"status": {"type": "string"}, "error": {"type": ["string", "null"]}}
BODY = {"content": {"application/json": {"schema": {"type": "object"}, "example": {}}}}
DOCUMENT: Document = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "servers": [{"url": "https://s.example"}],
    "paths": {
        "/api#DescribeNote": {
            "post": an_operation(
                "DescribeNote", {"Response": {}}, ENVELOPED, requestBody=BODY, **{"x-rpc-action": "DescribeNote"}
            )
        },
        "/call": {"get": an_operation("call", STATUS, REPORTED)},
        "/job": {"get": an_operation("job", PLAIN, {"stopped": {"status": "failed", "error": "full"}})},
    },
}


def test_documented_response_is_an_error_where_the_document_says_so():
    cases = read_package(DOCUMENT, name="x")[2]["responses"]
    assert {(case["operation"], case["example"]) for case in cases if case["is_error"]} == {
        ("DescribeNote", "bad"),
        ("call", "bad"),
    }
    assert len(cases) == 7


@pytest.mark.parametrize(
    ("mutation", "noticing"),
    [
        ("", set()),
        (ALWAYS, {"test_responses.py", "test_requests.py", "test_retries.py"}),
        (NEVER, {"test_responses.py", "test_errors.py"}),
    ],
    ids=["as generated", "always an error", "never an error"],
)
def test_client_that_misjudges_envelopes_fails_its_tests(mutation: str, noticing: set[str], tmp_path: Path):
    write_package(generate_package(DOCUMENT, name="judging"), tmp_path)
    with (tmp_path / "src/judging/_response.py").open("a") as module:
        module.write(mutation)
    assert failing_modules(tmp_path) == noticing


def failing_modules(package: Path) -> set[str]:
    modules = [f"tests/test_{name}.py" for name in ("responses", "requests", "retries", "errors")]
    plugins = [word for name in ("cacheprovider", "xdist", "schemathesis") for word in ("-p", f"no:{name}")]
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--tb=no", *plugins, *modules],
        cwd=package,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode in (0, 1), result.stdout[-4000:] + result.stderr[-2000:]
    return set(re.findall(r"^FAILED tests/(\w+\.py)::", result.stdout, re.MULTILINE))
