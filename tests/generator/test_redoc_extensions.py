"""Extensions that Redoc reads."""

from __future__ import annotations

from typing import Any

import pytest

from generator.redoc_extensions import fit_extensions
from tests.spec.export.documents import small


def document(**info: Any) -> Any:
    result: Any = small()
    return result | {"info": {**result["info"], **info}}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x-codeSamples", [{"lang": "Shell", "source": "curl"}]),
        ("x-tagGroups", [{"name": "A", "tags": ["b"]}]),
        ("x-displayName", "Shown"),
        ("x-logo", {"url": "data:image/png;base64,AA=="}),
        ("x-enumDescriptions", {"a": "The first"}),
        ("x-nullable", True),
        ("x-webhooks", {"a": {"post": {"responses": {"200": {"$ref": "#/info"}}}}}),
        ("x-unknown", {"of": ["anybody"]}),
    ],
)
def test_an_extension_of_the_expected_shape_stays(name: str, value: Any) -> None:
    exported = fit_extensions(document(**{name: value}))
    assert exported.document == document(**{name: value})
    assert exported.losses == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x-codeSamples", [{"language": "curl", "code": "curl"}]),
        ("x-code-samples", [{"lang": 1, "source": "curl"}]),
        ("x-tagGroups", {"name": "A"}),
        ("x-displayName", None),
        ("x-logo", {"url": "https://example.com/logo.png"}),
        ("x-refsStack", []),
        ("x-webhooks", {"a": {"post": {"requestBody": {"$ref": "#/components/requestBodies/none"}}}}),
        ("x-webhooks", {"a": {"$ref": "other.yaml#/a"}}),
    ],
)
def test_one_of_another_shape_is_a_loss(name: str, value: Any) -> None:
    given = document(**{name: value})
    exported = fit_extensions(given)
    assert exported.document == document()
    assert [loss.pointer for loss in exported.losses] == [f"/info/{name}"]
    assert given == document(**{name: value})


def test_data_and_properties_of_such_names_stay() -> None:
    given = document()
    given["components"] = {
        "schemas": {"A": {"type": "object", "properties": {"x-logo": {"type": "string"}}, "example": {"x-logo": 1}}}
    }
    assert fit_extensions(given).document == given
