"""One answer of a server against the response that the document has for it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NoReturn

from generator.contract import reports_error
from generator.document import Document, join_pointer, mapping
from generator.live.calls import Call
from generator.live.findings import Difference
from generator.live.messages import Answer
from generator.live.values import compare_value
from generator.media import bare_media_type, body_encoding
from spec.model import JSON
from spec.validators import Validators
from spec.yaml import MAX_DEPTH

_UNAUTHORIZED, TOO_MANY_REQUESTS = 401, 429
#: Statuses that have no body.
_EMPTY = frozenset({204, 205, 304})


def compare_answer(document: Document, validators: Validators, call: Call, answer: Answer) -> Iterator[Difference]:
    """Yield every difference between an answer and its documentation."""
    at = _plain(join_pointer(call.raw.pointer, "responses"))
    if answer.status == _UNAUTHORIZED and call.has_token:
        yield Difference("live-refused-token", at, "HTTP 401: the server refuses the token")
        return
    key = _documented_key(call, answer.status)
    if key is None:
        yield _undocumented_status(at, answer)
        return
    response, pointer = document.resolve(_responses(call)[key], join_pointer(call.raw.pointer, "responses", key))
    if answer.status >= 400:
        said = f"HTTP {answer.status}, as documented; the result was not compared"
        yield Difference("live-failed-call", _plain(pointer), said)
    yield from _compare_headers(document, response, pointer, answer)
    if call.view.http_method != "HEAD" and answer.status not in _EMPTY:
        yield from _compare_body(document, validators, call, response, pointer, answer)


def _responses(call: Call) -> dict[str, object]:
    return {str(status): value for status, value in mapping(call.raw.value.get("responses")).items()}


def _documented_key(call: Call, status: int) -> str | None:
    """Return under which key the response of a status is documented: itself, its family or `default`."""
    folded = {key.upper(): key for key in _responses(call)}
    return next((folded[key] for key in (str(status), f"{status // 100}XX", "DEFAULT") if key in folded), None)


def _undocumented_status(pointer: str, answer: Answer) -> Difference:
    if answer.status == TOO_MANY_REQUESTS:
        return Difference("live-failed-call", pointer, "HTTP 429: the server asks to slow down")
    if answer.status >= 400:
        return Difference("live-undocumented-failure", pointer, f"HTTP {answer.status} is not documented")
    redirected = "; redirects are not followed" if answer.status >= 300 and "location" in answer.headers else ""
    return Difference("live-undocumented-status", pointer, f"HTTP {answer.status} is not documented{redirected}")


def _compare_headers(
    document: Document, response: Mapping[str, object], pointer: str, answer: Answer
) -> Iterator[Difference]:
    for name, raw in mapping(response.get("headers")).items():
        header, at = document.resolve(raw, join_pointer(pointer, "headers", name))
        # OpenAPI: a header called Content-Type is described by the media types instead.
        if str(name).lower() in answer.headers or str(name).lower() == "content-type":
            continue
        code = "live-missing-header" if header.get("required") is True else "live-absent-header"
        yield Difference(code, _plain(at), f"header {str(name)!r} is missing")


def _compare_body(
    document: Document, validators: Validators, call: Call, response: Mapping[str, object], pointer: str, answer: Answer
) -> Iterator[Difference]:
    content = {str(name): media for name, media in mapping(response.get("content")).items()}
    at = join_pointer(pointer, "content")
    if not content:
        if answer.body:
            yield Difference(
                "live-undocumented-media-type", _plain(pointer), "the response has a body, documented is none"
            )
        return
    name = _documented_media_type(content, answer.media_type)
    if name is None:
        found = (
            f"media type {bare_media_type(answer.media_type)!r}" if answer.media_type else "a body without media type"
        )
        yield Difference("live-undocumented-media-type", _plain(at), f"{found}, documented is {', '.join(content)}")
        return
    if body_encoding(answer.media_type) != "json" or "schema" not in mapping(content[name]):
        return
    place = _plain(join_pointer(at, name, "schema"))
    try:
        value = _parse(answer.body)
    except (ValueError, RecursionError):
        yield Difference("live-type-mismatch", place, "the body is empty" if not answer.body else "the body is no JSON")
        return
    if answer.status < 300 and reports_error(call.view.envelope, value):
        yield Difference("live-failed-call", place, "the response reports an error; it was not compared")
        return
    yield from compare_value(validators, document.root, place, value)


def _documented_media_type(content: Mapping[str, object], sent: str) -> str | None:
    """Return the media type or range of the document that names what was sent, the most exact one."""
    bare = bare_media_type(sent)
    ranges = (bare, f"{bare.partition('/')[0]}/*", "*/*")
    known = {bare_media_type(name): name for name in content}
    return next((known[item] for item in ranges if item in known), None)


def _parse(body: bytes) -> JSON:
    value: JSON = json.loads(body, parse_constant=_refuse)
    _check_depth(value)
    return value


def _check_depth(value: JSON) -> None:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [
            item
            for node in level
            if isinstance(node, dict | list)
            for item in (node.values() if isinstance(node, dict) else node)
        ]
    if level:
        raise RecursionError


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _plain(pointer: str) -> str:
    """Return a pointer without the `#` of a URI."""
    return pointer.removeprefix("#")
