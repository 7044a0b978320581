"""Where reports show a change: a place that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.drift_report import DriftUse, judge_drift
from generator.cli.reports import ReportFormat
from spec.diff.changes import Change, ChangeSource, Level
from spec.report.finding import Location

RULE = "page-vanished"


@pytest.fixture
def use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DriftUse:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "api.yaml").write_text("openapi: 3.1.0\npaths: {}\n")
    (tmp_path / "here.md").write_text("# Here\n")
    return DriftUse("diff", form=ReportFormat.GITHUB, document=Path("api.yaml"))


def place_of(use: DriftUse, page: str, document: str = "") -> Location:
    change = Change(
        RULE, Level.RISKY, (), "", "gone", "/paths/~1pets", None, 1, None, ChangeSource(page, 7, 8), document
    )
    return judge_drift([change], use).findings[0].location


def test_a_page_is_shown_at_its_lines(use: DriftUse) -> None:
    assert place_of(use, "here.md") == Location("here.md", 7, 8)


def test_what_a_page_stated_that_is_gone_is_shown_in_the_document(use: DriftUse) -> None:
    assert place_of(use, "gone.md") == place_of(use, "gone.md", "api.yaml") == Location("api.yaml", 2, 2)


def test_without_a_document_the_page_is_named_all_the_same(use: DriftUse) -> None:
    assert place_of(use, "gone.md", "none.yaml") == Location("gone.md", 7, 8)
