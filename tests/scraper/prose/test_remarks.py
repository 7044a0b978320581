"""Remarks in parentheses: about the value in front of them, or about the row."""

import pytest

from scraper.blocks import Text
from scraper.prose.english import read_prose
from scraper.prose.english_values import parse_default
from scraper.prose.model import ProseFacts
from spec.model import Scalar


def read(text: str) -> ProseFacts:
    return read_prose([Text(text, 1, 1)], "a.md", Scalar("integer"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The kinds are `round` (deprecated in 15.9) and `flat`.", False),
        ("The kind of lamp (deprecated in 15.9).", True),
        ("Deprecated in 15.9: use the shade.", True),
    ],
)
def test_a_remark_after_a_value_deprecates_no_row(text, expected):
    assert (read(text).deprecated is not None) is expected


@pytest.mark.parametrize("text", ["A level (defaults: `30`, the middle)", "A level (default `30`)"])
def test_a_default_in_parentheses_is_read(text):
    default = read(text).default
    assert default is not None
    assert default.value == 30


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Starting time (defaults to current time)", None),
        ("Defaults to dim for every room.", "dim"),
        ("The order. Default is desc", "desc"),
        ("Defaults to `current` time", "current"),
        ("Determines if the lamp dims or not, defaults to dim", "dim"),
        ("If the lamp is lit, defaults to dim", None),
        ("The kind of light (dim by default).", "dim"),
    ],
)
def test_a_word_that_opens_a_phrase_is_no_default(text, expected):
    default = read_prose([Text(text, 1, 1)], "a.md", Scalar("string")).default
    assert (default.value if default else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Defaults to `dim` if no value is supplied.", "dim"),
        ("The default is `dim` when not set.", "dim"),
        ("The default is `dim` if the value is omitted.", "dim"),
        ("This is `dim` by default.", "dim"),
        ("The default is `dim` if the lamp is set.", None),
        ("The default is `dim` if set.", None),
        ("The default is `dim` if the lamp is not set.", None),
    ],
)
def test_a_default_whose_condition_always_holds_has_none(text, expected):
    assert parse_default(text, Scalar("string")) == ((expected,) if expected else None)
