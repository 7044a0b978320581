"""The `coding` dialect: one page in Chinese, RPC calls that an `Action` tells apart, REST endpoints around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scraper.blocks import Block, Furniture, Heading, Table, Text
from scraper.dialects.coding.authentication import Access, parse_chapters
from scraper.dialects.coding.chapters import Chapters, read_chapters
from scraper.dialects.coding.layout import gather_parts
from scraper.dialects.coding.merging import add_examples, join_sections
from scraper.dialects.coding.notes import Notes
from scraper.dialects.coding.operations import Parsed, habits_of, parse_section
from scraper.dialects.coding.sections import Section, gather_sections, is_own_layout
from scraper.dialects.coding.words import LAYOUT, VOCABULARY
from scraper.facts import PageFacts
from scraper.ledger import Ledger
from scraper.page import Page
from scraper.readers.glued import read_glued
from scraper.vocabulary import Vocabulary, fold
from spec.diagnostics import Diagnostic, arrange
from spec.model import Api, Tag


@dataclass(frozen=True, slots=True)
class CodingDialect:
    """One page in Chinese: sections with request and response tables, a call line and examples."""

    name: str = "coding"
    summary: str = "one page in Chinese, RPC calls that an Action in the body tells apart (CODING Open API)"
    expects: str = "sections with tables of 参数名称 and 类型, and call lines such as post/open-api?Action=…"
    vocabulary: Vocabulary = VOCABULARY

    def read_dump(self, page: Page) -> tuple[Sequence[Block], Sequence[Diagnostic]]:
        """Reads a text dump with glued cells."""
        return read_glued(page, LAYOUT)

    def parse(self, page: Page, blocks: Sequence[Block]) -> PageFacts:
        """Reads the blocks of a page, from whatever format they come."""
        ledger = Ledger(page.lines)
        if not is_own_layout(blocks):
            return PageFacts(Api(pages=(page.name,)), (), ledger.settle())
        notes = Notes(page.name, ledger)
        sections, grouping = gather_sections([b for b in blocks if not isinstance(b, Furniture)])
        title = _page_title(blocks, notes)
        _account(blocks, grouping, title, notes)
        chapters, access, parsed = _read(sections, blocks, notes)
        operations, findings = join_sections([p for p in parsed if p.operation], notes)
        operations, more = add_examples(operations, chapters.examples, notes)
        findings += [f for p in parsed if p.operation is None for f in p.findings]
        tags = dict.fromkeys(op.tag for op in (*access.operations, *operations) if op.tag)
        api = Api(
            title=title,
            pages=(page.name,),
            operations=(*access.operations, *operations),
            structures=tuple(structure for p in parsed for structure in p.structures),
            servers=access.servers,
            security_schemes=access.schemes,
            tags=tuple(Tag(tag) for tag in tags),
        )
        return PageFacts(api, arrange([*notes.findings, *findings, *more]), ledger.settle())


DIALECT = CodingDialect()


def _read(sections: Sequence[Section], blocks: Sequence[Block], notes: Notes) -> tuple[Chapters, Access, list[Parsed]]:
    headings = frozenset(block.text.strip() for block in blocks if isinstance(block, Heading))
    called = [(s, notes.within("")) for s in sections if s.called]
    parts = [(gather_parts(section, own, headings), own) for section, own in called]
    chapters = read_chapters([s for s in sections if not s.called], notes)
    access = parse_chapters(chapters, notes)
    last = max((block.last for block in blocks if not isinstance(block, Furniture)), default=0)
    habits = habits_of([p for p, _ in parts], chapters.rpc[1] if chapters.rpc else "", last)
    return chapters, access, [parse_section(p, own, habits) for p, own in parts]


def _page_title(blocks: Sequence[Block], notes: Notes) -> str:
    """The page's title; a slogan above it is told by the title of the same level that follows."""
    content = [block for block in blocks if not isinstance(block, Furniture)][:3]
    headings = [block for block in content if isinstance(block, Heading)]
    if len(headings) > 1 and content[0] is headings[0] and headings[1].level <= headings[0].level:
        notes.ignore("slogan", headings[0])
        headings = headings[1:]
    return headings[0].text.strip() if headings else ""


def _between_rows(table: Table) -> Iterator[Text]:
    """The lines of a table that stand in none of its rows: rules, tags."""
    rows = [*([table.header] if table.header else []), *table.rows]
    taken = {line for row in rows for line in range(row.first, row.last + 1)}
    taken |= set(range(table.caption.first, table.caption.last + 1)) if table.caption else set()
    yield from (Text("", line, line) for line in range(table.first, table.last + 1) if line not in taken)


def _account(blocks: Sequence[Block], grouping: Sequence[Heading], title: str, notes: Notes) -> None:
    """Headings that group others are read; what a reader knew to be no content keeps its name."""
    for block in blocks:
        if isinstance(block, Furniture):
            notes.ignore(block.name, block)
        elif isinstance(block, Table):
            notes.ignore("markup", *_between_rows(block))
    slogans = {fold(heading.text) for heading in grouping[:1]} - {fold(title)} if len(grouping) > 1 else set()
    for heading in grouping:
        if fold(heading.text) not in slogans:
            notes.read(heading)
        else:
            notes.ignore("slogan", heading)
