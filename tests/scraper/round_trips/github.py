"""A reference printed as a page of GitHub's REST API, in HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from tests.scraper.round_trips.english import print_json, print_value
from tests.scraper.round_trips.reference import Call, Field

_TYPES = {
    "long": "integer",
    "array of string": "array of strings",
    "array of integer": "array of integers",
    "array of object": "array of objects",
}


def render_github(reference: Sequence[Call]) -> str:
    """The page, a section for each operation."""
    sections = "\n".join("\n".join(_section(call)) for call in reference)
    return f"<!DOCTYPE html>\n<html><body>\n<main>\n<h1>Rooms</h1>\n{sections}\n</main>\n</body></html>\n"


def _section(call: Call) -> Iterator[str]:
    yield f"<h2><a name='x'></a>{call.title}</h2>\n<p>Does what its name says.</p>"
    yield f"<pre><code>{call.method} {call.place(':x')}\n</code></pre>"
    if rows := [*call.query, *call.body]:
        yield "<h3>Parameters</h3>"
        yield from _tables(rows)
    if call.sent:
        yield f"<h3>Example</h3>\n{_code(print_json(call.sent), 'json')}"
    yield f"<h3>Response</h3>\n{_code('Status: 200 OK' if call.told else 'Status: 204 No Content', 'headers')}"
    if call.told:
        yield _code(print_json(call.told), "json")


def _tables(rows: Sequence[Field]) -> Iterator[str]:
    """A table, and those of the objects in it below headings with their names."""
    yield "<table>\n<thead><tr><th>Name</th><th>Type</th><th>Description</th></tr></thead>\n<tbody>"
    yield from map(_row, rows)
    yield "</tbody>\n</table>"
    for row in rows:
        if row.members:
            yield f"<h4><code>{row.name}</code> object</h4>"
            yield from _tables(row.members)


def _row(row: Field) -> str:
    kind = _TYPES.get(row.type, row.type)
    required = "<strong>Required</strong>. " if row.required else ""
    text = f"{required}{'<br>'.join([*row.text, *_facts(row)])}"
    return f"<tr><td><code>{row.name}</code></td><td><code>{kind}</code></td><td>{text}</td></tr>"


def _facts(row: Field) -> Iterator[str]:
    values = [f"<code>{value}</code>" for value in row.values]
    choice = f"Can be one of {', '.join(values[:-1])}, or {values[-1]}." if values else ""
    bounds = f"The value ranges from {row.bounds[0]} to {row.bounds[1]}." if row.bounds else ""
    default = f"Default: <code>{print_value(row.default)}</code>" if row.default is not None else ""
    if facts := " ".join(filter(None, (choice, bounds, default))):
        yield facts


def _code(text: str, language: str) -> str:
    return f'<pre class="highlight highlight-{language}"><code>{escape(text)}\n</code></pre>'
