"""Findings as Markdown, for job summaries and the bodies of pull requests."""

from __future__ import annotations

from spec.report.finding import Report


def format_markdown(report: Report) -> str:
    """The findings by level and heading."""
    lines = [
        f"- **{finding.level.name}** {finding.heading}: {finding.message} "
        f"({finding.location.file}:{finding.location.line})"
        for finding in report.findings
    ]
    return "\n".join([f"## {report.title}", "", *lines]) if lines else ""
