"""What is to be refreshed, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from scraper.fetching.findings import Finding


class Outcome(StrEnum):
    """What became of one page; `SKIPPED` was done before the run was interrupted."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Target:
    """A page to refresh: its name, its file, its URL."""

    page: str
    path: Path
    url: str


@dataclass(frozen=True, slots=True)
class Collection:
    """The pages of one API that have URLs, and where their store is.

    `pages` names all pages of the API; `hosts` are further hosts that redirects may lead to; `headers`
    may be secret.
    """

    api: str
    dialect: str
    pages: tuple[str, ...]
    targets: tuple[Target, ...]
    metadata: Path
    state: Path
    hosts: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one page, and why."""

    api: str
    target: Target
    outcome: Outcome
    findings: tuple[Finding, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The published form: api, page, url, outcome, findings as {code, severity, message}."""
        return {
            "api": self.api,
            "page": self.target.page,
            "url": self.target.url,
            "outcome": str(self.outcome),
            "findings": [
                {"code": finding.code, "severity": str(finding.severity), "message": finding.message}
                for finding in self.findings
            ],
        }
