"""What all calls of a client share."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx2

from ._headers import checked_headers
from ._masking import mask
from ._retries import RetryPolicy
from ._secrets import Token
from ._security import Credentials
from .exceptions import ConfigurationError

DEFAULT_BASE_URL: str | None = "https://e.coding.net"
DEFAULT_TIMEOUT = httpx2.Timeout(60.0, connect=10.0)
DEFAULT_LIMITS = httpx2.Limits(max_connections=100, max_keepalive_connections=20)
USER_AGENT = "coding/1.0.0"


@dataclass(frozen=True, slots=True)
class Settings:
    """What all calls of a client share.

    Attributes:
        base_url: The server, without a final slash; None when the document names none.
        serves_all: Whether it also serves the operations for which the document names a server of their own.
        credentials: The tokens, hidden.
        headers: Headers of every request, their names in lower case.
        retries: When calls are repeated.
    """

    base_url: str | None = field(repr=False)
    serves_all: bool
    credentials: Credentials
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    retries: RetryPolicy = field(default_factory=RetryPolicy)


def build_settings(
    *,
    base_url: str | None,
    token: Token | Mapping[str, Token] | None,
    auth_scheme: str | None,
    headers: Mapping[str, str] | None,
    retries: RetryPolicy | int | None,
) -> Settings:
    """Return the settings of a client from its arguments and the environment.

    Raises:
        ConfigurationError: A security scheme is unknown or lacks its token, `base_url` is no http(s) URL, a token cannot
            be sent, or `retries` is neither a policy nor a number.
        ArgumentError: A header cannot be sent.
    """
    sent = {"user-agent": USER_AGENT} | checked_headers(headers)
    url = choose_base_url(base_url)
    return Settings(
        base_url=url,
        serves_all=url != DEFAULT_BASE_URL,
        credentials=Credentials(token, auth_scheme),
        headers=sent,
        retries=choose_policy(retries),
    )


def choose_policy(retries: RetryPolicy | int | None) -> RetryPolicy:
    """Return a policy as it is, the usual one with another number of retries, or the usual one.

    Raises:
        ConfigurationError: `retries` is none of these.
    """
    if retries is None or isinstance(retries, RetryPolicy):
        return retries or RetryPolicy()
    if type(retries) is not int or retries < 0:
        raise ConfigurationError(f"retries must be a RetryPolicy or a number of repetitions, not {retries!r}")
    return RetryPolicy(retries=retries)


def choose_base_url(base_url: str | None) -> str | None:
    """Return the server without a final slash: the given one, that of the environment or the documented one.

    Raises:
        ConfigurationError: It is no http(s) URL.
    """
    url = base_url or os.environ.get("CODING_BASE_URL") or DEFAULT_BASE_URL
    if url is not None and not url.startswith(("http://", "https://")):
        raise ConfigurationError(f"base_url must start with http:// or https://, not {mask(url)!r}")
    if url is not None and ("?" in url or "#" in url):
        raise ConfigurationError(f"base_url must have neither query nor fragment: {mask(url)!r}")
    return url.rstrip("/") if url else None


def describe_client(name: str, settings: Settings) -> str:
    """Return the `repr` of a client: the server and whether there is a token, never the token."""
    token = "***" if settings.credentials else None
    url = mask(settings.base_url) if settings.base_url else None
    return f"{name}(base_url={url!r}, token={token!r})"
