from scraper.layout.material import Attributes
from scraper.layout.nesting import gather_rows, holder_names
from spec.model import ArrayOf, ObjectOf, Property, Scalar, Source, Union, UnknownType

SOURCE = Source("page", 1, 1)
TEXT = Scalar("string")


def row(name, kind=TEXT):
    return Property(name, kind, SOURCE)


def types(rows):
    return {prop.name: prop.type for prop in rows}


def test_members_go_into_their_row_however_deep_it_is():
    rows = gather_rows(
        [
            Attributes((row("output", ObjectOf()), row("name"))),
            Attributes((row("notes", ArrayOf(ObjectOf())),), parent="output"),
            Attributes((row("line", Scalar("integer")),), parent="notes"),
        ]
    )
    (notes,) = types(rows)["output"].properties
    assert notes.type == ArrayOf(ObjectOf((row("line", Scalar("integer")),)))
    assert list(types(rows)) == ["output", "name"]


def test_members_take_the_place_of_the_object_in_a_union():
    rows = gather_rows(
        [Attributes((row("a", Union((TEXT, ObjectOf()))),)), Attributes((row("b"),), parent="a", is_certain=True)]
    )
    assert types(rows) == {"a": Union((TEXT, ObjectOf((row("b"),))))}


def test_members_of_a_row_that_no_table_lists_need_words_that_say_so():
    inner = Attributes((row("b"),), parent="a")
    assert types(gather_rows([inner])) == {"b": TEXT}
    certain = Attributes((row("b"),), parent="a", is_certain=True)
    assert types(gather_rows([certain])) == {"a": ObjectOf((row("b"),))}


def test_a_table_without_rows_adds_nothing():
    assert gather_rows([Attributes((), parent="a", is_certain=True)]) == []


def test_members_of_each_value_make_a_map():
    rows = gather_rows([Attributes((row("a", ObjectOf()),)), Attributes((row("b"),), parent="a", is_map=True)])
    assert types(rows) == {"a": ObjectOf(additional=ObjectOf((row("b"),)))}


def test_rows_that_may_have_members_are_found_at_any_depth():
    inner = ObjectOf((row("b", ArrayOf(UnknownType())), row("c")))
    assert holder_names([row("a", inner), row("d")]) == {"a", "b"}
