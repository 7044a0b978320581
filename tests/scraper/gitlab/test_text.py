"""Small pages in text, where headings have no mark."""

from __future__ import annotations

from scraper.dialects.gitlab import DIALECT
from scraper.page import parse_page
from scraper.reading import parse_page_facts

READ = ("Read a lamp", "GET /lamps/:id", "Example response:", '{\n  "id": 1\n}')
ROWS = ("Attribute", "Type", "Required", "Description", "search", "string", "no")


def stated(*parts: str) -> list[tuple[str, list[tuple[str, str]]]]:
    page = parse_page(("\n\n".join(["Lamps", *READ, *parts]) + "\n").encode(), "a.txt")
    _, *operations = parse_page_facts(page, DIALECT).api.operations
    return [
        (each.title, [(p.property.name, p.property.description) for p in each.parameters if p.location == "query"])
        for each in operations
    ]


def test_the_title_below_a_row_without_description_is_no_part_of_the_row() -> None:
    assert stated("List lamps", "GET /lamps", *ROWS, "List rooms", "GET /rooms") == [
        ("List lamps", [("search", "")]),
        ("List rooms", []),
    ]


def test_the_last_description_of_a_table_above_its_request_is_no_title() -> None:
    assert stated("List lamps", "These are all.", *ROWS, "Only lamps of this name", "GET /lamps") == [
        ("List lamps", [("search", "Only lamps of this name")])
    ]


def test_a_label_below_a_row_without_description_is_no_part_of_the_row() -> None:
    assert stated("List lamps", "GET /lamps", *ROWS, "Example response:", "[]") == [("List lamps", [("search", "")])]


def test_the_title_of_the_page_is_no_title_of_its_first_operation() -> None:
    page = parse_page(b"Lamps\n\nList lamps\n\nGET /rooms/:id/lamps\n", "a.txt")
    assert [each.title for each in parse_page_facts(page, DIALECT).api.operations] == ["List lamps"]


def test_the_title_next_to_a_request_is_its_own_and_sentences_are_none() -> None:
    text = ("Rooms of lamps", "List rooms", "Gives the rooms. Leaves out those below", "Note: New in 8.1", "GET /rooms")
    assert stated(*text) == [("List rooms", [])]
