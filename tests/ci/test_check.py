"""The steps that check pushes and pull requests, run for real: GitHub's workflow and action, and GitLab's job."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.ci.steps import REPOSITORY, TEMPLATES, Runner, load_steps

PAGE = "pages/example/lamps.md"
WORKFLOW = TEMPLATES / "github-check.yml"
BASE = "github.event.pull_request.base.sha"
REQUIRED = ("| `per_page` | integer | No ", "| `per_page` | integer | Yes")


def edit_page(runner: Runner, old: str = REQUIRED[0], new: str = REQUIRED[1]) -> int:
    """Changes one cell; returns its line."""
    page = runner.folder / PAGE
    text = page.read_text()
    assert old in text
    page.write_text(text.replace(old, new, 1))
    return text[: text.index(old)].count("\n") + 1


def run_all(runner: Runner, steps: list[dict[str, Any]]) -> list[int]:
    return [runner.run(step).returncode for step in steps]


def on_github(runner: Runner, base: str) -> tuple[Runner, list[dict[str, Any]]]:
    ready = Runner(runner.folder, runner.temporary, {BASE: base})
    return ready, load_steps(WORKFLOW, "check")


def as_action(runner: Runner, base: str) -> tuple[Runner, list[dict[str, Any]]]:
    given = {"inputs.config": "specwright.toml", "inputs.base": base, "inputs.fail-on": "breaking"}
    steps = load_steps(REPOSITORY / "action.yml")
    return Runner(runner.folder, runner.temporary, given), [step for step in steps if "Install" not in step["name"]]


def test_a_new_project_passes(runner: Runner) -> None:
    ready, steps = on_github(runner, runner.git("rev-parse", "HEAD"))
    assert run_all(ready, steps) == [0, 0, 0, 0]
    assert ready.calls("python") == ["-m pip install specwright==0.0"]
    assert runner.git("status", "--porcelain") == ""


@pytest.mark.parametrize("prepare", [on_github, as_action])
def test_an_edited_page_is_an_annotation_at_its_line_and_a_summary(runner: Runner, prepare: Any) -> None:
    line = edit_page(runner)
    ready, steps = prepare(runner, "HEAD")
    step = next(step for step in steps if "agree" in step["name"])
    result = ready.run(step)
    assert result.returncode == 1
    assert re.search(rf"^::\w+ file={PAGE},line={line},", result.stdout, re.MULTILINE)
    assert f"https://code.example/me/lamps/blob/abc123/{PAGE}?plain=1#L{line}" in ready.summary


@pytest.mark.parametrize("prepare", [on_github, as_action])
def test_a_pull_request_that_breaks_clients_fails(runner: Runner, prepare: Any) -> None:
    base = runner.git("rev-parse", "HEAD")
    line = edit_page(runner)
    runner.specwright("build")
    runner.commit_all("Change")
    ready, steps = prepare(runner, base)
    assert run_all(ready, steps[:-1]) == [0] * (len(steps) - 1)
    result = ready.run(steps[-1])
    assert result.returncode == 1
    assert f"::error file={PAGE},line={line}," in result.stdout
    assert "per_page" in ready.summary


def test_a_pull_request_that_breaks_nothing_passes(runner: Runner) -> None:
    base = runner.git("rev-parse", "HEAD")
    edit_page(runner, "The name of the lamp.", "What people call the lamp.")
    runner.specwright("build")
    runner.commit_all("Change")
    ready, steps = on_github(runner, base)
    assert run_all(ready, steps) == [0, 0, 0, 0]


def test_a_page_that_contradicts_itself_badly_fails(runner: Runner) -> None:
    edit_page(runner, "GET /rooms/:room_id/lamps\n", "GET /rooms/../lamps\n")
    ready, steps = on_github(runner, "HEAD")
    result = ready.run(steps[1])
    assert result.returncode == 1
    assert "broken-path" in result.stdout


def test_the_action_installs_itself_where_the_next_steps_find_it(runner: Runner, tmp_path: Path) -> None:
    ready = Runner(runner.folder, runner.temporary, {"github.action_path": "/the action"})
    (step,) = [step for step in load_steps(REPOSITORY / "action.yml") if "Install" in step["name"]]
    inside = ready.temporary / "specwright/bin"
    inside.mkdir(parents=True)
    (inside / "python").symlink_to(ready.temporary / "bin/python")
    assert ready.run(step).returncode == 0
    assert ready.calls("python") == [
        f"-m venv {ready.temporary}/specwright",
        "-m pip install --quiet /the action",
    ]
    assert (ready.temporary / "path").read_text() == f"{inside}\n"


def run_gitlab(runner: Runner, base: str) -> int:
    """All lines of the job, as one script, as GitLab's runner does."""
    job = yaml.safe_load((TEMPLATES / "gitlab.yml").read_text())["specwright"]
    script = "\n".join(job["script"])
    return runner.run_script(script, "sh", "-e", env={"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}).returncode


def test_gitlab_passes_a_new_project_with_empty_reports(runner: Runner) -> None:
    assert run_gitlab(runner, "HEAD") == 0
    assert json.loads((runner.folder / "gl-code-quality-report.json").read_text()) == []
    ElementTree.parse(runner.folder / "specwright.xml")


def test_gitlab_gets_the_line_of_an_edited_page_in_both_reports(runner: Runner) -> None:
    line = edit_page(runner)
    assert run_gitlab(runner, "") == 1
    (found,) = [
        item
        for item in json.loads((runner.folder / "gl-code-quality-report.json").read_text())
        if item["location"]["path"] == PAGE
    ][:1]
    assert found["location"]["lines"]["begin"] == line
    assert "per_page" in (runner.folder / "specwright.xml").read_text()


def test_gitlab_fails_a_merge_request_that_breaks_clients(runner: Runner) -> None:
    base = runner.git("rev-parse", "HEAD")
    edit_page(runner)
    runner.specwright("build")
    runner.commit_all("Change")
    assert run_gitlab(runner, "") == 0
    assert run_gitlab(runner, base) == 1
