"""Tokens that renew themselves: what a source of them does, and how one renewal serves all calls that wait for it."""

from __future__ import annotations

import copy
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Protocol, runtime_checkable

import httpx2

from .exceptions import APIError, RequestTimeoutError, TokenError, TransportError

#: What sending raises when there is no response: a host name that no resolver takes is not an error of httpx2.
NO_RESPONSE = (httpx2.HTTPError, UnicodeError)


@runtime_checkable
class TokenSource(Protocol):
    """Where the token of a client comes from when it does not stay the same; it sends nothing itself.

    A client asks for the `current` token. When there is none, it sends the request of `renewal` and passes the answer to
    `renewed`: once at a time, other calls wait for the result. After status 401 it asks whether the call is worth another
    try (`refused`). A source serves any number of clients, threads and event loops.
    """

    def current(self) -> str | None:
        """Return the token to send, None when it must be renewed first."""

    def renewal(self) -> httpx2.Request:
        """Return the request that renews the token.

        Raises:
            TokenError: It cannot be renewed.
        """

    def renewed(self, response: httpx2.Response) -> None:
        """Take the answer to `renewal`.

        Raises:
            TokenError: The answer holds no token.
        """

    def refused(self, token: str) -> bool:
        """Learn that the server answered 401 to `token`; return whether another token can be had."""

    def secrets(self) -> Iterable[str]:
        """Return what no message may show: the token and whatever else is secret."""


class Renewal(Future[None]):
    """A renewal that runs, in whatever thread or event loop."""

    def __init__(self) -> None:
        """Begin; a waiting task that is cancelled does not cancel it."""
        super().__init__()
        self.set_running_or_notify_cancel()
        self._thread = threading.get_ident()

    def wait(self) -> None:
        """Block until it has ended; raises what it raised.

        Raises:
            TokenError: A task of this very thread renews the token, and cannot go on while the thread waits.
        """
        if self._thread == threading.get_ident() and not self.done():
            raise TokenError("a task of this thread is renewing the token: wait for it with an AsyncClient")
        self.result()


_running: dict[int, Renewal] = {}
_lock = threading.Lock()


@contextmanager
def single_renewal(source: TokenSource) -> Iterator[Renewal | None]:
    """Yield None to the one call that may renew the token now, and to others the renewal that they have to wait for.

    What the one call raises, they raise too, as a copy; when it is cancelled, one of them takes its place.
    """
    with _lock:
        running = _running.get(id(source))
        mine = Renewal() if running is None else running
        _running[id(source)] = mine
    if running is not None:
        try:
            yield running
        except APIError as error:
            # Whoever waits raises an error of its own: one object would collect the tracebacks of all.
            raise copy.copy(error) from error
        return
    failure: Exception | None = None
    try:
        yield None
    except Exception as error:
        failure = error
        raise
    finally:
        with _lock:
            del _running[id(source)]
        if failure is None:
            mine.set_result(None)
        else:
            mine.set_exception(failure)


def renewed_token(source: TokenSource, response: httpx2.Response) -> str:
    """Return the token that `response` brings.

    Raises:
        TokenError: There is none, or it is not to be used.
    """
    source.renewed(response)
    token = source.current()
    if token is None:
        raise TokenError("the token was renewed, but the new one is already out of use")
    return token


def renewal_failure(error: Exception) -> TransportError:
    """Return the error of a request for a token that had no answer; it does not show the request."""
    if isinstance(error, httpx2.TimeoutException):
        return RequestTimeoutError(f"request for a token: no answer in time ({type(error).__name__})")
    return TransportError(f"request for a token: {type(error).__name__}")
