"""YAML as specwright writes and reads it: JSON values only, the same to YAML 1.1 and 1.2.

Writing goes through PyYAML's C emitter with every ambiguous string quoted. Reading follows the
core schema of YAML 1.2.2 (§10.3), so that `on`, `yes` and dates stay strings, and walks the
events of the parser without recursion, so that depth, repeated keys and alias bombs are errors
with a line and never a crash.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from io import StringIO
from typing import TypeAlias

import yaml

from spec.model import JSON
from spec.sourcemap import join_pointer

_UNLIMITED_WIDTH = 2**30
_PLAIN = re.compile(r"[^\W\d][^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]*|[/$][^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]*")
_AMBIGUOUS = re.compile(r"y|n|yes|no|on|off|true|false|null|nan|inf|none", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[^\n\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class YamlError(ValueError):
    """The text cannot be read; `line` is 1-based."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


# ---------------------------------------------------------------- writing


def dump_yaml(document: JSON) -> str:
    """The value as YAML text: keys in their order, LF, unicode readable, ends with a newline.

    Raises:
        ValueError: If the value holds something that JSON has no text for: NaN, an infinity, a
            lone surrogate, a key that is not a string, or another type of object.
    """
    stream = StringIO()
    # Events go to the emitter one by one: nodes of a whole document would take many times its memory.
    dumper = yaml.CSafeDumper(stream, allow_unicode=True, width=_UNLIMITED_WIDTH)
    try:
        dumper.emit(yaml.StreamStartEvent())
        dumper.emit(yaml.DocumentStartEvent(explicit=False))
        _emit(document, dumper.emit)
        dumper.emit(yaml.DocumentEndEvent(explicit=False))
        dumper.emit(yaml.StreamEndEvent())
    finally:
        dumper.dispose()
    return stream.getvalue()


_MAPPING = yaml.MappingStartEvent(None, None, True, flow_style=False), yaml.MappingEndEvent()
_SEQUENCE = yaml.SequenceStartEvent(None, None, True, flow_style=False), yaml.SequenceEndEvent()


def _emit(value: JSON, emit: Callable[[yaml.Event], None]) -> None:
    match value:
        case dict():
            emit(_MAPPING[0])
            for key, child in value.items():
                if not isinstance(key, str):
                    raise ValueError(f"expected a string as key, found {key!r}")
                emit(_key_event(key))
                _emit(child, emit)
            emit(_MAPPING[1])
        case list():
            emit(_SEQUENCE[0])
            for child in value:
                _emit(child, emit)
            emit(_SEQUENCE[1])
        case str():
            emit(_string_event(value))
        case None | bool() | int() | float():
            emit(yaml.ScalarEvent(None, None, (True, False), _scalar_text(value)))
        case _:
            raise ValueError(f"not a JSON value: {value!r}")


def _string_event(text: str) -> yaml.ScalarEvent:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError(f"text with a lone surrogate cannot be written: {text!r}")
    style = _style(text)
    return yaml.ScalarEvent(None, None, (style is None, True), text, style=style)


_key_event = lru_cache(maxsize=1024)(_string_event)


def _style(text: str) -> str | None:
    """`|` for readable multi-line text, plain where no parser can mistake it, else quotes."""
    if _UNPRINTABLE.search(text):
        return '"'
    if "\n" in text:
        return "|" if _fits_block(text) else '"'
    return None if _PLAIN.fullmatch(text) and not _AMBIGUOUS.fullmatch(text) else "'"


def _fits_block(text: str) -> bool:
    return not text[0].isspace() and all(line == line.rstrip() for line in text.split("\n"))


def _scalar_text(value: float | None) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case _:
            return _float_text(value)


def _float_text(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError(f"JSON has no {value}")
    text = repr(value)
    mantissa, exponent, power = text.partition("e")
    if exponent and "." not in mantissa:  # YAML 1.1 reads `1e+20` as a string
        text = f"{mantissa}.0e{power}"
    return text


# ---------------------------------------------------------------- reading

_TAG = "tag:yaml.org,2002:"
MAX_DEPTH = 200
_MAX_NODES = 5_000_000
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_CONSTANTS: tuple[tuple[str, JSON], ...] = (("null", None), ("true", True), ("false", False))
_WORDS: dict[str, JSON] = {
    "": None,
    "~": None,
    **{spelling: value for word, value in _CONSTANTS for spelling in (word, word.capitalize(), word.upper())},
}
_BASES = {"0o": 8, "0x": 16}


@dataclass(slots=True)
class _Frame:
    """A collection that is still open; `size` counts its nodes with aliases written out."""

    value: list[JSON] | dict[str, JSON]
    pointer: str
    anchor: str | None
    key: str | None = None
    merging: bool = False
    size: int = 1
    merges: list[JSON] = field(default_factory=list)


Event: TypeAlias = yaml.Event


@dataclass(slots=True)
class _Builder:
    """Builds one JSON value from parser events."""

    lines: dict[str, int] = field(default_factory=dict)
    frames: list[_Frame] = field(default_factory=list)
    anchors: dict[str, tuple[JSON, int]] = field(default_factory=dict)
    root: JSON = None
    documents: int = 0

    def feed(self, event: Event) -> None:
        """Takes one event.

        Raises:
            YamlError: If the text leaves what JSON can express, or is unreasonable.
        """
        line = event.start_mark.line + 1 if event.start_mark else 1
        match event:
            case yaml.ScalarEvent():
                self._scalar(event, line)
            case yaml.AliasEvent():
                self._alias(event, line)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open(event, line)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise YamlError("expected one YAML document, found a second one", line)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            self._take_key(frame, event, line)
            return
        value = _resolve(event, line)
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)
        self._add(value, 1, line)

    def _take_key(self, frame: _Frame, event: yaml.ScalarEvent, line: int) -> None:
        frame.merging = event.value == "<<" and event.implicit[0]
        if not frame.merging and event.value in frame.value:
            raise YamlError(f"expected distinct keys, found {event.value!r} twice", line)
        frame.key = event.value
        if event.anchor:
            self.anchors[event.anchor] = (event.value, 1)
        self.lines.setdefault(frame.pointer + join_pointer(event.value), line)

    def _alias(self, event: yaml.AliasEvent, line: int) -> None:
        if event.anchor not in self.anchors:
            raise YamlError(f"expected an anchor that is complete here, found *{event.anchor}", line)
        value, size = self.anchors[event.anchor]
        if self._wants_key() and not isinstance(value, str):
            raise YamlError("expected a string as key", line)
        self._add(value, size, line)

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent, line: int) -> None:
        mapping = isinstance(event, yaml.MappingStartEvent)
        if self._wants_key():
            raise YamlError("expected a string as key, found a collection", line)
        if event.tag not in (None, "!", _TAG + ("map" if mapping else "seq")):
            raise YamlError(f"expected plain data, found the tag {event.tag}", line)
        if len(self.frames) >= MAX_DEPTH:
            raise YamlError(f"expected at most {MAX_DEPTH} levels of nesting", line)
        pointer = self._next_pointer()
        self.lines.setdefault(pointer, line)
        self.frames.append(_Frame({} if mapping else [], pointer, event.anchor))

    def _close(self) -> None:
        frame = self.frames.pop()
        if isinstance(frame.value, dict):
            for merged in frame.merges:
                for source in merged if isinstance(merged, list) else [merged]:
                    frame.value |= {k: v for k, v in _mapping(source).items() if k not in frame.value}
        if frame.anchor:
            self.anchors[frame.anchor] = (frame.value, frame.size)
        self._add(frame.value, frame.size, 0)

    def _wants_key(self) -> bool:
        return bool(self.frames) and isinstance(self.frames[-1].value, dict) and self.frames[-1].key is None

    def _next_pointer(self) -> str:
        if not self.frames:
            return ""
        frame = self.frames[-1]
        return frame.pointer + join_pointer(len(frame.value) if frame.key is None else frame.key)

    def _add(self, value: JSON, size: int, line: int) -> None:
        if not self.frames:
            self.root = value
            return
        frame = self.frames[-1]
        frame.size += size
        if frame.size > _MAX_NODES:
            raise YamlError(f"expected at most {_MAX_NODES} nodes, aliases written out", line)
        if isinstance(frame.value, list):
            self.lines.setdefault(self._next_pointer(), line)
            frame.value.append(value)
        elif frame.key is None:
            frame.key = str(value)
        else:
            self._put(frame.value, frame, value)

    def _put(self, mapping: dict[str, JSON], frame: _Frame, value: JSON) -> None:
        key, frame.key = frame.key or "", None
        if frame.merging and isinstance(value, dict | list):
            frame.merges.append(value)
        else:
            mapping[key] = value


def load_yaml(text: str) -> JSON:
    """The JSON value of a YAML or JSON text; keys are strings, whatever they look like.

    Raises:
        YamlError: If the text is not YAML, repeats a key, or holds more than plain data.
    """
    return load_yaml_with_lines(text)[0]


def load_yaml_with_lines(text: str) -> tuple[JSON, dict[str, int]]:
    """The value, and the 1-based line of each of its nodes by JSON pointer.

    Raises:
        YamlError: As `load_yaml`.
    """
    builder = _Builder()
    for event in _events(text):
        builder.feed(event)
    return builder.root, builder.lines


def _events(text: str) -> Iterator[Event]:
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line, text.count("\n")) + 1 if mark else 1
        raise YamlError(f"expected YAML: {error.problem}", line) from error
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise YamlError(f"expected YAML: {' '.join(str(error).split())}", 1) from error


def _mapping(value: JSON) -> dict[str, JSON]:
    return value if isinstance(value, dict) else {}


def _resolve(event: yaml.ScalarEvent, line: int) -> JSON:
    if event.tag == "!" or (event.tag is None and not event.implicit[0]):
        return str(event.value)
    if event.tag is None:
        return _resolve_plain(event.value, line)
    convert = _TAGGED.get(event.tag.removeprefix(_TAG)) if event.tag.startswith(_TAG) else None
    if convert is None:
        raise YamlError(f"expected plain data, found the tag {event.tag}", line)
    return convert(event.value, line)


def _resolve_plain(text: str, line: int) -> JSON:
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return _parse_int(text, line)
    return _parse_float(text, line) if _FLOAT.fullmatch(text) else text


def _parse_int(text: str, line: int) -> int:
    try:
        return int(text, _BASES.get(text[:2], 10))
    except ValueError as error:
        raise YamlError(f"expected an integer, found {text[:40]!r}", line) from error


def _parse_float(text: str, line: int) -> float:
    value = float(text) if _FLOAT.fullmatch(text) else math.inf
    if not math.isfinite(value):
        raise YamlError(f"expected a number that JSON can write, found {text[:40]!r}", line)
    return value


def _parse_word(text: str, line: int) -> JSON:
    if text not in _WORDS:
        raise YamlError(f"expected true, false or null, found {text[:40]!r}", line)
    return _WORDS[text]


_TAGGED: dict[str, Callable[[str, int], JSON]] = {
    "str": lambda text, _: text,
    "int": _parse_int,
    "float": _parse_float,
    "bool": _parse_word,
    "null": _parse_word,
}
