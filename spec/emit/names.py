"""Names that OpenAPI accepts, made from whatever a page prints."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

_FORBIDDEN = re.compile(r"[^A-Za-z0-9._-]+")
_EDGES = "._-"


def sanitise(name: str, fallback: str) -> str:
    """A name of `[A-Za-z0-9._-]` that starts and ends with a letter or digit.

    A name with nothing to keep, such as one in Chinese, becomes `fallback` and a digest of the
    name, which stays the same wherever the name stands on the page.
    """
    kept = _FORBIDDEN.sub("_", name).strip(_EDGES)
    if name.isascii() and kept:
        return kept
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{kept or fallback}_{digest}"


def assign_names(names: Iterable[str], fallback: str) -> dict[str, str]:
    """Sanitised, distinct names; names that need no change keep theirs, others get `_2`, `_3` …"""
    wanted = {name: sanitise(name, fallback) for name in names}
    given = {name: name for name, clean in wanted.items() if name == clean}
    taken = set(given)
    for name, clean in wanted.items():
        if name not in given:
            given[name] = unused(clean, taken)
            taken.add(given[name])
    return {name: given[name] for name in wanted}


def unused(name: str, taken: Iterable[str], separator: str = "_") -> str:
    """The name, or the name with the first number from 2 that makes it new."""
    known = set(taken)
    candidate, number = name, 2
    while candidate in known:
        candidate, number = f"{name}{separator}{number}", number + 1
    return candidate
