"""How generated Python is laid out: as black does it, the slowest step of generating.

black formats a text twice unless it finds nothing to do. So lines are broken here where black would break them, and a
long module is handed over in parts: only those that black changes cost twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import black
from black.mode import Mode, TargetVersion

WIDTH = 120
_MODE = Mode(line_length=WIDTH, target_versions={TargetVersion.PY311})


@lru_cache(maxsize=4096)
def format_python(source: str) -> str:
    """Return `source` as black formats it; each distinct text is formatted once."""
    if not source.strip():
        return ""
    return black.format_str(source, mode=_MODE)


def break_call(start: str, arguments: Sequence[str], end: str = ")") -> str:
    """Return a call: on one line, with all arguments on the next, or with one per line.

    Args:
        start: The line up to the opening bracket, its indentation included.
        arguments: What stands between the brackets.
        end: The closing bracket and what follows it.
    """
    inner = f"{_indentation(start)}    {', '.join(arguments)}"
    if len(start) + len(", ".join(arguments)) + len(end) > WIDTH >= len(inner) and arguments:
        return f"{start}\n{inner}\n{_indentation(start)}{end}"
    return break_display(start, arguments, end)


def break_display(start: str, entries: Sequence[str], end: str) -> str:
    """Return a list or dictionary: on one line, or with one entry per line; the arguments are those of `break_call`."""
    whole = f"{start}{', '.join(entries)}{end}"
    if len(whole) <= WIDTH or not entries:
        return whole
    indentation = _indentation(start)
    lines = "".join(f"{indentation}    {entry},\n" for entry in entries)
    return f"{start}\n{lines}{indentation}{end}"


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
