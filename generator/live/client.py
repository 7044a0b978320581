"""The only network code of the live check: one request at a time, slowly, to one server.

Redirects are answers and are not followed: a token goes to no other host.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from http.cookiejar import DefaultCookiePolicy
from types import TracebackType
from typing import Self

import httpx2

from generator.live.messages import Answer, Request

MAX_BYTES = 16 * 1024 * 1024
_USER_AGENT = "specwright"


class NoAnswerError(Exception):
    """A request without a complete answer; `str()` says why, without the URL."""


class LiveClient:
    """Sends requests; use it as a context manager.

    Args:
        timeout: Seconds that connecting, and each part of an answer, may take.
        pause: Seconds between two requests.
        sleep: Waits for seconds.
    """

    def __init__(self, *, timeout: float, pause: float, sleep: Callable[[float], None] = time.sleep) -> None:
        """Opens no connection yet.

        Raises:
            NoAnswerError: The environment names a proxy or certificates that cannot be used.
        """
        self._pause, self._sleep, self._used = pause, sleep, False
        try:
            self._client = httpx2.Client(headers={"User-Agent": _USER_AGENT}, timeout=timeout, follow_redirects=False)
        except (ImportError, OSError, ValueError, httpx2.InvalidURL) as error:
            # The message may show the password of a proxy.
            raise NoAnswerError("the environment names a proxy or certificates that cannot be used") from error
        # A call must not depend on the one before it.
        self._client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def send(self, request: Request) -> Answer:
        """Sends one request after the pause that is due.

        Raises:
            NoAnswerError: There is no complete answer.
        """
        if self._used:
            self._sleep(self._pause)
        self._used = True
        try:
            content, files = _body(request.content)
            headers = dict(request.headers)
            with self._client.stream(
                request.method, request.url, headers=headers, content=content, files=files
            ) as response:
                return Answer(response.status_code, dict(response.headers.items()), _read(response))
        except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError) as error:
            raise NoAnswerError(_reason(error)) from error


def _body(
    content: bytes | tuple[tuple[str, str, str], ...],
) -> tuple[bytes | None, list[tuple[str, tuple[None, bytes, str | None]]] | None]:
    """Content and files, as the library takes them."""
    if isinstance(content, bytes):
        return content or None, None
    return None, [(name, (None, text.encode(), kind or None)) for name, text, kind in content]


def _read(response: httpx2.Response) -> bytes:
    body = bytearray()
    for part in response.iter_bytes():
        body += part
        if len(body) > MAX_BYTES:
            raise NoAnswerError(f"the answer is longer than {MAX_BYTES} bytes")
    return bytes(body)


def _reason(error: Exception) -> str:
    if isinstance(error, httpx2.TimeoutException):
        return "no answer in time"
    # Other messages may show what was sent.
    return f"{type(error).__name__}: {error}" if isinstance(error, httpx2.NetworkError) else type(error).__name__
