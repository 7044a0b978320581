"""Objects whose members another page lists."""

from __future__ import annotations

import pytest

from scraper.dialects.huawei import DIALECT
from scraper.pipeline import Scrape, join_readings, scrape_pages
from scraper.reading import judge_facts, parse_page_facts
from spec.emit import emit_openapi
from tests.scraper.huawei.reading import page

MAKING = """# Making a Shelf

## URI

POST /v1/shelves

## Request

**Table 1** Request body parameters

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
| wall | Yes | Object | A wall. %s |

## Response

None
"""
STRUCTURES = """# Structures<a name="all"></a>

## wall Field Description<a name="wall"></a>

**Table 1** wall field description

<a name="t1"></a>

| Parameter | Type | Description |
|---|---|---|
| side | String | Which. |
| paint | Object | Colour. See [Table 2](#t2). |

## Colours<a name="colours"></a>

**Table 2** paint field description

<a name="t2"></a>

| Parameter | Type | Description |
|---|---|---|
| hue | Integer | Hue. |
"""
OTHER = """# Painting a Wall

## URI

PUT /v1/walls

## Request

**Table 1** Request body parameters

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
| new | Yes | wall object | The wall. |

**Table 2** wall

<a name="w"></a>

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
| tint | Yes | String | Tint. |

## Response

None
"""


def _scrape(words: str, **others: str) -> Scrape:
    given = [page(MAKING % words, "lib__making.md"), *(page(text, f"lib__{name}.md") for name, text in others.items())]
    return scrape_pages(given, DIALECT)


def _members(scrape: Scrape, name: str = "MakeShelfRequest") -> object:
    document = emit_openapi(scrape.api).document
    assert isinstance(document["components"], dict)
    schemas = document["components"]["schemas"]

    def members(node: dict[str, object]) -> object:
        if "$ref" in node:
            return members(schemas[str(node["$ref"]).rpartition("/")[2]])
        properties = node.get("properties")
        return (
            {key: members(value) for key, value in properties.items()} if isinstance(properties, dict) else node["type"]
        )

    return members(schemas[name])


def _dangling(scrape: Scrape) -> list[tuple[str, str]]:
    return [(one.operation, one.pointer) for one in scrape.diagnostics if one.code == "dangling-reference"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("For details, see [wall](structures.md#wall).", {"side": "string", "paint": {"hue": "integer"}}),
        ("For details, see [Table 1](structures.md#t1).", {"side": "string", "paint": {"hue": "integer"}}),
        ("For details, see [Colours](structures.md#colours).", {"hue": "integer"}),
        ("For details, see Table 2 in [wall](structures.md#all).", {"hue": "integer"}),
    ],
)
def test_members_are_those_of_the_table_that_the_description_leads_to(words: str, expected: object) -> None:
    found = _scrape(words, structures=STRUCTURES)
    assert _members(found) == {"wall": expected}
    assert _dangling(found) == []


def test_members_may_be_those_of_a_structure_of_another_operation() -> None:
    found = _scrape("See [Table 2](painting.md#w).", painting=OTHER)
    assert _members(found) == {"wall": {"tint": "string"}}


def test_an_object_of_no_page_that_is_given_stays_open_and_dangles() -> None:
    found = _scrape("For details, see [wall](structures.md#wall).")
    assert _members(found) == {"wall": "object"}
    assert _dangling(found) == [("makeShelf", "wall")]


ONE_PLACE = STRUCTURES.replace('## Colours<a name="colours"></a>\n\n', "")


def test_of_the_tables_of_one_place_the_one_that_holds_the_others_is_meant() -> None:
    found = _scrape("See [it](structures.md#wall).", structures=ONE_PLACE)
    assert _members(found) == {"wall": {"side": "string", "paint": {"hue": "integer"}}}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("See Table 2 in [it](structures.md).", {"hue": "integer"}),
        ("See Table 3 in [it](structures.md).", "object"),
        ("See Table 3 in [it](structures.md#wall).", "object"),
    ],
)
def test_a_table_of_a_number_that_is_not_there_is_no_other_one(words: str, expected: object) -> None:
    pages = [page(MAKING % words, "making.md"), page(STRUCTURES, "structures.md")]
    found = join_readings([judge_facts(parse_page_facts(one, DIALECT), one.name, DIALECT) for one in pages])
    assert _members(found) == {"wall": expected}
    assert _dangling(found) == ([("makeShelf", "wall")] if expected == "object" else [])


def test_of_tables_that_do_not_belong_together_none_is_meant() -> None:
    apart = ONE_PLACE.replace("| paint | Object | Colour. See [Table 2](#t2). |\n", "")
    words = "See [it](structures.md#wall). |\n| roof | No | Object | A roof. See [Table 2](structures.md#t2)."
    found = _scrape(words, structures=apart)
    assert _members(found) == {"wall": "object", "roof": {"hue": "integer"}}
    assert _dangling(found) == [("makeShelf", "wall")]


@pytest.mark.parametrize(
    "words", ["For details about how to get it, see [a](b.md#c).", "See [a](https://example.com/a#b).", "A wall."]
)
def test_what_leads_to_more_to_read_is_no_reference(words: str) -> None:
    assert _dangling(_scrape(words)) == []


def test_all_operations_share_the_schema_of_one_structure() -> None:
    words = "For details, see [wall](structures.md#wall)."
    second = (MAKING % words).replace("Making a Shelf", "Moving a Shelf").replace("/v1/shelves", "/v1/moves")
    found = _scrape(words, moving=second, structures=STRUCTURES)
    assert [one.name for one in found.api.structures].count("wall") == 1
    assert _members(found) == _members(found, "MoveShelfRequest")


ONE_LINE = """<html><body><h1>Making a Shelf</h1><h2>URI</h2><p>POST /v1/shelves</p><h2>Request</h2><table>\
<caption>Table 1 Request body parameters</caption>\
<tr><th>Parameter</th><th>Mandatory</th><th>Type</th><th>Description</th></tr>\
<tr><td>wall</td><td>Yes</td><td>Object</td><td>See the parameters <a href="structures.html#wall">Wall</a>.</td></tr>\
<tr><td>roof</td><td>Yes</td><td>Object</td><td>A roof.</td></tr>\
<tr><td>doors</td><td>Yes</td><td>Array of objects</td><td>The doors.</td></tr></table>%s</body></html>"""
WALL = """<html><body><h1>Structures</h1><h2 id="wall">Wall</h2><table><caption>Table 1 Wall</caption>\
<tr><th>Parameter</th><th>Type</th><th>Description</th></tr>\
<tr><td>side</td><td>String</td><td>Which.</td></tr></table></body></html>"""
ANSWER = """<h2>Response</h2><table><caption>Table 2 Response body parameters</caption>\
<tr><th>Parameter</th><th>Type</th><th>Description</th></tr>\
<tr><td>wall</td><td>Object</td><td>%s</td></tr></table>"""


def _read_line(answer: str = "") -> Scrape:
    pages = [page(ONE_LINE % answer, "making.html"), page(WALL, "structures.html")]
    return join_readings([judge_facts(parse_page_facts(one, DIALECT), one.name, DIALECT) for one in pages])


def test_of_rows_on_one_line_only_the_one_with_the_link_has_the_members() -> None:
    found = _read_line()
    assert _members(found) == {"wall": {"side": "string"}, "roof": "object", "doors": "array"}
    assert _dangling(found) == []


def test_rows_of_one_name_on_one_line_stay_open_and_dangle() -> None:
    found = _read_line(ANSWER % "Another wall.")
    assert _members(found) == {"wall": "object", "roof": "object", "doors": "array"}
    assert _members(found, "MakeShelfResponse") == {"wall": "object"}
    assert _dangling(found) == [("makeShelf", "wall")]


def test_a_member_whose_structures_differ_is_left_open() -> None:
    painting = OTHER.replace("**Table 2** wall\n", '**Table 2** wall\n\n<a name="both"></a>\n')
    rows = "| Parameter | Mandatory | Type | Description |\n|---|---|---|---|\n| dots | Yes | Integer | Dots. |\n\n"
    painting = painting.replace("| new |", "| old | No | spot object | A spot. |\n| new |")
    painting = painting.replace("## Response", f'**Table 3** spot\n\n<a name="both"></a>\n\n{rows}## Response')
    found = _scrape("See [it](painting.md#both).", painting=painting)
    assert _members(found) == {"wall": "object"}
    assert _dangling(found) == [("makeShelf", "wall")]
