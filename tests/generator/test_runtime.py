"""What a generated client does with arguments, tokens and answers that no documentation shows."""

from __future__ import annotations

import copy
import datetime
import decimal
import enum
import json
import logging
import pickle
import uuid
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import httpx2
import pytest

from generator.package import generate_package
from tests.generator.importing import imported

TOKEN = "secret-token"
TEXT = {"schema": {"type": "string"}}
PET = {"type": "object", "properties": {"name": {"type": "string"}}}
# A choice cannot be taken apart: the body is one argument.
CHOICE = {"oneOf": [{"$ref": "#/components/schemas/Pet"}, {"type": "array", "items": {"type": "string"}}]}


def _post(schema: object, media_type: str = "application/json") -> dict[str, Any]:
    return {"requestBody": {"content": {media_type: {"schema": schema}}}, "responses": {"204": {"description": ""}}}


def _get(schema: object, **more: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {"responses": {"200": {"description": "", "content": content}}, **more}


def _outcome(status: object, error: object) -> dict[str, Any]:
    return {"type": "object", "properties": {"id": {"type": "integer"}, "status": status, "error": error}}


OUTCOMES = {"type": "string", "enum": ["success", "failed"]}
STATES = {"type": "string", "enum": ["running", "success", "failed"]}
ERROR = {"type": "object", "properties": {"code": {"type": "string"}, "message": {"type": "string"}}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "servers": [{"url": "https://s.example"}],
    "security": [{"Header": []}],
    "components": {
        "schemas": {"Pet": PET, "Choice": CHOICE},
        "securitySchemes": {
            "Header": {"type": "apiKey", "in": "header", "name": "Private-Token"},
            "Query": {"type": "apiKey", "in": "query", "name": "access_token"},
        },
    },
    "paths": {
        "/items/{id}": {
            "get": {
                "operationId": "read",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, **TEXT},
                    {"name": "kind", "in": "query", "schema": {}},
                    {"name": "X-Note", "in": "header", **TEXT},
                ],
                "responses": {"200": {"description": "", "content": {"application/json": {}}}},
            }
        },
        "/in-query": {"get": _get({}, operationId="in_query", security=[{"Query": []}])},
        "/json": {"post": {"operationId": "send", **_post(CHOICE)}},
        "/form": {"post": {"operationId": "send_form", **_post(CHOICE, "application/x-www-form-urlencoded")}},
        "/job": {"get": _get(_outcome({"type": "string"}, {"type": ["string", "null"]}), operationId="job")},
        "/call": {"get": _get(_outcome(OUTCOMES, ERROR), operationId="call")},
        "/build": {"get": _get(_outcome(STATES, ERROR), operationId="build")},
        "/either": {
            "get": {
                "operationId": "either",
                "responses": {
                    "200": {
                        "description": "",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}},
                            "text/csv": TEXT,
                            "application/pdf": {},
                        },
                    }
                },
            }
        },
    },
}


class Kind(str, enum.Enum):  # noqa: UP042 - what users have written for years; its str() is "Kind.BIG"
    BIG = "big one"


class Size(enum.Enum):
    LARGE = 3


class Remote:
    """Answers as told, and keeps what arrives."""

    def __init__(self) -> None:
        self.answer = httpx2.Response(200, json={})
        self.requests: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        return self.answer


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(DOCUMENT, tmp_path_factory.mktemp("runtime")) as module:
        yield module


@pytest.fixture
def remote() -> Remote:
    return Remote()


def connect(package: ModuleType, remote: Remote, **settings: Any) -> Any:
    http = httpx2.Client(transport=httpx2.MockTransport(remote))
    return package.Client(**{"token": TOKEN, "http_client": http, **settings})


def test_misspelt_argument_is_refused_with_the_name_that_is_like_it(package: ModuleType, remote: Remote):
    with pytest.raises(TypeError, match="'knd'; did you mean 'kind'"):
        connect(package, remote).default.read(id="1", knd="blocks")
    assert remote.requests == []


@pytest.mark.parametrize("place", ["client", "call"])
def test_headers_are_merged_without_regard_to_case(package: ModuleType, remote: Remote, place: str):
    given = {"user-agent": "mine", "ACCEPT": "text/plain", "x-note": "b"}
    settings = {"headers": given} if place == "client" else {}
    connect(package, remote, **settings).default.read(id="1", extra_headers=given if place == "call" else None)
    sent = remote.requests[0].headers
    assert [sent.get_list(name) for name in given] == [["mine"], ["text/plain"], ["b"]]


@pytest.mark.parametrize("token", [TOKEN, None])
def test_credential_among_the_headers_takes_the_place_of_the_token(
    package: ModuleType, remote: Remote, token: str | None
):
    connect(package, remote, token=token, headers={"private-token": "mine"}).default.read(id="1")
    connect(package, remote, token=token).default.read(id="1", extra_headers={"PRIVATE-TOKEN": "other"})
    assert [request.headers.get_list("private-token") for request in remote.requests] == [["mine"], ["other"]]


def test_extra_body_reaches_every_kind_of_body(package: ModuleType, remote: Remote):
    default, model = connect(package, remote).default, package.models.Pet(name="a")
    remote.answer = httpx2.Response(204)
    for method in (default.send, default.send_form):
        method(body=model, extra_body={"b": "c"})
        method(body={"name": "a"}, extra_body={"b": "c"})
        method(extra_body={"b": "c"})
    remote.answer = httpx2.Response(200, json={})
    default.read(id="1", extra_body={"b": "c"})
    both, one = b'{"name":"a","b":"c"}', b'{"b":"c"}'
    sent = [request.content for request in remote.requests]
    assert sent == [both, both, one, b"name=a&b=c", b"name=a&b=c", b"b=c", one]
    with pytest.raises(package.exceptions.ArgumentError, match="object"):
        default.send(body=["a"], extra_body={"b": "c"})


def test_enumeration_is_sent_as_its_value(package: ModuleType, remote: Remote):
    default = connect(package, remote).default
    default.read(id=Kind.BIG, kind=[Kind.BIG, Size.LARGE])
    default.send(body={Kind.BIG: Size.LARGE, "more": package.models.Pet(size=Size.LARGE)})
    assert remote.requests[0].url.raw_path == b"/items/big%20one?kind=big%20one&kind=3"
    assert json.loads(remote.requests[1].content) == {"big one": 3, "more": {"size": 3}}


CIRCLE: list[object] = []
CIRCLE.append(CIRCLE)
UNSENDABLE = [
    b"x",
    datetime.date(2024, 1, 2),
    decimal.Decimal(1),
    uuid.UUID(int=1),
    {1},
    "\ud800",
    float("nan"),
    CIRCLE,
]


@pytest.mark.parametrize("value", UNSENDABLE, ids=[type(value).__name__ for value in UNSENDABLE])
def test_value_that_cannot_be_sent_is_an_argument_error(package: ModuleType, remote: Remote, value: object):
    default = connect(package, remote).default
    places = [{"id": value}, {"id": "1", "kind": value}, {"id": "1", "x_note": value}]
    places += [{"id": "1", name: {"a": value}} for name in ("extra_query", "extra_body", "extra_headers")]
    for arguments in places:
        with pytest.raises(package.exceptions.ArgumentError):
            default.read(**arguments)
    assert remote.requests == []


@pytest.mark.parametrize(
    "arguments",
    [
        {"extra_headers": {"a b": "c"}},
        {"extra_headers": {"a": "c\r\nd: e"}},
        {"extra_headers": {"a": 1}},
        {"extra_headers": ["a"]},
        {"extra_query": ["a"]},
        {"extra_body": ["a"]},
        {"base_url": "s.example"},
    ],
)
def test_bad_option_is_an_argument_error(package: ModuleType, remote: Remote, arguments: dict[str, Any]):
    with pytest.raises(package.exceptions.ArgumentError):
        connect(package, remote).default.read(id="1", **arguments)


def test_omitted_path_parameter_is_an_argument_error(package: ModuleType, remote: Remote):
    with pytest.raises(package.exceptions.ArgumentError, match="'id' must not be omitted"):
        connect(package, remote).default.read(id=package.OMIT)


@pytest.mark.parametrize("token", ["secret-tökén", "secret\0token", "secret-token\n", " secret", "secret\ud800", b"s"])
def test_token_that_cannot_be_sent_is_not_shown(package: ModuleType, remote: Remote, token: object):
    with pytest.raises(package.exceptions.ConfigurationError) as caught:
        connect(package, remote, token=token).default.read(id="1")
    assert "secret" not in str(caught.value) + repr(caught.value) + repr(caught.value.__cause__)
    assert caught.value.__context__ is None


def test_token_in_the_query_is_sent_and_not_logged(
    package: ModuleType, remote: Remote, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.DEBUG):
        connect(package, remote).default.in_query()
    assert remote.requests[0].url.params["access_token"] == TOKEN
    assert "access_token=***" in caplog.text
    assert TOKEN not in caplog.text + repr(remote.requests[0].url)


def test_password_in_the_base_url_is_not_shown(package: ModuleType, remote: Remote, caplog: pytest.LogCaptureFixture):
    client = connect(package, remote, base_url="https://me:pw123@h.example", headers={"X": "header-secret"})
    with caplog.at_level(logging.DEBUG):
        client.default.in_query()
    shown = repr(client) + repr(client._transport.settings) + caplog.text
    assert remote.requests[0].headers["authorization"].startswith("Basic ")
    assert "pw123" not in shown
    assert "header-secret" not in shown
    with pytest.raises(package.exceptions.ConfigurationError) as caught:
        package.Client(base_url="ftp://me:pw123@h.example")
    assert "pw123" not in str(caught.value)


@pytest.mark.parametrize("error", ["boom", None])
def test_failed_job_is_a_result(package: ModuleType, remote: Remote, error: str | None):
    body = {"id": 1, "status": "failed", "error": error}
    remote.answer = httpx2.Response(200, json=body)
    assert connect(package, remote).default.job().to_wire() == body


@pytest.mark.parametrize("error", [{"message": "boom"}, {}])
def test_failed_state_of_something_that_may_still_run_is_a_result(
    package: ModuleType, remote: Remote, error: dict[str, str]
):
    body = {"id": 1, "status": "failed", "error": error}
    remote.answer = httpx2.Response(200, json=body)
    assert connect(package, remote).default.build().to_wire() == body


def test_headers_of_a_request_show_no_credential(package: ModuleType, remote: Remote):
    remote.answer = httpx2.Response(404, json={})
    with pytest.raises(package.exceptions.NotFoundError) as caught:
        connect(package, remote).default.read(id="1", x_note="seen", extra_headers={"Cookie": "sid=cookie-secret"})
    sent = caught.value.response.request.headers
    assert (sent["private-token"], sent["cookie"]) == (TOKEN, "sid=cookie-secret")
    assert "seen" in repr(sent)
    assert TOKEN not in repr(sent)
    assert "cookie-secret" not in repr(sent)


def test_documented_envelope_is_an_error_when_it_holds_one(package: ModuleType, remote: Remote):
    default = connect(package, remote).default
    remote.answer = httpx2.Response(200, json={"status": "failed", "error": {"code": "c", "message": "m"}})
    with pytest.raises(package.exceptions.EnvelopeError, match="c: m"):
        default.call()
    remote.answer = httpx2.Response(200, json={"status": "failed", "error_msg": "No such thing."})
    with pytest.raises(package.exceptions.EnvelopeError, match="No such thing"):
        default.call()
    for body in ({"status": "success"}, {"status": "success", "error": {"code": "c"}}):
        remote.answer = httpx2.Response(200, json=body)
        assert default.call().to_wire() == body


@pytest.mark.parametrize(
    ("status", "content", "message"),
    [
        (520, b"", "read: HTTP 520"),
        (400, b"[" * 100_000, "read: HTTP 400: Bad Request"),
        (400, b'{"message": {"title": ["bad", "long"], "x": "no"}}', "read: HTTP 400: title: bad, long; x: no"),
        (400, b'{"message": ["x"]}', "read: HTTP 400: x"),
        (401, b'{"message": "401 Unauthorized"}', "read: HTTP 401: 401 Unauthorized"),
    ],
)
def test_message_of_an_error(package: ModuleType, remote: Remote, status: int, content: bytes, message: str):
    remote.answer = httpx2.Response(status, content=content)
    with pytest.raises(package.exceptions.StatusError) as caught:
        connect(package, remote).default.read(id="1")
    assert str(caught.value) == message


def test_deep_result_is_a_decode_error(package: ModuleType, remote: Remote):
    remote.answer = httpx2.Response(200, content=b"[" * 100_000)
    with pytest.raises(package.exceptions.DecodeError):
        connect(package, remote).default.call()


def test_closed_client_is_a_configuration_error(package: ModuleType):
    client = package.Client(token=TOKEN)
    client.close()
    with pytest.raises(package.exceptions.ConfigurationError, match="closed"):
        client.default.read(id="1")


def test_error_can_be_copied_and_pickled_without_the_token(package: ModuleType, remote: Remote):
    remote.answer = httpx2.Response(404, json={"code": "c"}, headers={"X-Request-Id": "r"})
    with pytest.raises(package.exceptions.NotFoundError) as caught:
        connect(package, remote).default.read(id="1")
    stored = pickle.dumps(caught.value)
    assert TOKEN.encode() not in stored
    for other in (pickle.loads(stored), copy.copy(caught.value), copy.deepcopy(caught.value)):
        assert type(other) is type(caught.value)
        assert str(other) == str(caught.value)
        assert (other.status_code, other.body, other.code, other.request_id) == (404, {"code": "c"}, "c", "r")
        assert other.response.json() == {"code": "c"}


@pytest.mark.parametrize(
    ("media_type", "content"),
    [("application/json", b'{"name": "a"}'), ("text/csv; charset=utf-8", b"a,b"), ("application/pdf", b"%PDF")],
)
def test_result_is_decoded_as_the_received_media_type_says(
    package: ModuleType, remote: Remote, media_type: str, content: bytes
):
    remote.answer = httpx2.Response(200, content=content, headers={"Content-Type": media_type})
    result = connect(package, remote).default.either()
    expected = {"a": package.models.Pet(name="a"), "t": "a,b", "p": b"%PDF"}
    assert result == expected["p" if "pdf" in media_type else "t" if "csv" in media_type else "a"]


def test_result_is_typed_as_what_is_asked_for_first():
    text = generate_package(DOCUMENT, name="x").files["src/x/groups/default.py"]
    assert "-> models.Pet:" in text
    assert 'accept="application/json, text/csv;q=0.5, application/pdf;q=0.5"' in text
