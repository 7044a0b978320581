"""Background: what a page says outside of the sections of its operations."""

from __future__ import annotations

from scraper.blocks import Block, Furniture, Heading, ListBlock, Paragraph, Table
from scraper.layout.notes import Notes
from scraper.layout.outline import Outline
from scraper.layout.tables import Wording, table_roles


def read_introduction(outline: Outline, wording: Wording, notes: Notes) -> str:
    """The text under the page title: what the operations of the page have in common."""
    texts: list[str] = []
    if outline.title is not None:
        notes.ledger.read(outline.title)
    for block in outline.introduction:
        if isinstance(block, Paragraph):
            notes.ledger.read(block)
            texts.append(block.text)
        else:
            settle_background(block, outline.title, wording, notes)
    return "\n\n".join(texts)


def settle_background(block: Block, heading: Heading | None, wording: Wording, notes: Notes) -> None:
    """Accounts for a block that belongs to no operation; a table of parameters is reported."""
    match block:
        case Furniture():
            notes.ledger.ignore(block.name, block)
        case ListBlock() if is_contents(block):
            notes.ledger.ignore("table-of-contents", block)
        case Heading():
            notes.ledger.read(block)
        case Table() if {"required", "type"} & set(table_roles(block, wording)):
            report_no_operation(block, heading, notes)
        case _:
            notes.ledger.ignore("background", block)


def report_no_operation(block: Table | ListBlock, heading: Heading | None, notes: Notes) -> None:
    """Reports parameters that belong to no operation, unless an operation has taken them."""
    if notes.ledger.is_settled(block):
        return
    notes.ledger.ignore("not-an-operation", block)
    place = heading or block
    name = repr(heading.text) if heading else "the page"
    message = f"{name} has a table of parameters, but no method and path"
    notes.report("not-an-operation", message, place.first, place.last)


def is_contents(block: ListBlock) -> bool:
    """Whether a list only links to sections of its own page."""
    return all(len(item.links) == 1 and item.links[0].startswith("#") for item in block.items)
