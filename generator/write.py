"""A package on the disk: written whole or not at all, and nobody's work overwritten.

A manifest in the target folder lists the files of the last run with the sha256 of their content. Only a file that the
manifest lists and that still has that content is ever replaced or deleted.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.files import Step, WriteError, replace_files
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


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps that turn a folder into a package, and what to say when they are taken."""

    steps: tuple[Step, ...]
    report: WriteReport


def write_package(package: Package, directory: Path) -> WriteReport:
    """Write `package` into `directory` and remove what an earlier run wrote and this one does not.

    Raises:
        OutputError: A file was edited by hand or is foreign, or the disk refuses.
    """
    plan = plan_package(package, directory)
    try:
        replace_files(plan.steps)
    except WriteError as error:
        raise OutputError(str(error)) from error
    return plan.report


def plan_package(package: Package, directory: Path) -> Plan:
    """Return the steps that write `package` into `directory`; nothing is written.

    The manifest comes first, with the hashes of the new files and of those that they replace: whenever the program
    stops, every file is one that the manifest knows. At the end it lists the new files only.

    Raises:
        OutputError: A file was edited by hand or is foreign, or the folder cannot be read.
    """
    try:
        return _plan(package, directory)
    except OSError as error:
        raise OutputError(f"cannot write {error.filename or directory}: {error.strerror or error}") from error


def compare_package(package: Package, directory: Path) -> list[Difference]:
    """Return how `directory` differs from `package`; nothing is written.

    Raises:
        OutputError: The folder cannot be read.
    """
    try:
        return sorted(_differences(package.files, directory, _read_manifest(directory)))
    except OSError as error:
        raise OutputError(f"cannot read {error.filename or directory}: {error.strerror or error}") from error


def manifest_text(package: Package) -> str:
    """Return the text of the manifest beside a package's files."""
    return _manifest_text(package.files).decode()


def is_manifest_current(package: Package, directory: Path) -> bool:
    """Return whether the manifest on the disk lists exactly the files of `package`.

    Raises:
        OutputError: It cannot be read.
    """
    try:
        return _read_bytes(directory / MANIFEST) == _manifest_text(package.files)
    except OSError as error:
        raise OutputError(f"cannot read {directory / MANIFEST}: {error.strerror or error}") from error


def _plan(package: Package, directory: Path) -> Plan:
    differences = _differences(package.files, directory, _read_manifest(directory))
    edited = [item.path for item in differences if item.kind == "edited"]
    if edited:
        more = f" and {len(edited) - 1} more" if len(edited) > 1 else ""
        raise OutputError(
            f"{directory / edited[0]}{more} was not written by specwright or edited since; move it away first"
        )
    changed = sorted(item.path for item in differences if item.kind in ("missing", "outdated"))
    removed = sorted(item.path for item in differences if item.kind == "superfluous")
    _check_folders(directory, [*changed, *removed])
    unchanged = tuple(path for path in sorted(package.files) if path not in set(changed))
    contents: list[tuple[str, bytes | None]] = [(path, package.files[path].encode()) for path in changed]
    contents += [(path, None) for path in removed]
    if contents:
        replaced = {item.path: _file_digest(directory / item.path) for item in differences if item.kind != "missing"}
        contents.insert(0, (MANIFEST, _manifest_text(package.files, replaced)))
    if contents or not is_manifest_current(package, directory):
        contents.append((MANIFEST, _manifest_text(package.files)))
    steps = tuple(Step(directory, directory / path, content) for path, content in contents)
    return Plan(steps, WriteReport(tuple(changed), unchanged, tuple(removed)))


def _check_folders(directory: Path, paths: Iterable[str]) -> None:
    for path in paths:
        for folder in PurePosixPath(path).parents:
            place = directory / folder
            if place.is_symlink() and place != directory:
                raise OutputError(f"{place} is a symbolic link; specwright writes into its own folders only")
            if place.exists() and not place.is_dir():
                raise OutputError(f"{place} is a file where a folder is needed; move it away first")


def _differences(files: Mapping[str, str], directory: Path, manifest: Mapping[str, Set[str]]) -> list[Difference]:
    found: list[Difference] = []
    for path, text in files.items():
        present = _read_bytes(directory / path)
        if present is None:
            found.append(Difference(path, "missing"))
        elif present != text.encode():
            known = _digest(present) in manifest.get(path, ())
            found.append(Difference(path, "outdated" if known else "edited"))
    for path, digests in manifest.items():
        present = None if path in files else _read_bytes(directory / path)
        if present is not None:
            found.append(Difference(path, "superfluous" if _digest(present) in digests else "edited"))
    return found


def _read_bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _file_digest(path: Path) -> str:
    return _digest(path.read_bytes())


def _manifest_text(files: Mapping[str, str], replaced: Mapping[str, str] | None = None) -> bytes:
    entries = {path: _digest(files[path].encode()) for path in sorted(files)}
    sections = {"files": entries, "replaced": dict(sorted(replaced.items()))} if replaced else {"files": entries}
    return (json.dumps(sections, indent=1) + "\n").encode()


def _read_manifest(directory: Path) -> dict[str, frozenset[str]]:
    """The hashes under which a file is known, by path: two where a run was stopped before it was done."""
    content = _read_bytes(directory / MANIFEST)
    if content is None:
        return {}
    try:
        manifest = json.loads(content)
        known: dict[str, frozenset[str]] = {}
        for section in (manifest["files"], manifest.get("replaced", {})):
            for path, digest in section.items():
                known[path] = known.get(path, frozenset()) | {str(digest)}
        return {path: digests for path, digests in known.items() if _is_inside(path)}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise OutputError(f"{directory / MANIFEST} is damaged; remove it and the files beside it") from None


def _is_inside(path: str) -> bool:
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts and pure.parts != ()
