"""Changes of contracts as a report: levels of the project, the baseline, every form, and whether they fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from generator.cli.baseline import BaselineUse, accepted_lines, apply_baseline
from generator.cli.console import warn
from generator.cli.reports import ReportFormat, name_file, print_report
from generator.config import FILE_NAME

if TYPE_CHECKING:
    from spec.diff.changes import Change, Level
    from spec.report.finding import Location, Report
    from spec.report.places import DocumentPlaces


class Threshold(StrEnum):
    """What `--fail-on` may name."""

    BREAKING = "breaking"
    RISKY = "risky"
    ANY = "any"

    @property
    def level(self) -> Level:
        """The level from which on changes fail."""
        from spec.diff.changes import Level

        return Level.DOCS_ONLY if self is Threshold.ANY else Level(self)


@dataclass(frozen=True, slots=True)
class DriftUse:
    """What the options of one run want with its changes.

    `document` is the new document as people call it, for changes that name none and that no page states. `documents`
    are those that were compared, where changes name theirs.
    """

    command: str
    threshold: Threshold = Threshold.BREAKING
    form: ReportFormat = ReportFormat.TEXT
    document: Path = Path(FILE_NAME)
    config: Path = Path(FILE_NAME)
    links: str = ""
    shows_accepted: bool = False
    baseline: BaselineUse = field(default_factory=BaselineUse)
    documents: tuple[str, ...] = ()


def regrade(changes: Sequence[Change], config: Path) -> tuple[Change, ...]:
    """The changes at the levels of the configuration; without one, as they are.

    Raises:
        ConfigError: It cannot be used, or it is not the usual one and missing.
    """
    from generator.config import load_drift_config
    from spec.diff.levels import regrade_changes

    if config == Path(FILE_NAME) and not config.exists():
        return tuple(changes)
    levels = dict(load_drift_config(config).levels)
    return regrade_changes(changes, levels) if levels else tuple(changes)


def judge_drift(changes: Sequence[Change], use: DriftUse) -> Report:
    """The changes as findings, with what the baseline accepts of them; it is updated and pruned as the options want.

    Raises:
        DocumentError: The baseline cannot be read.
        WriteError: It cannot be written.
    """
    from spec.report.changes import report_changes

    has_places = use.form not in (ReportFormat.TEXT, ReportFormat.JSON)
    locate = _Places(use).locate if has_places else _locate_nowhere
    report = report_changes(changes, use.threshold.level, locate, use.command)
    return apply_baseline(replace(report, links=use.links, scopes=use.documents), use.baseline)


def print_drift(changes: Sequence[Change], report: Report, use: DriftUse) -> None:
    """Prints changes to stdout and their number to stderr; `report` is what `judge_drift` made of them."""
    from spec.diff.as_json import format_json
    from spec.diff.text import count_line, format_text

    pairs = list(zip(changes, report.findings, strict=True))
    counted = [change for change, finding in pairs if not finding.is_accepted]
    if use.form is ReportFormat.JSON:
        accepted = [(change, found.acceptance) for change, found in pairs if found.is_accepted and found.acceptance]
        typer.echo(format_json(counted, accepted))
    elif use.form is ReportFormat.TEXT:
        lines = [*format_text(counted), *_accepted_block(report, use, bool(counted))]
        if lines:
            typer.echo("\n".join(lines))
    else:
        print_report(report, use.form)
    if counted:
        warn(count_line(counted))
        if report.advice:
            warn(report.advice)
    if len(counted) < len(changes):
        warn(f"{len(changes) - len(counted)} accepted by {use.baseline.file}")


def _accepted_block(report: Report, use: DriftUse, follows: bool) -> list[str]:
    lines = accepted_lines(report.findings) if use.shows_accepted else []
    return [*([""] if follows else []), "Accepted", *lines] if lines else []


def _locate_nowhere(change: Change) -> Location:
    """For forms that show no place, or know it from the change: to find a line in a document takes reading it."""
    from spec.report.finding import Location

    return Location(change.document)


class _Places:
    """The lines of pages and, for what no page states, of the documents as they are on disk.

    Names in changes are relative to the folder of the configuration, those in reports to the current one.
    """

    def __init__(self, use: DriftUse) -> None:
        self._use = use
        self._documents: dict[Path, DocumentPlaces] = {}

    def locate(self, change: Change) -> Location:
        """The lines of the page; those of the document where no page states it, or it is gone with its page."""
        from spec.report.finding import Location

        path = self._find(change.document) if change.document else self._use.document
        source, page = change.source, self._find(change.source.page if change.source else "")
        is_left = change.new_pointer is not None or page.is_file() or not path.is_file()
        if source is not None and is_left:
            return Location(name_file(page), source.line, source.end_line)
        return self._document(path).locate_change(change)

    def _find(self, name: str) -> Path:
        beside = self._use.config.parent / name
        return beside if beside.exists() else Path(name)

    def _document(self, path: Path) -> DocumentPlaces:
        from spec.report.places import DocumentPlaces

        if path not in self._documents:
            file = _first_page(path) if path.is_dir() else path
            self._documents[path] = DocumentPlaces(name_file(file), _read(path))
        return self._documents[path]


def _first_page(folder: Path) -> Path:
    """Where to show what is about a folder of pages as a whole: no program can show a line of a folder."""
    from generator.page_files import list_pages

    return list_pages([str(folder)])[0]


def _read(path: Path) -> str:
    from spec.load import DocumentError, read_text

    try:
        return read_text(path)
    except DocumentError:
        return ""
