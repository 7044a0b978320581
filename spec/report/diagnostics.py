"""Diagnostics of pages as findings."""

from __future__ import annotations

from collections.abc import Sequence

from spec.diagnostics import CATALOGUE, Diagnostic, Severity
from spec.report.finding import Finding, FindingLevel, FindingRule, Location, Report

_LEVELS = {severity: FindingLevel(severity, severity) for severity in Severity}
DIAGNOSTIC_RULES = tuple(FindingRule(rule.code, _LEVELS[rule.severity], rule.meaning) for rule in CATALOGUE.values())


def report_diagnostics(diagnostics: Sequence[Diagnostic], threshold: Severity) -> Report:
    """The diagnostics as a report of `specwright lint`: worst first, in the order given within a severity."""
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    ordered = sorted(diagnostics, key=lambda diagnostic: ranks[diagnostic.severity])
    findings = tuple(map(_finding, ordered))
    return Report("lint", "Findings on the pages", tuple(_LEVELS.values()), DIAGNOSTIC_RULES, findings, threshold)


def _finding(diagnostic: Diagnostic) -> Finding:
    return Finding(
        id=diagnostic.code,
        level=_LEVELS[diagnostic.severity],
        message=diagnostic.message,
        location=Location(diagnostic.page, diagnostic.line, diagnostic.end_line),
        heading=diagnostic.operation,
        operations=(diagnostic.operation,) if diagnostic.operation else (),
        pointer=diagnostic.pointer,
        scope=diagnostic.page,
    )
