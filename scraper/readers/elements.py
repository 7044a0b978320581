"""Elements of XML in text: where one that begins on a line of its own ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPENING = re.compile(r"^\s*<(?P<name>[A-Za-z_][\w.\-]*(?::[\w.\-]+)?)(?=[\s/>]|$)")
_PROLOGUE = re.compile(r"^\s*<(?:\?xml\b[^>]*\?|!DOCTYPE\b[^>]*)>\s*$", re.IGNORECASE)
_MAX_LINES = 20_000


def element_end(lines: Sequence[str], index: int) -> int | None:
    """The last line of the element that begins on a line, with what announces XML in front of it.

    `None` where none begins there, or where nothing closes it.
    """
    start = index
    while start < len(lines) and (_PROLOGUE.match(lines[start]) or (start > index and not lines[start].strip())):
        start += 1
    opening = _OPENING.match(lines[start]) if start < len(lines) else None
    if opening is None:
        return None
    name = re.escape(opening["name"])
    mark = re.compile(rf"<(?P<closing>/)?{name}(?=[\s/>]|$)(?:[^<>]*?(?P<empty>/)?>)?")
    depth = 0
    for number in range(start, min(len(lines), start + _MAX_LINES)):
        for found in mark.finditer(lines[number]):
            depth += -1 if found["closing"] else 0 if found["empty"] else 1
        if depth <= 0:
            return number if lines[number].rstrip().endswith(">") else None
    return None
