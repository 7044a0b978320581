"""From the arguments of a call to its URL."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from ._arguments import wire_arguments
from ._model import to_wire
from ._operation import Operation, RequestOptions, Values
from ._serialization import path_segment, scalar
from ._settings import Settings
from .exceptions import ArgumentError, ConfigurationError

_PATH_CHARACTERS = "/{}%:@!$&'()*+,;=~"


def build_url(settings: Settings, operation: Operation[Any], values: Values, options: RequestOptions) -> str:
    """Return the URL of one call without its query.

    The server is that of the call; else that of the client, if it is another than the documented one; else the operation's.

    Raises:
        ConfigurationError: There is no server.
        ArgumentError: The server of the call is no http(s) URL, or a path parameter cannot be sent.
    """
    base = options.get("base_url")
    if base is not None and not (isinstance(base, str) and re.fullmatch(r"https?://[^?#]+", base)):
        raise ArgumentError("base_url must start with http:// or https:// and have neither query nor fragment")
    if base is None:
        base = _server(settings, operation, values)
    path = operation.path
    for name, item in wire_arguments(operation, "path", values.path).items():
        style = operation.styles.get(("path", name), ())
        path = path.replace("{" + quote(name, safe=_PATH_CHARACTERS) + "}", path_segment(name, item, *style))
    return base.rstrip("/") + path


def _server(settings: Settings, operation: Operation[Any], values: Values) -> str:
    own = operation.server or ""
    is_absolute = own.startswith(("http://", "https://"))
    if settings.base_url is not None and (settings.serves_all or not is_absolute):
        return settings.base_url + ("" if is_absolute else own)
    if not is_absolute:
        hint = "pass base_url=… or set CODEARTS_REPO_BASE_URL"
        raise ConfigurationError(f"{operation.name} needs a base URL: {hint}")
    for name, item in values.server.items():
        part = scalar(name, to_wire(item))
        if not re.fullmatch(r"[\w.:-]+", part):
            raise ArgumentError(f"{name!r} is part of a host name and must not be {part!r}")
        own = own.replace("{" + name + "}", part)
    return own
