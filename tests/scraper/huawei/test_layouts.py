"""Layouts of the reference that a text dump does not show: HTML on one line, Markdown, broken rows."""

from __future__ import annotations

import time

import pytest

from scraper.dialects.huawei import DIALECT
from scraper.facts import PageFacts
from scraper.readers.formats import read_blocks
from spec.model import ArrayOf, Location, ObjectOf, Reference, Scalar
from tests.scraper.huawei.reading import body, codes, only, page
from tests.scraper.huawei.reading import read as read_dump


def read(text: str, name: str) -> PageFacts:
    given = page(text, name)
    blocks, _ = read_blocks(given, DIALECT)
    return DIALECT.parse(given, blocks)


def _bounds(facts: PageFacts) -> list[tuple[str, dict[str, object]]]:
    return [(p.name, {c.keyword: c.value for c in p.constraints}) for p in body(only(facts))]


HTML = """<html><body><h1>Adding a Shelf</h1><h4>Function</h4><p>Adds a shelf.</p>
<h4>Constraints</h4><p>At most ten.</p><h4>URI</h4><p>POST /v1/shelves</p><h4>Request Parameters</h4>
<table><caption>Table 1 Request body parameters</caption><tr><th>Parameter</th><th>Mandatory</th><th>Type</th>
<th>Description</th></tr><tr><td>name</td><td>Yes</td><td>String</td><td>Name.</td></tr></table></body></html>"""


@pytest.mark.parametrize("text", [HTML, HTML.replace("\n", ""), HTML.replace("><", ">\n<")])
def test_line_breaks_in_html_change_nothing(text: str) -> None:
    operation = only(read(text, "a.html"))
    assert operation.description == "Adds a shelf.\n\nAt most ten."
    assert [prop.description for prop in body(operation)] == ["Name."]


BROKEN = """Adding a Shelf

URI

POST /v1/shelves

Request Parameters

Table 1 Request body parameters

| Parameter | Mandatory | Type | Description |
| --- | --- | --- | --- |
| rows | Yes | Integer | Definition
Rows a|b
Constraints
N/A
Range
1~9 |
| name | No | String | left|right
Range
1-64 characters |
"""


def test_rows_broken_below_a_separator_on_one_line_are_whole() -> None:
    facts = read(BROKEN, "page.txt")
    assert _bounds(facts) == [("rows", {"minimum": 1, "maximum": 9}), ("name", {"minLength": 1, "maxLength": 64})]
    assert [prop.description for prop in body(only(facts))] == ["Rows a|b", "left|right"]


def test_what_is_left_of_a_broken_row_is_no_parameter() -> None:
    text = "# T\n" + BROKEN.replace("URI\n", "## URI\n").replace("Request Parameters\n", "## Request Parameters\n")
    facts = read(text.replace("Table 1 Request body parameters\n", "").replace("|right", ""), "page.md")
    names = [prop.name for prop in body(only(facts))]
    assert names[0] == "rows"
    assert not {"Constraints", "N/A", "Range", "1~9"} & set(names)
    assert facts.accounting.unread


MARKDOWN = """# Listing Shelves

## URI

`GET /v1/shelves`

## Response Parameters

**Status code: 200**

| Parameter | Type | Description |
|---|---|---|
| shelves | Array of [Shelf](#shelf) objects | Shelves |
| next | Cursor object | Where to go on |

### Cursor

| Parameter | Type | Description |
|---|---|---|
| mark | String | Mark |

### Shelf

| Parameter | Type | Description |
|---|---|---|
| id | Integer | Number |
"""


def test_a_heading_right_above_a_table_is_its_caption() -> None:
    facts = read(MARKDOWN, "page.md")
    (response,) = only(facts).responses
    found = {s.name: [p.name for p in s.properties] for s in facts.api.structures}
    assert found == {"Cursor": ["mark"], "Shelf": ["id"]}
    schema = response.content[0].schema
    assert schema is not None
    assert [p.type for p in schema.properties] == [ArrayOf(Reference("Shelf")), Reference("Cursor")]  # type: ignore[union-attr]


def test_a_request_line_in_backticks_is_one() -> None:
    operation = only(read(MARKDOWN, "page.md"))
    assert (operation.method, operation.path) == ("GET", "/v1/shelves")


EXAMPLE = "# T\n\n## URI\n\nPOST /v1/a\n\n## Example Requests\n\nPOST https://h/v1/a\n\n{}\n"


def test_json_that_is_printed_as_running_text_is_an_example() -> None:
    facts = read(EXAMPLE.replace("{}", '{ "a": 1 }'), "page.md")
    request = only(facts).request_body
    assert request is not None
    assert [example.value for example in request.content[0].examples] == [{"a": 1}]
    assert facts.accounting.unread == ()


def test_running_text_that_begins_like_json_and_is_none_is_unread() -> None:
    facts = read(EXAMPLE.replace("{}", "{ the body goes here"), "page.md")
    assert facts.accounting.unread == ((11, 11),)


def test_a_row_that_lost_its_answer_is_a_row_and_reported() -> None:
    lines = "Adding / URI / POST /v1/a / Request Parameters / Table 1 Request body parameters / Parameter / Mandatory"
    rows = (
        "Type / Description / name / No / String / Its name / state / Integer / 0: idle; 1: busy / last / Yes / String"
    )
    given = page("\n\n".join(f"{lines} / {rows} / End".split(" / ")))
    blocks, findings = DIALECT.read_dump(given)
    assert [(one.code, given.lines[one.line - 1]) for one in findings] == [("ambiguous-split", "state")]
    facts = DIALECT.parse(given, blocks)
    found = [(p.name, p.type, p.required and p.required.value, len(p.enum)) for p in body(only(facts))]
    assert found == [
        ("name", Scalar("string"), False, 0),
        ("state", Scalar("integer"), None, 2),
        ("last", Scalar("string"), True, 0),
    ]


def test_values_below_a_description_are_no_row() -> None:
    lines = "Adding / URI / POST /v1/a / Request Parameters / Table 1 Request body parameters / Parameter / Mandatory"
    rows = (
        "Type / Description / is_lit / No / Boolean / Whether it is lit / true / false / last / Yes / String / Its end"
    )
    facts = read_dump(page("\n\n".join(f"{lines} / {rows} / End".split(" / "))))
    found = [(p.name, p.type, p.required and p.required.value) for p in body(only(facts))]
    assert found == [("is_lit", Scalar("boolean"), False), ("last", Scalar("string"), True)]


def test_a_row_is_known_by_a_type_that_only_this_layout_prints() -> None:
    lines = "Adding / URI / POST /v1/a / Request Parameters / Table 1 Request body parameters / Parameter / Type"
    rows = "Description / links / Object / Where to / There is more / kind / enum / Which / rooms / List<room> / All"
    facts = read_dump(page("\n\n".join(f"{lines} / {rows} / End".split(" / "))))
    found = [(p.name, p.type) for p in body(only(facts))]
    assert found == [("links", ObjectOf()), ("kind", Scalar("string")), ("rooms", ArrayOf(Reference("room")))]


def test_several_request_lines_share_tables_and_findings() -> None:
    table = "| Parameter | Mandatory | Type | Description |\n|---|---|---|---|\n"
    text = (
        "# T\n\n## URI\n\nGET /v1/a/{x}\n\nGET /v2/a/{x}\n\n"
        f"{table}| x | Yes | Integer | Kind. Value range: |\n\n## Function\n\nLists.\n"
    )
    facts = read(text, "page.md")
    first, second = facts.api.operations
    assert [(p.location, p.property.name) for p in first.parameters] == [(Location.PATH, "x")]
    assert first.parameters == second.parameters
    assert codes(facts).count("missing-enum-values") == 1


def test_many_structures_cost_what_their_number_costs() -> None:
    def seconds(number: int) -> float:
        header = "| Parameter | Type | Description |\n|---|---|---|\n"
        rows = "".join(f"| p{i} | Array of S{i} objects | P |\n" for i in range(number))
        tables = "".join(f"\nTable {i + 2} S{i}\n\n{header}| id | Integer | N |\n" for i in range(number))
        given = page(f"# T\n\n## URI\n\nGET /v1/a\n\n## Response Parameters\n\n{header}{rows}{tables}", "page.md")
        blocks, _ = read_blocks(given, DIALECT)
        start = time.process_time()
        assert len(DIALECT.parse(given, blocks).api.structures) == number
        return time.process_time() - start

    seconds(20)
    assert seconds(1200) < 12 * seconds(300)


SHELVES = """# Shelves

## Adding One

### URI

POST /v1/shelves

### Response

None

## Reading All

Reads them.

### Function

In any order.

### URI

GET /v1/shelves

### Response

None
"""


def _titles(text: str) -> list[tuple[str, str, str]]:
    found = read(text, "a.md").api.operations
    return [(operation.id, operation.title, operation.description) for operation in found]


def test_several_methods_of_a_page_each_have_the_title_and_the_text_below_their_own_heading() -> None:
    first, second = ("addOne", "Adding One", ""), ("readAll", "Reading All", "Reads them.\n\nIn any order.")
    assert _titles(SHELVES) == [first, second]
    assert _titles(SHELVES.replace("### ", "## ").replace("Reads them.\n\n", "")) == [
        first,
        ("readAll", "Reading All", "In any order."),
    ]
    assert _titles(SHELVES[SHELVES.index("## Adding") :].replace("## Adding", "# Adding")) == [first, second]


def test_methods_without_headings_of_their_own_share_the_title_of_the_page_but_no_id() -> None:
    bare = "".join(line for line in SHELVES.splitlines(keepends=True) if not line.startswith("## "))
    assert [found[:2] for found in _titles(bare)] == [("shelves", "Shelves"), ("shelves2", "Shelves")]
    twice = _titles(SHELVES.replace("Reading All", "Adding One"))
    assert [found[:2] for found in twice] == [("addOne", "Adding One"), ("addOne2", "Adding One")]


def test_one_method_has_the_title_of_its_page() -> None:
    text = SHELVES[: SHELVES.index("## Reading")]
    assert [title for _, title, _ in _titles(text)] == ["Shelves"]
