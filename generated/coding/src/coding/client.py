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
    from .groups.oauth_认证 import Oauth认证
    from .groups.事项 import 事项
    from .groups.代码托管 import 代码托管
    from .groups.保护分支 import 保护分支
    from .groups.分支 import 分支
    from .groups.合并请求 import 合并请求
    from .groups.工时 import 工时
    from .groups.提交 import 提交
    from .groups.标签 import 标签
    from .groups.迭代 import 迭代
    from .groups.需求 import 需求
    from .groups.项目 import 项目
    from .groups.项目设置 import 项目设置

P = ParamSpec("P")
T = TypeVar("T")
DEFAULT_BASE_URL: str | None = "https://e.coding.net"
DEFAULT_TIMEOUT = httpx2.Timeout(60.0, connect=10.0)


class Client:
    """A client of CODING Open API.

    Use it as a context manager, or call `close`. Operations are grouped: `oauth_认证`, `项目`, `项目设置`, `需求`, `事项`, `迭代`, `工时`, `代码托管`, `提交`, `标签`, `分支`, `保护分支`, `合并请求`.
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
            base_url: The server; otherwise the environment variable CODING_BASE_URL, otherwise the
                documented server.
            token: The token; otherwise the environment variable CODING_TOKEN.
            auth_scheme: The security scheme to use where the documentation allows several:
                a key of `coding._schemes.SCHEMES`. The first documented one otherwise.
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
        url = base_url or os.environ.get("CODING_BASE_URL") or DEFAULT_BASE_URL
        if url is not None and not url.startswith(("http://", "https://")):
            raise ConfigurationError(f"base_url must start with http:// or https://, not {mask(url)!r}")
        secret = token or os.environ.get("CODING_TOKEN")
        sent = {"User-Agent": "coding/1.0.0"}
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
