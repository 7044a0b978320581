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
    for name, item in wire_arguments(operation, "path", values.path).items():
        style = operation.styles.get(("path", name), ())
        path = path.replace("{" + quote(name, safe=_PATH_CHARACTERS) + "}", path_segment(name, item, *style))
    return base.rstrip("/") + path
