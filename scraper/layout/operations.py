"""Operations: endpoints and what the page says about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from scraper.blocks import Text
from scraper.layout.answers import UNSTATED, read_json_example, success_of
from scraper.layout.endpoints import Endpoint
from scraper.layout.material import Attributes, Material, Shown
from scraper.layout.notes import Notes
from scraper.layout.placement import IN_QUERY, place_rows
from scraper.layout.requests import (
    JSON_MEDIA,
    Call,
    group_values,
    make_example,
    match_call,
    nest,
    nest_values,
    query_value,
    stands_for_value,
)
from spec.model import (
    JSON,
    ArrayOf,
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
    Response,
    Source,
    Type,
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
        builder.responses(),
        deprecated=None if deprecated is None else Fact(True, notes.source(deprecated, Evidence.PROSE)),
        broken=endpoint.is_broken,
    )


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
        rows = self._rows()
        path: list[Parameter] = []
        for name in self._placeholders:
            row = self._row_of(name, rows)
            rows = [other for other in rows if other is not row]
            path.append(self._path_parameter(name, row))
        own = [row for row in rows if row.name not in self._foreign]
        placed = place_rows(self._endpoint, own, calls, self._has_json_request())
        query, body = list(placed.query), placed.body
        for name, line in self._endpoint.query:
            query = self._add_unlisted(query, body, name, Source(self._notes.page, line, line, Evidence.URL))
        for call in calls:
            for name, _ in call.query:
                query = self._add_unlisted(query, body, name, call.source)
        parameters = [*path, *(Parameter(Location.QUERY, row) for row in query)]
        parameters += self._headers(calls)
        named = list(enumerate(calls, 1))
        return (
            tuple(self._with_examples(parameter, named) for parameter in parameters),
            self._body(body, named, placed.note),
        )

    def _rows(self) -> list[Property]:
        """All request rows; the table of an attribute's members goes into that attribute."""
        rows: list[Property] = []
        for attributes in self._material.request:
            if attributes.parent and any(_bare(row.name) == attributes.parent for row in rows):
                rows = [_adopt(row, attributes) if _bare(row.name) == attributes.parent else row for row in rows]
            else:
                rows.extend(attributes.properties)
        return rows

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
        known = {_bare(row.name) for row in (*query, *body)}
        if _bare(name) in known or name.lower() in self._material.credentials:
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
        return replace(parameter, examples=tuple(examples))

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
        if self._endpoint.method not in IN_QUERY:
            for number, shown in enumerate(printed, len(calls) + 1):
                example_ = self._read_example(shown, f"example-{number}", "request")
                if example_ is not None:
                    examples.setdefault(JSON_MEDIA, []).append(example_)
        if schema is None and not examples:
            return None
        media = [MediaType(name, schema, tuple(found), found[0].source) for name, found in examples.items()]
        source = rows[0].source if rows else media[0].examples[0].source
        required = next((row.required for row in rows if row.required is not None and row.required.value), None)
        content = tuple(media) or (MediaType(JSON_MEDIA, schema, (), source),)
        return RequestBody(content, source, required, description)

    # ------------------------------------------------------------ responses

    def responses(self) -> tuple[Response, ...]:
        """One response for each status that the page states, and one for success."""
        stated = {status.code for status in self._material.statuses}
        success = success_of(self._material.statuses)
        content: dict[str, list[Shown]] = {}
        for shown in self._material.shown:
            if not shown.is_request or self._endpoint.method in IN_QUERY:
                content.setdefault(self._status_of(shown, success.code if success else ""), []).append(shown)
        main = success.code if success and not (success.code == "204" and "200" in content) else "200"
        codes = dict.fromkeys((main, *sorted(stated), *content))
        return tuple(self._response(code, content.get(code, ()), code == main) for code in codes)

    def _status_of(self, shown: Shown, success: str) -> str:
        if shown.status:
            return shown.status
        if shown.is_failure:
            return "default"
        return "200" if success in ("", "204") else success

    def _response(self, code: str, shown: Iterable[Shown], is_main: bool) -> Response:
        stated = next((found for found in self._material.statuses if found.code == code), None)
        examples = self._examples(code, shown)
        schema = self._response_schema(examples) if is_main else None
        description = stated.text if stated else UNSTATED if is_main else "Error."
        media = {name: (schema if name == JSON_MEDIA else None, tuple(found)) for name, found in examples.items()}
        if schema is not None and JSON_MEDIA not in media:
            media[JSON_MEDIA] = (schema, ())
        content = tuple(
            MediaType(name, kind, found, found[0].source if found else None) for name, (kind, found) in media.items()
        )
        source = stated.source if stated else content[0].source if content else None
        return Response(code, source or self._naming.source, description, (), content)

    def _examples(self, code: str, shown: Iterable[Shown]) -> dict[str, list[Example]]:
        found: dict[str, list[Example]] = {}
        for number, item in enumerate(shown, 1):
            example = self._read_example(item, f"example-{number}", f"response {code}")
            if example is not None:
                media = "text/plain" if isinstance(example.value, str) else JSON_MEDIA
                found.setdefault(media, []).append(example)
        return found

    def _response_schema(self, examples: dict[str, list[Example]]) -> Type | None:
        rows = [row for attributes in self._material.response for row in attributes.properties]
        if not rows:
            return None
        kind = ObjectOf(nest(rows))
        values = [example.value for example in examples.get(JSON_MEDIA, ())]
        return ArrayOf(kind) if values and all(isinstance(value, list) for value in values) else kind

    def _read_example(self, shown: Shown, name: str, pointer: str) -> Example | None:
        code = shown.code
        if code.text.lstrip()[:1] in ("{", "[", '"') or code.language.startswith("json"):
            return read_json_example(code, name, self._notes, self._naming.id, pointer)
        source = self._notes.source(Text("", code.text_first, code.last), Evidence.EXAMPLE)
        return Example(name, code.text, source, code.text)

    def _report(self, code: str, message: str, source: Source, pointer: str) -> None:
        self._notes.report(code, message, source.first, source.last, self._naming.id, pointer)


def _bare(name: str) -> str:
    return name.removesuffix("[]")


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower()).ratio() if one and other else 0.0


def _adopt(row: Property, attributes: Attributes) -> Property:
    members = ObjectOf(nest(attributes.properties))
    is_list = isinstance(row.type, ArrayOf) or row.name.endswith("[]")
    return replace(row, type=ArrayOf(members) if is_list else members)
