"""The documents of this repository, rewritten and edited."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import Any

import pytest

from spec.load import load_document
from spec.visit import resolve_pointer
from tests.cli.project import REPOSITORY
from tests.spec.diff.documents import Json, changes, rendered

NAMES = sorted(path.stem for path in (REPOSITORY / "spec/documents").glob("*.yaml"))


@cache
def _read(name: str) -> str:
    return json.dumps(load_document(REPOSITORY / f"spec/documents/{name}.yaml"))


def _document(name: str) -> Json:
    document: Json = json.loads(_read(name))
    return document


def _inlined(value: Any, document: Json, inside: tuple[str, ...] = ()) -> Any:
    """References written out, except for those into themselves."""
    if isinstance(value, list):
        return [_inlined(child, document, inside) for child in value]
    if not isinstance(value, dict):
        return value
    reference = value.get("$ref")
    if isinstance(reference, str) and reference not in inside:
        beside = {key: child for key, child in value.items() if key != "$ref"}
        return {**_inlined(resolve_pointer(document, reference), document, (*inside, reference)), **beside}
    return {key: _inlined(child, document, inside) for key, child in value.items()}


@pytest.mark.parametrize("name", NAMES)
def test_references_written_out_are_no_change(name: str) -> None:
    old = _document(name)
    new = {**copy.deepcopy(old), "paths": _inlined(old["paths"], old)}
    assert rendered(old, new) == []
    assert rendered(new, old) == []


@pytest.mark.parametrize("name", NAMES)
def test_renamed_components_are_no_change(name: str) -> None:
    old = _document(name)
    text = _read(name)
    for schema in old["components"]["schemas"]:
        text = text.replace(f'"#/components/schemas/{schema}"', f'"#/components/schemas/Renamed{schema}"')
    new = json.loads(text)
    new["components"]["schemas"] = {f"Renamed{key}": value for key, value in new["components"]["schemas"].items()}
    assert rendered(old, new) == []


@pytest.mark.parametrize("name", NAMES)
def test_each_operation_that_is_removed_is_one_change(name: str) -> None:
    old = _document(name)
    for path, item in old["paths"].items():
        new = {**old, "paths": {key: value for key, value in old["paths"].items() if key != path}}
        found = changes(old, new)
        assert {change.id for change in found} <= {
            *("api-path-removed-without-deprecation", "api-removed-without-deprecation"),
            *("api-path-removed-with-deprecation", "api-removed-with-deprecation"),
        }
        assert sorted(change.operation for change in found) == sorted(
            operation["operationId"] for operation in item.values()
        )
