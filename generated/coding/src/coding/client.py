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
    from .groups.oauth_认证 import AsyncOauth认证, Oauth认证
    from .groups.事项 import Async事项, 事项
    from .groups.代码托管 import Async代码托管, 代码托管
    from .groups.保护分支 import Async保护分支, 保护分支
    from .groups.分支 import Async分支, 分支
    from .groups.合并请求 import Async合并请求, 合并请求
    from .groups.工时 import Async工时, 工时
    from .groups.提交 import Async提交, 提交
    from .groups.标签 import Async标签, 标签
    from .groups.迭代 import Async迭代, 迭代
    from .groups.需求 import Async需求, 需求
    from .groups.项目 import Async项目, 项目
    from .groups.项目设置 import Async项目设置, 项目设置

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
    """A client of CODING Open API.

    Use it as a context manager, or call `close`. Operations are grouped: `oauth_认证`, `项目`, `项目设置`, `需求`, `事项`, `迭代`, `工时`, `代码托管`, `提交`, `标签`, `分支`, `保护分支`, `合并请求`.
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
            base_url: The server of all operations; otherwise the environment variable CODING_BASE_URL,
                otherwise the documented server, and that of the operation where the document names another.
            token: The token: a string, (user, password) for HTTP basic, a `TokenSource` that renews it, or a mapping from
                security schemes to these; otherwise CODING_TOKEN of the environment.
            auth_scheme: The security scheme to use where the documentation allows several:
                a key of `coding._schemes.SCHEMES`. The first documented one otherwise.
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
    def oauth_认证(self) -> Oauth认证:
        """OAuth 认证."""
        from .groups.oauth_认证 import Oauth认证

        return Oauth认证(self._transport)

    @cached_property
    def 项目(self) -> 项目:
        """项目."""
        from .groups.项目 import 项目

        return 项目(self._transport)

    @cached_property
    def 项目设置(self) -> 项目设置:
        """项目设置."""
        from .groups.项目设置 import 项目设置

        return 项目设置(self._transport)

    @cached_property
    def 需求(self) -> 需求:
        """需求."""
        from .groups.需求 import 需求

        return 需求(self._transport)

    @cached_property
    def 事项(self) -> 事项:
        """事项."""
        from .groups.事项 import 事项

        return 事项(self._transport)

    @cached_property
    def 迭代(self) -> 迭代:
        """迭代."""
        from .groups.迭代 import 迭代

        return 迭代(self._transport)

    @cached_property
    def 工时(self) -> 工时:
        """工时."""
        from .groups.工时 import 工时

        return 工时(self._transport)

    @cached_property
    def 代码托管(self) -> 代码托管:
        """代码托管."""
        from .groups.代码托管 import 代码托管

        return 代码托管(self._transport)

    @cached_property
    def 提交(self) -> 提交:
        """提交."""
        from .groups.提交 import 提交

        return 提交(self._transport)

    @cached_property
    def 标签(self) -> 标签:
        """标签."""
        from .groups.标签 import 标签

        return 标签(self._transport)

    @cached_property
    def 分支(self) -> 分支:
        """分支."""
        from .groups.分支 import 分支

        return 分支(self._transport)

    @cached_property
    def 保护分支(self) -> 保护分支:
        """保护分支."""
        from .groups.保护分支 import 保护分支

        return 保护分支(self._transport)

    @cached_property
    def 合并请求(self) -> 合并请求:
        """合并请求."""
        from .groups.合并请求 import 合并请求

        return 合并请求(self._transport)

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
    """An asynchronous client of CODING Open API.

    Use it as an asynchronous context manager, or await `close`. Operations are grouped: `oauth_认证`, `项目`, `项目设置`, `需求`, `事项`, `迭代`, `工时`, `代码托管`, `提交`, `标签`, `分支`, `保护分支`, `合并请求`.
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
            base_url: The server of all operations; otherwise the environment variable CODING_BASE_URL,
                otherwise the documented server, and that of the operation where the document names another.
            token: The token: a string, (user, password) for HTTP basic, a `TokenSource` that renews it, or a mapping from
                security schemes to these; otherwise CODING_TOKEN of the environment.
            auth_scheme: The security scheme to use where the documentation allows several:
                a key of `coding._schemes.SCHEMES`. The first documented one otherwise.
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
    def oauth_认证(self) -> AsyncOauth认证:
        """OAuth 认证."""
        from .groups.oauth_认证 import AsyncOauth认证

        return AsyncOauth认证(self._transport)

    @cached_property
    def 项目(self) -> Async项目:
        """项目."""
        from .groups.项目 import Async项目

        return Async项目(self._transport)

    @cached_property
    def 项目设置(self) -> Async项目设置:
        """项目设置."""
        from .groups.项目设置 import Async项目设置

        return Async项目设置(self._transport)

    @cached_property
    def 需求(self) -> Async需求:
        """需求."""
        from .groups.需求 import Async需求

        return Async需求(self._transport)

    @cached_property
    def 事项(self) -> Async事项:
        """事项."""
        from .groups.事项 import Async事项

        return Async事项(self._transport)

    @cached_property
    def 迭代(self) -> Async迭代:
        """迭代."""
        from .groups.迭代 import Async迭代

        return Async迭代(self._transport)

    @cached_property
    def 工时(self) -> Async工时:
        """工时."""
        from .groups.工时 import Async工时

        return Async工时(self._transport)

    @cached_property
    def 代码托管(self) -> Async代码托管:
        """代码托管."""
        from .groups.代码托管 import Async代码托管

        return Async代码托管(self._transport)

    @cached_property
    def 提交(self) -> Async提交:
        """提交."""
        from .groups.提交 import Async提交

        return Async提交(self._transport)

    @cached_property
    def 标签(self) -> Async标签:
        """标签."""
        from .groups.标签 import Async标签

        return Async标签(self._transport)

    @cached_property
    def 分支(self) -> Async分支:
        """分支."""
        from .groups.分支 import Async分支

        return Async分支(self._transport)

    @cached_property
    def 保护分支(self) -> Async保护分支:
        """保护分支."""
        from .groups.保护分支 import Async保护分支

        return Async保护分支(self._transport)

    @cached_property
    def 合并请求(self) -> Async合并请求:
        """合并请求."""
        from .groups.合并请求 import Async合并请求

        return Async合并请求(self._transport)

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
