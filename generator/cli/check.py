"""`specwright check`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
from generator.cli.console import (
    ConfigOption,
    Exit,
    JobsOption,
    NoCacheOption,
    complaints,
    echo_table,
    fail,
    progress,
    warn,
)
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


ApisArgument = Annotated[list[str] | None, typer.Argument(metavar="API", help="APIs to check; all by default.")]
FailOption = Annotated[Threshold, typer.Option("--fail-on", help="Exit 1 for a finding of this level or a worse one.")]
FormatOption = Annotated[ReportFormat, typer.Option("--format", help="Form of the findings.")]


def check(
    apis: ApisArgument = None,
    fail_on: FailOption = Threshold.ANY,
    baseline: BaselineOption = None,
    update: UpdateOption = False,
    reason: ReasonOption = "",
    expires: ExpiresOption = "",
    prune: PruneOption = False,
    show_accepted: ShowAcceptedOption = False,
    live: LiveOption = None,
    allow_writes: WritesOption = False,
    pause: PauseOption = 0.5,
    rules: RulesOption = False,
    jobs: JobsOption = 0,
    no_cache: NoCacheOption = False,
    config: ConfigOption = Path(FILE_NAME),
    output_format: FormatOption = ReportFormat.TEXT,
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
    if allow_writes and live is None:
        fail(Exit.USAGE, "--allow-writes is for --live BASE_URL")
    kept = BaselineUse(baseline, update, prune, reason, expires)
    if kept != BaselineUse():
        kept.check()
    if live is not None:
        server = LiveUse(live, allow_writes, pause, fail_on, output_format, links, show_accepted, kept)
        check_server(config, apis or (), server)
        return
    use = DriftUse("check", fail_on, output_format, config, config, links, show_accepted, kept)
    if _check_project(apis or (), use, jobs, no_cache):
        raise typer.Exit(Exit.FINDINGS)


def _check_project(names: Sequence[str], use: DriftUse, jobs: int, no_cache: bool) -> bool:
    """Compares pages, documents and packages, and prints what disagrees; whether that fails."""
    from generator.build import name_path
    from generator.drift.check import check_each
    from generator.pages import Means

    with complaints():
        settings = load_config(use.config)
        chosen = settings.select(names)
        with progress(resumes=not no_cache) as shown:
            means = Means(jobs, None if no_cache else page_cache_folder(settings.root), shown.watch)
            checked = check_each(settings, chosen, fresh=no_cache, means=means, say=shown)
        known = {verdict.outcome.api for verdict in checked.verdicts}
        documents = tuple(name_path(settings, api.document) for api in chosen if api.name in known)
        failed = _print_verdicts(checked.verdicts, replace(use, documents=documents))
    _complain(checked.errors)
    return failed


def _print_verdicts(verdicts: Sequence[Verdict], use: DriftUse) -> bool:
    """Prints what disagrees; whether that fails."""
    if use.form is ReportFormat.TEXT and verdicts:
        _print_table(verdicts)
    found = [change for verdict in verdicts for change in verdict.changes]
    if use.baseline.file is None and use.form is ReportFormat.TEXT and not found:
        return False  # what judges and prints findings is slow to import
    changes = regrade(found, use.config)
    report = judge_drift(changes, use)
    print_drift(changes, report, use)
    if len(changes) < len(found):
        warn(f"{len(found) - len(changes)} ignored by [drift.levels]")
    if found and not report.is_failure:
        warn("a build would still write files: nothing that disagrees counts here")
    return report.is_failure


def _complain(errors: Sequence[Exception]) -> None:
    """Says what is wrong with the input of each API that could not be checked, and leaves if there is one."""
    codes = []
    for error in errors:
        try:
            with complaints():
                raise error
        except typer.Exit as left:
            codes.append(left.exit_code)
    if codes:
        raise typer.Exit(max(codes))


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
