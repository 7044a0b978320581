"""A build or check with nothing to do reads hashes and stops."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.cli.project import REPOSITORY, Project

HEAVY = {"black", "bs4", "datamodel_code_generator", "jinja2", "lxml", "markdown_it", "openapi_spec_validator"}
HEAVY |= {"jsonschema_rs", "pydantic", "yaml", "rich.table", "scraper.pipeline", "spec.emit", "generator.package"}

PROBE = """
import json, sys
from generator.cli import make_app
try:
    make_app(sys.argv[1:])([sys.argv[1]])
except SystemExit as exit:
    assert not exit.code, exit.code
print(json.dumps(sorted(sys.modules)))
"""


@pytest.mark.parametrize("word", ["build", "check"])
def test_a_run_with_nothing_to_do_imports_nothing_heavy(built: Project, word: str) -> None:
    command = [sys.executable, "-c", PROBE, word]
    environment = {"PYTHONPATH": str(REPOSITORY), "PATH": "/usr/bin:/bin"}
    result = subprocess.run(command, cwd=built.folder, env=environment, capture_output=True, text=True, check=True)
    modules = set(json.loads(result.stdout.splitlines()[-1]))
    assert "generator.cli.scrape" not in modules
    assert "generator.build" in modules
    assert sorted(HEAVY & modules) == []
