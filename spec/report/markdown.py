"""Findings as Markdown, for job summaries and the bodies of pull requests."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spec.diagnostics import Severity
from spec.report.finding import Acceptance, Finding, FindingLevel, Report
from spec.report.markdown_text import escape_markdown, link_lines

# GitHub refuses the body of a pull request above 65,536 characters.
_LONGEST = 60_000
_COLUMNS = ("what", "rule", "where")


def format_markdown(report: Report) -> str:
    """A table for each level and heading; what needs no action is folded. What would be too long is counted.

    Findings are left out from the end, so that the worst stay.
    """
    findings = [
        *(finding for finding in report.findings if not finding.is_accepted),
        *(finding for finding in report.findings if finding.is_accepted),
    ]
    text = _render(report, findings, len(findings))
    if len(text) <= _LONGEST:
        return text
    fitting = bisect_right(range(len(findings)), _LONGEST, key=lambda shown: len(_render(report, findings, shown)))
    return _render(report, findings, fitting - 1)


def _render(report: Report, findings: Sequence[Finding], shown: int) -> str:
    return "\n".join(_lines(report, findings, shown)) if findings else ""


def _lines(report: Report, findings: Sequence[Finding], shown: int) -> Iterator[str]:
    yield f"## {escape_markdown(report.title)}"
    yield ""
    yield _count(report, findings)
    if report.advice and not all(finding.is_accepted for finding in findings):
        yield ""
        yield report.advice
    for level in report.levels:
        group = [finding for finding in findings[:shown] if finding.level == level and not finding.is_accepted]
        if group:
            yield from _level(report, level, group)
    accepted = [finding for finding in findings[:shown] if finding.is_accepted]
    if accepted:
        yield from _fold(f"Accepted ({len(accepted)})", _table(report, accepted))
    if shown < len(findings):
        yield ""
        yield f"{len(findings) - shown} more would not fit here."


def _count(report: Report, findings: Sequence[Finding]) -> str:
    counted = [finding.level for finding in findings if not finding.is_accepted]
    parts = [f"{counted.count(level)} {level.name}" for level in report.levels if level in counted]
    accepted = len(findings) - len(counted)
    return ", ".join([*parts, f"{accepted} accepted"] if accepted else parts)


def _level(report: Report, level: FindingLevel, findings: Sequence[Finding]) -> Iterator[str]:
    heading = level.name.capitalize()
    if level.severity is Severity.INFO:
        yield from _fold(f"{heading} ({len(findings)})", _groups(report, findings))
    else:
        yield ""
        yield f"### {heading}"
        yield from _groups(report, findings)


def _fold(summary: str, lines: Iterator[str]) -> Iterator[str]:
    yield ""
    yield f"<details><summary>{summary}</summary>"
    yield from lines
    yield ""
    yield "</details>"


def _groups(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.heading or finding.location.file, []).append(finding)
    for heading, group in groups.items():
        yield ""
        yield f"#### {escape_markdown(heading)}"
        yield from _table(report, group)


def _table(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    has_reasons = any(finding.acceptance for finding in findings)
    columns = (*_COLUMNS, "accepted") if has_reasons else _COLUMNS
    yield ""
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for finding in findings:
        location = finding.location
        message = finding.statement if finding.is_accepted else finding.message
        cells = [escape_markdown(message), f"`{finding.id}`", link_lines(location.file, location.line, report.links)]
        reason = [_describe(finding.acceptance)] if has_reasons else []
        yield f"| {' | '.join([*cells, *reason])} |"


def _describe(acceptance: Acceptance | None) -> str:
    if acceptance is None:
        return ""
    until = f", until {acceptance.expires}" if acceptance.expires else ""
    expired = " (expired)" if acceptance.is_expired else ""
    return f"{escape_markdown(acceptance.reason)}{until}{expired}"
