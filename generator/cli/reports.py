"""Reports on stdout, in every form that a command has for them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from spec.report.finding import Report


class ReportFormat(StrEnum):
    """Forms of findings; `spec.report.forms` is too slow to import here."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"


LinksOption = Annotated[
    str,
    typer.Option(
        "--links",
        metavar="URL",
        help="Where the files are on the web, for links in Markdown: https://github.com/me/it/blob/main",
    ),
]


def print_report(report: Report, form: ReportFormat) -> None:
    """Prints a report in a form other than text and JSON, which each command has for itself."""
    from spec.report.forms import Form, format_report

    text = format_report(report, Form(form))
    if text:
        typer.echo(text)


def name_file(path: Path) -> str:
    """The path from the current folder on, where it lies there: reports are read on other machines."""
    here = Path.cwd()
    place = path if path.is_absolute() else here / path
    return place.relative_to(here).as_posix() if place.is_relative_to(here) else path.as_posix()
