"""Single sections: the smallest pages of every way to print a request or an answer."""

import pytest

from scraper.dialects.github import DIALECT
from scraper.page import Page
from scraper.pipeline import scrape_pages
from spec.model import ArrayOf, ObjectOf, Scalar, UnknownType

from .pages import code, heading, named, read, read_one, row, section, table


def body_of(operation):
    assert operation.request_body is not None
    (media,) = operation.request_body.content
    return media


def names_of(kind):
    assert isinstance(kind, ObjectOf)
    return [prop.name for prop in kind.properties]


def test_verb_lines_in_a_row_share_what_follows():
    text = (
        heading(2, "List lamps")
        + code("GET /lamps")
        + "<p>List the lamps of one room:</p>\n"
        + code("GET /rooms/:room/lamps")
        + heading(3, "Parameters")
        + table(row("state", "string", "The state."))
        + heading(3, "Response")
        + code("Status: 200 OK", "headers")
        + code("[]", "json")
    )
    operations = read(text).api.operations
    assert [(o.id, o.title) for o in operations] == [
        ("listLamps", "List lamps"),
        ("getRoomsByRoomLamps", "List the lamps of one room"),
    ]
    assert [named(o.parameters) for o in operations] == [{"state": "query"}, {"room": "path", "state": "query"}]
    assert [len(o.responses[0].content) for o in operations] == [1, 1]


def test_a_call_that_an_example_prints_is_no_operation():
    operation = read_one(
        section(
            "GET /rooms/:room/lamps/:path",
            heading(3, "Example"),
            "<p>If you ask for the lamp on the left:</p>\n",
            code("GET /rooms/hall/lamps/left/upper"),
            heading(3, "Response"),
            code("Status: 200 OK", "headers"),
        )
    )
    assert operation.path == "/rooms/{room}/lamps/{path}"


@pytest.mark.parametrize(
    ("target", "server", "variables"),
    [
        ("https://uploads.lamps.example/lamps/:id", "https://uploads.lamps.example", []),
        ("https://<upload_url>/lamps/:id", "https://{upload_url}", ["upload_url"]),
        (":server/lamps/:id", "{server}", ["server"]),
    ],
)
def test_a_server_in_front_of_a_path_is_that_of_the_operation(target, server, variables):
    operation = read_one(section(f"POST {target}"))
    assert operation.path == "/lamps/{id}"
    assert [(s.url, [v.name for v in s.variables]) for s in operation.servers] == [(server, variables)]


def test_a_template_lists_the_query():
    assert named(read_one(section("POST /lamps{?name,label}")).parameters) == {"name": "query", "label": "query"}


def test_a_description_says_where_a_value_travels():
    operation = read_one(
        section(
            "POST /lamps",
            heading(3, "Input"),
            "<p>Send the raw binary content of the picture as the request body.</p>\n",
            table(
                row("Content-Type", "string", "<strong>Required</strong>. The type. This should be set in the Header."),
                row("name", "string", "The name. This should be set in a URI query parameter."),
            ),
        )
    )
    assert named(operation.parameters) == {"name": "query", "Content-Type": "header"}
    media = body_of(operation)
    assert (media.name, media.schema) == ("application/octet-stream", Scalar("string", "binary"))


def test_a_body_may_be_a_list():
    operation = read_one(
        section(
            "PUT /rooms/:room/lamps",
            heading(3, "Parameters"),
            table(("<code>array</code>", "The names of all lamps."), header=("Type", "Description")),
            heading(3, "Example"),
            code('["desk"]', "json"),
        )
    )
    media = body_of(operation)
    assert media.schema == ArrayOf(UnknownType())
    assert [example.value for example in media.examples] == [["desk"]]


@pytest.mark.parametrize("verb", ["DELETE /lamps/:id", "PATCH /lamps/:id"])
def test_what_an_example_shows_as_sent_is_a_body(verb):
    operation = read_one(
        section(
            verb,
            heading(3, "Parameters"),
            table(row("reason", "string", "Why.")),
            heading(3, "Example"),
            code('{"reason": "old"}', "json"),
            heading(3, "Response"),
            code("Status: 204 No Content", "headers"),
        )
    )
    assert names_of(body_of(operation).schema) == ["reason"]
    assert [(r.status, r.description, r.content) for r in operation.responses] == [("204", "No Content", ())]


def test_one_table_may_hold_the_members_of_two_objects():
    operation = read_one(
        section(
            "PUT /lamps/:id",
            heading(3, "Parameters"),
            table(row("maker", "object", "Who made it.")),
            "<p>Both the <code>maker</code> and <code>owner</code> parameters have the same keys:</p>\n",
            table(row("name", "string", "<strong>Required</strong>. The name.")),
        )
    )
    schema = body_of(operation).schema
    assert isinstance(schema, ObjectOf)
    assert {prop.name: names_of(prop.type) for prop in schema.properties} == {"maker": ["name"], "owner": ["name"]}


def test_members_of_every_value_are_those_of_a_map():
    operation = read_one(
        section(
            "POST /rooms",
            heading(3, "Input"),
            table(row("lamps", "object", "The lamps by name.")),
            "<p>The value for each of the names in <code>lamps</code> is an object with these keys:</p>\n",
            table(row("watt", "integer", "The power.")),
        )
    )
    (lamps,) = body_of(operation).schema.properties
    assert isinstance(lamps.type, ObjectOf)
    assert lamps.type.properties == ()
    assert names_of(lamps.type.additional) == ["watt"]


def test_a_table_below_a_sentence_about_a_row_lists_its_members():
    operation = read_one(
        section(
            "POST /rooms",
            heading(3, "Input"),
            table(("<code>lamps</code>", "<code>array</code> of hanging lamp <code>objects</code>", "All.")),
            "<p>For each of the <code>lamps</code>, you need to give:</p>\n",
            table(row("watt", "integer", "The power.")),
        )
    )
    (lamps,) = body_of(operation).schema.properties
    assert isinstance(lamps.type, ArrayOf)
    assert names_of(lamps.type.items) == ["watt"]


def test_a_table_below_an_answer_is_no_input():
    operation = read_one(
        section(
            "POST /lamps",
            heading(3, "Response"),
            code("Status: 201 Created", "headers"),
            code('{"check": {"passed": true}}', "json"),
            heading(4, "Check object"),
            "<p>The following fields are included in the <code>check</code> object:</p>\n",
            table(row("passed", "boolean", "Whether it is safe.")),
        )
    )
    assert operation.request_body is None
    assert "`passed`: Whether it is safe." in operation.description


@pytest.mark.parametrize(
    ("head", "statuses"),
    [
        ("Status: 200 OK", ["200"]),
        ("HTTP/1.1 202 Accepted", ["202"]),
        ("Status: 302 Found\nLocation: https://elsewhere.example/x", ["302"]),
        ("Status: 205 Reset Content", ["205"]),
    ],
)
def test_the_printed_status_is_the_only_one(head, statuses):
    operation = read_one(section("GET /lamps", heading(3, "Response"), code(head, "headers")))
    assert [response.status for response in operation.responses] == statuses


def test_answers_under_one_status_keep_their_titles():
    operation = read_one(
        section(
            "GET /lamps/:id",
            heading(3, "Response if it hangs"),
            code("Status: 200 OK", "headers"),
            code('{"hangs": true}', "json"),
            heading(3, "Response if it stands"),
            code("Status: 200 OK", "headers"),
            code('{"stands": true}', "json"),
        )
    )
    (response,) = operation.responses
    assert response.description == "Response if it hangs\n\nResponse if it stands"
    (media,) = response.content
    assert [example.summary for example in media.examples] == ["Response if it hangs", "Response if it stands"]


def test_an_answer_may_be_a_text_of_the_type_that_its_headers_name():
    operation = read_one(
        section(
            "GET /lamps/:id/picture",
            heading(3, "Response"),
            code("Status: 200 OK\nContent-Type: text/html; charset=utf-8\nContent-Length: 9", "headers"),
            "<pre>&lt;p&gt;o&lt;/p&gt;</pre>\n",
        )
    )
    (response,) = operation.responses
    assert [header.property.name for header in response.headers] == ["Content-Length"]
    assert [(media.name, media.examples[0].value) for media in response.content] == [("text/html", "<p>o</p>")]


def test_code_that_only_illustrates_is_no_example():
    operation = read_one(
        section(
            "PATCH /lamps/:id",
            heading(3, "Parameters"),
            table(row("name", "string", "Its name.")),
            "<p>You can choose a name. Given names like such:</p>\n",
            code('["a", "b"]', "json"),
            heading(3, "Example in Python"),
            code("print(1)", "py"),
            heading(3, "Example"),
            code('{"name": "a"}', "json"),
        )
    )
    assert [example.value for example in body_of(operation).examples] == [{"name": "a"}]


def test_a_curl_command_sends_a_text():
    operation = read_one(
        section(
            "POST /lamps/raw",
            heading(3, "Example"),
            '<pre class="command-line">\ncurl https://api.lamps.example/lamps/raw -X POST '
            '-H "Content-Type: text/plain" -d "one lamp, please"\n</pre>\n',
        )
    )
    media = body_of(operation)
    assert (media.name, [example.value for example in media.examples]) == ("text/plain", ["one lamp, please"])


def test_deprecation_notices_are_read():
    notice = "<p><strong>Deprecation Notice:</strong> This route is deprecated; lamps have a new one.</p>\n"
    operation = read_one(heading(2, "Get a lamp") + notice + code("GET /lamps/:id"))
    assert operation.deprecated is not None
    assert operation.deprecated.source.first == 3


def test_parameters_without_a_verb_line_are_reported():
    facts = read(
        section("GET /lamps") + heading(2, "Subscribing") + table(row("topic", "string", "<strong>Required</strong>."))
    )
    assert [(d.code, d.line) for d in facts.diagnostics] == [("not-an-operation", 6)]


@pytest.mark.parametrize("title", ["Response if the request fails", "Merge conflict response", "Missing lamp"])
def test_an_answer_is_known_by_its_title_or_by_its_status(title):
    operation = read_one(
        section(
            "PUT /lamps/:id",
            heading(3, "Response"),
            code("Status: 200 OK", "headers"),
            heading(3, title),
            code("Status: 409 Conflict", "headers"),
            code('{"message": "no"}', "json"),
        )
    )
    assert operation.request_body is None
    assert [(r.status, r.description) for r in operation.responses] == [("200", "OK"), ("409", title)]
    assert [example.summary for example in operation.responses[1].content[0].examples] == [title]


def test_every_head_may_have_a_body_of_its_own():
    operation = read_one(
        section(
            "GET /lamps/:id",
            heading(3, "Response"),
            code("Status: 200 OK", "headers"),
            code('{"id": 1}', "json"),
            "<p>Use the raw media type to get the raw contents.</p>\n",
            code("Status: 200 OK", "headers"),
            code("a lamp"),
            "<p>That is all:</p>\n",
            code("only words"),
        )
    )
    (response,) = operation.responses
    assert {media.name: [example.value for example in media.examples] for media in response.content} == {
        "application/json": [{"id": 1}],
        "text/plain": ["a lamp"],
    }
    assert operation.description.endswith("That is all:\n\nonly words")


def test_a_verb_line_that_shows_how_to_spell_another_is_no_operation():
    text = (
        heading(2, "Attributes")
        + table(row("userName", "string", "The name."))
        + "<p>Mind the case. For example:</p>\n"
        + code("GET /Users/:id")
        + section("GET /Users/:id", title="Get a user")
    )
    facts = read(text)
    assert [(o.id, named(o.parameters)) for o in facts.api.operations] == [("getUser", {"id": "path"})]
    assert {d.code for d in facts.diagnostics} == {"not-an-operation", "placeholder-mismatch"}


def test_the_text_may_describe_a_placeholder():
    text = (
        heading(2, "Get a lamp")
        + "<p>Gets one. The <code>:room</code> can be either <code>hall</code> or <code>attic</code>. It is safe.</p>\n"
        + code("GET /:room/:lamp")
    )
    facts = read(text)
    (operation,) = facts.api.operations
    room, lamp = (parameter.property for parameter in operation.parameters)
    assert room.description == "The `:room` can be either `hall` or `attic`."
    assert [value.value for value in room.enum] == ["hall", "attic"]
    assert room.enum[0].source.first == 3
    assert room.required is not None
    assert lamp.description == ""
    assert [(d.code, d.pointer) for d in facts.diagnostics] == [("placeholder-mismatch", "path.lamp")]


def test_a_list_is_a_default_and_a_word_is_none_of_a_time():
    page = section(
        "POST /lamps",
        heading(3, "Parameters"),
        table(
            row("shades", "array", 'The shades. Default: <code>["red"]</code>'),
            row("since", "string", "In ISO 8601 format: <code>YYYY-MM-DDTHH:MM:SSZ</code>. Default: <code>Now</code>"),
            row("plug", "object", "<strong>Required</strong>. The plug."),
        ),
        "<p>The <code>plug</code> object can have the following keys:</p>\n",
        table(row("pins", "array", "The pins. Default: <code>[2, 3]</code>")),
    )
    scrape = scrape_pages([Page("lamps.html", tuple(page.split("\n")))], DIALECT)
    (lamp,) = [found for found in scrape.api.structures if found.name == "HangLampRequest"]
    (plug,) = [found for found in scrape.api.structures if found.name == "HangLampRequestPlug"]
    defaults = {prop.name: prop.default and prop.default.value for prop in (*lamp.properties, *plug.properties)}
    assert defaults == {"shades": ["red"], "since": None, "plug": None, "pins": [2, 3]}
    assert [found.code for found in scrape.diagnostics if "default" in found.message] == ["contradictory-range"]


@pytest.mark.parametrize("mark", ["*", "-"])
def test_values_below_each_other_in_a_cell_are_those_that_are_allowed(mark):
    told = f"Who sees it. Can be one of:<br>{mark} <code>all</code> - Everybody.<br>{mark} <code>some</code> - A few."
    lamp = read_one(section("POST /lamps", heading(3, "Parameters"), table(row("view", "string", told))))
    (view,) = body_of(lamp).schema.properties
    assert [value.value for value in view.enum] == ["all", "some"]


def test_a_command_line_of_a_page_is_a_call():
    call = 'curl -v -o lamps.zip /\n"https://api.lamps.example/lamps/7/zip"'
    lamp = read_one(section("GET /lamps/:lamp_id/:form", heading(3, "Example"), code(call, "command-line")))
    assert [[one.value for one in parameter.examples] for parameter in lamp.parameters] == [[7], ["zip"]]


def test_members_of_an_object_that_no_row_names_are_kept_and_reported():
    text = heading(2, "Hang a lamp") + code("POST /lamps") + heading(3, "Parameters")
    text += "<p>The <code>bulb</code> object has these keys:</p>\n" + table(row("watt", "integer", "Its power."))
    facts = read(text)
    (bulb,) = body_of(facts.api.operations[0]).schema.properties
    assert (bulb.name, names_of(bulb.type)) == ("bulb", ["watt"])
    assert [(d.pointer) for d in facts.diagnostics if d.code == "dangling-reference"] == ["bulb"]


def test_a_key_of_an_answer_owns_no_parameters():
    text = heading(2, "Read a lamp") + code("GET /lamps") + heading(3, "Parameters")
    text += table(row("owner", "string", "Who.")) + "<p>Limit what is read with the parameters of the data:</p>\n"
    text += table(row("limit", "integer", "How much.")) + heading(3, "Response") + code("Status: 200 OK", "headers")
    operation = read_one(text + code('{"data": {"x": 2}}', "json"))
    assert named(operation.parameters) == {"owner": "query", "limit": "query"}
