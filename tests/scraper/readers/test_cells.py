"""Tables of dumps with one cell a line: what is a type, and what ends a table."""

import pytest

from scraper.blocks import Code, Heading, Table
from scraper.dialects.huawei.vocabulary import VOCABULARY, WEAK
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


def rows_of(text):
    blocks = read_cells(Page("a.txt", tuple(text.split("\n"))), VOCABULARY, WEAK)[0]
    return [[[cell.text for cell in row.cells] for row in block.rows] for block in blocks if isinstance(block, Table)]


@pytest.mark.parametrize(
    "kind",
    [
        "Array.",
        "Boalean",
        "Object (data structure of the size field)",
        "Object. For details, see Table 4",
        "list of my rooms",
        "Array String",
        "JSONArray",
    ],
)
def test_a_cell_with_a_remark_or_a_slip_of_the_pen_is_a_type(kind):
    assert tables("total", "Integer", "How many.", "rooms", kind, "All rooms.") == [
        [["total", "Integer", "How many."], ["rooms", kind, "All rooms."]]
    ]


def test_a_structure_that_any_caption_names_is_a_type():
    found = tables(
        "room", "room_resp", "One.", "Table 3 Parameters of field room_resp", "Parameter", "Type", "id", "String"
    )
    assert found == [[["room", "room_resp", "One."]], [["id", "String"]]]


@pytest.mark.parametrize("answer", ["This parameter is mandatory when id is used.", "No\nNOTE:\nUnless id is used."])
def test_an_answer_may_be_a_sentence_or_go_over_several_lines(answer):
    lines = ["URI", "Parameter", "Mandatory", "Type", "Description", "id", "Yes", "String", "Key.", "name"]
    lines += [*answer.split("\n"), "String", "Which one.", "size", "No", "Integer", "How many."]
    assert rows_of("\n".join(lines))[0][1] == ["name", answer, "String", "Which one."]


def test_json_above_further_rows_and_json_that_opens_a_description_are_in_the_table():
    found = tables(
        "room", "Object", "As in", "{", '"id": 1', "}", "size", "Integer", "How many.", "tags", "Array", "[", "1", "]"
    )
    assert [[cell.split("\n")[0] for cell in row] for row in found[0]] == [
        ["room", "Object", "As in"], ["size", "Integer", "How many."], ["tags", "Array", "["]
    ]  # fmt: skip


def test_json_below_the_last_row_is_an_example():
    assert tables("size", "Integer", "How many.", "{", '"id": 1', "}") == [[["size", "Integer", "How many."]]]


@pytest.mark.parametrize(
    ("heading", "content"),
    [
        ("Response", "Parameter\n\nType\n\nDescription"),
        ("Status Code", "Status Code\n\nDescription"),
        ("Sample request", "curl -X GET https://h/v1/rooms"),
        ("Example response (done)", '{ "id": 1 }'),
        ("Request", "Table 3 and Table 4 describe the parameters."),
        ("Request", "Example:\n\nGET /v1/rooms HTTP/1.1"),
        ("Example", "Step 1: Find the room that is yours.\n\nGET https://h/v1/rooms"),
    ],
)
def test_a_word_in_front_of_the_content_of_a_section_is_a_heading(heading, content):
    text = f"URI\n\nGET /v1/rooms\n\nParameter\n\nDescription\n\nid\n\nKey.\n\n{heading}\n\n{content}"
    blocks = read_cells(Page("a.txt", tuple(text.split("\n"))), VOCABULARY, WEAK)[0]
    assert [block.text for block in blocks if isinstance(block, Heading)] == ["URI", heading]


def test_a_line_that_says_what_the_next_table_holds_is_in_no_cell():
    lines = ["URI", "Parameter", "Description", "id", "Key.", "Table 2 describes the rest.", "Table 2 Query parameters"]
    assert rows_of("\n".join([*lines, "Parameter", "Description", "size", "How many."])) == [
        [["id", "Key."]], [["size", "How many."]]
    ]  # fmt: skip


def test_json_behind_the_name_of_a_member_is_in_the_table():
    found = tables("rules", "Object", "As in", '"rules": [', "{", '"id": 1', "}", "]", "No more.")
    assert [row[0] for row in found[0]] == ["rules"]
    assert found[0][0][2].endswith("]\nNo more.")


def test_a_word_in_small_letters_is_no_heading():
    found = tables("id", "String", "Key.", "uri", "String", "Where it is.")
    assert found == [[["id", "String", "Key."], ["uri", "String", "Where it is."]]]


def test_a_header_may_begin_small_and_a_name_with_a_number_sign():
    lines = (
        "URI",
        "key",
        "Value Type",
        "Mandatory",
        "Description",
        "#id",
        "String",
        "Yes",
        "Key.",
        "size",
        "String",
        "No",
        "How many.",
    )
    assert rows_of("\n".join(lines)) == [[["#id", "String", "Yes", "Key."], ["size", "String", "No", "How many."]]]


def test_a_sentence_about_a_list_is_no_type():
    lines = (
        "URI",
        "Parameter",
        "Mandatory",
        "Type",
        "Description",
        "rooms",
        "Yes",
        "JSONArray",
        "List of rooms.",
        "id",
        "No",
    )
    assert rows_of("\n".join([*lines, "String", "Key.", "Or not."]))[0][0] == [
        "rooms",
        "Yes",
        "JSONArray",
        "List of rooms.",
    ]


ANSWERED = ["URI", "Parameter", "Mandatory", "Type", "Description", "colour", "Yes", "String", "The colour."]


def test_a_name_above_a_type_is_a_row_whose_answer_is_lost_and_reported():
    lines = [*ANSWERED, "red", "Boolean", "size", "No", "Integer", "How many."]
    blocks, found = read_cells(Page("a.txt", tuple(lines)), VOCABULARY)
    assert [[row.cells[0].text for row in block.rows] for block in blocks if isinstance(block, Table)] == [
        ["colour", "red", "size"]
    ]
    assert [(finding.code, finding.line) for finding in found] == [("ambiguous-split", 10)]


def test_a_value_in_an_announced_list_is_no_row():
    lines = [*ANSWERED, "Values:", "red", "Boolean", "size", "No", "Integer", "How many."]
    blocks, found = read_cells(Page("a.txt", tuple(lines)), VOCABULARY)
    assert [[row.cells[0].text for row in block.rows] for block in blocks if isinstance(block, Table)] == [
        ["colour", "size"]
    ]
    assert found == ()
