"""One operation: its request line, tables and examples put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.blocks import Code, Heading, Paragraph, Table
from scraper.dialects.huawei.bodies import body_type, finish_rows
from scraper.dialects.huawei.captions import parse_caption, parse_label, parse_row_label
from scraper.dialects.huawei.examples import Examples, RequestExample, find_empty, read_examples
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.outline import Item, section_of
from scraper.dialects.huawei.parameters import BODY, HEADER, PATH, QUERY, Call, Rows, sort_rows
from scraper.dialects.huawei.requests import RequestLine, parse_method_line, parse_request_line, placeholders, server_of
from scraper.dialects.huawei.responses import MARKUP, read_responses
from scraper.dialects.huawei.structures import Placed, link_structures
from scraper.dialects.huawei.tables import Entry, ParameterTable, may_nest, named_type, parse_table, roles_of
from scraper.dialects.huawei.vocabulary import METHOD_COLUMNS, NOTHING, TOKEN_HEADER, URI_COLUMNS
from scraper.facts import BodyLink
from scraper.naming import operation_id, operation_id_from_path
from scraper.urls import coerce, fill_template
from scraper.vocabulary import fold
from spec.model import (
    Evidence,
    Example,
    Fact,
    Location,
    MediaType,
    Operation,
    Parameter,
    Property,
    RequestBody,
    SecurityScheme,
    Server,
    Source,
    Structure,
    UnknownType,
)

SCHEME = "XAuthToken"
_DEPRECATED = re.compile(
    r"\((?:deprecated|discarded|obsolete|out of date)\)|\b(?:API|interface) (?:is|has been) (?:deprecated|discarded)\b",
    re.IGNORECASE,
)
_MEDIA = re.compile(r"\b(?:application|multipart|text)/[a-z][\w.+-]*")
_FORM_DATA = re.compile(r"\bform ?data\b", re.IGNORECASE)
_FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
_ADDRESS = re.compile(r"^(?:\d+\.){3}\d+(?::\d+)?$|^\[|^localhost\b", re.IGNORECASE)
_REFERENCE = re.compile(r"^(?:For details,? )?(?:see|refer to)\b|^(?:请)?参[见考]", re.IGNORECASE)
_REFERS = re.compile(r"\b(?:see|refer to|same as|described in|identical to)\b|参[见考]|与.{0,20}相同", re.IGNORECASE)
_POINTER = re.compile(r"\bTable\s+\d+\b.{0,60}\b(?:describes?|lists?|shows?)\b|^表\s*\d+", re.IGNORECASE)


def parse_operations(items: Sequence[Item], title: str, notes: Notes) -> tuple[list[Operation], list[Server]]:
    """The operations that one part of a page documents: one for each request line in its URI section."""
    operations: list[Operation] = []
    servers: list[Server] = []
    lines = _uri_lines(items, notes)
    tables = link_structures(_place_tables(items, notes)) if lines else []
    for number, line in enumerate(lines):
        by_path = operation_id_from_path(line.method, line.path)
        name = by_path if number else operation_id(title) or by_path
        known = len(notes.diagnostics)
        operation, found = _parse_one(items, line, lines, tables, name, title, notes)
        if number:
            _forget_repeated(notes, known)
        else:
            _add_structures(tables, name, notes)
        operations.append(operation)
        servers += found
    return operations, servers


def _forget_repeated(notes: Notes, known: int) -> None:
    """Drops the findings of a further request line that an earlier one of the same tables has too."""
    seen = {(one.code, one.line, one.end_line, one.pointer, one.message) for one in notes.diagnostics[:known]}
    fresh = [
        one
        for one in notes.diagnostics[known:]
        if (one.code, one.line, one.end_line, one.pointer, one.message) not in seen
    ]
    notes.diagnostics[known:] = fresh


def _uri_lines(items: Sequence[Item], notes: Notes) -> list[RequestLine]:
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
    parameters = _parameters(rows, line, examples, call, notes)
    description, deprecated = _description(items, title, notes, name)
    server = _server(line, examples)
    operation = Operation(
        name,
        line.method,
        line.path,
        title or f"{line.method} {line.path}",
        line.source,
        description=description,
        parameters=parameters,
        request_body=_request_body(rows, examples, call, notes),
        responses=read_responses(items, rows, examples, call, notes),
        security=(SCHEME,) if any(p.property.name.casefold() == TOKEN_HEADER.casefold() for p in parameters) else None,
        deprecated=deprecated,
    )
    return operation, [server] if server else []


# ---------------------------------------------------------------- tables


def _place_tables(items: Sequence[Item], notes: Notes) -> list[Placed]:
    placed: list[Placed] = []
    for before, item in zip([None, *items], items, strict=False):
        if not isinstance(item.block, Table) or item.heading == "errors" or "status" in roles_of(item.block):
            continue
        table = parse_table(item.block, notes.page.name)
        if table is not None and table.entries:
            table = _use_label(table, before, [entry for one in placed for entry in one.table.entries], notes)
            placed.append(Placed(table, item))
    return placed


def _use_label(table: ParameterTable, before: Item | None, entries: Sequence[Entry], notes: Notes) -> ParameterTable:
    """A label right above a table without caption stands for the caption, as does the name of a row before it."""
    if table.has_caption or before is None:
        return table
    if isinstance(before.block, Heading):
        return _use_heading(table, before.block)
    if before.status or not isinstance(before.block, Paragraph):
        return table
    if before.is_label:
        return replace(table, has_caption=True)
    caption = parse_label(before.text) or parse_row_label(before.text, [e.name for e in entries if may_nest(e.type)])
    if caption is None:
        return table
    notes.take(before.block)
    return replace(table, caption=caption, has_caption=True)


def _use_heading(table: ParameterTable, heading: Heading) -> ParameterTable:
    """A heading right above a table without caption stands for the caption, and links lead to it."""
    block = replace(table.block, anchors=(*table.block.anchors, *heading.anchors))
    caption = parse_caption(heading.text)
    is_plain = caption.kind in ("main", "status") or (caption.kind == "structure" and not caption.name)
    if heading.level < 2 or is_plain or section_of(heading.text) not in (None, "parameters"):
        return replace(table, block=block)
    return replace(table, block=block, caption=caption, has_caption=True)


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


# ---------------------------------------------------------------- parameters


def _parameters(rows: Rows, line: RequestLine, examples: Examples, call: Call, notes: Notes) -> tuple[Parameter, ...]:
    found: list[Parameter] = []
    for kind, location in ((PATH, Location.PATH), (QUERY, Location.QUERY), (HEADER, Location.HEADER)):
        properties = finish_rows(rows.request.get(kind, ()), call.id, kind, notes)
        found += [Parameter(location, prop, _shown(prop, location, line, examples)) for prop in properties]
    names = {parameter.property.name for parameter in found}
    for name in (*line.query_names, *(name for name, _ in _shown_query(line, examples))):
        if name not in placeholders(line.path) and not any(_stands_for(known, name) for known in names):
            names.add(name)
            found.append(_undocumented(name, line, examples, call, notes))
    return tuple(found)


def _stands_for(documented: str, name: str) -> bool:
    """Whether a documented name, in which `{i}` may stand for anything, is this one."""
    pattern = r"[\w\-]+".join(re.escape(part) for part in re.split(r"\{\w+\}", documented))
    return re.fullmatch(pattern, name) is not None or documented == name


def _undocumented(name: str, line: RequestLine, examples: Examples, call: Call, notes: Notes) -> Parameter:
    """A query parameter that only the URI, or only an example, shows."""
    sources = [source for shown, source in _shown_query(line, examples) if shown == name]
    in_uri = name in line.query_names
    source = line.source if in_uri else sources[0]
    prop = Property(name, UnknownType(), source)
    if not in_uri:
        message = f"an example request shows the query parameter {name!r}, which no table has"
        notes.find("example-undocumented-field", message, source, call.id, f"query.{name}")
    return Parameter(Location.QUERY, prop, _shown(prop, Location.QUERY, line, examples))


def _shown_query(line: RequestLine, examples: Examples) -> list[tuple[str, Source]]:
    return [
        (name, example.line.source)
        for example in examples.requests
        if example.line and (filled := fill_template(line.path, example.line.url))
        for name, _ in filled.query
        if re.fullmatch(r"[A-Za-z_][\w.\-]*", name)
    ]


def _shown(prop: Property, location: Location, line: RequestLine, examples: Examples) -> tuple[Example, ...]:
    """The values that the example requests give a parameter."""
    found = []
    for request in examples.requests:
        text, source = _value_in(request, prop.name, location, line)
        if text and not re.search(r"[{}<>]|^\*+$|^\$", text) and prop.name.casefold() != TOKEN_HEADER.casefold():
            found.append(Example(request.name, coerce(text, prop.type), source, text, request.summary))
    return tuple(found)


def _value_in(request: RequestExample, name: str, location: Location, line: RequestLine) -> tuple[str, Source]:
    if location is Location.HEADER:
        shown = ((value, source) for key, value, source in request.headers if key.casefold() == name.casefold())
        return next(shown, ("", request.source))
    filled = fill_template(line.path, request.line.url) if request.line else None
    if filled is None or request.line is None:
        return "", request.source
    values = filled.path if location is Location.PATH else dict(filled.query)
    return values.get(name, ""), request.line.source


# ---------------------------------------------------------------- body


def _request_body(rows: Rows, examples: Examples, call: Call, notes: Notes) -> RequestBody | None:
    entries = rows.request.get(BODY, [])
    bodies = tuple(example.body for example in examples.requests if example.body)
    markup = tuple(example.markup for example in examples.requests if example.markup)
    row = rows.body_row
    if markup and not entries and not bodies and row is None:
        return RequestBody((MediaType(MARKUP, examples=markup),), markup[0].source)
    if not entries and row is not None:
        media = MediaType(schema=row.type if named_type(row.type) else None, examples=bodies, source=row.source)
        return RequestBody((media,), row.source, row.required)
    if not entries and not (bodies and call.method not in ("GET", "HEAD")):
        return None
    schema = body_type(entries, bodies, call, "request", notes) if entries else None
    first = rows.body_tables[0].table.block if rows.body_tables else bodies[0].source
    last = rows.body_tables[-1].table.block if rows.body_tables else bodies[-1].source
    source = Source(notes.page.name, first.first, last.last)
    needed = (
        row.required
        if row
        else next((entry.required for entry in entries if entry.required and entry.required.value), None)
    )
    for one in rows.body_tables:
        notes.add_targets(one.table.block, call.id, "request")
    media = MediaType(_media_name(rows), schema, bodies, source)
    return RequestBody((media,), source, needed)


def _media_name(rows: Rows) -> str:
    """The media type of a body: that of a form, where its caption, or the header that states it, names no other."""
    captions = (one.table.block.caption for one in rows.body_tables)
    if any(_FORM_DATA.search(caption.text) for caption in captions if caption):
        return "multipart/form-data"
    for entry in rows.request.get(HEADER, ()):
        if entry.name.casefold() == "content-type":
            named = set(_MEDIA.findall(" ".join(text.text for text in entry.parts).casefold()))
            if len(named) == 1:
                return next(iter(named & _FORMS), "application/json")
    return "application/json"


# ---------------------------------------------------------------- text, server, security


def _description(items: Sequence[Item], title: str, notes: Notes, operation: str) -> tuple[str, Fact[bool] | None]:
    """What the page says about the operation in running text, section by section."""
    texts: list[str] = []
    deprecated = (
        Fact(True, notes.source(items[0].block, Evidence.PROSE)) if items and _DEPRECATED.search(title) else None
    )
    anchors = {anchor for item in items if isinstance(item.block, Table | Heading) for anchor in item.block.anchors}
    for item in items:
        block = item.block
        if not isinstance(block, Paragraph) or item.is_label or notes.is_taken(block):
            continue
        if fold(block.text) in NOTHING:
            notes.ledger.ignore("nothing-stated", block)
        elif link := _body_link(item, block, notes, operation):
            notes.links.append(link)
            notes.ledger.ignore("reference", block)
            if link.page:
                message = f"{' '.join(block.text.split())[:80]} (not on this page)"
                notes.find("dangling-reference", message, block, operation, item.section)
        elif _REFERENCE.match(block.text.strip()) and any(_leads_to(link, anchors) for link in block.links):
            notes.ledger.ignore("table-reference", block)
        elif item.section in ("errors", "status") or (
            _REFERENCE.match(block.text.strip()) and item.section != "function"
        ):
            _note_reference(item, block, notes, operation)
        elif _POINTER.search(block.text):
            notes.ledger.ignore("table-reference", block)
        elif item.section in ("function", "constraints", "uri", "request", "response", "other", ""):
            texts.append(block.text)
            notes.ledger.read(block)
            if deprecated is None and _DEPRECATED.search(block.text):
                deprecated = Fact(True, notes.source(block, Evidence.PROSE))
    return "\n\n".join(dict.fromkeys(texts)), deprecated


def _body_link(item: Item, block: Paragraph, notes: Notes, operation: str) -> BodyLink | None:
    """A line that says where the body of a request or a response is described."""
    linked = next((link for link in block.links if "#" in link), "")
    page, _, anchor = linked.partition("#")
    if item.section not in ("request", "response") or not anchor or not _REFERS.search(block.text):
        return None
    return BodyLink(operation, item.section, page, anchor, notes.source(block))


def _leads_to(link: str, anchors: set[str]) -> bool:
    page, _, anchor = link.partition("#")
    return not page and anchor in anchors


def _note_reference(item: Item, block: Paragraph, notes: Notes, operation: str) -> None:
    if _REFERENCE.match(block.text.strip()):
        message = f"{' '.join(block.text.split())[:80]} (not on this page)"
        notes.find("dangling-reference", message, block, operation, item.section)
        notes.ledger.ignore("reference", block)
    elif item.section in ("errors", "status"):
        notes.ledger.ignore(f"{item.section}-note", block)


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
