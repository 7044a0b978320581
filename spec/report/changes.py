"""Changes of a contract as findings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence

from spec.diagnostics import Severity
from spec.diff.changes import Change, Level
from spec.diff.rules import CATALOGUE
from spec.diff.text import describe_place
from spec.model import JSON
from spec.report.finding import Finding, FindingLevel, FindingRule, Location, Report

_SEVERITIES = {
    Level.BREAKING: Severity.ERROR,
    Level.RISKY: Severity.WARNING,
    Level.COMPATIBLE: Severity.INFO,
    Level.DOCS_ONLY: Severity.INFO,
}
CHANGE_LEVELS = tuple(FindingLevel(level, severity) for level, severity in _SEVERITIES.items())
_LEVELS = {Level(level.name): level for level in CHANGE_LEVELS}
CHANGE_RULES = tuple(FindingRule(rule.id, _LEVELS[rule.level], rule.explanation) for rule in CATALOGUE.values())


def change_finding(change: Change, location: Location) -> Finding:
    """The finding, at the place where people look for it."""
    return Finding(
        id=change.id,
        level=_LEVELS[change.level],
        message=change.message,
        location=location,
        heading=describe_place(change.document, change.operations),
        operations=tuple(name.id for name in change.operations),
        pointer=change.pointer,
        values=hash_values(change.old, change.new),
        scope=change.document,
    )


def report_changes(
    changes: Sequence[Change], threshold: Level, locate: Callable[[Change], Location], command: str = "diff"
) -> Report:
    """The changes as a report of `specwright diff`; `locate` gives the place of each."""
    findings = tuple(change_finding(change, locate(change)) for change in changes)
    return Report(command, "API changes", CHANGE_LEVELS, CHANGE_RULES, findings, threshold)


def hash_values(old: JSON, new: JSON) -> str:
    """A short hash of two JSON values, whatever the order of their keys."""
    text = json.dumps([old, new], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
