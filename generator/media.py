"""Media types: how a body of each is written and read."""

from __future__ import annotations

from collections.abc import Sequence

#: Texts that do not say so in their first half, by the end of their name.
_TEXTS = ("xml", "yaml", "javascript", "graphql", "x-ndjson", "jsonl", "json-seq", "csv", "sql", "jwt", "jose", "toml")


def bare_media_type(media_type: str) -> str:
    """Return a media type in lower case without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def body_encoding(media_type: str) -> str:
    """Return how bodies of a media type are written: `json`, `form`, `multipart` or `raw`."""
    kind = bare_media_type(media_type)
    if kind in ("application/json", "text/json", "*/*", "application/*") or kind.endswith("+json"):
        return "json"
    if kind == "application/x-www-form-urlencoded":
        return "form"
    return "multipart" if kind.startswith("multipart/") else "raw"


def is_text(media_type: str) -> bool:
    """Return whether a body of a media type that is no JSON is text; it is bytes otherwise."""
    kind = bare_media_type(media_type)
    return kind.startswith("text/") or kind.rpartition("/")[2].rpartition("+")[2] in _TEXTS


def sent_media_type(media_type: str) -> str:
    """Return what a request says of its body: a range such as `*/*` or `image/*` cannot be sent."""
    if "*" not in bare_media_type(media_type):
        return media_type
    encoding = body_encoding(media_type)
    return {"json": "application/json", "multipart": "multipart/form-data"}.get(encoding, "application/octet-stream")


def accept_header(preferred: Sequence[str], others: Sequence[str]) -> str:
    """Return the value of Accept: the media types that the client reads best first, then all that are documented."""
    wanted = list(dict.fromkeys(preferred))
    also = [f"{name}{';' if ';' not in name else '; '}q=0.5" for name in dict.fromkeys(others) if name not in wanted]
    return ", ".join([*wanted, *also]) or "*/*"
