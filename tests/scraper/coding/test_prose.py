from __future__ import annotations

import time

import pytest

from scraper.blocks import Text
from scraper.prose.chinese import read_prose
from spec.model import ArrayOf, Scalar

STRING, INTEGER, BOOLEAN = Scalar("string"), Scalar("integer"), Scalar("boolean")


def prose(text, kind=STRING):
    return read_prose([Text(line, i, i) for i, line in enumerate(text.split("\n"), 1)], "p", kind)


def values(text, kind=STRING):
    return [(value.value, value.label) for value in prose(text, kind).enum]


@pytest.mark.parametrize(
    "text",
    [
        "注意:这个字段可能是 null。",
        "有时会返回 null,此时没有值",
        "可为 null",
        "值可以为 null",
        "may be null",
        "封面\n该值或许会给出 null",
        "取不到时为 null",
    ],
)
def test_nullable_in_any_words(text):
    nullable = prose(text).nullable
    assert nullable is not None
    assert nullable.value is True


@pytest.mark.parametrize("text", ["不会为 null", "非 null", "绝不返回 null", "不可为 null"])
def test_never_null(text):
    nullable = prose(text).nullable
    assert nullable is not None
    assert nullable.value is False


@pytest.mark.parametrize("text", ["名称", "nullify 的编号", "为 0 代表没有设置"])
def test_nullability_is_unknown_without_a_word_about_it(text):
    assert prose(text).nullable is None


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("类型\nNOVEL - 小说\nSHORT_POEM - 短诗", STRING, [("NOVEL", "小说"), ("SHORT_POEM", "短诗")]),
        ('等级\n"0" - 低\n"1" - 高\n"" - 没有', STRING, [("0", "低"), ("1", "高"), ("", "没有")]),
        ("0 - 封面\n1 - 正文", INTEGER, [(0, "封面"), (1, "正文")]),
        ("来源,PRESS - 出版社", STRING, [("PRESS", "出版社")]),
        ("精装或平装 hard|soft", STRING, [("hard", ""), ("soft", "")]),
        ("true|false", BOOLEAN, [(True, ""), (False, "")]),
        ("0: 下架 1:上架", INTEGER, [(0, "下架"), (1, "上架")]),
        ("0\uff1a下架\uff1b1\uff1a上架", INTEGER, [(0, "下架"), (1, "上架")]),
        ("状态:ON_SALE,SOLD_OUT", STRING, [("ON_SALE", ""), ("SOLD_OUT", "")]),
        ("状态, ON_SALE,SOLD_OUT", ArrayOf(STRING), [("ON_SALE", ""), ("SOLD_OUT", "")]),
        ("模板 HARD_COVER 精装书, SOFT_COVER 平装书", STRING, [("HARD_COVER", "精装书"), ("SOFT_COVER", "平装书")]),
        ("介质,具体值为 disk 或者 tape", STRING, [("disk", ""), ("tape", "")]),
        ("介质,可取的值有 disk、tape", STRING, [("disk", ""), ("tape", "")]),
        ("介质,取 disk、tape 之一", STRING, [("disk", ""), ("tape", "")]),
        ("支持:Sun, Big Moon。参数分别为:SUN,MOON。", STRING, [("SUN", "Sun"), ("MOON", "Big Moon")]),
        ('方式:"+"表示借出,"-"表示归还', STRING, [("+", "借出"), ("-", "归还")]),
        ("1-新书 2-旧书", INTEGER, [(1, "新书"), (2, "旧书")]),
        ("OPEN(营业)、CLOSED(休息)", STRING, [("OPEN", "营业"), ("CLOSED", "休息")]),
        ("LETTER - 字母\nDIGIT - 数字", INTEGER, [("LETTER", "字母"), ("DIGIT", "数字")]),
        ("取值如下:\nLETTER - 字母", STRING, [("LETTER", "字母")]),
        ("ON_SALE:在售 SOLD_OUT:售罄", STRING, [("ON_SALE", "在售"), ("SOLD_OUT", "售罄")]),
        ("ON_SALE - 在售 SOLD_OUT - 售罄", STRING, [("ON_SALE", "在售"), ("SOLD_OUT", "售罄")]),
        ("ON_SALE - 在售, SOLD_OUT - 售罄", STRING, [("ON_SALE", "在售"), ("SOLD_OUT", "售罄")]),
        ("取值 0 下架,1 上架,2 预售", INTEGER, [(0, "下架"), (1, "上架"), (2, "预售")]),
        ("可选:hard、soft", STRING, [("hard", ""), ("soft", "")]),
        ("枚举值\uff1a0\uff1a下架 1\uff1a上架", INTEGER, [(0, "下架"), (1, "上架")]),
        ("枚举值:\n- ON_SALE:在售\n- SOLD_OUT:售罄", STRING, [("ON_SALE", "在售"), ("SOLD_OUT", "售罄")]),
        ("枚举值:ON_SALE", STRING, [("ON_SALE", "")]),
        ("介质,disk、tape 二选一", STRING, [("disk", ""), ("tape", "")]),
    ],
)
def test_values_in_every_layout(text, kind, expected):
    assert values(text, kind) == expected


@pytest.mark.parametrize(
    "text",
    [
        "状态,例如:OPEN、CLOSED",
        "状态,如 OPEN,CLOSED",
        "Kind 为 NOVEL 或 POEM 时忽略",
        "HTTP/HTTPS 地址",
        "为 0 代表没有设置",
        '"NONE" 表示没有指定,例如:书架',
        '例如:{"kind":"A","sort":{"key":"B"}}',
        "kind:默认的种类,FIRST - 第一种 | SECOND - 第二种",
        "读者 ID 为 3,书店 CODE 为 4",
        "URL\uff1a回访地址",
        "ID: 图书编号",
        "Hard - 装订种类",
        "LETTER - 字母",
        "书架\nURL: 回访地址",
        "e.g. A/B",
    ],
)
def test_what_only_looks_like_values(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("布局 默认 false", BOOLEAN, False),
        ("页码,默认为 10", INTEGER, 10),
        ("排序,默认:CODE", STRING, "CODE"),
        ("页码,默认 20", INTEGER, 20),
        ("UP - 升\nDOWN - 降(默认值)", STRING, "DOWN"),
        ("页码,不填则取 3", INTEGER, 3),
        ("方式,缺省使用 fast", STRING, "fast"),
    ],
)
def test_defaults(text, kind, expected):
    default = prose(text, kind).default
    assert default is not None
    assert default.value == expected


@pytest.mark.parametrize("text", ["默认书架", "是否有默认值", "默认值,JSON 文本", "建议默认不填", "默认为空"])
def test_no_default_without_a_value(text):
    assert prose(text).default is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("种类,可不填", False),
        ("种类(可选)", False),
        ("推荐默认不填", False),
        ("必填", True),
        ("是否必填", None),
        ("Kind 为 POEM 时必填", None),
        ("书架中可选", None),
        ("可选", False),
        ("可选,书架", False),
        ("可选\uff1aA、B", None),
        ("种类", None),
    ],
)
def test_required_only_without_a_condition(text, expected):
    required = prose(text).required
    assert (required.value if required else None) is expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("日期,格式:2021-02-03", STRING, "date"),
        ("日期,写成 2021-02-03 的形式", STRING, "date"),
        ("格式: yyyy-MM-dd", STRING, "date"),
        ("格式: 2021-02-03,时间格式: 2021-02-03 10:00:00", STRING, None),
        ("时间戳,格式:2021-02-03", INTEGER, None),
    ],
)
def test_formats(text, kind, expected):
    assert prose(text, kind).format == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("页码,范围 1~100", INTEGER, [("minimum", 1), ("maximum", 100)]),
        ("数量,最大 50", INTEGER, [("maximum", 50)]),
        ("书名,长度 1-255 个字符", STRING, [("minLength", 1), ("maxLength", 255)]),
        ("书名,不超过 20 个字符", STRING, [("maxLength", 20)]),
        ("最大的书架", INTEGER, []),
        ("取值 0~10", INTEGER, [("minimum", 0), ("maximum", 10)]),
        ("取值范围:1,2,3", INTEGER, []),
        ("取值范围:(0,100]", INTEGER, [("exclusiveMinimum", 0), ("maximum", 100)]),
        ("取值范围:0-100,单位秒", INTEGER, [("minimum", 0), ("maximum", 100)]),
        ("借书日期,范围 2020-01-01", INTEGER, []),
        ("字符串长度不少于1,不超过200", STRING, [("minLength", 1), ("maxLength", 200)]),
        ("书单,最多 10 个", ArrayOf(STRING), [("maxItems", 10)]),
        ("书单,每个最多10个字符", ArrayOf(STRING), []),
        ("最小值:1 最大值:64", INTEGER, [("minimum", 1), ("maximum", 64)]),
        ("最小值:1 最大值:64", STRING, [("minLength", 1), ("maxLength", 64)]),
        ("最小值:1\n最大值:64", ArrayOf(STRING), [("minItems", 1), ("maxItems", 64)]),
    ],
)
def test_ranges(text, kind, expected):
    assert [(c.keyword, c.value) for c in prose(text, kind).constraints] == expected


def test_what_is_a_fact_and_nothing_else_leaves_the_description():
    facts = prose("种类\nNOVEL - 小说\nPOEM - 诗\n注意:可能为 null,即没有种类。\n以封底为准")
    assert facts.description == "种类\n以封底为准"


def test_facts_know_their_lines():
    facts = prose("种类\nNOVEL - 小说\nPOEM - 诗\n可能为 null")
    assert facts.enum[0].source.first == 2
    assert facts.nullable is not None
    assert facts.nullable.source.first == 4


def test_announced_values_that_are_missing_are_found():
    assert [finding.code for finding in prose("种类,取值如下:").findings] == ["missing-enum-values"]
    assert prose("种类,取值如下:\nNOVEL - 小说").findings == ()


def test_deprecation():
    assert prose("已废弃,请改用别的字段").deprecated is not None


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("参数解释\uff1a书架编号。约束限制\uff1a不涉及。 取值范围\uff1a1-99 默认取值\uff1a7", "书架编号。"),
        ("参数解释:\n书架编号。\n约束限制:\n不涉及。\n取值范围:\n1-99\n默认取值:\n7", "书架编号。"),
        ("**参数解释:** 书架编号 **取值范围:** 1-99 **默认取值:** 7", "书架编号"),
    ],
)
def test_labelled_description_gives_its_facts_and_what_the_property_means(text, description):
    facts = prose(text, INTEGER)
    assert facts.description == description
    assert [(c.keyword, c.value) for c in facts.constraints] == [("minimum", 1), ("maximum", 99)]
    assert facts.default is not None
    assert facts.default.value == 7


def test_label_stays_before_what_it_introduces_where_that_is_no_fact():
    assert prose("书名\n取值范围:\n只用字母").description == "书名\n取值范围\uff1a只用字母"
    assert prose("默认值:当前时间").description == "默认值\uff1a当前时间"


def test_label_that_introduces_nothing_states_nothing():
    facts = prose("书名 默认取值:不涉及 枚举值:无")
    assert (facts.description, facts.default, facts.enum) == ("书名", None, ())


@pytest.mark.parametrize(
    "fragment",
    [
        *("取值", "可选值:A", "A/", "A、", "1:a ", "1-a", "A(b)", "支持:a,b。", "分别为", "如 a", '"a" ', "A_", "可能"),
        *(
            "长度 1",
            "不超过",
            "a|",
            "0 表示a",
            "A - 低 ",
            "1 低,",
            " ",
            "A ",
            "1~",
            "默认 a.",
            "**取值范围**:",
            "[",
            "a或",
        ),
    ],
)
def test_time_follows_the_length_of_the_text(fragment):
    text = (fragment * 20_000)[:20_000]
    began = time.perf_counter()
    prose(text)
    prose(text, INTEGER)
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(("highest", "maximum"), [("2^31-1", 2147483647), ("2³¹", 2147483648), ("250^1", None)])
def test_a_power_is_a_bound_and_a_number_with_a_note_is_none(highest, maximum):
    found = {one.keyword: one.value for one in prose(f"取值范围：0~{highest}", INTEGER).constraints}
    assert found.get("maximum") == maximum
