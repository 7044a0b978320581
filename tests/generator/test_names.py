"""Any wire name becomes a valid, unique Python name."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.names import NameScope, assign_names, class_name, constant_name, package_name, snake_name
from generator.schemas import RESERVED_FIELDS
from tests.generator.documents import ODD_NAMES

any_name = st.text() | st.sampled_from(ODD_NAMES)


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ("IssueCode", "issue_code"),
        ("X-Total", "x_total"),
        ("HTTPResponse", "http_response"),
        ("projectId", "project_id"),
        ("1st", "field_1st"),
        ("IssueIDs", "issue_ids"),
        ("IDsOfIssues", "ids_of_issues"),
        ("OAuthToken", "oauth_token"),
        ("class", "class_"),
        ("None", "none"),
        ("中文", "中文"),
        ("../../x", "x"),
        ("", "field"),
        ("__class__", "class_"),
        ("self", "self_"),
    ],
)
def test_snake_name(wire: str, expected: str):
    assert snake_name(wire) == expected


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ("IssueDetail", "IssueDetail"),
        ("issue_list", "IssueList"),
        ("None", "None_"),
        ("1st", "Model1st"),
        ("", "Model"),
    ],
)
def test_class_name(wire: str, expected: str):
    assert class_name(wire) == expected


@given(any_name)
def test_every_name_is_an_identifier(wire: str):
    for name in (snake_name(wire), class_name(wire), constant_name(wire)):
        assert name.isidentifier()
        assert not keyword.iskeyword(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("json", "json_api"), ("contract", "contract_api"), ("HTTPX2", "httpx2_api"), ("coding", "coding")],
)
def test_package_does_not_hide_another_module(name: str, expected: str):
    assert package_name(name) == expected


@given(st.lists(any_name))
def test_assigned_names_are_unique_and_never_another_wire_name(wires: list[str]):
    names = assign_names(wires, {"list", "json"})
    assert list(names) == list(dict.fromkeys(wires))
    assert len(set(names.values())) == len(names)
    assert not {"list", "json"} & set(names.values())
    for wire, name in names.items():
        assert name == wire or name not in names


def test_scope_marks_reserved_and_taken_names_differently():
    scope = NameScope({"list"})
    assert [scope.take(name) for name in ("list", "data", "data", "data")] == ["list_", "data", "data_2", "data_3"]


def test_fields_cannot_replace_what_pydantic_needs():
    public = {name for name in dir(BaseModel) if not name.startswith("_")}
    assert public <= RESERVED_FIELDS
