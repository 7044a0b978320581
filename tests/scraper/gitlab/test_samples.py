"""The vendor's own pages, where they are at hand."""

import json
from pathlib import Path

import pytest

from scraper.dialects.gitlab import DIALECT
from scraper.page import read_page
from scraper.pipeline import scrape
from scraper.readers.formats import read_blocks
from spec.model import Location, Scalar, Union

SHARED = Path(__file__).parents[4] / "shared"
PAGES = SHARED / "pages"
LINKS = PAGES / "originals" / "003_c29c751f1d15a73b.txt"
FAMILY = sorted(path for folder in ("gitlab-2016", "gitlab-history") for path in (PAGES / folder).glob("[a-z]*.md"))


@pytest.mark.skipif(not LINKS.exists(), reason="the original pages are not here")
def test_the_original_page_is_read_in_full():
    result = scrape([LINKS], "gitlab", names={LINKS: "links.txt"})
    api = result.api
    assert result.accounting["links.txt"].unread == ()
    assert [(o.method, len(o.parameters), o.request_body) for o in api.operations] == [
        ("GET", 2, None),
        ("POST", 5, None),
        ("DELETE", 4, None),
    ]
    examples = [e for o in api.operations for r in o.responses for m in r.content for e in m.examples]
    assert [example.repaired for example in examples] == [True] * 3
    assert {d.line for d in result.diagnostics if d.code == "invalid-json"} == {26, 103, 133, 179, 209}
    assert [tag.name for tag in api.tags] == ["Issue links"]
    deleted = {p.property.name: p for p in api.operations[2].parameters}
    link = deleted["link_type"]
    assert link.location is Location.QUERY
    assert [value.value for value in link.property.enum] == ["relates_to", "blocks", "is_blocked_by"]
    assert link.property.default is not None
    assert link.property.default.value == "relates_to"
    assert deleted["id"].property.type == Union((Scalar("integer"), Scalar("string")))
    created = {p.property.name: [e.value for e in p.examples] for p in api.operations[1].parameters}
    assert created == {
        "id": [4],
        "issue_iid": [1],
        "target_project_id": [5],
        "target_issue_iid": [1],
        "link_type": [],
    }


@pytest.mark.skipif(not FAMILY, reason="the sample pages are not here")
@pytest.mark.parametrize("path", FAMILY, ids=lambda path: path.name)
def test_no_line_of_a_sample_is_unread(path):
    page = read_page(path)
    blocks, _ = read_blocks(page, DIALECT)
    facts = DIALECT.parse(page, blocks)
    assert facts.accounting.unread == ()
    assert facts.api.operations


INVENTORY = SHARED / "grade" / "gitlab-2016.json"


@pytest.mark.skipif(not INVENTORY.exists(), reason="the inventory is not here")
def test_the_sample_of_2016_has_all_operations_and_names():
    expected = {
        (entry["method"], entry["path"]): {parameter["name"] for parameter in entry["params"]}
        for entry in json.loads(INVENTORY.read_text("utf-8"))["operations"]
    }
    found: dict[tuple[str, str], set[str]] = {}
    for path in (PAGES / "gitlab-2016").glob("*.md"):
        page = read_page(path)
        for operation in DIALECT.parse(page, read_blocks(page, DIALECT)[0]).api.operations:
            names = {parameter.property.name for parameter in operation.parameters}
            for media in operation.request_body.content if operation.request_body else ():
                names |= {prop.name for prop in getattr(media.schema, "properties", ())}
            found[operation.method, operation.path] = names
    assert found == expected
