"""`specwright check --live`: a server against the document of an API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.baseline import BaselineUse, accepted_lines, apply_baseline
from generator.cli.console import Exit, complaints, fail, progress, warn
from generator.cli.drift_report import Threshold
from generator.cli.reports import ReportFormat, name_file, print_report
from generator.config import load_config

if TYPE_CHECKING:
    from generator.config import ApiConfig
    from generator.live.findings import Finding
    from spec.diagnostics import Severity
    from spec.report.finding import Report

LiveOption = Annotated[
    str | None,
    typer.Option(
        "--live",
        metavar="BASE_URL",
        help="Compare the document of one API with the server there instead; <API>_TOKEN has the token.",
    ),
]
WritesOption = Annotated[bool, typer.Option("--allow-writes", help="With --live: call what changes something, too.")]
PauseOption = Annotated[
    float, typer.Option("--pause", metavar="SECONDS", min=0, help="With --live: the time between two calls.")
]
RulesOption = Annotated[bool, typer.Option("--rules", help="List the rules of --live, and read nothing.")]


@dataclass(frozen=True, slots=True)
class LiveUse:
    """What the options of one run want from a server."""

    base_url: str
    allow_writes: bool
    pause: float
    threshold: Threshold
    form: ReportFormat
    links: str = ""
    shows_accepted: bool = False
    baseline: BaselineUse = field(default_factory=BaselineUse)


def print_live_rules(form: ReportFormat) -> None:
    """Prints the rules, as text or JSON."""
    from generator.live.report import rules_json, rules_text

    if form not in (ReportFormat.TEXT, ReportFormat.JSON):
        fail(Exit.USAGE, f"--rules has the formats text and json, not {form}")
    typer.echo(rules_json() if form is ReportFormat.JSON else "\n".join(rules_text()))


def check_server(config: Path, names: Sequence[str], use: LiveUse) -> None:
    """Compares a server with the committed document of the one API that is meant, and prints what differs.

    Raises:
        typer.Exit: Something differs, or cannot be compared.
    """
    from generator.live.report import compared_operations, count_line, report_live

    with complaints():
        api = _choose_api(config, names)
        findings, called = _ask(api, use)
        severity, document = _severity(use.threshold), name_file(api.document)
        report = replace(report_live(findings, severity, document), links=use.links)
        report = apply_baseline(report, use.baseline)
    compared = compared_operations(called, findings)
    _print(findings, report, use)
    warn(count_line(report, len(compared)))
    accepted = sum(item.is_accepted for item in report.findings)
    if accepted:
        warn(f"{accepted} accepted by {use.baseline.file}")
    if not compared:
        fail(Exit.FINDINGS, "no call gave a result, so nothing was compared")
    if report.is_failure:
        raise typer.Exit(Exit.FINDINGS)


def _choose_api(config: Path, names: Sequence[str]) -> ApiConfig:
    settings = load_config(config)
    chosen = settings.select(names)
    if len(chosen) != 1:
        known = ", ".join(api.name for api in settings.apis)
        fail(Exit.USAGE, f"--live is for one API; expected its name, one of: {known}")
    return chosen[0]


def _ask(api: ApiConfig, use: LiveUse) -> tuple[tuple[Finding, ...], list[str]]:
    """What differs, and which operations were called."""
    from generator.live.check import LiveSettings, check_live
    from generator.live.findings import BaseUrlError, LiveError
    from spec.load import load_document, load_source_map
    from spec.sourcemap import SourceMap

    document = load_document(api.document)
    sources = load_source_map(api.source_map) if api.source_map.is_file() else SourceMap()
    settings = LiveSettings(allow_writes=use.allow_writes, pause=use.pause)
    called: list[str] = []
    with progress() as shown:

        def watch(operation: str) -> None:
            called.append(operation)
            shown(f"calling {operation}")

        try:
            found = check_live(document, use.base_url, api.name, sources=sources, settings=settings, watch=watch)
        except BaseUrlError as error:
            fail(Exit.USAGE, f"--live: {error}")
        except LiveError as error:
            fail(Exit.FILES, str(error))
    return found, called


def _severity(threshold: Threshold) -> Severity:
    from spec.diagnostics import Severity

    severities = {Threshold.BREAKING: Severity.ERROR, Threshold.RISKY: Severity.WARNING, Threshold.ANY: Severity.INFO}
    return severities[threshold]


def _print(findings: Sequence[Finding], report: Report, use: LiveUse) -> None:
    from generator.live.report import format_json, format_text

    if use.form is ReportFormat.JSON:
        accepted = {(item.id, item.operation, item.pointer) for item in report.findings if item.is_accepted}
        typer.echo(format_json([item for item in findings if item.identity not in accepted]))
    elif use.form is ReportFormat.TEXT:
        listed = accepted_lines(report.findings) if use.shows_accepted else []
        for line in (*format_text(report), *(["Accepted", *listed] if listed else ())):
            typer.echo(line)
    else:
        print_report(report, use.form)
