import re
from textwrap import dedent

import pytest

from scraper.blocks import Block, Code, Furniture, Heading, ListBlock, Paragraph, Table
from scraper.ledger import Ledger
from scraper.readers.html import read_html


def read(text: str) -> tuple[Block, ...]:
    return tuple(block for block in read_all(text) if not isinstance(block, Furniture))


def read_all(text: str) -> tuple[Block, ...]:
    return read_html(dedent(text).strip("\n").split("\n"))


PAGE = """
<!DOCTYPE html>
<html><head><title>Site</title>
<script>var a = "<h1>no</h1>";
</script></head>
<body class="x"
      id="y">
<nav><ul>
<li><a href="/">Home</a></li></ul></nav>
<div class="content">
<h1 id="top">Widgets</h1>
<p>The <code>id</code> of a
<b>widget</b>, see <a
href="#x">below</a>.<br>Next
</p>
<h2><a name="x"></a>Paint</h2>
<ul>
<li>one
<ol><li>deep</li></ol></li>
<li><p>two</p><p>more</p></li>
</ul>
<pre><code class="language-JSON">{
  "a": 1
}
</code></pre>
<table id="t"><caption>Table 2 Colours</caption>
<tr><th>Name</th><th>Text</th></tr>
<tr>
<td rowspan="2">red</td>
<td><p>first</p>
<ul><li>a</li>
<li>b</li></ul></td>
</tr>
<tr><td>x<br>y</td></tr>
</table>
<dl><dt>term</dt><dd>what it is</dd></dl>
</div>
<footer>bye</footer>
</body></html>
"""


def test_every_block_has_its_lines():
    h1, paragraph, h2, first, more, code, table, terms = read(PAGE)
    assert h1 == Heading(1, "Widgets", 10, 10, ("top",))
    assert paragraph == Paragraph("The `id` of a widget, see below.\nNext", 11, 13, ("#x",))
    assert h2 == Heading(2, "Paint", 15, 15, ("x",))
    assert isinstance(first, ListBlock)
    assert [(item.text, item.first) for item in first.items] == [("one", 17), ("deep", 18), ("two", 19)]
    assert first.depths == (0, 1, 0)
    assert more == Paragraph("more", 19, 19)
    assert code == Code('{\n  "a": 1\n}', 21, 24, 21, "json")
    assert isinstance(table, Table)
    assert (table.first, table.last, table.anchors) == (25, 34, ("t",))
    assert isinstance(terms, ListBlock)
    assert [(item.text, depth) for item, depth in zip(terms.items, terms.depths, strict=True)] == [
        ("term", 0),
        ("what it is", 1),
    ]


def test_spanned_cells_are_repeated_and_parts_keep_their_lines():
    table = next(block for block in read(PAGE) if isinstance(block, Table))
    assert table.header is not None
    assert [cell.text for cell in table.header.cells] == ["Name", "Text"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["red", "first\na\nb"], ["red", "x\ny"]]
    assert [(part.text, part.first) for part in table.rows[0].cells[1].parts] == [("first", 29), ("a", 30), ("b", 31)]
    assert (table.rows[0].first, table.rows[0].last, table.rows[1].first) == (27, 32, 33)
    assert table.caption is not None
    assert (table.caption.text, table.caption.first) == ("Table 2 Colours", 25)


def test_what_stands_around_the_content_is_named_and_every_line_is_accounted_for():
    lines = dedent(PAGE).strip("\n").split("\n")
    ledger = Ledger(lines)
    for block in read_html(lines):
        if isinstance(block, Furniture):
            ledger.ignore(block.name, block)
        else:
            ledger.read(block)
    accounting = ledger.settle()
    assert accounting.unread == ()
    assert dict(accounting.ignored)["page-frame"] >= 8


def test_marked_main_content_wins():
    blocks = read_all("<body><div><h3>Menu</h3></div>\n<main>\n<h1>A</h1>\n<pre>x</pre></main>\n<h3>Later</h3></body>")
    assert [block.text for block in blocks if isinstance(block, Heading)] == ["A"]


def test_a_header_that_holds_the_title_is_content():
    blocks = read("<body><header class='site-header'><h1>A</h1></header><p>b</p></body>")
    assert blocks[0] == Heading(1, "A", 1, 1)


def test_a_page_without_a_first_level_heading_is_called_by_its_title():
    blocks = read("<html><head>\n<title>Widgets\n API</title></head><body><h2>A</h2></body>")
    assert blocks[0] == Heading(1, "Widgets API", 2, 3)


def test_tables_inside_cells_are_parts_of_the_cell():
    (table,) = read("<table><tr><td>a<table><tr><td>in</td><td>ner</td></tr></table></td><td>b</td></tr></table>")
    assert isinstance(table, Table)
    assert [[part.text for part in cell.parts] for cell in table.rows[0].cells] == [["a", "in", "ner"], ["b"]]


def test_code_lines_that_are_elements_stay_lines():
    (code,) = read('<div class="highlight highlight-source-shell"><pre><div>a</div><div>b</div></pre></div>')
    assert isinstance(code, Code)
    assert (code.text, code.language) == ("a\nb", "shell")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", set()),
        ("<", set()),
        ("<table><tr><td>a", {"a"}),
        ("<ul><li>x" * 5000, {"x"}),
        ("<div>" * 100_000, set()),
        ("<a href='", set()),
        ("<!-- x", set()),
        ("\x01<p>a", {"a"}),
    ],
)
def test_broken_markup_is_read_as_far_as_it_goes(text: str, words: set[str]) -> None:
    found = {word for block in read_html(text.split("\n")) for word in re.findall(r"text='(\w+)'", repr(block))}
    assert found == words


def test_spans_cannot_explode():
    blocks = read("<table>" + "<tr><td colspan=99999 rowspan=99999>x</td></tr>\n" * 50 + "</table>")
    assert all(len(row.cells) <= 400 for block in blocks if isinstance(block, Table) for row in block.rows)


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
    assert [block.text for block in read(f"<p>{marked}</p>") if isinstance(block, Paragraph)] == [text]
