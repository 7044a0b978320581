"""Headers of responses, read into values; what is no value is none."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_CHARSET = re.compile(r""";\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))""", re.IGNORECASE)
_SECONDS = re.compile(r"[0-9]{1,12}")


def parse_retry_after(value: str, now: datetime) -> float | None:
    """Seconds to wait by a `Retry-After` in either form (RFC 9110, 10.2.3); never negative."""
    text = value.strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    try:
        return max(0.0, (date - now).total_seconds())
    except OverflowError:  # a date in the first or last hours of the calendar
        return None


def parse_charset(content_type: str) -> str:
    """The `charset` of a `Content-Type`, lower case; empty when there is none."""
    match = _CHARSET.search(content_type)
    return next((group for group in match.groups() if group), "").strip().lower() if match else ""
