"""`specwright diff`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.baseline import (
    BaselineOption,
    BaselineUse,
    ExpiresOption,
    PruneOption,
    ReasonOption,
    ShowAcceptedOption,
    UpdateOption,
)
from generator.cli.console import ConfigOption, Exit, complaints, fail, warn
from generator.cli.diff_sources import Sources, compare_sources
from generator.cli.drift_report import DriftUse, Threshold, judge_drift, print_drift, regrade
from generator.cli.reports import LinksOption, ReportFormat
from generator.config import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spec.diff.changes import Change
    from spec.report.finding import Report


OldArgument = Annotated[Path | None, typer.Argument(metavar="OLD", help="The document, or the pages, as they were.")]
NewArgument = Annotated[Path | None, typer.Argument(metavar="NEW", help="The same as they are.")]
DialectOption = Annotated[
    str, typer.Option("--dialect", metavar="NAME", help="OLD and NEW are pages: files or folders of this dialect.")
]
GitOption = Annotated[
    str, typer.Option("--git", metavar="REV", help="Compare REV with the files on disk; A..B compares two commits.")
]
PagesOption = Annotated[
    bool, typer.Option("--pages", help="With --git: compare the pages of specwright.toml, not the documents.")
]
FailOption = Annotated[Threshold, typer.Option("--fail-on", help="Exit 1 for a change of this level or a worse one.")]
RulesOption = Annotated[bool, typer.Option("--rules", help="List every rule with its level, and read nothing.")]
ChangelogOption = Annotated[
    bool, typer.Option("--changelog", help="Print release notes and the version step, in Markdown.")
]
FormatOption = Annotated[ReportFormat, typer.Option("--format", help="Form of the changes.")]


def diff(
    old: OldArgument = None,
    new: NewArgument = None,
    dialect: DialectOption = "",
    git: GitOption = "",
    pages: PagesOption = False,
    fail_on: FailOption = Threshold.BREAKING,
    rules: RulesOption = False,
    changelog: ChangelogOption = False,
    baseline: BaselineOption = None,
    update: UpdateOption = False,
    reason: ReasonOption = "",
    expires: ExpiresOption = "",
    prune: PruneOption = False,
    show_accepted: ShowAcceptedOption = False,
    config: ConfigOption = Path(FILE_NAME),
    output_format: FormatOption = ReportFormat.TEXT,
    links: LinksOption = "",
) -> None:
    """Say what changed between two contracts, and what it breaks.

    OLD and NEW are OpenAPI 3.0 or 3.1 documents, YAML or JSON, or with
    --dialect pages. Equal meaning prints nothing. Each change is breaking,
    risky, compatible or docs-only; a change of a shared component is one
    change, with all of its operations. A page that vanished or can no longer be
    read is one risky change, and not the removal of its operations.
    Pages and lines come from the source maps beside the documents.

    With --git there is no NEW: OLD is compared as the commit has it, or without
    it the documents of specwright.toml. Nothing is checked out or written.

    Changes go to stdout; their number goes to stderr. docs/schemas/diff.json
    describes the JSON form. The others are Markdown for pull requests, workflow
    commands of GitHub, SARIF 2.1.0, JUnit and GitLab's code quality.
    drift.levels of specwright.toml gives rules another level.

    [bold]Examples[/bold]

    specwright diff old.yaml new.yaml                 exit 1 if a client may break
    specwright diff old.yaml new.yaml --fail-on any   exit 1 for any change
    specwright diff old.yaml new.yaml --changelog     release notes
    specwright diff old/ new/ --dialect gitlab        two folders of pages
    specwright diff --git main                        what this branch changes
    specwright diff --git v1..v2 --pages              what the vendor changed
    specwright diff --rules                           what the rules mean
    """
    if rules:
        _print_rules(output_format)
        return
    if changelog and output_format is not ReportFormat.TEXT:
        fail(Exit.USAGE, f"--changelog is Markdown; it has no form {output_format}")
    sources = Sources(old, new, dialect, git, pages, config)
    if complaint := sources.complaint:
        fail(Exit.USAGE, complaint)
    kept = BaselineUse(baseline, update, prune, reason, expires)
    kept.check()
    use = DriftUse("diff", fail_on, output_format, new or old or config, config, links, show_accepted, kept)
    report = _compare(sources, use, changelog)
    if report.is_failure:
        raise typer.Exit(Exit.FINDINGS)


def _compare(sources: Sources, use: DriftUse, changelog: bool) -> Report:
    """Compares, and prints changes or release notes; what was found."""
    with complaints():
        comparison, version = compare_sources(sources)
        changes = regrade(comparison.changes, use.config)
        report = judge_drift(changes, replace(use, documents=sources.documents))
    for reference in comparison.external:
        what = "leads to no one place of the document" if reference.startswith("#") else "is not followed"
        warn(f"warning: reference that {what}, compared by its text: {reference}")
    if changelog:
        _print_changelog(changes, version)
    else:
        print_drift(changes, report, use)
    return report


def _print_rules(output_format: ReportFormat) -> None:
    from spec.diff.rules import rules_json, rules_text

    if output_format not in (ReportFormat.TEXT, ReportFormat.JSON):
        fail(Exit.USAGE, f"--rules has the formats text and json, not {output_format}")
    typer.echo(rules_json() if output_format is ReportFormat.JSON else "\n".join(rules_text()))


def _print_changelog(changes: Sequence[Change], version: str) -> None:
    from spec.diff.changelog import format_changelog

    lines = list(format_changelog(changes, version))
    if lines:
        typer.echo("\n".join(lines))
