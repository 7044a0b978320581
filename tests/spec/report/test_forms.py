"""Each form, on small reports and on real changes."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml, Skipped

from spec.diagnostics import CATALOGUE, Diagnostic, Severity
from spec.diff.changes import Change, Level
from spec.report.changes import report_changes
from spec.report.diagnostics import report_diagnostics
from spec.report.finding import Acceptance, Location, Report
from spec.report.forms import Form, format_report
from spec.report.places import DocumentPlaces
from spec.yaml import dump_yaml
from tests.spec.diff.document_changes import LIMIT, PETS, SCHEMAS, drop, put, together
from tests.spec.diff.documents import changes, mutated, rich_document
from tests.spec.report.reports import NOTE, WARNING, finding, report

GOLDEN = Path(__file__).parent / "golden"
NAMES = {
    Form.MARKDOWN: "changes.md",
    Form.GITHUB: "changes.github.txt",
    Form.SARIF: "changes.sarif",
    Form.JUNIT: "changes.junit.xml",
    Form.GITLAB: "changes.gitlab.json",
}
ACCEPTED = finding(acceptance=Acceptance("The vendor said so.", "2030-01-01"))
EXPIRED = finding(acceptance=Acceptance("For a while.", "2020-01-01", is_expired=True))


def changes_report() -> Report:
    old = rich_document()
    new = mutated(
        old,
        together(
            put(50, *LIMIT, "schema", "maximum"),
            put(["cat", "dog", "fish | <b> @all"], *SCHEMAS, "Pet", "properties", "kind", "enum"),
            put({"type": "string"}, *SCHEMAS, "NewPet", "properties", "chip"),
            put("Everything.", *PETS, "description"),
            drop("paths", "/health"),
        ),
    )
    places = DocumentPlaces("openapi.yaml", dump_yaml(new))

    def locate(change: Change) -> Location:
        on_page = change.id == "request-parameter-max-decreased"
        return Location("pages/the pets.md", 7, 9) if on_page else places.locate_change(change)

    return report_changes(changes(old, new), Level.RISKY, locate)


def json_of(shown: Report, form: Form) -> Any:
    return json.loads(format_report(shown, form))


def results(shown: Report) -> list[Any]:
    found: list[Any] = json_of(shown, Form.SARIF)["runs"][0]["results"]
    return found


@pytest.mark.parametrize("form", Form)
def test_real_changes_are_printed_as_before(form: Form) -> None:
    """`UPDATE_GOLDEN=1 pytest tests/spec/report` writes the files."""
    text = format_report(changes_report(), form) + "\n"
    path = GOLDEN / NAMES[form]
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", Form)
def test_no_form_knows_the_day_or_the_machine(form: Form) -> None:
    text = format_report(changes_report(), form)
    assert not re.search(r"\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d", text)
    assert str(Path.cwd()) not in text
    assert format_report(changes_report(), form) == text


@pytest.mark.parametrize("form", Form)
def test_findings_keep_their_order(form: Form) -> None:
    shown = report(*(finding(pointer=f"/{number}", message=f"number {number}.") for number in range(30)))
    numbers = re.findall(r"number (\d+)\.", format_report(shown, form))
    assert [int(number) for number in dict.fromkeys(numbers)] == list(range(30))


@pytest.mark.parametrize("form", Form)
def test_every_diagnostic_of_a_page_can_be_printed(form: Form) -> None:
    found = [Diagnostic(code, f"about {code}", "pages/a.txt", 3, 5, "listPets") for code in CATALOGUE]
    text = format_report(report_diagnostics(found, Severity.WARNING), form)
    assert all(code in text for code in CATALOGUE)


@given(message=st.text(), file=st.text(st.characters(codec="utf-8"), min_size=1), heading=st.text())
def test_no_text_breaks_a_form(message: str, file: str, heading: str) -> None:
    shown = report(finding(message=message, location=Location(file), heading=heading, operations=(message,)))
    (annotation,) = re.split("[\r\n]", format_report(shown, Form.GITHUB))
    assert re.match(r"::error file=[^,:]*,line=1,endLine=1,title=breaking%3A limit-lowered::", annotation)
    (result,) = results(shown)
    assert result["message"]["text"] == shown.findings[0].statement
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri.removeprefix("file://")) == file
    (issue,) = json_of(shown, Form.GITLAB)
    assert issue["location"]["path"] == file
    assert junit_of(shown).failures == 1
    assert len(format_report(shown, Form.MARKDOWN).split("\n")) == 11


# ---------------------------------------------------------------- GitHub


def test_an_annotation_names_level_lines_and_operation() -> None:
    assert format_report(report(finding()), Form.GITHUB) == (
        "::error file=pages/pets.md,line=7,endLine=9,title=breaking%3A limit-lowered"
        "::GET /pets (listPets): `limit`: maximum is 50, was 100"
    )


def test_an_annotation_is_one_line_whatever_it_holds() -> None:
    shown = finding(message="100%\r\n::stop: a, b", location=Location("pages/50%, a:b\n.md"), heading="")
    text = format_report(report(shown), Form.GITHUB)
    assert text == (
        "::error file=pages/50%25%2C a%3Ab%0A.md,line=1,endLine=1,title=breaking%3A limit-lowered"
        "::100%25%0D%0A::stop: a, b"
    )


def test_annotations_follow_the_severity_and_leave_out_what_is_accepted() -> None:
    shown = report(finding(), finding(level=WARNING), finding(level=NOTE), ACCEPTED, EXPIRED)
    lines = format_report(shown, Form.GITHUB).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice", "::error"]


# ---------------------------------------------------------------- SARIF


def test_results_name_their_rule_by_id_and_index() -> None:
    shown = report(finding(id="text-changed", level=NOTE), finding(), finding(id="value-added", level=WARNING))
    rules = json_of(shown, Form.SARIF)["runs"][0]["tool"]["driver"]["rules"]
    found = results(shown)
    assert [rules[result["ruleIndex"]]["id"] for result in found] == [result["ruleId"] for result in found]
    assert [result["level"] for result in found] == ["note", "error", "warning"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)


def test_results_may_be_at_a_level_other_than_that_of_their_rule() -> None:
    shown = report(finding(id="text-changed"))
    (rule,) = json_of(shown, Form.SARIF)["runs"][0]["tool"]["driver"]["rules"]
    assert (rule["defaultConfiguration"]["level"], results(shown)[0]["level"]) == ("note", "error")


@pytest.mark.parametrize(
    ("file", "artifact"),
    [
        ("pages/the pets #1.md", {"uri": "pages/the%20pets%20%231.md", "uriBaseId": "%SRCROOT%"}),
        ("страница.md", {"uri": "%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0.md", "uriBaseId": "%SRCROOT%"}),
        ("a:b.md", {"uri": "a%3Ab.md", "uriBaseId": "%SRCROOT%"}),
        ("/elsewhere/a.md", {"uri": "file:///elsewhere/a.md"}),
    ],
)
def test_files_are_uris_relative_wherever_they_can_be(file: str, artifact: dict[str, str]) -> None:
    (result,) = results(report(finding(location=Location(file))))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == artifact


def test_what_is_accepted_is_a_suppressed_result() -> None:
    accepted, expired, plain = results(report(ACCEPTED, EXPIRED, finding()))
    assert accepted["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "The vendor said so."}
    ]
    assert "suppressions" not in expired
    assert "suppressions" not in plain


def test_partial_fingerprints_depend_on_neither_message_nor_line() -> None:
    (one,) = results(report(finding()))
    (other,) = results(report(finding(message="else", location=Location("pages/pets.md", 70, 90))))
    assert one["partialFingerprints"] == other["partialFingerprints"]
    assert one["message"] != other["message"]


def test_no_finding_is_a_run_without_results() -> None:
    assert results(report()) == []


# ---------------------------------------------------------------- GitLab


def test_a_code_quality_issue_has_what_gitlab_asks_for() -> None:
    shown = report(finding())
    assert json_of(shown, Form.GITLAB) == [
        {
            "description": "GET /pets (listPets): `limit`: maximum is 50, was 100",
            "check_name": "limit-lowered",
            "fingerprint": shown.fingerprints[0],
            "severity": "critical",
            "location": {"path": "pages/pets.md", "lines": {"begin": 7, "end": 9}},
        }
    ]


def test_issues_have_fingerprints_of_their_own_and_a_severity_each() -> None:
    shown = report(finding(), finding(), finding(level=WARNING), finding(level=NOTE), ACCEPTED)
    issues = json_of(shown, Form.GITLAB)
    assert [issue["severity"] for issue in issues] == ["critical", "critical", "major", "info"]
    assert len({issue["fingerprint"] for issue in issues}) == 4


def test_no_finding_is_an_empty_array() -> None:
    assert json_of(report(), Form.GITLAB) == []


# ---------------------------------------------------------------- JUnit


def junit_of(shown: Report) -> JUnitXml:
    return JUnitXml.fromstring(format_report(shown, Form.JUNIT).encode())


def test_findings_that_fail_are_failures_and_accepted_ones_are_skipped() -> None:
    added = finding(id="value-added", level=WARNING, message="value added", pointer="/a")
    document = junit_of(report(finding(), ACCEPTED, EXPIRED, added))
    breaking, risky, texts = document
    kinds = [[type(result) for result in case.result] for case in breaking]
    assert kinds == [[Failure], [Skipped], [Failure]]
    (case,) = risky
    assert (case.name, case.classname, case.result) == ("value-added /a", "listPets", [])
    assert case.system_out == "pages/pets.md:7: GET /pets (listPets): value added"
    assert [case.name for case in texts] == ["no docs-only finding"]
    assert (document.tests, document.failures, document.skipped, document.errors) == (5, 2, 1, 0)


def test_a_report_without_findings_has_a_passing_test_for_each_level() -> None:
    document = junit_of(report())
    assert [suite.name for suite in document] == ["breaking", "risky", "docs-only"]
    assert (document.tests, document.failures) == (3, 0)


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    suite, *_ = junit_of(report(finding(message="bell \x07, null \x00, half \ud800, <&>\"'")))
    (case,) = suite
    (failure,) = case.result
    assert failure.message == "GET /pets (listPets): bell �, null �, half �, <&>\"'"


# ---------------------------------------------------------------- forms for people


@pytest.mark.parametrize("form", [Form.MARKDOWN, Form.GITHUB])
def test_forms_for_people_are_empty_without_findings(form: Form) -> None:
    assert format_report(report(), form) == ""
