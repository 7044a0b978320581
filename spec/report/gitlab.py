"""Findings as GitLab's code quality report, which merge requests show."""

from __future__ import annotations

import json

from spec.diagnostics import Severity
from spec.model import JSON
from spec.report.finding import Finding, Report

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def format_gitlab(report: Report) -> str:
    """A JSON array of the findings that are not accepted; the format has no word for those that are."""
    pairs = zip(report.findings, report.fingerprints, strict=True)
    issues = [_issue(finding, fingerprint) for finding, fingerprint in pairs if not finding.is_accepted]
    return json.dumps(issues, ensure_ascii=False, indent=2)


def _issue(finding: Finding, fingerprint: str) -> JSON:
    location = finding.location
    return {
        "description": finding.statement,
        "check_name": finding.id,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.level.severity],
        "location": {"path": location.file, "lines": {"begin": location.line, "end": location.end_line}},
    }
