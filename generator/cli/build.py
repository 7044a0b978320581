"""`specwright build`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cache import page_cache_folder
from generator.cli.console import (
    ConfigOption,
    Exit,
    Format,
    JobsOption,
    NoCacheOption,
    complaints,
    echo_json,
    echo_table,
    progress,
)
from generator.config import FILE_NAME, load_config

if TYPE_CHECKING:
    from generator.build import Outcome


def build(
    apis: Annotated[list[str] | None, typer.Argument(metavar="API", help="APIs to build; all by default.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; list the files that a build would change, and exit 1.")
    ] = False,
    jobs: JobsOption = 0,
    no_cache: NoCacheOption = False,
    config: ConfigOption = Path(FILE_NAME),
    output_format: Annotated[Format, typer.Option("--format", help="Form of the summary.")] = Format.TEXT,
) -> None:
    """Read pages, write documents and packages, as specwright.toml lists them.

    An API whose pages, overlays and settings have not changed is not read
    again. Everything is rendered and validated before the first file is
    written; when anything fails, earlier output stays as it was. A page that
    cannot be read fails a build: without it, operations would silently vanish.

    [bold]Examples[/bold]

    specwright build                  every API of specwright.toml
    specwright build coding gitlab    two of them
    specwright build --check          in CI: is what is committed up to date?
    """
    from generator.build import build_apis
    from generator.drift.check import check_apis
    from generator.pages import Means

    with complaints():
        settings = load_config(config)
        chosen = settings.select(apis or ())
        with progress(resumes=not no_cache) as shown:
            means = Means(jobs, None if no_cache else page_cache_folder(settings.root), shown.watch)
            if check:
                verdicts = check_apis(settings, chosen, fresh=no_cache, means=means, say=shown)
                outcomes, is_stale = tuple(each.outcome for each in verdicts), any(each.changes for each in verdicts)
            else:
                outcomes, is_stale = build_apis(settings, chosen, fresh=no_cache, means=means, say=shown), False
    if output_format is Format.JSON:
        echo_json([_as_dict(outcome, check) for outcome in outcomes])
    else:
        _print_table(outcomes, check)
    if is_stale:
        raise typer.Exit(Exit.FINDINGS)


def _as_dict(outcome: Outcome, check: bool) -> dict[str, object]:
    return {
        "api": outcome.api,
        **outcome.summary.as_dict(),
        "changed" if check else "written": list(outcome.written),
        "removed": list(outcome.removed),
        "edited": list(outcome.edited),
        "unchanged": outcome.unchanged,
    }


def _print_table(outcomes: Sequence[Outcome], check: bool) -> None:
    """One line for each API."""
    counts = ("pages", "operations", "schemas", "errors", "warnings", "infos")
    rows: list[tuple[str, ...]] = [("API", *counts, "changed" if check else "written", "unchanged")]
    for outcome in outcomes:
        numbers = (*(getattr(outcome.summary, name) for name in counts), len(outcome.changes), outcome.unchanged)
        rows.append((outcome.api, *map(str, numbers)))
    echo_table(rows)
    if check:
        edited = {path for outcome in outcomes for path in outcome.edited}
        for path in (path for outcome in outcomes for path in outcome.changes):
            typer.echo(f"edited by hand: {path}" if path in edited else f"differs: {path}")
