"""Small pages that state in text what they state in HTML."""

from __future__ import annotations

import pytest

from scraper.dialects import find_dialect
from spec.model import Api
from tests.scraper.forms.rendering import print_cells, print_columns, print_tabs
from tests.scraper.forms.test_forms import bodies, examples, parameters
from tests.scraper.forms.test_forms import read as read_page
from tests.scraper.github.pages import code, heading, row, section, table

DIALECT = find_dialect("github")
PLACES = section("GET /places", title="List places")

TURNED_ROWS = section(
    "GET /lamps/:id",
    heading(3, "Parameters"),
    table(
        row("colour", "string", "Its colour."),
        row(
            "hall",
            "string",
            "One of these values:<br>* <code>left</code> of the door.<br>* <code>right</code> of it.<br>Default: all",
        ),
        row("kind", "string", "Its kind."),
    ),
) + section("GET /rooms/:id", "<p>Reads a room that is there.</p>", title="Read a room")

MEMBERS = section(
    "POST /lamps/:id",
    heading(3, "Parameters"),
    table(
        row("bulb", "object", "What gives its light.<br>Since it was hung."),
        row("plug", "object", "Where it gets its power.<br>Since it was hung."),
        row("cord", "string", "How long it is."),
    ),
    heading(4, "<code>bulb</code> object"),
    table(
        row("watt", "integer", "How much it takes.<br>At most."),
        row("base", "string", "How it is held."),
    ),
    "<p>The <code>plug</code> object has the following keys:</p>",
    table(row("pins", "integer", "How many it has.")),
    heading(3, "Example of a lamp in the hall"),
    code('{\n  "cord": "a"\n}', "json"),
    heading(3, "Response"),
    code("Status: 201 Created", "headers"),
    code('{\n  "id": 1\n}', "json"),
    heading(3, "Example of a lamp outside"),
    code('{\n  "cord": "b"\n}', "json"),
    heading(3, "Response"),
    code("Status: 201 Created", "headers"),
    code('{\n  "id": 2\n}', "json"),
)

UNLISTED = section(
    "POST /lamps/:id",
    heading(3, "Parameters"),
    table(row("cord", "string", "How long it is.")),
    "<p>Both the <code>maker</code> and <code>owner</code> parameters have the same keys:</p>",
    table(row("name", "string", "Who that is.")),
    code('{\n  "cord": "a",\n  "maker": {\n    "name": "x"\n  },\n  "owner": {\n    "name": "y"\n  }\n}', "json"),
)

NO_JSON = section(
    "POST /lamps/:id",
    heading(3, "Response"),
    code("Status: 200 OK\nContent-Type: text/html\nX-Lamp: 1", "headers"),
    code("<p>The lamp</p>", "html"),
) + section("GET /rooms/:id", heading(3, "Response"), code("Status: 204 No Content", "headers"), title="Read a room")

EMPTY_CELLS = section(
    "POST /lamps/:id",
    heading(3, "Parameters"),
    table(
        row("list", "integer", ""),
        row("is_on", "boolean", ""),
        row("url", "string", "<strong>Required</strong>."),
        row("bulb", "object", ""),
    ),
    heading(4, "<code>bulb</code> object"),
    table(row("watt", "integer", "")),
    heading(3, "Example"),
    code('{\n  "list": 1\n}', "json"),
) + section("DELETE /lamps/:id", heading(3, "Parameters"), table(row("type", "string", "")), title="Take it down")

STATUS = section("POST /lamps/:id", "<p>In the dark, the status code is <code>401 - Unauthorized</code>.</p>")


def stated(api: Api) -> list[object]:
    """What an API states, and what its operations are called."""
    return [parameters(api), bodies(api), examples(api), [operation.title for operation in api.operations]]


@pytest.mark.parametrize("text", ["cells", "tabs", "columns"])
@pytest.mark.parametrize("page", ["TURNED_ROWS", "MEMBERS", "UNLISTED", "NO_JSON", "EMPTY_CELLS", "STATUS"])
def test_text_states_what_the_page_states(page: str, text: str) -> None:
    html = f"<!DOCTYPE html>\n<html><body>\n{globals()[page]}{PLACES}</body></html>\n"
    printed = {"cells": print_cells, "tabs": print_tabs, "columns": print_columns}[text](html)
    read, again = read_page(html, "a.html", DIALECT.name), read_page(printed, "a.txt", DIALECT.name)
    assert stated(again) == stated(read)
