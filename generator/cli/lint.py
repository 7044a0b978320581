"""`specwright lint`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cache import page_cache_folder
from generator.cli.console import (
    DIALECTS,
    ConfigOption,
    Exit,
    JobsOption,
    NoCacheOption,
    complaints,
    fail,
    progress,
    warn,
)
from generator.cli.reports import LinksOption, ReportFormat, name_file, print_report
from generator.config import FILE_NAME

if TYPE_CHECKING:
    from generator.cli.progress import Progress
    from generator.pages import Settings
    from spec.diagnostics import Diagnostic


class Threshold(StrEnum):
    """The severities, as the command line names them; `spec.diagnostics` is too slow to import here."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def lint(
    targets: Annotated[
        list[str] | None, typer.Argument(metavar="API|FILE", help="APIs, or with --dialect pages.")
    ] = None,
    dialect: Annotated[
        str,
        typer.Option("--dialect", metavar="NAME", help=f"Read FILES as pages of this dialect: {DIALECTS}."),
    ] = "",
    fail_on: Annotated[
        Threshold, typer.Option("--fail-on", help="Exit 1 for a finding of this severity or a higher one.")
    ] = Threshold.WARNING,
    codes: Annotated[bool, typer.Option("--codes", help="List every code with its meaning, and read nothing.")] = False,
    jobs: JobsOption = 0,
    no_cache: NoCacheOption = False,
    config: ConfigOption = Path(FILE_NAME),
    output_format: Annotated[ReportFormat, typer.Option("--format", help="Form of the findings.")] = ReportFormat.TEXT,
    links: LinksOption = "",
) -> None:
    """Say where pages contradict themselves, or could not be read, and which corrections they no longer need.

    Findings go to stdout, one per line with page and line; their number goes to
    stderr. The JSON form is an array of {code, severity, message, page, line,
    end_line, operation, pointer}; the other forms are those of diff. A page that cannot be read is a finding about
    it, unless no page can be read. With --dialect, FILE may be a folder, a glob,
    or @LIST for what the file LIST names.

    [bold]Examples[/bold]

    specwright lint                              every API of specwright.toml
    specwright lint coding --fail-on error       exit 1 only for errors
    specwright lint api.txt --dialect coding     pages that are not configured
    specwright lint --format github              annotations of a workflow
    specwright lint --codes                      what the codes mean
    """
    if codes:
        if output_format not in (ReportFormat.TEXT, ReportFormat.JSON):
            fail(Exit.USAGE, f"--codes has the formats text and json, not {output_format}")
        _print_codes(output_format)
        return
    if dialect and not targets:
        fail(Exit.USAGE, "--dialect needs the FILES that it is the dialect of")
    files = [target for target in targets or () if Path(target).is_file()]
    if files and not dialect:
        fail(Exit.USAGE, f"{files[0]!r} is a file; --dialect says how to read it: {DIALECTS}")
    with complaints(), progress(resumes=not no_cache) as shown:
        effort = _Effort(jobs, not no_cache, shown)
        findings = _read_files(targets or (), dialect, effort) if dialect else _read_apis(config, targets or (), effort)
    _print_findings(findings, output_format, fail_on, links)
    if _reaches(findings, fail_on):
        raise typer.Exit(Exit.FINDINGS)


def _print_codes(output_format: ReportFormat) -> None:
    from generator.lint import catalogue_json, catalogue_text

    typer.echo(catalogue_json() if output_format is ReportFormat.JSON else "\n".join(catalogue_text()))


def _print_findings(findings: Sequence[Diagnostic], form: ReportFormat, threshold: Threshold, links: str) -> None:
    from generator.lint import count_line, format_json, format_text

    if form is ReportFormat.JSON:
        typer.echo(format_json(findings))
    elif form is ReportFormat.TEXT:
        for text in format_text(findings):
            typer.echo(text)
    else:
        _print_report(findings, form, threshold, links)
    warn(count_line(findings))


def _print_report(findings: Sequence[Diagnostic], form: ReportFormat, threshold: Threshold, links: str) -> None:
    from spec.diagnostics import Severity
    from spec.report.diagnostics import report_diagnostics

    named = [replace(finding, page=name_file(Path(finding.page))) for finding in findings]
    print_report(replace(report_diagnostics(named, Severity(threshold)), links=links), form)


def _reaches(findings: Sequence[Diagnostic], threshold: Threshold) -> bool:
    from generator.lint import reaches
    from spec.diagnostics import Severity

    return reaches(findings, Severity(threshold))


@dataclass(frozen=True, slots=True)
class _Effort:
    jobs: int
    is_kept: bool
    shown: Progress

    def read(self, paths: Sequence[Path], settings: Settings, root: Path) -> tuple[Diagnostic, ...]:
        from generator.pages import Means, read_pages, review_reading

        means = Means(self.jobs, page_cache_folder(root) if self.is_kept else None, self.shown.watch)
        return review_reading(read_pages(paths, settings, means), settings).scrape.diagnostics


def _read_files(files: Sequence[str], dialect: str, effort: _Effort) -> tuple[Diagnostic, ...]:
    from generator.page_files import list_pages
    from generator.pages import Settings

    effort.shown("reading pages")
    return effort.read(list_pages(files), Settings(dialect), Path())


def _read_apis(config: Path, names: Sequence[str], effort: _Effort) -> tuple[Diagnostic, ...]:
    """The findings about APIs of a configuration, with pages named from the current folder, as annotations need it."""
    from generator.build import api_settings
    from generator.config import load_config

    settings = load_config(config)
    findings: list[Diagnostic] = []
    for api in settings.select(names):
        effort.shown(f"{api.name}: reading {len(api.pages)} pages")
        found = effort.read([page.path for page in api.pages], api_settings(settings, api), settings.root)
        findings += (replace(each, page=name_file(settings.root / each.page)) for each in found)
    return tuple(findings)
