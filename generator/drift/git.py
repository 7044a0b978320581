"""Files as a git commit has them: read from the object database, never checked out, nothing written."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_REGULAR = ("100644", "100755")


class GitError(Exception):
    """What git cannot give; `str()` is one line."""


@dataclass(frozen=True, slots=True)
class Commit:
    """The files of one commit at and below a folder of the repository, by their names relative to that folder.

    `label` is what the user called the commit; `blobs` has the object of each file.
    """

    folder: Path
    label: str
    blobs: Mapping[str, str] = field(repr=False)

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """The content of those of the files that the commit has.

        Raises:
            GitError: Git cannot read an object.
        """
        wanted = [name for name in names if name in self.blobs]
        if not wanted:
            return {}
        output = run_git(self.folder, ["cat-file", "--batch"], "".join(f"{self.blobs[name]}\n" for name in wanted))
        return dict(zip(wanted, _contents(output, self.label), strict=True))

    def below(self, folder: str) -> list[str]:
        """The names of the files in a folder and in those inside of it, sorted; every file for `""`."""
        start = f"{folder.rstrip('/')}/" if folder else ""
        return sorted(name for name in self.blobs if name.startswith(start))


def read_revisions(folder: Path, revisions: str) -> tuple[Commit, Commit | None]:
    """The older and the newer commit that `REV`, `A..B` or `A...B` names; no newer one for `REV`: the files on disk.

    As in git, a side of the dots that is left out is `HEAD`, and three dots start from what both have in common.

    Raises:
        GitError: There is no git, no repository, or no such revision.
    """
    run_git(folder, ["rev-parse", "--git-dir"])
    dots = "..." if "..." in revisions else ".."
    old, found, new = revisions.partition(dots)
    if not found:
        return _read_commit(folder, revisions, revisions), None
    old, new = old or "HEAD", new or "HEAD"
    if dots == "..":
        return _read_commit(folder, old, old), _read_commit(folder, new, new)
    base = run_git(folder, ["merge-base", _resolve(folder, old), _resolve(folder, new)]).decode().strip()
    return _read_commit(folder, base, old), _read_commit(folder, new, new)


def _read_commit(folder: Path, revision: str, label: str) -> Commit:
    listing = run_git(folder, ["ls-tree", "-r", "-z", _resolve(folder, revision), "."])
    blobs = {}
    for entry in filter(None, listing.split(b"\0")):
        facts, _, name = entry.partition(b"\t")
        mode, _, digest = facts.decode().split(" ")
        if mode in _REGULAR:
            blobs[os.fsdecode(name)] = digest
    return Commit(folder, label, blobs)


def _resolve(folder: Path, revision: str) -> str:
    if revision.startswith("-"):  # an option to git
        raise GitError(f"expected a git revision, found {revision!r}")
    try:
        return run_git(folder, ["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"]).decode().strip()
    except GitError:
        raise GitError(f"git knows no revision {revision!r}; a shallow clone lacks most of them") from None


def _contents(output: bytes, label: str) -> Iterable[bytes]:
    """The objects that `cat-file --batch` prints: a line `<object> blob <size>`, the bytes, a line feed."""
    start = 0
    while start < len(output):
        end = output.index(b"\n", start)
        words = output[start:end].split()
        if len(words) != 3:
            raise GitError(f"git cannot read an object of {label}: {output[start:end].decode(errors='replace')}")
        size = int(words[2])
        yield output[end + 1 : end + 1 + size]
        start = end + size + 2


def run_git(folder: Path, words: list[str], text: str = "") -> bytes:
    """What a git command prints, run in a folder; `text` is its input.

    Raises:
        GitError: It fails, or there is no git.
    """
    command = ["git", "-C", str(folder), *words]
    try:
        result = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror or error}") from error
    if result.returncode:
        said = result.stderr.decode(errors="replace").strip().splitlines() or [f"exit code {result.returncode}"]
        raise GitError(f"git: {said[0].removeprefix('fatal: ')}")
    return result.stdout
