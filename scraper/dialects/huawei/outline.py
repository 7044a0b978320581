"""The outline of a page: which section, and which status, each block belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.blocks import Block, Code, Furniture, Heading, ListBlock, Paragraph, Table, Text
from scraper.dialects.huawei.statuses import leading_statuses
from scraper.dialects.huawei.vocabulary import PARTS, VOCABULARY, Part
from scraper.readers.dump import REQUEST_LINE, STATUS_LINE
from scraper.vocabulary import fold

_STATUS = re.compile(rf"{STATUS_LINE.pattern}|^状态码为\s*(\d{{3}})\s*时", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(?:\d+|\([^)]*\)|\d+\s*[:：].*|[:：].*)$")


@dataclass(frozen=True, slots=True)
class Item:
    """A block with its place: `heading` is the section, `section` the part of it, if labelled.

    `is_label` marks what only names the part that follows, `part` is that of a message which the heading names.
    """

    block: Heading | Paragraph | Table | Code
    heading: str = ""
    section: str = ""
    status: str = ""
    is_label: bool = False
    part: Part = ""

    @property
    def text(self) -> str:
        """The text of the block; empty for a table."""
        return "" if isinstance(self.block, Table) else self.block.text


def outline(blocks: Sequence[Block]) -> list[Item]:
    """Gives every block its place, in the order of the lines."""
    items: list[Item] = []
    place = Item(Paragraph("", 0, 0))
    for block in sorted(_flatten(blocks), key=lambda b: b.first):
        place = _step(place, block)
        items.append(replace(place, block=block))
    return items


def _flatten(blocks: Iterable[Block]) -> Iterator[Heading | Paragraph | Table | Code]:
    """Lists become paragraphs: their items are labels, request lines and prose like any other."""
    for block in blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from _paragraphs(item)
        elif isinstance(block, Paragraph):
            yield from _paragraphs(Text(block.text, block.first, block.last, block.links))
        elif not isinstance(block, Furniture):
            yield block


def _paragraphs(text: Text) -> Iterator[Paragraph]:
    """A text whose first line is a label or a request line ends there; the rest is a paragraph."""
    lines = text.text.split("\n")
    if len(lines) > 1 and (section_of(lines[0]) or REQUEST_LINE.match(lines[0])):
        middle = min(text.first, text.last)
        yield Paragraph(lines[0], text.first, middle)
        yield from _paragraphs(Text("\n".join(lines[1:]), min(middle + 1, text.last), text.last, text.links))
    else:
        yield Paragraph(text.text, text.first, text.last, text.links)


def section_of(text: str) -> str | None:
    """The section that a heading or a label opens; numbers and remarks after it do not count."""
    short = text.strip()
    if len(short) > 80:
        return None
    found = VOCABULARY.section(short)
    return found or VOCABULARY.section(_NUMBERED.sub("", short))


def _step(place: Item, block: Heading | Paragraph | Table | Code) -> Item:
    """The place of a block, seen from the place of the one before it."""
    if isinstance(block, Heading):
        entered = _enter(block)
        is_part = place.heading == "example" and entered.heading in ("request-example", "response-example")
        return replace(entered, heading="example") if is_part else entered
    if not isinstance(block, Paragraph):
        return replace(place, is_label=False)
    if place.section == "response-example" and REQUEST_LINE.match(block.text.strip()):
        return replace(place, heading="example", section="request-example", is_label=False, status="")
    if match := _STATUS.match(block.text.strip()):
        if place.heading not in ("response", "response-example", "example"):
            place = replace(place, section="response" if place.heading != "status" else "status")
        stated, _ = leading_statuses(block.text.strip()[match.start(match.lastindex or 0) :])
        status = stated[0] if len(stated) == 1 else match[1] or match[2]
        return replace(place, status=status, is_label=True)
    section = section_of(block.text)
    if section is None or place.heading in ("feedback", "debugging", "authorization-information"):
        return replace(place, is_label=False)
    part = _part_of_message(block.text)
    return replace(place, section=_part(place.heading, section), is_label=True, status="", part=part)


def _enter(heading: Heading) -> Item:
    section = section_of(heading.text)
    if section is None and heading.level > 1:
        section = "function" if heading.text.strip().casefold() == "description" else "other"
    section = "other" if section == "parameters" else section or ""
    return Item(heading, section, section, is_label=bool(section), part=_part_of_message(heading.text))


def _part_of_message(text: str) -> Part:
    return PARTS.get(fold(_NUMBERED.sub("", text)), "")


_LABELS = {
    ("example", "request"): "request-example",
    ("example", "response"): "response-example",
    ("uri", "example"): "request-example",
    ("request", "example"): "request-example",
    ("response", "example"): "response-example",
    ("response", "status"): "response",
    ("request-example", "response"): "response-example",
}


def _part(heading: str, label: str) -> str:
    """What a label means under a heading."""
    if label == "parameters":
        return heading
    if heading == "status":
        return "status"
    return _LABELS.get((heading, label), label)


_STARTS = ("function", "uri", "syntax")


def split_operations(items: Sequence[Item]) -> list[list[Item]]:
    """The parts of the page that document one operation each: a new one begins at a new URI section
    or, in front of it, at a new function section. The headings right above it are part of it.
    """
    parts: list[list[Item]] = [[]]
    opened = seen_uri = False
    for item in items:
        is_start = _is_start(item)
        is_variant = bool(parts[-1]) and item.section == "syntax" == parts[-1][-1].heading
        if is_start and seen_uri and (item.section == "function" or not opened) and not is_variant:
            own = _first_own(parts[-1], item)
            parts.append(parts[-1][own:])
            del parts[-2][own:]
            seen_uri, opened = False, item.section == "function"
        elif is_start and item.section != "function":
            opened = False
        if item.heading in ("uri", "syntax") and REQUEST_LINE.match(item.text.strip()):
            seen_uri = True
        parts[-1].append(item)
    return parts


def title_of(part: Sequence[Item]) -> Heading | None:
    """The nearest heading above the sections of a part of a page."""
    start = next((index for index, item in enumerate(part) if _is_start(item)), 0)
    return next((heading for _, heading in _titles_above(part[:start], part[start])), None) if part else None


def _is_start(item: Item) -> bool:
    return item.is_label and isinstance(item.block, Heading) and item.section in _STARTS


def _first_own(before: Sequence[Item], start: Item) -> int:
    """Where in what stands before a section that begins a part the headings above it begin."""
    opened = next((index for index, item in enumerate(before) if _is_start(item)), len(before))
    return min((index for index, _ in _titles_above(before, start) if index > opened), default=len(before))


def _titles_above(before: Sequence[Item], start: Item) -> Iterator[tuple[int, Heading]]:
    """The headings in front of a section under which it stands, the nearest first; those of sections end them."""
    level = start.block.level if isinstance(start.block, Heading) else 0
    for index in range(len(before) - 1, -1, -1):
        block = before[index].block
        if not isinstance(block, Heading) or block.level > level:
            continue
        is_above = block.level < level or index == len(before) - 1
        if is_above and section_of(block.text) is not None:
            return
        if is_above:
            yield index, block
            level = block.level
