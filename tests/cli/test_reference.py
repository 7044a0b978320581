from __future__ import annotations

import subprocess
import sys

import pytest

from generator.reference import render_diagnostics
from tests.cli.project import REPOSITORY

# A process of its own: the width of help texts is fixed when typer is imported.
RENDER = "from generator.reference import render_cli; import sys; sys.stdout.write(render_cli())"


def test_the_command_line_reference_is_what_help_prints() -> None:
    command = [sys.executable, "-c", RENDER]
    shown = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True, encoding="utf-8").stdout
    assert shown == (REPOSITORY / "docs/cli.md").read_text(encoding="utf-8"), "run `make docs`"


def test_the_list_of_diagnostics_is_the_catalogue() -> None:
    assert render_diagnostics() == (REPOSITORY / "docs/diagnostics.md").read_text(encoding="utf-8"), "run `make docs`"


@pytest.mark.parametrize("command", ["build", "fetch", "scrape", "generate", "lint", "explain", "diff", "init"])
def test_every_command_shows_examples(command: str) -> None:
    page = (REPOSITORY / "docs/cli.md").read_text(encoding="utf-8")
    section = page.split(f"## `specwright {command}`")[1].split("\n## ")[0]
    assert f"\n specwright {command}" in section.split("Examples")[1]
