"""From the arguments of a call to a request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx2

from ._body import build_body
from ._headers import checked_headers, header_value, is_header_value, put_header
from ._masking import MaskedURL
from ._model import Omit, to_wire
from ._operation import Operation, RequestOptions, Values
from ._security import Secret, choose_credentials
from ._serialization import path_segment, query_pairs, scalar
from .exceptions import ArgumentError, ConfigurationError

_PATH_CHARACTERS = "/{}%:@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True)
class Settings:
    """What all calls of a client share.

    Attributes:
        base_url: The server, without a final slash; None when the document names none.
        token: The token, hidden.
        auth_scheme: The security scheme to prefer when an operation allows several.
        headers: Headers of every request.
    """

    base_url: str | None = field(repr=False)
    token: Secret | None
    auth_scheme: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


def build_request(
    http: httpx2.Client, settings: Settings, operation: Operation[Any], values: Values, options: RequestOptions
) -> httpx2.Request:
    """Return the request of one call; nothing is sent.

    The headers of the call win over those of its arguments, and these over the client's; a credential among the
    headers of the call or of the client takes the place of the token.
    """
    extra = checked_headers(options.get("extra_headers"))
    headers = _build_headers(settings, operation, values)
    url = build_url(settings, operation, values, options)
    query = _build_query(operation, values, options.get("extra_query"))
    cookies = [
        f"{name}={quote(scalar(name, to_wire(item)))}"
        for name, item in values.cookies.items()
        if not isinstance(item, Omit)
    ]
    _authorize(settings, operation, headers, query, cookies, {name.lower() for name in (*settings.headers, *extra)})
    media_type, content = build_body(operation.body, values.body, options.get("extra_body"))
    if content:
        put_header(headers, "Content-Type", media_type)
        headers = {name: item for name, item in headers.items() if item or name != "Content-Type"}
    if cookies:
        kept = [item for name, item in headers.items() if name.lower() == "cookie"]
        put_header(headers, "Cookie", "; ".join([*kept, *cookies]))
    for name, item in extra.items():
        put_header(headers, name, item)
    if query:
        url += "?" + "&".join(f"{quote(name, safe='')}={quote(item, safe='')}" for name, item in query)
    timeout = options.get("timeout", httpx2.USE_CLIENT_DEFAULT)
    request = http.build_request(operation.method, url, headers=headers, timeout=timeout, **content)
    request.url = MaskedURL(request.url)
    return request


def _build_headers(settings: Settings, operation: Operation[Any], values: Values) -> dict[str, str]:
    headers = {"Accept": operation.accept}
    for name, item in settings.headers.items():
        put_header(headers, name, item)
    for name, item in values.headers.items():
        if not isinstance(item, Omit):
            put_header(headers, name, header_value(name, item))
    return headers


def _build_query(operation: Operation[Any], values: Values, extra: object) -> list[tuple[str, str]]:
    query = [(name, str(item)) for name, item in operation.query.items()]
    for name, item in values.query.items():
        query += query_pairs(name, item, *operation.styles.get(("query", name), ("form", True)))
    if extra is not None and not isinstance(extra, Mapping):
        raise ArgumentError(f"extra_query must be a mapping, not {type(extra).__name__}")
    for name, item in (extra or {}).items():
        query = [pair for pair in query if pair[0] != name] + list(query_pairs(str(name), item))
    return query


def build_url(settings: Settings, operation: Operation[Any], values: Values, options: RequestOptions) -> str:
    """Return the URL of one call without its query.

    Raises:
        ConfigurationError: There is no server.
    """
    base = options.get("base_url")
    if base is not None and not (isinstance(base, str) and base.startswith(("http://", "https://"))):
        raise ArgumentError("base_url must start with http:// or https://")
    if base is None and operation.server is not None:
        base = operation.server
        for name, item in values.server.items():
            part = scalar(name, to_wire(item))
            if not re.fullmatch(r"[\w.:-]+", part):
                raise ArgumentError(f"{name!r} is part of a host name and must not be {part!r}")
            base = base.replace("{" + name + "}", part)
    if base is None or not base.startswith(("http://", "https://")):
        base = settings.base_url + (base or "") if settings.base_url else None
    if not base:
        hint = "pass base_url=… or set CODEARTS_REPO_BASE_URL"
        raise ConfigurationError(f"{operation.name} needs a base URL: {hint}")
    path = operation.path
    for name, item in values.path.items():
        style = operation.styles.get(("path", name), ("simple", False))
        path = path.replace("{" + quote(name, safe=_PATH_CHARACTERS) + "}", path_segment(name, item, *style))
    return base.rstrip("/") + path


def _authorize(
    settings: Settings,
    operation: Operation[Any],
    headers: dict[str, str],
    query: list[tuple[str, str]],
    cookies: list[str],
    given: set[str],
) -> None:
    token, scheme = settings.token, settings.auth_scheme
    for credential in choose_credentials(operation.security, scheme, token is not None, operation.name, given):
        value = credential.value(token.reveal() if token else "")
        if credential.location == "header":
            if not is_header_value(value):
                raise ConfigurationError("the token must be printable ASCII without space around it")
            put_header(headers, credential.parameter, value)
        elif credential.location == "query":
            if all(name != credential.parameter for name, _ in query):
                query.append((credential.parameter, value))
        else:
            cookies.append(f"{credential.parameter}={quote(value)}")
