"""The five pages that the project started from, and the specimens that stand for them here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scraper.pipeline import Scrape
from spec.emit import emit_openapi
from spec.model import Evidence
from spec.validate import validate_document

from .conftest import APIS, scrape_originals, scrape_specimens
from .facts import differences, operations, read_facts

HERE = Path(__file__).parent
PROSE = {"description", "summary", "title", "x-enum-descriptions", "scopes"}


def document_of(scraped: Scrape) -> dict[str, Any]:
    return emit_openapi(scraped.api).document


@pytest.mark.parametrize("api", ["codearts_repo", "coding", "gitlab"])
def test_every_fact_read_by_eye_is_in_the_document(api: str, source: Any) -> None:
    document = document_of(source(api))
    wrong = {
        f"{fact.owner}.{fact.name}": faults
        for fact in read_facts(HERE / f"{api}.facts")
        if (faults := differences(document, fact))
    }
    assert wrong == {}


@pytest.mark.parametrize("api", list(APIS))
def test_no_line_is_unread(api: str, source: Any) -> None:
    accounts = source(api).accounting
    assert {page: account.unread for page, account in accounts.items() if account.unread} == {}
    for account in accounts.values():
        assert account.read + sum(count for _, count in account.ignored) == account.lines


@pytest.mark.parametrize("api", list(APIS))
def test_document_is_valid_but_for_operations_that_an_overlay_completes(api: str, source: Any) -> None:
    problems = [problem for problem in validate_document(document_of(source(api))) if problem.kind != "broken"]
    assert problems == []


@pytest.mark.parametrize("api", list(APIS))
def test_originals_and_specimens_give_the_same_contract(api: str) -> None:
    original, specimen = scrape_originals(api), scrape_specimens(api)
    assert without_prose(document_of(original)) == without_prose(document_of(specimen))
    assert findings_of(original) == findings_of(specimen)


def without_prose(node: Any, *, names: bool = False) -> Any:
    """The document without what pages say in sentences; `names` is set where keys are names, not keywords."""
    if isinstance(node, dict):
        return {
            key: value if key == "value" else without_prose(value, names=key in ("properties", "schemas", "examples"))
            for key, value in node.items()
            if names or key not in PROSE
        }
    return [without_prose(item) for item in node] if isinstance(node, list) else node


def findings_of(scraped: Scrape) -> list[tuple[str, int, str, str]]:
    return sorted((d.code, d.line, d.operation, d.pointer) for d in scraped.diagnostics)


# ---------------------------------------------------------------- counts of an independent reading


@pytest.mark.parametrize(("api", "expected"), [("codearts_repo", (3, 8)), ("coding", (73, 142)), ("gitlab", (3, 3))])
def test_operations_and_examples_are_all_there(api: str, expected: tuple[int, int]) -> None:
    """The coding page prints 146 examples; the four of two operations printed twice are the same again."""
    document = document_of(scrape_originals(api))
    found = list(operations(document))
    bodies = [
        example
        for operation in found
        for body in (operation.get("requestBody", {}), *operation["responses"].values())
        for media in body.get("content", {}).values()
        for example in media.get("examples", {})
    ]
    assert (len(found), len(bodies)) == expected


def test_structures_of_the_coding_page_are_all_there() -> None:
    """Two tables list rows of nested objects (10 rows), one prints a row twice: 261 with these."""
    api = scrape_originals("coding").api
    tables = [structure for structure in api.structures if structure.printed]
    names = tuple(structure.name for structure in tables)
    rows = {
        (structure.name in names, prop.source.first, prop.name)
        for structure in api.structures
        if structure.name.startswith(names) and not structure.name.endswith(("Request", "Response", "Result"))
        for prop in structure.properties
        if prop.source.evidence is Evidence.TABLE
    }
    assert sum(len(structure.printed) for structure in tables) == 47
    assert len(tables) == 37
    assert len({row[1:] for row in rows}) == 260


def test_lint_finds_the_contradictions_of_the_coding_page() -> None:
    findings = scrape_originals("coding").diagnostics
    assert len(findings) > 160
    places = {(finding.code, finding.operation, finding.pointer) for finding in findings}
    assert ("wrong-action-in-example", "DeleteOneProject", "request.Action") in places
    assert ("name-case-mismatch", "DescribeIterationList", "response 200.Response.Data") in places
    assert ("missing-type", "DescribeIssue", "IssueDetail.RequirementType") in places
    assert ("duplicate-row", "DescribeIssueFilterList", "IssueFilterListData.SystemFilterList") in places
