"""The URLs of OAuth 2.0: where users and token requests go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

import httpx2

from .._settings import choose_base_url
from ..exceptions import ConfigurationError
from ._flows import FLOWS, VARIABLES, Flow

_ARGUMENTS = {wire: name for name, wire in VARIABLES.items()}


def choose_flow(scheme: str | None, grant: str | None) -> tuple[str, str, Flow]:
    """Return the security scheme, the grant and the flow that a caller wants; None takes the first documented one.

    Raises:
        ConfigurationError: The documentation has no such flow.
    """
    for (known_scheme, known_grant), flow in FLOWS.items():
        if scheme in (None, known_scheme) and grant in (None, known_grant):
            return known_scheme, known_grant, flow
    raise ConfigurationError(f"no flow for scheme={scheme!r} and grant={grant!r}; documented are {list(FLOWS)}")


def resolve_endpoint(url: str, hint: str, variables: Mapping[str, str], base_url: str | None) -> httpx2.URL:
    """Return the URL of an endpoint.

    Args:
        url: The documented URL, empty for none.
        hint: The argument that takes its place.
        variables: The values of the variables in braces.
        base_url: The server of a relative URL; None for that of the environment or of the documentation.

    Raises:
        ConfigurationError: There is none, or it is incomplete.
    """
    for name, value in variables.items():
        if not re.fullmatch(r"[\w.:-]+", value):
            raise ConfigurationError(f"{_ARGUMENTS[name]} is part of a URL and must not be {value!r}")
        url = url.replace("{" + name + "}", value)
    missing = " and ".join(f"{_ARGUMENTS[name]}=…" for name in re.findall(r"\{([^{}]*)\}", url) if name in _ARGUMENTS)
    if missing or not url:
        raise ConfigurationError(f"OAuth needs {missing} or {hint}=…" if missing else f"OAuth needs {hint}=…")
    try:
        found = _join(url, base_url)
    except httpx2.InvalidURL:
        raise ConfigurationError(f"{hint} is no URL") from None
    if found is None or found.scheme not in ("http", "https"):
        raise ConfigurationError(f"OAuth needs {'base_url=… or ' if found is None else 'an http(s) URL as '}{hint}=…")
    return found


def _join(url: str, base_url: str | None) -> httpx2.URL | None:
    if url.startswith(("http://", "https://")):
        return httpx2.URL(url)
    base = choose_base_url(base_url)
    return None if base is None else httpx2.URL(base + "/").join(url)


def with_query(endpoint: httpx2.URL, parameters: Mapping[str, str]) -> httpx2.URL:
    """Return `endpoint` with more query parameters."""
    query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in parameters.items())
    return endpoint.copy_with(query="&".join(filter(None, (endpoint.query.decode(), query))).encode())
