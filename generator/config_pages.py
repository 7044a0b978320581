"""The pages of an API: which files they are, and where on the web they come from."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from generator.config_model import SNAPSHOTS_SUFFIX, InputFile
from generator.config_values import ConfigValues
from generator.globs import matches_glob

_PAGE_URL = re.compile(r"https?://(?:[^\s{}]|\{stem\})+")
_CREDENTIALS = re.compile(r"[^/?#]*//[^/?#]*@")
_FETCH_HINT = "; `specwright fetch` saves the pages that are missing"


def read_pages(values: ConfigValues, section: Mapping[str, object], at: tuple[str, ...]) -> tuple[InputFile, ...]:
    """The files that the patterns of `pages` match, by name."""
    found: dict[str, Path] = {}
    patterns = values.strings(section, "pages", at)
    if not patterns:
        values.fail((*at, "pages"), "expected at least one file or glob in 'pages'")
    missing = _missing_pages(values, section, at) if values.fetching else {}
    for pattern in patterns:
        values.check_relative(pattern, (*at, "pages"))
        # `Path.glob` raises on patterns such as `**x`; `glob` matches nothing.
        matches = glob.glob(pattern, root_dir=values.root, recursive=True)  # noqa: PTH207
        names = [Path(item).as_posix() for item in matches if not item.endswith(SNAPSHOTS_SUFFIX)]
        files = {name: values.root / name for name in names if (values.root / name).is_file()}
        files |= {name: path for name, path in missing.items() if matches_glob(name, pattern)}
        if not files and not values.fetching:
            hint = _FETCH_HINT if section.get("page_urls") else ""
            values.fail((*at, "pages"), f"expected pages, but {pattern!r} matches no file{hint}", value=pattern)
        found |= files
    return tuple(InputFile(found[name], name) for name in sorted(found))


def _missing_pages(values: ConfigValues, section: Mapping[str, object], at: tuple[str, ...]) -> dict[str, Path]:
    """The pages that `page_urls` has by their names, and the disk has not."""
    table = values.table(section, ("page_urls",), at)
    names = {Path(name).as_posix() for name in table if not glob.has_magic(name) and not Path(name).is_absolute()}
    places = {name: values.root / name for name in names}
    return {name: place for name, place in places.items() if not os.path.exists(place)}  # noqa: PTH110


def find_snapshots(values: ConfigValues, section: Mapping[str, object], at: tuple[str, ...]) -> Path:
    """`<name>.snapshots.json`, in the folder that the first pattern of `pages` starts with."""
    parts = Path(values.strings(section, "pages", at)[0]).parts[:-1]
    plain = [index for index, part in enumerate(parts) if glob.has_magic(part)]
    folder = Path(*parts[: plain[0] if plain else len(parts)])
    return values.root / folder / f"{at[-1]}{SNAPSHOTS_SUFFIX}"


def read_page_urls(
    values: ConfigValues, section: Mapping[str, object], at: tuple[str, ...], pages: Sequence[InputFile]
) -> tuple[tuple[str, str], ...]:
    """URLs by page name; `{stem}` in a URL stands for the page's file name without its ending."""
    found: dict[str, str] = {}
    table = values.table(section, ("page_urls",), at)
    for pattern in table:
        url = values.string(table, pattern, (*at, "page_urls"))
        names = [page.name for page in pages if fnmatchcase(page.name, pattern)]
        if _CREDENTIALS.match(url):
            values.fail((*at, "page_urls", pattern), "expected a URL without credentials; fetch_headers is for them")
        if not _PAGE_URL.fullmatch(url):
            values.fail((*at, "page_urls", pattern), f"expected a URL, found {url!r}")
        if not names:
            hint = "" if values.fetching else _FETCH_HINT
            expected = f"expected pages, but {pattern!r} matches none of 'pages'{hint}"
            values.fail((*at, "page_urls", pattern), expected)
        for name in names:
            found.setdefault(name, url.replace("{stem}", Path(name).stem))
    return tuple(sorted(found.items()))
