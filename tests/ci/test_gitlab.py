"""The jobs of GitLab, run for real: each as one script, with the variables that GitLab has."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.ci.steps import TEMPLATES, Runner
from tests.ci.test_check import PAGE, accept, change_contract, edit_page

JOBS = yaml.safe_load((TEMPLATES / "gitlab.yml").read_text(encoding="utf-8"))
SHARED = JOBS[".specwright"]
#: Condition of a rule → the value of the variable that makes it hold.
MERGE_REQUEST = '$CI_PIPELINE_SOURCE == "merge_request_event"'
DEFAULT_BRANCH = "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"


def run_job(runner: Runner, name: str, base: str = "") -> int:
    """All lines of a job, as one script, as GitLab's runner does; variables in variables are replaced first."""
    given = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    job = JOBS[f"specwright-{name}"]
    assert job["extends"] == ".specwright"
    own = {key: re.sub(r"\$(\w+)", lambda found: given[found[1]], value) for key, value in job["variables"].items()}
    return runner.run_script("\n".join(SHARED["script"]), "sh", "-e", env={**given, **own}).returncode


def quality(runner: Runner) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((runner.folder / "gl-code-quality-report.json").read_text())
    return found


def failures(runner: Runner) -> list[str]:
    tests = ElementTree.parse(runner.folder / "specwright.xml").iter("failure")
    return [test.get("message", "") + (test.text or "") for test in tests]


@pytest.mark.parametrize("name", ["lint", "check", "diff"])
def test_a_new_project_passes_with_empty_reports(runner: Runner, name: str) -> None:
    assert run_job(runner, name, runner.git("rev-parse", "HEAD")) == 0
    assert (quality(runner), failures(runner)) == ([], [])


def test_an_edited_page_is_shown_at_its_line_in_both_reports(runner: Runner) -> None:
    line = edit_page(runner)
    assert run_job(runner, "check") == 1
    assert line in [
        found["location"]["lines"]["begin"] for found in quality(runner) if found["location"]["path"] == PAGE
    ]
    assert any("per_page" in text for text in failures(runner))


def test_a_merge_request_that_breaks_clients_is_shown_in_both_reports(runner: Runner) -> None:
    base, line = change_contract(runner)
    assert run_job(runner, "check") == 0
    assert run_job(runner, "diff", base) == 1
    (found,) = quality(runner)
    assert (found["location"]["path"], found["location"]["lines"]["begin"]) == (PAGE, line)
    assert found["severity"] == "critical"
    assert len(failures(runner)) == 1


def test_a_breaking_change_that_was_accepted_passes(runner: Runner) -> None:
    base, _ = change_contract(runner)
    accept(runner, base)
    assert run_job(runner, "diff", base) == 0
    assert (quality(runner), failures(runner)) == ([], [])
    assert run_job(runner, "check") == 0


def test_a_page_that_contradicts_itself_is_shown_in_both_reports(runner: Runner) -> None:
    line = edit_page(runner, "GET /rooms/:room_id/lamps\n", "GET /rooms/../lamps\n")
    assert run_job(runner, "lint") == 1
    assert line in [found["location"]["lines"]["begin"] for found in quality(runner)]
    assert failures(runner)


def test_a_job_that_does_not_know_what_to_install_stops_and_says_so(runner: Runner) -> None:
    (line,) = (line for line in SHARED["before_script"] if "pip" in line)
    result = runner.run_script(line, "sh", "-e", env={"SPECWRIGHT": ""})
    assert result.returncode != 0
    assert "SPECWRIGHT: is empty; say in this file what pip installs" in result.stderr
    assert runner.calls("python") == []


@pytest.mark.parametrize(
    ("holding", "jobs"),
    [
        ({MERGE_REQUEST}, {"specwright-lint", "specwright-check", "specwright-diff"}),
        ({DEFAULT_BRANCH}, {"specwright-lint", "specwright-check"}),
        (set(), set()),
    ],
    ids=["merge request", "push to the default branch", "push to another branch"],
)
def test_a_commit_starts_one_pipeline(holding: set[str], jobs: set[str]) -> None:
    assert {name for name, job in JOBS.items() if not name.startswith(".") and _rules(job) & holding} == jobs


def _rules(job: Mapping[str, Any]) -> set[str]:
    rules = job.get("rules", SHARED["rules"])
    assert all(set(rule) == {"if"} for rule in rules)
    return {rule["if"] for rule in rules}
