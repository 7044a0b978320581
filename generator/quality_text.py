"""The quality report as text: a row for each page, then what was not read whole, then findings by code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from generator.lint import count_noun

if TYPE_CHECKING:
    from scraper.quality import Quality

_HEADER = ("page", "operations", "facts", "types", "required", "lines", "unread", "findings", "")


def format_quality(pages: Mapping[str, Quality]) -> Iterator[str]:
    """The lines of the report; its last row is about all pages together."""
    from scraper.quality import sum_up

    total = sum_up(pages.values())
    rows = [_HEADER, *(_row(page, quality) for page, quality in pages.items())]
    if len(pages) > 1:
        rows.append(_row("in all", total))
    yield from _align(rows)
    if total.diagnostics:
        yield ""
        yield from _align([("finding", "number"), *((code, str(n)) for code, n in total.diagnostics.most_common())])


def describe_state(quality: Quality) -> str:
    """`read in part: 12 of 340 lines unread`; nothing about a page that was read."""
    from scraper.quality import State

    match quality.state:
        case State.SKIPPED:
            return "skipped"
        case State.IN_PART if quality.unread:
            return f"read in part: {quality.unread} of {count_noun(quality.lines, 'line')} unread"
        case State.IN_PART:
            return "read in part"
        case _:
            return ""


def _row(page: str, quality: Quality) -> tuple[str, ...]:
    numbers = (quality.operations, quality.facts, quality.types, quality.required, quality.lines, quality.unread)
    return (page, *map(str, numbers), str(quality.diagnostics.total()), describe_state(quality))


def _align(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns, the first and an unnamed last one to the left."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        named = zip(rows[0][1:], others, widths[1:], strict=True)
        cells = [cell.rjust(width) if name else cell for name, cell, width in named]
        yield "  ".join([first.ljust(widths[0]), *cells]).rstrip()
