"""The command line of specwright. Every command is a module; what they share is in `console`.

Modules here import at their top only what every start needs: a build with nothing to do must not pay
for parsers and templates.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from generator.cli.build import build
from generator.cli.check import check
from generator.cli.console import answer_interrupts, stream_complaints
from generator.cli.diff import diff
from generator.cli.explain import explain
from generator.cli.export import export
from generator.cli.fetch import fetch
from generator.cli.generate import generate
from generator.cli.init import init
from generator.cli.lint import lint
from generator.cli.report import report
from generator.cli.scrape import scrape

app = typer.Typer(
    name="specwright",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = (build, fetch, scrape, generate, lint, explain, export, diff, check, report, init)
for command in COMMANDS:
    app.command(command.__name__, no_args_is_help=command in (scrape, generate, explain, export))(
        answer_interrupts(command)
    )


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"specwright {version('specwright')}")
        raise typer.Exit


@app.callback()
def specwright(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and exit.")
    ] = False,
) -> None:
    """Documentation pages in; OpenAPI documents and typed Python packages out.

    specwright reads the pages on which a vendor documents an API, says where
    they contradict themselves, writes an OpenAPI 3.1 document for review, and
    generates a Python package with contract tests.

    [bold]Start here[/bold]: `specwright init` writes a specwright.toml,
    `specwright build` does what it lists. `scrape` and `generate` are the two
    halves of a build and need no configuration.

    [bold]Exit codes[/bold]: 0 clean · 1 findings or differences · 2 wrong usage
    · 3 a file cannot be read or written · 130 interrupted.
    """


def main() -> None:
    """The entry point; names with bytes that are no text are shown escaped rather than fatal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    with stream_complaints():
        app()
