from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from spec.export.bundle import bundle_document, has_external
from spec.load import DocumentError, load_document
from spec.validate import validate_document
from tests.spec.export.documents import small


def answering(reference: str) -> Any:
    content = {"application/json": {"schema": {"$ref": reference}}}
    return {"get": {"operationId": "listPets", "responses": {"200": {"description": "Done", "content": content}}}}


def bundled(folder: Path, document: Any, **files: Any) -> Any:
    for name, value in {"api": document, **files}.items():
        path = folder / f"{name.replace('__', '/')}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(value), encoding="utf-8")
    loaded = load_document(folder / "api.json")
    result = bundle_document(loaded, folder / "api.json")
    assert validate_document(result) == ()
    assert not has_external(result)
    assert bundle_document(result, folder / "api.json") == result
    return result


def test_a_file_becomes_a_component(tmp_path: Path) -> None:
    result = bundled(tmp_path, small(paths={"/pets": answering("pet.json")}), pet={"type": "object"})
    assert result == small(
        paths={"/pets": answering("#/components/schemas/pet")}, components={"schemas": {"pet": {"type": "object"}}}
    )


def test_files_lead_to_each_other_and_back(tmp_path: Path) -> None:
    document = small(
        paths={"/pets": answering("more/pet.json#/Pet")}, components={"schemas": {"Team": {"type": "string"}}}
    )
    pet = {"Pet": {"properties": {"owner": {"$ref": "owner.json"}, "self": {"$ref": "#/Pet"}}}}
    owner = {"properties": {"team": {"$ref": "../api.json#/components/schemas/Team"}}}
    result = bundled(tmp_path, document, more__pet=pet, more__owner=owner)
    assert result["components"]["schemas"] == {
        "Team": {"type": "string"},
        "Pet": {
            "properties": {
                "owner": {"$ref": "#/components/schemas/owner"},
                "self": {"$ref": "#/components/schemas/Pet"},
            }
        },
        "owner": {"properties": {"team": {"$ref": "#/components/schemas/Team"}}},
    }


def test_components_of_one_name_stay_apart(tmp_path: Path) -> None:
    document = small(paths={"/pets": answering("pet.json#/Pet")}, components={"schemas": {"Pet": {"type": "string"}}})
    result = bundled(tmp_path, document, pet={"Pet": {"type": "object"}})
    assert result["components"]["schemas"] == {"Pet": {"type": "string"}, "Pet_2": {"type": "object"}}


def test_a_component_that_only_refers_to_a_file_keeps_its_name(tmp_path: Path) -> None:
    document = small(paths={"/pets": answering("pet.json")}, components={"schemas": {"Animal": {"$ref": "pet.json"}}})
    result = bundled(tmp_path, document, pet={"type": "object"})
    assert result["components"]["schemas"] == {"Animal": {"type": "object"}}
    assert result["paths"]["/pets"] == answering("#/components/schemas/Animal")


def test_path_items_are_written_out(tmp_path: Path) -> None:
    document = small(paths={"/pets": {"$ref": "paths.json#/pets"}})
    result = bundled(tmp_path, document, paths={"pets": answering("#/Pet"), "Pet": {"type": "object"}})
    assert result["paths"] == {"/pets": answering("#/components/schemas/Pet")}


def test_discriminators_follow_their_schemas(tmp_path: Path) -> None:
    mapping = {"propertyName": "kind", "mapping": {"dog": "dog.json", "cat": "Cat"}}
    schemas = {"Pet": {"type": "object", "discriminator": mapping}, "Cat": {"type": "object"}}
    result = bundled(tmp_path, small(components={"schemas": schemas}), dog={"type": "object"})
    assert result["components"]["schemas"]["Pet"]["discriminator"]["mapping"] == {
        "dog": "#/components/schemas/dog",
        "cat": "Cat",
    }


def test_references_in_examples_are_data(tmp_path: Path) -> None:
    schema = {"type": "object", "default": {"$ref": "nowhere.json"}}
    document = small(components={"schemas": {"Pet": schema}})
    assert bundled(tmp_path, document) == document


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("https://example.com/pet.json", "expected references to local files, found https://example.com/pet.json"),
        ("//example.com/pet.json", "expected references to local files"),
        ("missing.json", "missing.json:1: expected a readable file"),
        ("pet.json#/Nothing", "pet.json:1: expected something at #/Nothing, found nothing"),
        ("broken.json", "broken.json:1: expected"),
        ("circle.json", "circle.json:1: expected a path item at #, found references in a circle"),
    ],
)
def test_a_reference_that_cannot_be_followed_is_refused(tmp_path: Path, reference: str, message: str) -> None:
    (tmp_path / "pet.json").write_text("{}")
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "circle.json").write_text('{"$ref": "circle.json"}')
    with pytest.raises(DocumentError, match=message):
        bundle_document(small(paths={"/pets": {"$ref": reference}}), tmp_path / "api.json")
