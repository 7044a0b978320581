"""From a response to an exception."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn

import httpx2
from pydantic import ValidationError

from ._decoding import decode, documented_type
from ._operation import Operation
from ._security import Credentials
from .exceptions import EnvelopeError, ResponseError, status_error_class

_FAILED = frozenset({"failed", "failure", "fail", "error"})
_MESSAGES = ("Message", "message", "error_msg", "error_message", "msg")
_REQUEST_ID_HEADERS = ("x-request-id", "x-requestid", "request-id")


def check_envelope(operation: Operation[Any], response: httpx2.Response, credentials: Credentials | None) -> None:
    """Raise EnvelopeError when a successful response reports an error."""
    mark = b'"Error"' if operation.envelope == "response" else b'"status"'
    if mark not in response.content:
        return
    body = decode_body(response)
    if not isinstance(body, dict):
        return
    if operation.envelope == "response":
        inner = body.get("Response")
        failed = isinstance(inner, dict) and inner.get("Error") is not None
    else:
        failed = str(body.get("status")).lower() in _FAILED
    if failed:
        fail(EnvelopeError, operation, response, "the server reported an error", credentials)


def fail_with_status(operation: Operation[Any], response: httpx2.Response, credentials: Credentials | None) -> NoReturn:
    """Raise the error of a response with an unsuccessful status."""
    fail(status_error_class(response.status_code), operation, response, response.reason_phrase, credentials)


def fail(
    kind: type[ResponseError],
    operation: Operation[Any],
    response: httpx2.Response,
    reason: str,
    credentials: Credentials | None,
) -> NoReturn:
    """Raise `kind` with everything that the response says about the failure."""
    body = decode_body(response)
    code, message = find_error(body)
    request_id = find_request_id(response, body)
    said = ": ".join(part for part in (code, message) if part) or reason
    text = f"{operation.name}: HTTP {response.status_code}" + (f": {said}" if said else "")
    text += f" (request {request_id})" if request_id else ""
    model: object = None
    media_type = response.headers.get("content-type", "").lower()
    expected = documented_type(operation.errors, response.status_code, media_type)
    if expected not in (Any, None, str, bytes):
        try:
            model = decode(expected, response.content)
        except ValidationError:
            model = None
    text = credentials.redact(text) if credentials else text
    raise kind(
        text, operation=operation.name, response=response, body=body, model=model, code=code, request_id=request_id
    ) from None


def decode_body(response: httpx2.Response) -> object:
    """Return the body as JSON data, as text when it is not JSON, or None when there is none."""
    if not response.content:
        return None
    try:
        return json.loads(response.content)
    except (ValueError, RecursionError):
        return decode_text(response)


def decode_text(response: httpx2.Response) -> str:
    """Return the body as text; as UTF-8 when its charset is none, as a server may say anything there."""
    try:
        return response.content.decode(response.encoding or "utf-8", "replace")
    except (LookupError, ValueError):
        return response.content.decode("utf-8", "replace")


def find_error(body: object) -> tuple[str | None, str | None]:
    """Return the error code and message inside a body, wherever the usual envelopes put them."""
    if not isinstance(body, dict):
        return None, None
    for inner in (body.get("Response"), body):
        error = (inner.get("Error") or inner.get("error") or inner) if isinstance(inner, dict) else None
        if isinstance(error, str):
            return error, body.get("error_description") if isinstance(body.get("error_description"), str) else None
        if isinstance(error, dict):
            code = _first(error, "Code", "code", "error_code", "errorCode")
            message = next((_words(error[name]) for name in _MESSAGES if error.get(name) is not None), None)
            if code or message:
                return code, message
    return None, None


def find_request_id(response: httpx2.Response, body: object) -> str | None:
    """Return the request id from the body, which is what documentations speak of, or from the headers."""
    inner = body.get("Response", body) if isinstance(body, dict) else None
    found = _first(inner, "RequestId", "request_id", "requestId") if isinstance(inner, dict) else None
    return found or next(
        (str(response.headers[name]) for name in _REQUEST_ID_HEADERS if name in response.headers), None
    )


def _first(value: Mapping[str, object], *names: str) -> str | None:
    found = next((value[name] for name in names if value.get(name) is not None), None)
    return None if found is None or isinstance(found, dict | list) else str(found)


def _words(message: object, depth: int = 3) -> str:
    """Return a message that may be a list, or a mapping from properties to messages, as one line."""
    if isinstance(message, dict | list) and depth == 0:
        return "…"
    if isinstance(message, dict):
        return "; ".join(f"{name}: {_words(item, depth - 1)}" for name, item in message.items())
    if isinstance(message, list):
        return ", ".join(_words(item, depth - 1) for item in message)
    return str(message)
