"""The pages that a command line names: files, folders, globs, and lists of these."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from scraper.page import read_page
from scraper.readers.formats import SUFFIXES

#: What files of pages are called; in a folder, others are left alone.
PAGE_SUFFIXES = frozenset({*SUFFIXES, ".txt"})


def list_pages(arguments: Sequence[str]) -> list[Path]:
    """The pages that arguments name, in their order and each once.

    A folder stands for the pages in it and below it, a glob for what it matches, sorted; `@FILE` for the arguments
    that FILE lists, one a line. Files and folders whose names begin with a dot are hidden from folders and globs.

    Raises:
        InputError: A list cannot be read.
    """
    return list(dict.fromkeys(path for argument in _expand_lists(arguments) for path in _expand(argument)))


def is_page_name(name: Path) -> bool:
    """Whether a folder stands for a file of this name, relative to the folder: nothing in it is hidden."""
    return name.suffix.lower() in PAGE_SUFFIXES and not any(part.startswith(".") for part in name.parts)


def _expand_lists(arguments: Iterable[str]) -> Iterator[str]:
    for argument in arguments:
        if not argument.startswith("@"):
            yield argument
            continue
        lines = (line.strip() for line in read_page(Path(argument[1:])).lines)
        yield from (line for line in lines if line and not line.startswith("#"))


def _expand(argument: str) -> list[Path]:
    """What an argument stands for; itself where that is nothing, so that reading it says what is wrong."""
    path = Path(argument)
    if os.path.isdir(path):  # noqa: PTH112  (`Path.is_dir` raises on a name that is too long)
        return sorted(_pages_below(path)) or [path]
    if not glob.has_magic(argument) or os.path.lexists(path):
        return [path]
    matches = glob.glob(argument, recursive=True)  # noqa: PTH207  (`Path.glob` raises on patterns such as `**x`)
    return sorted(Path(match) for match in matches if not os.path.isdir(match)) or [path]  # noqa: PTH112


def _pages_below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if is_page_name(Path(name)))
