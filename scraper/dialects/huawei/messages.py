"""Pages that print messages as they are sent: a request line, headers and a body with placeholders for values.

Their tables list parameters of the query, headers and elements of XML bodies in sections of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.blocks import Code, Heading
from scraper.dialects.huawei.example_sets import Examples, Variant
from scraper.dialects.huawei.examples import read_examples
from scraper.dialects.huawei.hosts import read_server
from scraper.dialects.huawei.inputs import read_parameters
from scraper.dialects.huawei.labels import place_tables
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.operation import forget_repeated
from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.parameters import PATH, Call, Rows, sort_rows
from scraper.dialects.huawei.payloads import Payloads
from scraper.dialects.huawei.requests import RequestLine, placeholders
from scraper.dialects.huawei.snippets import Snippet, take_apart
from scraper.dialects.huawei.structures import Placed
from scraper.dialects.huawei.tables import Entry
from scraper.dialects.huawei.templates import host_in, path_template, read_samples
from scraper.dialects.huawei.wording import read_description
from scraper.naming import operation_id, operation_id_from_path
from scraper.urls import coerce
from spec.model import (
    Evidence,
    Example,
    Fact,
    Location,
    Operation,
    Parameter,
    Property,
    Scalar,
    Server,
    Source,
    UnknownType,
)

_PAIR = re.compile(r"[?&]([^=&?]+)=(-?\d+(?:\.\d+)?|true|false)(?=&|$)")


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
    part = _Part(items, tables, notes)
    operations, servers = [], []
    for number, syntax in enumerate(found):
        foreign = {name for other in found for name in other.selectors} - set(syntax.selectors)
        variant = Variant(frozenset(syntax.selectors), frozenset(foreign)) if len(found) > 1 else None
        whole = f"{title} {syntax.remark}".strip() if number else title
        name = notes.name_operation(_name(syntax, "" if number and whole == title else whole))
        known = len(notes.diagnostics)
        operation, server = part.parse(syntax, variant, name, whole)
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


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a page, whose tables describe each of its messages."""

    items: Sequence[Item]
    tables: Sequence[Placed]
    notes: Notes

    def parse(self, syntax: Syntax, variant: Variant | None, name: str, title: str) -> tuple[Operation, Server | None]:
        items, notes, line = self.items, self.notes, syntax.line
        examples = read_examples(items, notes, (line,), name, variant=variant, takes_markup=True)
        call = Call(name, line.method, line.path, line.query_names, False, lists_elements=True)
        rows = sort_rows(self.tables, call, notes)
        rows.request[PATH] = [*rows.request.get(PATH, ()), *_blank_rows(syntax, rows, call, notes)]
        payloads = Payloads(rows, examples, call, notes)
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
            request_body=payloads.read_request(syntax.snippet, syntax.source),
            responses=payloads.read_responses(items),
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
    """The parameters of rows and of the request line; what stands there without a value is sent without one.

    A number there is a value; a word may stand for any.
    """
    values = {name: value for name, value in _PAIR.findall(syntax.line.query) if name in syntax.line.query_names}
    found = []
    for parameter in read_parameters(rows, syntax.line, examples, call, notes):
        if parameter.location is Location.QUERY and parameter.property.name in syntax.selectors:
            at = syntax.line.source
            text = Property(parameter.property.name, Scalar("string"), at, parameter.property.description)
            parameter = Parameter(Location.QUERY, replace(text, required=Fact(True, at), const=Fact("", at)))
        elif parameter.location is Location.QUERY and not parameter.examples and parameter.property.name in values:
            text = values[parameter.property.name]
            shown = Example("example-1", coerce(text, parameter.property.type), syntax.line.source, text)
            parameter = replace(parameter, examples=(shown,))
        found.append(parameter)
    return tuple(found)
