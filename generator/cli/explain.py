"""`specwright explain`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.console import Format
from generator.config import FILE_NAME


def explain(
    api: Annotated[str, typer.Argument(metavar="API", help="A name of specwright.toml, or a document's file.")],
    pointer: Annotated[str, typer.Argument(metavar="POINTER", help="The fact to explain.")],
    config: Annotated[Path, typer.Option("--config", metavar="FILE", help="The configuration.")] = Path(FILE_NAME),
    output_format: Annotated[Format, typer.Option("--format", help="Form of the answer.")] = Format.TEXT,
) -> None:
    """Say where a fact comes from, with the line of the page that states it.

    POINTER is OPERATION, OPERATION.PROPERTY, SCHEMA.PROPERTY, or a JSON pointer
    into the document.

    [bold]Examples[/bold]

    specwright explain coding DescribeIssue.IssueCode
    specwright explain coding '#/components/schemas/IssueDetail' --format json
    """
