"""What stands for the caption of a table without one: a label, the name of a row, a heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scraper.blocks import Heading, Paragraph, Table
from scraper.dialects.huawei.captions import parse_caption, parse_label, parse_row_label
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.outline import Item, section_of
from scraper.dialects.huawei.structures import Placed
from scraper.dialects.huawei.tables import Entry, ParameterTable, parse_table, roles_of
from scraper.dialects.huawei.types import may_nest


def place_tables(items: Sequence[Item], notes: Notes) -> list[Placed]:
    """The tables of parameters with their places; each has what stands for its caption."""
    placed: list[Placed] = []
    for before, item in zip([None, *items], items, strict=False):
        if not isinstance(item.block, Table) or item.heading == "errors" or "status" in roles_of(item.block):
            continue
        table = parse_table(item.block, notes.page.name)
        if table is not None and table.entries:
            table = _use_label(table, before, [entry for one in placed for entry in one.table.entries], notes)
            placed += [Placed(one, item) for one in (table, *table.inner)]
    return placed


def _use_label(table: ParameterTable, before: Item | None, entries: Sequence[Entry], notes: Notes) -> ParameterTable:
    """A label right above a table without caption stands for the caption, as does the name of a row before it."""
    if table.has_caption or before is None:
        return table
    if isinstance(before.block, Heading):
        return _use_heading(table, before.block)
    if before.status or not isinstance(before.block, Paragraph):
        return table
    if before.is_label:
        return replace(table, has_caption=True)
    caption = parse_label(before.text) or parse_row_label(before.text, [e.name for e in entries if may_nest(e.type)])
    if caption is None:
        return table
    notes.take(before.block)
    return replace(table, caption=caption, has_caption=True)


def _use_heading(table: ParameterTable, heading: Heading) -> ParameterTable:
    """A heading right above a table without caption stands for the caption, and links lead to it."""
    block = replace(table.block, anchors=(*table.block.anchors, *heading.anchors))
    caption = parse_caption(heading.text)
    is_plain = caption.kind in ("main", "status") or (caption.kind == "structure" and not caption.name)
    if heading.level < 2 or is_plain or section_of(heading.text) not in (None, "parameters"):
        return replace(table, block=block)
    return replace(table, block=block, caption=caption, has_caption=True)
