"""`specwright generate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.console import Format, complaints, echo_json, progress, warn


def generate(
    document: Annotated[Path, typer.Argument(metavar="DOC", help="An OpenAPI 3.x document, YAML or JSON.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the package goes.")],
    name: Annotated[str, typer.Option(help="Name of the package; that of the document's file by default.")] = "",
    output_format: Annotated[Format, typer.Option("--format", help="Form of the summary.")] = Format.TEXT,
) -> None:
    """Generate a typed Python package from an OpenAPI document.

    Works on any OpenAPI 3.x document, whoever wrote it. Files that would not
    change are not touched; files that you added to DIR stay. With a source map
    beside the document, DOC.sourcemap.json, failing contract tests name the page
    and the line that they contradict.

    [bold]Examples[/bold]

    specwright generate spec/documents/coding.yaml -o generated/coding
    specwright generate petstore.json -o clients/petstore --name pets
    """
    from generator.citations import NO_SOURCES
    from generator.config import source_map_path
    from generator.package import generate_package
    from generator.write import write_package
    from spec.load import load_document, load_source_map

    with complaints():
        with progress() as say:
            say(f"reading {document}")
            loaded = load_document(document)
            say("generating")
            beside = source_map_path(document)
            sources = load_source_map(beside) if beside.exists() else NO_SOURCES
            package = generate_package(loaded, name=name or document.stem, sources=sources)
        report = write_package(package, output)
    for finding in package.diagnostics:
        warn(f"{document.as_posix()}: {finding.pointer}: {finding.message}")
    written, unchanged, removed = len(report.written), len(report.unchanged), len(report.removed)
    if output_format is Format.JSON:
        echo_json({"package": package.name, "written": written, "unchanged": unchanged, "removed": removed})
    else:
        typer.echo(f"{output}: package {package.name}: {written} written, {unchanged} unchanged, {removed} removed")
