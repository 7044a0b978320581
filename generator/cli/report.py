"""`specwright report`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cache import page_cache_folder
from generator.cli.console import ConfigOption, Exit, JobsOption, NoCacheOption, complaints, fail, progress, warn
from generator.config import FILE_NAME, load_config

if TYPE_CHECKING:
    from generator.config import ApiConfig, Config
    from generator.html_report import Subject
    from generator.pages import Means


def report(
    apis: Annotated[list[str] | None, typer.Argument(metavar="API", help="APIs to report on; all by default.")] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file.", show_default="to stdout"),
    ] = None,
    jobs: JobsOption = 0,
    no_cache: NoCacheOption = False,
    config: ConfigOption = Path(FILE_NAME),
) -> None:
    """Write what was read of the pages, and what is wrong with them, as a page.

    One HTML file without scripts that loads nothing: how well each page was
    read, the operations and where the pages state them, and all findings of
    `lint` with the line of the page. The exit code does not depend on findings.

    [bold]Examples[/bold]

    specwright report -o report.html
    specwright report coding -o coding.html
    """
    from generator.files import write_files
    from generator.html_report import render_report
    from generator.lint import count_line
    from generator.page_lines import line_reader
    from generator.pages import Means

    with complaints(), progress(resumes=not no_cache) as shown:
        settings = load_config(config)
        chosen = settings.select(apis or ())
        _check_target(output, settings, chosen)
        means = Means(jobs, None if no_cache else page_cache_folder(settings.root), shown.watch)
        subjects = []
        for api in chosen:
            shown(f"{api.name}: reading {len(api.pages)} pages")
            subjects.append(_read(settings, api, means))
        text = render_report(subjects, line_reader(settings.root))
        if output is not None:
            write_files({output: text})
    if output is None:
        typer.echo(text, nl=False)
        return
    typer.echo(f"{output}: {', '.join(subject.name for subject in subjects)}")
    warn(count_line([finding for subject in subjects for finding in subject.reading.scrape.diagnostics]))


def _check_target(output: Path | None, config: Config, apis: Sequence[ApiConfig]) -> None:
    from generator.files import resolve_path

    inputs = [config.path, *(file.path for api in apis for file in (*api.pages, *api.overlays))]
    if output is not None and resolve_path(output) in map(resolve_path, inputs):
        fail(Exit.USAGE, f"{output} would be overwritten; expected an output of its own")


def _read(config: Config, api: ApiConfig, means: Means) -> Subject:
    from generator.build import api_settings
    from generator.html_report import Subject
    from generator.pages import read_pages, review_reading

    settings = api_settings(config, api)
    readings = read_pages([page.path for page in api.pages], settings, means)
    reading = review_reading(readings, settings)
    urls = dict(reading.scrape.api.page_urls)
    return Subject(api.name, [page.name for page in api.pages], reading, urls)
