"""The hooks of pre-commit, run by pre-commit itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.ci.steps import REPOSITORY, Runner
from tests.ci.test_check import PAGE, edit_page

pytest.importorskip("pre_commit")
HOOKS = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def pre_commit(runner: Runner, *words: str) -> subprocess.CompletedProcess[str]:
    path = f"{runner.temporary / 'bin'}:{os.environ['PATH']}"
    variables = {**os.environ, "PATH": path, "PRE_COMMIT_HOME": str(runner.temporary / "pre-commit")}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *words],
        cwd=runner.folder,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def hooks(tmp_path: Path) -> str:
    """A repository with the hooks that takes specwright from the PATH instead of installing it."""
    folder = tmp_path / "hooks"
    folder.mkdir()
    local = Runner(folder, tmp_path / "unused")
    local.git("init", "--quiet")
    text = yaml.safe_dump([{**hook, "language": "system"} for hook in HOOKS])
    (folder / ".pre-commit-hooks.yaml").write_text(text, encoding="utf-8")
    local.commit_all("Hooks")
    return str(folder)


def test_the_manifest_is_valid_and_installs_the_package(runner: Runner) -> None:
    result = pre_commit(runner, "validate-manifest", str(REPOSITORY / ".pre-commit-hooks.yaml"))
    assert (result.returncode, result.stdout) == (0, "")
    assert {hook["language"] for hook in HOOKS} == {"python"}


def test_hooks_pass_in_a_new_project(runner: Runner, hooks: str) -> None:
    result = pre_commit(runner, "try-repo", hooks, "--all-files")
    assert result.returncode == 0, result.stdout
    assert result.stdout.count("Passed") == len(HOOKS)


def test_the_hooks_of_a_new_project_are_those_of_the_manifest_and_fail_for_an_edited_page(runner: Runner) -> None:
    assert pre_commit(runner, "run", "--all-files").returncode == 0
    ids = [
        hook["id"]
        for hook in yaml.safe_load((runner.folder / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    ]
    assert ids == [hook["id"] for hook in HOOKS]
    line = edit_page(runner)
    runner.git("add", PAGE)
    result = pre_commit(runner, "run", "specwright-check")
    assert result.returncode == 1
    assert f"{PAGE}:{line}" in result.stdout


def test_the_check_fails_at_the_line_of_an_edited_page(runner: Runner, hooks: str) -> None:
    line = edit_page(runner)
    runner.git("add", PAGE)
    result = pre_commit(runner, "try-repo", hooks, "specwright-check")
    assert result.returncode == 1
    assert f"{PAGE}:{line}" in result.stdout
