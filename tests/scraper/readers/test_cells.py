"""Tables of dumps with one cell a line: what is a type, and what ends a table."""

import pytest

from scraper.blocks import Code, Table
from scraper.dialects.huawei.vocabulary import VOCABULARY
from scraper.page import Page
from scraper.readers.cells import read_cells

HEADER = ("Response", "Parameter", "Type", "Description")


def tables(*lines: str) -> list[list[list[str]]]:
    page = Page("a.txt", tuple(line for text in (*HEADER, *lines) for line in (text, "")))
    blocks = read_cells(page, VOCABULARY)[0]
    return [[[cell.text for cell in row.cells] for row in block.rows] for block in blocks if isinstance(block, Table)]


@pytest.mark.parametrize("kind", ["Table 3", "Array of room_tags", "List<room>", "JSON object", "enum"])
def test_a_cell_that_leads_to_another_table_is_a_type(kind):
    assert tables("total", "Integer", "How many.", "rooms", kind, "All rooms.") == [
        [["total", "Integer", "How many."], ["rooms", kind, "All rooms."]]
    ]


def test_a_caption_without_title_in_front_of_a_table_ends_the_one_before():
    found = tables(
        "rooms", "Table 3", "All rooms.", "Table 3", "Parameter", "Type", "Description", "id", "String", "Key."
    )
    assert found == [[["rooms", "Table 3", "All rooms."]], [["id", "String", "Key."]]]


def test_a_command_is_code_up_to_a_blank_line():
    text = "Example Requests\n\ncurl -X PUT \\\n  https://h/v1/rooms\n\nDone."
    blocks = read_cells(Page("a.txt", tuple(text.split("\n"))), VOCABULARY)[0]
    assert [block.text for block in blocks if isinstance(block, Code)] == ["curl -X PUT \\\n  https://h/v1/rooms"]
