"""Which token a generated client sends where, and what the generator makes of security schemes."""

from __future__ import annotations

import base64
import copy
import pickle
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import httpx2
import pytest

from generator.package import generate_package
from tests.generator.importing import Document, imported, part

SCHEMES: Document = {
    "Key": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "App-Id": {"type": "apiKey", "in": "query", "name": "app id"},
    "session": {"type": "apiKey", "in": "cookie", "name": "sid"},
    "bearer": {"type": "http", "scheme": "Bearer"},
    "open": {"type": "openIdConnect", "openIdConnectUrl": "https://s.example/.well-known"},
    "basic": {"type": "http", "scheme": "basic"},
    "custom": {"type": "http", "scheme": "ApiKey"},
    "certificate": {"type": "mutualTLS"},
    "digest": {"type": "http", "scheme": "Digest"},
}
#: operationId → what it requires.
REQUIREMENTS: Document = {
    "public": [],
    "key": [{"Key": []}],
    "app": [{"App-Id": []}],
    "cookie": [{"session": []}],
    "bearer": [{"bearer": []}],
    "open_id": [{"open": []}],
    "basic": [{"basic": []}],
    "custom": [{"custom": []}],
    "both": [{"Key": [], "App-Id": []}],
    "same_place": [{"bearer": [], "open": []}],
    "either": [{"Key": []}, {"basic": []}],
    "both_or_bearer": [{"Key": [], "App-Id": []}, {"bearer": []}],
    "optional": [{}, {"Key": []}],
    "certified": [{"certificate": [], "Key": []}],
    "digested": [{"digest": []}],
}


def describe(schemes: Document, requirements: Document) -> Document:
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "https://s.example"}],
        "components": {"securitySchemes": schemes},
        "paths": {
            f"/{name}": {"get": {"operationId": name, "security": needed, "responses": {"204": {"description": ""}}}}
            for name, needed in requirements.items()
        },
    }


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(describe(SCHEMES, REQUIREMENTS), tmp_path_factory.mktemp("security")) as package:
        yield package


@pytest.fixture(autouse=True)
def _plain_environment(package: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    for scheme in part(package, "_schemes").SCHEMES.values():
        monkeypatch.delenv(scheme.variable, raising=False)
    monkeypatch.delenv(f"{package.__name__.upper()}_TOKEN", raising=False)


def send(package: ModuleType, operation: str, token: object = None, **settings: Any) -> dict[str, str]:
    """Call an operation and return what of its request is a credential."""
    requests: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        requests.append(request)
        return httpx2.Response(204)

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    getattr(package.Client(token=token, http_client=http, **settings).default, operation)()
    sent = {
        name: requests[0].headers[name] for name in ("x-key", "authorization", "cookie") if name in requests[0].headers
    }
    return {**sent, **dict(requests[0].url.params)}


def encoded(pair: str) -> str:
    return "Basic " + base64.b64encode(pair.encode()).decode()


@pytest.mark.parametrize(
    ("operation", "token", "sent"),
    [
        ("public", "t1", {}),
        ("key", "t1", {"x-key": "t1"}),
        ("app", "t 1&", {"app id": "t 1&"}),
        ("cookie", "t1;", {"cookie": "sid=t1%3B"}),
        ("cookie", "!t+/1=%2B:", {"cookie": "sid=!t+/1=%2B:"}),
        ("cookie", 'é "\\,', {"cookie": "sid=%C3%A9%20%22%5C%2C"}),
        ("bearer", "t1", {"authorization": "Bearer t1"}),
        ("open_id", "t1", {"authorization": "Bearer t1"}),
        ("custom", "t1", {"authorization": "ApiKey t1"}),
        ("basic", "me:päss:x", {"authorization": encoded("me:päss:x")}),
        ("basic", ("me", "pass:x"), {"authorization": encoded("me:pass:x")}),
        ("basic", {"basic": ("me", "")}, {"authorization": encoded("me:")}),
        ("both", {"Key": "t1", "App-Id": "t2"}, {"x-key": "t1", "app id": "t2"}),
        ("same_place", "t1", {"authorization": "Bearer t1"}),
        ("same_place", {"bearer": "t1", "open": "t2"}, {"authorization": "Bearer t1"}),
        ("either", "t1", {"x-key": "t1"}),
        ("either", {"basic": "me:x"}, {"authorization": encoded("me:x")}),
        ("either", ("me", "x"), {"authorization": encoded("me:x")}),
        ("both_or_bearer", "t1", {"authorization": "Bearer t1"}),
        ("both_or_bearer", {"Key": "t1", "bearer": "t2"}, {"authorization": "Bearer t2"}),
        ("both_or_bearer", {"Key": "t1", "App-Id": "t2", "bearer": "t3"}, {"x-key": "t1", "app id": "t2"}),
        ("optional", None, {}),
        ("optional", {"bearer": "t1"}, {}),
        ("optional", "t1", {"x-key": "t1"}),
        ("certified", "t1", {"x-key": "t1"}),
        ("digested", "t1", {}),
    ],
)
def test_each_scheme_gets_its_token(package: ModuleType, operation: str, token: object, sent: dict[str, str]):
    assert send(package, operation, token) == sent


def test_preferred_scheme_comes_first(package: ModuleType):
    assert send(package, "either", "me:x", auth_scheme="basic") == {"authorization": encoded("me:x")}
    with pytest.raises(package.exceptions.ConfigurationError, match="auth_scheme is 'basic', but there is no token"):
        send(package, "either", {"Key": "t1"}, auth_scheme="basic")


@pytest.mark.parametrize(
    ("operation", "token", "message"),
    [
        ("key", None, r"key needs a token: pass token=… or set P\w+_TOKEN"),
        ("key", {"bearer": "t"}, r"key needs a token for 'Key': pass token=\{'Key': …\} or set P\w+_TOKEN_KEY"),
        ("both", {"Key": "t"}, r"for 'App-Id': pass token=\{'App-Id': …\} or set P\w+_TOKEN_APP_ID"),
        ("both", "t", r"for 'Key' and 'App-Id': pass token=\{'Key': …, 'App-Id': …\} or set P\w+_TOKEN_KEY and P"),
        ("key", ("me", "x"), "for 'Key'"),
        ("key", "sec\nret", "cannot be sent"),
        ("key", "sécret", "printable ASCII"),
        ("key", {"Key": ""}, "not an empty string"),
        ("key", {"Key": None}, "not NoneType"),
        ("key", {"Key": ("me", "x")}, "HTTP basic"),
        ("key", 7, "not int"),
        ("basic", ("me:you", "x"), "colon"),
        ("key", {"Kay": "secret"}, r"unknown security scheme 'Kay'; known are \['App-Id', 'Key'"),
    ],
)
def test_missing_or_impossible_token_is_named_and_not_shown(
    package: ModuleType, operation: str, token: object, message: str
):
    with pytest.raises(package.exceptions.ConfigurationError, match=message) as caught:
        send(package, operation, token)
    assert "secret" not in str(caught.value)


def test_unknown_preferred_scheme_is_named(package: ModuleType):
    with pytest.raises(package.exceptions.ConfigurationError, match="unknown security scheme 'x'"):
        package.Client(auth_scheme="x")


def test_environment_has_a_token_for_all_and_one_for_each(package: ModuleType, monkeypatch: pytest.MonkeyPatch):
    prefix = package.__name__.upper()
    monkeypatch.setenv(f"{prefix}_TOKEN", "shared")
    assert send(package, "key") == {"x-key": "shared"}
    with pytest.raises(package.exceptions.ConfigurationError, match="_TOKEN_KEY and P"):
        send(package, "both")
    monkeypatch.setenv(f"{prefix}_TOKEN_APP_ID", "own")
    assert send(package, "both") == {"x-key": "shared", "app id": "own"}
    assert send(package, "bearer") == {"authorization": "Bearer shared"}
    assert send(package, "key", "given") == {"x-key": "given"}
    with pytest.raises(package.exceptions.ConfigurationError, match="for 'App-Id'"):
        send(package, "both", {"Key": "given"})


@pytest.mark.parametrize(
    ("operation", "token", "headers", "sent"),
    [
        ("key", "t1", {"x-KEY": "mine"}, {"x-key": "mine"}),
        ("key", None, {"X-Key": "mine"}, {"x-key": "mine"}),
        ("both", {"App-Id": "t2"}, {"X-Key": "mine"}, {"x-key": "mine", "app id": "t2"}),
        ("either", "t1", {"Authorization": "mine"}, {"authorization": "mine"}),
        ("both_or_bearer", "t1", {"Authorization": "mine"}, {"authorization": "mine"}),
    ],
)
def test_header_of_the_caller_takes_the_place_of_a_token(
    package: ModuleType, operation: str, token: object, headers: dict[str, str], sent: dict[str, str]
):
    assert send(package, operation, token, headers=headers) == sent


@pytest.mark.parametrize("said", ["t1-key t2-app", "t2%2Bapp", "me:passw0rd", "passw0rd"])
def test_no_token_is_in_a_message(package: ModuleType, said: str):
    tokens = {"Key": "t1-key", "App-Id": "t2+app" if "%" in said else "t2-app", "basic": ("me", "passw0rd")}
    answer = httpx2.MockTransport(lambda _: httpx2.Response(400, json={"message": f"bad: {said}"}))
    client = package.Client(token=tokens, http_client=httpx2.Client(transport=answer))
    with pytest.raises(package.exceptions.BadRequestError) as caught:
        client.default.key()
    assert str(caught.value) == "key: HTTP 400: bad: " + " ".join("***" for _ in said.split())
    shown = repr(client) + repr(client._transport.settings)
    assert not [token for token in ("t1-key", "t2", "passw0rd") if token in shown]


def test_secret_is_neither_copied_into_a_file_nor_shown(package: ModuleType):
    secret = part(package, "_secrets").Secret("hidden-value")
    assert "hidden" not in repr(secret) + str(secret)
    for make in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="not pickled"):
            make(secret)


def test_schemes_that_the_client_does_not_send_are_findings():
    schemes = {**SCHEMES, "odd": {"type": "http", "scheme": "Negotiate"}, "none": {"type": "http"}}
    findings = generate_package(describe(schemes, REQUIREMENTS), name="x").diagnostics
    base = "#/components/securitySchemes/"
    assert {finding.pointer.removeprefix(base): finding.message for finding in findings} == {
        "open": "OpenID Connect is not carried out by the client; a token is sent as bearer.",
        "certificate": "A security scheme of type 'mutualTLS' is not sent by the client; "
        "pass an http_client with a certificate.",
        "digest": "A security scheme of type 'digest' is not sent by the client; "
        "pass an http_client with auth=httpx2.DigestAuth(…).",
        "odd": "A security scheme of type 'negotiate' is not sent by the client.",
        "none": "A security scheme of type 'http' is not sent by the client.",
        "#/paths/~1digested/get/security": "A security requirement names an unsupported scheme.",
    }


def test_variables_of_schemes_differ():
    names = ["a-b", "a_b", "中文", "TOKEN", ""]
    schemes = {name: {"type": "http", "scheme": "bearer"} for name in names}
    text = generate_package(describe(schemes, {}), name="x").files["src/x/_schemes.py"]
    variables = [line.rsplit('"', 2)[1] for line in text.splitlines() if "Scheme(" in line]
    assert len(set(variables)) == len(names)
    assert variables[1] == "X_TOKEN_A_B"
