"""`specwright scrape`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cache import page_cache_folder
from generator.cli.console import (
    DIALECTS,
    Exit,
    Format,
    JobsOption,
    NoCacheOption,
    complaints,
    echo_json,
    fail,
    list_errors,
    progress,
    warn,
)
from generator.services import Split

if TYPE_CHECKING:
    from generator.scraping import Output, Service
    from scraper.reading import PageReading

Overlays = Annotated[list[Path] | None, typer.Option(metavar="FILE", help="OpenAPI Overlay to apply; may be repeated.")]
Findings = Annotated[Path | None, typer.Option(metavar="FILE.json", help="Also write the findings about the pages.")]
Lines = Annotated[Path | None, typer.Option(metavar="FILE.json", help="Also write what became of every line.")]
ReportFile = Annotated[Path | None, typer.Option(metavar="FILE.json", help="Also write the report of --report.")]
SplitBy = Annotated[
    Split | None,
    typer.Option(help="One document for each folder, each part of a file name before `__`, or each page."),
]


def scrape(
    files: Annotated[list[str], typer.Argument(metavar="FILES", help="Pages, folders, globs, or @LIST.")],
    dialect: Annotated[
        str,
        typer.Option("--dialect", metavar="NAME", help=f"How the vendor lays out its pages: {DIALECTS}."),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT.yaml", help="The OpenAPI document; with --split-by a folder.")
    ],
    title: Annotated[
        str,
        typer.Option(
            help="Title of the API; by default that of the first page, with --split-by the name of the service."
        ),
    ] = "",
    overlay: Overlays = None,
    split_by: SplitBy = None,
    report: Annotated[bool, typer.Option("--report", help="Print how well each page was read.")] = False,
    report_file: ReportFile = None,
    diagnostics: Findings = None,
    accounting: Lines = None,
    jobs: JobsOption = 0,
    no_cache: NoCacheOption = False,
    output_format: Annotated[Format, typer.Option("--format", help="Form of the summary.")] = Format.TEXT,
) -> None:
    """Read pages into an OpenAPI 3.1 document, without a configuration.

    FILES are pages in the order in which they are documented; a folder stands
    for the pages in it and below it, @LIST for what the file LIST names, one a
    line. The source map, which says for every fact on which page and line it
    stands, is written beside the document: OUT.sourcemap.json. A document whose
    name ends in .json is JSON.

    A page that cannot be read, or is none of the dialect, is skipped and named;
    the exit code is then 1, and 3 where no page is left. Other findings do not
    change it; `specwright lint` is for that.

    What was read of a page is kept, in .specwright beside a specwright.toml or
    else among your caches, and used until the page changes.

    [bold]Examples[/bold]

    specwright scrape api.txt --dialect coding -o api.yaml
    specwright scrape pages/*.html --dialect huawei -o repo.yaml --title Repo
    specwright scrape doc.md --dialect gitlab -o doc.yaml --diagnostics doc.json
    specwright scrape pages --dialect huawei --split-by folder -o out --report
    """
    from generator.files import write_files
    from generator.page_files import list_pages
    from generator.pages import Means, Settings, read_pages
    from generator.scraping import format_reports, scrape_service, scrape_services

    overlays = tuple((path, path.as_posix()) for path in overlay or ())
    settings = Settings(dialect, title=title, overlays=overlays)
    reports = [diagnostics, accounting, report_file]
    with complaints(), progress(resumes=not no_cache) as shown:
        pages = list_pages(files)
        services = _services(pages, split_by, output)
        _check_targets(list(services), reports, [*pages, *(overlay or ())])
        shown("reading pages")
        means = Means(jobs, None if no_cache else page_cache_folder(Path()), shown.watch)
        readings = read_pages(pages, settings, means)
        shown("writing documents" if split_by else "writing the document")
        chosen = [_service(path, positions, readings, split_by) for path, positions in services.items()]
        outputs = scrape_services(chosen, settings) if split_by else [scrape_service(chosen[0], settings)]
        texts = {path: text for each in outputs for path, text in each.texts.items()}
        write_files(texts | format_reports(outputs, *reports))
    _print_summary(outputs, sum(reading.is_recalled for reading in readings), report, output_format)
    _print_findings(outputs, is_written=diagnostics is not None, is_reported=report)
    if _warn_of_layout(outputs) or any(each.faults or each.problems for each in outputs):
        raise typer.Exit(Exit.FINDINGS)


def _services(pages: Sequence[Path], split_by: Split | None, output: Path) -> dict[Path, Sequence[int]]:
    """The positions of the pages of each document, by its file."""
    from generator.services import ServiceNameError, group_pages

    if split_by is None:
        return {output: range(len(pages))}
    if os.path.isfile(output):  # noqa: PTH113  (`Path.is_file` raises on a name that is too long)
        fail(Exit.FILES, f"{output}: expected a folder, found a file")
    try:
        return {output / f"{name}.yaml": positions for name, positions in group_pages(pages, split_by).items()}
    except ServiceNameError as error:
        fail(Exit.USAGE, str(error))


def _service(path: Path, positions: Sequence[int], readings: Sequence[PageReading], split_by: Split | None) -> Service:
    """The service of a document; what its pages have in common is its title, and a page has one of its own."""
    from generator.scraping import Service

    title = path.stem if split_by in (Split.FOLDER, Split.PREFIX) else ""
    return Service(path, [readings[position] for position in positions], title)


def _print_summary(outputs: Sequence[Output], recalled: int, report: bool, output_format: Format) -> None:
    from generator.lint import count_noun
    from generator.quality_text import format_quality
    from generator.scraping import join_qualities, summarise_outputs
    from scraper.quality import report_as_dict

    if output_format is Format.JSON:
        extra = {"report": report_as_dict(join_qualities(outputs))} if report else {}
        echo_json({**summarise_outputs(outputs, recalled), **extra})
        return
    for counts, path in ((each.summary, each.path) for each in outputs):
        if counts:
            pages = count_noun(counts.pages, "page")
            found = f"{count_noun(counts.operations, 'operation')}, {count_noun(counts.schemas, 'schema')}"
            typer.echo(f"{path}: {found} from {pages}")
    for line in format_quality(join_qualities(outputs)) if report else ():
        typer.echo(line)


def _print_findings(outputs: Sequence[Output], *, is_written: bool, is_reported: bool) -> None:
    """What somebody has to know about the pages, on stderr: skipped ones, and how many findings there are."""
    from generator.lint import count_line, count_noun

    findings = [finding for each in outputs for finding in each.diagnostics]
    for line in (line for each in outputs for line in each.broken):
        warn(f"warning: {line}; an overlay can put it in")
    list_errors(problem for each in outputs for problem in each.problems)
    faults = [fault for each in outputs for fault in each.faults]
    list_errors(f"{fault.page}:{fault.line}: {fault.message}" for fault in faults)
    pages = sum(len(each.pages) for each in outputs)
    if pages > 1:
        skipped = {fault.page for fault in faults}
        read = (pair for each in outputs for pair in each.accounting.items() if pair[0] not in skipped)
        in_part = sum(bool(account.unread) for _, account in read)
        warn(f"{count_noun(pages, 'page')}: {len(faults)} skipped, {in_part} with lines that were not understood")
    if findings and not is_written:
        warn(f"{count_line(findings)}; `specwright lint` with the same files lists them")
        if pages > 1 and not is_reported:
            codes = Counter(finding.code for finding in findings)
            ordered = sorted(codes.items(), key=lambda item: (-item[1], item[0]))
            warn(", ".join(f"{code} {number}" for code, number in ordered))


def _warn_of_layout(outputs: Sequence[Output]) -> bool:
    """Whether most pages are laid out as another dialect has it, and says so."""
    from generator.lint import count_noun

    pages = sum(len(each.pages) - len(each.faults) for each in outputs)
    others = sum(finding.code == "other-layout" for each in outputs for finding in each.diagnostics)
    if is_most := 2 * others > pages:
        warn(f"warning: {others} of {count_noun(pages, 'page')} read like those of another dialect; see other-layout")
    return is_most


def _check_targets(documents: Sequence[Path], reports: Sequence[Path | None], inputs: Sequence[Path]) -> None:
    from generator.config import source_map_path
    from generator.files import resolve_path

    for path in documents:
        if path.name in ("", "-"):
            found = "a folder" if not path.name else "no file, and the source map would have no place beside it"
            fail(Exit.USAGE, f"{path} is {found}; expected the name of a file")
    targets = [*documents, *map(source_map_path, documents), *filter(None, reports)]
    places = Counter(resolve_path(path) for path in targets)
    # `resolve` raises on circles of links, which a page that is skipped may be.
    places.update(Path(os.path.realpath(path)) for path in inputs)
    for path in targets:
        if places[resolve_path(path)] > 1:
            fail(Exit.USAGE, f"{path} would be overwritten; expected an output of its own")
