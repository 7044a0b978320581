"""A page of several sections, in all the formats that it may come in."""

import random
from dataclasses import asdict

import pytest

from scraper.dialects.github import DIALECT
from scraper.page import InputError, Page
from scraper.pipeline import scrape_pages
from scraper.readers.formats import read_blocks
from spec.emit import emit_openapi
from spec.model import ArrayOf, ObjectOf, Scalar
from spec.validate import validate_document
from tests.scraper.readers.damage import damage

from .pages import MARKDOWN_PAGE, named, read, render_html


def without_lines(value: object) -> object:
    if isinstance(value, dict):
        return {
            key: without_lines(item) for key, item in value.items() if key not in ("source", "type_source", "pages")
        }
    if isinstance(value, list | tuple):
        return [without_lines(item) for item in value]
    return value


@pytest.fixture
def api():
    facts = read(render_html(MARKDOWN_PAGE))
    assert facts.accounting.unread == ()
    return facts.api


def test_markdown_and_html_give_the_same_api(api):
    assert without_lines(asdict(read(MARKDOWN_PAGE, "page.md").api)) == without_lines(asdict(api))


def test_sections_with_a_verb_line_are_operations(api):
    assert [(o.id, o.method, o.path, o.tag) for o in api.operations] == [
        ("listLamps", "GET", "/rooms/{room}/lamps", "Lamps"),
        ("hangLamp", "POST", "/rooms/{room}/lamps", "Lamps"),
    ]
    assert [server.url for server in api.servers] == ["https://api.lamps.example"]
    assert api.description == "Lamps hang in rooms."


def test_media_types_to_ask_for_are_values_of_a_header(api):
    listing = api.operations[0]
    assert named(listing.parameters) == {"room": "path", "state": "query", "per_page": "query", "Accept": "header"}
    accept = listing.parameters[-1]
    assert [example.value for example in accept.examples] == ["application/vnd.lamps.dim-preview+json"]
    assert "`dimmer`" in accept.property.description
    assert listing.description == "Lists what is lit."


def test_descriptions_state_values_defaults_and_ranges(api):
    state, per_page = (parameter.property for parameter in api.operations[0].parameters[1:3])
    assert [value.value for value in state.enum] == ["lit", "dark", "all"]
    assert state.default is not None
    assert state.default.value == "lit"
    assert [(c.keyword, c.value) for c in per_page.constraints] == [("maximum", 100)]


def test_answers_have_their_status_headers_text_and_body(api):
    found, missing = api.operations[0].responses
    assert (found.status, missing.status) == ("200", "404")
    assert [header.property.name for header in found.headers] == ["Link"]
    assert str(found.headers[0].examples[0].value).endswith('rel="last"')
    assert next(example.value for media in found.content for example in media.examples)[0]["id"] == 1
    assert missing.description == "Response if the room is locked\n\nSomebody has to open it."
    assert missing.content == ()


def test_members_stand_where_their_tables_say(api):
    body = api.operations[1].request_body
    assert body is not None
    (media,) = body.content
    assert isinstance(media.schema, ObjectOf)
    rows = {prop.name: prop for prop in media.schema.properties}
    assert list(rows) == ["name", "bulb", "tags", "shade"]
    assert [name for name, prop in rows.items() if prop.required is not None] == ["name"]
    assert rows["tags"].type == ArrayOf(Scalar("string"))
    assert rows["shade"].nullable is not None
    bulb = rows["bulb"].type
    assert isinstance(bulb, ObjectOf)
    watt, colours = bulb.properties
    assert watt.required is not None
    assert isinstance(colours.type, ArrayOf)
    assert isinstance(colours.type.items, ObjectOf)
    assert [value.value for value in colours.type.items.properties[0].enum] == ["warm", "cold"]
    assert [example.value["name"] for example in media.examples] == ["Desk"]


def test_what_is_no_fact_is_ignored_under_a_name():
    ignored = dict(read(MARKDOWN_PAGE, "page.md").accounting.ignored)
    assert {"table-of-contents", "preview-warning", "background"} <= set(ignored)


@pytest.mark.parametrize("seed", range(60))
def test_damaged_pages_are_read_and_accounted_for(seed):
    generator = random.Random(seed)
    text, name = (MARKDOWN_PAGE, "a.md") if seed % 2 else (render_html(MARKDOWN_PAGE), "a.html")
    page = Page(name, damage(text.split("\n"), generator))
    result = DIALECT.parse(page, read_blocks(page, DIALECT)[0])
    account = result.accounting
    unread = sum(last - first + 1 for first, last in account.unread)
    assert account.read + sum(count for _, count in account.ignored) + unread == account.lines == len(page.lines)
    names = {parameter.property.name for o in result.api.operations for parameter in o.parameters}
    assert all(name.strip("[]") in page.text for name in names)
    try:
        document = emit_openapi(scrape_pages([page], DIALECT).api).document
    except InputError:
        return
    assert [problem for problem in validate_document(document) if problem.kind != "broken"] == []
