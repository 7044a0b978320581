"""`specwright build`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.console import ConfigOption, Exit, Format, complaints, echo_json, progress
from generator.config import FILE_NAME, load_config

if TYPE_CHECKING:
    from generator.build import Outcome


def build(
    apis: Annotated[list[str] | None, typer.Argument(metavar="API", help="APIs to build; all by default.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; list the files that a build would change, and exit 1.")
    ] = False,
    config: ConfigOption = Path(FILE_NAME),
    output_format: Annotated[Format, typer.Option("--format", help="Form of the summary.")] = Format.TEXT,
) -> None:
    """Read pages, write documents and packages, as specwright.toml lists them.

    An API whose pages, overlays and settings have not changed is not read
    again. Everything is rendered and validated before the first file is
    written; when anything fails, earlier output stays as it was.

    [bold]Examples[/bold]

    specwright build                  every API of specwright.toml
    specwright build coding gitlab    two of them
    specwright build --check          in CI: is what is committed up to date?
    """
    from generator.build import build_apis

    with complaints():
        settings = load_config(config)
        chosen = settings.select(apis or ())
        with progress() as say:
            outcomes = build_apis(settings, chosen, check=check, say=say)
    if output_format is Format.JSON:
        echo_json([_as_dict(outcome) for outcome in outcomes])
    else:
        _print_table(outcomes, check)
    if check and any(outcome.changes for outcome in outcomes):
        raise typer.Exit(Exit.FINDINGS)


def _as_dict(outcome: Outcome) -> dict[str, object]:
    return {
        "api": outcome.api,
        **outcome.summary.as_dict(),
        "written": list(outcome.written),
        "removed": list(outcome.removed),
        "edited": list(outcome.edited),
        "unchanged": outcome.unchanged,
    }


def _print_table(outcomes: Sequence[Outcome], check: bool) -> None:
    """One line for each API. Rich's tables take longer to import than a build with nothing to do."""
    counts = ("pages", "operations", "schemas", "errors", "warnings", "infos")
    rows: list[tuple[str, ...]] = [("API", *counts, "changed" if check else "written", "unchanged")]
    for outcome in outcomes:
        numbers = (*(getattr(outcome.summary, name) for name in counts), len(outcome.changes), outcome.unchanged)
        rows.append((outcome.api, *map(str, numbers)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        typer.echo("  ".join([row[0].ljust(widths[0]), *cells]))
    if check:
        edited = {path for outcome in outcomes for path in outcome.edited}
        for path in (path for outcome in outcomes for path in outcome.changes):
            typer.echo(f"edited by hand: {path}" if path in edited else f"differs: {path}")
