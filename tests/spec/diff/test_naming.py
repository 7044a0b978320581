"""Pointers by names: what they look like, and where a list has none."""

from __future__ import annotations

from typing import Any

import pytest

from spec.diff.document import Document
from spec.diff.naming import PointerNames

GET = "/paths/~1pets/get"
DOCUMENT: dict[str, Any] = {
    "servers": [{"url": "https://api.example.com"}],
    "security": [{"token": [], "key": []}, {}],
    "tags": [{"name": "pets"}],
    "paths": {
        "/pets": {
            "get": {
                "tags": ["a/b"],
                "parameters": [
                    {"$ref": "#/components/parameters/Page"},
                    {"name": "id", "in": "header"},
                    {"name": "id", "in": "query"},
                    {"name": "twice", "in": "query"},
                    {"name": "twice", "in": "query"},
                    "no parameter",
                ],
            }
        }
    },
    "components": {
        "parameters": {"Page": {"name": "page", "in": "query"}},
        "schemas": {
            "Pet": {
                "enum": ["cat", 1, None],
                "required": ["name"],
                "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"title": "Dog"}, {"type": "string"}],
                "prefixItems": [{"title": "First"}],
                "properties": {"enum": {"enum": ["a"]}},
            }
        },
    },
}
PET = "/components/schemas/Pet"


@pytest.mark.parametrize(
    ("pointer", "named"),
    [
        ("", ""),
        (GET, GET),
        (f"{GET}/parameters/0/schema", f"{GET}/parameters/query page/schema"),
        (f"{GET}/parameters/1", f"{GET}/parameters/header id"),
        (f"{GET}/parameters/2", f"{GET}/parameters/query id"),
        (f"{GET}/parameters/3", f"{GET}/parameters/3"),
        (f"{GET}/parameters/5", f"{GET}/parameters/5"),
        (f"{GET}/parameters/9", f"{GET}/parameters/9"),
        (f"{GET}/tags/0", f"{GET}/tags/a~1b"),
        ("/servers/0/variables", "/servers/https:~1~1api.example.com/variables"),
        ("/security/0", "/security/key and token"),
        ("/security/1", "/security/1"),
        ("/tags/0", "/tags/pets"),
        (f"{PET}/enum/0", f"{PET}/enum/cat"),
        (f"{PET}/enum/2", f"{PET}/enum/null"),
        (f"{PET}/required/0", f"{PET}/required/name"),
        (f"{PET}/oneOf/0/type", f"{PET}/oneOf/Cat/type"),
        (f"{PET}/oneOf/1", f"{PET}/oneOf/Dog"),
        (f"{PET}/oneOf/2", f"{PET}/oneOf/2"),
        (f"{PET}/prefixItems/0", f"{PET}/prefixItems/0"),
        (f"{PET}/properties/enum/enum/0", f"{PET}/properties/enum/enum/a"),
        ("/nothing/enum/0", "/nothing/enum/0"),
    ],
)
def test_items_have_the_names_that_tell_them_apart(pointer: str, named: str) -> None:
    assert PointerNames(Document(DOCUMENT)).name(pointer) == named
