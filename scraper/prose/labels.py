"""Labels in descriptions, in any language: `Value range:`, `Constraints`, `取值范围：`.

Two layouts are read alike: labels on lines of their own and labels inside running text
(`Definition: … Constraints: N/A Value range: 1 to 128 characters.`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from scraper.blocks import Text

Role: TypeAlias = Literal["text", "constraints", "range", "values", "default", "smallest", "largest"]

_PRINTED: dict[Role, str] = {
    "text": "definition|explanation|参数解释",
    "constraints": "constraints|constraint|restrictions|约束限制",
    "range": "range|value range|取值范围",
    "default": "default value|default|默认取值|默认值|缺省值",
    "values": (
        "enumeration values|enumeration value|enumerated values|enumerated value|enum|possible values|valid values|"
        "allowed values|value options|options|枚举值|可选值"
    ),
    "smallest": "minimum|minimum value|minimum length|最小值|最小长度",
    "largest": "maximum|maximum value|maximum length|最大值|最大长度",
}
_LABELS: dict[str, Role] = {word: role for role, words in _PRINTED.items() for word in words.split("|")}
_WORDS = "|".join(sorted((re.escape(word) for word in _LABELS), key=len, reverse=True))
_WITH_COLON = re.compile(rf"(?:(?<=^)|(?<=[\s(。；]))(?P<label>{_WORDS})\s?[:：]", re.IGNORECASE)
_AFTER_END = re.compile(
    r"(?:(?<=[.。!?)]\s)|(?<=N/A\s)|(?<=None\s)|(?<=\d\s))"
    r"(?P<label>Constraints|Value [Rr]ange|Range|Default [Vv]alue|Enumeration [Vv]alues)(?=\s+\S|\s*$)"
)
_OPENING = re.compile(r"^(?P<label>Definition|Explanation)\s+(?=\S)")
_NOTHING = re.compile(
    r"^(?:n/?a|none|null|-+|nothing|not involved|no (?:constraint|restriction|limit)s?|不涉及|无)?\s*[.。]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands under one label; `at` is the text that prints the label, `label` its words."""

    role: Role
    at: Text
    texts: tuple[Text, ...] = ()
    label: str = ""

    @property
    def stated(self) -> tuple[Text, ...]:
        """The texts that state anything: `N/A` is left out."""
        return tuple(text for text in self.texts if not _NOTHING.match(text.text.strip()))

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all, not even `N/A`, stands under the label."""
        return not any(text.text.strip() for text in self.texts)

    def with_label(self, text: Text) -> Text:
        """A text together with the label, without which it would not be understood."""
        colon = "：" if self.label and not self.label.isascii() else ": "
        return replace(text, text=f"{self.label}{colon}{text.text}") if self.label else text


def split_segments(parts: Sequence[Text]) -> list[Segment]:
    """A description, cut at its labels; what stands before the first is text."""
    found: list[Segment] = []
    for label, piece in [piece for part in parts for piece in _pieces(part, alone=len(parts) == 1)]:
        if label:
            found.append(Segment(_LABELS[label.casefold()], piece, (piece,) if piece.text else (), label))
        elif found:
            found[-1] = replace(found[-1], texts=(*found[-1].texts, piece))
        else:
            found.append(Segment("text", piece, (piece,)))
    return found


def _pieces(part: Text, *, alone: bool) -> Iterator[tuple[str, Text]]:
    """A text, cut where labels stand in it, each piece with its label, if it has one."""
    words = part.text.strip()
    bare = words.rstrip(":：").strip()
    if bare.casefold() in _LABELS and (not alone or words.endswith((":", "："))):
        yield bare, replace(part, text="")
        return
    cuts = _cuts(words)
    if not cuts or cuts[0][0] > 0:
        yield "", replace(part, text=words[: cuts[0][0]].strip() if cuts else words)
    for number, (_, start, label) in enumerate(cuts):
        stop = cuts[number + 1][0] if number + 1 < len(cuts) else len(words)
        yield label, replace(part, text=words[start:stop].strip())


def _cuts(words: str) -> list[tuple[int, int, str]]:
    matches = list(_WITH_COLON.finditer(words))
    opening = _OPENING.match(words)
    if opening or (matches and matches[0].start() == 0):
        matches += [opening] if opening else []
        matches += _AFTER_END.finditer(words)
    cuts: list[tuple[int, int, str]] = []
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if not cuts or match.start() >= cuts[-1][1]:
            cuts.append((match.start(), match.end(), match["label"]))
    return cuts
