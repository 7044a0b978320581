"""A small project on disk, and the command line run on it as a user runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "scraper/pages/gitlab/issue_links.txt"
CONFIG = '[api.links]\ndialect = "gitlab"\npages = ["pages/*.txt"]\n'
ENTRY = "from generator.cli import main; main()"


@dataclass(frozen=True)
class Project:
    """A folder with a configuration and one page."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run(
        self, *words: str, env: Mapping[str, str] | None = None, before: Callable[[], None] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """`specwright WORDS` in this folder, in a process of its own."""
        return self.run_code(ENTRY, *words, env=env, before=before)

    def run_code(
        self, code: str, *words: str, env: Mapping[str, str] | None = None, before: Callable[[], None] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """A Python program in this folder, with WORDS as its arguments."""
        caches = str(self.folder.parent / "caches")
        variables = {**os.environ, "PYTHONPATH": str(REPOSITORY), "XDG_CACHE_HOME": caches, **(env or {})}
        return subprocess.run(
            [sys.executable, "-c", code, *words],
            cwd=self.folder,
            env=variables,
            preexec_fn=before,
            capture_output=True,
            text=True,
            check=False,
        )

    def snapshot(self) -> dict[str, bytes]:
        """Every file by name, except for the cache."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and ".specwright" not in path.relative_to(self.folder).parts
        }


def create_project(folder: Path) -> Project:
    project = Project(folder)
    project.write("specwright.toml", CONFIG)
    (folder / "pages").mkdir(parents=True)
    shutil.copy(PAGE, folder / "pages" / PAGE.name)
    return project
