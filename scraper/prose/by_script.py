"""Descriptions in any script: the labels first, then the sentences by the rules of their language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.blocks import Text
from scraper.prose import chinese, english
from scraper.prose.model import ProseFacts
from spec.model import Constraint, ConstraintKeyword, Evidence, Scalar, Source, Type

_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]+(?:[\w.\-]*[A-Za-z0-9])?")
_LENGTHS: tuple[tuple[ConstraintKeyword, re.Pattern[str]], ...] = (
    ("minLength", re.compile(r"长度[^。；;]{0,20}?(?:不少于|不小于|不低于|至少|最少|最小)为?\s?(\d{1,9})")),
    ("maxLength", re.compile(r"长度[^。；;]{0,20}?(?:不超过|不大于|不多于|至多|最多|最大)为?\s?(\d{1,9})")),
)


def read_prose(parts: Sequence[Text], page: str, kind: Type) -> ProseFacts:
    """Reads one description; arguments and result are those of the readers of each language."""
    if not is_chinese(parts):
        return english.read_prose(parts, page, kind)
    labelled, rest = english.read_labelled(parts, page, kind)
    spoken = chinese.read_prose(rest, page, kind)
    constraints = (*labelled.constraints, *spoken.constraints, *_lengths(rest, page, kind))
    return replace(
        spoken,
        nullable=spoken.nullable or labelled.nullable,
        default=labelled.default or spoken.default,
        enum=labelled.enum or spoken.enum,
        constraints=tuple({constraint.keyword: constraint for constraint in reversed(constraints)}.values())[::-1],
        format=labelled.format or spoken.format,
        findings=(*labelled.findings, *spoken.findings),
    )


def is_chinese(parts: Sequence[Text]) -> bool:
    """Whether a description is written in Chinese: a character weighs as much as a Latin word."""
    text = "\n".join(part.text for part in parts)
    han = len(_HAN.findall(text))
    return han > 0 and han >= len(_LATIN_WORD.findall(text))


def _lengths(parts: Sequence[Text], page: str, kind: Type) -> list[Constraint]:
    """`字符串长度不少于1，不超过200`: both ends of a length in one sentence."""
    if kind != Scalar("string"):
        return []
    return [
        Constraint(keyword, int(match[1]), Source(page, part.first, part.last, Evidence.PROSE))
        for part in parts
        for keyword, pattern in _LENGTHS
        if (match := pattern.search(part.text))
    ]
