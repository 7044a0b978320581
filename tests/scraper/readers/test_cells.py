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


def codes(text):
    blocks = read_cells(Page("a.txt", tuple(text.split("\n"))), VOCABULARY)[0]
    return [(block.language, block.text) for block in blocks if isinstance(block, Code)]


@pytest.mark.parametrize(
    "element",
    [
        '<m:room xmlns:m="urn:room">\n<m:lamp/>\n\n<m:room/>\n</m:room>',
        '<?xml version="1.0"?>\n<room>\n  <room>1</room>\n</room>',
        "<room\n  id='1'>\n</room>",
    ],
)
def test_an_element_is_code_up_to_its_end(element):
    assert codes(f"URI\n\nSample response\n\n{element}\n\nDone.") == [("xml", element)]


@pytest.mark.parametrize("text", ["<room>", "<room> is the name of a room.", "<room>\n</lamp>"])
def test_a_mark_that_nothing_closes_is_text(text):
    assert codes(f"URI\n\nSample response\n\n{text}\n\nDone.") == []


def test_code_has_no_indent_that_all_of_its_lines_have():
    assert codes('URI\n\nSample response\n\n    {\n        "a": 1\n    }') == [("json", '{\n    "a": 1\n}')]
