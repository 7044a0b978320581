import pytest

from scraper.blocks import Text
from scraper.layout.choices import add_choices
from spec.model import ArrayOf, Fact, Property, Scalar, Source, Type, UnknownType

STRING, INTEGER, SOURCE = Scalar("string"), Scalar("integer"), Source("a.md", 3, 3)


def read(text: str, kind: Type = STRING, default: object = None) -> Property:
    given = None if default is None else Fact(str(default), SOURCE)
    return add_choices(Property("a", kind, SOURCE, default=given), [Text(text, 3, 3)], "a.md")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sort lamps in `up` or `down` order", ["up", "down"]),
        ("Sort lamps in `up` or `down` order by `made_at`. Default is `up`", ["up", "down"]),
        ("Sort lamps in `up` or `down` order by date of making. Default is `up`", ["up", "down"]),
        ("Lamps ordered by `id`, `name` or `made_at` (default: `id`)", ["id", "name", "made_at"]),
        ("Allowed values are `up` or `down` only. Else `x`.", ["up", "down"]),
        ("The scope. Possible values `lamp`, `room`, `all`.", ["lamp", "room", "all"]),
        ("Available shapes are: `round` (default), `flat`, and `long`.", ["round", "flat", "long"]),
        ("Can take `dim` _(less, or none)_, `lit` and `all` as a parameter.", []),
        ("Can take `dim` (less, or none), `lit` and `all` as a parameter.", ["dim", "lit", "all"]),
        ("Either `down` (default) for less light or `up` for more light.", ["down", "up"]),
        ("Can be `a` or `b`. Since 13.5, can be `c`.", ["a", "b", "c"]),
        ("The kind of lamp: `round`, `flat`.", ["round", "flat"]),
        ("The kind of lamp; `round` or `flat`", ["round", "flat"]),
        ("Either `Lamp::Round` or `Lamp::Flat`", ["Lamp::Round", "Lamp::Flat"]),
        ("Only `PUT` and `POST` methods allowed.", ["PUT", "POST"]),
        ("Either `on` or `off` are allowed.", ["on", "off"]),
        ("Allowed values are `A-Z`, `a-z` or `0-9`.", []),
        ('Valid values: `"all"` or `"none"`.', ["all", "none"]),
        ("Comma-separated list of: `a`, `b`", []),
        ("For example: `a`, `b`", []),
        ("The path, such as: `a` or `b`", []),
        ("One of `1h`, `1d`, etc.", []),
        ("Lamps that are `lit` or `dim`", []),
        ("Searches in `title` and `text`", []),
    ],
)
def test_only_values_that_are_said_to_be_all_are_choices(text, values):
    assert [value.value for value in read(text).enum] == values


def test_choices_have_the_documented_type():
    text = "Valid values are `0` (default) for off, `1` for on, and `6` for dim."
    assert [value.value for value in read(text, INTEGER).enum] == [0, 1, 6]
    assert read(text, INTEGER).default == Fact(0, read(text, INTEGER).enum[0].source)
    assert [value.value for value in read(text, ArrayOf(INTEGER)).enum] == [0, 1, 6]
    assert read("Either `on` or `off`.", INTEGER).enum == ()
    assert read("Either `true` or `false`.", Scalar("boolean")).enum == ()


def test_no_value_among_the_choices_may_be_null():
    row = read("Allowed values are: `on`, `off`, and `nil` to allow both.")
    assert ([value.value for value in row.enum], row.nullable is not None) == (["on", "off"], True)


def test_a_default_that_is_none_of_the_values_forbids_them():
    assert read("Either `on` or `off`.", default="dim").enum == ()
    assert len(read("Either `on` or `off`.", default="off").enum) == 2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sort lamps in `up` or `down` order (default: `down`)", ["up", "down"]),
        ("Filter values are `on` or `off`. Else all.", ["on", "off"]),
        ("Can be `nil` (default; inherited), `0` (none) or `> 0`", []),
    ],
)
def test_a_list_ends_where_its_sentence_does(text, values):
    assert [value.value for value in read(text).enum] == values


@pytest.mark.parametrize(
    ("text", "default"),
    [
        ("Lit - true, false (default), or null (means false)", False),
        ("Lit - true (default) or false", True),
        ("Lit - `false` or `true`", None),
    ],
)
def test_a_row_without_a_type_that_is_true_or_false_is_a_boolean(text, default):
    row = read(text, UnknownType())
    assert (row.type, row.default and row.default.value) == (Scalar("boolean"), default)
    assert read(text).type == STRING


def test_numbers_that_a_row_without_a_type_lists_are_numbers():
    assert [value.value for value in read("Either `10` or `20`.", UnknownType()).enum] == [10, 20]
