"""`specwright fetch`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.console import ConfigOption, Exit, Format, complaints, echo_json, echo_table, fail, progress, warn
from generator.config import FILE_NAME, ConfigError, load_config

if TYPE_CHECKING:
    from generator.config import ApiConfig, Config
    from scraper.fetching.targets import Collection, Result
    from scraper.snapshots import Replace


def fetch(
    apis: Annotated[list[str] | None, typer.Argument(metavar="API", help="APIs to refresh; all by default.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; list the pages that would change, and exit 1.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Ask for pages, too, that an interrupted run has behind it.")
    ] = False,
    accept: Annotated[
        list[str] | None,
        typer.Option("--accept", metavar="PAGE", help="Take what was rejected for a page or a glob; asks no server."),
    ] = None,
    config: ConfigOption = Path(FILE_NAME),
    output_format: Annotated[Format, typer.Option("--format", help="Form of the result.")] = Format.TEXT,
) -> None:
    """Refresh the saved pages from the URLs that specwright.toml gives them.

    Asks only for what has changed, one request at a time for each host, as its
    robots.txt allows, and no host that is not configured. A login form, an error
    page or a layout that can no longer be read does not replace a good page: it is
    kept beside it, and reported. An interrupted run goes on where it was.

    [bold]Examples[/bold]

    specwright fetch                          every page that has a URL
    specwright fetch orders --check           what would change?
    specwright fetch --accept pages/a.html    the new layout is right
    """
    if accept and (check or force):
        fail(Exit.USAGE, "--accept asks no server; expected it without --check and --force")
    with complaints():
        settings = load_config(config, fetching=True)
        chosen = [api for api in settings.select(apis or ()) if api.page_urls]
        if not chosen:
            fail(Exit.USAGE, _nothing_to_fetch(settings, apis or ()))
        results = _accept(settings, chosen, accept) if accept else _refresh(settings, chosen, check=check, force=force)
    if output_format is Format.JSON:
        echo_json(_as_dict(settings, chosen, results))
    else:
        _print_table(chosen, results)
    _print_findings(results)
    if _has_findings(results) or (check and any(result.outcome in ("new", "changed") for result in results)):
        raise typer.Exit(Exit.FINDINGS)


def _nothing_to_fetch(settings: Config, names: Sequence[str]) -> str:
    asked = ", ".join(api.name for api in settings.select(names))
    return f"nothing to fetch: no page of {asked} has a URL; [api.<name>.page_urls] in {settings.label} is for them"


def _refresh(settings: Config, chosen: Sequence[ApiConfig], *, check: bool, force: bool) -> tuple[Result, ...]:
    from scraper.fetching.messages import Policy
    from scraper.refresh import refresh_snapshots

    collections = [_collect(settings, api, _read_headers(settings, api)) for api in chosen]
    policy = Policy(**asdict(settings.fetch))
    write: Replace = (lambda _contents: None) if check else _writer(settings)
    with progress(resumes=not check) as shown:
        shown("fetching")
        return refresh_snapshots(collections, policy, write, force=force, watch=shown.watch)


def _accept(settings: Config, chosen: Sequence[ApiConfig], patterns: Sequence[str]) -> tuple[Result, ...]:
    from scraper.refresh import accept_rejected

    return accept_rejected([_collect(settings, api, {}) for api in chosen], patterns, _writer(settings))


def _collect(settings: Config, api: ApiConfig, headers: Mapping[str, str]) -> Collection:
    from generator.cache import FOLDER
    from scraper.fetching.targets import Collection, Target

    places = {page.name: page.path for page in api.pages}
    return Collection(
        api=api.name,
        dialect=api.dialect,
        pages=tuple(places),
        targets=tuple(Target(page, places[page], url) for page, url in api.page_urls),
        metadata=api.snapshots,
        state=settings.root / FOLDER / "fetch" / f"{api.name}.json",
        hosts=api.hosts,
        headers=headers,
    )


def _read_headers(settings: Config, api: ApiConfig) -> Mapping[str, str]:
    """The headers of an API, from the environment; complaints never show a value."""
    found: dict[str, str] = {}
    for header, variable in api.fetch_headers:
        value = os.environ.get(variable, "").strip()
        if not value or not (value.isascii() and value.isprintable()):
            expected = f"expected the value of {header!r} in the environment variable {variable}"
            raise ConfigError(settings.label, api.line, f"{expected}: printable ASCII on one line")
        found[header] = value
    return found


def _writer(settings: Config) -> Replace:
    from generator.files import Step, replace_files, resolve_path

    root = resolve_path(settings.root)

    def step(path: Path, content: bytes | None) -> Step:
        place = resolve_path(path)
        return Step(root if place.is_relative_to(root) else place.parent, place, content)

    return lambda contents: replace_files([step(path, content) for path, content in contents.items()])


def _as_dict(settings: Config, chosen: Sequence[ApiConfig], results: Sequence[Result]) -> dict[str, object]:
    counts = [
        {
            "api": api.name,
            "pages": len(api.pages),
            "without_url": len(api.pages) - len(api.page_urls),
            "snapshots": api.snapshots.relative_to(settings.root).as_posix(),
            "outcomes": dict(Counter(str(result.outcome) for result in results if result.api == api.name)),
        }
        for api in chosen
    ]
    return {"apis": counts, "pages": [result.as_dict() for result in results]}


def _print_table(chosen: Sequence[ApiConfig], results: Sequence[Result]) -> None:
    from scraper.fetching.targets import Outcome

    rows: list[tuple[str, ...]] = [("API", "pages", "without URL", *Outcome)]
    for api in chosen:
        counts = Counter(result.outcome for result in results if result.api == api.name)
        numbers = (len(api.pages), len(api.pages) - len(api.page_urls), *(counts[outcome] for outcome in Outcome))
        rows.append((api.name, *map(str, numbers)))
    echo_table(rows)
    for result in results:
        if result.outcome not in (Outcome.UNCHANGED, Outcome.SKIPPED, Outcome.FAILED):
            typer.echo(f"{result.outcome}: {result.target.page}")


def _print_findings(results: Sequence[Result]) -> None:
    for result in results:
        for finding in result.findings:
            warn(f"{result.target.page}: {finding.severity} {finding.code}: {finding.message} ({result.target.url})")


def _has_findings(results: Sequence[Result]) -> bool:
    return any(finding.severity in ("error", "warning") for result in results for finding in result.findings)
