"""Findings of the live check as a report: text, JSON, and what every other form is made of."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.live.findings import Finding
from generator.live.rules import LIVE_RULES, NO_RESULT, NOTE, LiveRule
from spec.diagnostics import Severity
from spec.report.finding import Finding as ReportFinding
from spec.report.finding import FindingLevel, FindingRule, Location, Report

#: What never fails: nothing was compared.
_NOTE = FindingLevel(NOTE, Severity.INFO)
_LEVELS = {severity: FindingLevel(severity, severity) for severity in Severity}


def level_of(rule: LiveRule) -> FindingLevel:
    """The level of a rule: its severity, or a note."""
    return _NOTE if rule.level == NOTE else _LEVELS[rule.severity]


LIVE_REPORT_RULES = tuple(FindingRule(rule.code, level_of(rule), rule.meaning) for rule in LIVE_RULES.values())


def report_live(findings: Sequence[Finding], threshold: Severity, document: str) -> Report:
    """The findings as a report of `specwright check --live`, worst first; those without a page are in the document."""
    levels = (*_LEVELS.values(), _NOTE)
    found = sorted((_convert(item, document) for item in findings), key=lambda item: levels.index(item.level))
    return Report(
        "check", "Differences of the server", levels, LIVE_REPORT_RULES, tuple(found), threshold, scopes=(document,)
    )


def compared_operations(called: Iterable[str], findings: Iterable[Finding]) -> set[str]:
    """Of the operations that were called, those with a result that was compared."""
    return set(called) - {item.operation for item in findings if item.code in NO_RESULT}


def format_text(report: Report) -> Iterator[str]:
    """One line for each finding that is not accepted: place, level, rule, message, operation."""
    for item in report.findings:
        if not item.is_accepted:
            place = f"{item.location.file}:{item.location.line}"
            yield f"{place}: {item.level.name} {item.id}: {item.message} ({item.operation})"


def format_json(findings: Sequence[Finding]) -> str:
    """A JSON array of {code, severity, message, page, line, end_line, operation, pointer}."""
    return json.dumps([item.as_dict() for item in findings], ensure_ascii=False, indent=2)


def rules_json() -> str:
    """The rules as a JSON array of {code, level, meaning}."""
    rows = [{"code": rule.code, "level": rule.level, "meaning": rule.meaning} for rule in LIVE_RULES.values()]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def rules_text() -> Iterator[str]:
    """One line for each rule: code, level, meaning."""
    width = max(map(len, LIVE_RULES))
    for rule in LIVE_RULES.values():
        yield f"{rule.code:{width}}  {rule.level:7}  {rule.meaning}"


def count_line(report: Report, compared: int) -> str:
    """How many operations were compared, and how many findings there are at each level."""
    counts = Counter(item.level.name for item in report.findings if not item.is_accepted)
    levels = ", ".join(f"{counts[level.name]} {level.name}s" for level in report.levels)
    return f"{compared} operation{'' if compared == 1 else 's'} compared: {levels.replace('infos', 'info')}"


def _convert(finding: Finding, document: str) -> ReportFinding:
    return ReportFinding(
        id=finding.code,
        level=level_of(LIVE_RULES[finding.code]),
        message=finding.message,
        location=Location(finding.page, finding.line, finding.end_line) if finding.page else Location(document),
        heading=finding.operation,
        operations=(finding.operation,),
        pointer=finding.pointer,
        scope=document,
    )
