"""The running text of an operation: its description, and the references in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.blocks import Heading, Paragraph, Table
from scraper.dialects.huawei.links import is_reference, read_links
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.vocabulary import states_nothing
from spec.model import (
    Evidence,
    Fact,
)

_DEPRECATED = re.compile(
    r"\((?:deprecated|discarded|obsolete|out of date)\)|\b(?:API|interface) (?:is|has been) (?:deprecated|discarded)\b",
    re.IGNORECASE,
)
_MAX_REFERENCE = 160
"""A longer text says more than where something is described."""
_POINTER = re.compile(r"\bTable\s+\d+\b.{0,60}\b(?:describes?|lists?|shows?)\b|^表\s*\d+", re.IGNORECASE)


def read_description(items: Sequence[Item], title: str, notes: Notes, operation: str) -> tuple[str, Fact[bool] | None]:
    """What the page says about the operation in running text, section by section."""
    texts: list[str] = []
    deprecated = (
        Fact(True, notes.source(items[0].block, Evidence.PROSE)) if items and _DEPRECATED.search(title) else None
    )
    anchors = {anchor for item in items if isinstance(item.block, Table | Heading) for anchor in item.block.anchors}
    label = ""
    for item in items:
        block = item.block
        if item.is_label:
            label = item.text
        if not isinstance(block, Paragraph) or item.is_label or notes.is_taken(block):
            continue
        if states_nothing(block.text):
            notes.ledger.ignore("nothing-stated", block)
        elif links := read_links(item, block, label, anchors, notes.source(block), operation):
            notes.refer(links, block, anchors)
            if len(block.text) > _MAX_REFERENCE and not _POINTER.search(block.text):
                texts.append(block.text)
        elif is_reference(block.text) and any(_leads_to(link, anchors) for link in block.links):
            notes.ledger.ignore("table-reference", block)
        elif item.section in ("errors", "status") or (is_reference(block.text) and item.section != "function"):
            _note_reference(item, block, notes, operation)
        elif _POINTER.search(block.text):
            notes.ledger.ignore("table-reference", block)
        elif item.section in ("function", "constraints", "uri", "request", "response", "other", ""):
            texts.append(block.text)
            notes.ledger.read(block)
            if deprecated is None and _DEPRECATED.search(block.text):
                deprecated = Fact(True, notes.source(block, Evidence.PROSE))
    return "\n\n".join(dict.fromkeys(texts)), deprecated


def _leads_to(link: str, anchors: set[str]) -> bool:
    page, _, anchor = link.partition("#")
    return not page and anchor in anchors


def _note_reference(item: Item, block: Paragraph, notes: Notes, operation: str) -> None:
    if is_reference(block.text):
        message = f"{' '.join(block.text.split())[:80]} (not on this page)"
        notes.find("dangling-reference", message, block, operation, item.section)
        notes.ledger.ignore("reference", block)
    elif item.section in ("errors", "status"):
        notes.ledger.ignore(f"{item.section}-note", block)
