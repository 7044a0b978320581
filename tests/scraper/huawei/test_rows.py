"""Tables with other columns than usual, and sections that say that there is nothing."""

from __future__ import annotations

import pytest

from scraper.dialects.huawei import DIALECT
from scraper.pipeline import scrape_pages
from scraper.readers.formats import read_blocks
from spec.model import ArrayOf, Fact, ObjectOf, Operation, Reference, Scalar, Type, UnknownType
from tests.scraper.huawei.reading import body, only, page

PAGE = """# Adding a Shelf

## URI

POST /v1/shelves

## Request

{request}

## Response

{response}

## Status Codes

200
"""


def _read(request: str = "None", response: str = "None") -> Operation:
    given = page(PAGE.format(request=request, response=response), "shelf.md")
    return only(DIALECT.parse(given, read_blocks(given, DIALECT)[0]))


def _table(header: str, *rows: str) -> str:
    columns = header.count("|") + 1
    return "\n".join([f"| {header} |", "|" + "---|" * columns, *(f"| {row} |" for row in rows)])


def test_a_second_column_of_names_puts_rows_inside_of_others() -> None:
    rows = ("name|-|String|Its name.", "books|-|Array|Books.", "books|title|String|A title.", "wall|side|Int|Which.")
    table = _table("Parameter|Sub-Parameter|Type|Description", *rows)
    given = page(PAGE.format(request=table, response="None"), "shelf.md")
    facts = DIALECT.parse(given, read_blocks(given, DIALECT)[0])
    assert [(prop.name, prop.type) for prop in body(only(facts))] == [
        ("name", Scalar("string")),
        ("books", ArrayOf(Reference("books"))),
        ("wall", Reference("wall")),
    ]
    assert {one.name: [(prop.name, prop.type) for prop in one.properties] for one in facts.api.structures} == {
        "books": [("title", Scalar("string"))],
        "wall": [("side", Scalar("integer"))],
    }


@pytest.mark.parametrize(
    ("cell", "kind", "description"),
    [
        ("Its name.<br>Type: string", Scalar("string"), "Its name."),
        ("Type: string, which is short.<br>Its name.", Scalar("string"), "which is short.\nIts name."),
        ("Type: boolean Default value: true", Scalar("boolean"), ""),
        ("Type: container<br>All books.", ObjectOf(), "All books."),
        ("The type: see the label.", UnknownType(), "The type: see the label."),
    ],
)
def test_a_description_may_state_the_type_that_has_no_column(cell: str, kind: Type, description: str) -> None:
    html = (
        f"<table><tr><th>Parameter</th><th>Description</th></tr><tr><td>name</td><td>{_parts(cell)}</td></tr></table>"
    )
    (prop,) = body(_read(html))
    assert (prop.type, prop.description) == (kind, description)


def _parts(cell: str) -> str:
    return "".join(f"<p>{part}</p>" for part in cell.split("<br>"))


@pytest.mark.parametrize(
    ("header", "cell", "required"),
    [
        ("Remarks", "Mandatory", True),
        ("Remarks", "Optional", False),
        ("Remarks", "Conditional: mandatory for large shelves", False),
        ("Remarks", "Painted since 2020", None),
        ("Mandatory", "Conditionally required", False),
        ("Mandatory", "No. Needed where others are.", False),
    ],
)
def test_whether_a_row_is_needed(header: str, cell: str, required: bool | None) -> None:
    (prop,) = body(_read(_table(f"Parameter|Type|{header}|Description", f"name|String|{cell}|Its name.")))
    assert (prop.required.value if isinstance(prop.required, Fact) else None) == required


@pytest.mark.parametrize("words", ["None", "N/A", "No response parameters", "This response involves no elements."])
def test_a_response_without_a_body_is_no_gap_of_the_page(words: str) -> None:
    (response,) = _read(response=words).responses
    assert (response.status, response.is_empty, response.content) == ("200", True, ())
    given = page(PAGE.format(request="None", response=words), "shelf.md")
    assert "missing-response-table" not in [one.code for one in scrape_pages([given], DIALECT).diagnostics]


def test_a_response_of_which_nothing_is_said_is_a_gap() -> None:
    given = page(PAGE.format(request="None", response="An answer."), "shelf.md")
    assert "missing-response-table" in [one.code for one in scrape_pages([given], DIALECT).diagnostics]


def test_a_sentence_may_state_the_status_of_success() -> None:
    given = page(PAGE.format(request="None", response='If status code "204" is returned, it is done.')[:-12], "a.md")
    (response,) = only(DIALECT.parse(given, read_blocks(given, DIALECT)[0])).responses
    assert response.status == "204"


def test_a_list_may_be_printed_as_its_member_in_brackets() -> None:
    (prop,) = body(_read(_table("Parameter|Mandatory|Type|Description", "ids|Yes|[Long]|All.")))
    assert prop.type == ArrayOf(Scalar("integer", "int64"))


@pytest.mark.parametrize("line", ["POST/v1/shelves", "POST: /v1/shelves", "POST /v1/shelves", "POST/{api_version}"])
def test_a_path_may_stand_right_behind_its_method(line: str) -> None:
    given = page(PAGE.format(request="None", response="None").replace("POST /v1/shelves", line), "shelf.md")
    operation = only(DIALECT.parse(given, read_blocks(given, DIALECT)[0]))
    assert (operation.method, operation.path) == ("POST", line[4:].strip(": "))


@pytest.mark.parametrize(
    "words",
    [
        "Get/Set requests share one path.",
        "GET/v1 and later share one path.",
        "Get /all shelves.",
        "PUT/PATCH",
        "Get/Set",
    ],
)
def test_words_with_a_slash_are_no_request(words: str) -> None:
    given = page(PAGE.format(request="None", response="None").replace("POST /v1", f"{words}\n\nPOST /v1"), "shelf.md")
    facts = DIALECT.parse(given, read_blocks(given, DIALECT)[0])
    assert (only(facts).method, only(facts).path) == ("POST", "/v1/shelves")
    assert words in only(facts).description
    assert not facts.accounting.unread


@pytest.mark.parametrize("line", ["Post /v1/shelves", "post /v1/shelves HTTP/1.1", "POST /v1/shelves (of today)"])
def test_a_method_may_be_spelled_in_any_way_where_a_line_is_nothing_but_the_request(line: str) -> None:
    given = page(PAGE.format(request="None", response="None").replace("POST /v1/shelves", line), "shelf.md")
    operation = only(DIALECT.parse(given, read_blocks(given, DIALECT)[0]))
    assert (operation.method, operation.path) == ("POST", "/v1/shelves")


@pytest.mark.parametrize(
    "words",
    [
        "The request must not contain more than ten headers.",
        "This API has no limit on the number of parameters.",
        "The request does not contain the common headers.",
        "This request has no mandatory parameters.",
        "This request does not have 2 parameters.",
        "No headers but those of all requests.",
    ],
)
def test_a_sentence_that_says_more_than_that_there_is_nothing_is_kept(words: str) -> None:
    assert words in _read(request=words).description


@pytest.mark.parametrize(
    ("words", "is_empty"),
    [
        ("The response does not contain the common headers.", False),
        ("The response contains no headers.", False),
        ("This response has no header parameters.", False),
        ("This operation does not return the response body.", True),
        ("This response contains neither headers nor elements.", True),
        ("No response body is returned.", True),
        ("N/A.", True),
    ],
)
def test_a_response_is_empty_where_words_deny_its_body_and_not_its_headers(words: str, is_empty: bool) -> None:
    (response,) = _read(response=words).responses
    assert response.is_empty is is_empty


@pytest.mark.parametrize(
    ("cell", "statuses"),
    [
        ("500-599", ["5XX"]),
        ("400 to 599", ["4XX", "5XX"]),
        ("500–502", ["500", "501", "502"]),
        ("400, 404 and 5xx", ["400", "404", "5XX"]),
        ("4xx", ["4XX"]),
        ("404 Not Found", ["404"]),
        ("Code 404", ["404"]),
        ("500-560", []),
        ("300-200", []),
    ],
)
def test_statuses_of_a_cell_are_all_that_it_states_and_a_hundred_is_a_family(cell: str, statuses: list[str]) -> None:
    table = _table("Status Code|Description", f"{cell}|What came of it.")
    given = page(PAGE.format(request="None", response="None").replace("200\n", table), "shelf.md")
    facts = DIALECT.parse(given, read_blocks(given, DIALECT)[0])
    found = [(one.status, one.description) for one in only(facts).responses if one.description]
    assert found == [(status, "What came of it.") for status in statuses]
    assert bool(facts.accounting.unread) is not bool(statuses)


def test_a_line_may_state_a_family_of_statuses() -> None:
    text = PAGE.format(request="None", response="None").replace("200\n", "400-499 Refused\n")
    text += '\n## Example Response\n\nStatus code: 500-599\n\n```\n{"cause": 1}\n```\n'
    given = page(text, "shelf.md")
    responses = only(DIALECT.parse(given, read_blocks(given, DIALECT)[0])).responses
    assert [(one.status, one.description, len(one.content)) for one in responses if one.status[0] != "2"] == [
        ("4XX", "Refused", 0),
        ("5XX", "", 1),
    ]
