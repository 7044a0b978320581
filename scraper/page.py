"""A snapshot as text: bytes to lines, or one clear complaint."""

from __future__ import annotations

import codecs
import os
import stat
from dataclasses import dataclass
from glob import has_magic
from pathlib import Path

MAX_BYTES = 32 * 1024 * 1024
_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_WAITING = getattr(os, "O_NONBLOCK", 0)  # Windows has no such flag


class InputError(Exception):
    """Input that cannot be read; `str()` is one line: file, line, what was expected."""

    def __init__(self, page: str, line: int, expected: str) -> None:
        self.page, self.line, self.expected = page, line, expected
        super().__init__(f"{page}:{line}: {expected}")

    @property
    def problems(self) -> tuple[str, ...]:
        """Every complaint, one line each; those about more than one file have more than one."""
        return (str(self),)


@dataclass(frozen=True, slots=True)
class Page:
    """One documentation page as saved: its name as given, and its lines without line ends."""

    name: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The page with LF line ends."""
        return "\n".join(self.lines)


def read_page(path: Path, name: str | None = None) -> Page:
    """Reads a page from disk.

    Raises:
        InputError: The file is missing, empty, too large, binary, or not UTF-8.
    """
    label = name if name is not None else path.as_posix()
    return parse_page(read_file(path, label), label)


def read_file(path: Path, name: str) -> bytes:
    """The bytes of a page on disk.

    Raises:
        InputError: There is no regular file, or it is too large.
    """
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            kind = stat.S_IFMT(os.fstat(file.fileno()).st_mode)
            if kind != stat.S_IFREG:
                raise InputError(name, 1, f"expected a file, found {_KINDS.get(kind, 'something else')}")
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a character that no name can have
        raise InputError(name, 1, _explain_failure(path, error)) from error
    _check_size(data, name)
    return data


def parse_page(data: bytes, name: str) -> Page:
    """Decodes a page: UTF-8, UTF-16 with a byte order mark, or what an HTML page declares for itself.

    CR LF, CR and a byte order mark are accepted.

    Raises:
        InputError: The bytes are empty, binary, or text in neither.
    """
    _check_size(data, name)
    zero = -1 if data.startswith(_WIDE) else data.find(b"\0")
    if zero >= 0:
        raise InputError(name, data.count(b"\n", 0, zero) + 1, "expected text, found binary data")
    text = _decode(data, name)
    if not text.strip():
        raise InputError(name, 1, "expected a documentation page, found an empty file")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Page(name, tuple(lines[:-1] if lines[-1] == "" else lines))


def _open_without_waiting(path: str, flags: int) -> int:
    """Opens a file; a pipe that nobody writes to would otherwise keep us waiting for ever."""
    return os.open(path, flags | _NO_WAITING)


def _explain_failure(path: Path, error: OSError | ValueError) -> str:
    """Why a file cannot be read; folders with pages and globs with matches never come here."""
    if isinstance(error, IsADirectoryError):
        return "expected a folder with pages (.md, .rst, .html, .txt and the like), found none"
    if isinstance(error, FileNotFoundError) and has_magic(str(path)):
        return "matches no file"
    reason = error.strerror if isinstance(error, OSError) else None
    return f"cannot be read: {reason or error}"


def _check_size(data: bytes, name: str) -> None:
    if len(data) > MAX_BYTES:
        raise InputError(name, 1, f"expected a page of at most {MAX_BYTES // 2**20} MB")


def _decode(data: bytes, name: str) -> str:
    if data.startswith(_WIDE):
        return _decode_wide(data, name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        declared = _declared_encoding(data)
        try:
            if declared is not None:
                return data.decode(declared)
        except (LookupError, UnicodeDecodeError):
            pass
        line = data.count(b"\n", 0, error.start) + 1
        expected = "UTF-8" if declared is None else f"UTF-8 or {declared}"
        raise InputError(name, line, f"expected {expected}, found byte 0x{data[error.start]:02x}") from error


def _decode_wide(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        line = data[: error.start].decode("utf-16", errors="replace").count("\n") + 1
        raise InputError(name, line, "expected UTF-16, as the byte order mark says") from error


def _declared_encoding(data: bytes) -> str | None:
    from bs4.dammit import EncodingDetector  # few pages need it, and it is slow to import

    return EncodingDetector.find_declared_encoding(data, is_html=True)
