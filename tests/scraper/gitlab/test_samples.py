"""The vendor's own pages, where they are at hand."""

from itertools import pairwise

import pytest

from scraper.dialects.gitlab import DIALECT
from scraper.page import read_page
from scraper.pipeline import scrape
from scraper.readers.formats import read_blocks
from spec.emit import emit_openapi
from spec.model import Location, Scalar, Union
from spec.validate import validate_document, validate_examples
from tests.scraper.grading import SHARED, inventory_of, score

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


SAMPLES = sorted((PAGES / "gitlab-2016").glob("*.md"))
with_inventory = pytest.mark.skipif(
    not (SAMPLES and inventory_of("gitlab-2016").exists()), reason="the sample pages are not here"
)


@with_inventory
def test_the_samples_are_read_as_well_as_the_inventory_asks(tmp_path):
    document = emit_openapi(scrape(SAMPLES, "gitlab").api).document
    assert [problem for problem in validate_document(document) if problem.kind != "broken"] == []
    assert list(validate_examples(document)) == []
    marks = score(document, "gitlab-2016", tmp_path)
    assert marks["operations"]["f1"] == 1.0
    assert marks["params_incl_uncertain"]["f1"] >= 0.98
    assert marks["required_accuracy"]["rate"] >= 0.99
    assert marks["type_accuracy"]["rate"] >= 0.97
    assert marks["location_accuracy"]["rate"] >= 0.97
    assert marks["examples"]["response_rate"] >= 0.97


HISTORY = sorted((PAGES / "gitlab-history").glob("[a-z]*.md"))


@pytest.mark.skipif(len(HISTORY) < 2, reason="the sample pages are not here")
def test_operations_and_schemas_keep_their_names_from_version_to_version():
    documents = [emit_openapi(scrape([path], "gitlab").api).document for path in HISTORY]
    for old, new in pairwise(documents):
        assert operation_ids(old) <= operation_ids(new)
        assert set(old["components"]["schemas"]) <= set(new["components"]["schemas"])


def operation_ids(document):
    return {operation["operationId"] for item in document["paths"].values() for operation in item.values()}
