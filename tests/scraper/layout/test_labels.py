import pytest

from scraper.layout.labels import is_about_each_value, mentioned_names, owners_in_sentence, owners_in_title


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The `bulb` object can have the following keys:", ("bulb",)),
        ("The `bulb` parameter takes the following keys:", ("bulb",)),
        ("Both the `maker` and `owner` parameters have the same keys:", ("maker", "owner")),
        ("The value for each of the names in `lamps` is an object with these keys:", ("lamps",)),
        ("The following fields are included in the `check` object:", ("check",)),
        ("These are the attributes of `a`, `b` and `c`:", ("a", "b", "c")),
        ("Send an object that has the following keys:", ()),
        ("The `bulb` object has the following keys, but no table.", ()),
        ("Use `bulb` to send light:", ()),
    ],
)
def test_a_sentence_announces_the_members_of_the_objects_that_it_names(text, owners):
    assert owners_in_sentence(text) == owners


@pytest.mark.parametrize(
    ("title", "owners"),
    [
        ("`bulb` object", ("bulb",)),
        ("The `bulb` parameter", ("bulb",)),
        ("`bulb`", ("bulb",)),
        ("Example of `bulb`", ()),
        ("Bulb object", ()),
    ],
)
def test_a_title_announces_the_members_of_the_object_that_it_names(title, owners):
    assert owners_in_title(title) == owners


def test_a_sentence_may_be_about_all_values():
    assert is_about_each_value("The value for each of the names in `lamps` is an object with these keys:")
    assert not is_about_each_value("The `lamps` object has these keys:")


def test_without_marks_only_known_names_are_names():
    assert owners_in_title("bulb object", {"bulb"}) == ("bulb",)
    assert owners_in_title("bulb object") == ()
    assert owners_in_sentence("Both the maker and owner parameters have the same keys:", {"maker", "owner"}) == (
        "maker",
        "owner",
    )
    assert owners_in_sentence("The request parameters have the following keys:", {"maker"}) == ()
    assert mentioned_names("Both the maker and owner have the same keys:", {"maker", "owner", "keys2"}) == [
        "maker",
        "owner",
    ]
    assert mentioned_names("The `maker` and the owner:", {"maker", "owner"}) == ["maker"]


def test_a_key_of_an_example_is_a_name_only_where_the_sentence_calls_it_an_object():
    shown = {"data", "maker"}
    assert owners_in_sentence("You can limit what is read with the parameters of the data:", (), shown) == ()
    assert owners_in_sentence("The data object has the following keys:", (), shown) == ("data",)
    assert owners_in_sentence("The owner and maker parameters have the same keys:", {"owner"}, shown) == (
        "owner",
        "maker",
    )
