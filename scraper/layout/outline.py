"""Outline: which blocks of a page belong to which endpoints."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from scraper.blocks import Block, Code, Furniture, Heading, Paragraph, Table
from scraper.layout.endpoints import Endpoint, read_endpoints

_MAX_TITLE = 100
_CALL = re.compile(r"^\s*[A-Z]+ https?://\S+?(?:\?\S+=|\n[\w-]+: \S)")
_EXAMPLE = re.compile(r"\bexamples?\b|\be\.g\.", re.IGNORECASE)


@dataclass(slots=True)
class Segment:
    """What the page says about one group of endpoints that are printed together."""

    title: Heading | None
    endpoints: tuple[Endpoint, ...]
    block: Block
    before: list[Block] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    is_first: bool = True
    shared: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """A page: its title, the segments of its operations, and the sections without any.

    `introduction` is what stands under the page title before the first other heading; `groups` are
    the sections that introduce other sections or stand alone.
    """

    title: Heading | None = None
    segments: list[Segment] = field(default_factory=list)
    introduction: list[Block] = field(default_factory=list)
    groups: list[tuple[Heading | None, list[Block]]] = field(default_factory=list)


@dataclass(slots=True)
class _Section:
    heading: Heading | None
    level: int
    blocks: list[Block] = field(default_factory=list)


def read_outline(blocks: Sequence[Block], is_facts: Callable[[Block], bool]) -> Outline:
    """Splits a page.

    Args:
        blocks: The page.
        is_facts: Whether a block lists parameters or shows an example: what separates the text
            about one endpoint from the text about the next.
    """
    outline = Outline()
    owner: tuple[int, Segment] | None = None
    together: list[list[Segment]] = []
    variants: list[tuple[Segment, list[Segment]]] = []
    sections = _split(blocks, outline)
    printed = [_find_endpoints(section) for section in sections]
    documented = [one for found in printed for block in found if not block.is_example for one in block.endpoints]
    for section, found in zip(sections, printed, strict=True):
        positions = [block.index for block in found if not block.repeats(documented)]
        if positions:
            segments = _segments(section, positions, is_facts)
            together.append(segments)
            outline.segments.extend(segments)
            if owner is not None and section.level > owner[0] and _are_variants(segments, owner[1], is_facts):
                variants.append((owner[1], segments))
            else:
                owner = (section.level, segments[-1])
        elif owner is not None and section.heading is not None and section.level > owner[0]:
            owner[1].after.extend((section.heading, *section.blocks))
        elif section.heading is outline.title and not outline.segments:
            outline.introduction.extend(section.blocks)
        else:
            outline.groups.append((section.heading, section.blocks))
            owner = None if section.heading is not None else owner
    for segments in together:
        _share(segments, is_facts)
    for main, segments in variants:
        for segment in segments:
            segment.shared = _shareable(main.after)
    return outline


@dataclass(frozen=True, slots=True)
class _Printed:
    """A block that prints endpoints; `is_example` where the text in front of it or its form says so, `is_call` where
    it has the form of a call, or stands in a section of examples, or behind another endpoint.
    """

    index: int
    endpoints: tuple[Endpoint, ...]
    is_example: bool
    is_call: bool

    def repeats(self, documented: Sequence[Endpoint]) -> bool:
        """Whether it only prints endpoints again, as an example."""
        return self.is_example and all(
            any(one.repeats(other) and (self.is_call or one.path == other.path) for other in documented)
            for one in self.endpoints
        )


def _find_endpoints(section: _Section) -> list[_Printed]:
    title, lead = section.heading.text if section.heading is not None else "", ""
    found: list[_Printed] = []
    for index, block in enumerate(section.blocks):
        endpoints = read_endpoints(block)
        if endpoints:
            is_below = _EXAMPLE.search(title) is not None or _CALL.match(getattr(block, "text", "")) is not None
            is_example = is_below or _EXAMPLE.search(lead) is not None
            found.append(_Printed(index, endpoints, is_example, is_below or bool(found)))
        lead = block.text if isinstance(block, Paragraph) else lead
    return found


def choose_title(segment: Segment, heading: str, texts: Sequence[str]) -> str:
    """The heading of a segment; for a later endpoint under one heading, the sentence in front of it."""
    if segment.is_first or not segment.before or not texts:
        return heading
    sentence = re.split(r"(?<=[.:])\s", texts[0].removeprefix("- "))[0].rstrip(".:")
    fits = len(sentence) <= _MAX_TITLE and "\n" not in sentence and len(sentence.split()) > 2
    return sentence if fits else heading


def _split(blocks: Sequence[Block], outline: Outline) -> list[_Section]:
    """Sections by heading; a rule across the page, after an endpoint, goes back to the page itself."""
    sections = [_Section(None, 1)]
    for block in blocks:
        if isinstance(block, Heading):
            if outline.title is None and block.level == 1:
                outline.title = block
            sections.append(_Section(block, block.level))
        elif _is_rule(block) and any(map(read_endpoints, sections[-1].blocks)):
            sections[-1].blocks.append(block)
            sections.append(_Section(outline.title, 1))
        else:
            sections[-1].blocks.append(block)
    return [section for section in sections if section.heading is not None or section.blocks]


def _is_rule(block: Block) -> bool:
    return isinstance(block, Furniture) and block.name == "thematic-break"


def _segments(section: _Section, positions: Sequence[int], is_facts: Callable[[Block], bool]) -> list[Segment]:
    """One segment for each endpoint block; text right before a later one belongs to it."""
    segments: list[Segment] = []
    start = 0
    for number, position in enumerate(positions):
        block = section.blocks[position]
        end = positions[number + 1] if number + 1 < len(positions) else len(section.blocks)
        after = section.blocks[position + 1 : end]
        cut = len(after) if number + 1 == len(positions) else _text_before(after, is_facts)
        before = section.blocks[start:position]
        segments.append(
            Segment(section.heading, read_endpoints(block), block, before, list(after[:cut]), is_first=number == 0)
        )
        start = position + 1 + cut
    return segments


def _text_before(blocks: Sequence[Block], is_facts: Callable[[Block], bool]) -> int:
    """Where the text that leads to the next endpoint begins."""
    cut = len(blocks)
    while cut > 0 and not isinstance(blocks[cut - 1], Table | Code) and not is_facts(blocks[cut - 1]):
        cut -= 1
    return cut


def _share(segments: Sequence[Segment], is_facts: Callable[[Block], bool]) -> None:
    """Endpoints in a row with nothing between them share what follows the last of them."""
    for index in range(len(segments) - 2, -1, -1):
        segment, following = segments[index], segments[index + 1]
        if _show_facts([segment], is_facts):
            continue
        if segment.endpoints and all(isinstance(block, Paragraph) for block in segment.after):
            segment.shared = _shareable(following.shared or following.after)


def _are_variants(segments: Sequence[Segment], main: Segment, is_facts: Callable[[Block], bool]) -> bool:
    """Whether a subsection only prints the endpoint of its section again, with more words in its path."""
    endpoints = [endpoint for segment in segments for endpoint in segment.endpoints]
    extends = all(any(endpoint.extends(other) for other in main.endpoints) for endpoint in endpoints)
    return extends and not _show_facts((main, *segments), is_facts)


def _show_facts(segments: Sequence[Segment], is_facts: Callable[[Block], bool]) -> bool:
    """Whether the page says anything in a table, list or example about an endpoint of the segments."""
    return any(is_facts(block) for segment in segments for block in (*segment.before, *segment.after))


def _shareable(blocks: Sequence[Block]) -> list[Block]:
    """What one endpoint shares with another: everything but furniture."""
    return [block for block in blocks if not isinstance(block, Furniture)]
