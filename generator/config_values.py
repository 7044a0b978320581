"""Values of a configuration by key and type; what is none of that type is a complaint with file and line."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from generator.config_model import ConfigError, InputFile
from generator.toml_lines import TomlLines


@dataclass(frozen=True, slots=True)
class ConfigValues:
    """One configuration; `label` is the file as the user named it, `root` the folder that its paths start from.

    Every method complains by raising ConfigError.
    """

    label: str
    root: Path
    lines: TomlLines
    fetching: bool = False

    def check_keys(self, values: Mapping[str, object], known: Sequence[str], at: tuple[str, ...]) -> None:
        """Complains about a key that nobody reads."""
        for key in values:
            if key not in known:
                close = difflib.get_close_matches(key, known, n=1)
                hint = f"; did you mean {close[0]!r}?" if close else ""
                self.fail((*at, key), f"unknown key {key!r}, expected one of: {', '.join(known)}{hint}")

    def table(
        self, values: Mapping[str, object], path: tuple[str, ...], at: tuple[str, ...] = ()
    ) -> Mapping[str, object]:
        """The table at a path of keys, empty where there is none."""
        value: object = values
        for depth, key in enumerate(path, 1):
            value = value.get(key, {}) if isinstance(value, Mapping) else None
            if not isinstance(value, Mapping):
                self.fail((*at, *path[:depth]), f"expected a table under {key!r}")
        return value if isinstance(value, Mapping) else {}

    def string(self, values: Mapping[str, object], key: str, at: tuple[str, ...]) -> str:
        """A text, empty where there is no such key."""
        value = values.get(key, "")
        if not isinstance(value, str) or (key in values and not value.strip()):
            self.fail((*at, key), f"expected a text under {key!r}, found {value!r}")
        return value

    def strings(self, values: Mapping[str, object], key: str, at: tuple[str, ...]) -> tuple[str, ...]:
        """A list of texts, empty where there is no such key."""
        value = values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self.fail((*at, key), f"expected a list of texts under {key!r}, found {value!r}")
        return tuple(value)

    def number(
        self, values: Mapping[str, object], key: str, at: tuple[str, ...], limits: tuple[float, float], default: float
    ) -> float:
        """A number within limits, both included; a whole one where the default is one."""
        value = values.get(key, default)
        kinds = int if isinstance(default, int) else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds) or not limits[0] <= value <= limits[1]:
            expected = f"expected a number from {limits[0]} to {limits[1]} under {key!r}"
            self.fail((*at, key), f"{expected}, found {value!r}")
        return value

    def file(self, name: str, key: tuple[str, ...]) -> InputFile:
        """A file that is there."""
        self.check_relative(name, key)
        path = self.root / name
        if not os.path.isfile(path):  # noqa: PTH113  (`Path.is_file` raises on a name that is too long)
            self.fail(key, f"expected a file, but {name!r} is none", value=name)
        return InputFile(path, Path(name).as_posix())

    def check_relative(self, name: str, key: tuple[str, ...]) -> None:
        """Names end up in documents, which must not depend on the folder they were built in."""
        if Path(name).is_absolute():
            self.fail(key, f"expected a path relative to {self.label}, found {name!r}", value=name)

    def fail(self, key: tuple[str, ...], expected: str, *, value: str = "") -> NoReturn:
        """Complains, at the line of the key or of the value.

        Raises:
            ConfigError: Always.
        """
        line = self.lines.line_of_value(value, *key) if value else self.lines.line(*key)
        raise ConfigError(self.label, line, expected)
