"""Bodies as they come: decompressed piece by piece, and never larger in memory than allowed."""

from __future__ import annotations

import zlib

from scraper.fetching.findings import FetchError

ACCEPTED = "gzip, deflate"
_GZIP, _ZLIB, _RAW = 31, 15, -15
_GZIP_NAMES = frozenset({"gzip", "x-gzip"})
_PLAIN_NAMES = frozenset({"", "identity"})


class Body:
    """Collects a body up to `limit` bytes, counted after decompression.

    A library would decompress each piece as a whole, a thousand times its size, before anybody could count.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        """Starts an empty body.

        Raises:
            FetchError: Its `Content-Encoding` is none that was asked for.
        """
        self._name = encoding.strip().lower()
        if self._name not in {*_PLAIN_NAMES, *_GZIP_NAMES, "deflate"}:
            raise FetchError("not-text", f"the body is encoded as {self._name[:40]!r}; expected {ACCEPTED} or nothing")
        self._limit = limit
        self._inflater: zlib._Decompress | None = None
        self._held = b""
        self._is_padding = False
        self._parts: list[bytes] = []
        self._size = 0

    def feed(self, data: bytes) -> None:
        """Takes the next piece.

        Raises:
            FetchError: The body has become too large, or cannot be decompressed.
        """
        if self._name in _PLAIN_NAMES:
            self._add(data)
            return
        if self._inflater is None:
            self._held += data
            if len(self._held) < 2:
                return
            data, self._held = self._held, b""
            self._inflater = zlib.decompressobj(self._window(data))
        while data and not self._is_padding:
            try:
                self._add(self._inflater.decompress(data, self._limit - self._size + 1))
            except zlib.error as error:
                raise FetchError("broken-answer", f"the body cannot be decompressed: {error}") from error
            data = self._rest()

    def finish(self) -> bytes:
        """The whole body.

        Raises:
            FetchError: Its compressed form ends too early.
        """
        if self._held or (self._inflater is not None and not self._inflater.eof):
            raise FetchError("broken-answer", "the body was cut off")
        return b"".join(self._parts)

    def _window(self, head: bytes) -> int:
        if self._name in _GZIP_NAMES:
            return _GZIP
        # "deflate" means zlib's format (RFC 9110, 8.4.1.2; RFC 1950, 2.2); some servers send the bare stream.
        return _ZLIB if head[0] & 15 == 8 and int.from_bytes(head[:2]) % 31 == 0 else _RAW

    def _rest(self) -> bytes:
        """What is still to be decompressed: gzip may consist of several members."""
        assert self._inflater is not None
        if not self._inflater.eof:
            return self._inflater.unconsumed_tail
        data = self._inflater.unused_data
        if not data:
            return b""
        if self._name not in _GZIP_NAMES or not data.startswith(b"\x1f"):
            self._is_padding = True  # gzip's own tools accept it after the last member
            return b""
        self._inflater = zlib.decompressobj(_GZIP)
        return data

    def _add(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._limit:
            raise FetchError("too-large", f"the page has more than {self._limit:,} bytes")
        if data:
            self._parts.append(data)
