"""What a generated package does to get and renew tokens, against a real server."""

from __future__ import annotations

import asyncio
import base64
import dataclasses
import hashlib
import json
import logging
import pickle
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx2
import pytest

from generator.package import generate_package
from tests.generator.authorization_server import Answer, AuthorizationServer, authorization_server
from tests.generator.importing import Document, imported, part

NOW = 1_700_000_000.0
SECRETS = ("client-secret", "old-access", "old-refresh", "the-code", "verifier" * 6)
ANSWER = {"200": {"description": "", "content": {"application/json": {"schema": {"type": "object"}}}}}
FLOWS = {
    "authorizationCode": {
        "authorizationUrl": "/authorize?theme=dark",
        "tokenUrl": "/token",
        "refreshUrl": "/refresh/token",
        "scopes": {"read": "Reading"},
    },
    "clientCredentials": {"tokenUrl": "/token", "scopes": {}},
}


def describe(flows: Document, paths: Document | None = None) -> Document:
    items = {"get": {"operationId": "read", "responses": ANSWER}, "post": {"operationId": "write", "responses": ANSWER}}
    items["post"]["requestBody"] = {"content": {"application/json": {"schema": {"type": "object"}}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "http://api.example/v1"}],
        "security": [{"Personal": []}, {"OAuth": ["read"]}],
        "components": {
            "securitySchemes": {
                "Personal": {"type": "apiKey", "in": "header", "name": "Authorization", "x-token-prefix": "token"},
                "OAuth": {"type": "oauth2", "flows": flows},
            }
        },
        "paths": {"/items": items, **(paths or {})},
    }


def parameter(name: str, **more: object) -> Document:
    return {"name": name, "in": "query", "schema": {"type": "string"}, **more}


HOST = {"url": "http://{your-team}", "variables": {"your-team": {"default": "your-team", "description": "The team."}}}
IN_QUERY = describe(
    {
        "authorizationCode": {
            "authorizationUrl": "http://{your-team}/authorize",
            "tokenUrl": "http://{your-team}/api/token",
            "scopes": {},
        }
    },
    {
        "/authorize": {
            "get": {
                "operationId": "authorize",
                "servers": [HOST],
                "parameters": [parameter("scope", description="Scopes, separated by commas.")],
                "responses": {},
            }
        },
        "/api/token": {
            "post": {
                "operationId": "token",
                "servers": [HOST],
                "security": [],
                "parameters": [parameter(name) for name in ("client_id", "client_secret", "code", "grant_type")],
                "responses": {"default": {"description": ""}},
            }
        },
    },
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(describe(FLOWS), tmp_path_factory.mktemp("oauth")) as package:
        yield package


@pytest.fixture(scope="module")
def query_package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(IN_QUERY, tmp_path_factory.mktemp("query")) as package:
        yield package


@pytest.fixture
def server() -> Iterator[AuthorizationServer]:
    with authorization_server() as server:
        yield server


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> float:
        return self.now


def make_oauth(package: ModuleType, server: AuthorizationServer, **settings: Any) -> Any:
    """Return an OAuth object with tokens that are valid for an hour, unless told otherwise."""
    oauth = part(package, "oauth")
    tokens = oauth.Tokens("old-access", refresh_token="old-refresh", expires_at=NOW + 3600, scope="read")
    server.valid |= {"old-access"}
    given = {"tokens": tokens, "clock": Clock(), "base_url": f"{server.url}/v1", **settings}
    return oauth.OAuth("client-id", "client-secret", **given)


def connect(package: ModuleType, server: AuthorizationServer, token: object, **settings: Any) -> Any:
    return package.Client(token=token, base_url=server.url, **settings)


def test_code_is_exchanged_in_a_form_for_tokens_that_a_client_uses(package: ModuleType, server: AuthorizationServer):
    stored: list[Any] = []
    oauth = make_oauth(package, server, tokens=None, redirect_uri="https://app.example/cb", on_change=stored.append)
    tokens = oauth.exchange("the-code")
    request = server.received[0]
    assert (request.method, request.path, request.query) == ("POST", "/token", {})
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.headers["accept"] == "application/json"
    assert request.form == {
        "grant_type": "authorization_code",
        "code": "the-code",
        "redirect_uri": "https://app.example/cb",
        "client_id": "client-id",
        "client_secret": "client-secret",
    }
    assert (tokens.access_token, tokens.refresh_token, tokens.expires_at) == (
        "new-access-1",
        "new-refresh-1",
        NOW + 3600,
    )
    assert stored == [tokens]
    with connect(package, server, oauth) as client:
        assert client.default.read() == {"token": "new-access-1"}


def test_code_is_exchanged_without_blocking_too(package: ModuleType, server: AuthorizationServer):
    oauth = make_oauth(package, server, tokens=None)

    async def run() -> list[object]:
        async with httpx2.AsyncClient() as http:
            first = await oauth.exchange_async("the-code", http_client=http)
            assert not http.is_closed
        second = await oauth.exchange_async("the-code")
        async with package.AsyncClient(token=oauth, base_url=server.url) as client:
            return [first.access_token, second.access_token, await client.default.read()]

    assert asyncio.run(run()) == ["new-access-1", "new-access-2", {"token": "new-access-2"}]


def test_given_http_client_sends_the_exchange_and_stays_open(package: ModuleType):
    sent: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(200, json={"access_token": "t"})

    oauth = part(package, "oauth").OAuth("client-id", token_endpoint="https://other.example/token")
    with httpx2.Client(transport=httpx2.MockTransport(answer), auth=("me", "password")) as http:
        assert oauth.exchange("the-code", http_client=http).refresh_token is None
        assert not http.is_closed
    assert str(sent[0].url) == "https://other.example/token"
    assert sent[0].content == b"grant_type=authorization_code&code=the-code&client_id=client-id"
    assert "authorization" not in sent[0].headers


def test_client_can_authenticate_by_http_basic(package: ModuleType, server: AuthorizationServer):
    oauth = part(package, "oauth").OAuth("id:1", "s cret", basic_auth=True, base_url=server.url)
    oauth.exchange("the-code")
    assert base64.b64decode(server.received[0].headers["authorization"].removeprefix("Basic ")) == b"id%3A1:s+cret"
    assert server.received[0].form == {"grant_type": "authorization_code", "code": "the-code"}


def test_documented_query_parameters_take_the_place_of_the_form(query_package: ModuleType, server: AuthorizationServer):
    server.issue = lambda request: server.issue_next(request, expires_in="780260", team="anywhere")
    oauth = part(query_package, "oauth").OAuth(
        "client-id", "client-secret", your_team=server.host, redirect_uri="http://127.0.0.1", clock=Clock()
    )
    tokens = oauth.exchange("the-code")
    request = server.received[0]
    assert (request.method, request.path, request.body) == ("POST", "/api/token", b"")
    assert request.query == {
        "grant_type": "authorization_code",
        "code": "the-code",
        "client_id": "client-id",
        "client_secret": "client-secret",
    }
    assert (tokens.expires_at, tokens.extra) == (NOW + 780260, {"team": "anywhere"})
    oauth.tokens = dataclasses.replace(tokens, expires_at=NOW)
    with connect(query_package, server, oauth) as client:
        assert client.default.read() == {"token": "new-access-2"}
    assert server.sent_to("/token")[1].query["grant_type"] == "refresh_token"
    assert server.sent_to("/token")[1].query["refresh_token"] == "new-refresh-1"


def test_documented_json_takes_the_place_of_the_form(tmp_path_factory: pytest.TempPathFactory):
    body = {"content": {"application/json": {"schema": {"type": "object"}}}}
    path = {"/token": {"post": {"operationId": "token", "security": [], "requestBody": body, "responses": {}}}}
    flows = {"clientCredentials": {"tokenUrl": "/v1/token", "scopes": {}}}
    with (
        imported(describe(flows, path), tmp_path_factory.mktemp("json")) as package,
        authorization_server() as server,
    ):
        oauth = make_oauth(package, server, tokens=None)
        with connect(package, server, oauth) as client:
            assert client.default.read() == {"token": "new-access-1"}
    sent = json.loads(server.received[0].body)
    assert sent == {"grant_type": "client_credentials", "client_id": "client-id", "client_secret": "client-secret"}


def test_authorization_url_has_a_state_that_nobody_can_guess(package: ModuleType, server: AuthorizationServer):
    oauth = make_oauth(package, server, redirect_uri="https://app.example/cb?x=1", scopes=["read", "write"])
    first, second = oauth.authorization_url(), oauth.authorization_url(scopes=["read"], state="mine")
    assert first.url.startswith(f"{server.url}/authorize?theme=dark&")
    assert dict(parse_qsl(urlsplit(first.url).query)) == {
        "theme": "dark",
        "client_id": "client-id",
        "redirect_uri": "https://app.example/cb?x=1",
        "scope": "read write",
        "response_type": "code",
        "state": first.state,
    }
    assert len(first.state) >= 32
    assert first.state != oauth.authorization_url().state
    assert (second.state, dict(parse_qsl(second.url))["scope"]) == ("mine", "read")
    assert server.received == []


def test_scopes_are_joined_as_documented(query_package: ModuleType):
    oauth = part(query_package, "oauth").OAuth("client-id", your_team="t.example", scopes=["user", "project:issue"])
    assert "scope=user%2Cproject%3Aissue" in oauth.authorization_url().url


def test_pkce_sends_the_digest_first_and_the_verifier_later(package: ModuleType, server: AuthorizationServer):
    oauth = make_oauth(package, server, tokens=None)
    verifier = part(package, "oauth").create_code_verifier()
    query = dict(parse_qsl(urlsplit(oauth.authorization_url(code_verifier=verifier).url).query))
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    assert (query["code_challenge"], query["code_challenge_method"]) == (digest, "S256")
    oauth.exchange("the-code", code_verifier=verifier)
    assert server.received[0].form["code_verifier"] == verifier
    # The example of RFC 7636, appendix B.
    known = oauth.authorization_url(code_verifier="dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    assert "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&" in known.url
    with pytest.raises(package.exceptions.ArgumentError, match="43 to 128"):
        oauth.authorization_url(code_verifier="short")


@pytest.mark.parametrize(
    ("callback", "message"),
    [
        ("https://app.example/cb?code=c", "another state"),
        ("https://app.example/cb?code=c&state=other", "another state"),
        ("https://app.example/cb?state=s", "no code"),
        ("http://[::", "no URL"),
        ("https://app.example/cb?state=s&error=access_denied&error_description=No.", "access_denied: No."),
    ],
)
def test_code_is_found_in_the_answer_to_this_request_only(package: ModuleType, callback: str, message: str):
    oauth = part(package, "oauth").OAuth("client-id")
    assert oauth.code_from("https://app.example/cb?code=a%2Fb&state=s", "s") == "a/b"
    with pytest.raises(package.exceptions.TokenError, match=message):
        oauth.code_from(callback, "s")


@pytest.mark.parametrize(("age", "renewals"), [(0, 0), (3569, 0), (3570, 1), (9999, 1)])
def test_token_is_renewed_shortly_before_it_expires(
    package: ModuleType, server: AuthorizationServer, age: int, renewals: int
):
    clock = Clock()
    stored: list[Any] = []
    oauth = make_oauth(package, server, clock=clock, on_change=stored.append)
    clock.now += age
    with connect(package, server, oauth) as client:
        expected = {"token": "new-access-1" if renewals else "old-access"}
        assert [client.default.read() for _ in range(2)] == [expected, expected]
    assert [item.path for item in server.sent_to("token")] == ["/refresh/token"] * renewals
    for item in server.sent_to("token"):
        assert item.form["grant_type"] == "refresh_token"
        assert item.form["refresh_token"] == "old-refresh"
    assert [tokens.access_token for tokens in stored] == ["new-access-1"] * renewals


def test_answer_that_repeats_nothing_keeps_refresh_token_and_scope(package: ModuleType, server: AuthorizationServer):
    server.issue = lambda _: (200, {"access_token": "a"})
    server.valid = {"a"}
    clock = Clock()
    oauth = make_oauth(package, server, clock=clock)
    clock.now += 3600
    connect(package, server, oauth).default.read()
    tokens = oauth.tokens
    assert (tokens.access_token, tokens.refresh_token, tokens.scope) == ("a", "old-refresh", "read")
    assert tokens.expires_at is None


@pytest.mark.parametrize("lifetime", [0, -5, 5, "soon", None, True, 10**400, "1e999"])
def test_token_of_any_lifetime_is_used(package: ModuleType, server: AuthorizationServer, lifetime: object):
    server.issue = lambda request: server.issue_next(request, expires_in=lifetime)
    oauth = make_oauth(package, server, tokens=None, grant="client_credentials")
    with connect(package, server, oauth) as client:
        assert [client.default.read() for _ in range(3)] == [{"token": "new-access-1"}] * 3


def test_expired_token_that_cannot_be_renewed_is_not_sent(package: ModuleType, server: AuthorizationServer):
    oauth = make_oauth(package, server, tokens=part(package, "oauth").Tokens("old-access", expires_at=NOW - 1))
    with pytest.raises(package.exceptions.TokenError, match="authorize again"):
        connect(package, server, oauth).default.read()
    oauth = make_oauth(package, server, tokens=None)
    with pytest.raises(package.exceptions.TokenError, match="no token yet"):
        connect(package, server, oauth).default.read()
    assert server.received == []


def test_client_credentials_give_a_token_with_the_first_call(package: ModuleType, server: AuthorizationServer):
    clock = Clock()
    oauth = make_oauth(package, server, tokens=None, grant="client_credentials", scopes=["a", "b"], clock=clock)
    client = connect(package, server, oauth)
    assert client.default.read() == {"token": "new-access-1"}
    clock.now += 3600
    assert client.default.read() == {"token": "new-access-2"}
    assert [item.form for item in server.sent_to("/token")] == [
        {
            "grant_type": "client_credentials",
            "scope": "a b",
            "client_id": "client-id",
            "client_secret": "client-secret",
        }
    ] * 2


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("operation", ["read", "write"])
def test_refused_token_is_renewed_and_the_call_repeated(
    package: ModuleType, server: AuthorizationServer, operation: str, is_async: bool
):
    oauth = make_oauth(package, server)
    server.valid = set()
    arguments = {"body": {"a": 1}} if operation == "write" else {}

    async def call() -> object:
        async with package.AsyncClient(token=oauth, base_url=server.url) as client:
            return await getattr(client.default, operation)(**arguments)

    if is_async:
        assert asyncio.run(call()) == {"token": "new-access-1"}
    else:
        assert getattr(connect(package, server, oauth).default, operation)(**arguments) == {"token": "new-access-1"}
    sent = server.sent_to("/items")
    assert [item.headers["authorization"] for item in sent] == ["Bearer old-access", "Bearer new-access-1"]
    assert [item.body for item in sent] == [b'{"a":1}' if arguments else b""] * 2


@pytest.mark.parametrize("has_refresh_token", [True, False])
def test_call_that_stays_refused_ends(package: ModuleType, server: AuthorizationServer, has_refresh_token: bool):
    oauth = make_oauth(package, server)
    if not has_refresh_token:
        oauth.tokens = part(package, "oauth").Tokens("old-access")
    answers: list[Answer] = [(200, {"access_token": "useless"})] * 3
    server.issue = lambda _: answers.pop()
    server.valid = set()
    with pytest.raises(package.exceptions.AuthenticationError):
        connect(package, server, oauth).default.read()
    assert len(server.sent_to("/items")) == 1 + has_refresh_token
    assert len(server.sent_to("/token")) == has_refresh_token


def test_string_is_not_renewed(package: ModuleType, server: AuthorizationServer):
    with pytest.raises(package.exceptions.AuthenticationError):
        connect(package, server, "constant").default.read()
    assert len(server.received) == 1


def hold_until(condition: Callable[[], bool]) -> Callable[[], object]:
    """Return what waits until `condition` holds, for five seconds at most."""
    pause = threading.Event()

    def wait() -> None:
        for _ in range(500):
            if condition():
                return
            pause.wait(0.01)

    return wait


@pytest.mark.parametrize("is_refused", [True, False], ids=["refused", "expired"])
def test_threads_renew_once(package: ModuleType, server: AuthorizationServer, is_refused: bool):
    clock = Clock()
    oauth = make_oauth(package, server, clock=clock)
    if is_refused:
        server.valid = set()
        server.before_issuing = hold_until(lambda: len(server.sent_to("/items")) == 8)
    else:
        clock.now += 9999
    clients = [connect(package, server, oauth) for _ in range(2)]
    with ThreadPoolExecutor(8) as pool:
        calls = [pool.submit(clients[number % 2].default.read) for number in range(8)]
        assert [call.result(20) for call in calls] == [{"token": "new-access-1"}] * 8
    for client in clients:
        client.close()
    assert len(server.sent_to("/token")) == 1


@pytest.mark.parametrize("is_refused", [True, False], ids=["refused", "expired"])
def test_tasks_renew_once(package: ModuleType, server: AuthorizationServer, is_refused: bool):
    clock = Clock()
    oauth = make_oauth(package, server, clock=clock)
    if is_refused:
        server.valid = set()
        server.before_issuing = hold_until(lambda: len(server.sent_to("/items")) == 8)
    else:
        clock.now += 9999

    async def run() -> list[object]:
        async with package.AsyncClient(token=oauth, base_url=server.url) as client:
            return await asyncio.gather(*(client.default.read() for _ in range(8)))

    assert asyncio.run(run()) == [{"token": "new-access-1"}] * 8
    assert len(server.sent_to("/token")) == 1


def test_threads_and_tasks_share_a_renewal(package: ModuleType, server: AuthorizationServer):
    clock = Clock()
    oauth = make_oauth(package, server, clock=clock)
    clock.now += 9999
    asked = threading.Event()
    release = threading.Event()

    def hold() -> None:
        asked.set()
        release.wait(5)

    server.before_issuing = hold

    async def run() -> object:
        async with package.AsyncClient(token=oauth, base_url=server.url) as client:
            waiting = asyncio.create_task(client.default.read())
            await asyncio.sleep(0.05)
            release.set()
            return await waiting

    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(connect(package, server, oauth).default.read)
        assert asked.wait(5)
        assert asyncio.run(run()) == call.result(20) == {"token": "new-access-1"}
    assert len(server.sent_to("/token")) == 1


def test_failed_renewal_fails_all_calls_that_wait_for_it(package: ModuleType, server: AuthorizationServer):
    clock = Clock()
    oauth = make_oauth(package, server, clock=clock)
    server.issue = lambda _: (400, {"error": "invalid_grant", "error_description": "The refresh token is revoked."})
    clock.now += 9999
    client = connect(package, server, oauth)
    with ThreadPoolExecutor(8) as pool:
        errors = [call.exception(20) for call in [pool.submit(client.default.read) for _ in range(8)]]
    assert {type(error) for error in errors} == {package.exceptions.TokenError}
    assert len({id(error) for error in errors}) == 8
    assert [len(server.sent_to("token")), len(server.sent_to("/items"))] == [1, 0]
    with pytest.raises(package.exceptions.TokenError, match="authorize again"):
        client.default.read()
    assert len(server.sent_to("token")) == 1


def test_tasks_that_wait_for_a_failing_renewal_do_not_try_again(package: ModuleType, server: AuthorizationServer):
    clock = Clock()
    oauth = make_oauth(package, server, clock=clock)
    server.issue = lambda _: (503, {"error": "temporarily_unavailable"})
    clock.now += 9999

    async def run() -> list[Any]:
        async with package.AsyncClient(token=oauth, base_url=server.url) as client:
            return await asyncio.gather(*(client.default.read() for _ in range(8)), return_exceptions=True)

    errors = asyncio.run(run())
    assert [error.code for error in errors] == ["temporarily_unavailable"] * 8
    assert len({id(error) for error in errors}) == 8
    assert {id(error.__cause__ or error) for error in errors} == {id(errors[0])}
    assert len(server.received) == 1
    server.issue = server.issue_next
    assert connect(package, server, oauth).default.read() == {"token": "new-access-1"}


def test_late_refusal_of_a_replaced_token_renews_nothing(package: ModuleType, server: AuthorizationServer):
    oauth = make_oauth(package, server)
    oauth.tokens = part(package, "oauth").Tokens("newer", refresh_token="r")
    assert oauth.refused("old-access")
    assert oauth.current() == "newer"
    assert oauth.refused("newer")
    assert oauth.current() is None


def test_cancelled_renewal_is_taken_over(package: ModuleType, server: AuthorizationServer):
    clock = Clock()
    oauth = make_oauth(package, server, clock=clock)
    clock.now += 9999
    asked = threading.Event()
    gone = threading.Event()

    def hold() -> None:
        asked.set()
        gone.wait(5)

    server.before_issuing = hold

    async def run() -> object:
        async with package.AsyncClient(token=oauth, base_url=server.url) as client:
            first = asyncio.create_task(client.default.read())
            while not asked.is_set():
                await asyncio.sleep(0.01)
            second = asyncio.create_task(client.default.read())
            await asyncio.sleep(0)
            first.cancel()
            gone.set()
            results = await asyncio.gather(first, second, return_exceptions=True)
            assert isinstance(results[0], asyncio.CancelledError)
            return results[1]

    answer = asyncio.run(run())
    assert isinstance(answer, dict)
    assert answer["token"].startswith("new-access-")


def test_client_that_is_closed_before_it_renews_refuses_the_call(package: ModuleType, server: AuthorizationServer):
    class ClosingTokens(SubjectTokens):
        def current(self) -> None:
            client.close()

    client = connect(package, server, ClosingTokens(server.url))
    with pytest.raises(package.exceptions.ConfigurationError, match="the client is closed"):
        client.default.read()
    assert server.received == []


def test_client_that_is_closed_while_a_task_waits_to_renew_refuses_the_call(
    package: ModuleType, server: AuthorizationServer
):
    gone = threading.Event()
    server.before_issuing = lambda: gone.wait(5)

    async def run() -> object:
        client = package.AsyncClient(token=SubjectTokens(server.url), base_url=server.url)
        first, second = (asyncio.create_task(client.default.read()) for _ in range(2))
        await asyncio.sleep(0.05)
        first.cancel()
        await client.close()
        gone.set()
        return (await asyncio.gather(first, second, return_exceptions=True))[1]

    error = asyncio.run(run())
    assert isinstance(error, package.exceptions.ConfigurationError)
    assert "the client is closed" in str(error)


def test_cancelled_waiting_call_leaves_the_renewal_alone(package: ModuleType, server: AuthorizationServer):
    clock = Clock()
    oauth = make_oauth(package, server, clock=clock)
    clock.now += 9999
    gone = threading.Event()
    server.before_issuing = lambda: gone.wait(5)

    async def run() -> object:
        async with package.AsyncClient(token=oauth, base_url=server.url) as client:
            first, second = (asyncio.create_task(client.default.read()) for _ in range(2))
            await asyncio.sleep(0.05)
            second.cancel()
            gone.set()
            return await first

    assert asyncio.run(run()) == {"token": "new-access-1"}
    assert len(server.sent_to("/token")) == 1


def test_client_that_would_wait_for_its_own_thread_raises(package: ModuleType, server: AuthorizationServer):
    clock = Clock()
    oauth = make_oauth(package, server, clock=clock)
    clock.now += 9999
    gone = threading.Event()
    server.before_issuing = lambda: gone.wait(5)

    async def run() -> object:
        async with package.AsyncClient(token=oauth, base_url=server.url) as client:
            task = asyncio.create_task(client.default.read())
            while not server.received:
                await asyncio.sleep(0.01)
            with pytest.raises(package.exceptions.TokenError, match="AsyncClient"):
                connect(package, server, oauth).default.read()
            gone.set()
            return await task

    assert asyncio.run(run()) == {"token": "new-access-1"}


ECHO = "; ".join(SECRETS)


@pytest.mark.parametrize(
    ("answer", "code", "message"),
    [
        ((400, {"error": "invalid_client", "error_description": ECHO}), "invalid_client", "HTTP 400: invalid_client: "),
        ((200, {"error": "bad_code"}), "bad_code", "HTTP 200: bad_code"),
        ((200, {"access_token": ""}), None, "HTTP 200: the answer holds no access_token"),
        ((200, {"access_token": 7}), None, "no access_token"),
        ((200, [1]), None, "no access_token"),
        ((500, b"<html>"), None, "HTTP 500"),
        ((200, {"access_token": "line\nend"}), None, "cannot be sent"),
        ((302, {"access_token": "t"}), None, "HTTP 302"),
    ],
)
def test_refusal_is_a_token_error_without_secrets(
    package: ModuleType, server: AuthorizationServer, answer: Answer, code: str | None, message: str
):
    server.issue = lambda _: answer
    oauth = make_oauth(package, server)
    with pytest.raises(package.exceptions.TokenError) as caught:
        oauth.exchange("the-code", code_verifier="verifier" * 6)
    error = caught.value
    assert message in str(error)
    assert error.code == code
    assert error.status_code == (None if "cannot be sent" in message else answer[0])
    stored = pickle.dumps(error)
    assert not [secret for secret in SECRETS if secret in str(error) + repr(error) or secret.encode() in stored]
    again = pickle.loads(stored)
    assert (type(again), str(again), again.code) == (type(error), str(error), code)
    assert oauth.tokens.access_token == "old-access"


def test_no_answer_is_a_transport_error_without_the_request(package: ModuleType):
    oauth = part(package, "oauth").OAuth("client-id", "client-secret", token_endpoint="http://127.0.0.1:1/?x=1")
    oauth.tokens = part(package, "oauth").Tokens("old-access", refresh_token="old-refresh", expires_at=1.0)
    with pytest.raises(package.exceptions.TransportError, match="request for a token: ConnectError"):
        oauth.exchange("the-code")
    with pytest.raises(package.exceptions.TransportError, match="request for a token: ConnectError"):
        package.Client(token=oauth, base_url="http://127.0.0.1:1").default.read()


@pytest.mark.parametrize("kind", ["package", "query_package"])
def test_secrets_are_not_shown(
    kind: str, server: AuthorizationServer, caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
):
    package: ModuleType = request.getfixturevalue(kind)
    variables = {"your_team": server.host} if kind == "query_package" else {}
    oauth = make_oauth(package, server, **variables)
    server.valid = set()
    client = connect(package, server, oauth)
    with caplog.at_level(logging.DEBUG):
        client.default.read()
        oauth.exchange("the-code", code_verifier="verifier" * 6)
    hidden = (*SECRETS, "new-access", "new-refresh")
    shown = (
        caplog.text + repr(oauth) + str(oauth) + repr(oauth.tokens) + repr(client) + repr(client._transport.settings)
    )
    shown += repr(oauth._endpoint) + repr(oauth.renewal().url)
    assert "/token" in caplog.text
    assert not [secret for secret in hidden if secret in shown]
    for value in (oauth, client._transport.settings.credentials):
        with pytest.raises(TypeError):
            pickle.dumps(value)


def test_replaced_tokens_stay_hidden_in_messages(package: ModuleType, server: AuthorizationServer):
    oauth = make_oauth(package, server)
    server.valid = set()
    client = connect(package, server, oauth)
    client.default.read()
    server.issue = lambda _: (200, {"access_token": "new-access-2"})
    server.answer = lambda request: (  # type: ignore[method-assign]
        server.issue(request) if "token" in request.path else (401, {"message": f"{ECHO} new-access-1 new-refresh-1"})
    )
    with pytest.raises(package.exceptions.AuthenticationError) as caught:
        client.default.read()
    assert str(caught.value).count("***") == 5
    assert not [secret for secret in SECRETS[:3] if secret in str(caught.value)]


def test_tokens_are_stored_as_json(package: ModuleType):
    tokens_class = part(package, "oauth").Tokens
    tokens = tokens_class("a", "r", 1.5, "s", "bearer", {"team": "x"})
    assert tokens_class.from_dict(json.loads(json.dumps(tokens.to_dict()))) == tokens
    for wrong in ({}, {"access_token": None}, {**tokens.to_dict(), "unknown": 1}):
        with pytest.raises(TypeError):
            tokens_class.from_dict(wrong)


def test_tokens_of_another_process_are_used_at_once(package: ModuleType, server: AuthorizationServer):
    changes: list[object] = []
    oauth = make_oauth(package, server, on_change=changes.append)
    client = connect(package, server, oauth)
    oauth.tokens = part(package, "oauth").Tokens("theirs")
    server.valid = {"theirs"}
    assert client.default.read() == {"token": "theirs"}
    assert changes == []


def test_missing_variable_is_named(query_package: ModuleType):
    oauth, error = part(query_package, "oauth").OAuth, query_package.exceptions.ConfigurationError
    with pytest.raises(error, match="OAuth needs your_team=… or token_endpoint=…"):
        oauth("client-id")
    with pytest.raises(error, match="your_team is part of a URL and must not be 'evil/path'"):
        oauth("client-id", your_team="evil/path")
    with pytest.raises(TypeError, match="'your_taem'"):
        oauth("client-id", your_taem="t")
    only_tokens = oauth("client-id", token_endpoint="https://x.example/t")
    with pytest.raises(error, match="OAuth needs your_team=… or authorization_endpoint=…"):
        only_tokens.authorization_url()


def test_unknown_flow_is_named(package: ModuleType):
    oauth, error = part(package, "oauth").OAuth, package.exceptions.ConfigurationError
    with pytest.raises(error, match="grant='password'"):
        oauth("client-id", grant="password")
    with pytest.raises(error, match="scheme='Personal'"):
        oauth("client-id", scheme="Personal")
    with pytest.raises(error, match="OAuth needs authorization_endpoint=…"):
        oauth("client-id", grant="client_credentials").authorization_url()


class SubjectTokens:
    """A source that a user writes: the new token comes in a header."""

    def __init__(self, url: str) -> None:
        self.token: str | None = None
        self.url = url

    def current(self) -> str | None:
        return self.token

    def renewal(self) -> httpx2.Request:
        return httpx2.Request("POST", f"{self.url}/iam/token", json={"auth": "x"})

    def renewed(self, response: httpx2.Response) -> None:
        self.token = response.json()["access_token"] if response.is_success else None

    def refused(self, token: str) -> bool:
        if token == self.token:
            self.token = None
        return True

    def secrets(self) -> list[str]:
        return [self.token] if self.token else []


def test_source_of_a_user_is_renewed_like_any_other(package: ModuleType, server: AuthorizationServer):
    source = SubjectTokens(server.url)
    client = connect(package, server, {"OAuth": source})
    assert client.default.read() == {"token": "new-access-1"}
    server.valid = set()
    assert client.default.read() == {"token": "new-access-2"}
    server.valid = set()
    server.issue = lambda _: (500, {})
    with pytest.raises(package.exceptions.TokenError, match="out of use"):
        client.default.read()


def test_package_without_flows_has_no_oauth():
    document = describe({"implicit": {"authorizationUrl": "/a", "scopes": {}}, "password": {"tokenUrl": "/t"}})
    result = generate_package(document, name="without")
    assert not [path for path in result.files if "oauth" in path]
    assert [(finding.pointer, "pass it a token" in finding.message) for finding in result.diagnostics] == [
        ("#/components/securitySchemes/OAuth/flows/implicit", True),
        ("#/components/securitySchemes/OAuth/flows/password", True),
    ]


def test_reading_commas_from_a_description_is_a_finding():
    assert [
        (finding.pointer, "commas" in finding.message) for finding in generate_package(IN_QUERY, name="x").diagnostics
    ] == [("#/paths/~1authorize/get", True)]
