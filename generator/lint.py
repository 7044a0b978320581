"""Findings in the forms in which `specwright lint` prints them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from spec.diagnostics import CATALOGUE, Diagnostic, Severity

_RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def reaches(findings: Iterable[Diagnostic], threshold: Severity) -> bool:
    """Whether any finding is at or above the threshold."""
    return any(_RANK[finding.severity] >= _RANK[threshold] for finding in findings)


def format_text(findings: Iterable[Diagnostic]) -> Iterator[str]:
    """One line for each finding: `page:line: severity code: message (operation, pointer)`."""
    for finding in findings:
        place = ", ".join(part for part in (finding.operation, finding.pointer) if part)
        message = " ".join(finding.message.split())
        where = f" ({place})" if place else ""
        yield f"{finding.page}:{finding.line}: {finding.severity} {finding.code}: {message}{where}"


def format_json(findings: Iterable[Diagnostic]) -> str:
    """A JSON array in the published form."""
    return json.dumps([finding.as_dict() for finding in findings], ensure_ascii=False, indent=2)


def count_line(findings: Sequence[Diagnostic]) -> str:
    """`12 findings: 1 error, 8 warnings, 3 infos`."""
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    parts = ", ".join(count_noun(count, str(severity)) for severity, count in counts.items())
    return f"{count_noun(len(findings), 'finding')}: {parts}"


def catalogue_text() -> Iterator[str]:
    """One line for each code: code, severity, whom it is about, what it means."""
    width = max(map(len, CATALOGUE))
    for rule in CATALOGUE.values():
        yield f"{rule.code:{width}}  {rule.severity:7}  {rule.about:7}  {rule.meaning}"


def catalogue_json() -> str:
    """The codes as a JSON array of {code, severity, about, meaning}."""
    rules = [
        {"code": rule.code, "severity": str(rule.severity), "about": rule.about, "meaning": rule.meaning}
        for rule in CATALOGUE.values()
    ]
    return json.dumps(rules, ensure_ascii=False, indent=2)


def count_noun(count: int, noun: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
