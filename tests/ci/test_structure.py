"""What every file for CI has in common: pinned, with few permissions, and closed to injection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.steps import REPOSITORY, TEMPLATES

WORKFLOWS = [TEMPLATES / "github-check.yml", TEMPLATES / "github-refresh.yml"]
GITHUB = [*WORKFLOWS, REPOSITORY / "action.yml"]
ACTIONS = {"actions/checkout", "actions/setup-python"}


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(path: Path) -> Iterator[dict[str, Any]]:
    values = load(path)
    for part in [*values.get("jobs", {}).values(), *([values["runs"]] if "runs" in values else [])]:
        yield from part["steps"]


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_no_expression_is_part_of_a_script(path: Path) -> None:
    scripts = [step["run"] for step in steps(path) if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_actions_are_pinned_and_known(path: Path) -> None:
    used = re.findall(r"uses: (\S+)@(\S+)( # v\d+\.\d+\.\d+)?", path.read_text(encoding="utf-8"))
    assert used
    assert {name for name, _, _ in used} <= ACTIONS
    assert all(re.fullmatch(r"[0-9a-f]{40}", commit) and version for _, commit, version in used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_may_only_read_unless_a_job_says_otherwise(path: Path) -> None:
    values = load(path)
    assert values["permissions"] == {"contents": "read"}
    wanted = {"contents": "write", "pull-requests": "write"} if path.name == "github-refresh.yml" else None
    assert [job.get("permissions") for job in values["jobs"].values()] == [wanted]
    assert all(job["timeout-minutes"] for job in values["jobs"].values())
    # YAML 1.1 reads the key `on` as true.
    assert "pull_request_target" not in values[True]


def test_the_check_leaves_no_credentials_in_the_checkout() -> None:
    checkout = next(step for step in steps(TEMPLATES / "github-check.yml") if "checkout" in step.get("uses", ""))
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_every_script_names_its_shell(path: Path) -> None:
    assert {step["shell"] for step in steps(path) if "run" in step} == {"bash"}


def test_the_action_is_composite_and_every_input_is_described() -> None:
    action = load(REPOSITORY / "action.yml")
    assert action["runs"]["using"] == "composite"
    assert all(value["description"] and "default" in value for value in action["inputs"].values())
    used = re.findall(r"inputs\.([a-z-]+)", (REPOSITORY / "action.yml").read_text(encoding="utf-8"))
    assert set(used) == set(action["inputs"])


def test_a_pull_request_is_not_checked_as_a_push_once_more() -> None:
    events = load(TEMPLATES / "github-check.yml")[True]
    assert events == {"push": {"branches": ["main", "master"]}, "pull_request": None}


def test_the_gitlab_jobs_have_a_pinned_image_and_reports() -> None:
    job = load(TEMPLATES / "gitlab.yml")[".specwright"]
    assert re.fullmatch(r"python:3\.\d+-slim-\w+", job["image"])
    assert job["artifacts"] == {
        "when": "always",
        "reports": {"codequality": "gl-code-quality-report.json", "junit": "specwright.xml"},
    }
