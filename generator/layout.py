"""How generated Python is laid out: as black does it, without running black where that would change nothing.

black is the slowest step of generating. Templates and the functions here break lines where black would, with one
exception: a line that is too long. So only the statements that have one are handed over. That nothing else is left to
do is what the tests of generated packages check with black itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from unicodedata import combining, east_asian_width

WIDTH = 120
_MEMBER = re.compile(r"    (?![ )\]}])")
_QUOTES = '"""'


def format_python(source: str) -> str:
    """Return a module, laid out but for lines that are too long, as black formats it."""
    if all(line_width(line) <= WIDTH for line in source.split("\n")):
        return source
    return "".join(_format_statement(statement) for statement in split_statements(source))


def line_width(line: str) -> int:
    """Return the columns that a line takes: wide characters count twice, combining ones not at all."""
    if line.isascii():
        return len(line)
    if len(line) + sum(not item.isascii() for item in line) > WIDTH:
        # It may be too long: black has a table of its own, of another Unicode than Python's.
        from black.strings import str_width

        return str_width(line)
    return sum(0 if combining(item) else 2 if east_asian_width(item) in "WF" else 1 for item in line)


def split_statements(source: str) -> Iterator[str]:
    """Yield the statements of a module and of its classes, each with the blank lines behind it."""
    lines = source.splitlines(keepends=True)
    for _, found in groupby(zip(_number_statements(lines), lines, strict=True), key=lambda pair: pair[0]):
        yield "".join(line for _, line in found)


def _number_statements(lines: Sequence[str]) -> Iterator[int]:
    """Yield for each line the number of its statement."""
    number, in_class = 0, False
    for line, is_text in zip(lines, _find_text(lines), strict=True):
        if not is_text and line[:1] not in " )]}\n":
            number, in_class = number + 1, line.startswith("class ")
        elif not is_text and in_class and _MEMBER.match(line):
            number += 1
        yield number


def _find_text(lines: Iterable[str]) -> Iterator[bool]:
    """Yield for each line whether it belongs to a text between triple quotes, which start a line and end one."""
    inside = False
    for line in lines:
        code = line.strip()
        starts = not inside and code.startswith(_QUOTES)
        yield inside or starts
        if starts:
            inside = len(code) == len(_QUOTES) or not code[len(_QUOTES) :].endswith(_QUOTES)
        elif inside:
            inside = not code.endswith(_QUOTES)


def _format_statement(statement: str) -> str:
    lines = statement.split("\n")
    if all(is_text or line_width(line) <= WIDTH for line, is_text in zip(lines, _find_text(lines), strict=True)):
        return statement
    body = statement.rstrip("\n")
    blank = statement[len(body) :]
    if not body.startswith("    "):
        return _run_black(body + "\n").rstrip("\n") + blank
    return _run_black(f"class _:\n{body}\n").partition("\n")[2].rstrip("\n") + blank


@lru_cache(maxsize=4096)
def _run_black(source: str) -> str:
    # Imported here: most packages need it for little, and some for nothing.
    import black
    from black.mode import Mode, TargetVersion

    return black.format_str(source, mode=Mode(line_length=WIDTH, target_versions={TargetVersion.PY311}))


def break_call(start: str, arguments: Sequence[str], end: str = ")") -> str:
    """Return a call: on one line, with all arguments on the next, or with one per line.

    Args:
        start: The line up to the opening bracket, its indentation included.
        arguments: What stands between the brackets.
        end: The closing bracket and what follows it.
    """
    inner = f"{_indentation(start)}    {', '.join(arguments)}"
    if line_width(f"{start}{', '.join(arguments)}{end}") > WIDTH >= line_width(inner) and arguments:
        return f"{start}\n{inner}\n{_indentation(start)}{end}"
    return break_display(start, arguments, end)


def break_display(start: str, entries: Sequence[str], end: str) -> str:
    """Return a list or dictionary: on one line, or with one entry per line; the arguments are those of `break_call`."""
    whole = f"{start}{', '.join(entries)}{end}"
    if line_width(whole) <= WIDTH or not entries:
        return whole
    indentation = _indentation(start)
    lines = "".join(f"{indentation}    {entry},\n" for entry in entries)
    return f"{start}\n{lines}{indentation}{end}"


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
