"""Pages → document: the reviewed half of a build, and all of `specwright scrape`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cache import Summary

if TYPE_CHECKING:
    from scraper.batch import Watch
    from scraper.pipeline import Scrape
    from scraper.reading import PageFile, PageReading
    from spec.diagnostics import Diagnostic
    from spec.emit import Emitted
    from spec.model import JSON, Api, Source
    from spec.overlay.actions import Overlay
    from spec.sourcemap import SourceMap
    from spec.validate import Problem

DEFAULT_VERSION = "1.0.0"
METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})


class InvalidDocumentError(Exception):
    """A document that does not validate; `problems` has one line for each."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problems))


@dataclass(frozen=True, slots=True)
class Settings:
    """What somebody may say about pages in addition to the pages themselves.

    `names` says how to call a page in findings and source maps; `servers` pairs each base URL with
    the line of the configuration, called `label`, that states it; `overlays` are pairs of path and name.
    """

    dialect: str
    names: Mapping[Path, str] = field(default_factory=dict)
    title: str = ""
    version: str = ""
    servers: tuple[tuple[str, int], ...] = ()
    page_urls: tuple[tuple[str, str], ...] = ()
    overlays: tuple[tuple[Path, str], ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Means:
    """How pages are read.

    Attributes:
        jobs: The number of processes; 0 for as many as are worth it.
        cache: The folder that keeps what was read of pages, if one may.
        watch: Called with the number of pages that are done, and of all.
    """

    jobs: int = 0
    cache: Path | None = None
    watch: Watch | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    """The text of a validated document, its source map, and the scrape that it rests on.

    `broken` says, one line each, which operations still need an overlay before they can be called.
    """

    text: str
    sources: SourceMap
    scrape: Scrape
    summary: Summary
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What pages say, and the document that says it with the overlays applied; not yet validated."""

    scrape: Scrape
    emitted: Emitted


def read_pages(paths: Sequence[Path], settings: Settings, means: Means | None = None) -> list[PageReading]:
    """Reads pages on disk, each on its own.

    Raises:
        UnknownDialectError: No dialect has the name.
    """
    from scraper.reading import PageFile

    return read_page_files(
        [PageFile(path, settings.names.get(path, path.as_posix())) for path in paths], settings, means
    )


def read_page_files(files: Sequence[PageFile], settings: Settings, means: Means | None = None) -> list[PageReading]:
    """Reads pages under the names that they have, each on its own; see `read_pages`."""
    from generator.cache import hash_program, hash_reading
    from scraper.batch import read_files
    from scraper.page_cache import PageCache
    from scraper.reading import Reader

    means, cache = means or Means(), None
    if means.cache is not None:
        cache = PageCache(means.cache, hash_reading(hash_program(), settings.dialect))
    return read_files(files, Reader(settings.dialect, cache), jobs=means.jobs, watch=means.watch)


def make_reading(readings: Sequence[PageReading], settings: Settings) -> Reading:
    """One document of what pages say, with what the settings state and the overlays applied.

    Raises:
        InputError: No page could be read, or none documents an operation.
        OverlayError: An overlay cannot be read, or one of its targets matches nothing.
    """
    found, emitted = _emit(readings, settings)
    if settings.overlays:
        from spec.overlay.apply import apply_overlays  # slow to import

        emitted = apply_overlays(emitted, _read_overlays(settings))
    diagnostics = _name_operations(found.diagnostics, found.api, emitted)
    return Reading(replace(found, diagnostics=diagnostics), emitted)


def review_reading(readings: Sequence[PageReading], settings: Settings) -> Reading:
    """As `make_reading`, with the findings about overlays, too: an action whose target is missing is one of them.

    Raises:
        InputError: No page could be read, or none documents an operation.
        OverlayError: An overlay cannot be read, or one of its actions not be carried out, wherever its target is.
    """
    found, emitted = _emit(readings, settings)
    findings: tuple[Diagnostic, ...] = ()
    if settings.overlays:
        from spec.overlay.review import review_overlays  # slow to import

        lines = {page: account.lines for page, account in found.accounting.items()}
        emitted, findings = review_overlays(emitted, _read_overlays(settings), lines)
    diagnostics = (*_name_operations(found.diagnostics, found.api, emitted), *findings)
    return Reading(replace(found, diagnostics=diagnostics), emitted)


def _emit(readings: Sequence[PageReading], settings: Settings) -> tuple[Scrape, Emitted]:
    """What pages say, and the document of it, without overlays."""
    from scraper.pipeline import join_readings
    from spec.emit import emit_openapi

    found = join_readings(readings, settings.title)
    api = _add_settings(found.api, settings)
    return replace(found, api=api), emit_openapi(api, version=settings.version or DEFAULT_VERSION)


def _read_overlays(settings: Settings) -> list[Overlay]:
    from spec.overlay.actions import read_overlay

    return [read_overlay(path, label) for path, label in settings.overlays]


def make_contract(
    readings: Sequence[PageReading], settings: Settings, name: str, dump: Callable[[JSON], str] | None = None
) -> Contract:
    """Makes a validated document.

    Args:
        readings: What was read of the pages.
        settings: What is stated besides.
        name: What to call the document in complaints.
        dump: Makes the text of the document; YAML by default.

    Raises:
        InputError, OverlayError: See `make_reading`.
        InvalidDocumentError: The document does not validate.
    """
    from spec.validate import validate_document
    from spec.yaml import dump_yaml

    reading = make_reading(readings, settings)
    document = reading.emitted.document
    problems = validate_document(document)
    broken = tuple(_complain(name, problem) for problem in problems if problem.kind == "broken")
    invalid = [problem for problem in problems if problem.kind != "broken"]
    if invalid:
        writers = _find_writers(readings, settings, invalid)
        raise InvalidDocumentError([_complain(name, problem, writers.get(problem, "")) for problem in invalid])
    summary = summarise(document, reading.scrape)
    return Contract((dump or dump_yaml)(document), reading.emitted.sources, reading.scrape, summary, broken)


def _complain(name: str, problem: Problem, writer: str = "") -> str:
    return f"{name}: {problem.pointer or '/'}: {problem.message}{writer}"


def _find_writers(
    readings: Sequence[PageReading], settings: Settings, problems: Sequence[Problem]
) -> dict[Problem, str]:
    """The actions that brought problems into the document, as they are named behind them."""
    if not settings.overlays:
        return {}
    from spec.overlay.blame import find_causes  # slow to import

    causes = find_causes(_emit(readings, settings)[1], _read_overlays(settings), problems)
    return {problem: f" (from {overlay}:{line})" for problem, (overlay, line) in causes.items()}


def _name_operations(findings: Sequence[Diagnostic], api: Api, emitted: Emitted) -> tuple[Diagnostic, ...]:
    """Findings under the operationIds of the document, which an overlay may have put right."""
    from spec.visit import visit_operations

    ids: dict[Source, str] = {}
    for _, _, visit in visit_operations(emitted.document):
        for entry in emitted.sources.at(visit.pointer):
            ids.setdefault(entry.source, str(visit.node.get("operationId", "")))
    names = {operation.id: ids.get(operation.source, operation.id) for operation in api.operations}
    return tuple(replace(finding, operation=names.get(finding.operation, finding.operation)) for finding in findings)


def summarise(document: Mapping[str, JSON], scrape: Scrape) -> Summary:
    """Counts operations and schemas of the document, pages that have a part in it, and findings."""
    paths, components = document.get("paths"), document.get("components")
    items = list(paths.values()) if isinstance(paths, dict) else []
    schemas = components.get("schemas") if isinstance(components, dict) else None
    severities = Counter(str(finding.severity) for finding in scrape.diagnostics)
    return Summary(
        pages=len(scrape.accounting.keys() - {fault.page for fault in scrape.faults}),
        operations=sum(len(METHODS & item.keys()) for item in items if isinstance(item, dict)),
        schemas=len(schemas) if isinstance(schemas, dict) else 0,
        errors=severities["error"],
        warnings=severities["warning"],
        infos=severities["info"],
    )


def _add_settings(api: Api, settings: Settings) -> Api:
    from scraper.passes.bases import share_base
    from spec.model import Evidence, Server, Source

    urls = dict(api.page_urls) | dict(settings.page_urls)
    stated = ((url, Source(settings.label, line, line, Evidence.CONFIG)) for url, line in settings.servers)
    servers = tuple(Server(url, source) for url, source in stated)
    api = share_base(api, servers)
    return replace(api, page_urls=tuple(sorted(urls.items())), servers=servers or api.servers)
