from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.project import Project, create_project


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project after its first build; copy it before changing it."""
    project = create_project(tmp_path_factory.mktemp("built") / "project")
    result = project.run("build")
    assert (result.returncode, result.stderr) == (0, "")
    return project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return create_project(tmp_path / "project")


@pytest.fixture
def built(built_once: Project, tmp_path: Path) -> Project:
    shutil.copytree(built_once.folder, tmp_path / "built")
    return Project(tmp_path / "built")
