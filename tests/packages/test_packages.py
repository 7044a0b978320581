"""The committed packages as their users meet them: types, lint and their own contract tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGES = sorted(path.parent for path in (REPOSITORY / "generated").glob("*/pyproject.toml"))


def run(package: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A Python module's command in the folder of a package, with no cache left behind."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": "src", "MYPYPATH": "src"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=package, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(params=PACKAGES, ids=lambda path: path.name)
def package(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_there_is_a_package_for_every_document() -> None:
    documents = {path.stem for path in (REPOSITORY / "spec/documents").glob("*.yaml")}
    assert {path.name for path in PACKAGES} == documents


def test_types_are_strict(package: Path, tmp_path: Path) -> None:
    result = run(package, "mypy", "--strict", "--cache-dir", str(tmp_path), "src")
    assert result.returncode == 0, result.stdout


def test_lint_is_clean(package: Path) -> None:
    result = run(package, "ruff", "check", "--no-cache", ".")
    assert result.returncode == 0, result.stdout


def test_layout_is_that_of_black(package: Path) -> None:
    result = run(package, "black", "--check", "--quiet", ".")
    assert result.returncode == 0, result.stderr


def test_contract_tests_pass(package: Path) -> None:
    result = run(package, "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist")
    closing = result.stdout.strip().splitlines()[-1]
    assert result.returncode == 0, result.stdout[-4000:]
    assert int(re.match(r"(\d+) passed", closing)[1]) > 30, closing
