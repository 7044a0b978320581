"""What goes wrong raises a typed error, and never shows the token."""

from __future__ import annotations

import inspect
import json
import re
from typing import Any

import httpx2
import pytest

from coding import Client
from coding.exceptions import (
    ConfigurationError,
    EnvelopeError,
    StatusError,
    TransportError,
    status_error_class,
)

from contract import DATA, TOKENS, find_method, name_case
from local_clients import Caller, LocalTransport
from local_server import Answer, Server

OPERATIONS = DATA["operations"]
STATUSES = [{**item, "status": int(status)} for item in OPERATIONS for status in item["errors"]]
USUAL = (400, 401, 403, 404, 409, 418, 422, 429, 500, 503, 520)
FAMILIES = [{**item, "status": status} for item in OPERATIONS[:1] for status in USUAL]
HIDDEN = {
    "response": {"Response": {"Error": {"Code": "Failed", "Message": "It failed."}, "RequestId": "r-1"}},
    "status": {"status": "failed", "error": {"code": "Failed", "message": "It failed."}},
}


@pytest.mark.parametrize("case", STATUSES + FAMILIES, ids=name_case)
def test_status_raises_its_class(case: dict[str, Any], call: Caller, server: Server) -> None:
    """Documented statuses and the usual ones."""
    body = {"error": {"code": "c-1", "message": f"no {DATA['token']}"}}
    server.prepare(Answer(case["status"], json.dumps(body).encode(), {"X-Request-Id": "r-1"}))
    with pytest.raises(StatusError) as caught:
        call(case, **case["arguments"])
    assert type(caught.value) is status_error_class(case["status"])
    assert caught.value.status_code == case["status"]
    if server.requests[-1].method != "HEAD" and case["status"] != 304:  # Those answers have no body.
        assert (caught.value.body, caught.value.code) == (body, "c-1")
    assert caught.value.request_id == "r-1"
    assert DATA["token"] not in str(caught.value) + repr(caught.value)


@pytest.mark.parametrize("case", [item for item in OPERATIONS if item["envelope"]], ids=name_case)
def test_error_inside_a_successful_response_is_an_error(case: dict[str, Any], call: Caller, server: Server) -> None:
    """The envelope of the API in a response with status 200."""
    server.prepare(Answer(200, json.dumps(HIDDEN[case["envelope"]]).encode()))
    with pytest.raises(EnvelopeError) as caught:
        call(case, **case["arguments"])
    assert (caught.value.code, caught.value.status_code) == ("Failed", 200)


@pytest.mark.parametrize("case", OPERATIONS, ids=name_case)
def test_misspelt_argument_is_refused(case: dict[str, Any], client: Client, server: Server) -> None:
    """As Python itself does it, with the names that exist."""
    method = find_method(client, case)
    known = [item.name for item in inspect.signature(method).parameters.values() if item.kind is item.KEYWORD_ONLY]
    name = (known or ["timeout"])[-1]
    wrong = name + "_"
    while wrong in known:
        wrong += "_"
    with pytest.raises(TypeError, match=re.escape(f"{wrong!r}; did you mean") + ".*" + re.escape(repr(name))):
        method(**case["arguments"], **{wrong: 1})
    with pytest.raises(TypeError, match=re.escape(repr(wrong))):
        client.with_raw_response(method)(**case["arguments"], **{wrong: 1})
    assert server.requests == []


@pytest.mark.parametrize("case", [item for item in OPERATIONS if item["needs_token"]], ids=name_case)
def test_missing_token_raises_before_sending(
    case: dict[str, Any], server: Server, transport: LocalTransport, plain_environment: None
) -> None:
    """No token, no request."""
    client = Client(base_url=DATA["base_url"], http_client=httpx2.Client(transport=transport))
    with pytest.raises(ConfigurationError, match="token"):
        find_method(client, case)(**case["arguments"])
    assert server.requests == []


@pytest.mark.parametrize("case", [item for item in OPERATIONS if item["needs_base_url"]], ids=name_case)
def test_missing_base_url_raises_before_sending(
    case: dict[str, Any], server: Server, transport: LocalTransport, plain_environment: None
) -> None:
    """No server, no request."""
    client = Client(token=TOKENS, http_client=httpx2.Client(transport=transport))
    with pytest.raises(ConfigurationError, match="base URL"):
        find_method(client, case)(**case["arguments"])
    assert server.requests == []


@pytest.mark.parametrize("case", OPERATIONS[:1], ids=name_case)
def test_no_connection_is_a_transport_error(case: dict[str, Any]) -> None:
    """Nothing listens on port 1."""
    with Client(token=TOKENS, timeout=5) as client, pytest.raises(TransportError):
        find_method(client, case)(**case["arguments"], base_url="http://127.0.0.1:1")


def test_token_is_not_shown() -> None:
    """Neither the client nor its settings show the token."""
    with Client(base_url=DATA["base_url"], token=TOKENS) as client:
        assert DATA["token"] not in repr(client) + repr(client._transport.settings)
