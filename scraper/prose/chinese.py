"""What descriptions in Chinese state besides describing: values, defaults, nullability, formats.

The patterns are data and name no vendor. Full-width punctuation is read as its half-width twin, so
that each pattern is written once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scraper.blocks import Text
from scraper.prose.chinese_values import Listed, read_values, typed
from scraper.prose.model import Finding, ProseFacts
from spec.model import JSON, Constraint, ConstraintKeyword, Evidence, Fact, Scalar, Source, Type

_WIDTH = str.maketrans(
    "\uff0c\uff1a\uff1b\uff08\uff09\uff1f\uff01\uff5c\uff5e\u201c\u201d\u2018\u2019\uff1d", ",:;()?!|~\"\"''="
)

_MAX_LINE = 4000
_INLINE_JSON = re.compile(r"[{\[]\s*[\"{\[].*$", re.DOTALL)
_ANNOUNCES = re.compile(
    r"(?:取值|可选值|枚举值|枚举|如下|包括|包含|分别为|分别是|之一)\s*(?:为|是|有|包括|如下)?\s*:\s*$"
)
_NULL = r"(?:null|NULL|Null|None|nil)"
_NEVER_NULL = re.compile(
    rf"(?:不会|不可|不能|不得|不允许|绝不|不应)[^,;。]{{0,6}}{_NULL}|(?<![a-zA-Z])非\s*{_NULL}|不为\s*{_NULL}"
)
_NULLABLE = re.compile(
    rf"(?:可能|可以|可|允许|有时|也许|会|或|或者|或为|may|can)[^,;。]{{0,10}}{_NULL}"
    rf"|{_NULL}\s*(?:表示|代表|,?\s*意味|则|时表示)|(?:返回|为|是|得到|给出)\s*{_NULL}|nullable",
    re.IGNORECASE,
)
_OPTIONAL = re.compile(
    r"(?:可不填|可以不填|可不传|可以不传|可不写|可不指定|可留空|可以省略|可省略|可缺省|非必填|非必选|非必传|无需填写|选填"
    r"|不是必须的|(?:建议|推荐|最好)(?:默认)?(?:不填|不传|留空)|\(可选\)|^可选(?=[,。;:]|$)|[,;。\s]可选(?=[,。;]|$)|为可选)"
)
_MANDATORY = re.compile(r"(?<!是否)(?<!非)(?<!不)(?:必填|必传|必选|必须填写|必须指定|必须提供|不能省略|不可省略)(?!性)")
_CONDITIONAL = re.compile(r"(?:时|如果|若|情况下|除非|当)")
_DEPRECATED = re.compile(r"(?:已废弃|已弃用|已过时|废弃字段|即将废弃|即将下线|不推荐使用|不建议使用|请勿再使用)")
_DEFAULT = re.compile(
    r"(?:默认|缺省)(?:值|取值)?\s*(?:为|是|:|=|使用|取)?\s*(\"[^\"]*\"|'[^']*'|-?[A-Za-z0-9_][A-Za-z0-9_.\-]*)(?![^,;。)\s|、]?[A-Za-z])"
)
_OTHERWISE = re.compile(
    r"(?:不填|不传|未填|未传|不指定|未指定|不设置|未设置|留空|省略|缺失)(?:该?(?:参数|字段|值))?\s*(?:时|则|的话|,)*\s*(?:默认)?(?:取|为|按|使用|是|等于|当作|视为)"
    r"\s*(\"[^\"]*\"|-?[A-Za-z0-9_][A-Za-z0-9_.\-]*)(?![A-Za-z])"
)
_NO_DEFAULT = re.compile(r"(?:默认|缺省)(?:值|取值)?\s*(?:为|是|:)?\s*(?:null|NULL|None)\b")
_DAY = r"(?:\d{4}-\d{2}-\d{2}|[yY]{4}-MM-[dD]{2})"
_CLOCK = r"\s*(?:[T\d]|HH|hh)"
_SHAPE = r"(?:格式|形如|形式|写成|写作)\s*(?:为|是|如|形如|例如|应为|须为|:)*\s*"
_DATE = re.compile(rf"{_SHAPE}{_DAY}(?!{_CLOCK})|{_DAY}\s*(?:这样|这种)?的?(?:格式|形式)")
_MOMENT = re.compile(rf"{_SHAPE}{_DAY}{_CLOCK}|{_DAY}{_CLOCK}[\d:HhMmSs]*\s*(?:这样|这种)?的?(?:格式|形式)")
_ISO = re.compile(r"(?:ISO\s*8601|RFC\s*3339)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Range:
    """A sentence that bounds a value: which keywords its groups give, for which kinds of type."""

    pattern: re.Pattern[str]
    keywords: tuple[ConstraintKeyword, ...]
    kinds: frozenset[str]


_NUMERIC, _TEXTUAL = frozenset({"integer", "number"}), frozenset({"string"})
_N = r"(-?\d+(?:\.\d+)?)"
_RANGES = (
    _Range(
        re.compile(rf"(?:取值)?范围\s*(?:为|是|:|在)?\s*[\[(]?\s*{_N}\s*(?:-|~|\u2013|\u2014|到|至|,)\s*{_N}"),
        ("minimum", "maximum"),
        _NUMERIC,
    ),
    _Range(re.compile(rf"(?:最小值?|不小于|不低于|至少|最少)\s*(?:为|是|:)?\s*{_N}"), ("minimum",), _NUMERIC),
    _Range(
        re.compile(rf"(?:最大值?|不大于|不超过|不高于|至多|最多|上限)\s*(?:为|是|:)?\s*{_N}"), ("maximum",), _NUMERIC
    ),
    _Range(
        re.compile(
            r"(?:长度|字数|字符数)\s*(?:范围)?\s*(?:为|是|:|在)?\s*[\[(]?\s*(\d+)\s*(?:-|~|\u2013|\u2014|到|至|,)\s*(\d+)"
        ),
        ("minLength", "maxLength"),
        _TEXTUAL,
    ),
    _Range(
        re.compile(r"(\d+)\s*(?:-|~|\u2013|\u2014|到|至)\s*(\d+)\s*个?(?:字符|字)"),
        ("minLength", "maxLength"),
        _TEXTUAL,
    ),
    _Range(
        re.compile(
            r"(?:不超过|不大于|不多于|最多|最长|至多|最大长度|长度上限|不得超过|不能超过)\s*(?:为|是|:)?\s*(\d+)(?=\s*(?:个|位)?\s*(?:字符|字|位))"
        ),
        ("maxLength",),
        _TEXTUAL,
    ),
    _Range(re.compile(r"(?:最大长度|长度上限|最长)\s*(?:为|是|:)?\s*(\d+)"), ("maxLength",), _TEXTUAL),
)


def read_prose(parts: Sequence[Text], page: str, kind: Type) -> ProseFacts:
    """Reads a description cell.

    Args:
        parts: The lines of the cell.
        page: The page's name, for the sources.
        kind: The type of the property; values are read as values of this type.

    Returns:
        The facts, and the description without the lines that are facts and nothing else.
    """
    lines = [_Line(part, _legible(part.text)) for part in parts if part.text.strip()]
    listed = read_values([(line.text, line.part) for line in lines], page, kind)
    default = _default(lines, page, kind) or listed.default
    return ProseFacts(
        description="\n".join(_remaining(lines, listed)),
        required=_required(lines, page),
        nullable=_nullable(lines, page),
        default=default,
        enum=listed.values,
        constraints=tuple(_constraints(lines, page, kind)),
        deprecated=next((Fact(True, _at(line, page)) for line in lines if _DEPRECATED.search(line.text)), None),
        format=_format(lines, kind),
        findings=tuple(_announced_values(lines, listed)),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    part: Text
    text: str


def _legible(text: str) -> str:
    """The text in half width, without the JSON in it."""
    return _INLINE_JSON.sub(" ", text[:_MAX_LINE].translate(_WIDTH)).strip()


def _announced_values(lines: Sequence[_Line], listed: Listed) -> Iterator[Finding]:
    if lines and not listed.values and _ANNOUNCES.search(lines[-1].text):
        first, last = lines[-1].part.first, lines[-1].part.last
        yield Finding("missing-enum-values", "The description announces values, but lists none.", first, last)


def _at(line: _Line, page: str) -> Source:
    return Source(page, line.part.first, line.part.last, Evidence.PROSE)


def _clauses(text: str) -> list[str]:
    return [clause for clause in re.split(r"[。;]|(?<=[^\d]),", text) if clause.strip()]


def _nullable(lines: Sequence[_Line], page: str) -> Fact[bool] | None:
    for line in lines:
        if _NEVER_NULL.search(line.text):
            return Fact(False, _at(line, page))
        if _NULLABLE.search(line.text):
            return Fact(True, _at(line, page))
    return None


def _required(lines: Sequence[_Line], page: str) -> Fact[bool] | None:
    """What is said without a condition; `Type 为 X 时必填` leaves it unknown."""
    for line in lines:
        for clause in _clauses(line.text):
            if _CONDITIONAL.search(clause):
                continue
            if _OPTIONAL.search(clause):
                return Fact(False, _at(line, page))
            if _MANDATORY.search(clause):
                return Fact(True, _at(line, page))
    return None


def _default(lines: Sequence[_Line], page: str, kind: Type) -> Fact[JSON] | None:
    for line in lines:
        if _NO_DEFAULT.search(line.text):
            continue
        if match := _DEFAULT.search(line.text) or _OTHERWISE.search(line.text):
            return Fact(typed(match[1].rstrip(".") or match[1], kind), _at(line, page))
    return None


def _format(lines: Sequence[_Line], kind: Type) -> str | None:
    """The one format that the text names; a choice of several is no format."""
    if kind != Scalar("string"):
        return None
    text = "\n".join(line.text for line in lines)
    if _MOMENT.search(text):
        return None
    if _DATE.search(text):
        return "date"
    return "date-time" if _ISO.search(text) else None


def _constraints(lines: Sequence[_Line], page: str, kind: Type) -> Iterator[Constraint]:
    if not isinstance(kind, Scalar):
        return
    taken: set[str] = set()
    for line in lines:
        for rule in _RANGES:
            match = rule.pattern.search(line.text) if kind.name in rule.kinds else None
            if match is None or taken & set(rule.keywords):
                continue
            taken.update(rule.keywords)
            for keyword, number in zip(rule.keywords, match.groups(), strict=True):
                yield Constraint(keyword, float(number) if "." in number else int(number), _at(line, page))


def _remaining(lines: Sequence[_Line], listed: Listed) -> Iterator[str]:
    for line in lines:
        if line.part in listed.pure or _is_null_note(line.text):
            continue
        yield line.part.text.strip()


def _is_null_note(text: str) -> bool:
    """A line that says nothing but whether the value may be null."""
    bare = re.sub(r"^(?:注意|注|说明|备注|提示)\s*:?\s*", "", text)
    first = re.split(r"[,。;]", bare)[0]
    rest = bare[len(first) :].strip(",。; ")
    said = _NULLABLE.search(first) or _NEVER_NULL.search(first)
    return bool(said) and (not rest or rest.startswith(("表示", "代表", "意味", "此时", "即")))
