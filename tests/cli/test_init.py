"""`specwright init`: a project that passes its own check, and never at the cost of what was there."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.project import CiService, missing_ignores, project_files
from tests.cli.project import REPOSITORY, Project

PROJECT = ["specwright.toml", "pages/example/lamps.md", ".gitignore", ".pre-commit-config.yaml"]
INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from generator import build, cli, files
def interrupt(module, name, number):
    real, calls = getattr(module, name), iter(range(1000))
    def call(*words, **named):
        if next(calls) == number:
            os.kill(os.getpid(), signal.SIGINT)
        return real(*words, **named)
    setattr(module, name, call)
PLACES = {"build": (build, "survey_apis"), "stage": (files, "_stage"), "move": (Path, "replace")}
interrupt(*PLACES[sys.argv.pop(1)], int(sys.argv.pop(1)))
cli.main()
"""
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
    assert listed["next"][0].startswith("name the pages of your vendor in new/specwright.toml, and run")
    lines = Project(empty.folder / "new").run("init", "--force").stdout.splitlines()
    assert lines[0] == "wrote specwright.toml"
    assert any(line.startswith("next: name the pages of your vendor in specwright.toml") for line in lines)


@pytest.mark.parametrize(("place", "number"), [("build", 0), ("stage", 20), ("move", 12), ("move", 40)])
def test_an_interrupted_init_leaves_nothing_and_can_be_run_again(empty: Project, place: str, number: int) -> None:
    result = empty.run_code(INTERRUPTED, place, str(number), "init", "new", "--ci", "none")
    assert (result.returncode, result.stdout) == (130, "")
    assert result.stderr == "error: interrupted: nothing was written\n"
    assert list(empty.folder.iterdir()) == []
    assert empty.run("init", "new", "--ci", "none").returncode == 0


@pytest.mark.parametrize(
    "name", [PROJECT[0], PROJECT[1], *GITHUB, "spec/documents/example.yaml", "generated/example/x"]
)
def test_nothing_is_written_where_a_file_is_in_the_way(empty: Project, name: str) -> None:
    empty.write(f"new/{name}", "mine")
    result = empty.run("init", "new")
    assert (result.returncode, result.stdout) == (3, "")
    found = name.removesuffix("/x")
    assert result.stderr == f"error: new/{found} exists; expected a folder without it\n"
    assert empty.snapshot() == {f"new/{name}": b"mine"}


def test_force_overwrites(empty: Project) -> None:
    empty.write("specwright.toml", "mine")
    assert empty.run("init", "--force").returncode == 0
    assert (empty.folder / "specwright.toml").read_text() == project_files(CiService.NONE, "")["specwright.toml"]


def test_force_replaces_no_generated_file_that_was_edited(empty: Project) -> None:
    assert empty.run("init", "--ci", "none").returncode == 0
    empty.write("specwright.toml", "mine")
    empty.write("generated/example/README.md", "mine")
    before = empty.snapshot()
    result = empty.run("init", "--ci", "none", "--force")
    assert result.returncode == 3
    assert "generated/example/README.md: expected a generated file, found one edited by hand" in result.stderr
    assert empty.snapshot() == before


def test_a_gitignore_is_left_alone_and_what_it_lacks_is_said(empty: Project) -> None:
    empty.write(".gitignore", "mine\n/.rejected\n")
    for words in (["init"], ["init", "--force"]):
        result = empty.run(*words)
        assert "next: add .specwright/ to .gitignore, which was there and is left as it was\n" in result.stdout
    assert (empty.folder / ".gitignore").read_text() == "mine\n/.rejected\n"


def test_hooks_that_are_there_are_left_alone(empty: Project) -> None:
    empty.write(".pre-commit-config.yaml", "repos: []\n")
    result = empty.run("init")
    assert result.returncode == 0
    assert "next: add the hooks of docs/ci.md to .pre-commit-config.yaml, which was there" in result.stdout
    assert (empty.folder / ".pre-commit-config.yaml").read_text() == "repos: []\n"


def test_what_a_gitignore_lacks_is_found(tmp_path: Path) -> None:
    file = tmp_path / ".gitignore"
    assert missing_ignores(file) == [".specwright/", ".rejected/"]
    file.write_text(project_files(CiService.NONE, "")[".gitignore"])
    assert missing_ignores(file) == []


def test_an_unknown_ci_is_wrong_usage(empty: Project) -> None:
    assert empty.run("init", "--ci", "jenkins").returncode == 2
    assert names(empty) == set()


@pytest.mark.parametrize("service", [CiService.GITHUB, CiService.GITLAB])
def test_ci_installs_what_it_is_told_to(service: CiService) -> None:
    texts = [text for name, text in project_files(service, "specwright==1.2.3").items() if name.endswith(".yml")]
    assert texts
    assert all('SPECWRIGHT: "specwright==1.2.3"\n' in text and "@REQUIREMENT@" not in text for text in texts)


def test_what_ci_cannot_know_is_left_to_say(empty: Project) -> None:
    """The copy of the program that init runs from is one that no CI could install."""
    program = empty.folder.parent / "program"
    for part in ("generator", "scraper", "spec", "templates"):
        shutil.copytree(REPOSITORY / part, program / part, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run(["git", "init", "--quiet", program], check=True)
    result = empty.run_code(
        f"import sys; sys.path.insert(0, {str(program)!r}); from generator.cli import main; main()", "init"
    )
    assert result.returncode == 0, result.stderr
    files = " and ".join(GITHUB)
    assert f"next: say in {files}, as SPECWRIGHT, where CI gets specwright: " in result.stdout
    assert 'SPECWRIGHT: ""\n' in (empty.folder / GITHUB[0]).read_text()
