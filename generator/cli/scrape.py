"""`specwright scrape`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.console import Exit, Format, complaints, echo_json, fail, progress, warn

if TYPE_CHECKING:
    from generator.pages import Contract
    from scraper.pipeline import Scrape

Overlays = Annotated[list[Path] | None, typer.Option(metavar="FILE", help="OpenAPI Overlay to apply; may be repeated.")]
Findings = Annotated[Path | None, typer.Option(metavar="FILE.json", help="Also write the findings about the pages.")]
Lines = Annotated[Path | None, typer.Option(metavar="FILE.json", help="Also write what became of every line.")]


def scrape(
    files: Annotated[list[Path], typer.Argument(metavar="FILES", help="The pages of one API, in order.")],
    dialect: Annotated[
        str,
        typer.Option("--dialect", metavar="NAME", help="How the vendor lays out its pages: coding, gitlab, huawei."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="OUT.yaml", help="The OpenAPI document.")],
    title: Annotated[str, typer.Option(help="Title of the API; that of the first page by default.")] = "",
    overlay: Overlays = None,
    diagnostics: Findings = None,
    accounting: Lines = None,
    output_format: Annotated[Format, typer.Option("--format", help="Form of the summary.")] = Format.TEXT,
) -> None:
    """Read pages into an OpenAPI 3.1 document, without a configuration.

    The source map, which says for every fact on which page and line it stands,
    is written beside the document: OUT.sourcemap.json. A document whose name
    ends in .json is JSON. Findings do not change the exit code; `specwright
    lint` is for that.

    [bold]Examples[/bold]

    specwright scrape api.txt --dialect coding -o api.yaml
    specwright scrape pages/*.html --dialect huawei -o repo.yaml --title Repo
    specwright scrape doc.md --dialect gitlab -o doc.yaml --diagnostics doc.json
    """
    from generator.config import source_map_path
    from generator.files import write_files
    from generator.lint import count_line
    from generator.pages import Settings, read_contract

    with complaints():
        _check_targets(output, [diagnostics, accounting], [*files, *(overlay or ())])
        settings = Settings(dialect, title=title, overlays=tuple((path, path.as_posix()) for path in overlay or ()))
        with progress() as say:
            say(f"reading {len(files)} pages")
            contract = read_contract(files, settings, output.as_posix())
        texts = {output: _document(contract, output), source_map_path(output): contract.source_map}
        write_files(texts | _reports(contract.scrape, diagnostics, accounting))
    _print_summary(contract, output, output_format)
    if contract.scrape.diagnostics and not diagnostics:
        warn(f"{count_line(contract.scrape.diagnostics)}; `specwright lint` with the same files lists them")


def _document(contract: Contract, output: Path) -> str:
    return _dump(contract.document) if output.suffix == ".json" else contract.text


def _print_summary(contract: Contract, output: Path, output_format: Format) -> None:
    counts = contract.summary
    if output_format is Format.JSON:
        echo_json(counts.as_dict())
    else:
        pages = "1 page" if counts.pages == 1 else f"{counts.pages} pages"
        typer.echo(f"{output}: {counts.operations} operations, {counts.schemas} schemas from {pages}")
    for line in contract.broken:
        warn(f"warning: {line}; an overlay can put it in")


def _check_targets(output: Path, reports: list[Path | None], inputs: list[Path]) -> None:
    from generator.config import source_map_path
    from generator.files import resolve_path

    if not output.name:
        fail(Exit.USAGE, f"{output} is a folder; expected the name of a file")
    targets = [output, source_map_path(output), *filter(None, reports)]
    given, places = {resolve_path(path) for path in inputs}, [resolve_path(path) for path in targets]
    for path, place in zip(targets, places, strict=True):
        if place in given or places.count(place) > 1:
            fail(Exit.USAGE, f"{path} would be overwritten; expected an output of its own")


def _reports(scrape: Scrape, diagnostics: Path | None, accounting: Path | None) -> dict[Path, str]:
    """The optional outputs in their published form."""
    texts = {}
    if diagnostics:
        texts[diagnostics] = _dump([finding.as_dict() for finding in scrape.diagnostics])
    if accounting:
        texts[accounting] = _dump({page: lines.as_dict() for page, lines in scrape.accounting.items()})
    return texts


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
