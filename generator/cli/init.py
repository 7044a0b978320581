"""`specwright init`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.console import Format, complaints, echo_json, progress
from generator.config import FILE_NAME
from generator.project import HOOKS, IGNORES, SHARED, CiService, ci_files


def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The new project's folder.")] = Path(),
    ci: Annotated[CiService, typer.Option("--ci", help="Whose CI the project uses.")] = CiService.GITHUB,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the files that exist.")] = False,
    output_format: Annotated[Format, typer.Option("--format", help="Form of the list of files.")] = Format.TEXT,
) -> None:
    """Start a project: a configuration, an example page, hooks, and what its CI runs.

    The page is an invented one, and is built at once: document and package are
    there to look at, and `specwright check` passes. For GitHub there are two
    workflows: one checks pushes and pull requests, the other asks for the pages
    every night and opens a pull request with what changed. docs/ci.md explains
    them.

    Existing files are not overwritten: if one of them is there, nothing is
    written. Only a .gitignore and a .pre-commit-config.yaml may be there; they
    are left as they are. All files are written at the end, together: an
    interrupted run leaves none.

    [bold]Examples[/bold]

    specwright init                       here
    specwright init vendor-api            in a new folder
    specwright init vendor-api --ci none  without a workflow
    """
    from generator.origin import find_requirement
    from generator.project import project_files, write_project

    with complaints(), progress() as shown:
        requirement = find_requirement()
        texts = project_files(ci, requirement)
        kept = [name for name in SHARED if os.path.lexists(directory / name)]
        texts = {name: text for name, text in texts.items() if name not in kept}
        outcomes = write_project(directory, texts, force=force, say=shown)
    paths = [(directory / name).as_posix() for name in texts]
    advice = list(_advise(directory, ci, requirement, kept))
    if output_format is Format.JSON:
        built = {outcome.api: list(outcome.written) for outcome in outcomes}
        echo_json({"written": paths, "built": built, "next": advice})
        return
    lines = [f"wrote {path}" for path in paths]
    lines += [f"built {outcome.api}: {len(outcome.written)} files" for outcome in outcomes]
    typer.echo("\n".join([*lines, *(f"next: {line}" for line in advice)]))


def _advise(directory: Path, ci: CiService, requirement: str, kept: Sequence[str]) -> Iterator[str]:
    """What is left to do by hand."""
    from generator.project import missing_ignores

    yield f"name the pages of your vendor in {directory / FILE_NAME}, and run `specwright build`"
    if lacking := missing_ignores(directory / IGNORES):
        yield f"add {' and '.join(lacking)} to {directory / IGNORES}, which was there and is left as it was"
    if HOOKS in kept:
        yield f"add the hooks of docs/ci.md to {directory / HOOKS}, which was there and is left as it was"
    if ci_files(ci) and not requirement:
        files = " and ".join(str(directory / name) for name in ci_files(ci))
        yield f"say in {files}, as SPECWRIGHT, where CI gets specwright: nobody else can install the folder of this one"
