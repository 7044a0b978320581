"""From the arguments of a call to its URL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from ._arguments import wire_arguments
from ._masking import MaskedURL
from ._model import to_wire
from ._operation import Operation, RequestOptions, Values
from ._security import Authorization, tokens_at
from ._serialization import path_segment, query_pairs, query_text, scalar
from ._settings import Settings
from .exceptions import ArgumentError, ConfigurationError

_PATH_CHARACTERS = "/{}%:@!$&'()*+,;=~"


def build_url(
    settings: Settings, operation: Operation[Any], values: Values, options: RequestOptions, authorization: Authorization
) -> MaskedURL:
    """Return the URL of one call.

    The server is that of the call; else that of the client, if it is another than the documented one; else the operation's.

    Raises:
        ConfigurationError: There is no server.
        ArgumentError: The server of the call is no http(s) URL, or a parameter cannot be sent.
    """
    base = options.get("base_url")
    if base is None:
        base = _server(settings, operation, values)
    elif not (isinstance(base, str) and re.fullmatch(r"https?://[^?#]+", base)):
        raise ArgumentError("base_url must start with http:// or https:// and have neither query nor fragment")
    path = operation.path
    for name, item in wire_arguments(operation, "path", values.path).items():
        style = operation.styles.get(("path", name), ())
        path = path.replace("{" + quote(name, safe=_PATH_CHARACTERS) + "}", path_segment(name, item, *style))
    query = _build_query(operation, values, options.get("extra_query"))
    for name, token in tokens_at("query", authorization):
        if all(known != name for known, _ in query):
            query.append((name, quote(token, safe="")))
    return _parse_url(base.rstrip("/") + path + (f"?{query_text(query)}" if query else ""))


@lru_cache(maxsize=128)
def _parse_url(text: str) -> MaskedURL:
    # Parsing takes as long as all the rest; a client that polls has few URLs.
    url = MaskedURL(text)
    if (url.port or 0) > 65535:
        raise ArgumentError("the port of the server must be at most 65535")
    return url


def _build_query(operation: Operation[Any], values: Values, extra: object) -> list[tuple[str, str]]:
    query = [(name, quote(str(item), safe="")) for name, item in operation.query.items()]
    for name, item in wire_arguments(operation, "query", values.query).items():
        query += query_pairs(name, item, *operation.styles.get(("query", name), ()))
    if extra is not None and not isinstance(extra, Mapping):
        raise ArgumentError(f"extra_query must be a mapping, not {type(extra).__name__}")
    for name, item in (extra or {}).items():
        query = [pair for pair in query if pair[0] != name] + list(query_pairs(str(name), to_wire(item)))
    return query


def _server(settings: Settings, operation: Operation[Any], values: Values) -> str:
    own = operation.server or ""
    is_absolute = own.startswith(("http://", "https://"))
    if settings.base_url is not None and (settings.serves_all or not is_absolute):
        return settings.base_url + ("" if is_absolute else own)
    if not is_absolute:
        hint = "pass base_url=… or set GITLAB_BASE_URL"
        raise ConfigurationError(f"{operation.name} needs a base URL: {hint}")
    for name, item in values.server.items():
        part = scalar(name, to_wire(item))
        if not re.fullmatch(r"[\w.:-]+", part):
            raise ArgumentError(f"{name!r} is part of a host name and must not be {part!r}")
        own = own.replace("{" + name + "}", part)
    return own
