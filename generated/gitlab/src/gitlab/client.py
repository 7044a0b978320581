"""The client: `Client(token=…)`."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar, cast

import httpx2

from ._client import RawTransport, Transport
from ._headers import checked_headers, put_header
from ._masking import mask
from ._request import Settings
from ._response import ApiResponse
from ._schemes import SCHEMES
from ._security import Secret
from .exceptions import ConfigurationError

if TYPE_CHECKING:
    from .groups.issue_links import IssueLinks

P = ParamSpec("P")
T = TypeVar("T")
DEFAULT_BASE_URL: str | None = "https://gitlab.example.com/api/v4"
DEFAULT_TIMEOUT = httpx2.Timeout(60.0, connect=10.0)


class Client:
    """A client of GitLab.

    Use it as a context manager, or call `close`. Operations are grouped: `issue_links`.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        token: str | None = None,
        auth_scheme: str | None = None,
        timeout: float | httpx2.Timeout | None = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        http_client: httpx2.Client | None = None,
    ) -> None:
        """Create a client; nothing is sent.

        Args:
            base_url: The server; otherwise the environment variable GITLAB_BASE_URL, otherwise the
                documented server.
            token: The token; otherwise the environment variable GITLAB_TOKEN.
            auth_scheme: The security scheme to use where the documentation allows several:
                a key of `gitlab._schemes.SCHEMES`. The first documented one otherwise.
            timeout: Seconds for each step of a request, or an `httpx2.Timeout`; None waits forever.
            headers: Headers of every request; a credential among them takes the place of the token.
            http_client: An `httpx2.Client` of your own, for proxies or transports; `timeout` is then its own, and
                closing it remains your task.

        Raises:
            ConfigurationError: `auth_scheme` is unknown, `base_url` is no http(s) URL, or the token cannot be sent.
            ArgumentError: A header cannot be sent.
        """
        if auth_scheme is not None and auth_scheme not in SCHEMES:
            raise ConfigurationError(f"unknown auth_scheme {auth_scheme!r}; known are {sorted(SCHEMES)}")
        url = base_url or os.environ.get("GITLAB_BASE_URL") or DEFAULT_BASE_URL
        if url is not None and not url.startswith(("http://", "https://")):
            raise ConfigurationError(f"base_url must start with http:// or https://, not {mask(url)!r}")
        secret = token or os.environ.get("GITLAB_TOKEN")
        sent = {"User-Agent": "gitlab/1.0.0"}
        for name, value in checked_headers(headers).items():
            put_header(sent, name, value)
        settings = Settings(
            base_url=url.rstrip("/") if url else None,
            token=Secret(secret) if secret else None,
            auth_scheme=auth_scheme,
            headers=sent,
        )
        self._owned = http_client is None
        self._transport = Transport(settings, http_client or httpx2.Client(timeout=timeout))

    @cached_property
    def issue_links(self) -> IssueLinks:
        """Issue links: Tier: STARTER."""
        from .groups.issue_links import IssueLinks

        return IssueLinks(self._transport)

    @property
    def base_url(self) -> str | None:
        """The server that requests go to, unless an operation has its own."""
        return self._transport.settings.base_url

    def with_raw_response(self, method: Callable[P, T]) -> Callable[P, ApiResponse[T]]:
        """Return `method` so that it returns the response, unparsed, with status and headers.

        Example: `client.with_raw_response(client.group.operation)(…).headers`.
        """
        group: Any = getattr(method, "__self__", None)
        name = getattr(method, "__name__", "")
        if group is None or not hasattr(group, name):
            raise TypeError("with_raw_response expects a method of this client")
        transport = RawTransport(self._transport.settings, self._transport.http)
        return cast("Callable[P, ApiResponse[T]]", getattr(type(group)(transport), name))

    def close(self) -> None:
        """Close the connections."""
        if self._owned:
            self._transport.http.close()

    def __enter__(self) -> Self:
        """Return the client."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections."""
        self.close()

    def __repr__(self) -> str:
        """Return the server and whether there is a token, never the token."""
        token = "***" if self._transport.settings.token else None
        url = mask(self.base_url) if self.base_url else None
        return f"Client(base_url={url!r}, token={token!r})"
