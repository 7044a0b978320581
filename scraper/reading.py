"""Reading a file of a page: into facts, or into the one finding that says why it was skipped.

No page keeps another from being read, and a file gives the same result from the cache as from the page.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache as memoise
from pathlib import Path

from scraper.dialects import Dialect, find_dialect
from scraper.facts import PageFacts
from scraper.page import InputError, Page, parse_page, read_file
from scraper.page_cache import PageCache
from scraper.readers.formats import read_blocks
from scraper.rivals import find_rival
from spec.diagnostics import Diagnostic

_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page, and what findings call it: on disk, or `data` where it comes from elsewhere."""

    path: Path
    name: str
    data: bytes | None = None

    def load(self) -> bytes:
        """The bytes of the page.

        Raises:
            InputError: It is on disk and cannot be read.
        """
        return read_file(self.path, self.name) if self.data is None else self.data


@dataclass(frozen=True, slots=True)
class PageReading:
    """What became of one file.

    `fault` says why the page has no part in the document; its lines are still accounted for where it is text.
    `is_recalled` is set where the facts come from the cache.
    """

    name: str
    facts: PageFacts | None = None
    fault: Diagnostic | None = None
    is_recalled: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """How files are read: in which dialect, and with which cache."""

    dialect: str
    cache: PageCache | None = None

    def read(self, file: PageFile) -> PageReading:
        """Reads one file."""
        try:
            data = file.load()
            return self._recall(file, data) or self._parse(file, data)
        except InputError as error:
            return PageReading(file.name, fault=_fault("unreadable-page", error.expected, error.page, error.line))

    def recall(self, file: PageFile) -> PageReading | None:
        """What the cache has of a file as it is now."""
        try:
            return self._recall(file, file.load()) if self.cache else None
        except InputError:
            return None

    def _recall(self, file: PageFile, data: bytes) -> PageReading | None:
        facts = self.cache.load(file.name, data) if self.cache else None
        return None if facts is None else replace(judge_facts(facts, file.name, _find(self.dialect)), is_recalled=True)

    def _parse(self, file: PageFile, data: bytes) -> PageReading:
        page, dialect = parse_page(data, file.name), _find(self.dialect)
        try:
            facts = parse_page_facts(page, dialect)
        except Exception as error:  # noqa: BLE001  a dialect may be anybody's, and the other pages are to be read
            return PageReading(file.name, fault=_fault("reading-fault", _describe(error), file.name, 1))
        if self.cache:
            self.cache.save(file.name, data, facts)
        return judge_facts(facts, file.name, dialect)


def parse_page_facts(page: Page, dialect: Dialect) -> PageFacts:
    """Reads one page into facts; reports the lines that were not read, and a layout that fits far better."""
    blocks, findings = read_blocks(page, dialect)
    facts = dialect.parse(page, blocks)
    more = (*_unread(page, facts.accounting.unread), *find_rival(page, blocks, facts, dialect))
    return replace(facts, diagnostics=(*findings, *facts.diagnostics, *more))


def judge_facts(facts: PageFacts, name: str, dialect: Dialect) -> PageReading:
    """A reading of facts; a page that states nothing a document could hold is a fault."""
    if facts.api.operations or facts.api.structures:
        return PageReading(name, facts)
    message = f"no operation found; {dialect.name} pages have {dialect.expects}"
    message += "".join(f"; {found.message}" for found in facts.diagnostics if found.code == "other-layout")
    return PageReading(name, facts, _fault("no-operation", message, name, 1))


@memoise
def _find(dialect: str) -> Dialect:
    return find_dialect(dialect)


def _fault(code: str, message: str, page: str, line: int) -> Diagnostic:
    return Diagnostic(code, message, page, line, line)


def _describe(error: Exception) -> str:
    """The type of an exception, what it says, and where it was raised."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    reason = " ".join(str(error).split())[:_LONGEST_REASON]
    said = f": {reason}" if reason else ""
    return f"{type(error).__name__}{said} ({Path(frame.filename).name}:{frame.lineno}, in {frame.name})"


def _unread(page: Page, spans: Sequence[tuple[int, int]]) -> Iterator[Diagnostic]:
    for first, last in spans:
        text = page.lines[first - 1].strip()
        message = f"not understood: {text[:80]!r}" + (f" and {last - first} more lines" if last > first else "")
        yield Diagnostic("unread-block", message, page.name, first, last)
