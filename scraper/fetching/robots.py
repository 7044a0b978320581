"""robots.txt (RFC 9309): what a host allows, and at which pace."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

PRODUCT = "specwright"
MAX_BYTES = 512 * 1024  # RFC 9309, 2.5: at least 500 KiB have to be read


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one origin for this program; without any, everything is allowed at any pace."""

    rules: Protego | None = None

    def allows(self, url: str) -> bool:
        """Whether a URL may be asked for."""
        return self.rules is None or self.rules.can_fetch(url, PRODUCT)

    @property
    def interval(self) -> float:
        """The seconds between two requests that `Crawl-delay` and `Request-rate` ask for."""
        if self.rules is None:
            return 0.0
        rate = self.rules.request_rate(PRODUCT)
        by_rate = rate.seconds / rate.requests if rate and rate.requests > 0 else 0.0
        return max(self.rules.crawl_delay(PRODUCT) or 0.0, by_rate)


def parse_robots(data: bytes) -> Robots:
    """Reads a robots.txt; lines that are no rules are passed over."""
    return Robots(Protego.parse(data[:MAX_BYTES].decode("utf-8-sig", "replace")))
