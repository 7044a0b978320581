"""One path that several pages document for different bodies."""

from __future__ import annotations

from scraper.dialects.huawei import DIALECT
from scraper.pipeline import scrape_pages
from spec.emit import emit_openapi
from tests.scraper.huawei.reading import page

PAGE = """# {title}

## URI

POST /v1/shelves/{{id}}/action

## Request

**Table 1** Request parameters

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
{rows}

## Example Request

```
{example}
```
"""


def _page(title: str, rows: str, example: str) -> str:
    return PAGE.format(title=title, rows=rows, example=example)


def _schemas(*pages: str) -> tuple[dict[str, object], list[str]]:
    scrape = scrape_pages([page(text, f"{index}.md") for index, text in enumerate(pages)], DIALECT)
    document = emit_openapi(scrape.api).document
    media = document["paths"]["/v1/shelves/{id}/action"]["post"]["requestBody"]["content"]["application/json"]
    codes = sorted({one.code for one in scrape.diagnostics} - {"missing-type", "placeholder-mismatch"})
    return {"schema": media["schema"], "examples": len(media["examples"]), **document["components"]["schemas"]}, codes


def test_bodies_that_demand_different_properties_are_alternatives() -> None:
    found, codes = _schemas(
        _page("Locking", "| lock | Yes | Object | Locks it. |", '{"lock": {}}'),
        _page("Moving", "| move | Yes | Object | Moves it. |", '{"move": {"to": "a"}}'),
        _page("Moving up", "| move | Yes | Object | Moves it. |\n| fast | No | Boolean | Speed. |", '{"move": {}}'),
    )
    assert found["schema"] == {
        "anyOf": [{"$ref": "#/components/schemas/LockRequest"}, {"$ref": "#/components/schemas/LockRequest2"}]
    }
    assert found["examples"] == 3
    assert [sorted(found[name]["properties"]) for name in ("LockRequest", "LockRequest2")] == [  # type: ignore[index]
        ["lock"],
        ["fast", "move"],
    ]
    assert codes == ["duplicate-operation", "example-undocumented-field"]


def test_both_calls_of_one_path_are_described() -> None:
    texts = [
        _page("Locking", "| lock | Yes | Object | Locks it. |", '{"lock": {}}'),
        _page("Moving", "| move | Yes | Object | Moves it. |", '{"move": {}}'),
    ]
    texts = [text.replace("## URI", f"## Function\n\nUse {index}.\n\n## URI") for index, text in enumerate(texts)]
    scrape = scrape_pages([page(text, f"{index}.md") for index, text in enumerate(texts)], DIALECT)
    (operation,) = scrape.api.operations
    assert operation.description == "Use 0.\n\n**Moving**\n\nUse 1."


def test_bodies_of_which_one_contains_the_other_are_one() -> None:
    found, codes = _schemas(
        _page("Tagging", "| action | Yes | String | What to do. |", '{"action": "a"}'),
        _page("Untagging", "| action | Yes | String | What. |\n| key | No | String | The key. |", '{"action": "b"}'),
    )
    assert found["schema"] == {"$ref": "#/components/schemas/TagRequest"}
    assert sorted(found["TagRequest"]["properties"]) == ["action", "key"]  # type: ignore[index]
    assert codes == ["duplicate-operation"]


TAGS = """| tags | No | Array of tag | Tags. |

**Table 2** Description of field **tag**

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
| key | Yes | String | The key. |
| value | {value} | String | The value. |"""


def test_a_structure_of_which_two_bodies_demand_different_rows_is_two() -> None:
    row = "| action | Yes | String | What. |\n"
    found, _ = _schemas(
        _page("Tagging", row + TAGS.format(value="Yes"), '{"action": "a", "tags": [{"key": "k", "value": "v"}]}'),
        _page("Untagging", row + TAGS.format(value="No"), '{"action": "b", "tags": [{"key": "k"}]}'),
    )
    assert len(found["schema"]["anyOf"]) == 2  # type: ignore[index]
    assert [found[name]["required"] for name in ("tag", "Untagtag")] == [["key", "value"], ["key"]]  # type: ignore[index]
    assert found["examples"] == 2


def test_what_one_of_two_printings_leaves_open_is_not_demanded() -> None:
    found, _ = _schemas(
        _page("Tagging", "| action | Yes | String | What. |\n| key | Yes | String | The key. |", '{"action": "a"}'),
        _page("Untagging", "| action | Yes | String | What. |\n| key | No | String | The key. |", '{"action": "b"}'),
    )
    assert found["TagRequest"]["required"] == ["action"]  # type: ignore[index]
