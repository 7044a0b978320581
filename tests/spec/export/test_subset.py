from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from spec.export.subset import SelectionError, select_parts
from spec.validate import validate_document
from spec.visit import visit_operations
from tests.spec.export.documents import NAMES, own_document, small

DONE: Any = {"200": {"description": "Done"}}


def refer(section: str, name: str) -> Any:
    return {"$ref": f"#/components/{section}/{name}"}


def answering(schema: Any) -> Any:
    return {"200": {"description": "Done", "content": {"application/json": {"schema": schema}}}}


def shop(**components: Any) -> Any:
    paths = {
        "/pets": {
            "parameters": [refer("parameters", "Team")],
            "get": {"operationId": "listPets", "tags": ["pets"], "responses": answering(refer("schemas", "Pet"))},
            "post": {"operationId": "addPet", "tags": ["pets", "admin"], "security": [], "responses": DONE},
        },
        "/vets": {"get": {"tags": ["vets"], "responses": answering(refer("schemas", "Vet"))}},
    }
    known: Any = {
        "schemas": {
            "Pet": {"type": "object", "properties": {"owner": refer("schemas", "Owner")}},
            "Owner": {"type": "object"},
            "Vet": {"type": "object"},
            "Unused": {"type": "object"},
        },
        "parameters": {"Team": {"name": "team", "in": "query", "schema": {"type": "string"}}},
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}, "old": {"type": "http", "scheme": "basic"}},
    }
    for section, entries in components.items():
        known[section] = {**known.get(section, {}), **entries}
    tags = [{"name": "pets"}, {"name": "vets"}, {"name": "admin"}]
    return small(paths=paths, components=known, tags=tags, security=[{"token": []}])


def selected(document: Any, tags: Any = (), operations: Any = ()) -> Any:
    before = copy.deepcopy(document)
    part = select_parts(document, tags, operations)
    assert document == before
    assert validate_document(part) == ()
    assert select_parts(part, tags, operations) == part
    return part


def test_only_what_the_operation_needs_is_kept() -> None:
    part = selected(shop(), operations=["listPets"])
    assert {path: list(item) for path, item in part["paths"].items()} == {"/pets": ["parameters", "get"]}
    assert part["tags"] == [{"name": "pets"}]
    assert {section: list(entries) for section, entries in part["components"].items()} == {
        "schemas": ["Pet", "Owner"],
        "parameters": ["Team"],
        "securitySchemes": ["token"],
    }


def test_security_that_no_operation_uses_goes() -> None:
    part = selected(shop(), operations=["addPet"])
    assert "security" not in part
    assert part["components"].keys() == {"parameters"}


@pytest.mark.parametrize(
    ("tags", "operations", "expected"),
    [
        (["pets"], [], {"listPets", "addPet"}),
        (["admin"], [], {"addPet"}),
        ([], ["GET /vets"], {None}),
        (["admin"], ["GET /pets"], {"listPets", "addPet"}),
        (["vets", "admin"], [], {"addPet", None}),
    ],
)
def test_tags_and_operations_add_up(tags: Any, operations: Any, expected: set[str | None]) -> None:
    part = selected(shop(), tags, operations)
    assert {visit.node.get("operationId") for _, _, visit in visit_operations(part)} == expected


@pytest.mark.parametrize(
    ("tags", "operations", "message"),
    [
        (["pet"], [], "no tag 'pet'; did you mean: pets"),
        ([], ["ListPet"], "no operation 'ListPet'; did you mean: listPets"),
        ([], ["xyzzy"], "no operation 'xyzzy'$"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(tags: Any, operations: Any, message: str) -> None:
    with pytest.raises(SelectionError, match=message):
        select_parts(shop(), tags, operations)


def test_schemas_that_inherit_from_a_needed_one_are_needed() -> None:
    base = {"type": "object", "properties": {"kind": {"type": "string"}}, "discriminator": {"propertyName": "kind"}}
    cat = {"allOf": [refer("schemas", "Pet"), {"properties": {"claws": refer("schemas", "Claw")}}]}
    part = selected(shop(schemas={"Pet": base, "Cat": cat, "Claw": {"type": "integer"}}), operations=["listPets"])
    assert set(part["components"]["schemas"]) == {"Pet", "Cat", "Claw"}


@pytest.mark.parametrize("target", ["Dog", "#/components/schemas/Dog"])
def test_schemas_that_a_discriminator_names_are_needed(target: str) -> None:
    mapping = {"propertyName": "kind", "mapping": {"dog": target}}
    pet = {"type": "object", "properties": {"kind": {"type": "string"}}, "discriminator": mapping}
    part = selected(shop(schemas={"Pet": pet, "Dog": {"type": "object"}}), operations=["listPets"])
    assert set(part["components"]["schemas"]) == {"Pet", "Dog"}


def test_links_to_operations_that_are_left_out_go() -> None:
    document = shop()
    links = {
        "add": {"operationId": "addPet"},
        "again": {"operationId": "listPets"},
        "vets": {"operationRef": "#/paths/~1vets/get"},
        "shared": refer("links", "Add"),
    }
    document["paths"]["/pets"]["get"]["responses"]["200"]["links"] = links
    document["components"]["links"] = {"Add": {"operationId": "addPet"}}
    part = selected(document, operations=["listPets"])
    assert part["paths"]["/pets"]["get"]["responses"]["200"]["links"] == {"again": links["again"]}


def test_references_through_other_operations_become_components() -> None:
    document = shop()
    inner = refer("schemas", "Vet")["$ref"].replace("Vet", "Pet/properties/owner")
    document["paths"]["/vets"]["get"]["responses"] = answering({"$ref": inner})
    part = selected(document, operations=["GET /vets"])
    assert set(part["components"]["schemas"]) == {"owner", "Owner"}


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for child in value.values():
            yield from _references(child)
    elif isinstance(value, list):
        for child in value:
            yield from _references(child)


@pytest.mark.parametrize("name", NAMES)
def test_no_part_of_our_documents_has_a_reference_or_component_too_many(name: str) -> None:
    document = own_document(name)
    for _, _, visit in list(visit_operations(document))[::5]:
        part: Any = select_parts(document, (), [str(visit.node["operationId"])])
        assert validate_document(part) == ()
        schemas = {f"#/components/schemas/{key}" for key in part.get("components", {}).get("schemas", {})}
        assert schemas == set(_references(part))


@pytest.mark.parametrize("name", ["webhooks", "x-webhooks"])
def test_webhooks_are_no_selected_operations(name: str) -> None:
    document = shop()
    document[name] = {"adopted": {"post": {"responses": answering(refer("schemas", "Vet"))}}}
    assert selected(document, operations=["listPets"]) == selected(shop(), operations=["listPets"])
