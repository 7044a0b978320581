"""Lines of pages and overlays, for those who look a place up."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path


def line_reader(root: Path) -> Callable[[str, int], str | None]:
    """Reads lines (1-based) of files below a folder, each file once; `None` where there is no such line any more."""
    from scraper.page import InputError, read_page

    @cache
    def lines(name: str) -> tuple[str, ...]:
        try:
            return read_page(root / name).lines
        except InputError:
            return ()

    return lambda name, number: lines(name)[number - 1] if 0 < number <= len(lines(name)) else None
