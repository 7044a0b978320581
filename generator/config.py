"""`specwright.toml`: which pages make which document and which package.

Reading is strict: an unknown key, a wrong type, a glob without a match, an output in the place of an
input or of another output are complaints with file and line, never a guess.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.config_model import (
    FILE_NAME,
    SNAPSHOTS_SUFFIX,
    ApiConfig,
    Config,
    ConfigError,
    DriftConfig,
    FetchConfig,
    UnknownApiError,
    default_document,
    source_map_path,
)
from generator.config_pages import find_snapshots, read_page_urls, read_pages
from generator.config_sections import read_drift, read_fetch, read_fetch_headers, read_hosts, read_servers
from generator.config_values import ConfigValues
from generator.toml_lines import TomlLines, line_of_syntax_error

__all__ = [
    "FILE_NAME",
    "SNAPSHOTS_SUFFIX",
    "ApiConfig",
    "Config",
    "ConfigError",
    "DriftConfig",
    "FetchConfig",
    "UnknownApiError",
    "default_document",
    "is_own_dialect",
    "load_config",
    "load_drift_config",
    "source_map_path",
]
_API_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
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


def is_own_dialect(name: str) -> bool:
    """Whether a dialect is part of the program; finding out about others means asking every installed package."""
    folder = Path(__file__).resolve().parent.parent / "scraper" / "dialects"
    return not name.startswith(("_", ".")) and name in {place.stem for place in folder.iterdir()}


def load_config(path: Path, *, fetching: bool = False) -> Config:
    """Reads a configuration and checks it against the disk.

    Args:
        path: The file.
        fetching: Whether pages may be missing that `page_urls` has by their names.

    Raises:
        ConfigError: It cannot be used.
    """
    return _read(*_open(path, fetching), path)


def load_drift_config(path: Path) -> DriftConfig:
    """Reads the section `[drift]` alone, whatever the APIs of the configuration are.

    Raises:
        ConfigError: It cannot be used.
    """
    return read_drift(*_open(path))


def _open(path: Path, fetching: bool = False) -> tuple[ConfigValues, Mapping[str, object]]:
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
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, message = line_of_syntax_error(error, text)
        raise ConfigError(label, line, f"expected TOML: {message}") from error
    return ConfigValues(label, path.parent, TomlLines(text), fetching), whole


def _read(values: ConfigValues, whole: Mapping[str, object], path: Path) -> Config:
    values.check_keys(whole, ("api", "fetch", "drift"), ())
    sections = values.table(whole, ("api",))
    if not sections:
        raise ConfigError(values.label, 1, "expected at least one section [api.<name>]")
    apis = tuple(_read_api(values, name, values.table(whole, ("api", name))) for name in sections)
    _check_outputs(values, path, apis)
    fetch = read_fetch(values, values.table(whole, ("fetch",)))
    return Config(path, values.label, values.root, apis, fetch, read_drift(values, whole))


def _read_api(values: ConfigValues, name: str, section: Mapping[str, object]) -> ApiConfig:
    at = ("api", name)
    if not _API_NAME.fullmatch(name):
        values.fail(at, f"expected an API name of letters, digits, '_' and '-', found {name!r}")
    values.check_keys(section, _KEYS, at)
    for key in ("dialect", "pages"):
        if key not in section:
            values.fail(at, f"expected the key {key!r} in [api.{name}]")
    pages = read_pages(values, section, at)
    return ApiConfig(
        name=name,
        line=values.lines.line(*at),
        dialect=_dialect(values, section, at),
        pages=pages,
        document=values.root / _output(values, section, "document", at, default_document(name)),
        package=values.root / _output(values, section, "package", at, f"generated/{name}"),
        overlays=tuple(values.file(item, (*at, "overlays")) for item in values.strings(section, "overlays", at)),
        title=values.string(section, "title", at),
        version=values.string(section, "version", at),
        servers=read_servers(values, section, at),
        page_urls=read_page_urls(values, section, at, pages),
        snapshots=find_snapshots(values, section, at),
        hosts=read_hosts(values, section, at),
        fetch_headers=read_fetch_headers(values, section, at),
        page_patterns=values.strings(section, "pages", at),
        fingerprint=json.dumps(section, sort_keys=True, ensure_ascii=False, default=str),
    )


def _dialect(values: ConfigValues, section: Mapping[str, object], at: tuple[str, ...]) -> str:
    name = values.string(section, "dialect", at)
    if not is_own_dialect(name):
        from scraper.dialects import dialect_names

        names = dialect_names()
        if name not in names:
            values.fail((*at, "dialect"), f"unknown dialect {name!r}, expected one of: {', '.join(names)}")
    return name


def _output(values: ConfigValues, section: Mapping[str, object], key: str, at: tuple[str, ...], default: str) -> str:
    value = values.string(section, key, at) or default
    if key == "document" and Path(value).suffix not in {".yaml", ".yml"}:
        values.fail((*at, key), f"expected a name that ends in .yaml, found {value!r}")
    return value


def _check_outputs(values: ConfigValues, path: Path, apis: Sequence[ApiConfig]) -> None:
    """No output may be, contain or lie inside of an input or another output."""
    taken = {path.resolve(): f"{values.label} is this file"}
    for api in apis:
        for file in (*api.pages, *api.overlays):
            taken.setdefault(file.path.resolve(), f"[api.{api.name}] reads {file.name!r}")
    for api in apis:
        for key, output in (("document", api.document), ("document", api.source_map), ("package", api.package)):
            place = _resolve(values, output, ("api", api.name, key))
            for other, use in taken.items():
                if place.is_relative_to(other) or other.is_relative_to(place):
                    values.fail(("api", api.name, key), f"expected a {key} of its own, but {use}")
            taken[place] = f"[api.{api.name}] writes to {_name(values, output)!r}"


def _resolve(values: ConfigValues, path: Path, key: tuple[str, ...]) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        # RuntimeError: a circle of symbolic links; ValueError: a character that no name can have.
        values.fail(key, f"expected a place to write to, but {_name(values, path)!r} is none")


def _name(values: ConfigValues, path: Path) -> str:
    return path.relative_to(values.root).as_posix() if path.is_relative_to(values.root) else path.as_posix()
