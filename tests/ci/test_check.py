"""The steps that check pushes and pull requests, run for real: GitHub's workflow and action."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.ci.steps import REPOSITORY, TEMPLATES, Runner, load_steps

PAGE = "pages/example/lamps.md"
WORKFLOW = TEMPLATES / "github-check.yml"
LINT, CHECK, DIFF = (
    "Do the pages contradict themselves?",
    "Do pages, documents and packages agree?",
    "Does the pull request break clients?",
)
REQUIRED = ("| `per_page` | integer | No ", "| `per_page` | integer | Yes")


def edit_page(runner: Runner, old: str = REQUIRED[0], new: str = REQUIRED[1]) -> int:
    """Changes one cell; returns its line."""
    page = runner.folder / PAGE
    text = page.read_text()
    assert old in text
    page.write_text(text.replace(old, new, 1))
    return text[: text.index(old)].count("\n") + 1


def on_github(runner: Runner, base: str, _baseline: str = "") -> tuple[Runner, list[dict[str, Any]]]:
    """The workflow, for a pull request or, without a base, for a push."""
    event = "pull_request" if base else "push"
    given = {"github.event.pull_request.base.sha": base, "github.event_name": event}
    return Runner(runner.folder, runner.temporary, given), load_steps(WORKFLOW, "check")


def as_action(runner: Runner, base: str, baseline: str = "") -> tuple[Runner, list[dict[str, Any]]]:
    """The action, where the Python that it makes for itself is there already."""
    inside = runner.temporary / "specwright/bin"
    inside.mkdir(parents=True)
    (inside / "python").symlink_to(runner.temporary / "bin/python")
    given = {
        "github.action_path": "/the action",
        "inputs.config": "specwright.toml",
        "inputs.base": base,
        "inputs.fail-on": "breaking",
        "inputs.baseline": baseline,
    }
    return Runner(runner.folder, runner.temporary, given), load_steps(REPOSITORY / "action.yml")


def change_contract(runner: Runner) -> tuple[str, int]:
    """A commit that breaks clients; returns its parent and the line of the page."""
    base = runner.git("rev-parse", "HEAD")
    line = edit_page(runner)
    runner.specwright("build")
    runner.commit_all("Change")
    return base, line


def accept(runner: Runner, base: str) -> None:
    words = ("--baseline", "drift.yaml", "--baseline-update", "--reason", "Agreed: every caller sends it.")
    runner.specwright("diff", "--git", base, *words)
    runner.commit_all("Accept the change")


def test_a_new_project_passes(runner: Runner) -> None:
    ready, steps = on_github(runner, runner.git("rev-parse", "HEAD"))
    assert ready.run_job(steps) == {"Install specwright": 0, LINT: 0, CHECK: 0, DIFF: 0}
    assert ready.calls("python") == ["-m pip install specwright==0.0"]
    assert runner.git("status", "--porcelain") == ""


def test_a_push_is_compared_with_nothing(runner: Runner) -> None:
    ready, steps = on_github(runner, "")
    assert ready.run_job(steps) == {"Install specwright": 0, LINT: 0, CHECK: 0}


@pytest.mark.parametrize("name", ["github-check.yml", "github-refresh.yml"])
def test_ci_that_does_not_know_what_to_install_stops_and_says_so(runner: Runner, name: str) -> None:
    (step,) = (step for job in ("check", "refresh") if job in name for step in load_steps(TEMPLATES / name, job)[:1])
    result = runner.run({**step, "env": {"SPECWRIGHT": ""}})
    assert result.returncode != 0
    assert "SPECWRIGHT: is empty; say in this file what pip installs" in result.stderr
    assert runner.calls("python") == []


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
    base, line = change_contract(runner)
    ready, steps = prepare(runner, base)
    assert list(ready.run_job(steps).values()) == [0] * (len(steps) - 1) + [1]
    result = ready.run(steps[-1])
    assert f"::error file={PAGE},line={line}," in result.stdout
    assert "per_page" in ready.summary
    assert ready.summary.startswith("## API changes\n")


@pytest.mark.parametrize("prepare", [on_github, as_action])
def test_a_breaking_change_that_was_accepted_passes(runner: Runner, prepare: Any) -> None:
    base, _ = change_contract(runner)
    accept(runner, base)
    ready, steps = prepare(runner, base, "drift.yaml")
    assert set(ready.run_job(steps).values()) == {0}
    assert "Agreed: every caller sends it." in ready.summary


def test_a_baseline_of_the_action_that_is_not_there_is_an_error(runner: Runner) -> None:
    base, _ = change_contract(runner)
    ready, steps = as_action(runner, base, "drift.yaml")
    assert ready.run_job(steps)["Does the change break clients?"] == 3


def test_a_pull_request_that_breaks_nothing_passes(runner: Runner) -> None:
    base = runner.git("rev-parse", "HEAD")
    edit_page(runner, "The name of the lamp.", "What people call the lamp.")
    runner.specwright("build")
    runner.commit_all("Change")
    ready, steps = on_github(runner, base)
    assert set(ready.run_job(steps).values()) == {0}


@pytest.mark.parametrize("prepare", [on_github, as_action])
def test_what_fails_keeps_nothing_else_from_being_looked_at(runner: Runner, prepare: Any) -> None:
    base, _ = change_contract(runner)
    edit_page(runner, "| `watts`      | integer ", "| `watts`      | string ")
    edit_page(runner, "GET /rooms/:room_id/lamps\n", "GET /rooms/../lamps\n")
    ready, steps = prepare(runner, base)
    codes = list(ready.run_job(steps).values())
    assert len(codes) == len(steps)
    assert 0 not in codes[1:]


def test_nothing_is_looked_at_without_specwright(runner: Runner) -> None:
    ready, steps = on_github(runner, "HEAD")
    (ready.temporary / "bin/python").write_text("#!/bin/sh\nexit 1\n")
    assert ready.run_job(steps) == {"Install specwright": 1}


def test_a_page_that_contradicts_itself_badly_fails(runner: Runner) -> None:
    edit_page(runner, "GET /rooms/:room_id/lamps\n", "GET /rooms/../lamps\n")
    ready, steps = on_github(runner, "HEAD")
    result = ready.run(steps[1])
    assert result.returncode == 1
    assert "broken-path" in result.stdout


def test_the_action_installs_itself_where_the_next_steps_find_it(runner: Runner) -> None:
    ready, steps = as_action(runner, "")
    assert ready.run_job(steps)["Install specwright"] == 0
    assert ready.calls("python") == [
        f"-m venv {ready.temporary}/specwright",
        "-m pip install --quiet /the action",
    ]
    assert (ready.temporary / "path").read_text() == f"{ready.temporary}/specwright/bin\n"
