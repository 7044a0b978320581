from scraper.dialects import find_dialect
from scraper.facts import PageFacts
from scraper.page import Page
from scraper.readers.formats import read_blocks
from spec.diagnostics import Diagnostic
from spec.model import ArrayOf, Evidence, Location, ObjectOf, Operation, Property, Scalar, Union, UnknownType
from tests.scraper.gitlab.pages import MARKDOWN_PAGE

INTEGER, STRING = Scalar("integer"), Scalar("string")


def read(text: str, name: str = "lamps.md") -> PageFacts:
    page = Page(name, tuple(text.split("\n")))
    dialect = find_dialect("gitlab")
    blocks, _ = read_blocks(page, dialect)
    return dialect.parse(page, blocks)


def operation(identifier: str, text: str = MARKDOWN_PAGE) -> Operation:
    return next(found for found in read(text).api.operations if found.id == identifier)


def rows(found: Operation, location: Location) -> dict[str, Property]:
    return {p.property.name: p.property for p in found.parameters if p.location is location}


def codes(facts: PageFacts) -> list[tuple[str, int, str]]:
    return [(d.code, d.line, d.operation) for d in facts.diagnostics]


def test_all_operations_of_the_page_are_found_with_ids_titles_and_lines():
    found = [(o.method, o.path, o.id, o.title, o.source.first, o.tag) for o in read(MARKDOWN_PAGE).api.operations]
    assert found == [
        ("GET", "/rooms/{id}/lamps", "listLamps", "List lamps", 20, "Lamps"),
        ("GET", "/houses/{house_id}/lamps", "getHousesByHouseIdLamps", "List lamps", 23, "Lamps"),
        ("POST", "/rooms/{id}/lamps", "hangLamp", "Hang a lamp", 58, "Lamps"),
        ("PUT", "/rooms/{id}/lamps/{lamps_id}", "moveLamp", "Move a lamp", 104, "Lamps"),
        ("POST", "/rooms/{id}/picture", "uploadPicture", "Upload a picture", 122, "Lamps"),
        ("POST", "/rooms/{id}/switch", "switch", "Switch", 141, "Lamps"),
        ("DELETE", "/rooms/{id}/switch", "deleteRoomsByIdSwitch", "Switch", 147, "Lamps"),
    ]


def test_every_line_is_accounted_for():
    accounting = read(MARKDOWN_PAGE).accounting
    assert accounting.unread == ()
    assert accounting.read + sum(count for _, count in accounting.ignored) == accounting.lines
    assert [name for name, _ in accounting.ignored] == ["background", "blank", "history", "table-of-contents"]


def test_the_page_says_title_tier_server_and_authentication():
    api = read(MARKDOWN_PAGE).api
    assert api.title == "Lamps API"
    assert [(tag.name, tag.description) for tag in api.tags] == [("Lamps", "Tier: PREMIUM.\n\nLamps hang in rooms.")]
    assert [(server.url, server.source.first) for server in api.servers] == [
        ("https://lamps.example.com/api/v4", 36),
    ]
    (scheme,) = api.security_schemes
    assert (scheme.id, scheme.kind, scheme.name, scheme.source.evidence) == (
        "private_token",
        "apiKey",
        "PRIVATE-TOKEN",
        Evidence.EXAMPLE,
    )


def test_a_user_with_a_password_authenticates():
    text = "# A\n\n## List\n\n```\nGET /a\n```\n\n```\ncurl -u {} https://h/api/v4/a\n```\n"
    schemes = read(text.format("<name>:<token>")).api.security_schemes
    assert [(scheme.kind, scheme.name) for scheme in schemes] == [("http", "basic")]
    assert read(text.format("name")).api.security_schemes == ()


def test_rows_give_types_required_nullable_and_choices():
    query = rows(operation("listLamps"), Location.QUERY)
    assert list(query) == ["iids[]", "sort", "watt", "since", "state", "labels"]
    assert query["iids[]"].type == ArrayOf(INTEGER)
    assert query["sort"].required is not None
    assert query["sort"].required.value is False
    assert [value.value for value in query["sort"].enum] == ["asc", "desc"]
    assert query["watt"].type == INTEGER
    assert query["watt"].nullable is not None
    assert query["since"].type == Scalar("string", "date-time")
    assert query["since"].required is None
    assert query["state"].type == UnknownType()
    assert (query["state"].source.evidence, query["state"].source.first) == (Evidence.URL, 21)


def test_endpoints_that_share_a_table_take_their_own_path_parameters():
    assert list(rows(operation("listLamps"), Location.PATH)) == ["id"]
    assert operation("listLamps").parameters[0].property.type == Union((INTEGER, STRING))
    shared = operation("getHousesByHouseIdLamps")
    assert list(rows(shared, Location.PATH)) == ["house_id"]
    assert "id" not in rows(shared, Location.QUERY)


def test_curl_gives_parameter_examples_of_the_documented_types():
    values = {p.property.name: [e.value for e in p.examples] for p in operation("listLamps").parameters}
    assert values["id"] == [7]
    assert values["iids[]"] == [[4, 5]]
    assert values["sort"] == ["asc"]
    assert values["watt"] == []


def test_a_json_body_has_nested_rows_and_the_example_that_curl_sends():
    body = operation("hangLamp").request_body
    assert body is not None
    (media,) = body.content
    assert media.name == "application/json"
    assert isinstance(media.schema, ObjectOf)
    members = {prop.name: prop for prop in media.schema.properties}
    hooks = members["hooks"].type
    assert isinstance(hooks, ArrayOf)
    assert isinstance(hooks.items, ObjectOf)
    assert [prop.name for prop in hooks.items.properties] == ["height"]
    owner = members["owner"].type
    assert isinstance(owner, ObjectOf)
    assert [prop.name for prop in owner.properties] == ["name"]
    assert members["force"].default is not None
    assert members["force"].default.value is False
    assert [example.value for example in media.examples] == [{"name": "Globe", "hooks": [{"height": 180}]}]


def test_stated_statuses_become_responses_and_examples_find_theirs():
    responses = {response.status: response for response in operation("hangLamp").responses}
    assert list(responses) == ["201", "400", "default"]
    assert responses["201"].content[0].examples[0].value == {"id": 3, "owner": {"name": "ada"}}
    schema = responses["201"].content[0].schema
    assert isinstance(schema, ObjectOf)
    assert [prop.name for prop in schema.properties] == ["id", "owner"]
    assert responses["default"].content[0].examples[0].value == {"message": "no hook"}
    assert responses["400"].content == ()


def test_a_status_list_is_read():
    responses = operation("uploadPicture").responses
    assert [(response.status, response.source.first) for response in responses] == [("204", 135), ("413", 136)]


def test_an_example_is_of_the_answer_with_the_whole_content():
    stated = 'Returns `202 Accepted` before, and `200 OK` after.\n\n```json\n{"a": 1}\n```\n'
    responses = read(f"# A\n\n## List\n\n```\nGET /a\n```\n\n{stated}").api.operations[0].responses
    assert [(response.status, len(response.content)) for response in responses] == [("200", 1), ("202", 0)]


def test_without_a_stated_status_success_is_200_and_says_so():
    (response,) = operation("moveLamp").responses
    assert (response.status, response.description) == ("200", "Success; the page does not state the status.")


def test_values_travel_in_the_query_where_the_example_puts_them():
    found = operation("moveLamp")
    assert found.request_body is None
    assert rows(found, Location.QUERY)["x"].type == Scalar("number", "float")


def test_a_misspelt_path_row_describes_the_placeholder_and_is_reported():
    facts = read(MARKDOWN_PAGE)
    assert rows(operation("moveLamp"), Location.PATH)["lamps_id"].type == INTEGER
    assert ("placeholder-mismatch", 110, "moveLamp") in codes(facts)


def test_form_examples_make_a_multipart_body():
    body = operation("uploadPicture").request_body
    assert body is not None
    assert [(media.name, media.examples[0].value) for media in body.content] == [
        ("multipart/form-data", {"file": "@lamp.png"})
    ]


def test_bullets_are_parameters_with_required_types_and_nested_text():
    body = operation("uploadPicture").request_body
    assert body is not None
    schema = body.content[0].schema
    assert isinstance(schema, ObjectOf)
    (row,) = schema.properties
    assert row.required is not None
    assert row.required.value is True
    assert row.type == Scalar("string", "binary")
    assert "as PNG" in row.description


def test_a_deprecation_note_is_a_fact():
    deprecated = operation("uploadPicture").deprecated
    assert deprecated is not None
    assert (deprecated.value, deprecated.source.first) == (True, 119)
    assert operation("moveLamp").deprecated is None


def test_each_mistake_in_json_is_reported_once_with_its_line():
    found = [d for d in read(MARKDOWN_PAGE).diagnostics if d.code == "invalid-json"]
    assert [(d.line, d.operation) for d in found] == [(n, "listLamps") for n in (44, 46, 48, 49)]
    example = operation("listLamps").responses[0].content[0].examples[0]
    assert example.repaired
    assert example.value == [{"id": 1, "labels": ["old"], "watt": None}]


def test_an_announced_example_that_is_missing_is_reported():
    facts = read("# A\n\n## Get\n\n```\nGET /a\n```\n\nExample response:\n\n## B\n\n```\nGET /b\n```\n")
    assert codes(facts) == [("empty-example", 9, "get")]


def test_a_section_with_parameters_but_no_path_is_no_operation():
    facts = read("# A\n\n## Get\n\n| Attribute | Type | Required |\n|---|---|---|\n| `a` | string | yes |\n")
    assert codes(facts) == [("not-an-operation", 3, "")]
    assert facts.api.operations == ()


def test_an_operation_without_a_heading_is_reported():
    assert codes(read("```\nGET /a\n```\n")) == [("missing-heading", 2, "getA")]


def test_a_placeholder_in_an_example_is_no_value():
    facts = read(
        '# A\n\n## Get\n\n```\nGET /a/:id\n```\n\n- `id` (required) - x\n\n```\ncurl "https://h/api/v4/a/:id"\n```\n'
    )
    assert codes(facts) == [("broken-example-value", 12, "get")]
    assert facts.api.operations[0].parameters[0].examples == ()


def test_attributes_in_another_section_are_found_through_the_link():
    text = (
        "# A\n\n## Set\n\nTakes the attributes listed in [all settings](#all-settings).\n\n```\nPUT /a\n```\n\n"
        "## All settings\n\n| Attribute | Type | Required |\n|---|---|---|\n| `a` | string | yes |\n"
    )
    facts = read(text)
    body = facts.api.operations[0].request_body
    assert body is not None
    assert isinstance(body.content[0].schema, ObjectOf)
    dangling = read(text.replace("#all-settings", "other.md"))
    assert ("dangling-reference", 5, "set") in codes(dangling)


def test_a_table_in_front_of_the_path_belongs_to_it():
    facts = read("# A\n\n## Get\n\n| Attribute | Type |\n|---|---|\n| `q` | string |\n\n```\nGET /a\n```\n")
    assert [p.property.name for p in facts.api.operations[0].parameters] == ["q"]


def test_text_between_two_paths_belongs_to_the_second():
    facts = read(
        '# A\n\n## Get\n\nFirst one.\n\n```\nGET /a\n```\n\n```json\n{"a": 1}\n```\n\n'
        "Get the other one.\n\n```\nGET /b\n```\n"
    )
    assert [(o.title, o.description) for o in facts.api.operations] == [
        ("Get", "First one."),
        ("Get the other one", "Get the other one."),
    ]


def test_a_row_without_a_readable_name_stays_unread():
    facts = read(
        "# A\n\n## Get\n\n```\nGET /a\n```\n\n"
        "| Attribute | Type |\n|---|---|\n| `q` | string |\n| two words | string |\n"
    )
    assert facts.accounting.unread == ((12, 12),)


def test_findings_are_of_the_page():
    for diagnostic in read(MARKDOWN_PAGE).diagnostics:
        assert isinstance(diagnostic, Diagnostic)
        assert diagnostic.page == "lamps.md"
