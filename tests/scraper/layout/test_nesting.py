import pytest

from scraper.layout.nesting import nest, nest_values, split_name
from spec.model import ArrayOf, ObjectOf, Property, Scalar, Source, Type

SOURCE = Source("a.md", 1, 1)


def row(name: str, kind: Type | None = None) -> Property:
    return Property(name, kind or Scalar("string"), SOURCE)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("a", ("a",)),
        ("a[b][c]", ("a", "b", "c")),
        ("a.b[]", ("a", "b", "")),
        ("a:b:c", ("a", "b", "c")),
        ("a::b", ("a::b",)),
        ("a[b", ("a[b",)),
    ],
)
def test_names_are_split_into_keys(name, keys):
    assert split_name(name) == keys


def test_names_with_colons_nest_below_rows_and_below_what_has_no_row():
    lamps = [row("lamps", ArrayOf(ObjectOf())), row("lamps:name"), row("lamps:rooms:id"), row("shade:size")]
    found = {prop.name: prop.type for prop in nest(lamps)}
    rooms = ObjectOf((row("id"),))
    assert found["lamps"] == ArrayOf(ObjectOf((row("name"), Property("rooms", rooms, SOURCE))))
    assert found["shade"] == ObjectOf((row("size"),))


def test_fields_of_a_form_make_the_value_that_they_stand_for():
    types: dict[str, Type] = {"n": Scalar("integer")}
    assert nest_values([("a[b]", "1"), ("a[c]", "2"), ("l[]", "3"), ("n", "4")], types) == {
        "a": {"b": "1", "c": "2"},
        "l": ["3"],
        "n": 4,
    }


def test_members_of_an_item_are_sent_one_after_another():
    pairs = [("l[][k]", "1"), ("l[][v]", "2"), ("l[][k]", "3")]
    assert nest_values(pairs, {}) == {"l": [{"k": "1", "v": "2"}, {"k": "3"}]}
