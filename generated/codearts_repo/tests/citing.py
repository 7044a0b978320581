"""A failing test names the page and the line, or the part of the document, that is contradicted."""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

SOURCES: dict[str, str] = json.loads(Path(__file__).with_name("sources.json").read_text(encoding="utf-8"))


def cite(case: dict[str, Any]) -> str:
    """Return where the documentation states what a test case expects."""
    pointer = case["pointer"]
    place = SOURCES.get(pointer)
    return f"{place} (tests/openapi.json{pointer})" if place else f"tests/openapi.json{pointer}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add the place to the report of a failure."""
    report = yield
    case = getattr(item, "callspec", None) and item.callspec.params.get("case")  # type: ignore[attr-defined]
    if report.failed and isinstance(case, dict) and "pointer" in case:
        report.sections.append(("Contradicts the documentation", cite(case)))
    return report
