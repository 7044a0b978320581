"""URLs and headers that carry a secret: what people read of them shows asterisks."""

from __future__ import annotations

import logging
import re
from urllib.parse import quote

import httpx2

from ._schemes import SCHEMES

_NAMES = {quote(item.parameter, safe="") for item in SCHEMES.values() if item.location == "query"}
_NAMES |= {"access_token", "client_secret", "refresh_token"}
_QUERY = re.compile(rf"([?&](?:{'|'.join(map(re.escape, sorted(_NAMES)))})=)[^&#]*")
_HEADERS = {item.parameter.lower() for item in SCHEMES.values() if item.location == "header"}
_HEADERS |= {"authorization", "cookie", "proxy-authorization"}
_USER = re.compile(r"(?<=//)[^/?#]*@")


def mask(url: str) -> str:
    """Return `url` without user, password and the secrets in its query."""
    return _QUERY.sub(r"\1***", _USER.sub("***@", url))


class MaskedURL(httpx2.URL):
    """A URL whose `repr` is masked, and its line in the log of httpx2 too; `str` is what is sent."""

    def __repr__(self) -> str:
        """Return the URL without its secrets."""
        return f"URL({self.masked()!r})"

    def masked(self) -> str:
        """Return the URL as text without its secrets."""
        return mask(str(self))


class MaskedHeaders(httpx2.Headers):
    """Headers whose `repr` shows no credential and no cookie."""

    def __repr__(self) -> str:
        """Return the headers without their secrets."""
        return f"Headers({[(name, '***' if name in _HEADERS else value) for name, value in self.multi_items()]!r})"


class HiddenQueryURL(MaskedURL):
    """A URL whose query is secret as a whole."""

    def masked(self) -> str:
        """Return the URL as text without its query."""
        url, mark, _ = mask(str(self)).partition("?")
        return url + "?***" if mark else url


class _MaskURLs(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(item.masked() if isinstance(item, MaskedURL) else item for item in record.args)
        return True


logging.getLogger("httpx2").addFilter(_MaskURLs())
