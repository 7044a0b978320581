"""Damage to the bytes of a page: cells, markup and encodings, besides what happens to whole lines."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.scraper.readers.damage import damage as damage_lines

_CELL = re.compile(rb"<(t[dh])\b[^>]*>.*?</\1>|(?<=\|)[^|\n]*(?=\|)|^ {3,}\* - .*$|^ +- .*$", re.DOTALL | re.MULTILINE)
_MARK = re.compile(rb"</?[a-z][^>]*>|[|`#*]+|^[-=~]{3,}$|^\s*\.\. .*$", re.MULTILINE)
_BAD_BYTES = (b"\xff", b"\xc3", b"\xe4\xb8", b"\x80", b"\xed\xa0\x80", b"\x00", b"\x1b[31m", b"\xef\xbb\xbf", b"\r")
_ENCODINGS = ("utf-16", "utf-16-le", "latin-1", "gb18030", "shift_jis", "cp1252", "utf-32", "koi8-r")


def damage_page(data: bytes, generator: random.Random) -> bytes:
    """Damages a page once to three times."""
    for _ in range(generator.randint(1, 3)):
        data = generator.choice(_KINDS)(data, generator)
    return data


def _damage_lines(data: bytes, generator: random.Random) -> bytes:
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    return "\n".join(damage_lines(lines, generator)).encode("utf-8", "surrogateescape")


def _cells(data: bytes, generator: random.Random) -> bytes:
    """Cuts, empties, repeats or swaps cells."""
    spans = [match.span() for match in _CELL.finditer(data)]
    if len(spans) < 2:
        return data
    (first, last), (start, end) = sorted(generator.sample(spans, 2))
    one, other = data[first:last], data[start:end]
    match generator.randrange(4):
        case 0:
            return data[:first] + data[last:]
        case 1:
            return data[:first] + one[: one.find(b">") + 1] + one[one.rfind(b"</") :] + data[last:]
        case 2:
            return data[:last] + one + data[last:]
    return data[:first] + other + data[last:start] + one + data[end:]


def _markup(data: bytes, generator: random.Random) -> bytes:
    """Takes away, repeats or moves some marks."""
    spans = [match.span() for match in _MARK.finditer(data)]
    for first, last in sorted(generator.sample(spans, min(len(spans), generator.randint(1, 12))), reverse=True):
        data = data[:first] + data[first:last] * generator.choice((0, 0, 2)) + data[last:]
    return data


def _bytes(data: bytes, generator: random.Random) -> bytes:
    """Puts bytes between or over others that are no UTF-8, or no text."""
    for _ in range(generator.randint(1, 4)):
        at = generator.randrange(len(data) + 1)
        data = data[:at] + generator.choice(_BAD_BYTES) + data[at + generator.randrange(2) :]
    return data


def _encoding(data: bytes, generator: random.Random) -> bytes:
    """Writes the page in another encoding, or reads it in one and writes it back."""
    name = generator.choice(_ENCODINGS)
    text = data.decode("utf-8", "replace")
    return text.encode(name, "replace") if generator.randrange(2) else data.decode(name, "replace").encode("utf-8")


def _cut(data: bytes, generator: random.Random) -> bytes:
    """Keeps the beginning, in the middle of anything."""
    return data[: generator.randrange(len(data) + 1)]


_KINDS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _damage_lines, _damage_lines, _damage_lines, _cells, _cells, _cells, _markup, _markup, _bytes, _encoding, _cut,
)  # fmt: skip
