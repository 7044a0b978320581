"""The vendor's own pages, where they are at hand."""

import pytest

from scraper.dialects.github import DIALECT
from scraper.page import read_page
from scraper.pipeline import scrape
from scraper.readers.formats import read_blocks
from spec.emit import emit_openapi
from spec.validate import validate_document, validate_examples
from tests.scraper.grading import SHARED, inventory_of, score

PAGES = sorted((SHARED / "pages" / "github-2020").glob("*.html"))

pytestmark = pytest.mark.skipif(
    not (PAGES and inventory_of("github-2020").exists()), reason="the sample pages are not here"
)


@pytest.fixture(scope="module")
def result():
    return scrape(PAGES, "github")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_line_of_a_sample_is_unread(path):
    page = read_page(path)
    facts = DIALECT.parse(page, read_blocks(page, DIALECT)[0])
    assert facts.accounting.unread == ()
    assert facts.api.operations


def test_the_document_of_the_samples_is_valid(result):
    document = emit_openapi(result.api).document
    assert [problem for problem in validate_document(document) if problem.kind != "broken"] == []
    assert list(validate_examples(document)) == []


def test_findings_are_few_and_of_known_kinds(result):
    assert {d.code for d in result.diagnostics} <= {
        "placeholder-mismatch",
        "missing-output-table",
        "missing-response-table",
        "example-echo-mismatch",
        "example-undocumented-field",
        "dangling-reference",
    }


def test_the_samples_are_read_as_well_as_the_inventory_asks(result, tmp_path):
    marks = score(emit_openapi(result.api).document, "github-2020", tmp_path)
    assert marks["operations"]["f1"] >= 0.98
    assert marks["params"]["f1"] >= 0.97
    assert marks["required_accuracy"]["rate"] >= 0.98
    assert marks["type_accuracy"]["rate"] >= 0.97
    assert marks["location_accuracy"]["rate"] >= 0.97
    assert marks["examples"]["response_rate"] >= 0.97
    assert marks["examples"]["request_body_rate"] >= 0.97
