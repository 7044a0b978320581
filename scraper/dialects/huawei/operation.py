"""One operation: its request line, tables and examples put together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.blocks import Heading, Table
from scraper.dialects.huawei.bodies import finish_rows
from scraper.dialects.huawei.example_sets import Examples
from scraper.dialects.huawei.examples import find_empty, read_examples
from scraper.dialects.huawei.inputs import read_parameters, read_request_body
from scraper.dialects.huawei.labels import place_tables
from scraper.dialects.huawei.links import places_of
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.parameters import Call, sort_rows
from scraper.dialects.huawei.requests import RequestLine, server_of
from scraper.dialects.huawei.responses import read_responses
from scraper.dialects.huawei.structures import Placed, link_structures, stands_for_body
from scraper.dialects.huawei.types import may_nest, named_type
from scraper.dialects.huawei.uri import find_request_lines
from scraper.dialects.huawei.vocabulary import TOKEN_HEADER
from scraper.dialects.huawei.wording import read_description
from scraper.facts import Link
from scraper.naming import operation_id, operation_id_from_path
from spec.model import Location, Operation, SecurityScheme, Server, Structure, UnknownType

SCHEME = "XAuthToken"
_ADDRESS = re.compile(r"^(?:\d+\.){3}\d+(?::\d+)?$|^\[|^localhost\b", re.IGNORECASE)


def parse_operations(items: Sequence[Item], title: str, notes: Notes) -> tuple[list[Operation], list[Server]]:
    """The operations that one part of a page documents: one for each request line in its URI section."""
    operations: list[Operation] = []
    servers: list[Server] = []
    lines = find_request_lines(items, notes)
    tables = link_structures(place_tables(items, notes)) if lines else []
    _find_dangling(tables, notes)
    for number, line in enumerate(lines):
        by_path = operation_id_from_path(line.method, line.path)
        name = notes.name_operation(by_path if number else operation_id(title) or by_path)
        known = len(notes.diagnostics)
        operation, found = _parse_one(items, line, lines, tables, name, title, notes)
        if number:
            forget_repeated(notes, known)
        else:
            _add_structures(tables, name, notes)
            _refer_rows(tables, items, name, notes)
        operations.append(operation)
        servers += found
    return operations, servers


def _find_dangling(tables: Sequence[Placed], notes: Notes) -> None:
    """Reports rows of open objects that number a table, without a link, which is none that can be theirs."""
    for one in tables:
        for entry in one.table.entries:
            numbers = [number for number, linked in entry.numbers if not linked]
            is_open = may_nest(entry.type) and not named_type(entry.type) and not stands_for_body(entry, one)
            is_elsewhere = any(page for page, _ in places_of(entry.described))
            if numbers and is_open and not is_elsewhere and not isinstance(entry.type, UnknownType):
                message = f"{entry.name} refers to Table {numbers[0]}; no table of this page can be meant"
                notes.find("dangling-reference", message, entry.source, pointer=entry.name)


def _refer_rows(tables: Sequence[Placed], items: Sequence[Item], operation: str, notes: Notes) -> None:
    """Notes the rows of open objects whose structure is described off the page, which dangle until it is found."""
    blocks = [item.block for item in items if isinstance(item.block, Table | Heading)]
    anchors = {anchor for block in blocks for anchor in block.anchors}
    structures = {one.structure for one in tables if one.structure}
    for entry in (entry for one in tables for entry in one.table.entries):
        if not may_nest(entry.type) or named_type(entry.type) in structures or isinstance(entry.type, UnknownType):
            continue
        for page, anchor in places_of((*entry.elsewhere, *entry.described)):
            if page or anchor not in anchors:
                numbers = {number for number, _ in entry.numbers}
                number = numbers.pop() if len(numbers) == 1 else 0
                link = Link(operation, "row", page, anchor, entry.source, number=number, name=entry.name)
                notes.links.append(link)
                message = f"{entry.name} is described on another page"
                notes.find("dangling-reference", message, entry.source, operation, entry.name)
                break


def forget_repeated(notes: Notes, known: int) -> None:
    """Drops the findings, from the place `known` on, of a further request that an earlier one has too."""
    seen = {(one.code, one.line, one.end_line, one.pointer, one.message) for one in notes.diagnostics[:known]}
    fresh = [
        one
        for one in notes.diagnostics[known:]
        if (one.code, one.line, one.end_line, one.pointer, one.message) not in seen
    ]
    notes.diagnostics[known:] = fresh


def _parse_one(
    items: Sequence[Item],
    line: RequestLine,
    siblings: Sequence[RequestLine],
    tables: Sequence[Placed],
    name: str,
    title: str,
    notes: Notes,
) -> tuple[Operation, list[Server]]:
    examples = read_examples(items, notes, (line, *siblings), name)
    find_empty(items, notes, name)
    has_json = any(example.body for example in examples.requests)
    call = Call(name, line.method, line.path, line.query_names, has_json)
    rows = sort_rows(tables, call, notes)
    parameters = read_parameters(rows, line, examples, call, notes)
    description, deprecated = read_description(items, title, notes, name)
    server = _server(line, examples)
    operation = Operation(
        name,
        line.method,
        line.path,
        title or f"{line.method} {line.path}",
        line.source,
        description=description,
        parameters=parameters,
        request_body=read_request_body(rows, examples, call, notes),
        responses=read_responses(items, rows, examples, call, notes),
        security=(SCHEME,) if any(p.property.name.casefold() == TOKEN_HEADER.casefold() for p in parameters) else None,
        deprecated=deprecated,
    )
    return operation, [server] if server else []


def _add_structures(tables: Sequence[Placed], operation: str, notes: Notes) -> None:
    for one in tables:
        if not one.structure:
            continue
        properties = finish_rows(one.table.entries, operation, one.structure, notes)
        source = notes.source(one.table.block)
        notes.structures.append(Structure(one.structure, properties, source, operation=operation, printed=(source,)))
        notes.read_table(one.table)
        notes.add_targets(one.table.block, operation, structure=one.structure)
        if one.guessed:
            message = f"a table without caption was taken for {one.structure}, which a row before it names"
            notes.find("missing-table-caption", message, one.table.block, operation, one.structure)


def _server(line: RequestLine, examples: Examples) -> Server | None:
    """The server that the URI names; where it names none, that of the first example request.

    An address in an example is that of somebody's machine.
    """
    lines = (example.line for example in examples.requests if example.line)
    shown = (one for one in lines if not _ADDRESS.match(one.host))
    return next((server for one in (line, *shown) if (server := server_of(one))), None)


def security_of(operations: Sequence[Operation]) -> tuple[SecurityScheme, ...]:
    """The token header as a scheme, if an operation has it."""
    for operation in operations:
        for parameter in operation.parameters:
            prop = parameter.property
            if parameter.location is Location.HEADER and prop.name.casefold() == TOKEN_HEADER.casefold():
                return (SecurityScheme(SCHEME, "apiKey", prop.source, TOKEN_HEADER, description=prop.description),)
    return ()


def heading_title(items: Sequence[Item]) -> Heading | None:
    """The first heading of level 1, if there is one."""
    return next((item.block for item in items if isinstance(item.block, Heading) and item.block.level == 1), None)
