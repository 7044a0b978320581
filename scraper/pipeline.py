"""The scraping half on one screen: pages → blocks → facts → one reconciled API."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scraper.dialects import Dialect, find_dialect
from scraper.facts import PageFacts
from scraper.ledger import Accounting
from scraper.page import InputError, Page, read_page
from scraper.passes.aside import set_aside_examples
from scraper.passes.echo import check_echoes
from scraper.passes.hoist import name_objects
from scraper.passes.merge import merge_pages
from scraper.passes.reconcile import reconcile
from scraper.passes.rows import check_rows
from scraper.passes.structures import unify_structures
from scraper.readers.formats import read_blocks
from spec.diagnostics import Diagnostic, arrange
from spec.model import Api

Pass = Callable[[Api], tuple[Api, tuple[Diagnostic, ...]]]
PASSES: tuple[Pass, ...] = (check_rows, unify_structures, reconcile)


@dataclass(frozen=True, slots=True)
class Scrape:
    """What the pages of one API state, what was found on the way, and what became of every line."""

    api: Api
    diagnostics: tuple[Diagnostic, ...]
    accounting: Mapping[str, Accounting]


def scrape(paths: Sequence[Path], dialect: str, *, names: Mapping[Path, str] | None = None, title: str = "") -> Scrape:
    """Reads the pages of one API.

    Args:
        paths: The pages, in the order in which they are to be documented.
        dialect: The registered name of their layout.
        names: How to call the pages in findings and source maps; as given by default.
        title: The title of the API; that of the first page by default.

    Raises:
        InputError: A page cannot be read, or no page documents an operation.
        UnknownDialectError: No dialect has the name.
    """
    layout = find_dialect(dialect)
    known = names or {}
    pages = [read_page(path, known.get(path)) for path in paths]
    return scrape_pages(pages, layout, title)


def scrape_pages(pages: Sequence[Page], dialect: Dialect, title: str = "") -> Scrape:
    """Reads pages that are in memory; see `scrape`."""
    facts = [parse_page_facts(page, dialect) for page in pages]
    for page, found in zip(pages, facts, strict=True):
        if not found.api.operations and not found.api.structures:
            raise InputError(page.name, 1, f"no operation found; {dialect.name} pages have {dialect.expects}")
    if not any(found.api.operations for found in facts):
        raise InputError(pages[0].name if pages else "-", 1, f"no operation found on {len(pages)} pages")
    api, diagnostics = merge_pages(facts, title)
    findings = [*(finding for found in facts for finding in found.diagnostics), *diagnostics]
    for run in PASSES:
        api, more = run(api)
        findings.extend(more)
    findings.extend(check_echoes(api))
    api, more = set_aside_examples(name_objects(api))
    findings.extend(more)
    accounting = {page.name: found.accounting for page, found in zip(pages, facts, strict=True)}
    return Scrape(api, arrange(findings), accounting)


def parse_page_facts(page: Page, dialect: Dialect) -> PageFacts:
    """Reads one page into facts, and reports the lines that were not read."""
    blocks, findings = read_blocks(page, dialect)
    facts = dialect.parse(page, blocks)
    unread = _unread(page, facts.accounting.unread)
    return replace(facts, diagnostics=(*findings, *facts.diagnostics, *unread))


def _unread(page: Page, spans: Iterable[tuple[int, int]]) -> Iterable[Diagnostic]:
    for first, last in spans:
        text = page.lines[first - 1].strip()
        message = f"not understood: {text[:80]!r}" + (f" and {last - first} more lines" if last > first else "")
        yield Diagnostic("unread-block", message, page.name, first, last)
