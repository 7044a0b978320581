"""What small pages state: statuses, places, defaults, lists and tables of unusual forms, history, paths."""

import pytest

from scraper.dialects.gitlab import DIALECT
from scraper.layout.placement import GUESSED_BODY, GUESSED_QUERY
from scraper.page import Page
from scraper.pipeline import scrape_pages
from spec.model import JSON, ArrayOf, Location, ObjectOf, Operation, Scalar
from tests.scraper.gitlab.test_pages import codes, read, rows

HEAD = "# Lamps\n\n## Light\n\n```\nGET /lamps\n```\n\n"


def only(text: str) -> Operation:
    (operation,) = read(text).api.operations
    return operation


def shown(operation: Operation) -> dict[str, list[JSON]]:
    return {r.status: [e.value for m in r.content for e in m.examples] for r in operation.responses}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Returns status code `404` if there is no lamp.", {"200": [{"a": 1}], "404": []}),
        ("Answers `201`. Otherwise a `409` is returned.", {"201": [{"a": 1}], "409": []}),
        ("If there is no lamp, the answer is `404`, otherwise:", {"200": [{"a": 1}], "404": []}),
        ("When there is no lamp, `404` is returned:", {"200": [], "404": [{"a": 1}]}),
        ("Returns `404` in the dark. Returns `202` with:", {"202": [{"a": 1}], "404": []}),
        ("Response `403`", {"200": [], "403": [{"a": 1}]}),
        ("Returns `403`.", {"200": [{"a": 1}], "403": []}),
        ("Returns `403`.\n\n### Example", {"200": [{"a": 1}], "403": []}),
        ("Returns 204 and no content in the dark.", {"200": [{"a": 1}], "204": []}),
        ("In the dark, the status code is `401 - Unauthorized`.", {"200": [{"a": 1}], "401": []}),
        ("Returns 200 lamps at most.", {"200": [{"a": 1}]}),
        ("Returns 404 lamps at most.", {"200": [{"a": 1}]}),
        ("Returns `400` or `403`:", {"200": [{"a": 1}], "400": [], "403": []}),
    ],
)
def test_only_an_announced_status_takes_the_example_after_it(text, expected):
    assert shown(only(HEAD + text + '\n\n```json\n{"a": 1}\n```\n')) == expected


def placed(rows_: str, query: str) -> tuple[dict[str, str], list[str], str]:
    table = f"| Attribute | Type | Required |\n|---|---|---|\n{rows_}\n"
    curl = f'```\ncurl -X POST "https://h/api/v4/lamps{query}"\n```\n'
    found = only(f"# A\n\n## Hang\n\n```\nPOST /lamps\n```\n\n{table}\n{curl}")
    body = found.request_body
    schema = body.content[0].schema if body else None
    names = [prop.name for prop in schema.properties] if isinstance(schema, ObjectOf) else []
    query_rows = {name: row.description for name, row in rows(found, Location.QUERY).items()}
    return query_rows, names, body.description if body else ""


ROW_A, ROW_B, ROW_C = "| `a` | string | yes |", "| `b` | string | no |", "| `c` | string | no |"


@pytest.mark.parametrize(
    ("table", "query", "expected"),
    [
        ([ROW_A, ROW_B], "", ({}, ["a", "b"], "")),
        ([ROW_A, ROW_B], "?a=1&b=2", ({"a": "", "b": ""}, [], "")),
        ([ROW_A, ROW_B], "?a=1", ({"a": "", "b": GUESSED_QUERY}, [], "")),
        ([ROW_A, ROW_B], "?b=1", ({"b": ""}, ["a"], GUESSED_BODY)),
        ([ROW_A, ROW_B, ROW_C], "?a=1", ({"a": ""}, ["b", "c"], GUESSED_BODY)),
        ([ROW_A, "| `b` | array | no |"], "?a=1", ({"a": ""}, ["b"], GUESSED_BODY)),
        ([ROW_A, ROW_B], '?a=1" -d "b=2', ({"a": ""}, ["b"], "")),
    ],
)
def test_rows_travel_where_the_example_sends_them_and_guesses_say_so(table, query, expected):
    assert placed("\n".join(table), query) == expected


@pytest.mark.parametrize(
    ("item", "default", "description"),
    [
        ("`n` (optional, default 20) - How many", 20, "How many"),
        ("`n` (optional, default: `20`) - How many", 20, "How many"),
        ("`n` (optional, string, defaults to dim) - How bright", "dim", "How bright"),
        ("`n` (optional, boolean, default is false) - Lit", False, "Lit"),
        ("`n` (optional, default null) - Lit", None, "Lit"),
    ],
)
def test_defaults_beside_a_name_are_facts(item, default, description):
    (row,) = rows(only(f"{HEAD}- {item}\n"), Location.QUERY).values()
    assert row.default is not None
    assert (row.default.value, row.description) == (default, description)
    assert row.required is not None
    assert row.required.value is False


@pytest.mark.parametrize("mark", ["default branch of the lamp", "lit ones first"])
def test_what_stands_beside_a_name_and_is_no_fact_is_described(mark):
    (row,) = rows(only(f"{HEAD}- `n` (optional, {mark}) - The lamp\n"), Location.QUERY).values()
    assert row.default is None
    assert mark in row.description


def test_types_and_required_at_the_end_of_a_bullet_are_facts():
    found = rows(only(f"{HEAD}Parameters:\n\n- x: the lamp, integer, required\n- y: the room\n"), Location.QUERY)
    assert [(row.name, row.description) for row in found.values()] == [("x", "the lamp"), ("y", "the room")]
    assert found["x"].type == Scalar("integer")
    assert found["x"].required is not None
    assert found["x"].required.value is True
    assert found["y"].required is None


def test_an_announced_list_that_names_nothing_stays_unread():
    facts = read(f"{HEAD}Parameters:\n\n- Everything that shines\n- Note: lamps are hot\n")
    assert facts.accounting.unread == ((11, 12),)
    assert facts.api.operations[0].description == ""


def test_items_without_a_name_between_parameters_stay_unread():
    facts = read(f"{HEAD}Parameters:\n\n- `x` (required) - The lamp\n- everything that shines\n")
    assert list(rows(facts.api.operations[0], Location.QUERY)) == ["x"]
    assert facts.accounting.unread == ((12, 12),)


def test_an_announced_list_may_say_that_there_is_nothing():
    assert read(f"{HEAD}Parameters:\n\n- none\n").accounting.unread == ()


@pytest.mark.parametrize("delimiter", ["", "|---|---|\n"])
def test_a_table_without_its_delimiter_row_is_a_table(delimiter):
    facts = read(f"{HEAD}| Attribute | Type | Required |\n{delimiter}| `x` | integer | yes |\n")
    (row,) = rows(facts.api.operations[0], Location.QUERY).values()
    assert (row.name, row.type, row.source.first) == ("x", Scalar("integer"), 10 + bool(delimiter))
    assert facts.accounting.unread == ()


@pytest.mark.parametrize("place", [HEAD, "# Lamps\n\n", f"{HEAD}## Rooms\n\n"])
def test_text_that_was_a_table_stays_unread(place):
    text = f"{place}| Attribute | Type | Required |\n| `x` | integer |\n"
    facts = read(text + ("" if "GET" in place else f"\n{HEAD}"))
    first = place.count("\n") + 1
    assert facts.accounting.unread == ((first, first + 1),)


def test_columns_may_be_called_kind_and_what():
    facts = read(f"{HEAD}| Parameter name | Kind | What |\n|---|---|---|\n| `x` | integer | The lamp |\n")
    (row,) = rows(facts.api.operations[0], Location.QUERY).values()
    assert (row.name, row.type, row.description) == ("x", Scalar("integer"), "The lamp")


def test_a_table_of_names_under_unknown_columns_stays_unread():
    table = "| {} | Glow |\n|---|---|\n| `lamp` | soft |\n"
    assert read(HEAD + table.format("Thing")).accounting.unread == ((9, 11),)
    assert ("table-of-other-things", 3) in read(HEAD + table.format("Value")).accounting.ignored


@pytest.mark.parametrize(
    "block",
    [
        "| Attribute | Type | Description |\n|---|---|---|\n| `z` | string | For all lamps |\n",
        "- `z` (required) - For all lamps\n",
    ],
)
def test_parameters_of_no_operation_are_reported_and_counted(block):
    facts = read(f"{HEAD}## Common attributes\n\n{block}")
    assert codes(facts) == [("not-an-operation", 9, "")]
    assert "not-an-operation" in dict(facts.accounting.ignored)


def test_a_table_that_an_operation_refers_to_is_no_operation_of_its_own():
    facts = read(
        "# A\n\n## Set\n\nTakes the attributes listed in [all](#all).\n\n```\nPUT /a\n```\n\n"
        "## All\n\n| Attribute | Type |\n|---|---|\n| `a` | string |\n"
    )
    assert codes(facts) == []


@pytest.mark.parametrize(
    "history", ["- Added in Product 15.1.", "- [Moved](https://h/issues/1) to lamps.", "- Changed in GitLab 9"]
)
def test_history_is_ignored_under_its_name(history):
    facts = read(f"{HEAD}Lights.\n\n{history}\n\nIntroduced in Product 12.7.\n")
    assert dict(facts.accounting.ignored)["history"] == 2
    assert facts.api.operations[0].description == "Lights."


def test_an_item_about_change_without_a_release_is_described():
    facts = read(f"{HEAD}- Lamps can be added to rooms\n")
    assert facts.api.operations[0].description == "- Lamps can be added to rooms"


@pytest.mark.parametrize(
    ("printed", "path", "is_broken"),
    [
        ("/rooms/{id/lamps/:lamp_id/links", "/rooms/{id}/lamps/{lamp_id}/links", False),
        ("/rooms/id}/lamps", "/rooms/{id}/lamps", False),
        ("/rooms/{i-d/lamps", "/rooms/{i-d/lamps", True),
        ("/rooms/{{id}}/lamps", "/rooms/{{id}}/lamps", True),
        ("/rooms/{}", "/rooms/{}", True),
    ],
)
def test_a_damaged_path_is_mended_or_marked_and_reported_either_way(printed, path, is_broken):
    text = f"# A\n\n## Get\n\n```\nGET {printed}\n```\n"
    operation = only(text)
    assert (operation.path, operation.broken) == (path, is_broken)
    assert ("broken-path", 6, "get") in codes(read(text))
    assert scrape_pages([Page("a.md", tuple(text.split("\n")))], DIALECT).api.operations[0].broken is is_broken


@pytest.mark.parametrize("second", ["## Others\n\n```\nGET /lamps\n```", "```\nGET /lamps?lit=true\n```"])
def test_both_printings_of_an_endpoint_are_kept_under_one_id(second):
    facts = read(f"{HEAD}| Attribute | Type |\n|---|---|\n| `a` | string |\n\n{second}\n\n- `b` (required) - x\n")
    assert [(o.id, o.path) for o in facts.api.operations] == [("light", "/lamps")] * 2
    assert ["a" in rows(o, Location.QUERY) for o in facts.api.operations] == [True, False]
    assert "b" in rows(facts.api.operations[1], Location.QUERY)


def test_a_placeholder_is_missed_once_where_an_endpoint_is_printed_twice():
    facts = read("# A\n\n## Get\n\n```\nGET /a/:id\n```\n\n## Again\n\n```\nGET /a/:id\n```\n")
    assert [code for code, _, _ in codes(facts)] == ["placeholder-mismatch"]


def test_lists_in_the_query_keep_their_type_where_the_example_sends_them():
    found = only(
        "# A\n\n## Hang\n\n```\nPOST /a\n```\n\n| Attribute | Type |\n|---|---|\n| `ids` | integer array |\n\n"
        '```\ncurl -X POST "https://h/api/v4/a?ids=1"\n```\n'
    )
    assert rows(found, Location.QUERY)["ids"].type == ArrayOf(Scalar("integer"))
