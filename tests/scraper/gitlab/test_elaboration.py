"""What stands outside of the table of an operation, and is about one of its rows, or lists them."""

import pytest

from spec.model import ArrayOf, Location, ObjectOf, Property, Scalar, UnknownType
from tests.scraper.gitlab.test_pages import codes, read, rows
from tests.scraper.gitlab.test_statements import HEAD, only

TABLE = "| Attribute | Type | Description |\n|---|---|---|\n"
SENT = "# Lamps\n\n## Hang\n\n```\nPOST /lamps\n```\n\n"


def sent(text: str) -> dict[str, Property]:
    body = only(text).request_body
    schema = body.content[0].schema if body else None
    return {prop.name: prop for prop in schema.properties} if isinstance(schema, ObjectOf) else {}


@pytest.mark.parametrize(
    ("label", "values"),
    [
        ("The mood can be one of the following:", ["dim", "lit"]),
        ("Possible values for `mood`:", ["dim", "lit"]),
        ("`mood` can be one of:", ["dim", "lit"]),
        ("The room can be one of the following:", []),
        ("In the response, `mood` is one of:", []),
        ("About `mood`:", []),
    ],
)
def test_a_list_below_the_table_gives_the_values_of_the_row_that_its_label_names(label, values):
    text = f"{HEAD}{TABLE}| `mood` | string | How lit |\n\n{label}\n\n- `dim`: Hardly\n- `lit` (default): Bright\n"
    assert [value.value for value in rows(only(text), Location.QUERY)["mood"].enum] == values
    assert read(text).accounting.unread == ()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("object", ObjectOf), ("array", ArrayOf), ("string", Scalar)],
)
def test_a_list_below_the_table_gives_the_members_of_a_row_that_holds_some(kind, expected):
    text = (
        f"{SENT}{TABLE}| `shade` | {kind} | Around it |\n\nThe following keys are available for `shade`:\n\n"
        "- `size`, for its size in cm.\n- `tone`, for its colour.\n"
    )
    shade = sent(text)["shade"].type
    assert isinstance(shade, expected)
    held = shade.items if isinstance(shade, ArrayOf) else shade
    if isinstance(held, ObjectOf):
        assert [prop.name for prop in held.properties] == ["size", "tone"]


def test_a_list_above_the_table_may_give_the_values_of_a_row():
    text = (
        "# Lamps\n\n## Hang\n\n```\nGET /lamps/:mood\n```\n\n"
        "The `:mood` parameter must be one of:\n\n- `dim`\n- `lit`\n\n"
        f"Parameters:\n\n{TABLE}| `mood` | string | How lit |\n| `size` | string | |\n"
    )
    assert {name: [v.value for v in row.enum] for name, row in rows(only(text), Location.PATH).items()} == {
        "mood": ["dim", "lit"]
    }
    assert list(rows(only(text), Location.QUERY)) == ["size"]


def test_a_section_without_an_endpoint_may_give_the_values_of_rows():
    text = (
        "# Lamps\n\n## Moods\n\nAvailable moods for the `mood` parameter are:\n\n- `dim`\n- `lit`\n\n"
        f"## List\n\n```\nGET /lamps\n```\n\n{TABLE}| `mood` | string | How lit |\n"
    )
    assert [value.value for value in rows(only(text), Location.QUERY)["mood"].enum] == ["dim", "lit"]
    assert read(text).accounting.unread == ()


@pytest.mark.parametrize(
    ("above", "header", "values"),
    [
        ("", "Lamp mood", ["dim", "lit"]),
        ("", "Lamp", []),
        ("The `lamp_mood` is one of:\n\n", "Value", ["dim", "lit"]),
        ("About moods:\n\n", "Value", []),
    ],
)
def test_a_table_of_values_is_about_the_row_that_its_header_or_label_names(above, header, values):
    table = f"{above}| {header} | Looks |\n|---|---|\n| `dim` | Hardly |\n| `lit` | Bright |\n"
    text = f"{HEAD}{TABLE}| `lamp_mood` | string | How lit |\n\n### More\n\n{table}"
    assert [value.value for value in rows(only(text), Location.QUERY)["lamp_mood"].enum] == values


def test_members_that_are_strings_may_be_required():
    text = (
        f"{SENT}{TABLE}| `shade` | hash | Around it |\n\n### Shades\n\n"
        "The `shade` attribute accepts the following strings:"
        "\n\n- `tone` - Its colour. Required.\n- `size` - Its size. Optional.\n"
    )
    assert list(sent(text)) == ["shade"]
    held = sent(text)["shade"].type
    assert isinstance(held, ObjectOf)
    assert [(p.name, p.type, p.required and p.required.value) for p in held.properties] == [
        ("tone", Scalar("string"), True),
        ("size", Scalar("string"), False),
    ]


def test_a_call_without_a_documented_endpoint_is_reported_with_its_section():
    shown = '```shell\ncurl "https://h/api/v4/{}"\n```\n\n```json\n{{"a": 1}}\n```\n\n'
    sections = f"## Rest\n\n{shown.format('rest')}## Again\n\n{shown.format('lamps')}"
    text = f"# Lamps\n\n{sections}## List\n\n```\nGET /lamps\n```\n"
    assert ("not-an-operation", 3, "") in codes(read(text))
    assert [code for code, line, _ in codes(read(text)) if line == 13] == []


def test_names_about_which_nothing_is_said_are_parameters():
    text = f"{SENT}Parameters:\n\n- `a`\n- `b`\n"
    assert {name: row.type for name, row in sent(text).items()} == {"a": UnknownType(), "b": UnknownType()}


def test_names_that_some_users_see_are_described():
    facts = read(f"{HEAD}Some users may also see these parameters:\n\n- `a`\n- `b`\n")
    assert facts.accounting.unread == ()
    assert facts.api.operations[0].parameters == ()
    assert "`a`" in facts.api.operations[0].description


def test_a_linked_table_is_sent_or_answered_by_the_method():
    text = (
        "# A\n\n## Get\n\nGets the [settings](#all-settings).\n\n```\nGET /a\n```\n\n"
        "## Set\n\nChanges the [settings](#all-settings).\n\n```\nPUT /a\n```\n\n"
        f"## All settings\n\n{TABLE}| `x` | integer | One |\n\n### More\n\n{TABLE}| `y` | string | Two |\n\n"
        f"## Others\n\n{TABLE}| `z` | string | Three |\n"
    )
    facts = read(text)
    get, put = facts.api.operations
    assert (get.parameters, get.request_body) == ((), None)
    answered = get.responses[0].content[0].schema
    body = put.request_body
    assert body is not None
    for schema in (answered, body.content[0].schema):
        assert isinstance(schema, ObjectOf)
        assert [prop.name for prop in schema.properties] == ["x", "y"]
    assert [code for code, _, _ in codes(facts)] == ["not-an-operation"]


def test_a_heading_that_leans_on_the_one_above_it_is_no_title_alone():
    text = "# A\n\n## List lamps\n\n### Within a room\n\n```\nGET /r\n```\n\n### For admins\n\n```\nGET /a\n```\n"
    assert [(found.id, found.title) for found in read(text).api.operations] == [
        ("listLampsWithinRoom", "List lamps within a room"),
        ("listLampsForAdmins", "List lamps for admins"),
    ]


def test_a_path_with_a_query_in_running_text_shows_a_parameter():
    found = only(f"{HEAD}Search with `/lamps?name=round` or elsewhere with `/rooms?size=3`.\n")
    assert [(row.name, row.source.first) for row in rows(found, Location.QUERY).values()] == [("name", 9)]


@pytest.mark.parametrize(
    ("text", "default"),
    [
        ("Lit - true or false (default)", False),
        ("Lit - true (default) or false", True),
        ("Lit - `false` or `true`(default)", True),
        ("Lit - true or false", None),
    ],
)
def test_a_bullet_that_says_true_or_false_is_a_boolean(text, default):
    row = sent(f"{SENT}- `lit` (optional) - {text}\n")["lit"]
    assert (row.type, row.default and row.default.value) == (Scalar("boolean"), default)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lists lamps. The pagination parameters `page` and `per_page` can be used.", ["page", "per_page"]),
        ("Use the `page` and `per_page` [pagination](#p) parameters to go on.", ["page", "per_page"]),
        ("Results are paginated. Turn the `page` and `per_page` round.", []),
    ],
)
def test_a_sentence_about_paging_names_parameters(text, names):
    found = only(f"{HEAD}{text}\n")
    assert [(row.name, row.source.first) for row in rows(found, Location.QUERY).values()] == [(n, 9) for n in names]


def test_parameters_of_paging_are_listed_once():
    text = f"{HEAD}Uses the pagination parameters `page` and `per_page`.\n\n{TABLE}| `page` | integer | Which |\n\n"
    found = only(f'{text}```\ncurl "https://h/api/v4/lamps?per_page=5"\n```\n')
    assert [parameter.property.name for parameter in found.parameters] == ["page", "per_page"]
