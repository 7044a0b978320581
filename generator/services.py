"""Services: pages told apart by where they lie or what they are called, one document for each group."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

SEPARATOR = "__"


class Split(StrEnum):
    """What pages of one service have in common."""

    FOLDER = "folder"
    PREFIX = "prefix"
    PAGE = "page"


class ServiceNameError(Exception):
    """Two services would have one name; `str()` is one line."""


def group_pages(paths: Sequence[Path], split: Split) -> Mapping[str, tuple[int, ...]]:
    """The positions of the pages of each service by its name, in the order of the pages.

    A service is called as the folder of its pages, as the part of their names before `__`, or as the page itself; the
    ending of a name never counts.

    Raises:
        ServiceNameError: Two services would be written to one file, perhaps on a disk that ignores case.
    """
    groups: dict[tuple[str, str], list[int]] = {}
    for position, path in enumerate(paths):
        groups.setdefault(_identify(path, split), []).append(position)
    taken: dict[str, tuple[str, str]] = {}
    for name, origin in groups:
        other = taken.setdefault(name.casefold(), (name, origin))
        if other != (name, origin):
            raise ServiceNameError(
                f"two services would be called {name!r}: {other[1]} and {origin}; read them in runs of their own"
            )
    return {name: tuple(positions) for (name, _), positions in groups.items()}


def _identify(path: Path, split: Split) -> tuple[str, str]:
    """The name of a page's service, and what makes it another one than that of a page elsewhere."""
    match split:
        case Split.FOLDER:
            folder = path.parent
            return Path(os.path.normpath(folder.absolute())).name or "root", folder.as_posix()
        case Split.PREFIX:
            prefix = path.stem.partition(SEPARATOR)[0] or path.stem
            return prefix, f"{prefix}{SEPARATOR}"
        case Split.PAGE:
            return path.stem, path.as_posix()
