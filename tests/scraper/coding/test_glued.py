from __future__ import annotations

import re
import time

import pytest

from scraper.blocks import Code, Paragraph, Table
from scraper.dialects.coding.words import VOCABULARY
from scraper.readers.glued_rows import Witnesses, split_row
from tests.scraper.coding import pages

KEYS = frozenset(
    {"Reader", "Readers", "BookTag", "BookTags", "Id", "Memo", "ValueString", "BorrowKind", "Owner", "Source", "Log"}
)
SEEN = Witnesses(
    keys=KEYS,
    words=KEYS | {"Rental", "LoanNote"},
    types=frozenset({"Reader", "BookTag", "UserBrief"}),
    suffix=re.compile(r"\s+类型"),
    required=("是", "否"),
    folded=frozenset(key.casefold() for key in KEYS),
)


@pytest.mark.parametrize(
    ("line", "name", "kind", "description"),
    [
        ("BookIdInteger图书 id", "BookId", "Integer", "图书 id"),
        ("ReaderReader 类型读者资料", "Reader", "Reader 类型", "读者资料"),
        ("BookTagBookTagtag", "BookTag", "BookTag", "tag"),
        ("BookTagsBookTagtag 集合", "BookTags", "BookTag", "tag 集合"),
        ("IdIntegerID", "Id", "Integer", "ID"),
        ("MemoStringMemoRef", "Memo", "String", "MemoRef"),
        ("ValueStringString自定义的值", "ValueString", "String", "自定义的值"),
        ("BorrowKind借阅方式", "BorrowKind", "", "借阅方式"),
        ("OwnerUserBrief主人", "Owner", "UserBrief", "主人"),
        ("RentalRentalBrief租借", "Rental", "RentalBrief", "租借"),
        ("Sourcebool来源", "Source", "bool", "来源"),
        ("Statusarray of String状态", "Status", "array of String", "状态"),
        ("DataPage of Reader一页读者", "Data", "Page of Reader", "一页读者"),
        ("LogsArray<Integer>日志", "Logs", "Array<Integer>", "日志"),
        ("SharedInteger0: 否 1: 是", "Shared", "Integer", "0: 否 1: 是"),
        ("KindStringpaper|ebook", "Kind", "String", "paper|ebook"),
        ("wordsString关键词", "words", "String", "关键词"),
        ("LogReaderLog日志", "Log", "ReaderLog", "日志"),
    ],
)
def test_row_is_split_by_its_witnesses(line, name, kind, description):
    split = split_row(line, SEEN)
    assert split is not None
    assert (split.name, split.type, split.description) == (name, kind, description)
    assert split.rivals == ()


@pytest.mark.parametrize(
    "line",
    [
        "注意:有时会是 null。",
        "NOVEL - 小说",
        "TEXT_INTEGER - 整数",
        '"0" - 低',
        "0 - 文件夹",
        "kind:默认的方式",
        "可不填",
        "id所在的书架",
        "A" * 5000,
        "",
    ],
)
def test_continuation_is_no_row(line):
    assert split_row(line, SEEN) is None


def test_row_that_nothing_decides_is_reported():
    text = pages.BOOKS.replace("Cover封面地址", "OwnerTeamMember成员")
    _, found = pages.read(text)
    assert [(d.code, d.line) for d in found] == [
        ("ambiguous-split", next(i for i, line in enumerate(text.split("\n"), 1) if line.startswith("OwnerTeam")))
    ]


@pytest.mark.parametrize(
    ("line", "rival"),
    [
        ("FlagsStringList标记", ("Flags", "StringList")),
        ("InfoListInfo信息", ("InfoList", "Info")),
    ],
)
def test_split_whose_name_no_witness_knows_names_the_other_ways(line, rival):
    split = split_row(line, Witnesses())
    assert split is not None
    assert rival in split.rivals
    name = split.name
    known = split_row(line, Witnesses(keys=frozenset({name}), folded=frozenset({name.casefold()})))
    assert known is not None
    assert known.rivals == ()


@pytest.mark.parametrize("line", ["StartDateString开始日期", "ImageUrlString图片"])
def test_type_words_inside_names_leave_the_name_whole(line):
    split = split_row(line, Witnesses())
    assert split is not None
    assert (split.type, split.rivals) == ("String", ())


def test_a_type_is_no_part_of_a_description():
    keys = frozenset({"Week"})
    seen = Witnesses(keys=keys, words=keys | {"WeekBook"}, folded=keys)
    for name, kind in (("WeekWeekBook", "Array of String"), ("WeekListList", "Boolean")):
        split = split_row(f"{name}{kind}", seen)
        assert split is not None
        assert (split.name, split.type) == (name, kind)


def test_many_tables_with_the_same_header_take_linear_time():
    began = time.perf_counter()
    pages.parse(pages.BOOKS + "图书清单\n\n输入参数\n\n" + "名称类型描述\n" * 8000)
    assert time.perf_counter() - began < 8


def test_words_of_headers_right_under_a_row_continue_its_cell():
    text = pages.BOOKS.replace("BookIdInteger图书 Id\n", "BookIdInteger图书 Id\n名称状态\n状态\nShopIdInteger书店\n", 1)
    assert pages.tables(text)[0][1:] == [
        ["BookId", "", "Integer", "图书 Id\n名称状态\n状态"],
        ["ShopId", "", "Integer", "书店"],
    ]


@pytest.mark.parametrize(
    ("line", "name", "kind"),
    [
        ("TagsArray of Stringid 列表", "Tags", "Array of String"),
        ("TagsArray of ShelfInfoid 列表", "Tags", "Array of ShelfInfo"),
        ("NoteRefStringnote 路径", "NoteRef", "String"),
        ("A22h97Longtag", "A22h97", "Long"),
    ],
)
def test_types_end_where_the_description_goes_on_in_small_letters(line, name, kind):
    text = pages.BOOKS.replace("BookIdInteger图书 Id\n", f"NoteString注\n{line}\n", 1)
    text = text.replace("图书资料\n\n名称", "ShelfInfo\n\n名称类型描述\nIdInteger编号\n\n图书资料\n\n名称", 1)
    assert pages.tables(text)[0][2][:3] == [name, "", kind]


def test_running_numbers_in_front_of_code_are_stripped_only_where_they_are_right():
    code = [block for block in pages.read('1{\n2  "A": 1,\n3  "B": 2\n4}\n5 个结果\n')[0] if isinstance(block, Code)]
    assert [(block.text, block.first, block.last) for block in code] == [('{\n  "A": 1,\n  "B": 2\n}', 1, 4)]


def test_code_beyond_ten_lines_keeps_its_keys():
    lines = ["{", *(f'  "K{i}": {i},' for i in range(12)), '  "10": 1', "}"]
    (code,) = (block for block in pages.read(pages.numbered(*lines))[0] if isinstance(block, Code))
    assert code.text == "\n".join(lines)


def test_unnumbered_code_may_hold_blank_lines():
    blocks = pages.read('{\n  "A": 1,\n\n  "B": [2]\n}\n\n一句话。\n')[0]
    assert [type(block) for block in blocks] == [Code, Paragraph]


def test_group_title_caption_and_text_are_told_apart():
    assert pages.headings(pages.BOOKS)[:6] == [
        (1, "API REFERENCE"),
        (2, "图书"),
        (3, "查看图书"),
        (4, "输入参数"),
        (4, "输出参数"),
        (5, "图书资料"),
    ]


def test_table_goes_on_after_a_blank_line():
    text = pages.BOOKS.replace("BookIdInteger图书 Id\n", "BookIdInteger图书 Id\n\nShopIdInteger书店 Id\n", 1)
    assert [row[0] for row in pages.tables(text)[0]] == ["Action", "BookId", "ShopId"]


@pytest.mark.parametrize(
    "header", ["参数名称必选类型描述", "参数类型说明", "名称类型描述", "字段名是否必填数据类型默认值备注"]
)
def test_headers_are_found_in_a_row_of_words(header):
    (table,) = (b for b in pages.read(f"查看\n\n输入参数\n\n{header}\nBookIdInteger编号\n")[0] if isinstance(b, Table))
    assert table.header is not None
    assert "".join(cell.text for cell in table.header.cells) == header
    roles = [VOCABULARY.role(cell.text) for cell in table.header.cells]
    assert roles[0] == "name"
    assert "type" in roles
    assert [cell.text for cell in table.rows[0].cells if cell.text] == ["BookId", "Integer", "编号"]
