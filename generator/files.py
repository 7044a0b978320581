"""Files replaced together: all of them or none, whatever happens on the way."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

#: What a file is to hold: text, or the bytes of one.
Content: TypeAlias = str | bytearray


class WriteError(Exception):
    """An output cannot be written; `str()` is one line, and what was there is intact."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file to put in its place.

    Attributes:
        folder: The folder of the output that the file belongs to; temporary files go there.
        path: The file, in that folder or below it.
        content: Its new content; `None` deletes it, and the folders that are empty then.
    """

    folder: Path
    path: Path
    content: bytes | bytearray | None


def write_files(texts: Mapping[Path, Content]) -> None:
    """Writes texts as UTF-8, creating folders: all of them or none. A file that has its text already is left alone.

    Raises:
        WriteError: One of them cannot be written; then none is.
    """
    steps = [text_step(path, text) for path, text in texts.items()]
    replace_files([step for step in steps if not _is_done(step)])


def require_missing(paths: Iterable[Path]) -> None:
    """Sees to it that nothing is overwritten.

    Raises:
        WriteError: One of the paths exists, or nobody can tell.
    """
    for path in paths:
        with _naming(path):
            if path.exists() or path.is_symlink():
                raise WriteError(f"{path} exists; expected a folder without it")


def text_step(path: Path, text: Content) -> Step:
    """The step that writes a text, as UTF-8 where it is not encoded yet.

    A symbolic link is followed to the file itself, as any editor does.

    Raises:
        WriteError: The path leads nowhere, or to something other than a file.
    """
    place = resolve_path(path)
    with _naming(path):
        if place.exists() and not place.is_file():
            found = "a folder" if place.is_dir() else "a device"
            raise WriteError(f"{path}: expected a file to write, found {found}")
    return Step(place.parent, place, text.encode() if isinstance(text, str) else text)


def resolve_path(path: Path) -> Path:
    """The path without symbolic links.

    Raises:
        WriteError: Its links lead round in a circle, or it cannot be followed.
    """
    try:
        with _naming(path):
            return path.resolve()
    except (RuntimeError, ValueError) as error:  # a circle of links; a character that no name can have
        raise WriteError(f"{path}: cannot be written: {error}") from error


def replace_files(steps: Sequence[Step]) -> None:
    """Takes steps, in their order; a file may be written more than once.

    New content and copies of what is replaced are complete before the first step. When a step fails or the
    program is interrupted, the steps so far are taken back, the last one first.

    Raises:
        WriteError: A step cannot be taken; then none is.
    """
    with ExitStack() as stack:
        scratch: dict[Path, Path] = {}
        for step in steps:
            if step.folder not in scratch:
                scratch[step.folder] = stack.enter_context(_scratch(step))
        staged = [_stage(scratch[step.folder] / "new" / str(number), step) for number, step in enumerate(steps)]
        kept = {step.path: scratch[step.folder] / "old" / str(number) for number, step in enumerate(steps)}
        for step in {step.path: step for step in steps}.values():
            _keep(step.path, kept[step.path])
        _take(steps, staged, kept)


def _is_done(step: Step) -> bool:
    """Whether a file has its new content."""
    try:
        return step.path.stat().st_size == len(step.content or b"") and step.path.read_bytes() == step.content
    except OSError:
        return False


def _take(steps: Sequence[Step], staged: Sequence[Path], kept: Mapping[Path, Path]) -> None:
    taken: dict[Path, Step] = {}
    try:
        for step, new in zip(steps, staged, strict=True):
            taken.setdefault(step.path, step)
            with _naming(step.path):
                if step.content is None:
                    step.path.unlink(missing_ok=True)
                else:
                    step.path.parent.mkdir(parents=True, exist_ok=True)
                    new.replace(step.path)
    except BaseException:
        for step in reversed(taken.values()):
            _take_back(step, kept[step.path])
        raise
    for step in steps:
        if step.content is None:
            _remove_empty_folders(step)


def _take_back(step: Step, kept: Path) -> None:
    if kept.is_symlink() or kept.exists():
        kept.replace(step.path)
    else:
        step.path.unlink(missing_ok=True)
        _remove_empty_folders(step)


def _remove_empty_folders(step: Step) -> None:
    folder = step.path.parent
    with suppress(OSError):  # the first folder that still holds something ends it
        while folder != step.folder:
            folder.rmdir()
            folder = folder.parent


@contextmanager
def _scratch(step: Step) -> Iterator[Path]:
    """A temporary folder for new and old content; leaves no folder behind that it created and nobody filled."""
    missing: list[Path] = []
    try:
        with _naming(step.path):
            missing += [place for place in (step.folder, *step.folder.parents) if not place.exists()]
            step.folder.mkdir(parents=True, exist_ok=True)
            temporary = TemporaryDirectory(prefix=".specwright-", dir=step.folder, ignore_cleanup_errors=True)
        with temporary as name:
            for part in ("new", "old"):
                Path(name, part).mkdir()
            yield Path(name)
    finally:
        with suppress(OSError):
            for place in missing:
                place.rmdir()


def _stage(new: Path, step: Step) -> Path:
    if step.content is not None:
        with _naming(step.path), new.open("wb") as file:
            file.write(step.content)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), _mode(step.path))
    return new


def _keep(path: Path, kept: Path) -> None:
    """Copies a file, so that it stays in place until it is replaced."""
    with _naming(path):
        if path.is_symlink() or path.exists():
            shutil.copy2(path, kept, follow_symlinks=False)


def _mode(path: Path) -> int:
    """The mode of the file that will be replaced, or the one that the umask leaves to new files."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    try:
        yield
    except (FileExistsError, NotADirectoryError) as error:
        raise WriteError(f"{path}: cannot be written: a file is where a folder is needed") from error
    except OSError as error:
        raise WriteError(f"{path}: cannot be written: {error.strerror or error}") from error
