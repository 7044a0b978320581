"""The request lines of a page: in its URI section, in a table of it, or in its examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scraper.blocks import Code, Paragraph, Table
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.requests import RequestLine, parse_method_line, parse_request_line
from scraper.dialects.huawei.vocabulary import METHOD_COLUMNS, URI_COLUMNS
from scraper.vocabulary import fold
from spec.model import Evidence, Source


def find_request_lines(items: Sequence[Item], notes: Notes) -> list[RequestLine]:
    """The request lines of the URI section; of the examples, where the section prints none."""
    found = [line for item in items if item.section == "uri" for line in _lines_in(item, notes, path_only=False)]
    examples = [line for item in items if item.section != "uri" for line in _lines_in(item, notes, path_only=False)]
    if not found:
        paths = [line for item in items if item.section == "uri" for line in _lines_in(item, notes, path_only=True)]
        method = _method_line(items, notes) or next((line.method for line in examples), "")
        found = [replace(line, method=method) for line in paths[:1]]
    return list({(line.method, line.path): line for line in found if line.method}.values())


def _method_line(items: Sequence[Item], notes: Notes) -> str:
    for item in items:
        if item.section == "uri" and (method := parse_method_line(item.text)):
            notes.take(item.block)
            return method
    return ""


def _lines_in(item: Item, notes: Notes, *, path_only: bool) -> list[RequestLine]:
    block = item.block
    if isinstance(block, Table):
        return [] if path_only else _lines_of_table(block, notes)
    if not isinstance(block, Paragraph | Code):
        return []
    found = []
    start = block.text_first if isinstance(block, Code) else block.first
    for offset, text in enumerate(block.text.split("\n")):
        number = min(start + offset, block.last)
        source = Source(notes.page.name, number, number, Evidence.URL)
        if line := parse_request_line(text, source, path_only=path_only):
            found.append(line)
            notes.ledger.read(source)
    if found and len(found) == sum(1 for text in block.text.split("\n") if text.strip()):
        notes.take(block)
    return found


def _lines_of_table(table: Table, notes: Notes) -> list[RequestLine]:
    """The request lines of a table with a column for the method and one for the URI."""
    header = [fold(cell.text) for cell in table.header.cells] if table.header else []
    methods = [index for index, text in enumerate(header) if text in METHOD_COLUMNS]
    uris = [index for index, text in enumerate(header) if text in URI_COLUMNS]
    if not methods or not uris:
        return []
    found, lost = [], []
    for row in table.rows:
        texts = [cell.text.strip() for cell in row.cells]
        source = notes.source(row, Evidence.URL)
        line = (
            parse_request_line(f"{texts[methods[0]]} {texts[uris[0]]}", source) if len(texts) == len(header) else None
        )
        found += [line] if line else []
        lost += [] if line else [row]
    notes.read_rows(table, lost)
    return found
