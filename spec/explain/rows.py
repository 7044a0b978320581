"""The witnesses of a place, each with the lines that say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import unescape

from spec.explain.labels import KINDS, body_schemas, count_properties, kind_of, label_of, required_pointer, show_value
from spec.model import JSON, Evidence, Source
from spec.overlay.actions import Action
from spec.sourcemap import Entry, SourceMap, split_pointer

ReadLine = Callable[[str, int], str | None]
ReadAction = Callable[[str, int], Action | None]
#: Tags of text and tables; `<name>` is a placeholder.
_BLOCKS = "table|thead|tbody|tr|td|th|col|colgroup|caption|p|ul|ol|li|dl|dt|dd|br|div|pre|h[1-6]|section"
_REST = r"(?:[^<>]*>|\s[^<>]*=[^<>]*$)"
_BOUNDARY = re.compile(rf"</?(?:{_BLOCKS})\b{_REST}", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_BLOCKS}|a|b|code|em|i|img|kbd|small|span|strong|sub|sup|tt|u|var)\b{_REST}", re.I)
_LONGEST_ROW = 8


@dataclass(frozen=True, slots=True)
class Correction:
    """Why an overlay says so, and the page that it corrects; without lines both are 0, and there is no text."""

    reason: str
    page: str
    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One witness: `fact` names what it states, `value` is what the document says, `text` the page's lines.

    Of a place longer than a row of a table, `text` is the first line that has any. Of an overlay it is what the
    action does, and `correction` says why.
    """

    fact: str
    value: str
    evidence: str
    page: str
    first: int
    last: int
    text: str
    correction: Correction | None = None


def rows_or_above(document: dict[str, JSON], sources: SourceMap, pointer: str, read_line: ReadLine) -> Iterator[Row]:
    """The witnesses of a place; without any, those of the nearest node around it that has some."""
    rows = list(_rows(document, sources, pointer, read_line))
    while not rows and pointer:
        pointer = pointer.rpartition("/")[0]
        rows = [
            _row(kind_of(pointer), show_value(document, pointer), entry, read_line) for entry in sources.at(pointer)
        ]
    yield from rows


def _rows(document: dict[str, JSON], sources: SourceMap, pointer: str, read_line: ReadLine) -> Iterator[Row]:
    for place in (pointer, *body_schemas(document, pointer)):
        depth = 0 if "properties" in split_pointer(place) else 1
        for key, entries in sources.under(place):
            tokens = split_pointer(key[len(place) :])
            if count_properties(tokens) <= depth:
                fact = label_of(document, place, tokens) or kind_of(place)
                value = show_value(document, key)
                yield from (_row(fact, value, entry, read_line) for entry in entries)
    required = required_pointer(document, pointer)
    for entry in sources.at(required) if required else ():
        yield _row("required", "yes", entry, read_line)


def _row(fact: str, value: str, entry: Entry, read_line: ReadLine) -> Row:
    source = entry.source
    if entry.states:
        keyword, _, value = entry.states.partition(": ")
        fact = keyword if fact in KINDS else f"{fact} {keyword}"
    text = _read_text(source, read_line)
    return Row(fact, value, str(source.evidence), source.page, source.first, source.last, text)


def correct_row(row: Row, read_line: ReadLine, read_action: ReadAction) -> Row:
    """The row with the action of an overlay; others stay as they are."""
    action = read_action(row.page, row.first) if row.evidence == Evidence.OVERLAY else None
    if action is None:
        return row
    place = action.corrects
    text = _read_text(Source(place.page, place.first, place.last, Evidence.OVERLAY), read_line) if place.first else ""
    correction = Correction(action.reason, place.page, place.first, place.last, text)
    return replace(row, text=f"{action.verb} {action.target}", correction=correction)


def _read_text(source: Source, read_line: ReadLine) -> str:
    """What the page shows at a place; lines that hold nothing but tags or a border of the table are no text."""
    numbers = range(source.first, min(source.last, source.first + _LONGEST_ROW - 1) + 1)
    lines = (_without_tags(read_line(source.page, number) or "").strip() for number in numbers)
    printed = [line for line in lines if line.strip("| ")]
    return " ".join(printed if source.last in numbers else printed[:1])


def _without_tags(line: str) -> str:
    """A line of HTML as a reader sees it; any other one, and what only looks like a tag, stays as it is."""
    if not _TAG.search(line):
        return line
    return unescape(" ".join(_TAG.sub("", _BOUNDARY.sub(" ", line)).split()))
