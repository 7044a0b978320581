"""From the arguments of a call to a request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx2

from ._model import Omit, to_wire
from ._operation import Operation, RequestOptions, Values
from ._security import Secret, choose_credentials
from ._serialization import header_value, json_body, path_segment, query_pairs, scalar
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

    base_url: str | None
    token: Secret | None
    auth_scheme: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def build_request(
    http: httpx2.Client, settings: Settings, operation: Operation[Any], values: Values, options: RequestOptions
) -> httpx2.Request:
    """Return the request of one call; nothing is sent."""
    headers = {"Accept": operation.accept, **settings.headers}
    headers |= {name: header_value(name, item) for name, item in values.headers.items() if not isinstance(item, Omit)}
    query = [(name, str(item)) for name, item in operation.query.items()]
    for name, item in values.query.items():
        query += query_pairs(name, item, *operation.styles.get(("query", name), ("form", True)))
    cookies = [
        f"{name}={quote(scalar(to_wire(item)))}" for name, item in values.cookies.items() if not isinstance(item, Omit)
    ]
    url = build_url(settings, operation, values, options)
    _authorize(settings, operation, headers, query, cookies)
    if cookies:
        headers["Cookie"] = "; ".join(cookies)
    for name, extra in options.get("extra_query", {}).items():
        query = [pair for pair in query if pair[0] != name] + list(query_pairs(name, extra))
    content = _build_body(operation, values.body, options.get("extra_body"), headers)
    headers = _merge_headers(headers, options.get("extra_headers", {}))
    if query:
        url += "?" + "&".join(f"{quote(name, safe='')}={quote(item, safe='')}" for name, item in query)
    timeout = options.get("timeout", httpx2.USE_CLIENT_DEFAULT)
    return http.build_request(operation.method, url, headers=headers, timeout=timeout, **content)


def build_url(settings: Settings, operation: Operation[Any], values: Values, options: RequestOptions) -> str:
    """Return the URL of one call without its query.

    Raises:
        ConfigurationError: There is no server.
    """
    base = options.get("base_url")
    if base is None and operation.server is not None:
        base = operation.server
        for name, item in values.server.items():
            if not re.fullmatch(r"[\w.:-]+", item):
                raise ArgumentError(f"{name!r} is part of a host name and must not be {item!r}")
            base = base.replace("{" + name + "}", item)
    if base is None or not base.startswith(("http://", "https://")):
        base = settings.base_url + (base or "") if settings.base_url else None
    if not base:
        hint = "pass base_url=… or set GITLAB_BASE_URL"
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
) -> None:
    token = settings.token
    for credential in choose_credentials(operation.security, settings.auth_scheme, token is not None, operation.name):
        value = credential.value(token.reveal() if token else "")
        if credential.location == "header":
            headers[credential.parameter] = header_value(credential.parameter, value)
        elif credential.location == "query":
            query.append((credential.parameter, value))
        else:
            cookies.append(f"{credential.parameter}={quote(value)}")


def _merge_headers(headers: Mapping[str, str], extra: Mapping[str, str]) -> dict[str, str]:
    replaced = {name.lower() for name in extra}
    return {**{name: item for name, item in headers.items() if name.lower() not in replaced}, **extra}


def _build_body(
    operation: Operation[Any], value: Any, extra: Mapping[str, Any] | None, headers: dict[str, str]
) -> dict[str, Any]:
    body = operation.body
    if body is None or isinstance(value, Omit):
        return {}
    if isinstance(value, dict):
        value = {
            name: item for name, item in {**body.fixed, **value, **(extra or {})}.items() if not isinstance(item, Omit)
        }
        if not value and not body.required:
            return {}
    if body.encoding == "multipart":
        return _multipart(value)
    headers["Content-Type"] = body.media_type
    if body.encoding == "json":
        return {"content": json_body(value)}
    if body.encoding == "form":
        pairs = [pair for name, item in value.items() for pair in query_pairs(str(name), item)]
        return {"content": "&".join(f"{quote(name, safe='')}={quote(item, safe='')}" for name, item in pairs).encode()}
    return {"content": value}


def _multipart(value: Mapping[str, Any]) -> dict[str, Any]:
    files: list[tuple[str, Any]] = []
    for name, item in value.items():
        for part in item if isinstance(item, list) else [item]:
            is_file = isinstance(part, bytes | tuple)
            content = (name, part) if isinstance(part, bytes) else part
            files.append((name, content if is_file else (None, scalar(to_wire(part)))))
    return {"files": files}
