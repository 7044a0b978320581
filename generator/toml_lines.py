"""Where the keys of a TOML text stand; `tomllib` itself keeps no positions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

KeyPath = tuple[str, ...]

_HEADER = re.compile(r"^\s*\[{1,2}[^\[\]]+\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_.\- ])+?)\s*=""")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class TomlLines:
    """Finds lines by key path, in a text that `tomllib` accepts.

    A line inside a multi-line string that looks like a key is taken for one; as the first
    occurrence of a path counts, that can only matter where the real key does not exist.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._keys: dict[KeyPath, int] = {}
        for path, number in _key_lines(self._lines):
            for length in range(1, len(path) + 1):
                self._keys.setdefault(path[:length], number)

    def line(self, *path: str) -> int:
        """The line of a key, or of the closest table around it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._keys:
                return self._keys[path[:length]]
        return 1

    def line_of_value(self, value: str, *path: str) -> int:
        """The first line, from the key's own on, that prints `value`; else the key's own."""
        start = self.line(*path)
        for number in range(start, len(self._lines) + 1):
            if value in self._lines[number - 1]:
                return number
        return start


def line_of_syntax_error(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, str]:
    """The line and the bare message of a syntax error."""
    match = _AT_LINE.search(str(error))
    line = int(match[1]) if match else max(1, len(text.splitlines()))
    return line, re.sub(r" \(at .*\)$", "", str(error))


def _key_lines(lines: list[str]) -> Iterator[tuple[KeyPath, int]]:
    table: KeyPath = ()
    for number, line in enumerate(lines, 1):
        if _HEADER.match(line):
            path = _parse_path(line)
            if path:
                table = path
                yield table, number
        elif match := _KEY.match(line):
            path = _parse_path(f"{match[1]} = 0")
            if path:
                yield (*table, *path), number


def _parse_path(line: str) -> KeyPath:
    """The key path that one header or key line opens; empty when it is no TOML by itself."""
    try:
        value: object = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return ()
    path: list[str] = []
    while True:
        if isinstance(value, list):
            value = value[0]
        if not isinstance(value, Mapping) or not value:
            return tuple(path)
        key, value = next(iter(value.items()))
        path.append(str(key))
