"""What a client sends: parameters and the body, from rows and from examples."""

from __future__ import annotations

import re

from scraper.dialects.huawei.bodies import body_type, finish_rows
from scraper.dialects.huawei.example_sets import Examples, RequestExample
from scraper.dialects.huawei.markup import MARKUP
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.parameters import BODY, HEADER, PATH, QUERY, Call, Rows
from scraper.dialects.huawei.requests import RequestLine, placeholders
from scraper.dialects.huawei.types import named_type
from scraper.dialects.huawei.vocabulary import TOKEN_HEADER
from scraper.urls import coerce, fill_template
from spec.model import Example, Location, MediaType, Parameter, Property, RequestBody, Source, UnknownType

_MEDIA = re.compile(r"\b(?:application|multipart|text)/[a-z][\w.+-]*")
_FORM_DATA = re.compile(r"\bform ?data\b", re.IGNORECASE)
_FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})


def read_parameters(
    rows: Rows, line: RequestLine, examples: Examples, call: Call, notes: Notes
) -> tuple[Parameter, ...]:
    """The parameters of rows, and those that only the URI or an example shows."""
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


def read_request_body(rows: Rows, examples: Examples, call: Call, notes: Notes) -> RequestBody | None:
    """The body of rows and examples, if the page shows one."""
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
