"""Every documented request example leaves the client exactly as documented."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from email.parser import BytesParser
from email.policy import HTTP
from operator import itemgetter
from typing import Any, get_type_hints
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from pydantic import TypeAdapter

from gitlab import Client
from gitlab.exceptions import DecodeError

from contract import DATA, find_method, name_case, same_json, same_text
from local_clients import Caller, LocalTransport
from local_server import Recorded, Server


def send(call: Caller, case: dict[str, Any], arguments: dict[str, Any]) -> None:
    """Call the method; the empty answer need not be as documented, but it reports no error."""
    options = {"extra_body": case["extra_body"]} if case["extra_body"] else {}
    with suppress(DecodeError):
        call(case, **arguments, **options)


def check(server: Server, transport: LocalTransport, expected: dict[str, Any]) -> None:
    """Compare the one recorded request with the expected one."""
    assert len(server.requests) == 1
    sent = server.requests[0]
    target = urlsplit(sent.target)
    assert sent.method == expected["method"]
    assert f"{transport.schemes[-1]}://{sent.headers['host']}{target.path}" == expected["url"]
    check_fields(parse_qsl(target.query, keep_blank_values=True), expected["query"])
    assert target.fragment == ""
    for name, value in expected["headers"].items():
        assert same_text(sent.headers[name.lower()], value), name
    if expected["cookies"]:
        found = [pair.partition("=") for pair in sent.headers["cookie"].split("; ")]
        cookies = [(unquote(name), unquote(value)) for name, _, value in found]
        for name, value in expected["cookies"]:
            assert any(same_text(text, value) for key, text in cookies if key == name), name
    if expected["encoding"] == "":
        assert sent.body == b""
    elif expected["encoding"] == "json":
        assert same_json(json.loads(sent.body), expected["body"])
    elif expected["encoding"] == "raw":
        assert sent.body.decode() == expected["body"]
    elif expected["encoding"] == "multipart":
        parts = read_parts(sent)
        check_fields([part[:2] for part in parts], [part[:2] for part in expected["body"]])
        for part, (name, _, media_type) in zip(by_name(parts), by_name(expected["body"]), strict=True):
            assert media_type in ("", part[2]), name
    else:
        check_fields(parse_qsl(sent.body.decode(), keep_blank_values=True, strict_parsing=True), expected["body"])


def check_fields(sent: Sequence[tuple[str, str]], expected: Sequence[Sequence[Any]]) -> None:
    """Compare fields: names in any order, the values of one name in theirs."""
    fields, documented = by_name(sent), by_name(expected)
    assert [name for name, _ in fields] == [name for name, _ in documented]
    for (name, text), (_, value) in zip(fields, documented, strict=True):
        assert same_text(text, value), f"{name}: {text!r} instead of {value!r}"


def by_name(fields: Sequence[Sequence[Any]]) -> list[Sequence[Any]]:
    """Return fields in the order of their names."""
    return sorted(fields, key=itemgetter(0))


def read_parts(sent: Recorded) -> list[tuple[str, str, str]]:
    """Return name, content and media type of each part of a multipart body."""
    head = f"Content-Type: {sent.headers['content-type']}\r\n\r\n".encode()
    parts: list[tuple[str, str, str]] = []
    for part in BytesParser(policy=HTTP).parsebytes(head + sent.body).iter_parts():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        parts.append((str(part["content-disposition"].params["name"]), content.decode(), str(part["content-type"])))
    return parts


@pytest.mark.parametrize("case", DATA["requests"], ids=name_case)
def test_documented_arguments_give_the_documented_request(
    case: dict[str, Any], call: Caller, server: Server, transport: LocalTransport
) -> None:
    """Arguments as JSON data."""
    send(call, case, case["arguments"])
    check(server, transport, case["request"])


@pytest.mark.parametrize("case", DATA["requests"], ids=name_case)
def test_typed_arguments_give_the_documented_request(
    case: dict[str, Any], client: Client, server: Server, transport: LocalTransport
) -> None:
    """Arguments as instances of the annotated types."""
    hints = get_type_hints(find_method(client, case))
    typed = {name: TypeAdapter(hints[name]).validate_python(value) for name, value in case["arguments"].items()}
    send(Caller(transport), case, typed)
    check(server, transport, case["request"])
