"""A small project on disk, and the command line run on it as a user runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "scraper/pages/gitlab/issue_links.txt"
CONFIG = '[api.links]\ndialect = "gitlab"\npages = ["pages/*.txt"]\n'


@dataclass(frozen=True)
class Project:
    """A folder with a configuration and one page."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run(self, *words: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return run_command(self.folder, *words, env=env)

    def snapshot(self) -> dict[str, bytes]:
        """Every output file by name; the cache is no output."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and ".specwright" not in path.parts
        }


def create_project(folder: Path) -> Project:
    project = Project(folder)
    project.write("specwright.toml", CONFIG)
    (folder / "pages").mkdir(parents=True)
    shutil.copy(PAGE, folder / "pages" / PAGE.name)
    return project


def run_command(folder: Path, *words: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """`specwright WORDS` in a process of its own."""
    command = [sys.executable, "-c", "from generator.cli import main; main()", *words]
    variables = {**os.environ, "PYTHONPATH": str(REPOSITORY), **(env or {})}
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)
