"""`specwright lint`."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.console import ConfigOption, Exit, Format, Say, complaints, fail, progress, warn
from generator.config import FILE_NAME

if TYPE_CHECKING:
    from spec.diagnostics import Diagnostic


class Threshold(StrEnum):
    """The severities, as the command line names them; `spec.diagnostics` is too slow to import here."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def lint(
    targets: Annotated[
        list[str] | None, typer.Argument(metavar="API|FILE", help="APIs, or with --dialect page files.")
    ] = None,
    dialect: Annotated[
        str,
        typer.Option("--dialect", metavar="NAME", help="Read FILES as pages of this dialect: coding, gitlab, huawei."),
    ] = "",
    fail_on: Annotated[
        Threshold, typer.Option("--fail-on", help="Exit 1 for a finding of this severity or a higher one.")
    ] = Threshold.WARNING,
    codes: Annotated[bool, typer.Option("--codes", help="List every code with its meaning, and read nothing.")] = False,
    config: ConfigOption = Path(FILE_NAME),
    output_format: Annotated[Format, typer.Option("--format", help="Form of the findings.")] = Format.TEXT,
) -> None:
    """Say where pages contradict themselves, or could not be read.

    Findings go to stdout, one per line with page and line; their number goes to
    stderr. The JSON form is an array of {code, severity, message, page, line,
    end_line, operation, pointer}.

    [bold]Examples[/bold]

    specwright lint                              every API of specwright.toml
    specwright lint coding --fail-on error       exit 1 only for errors
    specwright lint api.txt --dialect coding     pages that are not configured
    specwright lint --codes                      what the codes mean
    """
    if codes:
        _print_codes(output_format)
        return
    if dialect and not targets:
        fail(Exit.USAGE, "--dialect needs the FILES that it is the dialect of")
    files = [target for target in targets or () if Path(target).is_file()]
    if files and not dialect:
        fail(Exit.USAGE, f"{files[0]!r} is a file; --dialect says how to read it: coding, gitlab or huawei")
    with complaints(), progress() as say:
        findings = _read_files(targets or (), dialect) if dialect else _read_apis(config, targets or (), say)
    _print_findings(findings, output_format)
    if _reaches(findings, fail_on):
        raise typer.Exit(Exit.FINDINGS)


def _print_codes(output_format: Format) -> None:
    from generator.lint import catalogue_json, catalogue_text

    typer.echo(catalogue_json() if output_format is Format.JSON else "\n".join(catalogue_text()))


def _print_findings(findings: Sequence[Diagnostic], output_format: Format) -> None:
    from generator.lint import count_line, format_json, format_text

    for text in [format_json(findings)] if output_format is Format.JSON else format_text(findings):
        typer.echo(text)
    warn(count_line(findings))


def _reaches(findings: Sequence[Diagnostic], threshold: Threshold) -> bool:
    from generator.lint import reaches
    from spec.diagnostics import Severity

    return reaches(findings, Severity(threshold))


def _read_files(files: Sequence[str], dialect: str) -> tuple[Diagnostic, ...]:
    from generator.pages import Settings, read_pages

    return read_pages([Path(file) for file in files], Settings(dialect)).scrape.diagnostics


def _read_apis(config: Path, names: Sequence[str], say: Say) -> tuple[Diagnostic, ...]:
    from generator.build import api_settings
    from generator.config import load_config
    from generator.pages import read_pages

    settings = load_config(config)
    findings: list[Diagnostic] = []
    for api in settings.select(names):
        say(f"{api.name}: reading {len(api.pages)} pages")
        findings += read_pages([page.path for page in api.pages], api_settings(settings, api)).scrape.diagnostics
    return tuple(findings)
