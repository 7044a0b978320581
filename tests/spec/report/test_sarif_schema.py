"""SARIF reports against the JSON Schema of SARIF 2.1.0, which Microsoft's package for Jest has.

One of its patterns is a regular expression to Python only: jsonschema reads the schema, jsonschema-rs refuses it.
"""

from __future__ import annotations

import copy
import json
import os
from typing import Any

import jsonschema
import pytest

from spec.diagnostics import CATALOGUE, Diagnostic, Severity
from spec.report.diagnostics import report_diagnostics
from spec.report.finding import Acceptance, Location, Report
from spec.report.forms import Form, format_report
from tests.packages.npm import NpmUnavailableError, install_packages
from tests.spec.report.reports import NOTE, WARNING, finding, report
from tests.spec.report.test_forms import changes_report

PACKAGE = "@microsoft/jest-sarif"
FINDINGS = [
    finding(),
    finding(id="value-added", level=WARNING, operations=(), heading="", pointer=""),
    finding(id="text-changed", level=NOTE, location=Location("/elsewhere/a b.md")),
    finding(acceptance=Acceptance("Agreed.", "2030-01-01")),
]


@pytest.fixture(scope="module")
def schema() -> Any:
    try:
        folder = install_packages("sarif", {PACKAGE: "1.0.0-beta.0"})
    except NpmUnavailableError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"SARIF was not validated: {error}")
    return json.loads((folder / PACKAGE / "lib/schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "shown",
    [
        report(),
        report(*FINDINGS),
        changes_report(),
        report_diagnostics([Diagnostic(code, "text", "a.txt", 1, 2) for code in CATALOGUE], Severity.INFO),
    ],
    ids=["nothing", "findings", "changes", "diagnostics"],
)
def test_reports_are_valid(schema: Any, shown: Report) -> None:
    jsonschema.validate(json.loads(format_report(shown, Form.SARIF)), schema)


def test_the_schema_would_refuse_what_is_wrong(schema: Any) -> None:
    valid = json.loads(format_report(report(finding()), Form.SARIF))
    wrong = copy.deepcopy(valid)
    wrong["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError, match="'fatal' is not one of"):
        jsonschema.validate(wrong, schema)
