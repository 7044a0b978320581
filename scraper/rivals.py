"""Rivals: whether another layout that we know says far more of a page than its dialect does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from scraper.blocks import Block
from scraper.dialects import BUILT_IN, Dialect, find_dialect
from scraper.facts import PageFacts
from scraper.page import Page
from scraper.readers.formats import Format, find_format
from spec.diagnostics import Diagnostic
from spec.model import EnumValue, Example, Property

_FACTS = (Property, Example, EnumValue)
_FAR = 2
#: On a page that says next to nothing, one fact is half of all.
_CHANCE = 2


def count_facts(value: object) -> int:
    """The properties, examples and values in a part of an API."""
    if isinstance(value, tuple):
        return sum(map(count_facts, value))
    if not is_dataclass(value):
        return 0
    inside = sum(count_facts(getattr(value, each.name)) for each in fields(value))
    return inside + isinstance(value, _FACTS)


def find_rival(page: Page, blocks: Sequence[Block], facts: PageFacts, dialect: Dialect) -> Iterator[Diagnostic]:
    """A finding where another dialect reads more than twice as much of a page.

    Only of a page that is mostly unread or ignored, as others would be read in vain. A text dump is left out:
    its blocks are those of its dialect.
    """
    account = facts.accounting
    if 2 * account.read >= account.lines or find_format(page) is Format.DUMP:
        return
    own = count_facts((facts.api.operations, facts.api.structures))
    rivals = {name: _count_read(find_dialect(name), page, blocks) for name in BUILT_IN if name != dialect.name}
    most = max(rivals.values(), default=0)
    if most > _FAR * own + _CHANCE:
        best = sorted(name for name in rivals if _FAR * rivals[name] > most)
        found = f"{' or '.join(best)} {'finds' if len(best) == 1 else 'find up to'} {most} facts"
        message = f"the page reads like another layout: {found}, {dialect.name} {own}"
        first, last = _place(facts)
        yield Diagnostic("other-layout", message, page.name, first, last)


def _place(facts: PageFacts) -> tuple[int, int]:
    first = next(iter(facts.api.operations), None)
    return (first.source.first, first.source.last) if first else (1, 1)


def _count_read(dialect: Dialect, page: Page, blocks: Sequence[Block]) -> int:
    api = dialect.parse(page, blocks).api
    return count_facts((api.operations, api.structures)) if api.operations else 0
