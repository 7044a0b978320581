from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.naming import operation_id, operation_id_from_path


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Creating a Branch", "createBranch"),
        ("Associating Work Items with a Branch", "associateWorkItemsWithBranch"),
        ("Querying VPCs", "queryVpcs"),
        ("Get a list of issues", "getListOfIssues"),
        ("Batch Creating or Deleting Tags", "batchCreateOrDeleteTags"),
        ("Stopping Servers", "stopServers"),
        ("Adding an Item (Deprecated)", "addItem"),
        ("[List links](x.md) **(PREMIUM)**", "listLinks"),
        ("Restarting a User's Shelf", "restartUsersShelf"),
        ("Installing and Restoring Shelves", "installAndRestoreShelves"),
        ("Importing", "importOperation"),
        ("3D Views", "call3DViews"),
        ("创建分支", ""),
        ("", ""),
        ("**", ""),
    ],
)
def test_titles_become_imperative_identifiers(title: str, expected: str) -> None:
    assert operation_id(title) == expected


def test_paths_become_identifiers() -> None:
    assert operation_id_from_path("GET", "/v3/shelves/{shelf_no}/books") == "getV3ShelvesByShelfNoBooks"
    assert operation_id_from_path("", "/") == "call"


@given(st.text(max_size=80), st.text(max_size=8), st.text(max_size=60))
def test_any_text_gives_a_valid_identifier_or_nothing(title: str, method: str, path: str) -> None:
    found = operation_id(title)
    assert not found or (found.isidentifier() and found.isascii())
    other = operation_id_from_path(method, path)
    assert other.isidentifier()
    assert other.isascii()
