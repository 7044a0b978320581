from __future__ import annotations

import copy
from typing import Any

import pytest

from spec.export.loss import ExportError
from spec.export.rpc import RpcForm, convert_rpc, split_actions
from spec.export.versions import Version, convert_document
from spec.validate import validate_document
from tests.spec.export.documents import NAMES, action, own_document, small

KEYS = {
    RpcForm.FRAGMENT: ["/health", "/api#ListPets", "/api#Pets.Create"],
    RpcForm.PATH: ["/health", "/api/ListPets", "/api/Pets.Create"],
    RpcForm.QUERY: ["/health", "/api?Action=ListPets", "/api?Action=Pets.Create"],
}
HEALTH: Any = {"get": {"operationId": "health", "responses": {"200": {"description": "Done"}}}}
PAIRS = [(old, new) for old in KEYS for new in KEYS]


def calls(form: RpcForm) -> Any:
    health, *keys = KEYS[form]
    return small(
        paths={health: HEALTH, keys[0]: {"post": action("ListPets")}, keys[1]: {"post": action("Pets.Create")}}
    )


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_every_form_becomes_every_other_one(old: RpcForm, new: RpcForm) -> None:
    document = calls(old)
    before = copy.deepcopy(document)
    exported = convert_rpc(document, new)
    assert document == before
    assert exported.document == calls(new)
    assert list(exported.document["paths"]) == KEYS[new]  # type: ignore[arg-type]
    assert exported.losses == ()


def test_a_url_at_the_root_keeps_its_slash() -> None:
    document = small(paths={"/#ListPets": {"post": action("ListPets")}})
    path = convert_rpc(document, RpcForm.PATH).document
    assert list(path["paths"]) == ["/ListPets"]  # type: ignore[arg-type]
    assert convert_rpc(path, RpcForm.FRAGMENT).document == document


def test_actions_are_escaped_where_a_path_would_read_them_otherwise() -> None:
    document = small(paths={"/api#a": {"post": action("a/b?c&d")}})
    assert list(convert_rpc(document, RpcForm.PATH).document["paths"]) == ["/api/a%2Fb%3Fc%26d"]  # type: ignore[arg-type]
    query = convert_rpc(document, RpcForm.QUERY).document
    assert list(query["paths"]) == ["/api?Action=a%2Fb%3Fc%26d"]  # type: ignore[arg-type]


@pytest.mark.parametrize("fragment", ["Action=ListPets", "x&Action=ListPets"])
def test_actions_that_only_the_key_states_are_understood(fragment: str) -> None:
    document = small(paths={f"/api#{fragment}": HEALTH, f"/other?{fragment}": HEALTH})
    assert list(convert_rpc(document, RpcForm.PATH).document["paths"]) == ["/api/ListPets", "/other/ListPets"]  # type: ignore[arg-type]


def test_fragments_that_are_no_actions_stay() -> None:
    document = small(paths={"/api#ListPets": {"post": action("ListPets")}, "/broken#one": HEALTH})
    assert list(convert_rpc(document, RpcForm.PATH).document["paths"]) == ["/api/ListPets", "/broken#one"]  # type: ignore[arg-type]


def test_extensions_of_paths_stay() -> None:
    document = small(paths={"/api#List": {"post": action("List")}, "x-a": [1], "x-b": {"get": {"x-rpc-action": "b"}}})
    changed: Any = convert_rpc(document, RpcForm.PATH).document
    assert list(changed["paths"]) == ["/api/List", "x-a", "x-b"]
    parts: Any = split_actions(document)
    assert list(parts) == ["List"]
    assert parts["List"]["paths"]["x-a"] == [1]


def test_an_action_of_the_query_is_stated_once() -> None:
    parameter = {"name": "do", "in": "query", "required": True, "schema": {"type": "string", "enum": ["List"]}}
    other = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
    operation = {**HEALTH["get"], "x-rpc-action": "List", "parameters": [parameter, other]}
    document = small(paths={"/api#List": {"get": operation}})
    query: Any = convert_rpc(document, RpcForm.QUERY).document
    assert list(query["paths"]) == ["/api?do=List"]
    assert query["paths"]["/api?do=List"]["get"]["parameters"] == [other]
    back: Any = convert_rpc(query, RpcForm.FRAGMENT).document
    assert back["paths"]["/api#List"]["get"]["parameters"] == [parameter, other]


def test_a_guessed_parameter_is_reported() -> None:
    operation = action("List")
    del operation["x-rpc-query-parameter"]
    exported = convert_rpc(small(paths={"/api#List": {"post": operation}}), RpcForm.QUERY)
    assert list(exported.document["paths"]) == ["/api?Action=List"]  # type: ignore[arg-type]
    assert [loss.pointer for loss in exported.losses] == ["/paths/~1api#List"]


def test_links_and_references_follow_their_path() -> None:
    target = "#/paths/~1api#List/post"
    schema = {"$ref": f"{target}/requestBody/content/application~1json/schema"}
    link = {"operationRef": target}
    response = {"description": "Done", "content": {"application/json": {"schema": schema}}, "links": {"again": link}}
    document = small(paths={"/api#List": {"post": action("List", responses={"200": response})}})
    changed: Any = convert_rpc(document, RpcForm.PATH).document
    assert validate_document(changed) == ()
    [item] = changed["paths"].values()
    assert item["post"]["responses"]["200"]["links"]["again"] == {"operationRef": "#/paths/~1api~1List/post"}


def test_two_operations_of_one_path_are_refused() -> None:
    document = small(paths={"/api#List": {"post": action("List")}, "/api/List": {"post": HEALTH["get"]}})
    with pytest.raises(ExportError, match="two operations would have the path '/api/List'"):
        convert_rpc(document, RpcForm.PATH)


def test_operations_of_one_action_share_a_path() -> None:
    document = small(
        paths={"/api#a": {"post": action("List")}, "/api#b": {"get": {**HEALTH["get"], "x-rpc-action": "List"}}}
    )
    assert convert_rpc(document, RpcForm.PATH).document["paths"]["/api/List"].keys() == {"post", "get"}  # type: ignore[index,call-overload,union-attr]


@pytest.mark.parametrize("form", RpcForm)
def test_a_document_without_actions_is_refused(form: RpcForm) -> None:
    with pytest.raises(ExportError, match="no operation of the document is chosen by an action"):
        split_actions(small()) if form is RpcForm.SPLIT else convert_rpc(small(), form)


def test_each_action_is_a_document_and_the_rest_another_one() -> None:
    parts: Any = split_actions(calls(RpcForm.FRAGMENT))
    assert {name: list(part["paths"]) for name, part in parts.items()} == {
        "ListPets": ["/api"],
        "Pets.Create": ["/api"],
        "": ["/health"],
    }


def test_actions_that_differ_by_case_only_are_not_written_to_one_file() -> None:
    document = small(paths={"/api#a": {"post": action("List")}, "/api#b": {"post": action("list")}})
    with pytest.raises(ExportError, match="two actions would be written to the file 'list'"):
        split_actions(document)


def test_files_never_leave_their_folder() -> None:
    document = small(paths={"/api#a": {"post": action("../up")}, "/api#b": {"post": action("a:b")}})
    assert list(split_actions(document)) == ["..%2Fup", "a%3Ab"]


@pytest.mark.parametrize("version", Version)
@pytest.mark.parametrize("form", RpcForm)
@pytest.mark.parametrize("name", NAMES)
def test_the_documents_of_this_repository_are_sound_in_every_form(name: str, form: RpcForm, version: Version) -> None:
    document = own_document(name)
    if name != "coding":
        with pytest.raises(ExportError):
            convert_rpc(document, form)
        return
    if form is RpcForm.SPLIT:
        parts = split_actions(document)
        count = sum(len(part["paths"]) for part in parts.values())  # type: ignore[arg-type]
        assert count == len(document["paths"])
    else:
        parts = {"": convert_rpc(document, form).document}
    for part in parts.values():
        converted = convert_document(part, version)
        assert converted.losses == ()
        assert validate_document(converted.document) == ()
