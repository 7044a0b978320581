"""Tables that list several levels: the example shows which row stands inside of which."""

from __future__ import annotations

import json

from scraper.dialects.huawei import DIALECT
from scraper.facts import PageFacts
from scraper.readers.formats import read_blocks
from spec.model import ArrayOf, ObjectOf, Property, Scalar, Type
from tests.scraper.huawei.reading import body, codes, only, page

PAGE = """# Adding a Shelf

## URI

POST /v1/shelves

## Request

**Table 1** Request parameters

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
{rows}

Example request:

```
{example}
```
"""


def read(rows: str, example: object) -> PageFacts:
    lines = []
    for row in rows.split(", "):
        name, _, kind = row.partition(":")
        lines.append(f"| {name} | Yes | {kind or 'String'} | A {name}. |")
    given = page(PAGE.format(rows="\n".join(lines), example=json.dumps(example)), "a.md")
    return DIALECT.parse(given, read_blocks(given, DIALECT)[0])


def tree(kind: Type) -> object:
    match kind:
        case ObjectOf(properties):
            return names(properties)
        case ArrayOf(items):
            return [tree(items)]
        case Scalar(name):
            return name
    return kind


def names(properties: tuple[Property, ...]) -> dict[str, object]:
    return {prop.name: tree(prop.type) for prop in properties}


def test_rows_that_the_example_shows_inside_of_an_open_object_move_there() -> None:
    facts = read(
        "title, room:Object, door, light:Array, colour, size, wall",
        {"title": "a", "room": {"door": "b", "light": [{"size": "9"}]}, "wall": "c"},
    )
    assert names(body(only(facts))) == {
        "title": "string",
        "room": {"door": "string", "light": [{"colour": "string", "size": "string"}]},
        "wall": "string",
    }
    found = [(one.pointer, one.line, one.end_line) for one in facts.diagnostics if one.code == "flattened-structure"]
    assert found == [("request.room", 15, 18), ("request.light", 17, 18)]


def test_rows_of_which_nothing_is_shown_stay_beside_what_is_shown_beside() -> None:
    facts = read("room:Object, door, note, title", {"room": {"door": "b"}, "title": "t"})
    assert names(body(only(facts))) == {"room": {"door": "string"}, "note": "string", "title": "string"}
    facts = read("room:Object, door, note", {"room": {"door": "b"}})
    assert names(body(only(facts))) == {"room": {"door": "string", "note": "string"}}


def test_an_object_that_no_row_names_goes_around_all_rows() -> None:
    facts = read("title, colour", {"shelf": {"title": "a", "more": 1}})
    assert names(body(only(facts))) == {"shelf": {"title": "string", "colour": "string"}}
    assert "flattened-structure" in codes(facts)
    facts = read("title, colour", {"shelves": [{"title": "a"}]})
    assert names(body(only(facts))) == {"shelves": [{"title": "string", "colour": "string"}]}


def test_rows_stay_where_no_example_moves_them() -> None:
    for rows, example in (
        ("room:Object, door", {"room": {"door": "b"}, "door": "c"}),
        ("room:String, door", {"room": "a"}),
        ("room:Object, door", {"room": {"else": 1}}),
        ("room:Object, door", {}),
        ("title, colour", {"shelf": {"a": 1, "b": 2, "title": "c"}}),
        ("title, colour", {"shelf": {"title": "a"}, "other": {"colour": "b"}}),
        ("title, colour", {"shelf": "title"}),
    ):
        facts = read(rows, example)
        assert list(names(body(only(facts)))) == [row.partition(":")[0] for row in rows.split(", ")], example
        assert "flattened-structure" not in codes(facts)
