"""The baseline of `--baseline`: what of a report is accepted, and how the file is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.console import Exit, fail, warn

if TYPE_CHECKING:
    from datetime import date

    from spec.report.baseline import Entry
    from spec.report.finding import Finding, Report

BaselineOption = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="Accept the findings that FILE lists; they never exit 1."),
]
UpdateOption = Annotated[
    bool, typer.Option("--baseline-update", help="Add every finding that would exit 1 to the baseline.")
]
PruneOption = Annotated[
    bool, typer.Option("--baseline-prune", help="Remove the entries that match nothing from the baseline.")
]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why --baseline-update accepts them.")]
ExpiresOption = Annotated[
    str, typer.Option("--expires", metavar="YYYY-MM-DD", help="The last day on which they are accepted.")
]

ShowAcceptedOption = Annotated[bool, typer.Option("--show-accepted", help="List what the baseline accepts, in text.")]


@dataclass(frozen=True, slots=True)
class BaselineUse:
    """What the options of one run want with a baseline."""

    file: Path | None = None
    updates: bool = False
    prunes: bool = False
    reason: str = ""
    expires: str = ""

    def check(self) -> None:
        """Leaves with a complaint where the options make no sense together."""
        from spec.report.baseline_file import is_day

        if self.file is None and (self.updates or self.prunes):
            fail(Exit.USAGE, "--baseline-update and --baseline-prune need --baseline FILE")
        if self.updates and not self.reason.strip():
            fail(Exit.USAGE, "--baseline-update needs --reason TEXT")
        if not self.updates and (self.reason or self.expires):
            fail(Exit.USAGE, "--reason and --expires are for --baseline-update")
        if self.expires and (not is_day(self.expires) or self.expires < _today().isoformat()):
            fail(Exit.USAGE, f"--expires: expected a day such as 2030-12-31 that is not over, found {self.expires!r}")


def apply_baseline(report: Report, use: BaselineUse) -> Report:
    """The report with what is accepted, after the file was updated and pruned as the options want.

    Entries that are expired or match nothing are warnings on stderr.
    """
    if use.file is None:
        return report
    from spec.report.baseline import accept_findings, find_expired, find_stale, select_entries

    entries = _load(use.file, report, may_be_missing=use.updates)
    if use.updates or use.prunes:
        _save(use.file, entries, _keep(report, entries, use))
        entries = _load(use.file, report, may_be_missing=True)
    for entry in find_stale(report.findings, select_entries(report, entries)):
        _warn_of(use.file, entry, "no finding matches any more")
    for entry in find_expired(report.findings, entries, _today()):
        _warn_of(use.file, entry, f"expired on {entry.expires}, its findings count again")
    return replace(report, findings=accept_findings(report.findings, entries, _today()))


def _keep(report: Report, entries: tuple[Entry, ...], use: BaselineUse) -> tuple[Entry, ...]:
    from spec.report.baseline import accept_findings, add_findings, find_stale, remove_entries, select_entries
    from spec.report.finding import Acceptance

    stale = find_stale(report.findings, select_entries(report, entries))
    kept = remove_entries(entries, stale) if use.prunes else entries
    if not use.updates:
        return kept
    findings = accept_findings(report.findings, kept, _today())
    failing = [finding for finding in findings if report.fails(finding)]
    return add_findings(kept, failing, Acceptance(use.reason, use.expires), _today())


def accepted_lines(findings: Sequence[Finding]) -> list[str]:
    """What a terminal shows of the accepted findings."""
    return [
        f"  {finding.level.name:10}  {finding.statement}  [{finding.id}]  {finding.acceptance.reason}"
        for finding in findings
        if finding.is_accepted and finding.acceptance
    ]


def _load(file: Path, report: Report, *, may_be_missing: bool) -> tuple[Entry, ...]:
    from spec.load import read_text
    from spec.report.baseline_file import parse_baseline

    if may_be_missing and not file.exists():
        return ()
    return parse_baseline(file.as_posix(), read_text(file), _known_rules(report))


def _known_rules(report: Report) -> set[str]:
    """The rules of every command: one file may be the baseline of several."""
    from generator.live.rules import LIVE_RULES
    from spec.diff.rules import CATALOGUE

    return {*(rule.id for rule in report.rules), *CATALOGUE, *LIVE_RULES}


def _save(file: Path, old: Sequence[Entry], new: Sequence[Entry]) -> None:
    from generator.files import write_files
    from spec.report.baseline_file import dump_baseline

    before, after = ({(entry, entry.reason, entry.expires) for entry in entries} for entries in (old, new))
    if before != after:
        write_files({file: dump_baseline(new)})
    warn(f"{file}: {len(after - before)} added, {len(before - after)} removed")


def _warn_of(file: Path, entry: Entry, what: str) -> None:
    parts = (entry.rule, entry.document, entry.operation, entry.pointer)
    warn(f"warning: {file}:{entry.line}: {what}: {' '.join(filter(None, parts))}")


def _today() -> date:
    from datetime import date

    return date.today()
