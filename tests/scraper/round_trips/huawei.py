"""A reference printed as a page of one operation, in Markdown with tables in HTML or in reStructuredText."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from tests.scraper.round_trips.english import describe, places, print_json
from tests.scraper.round_trips.reference import Call, Field

Print = Callable[[str, Sequence[Sequence[Sequence[str]]]], str]
"""Prints a table from its caption and its rows of cells of paragraphs, the header first."""

_TYPES = {
    "string": "String",
    "integer": "Integer",
    "long": "Long",
    "boolean": "Boolean",
    "number": "Double",
    "array of string": "Array of strings",
    "array of integer": "Array of integers",
}


def render_huawei(reference: Sequence[Call]) -> str:
    """A page of the first operation in Markdown."""
    call = reference[0]
    parts = _parts(call, lambda text: f"## {text}", _html_table, lambda text: f"```\n{text}\n```")
    return "\n\n".join([f"# {call.title}", *parts]) + "\n"


def render_rst(reference: Sequence[Call]) -> str:
    """A page of the first operation in reStructuredText."""
    call = reference[0]
    parts = _parts(call, lambda text: _title(text, "-"), _rst_table, _rst_code)
    return "\n\n".join([_title(call.title, "="), *parts]) + "\n"


def _parts(call: Call, title: Callable[[str], str], table: Print, code: Callable[[str], str]) -> Iterator[str]:
    yield from (title("Function"), "This API does what its name says.", title("URI"))
    yield f"{call.method} {call.place('{x}')}"
    yield table("Path Parameters", _cells(places(call), asks=True))
    if call.query:
        yield table("Query Parameters", _cells(call.query, asks=True))
    yield title("Request Parameters")
    yield from _tables("Request body parameters", call.body, table, asks=True) if call.body else ["None"]
    yield title("Response Parameters")
    if call.answer:
        yield "**Status code: 200**"
        yield from _tables("Response body parameters", call.answer, table, asks=False)
    else:
        yield "None"
    if call.sent:
        yield title("Example Requests")
        yield code(f"{call.method} https://{{endpoint}}{call.place('7')}\n\n{print_json(call.sent)}")
    if call.told:
        yield from (title("Example Responses"), "**Status code: 200**", code(print_json(call.told)))
    yield from (title("Status Codes"), "See Status Codes.")


def _tables(caption: str, rows: Sequence[Field], table: Print, *, asks: bool) -> Iterator[str]:
    """A table, and those of the objects in it under the names of their structures."""
    yield table(caption, _cells(rows, asks=asks))
    for row in rows:
        if row.members:
            yield from _tables(_structure(row), row.members, table, asks=asks)


def _structure(row: Field) -> str:
    return "".join(part.title() for part in re.findall(r"[A-Za-z0-9]+", row.name)) + "Dto"


def _cells(rows: Sequence[Field], *, asks: bool) -> list[list[list[str]]]:
    columns = ["Parameter", *(["Mandatory"] if asks else []), "Type", "Description"]
    answers = [[["Yes" if row.required else "No"]] if asks else [] for row in rows]
    cells = [[[row.name], *answer, [_type(row)], describe(row)] for row, answer in zip(rows, answers, strict=True)]
    return [[[column] for column in columns], *cells]


def _type(row: Field) -> str:
    if row.members:
        return f"{_structure(row)} object" if row.type == "object" else f"Array of {_structure(row)} objects"
    return _TYPES[row.type]


def _html_table(caption: str, rows: Sequence[Sequence[Sequence[str]]]) -> str:
    head, *body = (
        "".join(f"<{tag}>{''.join(f'<p>{escape(text)}</p>' for text in cell)}</{tag}>" for cell in row)
        for tag, row in zip(["th", *["td"] * len(rows)], rows, strict=False)
    )
    lines = "\n".join(f"<tr>{row}</tr>" for row in body)
    return f"**Table 1** {caption}\n\n<table><thead><tr>{head}</tr></thead>\n<tbody>\n{lines}\n</tbody>\n</table>"


def _rst_table(caption: str, rows: Sequence[Sequence[Sequence[str]]]) -> str:
    """A grid table, with a blank line between the paragraphs of a cell."""
    widths = [max(len(text) for row in rows for text in row[place]) for place in range(len(rows[0]))]
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    lines = [rule]
    for number, row in enumerate(rows):
        cells = ["\n\n".join(cell).split("\n") for cell in row]
        for line in range(max(map(len, cells))):
            printed = [(cell[line] if line < len(cell) else "").ljust(w) for cell, w in zip(cells, widths, strict=True)]
            lines.append("|" + "|".join(f" {text} " for text in printed) + "|")
        lines.append(rule.replace("-", "=") if number == 0 else rule)
    return f".. table:: **Table 1** {caption}\n\n" + "\n".join(f"   {line}" for line in lines)


def _rst_code(text: str) -> str:
    return ".. code-block::\n\n" + "\n".join(f"   {line}".rstrip() for line in text.split("\n"))


def _title(text: str, mark: str) -> str:
    return f"{text}\n{mark * len(text)}"
