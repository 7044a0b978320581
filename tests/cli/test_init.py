"""`specwright init`: a project that passes its own check, and never at the cost of what was there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.project import CiService, project_files
from tests.cli.project import Project

PROJECT = ["specwright.toml", "pages/example/lamps.md", ".gitignore"]
GITHUB = [".github/workflows/specwright.yml", ".github/workflows/specwright-refresh.yml"]


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    return Project(tmp_path)


def names(project: Project) -> set[str]:
    return set(project.snapshot())


def test_a_new_project_passes_its_own_check(empty: Project) -> None:
    result = empty.run("init")
    assert (result.returncode, result.stderr) == (0, "")
    assert {*PROJECT, *GITHUB, "spec/documents/example.yaml", "generated/example/pyproject.toml"} <= names(empty)
    before = empty.snapshot()
    for words in (["build", "--check"], ["check"], ["lint", "--fail-on", "info"]):
        checked = empty.run(*words)
        assert checked.returncode == 0, (words, checked.stdout, checked.stderr)
    assert empty.snapshot() == before


def test_an_edited_cell_fails_the_check_at_its_line(empty: Project) -> None:
    assert empty.run("init", "--ci", "none").returncode == 0
    page = empty.folder / "pages/example/lamps.md"
    text = page.read_text()
    line = next(number for number, row in enumerate(text.splitlines(), 1) if row.startswith("| `per_page`"))
    page.write_text(text.replace("| `per_page` | integer | No ", "| `per_page` | integer | Yes"))
    result = empty.run("check")
    assert result.returncode == 1
    assert f"pages/example/lamps.md:{line}" in result.stdout


@pytest.mark.parametrize(("service", "files"), [("github", GITHUB), ("gitlab", [".gitlab-ci.yml"]), ("none", [])])
def test_the_files_of_one_ci_are_written(empty: Project, service: str, files: list[str]) -> None:
    assert empty.run("init", "--ci", service).returncode == 0
    written = {name for name in names(empty) if not name.startswith(("spec/", "generated/"))}
    assert written == {*PROJECT, *files}


def test_what_was_written_is_listed(empty: Project) -> None:
    result = empty.run("init", "new", "--format", "json")
    listed = json.loads(result.stdout)
    assert listed["written"] == [f"new/{name}" for name in (*PROJECT, *GITHUB)]
    assert "spec/documents/example.yaml" in listed["built"]["example"]
    lines = Project(empty.folder / "new").run("init", "--force").stdout.splitlines()
    assert lines[0] == "wrote specwright.toml"


@pytest.mark.parametrize("name", [PROJECT[0], PROJECT[1], *GITHUB])
def test_nothing_is_written_where_a_file_is_in_the_way(empty: Project, name: str) -> None:
    empty.write(f"new/{name}", "mine")
    result = empty.run("init", "new")
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr == f"error: new/{name} exists; expected a folder without it\n"
    assert empty.snapshot() == {f"new/{name}": b"mine"}


def test_force_overwrites(empty: Project) -> None:
    empty.write("specwright.toml", "mine")
    assert empty.run("init", "--force").returncode == 0
    assert (empty.folder / "specwright.toml").read_text() == project_files(CiService.NONE)["specwright.toml"]


def test_a_gitignore_is_left_alone(empty: Project) -> None:
    empty.write(".gitignore", "mine")
    assert empty.run("init").returncode == 0
    assert empty.run("init", "--force").returncode == 0
    assert (empty.folder / ".gitignore").read_text() == "mine"


def test_an_unknown_ci_is_wrong_usage(empty: Project) -> None:
    assert empty.run("init", "--ci", "jenkins").returncode == 2
    assert names(empty) == set()


def test_ci_installs_this_version(empty: Project) -> None:
    version = empty.run("--version").stdout.split()[1]
    for service in (CiService.GITHUB, CiService.GITLAB):
        texts = [text for name, text in project_files(service).items() if name.endswith(".yml")]
        assert all(f"SPECWRIGHT: specwright=={version}\n" in text and "@VERSION@" not in text for text in texts)
