"""What is sent and what comes back, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Request:
    """A complete request; its credentials are in no `repr`.

    Attributes:
        content: The body: bytes as they are, or the parts of a multipart body as (name, text, media type).
    """

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    content: bytes | tuple[tuple[str, str, str], ...] = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete response; names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def media_type(self) -> str:
        """The Content-Type as sent, empty for none."""
        return self.headers.get("content-type", "")
