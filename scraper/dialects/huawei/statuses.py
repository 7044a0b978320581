"""Statuses as lines and cells print them: one, several, a range, or a family such as `4xx`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CODE = r"[1-5]\d\d"
_ITEM = rf"(?:{_CODE}\s*(?:[-–—~]|to|至)\s*{_CODE}|{_CODE}|[1-5]xx)(?![0-9A-Za-z])"
_LEADING = re.compile(rf"\s*(?P<codes>{_ITEM}(?:\s*(?:,|/|and|or|、|或)\s*{_ITEM})*)", re.IGNORECASE)
_MOST = 10
"""A longer range that is no family states no status that a document could list."""


def leading_statuses(text: str) -> tuple[tuple[str, ...], str]:
    """The statuses with which a text begins, and the rest of it; a range of a whole hundred is a family, `5XX`."""
    match = _LEADING.match(text)
    if match is None:
        return (), text
    items = re.findall(_ITEM, match["codes"], re.IGNORECASE)
    expanded = [tuple(_expand(item)) for item in items]
    found = tuple(dict.fromkeys(status for statuses in expanded for status in statuses)) if all(expanded) else ()
    return found, text[match.end() :]


def _expand(item: str) -> Iterator[str]:
    numbers = [int(number) for number in re.findall(_CODE, item)]
    if len(numbers) < 2:
        yield item.upper()
        return
    codes = set(range(numbers[0], numbers[1] + 1))
    families = [code // 100 for code in sorted(codes) if code % 100 == 0 and code + 99 in codes]
    single = sorted(code for code in codes if code // 100 not in families)
    if len(single) <= _MOST:
        yield from (f"{family}XX" for family in families)
        yield from map(str, single)
