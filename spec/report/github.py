"""Findings as workflow commands of GitHub Actions, which shows them at their lines."""

from __future__ import annotations

from spec.diagnostics import Severity
from spec.report.finding import Finding, Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def format_github(report: Report) -> str:
    """One line for each finding that is not accepted: `::error file=…,line=…,endLine=…,title=…::message`."""
    return "\n".join(_annotate(finding) for finding in report.findings if not finding.is_accepted)


def _annotate(finding: Finding) -> str:
    location = finding.location
    properties = {
        "file": location.file,
        "line": str(location.line),
        "endLine": str(location.end_line),
        "title": f"{finding.level.name}: {finding.id}",
    }
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.level.severity]} {listed}::{_escape(finding.statement)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
