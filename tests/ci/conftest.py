from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ci.steps import Runner


@pytest.fixture(scope="session")
def new_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that `specwright init` made, with one commit; copy it before changing it."""
    place = tmp_path_factory.mktemp("new")
    (place / "project").mkdir()
    runner = Runner(place / "project", place / "runner")
    runner.git("init", "--quiet", "--initial-branch", "main")
    runner.specwright("init")
    runner.commit_all("Start")
    return place / "project"


@pytest.fixture
def runner(new_project: Path, tmp_path: Path) -> Runner:
    shutil.copytree(new_project, tmp_path / "project")
    return Runner(tmp_path / "project", tmp_path / "runner")
