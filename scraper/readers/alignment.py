"""Rows of a table in columns, known by how cells stand in their row: at its top or in its middle.

Where short cells are set beside the middle of long ones, a row begins above its own name:

                               Which board.
    boards  Yes        Array
                               From the top.

The tallest cell of a row fills it, and every other one has as many lines above as its alignment says. That tells
where rows end; where it tells of several ends, it says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

_MARGINS = ((1,), (0,), (1, 0))
"""How many blank lines may follow the text of a cell: the same for all cells where that fits, as for paragraphs."""
_MAX_LINES = 500
_MAX_NAME = 9
"""How many lines the name of a row may have, blank ones between its paragraphs among them."""

Line = Sequence[str]
"""The cells of one line of a table; all are empty on a blank line."""
Span = tuple[int, int]
"""The first line of a row, and the line behind it."""


class Alignment(IntEnum):
    """Where a cell stands in a row that is taller; its value is how many of two halves of the room are above it."""

    TOP = 0
    MIDDLE = 1


@dataclass(frozen=True, slots=True)
class Split:
    """The rows of a table, and whether they are the only ones that its lines allow."""

    spans: tuple[Span, ...]
    is_certain: bool = True

    @property
    def starts(self) -> tuple[int, ...]:
        """The first lines of the rows."""
        return tuple(start for start, _ in self.spans)


def split_rows(lines: Sequence[Line], alignment: Alignment) -> Split | None:
    """The rows whose cells all keep to an alignment, as many as there may be; `None` where cells do not."""
    last = max((index for index, line in enumerate(lines) if any(line)), default=-1)
    if last < 0:
        return Split(())
    if alignment is Alignment.TOP or all(line[0] for line in lines if any(line)):
        spans = split_at_names(lines)
        is_kept = all(start == span[0] for span in spans for start, _ in _extents(lines, span))
        return Split(spans) if is_kept else None
    bodies = {trailing: [*lines[: last + 1], *[[""] * len(lines[0])] * trailing] for trailing in (0, 1)}
    splits = [
        split
        for margins in _MARGINS
        for trailing in margins
        if (split := _search(bodies[trailing], alignment, margins)) is not None
    ]
    return max(splits, key=lambda split: len(split.spans), default=None)


def split_at_names(lines: Sequence[Line]) -> tuple[Span, ...]:
    """The rows where each begins with its first cell."""
    starts = [index for index, line in enumerate(lines) if line[0]] or [0]
    starts[0] = 0
    return tuple(zip(starts, [*starts[1:], len(lines)], strict=True)) if lines else ()


def _search(lines: Sequence[Line], alignment: Alignment, margins: Sequence[int]) -> Split | None:
    """The division of all lines into the most rows, found from the end."""
    best: list[tuple[int, int, int]] = [(0, 0, 0)] * len(lines) + [(0, 1, len(lines))]
    for start in range(len(lines) - 1, -1, -1):
        for end in _ends(lines, start, alignment, margins):
            rows, ways, _ = best[end]
            known, others, _ = best[start]
            if ways and rows + 1 > known:
                best[start] = (rows + 1, ways, end)
            elif ways and rows + 1 == known:
                best[start] = (known, others + ways, best[start][2])
    if not best[0][1]:
        return None
    spans: list[Span] = []
    while (start := spans[-1][1] if spans else 0) < len(lines):
        spans.append((start, best[start][2]))
    return Split(tuple(spans), best[0][1] == 1)


def _ends(lines: Sequence[Line], start: int, alignment: Alignment, margins: Sequence[int]) -> Iterator[int]:
    """Where a row that begins at a line may end; it has a name, which is short."""
    if not any(lines[start]):
        return
    extents: list[Span | None] = [None] * len(lines[start])
    for end in range(start + 1, min(len(lines), start + _MAX_LINES) + 1):
        for column, cell in enumerate(lines[end - 1]):
            if cell:
                known = extents[column]
                extents[column] = (known[0] if known else end - 1, end)
        name = extents[0]
        if name is None:
            continue
        if name[1] - name[0] > _MAX_NAME:
            return
        if end - name[1] > name[0] - start + 2 and not any(line[0] for line in lines[end : end + 2]):
            return  # no cell has more lines below it than above it, but for an odd one and a margin
        if _fits((start, end), [one for one in extents if one], alignment, margins):
            yield end


def _fits(row: Span, extents: Sequence[Span], alignment: Alignment, margins: Sequence[int]) -> bool:
    """Whether cells stand in a row as the alignment says, and one of them fills it."""
    height = row[1] - row[0]
    is_full = False
    for first, behind in extents:
        rooms = [room for margin in margins if (room := height - (behind - first) - margin) >= 0]
        if not any(room * alignment // 2 == first - row[0] for room in rooms):
            return False
        is_full = is_full or 0 in rooms
    return is_full


def _extents(lines: Sequence[Line], span: Span) -> Iterator[Span]:
    """The lines of each cell of a row that is not empty."""
    for column in range(len(lines[0])):
        filled = [index for index in range(*span) if lines[index][column]]
        if filled:
            yield filled[0], filled[-1] + 1
