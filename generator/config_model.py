"""What `specwright.toml` says, with defaults filled in: the values that every command works with."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

FILE_NAME = "specwright.toml"
SNAPSHOTS_SUFFIX = ".snapshots.json"
MAX_PAGE_BYTES = 32 * 1024 * 1024
REQUEST_INTERVAL = 1.0
REQUEST_TIMEOUT = 60.0


class ConfigError(Exception):
    """A configuration that cannot be used; `str()` is one line: file, line, what was expected."""

    def __init__(self, path: str, line: int, expected: str) -> None:
        super().__init__(f"{path}:{line}: {expected}")


class UnknownApiError(LookupError):
    """An API name that the configuration does not have; the message lists those it has."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read: its path on disk, and its name relative to the configuration's folder."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class ApiConfig:
    """One `[api.<name>]` section, with defaults filled in and globs expanded.

    `line` is where the section starts; `servers` pairs each base URL with its line. `fingerprint`
    is the section as canonical JSON. `snapshots` is the file that says where the pages came from;
    `fetch_headers` pairs each header of a request for a page with the environment variable that has its value.
    `page_patterns` are the files and globs that `pages` were found by.
    """

    name: str
    line: int
    dialect: str
    pages: tuple[InputFile, ...]
    document: Path
    package: Path
    overlays: tuple[InputFile, ...] = ()
    title: str = ""
    version: str = ""
    servers: tuple[tuple[str, int], ...] = ()
    page_urls: tuple[tuple[str, str], ...] = ()
    fingerprint: str = ""
    snapshots: Path = Path()
    hosts: tuple[str, ...] = ()
    fetch_headers: tuple[tuple[str, str], ...] = ()
    page_patterns: tuple[str, ...] = ()

    @property
    def source_map(self) -> Path:
        """Where the source map goes: beside the document."""
        return source_map_path(self.document)


@dataclass(frozen=True, slots=True)
class FetchConfig:
    """The section `[fetch]`: how pages are asked for.

    `interval` and `timeout` are seconds: between two requests to one host, and for one request.
    """

    contact: str = ""
    interval: float = REQUEST_INTERVAL
    timeout: float = REQUEST_TIMEOUT
    max_bytes: int = MAX_PAGE_BYTES


@dataclass(frozen=True, slots=True)
class DriftConfig:
    """The section `[drift]`: what changes mean to this project.

    `levels` pairs rules with the level that their changes have here, or with `ignore`.
    """

    levels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """A whole configuration; `label` is the file as the user named it."""

    path: Path
    label: str
    root: Path
    apis: tuple[ApiConfig, ...]
    fetch: FetchConfig = field(default_factory=FetchConfig)
    drift: DriftConfig = field(default_factory=DriftConfig)

    def select(self, names: Sequence[str]) -> tuple[ApiConfig, ...]:
        """The named APIs in the order of the file, or all of them for no name.

        Raises:
            UnknownApiError: A name is not configured.
        """
        known = [api.name for api in self.apis]
        for name in names:
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1)
                hint = f"; did you mean {near[0]!r}?" if near else ""
                raise UnknownApiError(f"unknown API {name!r}; {self.label} has: {', '.join(known)}{hint}")
        return tuple(api for api in self.apis if not names or api.name in names)


def default_document(name: str) -> str:
    """Where the document of an API is whose section does not say it."""
    return f"spec/documents/{name}.yaml"


def source_map_path(document: Path) -> Path:
    """`orders.yaml` → `orders.sourcemap.json`, in the same folder."""
    return document.with_name(f"{document.stem}.sourcemap.json")
