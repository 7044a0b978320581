"""What curl commands say about the operation under which they are printed."""

import pytest

from scraper.dialects import find_dialect
from scraper.layout.placement import GUESSED_BODY
from scraper.page import Page
from scraper.pipeline import scrape_pages
from spec.model import Location, Operation, Property, Scalar, Union, UnknownType
from tests.scraper.gitlab.test_pages import codes, read, rows
from tests.scraper.gitlab.test_statements import only

TABLE = "| Attribute | Type | Required |\n|---|---|---|\n"
NUMBER_OR_TEXT = Union((Scalar("integer"), Scalar("string")))


def section(endpoints: str, table: str, *calls: str) -> str:
    shell = "".join(f"```shell\n{call}\n```\n\n" for call in calls)
    return f"# Lamps\n\n## Hang\n\n```\n{endpoints}\n```\n\n{TABLE}{table}\n\n{shell}"


def body(operation: Operation) -> dict[str, list[str]]:
    content = operation.request_body.content if operation.request_body else ()
    return {media.name: [prop.name for prop in getattr(media.schema, "properties", ())] for media in content}


def examples(operation: Operation) -> dict[str, list[object]]:
    found = {p.property.name: [e.value for e in p.examples] for p in operation.parameters if p.examples}
    for media in operation.request_body.content if operation.request_body else ():
        found["body"] = [example.value for example in media.examples]
    return found


def member(operation: Operation, name: str) -> Property:
    assert operation.request_body is not None
    return next(p for p in getattr(operation.request_body.content[0].schema, "properties", ()) if p.name == name)


def test_a_placeholder_in_a_url_is_no_value_but_the_rest_of_the_call_counts():
    table = "| `id` | integer | yes |\n| `a` | string | yes |"
    facts = read(section("POST /r/:id/l", table, 'curl -X POST --data "a=1" "https://h/api/v4/r/:id/l"'))
    assert ("broken-example-value", 15, "hang") in codes(facts)
    assert body(facts.api.operations[0]) == {"application/x-www-form-urlencoded": ["a"]}
    assert examples(facts.api.operations[0]) == {"body": [{"a": "1"}]}
    asked = only(section("PUT /r/:id/l", table, 'curl -X PUT "https://h/api/v4/r/<id>/l?a=1"'))
    assert (list(rows(asked, Location.QUERY)), examples(asked)) == (["a"], {"a": ["1"]})


def test_endpoints_that_are_printed_together_send_their_rows_to_the_same_places():
    table = "| `id` | integer | yes |\n| `a` | string | no |\n| `b` | string | no |"
    first, second = (
        'curl -X PUT "https://h/api/v4/r/1/l?a=1"',
        'curl -X PUT "https://h/api/v4/h/2/l?a=1&b=2"',
    )
    room, house = read(section("PUT /r/:id/l\nPUT /h/:id/l", table, first, second)).api.operations
    assert [list(rows(found, Location.QUERY)) for found in (room, house)] == [["a", "b"]] * 2
    assert examples(room) == {"id": [1], "a": ["1"]}
    assert [found.request_body for found in (room, house)] == [None, None]
    alone = only(section("PUT /r/:id/l", f"{table}\n| `c` | string | no |", first))
    assert alone.request_body is not None
    assert alone.request_body.description == GUESSED_BODY


def test_members_that_a_url_gives_a_hash_are_its_example_and_no_parameters_of_their_own():
    call = 'curl "https://h/api/v4/l?not[a]=x&not[b]=<b>&other[a]=y"'
    operation = only(section("GET /l", "| `not` | hash | no |", call))
    assert list(rows(operation, Location.QUERY)) == ["not", "other[a]"]
    assert examples(operation) == {"not": [{"a": "x"}], "other[a]": ["y"]}


def test_a_document_on_standard_input_is_the_body():
    call = 'curl "https://h/api/v4/l" --header "Content-Type: application/json" --data @- << EOF\n{"a": [1]}\nEOF'
    assert examples(only(section("POST /l", "| `a` | array | no |", call))) == {"body": [{"a": [1]}]}


def test_a_value_that_is_read_from_a_file_is_not_shown():
    call = 'curl "https://h/api/v4/l" --data-urlencode "a=1" --data-urlencode "b@b.md"'
    table = "| `a` | string | no |\n| `b` | string | no |"
    assert examples(only(section("POST /l", table, call))) == {"body": [{"a": "1"}]}


def test_a_field_that_an_example_uploads_is_a_file():
    text = section(
        "POST /l", "| `f` | string | yes |\n| `g` | string | yes |", 'curl -F "f=@x" -F g=1 https://h/api/v4/l'
    )
    assert [member(only(text), name).type for name in ("f", "g")] == [Scalar("string", "binary"), Scalar("string")]
    assert ("example-type-mismatch", 11, "hang") in codes(read(text))


def test_a_field_that_only_an_example_uploads_is_a_file():
    table = "| `name` | string | yes |"
    found = only(section("POST /l", table, 'curl -F "name=x" -F "shade=@s.png" "https://h/api/v4/l"'))
    assert body(found) == {"multipart/form-data": ["name", "shade"]}
    assert member(found, "shade").type == Scalar("string", "binary")


def test_a_file_that_is_uploaded_as_it_is_is_the_body():
    table = "| `name` | string | yes |"
    (media,) = only(
        section("PUT /l/:name", table, "curl --upload-file x.tgz https://h/api/v4/l/x")
    ).request_body.content
    assert (media.name, media.schema, media.examples) == ("application/octet-stream", Scalar("string", "binary"), ())


def test_a_boolean_may_be_spelt_as_a_number():
    text = section("GET /l", "| `lit` | boolean | no |", 'curl "https://h/api/v4/l?lit=1"')
    assert (examples(only(text)), rows(only(text), Location.QUERY)["lit"].type) == ({"lit": [True]}, Scalar("boolean"))
    assert ("example-type-mismatch", 14, "hang") in codes(read(text))


def test_a_row_that_is_called_like_the_value_in_the_path_describes_the_parameter():
    found = only(section("GET /l?q=:words", "| `words` | string | yes |", 'curl "https://h/api/v4/l?q=a"'))
    assert [(row.name, row.type) for row in rows(found, Location.QUERY).values()] == [("q", Scalar("string"))]
    assert examples(found) == {"q": ["a"]}


def test_a_required_row_may_be_called_like_the_end_of_a_placeholder():
    facts = read(section("PUT /r/:room_id/l", "| `id` | integer | yes |\n| `a` | string | no |"))
    assert list(rows(facts.api.operations[0], Location.PATH)) == ["room_id"]
    assert rows(facts.api.operations[0], Location.PATH)["room_id"].type == Scalar("integer")
    assert list(body(facts.api.operations[0]).values()) == [["a"]]


def test_the_language_of_an_answer_tells_its_media_type():
    found = only("# Lamps\n\n## List\n\n```\nGET /l\n```\n\nExample response:\n\n```html\n<p>round</p>\n```\n")
    assert [media.name for response in found.responses for media in response.content] == ["text/html"]


def test_a_row_that_an_example_sends_in_a_header_is_one():
    found = only(
        section("GET /l", "| `X-Sum` | string | yes |\n| `a` | string | no |", "curl -H 'x-sum: 1' https://h/api/v4/l")
    )
    assert (list(rows(found, Location.HEADER)), list(rows(found, Location.QUERY))) == (["X-Sum"], ["a"])
    assert examples(found) == {"X-Sum": ["1"]}


def test_examples_below_a_list_of_endpoints_call_one_of_them():
    endpoints = "- One:\n\n  ```\n  PUT /l\n  ```\n\n- Two of them:\n\n  ```\n  PUT /m\n  ```\n\n"
    table = f"{TABLE}| `a` | string | no |\n\n"
    calls = "".join(f"- So:\n\n  ```\n  curl -X PUT https://h/api/v4/{end}\n  ```\n\n" for end in ("l?a=1", "m?a=2"))
    facts = read(f"# Lamps\n\n## Hang\n\n{endpoints}{table}{calls}")
    assert [(found.title, examples(found)) for found in facts.api.operations] == [
        ("Hang", {"a": ["1"]}),
        ("Two of them", {"a": ["2"]}),
    ]
    assert "broken-example-value" not in [code for code, _, _ in codes(facts)]


def test_a_column_of_headers_lists_headers():
    table = "| Header | Type | Required |\n|---|---|---|\n| `X-Light` | string | yes |"
    found = only(f"# Lamps\n\n## Hang\n\n```\nPATCH /l\n```\n\n{table}\n")
    assert list(rows(found, Location.HEADER)) == ["X-Light"]


def test_a_table_of_headers_lists_headers():
    call = 'curl -X PATCH -H "Range: 0-2" -d "x" https://h/api/v4/l'
    found = only(
        "# Lamps\n\n## Hang\n\n```\nPATCH /l\n```\n\nHeaders:\n\n"
        f"{TABLE}| `Range` | string | yes |\n\n```\n{call}\n```\n"
    )
    header = rows(found, Location.HEADER)["Range"]
    assert (header.type, header.required is not None, examples(found)) == (Scalar("string"), True, {"Range": ["0-2"]})
    assert found.request_body is None


def test_a_rule_before_the_endpoint_of_a_section_parts_nothing():
    facts = read("# Lamps\n\n## Light\n\nLights.\n\n---\n\n```\nGET /a\n```\n\n## Hang\n\n---\n\n```\nPOST /a\n```\n")
    assert [(found.id, found.description) for found in facts.api.operations] == [("light", "Lights."), ("hang", "")]


def test_digits_in_a_url_may_be_a_number_or_a_text_where_no_row_says_which():
    found = only('# A\n\n## Get\n\n```\nGET /l/:id\n```\n\n```\ncurl "https://h/api/v4/l/7?page=1&sort=up"\n```\n')
    kinds = {parameter.property.name: parameter.property.type for parameter in found.parameters}
    assert kinds == {"id": NUMBER_OR_TEXT, "page": NUMBER_OR_TEXT, "sort": UnknownType()}
    assert examples(found) == {"id": [7], "page": [1], "sort": ["up"]}


def test_an_example_that_calls_something_else_is_reported():
    facts = read(section("GET /l/:id", "| `id` | integer | yes |", "curl https://h/api/v4/rooms/7"))
    assert codes(facts) == [("broken-example-value", 14, "hang")]
    assert examples(facts.api.operations[0]) == {}


def test_the_address_of_the_api_may_be_a_variable():
    found = only(section("GET /l/:id", "| `id` | integer | yes |", 'curl "${API_URL}/l/7?token=$TOKEN"'))
    assert (list(rows(found, Location.QUERY)), examples(found)) == (["token"], {"id": [7]})


def test_the_file_that_a_command_sends_is_shown_below_it():
    text = section("POST /l", "| `a` | array | no |", "curl -X POST --data @a.json https://h/api/v4/l")
    found = only(
        f'{text}`@a.json` looks like:\n\n```json\n{{"a": [1]}}\n```\n\nResponse:\n\n```json\n{{"b": 2}}\n```\n'
    )
    assert examples(found) == {"body": [{"a": [1]}]}
    assert [e.value for r in found.responses for m in r.content for e in m.examples] == [{"b": 2}]


def test_the_head_of_an_answer_gives_its_status_and_headers():
    shown = "```plaintext\nHTTP/1.1 200 OK\n...\nX-Size: 7\n...\n```\n"
    text = f"# A\n\n## Ask\n\n```\nHEAD /l\n```\n\nExample response:\n\n{shown}"
    (response,) = only(text).responses
    assert (response.status, response.content) == ("200", ())
    assert [(p.property.name, [e.value for e in p.examples]) for p in response.headers] == [("X-Size", ["7"])]


def test_a_body_without_an_example_is_sent_as_the_endpoint_beside_it_sends_it():
    table = "| `id` | integer | yes |\n| `a` | string | yes |"
    found = read(section("PUT /r/:id\nPUT /h/:id", table, "curl -X PUT -d a=1 https://h/api/v4/r/7")).api.operations
    assert [list(body(operation)) for operation in found] == [["application/x-www-form-urlencoded"]] * 2


def test_a_condition_in_the_column_of_required_rows_is_no_value():
    text = "# A\n\n## Hang\n\n```\nPOST /l\n```\n\n| Attribute | Type | Required | Description |\n|---|---|---|---|\n"
    row = member(
        only(f"{text}| `a` | string | yes (if `b` is set) | Allowed values: `c`, or `d`. `d` since 16.4. |\n"), "a"
    )
    assert ([value.value for value in row.enum], row.required) == (["c", "d"], None)
    assert "Required: yes (if `b` is set)" in row.description


def test_a_row_that_stands_for_the_differing_placeholders_of_several_paths_is_no_parameter_of_its_own():
    table = "| `id` | integer | yes |\n| `item_id` | integer | yes |\n| `to_item_id` | integer | no |"
    both = "POST /r/:id/books/:book_id/marks\nPOST /r/:id/maps/:map_id/marks"
    found = read(section(both, table)).api.operations
    assert [list(rows(one, Location.PATH)) for one in found] == [["id", "book_id"], ["id", "map_id"]]
    assert [rows(one, Location.PATH)["id"].type for one in found] == [Scalar("integer")] * 2
    assert [list(rows(one, Location.PATH).values())[1].type for one in found] == [Scalar("integer")] * 2
    assert [body(one) for one in found] == [{"application/json": ["to_item_id"]}] * 2
    alone = only(section("POST /r/:id/books/:book_id/marks", table))
    assert body(alone) == {"application/json": ["item_id", "to_item_id"]}


def test_a_numbered_name_in_a_url_is_one_of_the_values_of_its_row():
    call = "curl 'https://h/api/v4/l?kind%5B0%5D=round&kind%5B1%5D=flat'"
    found = only(section("GET /l", "| `kind` | string **or** array of strings | no |", call))
    assert list(rows(found, Location.QUERY)) == ["kind"]
    assert examples(found) == {"kind": [["round", "flat"]]}


def test_what_one_printing_of_a_call_answers_without_is_not_demanded():
    page = (
        "# Lamps\n\n## For everybody\n\n```\nGET /l\n```\n\n```json\n[1]\n```\n\n"
        f"## For keepers\n\n```\nGET /l\n```\n\n{TABLE}| `room` | string | yes |\n"
    )
    (found,) = scrape_pages([Page("lamps.md", tuple(page.split("\n")))], find_dialect("gitlab")).api.operations
    (row,) = rows(found, Location.QUERY).values()
    assert row.required is None
    silent = page.replace("```json\n[1]\n```\n\n", "")
    (found,) = scrape_pages([Page("lamps.md", tuple(silent.split("\n")))], find_dialect("gitlab")).api.operations
    (row,) = rows(found, Location.QUERY).values()
    assert row.required is not None
    assert row.required.value


@pytest.mark.parametrize(("answer", "is_demanded"), [("```json\n[1]\n```\n", False), ("", True)])
def test_a_body_demands_nothing_that_another_printing_of_its_call_answers_without(answer, is_demanded):
    page = (
        f"# Lamps\n\n## Hang one\n\n```\nPOST /l\n```\n\n{TABLE}| `old` | integer | yes |\n\n"
        f"## Buy one\n\n```\nPOST /l\n```\n\n{TABLE}| `name` | string | no |\n\n{answer}"
    )
    scrape = scrape_pages([Page("lamps.md", tuple(page.split("\n")))], find_dialect("gitlab"))
    (table,) = [one for one in scrape.api.structures if one.name.endswith("Request")]
    found = {prop.name: prop.required is not None and prop.required.value for prop in table.properties}
    assert found == {"old": is_demanded, "name": False}


def test_a_value_that_a_body_spells_as_a_text_is_of_the_documented_type():
    call = """curl -X POST --data '{"lit": "true", "level": "7", "name": "1"}' "https://h/api/v4/l\""""
    table = "| `lit` | boolean | no |\n| `level` | integer | no |\n| `name` | string | no |"
    facts = read(section("POST /l", table, call))
    assert examples(facts.api.operations[0]) == {"body": [{"lit": True, "level": 7, "name": "1"}]}
    assert [code for code, _, _ in codes(facts) if code.startswith("example")] == ["example-type-mismatch"] * 2


def test_the_value_of_a_wildcard_holds_slashes():
    call = "curl 'https://h/api/v4/rooms/5/files/a/b.txt'"
    facts = read(section("GET /rooms/:id/files/*file_path", "| `id` | integer | yes |", call))
    assert examples(facts.api.operations[0]) == {"id": [5], "file_path": ["a/b.txt"]}
    assert "broken-example-value" not in [code for code, _, _ in codes(facts)]


@pytest.mark.parametrize(("name", "unread"), [("PRIVATE-TOKEN", ()), ("Shade", ((14, 16),))])
def test_a_table_of_tokens_documents_no_parameter(name, unread):
    facts = read(
        section("PUT /l", "| `a` | string | no |") + f"\n| Header | Value |\n|---|---|\n| `{name}` | A token. |\n"
    )
    assert facts.accounting.unread == unread
    assert list(rows(facts.api.operations[0], Location.HEADER)) == []
