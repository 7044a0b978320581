"""`specwright.toml`: which pages make which document and which package.

Reading is strict: an unknown key, a wrong type, a glob without a match, an output in the place of an
input or of another output are complaints with file and line, never a guess.
"""

from __future__ import annotations

import difflib
import glob
import json
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NoReturn

from generator.globs import matches_glob
from generator.toml_lines import TomlLines, line_of_syntax_error

FILE_NAME = "specwright.toml"
SNAPSHOTS_SUFFIX = ".snapshots.json"
MAX_PAGE_BYTES = 32 * 1024 * 1024
REQUEST_INTERVAL = 1.0
REQUEST_TIMEOUT = 60.0
_API_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_SERVER_URL = re.compile(r"https?://(?:[^\s{}]|\{[A-Za-z_][A-Za-z0-9_.-]*\})+")
_PAGE_URL = re.compile(r"https?://(?:[^\s{}]|\{stem\})+")
_CREDENTIALS = re.compile(r"[^/?#]*//[^/?#]*@")
_HOST = re.compile(r"(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_CONTACT = re.compile(r"[!-'*-\[\]-~ ]+")
_HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_FETCH_HINT = "; `specwright fetch` saves the pages that are missing"
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# These belong to how a request travels, and to what asks whether a page has changed.
_OWN_HEADERS = frozenset(
    {"accept-encoding", "connection", "content-length", "host", "if-modified-since", "if-none-match"}
    | {"te", "trailer", "transfer-encoding", "upgrade", "user-agent"}
)


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


def is_own_dialect(name: str) -> bool:
    """Whether a dialect is part of the program; finding out about others means asking every installed package."""
    folder = Path(__file__).resolve().parent.parent / "scraper" / "dialects"
    return not name.startswith(("_", ".")) and name in {place.stem for place in folder.iterdir()}


def default_document(name: str) -> str:
    """Where the document of an API is whose section does not say it."""
    return f"spec/documents/{name}.yaml"


def source_map_path(document: Path) -> Path:
    """`orders.yaml` → `orders.sourcemap.json`, in the same folder."""
    return document.with_name(f"{document.stem}.sourcemap.json")


def load_config(path: Path, *, fetching: bool = False) -> Config:
    """Reads a configuration and checks it against the disk.

    Args:
        path: The file.
        fetching: Whether pages may be missing that `page_urls` has by their names.

    Raises:
        ConfigError: It cannot be used.
    """
    reader, values = _open(path, fetching)
    return reader.read(path, values)


def load_drift_config(path: Path) -> DriftConfig:
    """Reads the section `[drift]` alone, whatever the APIs of the configuration are.

    Raises:
        ConfigError: It cannot be used.
    """
    reader, values = _open(path)
    return reader.read_drift(values)


def _open(path: Path, fetching: bool = False) -> tuple[_Reader, Mapping[str, object]]:
    label = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        hint = "; go to the folder that has one, or `specwright init` writes one" if missing else ""
        raise ConfigError(label, 1, f"cannot be read: {error.strerror or error}{hint}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(label, error.object.count(b"\n", 0, error.start) + 1, "expected UTF-8") from error
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, message = line_of_syntax_error(error, text)
        raise ConfigError(label, line, f"expected TOML: {message}") from error
    return _Reader(label, path.parent, TomlLines(text), fetching), values


@dataclass(frozen=True, slots=True)
class _Reader:
    label: str
    root: Path
    lines: TomlLines
    fetching: bool = False

    def read(self, path: Path, values: Mapping[str, object]) -> Config:
        self._check_keys(values, ("api", "fetch", "drift"), ())
        sections = self._table(values, ("api",))
        if not sections:
            raise ConfigError(self.label, 1, "expected at least one section [api.<name>]")
        apis = tuple(self._read_api(name, self._table(values, ("api", name))) for name in sections)
        self._check_outputs(path, apis)
        fetch = self._fetch(self._table(values, ("fetch",)))
        return Config(path, self.label, self.root, apis, fetch, self.read_drift(values))

    def read_drift(self, values: Mapping[str, object]) -> DriftConfig:
        """The section `[drift]`, or its defaults."""
        self._check_keys(self._table(values, ("drift",)), ("levels",), ("drift",))
        levels = self._table(values, ("drift", "levels"))
        if levels:
            self._check_levels(levels, ("drift", "levels"))
        return DriftConfig(tuple((rule, str(level)) for rule, level in sorted(levels.items())))

    def _check_levels(self, levels: Mapping[str, object], at: tuple[str, ...]) -> None:
        # Only projects that have such levels pay for the import of the rules.
        from spec.diff.changes import LEVELS
        from spec.diff.levels import IGNORED
        from spec.diff.rules import CATALOGUE

        known = (*LEVELS, IGNORED)
        for rule, level in levels.items():
            if rule not in CATALOGUE:
                close = difflib.get_close_matches(rule, CATALOGUE, n=1)
                hint = f"; did you mean {close[0]!r}?" if close else ""
                self._fail((*at, rule), f"unknown rule {rule!r}; `specwright diff --rules` lists them{hint}")
            if level not in known:
                expected = f"expected one of {', '.join(known)} under {rule!r}"
                self._fail((*at, rule), f"{expected}, found {level!r}")

    def _fetch(self, section: Mapping[str, object]) -> FetchConfig:
        at = ("fetch",)
        self._check_keys(section, ("contact", "interval", "timeout", "max_bytes"), at)
        contact = self._string(section, "contact", at)
        if contact and not _CONTACT.fullmatch(contact):
            self._fail((*at, "contact"), f"expected a mail address or URL in ASCII without brackets, found {contact!r}")
        return FetchConfig(
            contact=contact,
            interval=self._number(section, "interval", at, (0, 3600), REQUEST_INTERVAL),
            timeout=self._number(section, "timeout", at, (0.1, 3600), REQUEST_TIMEOUT),
            max_bytes=int(self._number(section, "max_bytes", at, (1, MAX_PAGE_BYTES), MAX_PAGE_BYTES)),
        )

    def _read_api(self, name: str, section: Mapping[str, object]) -> ApiConfig:
        at = ("api", name)
        if not _API_NAME.fullmatch(name):
            self._fail(at, f"expected an API name of letters, digits, '_' and '-', found {name!r}")
        self._check_keys(section, _KEYS, at)
        for key in ("dialect", "pages"):
            if key not in section:
                self._fail(at, f"expected the key {key!r} in [api.{name}]")
        pages = self._pages(section, at)
        return ApiConfig(
            name=name,
            line=self.lines.line(*at),
            dialect=self._dialect(section, at),
            pages=pages,
            document=self.root / self._output(section, "document", at, default_document(name)),
            package=self.root / self._output(section, "package", at, f"generated/{name}"),
            overlays=tuple(self._file(item, (*at, "overlays")) for item in self._strings(section, "overlays", at)),
            title=self._string(section, "title", at),
            version=self._string(section, "version", at),
            servers=self._servers(section, at),
            page_urls=self._page_urls(section, at, pages),
            snapshots=self._snapshots(section, at),
            hosts=self._hosts(section, at),
            fetch_headers=self._fetch_headers(section, at),
            page_patterns=self._strings(section, "pages", at),
            fingerprint=json.dumps(section, sort_keys=True, ensure_ascii=False, default=str),
        )

    def _dialect(self, section: Mapping[str, object], at: tuple[str, ...]) -> str:
        name = self._string(section, "dialect", at)
        if not is_own_dialect(name):
            from scraper.dialects import dialect_names

            names = dialect_names()
            if name not in names:
                self._fail((*at, "dialect"), f"unknown dialect {name!r}, expected one of: {', '.join(names)}")
        return name

    def _pages(self, section: Mapping[str, object], at: tuple[str, ...]) -> tuple[InputFile, ...]:
        found: dict[str, Path] = {}
        patterns = self._strings(section, "pages", at)
        if not patterns:
            self._fail((*at, "pages"), "expected at least one file or glob in 'pages'")
        missing = self._missing_pages(section, at) if self.fetching else {}
        for pattern in patterns:
            self._check_relative(pattern, (*at, "pages"))
            # `Path.glob` raises on patterns such as `**x`; `glob` matches nothing.
            matches = glob.glob(pattern, root_dir=self.root, recursive=True)  # noqa: PTH207
            names = [Path(item).as_posix() for item in matches if not item.endswith(SNAPSHOTS_SUFFIX)]
            files = {name: self.root / name for name in names if (self.root / name).is_file()}
            files |= {name: path for name, path in missing.items() if matches_glob(name, pattern)}
            if not files and not self.fetching:
                hint = _FETCH_HINT if section.get("page_urls") else ""
                self._fail((*at, "pages"), f"expected pages, but {pattern!r} matches no file{hint}", value=pattern)
            found |= files
        return tuple(InputFile(found[name], name) for name in sorted(found))

    def _missing_pages(self, section: Mapping[str, object], at: tuple[str, ...]) -> dict[str, Path]:
        """The pages that `page_urls` has by their names, and the disk has not."""
        table = self._table(section, ("page_urls",), at)
        names = {Path(name).as_posix() for name in table if not glob.has_magic(name) and not Path(name).is_absolute()}
        places = {name: self.root / name for name in names}
        return {name: place for name, place in places.items() if not os.path.exists(place)}  # noqa: PTH110

    def _snapshots(self, section: Mapping[str, object], at: tuple[str, ...]) -> Path:
        """`<name>.snapshots.json`, in the folder that the first pattern of `pages` starts with."""
        parts = Path(self._strings(section, "pages", at)[0]).parts[:-1]
        plain = [index for index, part in enumerate(parts) if glob.has_magic(part)]
        folder = Path(*parts[: plain[0] if plain else len(parts)])
        return self.root / folder / f"{at[-1]}{SNAPSHOTS_SUFFIX}"

    def _hosts(self, section: Mapping[str, object], at: tuple[str, ...]) -> tuple[str, ...]:
        hosts = self._strings(section, "hosts", at)
        for host in hosts:
            if not _HOST.fullmatch(host):
                expected = "expected a host such as docs.example.com or docs.example.com:8443"
                self._fail((*at, "hosts"), f"{expected}, found {host!r}", value=host)
        return hosts

    def _fetch_headers(self, section: Mapping[str, object], at: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        key = (*at, "fetch_headers")
        table = self._table(section, ("fetch_headers",), at)
        found: list[tuple[str, str]] = []
        for header in table:
            if not _HEADER.fullmatch(header) or header.lower() in _OWN_HEADERS:
                self._fail((*key, header), f"expected a header that a request may choose, found {header!r}")
            variable = self._string(table, header, key)
            if not _VARIABLE.fullmatch(variable):
                # What stands there may be the secret itself.
                self._fail((*key, header), f"expected the name of the environment variable that has {header!r}")
            found.append((header, variable))
        return tuple(found)

    def _servers(self, section: Mapping[str, object], at: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
        key, urls = (*at, "servers"), self._strings(section, "servers", at)
        for url in urls:
            if not _SERVER_URL.fullmatch(url):
                self._fail(key, f"expected a URL, found {url!r}", value=url)
        return tuple((url, self.lines.line_of_value(url, *key)) for url in urls)

    def _page_urls(
        self, section: Mapping[str, object], at: tuple[str, ...], pages: Sequence[InputFile]
    ) -> tuple[tuple[str, str], ...]:
        """URLs by page name; `{stem}` in a URL stands for the page's file name without its ending."""
        found: dict[str, str] = {}
        table = self._table(section, ("page_urls",), at)
        for pattern in table:
            url = self._string(table, pattern, (*at, "page_urls"))
            names = [page.name for page in pages if fnmatchcase(page.name, pattern)]
            if _CREDENTIALS.match(url):
                self._fail((*at, "page_urls", pattern), "expected a URL without credentials; fetch_headers is for them")
            if not _PAGE_URL.fullmatch(url):
                self._fail((*at, "page_urls", pattern), f"expected a URL, found {url!r}")
            if not names:
                hint = "" if self.fetching else _FETCH_HINT
                expected = f"expected pages, but {pattern!r} matches none of 'pages'{hint}"
                self._fail((*at, "page_urls", pattern), expected)
            for name in names:
                found.setdefault(name, url.replace("{stem}", Path(name).stem))
        return tuple(sorted(found.items()))

    def _file(self, name: str, key: tuple[str, ...]) -> InputFile:
        self._check_relative(name, key)
        path = self.root / name
        if not os.path.isfile(path):  # noqa: PTH113  (`Path.is_file` raises on a name that is too long)
            self._fail(key, f"expected a file, but {name!r} is none", value=name)
        return InputFile(path, Path(name).as_posix())

    def _output(self, section: Mapping[str, object], key: str, at: tuple[str, ...], default: str) -> str:
        value = self._string(section, key, at) or default
        if key == "document" and Path(value).suffix not in {".yaml", ".yml"}:
            self._fail((*at, key), f"expected a name that ends in .yaml, found {value!r}")
        return value

    def _check_relative(self, name: str, key: tuple[str, ...]) -> None:
        """Names end up in documents, which must not depend on the folder they were built in."""
        if Path(name).is_absolute():
            self._fail(key, f"expected a path relative to {self.label}, found {name!r}", value=name)

    def _check_outputs(self, path: Path, apis: Sequence[ApiConfig]) -> None:
        """No output may be, contain or lie inside of an input or another output."""
        taken = {path.resolve(): f"{self.label} is this file"}
        for api in apis:
            for file in (*api.pages, *api.overlays):
                taken.setdefault(file.path.resolve(), f"[api.{api.name}] reads {file.name!r}")
        for api in apis:
            for key, output in (("document", api.document), ("document", api.source_map), ("package", api.package)):
                place = self._resolve(output, ("api", api.name, key))
                for other, use in taken.items():
                    if place.is_relative_to(other) or other.is_relative_to(place):
                        self._fail(("api", api.name, key), f"expected a {key} of its own, but {use}")
                taken[place] = f"[api.{api.name}] writes to {self._name(output)!r}"

    def _resolve(self, path: Path, key: tuple[str, ...]) -> Path:
        try:
            return path.resolve()
        except (OSError, RuntimeError, ValueError):
            # RuntimeError: a circle of symbolic links; ValueError: a character that no name can have.
            self._fail(key, f"expected a place to write to, but {self._name(path)!r} is none")

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()

    def _check_keys(self, values: Mapping[str, object], known: Sequence[str], at: tuple[str, ...]) -> None:
        for key in values:
            if key not in known:
                close = difflib.get_close_matches(key, known, n=1)
                hint = f"; did you mean {close[0]!r}?" if close else ""
                self._fail((*at, key), f"unknown key {key!r}, expected one of: {', '.join(known)}{hint}")

    def _table(
        self, values: Mapping[str, object], path: tuple[str, ...], at: tuple[str, ...] = ()
    ) -> Mapping[str, object]:
        value: object = values
        for depth, key in enumerate(path, 1):
            value = value.get(key, {}) if isinstance(value, Mapping) else None
            if not isinstance(value, Mapping):
                self._fail((*at, *path[:depth]), f"expected a table under {key!r}")
        return value if isinstance(value, Mapping) else {}

    def _string(self, values: Mapping[str, object], key: str, at: tuple[str, ...]) -> str:
        value = values.get(key, "")
        if not isinstance(value, str) or (key in values and not value.strip()):
            self._fail((*at, key), f"expected a text under {key!r}, found {value!r}")
        return value

    def _strings(self, values: Mapping[str, object], key: str, at: tuple[str, ...]) -> tuple[str, ...]:
        value = values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self._fail((*at, key), f"expected a list of texts under {key!r}, found {value!r}")
        return tuple(value)

    def _number(
        self, values: Mapping[str, object], key: str, at: tuple[str, ...], limits: tuple[float, float], default: float
    ) -> float:
        """A number within limits, both included; a whole one where the default is one."""
        value = values.get(key, default)
        kinds = int if isinstance(default, int) else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds) or not limits[0] <= value <= limits[1]:
            expected = f"expected a number from {limits[0]} to {limits[1]} under {key!r}"
            self._fail((*at, key), f"{expected}, found {value!r}")
        return value

    def _fail(self, key: tuple[str, ...], expected: str, *, value: str = "") -> NoReturn:
        line = self.lines.line_of_value(value, *key) if value else self.lines.line(*key)
        raise ConfigError(self.label, line, expected)


_KEYS = (
    "dialect",
    "pages",
    "title",
    "version",
    "document",
    "package",
    "overlays",
    "servers",
    "page_urls",
    "hosts",
    "fetch_headers",
)
