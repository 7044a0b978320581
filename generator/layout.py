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
#: An entry that is a string, or two, on a line of its own: nothing can break it.
_ENTRY = re.compile(r""" +"(?:[^"\\]|\\.)*"(?:: "(?:[^"\\]|\\.)*")?,""")
_MEMBER = re.compile(r"    (?![ )\]}])")
_QUOTES = '"""'


def format_python(source: str) -> str:
    """Return a module, laid out but for lines that are too long, as black formats it."""
    if not any(map(_is_too_long, source.split("\n"))):
        return source
    return "".join(_format_statement(statement) for statement in split_statements(source))


def _is_too_long(line: str) -> bool:
    return line_width(line) > WIDTH and not _ENTRY.fullmatch(line)


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
    if not any(_is_too_long(line) for line, is_text in zip(lines, _find_text(lines), strict=True) if not is_text):
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


def break_import(module: str, names: Iterable[str], indentation: str = "") -> str:
    """Return the import of `names` from a module, in the order of import sorters: on one line, or with one per line."""
    start, ordered = f"{indentation}from {module} import ", sorted(names, key=import_order)
    whole = start + ", ".join(ordered)
    return whole if line_width(whole) <= WIDTH else break_display(f"{start}(", ordered, ")")


def import_order(name: str) -> tuple[object, ...]:
    """Return what import sorters order imported names by: as `export_order`, but whatever their case."""
    return *_kind(name), _natural_order(name.lower()), _natural_order(name)


def export_order(name: str) -> tuple[object, ...]:
    """Return what import sorters order the names of `__all__` by: constants, classes, others; numbers by value."""
    return *_kind(name), _natural_order(name)


def _kind(name: str) -> tuple[bool, bool]:
    return not (name.isupper() and len(name.encode()) > 1), not name[0].isupper()


def _natural_order(text: str) -> tuple[tuple[bool, int, str], ...]:
    """Return what orders texts by their letters and numbers; digits behind a zero count as those of a fraction."""
    parts = enumerate(re.split(r"([0-9]+)", text))
    return tuple((whole := bool(n % 2) and part[0] != "0", int(part) if whole else 0, part) for n, part in parts)


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
