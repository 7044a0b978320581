"""A reference printed as a page of calls that an action tells apart: as a dump of glued cells, or in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tests.scraper.round_trips.english import print_json, print_value
from tests.scraper.round_trips.reference import Call, Field
from tests.scraper.round_trips.statement import Habits, action, sent_example, told_example

_FACTS = re.compile(r"，取值范围 \d+~\d+|，默认 \S+|\s*\S+ - 第 \S+ 种")
HABITS = Habits(_FACTS, has_long=True, envelope="Response", address="/open-api")
_TYPES = {
    "string": "String",
    "integer": "Integer",
    "long": "Long",
    "boolean": "Boolean",
    "number": "Double",
    "array of string": "Array of String",
    "array of integer": "Array of Integer",
}
_ASKED, _TOLD = ("参数名称", "必选", "类型", "描述"), ("参数名称", "类型", "描述")
_LABELS = "成功示例\n\n上为输入示例 / 下为输出示例"


def render_glued(reference: Sequence[Call], *, answers: bool) -> str:
    """The text of a page whose cells lost what stood between them; the `answers` of the required column may be lost."""
    return "API REFERENCE\n\n房间\n\n" + "\n".join("\n".join(_glued_section(call, answers)) for call in reference)


def _glued_section(call: Call, answers: bool) -> Iterator[str]:
    yield f"{call.title}\n"
    for title, columns, rows in _tables(call):
        yield f"{title}\n\n{''.join(columns)}"
        keeps = columns if answers or columns is _TOLD else _TOLD
        yield from ("".join(_cells(row, keeps)) for row in rows)
        yield ""
    yield f"post/open-api?Action={action(call)}\n状态码 200\n\nExample 1\n"
    for example in _examples(call):
        yield f"{_LABELS}\n{_numbered(example)}\n"


def render_coding(reference: Sequence[Call]) -> str:
    """The page in Markdown."""
    return "# API REFERENCE\n\n## 房间\n\n" + "\n".join("\n".join(_section(call)) for call in reference)


def _section(call: Call) -> Iterator[str]:
    yield f"### {call.title}\n"
    for title, columns, rows in _tables(call):
        yield f"#### {title}\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}"
        yield from (f"| {' | '.join(_cells(row, columns)).replace(chr(10), '<br>')} |" for row in rows)
        yield ""
    yield f"```\npost/open-api?Action={action(call)}\n```\n\n状态码 200\n\nExample 1\n"
    for example in _examples(call):
        yield f"{_LABELS}\n\n```json\n{example}\n```\n"


def _tables(call: Call) -> Iterator[tuple[str, Sequence[str], Sequence[Field]]]:
    """The tables of a section: heading, columns and rows; those of objects stand behind the other two."""
    acts = Field("Action", True, "string", (f"公共参数，本接口取值：{action(call)}",))
    asked = [acts, *call.query, *call.body]
    yield "输入参数", _ASKED, asked
    if call.answer:
        yield "输出参数", _TOLD, call.answer
    yield from _structures(asked, _ASKED)
    yield from _structures(call.answer, _TOLD)


def _structures(rows: Sequence[Field], columns: Sequence[str]) -> Iterator[tuple[str, Sequence[str], Sequence[Field]]]:
    for row in rows:
        if row.members:
            yield f"{row.name}Dto", columns, row.members
            yield from _structures(row.members, columns)


def _cells(row: Field, columns: Sequence[str]) -> list[str]:
    answer = ["是" if row.required else "否"] if columns is _ASKED else []
    element = f"{row.name}Dto" if row.type == "object" else f"Array of {row.name}Dto"
    return [row.name, *answer, element if row.members else _TYPES[row.type], _text(row)]


def _text(row: Field) -> str:
    """The first line says what it may be; the values stand on lines of their own."""
    bounds = f"，取值范围 {row.bounds[0]}~{row.bounds[1]}" if row.bounds else ""
    default = f"，默认 {print_value(row.default)}" if row.default is not None else ""
    first, *more = row.text or ("",)
    return "\n".join([f"{first}{bounds}{default}", *more, *(f"{value} - 第 {value} 种" for value in row.values)])


def _examples(call: Call) -> tuple[str, str]:
    return print_json(sent_example(call, HABITS)), print_json(told_example(call, HABITS))


def _numbered(text: str) -> str:
    return "\n".join(f"{number}{line}" for number, line in enumerate(text.split("\n"), 1))
