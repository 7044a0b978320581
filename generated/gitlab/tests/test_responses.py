"""Every documented response example becomes the typed result, and the same JSON again."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ValidationError

from gitlab import Client
from gitlab._decoding import decode, documented_type
from gitlab._model import Boolean, Integer, Number, WholeNumber, to_wire
from gitlab.exceptions import EnvelopeError, ResponseError, status_error_class

from contract import DATA, find_method, find_operation, name_case, same_json
from local_server import Answer, Server

RESULTS = [case for case in DATA["responses"] if not case["is_error"]]
FAILURES = [case for case in DATA["responses"] if case["is_error"]]
FACTS = {item["operation"]: item for item in DATA["operations"]}


def prepare(server: Server, case: dict[str, Any]) -> None:
    """Let the server answer with the documented response."""
    body = json.dumps(case["body"]).encode()
    server.prepare(Answer(case["status"], body, {"Content-Type": case["media_type"]}))


@pytest.mark.parametrize("case", DATA["responses"], ids=name_case)
def test_documented_response_becomes_the_documented_type_and_the_same_json(case: dict[str, Any]) -> None:
    """JSON → typed value → JSON is the identity, types of numbers included."""
    operation = find_operation(case)
    documented = operation.results if case["status"] < 300 else operation.errors
    expected = documented_type(documented, case["status"], case["media_type"])
    value = decode(expected, json.dumps(case["body"]).encode())
    if isinstance(expected, type) and issubclass(expected, BaseModel):
        assert isinstance(value, expected)
    assert same_json(to_wire(value), case["body"])


@pytest.mark.parametrize("case", RESULTS, ids=name_case)
def test_call_returns_the_documented_response(case: dict[str, Any], client: Client, server: Server) -> None:
    """The documented response, received over a socket."""
    prepare(server, case)
    method = find_method(client, case)
    arguments = FACTS[case["operation"]]["arguments"]
    assert same_json(to_wire(method(**arguments)), case["body"])
    raw = client.with_raw_response(method)(**arguments)
    assert raw.status_code == case["status"]
    assert raw.headers["content-type"] == case["media_type"]


@pytest.mark.parametrize("case", FAILURES, ids=name_case)
def test_documented_failure_raises_its_class(case: dict[str, Any], client: Client, server: Server) -> None:
    """The documented error body is decoded and, where documented, typed; an envelope has a successful status."""
    prepare(server, case)
    with pytest.raises(ResponseError) as caught:
        find_method(client, case)(**FACTS[case["operation"]]["arguments"])
    is_envelope = case["status"] < 300
    assert type(caught.value) is (EnvelopeError if is_envelope else status_error_class(case["status"]))
    assert same_json(caught.value.body, case["body"])
    expected = documented_type(find_operation(case).errors, case["status"], case["media_type"])
    if not is_envelope and expected not in (Any, None, str, bytes):
        assert same_json(to_wire(caught.value.model), case["body"])


LEVEL = Annotated[Literal[1, 2] | int, WholeNumber]
ONE = Annotated[Literal[1], WholeNumber]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        *[
            (kind, text)
            for kind in (Integer, Number, LEVEL)
            for text in ("1", "1.0", "-0.0", "3", "12345678901234567890")
        ],
        *[(ONE, "1"), (ONE, "1.0"), (Number, "1.5"), (Boolean, "true"), (Integer | str | None, '"1"')],
    ],
)
def test_value_stays_as_it_came(expected: Any, text: str) -> None:
    """An integer may be written `1.0`, and goes back like that."""
    assert json.dumps(to_wire(decode(expected, text.encode()))) == text


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        *[(kind, text) for kind in (Integer, Number, LEVEL, ONE, int, list[int]) for text in ('"1"', "true", "null")],
        *[(Boolean, "1"), (Boolean, '"true"'), (str, "1"), (Integer, "1.5"), (ONE, "2"), (list[int], '["1"]')],
    ],
)
def test_value_of_another_type_is_refused_and_not_converted(expected: Any, text: str) -> None:
    """The string "1" is no number, and the number 1 is not true."""
    with pytest.raises(ValidationError):
        decode(expected, text.encode())
