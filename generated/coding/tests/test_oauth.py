"""OAuth 2.0: tokens are asked for as documented, renewed in time, and never shown."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx2
import pytest

from coding import AsyncClient, Client
from coding.exceptions import DecodeError, TokenError
from coding.oauth import OAuth, Tokens

from contract import DATA, find_method
from local_clients import NO_WAIT, AsyncLocalTransport, LocalTransport
from local_server import Answer, Recorded, Server

NOW = 1_700_000_000.0
REDIRECT = "https://app.example/"
NEW = {"access_token": "new-access", "refresh_token": "new-refresh", "expires_in": "7200", "token_type": "bearer"}
SECRETS = ("client-secret", "old-access", "old-refresh", "new-access", "new-refresh", "one-code")
CODE_FLOWS = [flow for flow in DATA["oauth"] if flow["grant"] == "authorization_code"]
USED_FLOWS = [flow for flow in DATA["oauth"] if flow["operation"] is not None]

pytestmark = pytest.mark.usefixtures("plain_environment")


def name_flow(flow: dict[str, Any]) -> str:
    """Return the name under which pytest shows a flow."""
    return f"{flow['scheme']}-{flow['grant']}".encode("ascii", "backslashreplace").decode()


def make_oauth(flow: dict[str, Any], **settings: Any) -> OAuth:
    """Return an object for one flow, with a clock that stands still."""
    fixed = {"scheme": flow["scheme"], "grant": flow["grant"], "base_url": DATA["base_url"], **flow["variables"]}
    return OAuth("client-id", "client-secret", redirect_uri=REDIRECT, clock=lambda: NOW, **fixed, **settings)


def answer_tokens() -> Answer:
    """Return the answer of a token endpoint."""
    return Answer(200, json.dumps(NEW).encode())


def check_token_request(
    flow: dict[str, Any], sent: Recorded, transport: LocalTransport, endpoint: str, expected: dict[str, str]
) -> None:
    """Compare a request for tokens with the documented one."""
    target, wanted = urlsplit(sent.target), urlsplit(flow[endpoint])
    assert sent.method == flow["method"]
    assert (sent.headers["host"], target.path or "/") == (wanted.netloc, wanted.path or "/")
    fixed = dict(parse_qsl(wanted.query, keep_blank_values=True))
    query = dict(parse_qsl(target.query, keep_blank_values=True))
    placement = flow["placement"]
    if placement == "query":
        assert (query, sent.body) == ({**fixed, **expected}, b"")
    else:
        body = json.loads(sent.body) if placement == "json" else dict(parse_qsl(sent.body.decode()))
        assert (query, body) == (fixed, expected)


@pytest.mark.parametrize("flow", CODE_FLOWS, ids=name_flow)
def test_user_is_sent_to_the_documented_url(flow: dict[str, Any]) -> None:
    """With a state of its own each time."""
    oauth = make_oauth(flow)
    request = oauth.authorization_url()
    sent, wanted = urlsplit(request.url), urlsplit(flow["authorization_endpoint"])
    assert (sent.scheme, sent.netloc, sent.path or "/") == (wanted.scheme, wanted.netloc, wanted.path or "/")
    query = dict(parse_qsl(sent.query))
    assert (query["client_id"], query["response_type"], query["state"]) == ("client-id", "code", request.state)
    assert request.state != oauth.authorization_url().state


@pytest.mark.parametrize("flow", CODE_FLOWS, ids=name_flow)
def test_code_is_exchanged_as_documented(flow: dict[str, Any], transport: LocalTransport, server: Server) -> None:
    """At the token endpoint, with its parameters where it takes them."""
    server.prepare(answer_tokens())
    oauth = make_oauth(flow)
    with httpx2.Client(transport=transport) as http:
        tokens = oauth.exchange("one-code", http_client=http)
    assert (tokens.access_token, tokens.refresh_token, tokens.expires_at) == ("new-access", "new-refresh", NOW + 7200)
    (sent,) = server.requests
    expected = {"grant_type": "authorization_code", "code": "one-code"}
    expected |= {"client_id": "client-id", "client_secret": "client-secret"}
    expected |= {"redirect_uri": REDIRECT} if flow["repeats_redirect"] else {}
    check_token_request(flow, sent, transport, "token_endpoint", expected)


def call(flow: dict[str, Any], oauth: OAuth, transport: LocalTransport, is_async: bool) -> None:
    """Call an operation with either client; the answer need not be as documented, but it reports no error."""
    case = flow["operation"]

    async def run() -> None:
        async with httpx2.AsyncClient(transport=AsyncLocalTransport(transport)) as http:
            client: Any = AsyncClient(base_url=DATA["base_url"], token=oauth, retries=NO_WAIT, http_client=http)
            await find_method(client, case)(**case["arguments"])

    with suppress(DecodeError):
        if is_async:
            asyncio.run(run())
        else:
            http = httpx2.Client(transport=transport)
            client = Client(base_url=DATA["base_url"], token=oauth, retries=NO_WAIT, http_client=http)
            find_method(client, case)(**case["arguments"])


@pytest.mark.parametrize("is_async", [False, True], ids=["Client", "AsyncClient"])
@pytest.mark.parametrize("is_refused", [False, True], ids=["expired", "refused"])
@pytest.mark.parametrize("flow", USED_FLOWS, ids=name_flow)
def test_token_is_renewed(
    flow: dict[str, Any], is_refused: bool, is_async: bool, transport: LocalTransport, server: Server
) -> None:
    """Before a call when it has expired, and once after a call that the server refused."""
    stored: list[Tokens] = []
    expires_at = NOW + 3600 if is_refused else NOW
    tokens = Tokens("old-access", refresh_token="old-refresh", expires_at=expires_at)
    oauth = make_oauth(flow, tokens=tokens, on_change=stored.append)
    server.prepare(*([Answer(401)] if is_refused else []), answer_tokens(), Answer())
    call(flow, oauth, transport, is_async)
    *refused, renewal, last = server.requests
    assert [item.headers["authorization"] for item in refused] == ["Bearer old-access"] * is_refused
    assert last.headers["authorization"] == "Bearer new-access"
    expected = {"client_id": "client-id", "client_secret": "client-secret", "grant_type": "client_credentials"}
    if flow["grant"] == "authorization_code":
        expected |= {"grant_type": "refresh_token", "refresh_token": "old-refresh"}
    endpoint = "refresh_endpoint" if flow["grant"] == "authorization_code" else "token_endpoint"
    check_token_request(flow, renewal, transport, endpoint, expected)
    assert stored == [oauth.tokens]


@pytest.mark.parametrize("flow", USED_FLOWS, ids=name_flow)
def test_refused_renewal_is_a_token_error(flow: dict[str, Any], transport: LocalTransport, server: Server) -> None:
    """Without a secret in it, and without a call."""
    oauth = make_oauth(flow, tokens=Tokens("old-access", refresh_token="old-refresh", expires_at=NOW))
    said = {"error": "invalid_grant", "error_description": "; ".join(SECRETS)}
    server.prepare(Answer(400, json.dumps(said).encode()))
    with pytest.raises(TokenError, match="invalid_grant") as caught:
        call(flow, oauth, transport, False)
    assert (caught.value.code, caught.value.status_code, len(server.requests)) == ("invalid_grant", 400, 1)
    shown = str(caught.value) + repr(oauth) + repr(oauth.tokens)
    assert not [secret for secret in ("client-secret", "old-access", "old-refresh") if secret in shown]
