"""Pages: from the blocks of one page to its facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from scraper.blocks import Block, Code, Heading, ListBlock, Paragraph, Table
from scraper.dialects.gitlab.access import read_schemes, read_servers
from scraper.dialects.gitlab.bullets import is_attribute_list, looks_like_attributes
from scraper.dialects.gitlab.elaboration import is_about_row
from scraper.dialects.gitlab.material import Sorter
from scraper.dialects.gitlab.mentions import add_paging, add_shown_queries, report_lost_call, report_other_calls
from scraper.dialects.gitlab.prefixes import expand_prefixes
from scraper.dialects.gitlab.words import (
    DETAILS,
    LEANING,
    VERSION_NOTE,
    WORDING,
    badges,
    clean,
    is_history,
    is_lost_table,
    slug,
)
from scraper.facts import PageFacts
from scraper.layout.background import is_contents, report_no_operation, settle_background
from scraper.layout.curl import Curl, is_curl
from scraper.layout.material import Material
from scraper.layout.notes import Notes
from scraper.layout.operations import build_operations
from scraper.layout.outline import Outline, Segment, choose_title, read_outline
from scraper.layout.placement import IN_QUERY
from scraper.layout.tables import table_roles
from scraper.ledger import Ledger
from scraper.page import Page
from spec.model import (
    Api,
    Operation,
    Tag,
)


def read_page_facts(page: Page, blocks: Sequence[Block]) -> PageFacts:
    """Reads a page; what it does not understand stays unread, nothing raises."""
    notes = Notes(page.name, Ledger(page.lines))
    prefixes = expand_prefixes(blocks)
    blocks = prefixes.blocks
    outline = read_outline(blocks, _is_facts)
    if not _is_own_layout(outline, blocks):
        return PageFacts(Api(pages=(page.name,)), (), notes.ledger.settle())
    title = clean(outline.title.text) if outline.title else ""
    tag = _without_api(title)
    introduction = _read_introduction(outline, notes)
    operations: list[Operation] = []
    curls: list[Curl] = []
    known: dict[tuple[str, str], str] = {}
    above = _parents(blocks)
    for segment in outline.segments:
        below = prefixes.tables if segment.block.first in prefixes.lines else ()
        material = _sort(segment, outline, below, notes)
        curls.extend(material.curls)
        add_shown_queries(segment)
        add_paging(segment, material, notes)
        heading = _heading(segment, above.get(segment.title.first) if segment.title else None)
        name = choose_title(segment, heading, material.text)
        built = build_operations(segment, name, tag, material, known, notes)
        together = [other for other in outline.segments if other.title is segment.title]
        report_other_calls(together, material, built, notes)
        operations.extend(built)
    _settle_groups(outline, notes)
    api = Api(
        title=title,
        description=introduction,
        pages=(page.name,),
        operations=tuple(operations),
        servers=read_servers(curls, notes),
        security_schemes=read_schemes(curls, notes),
        tags=(Tag(tag, introduction),) if tag and operations else (),
    )
    return PageFacts(api, tuple(notes.diagnostics), notes.ledger.settle())


def _is_own_layout(outline: Outline, blocks: Sequence[Block]) -> bool:
    """Whether a page is laid out like this at all: endpoints set as code, attribute tables, curl or JSON."""
    set_as_code = any(isinstance(s.block, Code) or "`" in getattr(s.block, "text", "") for s in outline.segments)
    return set_as_code or any(map(_is_facts, blocks))


def _is_facts(block: Block) -> bool:
    """Whether a block says something about a request or a response by its form alone."""
    if isinstance(block, Table):
        return bool(table_roles(block, WORDING))
    if isinstance(block, ListBlock):
        return looks_like_attributes(block)
    return isinstance(block, Code) and (is_curl(block) or block.text.lstrip()[:1] in ("{", "["))


# ---------------------------------------------------------------- operations


def _sort(segment: Segment, outline: Outline, below: Sequence[Table], notes: Notes) -> Material:
    """What a segment says; `below` describes the paths in front of its own."""
    if segment.title is not None:
        notes.ledger.read(segment.title)
    sorter = Sorter(notes)
    sorter.sort((*segment.before, segment.block, *segment.after))
    if segment.shared:
        sorter.sort(segment.shared)
    material = sorter.material
    stated = {link[1:] for text in material.elsewhere for link in text.links if link.startswith("#")}
    tables = [] if material.request else _tables_at(stated, outline)
    if tables:
        sorter.take_tables(tables, as_response=False)
    elif not any(table.properties for table in (*material.request, *material.response)):
        asks = all(endpoint.method in IN_QUERY for endpoint in segment.endpoints)
        sorter.take_tables(_tables_at(set(sorter.links), outline), as_response=asks)
    sorter.take_more(below)
    for label, block in _lists_about_rows(outline):
        if sorter.elaborate(label, block):
            notes.ledger.read(block)
    return material


def _lists_about_rows(outline: Outline) -> list[tuple[str, ListBlock]]:
    """The lists in sections without an operation that give the values or members of a row, with their labels."""
    blocks = [block for _, group in outline.groups for block in group]
    pairs = [
        (one.text, two) for one, two in pairwise(blocks) if isinstance(one, Paragraph) and isinstance(two, ListBlock)
    ]
    return [(label, block) for label, block in pairs if is_about_row(label)]


def _tables_at(targets: set[str], outline: Outline) -> list[Table]:
    """The attribute tables of the sections without an operation that anchors name, and of their subsections."""
    found: list[Table] = []
    level = 0
    for heading, blocks in outline.groups:
        if heading is not None and targets & {slug(clean(heading.text)), *heading.anchors}:
            level = heading.level
        elif heading is None or heading.level <= level:
            level = 0
        found.extend(block for block in blocks if level and isinstance(block, Table) and table_roles(block, WORDING))
    return found


def _parents(blocks: Sequence[Block]) -> dict[int, Heading]:
    """By the line of a heading, the heading of the section that holds it."""
    found: dict[int, Heading] = {}
    path: list[Heading] = []
    for block in blocks:
        if isinstance(block, Heading):
            path = [heading for heading in path if heading.level < block.level]
            if path:
                found[block.first] = path[-1]
            path.append(block)
    return found


def _heading(segment: Segment, above: Heading | None) -> str:
    """The heading of a segment; one such as `For a group` goes on the heading of its section."""
    heading = clean(segment.title.text).rstrip(".:") if segment.title else ""
    if segment.title is not None and segment.title.level == 1:
        return _without_api(heading)
    if LEANING.match(heading) and above is not None and above.level > 1:
        return f"{clean(above.text)} {heading[:1].lower()}{heading[1:]}"
    return heading


def _without_api(title: str) -> str:
    return re.sub(r"\s+API$", "", title)


# ---------------------------------------------------------------- the rest of the page


def _read_introduction(outline: Outline, notes: Notes) -> str:
    """The text under the page title: what the tag is about, with the tiers that the title names."""
    texts: list[str] = []
    if outline.title is not None:
        notes.ledger.read(outline.title)
        tiers = badges(outline.title.text)
        texts.extend([f"Tier: {', '.join(tiers)}."] if tiers else [])
    for block in outline.introduction:
        if isinstance(block, Paragraph) and not is_lost_table(block) and not VERSION_NOTE.match(block.text):
            notes.ledger.read(block)
            details = DETAILS.match(block.text)
            texts.append(block.text.removeprefix("DETAILS:").strip() if details else clean(block.text))
        elif isinstance(block, ListBlock) and not is_contents(block) and not is_attribute_list(block, False):
            items = [item for item in block.items if not is_history(item)]
            notes.ledger.read(*items)
            notes.ledger.ignore("history", *(item for item in block.items if is_history(item)))
            texts.extend(["\n".join(f"- {item.text}" for item in items)] if items else [])
        else:
            _settle(block, outline.title, notes)
    return "\n\n".join(texts)


def _settle_groups(outline: Outline, notes: Notes) -> None:
    """Sections without an operation: background, or something that is laid out like one."""
    for heading, blocks in outline.groups:
        if heading is not None:
            notes.ledger.read(heading)
            report_lost_call(heading, blocks, outline.segments, notes)
        for block in blocks:
            if not notes.ledger.is_settled(block):
                _settle(block, heading, notes)


def _settle(block: Block, heading: Heading | None, notes: Notes) -> None:
    match block:
        case ListBlock() if not is_contents(block) and is_attribute_list(block, announced=False):
            report_no_operation(block, heading, notes)
        case Paragraph() if is_lost_table(block):
            return
        case Paragraph() if VERSION_NOTE.match(block.text):
            notes.ledger.ignore("history", block)
        case _:
            settle_background(block, heading, WORDING, notes)
