"""The baseline: findings that somebody accepted, with a reason, and perhaps for a while only.

An entry names a finding by rule, operation and pointer, and by a hash of the values that it is about: another change
of the same property is another finding. The day is an argument: nothing here asks the clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from spec.report.finding import Acceptance, Finding, Report


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One accepted finding.

    `operation` is any operation that the finding reaches, and empty where it is about the document as a whole.
    `pointer` is that of the finding, or its JSON pointer, which earlier versions wrote. Without `document`, the entry
    is about every document; without `values`, it accepts whatever the values are. `expires` is the last day on which it
    accepts anything, as `2030-12-31`, or empty. `line` is where the entry stands in its file, 0 for a new one.
    """

    document: str
    operation: str
    pointer: str
    rule: str
    values: str = ""
    reason: str = field(default="", compare=False)
    expires: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    def matches(self, finding: Finding) -> bool:
        """Whether this is the finding that was accepted, expired or not."""
        return (
            self.rule == finding.id
            and self.pointer in _pointers(finding)
            and (self.operation in finding.operations or self.operation == finding.operation)
            and self.document in ("", finding.scope)
            and self.values in ("", finding.values)
        )

    def is_expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return bool(self.expires) and date.fromisoformat(self.expires) < today


def _pointers(finding: Finding) -> set[str]:
    return {finding.pointer, finding.json_pointer or finding.pointer}


def select_entries(report: Report, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that the report could have findings for; the others are about other documents, or other commands."""
    rules = {rule.id for rule in report.rules}
    scopes = {"", *report.scopes, *(finding.scope for finding in report.findings)}
    return tuple(entry for entry in entries if entry.rule in rules and entry.document in scopes)


def accept_findings(findings: Iterable[Finding], entries: Iterable[Entry], today: date) -> tuple[Finding, ...]:
    """The findings in their order, with what the baseline says about each."""
    index = _index(entries)
    return tuple(replace(finding, acceptance=_acceptance(_find(finding, index), today)) for finding in findings)


def find_stale(findings: Iterable[Finding], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that no finding matches any more, whether they are expired or not."""
    used = _find_used(findings, entries)
    return tuple(entry for entry in entries if entry not in used)


def find_expired(findings: Iterable[Finding], entries: Sequence[Entry], today: date) -> tuple[Entry, ...]:
    """The expired entries that a finding still matches."""
    used = _find_used(findings, entries)
    return tuple(entry for entry in entries if entry in used and entry.is_expired(today))


def remove_entries(entries: Iterable[Entry], removed: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries without those, in the order of the file."""
    return tuple(sorted(set(entries) - set(removed)))


def add_findings(
    entries: Sequence[Entry], findings: Sequence[Finding], acceptance: Acceptance, today: date
) -> tuple[Entry, ...]:
    """The entries with one for each finding, in the order of the file; what had expired for them is replaced."""
    kept = remove_entries(entries, find_expired(findings, entries, today))
    reason, expires = acceptance.reason, acceptance.expires
    added = (
        Entry(finding.scope, finding.operation, finding.pointer, finding.id, finding.values, reason, expires)
        for finding in findings
    )
    return tuple(sorted({*kept, *added}))


_Index: TypeAlias = dict[tuple[str, str], list[Entry]]


def _index(entries: Iterable[Entry]) -> _Index:
    index: _Index = {}
    for entry in entries:
        index.setdefault((entry.rule, entry.pointer), []).append(entry)
    return index


def _find(finding: Finding, index: _Index) -> list[Entry]:
    found = (entry for pointer in _pointers(finding) for entry in index.get((finding.id, pointer), ()))
    return sorted(entry for entry in found if entry.matches(finding))


def _find_used(findings: Iterable[Finding], entries: Iterable[Entry]) -> set[Entry]:
    index = _index(entries)
    return {entry for finding in findings for entry in _find(finding, index)}


def _acceptance(entries: Sequence[Entry], today: date) -> Acceptance | None:
    """By the entry that lasts longest."""
    if not entries:
        return None
    best = max(entries, key=lambda entry: entry.expires or date.max.isoformat())
    return Acceptance(best.reason, best.expires, best.is_expired(today))
