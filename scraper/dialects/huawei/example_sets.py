"""The examples of one operation: what its requests send, and how they are answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from scraper.dialects.huawei.requests import RequestLine
from spec.model import Example, Source


@dataclass(frozen=True, slots=True)
class RequestExample:
    """One example request; `name` ties its body to the values that its URL shows.

    `markup` is a body that is no JSON, as it is printed.
    """

    name: str
    source: Source
    line: RequestLine | None = None
    headers: tuple[tuple[str, str, Source], ...] = ()
    body: Example | None = None
    markup: Example | None = None
    summary: str = ""

    @property
    def has_body(self) -> bool:
        """Whether the request shows a body."""
        return self.body is not None or self.markup is not None


@dataclass(frozen=True, slots=True)
class Variant:
    """What tells the requests of one operation from those of others with its path.

    Attributes:
        needed: Names that the query has.
        foreign: Names that it has in requests of the others.
    """

    needed: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()

    def is_shown_by(self, line: RequestLine) -> bool:
        """Whether a request line is one of this operation, as far as its query says."""
        names = set(line.query_names)
        return self.needed <= names and not self.foreign & names


@dataclass(slots=True)
class Examples:
    """All examples of one operation; `markup` holds the responses that are XML, `binary` the statuses of bytes."""

    requests: list[RequestExample] = field(default_factory=list)
    responses: dict[str, list[Example]] = field(default_factory=dict)
    markup: dict[str, list[Example]] = field(default_factory=dict)
    summaries: dict[str, str] = field(default_factory=dict)
    binary: set[str] = field(default_factory=set)
