"""`specwright check`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cache import page_cache_folder
from generator.cli.baseline import (
    BaselineOption,
    BaselineUse,
    ExpiresOption,
    PruneOption,
    ReasonOption,
    ShowAcceptedOption,
    UpdateOption,
)
from generator.cli.console import ConfigOption, Exit, JobsOption, NoCacheOption, complaints, echo_table, fail, progress
from generator.cli.drift_report import DriftUse, Threshold, judge_drift, print_drift, regrade
from generator.cli.live import (
    LiveOption,
    LiveUse,
    PauseOption,
    RulesOption,
    WritesOption,
    check_server,
    print_live_rules,
)
from generator.cli.reports import LinksOption, ReportFormat
from generator.config import FILE_NAME, load_config

if TYPE_CHECKING:
    from generator.drift.check import Verdict


def check(
    apis: Annotated[list[str] | None, typer.Argument(metavar="API", help="APIs to check; all by default.")] = None,
    fail_on: Annotated[
        Threshold, typer.Option("--fail-on", help="Exit 1 for a finding of this level or a worse one.")
    ] = Threshold.ANY,
    baseline: BaselineOption = None,
    update: UpdateOption = False,
    reason: ReasonOption = "",
    expires: ExpiresOption = "",
    prune: PruneOption = False,
    show_accepted: ShowAcceptedOption = False,
    live: LiveOption = "",
    allow_writes: WritesOption = False,
    pause: PauseOption = 0.5,
    rules: RulesOption = False,
    jobs: JobsOption = 0,
    no_cache: NoCacheOption = False,
    config: ConfigOption = Path(FILE_NAME),
    output_format: Annotated[ReportFormat, typer.Option("--format", help="Form of the findings.")] = ReportFormat.TEXT,
    links: LinksOption = "",
) -> None:
    """Say whether pages, documents and packages still agree.

    The pages are read again and everything is rendered in memory; no output is
    written. Three answers for each API: what the pages say and the document
    does not, as `specwright diff` would, with the lines of the pages; the files
    of the package that are not what the document gives; and the files that
    somebody edited by hand. `build --check` comes to the same verdict.

    An API whose pages, settings and outputs are those of the last build is not
    read again. Findings go to stdout, their number to stderr; the JSON form is
    that of `diff`.

    With --live nothing is read again: the documented calls that only read are
    sent to a server, and its answers compared with the document. The JSON form
    is an array, as that of `lint`. docs/live.md explains it.

    [bold]Examples[/bold]

    specwright check                       every API of specwright.toml
    specwright check gitlab                one of them
    specwright check --fail-on breaking    texts may be out of date
    specwright check --format github       annotations at the lines of the pages
    specwright check gitlab --live https://gitlab.example.com/api/v4
    """
    if rules:
        print_live_rules(output_format)
        return
    if allow_writes and not live:
        fail(Exit.USAGE, "--allow-writes is for --live BASE_URL")
    kept = BaselineUse(baseline, update, prune, reason, expires)
    if kept != BaselineUse():
        kept.check()
    if live:
        server = LiveUse(live, allow_writes, pause, fail_on, output_format, links, show_accepted, kept)
        check_server(config, apis or (), server)
        return
    from generator.build import name_path
    from generator.drift.check import check_apis
    from generator.pages import Means

    with complaints():
        settings = load_config(config)
        chosen = settings.select(apis or ())
        with progress(resumes=not no_cache) as shown:
            means = Means(jobs, None if no_cache else page_cache_folder(settings.root), shown.watch)
            verdicts = check_apis(settings, chosen, fresh=no_cache, means=means, say=shown)
        if output_format is ReportFormat.TEXT:
            _print_table(verdicts)
        if kept.file is None and output_format is ReportFormat.TEXT and not any(each.changes for each in verdicts):
            return  # what judges and prints findings is slow to import
        documents = tuple(name_path(settings, api.document) for api in chosen)
        use = DriftUse("check", fail_on, output_format, config, config, links, show_accepted, kept, documents)
        changes = regrade([change for verdict in verdicts for change in verdict.changes], config)
        report = judge_drift(changes, use)
    print_drift(changes, report, use)
    if report.is_failure:
        raise typer.Exit(Exit.FINDINGS)


def _print_table(verdicts: Sequence[Verdict]) -> None:
    """One line for each API, with the three answers."""
    rows: list[tuple[str, ...]] = [("API", "pages ↔ document", "document ↔ package", "edited by hand")]
    for verdict in verdicts:
        answers = (verdict.document, verdict.package, verdict.edited)
        nouns = (("same", "change"), ("same", "file"), ("none", "file"))
        rows.append(
            (verdict.outcome.api, *(_answer(len(found), *noun) for found, noun in zip(answers, nouns, strict=True)))
        )
    echo_table(rows)


def _answer(count: int, none: str, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}" if count else none
