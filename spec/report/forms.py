"""A report in each form: the one entry for commands.

    report = Report("diff", "API changes", levels, rules, findings, threshold="breaking")
    text = format_report(report, Form.SARIF)

The text has no newline at its end. Nothing depends on the clock, on the machine or on the order of hashes. Forms
for people, `markdown` and `github`, are empty where nothing was found; the others are valid files even then.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from spec.report.finding import Report
from spec.report.github import format_github
from spec.report.gitlab import format_gitlab
from spec.report.junit import format_junit
from spec.report.markdown import format_markdown
from spec.report.sarif import format_sarif


class Form(StrEnum):
    """The forms beside the text and the JSON of each command."""

    MARKDOWN = "markdown"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"


_FORMATTERS: dict[Form, Callable[[Report], str]] = {
    Form.MARKDOWN: format_markdown,
    Form.GITHUB: format_github,
    Form.SARIF: format_sarif,
    Form.JUNIT: format_junit,
    Form.GITLAB: format_gitlab,
}


def format_report(report: Report, form: Form) -> str:
    """The report as text of this form."""
    return _FORMATTERS[form](report)
