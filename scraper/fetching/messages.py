"""What is asked for, how, and what is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version

from scraper.fetching.addresses import Hosts
from scraper.fetching.robots import PRODUCT
from scraper.page import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Policy:
    """How hosts are asked; `interval` and `timeout` are seconds."""

    contact: str = ""
    interval: float = 1.0
    timeout: float = 60.0
    max_bytes: int = MAX_BYTES

    @property
    def user_agent(self) -> str:
        """What the program calls itself."""
        name = f"{PRODUCT}/{version('specwright')}"
        return f"{name} (+{self.contact})" if self.contact else name


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer said about itself; it holds for the URL that gave the answer alone."""

    url: str
    etag: str
    last_modified: str

    def as_headers(self) -> dict[str, str]:
        """The headers that ask for news only."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value}


@dataclass(frozen=True, slots=True)
class Request:
    """A page to ask for. `headers` may be secret: they go to the origin of `url` and nowhere else."""

    url: str
    hosts: Hosts
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    validators: Validators | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A page (status 200 or 203), or that it is as before (304); `moved_to` is its URL from now on, if it has one."""

    status: int
    final_url: str
    moved_to: str
    content_type: str
    etag: str
    last_modified: str
    body: bytes = field(repr=False)
