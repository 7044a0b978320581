"""The file of a baseline: YAML that people read, edit and merge."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from spec.load import DocumentError
from spec.model import JSON
from spec.report.baseline import Entry
from spec.sourcemap import join_pointer
from spec.yaml import YamlError, dump_yaml, load_yaml_with_lines

_HEADER = "# Findings that were accepted. docs/drift.md of specwright describes this file.\n"
_SECTION = "accepted"
_KEYS = ("rule", "document", "operation", "pointer", "values", "reason", "expires")
_VALUES = re.compile(r"[0-9a-f]{16}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_day(text: str) -> bool:
    """Whether the text is a day of the calendar, as `2030-12-31`."""
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def dump_baseline(entries: Iterable[Entry]) -> str:
    """The text of the file: one entry after the other, sorted by document, operation, pointer and rule."""
    listed: list[JSON] = [_entry_json(entry) for entry in sorted(entries)]
    return _HEADER + dump_yaml({_SECTION: listed})


def parse_baseline(file: str, text: str, rules: Collection[str]) -> tuple[Entry, ...]:
    """The entries of a file, in the order of `dump_baseline`.

    Args:
        file: What the file is called.
        text: Its content; an empty file has no entry.
        rules: The ids that an entry may name.

    Raises:
        DocumentError: It is no baseline; the line is that of the first thing that is wrong.
    """
    try:
        value, lines = load_yaml_with_lines(text)
    except YamlError as error:
        raise DocumentError(file, error.line, str(error)) from error
    return tuple(sorted(_Reader(file, lines, rules).read(value)))


def _entry_json(entry: Entry) -> JSON:
    fields = {key: str(getattr(entry, key)) for key in _KEYS}
    return {key: value for key, value in fields.items() if value or key == "pointer"}


@dataclass(frozen=True, slots=True)
class _Reader:
    file: str
    lines: Mapping[str, int]
    rules: Collection[str]

    def read(self, value: JSON) -> Iterator[Entry]:
        if value is None:
            return
        if not isinstance(value, dict):
            self._fail((), f"expected the key {_SECTION!r} with a list of entries")
        self._check_keys(value, (_SECTION,), ())
        entries = value.get(_SECTION) or []
        if not isinstance(entries, list):
            self._fail((_SECTION,), f"expected a list of entries under {_SECTION!r}")
        seen: dict[Entry, int] = {}
        for index, item in enumerate(entries):
            entry = self._entry(item, (_SECTION, str(index)))
            if entry in seen:
                self._fail((_SECTION, str(index)), f"expected each entry once; line {seen[entry]} has the same")
            seen[entry] = entry.line
            yield entry

    def _entry(self, item: JSON, at: tuple[str, ...]) -> Entry:
        if not isinstance(item, dict):
            self._fail(at, f"expected an entry with {', '.join(_KEYS)}")
        self._check_keys(item, _KEYS, at)
        texts = {key: self._text(item, key, at) for key in _KEYS}
        for key in ("rule", "pointer", "reason"):
            if key not in item:
                self._fail(at, f"expected the key {key!r} in this entry")
        self._check(texts, at)
        return Entry(**texts, line=self._line(at))

    def _check(self, texts: Mapping[str, str], at: tuple[str, ...]) -> None:
        if texts["rule"] not in self.rules:
            close = difflib.get_close_matches(texts["rule"], self.rules, n=1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            self._fail((*at, "rule"), f"unknown rule {texts['rule']!r}{hint}")
        if not texts["reason"].strip():
            self._fail((*at, "reason"), "expected a reason, found none")
        if texts["values"] and not _VALUES.fullmatch(texts["values"]):
            self._fail((*at, "values"), f"expected 16 digits in hexadecimal, found {texts['values']!r}")
        if texts["expires"] and not is_day(texts["expires"]):
            self._fail((*at, "expires"), f"expected a day such as 2030-12-31, found {texts['expires']!r}")
        if texts["pointer"] and not texts["pointer"].startswith("/"):
            self._fail((*at, "pointer"), f"expected a JSON pointer, found {texts['pointer']!r}")

    def _text(self, item: Mapping[str, JSON], key: str, at: tuple[str, ...]) -> str:
        value = item.get(key, "")
        if not isinstance(value, str):
            quoted = "; quote it" if isinstance(value, int | float) else ""
            self._fail((*at, key), f"expected a text under {key!r}, found {value!r}{quoted}")
        return value

    def _check_keys(self, item: Mapping[str, JSON], known: Collection[str], at: tuple[str, ...]) -> None:
        for key in item:
            if key not in known:
                close = difflib.get_close_matches(key, known, n=1)
                hint = f"; did you mean {close[0]!r}?" if close else ""
                self._fail((*at, key), f"unknown key {key!r}, expected one of: {', '.join(known)}{hint}")

    def _line(self, at: tuple[str, ...]) -> int:
        return self.lines.get(join_pointer(*at), 1)

    def _fail(self, at: tuple[str, ...], expected: str) -> NoReturn:
        raise DocumentError(self.file, self._line(at), expected)
