import pytest

from scraper.types import MAX_DEPTH, parse_type
from spec.model import ArrayOf, ObjectOf, Reference, Scalar, Union, UnknownType

STRING, INTEGER = Scalar("string"), Scalar("integer")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("String", STRING),
        ("`string`", STRING),
        ("String(64)", STRING),
        ("Long", Scalar("integer", "int64")),
        ("bool", Scalar("boolean")),
        ("Array of strings", ArrayOf(STRING)),
        ("array of Integer", ArrayOf(INTEGER)),
        ("List<String>", ArrayOf(STRING)),
        ("string array", ArrayOf(STRING)),
        ("string[]", ArrayOf(STRING)),
        ("Array of Array of strings", ArrayOf(ArrayOf(STRING))),
        ("Array of Tag objects", ArrayOf(Reference("Tag"))),
        ("array of hanging lamp objects", ArrayOf(ObjectOf())),
        ("array of hashes", ArrayOf(ObjectOf())),
        ("Tag object", Reference("Tag")),
        ("Tag", Reference("Tag")),
        ("Map<String, Integer>", ObjectOf(additional=INTEGER)),
        ("Object", ObjectOf()),
        ("Array", ArrayOf(UnknownType())),
        ("integer/string", Union((INTEGER, STRING))),
        ("String or Array of strings", Union((STRING, ArrayOf(STRING)))),
        ("", UnknownType()),
        ("frob nicate", UnknownType("frob nicate")),
    ],
)
def test_type_cells(text: str, expected: object) -> None:
    assert parse_type(text) == expected


def test_nesting_is_read_up_to_a_limit() -> None:
    deep = parse_type("array of " * 3000 + "string")
    assert isinstance(deep, UnknownType)
    assert parse_type("array of " * (MAX_DEPTH - 1) + "string") != UnknownType()
