"""When a call is repeated, and how long to wait before."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2

_LOGGER = logging.getLogger("coding")
#: Errors after which another attempt may succeed; what is left are mistakes of the caller.
_PASSING = (httpx2.TimeoutException, httpx2.NetworkError, httpx2.RemoteProtocolError, httpx2.ProxyError)
#: Request Timeout, Too Early, Too Many Requests, and failures of the server but for "not implemented" and the like.
RETRIED_STATUSES = frozenset({408, 425, 429, *range(500, 600)} - {501, 505, 511})


async def _sleep(seconds: float) -> None:
    # Imported here: a synchronous program never needs it.
    import asyncio

    await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How calls are repeated that are safe to repeat: those that only read.

    The wait before attempt n + 1 is `first_delay` times 2 to the power of n - 1, at most `max_delay`, of which a random
    part of up to one half is left out. A server that asks for a longer wait with `Retry-After`, in seconds or as a
    date, gets it; one that asks for more than `max_retry_after` is not asked again, and the call raises its error.

    Attributes:
        retries: How often a call is repeated at most; 0 for never.
        first_delay: Seconds before the first repetition.
        max_delay: The longest wait, in seconds, that this client chooses itself.
        max_retry_after: The longest wait, in seconds, that a server may ask for.
        statuses: The statuses after which a call is repeated.
        clock: Returns the seconds since the epoch.
        random: Returns a number from 0 to 1.
        sleep: Waits for a number of seconds.
        async_sleep: The same for an `AsyncClient`; that of asyncio unless you run another event loop. Waiting for a token
            that another call renews needs asyncio all the same.
    """

    retries: int = 2
    first_delay: float = 0.5
    max_delay: float = 8.0
    max_retry_after: float = 60.0
    statuses: frozenset[int] = RETRIED_STATUSES
    clock: Callable[[], float] = field(default=time.time, repr=False)
    random: Callable[[], float] = field(default=random.random, repr=False)
    sleep: Callable[[float], object] = field(default=time.sleep, repr=False)
    async_sleep: Callable[[float], Awaitable[object]] = field(default=_sleep, repr=False)

    def __post_init__(self) -> None:
        """See that no number is negative.

        Raises:
            ValueError: One is.
        """
        for name in ("retries", "first_delay", "max_delay", "max_retry_after"):
            if not getattr(self, name) >= 0:
                raise ValueError(f"{name} must be a number that is not negative, not {getattr(self, name)!r}")

    def delay(self, attempt: int, headers: httpx2.Headers | None = None) -> float | None:
        """Return the seconds to wait after failed attempt number `attempt`; None when that would be too long.

        Args:
            attempt: 1 for the first.
            headers: The headers of the response, if there was one.
        """
        own = min(self.max_delay, self.first_delay * 2.0 ** min(attempt - 1, 64)) * (1 - 0.5 * self.random())
        asked = parse_retry_after(headers.get("retry-after"), self.clock()) if headers is not None else None
        if asked is None:
            return own
        return max(own, asked) if asked <= self.max_retry_after else None


def parse_retry_after(value: str | None, now: float) -> float | None:
    """Return the seconds that a `Retry-After` header asks for (RFC 9110, 10.2.3); None for none or a malformed one.

    Args:
        value: Seconds or an HTTP date.
        now: Seconds since the epoch.
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text) if len(text) < 10 else float("inf")
    try:
        date = parsedate_to_datetime(text)
        # A date without a zone, as asctime writes it, is GMT; Python takes it for local time.
        return max(0.0, (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now)
    except (ValueError, OverflowError):
        return None


class Attempts:
    """Counts the attempts of one call and says after each that failed whether there is another."""

    __slots__ = ("_left", "_name", "_policy", "number")

    def __init__(self, name: str, policy: RetryPolicy, retries: int) -> None:
        """Allow `retries` attempts after the first."""
        self._name = name
        self._policy = policy
        self._left = retries
        self.number = 1

    def after_error(self, error: Exception) -> float | None:
        """Return the seconds to wait before the next attempt, None when `error` is final."""
        return self._next(type(error).__name__, None) if self._left > 0 and isinstance(error, _PASSING) else None

    def after_response(self, response: httpx2.Response) -> float | None:
        """Return the seconds to wait before the next attempt, None when `response` is final."""
        if self._left <= 0 or response.status_code not in self._policy.statuses:
            return None
        return self._next(f"HTTP {response.status_code}", response.headers)

    def _next(self, reason: str, headers: Any) -> float | None:
        delay = self._policy.delay(self.number, headers)
        if delay is not None:
            _LOGGER.info("%s: %s, attempt %d follows in %.2f s", self._name, reason, self.number + 1, delay)
            self._left -= 1
            self.number += 1
        return delay
