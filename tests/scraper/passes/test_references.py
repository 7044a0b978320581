"""Bodies that are described in another place: a table of the same page, or of another one."""

from __future__ import annotations

import pytest

from scraper.dialects.huawei import DIALECT
from scraper.pipeline import Scrape, scrape_pages
from spec.emit import emit_openapi
from spec.model import Reference
from tests.scraper.huawei.reading import page

CREATING = """# Making a Shelf

## URI

POST /v1/shelves

## Request

**Table 2** Request parameters

<a name="d0e1"></a>

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
| name | Yes | String | Its name. |
| room | No | Room object | Where. |

**Table 3** Room

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
| door | Yes | String | Which. |

## Response

For the parameters of the response, see [Table 2](#d0e1).
"""
READING = """# Reading a Shelf

## URI

GET /v1/shelves/{id}

## Request

None

## Response

Response parameters:

For details, see [Table 2](making-a-shelf.md#d0e1).

## Example Response

```
{"name": "a", "room": {"door": "b"}}
```
"""
UPDATING = """# Updating a Shelf

## URI

PUT /v1/shelves/{id}

## Request

See [Table 2](making-a-shelf.md#d0e1).

## Example Request

```
{"name": "b"}
```
"""


def _read(**pages: str) -> tuple[Scrape, dict[str, object]]:
    given = [page(text, f"lib__{name.replace('_', '-')}.md") for name, text in pages.items()]
    scrape = scrape_pages(given, DIALECT)
    return scrape, emit_openapi(scrape.api).document


def _properties(document: dict[str, object], *path: str) -> dict[str, object]:
    node: object = document["paths"]
    for part in (*path, "content", "application/json", "schema"):
        assert isinstance(node, dict), path
        node = node[part]
    return _resolve(document, node)


def _resolve(document: dict[str, object], schema: object) -> dict[str, object]:
    assert isinstance(schema, dict)
    if "$ref" in schema:
        components = document["components"]
        assert isinstance(components, dict)
        return _resolve(document, components["schemas"][schema["$ref"].rpartition("/")[2]])
    if "properties" not in schema:
        return {"type": schema.get("type")}
    return {name: _resolve(document, inner) for name, inner in schema["properties"].items()}


SHELF = {"name": {"type": "string"}, "room": {"door": {"type": "string"}}}


def _codes(scrape: Scrape) -> list[str]:
    return [one.code for one in scrape.diagnostics if one.code == "dangling-reference"]


def test_a_body_is_that_of_the_table_that_its_line_links_to_on_the_same_page() -> None:
    scrape, document = _read(making_a_shelf=CREATING)
    assert _properties(document, "/v1/shelves", "post", "responses", "2XX") == SHELF
    assert _codes(scrape) == []


def test_bodies_are_those_of_tables_of_other_pages_that_are_given_together() -> None:
    scrape, document = _read(making_a_shelf=CREATING, reading_a_shelf=READING, updating_a_shelf=UPDATING)
    assert _properties(document, "/v1/shelves/{id}", "get", "responses", "2XX") == SHELF
    assert _properties(document, "/v1/shelves/{id}", "put", "requestBody") == SHELF
    assert _codes(scrape) == []
    assert all(not reading.unread for reading in scrape.accounting.values())


def test_a_page_that_is_not_given_is_a_dangling_reference() -> None:
    scrape, document = _read(updating_a_shelf=UPDATING)
    assert _properties(document, "/v1/shelves/{id}", "put", "requestBody") == {"name": {"type": "string"}}
    assert _codes(scrape) == ["dangling-reference"]


def test_an_example_without_what_the_table_requires_shows_another_body() -> None:
    other = UPDATING.replace('{"name": "b"}', '{"title": "b"}')
    scrape, document = _read(making_a_shelf=CREATING, updating_a_shelf=other)
    assert _properties(document, "/v1/shelves/{id}", "put", "requestBody") == {"title": {"type": "string"}}
    assert _codes(scrape) == ["dangling-reference"]


@pytest.mark.parametrize("ending", ["rst", "txt"])
def test_labels_lead_from_page_to_page(ending: str) -> None:
    making = "A\n=\n\nURI\n---\n\nPOST /v1/a\n\nRequest\n-------\n\n.. _Shared_Table:\n\n"
    rule = "   ==== ========= ====== ===========\n"
    rows = f"{rule}   Name Mandatory Type   Description\n{rule}   id   Yes       String Its id.\n{rule}"
    making += f".. table:: Request body parameters\n\n{rows}"
    reading = ".. _Reading:\n\nB\n=\n\nURI\n---\n\nGET /v1/b\n\nResponse\n--------\n\n"
    reading += "For details, see :ref:`Table 1 <Shared_Table>`.\n"
    scrape = scrape_pages([page(making, f"a.{ending}"), page(reading, f"b.{ending}")], DIALECT)
    document = emit_openapi(scrape.api).document
    assert _properties(document, "/v1/b", "get", "responses", "2XX") == {"id": {"type": "string"}}
    assert _codes(scrape) == []


@pytest.mark.parametrize(
    ("reading", "found"),
    [("b/reading.md", ["two"]), ("a__reading.md", ["three"]), ("reading.md", []), ("c/reading.md", [])],
)
def test_of_pages_with_one_name_the_one_beside_the_link_is_meant(reading: str, found: list[str]) -> None:
    """Where none is beside it, the link may mean any of them."""
    given = [
        page(CREATING.replace("| name |", f"| {name} |").replace("/shelves", f"/{name}"), path)
        for name, path in {"one": "a/make.md", "two": "b/make.md", "three": "a__make.md"}.items()
    ]
    linking = page(UPDATING.replace("making-a-shelf", "make").partition("## Example")[0], reading)
    scrape = scrape_pages([*given, linking], DIALECT)
    body = scrape.api.operations[-1].request_body
    schema = body.content[0].schema if body else None
    structures = {structure.name: structure.properties for structure in scrape.api.structures}
    properties = structures[schema.name] if isinstance(schema, Reference) else ()
    assert [each.name for each in properties if each.name != "room"] == found
    assert _codes(scrape) == ([] if found else ["dangling-reference"])


TWO_METHODS = """# Shelves

### URI

POST /v1/shelves

### Response Parameters

**Table 1** Response body parameters

| Parameter | Type | Description |
|---|---|---|
| made | Boolean | Whether. |

### URI

GET /v1/shelves

### Response Parameters

**Table 2** Response body parameters

| Parameter | Type | Description |
|---|---|---|
| wide | Integer | How wide. |

### Status Codes

%s
"""


@pytest.mark.parametrize("words", ["None", "See [Status Codes](status.md)."])
def test_methods_under_one_title_are_all_kept_whether_their_page_has_links_or_none(words: str) -> None:
    scrape, document = _read(shelves=TWO_METHODS % words)
    assert [(one.id, one.method) for one in scrape.api.operations] == [("shelves", "POST"), ("shelves2", "GET")]
    assert _properties(document, "/v1/shelves", "post", "responses", "2XX") == {"made": {"type": "boolean"}}
    assert _properties(document, "/v1/shelves", "get", "responses", "2XX") == {"wide": {"type": "integer"}}
    found = [one.operation for one in scrape.diagnostics if one.code == "dangling-reference"]
    assert found == ([] if words == "None" else ["shelves2"])
