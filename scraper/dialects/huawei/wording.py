"""The running text of an operation: its description, and the references in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.blocks import Heading, Paragraph, Table
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.vocabulary import NOTHING
from scraper.facts import BodyLink
from scraper.vocabulary import fold
from spec.model import (
    Evidence,
    Fact,
)

_DEPRECATED = re.compile(
    r"\((?:deprecated|discarded|obsolete|out of date)\)|\b(?:API|interface) (?:is|has been) (?:deprecated|discarded)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"^(?:For details,? )?(?:see|refer to)\b|^(?:请)?参[见考]", re.IGNORECASE)
_REFERS = re.compile(r"\b(?:see|refer to|same as|described in|identical to)\b|参[见考]|与.{0,20}相同", re.IGNORECASE)
_DESCRIBED = re.compile(r"\bTable\b|表\s*\d|\bparameters?\b|参数|\bbody\b", re.IGNORECASE)
_MAX_REFERENCE = 160
_POINTER = re.compile(r"\bTable\s+\d+\b.{0,60}\b(?:describes?|lists?|shows?)\b|^表\s*\d+", re.IGNORECASE)


def read_description(items: Sequence[Item], title: str, notes: Notes, operation: str) -> tuple[str, Fact[bool] | None]:
    """What the page says about the operation in running text, section by section."""
    texts: list[str] = []
    deprecated = (
        Fact(True, notes.source(items[0].block, Evidence.PROSE)) if items and _DEPRECATED.search(title) else None
    )
    anchors = {anchor for item in items if isinstance(item.block, Table | Heading) for anchor in item.block.anchors}
    for item in items:
        block = item.block
        if not isinstance(block, Paragraph) or item.is_label or notes.is_taken(block):
            continue
        if fold(block.text) in NOTHING:
            notes.ledger.ignore("nothing-stated", block)
        elif link := _body_link(item, block, notes, operation):
            notes.links.append(link)
            notes.ledger.ignore("reference", block)
            if link.page or link.anchor not in anchors:
                message = f"{' '.join(block.text.split())[:80]} (not on this page)"
                notes.find("dangling-reference", message, block, operation, item.section)
        elif _REFERENCE.match(block.text.strip()) and any(_leads_to(link, anchors) for link in block.links):
            notes.ledger.ignore("table-reference", block)
        elif item.section in ("errors", "status") or (
            _REFERENCE.match(block.text.strip()) and item.section != "function"
        ):
            _note_reference(item, block, notes, operation)
        elif _POINTER.search(block.text):
            notes.ledger.ignore("table-reference", block)
        elif item.section in ("function", "constraints", "uri", "request", "response", "other", ""):
            texts.append(block.text)
            notes.ledger.read(block)
            if deprecated is None and _DEPRECATED.search(block.text):
                deprecated = Fact(True, notes.source(block, Evidence.PROSE))
    return "\n\n".join(dict.fromkeys(texts)), deprecated


def _body_link(item: Item, block: Paragraph, notes: Notes, operation: str) -> BodyLink | None:
    """A line that says where the body of a request or a response is described."""
    linked = next((link for link in block.links if "#" in link), "")
    page, _, anchor = linked.partition("#")
    refers = len(block.text) <= _MAX_REFERENCE and _REFERS.search(block.text) and _DESCRIBED.search(block.text)
    if item.section not in ("request", "response") or not anchor or not refers:
        return None
    return BodyLink(operation, item.section, page, anchor, notes.source(block))


def _leads_to(link: str, anchors: set[str]) -> bool:
    page, _, anchor = link.partition("#")
    return not page and anchor in anchors


def _note_reference(item: Item, block: Paragraph, notes: Notes, operation: str) -> None:
    if _REFERENCE.match(block.text.strip()):
        message = f"{' '.join(block.text.split())[:80]} (not on this page)"
        notes.find("dangling-reference", message, block, operation, item.section)
        notes.ledger.ignore("reference", block)
    elif item.section in ("errors", "status"):
        notes.ledger.ignore(f"{item.section}-note", block)
