"""What descriptions in Chinese state besides describing: values, defaults, nullability, formats.

The patterns are data and name no vendor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from scraper.blocks import Text
from scraper.prose.chinese_pieces import Piece, cut_pieces
from scraper.prose.chinese_ranges import read_ranges
from scraper.prose.chinese_values import ANNOUNCES, Listed, read_values, typed
from scraper.prose.model import Finding, ProseFacts
from spec.model import JSON, Evidence, Fact, Scalar, Source, Type

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
    r"|不是必须的|(?:建议|推荐|最好)(?:默认)?(?:不填|不传|留空)|\(可选\)|^可选(?=[,。;]|$)|[,;。\s]可选(?=[,。;]|$)|为可选)"
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
_LONE_VALUE = re.compile(r"(\"[^\"]*\"|'[^']*'|-?[A-Za-z0-9_][\w.\-/+]*?)\s*[\u3002.;]?", re.ASCII)
_DAY = r"(?:\d{4}-\d{2}-\d{2}|[yY]{4}-MM-[dD]{2})"
_CLOCK = r"\s*(?:[T\d]|HH|hh)"
_SHAPE = r"(?:格式|形如|形式|写成|写作)\s*(?:为|是|如|形如|例如|应为|须为|:)*\s*"
_DATE = re.compile(rf"{_SHAPE}{_DAY}(?!{_CLOCK})|{_DAY}\s*(?:这样|这种)?的?(?:格式|形式)")
_MOMENT = re.compile(rf"{_SHAPE}{_DAY}{_CLOCK}|{_DAY}{_CLOCK}[\d:HhMmSs]*\s*(?:这样|这种)?的?(?:格式|形式)")
_ISO = re.compile(r"(?:ISO\s*8601|RFC\s*3339)", re.IGNORECASE)


def read_prose(parts: Sequence[Text], page: str, kind: Type) -> ProseFacts:
    """Reads a description cell.

    Args:
        parts: The lines of the cell.
        page: The page's name, for the sources.
        kind: The type of the property; values are read as values of this type.

    Returns:
        The facts, and the description without the lines that are facts and nothing else.
    """
    pieces = cut_pieces(parts)
    listed = read_values(pieces, page, kind)
    ranges = read_ranges(pieces, page, kind)
    default, stated = _default(pieces, page, kind)
    return ProseFacts(
        description="\n".join(_remaining(pieces, listed.pure | ranges.pure | stated)),
        required=_required(pieces, page),
        nullable=_nullable(pieces, page),
        default=default or listed.default,
        enum=listed.values,
        constraints=ranges.constraints,
        deprecated=next((Fact(True, _at(piece, page)) for piece in pieces if _DEPRECATED.search(piece.text)), None),
        format=_format(pieces, kind),
        findings=tuple(_announced_values(pieces, listed)),
    )


def _announced_values(pieces: Sequence[Piece], listed: Listed) -> Iterator[Finding]:
    if pieces and not listed.values and ANNOUNCES.search(pieces[-1].text):
        first, last = pieces[-1].part.first, pieces[-1].part.last
        yield Finding("missing-enum-values", "The description announces values, but lists none.", first, last)


def _at(piece: Piece, page: str) -> Source:
    return Source(page, piece.part.first, piece.part.last, Evidence.PROSE)


def _clauses(text: str) -> list[str]:
    return [clause for clause in re.split(r"[。;]|(?<=[^\d]),", text) if clause.strip()]


def _nullable(pieces: Sequence[Piece], page: str) -> Fact[bool] | None:
    for piece in pieces:
        if _NEVER_NULL.search(piece.text):
            return Fact(False, _at(piece, page))
        if _NULLABLE.search(piece.text):
            return Fact(True, _at(piece, page))
    return None


def _required(pieces: Sequence[Piece], page: str) -> Fact[bool] | None:
    """What is said without a condition; `Type 为 X 时必填` leaves it unknown."""
    for piece in pieces:
        for clause in _clauses(piece.text):
            if _CONDITIONAL.search(clause):
                continue
            if _OPTIONAL.search(clause):
                return Fact(False, _at(piece, page))
            if _MANDATORY.search(clause):
                return Fact(True, _at(piece, page))
    return None


def _default(pieces: Sequence[Piece], page: str, kind: Type) -> tuple[Fact[JSON] | None, frozenset[int]]:
    """The default, and the index of the labelled piece that states nothing else."""
    for index, piece in enumerate(pieces):
        if piece.label == "default":
            if not piece.is_empty and (match := _LONE_VALUE.fullmatch(piece.text)) and match[1].lower() != "null":
                return Fact(typed(match[1], kind), _at(piece, page)), frozenset({index})
            continue
        if _NO_DEFAULT.search(piece.text):
            continue
        if match := _DEFAULT.search(piece.text) or _OTHERWISE.search(piece.text):
            return Fact(typed(match[1].rstrip(".") or match[1], kind), _at(piece, page)), frozenset()
    return None, frozenset()


def _format(pieces: Sequence[Piece], kind: Type) -> str | None:
    """The one format that the text names; a choice of several is no format."""
    if kind != Scalar("string"):
        return None
    text = "\n".join(piece.text for piece in pieces)
    if _MOMENT.search(text):
        return None
    if _DATE.search(text):
        return "date"
    return "date-time" if _ISO.search(text) else None


def _remaining(pieces: Sequence[Piece], pure: Set[int]) -> Iterator[str]:
    """The description line by line; a label stays in front of what could not be read."""
    lines: list[tuple[Text, list[str]]] = []
    for index, piece in enumerate(pieces):
        if index in pure or piece.is_empty or _is_null_note(piece.text):
            continue
        prefix = f"{piece.printed}\uff1a" if piece.printed and piece.label not in ("meaning", "limits") else ""
        if not lines or lines[-1][0] is not piece.part:
            lines.append((piece.part, []))
        lines[-1][1].append(prefix + piece.raw)
    yield from (" ".join(texts) for _, texts in lines)


def _is_null_note(text: str) -> bool:
    """A line that says nothing but whether the value may be null."""
    bare = re.sub(r"^(?:注意|注|说明|备注|提示)\s*:?\s*", "", text)
    first = re.split(r"[,。;]", bare)[0]
    rest = bare[len(first) :].strip(",。; ")
    said = _NULLABLE.search(first) or _NEVER_NULL.search(first)
    return bool(said) and (not rest or rest.startswith(("表示", "代表", "意味", "此时", "即")))
