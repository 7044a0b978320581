"""`specwright init`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.console import Format, complaints, echo_json
from generator.config import FILE_NAME, load_config
from generator.project import CiService


def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The new project's folder.")] = Path(),
    ci: Annotated[CiService, typer.Option("--ci", help="Whose CI the project uses.")] = CiService.GITHUB,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the files that exist.")] = False,
    output_format: Annotated[Format, typer.Option("--format", help="Form of the list of files.")] = Format.TEXT,
) -> None:
    """Start a project: a configuration, an example page, and what its CI runs.

    The page is an invented one, and is built at once: document and package are
    there to look at, and `specwright check` passes. For GitHub there are two
    workflows: one checks pushes and pull requests, the other asks for the pages
    every night and opens a pull request with what changed. docs/ci.md explains
    them.

    Existing files are not overwritten: if one of them is there, nothing is
    written. Only a .gitignore may be there; it is left as it is.

    [bold]Examples[/bold]

    specwright init                       here
    specwright init vendor-api            in a new folder
    specwright init vendor-api --ci none  without a workflow
    """
    from generator.build import build_apis
    from generator.files import create_files, write_files
    from generator.project import LEFT_ALONE, project_files

    kept = {name for name in LEFT_ALONE if os.path.lexists(directory / name)}
    texts = {directory / name: text for name, text in project_files(ci).items() if name not in kept}
    with complaints():
        (write_files if force else create_files)(texts)
        config = load_config(directory / FILE_NAME)
        outcomes = build_apis(config, config.apis)
    if output_format is Format.JSON:
        built = {outcome.api: list(outcome.written) for outcome in outcomes}
        echo_json({"written": [path.as_posix() for path in texts], "built": built})
        return
    lines = [f"wrote {path}" for path in texts]
    lines += [f"built {outcome.api}: {len(outcome.written)} files" for outcome in outcomes]
    typer.echo("\n".join(lines))
