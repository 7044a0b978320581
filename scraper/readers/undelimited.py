"""Pipe tables whose delimiter row is missing or has another number of cells."""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit

_DELIMITER = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")

_NO_TABLE = "lines that are no undelimited table"


def undelimited_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block rule of markdown-it, behind that for tables: lines with the same number of cells, at least three or
    set between pipes, are a table whose first row is its header.

    It may interrupt a paragraph only with a line that starts with a pipe.
    """
    first = _line(state, start)
    if "|" not in first or state.is_code_block(start) or (silent and not first.startswith("|")):
        return False
    width = len(_cells(first))
    if width < (2 if first.startswith("|") else 3):
        return False
    if start in state.env.get(_NO_TABLE, ()):
        return False
    stop, rows = _extent(state, start, end, width)
    if len(rows) < 2:
        state.env[_NO_TABLE] = range(start, stop)
        return False
    if not silent:
        _push(state, start, stop, rows)
        state.line = stop
    return True


def _extent(state: StateBlock, start: int, end: int, width: int) -> tuple[int, list[int]]:
    """The line behind the table, and the lines of its rows; no rows where a line breaks the pattern."""
    stop = start
    while (
        stop < end and not state.isEmpty(stop) and state.sCount[stop] >= state.blkIndent and "|" in _line(state, stop)
    ):
        stop += 1
    for line, following in pairwise(range(start + 1, stop)):
        if _DELIMITER.match(_line(state, following)) and not _DELIMITER.match(_line(state, line)):
            stop = line
            break
    rows = [line for line in range(start, stop) if not _DELIMITER.match(_line(state, line))]
    return stop, rows if all(len(_cells(_line(state, line))) == width for line in rows) else []


def _push(state: StateBlock, start: int, stop: int, rows: list[int]) -> None:
    state.push("table_open", "table", 1).map = [start, stop]
    for line in rows:
        state.push("tr_open", "tr", 1).map = [line, line + 1]
        for cell in _cells(_line(state, line)):
            token = state.push("inline", "", 0)
            token.content, token.map, token.children = cell, [line, line + 1], []
        state.push("tr_close", "tr", -1)
    state.push("table_close", "table", -1)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def _cells(line: str) -> list[str]:
    cells = [cell.strip() for cell in escapedSplit(line)]
    if len(cells) > 1 and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells
