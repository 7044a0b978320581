"""Values that English descriptions list on lines of their own, add later, or join into one string."""

import pytest

from scraper.blocks import Text
from scraper.prose.english import read_prose
from spec.model import ArrayOf, Scalar

STRING = Scalar("string")


def read(kind, *lines):
    return read_prose([Text(line, i, i) for i, line in enumerate(lines, start=1)], "page", kind)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("How. Can be one of:", "* `dim` - little light", "* `lit` - much"), ["dim", "lit"]),
        (("How it is drawn. Can be either:", "* `flat` to draw lines", "* `full` to draw areas"), ["flat", "full"]),
        (("Set if it hangs. Must be one of:", "* `a`", "* `b`"), ["a", "b"]),
        (("What they may do:", "* `dim` - make it dark", "* `lit` - make it bright", "Default: `dim`"), ["dim", "lit"]),
        (("What they may do:", "* `dim` it", "* `lit` it"), []),
        (("Can be `a` or `b`. If it is old, it can also be `c`.",), ["a", "b", "c"]),
        (("Can be `a` or `b`. It can also be blue.",), ["a", "b"]),
        (("It can also be `c`.",), []),
        (("Can be one of:", "Whatever there is."), []),
        (("Several rooms, comma-separated. Can include:", "* `a`: one", "* `b`: two"), []),
        (("Names separated by commas. Can be one of `a` or `b`.",), []),
        (("The mode; one of `1` for file (blob), `2` for folder, or `3` for link.",), ["1", "2", "3"]),
        (("Use either `a` or `b` to name it.",), []),
        (('Which side. Possible values are `"up"`, `"down"`, and `"up side"`.',), ["up", "down", "up side"]),
        (("Options:", "dim (default): for the night.", "lit: for the day."), ["dim", "lit"]),
        (("Options:", "dim at night: less light.", "lit: for the day.", "It is old."), []),
        (("Options:", "dim: less.", "lit: more.", "Other lights stay."), ["dim", "lit"]),
        (("The light. The default value is dim.", "dim: for the night", "lit: for the day"), ["dim", "lit"]),
        (("The light.", "dim: for the night (default)", "lit: for the day"), ["dim", "lit"]),
        (("The light. The default value is dim.", "lit: for the day", "off: for sleep"), []),
        (("The light. The default value is dim.", "dim: for the night", "Note: it is old"), []),
        (("What a lamp prints:", "${lamp_mode}: its mode. The value can be dim or lit."), []),
        (("What a lamp has:", "lamp_mode: its mode. The value can be dim or lit."), []),
    ],
)
def test_values_are_those_that_are_listed_for_the_whole_string(lines, expected):
    assert [value.value for value in read(STRING, *lines).enum] == expected


def test_values_of_a_list_may_be_listed_though_it_can_be_joined_by_commas():
    facts = read(ArrayOf(STRING), "Names, also separated by commas. Can be one of `a` or `b`.")
    assert [value.value for value in facts.enum] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The maximum size is 20 characters.", [("maxLength", 20)]),
        ("The maximum size is 64 KB.", []),
    ],
)
def test_a_size_in_characters_is_a_length(text, expected):
    assert [(c.keyword, c.value) for c in read(STRING, text).constraints] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Options:", "dim (default): for the night.", "lit: for the day."), "dim"),
        (("The light.", "dim: for the night", "lit: for the day (default)"), "lit"),
        (("At night, it is dim. Otherwise, the default value is lit.",), None),
    ],
)
def test_the_default_may_be_marked_in_the_list(lines, expected):
    default = read(STRING, *lines).default
    assert (default and default.value) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (ArrayOf(STRING), 'What it is for. Default: `["push"]`', ["push"]),
        (ArrayOf(STRING), "What it is for. Default: `[]`.", []),
        (ArrayOf(STRING), "What it is for. Default: `[push]`", None),
        (ArrayOf(STRING), "What it is for. Default: `[[]]`", None),
    ],
)
def test_a_default_may_be_a_list(kind, text, expected):
    default = read(kind, text).default
    assert (None if default is None else default.value) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Set to `null` to disable.",
        "To take it off, set the value of the shade to `null`.",
        "Sending a `null` value takes it off.",
        "Can be set to null.",
    ],
)
def test_a_value_that_may_be_sent_as_null_is_nullable(text):
    assert read(STRING, text).nullable is not None


@pytest.mark.parametrize("text", ["Set to `true` unless `null` is meant.", "Never null."])
def test_a_mention_of_null_is_no_permission(text):
    assert read(STRING, text).nullable is None
