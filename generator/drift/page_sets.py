"""Two sets of pages: what changed in the contract that they document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cache import hash_bytes
from generator.config import SNAPSHOTS_SUFFIX
from generator.drift.comparison import compare_sides
from generator.drift.sides import side_of_readings
from generator.globs import matches_glob
from generator.page_files import is_page_name, list_pages
from generator.pages import Means, Settings, read_page_files
from scraper.page import InputError
from scraper.pipeline import SkippedPagesError
from scraper.reading import PageFile

if TYPE_CHECKING:
    from generator.config import ApiConfig
    from generator.drift.git import Commit
    from generator.drift.sides import Side
    from spec.diff.compare import Comparison


@dataclass(frozen=True, slots=True)
class PageSet:
    """Pages by the name that each has on both sides."""

    files: Mapping[str, PageFile]


def pages_on_disk(path: Path) -> PageSet:
    """The page that a file is, or those of a folder.

    Raises:
        InputError: There is none.
    """
    if not path.is_dir():
        return PageSet({path.name: PageFile(path, path.as_posix())})
    found = [page for page in list_pages([str(path)]) if page.is_file()]
    return _found({page.relative_to(path).as_posix(): PageFile(page, page.as_posix()) for page in found}, str(path))


def pages_in_commit(commit: Commit, path: str) -> PageSet:
    """The same, as a commit has them; their names are those on disk.

    Raises:
        InputError: There is none.
        GitError: Git cannot read one.
    """
    path = Path(path).as_posix()
    if path in commit.blobs:
        return PageSet({Path(path).name: _files(commit, [path])[path]})
    folder = "" if path == "." else path
    names = [name for name in commit.below(folder) if is_page_name(Path(name).relative_to(folder))]
    files = {Path(name).relative_to(folder).as_posix(): file for name, file in _files(commit, names).items()}
    return _found(files, f"{commit.label}:{path}")


def pages_of_api(api: ApiConfig, commit: Commit | None) -> PageSet:
    """The pages of an API of the configuration, on disk or as a commit has them."""
    if commit is None:
        return PageSet({page.name: PageFile(page.path, page.name) for page in api.pages})
    names = [name for name in commit.below("") if any(matches_glob(name, pattern) for pattern in api.page_patterns)]
    names = [name for name in names if not name.endswith(SNAPSHOTS_SUFFIX)]
    return _found(_files(commit, names), f"{commit.label}: {', '.join(api.page_patterns)}")


def compare_page_sets(old: PageSet, new: PageSet, settings: Settings, means: Means) -> Comparison:
    """What changed between two sets of pages. Two single pages are the same page.

    Raises:
        SkippedPagesError: On one side, no page could be read.
        OverlayError, UnknownDialectError: See `make_reading` and `read_pages`.
    """
    if len(old.files) == len(new.files) == 1:
        old = PageSet(dict(zip(new.files, old.files.values(), strict=True)))
    return compare_sides(_read(old, settings, means, is_former=True), _read(new, settings, means, is_former=False))


def _read(pages: PageSet, settings: Settings, means: Means, *, is_former: bool) -> Side:
    readings = read_page_files(list(pages.files.values()), settings, means)
    faults = [reading.fault for reading in readings if reading.fault is not None]
    if len(faults) == len(readings):
        raise SkippedPagesError(faults)
    names = {file.name: known for known, file in pages.files.items()}
    return side_of_readings(readings, settings, names, _digests(pages), is_former=is_former)


def _digests(pages: PageSet) -> dict[str, str]:
    found = {}
    for known, file in pages.files.items():
        with suppress(InputError):  # it has its fault
            found[known] = hash_bytes(file.load())
    return found


def _files(commit: Commit, names: Sequence[str]) -> dict[str, PageFile]:
    return {name: PageFile(Path(name), name, data) for name, data in commit.read(names).items()}


def _found(files: Mapping[str, PageFile], place: str) -> PageSet:
    if not files:
        raise InputError(place, 1, "expected pages, found none")
    return PageSet(files)
