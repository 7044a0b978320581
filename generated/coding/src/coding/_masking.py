"""URLs that carry a secret: what people read of them shows asterisks."""

from __future__ import annotations

import logging
import re
from urllib.parse import quote

import httpx2

from ._schemes import SCHEMES

_NAMES = [quote(item.parameter, safe="") for item in SCHEMES.values() if item.location == "query"]
_QUERY = re.compile(rf"([?&](?:{'|'.join(map(re.escape, _NAMES))})=)[^&#]*") if _NAMES else None
_USER = re.compile(r"(?<=//)[^/?#]*@")


def mask(url: str) -> str:
    """Return `url` without user, password and the token in its query."""
    url = _USER.sub("***@", url)
    return _QUERY.sub(r"\1***", url) if _QUERY else url


class MaskedURL(httpx2.URL):
    """A URL whose `repr` is masked, and its line in the log of httpx2 too; `str` is what is sent."""

    def __repr__(self) -> str:
        """Return the URL without its secrets."""
        return f"URL({mask(str(self))!r})"


class _MaskURLs(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(mask(str(item)) if isinstance(item, MaskedURL) else item for item in record.args)
        return True


logging.getLogger("httpx2").addFilter(_MaskURLs())
