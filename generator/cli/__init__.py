"""The command line of specwright. Every command is a module; what they share is in `console`.

Modules here import at their top only what every start needs: a build with nothing to do must not pay
for parsers and templates.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated

import typer

from generator.cli.console import answer_interrupts, stream_complaints

#: Each is a module of this package with a function of its name.
COMMANDS = ("build", "fetch", "scrape", "generate", "lint", "explain", "export", "diff", "check", "report", "init")
_NEED_ARGUMENTS = frozenset({"scrape", "generate", "explain", "export"})


def make_app(words: Sequence[str]) -> typer.Typer:
    """The command line; with one command alone where the words begin with its name, as the others take time to import.

    Args:
        words: What follows the name of the program.
    """
    app = typer.Typer(
        name="specwright",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(specwright)
    for name in (words[0],) if words and words[0] in COMMANDS else COMMANDS:
        command = getattr(import_module(f"generator.cli.{name}"), name)
        app.command(name, no_args_is_help=name in _NEED_ARGUMENTS)(answer_interrupts(command))
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"specwright {version('specwright')}")
        raise typer.Exit


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
        make_app(sys.argv[1:])()
