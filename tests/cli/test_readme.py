"""The README's commands print what the README says; `UPDATE_GOLDEN=1` writes what they print."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.project import REPOSITORY, Project

README = REPOSITORY / "README.md"
BLOCK = re.compile(r"```console\n\$ specwright (?P<words>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)
FOLDERS = ("scraper/pages", "spec/documents", "spec/overlays", "generated")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("readme")
    for name in FOLDERS:
        shutil.copytree(REPOSITORY / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))
    shutil.copy(REPOSITORY / "specwright.toml", folder)
    return Project(folder)


def test_commands_print_what_the_readme_says(copy: Project) -> None:
    def run(match: re.Match[str]) -> str:
        result = copy.run(*shlex.split(match["words"]), env={"COLUMNS": "120"})
        return f"```console\n$ specwright {match['words']}\n{result.stdout}{result.stderr}```"

    text = README.read_text(encoding="utf-8")
    assert len(BLOCK.findall(text)) >= 5
    printed = BLOCK.sub(run, text)
    if os.environ.get("UPDATE_GOLDEN"):
        README.write_text(printed, encoding="utf-8")
    assert printed == text


def test_getting_started_has_exactly_two_commands() -> None:
    section = README.read_text(encoding="utf-8").split("## Getting started\n")[1].split("\n## ")[0]
    assert re.findall(r"```sh\n(.*?)\n```", section, re.DOTALL) == ["make build", "make test"]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8")))))
def test_links_lead_somewhere(target: str) -> None:
    assert (REPOSITORY / Path(target)).exists()
