"""What is committed is what the program writes."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib

import pytest

from generator.config import FILE_NAME, load_config
from generator.drift.check import check_apis
from tests.cli.project import REPOSITORY
from tests.exports.peers import PeerUnavailableError, install_node

CONFIG = load_config(REPOSITORY / FILE_NAME)


def test_a_build_would_change_nothing() -> None:
    verdicts = check_apis(CONFIG, CONFIG.apis)
    found = {verdict.outcome.api: (verdict.outcome.changes, verdict.changes) for verdict in verdicts}
    assert found == {api.name: ((), ()) for api in CONFIG.apis}


def test_every_committed_document_and_package_is_built() -> None:
    documents = {path.name for path in (REPOSITORY / "spec/documents").iterdir()}
    assert documents == {path.name for api in CONFIG.apis for path in (api.document, api.source_map)}
    packages = {path.name for path in (REPOSITORY / "generated").iterdir() if path.name != "__pycache__"}
    assert packages == {api.package.name for api in CONFIG.apis}


def test_redocly_finds_no_error() -> None:
    try:
        programs = install_node("linters") / ".bin"
    except PeerUnavailableError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"redocly lint was not run: {error}")
    documents = [str(api.document) for api in CONFIG.apis]
    command = [programs / "redocly", "lint", "--extends", "recommended", *documents]
    result = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-4000:]


def test_the_lock_covers_every_dependency() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {normalise(re.split(r"[<>=!~;\[ ]", requirement)[0]) for requirement in wanted}
    lock = (REPOSITORY / "requirements.lock").read_text().splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+", line) for line in lock)
    assert names <= {normalise(line.split("==")[0]) for line in lock}


def normalise(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
