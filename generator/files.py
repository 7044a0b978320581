"""Text files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path


class WriteError(Exception):
    """An output cannot be written; `str()` is one line, and what was there is intact."""


def write_files(texts: Mapping[Path, str]) -> None:
    """Writes texts as UTF-8, creating folders: all to temporary names first, then each to its place.

    Raises:
        WriteError: One of them cannot be written; then none is.
    """
    with ExitStack() as stack:
        for path in texts:
            if path.exists() and not path.is_file():
                raise WriteError(
                    f"{path}: expected a file to write, found {'a folder' if path.is_dir() else 'a device'}"
                )
        staged = [(stack.enter_context(_stage(path, text.encode())), path) for path, text in texts.items()]
        for temporary, path in staged:
            with _naming(path):
                # Through a symbolic link to the file itself, as any editor writes.
                temporary.replace(path.resolve())


def reserve_space(sizes: Mapping[Path, int]) -> None:
    """Makes sure that folders can take so many bytes each, all at once.

    Several packages cannot be moved into place in one step; finding a full disk or a write-protected
    folder before the first of them is what keeps the others as they were.

    Raises:
        WriteError: A folder cannot be written, or a disk is too small.
    """
    with ExitStack() as stack:
        for folder, size in sizes.items():
            stack.enter_context(_stage(folder / ".reserve", bytes(size)))


@contextmanager
def _stage(path: Path, content: bytes) -> Iterator[Path]:
    """A temporary file beside `path` with the content; removed at the end unless it was moved."""
    with _naming(path):
        folder = path.resolve().parent
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=".specwright-", dir=folder)
    temporary = Path(name)
    try:
        with _naming(path), os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
            os.fchmod(descriptor, _mode(path))
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


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
    except OSError as error:
        raise WriteError(f"{path}: cannot be written: {error.strerror or error}") from error
