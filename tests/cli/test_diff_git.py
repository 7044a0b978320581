"""`specwright diff --git`, in real repositories."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.project import Project
from tests.cli.test_diff_pages import pets

CONFIG = '[api.pets]\ndialect = "gitlab"\npages = ["pages/*.md"]\n'
NO_SETTINGS = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}


class Repository(Project):
    """A folder with a repository."""

    def git(self, *words: str) -> None:
        author = ["-c", "user.name=Tester", "-c", "user.email=tester@example.com", "-c", "commit.gpgsign=false"]
        env = {**os.environ, **NO_SETTINGS}
        subprocess.run(["git", *author, *words], cwd=self.folder, env=env, check=True, capture_output=True)

    def commit(self, name: str) -> None:
        """Builds and commits everything, under a tag of this name."""
        self.build()
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", name)
        self.git("tag", name)

    def build(self) -> None:
        result = self.run("build")
        assert result.returncode == 0, result.stderr

    def changes(self, *words: str) -> list[dict[str, Any]]:
        result = self.run("diff", "--format", "json", *words)
        assert result.returncode in (0, 1), result.stderr
        changes: list[dict[str, Any]] = json.loads(result.stdout)["changes"]
        return changes


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Three commits, a branch from the first of them, and a changed page that is not committed."""
    repository = Repository(tmp_path_factory.mktemp("git") / "it")
    repository.write("specwright.toml", CONFIG)
    repository.write(".gitignore", ".specwright/\n")
    repository.write("pages/pets.md", pets(1))
    repository.git("init", "-q", "-b", "main")
    repository.commit("one")
    repository.git("checkout", "-q", "-b", "side")
    repository.write("pages/pets.md", pets(1).replace("no | Says", "yes | Says"))
    repository.commit("side-end")
    repository.git("checkout", "-q", "main")
    repository.write("pages/pets.md", pets(2))
    repository.commit("two")
    repository.write("pages/pets.md", pets(3))
    repository.build()
    return repository


@pytest.fixture
def repository(history: Repository, tmp_path: Path) -> Repository:
    shutil.copytree(history.folder, tmp_path / "it")
    return Repository(tmp_path / "it")


def added(changes: list[dict[str, Any]]) -> list[str]:
    return [change["operation"] for change in changes if change["id"] == "endpoint-added"]


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [
        ("one", ["listPets1", "listPets2"]),
        ("HEAD", ["listPets2"]),
        ("one..two", ["listPets1"]),
        ("one..", ["listPets1"]),
        ("two..two", []),
    ],
)
@pytest.mark.parametrize("words", [[], ["--pages"]])
def test_documents_and_pages_are_compared_as_commits_have_them(
    history: Repository, words: list[str], revisions: str, expected: list[str]
) -> None:
    before = history.snapshot()
    changes = history.changes("--git", revisions, *words)
    assert added(changes) == expected
    assert {change["document"] for change in changes} <= {"spec/documents/pets.yaml"}
    assert history.snapshot() == before


def test_three_dots_start_where_the_branches_parted(history: Repository) -> None:
    assert [change["id"] for change in history.changes("--git", "main...side")] == ["request-parameter-became-required"]
    assert len(history.changes("--git", "main..side")) > 1


def test_changes_have_the_lines_of_the_pages(history: Repository) -> None:
    (change,) = history.changes("--git", "main...side")
    assert change["source"] == {"page": "pages/pets.md", "line": 13, "end_line": 13}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["spec/documents/pets.yaml"], ["listPets1", "listPets2"]),
        (["pages/pets.md", "--dialect", "gitlab"], ["listPets1", "listPets2"]),
        (["pages", "--dialect", "gitlab"], ["listPets1", "listPets2"]),
    ],
)
def test_one_path_is_compared_without_a_configuration(
    repository: Repository, words: list[str], expected: list[str]
) -> None:
    (repository.folder / "specwright.toml").unlink()
    assert added(repository.changes(*words, "--git", "one")) == expected


def test_an_api_without_a_document_at_the_revision_is_new(repository: Repository) -> None:
    config = CONFIG + CONFIG.replace("api.pets", "api.cats").replace("pages/", "cats/")
    repository.write("specwright.toml", config)
    repository.write("cats/cats.md", pets(1))
    repository.build()
    assert [(change["id"], change["document"]) for change in repository.changes("--git", "two..HEAD")] == []
    changes = repository.changes("--git", "two")
    assert ("document-added", "spec/documents/cats.yaml") in [(each["id"], each["document"]) for each in changes]


def test_an_api_that_is_gone_is_a_breaking_change(repository: Repository) -> None:
    cats = CONFIG.replace("api.pets", "api.cats").replace("pages/", "cats/")
    repository.write("specwright.toml", CONFIG + cats)
    repository.write("cats/cats.md", pets(1))
    repository.commit("both")
    repository.write("specwright.toml", cats)
    gone = [("document-removed", "breaking", "spec/documents/pets.yaml")]
    for words in (["both"], ["both", "--pages"]):
        changes = repository.changes("--git", *words)
        assert [(each["id"], each["level"], each["document"]) for each in changes] == gone
    repository.commit("cats")
    assert [each["id"] for each in repository.changes("--git", "both..cats")] == ["document-removed"]
    assert [each["id"] for each in repository.changes("--git", "cats..both")] == ["document-added"]


@pytest.mark.parametrize(
    ("before", "after"), [("api.pets]", "api.animals]"), ("pages =", 'document = "pets.yaml"\npages =')]
)
def test_an_api_that_moved_is_compared_with_what_it_was(repository: Repository, before: str, after: str) -> None:
    repository.commit("three")
    repository.write("specwright.toml", CONFIG.replace(before, after))
    repository.write("pages/pets.md", pets(4))
    repository.build()
    assert added(repository.changes("--git", "three")) == ["listPets3"]


def test_a_page_that_vanished_since_is_suspect(repository: Repository) -> None:
    repository.write("pages/cats.md", pets(1).replace("pets", "cats").replace("Pets", "Cats"))
    repository.commit("three")
    (repository.folder / "pages/pets.md").unlink()
    found = {change["id"] for change in repository.changes("--git", "three", "--pages")}
    assert "page-vanished" in found
    assert not any("removed" in each for each in found)
    repository.build()
    assert "page-vanished" in {change["id"] for change in repository.changes("--git", "three")}


def test_commands_work_in_a_folder_of_the_repository(repository: Repository, tmp_path: Path) -> None:
    outer = Repository(tmp_path / "outer")
    shutil.copytree(repository.folder, outer.folder / "inner", ignore=shutil.ignore_patterns(".git"))
    outer.git("init", "-q")
    outer.git("add", "-A")
    outer.git("commit", "-q", "-m", "all")
    inner = Repository(outer.folder / "inner")
    inner.write("pages/pets.md", pets(4))
    assert added(inner.changes("--git", "HEAD", "--pages")) == ["listPets3"]
    assert inner.changes("--git", "HEAD") == []


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--git", "nowhere"], "git knows no revision 'nowhere'"),
        (["--git", "one..nowhere"], "git knows no revision 'nowhere'"),
        (["--git", "--output=x"], "expected a git revision, found '--output=x'"),
        (["missing.yaml", "--git", "one"], "one:missing.yaml:1: expected a file of this commit, found none"),
        (["missing", "--dialect", "gitlab", "--git", "one"], "one:missing:1: expected pages, found none"),
    ],
)
def test_what_git_does_not_have_is_one_line(history: Repository, words: list[str], complaint: str) -> None:
    result = history.run("diff", *words)
    assert (result.returncode, result.stdout) == (3, "")
    assert complaint in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_folder_without_a_repository_is_told_so(repository: Repository) -> None:
    shutil.rmtree(repository.folder / ".git")
    result = repository.run("diff", "--git", "main", env={"GIT_CEILING_DIRECTORIES": str(repository.folder.parent)})
    assert (result.returncode, result.stdout) == (3, "")
    assert "not a git repository" in result.stderr


def test_a_machine_without_git_is_told_so(repository: Repository) -> None:
    result = repository.run("diff", "--git", "main", env={"PATH": ""})
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr == "error: git cannot be run: No such file or directory\n"


@pytest.mark.parametrize("words", [["old.yaml", "new.yaml"], ["pages", "--pages"], ["--dialect", "gitlab"]])
def test_words_that_say_nothing_to_git_are_wrong_usage(history: Repository, words: list[str]) -> None:
    result = history.run("diff", "--git", "one", *words)
    assert (result.returncode, result.stdout) == (2, "")
