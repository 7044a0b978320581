"""Tables of text whose cells stand in columns: where rows begin when cells are set in the middle of them."""

import inscriptis
import pytest

from scraper.blocks import Table
from scraper.dialects import find_dialect
from scraper.dialects.huawei.vocabulary import VOCABULARY
from scraper.page import Page, parse_page
from scraper.readers.alignment import Alignment, split_rows
from scraper.readers.cells import read_cells
from scraper.reading import parse_page_facts


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def render(*tables, valign="middle", header=("Parameter", "Type", "Description")):
    """Tables as a text renderer prints them; a cell is a string, or the list of its paragraphs."""
    html = "<h1>Rooms</h1><h2>URI</h2>"
    for rows in tables:
        cells = [[paragraphs(*([cell] if isinstance(cell, str) else cell)) for cell in row] for row in (header, *rows)]
        lines = ["".join(f'<td valign="{valign}">{cell}</td>' for cell in row) for row in cells]
        html += "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table><p>After it.</p>"
    return inscriptis.get_text(html)


def read(text):
    blocks, found = read_cells(Page("a.txt", tuple(text.split("\n"))), VOCABULARY)
    tables = [block for block in blocks if isinstance(block, Table)]
    rows = [[[[part.text for part in cell.parts] for cell in row.cells] for row in table.rows] for table in tables]
    return rows, [diagnostic.code for diagnostic in found]


def expected(rows):
    return [[[cell] if isinstance(cell, str) else list(cell) for cell in row] for row in rows]


ROWS = {
    "a long row alone": [("boards", "Array", ["One.", "Two.", "Three.", "Four."])],
    "long beside short": [
        ("id", "String", "Key."),
        ("boards", "Array", ["One.", "Two.", "Three.", "Four."]),
        ("size", "Integer", "Height."),
    ],
    "long beside long": [
        ("boards", "Array", ["One.", "Two.", "Three."]),
        ("lamps", "Array", ["Four.", "Five.", "Six.", "Seven."]),
        ("doors", "Array", ["Eight.", "Nine."]),
    ],
    "a name of two paragraphs": [("boards", "Array", ["One.", "Two."]), (["lamps", "(old)"], "Array", "Three.")],
    "no type": [("boards", [], ["One.", "Two.", "Three."]), ("id", "String", "Key.")],
}


@pytest.mark.parametrize("is_stripped", [False, True], ids=["padded", "stripped"])
@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_a_row_begins_above_its_name_where_cells_are_in_the_middle(rows, is_stripped):
    text = render(rows)
    if is_stripped:
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    assert read(text) == ([expected(rows)], [])


@pytest.mark.parametrize("name", ["a long row alone", "long beside short", "no type"])
def test_a_row_begins_with_its_name_where_cells_are_at_the_top(name):
    assert read(render(ROWS[name], valign="top")) == ([expected(ROWS[name])], [])


TWICE = [("boards", "Array", ["One.", "Two."]), ("lamps", "Array", ["Three.", "Four."])]
"""Cells that say the same at the top of these rows and in the middle of others."""


def test_rows_that_two_alignments_divide_differently_are_reported():
    rows, codes = read(render(TWICE, valign="top"))
    assert rows == [expected(TWICE)]
    assert codes == ["ambiguous-split"]


def test_another_table_of_the_page_tells_how_cells_are_aligned():
    long = ROWS["a long row alone"]
    assert read(render(TWICE, long, valign="top")) == ([expected(TWICE), expected(long)], [])
    other = [("boards", "Array", "One."), ("lamps", "Array", ["Two.", "Three.", "Four."])]
    assert read(render(other, long)) == ([expected(other), expected(long)], [])


def test_a_table_ends_where_its_lines_are_no_longer_filled_up():
    text = render([("boards", "Array", ["One.", "Two."])]).replace("After it.", "  a    note  ")
    rows, _ = read(text)
    assert rows == [expected([("boards", "Array", ["One.", "Two."])])]


def test_rows_that_keep_to_no_alignment_begin_at_their_names_and_are_reported():
    lines = ("Parameter  Type    Description", "           Array   One.", "boards")
    rows, codes = read("\n".join(["URI", *lines]))
    assert [row[0] for row in rows[0]] == [["boards"]]
    assert codes == ["ambiguous-split"]


def test_a_word_under_a_table_is_no_row():
    text = "URI\n\nParameter  Type    Description\n\nid         String  Key.\n\nResponse\n\nIt says a word."
    assert read(text) == ([expected([("id", "String", "Key.")])], [])


TABS = "Status Code\n\nStatus Code\tRemark\n\n200\tDone.\n\n404\tNo room."


def test_a_word_above_the_header_of_a_table_is_a_heading():
    for text in (
        TABS.replace("Remark", "Description"),
        TABS.replace("\tRemark", "  Description").replace("\t", "          "),
    ):
        blocks, _ = read_cells(Page("a.txt", ("URI", "", *text.split("\n"))), VOCABULARY)
        assert [(block.text, block.level) for block in blocks[1:2]] == [("Status Code", 2)]
        assert [[cell.text for cell in row.cells] for row in blocks[2].rows] == [["200", "Done."], ["404", "No room."]]


def test_a_title_that_nobody_knows_is_a_header_where_tabs_divide_the_next_line_too():
    assert read(TABS) == ([[[["200"], ["Done."]], [["404"], ["No room."]]]], [])
    assert read("URI\n\nStatus Code\tRemark\n\nNo more.") == ([], [])


HEAD = "URI\n\nParameter\tType\tDescription\n"
TWO = [[["colour"], ["String"], ["First.", "Second."]], [["kind"], ["String"], ["A word."]]]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n"], ids=["close", "apart", "blank"])
def test_a_line_between_two_rows_with_tabs_is_more_of_the_last_cell(between):
    text = f"{HEAD}colour\tString\tFirst.{between}Second.{between}kind\tString\tA word."
    assert read(text) == ([TWO], [])


def test_a_line_under_the_last_row_with_tabs_is_more_of_its_cell_and_reported():
    text = f"{HEAD}kind\tString\tA word.\nOr two.\n\nIt is said elsewhere."
    assert read(text) == ([[[["kind"], ["String"], ["A word.", "Or two."]]]], ["ambiguous-split"])


@pytest.mark.parametrize("line", ["GET /shelves", "Response", "Table 2 Shelf"])
def test_a_line_that_no_cell_contains_ends_a_table_with_tabs(line):
    rows, codes = read(f"{HEAD}kind\tString\tA word.\n{line}\n\nIt is said elsewhere.")
    assert (rows, codes) == ([[[["kind"], ["String"], ["A word."]]]], [])


def test_the_header_of_another_table_is_no_row_of_the_one_with_tabs_above_it():
    rows, _ = read(f"{HEAD}kind\tString\tA word.\nStatus:\nStatus Code\tRemark\tDescription\n200\tOK\tDone.")
    assert [[row[0] for row in table] for table in rows] == [[["kind"]], [["200"]]]


def test_a_row_of_no_table_is_not_taken_for_a_sentence():
    page = parse_page(b"Lamps\n\nURI\n\nGET /lamps\n\nHangs.\n\nkind\tYes\tString\tA word.\n", "a.txt")
    facts = parse_page_facts(page, find_dialect("huawei"))
    assert facts.accounting.unread == ((9, 9),)
    assert [operation.description for operation in facts.api.operations] != []
    assert not any("kind" in operation.description for operation in facts.api.operations)


def test_many_short_rows_are_divided_in_no_more_work_than_their_number_asks():
    lines = [
        line for number in range(600) for line in ((f"n{number}", "String", "A word."), ("", "", "More."), ("",) * 3)
    ]
    count = 0

    class Counted(tuple):
        def __iter__(self):
            nonlocal count
            count += 1
            return super().__iter__()

    split = split_rows(tuple(map(Counted, lines)), Alignment.MIDDLE)
    assert split is not None
    assert len(split.spans) == 600
    assert count < 50 * len(lines)
