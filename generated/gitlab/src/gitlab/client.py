"""The clients: `Client(token=…)`, and `AsyncClient(token=…)` for asyncio."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar, cast

import httpx2

from ._client import Transport
from ._response import ApiResponse
from ._retries import RetryPolicy
from ._secrets import Token
from ._settings import DEFAULT_LIMITS, DEFAULT_TIMEOUT, build_settings, describe_client

if TYPE_CHECKING:
    from ._async_client import AsyncTransport
    from .groups.issue_links import AsyncIssueLinks, IssueLinks

P = ParamSpec("P")
T = TypeVar("T")


def _rebind(method: Callable[..., object], transport: Transport | AsyncTransport) -> Any:
    """Return `method` of a group as that of a new group that gives responses."""
    group: Any = getattr(method, "__self__", None)
    name = getattr(method, "__name__", "")
    if getattr(group, "_transport", None) is not transport or not hasattr(group, name):
        raise TypeError("with_raw_response expects a method of this client")
    return getattr(type(group)(transport.as_raw()), name)


class Client:
    """A client of GitLab.

    Use it as a context manager, or call `close`. Operations are grouped: `issue_links`.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        token: Token | Mapping[str, Token] | None = None,
        auth_scheme: str | None = None,
        timeout: float | httpx2.Timeout | None = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        retries: RetryPolicy | int | None = None,
        limits: httpx2.Limits = DEFAULT_LIMITS,
        http_client: httpx2.Client | None = None,
    ) -> None:
        """Create a client; nothing is sent.

        Args:
            base_url: The server of all operations; otherwise the environment variable GITLAB_BASE_URL,
                otherwise the documented server, and that of the operation where the document names another.
            token: The token: a string, (user, password) for HTTP basic, a `TokenSource` that renews it, or a mapping from
                security schemes to these; otherwise GITLAB_TOKEN of the environment.
            auth_scheme: The security scheme to use where the documentation allows several:
                a key of `gitlab._schemes.SCHEMES`. The first documented one otherwise.
            timeout: Seconds for each step of a request, or an `httpx2.Timeout`; None waits forever.
            headers: Headers of every request; that of a credential takes the place of the token.
            retries: When calls that only read are repeated: a policy, or how often at most; 0 for never.
            limits: How many connections are open and kept open; calls beyond wait for one.
            http_client: An `httpx2.Client` of your own, for proxies or transports; `timeout` and `limits` are
                then its own, and closing it remains your task.

        Raises:
            ConfigurationError: A security scheme is unknown, `base_url` is no http(s) URL, or a token cannot be sent.
            ArgumentError: A header cannot be sent.
        """
        settings = build_settings(
            base_url=base_url, token=token, auth_scheme=auth_scheme, headers=headers, retries=retries
        )
        self._owned = http_client is None
        http = http_client or httpx2.Client(timeout=timeout, limits=limits)
        self._transport = Transport(settings, http, dict(http.headers) if self._owned else None)

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
        return cast("Callable[P, ApiResponse[T]]", _rebind(method, self._transport))

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
        return describe_client("Client", self._transport.settings)


class AsyncClient:
    """An asynchronous client of GitLab.

    Use it as an asynchronous context manager, or await `close`. Operations are grouped: `issue_links`.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        token: Token | Mapping[str, Token] | None = None,
        auth_scheme: str | None = None,
        timeout: float | httpx2.Timeout | None = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        retries: RetryPolicy | int | None = None,
        limits: httpx2.Limits = DEFAULT_LIMITS,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        """Create a client; nothing is sent.

        Args:
            base_url: The server of all operations; otherwise the environment variable GITLAB_BASE_URL,
                otherwise the documented server, and that of the operation where the document names another.
            token: The token: a string, (user, password) for HTTP basic, a `TokenSource` that renews it, or a mapping from
                security schemes to these; otherwise GITLAB_TOKEN of the environment.
            auth_scheme: The security scheme to use where the documentation allows several:
                a key of `gitlab._schemes.SCHEMES`. The first documented one otherwise.
            timeout: Seconds for each step of a request, or an `httpx2.Timeout`; None waits forever.
            headers: Headers of every request; that of a credential takes the place of the token.
            retries: When calls that only read are repeated: a policy, or how often at most; 0 for never.
            limits: How many connections are open and kept open; calls beyond wait for one.
            http_client: An `httpx2.AsyncClient` of your own, for proxies or transports; `timeout` and `limits` are
                then its own, and closing it remains your task.

        Raises:
            ConfigurationError: A security scheme is unknown, `base_url` is no http(s) URL, or a token cannot be sent.
            ArgumentError: A header cannot be sent.
        """
        # Imported here: asyncio takes time to import, and a synchronous program never needs it.
        from ._async_client import AsyncTransport

        settings = build_settings(
            base_url=base_url, token=token, auth_scheme=auth_scheme, headers=headers, retries=retries
        )
        self._owned = http_client is None
        http = http_client or httpx2.AsyncClient(timeout=timeout, limits=limits)
        self._transport = AsyncTransport(settings, http, dict(http.headers) if self._owned else None)

    @cached_property
    def issue_links(self) -> AsyncIssueLinks:
        """Issue links: Tier: STARTER."""
        from .groups.issue_links import AsyncIssueLinks

        return AsyncIssueLinks(self._transport)

    @property
    def base_url(self) -> str | None:
        """The server that requests go to, unless an operation has its own."""
        return self._transport.settings.base_url

    def with_raw_response(self, method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[ApiResponse[T]]]:
        """Return `method` so that it gives the response, unparsed, with status and headers.

        Example: `(await client.with_raw_response(client.group.operation)(…)).headers`.
        """
        return cast("Callable[P, Awaitable[ApiResponse[T]]]", _rebind(method, self._transport))

    async def close(self) -> None:
        """Close the connections."""
        if self._owned:
            await self._transport.http.aclose()

    async def __aenter__(self) -> Self:
        """Return the client."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections."""
        await self.close()

    def __repr__(self) -> str:
        """Return the server and whether there is a token, never the token."""
        return describe_client("AsyncClient", self._transport.settings)
