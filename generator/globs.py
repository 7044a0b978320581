"""Globs compared with names of files that need not exist."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path


def matches_glob(name: str, pattern: str) -> bool:
    """Whether `glob` would find a file of this name with the pattern; `**` stands for any number of folders."""
    return _match_parts(Path(name).parts, Path(pattern).parts)


def _match_parts(parts: Sequence[str], patterns: Sequence[str]) -> bool:
    if not patterns or not parts:
        return not patterns and not parts
    first, *rest = patterns
    is_hidden = parts[0].startswith(".") and parts[0] != ".."
    if first == "**":
        return _match_parts(parts, rest or ["*"]) or (not is_hidden and _match_parts(parts[1:], patterns))
    if is_hidden and not first.startswith("."):
        return False
    return fnmatchcase(parts[0], first) and _match_parts(parts[1:], rest)
