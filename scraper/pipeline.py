"""The scraping half on one screen: pages → blocks → facts → one reconciled API."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scraper.batch import read_files
from scraper.dialects import Dialect
from scraper.facts import PageFacts
from scraper.ledger import Accounting
from scraper.page import InputError, Page
from scraper.passes.aside import set_aside_examples
from scraper.passes.bases import share_bases
from scraper.passes.echo import check_echoes
from scraper.passes.endless import end_structures
from scraper.passes.hoist import name_objects
from scraper.passes.merge import merge_pages
from scraper.passes.reconcile import reconcile
from scraper.passes.references import resolve_references
from scraper.passes.rows import check_rows
from scraper.passes.structures import unify_structures
from scraper.reading import PageFile, PageReading, Reader, judge_facts, parse_page_facts
from spec.diagnostics import Diagnostic, arrange
from spec.model import Api

Pass = Callable[[Api], tuple[Api, tuple[Diagnostic, ...]]]
PASSES: tuple[Pass, ...] = (check_rows, unify_structures, reconcile, end_structures)


@dataclass(frozen=True, slots=True)
class Scrape:
    """What the pages of one API state, what was found on the way, and what became of every line.

    `faults` are those of the diagnostics that say why a page was skipped.
    """

    api: Api
    diagnostics: tuple[Diagnostic, ...]
    accounting: Mapping[str, Accounting]
    faults: tuple[Diagnostic, ...] = ()


class SkippedPagesError(InputError):
    """Pages that cannot be done without, or all there are, were skipped."""

    def __init__(self, faults: Sequence[Diagnostic]) -> None:
        super().__init__(faults[0].page, faults[0].line, faults[0].message)
        self.faults = tuple(faults)

    @property
    def problems(self) -> tuple[str, ...]:
        """One line for each page."""
        return tuple(f"{fault.page}:{fault.line}: {fault.message}" for fault in self.faults)


def scrape(paths: Sequence[Path], dialect: str, *, names: Mapping[Path, str] | None = None, title: str = "") -> Scrape:
    """Reads the pages of one API, each of which has to be read.

    Args:
        paths: The pages, in the order in which they are to be documented.
        dialect: The registered name of their layout.
        names: How to call the pages in findings and source maps; as given by default.
        title: The title of the API; that of the first page by default.

    Raises:
        InputError: A page cannot be read, or no page documents an operation.
        UnknownDialectError: No dialect has the name.
    """
    known = names or {}
    files = [PageFile(path, known.get(path, path.as_posix())) for path in paths]
    return join_readings(require_all(read_files(files, Reader(dialect))), title)


def scrape_pages(pages: Sequence[Page], dialect: Dialect, title: str = "") -> Scrape:
    """Reads pages that are in memory; see `scrape`."""
    readings = [judge_facts(parse_page_facts(page, dialect), page.name, dialect) for page in pages]
    return join_readings(require_all(readings), title)


def require_all(readings: Sequence[PageReading]) -> Sequence[PageReading]:
    """The readings, none of which may have been skipped.

    Raises:
        SkippedPagesError: One was; an API without it would silently lack operations.
    """
    resolved = _resolve(readings)
    faults = [reading.fault for reading in resolved if reading.fault is not None]
    if faults:
        raise SkippedPagesError(faults)
    return resolved


def join_readings(readings: Sequence[PageReading], title: str = "") -> Scrape:
    """One API from what was read of its pages; skipped ones are among the diagnostics.

    Raises:
        InputError: No page documents an operation.
    """
    readings = _resolve(readings)
    kept = [reading.facts for reading in readings if reading.fault is None and reading.facts is not None]
    read = account_for(readings)
    if read.faults and not kept:
        raise SkippedPagesError(read.faults)
    if not any(facts.api.operations for facts in kept):
        raise InputError(readings[0].name if readings else "-", 1, f"no operation found on {len(readings)} pages")
    api, diagnostics = merge_pages(kept, title)
    findings = [*read.diagnostics, *diagnostics]
    for run in PASSES:
        api, more = run(api)
        findings.extend(more)
    findings.extend(check_echoes(api))
    api, more = set_aside_examples(name_objects(api))
    findings.extend(more)
    return Scrape(api, arrange(findings), read.accounting, read.faults)


def _resolve(readings: Sequence[PageReading]) -> list[PageReading]:
    """The readings, in which what pages state for each other is put together."""
    facts = [reading.facts for reading in readings if reading.facts is not None]
    resolved = iter(share_bases(resolve_references(facts)))
    return [_with_facts(one, next(resolved)) if one.facts is not None else one for one in readings]


def _with_facts(reading: PageReading, facts: PageFacts) -> PageReading:
    """A reading with its facts as other pages leave them: a page that one of these refers to has a part in the API."""
    is_missed = reading.fault is not None and not (facts.is_used and reading.fault.code == "no-operation")
    return replace(reading, facts=facts, fault=reading.fault if is_missed else None)


def account_for(readings: Sequence[PageReading]) -> Scrape:
    """What was found on pages and what became of their lines, without an API; of a skipped one, why it was."""
    faults = tuple(reading.fault for reading in readings if reading.fault is not None)
    facts = {reading.name: reading.facts for reading in readings if reading.facts is not None}
    kept = (reading.facts for reading in readings if reading.fault is None and reading.facts is not None)
    findings = [*faults, *(finding for each in kept for finding in each.diagnostics)]
    return Scrape(Api(), arrange(findings), {name: each.accounting for name, each in facts.items()}, faults)
