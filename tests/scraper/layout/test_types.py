import pytest

from scraper.layout.types import read_worded_type
from spec.model import ArrayOf, ObjectOf, Scalar, Union, UnknownType

INTEGER, STRING = Scalar("integer"), Scalar("string")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Array of Hashes", ArrayOf(ObjectOf())),
        ("array of lamp JSON objects", ArrayOf(ObjectOf())),
        ("hash of strings to integers", ObjectOf(additional=INTEGER)),
        ("hash of strings", ObjectOf(additional=STRING)),
        ("comma-separated string", STRING),
        ("string (comma separated)", STRING),
        ("DateTime (ISO 8601)", Scalar("string", "date-time")),
        ("date string (YYYY-MM-DD)", Scalar("string", "date")),
        ("integer, string", Union((INTEGER, STRING))),
        ("string, optional", STRING),
        ("array[integer]", ArrayOf(INTEGER)),
        ("array of arrays", ArrayOf(ArrayOf(UnknownType()))),
        ("Array of Lamp", ArrayOf(UnknownType())),
        ("shiny (string)", UnknownType("shiny (string)")),
        ("Lamp", UnknownType("Lamp")),
    ],
)
def test_types_are_read_from_words(words, kind):
    assert read_worded_type(words) == (kind, False)


@pytest.mark.parametrize("words", ["string or null", "string, null", "null|string", "string (nullable)"])
def test_null_among_the_types_is_no_type(words):
    assert read_worded_type(words) == (STRING, True)
