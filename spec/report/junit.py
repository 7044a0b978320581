"""Findings as JUnit's XML, which every CI shows as tests: a suite for each level, a test for each finding."""

from __future__ import annotations

import re

from junitparser import Attr, Failure, JUnitXml, Skipped, TestCase, TestSuite

from spec.report.finding import Finding, FindingLevel, Report

# What no XML 1.0 file may hold, not even escaped (§2.2).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _FindingCase(TestCase):
    """A test with its place, as pytest and GitLab write it."""

    file = Attr()
    line = Attr()


def format_junit(report: Report) -> str:
    """XML: findings that fail are failures, accepted ones skipped, others pass with their message as output.

    A level without findings has one test that passes: a report without any test is an error to many readers.
    """
    document = JUnitXml(f"specwright {report.command}")
    for level in report.levels:
        document.append(_suite(report, level))
    document.update_statistics()
    text: bytes = document.tostring()
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + text.decode()


def _suite(report: Report, level: FindingLevel) -> TestSuite:
    suite = TestSuite(level.name)
    findings = [finding for finding in report.findings if finding.level.name == level.name]
    for finding in findings:
        suite.add_testcase(_case(report, finding))
    if not findings:
        suite.add_testcase(TestCase(f"no {level.name} finding", f"specwright.{report.command}"))
    return suite


def _case(report: Report, finding: Finding) -> _FindingCase:
    name = f"{finding.id} {finding.pointer}".strip()
    case = _FindingCase(_clean(name), _clean(finding.operation or finding.location.file))
    case.file = _clean(finding.location.file)
    case.line = str(finding.location.line)
    place = f"{finding.location.file}:{finding.location.line}"
    message = _clean(finding.statement)
    if report.fails(finding):
        failure = Failure(message, finding.id)
        failure.text = _clean(f"{place}: {message}")
        case.result = [failure]
    elif finding.is_accepted and finding.acceptance:
        case.result = [Skipped(_clean(f"accepted: {finding.acceptance.reason}"))]
    else:
        case.system_out = _clean(f"{place}: {message}")
    return case


def _clean(text: str) -> str:
    return _NOT_XML.sub("�", text)
