"""A body as the text that is saved: UTF-8 without a byte order mark, lines that end in LF.

So a snapshot reads the same without the headers it came with, and its hash is that of the file, in a
repository, too, that changes line ends.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from scraper.fetching.findings import FetchError, Finding
from scraper.fetching.headers import parse_charset

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = "cp1252"
# What browsers take these names for (WHATWG Encoding, 4.2): servers announce the older, smaller set.
_ALIASES = {
    "iso-8859-1": _WESTERN,
    "iso8859-1": _WESTERN,
    "latin1": _WESTERN,
    "latin-1": _WESTERN,
    "windows-1252": _WESTERN,
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}
# Python calls these encodings of text, too; no page is written in them.
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body as saved, and the finding about its character set, if there is one."""

    data: bytes
    charset: str
    finding: Finding | None = None


def decode_body(data: bytes, content_type: str) -> Decoded:
    """Decodes a body by its byte order mark, the header's charset, what the page declares, or as UTF-8.

    Raises:
        FetchError: It is no text in any of these.
    """
    tried: list[str] = []
    for charset in _candidates(data, content_type):
        try:
            text = data.decode(charset)
        except UnicodeError:
            tried.append(charset)
            continue
        if _is_misnamed(data, charset):
            message = "announced as Western text, but the bytes are UTF-8; read as that"
            return Decoded(_normalise(data.decode()), "utf-8", Finding("charset-mismatch", message))
        message = f"announced as {tried[0]}, which it is not; read as {charset}" if tried else ""
        return Decoded(_normalise(text), charset, Finding("charset-mismatch", message) if tried else None)
    raise FetchError("not-text", f"the body is not text in {' or '.join(dict.fromkeys(tried))}")


def normalise_newlines(data: bytes) -> bytes:
    """Lines that end in LF, which is what the hash of a snapshot is taken over."""
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _normalise(text: str) -> bytes:
    if "\0" in text:
        raise FetchError("not-text", "the body is binary data")
    return normalise_newlines(text.removeprefix("\ufeff").encode())


def _candidates(data: bytes, content_type: str) -> Iterator[str]:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            yield charset
            return
    for name in (parse_charset(content_type), _declared(data)):
        if charset := _known(name):
            yield charset
    yield "utf-8"


def _known(name: str) -> str:
    """Python's name of a character set; empty for one that it does not have."""
    alias = _ALIASES.get(name, name)
    try:
        found = codecs.lookup(alias).name
        "a".encode(found)  # codecs such as rot13 have names, too, but do not turn text into bytes
    except (LookupError, ValueError):
        return ""
    return "" if found.replace("_", "-") in _NO_CHARSETS else found


def _declared(data: bytes) -> str:
    """What the page itself declares, which can be nothing that needs more than one byte for ASCII."""
    from bs4.dammit import EncodingDetector

    name = (EncodingDetector.find_declared_encoding(data[:4096], is_html=True) or "").lower()
    return "utf-8" if name.startswith(("utf-16", "utf-32", "ucs")) else name


def _is_misnamed(data: bytes, charset: str) -> bool:
    """Nearly any bytes are Western text; those outside of ASCII that are UTF-8, too, are nothing but UTF-8."""
    if charset != _WESTERN or data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
