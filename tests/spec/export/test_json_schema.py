from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest

from spec.export.json_schema import bundle_schemas
from spec.export.loss import ExportError
from tests.spec.export.documents import NAMES, own_document, small


def bundled(schemas: Any, version: str = "3.1.0") -> tuple[Any, list[str]]:
    exported = bundle_schemas(small(version, components={"schemas": schemas}))
    assert jsonschema_rs.meta.is_valid(exported.document)
    return exported.document, [loss.pointer for loss in exported.losses]


def test_references_lead_to_definitions() -> None:
    bundle, lost = bundled({"Pet": {"properties": {"owner": {"$ref": "#/components/schemas/Owner"}}}, "Owner": True})
    assert bundle == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Small",
        "$defs": {"Pet": {"properties": {"owner": {"$ref": "#/$defs/Owner"}}}, "Owner": True},
    }
    assert lost == []


def test_schemas_of_3_0_are_said_as_json_schema_does() -> None:
    assert bundled({"Pet": {"type": "string", "nullable": True}}, "3.0.3")[0]["$defs"] == {
        "Pet": {"type": ["string", "null"]}
    }


def test_what_only_openapi_has_is_left_out_and_reported() -> None:
    pet = {"type": "object", "discriminator": {"propertyName": "kind"}, "xml": {"name": "p"}, "example": {"xml": 1}}
    bundle, lost = bundled({"Pet": pet})
    assert bundle["$defs"] == {"Pet": {"type": "object", "examples": [{"xml": 1}]}}
    assert lost == ["/components/schemas/Pet/discriminator", "/components/schemas/Pet/xml"]


def test_a_document_without_models_is_refused() -> None:
    with pytest.raises(ExportError, match="no models to export"):
        bundle_schemas(small())


@pytest.mark.parametrize("name", NAMES)
def test_every_model_of_our_documents_is_a_schema_of_its_own(name: str) -> None:
    bundle: Any = bundle_schemas(own_document(name)).document
    assert bundle["$defs"].keys() == own_document(name)["components"]["schemas"].keys()
    for model in bundle["$defs"]:
        jsonschema_rs.Draft202012Validator({"$ref": f"#/$defs/{model}", "$defs": bundle["$defs"]})
