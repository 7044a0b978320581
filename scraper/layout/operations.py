"""Operations: endpoints and what the page says about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from scraper.layout.endpoints import Endpoint
from scraper.layout.material import Material
from scraper.layout.nesting import bare_name, gather_rows, nest, nest_values
from scraper.layout.notes import Notes
from scraper.layout.outline import Segment
from scraper.layout.placement import place_rows, sends_body, split_headers
from scraper.layout.requests import (
    JSON_MEDIA,
    Call,
    group_values,
    make_example,
    match_call,
    query_value,
    stands_for_value,
)
from scraper.layout.responses import build_responses, read_example
from scraper.naming import operation_id, operation_id_from_path
from spec.model import (
    JSON,
    Evidence,
    Example,
    Fact,
    Location,
    MediaType,
    ObjectOf,
    Operation,
    Parameter,
    Property,
    RequestBody,
    Server,
    ServerVariable,
    Source,
    UnknownType,
)

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Naming:
    """How an operation is called, and where it is printed; `is_repeated` where the page has printed it before."""

    id: str
    title: str
    tag: str
    source: Source
    is_repeated: bool = False


def build_operations(
    segment: Segment, title: str, tag: str, material: Material, known: dict[tuple[str, str], str], notes: Notes
) -> list[Operation]:
    """The operations of a segment; one that the page has printed before keeps the id that it has in `known`."""
    found: list[Operation] = []
    for number, endpoint in enumerate(segment.endpoints):
        path_id = operation_id_from_path(endpoint.method, endpoint.path)
        is_main = number == 0 and segment.is_first and segment.title is not None
        name = (operation_id(title) if is_main else "") or path_id
        if name in known.values():
            name = path_id
        key = endpoint.method, endpoint.path
        is_repeated = key in known
        name = known.setdefault(key, name)
        if segment.title is None:
            message = "the operation stands under no heading"
            notes.report("missing-heading", message, endpoint.line, endpoint.line, name)
        source = Source(notes.page, endpoint.line, endpoint.line, Evidence.URL)
        naming = Naming(name, title, tag, source, is_repeated)
        others = segment.endpoints[:number] + segment.endpoints[number + 1 :]
        found.append(build_operation(endpoint, others, material, naming, notes))
    return found


def build_operation(
    endpoint: Endpoint, others: Sequence[Endpoint], material: Material, naming: Naming, notes: Notes
) -> Operation:
    """One operation.

    Args:
        endpoint: Its method and path.
        others: The endpoints that share the material; their path parameters are not ours.
        material: What the page says.
        naming: Its id, title, tag and source.
        notes: Takes the findings.
    """
    builder = _Builder(endpoint, others, material, naming, notes)
    calls = builder.calls()
    parameters, body = builder.request(calls)
    deprecated = material.deprecated
    _report_path(endpoint, naming.id, notes)
    for attributes in (*material.request, *material.response):
        for name, finding in attributes.findings:
            notes.report(finding.code, finding.message, finding.first, finding.last, naming.id, name)
    if not material.request and not material.response:
        for text in material.elsewhere:
            message = "what is sent or comes back is documented elsewhere"
            notes.report("dangling-reference", message, text.first, text.last, naming.id)
    for text in material.announced:
        notes.report("empty-example", "an example is announced, but none follows", text.first, text.last, naming.id)
    return Operation(
        naming.id,
        endpoint.method,
        endpoint.path,
        naming.title,
        naming.source,
        "\n\n".join(material.text),
        naming.tag,
        parameters,
        body,
        build_responses(endpoint.method, material, naming.id, naming.source, notes),
        deprecated=None if deprecated is None else Fact(True, notes.source(deprecated, Evidence.PROSE)),
        servers=_servers(endpoint, naming.source),
        broken=endpoint.is_broken,
    )


def _servers(endpoint: Endpoint, source: Source) -> tuple[Server, ...]:
    """The server that is printed in front of the path of this one operation."""
    if not endpoint.server:
        return ()
    names = dict.fromkeys(_PLACEHOLDER.findall(endpoint.server))
    return (Server(endpoint.server, source, tuple(ServerVariable(name, source) for name in names)),)


def _report_path(endpoint: Endpoint, operation: str, notes: Notes) -> None:
    line = endpoint.line
    if endpoint.is_broken:
        message = f"{endpoint.path!r} cannot be called: its placeholders are damaged"
        notes.report("broken-path", message, line, line, operation, "path")
    elif endpoint.mended_from:
        message = f"{endpoint.mended_from!r} lacks a brace; read as {endpoint.path!r}"
        notes.report("broken-path", message, line, line, operation, "path")


class _Builder:
    def __init__(
        self, endpoint: Endpoint, others: Sequence[Endpoint], material: Material, naming: Naming, notes: Notes
    ) -> None:
        self._endpoint, self._material, self._naming, self._notes = endpoint, material, naming, notes
        self._placeholders = list(dict.fromkeys(_PLACEHOLDER.findall(endpoint.path)))
        foreign = {name for other in others for name in _PLACEHOLDER.findall(other.path)}
        self._foreign = foreign - set(self._placeholders)

    # ------------------------------------------------------------ request

    def calls(self) -> list[Call]:
        """The curl commands that call this operation with values in their path."""
        matches = [
            (curl, match_call(curl, self._endpoint, self._material.credentials, self._notes))
            for curl in self._material.curls
        ]
        calls = [(curl, call) for curl, call in matches if call is not None]
        exact = [(curl, call) for curl, call in calls if curl.method == self._endpoint.method]
        found: list[Call] = []
        for curl, call in exact or (calls if len(matches) == 1 else ()):
            blanks = [text for _, text in (*call.path, *call.query) if stands_for_value(text)]
            if blanks:
                message = f"the example shows {blanks[0]!r} instead of a value"
                self._notes.report("broken-example-value", message, curl.first, curl.last, self._naming.id)
            else:
                found.append(call)
        return found

    def request(self, calls: Sequence[Call]) -> tuple[tuple[Parameter, ...], RequestBody | None]:
        """Parameters and body, with the examples."""
        rows = gather_rows(self._material.request)
        path: list[Parameter] = []
        for name in self._placeholders:
            row = self._row_of(name, rows)
            rows = [other for other in rows if other is not row]
            path.append(self._path_parameter(name, row))
        own, headers = split_headers([row for row in rows if row.name not in self._foreign])
        placed = place_rows(self._endpoint, own, calls, self._has_json_request())
        query, body = list(placed.query), placed.body
        for name, line in self._endpoint.query:
            query = self._add_unlisted(query, body, name, Source(self._notes.page, line, line, Evidence.URL))
        for call in calls:
            for name, _ in call.query:
                query = self._add_unlisted(query, body, name, call.source)
        parameters = [*path, *(Parameter(Location.QUERY, row) for row in query)]
        parameters += [*headers, *self._headers(calls)]
        parameters += self._material.parameters
        named = list(enumerate(calls, 1))
        return (
            tuple(self._with_examples(parameter, named) for parameter in parameters),
            self._body(body, named, placed.note),
        )

    def _row_of(self, name: str, rows: Sequence[Property]) -> Property | None:
        """The row of a placeholder: of that name, or the only one that misspells it."""
        exact = next((row for row in rows if row.name == name), None)
        if exact is not None:
            return exact
        near = [row for row in rows if _ratio(row.name, name) >= _ALIKE and row.name not in self._placeholders]
        return near[0] if len(near) == 1 else None

    def _path_parameter(self, name: str, row: Property | None) -> Parameter:
        line = self._endpoint.line
        source = Source(self._notes.page, line, line, Evidence.URL)
        if row is None:
            if not self._naming.is_repeated:
                message = f"the placeholder {{{name}}} of the path is in no table"
                self._report("placeholder-mismatch", message, source, f"path.{name}")
            return Parameter(Location.PATH, Property(name, UnknownType(), source, required=Fact(True, source)))
        if row.name != name:
            message = f"the path has {{{name}}}, the table {row.name}"
            self._report("placeholder-mismatch", message, row.source, f"path.{name}")
        return Parameter(Location.PATH, replace(row, name=name))

    def _has_json_request(self) -> bool:
        return any(shown.is_request for shown in self._material.shown)

    def _add_unlisted(
        self, query: list[Property], body: Sequence[Property], name: str, source: Source
    ) -> list[Property]:
        """A query parameter that only a URL shows; tokens are no parameters."""
        known = {bare_name(row.name) for row in (*query, *body)}
        if bare_name(name) in known or name.lower() in self._material.credentials:
            return query
        return [*query, Property(name, UnknownType(), source)]

    def _headers(self, calls: Sequence[Call]) -> list[Parameter]:
        found: dict[str, Parameter] = {}
        for call in calls:
            for name, _ in call.headers:
                found.setdefault(name.lower(), Parameter(Location.HEADER, Property(name, UnknownType(), call.source)))
        return list(found.values())

    def _with_examples(self, parameter: Parameter, calls: Sequence[tuple[int, Call]]) -> Parameter:
        prop = parameter.property
        examples: list[Example] = []
        for number, call in calls:
            pairs = {"path": call.path, "query": call.query, "header": call.headers}[str(parameter.location)]
            texts = group_values(pairs).get(prop.name)
            if texts:
                examples.append(make_example(f"example-{number}", query_value(texts, prop.type), call))
        return replace(parameter, examples=(*parameter.examples, *examples))

    def _body(
        self, rows: Sequence[Property], calls: Sequence[tuple[int, Call]], description: str
    ) -> RequestBody | None:
        schema = ObjectOf(nest(rows)) if rows else None
        types = {row.name: row.type for row in rows}
        examples: dict[str, list[Example]] = {}
        for number, call in calls:
            if call.has_body:
                value: JSON = call.body if call.body is not None else nest_values(call.pairs, types)
                example = replace(make_example(f"example-{number}", value, call), text=call.text)
                examples.setdefault(call.media, []).append(example)
        printed = [shown for shown in self._material.shown if shown.is_request]
        if sends_body(self._endpoint.method, self._material):
            for number, shown in enumerate(printed, len(calls) + 1):
                example_ = read_example(shown, f"example-{number}", "request", self._naming.id, self._notes)
                if example_ is not None:
                    examples.setdefault(shown.media or JSON_MEDIA, []).append(example_)
        if schema is None and not examples:
            return None
        media = [MediaType(name, schema, tuple(found), found[0].source) for name, found in examples.items()]
        source = rows[0].source if rows else media[0].examples[0].source
        required = next((row.required for row in rows if row.required is not None and row.required.value), None)
        content = tuple(media) or (MediaType(JSON_MEDIA, schema, (), source),)
        return RequestBody(content, source, required, description)

    def _report(self, code: str, message: str, source: Source, pointer: str) -> None:
        self._notes.report(code, message, source.first, source.last, self._naming.id, pointer)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower()).ratio() if one and other else 0.0
