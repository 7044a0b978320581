from textwrap import dedent
from time import perf_counter

import pytest

from scraper.blocks import Block, Code, Furniture, Heading, ListBlock, Paragraph, Table
from scraper.page import Page
from scraper.readers.markdown import read_markdown


def page(text: str) -> Page:
    return Page("pages/w.md", tuple(dedent(text).strip("\n").split("\n")))


def read(text: str) -> tuple[Block, ...]:
    return read_markdown(page(text))[0]


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_headings_carry_their_anchors_and_lines():
    blocks = read("""
        # Widgets <a name="sec_1"></a>

        ## Paint *a* widget {#paint}
        """)
    assert blocks == (Heading(1, "Widgets", 1, 1, ("sec_1",)), Heading(2, "Paint a widget", 3, 3, ("paint",)))


def test_paragraphs_keep_code_drop_emphasis_and_list_link_targets():
    (block,) = read("""
        The **bold** `id` of \\{a\\_b\\},
        see [here](other.md#x).\\
        Next.
        """)
    assert block == Paragraph("The bold `id` of {a_b}, see here.\nNext.", 1, 3, ("other.md#x",))


def test_an_unknown_tag_is_text():
    (block,) = read("Call GET /a/<id> now<br>please")
    assert isinstance(block, Paragraph)
    assert block.text == "Call GET /a/<id> now\nplease"


def test_a_table_right_after_a_paragraph_and_right_before_one_is_a_table():
    paragraph, table, rest, code = read("""
        Parameters:
        | Attribute | Type |
        |---|---|
        | `id` | integer |
        | `a\\|b` | string
        Now call it.
        ```json
        {}
        ```
        """)
    assert paragraph == Paragraph("Parameters:", 1, 1)
    assert isinstance(table, Table)
    assert table.header is not None
    assert [cell.text for cell in table.header.cells] == ["Attribute", "Type"]
    assert cells(table) == [["`id`", "integer"], ["`a|b`", "string"]]
    assert (table.first, table.last, table.rows[1].first) == (2, 5, 5)
    assert rest == Paragraph("Now call it.", 6, 6)
    assert code == Code("{}", 7, 9, 8, "json")


def test_breaks_in_a_cell_separate_its_parts():
    (table,) = read("| A |\n|---|\n| one<br>two<br/> |")
    assert isinstance(table, Table)
    assert [part.text for part in table.rows[0].cells[0].parts] == ["one", "two"]


def test_lists_are_split_by_what_stands_inside_of_an_item():
    blocks = read("""
        -   URI format

            GET /v1/\\{id\\}

        -   Parameters
            -   deep

            ```
            {}
            ```
        -   Last
        """)
    first, paragraph, second, code, third = blocks
    assert isinstance(first, ListBlock)
    assert [item.text for item in first.items] == ["URI format"]
    assert paragraph == Paragraph("GET /v1/{id}", 3, 3)
    assert isinstance(second, ListBlock)
    assert [(item.text, depth) for item, depth in zip(second.items, second.depths, strict=True)] == [
        ("Parameters", 0),
        ("deep", 1),
    ]
    assert code == Code("{}", 8, 10, 9)
    assert isinstance(third, ListBlock)
    assert [(item.text, item.first) for item in third.items] == [("Last", 11)]


def test_an_embedded_table_is_one_block_with_its_caption_and_anchors():
    table, paragraph = (block for block in read("""
            **Table  1**  What is sent

            <a name="t1"></a><table><thead><tr><th>Parameter</th><th>Description</th></tr></thead>
            <tbody><tr><td rowspan="2"><p>id</p></td><td><p>first</p>

            <ul><li>one</li><li><code>two</code></li></ul></td></tr>
            <tr><td>again</td></tr></tbody>
            </table>
            After
            """) if not isinstance(block, Furniture))
    assert isinstance(table, Table)
    assert table.caption is not None
    assert table.caption.text == "Table 1 What is sent"
    assert table.anchors == ("t1",)
    assert (table.first, table.last) == (1, 8)
    assert cells(table) == [["id", "first\none\n`two`"], ["id", "again"]]
    part = table.rows[0].cells[1].parts[2]
    assert (part.text, part.first, table.rows[1].first) == ("`two`", 6, 7)
    assert paragraph == Paragraph("After", 9, 9)


def test_a_sentence_about_a_table_is_no_caption():
    blocks = read("Table 1 lists the parameters.\n\n| A |\n|---|\n| b |")
    assert isinstance(blocks[0], Paragraph)


def test_front_matter_is_furniture_and_its_title_a_heading():
    blocks = read("---\nstage: Plan\ntitle: 'Widgets API'\nx: 1\n---\n\nText")
    assert blocks == (
        Furniture("front-matter", 1, 2),
        Heading(1, "Widgets API", 3, 3),
        Furniture("front-matter", 4, 5),
        Paragraph("Text", 7, 7),
    )


def test_a_viewers_file_header_is_furniture():
    blocks = read("some-mirror/doc/x.md\n2021-01-02 10:11:12 +01:00\n\n12 lines\n1.5 KiB\nMarkdown\n\n# T\ntext")
    assert [block.name for block in blocks if isinstance(block, Furniture)] == ["repository-viewer-header"] * 5
    assert blocks[-2:] == (Heading(1, "T", 8, 8), Paragraph("text", 9, 9))


def test_a_first_paragraph_is_no_file_header():
    blocks = read("There are 12 lines\n12 lines\n\n# T")
    assert not any(isinstance(block, Furniture) for block in blocks)


def test_comments_shortcodes_directives_and_link_definitions_are_named():
    blocks = read("""
        <!-- a
        comment -->
        {{< details >}}

        - Tier: Free

        {{< /details >}}
        ::Tabs
        [[_TOC_]]

        ---

        [x]: https://example.com
        """)
    names = [(block.name, block.first, block.last) for block in blocks if isinstance(block, Furniture)]
    assert names == [
        ("comment", 1, 2),
        ("shortcode", 3, 3),
        ("shortcode", 7, 7),
        ("directive", 8, 8),
        ("table-of-contents", 9, 9),
        ("thematic-break", 11, 11),
        ("link-definition", 13, 13),
    ]


def test_text_in_a_quote_is_text():
    blocks = read("> **Note:** careful\n>\n> - one")
    assert blocks[0] == Paragraph("Note: careful", 1, 1)
    assert blocks[1] == Furniture("markup", 2, 2)
    assert isinstance(blocks[2], ListBlock)


def test_a_code_block_that_never_ends_is_reported():
    _, diagnostics = read_markdown(page("# T\n```json\n{\n"))
    assert [(d.code, d.line, d.end_line) for d in diagnostics] == [("truncated", 2, 3)]
    assert read_markdown(page("# T\n```json\n{}\n```"))[1] == ()


def test_a_table_that_is_never_closed_ends_with_its_paragraph():
    blocks = read("<table><tr><td>a\n\n# Next")
    assert isinstance(blocks[0], Table)
    assert blocks[-1] == Heading(1, "Next", 3, 3)


def grid(block: object) -> list[list[str]]:
    assert isinstance(block, Table)
    assert block.header is not None
    return [[cell.text for cell in row.cells] for row in (block.header, *block.rows)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| a | b |\n| `c` | d |", [["a", "b"], ["`c`", "d"]]),
        ("a | b | c\nd | e | f", [["a", "b", "c"], ["d", "e", "f"]]),
        ("| a | b | c |\n|---|---|\n| d | e\\|e | f |", [["a", "b", "c"], ["d", "e|e", "f"]]),
        ("| a | b |\n| [c](#d) | e |", [["a", "b"], ["c", "e"]]),
    ],
)
def test_lines_of_cells_are_a_table_without_a_delimiter_row(text, expected):
    (block,) = read(text)
    assert grid(block) == expected
    assert (block.first, block.last) == (1, text.count("\n") + 1)


@pytest.mark.parametrize(
    "text", ["| a | b |", "a | b\nc | d", "| a | b |\n| c |", "| a | b | c |\n| d | e |\n| f | g |"]
)
def test_lines_with_different_numbers_of_cells_are_text(text):
    assert [type(block) for block in read(text)] == [Paragraph]


def test_a_table_without_a_delimiter_row_ends_where_a_whole_one_begins():
    blocks = read("| a | b |\n| c | d |\n| e | f |\n|---|---|\n| g | h |")
    assert [grid(block) for block in blocks] == [[["a", "b"], ["c", "d"]], [["e", "f"], ["g", "h"]]]


def test_many_uneven_lines_of_cells_are_read_in_time():
    started = perf_counter()
    read("\n".join("| a | b |" if number % 2 else "| a |" for number in range(4000)))
    assert perf_counter() - started < 5


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("up to 2<sup>31</sup> bees", "up to 2^31 bees"),
        ('up to 2<sup id="s"><a name="s"></a>31</sup>', "up to 2^31"),
        ("10<sup>-3</sup>", "10^-3"),
        ("the 4<sup>th</sup> bee<sup>1</sup>", "the 4th bee1"),
        ("110<sub>2</sub> of H<sub>2</sub>O", "110_2 of H2O"),
        ("2<sup>31", "2^31"),
    ],
)
def test_a_number_above_or_below_a_number_is_no_part_of_it(marked, text):
    assert [block.text for block in read(marked) if isinstance(block, Paragraph)] == [text]
