"""Pages that print messages as they are sent: a request line, headers and a body with placeholders for values.

Their tables list parameters of the query, headers and elements of XML bodies in sections of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.blocks import Code, Heading
from scraper.dialects.huawei.bodies import finish_rows
from scraper.dialects.huawei.elements import shape_of
from scraper.dialects.huawei.example_sets import Examples, Variant
from scraper.dialects.huawei.examples import read_examples
from scraper.dialects.huawei.hosts import read_server
from scraper.dialects.huawei.inputs import read_parameters, read_request_body
from scraper.dialects.huawei.labels import place_tables
from scraper.dialects.huawei.markup import BINARY, MARKUP, Node, markup_in, parse_markup, read_elements
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.operation import forget_repeated
from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.parameters import BODY, PATH, Call, Rows, sort_rows
from scraper.dialects.huawei.requests import RequestLine, placeholders
from scraper.dialects.huawei.responses import read_responses
from scraper.dialects.huawei.snippets import Snippet, take_apart
from scraper.dialects.huawei.structures import Placed
from scraper.dialects.huawei.tables import Entry
from scraper.dialects.huawei.templates import host_in, path_template, read_samples
from scraper.dialects.huawei.wording import read_description
from scraper.naming import operation_id, operation_id_from_path
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
    Response,
    Scalar,
    Server,
    Source,
    UnknownType,
)

_CONTENT = re.compile(r"(?m)^[ \t]*[<\[](?:the )?object[ _]?(?:content|data|file)[^<>\[\]]*[>\]][ \t]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Syntax:
    """One message of a syntax section: its request line as a template, and what is printed below it.

    `selectors` are the names in its query that have no value, `remark` is what its heading says of it.
    """

    line: RequestLine
    snippet: Snippet
    source: Source
    selectors: tuple[str, ...]
    remark: str


def has_syntax(items: Sequence[Item]) -> bool:
    """Whether a part of a page prints the message that a client sends."""
    return any(item.section == "syntax" and isinstance(item.block, Code) for item in items)


def parse_messages(items: Sequence[Item], title: str, notes: Notes) -> tuple[list[Operation], list[Server]]:
    """The operations of a part of a page: one for each message of its syntax sections."""
    found = list(_syntaxes(items, notes))
    tables = place_tables(items, notes) if found else []
    operations, servers = [], []
    for number, syntax in enumerate(found):
        foreign = {name for other in found for name in other.selectors} - set(syntax.selectors)
        variant = Variant(frozenset(syntax.selectors), frozenset(foreign)) if len(found) > 1 else None
        whole = f"{title} {syntax.remark}".strip() if number else title
        name = notes.name_operation(_name(syntax, "" if number and whole == title else whole))
        known = len(notes.diagnostics)
        operation, server = _parse_one(items, syntax, variant, tables, name, whole, notes)
        if number:
            forget_repeated(notes, known)
        operations.append(operation)
        servers += [server] if server and not operation.servers else []
    return operations, servers


def _name(syntax: Syntax, title: str) -> str:
    path = "/".join((syntax.line.path, *syntax.selectors))
    return operation_id(title) or operation_id_from_path(syntax.line.method, path)


def _syntaxes(items: Sequence[Item], notes: Notes) -> Iterator[Syntax]:
    samples = read_samples(items, notes)
    remark = ""
    for item in items:
        if item.section == "syntax" and isinstance(item.block, Heading):
            remark = next(iter(re.findall(r"\(.*\)", item.block.text)), "")
        if item.section != "syntax" or not isinstance(item.block, Code):
            continue
        for snippet in take_apart(item.block, notes.page.name):
            if snippet.line is None:
                continue
            notes.take(item.block)
            names = [pair.partition("=") for pair in re.split(r"[?&]", snippet.line.query) if pair]
            selectors = tuple(name for name, mark, _ in names if not mark and re.fullmatch(r"[\w.\-]+", name))
            line = replace(snippet.line, path=path_template(snippet.line, host_in(snippet.headers)[0], samples))
            yield Syntax(line, snippet, notes.source(item.block, Evidence.URL), selectors, remark)


def _parse_one(
    items: Sequence[Item],
    syntax: Syntax,
    variant: Variant | None,
    tables: Sequence[Placed],
    name: str,
    title: str,
    notes: Notes,
) -> tuple[Operation, Server | None]:
    line = syntax.line
    examples = read_examples(items, notes, (line,), name, variant=variant, takes_markup=True)
    call = Call(name, line.method, line.path, line.query_names, False, lists_elements=True)
    rows = sort_rows(tables, call, notes)
    rows.request[PATH] = [*rows.request.get(PATH, ()), *_blank_rows(syntax, rows, call, notes)]
    description, deprecated = read_description(items, title, notes, name)
    server = read_server(syntax.snippet, line.path, examples, notes, name)
    operation = Operation(
        name,
        line.method,
        line.path,
        title or f"{line.method} {line.path}",
        line.source,
        description=description,
        parameters=_parameters(rows, syntax, examples, call, notes),
        request_body=_request_body(syntax, rows, examples, call, notes),
        responses=_responses(items, rows, examples, call, notes),
        servers=(server,) if server and _is_own(server) else (),
        deprecated=deprecated,
    )
    return replace(operation, selectors=_selectors(operation, syntax)), server


def _blank_rows(syntax: Syntax, rows: Rows, call: Call, notes: Notes) -> Iterator[Entry]:
    """The placeholders of a path of which no table knows; it is reported of each how it was found."""
    described = {entry.name for entry in rows.request.get(PATH, ())}
    printed = placeholders(syntax.snippet.line.path) if syntax.snippet.line else ()
    for name in placeholders(call.path):
        if name not in printed:
            message = f"{name} in the path is taken for a word that stands for a value"
            notes.find("assumed-placeholder", message, syntax.line.source, call.id, f"path.{name}")
        elif name not in described:
            message = f"the placeholder {{{name}}} of the path is in no table"
            notes.find("placeholder-mismatch", message, syntax.line.source, call.id, f"path.{name}")
        if name not in described:
            yield Entry(name, UnknownType(), (), syntax.line.source)


def _is_own(server: Server) -> bool:
    """Whether a host begins with a placeholder: each call says which server it is for."""
    return "//{" in server.url


def _selectors(operation: Operation, syntax: Syntax) -> tuple[str, ...]:
    """The names in the query of a message that it is not itself without."""
    needed = {
        one.property.name for one in operation.parameters if one.property.required and one.property.required.value
    }
    return tuple(name for name in syntax.line.query_names if name in syntax.selectors or name in needed)


def _parameters(rows: Rows, syntax: Syntax, examples: Examples, call: Call, notes: Notes) -> tuple[Parameter, ...]:
    """The parameters of rows and of the request line; what stands there without a value is sent without one."""
    found = []
    for parameter in read_parameters(rows, syntax.line, examples, call, notes):
        if parameter.location is Location.QUERY and parameter.property.name in syntax.selectors:
            at = syntax.line.source
            text = Property(parameter.property.name, Scalar("string"), at, parameter.property.description)
            parameter = Parameter(Location.QUERY, replace(text, required=Fact(True, at), const=Fact("", at)))
        found.append(parameter)
    return tuple(found)


# ---------------------------------------------------------------- bodies


def _request_body(syntax: Syntax, rows: Rows, examples: Examples, call: Call, notes: Notes) -> RequestBody | None:
    entries = rows.request.get(BODY, [])
    text, before = markup_in(syntax.snippet.text)
    first = syntax.snippet.first + before
    template = parse_markup(text)
    if _CONTENT.search(syntax.snippet.text) and not entries:
        return RequestBody((MediaType(BINARY, source=syntax.source),), syntax.source)
    markup = [example.markup for example in examples.requests if example.markup]
    if not entries and template is None and not markup:
        return read_request_body(rows, examples, call, notes)
    messages = [(template, Source(notes.page.name, first, syntax.source.last))] if template else []
    media, description = _media(messages, entries, tuple(markup), call, "request", notes)
    source = notes.source(rows.body_tables[0].table.block) if rows.body_tables else media.source or syntax.source
    is_needed = next((entry.required for entry in entries if entry.required and entry.required.value), None)
    return RequestBody((media,), source, is_needed, description)


def _responses(items: Sequence[Item], rows: Rows, examples: Examples, call: Call, notes: Notes) -> tuple[Response, ...]:
    """The responses that examples and tables of statuses show; the elements are those of the successful one."""
    tables = [table for bodies in rows.response_bodies.values() for table in bodies]
    entries = [entry for one in tables for entry in one.table.entries]
    headers = Rows(response_headers=rows.response_headers)
    found = list(read_responses(items, headers, examples, call, notes))
    messages = list(_templates(items, notes))
    success = next((one for one in found if one.status.startswith("2")), None)
    if not entries and not messages:
        return tuple(found)
    source = notes.source(tables[0].table.block) if tables else messages[0][1]
    response = success or Response("2XX", source)
    shown = tuple(example for media in response.content if media.is_markup for example in media.examples)
    media, _ = _media(messages, entries, shown, call, f"response {response.status}", notes)
    others = tuple(one for one in response.content if not one.is_markup)
    described = replace(response, content=(*others, media))
    kept = [one for one in found if one is not success]
    return tuple(sorted([described, *kept], key=lambda one: one.status))


def _templates(items: Sequence[Item], notes: Notes) -> Iterator[tuple[Node, Source]]:
    """The XML that sections show as the syntax of a response."""
    for item in items:
        if item.section != "response-syntax" or not isinstance(item.block, Code):
            continue
        notes.take(item.block)
        text, before = markup_in(item.block.text)
        if node := parse_markup(text):
            yield node, Source(notes.page.name, item.block.text_first + before, item.block.last)


def _media(
    messages: Sequence[tuple[Node, Source]],
    entries: Sequence[Entry],
    shown: tuple[Example, ...],
    call: Call,
    label: str,
    notes: Notes,
) -> tuple[MediaType, str]:
    """The XML of a side, and what its table says of the outermost element."""
    parsed = [(node, example.source) for example in shown if (node := parse_markup(example.text))]
    rows = finish_rows(entries, call.id, label, notes)
    shape = shape_of(read_elements([*messages, *parsed]), rows)
    for row in shape.unplaced:
        message = f"no message shows the element {row.name}; taken for one inside of the outermost element"
        notes.find("flattened-structure", message, row.source, call.id, f"{label}.{row.name}")
    for prop in shape.unlisted:
        message = f"a message shows the element {prop.name}, which no table has"
        notes.find("example-undocumented-field", message, prop.source, call.id, f"{label}.{prop.name}")
    source = entries[0].source if entries else messages[0][1] if messages else None
    return MediaType(MARKUP, shape.type, shown, source, shape.root), shape.description
