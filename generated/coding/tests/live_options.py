"""The options of pytest for tests against a real server: `--live` and what goes with it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from contract import DATA
from live_mode import Finding, write_findings

FINDINGS = pytest.StashKey[list[Finding]]()
COMPARED = pytest.StashKey[set[str]]()
"""The operations that gave a result."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options."""
    group = parser.getgroup("live", "a real server (CODING_BASE_URL, CODING_TOKEN)")
    group.addoption("--live", action="store_true", help="call the operations that only read")
    group.addoption("--live-writes", action="store_true", help="call the operations that change something, too")
    group.addoption("--live-arguments", type=Path, metavar="FILE", help="JSON: {operation or *: {argument: value}}")
    group.addoption("--live-findings", type=Path, metavar="FILE", default=Path("live-findings.json"))


def pytest_configure(config: pytest.Config) -> None:
    """See that the server is known."""
    config.stash[FINDINGS] = []
    config.stash[COMPARED] = set()
    needed = ["CODING_BASE_URL"]
    needed += ["CODING_TOKEN"] if any(case["needs_token"] for case in DATA["operations"]) else []
    missing = [name for name in needed if not any(value for key, value in os.environ.items() if key.startswith(name))]
    if config.getoption("--live") and missing:
        raise pytest.UsageError(f"--live needs the environment variable {' and '.join(missing)}")


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Write and list what was found."""
    if not config.getoption("--live"):
        return
    findings, path = config.stash[FINDINGS], config.getoption("--live-findings")
    write_findings(findings, path)
    terminalreporter.section(f"{len(config.stash[COMPARED])} operations compared, {len(findings)} findings in {path}")
    for item in findings:
        place = f"{item.page}:{item.line}: " if item.page else ""
        terminalreporter.line(f"{place}{item.severity}: {item.operation}: {item.message} [{item.code}]")


def read_arguments(path: Path | None) -> Mapping[str, Mapping[str, Any]]:
    """Return the arguments that the user gives.

    Raises:
        pytest.UsageError: The file is not as it should be.
    """
    try:
        given = json.loads(path.read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError) as error:
        raise pytest.UsageError(f"{path}: expected JSON: {error}") from None
    if not isinstance(given, dict) or not all(isinstance(item, dict) for item in given.values()):
        raise pytest.UsageError(f"{path}: expected an object of objects: operation or * → argument → value")
    return given
