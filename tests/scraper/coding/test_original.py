"""The page that the dialect was first written for, where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.dialects.coding import DIALECT
from scraper.page import read_page
from spec.model import ArrayOf, Operation, Reference, Scalar, Structure, UnknownType
from tests.scraper.coding.pages import found, operation, request_of, response_of, structure

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "pages" / "originals"
PAGES = sorted(FOLDER.glob("002_*.txt"))
pytestmark = pytest.mark.skipif(not PAGES, reason="the original page is not beside the repository")


@pytest.fixture(scope="module")
def facts():
    page = read_page(PAGES[0], "page")
    blocks, findings = DIALECT.read_dump(page)
    assert findings == ()
    return DIALECT.parse(page, blocks)


def rpc(facts) -> list[Operation]:
    return [op for op in facts.api.operations if op.request_body is not None]


def test_nothing_is_unread(facts):
    assert facts.accounting.unread == ()
    assert set(dict(facts.accounting.ignored)) == {
        "blank",
        "slogan",
        "introduction",
        "instructions",
        "base address",
        "example address",
        "example label",
    }


def test_operations(facts):
    assert len(facts.api.operations) == 73
    assert len(rpc(facts)) == 70
    assert len({op.tag for op in rpc(facts)}) == 12
    assert len([op for op in rpc(facts) if op.action is None]) == len([op for op in rpc(facts) if op.broken]) == 2


def test_parameters_of_the_endpoints(facts):
    endpoints = [op for op in facts.api.operations if op.request_body is None]
    listed = sum(len(op.parameters) for op in endpoints)
    in_host = len({(op.id, v.name) for op in endpoints[:2] for server in op.servers for v in server.variables})
    in_header = sum("token" in (op.security or ()) for op in endpoints)
    assert (listed, in_host, in_header) == (9, 2, 1)


def test_rows(facts):
    asked = [prop for op in rpc(facts) for prop in request_of(op).values()]
    added = [prop for prop in asked if prop.type_source is not None and prop.const is not None]
    assert (len(asked) - len(added), len(added)) == (279, 33)
    answered = [op for op in rpc(facts) if op.responses[0].content and op.responses[0].content[0].schema]
    assert sum(len(response_of(op)) for op in answered) == 84


def test_structures(facts):
    printed: tuple[Structure, ...] = facts.api.structures
    assert (len(printed), len({s.name for s in printed})) == (47, 37)


def test_examples(facts):
    contents = [op.request_body.content for op in rpc(facts)]
    contents += [response.content for op in facts.api.operations for response in op.responses]
    examples = [example for content in contents for media in content for example in media.examples]
    repeated = 2 * len([op for op, _ in found(facts, "duplicate-operation") if not op.startswith("get")])
    assert len(examples) + repeated == 146
    assert len(found(facts, "invalid-json")) == 1


def test_glued_cells(facts):
    detail = {p.name: p.type for p in structure(facts, "IssueDetail", "DescribeIssue").properties}
    assert detail["RequirementType"] == UnknownType("")
    assert detail["Parent"] == Reference("IssueSimple")
    assert detail["Iteration"] == Reference("IterationSimple")
    assert detail["CustomFields"] == ArrayOf(Reference("CustomField"))
    assert response_of(operation(facts, "DescribeCodingCurrentUser"))["User"].type == Reference("User")
    assert response_of(operation(facts, "DescribeGitTags"))["GitTags"].type == Reference("GitTag")
    notes = next(op for op in facts.api.operations if op.title.endswith("note 列表"))
    assert response_of(notes)["Notes"].type == Reference("CommitNote")
    assert request_of(operation(facts, "DescribeIterationList"))["Status"].type == ArrayOf(Scalar("string"))


def test_values(facts):
    merge = {p.name: p for p in structure(facts, "MergeRequestInfo", "DescribeMergeRequest").properties}
    assert len(merge["Status"].enum) == 7
    change = {p.name: p for p in structure(facts, "FileDiff", "DescribeMergeRequestFileDiff").properties}
    assert [value.value for value in change["ChangeType"].enum] == ["ADD", "MODIFY", "DELETE", "REPLACE"]
    shared = request_of(operation(facts, "CreateCodingProject"))["Shared"]
    assert [value.value for value in shared.enum] == [0, 1]
    priority = next(
        p for p in structure(facts, "IssueListData", "DescribeIssueList").properties if p.name == "Priority"
    )
    assert [value.value for value in priority.enum] == ["0", "1", "2", "3", ""]
