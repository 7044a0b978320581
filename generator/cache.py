"""What the last build read and wrote, so that a build with nothing to do can stop after hashing.

The cache lives in `.specwright/` beside the configuration. It may be deleted at any time; an entry that
cannot be read counts as absent. What was read of pages is kept there too, or where there is no project among the
caches of the user.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import asdict, astuple, dataclass
from pathlib import Path

from generator.config import FILE_NAME, ApiConfig, Config, is_own_dialect

FOLDER = ".specwright"
_PROGRAM = Path(__file__).resolve().parent.parent
_PARTS = ("generator", "scraper", "spec", "templates")
_NO_PROGRAM = frozenset({"pages", "documents", "overlays", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build counts in an API."""

    pages: int
    operations: int
    schemas: int
    errors: int
    warnings: int
    infos: int

    def as_dict(self) -> dict[str, object]:
        """The published form: pages, operations, schemas, and diagnostics by severity."""
        severities = {"error": self.errors, "warning": self.warnings, "info": self.infos}
        counts = {"pages": self.pages, "operations": self.operations, "schemas": self.schemas}
        return {**counts, "diagnostics": severities}


def sum_summaries(summaries: Iterable[Summary]) -> Summary:
    """What several documents have together."""
    rows = [astuple(summary) for summary in summaries]
    return Summary(*map(sum, zip(*rows, strict=True))) if rows else Summary(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """One API as last built: the hash of its inputs, that of each output by path below the root."""

    key: str
    outputs: Mapping[str, str]
    summary: Summary

    def is_current(self, key: str, root: Path) -> bool:
        """Whether inputs and outputs still are what they were."""
        return self.key == key and all(hash_file(root / name) == value for name, value in self.outputs.items())

    def dump(self) -> str:
        """The text of the entry's file."""
        return json.dumps(asdict(self), sort_keys=True, indent=1) + "\n"


def entry_path(config: Config, api: ApiConfig) -> Path:
    """The file of an API's entry."""
    return config.root / FOLDER / f"{api.name}.json"


def page_cache_folder(root: Path) -> Path | None:
    """The folder for what was read of pages; see `cache_folder`."""
    return cache_folder(root, "pages")


def cache_folder(root: Path, name: str) -> Path | None:
    """A folder for what may be kept: the project's if `root` has one, else the user's.

    A user without a home has none. `XDG_CACHE_HOME` says where the caches of a user are (XDG Base Directory
    Specification); a relative one does not count.
    """
    if (root / FILE_NAME).is_file():
        return root / FOLDER / name
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        return (given if given.is_absolute() else Path.home() / ".cache") / "specwright" / name
    except RuntimeError:
        return None


def load_entry(config: Config, api: ApiConfig) -> Entry | None:
    """The entry of an API, if there is one that can be read."""
    try:
        values = json.loads(entry_path(config, api).read_text(encoding="utf-8"))
        return Entry(str(values["key"]), dict(values["outputs"]), Summary(**values["summary"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def hash_bytes(data: bytes) -> str:
    """SHA-256 as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def hash_file(path: Path) -> str:
    """The hash of a file; empty when it cannot be read."""
    try:
        return hash_bytes(path.read_bytes())
    except OSError:
        return ""


def hash_inputs(config: Config, api: ApiConfig, program: str) -> str:
    """The hash of everything that the output of an API depends on.

    The folder of the configuration is not part of it, as pages are named relative to it; its own name
    is, since the source map names it.
    """
    parts = [program, config.path.name, api.name, api.fingerprint, repr(api.servers), hash_dialect(api.dialect)]
    for file in (*api.pages, *api.overlays):
        parts += [file.name, hash_file(file.path)]
    return hash_bytes("\0".join(parts).encode())


def hash_program() -> str:
    """The hash of the program: its own files, the versions of what is installed, and Python's."""
    digest = hashlib.sha256(f"{platform.python_implementation()} {sys.version}".encode())
    for name in _installed():
        digest.update(f"\0{name}".encode())
    for path in _program_files():
        digest.update(f"\0{path.relative_to(_PROGRAM).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def hash_reading(program: str, dialect: str) -> str:
    """The hash of everything besides a page that what is read of it depends on."""
    return hash_bytes("\0".join((program, dialect, hash_dialect(dialect))).encode())


def hash_dialect(name: str) -> str:
    """The hash of the package of a third party's dialect; empty for our own, which the program's hash covers."""
    if is_own_dialect(name):
        return ""
    from scraper.dialects import find_dialect

    digest = hashlib.sha256()
    for path in _module_files(type(find_dialect(name)).__module__):
        digest.update(f"{path.as_posix()}\0{hash_file(path)}\0".encode())
    return digest.hexdigest()


def _module_files(module: str) -> list[Path]:
    """The files of the outermost package around a module that is not merely a namespace, or its own."""
    parts = module.split(".")
    for length in range(1, len(parts) + 1):
        found = sys.modules.get(".".join(parts[:length]))
        if found is not None and found.__file__:
            file = Path(found.__file__)
            package = hasattr(found, "__path__")
            return [path for path in _walk(file.parent) if path.suffix != ".pyc"] if package else [file]
    return []


def _installed() -> list[str]:
    # Asking importlib.metadata for each version takes longer than all of the hashing.
    names: set[str] = set()
    for entry in map(Path, sys.path):
        if entry.is_dir():
            names.update(name for name in os.listdir(entry) if name.endswith(".dist-info"))  # noqa: PTH208
    return sorted(names)


def _program_files() -> Iterator[Path]:
    for part in _PARTS:
        yield from _walk(_PROGRAM / part, _NO_PROGRAM)


def _walk(top: Path, without: Set[str] = frozenset({"__pycache__"})) -> Iterator[Path]:
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(set(folders) - without)
        yield from (Path(folder) / name for name in sorted(files))
