"""Small reports to print."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from spec.diagnostics import Severity
from spec.report.finding import Finding, FindingLevel, FindingRule, Location, Report

ERROR = FindingLevel("breaking", Severity.ERROR)
WARNING = FindingLevel("risky", Severity.WARNING)
NOTE = FindingLevel("docs-only", Severity.INFO)
LEVELS = (ERROR, WARNING, NOTE)
RULES = (
    FindingRule("limit-lowered", ERROR, "The limit is lower."),
    FindingRule("value-added", WARNING, "A response may have a value that it never had."),
    FindingRule("text-changed", NOTE, "A text is worded otherwise."),
)
FINDING = Finding(
    id="limit-lowered",
    level=ERROR,
    message="`limit`: maximum is 50, was 100",
    location=Location("pages/pets.md", 7, 9),
    heading="GET /pets (listPets)",
    operations=("listPets",),
    pointer="/paths/~1pets/get",
    values="aaaa",
)


def finding(**fields: Any) -> Finding:
    return replace(FINDING, **fields)


def report(*findings: Finding, threshold: str = "breaking") -> Report:
    return Report("diff", "API changes", LEVELS, RULES, findings, threshold)
