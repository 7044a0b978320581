"""Findings: what every command reports, whatever it looked at, and what every form prints.

A change of a contract, a diagnostic of a page, a difference between a server and its document: each becomes a
`Finding`. `spec.report.forms.format_report` prints them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spec.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class FindingLevel:
    """How bad a finding is: the word of the command, `breaking`, and what other programs call it."""

    name: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class FindingRule:
    """What all findings of one id have in common."""

    id: str
    level: FindingLevel
    explanation: str


@dataclass(frozen=True, slots=True)
class Location:
    """Lines of a file, 1-based and inclusive. `file` is a POSIX path, relative wherever it can be."""

    file: str
    line: int = 1
    end_line: int = 1


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Why a baseline accepts a finding, and until when: `expires` is a date, or empty for ever.

    After that day the finding counts again; then `is_expired` is true.
    """

    reason: str
    expires: str = ""
    is_expired: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    Attributes:
        id: The rule.
        level: How bad it is.
        message: For people; its wording may change. Names of the contract stand between backticks.
        location: Where to look.
        heading: What findings are grouped by, for people: `GET /pets (listPets)`, or a page.
        operations: The ids of the operations that it reaches.
        pointer: Where it is in the document, by names wherever a list has them, or, for a page, in the operation.
        json_pointer: The JSON pointer in the document, where that has positions instead.
        values: A hash of the values that it is about; empty where there are none.
        scope: What else tells it from findings with the same rule, operation and pointer, such as the page.
        acceptance: What the baseline says about it.
    """

    id: str
    level: FindingLevel
    message: str
    location: Location
    heading: str = ""
    operations: tuple[str, ...] = ()
    pointer: str = ""
    values: str = ""
    scope: str = ""
    acceptance: Acceptance | None = None
    json_pointer: str = ""

    @property
    def operation(self) -> str:
        """The first of the operations; empty where it is about none."""
        return self.operations[0] if self.operations else ""

    @property
    def statement(self) -> str:
        """The message with what it is about, where nothing around it says so."""
        return f"{self.heading}: {self.message}" if self.heading else self.message

    @property
    def is_accepted(self) -> bool:
        """Whether a baseline accepts it, today."""
        return self.acceptance is not None and not self.acceptance.is_expired

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes two findings the same: neither the message nor the line."""
        return (self.id, self.operation, self.pointer, self.values, self.scope)


@dataclass(frozen=True)
class Report:
    """What one run of one command found.

    Attributes:
        command: `diff`, `lint`, …
        title: The heading for people.
        levels: Every level, worst first.
        rules: At least the rules of the findings.
        findings: Worst first.
        threshold: The name of the level from which on findings fail.
        links: The URL below which people find the files; without it, links are relative.
        scopes: The scopes that were looked at beside those of the findings: something may have been found in none.
        advice: What puts the findings right, for people; empty where that depends.
    """

    command: str
    title: str
    levels: tuple[FindingLevel, ...]
    rules: tuple[FindingRule, ...]
    findings: tuple[Finding, ...]
    threshold: str
    links: str = ""
    scopes: tuple[str, ...] = ()
    advice: str = ""

    @cached_property
    def fingerprints(self) -> tuple[str, ...]:
        """A hash for each finding, different from all others, that neither message nor line has a part in."""
        return tuple(_fingerprints(self.findings))

    def fails(self, finding: Finding) -> bool:
        """Whether the finding is at or above the threshold, and not accepted."""
        names = [level.name for level in self.levels]
        return not finding.is_accepted and names.index(finding.level.name) <= names.index(self.threshold)

    @property
    def is_failure(self) -> bool:
        """Whether any finding fails."""
        return any(map(self.fails, self.findings))


def _fingerprints(findings: Sequence[Finding]) -> Iterator[str]:
    seen: Counter[tuple[str, ...]] = Counter()
    for finding in findings:
        seen[finding.identity] += 1
        parts = (*finding.identity, str(seen[finding.identity]))
        yield hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
