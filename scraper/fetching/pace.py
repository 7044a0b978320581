"""Time, and how often a host is asked: one request at a time, and a pause after each."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """The time of day, the time that never goes back, and waiting."""

    def now(self) -> datetime:
        """The time of day in UTC; may go back when somebody sets the clock."""

    def elapsed(self) -> float:
        """Seconds since some moment; never goes back."""

    async def sleep(self, seconds: float) -> None:
        """Waits."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The time of day in UTC."""
        return datetime.now(UTC)

    def elapsed(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Waits."""
        await asyncio.sleep(seconds)


@dataclass(slots=True)
class _Lane:
    interval: float
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    ready: float = -math.inf


class Pace:
    """Keeps the pause between the requests to each host."""

    def __init__(self, clock: Clock, interval: float) -> None:
        self._clock = clock
        self._interval = interval
        self._lanes: dict[str, _Lane] = {}

    def slow_down(self, host: str, interval: float) -> None:
        """Makes the pause of a host at least this long."""
        lane = self._lane(host)
        lane.interval = max(lane.interval, interval)

    def postpone(self, host: str, seconds: float) -> None:
        """Lets no request go to a host for a while."""
        lane = self._lane(host)
        lane.ready = max(lane.ready, self._clock.elapsed() + seconds)

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Waits until a host may be asked, and keeps others waiting meanwhile."""
        lane = self._lane(host)
        async with lane.lock:
            wait = lane.ready - self._clock.elapsed()
            if wait > 0:
                await self._clock.sleep(wait)
            try:
                yield
            finally:
                lane.ready = max(lane.ready, self._clock.elapsed() + lane.interval)

    def _lane(self, host: str) -> _Lane:
        return self._lanes.setdefault(host, _Lane(self._interval))
