"""Bodies as they come: decompressed piece by piece, and never larger in memory than allowed."""

from __future__ import annotations

import zlib

from scraper.fetching.findings import FetchError

ACCEPTED = "gzip, deflate"
_GZIP, _ZLIB, _RAW = 31, 15, -15
_WINDOWS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}


class Body:
    """Collects a body up to `limit` bytes, counted after decompression.

    A library would decompress each piece as a whole, a thousand times its size, before anybody could count.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        """Starts an empty body.

        Raises:
            FetchError: Its `Content-Encoding` is none that was asked for.
        """
        name = encoding.strip().lower()
        if name not in ("", "identity", *_WINDOWS):
            raise FetchError("not-text", f"the body is encoded as {name[:40]!r}; expected {ACCEPTED} or nothing")
        self._limit = limit
        self._window = _WINDOWS.get(name)
        self._inflater = zlib.decompressobj(self._window) if self._window else None
        self._parts: list[bytes] = []
        self._size = self._fed = 0

    def feed(self, data: bytes) -> None:
        """Takes the next piece.

        Raises:
            FetchError: The body has become too large, or cannot be decompressed.
        """
        self._fed += len(data)
        if self._inflater is None:
            self._add(data)
            return
        while data:
            try:
                self._add(self._inflater.decompress(data, self._limit - self._size + 1))
            except zlib.error as error:
                if self._window != _ZLIB or self._size or self._fed != len(data):
                    raise FetchError("broken-answer", f"the body cannot be decompressed: {error}") from error
                # "deflate" means zlib's format (RFC 9110, 8.4.1.2); some servers send the bare stream.
                self._window = _RAW
                self._inflater = zlib.decompressobj(_RAW)
                continue
            data = self._rest()

    def finish(self) -> bytes:
        """The whole body.

        Raises:
            FetchError: Its compressed form ends too early.
        """
        if self._inflater is not None and self._fed and not self._inflater.eof:
            raise FetchError("broken-answer", "the body was cut off")
        return b"".join(self._parts)

    def _rest(self) -> bytes:
        """What is still to be decompressed: gzip may consist of several members."""
        assert self._inflater is not None
        if self._inflater.eof and self._inflater.unused_data and self._window == _GZIP:
            data = self._inflater.unused_data
            if not data.startswith(b"\x1f\x8b"):
                return b""  # padding after the last member, as gzip's own tools accept it
            self._inflater = zlib.decompressobj(_GZIP)
            return data
        return self._inflater.unconsumed_tail

    def _add(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._limit:
            raise FetchError("too-large", f"the page has more than {self._limit:,} bytes")
        if data:
            self._parts.append(data)
