"""Descriptions in Chinese are read by their labels and by the sentences of their language."""

from __future__ import annotations

import pytest

from scraper.blocks import Text
from scraper.prose.by_script import is_chinese, read_prose
from scraper.prose.model import ProseFacts
from spec.model import Scalar, Type

STRING, INTEGER = Scalar("string"), Scalar("integer")


def read(kind: Type, *lines: str) -> ProseFacts:
    return read_prose([Text(line, i, i) for i, line in enumerate(lines, start=1)], "page", kind)


def test_labels_on_lines_of_their_own_leave_the_definition() -> None:
    facts = read(INTEGER, "参数解释：", "架号。", "约束限制：", "不涉及。", "取值范围：", "1-400", "默认取值：", "7")
    assert facts.description == "架号。"
    assert {c.keyword: c.value for c in facts.constraints} == {"minimum": 1, "maximum": 400}
    assert facts.default is not None
    assert facts.default.value == 7


def test_labels_inside_running_text_are_found() -> None:
    facts = read(INTEGER, "级别。枚举值：", "0：低", "1：高")
    assert [(value.value, value.label) for value in facts.enum] == [(0, "低"), (1, "高")]
    assert facts.description == "级别。"


def test_both_ends_of_a_length_are_read() -> None:
    facts = read(STRING, "名称。", "取值范围：", "字符串长度不少于1，不超过200。")
    assert {c.keyword: c.value for c in facts.constraints} == {"minLength": 1, "maxLength": 200}


def test_sentences_are_read_as_chinese() -> None:
    facts = read(STRING, "结果，可能为null")
    assert facts.nullable is not None
    assert facts.nullable.value is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [("默认值为default_project", True), ("Name, for example 张三. It can be changed.", False), ("ID", False)],
)
def test_the_script_of_most_words_decides(text: str, expected: bool) -> None:
    assert is_chinese([Text(text, 1, 1)]) is expected
