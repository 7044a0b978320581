"""Six versions of one page: between two of them, exactly what changed in the contract, and nothing else.

The tables were written by reading the pages. Only the first and the third step can break a client; the last one
rewords, and the second adds a note about who may use a value.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from generator.drift.page_sets import compare_page_sets, pages_on_disk
from generator.pages import Means, Settings
from spec.diff.changes import Change, Level

HISTORY = Path(__file__).resolve().parents[3] / "shared" / "pages" / "gitlab-history"
LIST, GET, CREATE, DELETE = "listIssueRelations", "getIssueLink", "createIssueLink", "deleteIssueLink"
LINKS = "/projects/{id}/issues/{issue_iid}/links"

# Level, operation, message, first line in the newer page: for what is gone, of what stood before it.
CONTRACT: dict[int, set[tuple[str, str, str, int]]] = {
    1: {
        ("compatible", LIST, "response 200, `[].link_type`: added", 51),
        (
            *("breaking", CREATE),
            *(f"moved: is POST {LINKS}, was POST {LINKS}/{{target_project_id}}/{{target_issue_iid}}", 61),
        ),
        ("breaking", CREATE, "parameter `target_project_id`: is sent in the query, was in the path", 68),
        ("breaking", CREATE, "parameter `target_issue_iid`: is sent in the query, was in the path", 69),
        ("compatible", CREATE, "query parameter `link_type`: added", 70),
        ("compatible", CREATE, "response 200, `link_type`: added", 140),
        ("compatible", DELETE, "query parameter `link_type`: added", 157),
        ("compatible", DELETE, "response 200, `link_type`: added", 221),
    },
    2: {
        ("compatible", LIST, "response 200, `[].link_created_at`: added", 61),
        ("compatible", LIST, "response 200, `[].link_updated_at`: added", 62),
    },
    3: {("risky", LIST, "response 200, `[].subscribed`: removed", 53)},
    4: {("compatible", GET, "added", 73)},
    5: set(),
}

# What is written for people: the first request of all shows server and token; then wording, badges and examples.
TEXTS: dict[int, dict[str, int]] = {
    1: {"security-stated": 1, "server-stated": 1, "example-changed": 7},
    2: {"description-changed": 4, "example-changed": 1, "info-changed": 1, "tag-changed": 1},
    3: {"description-changed": 1, "example-changed": 1},
    4: {},
    5: {"description-changed": 4, "info-changed": 1, "tag-changed": 1},
}


@cache
def changes_of(step: int) -> tuple[Change, ...]:
    if not HISTORY.is_dir():
        pytest.skip("the versions of the page are not beside the repository")
    return compare_versions(step, step + 1)


def compare_versions(old: int, new: int) -> tuple[Change, ...]:
    before, after = (pages_on_disk(HISTORY / f"issue_links-{number}-unknown.md") for number in (old, new))
    return compare_page_sets(before, after, Settings("gitlab"), Means()).changes


@pytest.mark.parametrize("step", CONTRACT)
def test_a_step_changes_exactly_what_the_pages_say(step: int) -> None:
    found = [change for change in changes_of(step) if change.level is not Level.DOCS_ONLY]
    facts = [
        (str(change.level), change.operation, change.message, change.source.line if change.source else 0)
        for change in found
    ]
    assert sorted(facts) == sorted(CONTRACT[step])


@pytest.mark.parametrize("step", TEXTS)
def test_a_step_changes_these_texts_and_examples(step: int) -> None:
    found = Counter(change.id for change in changes_of(step) if change.level is Level.DOCS_ONLY)
    assert dict(found) == TEXTS[step]


def test_rewording_prints_no_change_of_the_contract() -> None:
    assert {change.level for change in changes_of(5)} == {Level.DOCS_ONLY}


@pytest.mark.parametrize("number", range(1, 7))
def test_a_version_does_not_differ_from_itself(number: int) -> None:
    if not HISTORY.is_dir():
        pytest.skip("the versions of the page are not beside the repository")
    assert compare_versions(number, number) == ()
