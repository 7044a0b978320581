"""Inputs: the parameters and the body of an operation, with what examples send."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from scraper.layout.endpoints import Endpoint
from scraper.layout.material import Material
from scraper.layout.nesting import bare_name, gather_rows, nest, nest_values
from scraper.layout.notes import Notes
from scraper.layout.placeholders import describe_placeholder, find_row
from scraper.layout.placement import place_rows, sends_body, split_headers
from scraper.layout.requests import (
    BINARY_MEDIA,
    JSON_MEDIA,
    MULTIPART,
    Call,
    group_values,
    make_example,
    match_call,
    query_value,
    spells_boolean,
    stands_for_value,
)
from scraper.layout.responses import read_example
from scraper.urls import coerce
from spec.model import (
    JSON,
    Evidence,
    Example,
    Location,
    MediaType,
    ObjectOf,
    Parameter,
    Property,
    RequestBody,
    Scalar,
    Source,
    Type,
    Union,
    UnknownType,
)

PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_FILE = Scalar("string", "binary")
_DIGITS = Union((Scalar("integer"), Scalar("string")))
"""What a URL may mean that shows digits, where nothing else states a type."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a client sends."""

    parameters: tuple[Parameter, ...]
    body: RequestBody | None


def build_inputs(
    endpoint: Endpoint, others: Sequence[Endpoint], material: Material, operation: str, is_repeated: bool, notes: Notes
) -> Inputs:
    """The parameters and the body of one operation.

    Args:
        endpoint: Its method and path.
        others: The endpoints that share the material; their path parameters are not ours.
        material: What the page says.
        operation: Its id.
        is_repeated: Whether the page has printed it before: then its table may be missing here.
        notes: Takes the findings.
    """
    return _Builder(endpoint, others, material, operation, is_repeated, notes).build()


class _Builder:
    def __init__(
        self,
        endpoint: Endpoint,
        others: Sequence[Endpoint],
        material: Material,
        operation: str,
        is_repeated: bool,
        notes: Notes,
    ) -> None:
        self._endpoint, self._material, self._operation, self._notes = endpoint, material, operation, notes
        self._is_repeated = is_repeated
        self._kindred = [other for other in others if other.method == endpoint.method]
        self._placeholders = list(dict.fromkeys(PLACEHOLDER.findall(endpoint.path)))
        foreign = {name for other in others for name in PLACEHOLDER.findall(other.path)}
        self._foreign = foreign - set(self._placeholders)

    def build(self) -> Inputs:
        """Parameters and body, with the examples."""
        calls = self._calls()
        rows = self._name_aliases(gather_rows([table for table in self._material.request if not table.is_header]))
        path: list[Parameter] = []
        for name in self._placeholders:
            row = find_row(name, rows, self._placeholders, self._foreign)
            rows = [other for other in rows if other is not row]
            path.append(self._path_parameter(name, row))
        kindred = self._calls_of_kindred()
        sent = {name.lower() for call in (*calls, *kindred) for name, _ in call.headers}
        own, headers = split_headers([row for row in rows if row.name not in self._foreign], sent)
        printed = [row for table in self._material.request if table.is_header for row in table.properties]
        headers += [Parameter(Location.HEADER, row) for row in printed]
        shows_body = any(shown.is_request for shown in self._material.shown)
        placed = place_rows(self._endpoint, own, [*calls, *kindred], shows_body)
        query = self._add_unlisted_all(placed.query, placed.body, calls)
        parameters = [*path, *(Parameter(Location.QUERY, row) for row in query)]
        parameters += self._add_headers(headers, calls)
        parameters += self._material.parameters
        named = list(enumerate(calls, 1))
        return Inputs(
            tuple(self._with_examples(parameter, named) for parameter in parameters),
            self._body(self._mark_files(placed.body, calls), named, placed.note),
        )

    # ------------------------------------------------------------ calls

    def _calls(self) -> list[Call]:
        """The curl commands that call this operation; placeholders in them are reported, and are no values."""
        matches = [
            (curl, match_call(curl, self._endpoint, self._material.credentials, self._notes))
            for curl in self._material.curls
        ]
        calls = [(curl, call) for curl, call in matches if call is not None]
        exact = [(curl, call) for curl, call in calls if curl.method == self._endpoint.method]
        found: list[Call] = []
        for curl, call in exact or (calls if len(matches) == 1 else ()):
            blanks = call.blanks
            if blanks:
                message = f"the example shows {blanks[0]!r} instead of a value"
                self._notes.report("broken-example-value", message, curl.first, curl.last, self._operation)
            found.append(call)
        return found

    def _calls_of_kindred(self) -> list[Call]:
        """What calls of the endpoints that are printed together with this one send: the places are the same."""
        credentials, notes = self._material.credentials, self._notes
        return [
            call
            for curl in self._material.curls
            for other in self._kindred
            if curl.method == other.method and (call := match_call(curl, other, credentials, notes)) is not None
        ]

    def _media_of_kindred(self) -> str:
        """The form in which the endpoints that are printed together with this one send their bodies."""
        return next((call.media for call in self._calls_of_kindred() if call.has_body), JSON_MEDIA)

    # ------------------------------------------------------------ parameters

    def _name_aliases(self, rows: Sequence[Property]) -> list[Property]:
        """Rows that are called like the placeholder in `?q=:query`, under the name of the parameter."""
        names = {row.name for row in rows}
        aliases = {alias: name for alias, name in self._endpoint.aliases if name not in names}
        return [replace(row, name=aliases.get(row.name, row.name)) for row in rows]

    def _path_parameter(self, name: str, row: Property | None) -> Parameter:
        line = self._endpoint.line
        source = Source(self._notes.page, line, line, Evidence.URL)
        if row is None:
            if not self._is_repeated and name not in self._material.placeholders:
                message = f"the placeholder {{{name}}} of the path is in no table"
                self._report("placeholder-mismatch", message, source, f"path.{name}")
            return Parameter(Location.PATH, describe_placeholder(name, source, self._material, self._notes))
        if row.name != name:
            message = f"the path has {{{name}}}, the table {row.name}"
            self._report("placeholder-mismatch", message, row.source, f"path.{name}")
        return Parameter(Location.PATH, replace(row, name=name))

    def _add_unlisted_all(
        self, query: Sequence[Property], body: Sequence[Property], calls: Sequence[Call]
    ) -> list[Property]:
        """The query parameters with those that only a URL shows; tokens are no parameters."""
        page = self._notes.page
        shown = [(name, Source(page, line, line, Evidence.URL)) for name, line in self._endpoint.query]
        shown += [(name, call.source) for call in calls for name, _ in call.query]
        stated = {parameter.property.name for parameter in self._material.parameters}
        known = {bare_name(row.name) for row in (*query, *body)} | stated | self._material.credentials
        held = tuple(f"{row.name}[" for row in query if isinstance(row.type, ObjectOf))
        found = list(query)
        for name, source in shown:
            if name.startswith(held):
                continue
            if bare_name(name) not in known and name.lower() not in known:
                known.add(bare_name(name))
                found.append(Property(name, UnknownType(), source))
        return found

    def _add_headers(self, headers: Iterable[Parameter], calls: Sequence[Call]) -> list[Parameter]:
        """The headers that the page lists, and those that only examples send."""
        found = {parameter.property.name.lower(): parameter for parameter in headers}
        for call in calls:
            for name, _ in call.headers:
                found.setdefault(name.lower(), Parameter(Location.HEADER, Property(name, UnknownType(), call.source)))
        return list(found.values())

    def _with_examples(self, parameter: Parameter, calls: Sequence[tuple[int, Call]]) -> Parameter:
        shown = [(number, call, self._texts(parameter, call)) for number, call in calls]
        shown = [(number, call, texts) for number, call, texts in shown if texts]
        prop = parameter.property
        is_untold = prop.source.evidence is not Evidence.TABLE and prop.type == UnknownType()
        if shown and is_untold and all(text.isdecimal() for _, _, texts in shown for text in texts):
            prop = replace(prop, type=_DIGITS, type_source=shown[0][1].source)
        examples: list[Example] = []
        if isinstance(prop.type, ObjectOf) and parameter.location is Location.QUERY:
            examples = [make_example(f"example-{n}", value, call) for n, call in calls if (value := _held(prop, call))]
            return replace(parameter, examples=(*parameter.examples, *examples))
        for number, call, texts in shown:
            examples.append(make_example(f"example-{number}", query_value(texts, prop.type), call))
            if spells_boolean(texts[0], prop.type):
                message = f"{prop.name} is documented as boolean, the example spells it {texts[0]!r}"
                self._report("example-type-mismatch", message, call.source, f"{parameter.location}.{prop.name}")
        return replace(parameter, property=prop, examples=(*parameter.examples, *examples))

    @staticmethod
    def _texts(parameter: Parameter, call: Call) -> list[str]:
        """The values that a call gives a parameter, without placeholders."""
        name = parameter.property.name
        if parameter.location is Location.HEADER:
            texts = [text for key, text in call.headers if key.lower() == name.lower()]
        else:
            grouped = group_values(call.path if parameter.location is Location.PATH else call.query)
            texts = grouped.get(name) or [text for key, text in call.query if bare_name(key) == bare_name(name)]
        return [text for text in texts if not stands_for_value(text)]

    # ------------------------------------------------------------ body

    def _mark_files(self, rows: Sequence[Property], calls: Sequence[Call]) -> list[Property]:
        """The rows of a form, those of which an example uploads a file as files."""
        files = {
            name: call for call in calls if call.media == MULTIPART for name, text in call.pairs if text[:1] == "@"
        }
        marked: list[Property] = []
        for row in rows:
            call = files.get(row.name)
            if call is not None and (row.type == Scalar("string") or isinstance(row.type, UnknownType)):
                message = f"{row.name} is documented as a text, the example uploads a file (line {call.source.first})"
                self._report("example-type-mismatch", message, row.source, f"request.{row.name}")
                row = replace(row, type=_FILE, type_source=call.source)
            marked.append(row)
        listed = {row.name for row in rows}
        return [*marked, *(Property(name, _FILE, call.source) for name, call in files.items() if name not in listed)]

    def _body(
        self, rows: Sequence[Property], calls: Sequence[tuple[int, Call]], description: str
    ) -> RequestBody | None:
        whole = self._material.body if not rows and sends_body(self._endpoint.method, self._material) else None
        schema = ObjectOf(nest(rows)) if rows else whole.type if whole is not None else None
        examples = self._body_examples({row.name: row.type for row in rows}, calls)
        media = [MediaType(name, schema, tuple(found), found[0].source) for name, found in examples.items()]
        upload = next((call for _, call in calls if call.is_upload), None)
        if upload is not None and schema is None and not examples:
            media.append(MediaType(upload.media or BINARY_MEDIA, _FILE, (), upload.source))
        if schema is None and not media:
            return None
        source = rows[0].source if rows else whole.source if whole is not None else media[0].source
        description = "\n\n".join(filter(None, (description, whole.description if whole is not None else "")))
        required = next((row.required for row in rows if row.required is not None and row.required.value), None)
        name = BINARY_MEDIA if schema == _FILE else self._media_of_kindred()
        content = tuple(media) or (MediaType(name, schema, (), source),)
        return RequestBody(content, source or self._line(), required, description)

    def _body_examples(self, types: dict[str, Type], calls: Sequence[tuple[int, Call]]) -> dict[str, list[Example]]:
        """What is shown as sent, by media type."""
        examples: dict[str, list[Example]] = {}
        for number, call in calls:
            if call.has_body:
                value: JSON = self._respell(call, types) if call.body is not None else nest_values(call.pairs, types)
                example = replace(make_example(f"example-{number}", value, call), text=call.text)
                examples.setdefault(call.media, []).append(example)
        printed = [shown for shown in self._material.shown if shown.is_request]
        if sends_body(self._endpoint.method, self._material):
            for number, shown in enumerate(printed, len(calls) + 1):
                example_ = read_example(shown, f"example-{number}", "request", self._operation, self._notes)
                if example_ is not None:
                    examples.setdefault(shown.media or JSON_MEDIA, []).append(example_)
        return examples

    def _respell(self, call: Call, types: dict[str, Type]) -> JSON:
        """A JSON body with the values that texts in it spell, where the table says of which type they are."""
        if not isinstance(call.body, dict):
            return call.body
        meant: dict[str, JSON] = {}
        for name, text in call.body.items():
            kind = types.get(name)
            if isinstance(text, str) and isinstance(kind, Scalar) and (value := coerce(text, kind)) != text:
                meant[name] = value
                message = f"{name} is documented as {kind.name}, the example spells it {text!r}"
                self._report("example-type-mismatch", message, call.source, f"request.{name}")
        return {**call.body, **meant}

    def _line(self) -> Source:
        return Source(self._notes.page, self._endpoint.line, self._endpoint.line, Evidence.URL)

    def _report(self, code: str, message: str, source: Source, pointer: str) -> None:
        self._notes.report(code, message, source.first, source.last, self._operation, pointer)


def _held(prop: Property, call: Call) -> JSON:
    """The members that the query of a call gives an object (`not[labels]=a`), without placeholders."""
    pairs = [(name, text) for name, text in call.query if name.startswith(f"{prop.name}[")]
    return nest_values([pair for pair in pairs if not stands_for_value(pair[1])], {}).get(prop.name)
