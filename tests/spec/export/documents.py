"""The documents of this repository, and small ones."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

from spec.load import load_document
from tests.cli.project import REPOSITORY

NAMES = sorted(path.stem for path in (REPOSITORY / "spec/documents").glob("*.yaml"))


@cache
def _load(name: str) -> Any:
    return load_document(REPOSITORY / f"spec/documents/{name}.yaml")


def own_document(name: str) -> Any:
    return copy.deepcopy(_load(name))


def small(version: str = "3.1.0", **more: Any) -> Any:
    """A document with one operation, and whatever else."""
    responses = {"200": {"description": "Done"}}
    paths = {"/pets": {"get": {"operationId": "listPets", "responses": responses}}}
    return {"openapi": version, "info": {"title": "Small", "version": "1.0.0"}, "paths": paths, **more}


def action(name: str, **more: Any) -> Any:
    """An RPC operation."""
    constant = {"type": "object", "required": ["Action"], "properties": {"Action": {"type": "string", "const": name}}}
    return {
        "operationId": name,
        "x-rpc-action": name,
        "x-rpc-query-parameter": "Action",
        "requestBody": {"content": {"application/json": {"schema": constant}}},
        "responses": {"200": {"description": "Done"}},
        **more,
    }
