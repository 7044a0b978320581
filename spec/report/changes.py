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
_TITLES = {"diff": "API changes", "check": "Pages, documents and packages disagree"}
_BUILD = "`specwright build` brings documents and packages up to date."
#: Rule → what to know before a build puts its findings right.
_CAVEATS = {
    "generated-file-edited": "It replaces no generated file that was edited by hand: move these away first.",
    "document-edited": "It overwrites documents that were edited by hand: what is to last belongs into an overlay.",
}
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
        pointer=change.named_pointer or change.pointer,
        json_pointer=change.pointer,
        values=hash_values(change.old, change.new),
        scope=change.document,
    )


def report_changes(
    changes: Sequence[Change], threshold: Level, locate: Callable[[Change], Location], command: str = "diff"
) -> Report:
    """The changes as a report of `specwright diff` or `check`; `locate` gives the place of each."""
    findings = tuple(change_finding(change, locate(change)) for change in changes)
    advice = _advise(findings) if command == "check" else ""
    return Report(command, _TITLES[command], CHANGE_LEVELS, CHANGE_RULES, findings, threshold, advice=advice)


def _advise(findings: Sequence[Finding]) -> str:
    found = {finding.id for finding in findings}
    return " ".join([_BUILD, *(caveat for rule, caveat in _CAVEATS.items() if rule in found)])


def hash_values(old: JSON, new: JSON) -> str:
    """A short hash of two JSON values, whatever the order of their keys."""
    text = json.dumps([old, new], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
