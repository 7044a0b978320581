"""A package on the disk: written whole or not at all, and nobody's work overwritten.

A manifest in the target folder lists the files of the last run with the sha256 of their content. Only a file that the
manifest lists and that still has that content is ever replaced or deleted.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.package import Package

MANIFEST = ".specwright-manifest.json"


class OutputError(Exception):
    """The output folder cannot be written, or holds something that is not ours; what was there is intact."""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What `write_package` did, as sorted POSIX paths inside the folder."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One difference between a package and a folder.

    Attributes:
        path: POSIX path inside the folder.
        kind: `missing`, `outdated` (as generated earlier), `edited` (neither) or `superfluous` (no longer generated).
    """

    path: str
    kind: str


def write_package(package: Package, directory: Path) -> WriteReport:
    """Write `package` into `directory` and remove what an earlier run wrote and this one does not.

    New content goes to temporary files first; they are moved into place when all of them are complete.

    Raises:
        OutputError: A file was edited by hand or is foreign, or the disk refuses.
    """
    try:
        return _write(package, directory)
    except OSError as error:
        place = error.filename or directory
        raise OutputError(f"cannot write {place}: {error.strerror or error}") from error


def compare_package(package: Package, directory: Path) -> list[Difference]:
    """Return how `directory` differs from `package`; nothing is written.

    Raises:
        OutputError: The folder cannot be read.
    """
    try:
        return sorted(_differences(package.files, directory, _read_manifest(directory)))
    except OSError as error:
        raise OutputError(f"cannot read {error.filename or directory}: {error.strerror or error}") from error


def _write(package: Package, directory: Path) -> WriteReport:
    manifest = _read_manifest(directory)
    differences = _differences(package.files, directory, manifest)
    edited = [item.path for item in differences if item.kind == "edited"]
    if edited:
        more = f" and {len(edited) - 1} more" if len(edited) > 1 else ""
        raise OutputError(
            f"{directory / edited[0]}{more} was not written by specwright or edited since; move it away first"
        )
    changed = sorted(item.path for item in differences if item.kind in ("missing", "outdated"))
    removed = sorted(item.path for item in differences if item.kind == "superfluous")
    unchanged = tuple(path for path in sorted(package.files) if path not in set(changed))
    contents = {path: package.files[path].encode() for path in changed}
    record = _manifest_text(package.files)
    if not changed and not removed and _read_bytes(directory / MANIFEST) == record:
        return WriteReport(unchanged=unchanged)
    _check_folders(directory, changed)
    _replace(directory, {**contents, MANIFEST: record}, removed)
    return WriteReport(tuple(changed), unchanged, tuple(removed))


def _replace(directory: Path, contents: Mapping[str, bytes], removed: Iterable[str]) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".specwright-", dir=directory) as scratch:
        new, old = Path(scratch, "new"), Path(scratch, "old")
        for path, content in contents.items():
            _create(new / path, content)
        moved: list[tuple[Path, Path | None]] = []
        try:
            for path in [*contents, *removed]:
                moved.append(_set_aside(directory / path, old / path))
                if path in contents:
                    (directory / path).parent.mkdir(parents=True, exist_ok=True)
                    (new / path).replace(directory / path)
                else:
                    (directory / path).unlink()
        except OSError:
            _roll_back(moved)
            raise
    for path in removed:
        _remove_empty_folders(directory, (directory / path).parent)


def _create(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _set_aside(path: Path, backup: Path) -> tuple[Path, Path | None]:
    if not path.exists():
        return path, None
    backup.parent.mkdir(parents=True, exist_ok=True)
    # A copy, so that the old file stays in place until the new one replaces it.
    shutil.copy2(path, backup)
    return path, backup


def _roll_back(moved: Iterable[tuple[Path, Path | None]]) -> None:
    for path, backup in moved:
        if backup is not None:
            backup.replace(path)
        else:
            path.unlink(missing_ok=True)


def _remove_empty_folders(directory: Path, folder: Path) -> None:
    while folder != directory and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _check_folders(directory: Path, paths: Iterable[str]) -> None:
    for path in paths:
        for folder in PurePosixPath(path).parents:
            place = directory / folder
            if place.is_symlink() and place != directory:
                raise OutputError(f"{place} is a symbolic link; specwright writes into its own folders only")
            if place.exists() and not place.is_dir():
                raise OutputError(f"{place} is a file where a folder is needed; move it away first")


def _differences(files: Mapping[str, str], directory: Path, manifest: Mapping[str, str]) -> list[Difference]:
    found: list[Difference] = []
    for path, text in files.items():
        present = _read_bytes(directory / path)
        if present is None:
            found.append(Difference(path, "missing"))
        elif present != text.encode():
            known = manifest.get(path) == _digest(present)
            found.append(Difference(path, "outdated" if known else "edited"))
    for path, digest in manifest.items():
        present = None if path in files else _read_bytes(directory / path)
        if present is not None:
            found.append(Difference(path, "superfluous" if _digest(present) == digest else "edited"))
    return found


def _read_bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _manifest_text(files: Mapping[str, str]) -> bytes:
    entries = {path: _digest(files[path].encode()) for path in sorted(files)}
    return (json.dumps({"files": entries}, indent=1) + "\n").encode()


def _read_manifest(directory: Path) -> dict[str, str]:
    content = _read_bytes(directory / MANIFEST)
    if content is None:
        return {}
    try:
        files = json.loads(content)["files"]
        return {str(path): str(digest) for path, digest in files.items() if _is_inside(str(path))}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise OutputError(f"{directory / MANIFEST} is damaged; remove it and the files beside it") from None


def _is_inside(path: str) -> bool:
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts and pure.parts != ()
