"""Every documented request example leaves the client exactly as documented."""

from __future__ import annotations

import json
from typing import Any, get_type_hints
from urllib.parse import parse_qsl, urlsplit

import pytest
from pydantic import TypeAdapter

from coding import Client
from coding.exceptions import APIError

from conftest import LocalTransport, Server
from contract import DATA, find_method, name_case, same_json


def call(client: Client, case: dict[str, Any], arguments: dict[str, Any]) -> None:
    """Call the method; what it makes of the empty answer is the business of other tests."""
    options = {"extra_body": case["extra_body"]} if case["extra_body"] else {}
    try:
        find_method(client, case)(**arguments, **options)
    except APIError as error:
        assert getattr(error, "status_code", None) == 200, error


def check(server: Server, transport: LocalTransport, expected: dict[str, Any]) -> None:
    """Compare the one recorded request with the expected one."""
    assert len(server.requests) == 1
    sent = server.requests[0]
    target = urlsplit(sent.target)
    assert sent.method == expected["method"]
    assert f"{transport.schemes[-1]}://{sent.headers['host']}{target.path}" == expected["url"]
    query = parse_qsl(target.query, keep_blank_values=True)
    assert sorted(query) == sorted((name, value) for name, value in expected["query"])
    assert target.fragment == ""
    for name, value in expected["headers"].items():
        assert sent.headers.get(name.lower()) == value, name
    if expected["encoding"] == "":
        assert sent.body == b""
    elif expected["encoding"] == "json":
        assert same_json(json.loads(sent.body), expected["body"])
    else:
        fields = parse_qsl(sent.body.decode(), keep_blank_values=True, strict_parsing=True)
        assert sorted(fields) == sorted((name, value) for name, value in expected["body"])


@pytest.mark.parametrize("case", DATA["requests"], ids=name_case)
def test_documented_arguments_give_the_documented_request(
    case: dict[str, Any], client: Client, server: Server, transport: LocalTransport
) -> None:
    """Arguments as JSON data."""
    call(client, case, case["arguments"])
    check(server, transport, case["request"])


@pytest.mark.parametrize("case", DATA["requests"], ids=name_case)
def test_typed_arguments_give_the_documented_request(
    case: dict[str, Any], client: Client, server: Server, transport: LocalTransport
) -> None:
    """Arguments as instances of the annotated types."""
    hints = get_type_hints(find_method(client, case))
    typed = {name: TypeAdapter(hints[name]).validate_python(value) for name, value in case["arguments"].items()}
    call(client, case, typed)
    check(server, transport, case["request"])
