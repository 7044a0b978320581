"""The pieces of a Chinese description: its lines, cut at the labels that some pages print in them.

Layout: `参数解释：… 约束限制：不涉及。 取值范围：1-10 默认取值：不涉及`, on one line or over several; a
label that ends a line also labels the lines below it. Full-width punctuation is read as its
half-width twin, so that each pattern is written once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scraper.blocks import Text

_WIDTH = str.maketrans(
    "\uff0c\uff1a\uff1b\uff08\uff09\uff1f\uff01\uff5c\uff5e\u201c\u201d\u2018\u2019\uff1d\uff3b\uff3d",
    ",:;()?!|~\"\"''=[]",
)
_MAX_LINE = 4000
_INLINE_JSON = re.compile(r"[{\[]\s*[\"{\[].*$", re.DOTALL)

Label: TypeAlias = Literal["", "meaning", "limits", "range", "values", "default", "least", "most"]

_LABELS: dict[str, Label] = {
    **dict.fromkeys(("参数解释", "参数说明", "参数描述", "参数含义"), "meaning"),
    **dict.fromkeys(("约束限制", "约束条件"), "limits"),
    **dict.fromkeys(("取值范围", "长度范围", "数组长度"), "range"),
    **dict.fromkeys(("枚举值", "枚举取值", "可选值"), "values"),
    **dict.fromkeys(("默认取值", "默认值", "缺省值"), "default"),
    **dict.fromkeys(("最小值", "最小长度", "最小个数"), "least"),
    **dict.fromkeys(("最大值", "最大长度", "最大个数"), "most"),
}
_LABEL = re.compile(rf"(?:^|(?<=[\u3002;\s]))\**({'|'.join(_LABELS)})(?:\**\s*:\s*\**|\**\s*$)\s*")
_BULLET = re.compile(r"^[•●·*\-]\s+")
_LASTING = frozenset({"meaning", "limits", "range", "values"})
_NOTHING = re.compile(r"(?:不涉及|无|空|N/?A|-|/)?\s*[\u3002.;]?\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or what a label introduces in it.

    `raw` is as printed, `text` in half width without the JSON in it, `printed` the label as printed
    where it stands on the same line or alone above.
    """

    part: Text
    raw: str
    text: str
    label: Label = ""
    printed: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the label introduces nothing (`约束限制：不涉及`)."""
        return bool(self.label) and _NOTHING.fullmatch(self.text) is not None


def cut_pieces(parts: Sequence[Text]) -> list[Piece]:
    """The pieces of a cell, in order."""
    pieces: list[Piece] = []
    label: Label = ""
    printed = ""
    for part in parts:
        for found in _cut(part):
            if found.label:
                label, printed = found.label, found.printed
            text = _BULLET.sub("", found.text) if label == "values" else found.text
            piece = Piece(part, found.raw, text, label, printed)
            if piece.text or piece.raw:
                pieces.append(piece)
                printed = ""
                label = label if label in _LASTING else ""
    return pieces


def _cut(part: Text) -> Iterator[Piece]:
    wide = part.text.translate(_WIDTH)
    marks = list(_LABEL.finditer(wide))
    ends = [mark.start() for mark in marks] + [len(wide)]
    if wide[: ends[0]].strip(" *"):
        yield _piece(part, wide, 0, ends[0], "")
    for mark, end in zip(marks, ends[1:], strict=True):
        yield _piece(part, wide, mark.end(), end, mark[1])


def _piece(part: Text, wide: str, first: int, end: int, word: str) -> Piece:
    legible = " ".join(_INLINE_JSON.sub(" ", wide[first : min(end, first + _MAX_LINE)]).split())
    return Piece(part, part.text[first:end].strip(), legible, _LABELS.get(word, ""), word)
