"""Findings as SARIF 2.1.0 (OASIS Standard, 2020), for code scanning and editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from spec.diagnostics import Severity
from spec.model import JSON
from spec.report.finding import Finding, FindingRule, Location, Report

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "specwright/v1"
_ROOT = "%SRCROOT%"


def format_sarif(report: Report) -> str:
    """One run; the tool has the rules that the results name. What a baseline accepts is a suppressed result."""
    used = {finding.id for finding in report.findings}
    rules = [rule for rule in report.rules if rule.id in used]
    indexes = {rule.id: index for index, rule in enumerate(rules)}
    results: list[JSON] = [
        _result(finding, indexes[finding.id], fingerprint)
        for finding, fingerprint in zip(report.findings, report.fingerprints, strict=True)
    ]
    run: JSON = {
        "tool": {"driver": {"name": "specwright", "rules": _rules(rules)}},
        "automationDetails": {"id": f"specwright/{report.command}/"},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rules(rules: Sequence[FindingRule]) -> list[JSON]:
    return [
        {
            "id": rule.id,
            "shortDescription": {"text": rule.explanation},
            "fullDescription": {"text": rule.explanation},
            "help": {"text": f"{rule.explanation} Level: {rule.level.name}."},
            "defaultConfiguration": {"level": _LEVELS[rule.level.severity]},
            "properties": {"level": rule.level.name},
        }
        for rule in rules
    ]


def _result(finding: Finding, index: int, fingerprint: str) -> dict[str, JSON]:
    location: dict[str, JSON] = {"physicalLocation": _physical(finding.location)}
    if finding.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.pointer}]
    result: dict[str, JSON] = {
        "ruleId": finding.id,
        "ruleIndex": index,
        "level": _LEVELS[finding.level.severity],
        "message": {"text": finding.statement},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        "properties": {"level": finding.level.name, "operations": list(finding.operations)},
    }
    if finding.is_accepted and finding.acceptance:
        justification = finding.acceptance.reason
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
    return result


def _physical(location: Location) -> JSON:
    return {
        "artifactLocation": _artifact(location.file),
        "region": {"startLine": location.line, "endLine": location.end_line},
    }


def _artifact(file: str) -> JSON:
    """A relative path is one below the folder of the sources; only a file elsewhere has a whole URI."""
    if file.startswith("/"):
        return {"uri": f"file://{quote(file)}"}
    return {"uri": quote(file), "uriBaseId": _ROOT}
