import random
from pathlib import Path
from textwrap import dedent
from time import process_time

import pytest
from docutils import frontend, utils
from docutils.parsers.rst import Parser

from scraper.blocks import Block, Code, Furniture, Heading, ListBlock, Paragraph, Table, Text
from scraper.page import Page
from scraper.readers.rst import read_rst
from tests.scraper.readers.damage import damage

SAMPLES = sorted((Path(__file__).parents[4] / "shared/pages/otc-rst").glob("*.rst"))


def page(text: str) -> Page:
    return Page("pages/w.rst", tuple(dedent(text).strip("\n").split("\n")))


def read(text: str) -> tuple[Block, ...]:
    return read_rst(page(text))


def content(text: str) -> list[Block]:
    return [block for block in read(text) if not isinstance(block, Furniture)]


def furniture(text: str) -> list[tuple[str, int, int]]:
    return [(block.name, block.first, block.last) for block in read(text) if isinstance(block, Furniture)]


def test_headings_span_their_underline_take_the_labels_before_them_and_nest_by_style():
    assert (
        content("""
        .. _Top_Page:

        Widgets
        =======

        .. _paint:
        .. _other:

        Paint
        -----

        ======
        Second
        ======
        """)
        == [
            Heading(1, "Widgets", 3, 4, ("top_page",)),
            Heading(2, "Paint", 9, 10, ("paint", "other")),
            Heading(3, "Second", 13, 14),
        ]
    )


def test_a_heading_that_skips_a_level_is_a_heading():
    titles = [block for block in content("A\n=\n\nB\n-\n\nC\n~\n\nD\n=\n\nE\n~\n") if isinstance(block, Heading)]
    assert [(title.level, title.text) for title in titles] == [(1, "A"), (2, "B"), (3, "C"), (1, "D"), (2, "E")]


def test_text_keeps_code_drops_emphasis_and_lists_link_targets():
    assert (
        content("""
        The **bold** ``id`` of {a_b}, see :ref:`here <My_Label>`,
        `there <other.html#x>`__ and :doc:`/guide/page`.
        """)
        == [Paragraph("The bold `id` of {a_b}, see here, there and /guide/page.", 1, 2, ("#my_label", "other.html#x"))]
    )


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        (":unknown-role:`some text`", "some text"),
        (":py:class:`Thing <pkg.Thing>`", "Thing"),
        (":kbd:`Ctrl`", "`Ctrl`"),
        ("from 0 to 2\\ :sup:`31`-1", "from 0 to 2^31-1"),
        ("the 4\\ :sup:`th` one", "the 4th one"),
        ("110\\ :sub:`2` bees", "110_2 bees"),
        ("an |icon| here", "an gear here"),
        ("an |unknown| one", "an |unknown| one"),
        ("a*b and **broken", "a*b and **broken"),
        ("``GET /a_b/{c_}``", "`GET /a_b/{c_}`"),
        ("see [1]_", "see 1"),
    ],
)
def test_roles_and_marks_are_read_without_a_registry(marked, text, capsys):
    blocks = content(f"{marked}\n\n.. |icon| image:: gear.png\n   :alt: gear\n")
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [text]
    assert capsys.readouterr() == ("", "")


GRID = """
    .. _t1:

    .. table:: **Table 1** Parameters

       +------+----------+-----------------------+
       | Name | Type     | Description           |
       +======+==========+=======================+
       | id   | Integer  | The id.               |
       |      |          |                       |
       |      |          | -  See :ref:`B <T2>`. |
       |      |          | -  ``0``              |
       +------+----------+-----------------------+
       | both            | Spans                 |
       +-----------------+-----------------------+

    Next.
    """


def test_a_grid_table_has_its_caption_its_label_and_the_lines_of_every_cell():
    table, after = content(GRID)
    assert isinstance(table, Table)
    assert (table.first, table.last, table.anchors) == (3, 14, ("t1",))
    assert table.caption == Text("Table 1 Parameters", 3, 3)
    assert table.header is not None
    assert [cell.text for cell in table.header.cells] == ["Name", "Type", "Description"]
    first, second = table.rows
    assert (first.first, first.last, second.first, second.last) == (8, 11, 13, 13)
    assert [(cell.first, cell.last) for cell in first.cells] == [(8, 11)] * 3
    assert first.cells[2].parts == (Text("The id.", 8, 8), Text("See B.", 10, 10, ("#t2",)), Text("`0`", 11, 11))
    assert [cell.text for cell in second.cells] == ["both", "both", "Spans"]
    assert after == Paragraph("Next.", 16, 16)


def test_a_simple_table_and_one_without_directive_are_tables_and_take_a_caption_above():
    (table,) = content("""
        **Table 2** Things

        =====  =====================
        Name   What
        =====  =====================
        a      One line
               and its second one.

               A paragraph.
        b
        =====  =====================
        """)
    assert isinstance(table, Table)
    assert table.caption == Text("Table 2 Things", 1, 1)
    assert (table.first, table.last) == (1, 11)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["a", "One line and its second one.\nA paragraph."],
        ["b", ""],
    ]


@pytest.mark.parametrize(
    "table",
    [
        ".. list-table:: Caption\n   :header-rows: 1\n   :widths: odd\n\n   * - A\n     - B\n   * - a\n     - b",
        ".. csv-table:: Caption\n   :header: A, B\n   :widths: 1 2 3\n\n   a, b",
        ".. table:: Caption\n   :unknown: x\n   :widths: 1 2 3\n\n   == ==\n   A  B\n   == ==\n   a  b\n   == ==",
    ],
)
def test_tables_of_every_directive_are_read_whatever_their_options(table):
    (block,) = content(table)
    assert isinstance(block, Table)
    assert block.caption is not None
    assert (block.first, block.last) == (1, len(table.split("\n")))
    assert block.caption.text == "Caption"
    assert block.header is not None
    assert [cell.text for cell in (*block.header.cells, *block.rows[0].cells)] == ["A", "B", "a", "b"]


def test_code_blocks_keep_their_text_their_language_and_its_first_line():
    assert (
        content("""
        .. code-block:: JSON
           :linenos:

           {
             "a": 1
           }

        Or::

            x
              y

        >>> z
        """)
        == [
            Code('{\n  "a": 1\n}', 1, 6, 4, "json"),
            Paragraph("Or:", 8, 8),
            Code("x\n  y", 10, 11, 10, ""),
            Code(">>> z", 13, 13, 13, ""),
        ]
    )


def test_lists_keep_their_nesting_and_are_split_by_what_is_no_item():
    blocks = content("""
        #. one
        #. two

           more

        - a

          - b
        - c

        term
            defined
        """)
    assert [type(block) for block in blocks] == [ListBlock, Paragraph, ListBlock, ListBlock]
    assert isinstance(blocks[0], ListBlock)
    assert blocks[0].ordered
    assert isinstance(blocks[2], ListBlock)
    assert [(item.text, depth) for item, depth in zip(blocks[2].items, blocks[2].depths, strict=True)] == [
        ("a", 0),
        ("b", 1),
        ("c", 0),
    ]
    assert isinstance(blocks[3], ListBlock)
    assert [item.text for item in blocks[3].items] == ["term", "defined"]


def test_notes_and_unknown_directives_leave_their_argument_and_content():
    blocks = content("""
        .. note::

           Mind the gap.

        .. http:get:: /widgets/(int:id)
           :since: 3

           Answers *one* widget.

        .. only:: html

           Shown.
        """)
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [
        "Mind the gap.",
        "/widgets/(int:id)",
        "Answers one widget.",
        "Shown.",
    ]


def test_what_only_a_site_generator_needs_is_furniture_under_its_name():
    assert (
        furniture("""
        :original_name: a.html

        .. _a:

        .. A remark

        .. toctree::

           b

        .. |x| replace:: y

        .. image:: a.png

        .. _site: http://example.test

        ----

        T
        """)
        == [
            ("front-matter", 1, 1),
            ("anchor", 3, 3),
            ("comment", 5, 5),
            ("table-of-contents", 7, 9),
            ("substitution", 11, 11),
            ("image", 13, 13),
            ("link-definition", 15, 15),
            ("thematic-break", 17, 17),
        ]
    )


@pytest.mark.parametrize(
    "text",
    [
        ".. include:: secret.txt",
        ".. literalinclude:: secret.txt",
        ".. csv-table:: A\n   :file: secret.txt",
        ".. raw:: html\n   :file: secret.txt",
        ".. raw:: html\n\n   <b>text</b>",
    ],
)
def test_other_files_and_raw_text_are_not_read_and_stay_unread(text, tmp_path, monkeypatch, capsys):
    (tmp_path / "secret.txt").write_text("hidden, words\n")
    monkeypatch.chdir(tmp_path)
    assert read(text) == ()
    assert capsys.readouterr() == ("", "")


def test_a_broken_table_stays_unread_and_the_rest_is_read(capsys):
    blocks = content("A\n=\n\n+---+\n| a |\n+--\n\nEnd.\n")
    assert [block.text for block in blocks if isinstance(block, Heading | Paragraph)] == ["A", "End."]
    assert all(not block.first <= 5 <= block.last for block in blocks)
    assert capsys.readouterr() == ("", "")


def test_line_numbers_hold_whatever_characters_split_lines_elsewhere():
    blocks = read_rst(Page("a.rst", ("a\x0bb\x85c", "", "\td\u2028e", "", "+-+", "|\x0c|", "+-+", "", "end")))
    assert blocks[-1] == Paragraph("end", 9, 9)


def test_wide_characters_keep_the_columns_of_a_table():
    (table,) = content("+------+-----+\n| 参数 | 值  |\n+======+=====+\n| 名称 | 1 é |\n+------+-----+\n")
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0].cells] == ["名称", "1 é"]


def test_endless_nesting_and_endless_lines_cost_little():
    deep = "\n\n".join(" " * (2 * depth) + "* x" for depth in range(600))
    assert read(deep) == ()
    started = process_time()
    for text in ("`a " * 20_000, "http:" * 20_000, "a.b-" * 20_000):
        assert len(read(text)) == 1
    assert process_time() - started < 5


PIECES = """
.. note::
.. table:: x
.. code-block:: json
+---+---+
+===+===+
== ==
a  b
* x
1. z
:ref:`a <b>`
`x`_
|s|
.. |s| replace:: |s|
.. _a:
.. _b: a_
.. list-table::
   * - a
     - b
.. role:: x
:f: v
term
  def
::
> a
>>> 1
__ x
.. [1] foot
[1]_
=====
T
.. what:ever:: x
   :o: 1
.. figure:: x
.. unicode:: 0xFFFFFFFFF
--o  x
""".strip("\n").split("\n")


@pytest.mark.parametrize("seed", range(40))
def test_any_mixture_of_markup_is_read(seed, capsys):
    generator = random.Random(seed)
    lines = [generator.choice(PIECES) + generator.choice(("", "\n")) for _ in range(40)]
    whole = "\n".join(generator.choice(("", "", "   ")) + line for line in lines)
    for given in (tuple(whole.split("\n")), damage(dedent(GRID).split("\n") * 2, generator)):
        blocks = read_rst(Page("x.rst", given))
        assert all(1 <= block.first <= block.last <= len(given) for block in blocks)
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(not SAMPLES, reason="the sample pages are not here")
def test_reading_costs_little_more_than_docutils_own_tree():
    pages = [Page(path.name, tuple(path.read_text(encoding="utf-8").split("\n"))) for path in SAMPLES]
    settings = frontend.get_default_settings(Parser)
    settings.report_level = settings.halt_level = 5
    texts = [given.text for given in pages]

    def build_trees() -> None:
        for text in texts:
            Parser().parse(text, utils.new_document("page", settings))

    def read_pages() -> None:
        for given in pages:
            read_rst(given)

    times = []
    for run in (build_trees, read_pages):
        spent = []
        for _ in range(3):
            started = process_time()
            run()
            spent.append(process_time() - started)
        times.append(min(spent))
    assert times[1] <= 1.5 * times[0]
