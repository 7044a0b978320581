"""From the arguments of a call to a request."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

import httpx2

from ._arguments import wire_arguments
from ._body import build_body
from ._headers import checked_headers, cookie_pairs, header_value, put_header
from ._masking import MaskedHeaders, MaskedURL
from ._model import Omit, to_wire
from ._operation import Operation, RequestOptions, Values
from ._security import Authorization
from ._serialization import query_pairs, query_text
from ._settings import Settings
from ._url import build_url
from .exceptions import ArgumentError

#: Methods of which a request without a body says that it has none (RFC 9110, 8.6).
_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})

#: What RFC 6265 lets a cookie have, besides letters and digits; a token of nothing else is sent as it is.
_COOKIE_OCTETS = "!#$%&'()*+-./:<=>?@[]^_`{|}~"


def build_request(
    http: httpx2.Client | httpx2.AsyncClient,
    defaults: Mapping[str, str] | None,
    settings: Settings,
    operation: Operation[Any],
    values: Values,
    options: RequestOptions,
    authorization: Authorization,
) -> httpx2.Request:
    """Return the request of one call; nothing is sent.

    The headers of the call win over those of its arguments, and these over the client's; the header of a credential
    among those of the call or of the client takes the place of the token.

    Args:
        http: The client of httpx2 that will send it.
        defaults: The headers of `http` in lower case, if they are all that it adds to a request.
        settings: What all calls share.
        operation: What is called.
        values: The arguments.
        options: The options of this call.
        authorization: The tokens that it takes.
    """
    extra = checked_headers(options.get("extra_headers"))
    headers = _build_headers(settings, operation, values)
    url = build_url(settings, operation, values, options)
    query = _build_query(operation, values, options.get("extra_query"))
    cookies = [
        pair
        for name, item in wire_arguments(operation, "cookie", values.cookies).items()
        for pair in cookie_pairs(name, item, *operation.styles.get(("cookie", name), ()))
    ]
    _authorize(authorization, headers, query, cookies)
    media_type, content = build_body(operation.name, operation.body, values.body, options.get("extra_body"))
    if content:
        put_header(headers, "Content-Type", media_type)
        headers = {name: item for name, item in headers.items() if item or name != "Content-Type"}
    for name, item in extra.items():
        put_header(headers, name, item)
    if query:
        url += f"?{query_text(query)}"
    timeout = options.get("timeout", httpx2.USE_CLIENT_DEFAULT)
    if defaults is None or http.cookies or "files" in content:
        request = http.build_request(operation.method, url, headers=headers, timeout=timeout, **content)
        request.url = MaskedURL(request.url)
    else:
        request = _build_plainly(http, defaults, operation.method, url, headers, timeout, content.get("content", b""))
    if cookies and not any(name.lower() == "cookie" for name in extra):
        # Now, and not among the headers before: httpx2 leaves out what it keeps for the server when it sees a Cookie.
        request.headers["Cookie"] = "; ".join([*request.headers.get_list("Cookie"), *cookies])
    request.headers.__class__ = MaskedHeaders
    return request


def _build_plainly(
    http: httpx2.Client | httpx2.AsyncClient,
    defaults: Mapping[str, str],
    method: str,
    url: str,
    headers: Mapping[str, str],
    timeout: Any,
    content: bytes,
) -> httpx2.Request:
    """Return what `http.build_request` would, in a third of the time: there is nothing but headers to merge."""
    parsed = _parse_url(url)
    merged = {"host": parsed.netloc.decode("ascii"), **defaults}
    if content or method in _WITH_BODY:
        merged["content-length"] = str(len(content))
    merged |= {name.lower(): item for name, item in headers.items()}
    if "transfer-encoding" in merged:
        merged.pop("content-length", None)
    chosen = http.timeout if timeout is httpx2.USE_CLIENT_DEFAULT else httpx2.Timeout(timeout)
    extensions = {"timeout": chosen.as_dict()}
    request = httpx2.Request(method, parsed, headers=merged, stream=httpx2.ByteStream(content), extensions=extensions)
    request.read()
    request.url = parsed
    return request


@lru_cache(maxsize=128)
def _parse_url(text: str) -> MaskedURL:
    # Parsing takes as long as all the rest; an RPC API, or a client that polls, has few URLs.
    return MaskedURL(text)


def _build_headers(settings: Settings, operation: Operation[Any], values: Values) -> dict[str, str]:
    headers = {"Accept": operation.accept}
    for name, item in settings.headers.items():
        put_header(headers, name, item)
    for name, item in wire_arguments(operation, "header", values.headers).items():
        if not isinstance(item, Omit):
            put_header(headers, name, header_value(name, item, *operation.styles.get(("header", name), ())))
    return headers


def _build_query(operation: Operation[Any], values: Values, extra: object) -> list[tuple[str, str]]:
    query = [(name, quote(str(item), safe="")) for name, item in operation.query.items()]
    for name, item in wire_arguments(operation, "query", values.query).items():
        query += query_pairs(name, item, *operation.styles.get(("query", name), ()))
    if extra is not None and not isinstance(extra, Mapping):
        raise ArgumentError(f"extra_query must be a mapping, not {type(extra).__name__}")
    for name, item in (extra or {}).items():
        query = [pair for pair in query if pair[0] != name] + list(query_pairs(str(name), to_wire(item)))
    return query


def _authorize(
    authorization: Authorization, headers: dict[str, str], query: list[tuple[str, str]], cookies: list[str]
) -> None:
    for credential, token in authorization:
        value, scheme = credential.value(token), credential.scheme
        if scheme.location == "header":
            put_header(headers, scheme.parameter, value)
        elif scheme.location == "query":
            if all(name != scheme.parameter for name, _ in query):
                query.append((scheme.parameter, quote(value, safe="")))
        else:
            cookies.append(f"{scheme.parameter}={quote(value, safe=_COOKIE_OCTETS)}")
