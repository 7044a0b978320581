"""Enumerations and defaults in English descriptions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scraper.prose.english_ranges import is_hedged
from spec.model import JSON, ArrayOf, Scalar, Type, UnknownType

Value = str | int | float

_MARK = "\"'`“”‘’"
_TOKEN = r"[\w+\-.$/]{1,64}"
_QUOTED = re.compile(rf"^(?P<quote>[{_MARK}]|\*\*)(?P<value>[^{_MARK}*]{{1,64}})(?:[{_MARK}]|\*\*)$")
_WORD = re.compile(r"^[A-Za-z_$][\w+\-.$]*(?:/[\w.+\-]+)?$|^-?\d+(?:\.\d+)*[A-Za-z_]*$")
_STOP_WORDS = """
a an and any are be been blank both by can created everything default deleted digits e.g each either empty etc
following for from greater if in is it left less letters characters modified changed more no none not null n/a
obtained of one only or other others queried set specified than that the their this to unique up used value
values when which with
"""
_STOP = frozenset(_STOP_WORDS.split())
_NO_VALUE = frozenset({"none", "n/a", "null", "empty", "blank", "-"})
_OPEN_ENDED = re.compile(r"\betc\b|\bso on\b|\.\.\.|…", re.IGNORECASE)
_OF_A_FIELD = re.compile(r"^[a-z]\w*_\w+:\s")
_BULLETS = re.compile(r"\s*[•●▪◦]\s*")
_ITEM = re.compile(
    rf"^(?P<value>[{_MARK}][^{_MARK}]+[{_MARK}]|\*\*[^*]+\*\*|{_TOKEN})"
    r"(?:\s*(?:[:：]|\s[-–—]\s|\s=\s|=>|,?\s(?:indicates|means|represents)\b)\s*(?P<label>.*)|\s*\((?P<note>[^)]*)\)[.;,]?|\s*[.;,]?)$",
    re.DOTALL,
)
_PAIR = rf"{_TOKEN}:\s[^;]+"
_PAIRS = re.compile(rf"(?:^|[.:]\s+)(?P<pairs>{_PAIR}(?:;\s*(?:and\s+|or\s+)?{_PAIR})+)$")
_NUMBERED = re.compile(
    r"(?:^|[.:(]\s*)(?P<pairs>\d+\s*[:=]\s*[^,;:]+(?:[,;]\s*(?:and\s+|or\s+)?\d+\s*[:=]\s*[^,;:]+)+)$"
)

_LIST = r"(?P<list>[^;。]*?)(?:\.$|\.\s|;|$)"
_CHOICES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bvalues? (?:can|must|may|should) be "
        rf"(?:either |(?:any )?one of (?:the following(?: values)?)?:?\s*)?{_LIST}",
        r"\b(?:possible|valid|allowed|supported|available|accepted|permitted|enumerated|enumeration) "
        r"(?:values?|options?)"
        rf"(?: (?:for|of) [\w ]+?)?\s*(?:are|is|include|includes|:)\s*:?\s*{_LIST}",
        rf"^(?:options|values|value options?)(?: are| include|:)\s*:?\s*{_LIST}",
        rf"\bthe (?:options|values) (?:are|include):?\s*{_LIST}",
        rf"\bone of:?\s*{_LIST}",
    )
)
_QUOTED_CHOICES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\(\s*(?:one of:?\s*)?(?P<list>[{_MARK}][^()]*)\)",
        rf"\b(?:can|must|may|should) be:?\s+(?:either |one of )?(?P<list>[{_MARK}].*?)(?:\.$|\.\s|;|$)",
        rf"\beither\s+(?P<list>[{_MARK}].*?)(?:\.$|\.\s|;|$)",
    )
)
_SPLIT = re.compile(r"\s*(?:,|\||、)\s*(?:or\s+|and\s+)?|\s+(?:or|and)\s+")
_SLASHES = re.compile(r"\s*/\s*")
_MEDIA_TYPE = re.compile(r"\b(?:application|text|image|multipart)/")
_LISTS = re.compile(r"\bvalue|\boption|\bone of\b|\beither\b|\bbe:? [\"'`]|\(\s*[\"'`]", re.IGNORECASE)
ANNOUNCES = re.compile(
    r"(?:\b(?:possible|valid|allowed|supported|available|enumerated|enumeration) (?:values?|options?)"
    r"|\bthe (?:options|values)"
    r"|\bvalues? (?:can|must|may) be(?: (?:any )?one of the following)?|^(?:options|values|value range|range))"
    r"(?: (?:are|is)(?: as follows| listed below| the following)?| include| as follows)?\s*[:：]$",
    re.IGNORECASE,
)
_DEFAULTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bdefaults? to:?\s+(?P<value>\S+(?<![.,;)]))",
        r"\bdefault(?: value)?(?: for [\w ]+)? is:?\s+(?P<value>\S+(?<![.,;)]))",
        r"[(,]\s*default:?\s+(?P<value>[^\s()]+(?<![.,;)]))",
        r"\bdefault(?: value)?\s*[:：=]\s*(?P<value>\S+(?<![.,;)]))",
    )
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One allowed value with its label."""

    value: Value
    label: str = ""


def typed(text: str, kind: Type, *, labelled: bool = False) -> Value | None:
    """A printed value under the documented type; `None` where it cannot be one.

    In running text (not `labelled`), an ordinary English word is no value.
    """
    quoted = _QUOTED.match(text.strip())
    plain = quoted["value"].strip() if quoted else text.strip()
    target = kind.items if isinstance(kind, ArrayOf) else kind
    if isinstance(target, Scalar) and target.name in ("integer", "number"):
        return _number(plain, whole=target.name == "integer")
    if not (isinstance(target, UnknownType) or (isinstance(target, Scalar) and target.name == "string")):
        return None
    if quoted:
        return plain or None
    is_word = plain.lower() in (_NO_VALUE if labelled else _STOP) and plain not in ("A", "I")
    return plain if _WORD.match(plain) and not is_word else None


def _number(text: str, *, whole: bool) -> int | float | None:
    if re.fullmatch(r"-?\d{1,18}", text):
        return int(text)
    return float(text) if not whole and re.fullmatch(r"-?\d{1,15}\.\d{1,15}", text) else None


def parse_item(text: str, kind: Type) -> Choice | None:
    """One list item: `active`, `active: in use`, `active - in use`, `active (in use)`."""
    match = _ITEM.match(text.strip())
    value = typed(match["value"].rstrip("."), kind, labelled=True) if match else None
    if match is None or value is None:
        return None
    return Choice(value, (match["label"] or match["note"] or "").strip())


def parse_items(texts: Sequence[str], kind: Type) -> tuple[Choice, ...]:
    """List items that are all values; nothing if one of them is not."""
    pieces = [piece for text in texts for piece in _BULLETS.split(text) if piece]
    choices = [parse_item(piece, kind) for piece in pieces]
    return _distinct([choice for choice in choices if choice is not None]) if all(choices) else ()


def parse_list(text: str, kind: Type, *, quoted: bool = False, labelled: bool = False) -> tuple[Choice, ...]:
    """`A, B, or C`: at least two values, nothing if a piece is none."""
    separator = _SPLIT if _SPLIT.search(text) else _SLASHES
    pieces = [piece for piece in separator.split(text.strip().rstrip(".")) if piece]
    if _MEDIA_TYPE.search(text) and separator is _SLASHES:
        return ()
    if _OPEN_ENDED.search(text) or len(pieces) < 2 or (quoted and not all(_QUOTED.match(piece) for piece in pieces)):
        return ()
    choices = [
        Choice(value) if (value := typed(piece, kind, labelled=labelled)) is not None else None for piece in pieces
    ]
    return _distinct([choice for choice in choices if choice]) if all(choices) else ()


def parse_pairs(text: str, kind: Type) -> tuple[Choice, ...]:
    """`0: disabled; 1: enabled`, only where nothing else can be meant."""
    whole = isinstance(kind, Scalar) and kind.name == "integer"
    for pattern, separator in ((_PAIRS, ";"), (_NUMBERED, "[,;]")):
        match = pattern.search(text.strip().rstrip(".)"))
        if match and (whole or pattern is _PAIRS):
            pieces = [re.sub(r"^(?:and|or)\s+", "", piece.strip()) for piece in re.split(separator, match["pairs"])]
            pairs = [re.match(r"(\S+?)\s*[:=]\s*(.+)$", piece, re.DOTALL) for piece in pieces]
            values = [typed(pair[1], kind) if pair else None for pair in pairs]
            if all(value is not None for value in values):
                return _distinct(
                    [Choice(v, p[2].strip()) for v, p in zip(values, pairs, strict=True) if v is not None and p]
                )
    return ()


def parse_sentence(sentence: str, kind: Type) -> tuple[Choice, ...]:
    """The values that a sentence lists: `The value can be A or B`, `One of "a", "b"`."""
    if not _LISTS.search(sentence) or is_hedged(sentence) or _OF_A_FIELD.match(sentence):
        return ()
    for patterns, quoted in ((_CHOICES, False), (_QUOTED_CHOICES, True)):
        for pattern in patterns:
            for match in pattern.finditer(sentence):
                if found := parse_list(match["list"], kind, quoted=quoted):
                    return found
    return ()


def parse_default(sentence: str, kind: Type) -> tuple[JSON] | None:
    """The default that a sentence states, in a tuple, since `None` cannot be told from nothing."""
    if "default" not in sentence.lower() or re.search(r"\b(?:if|when|for example)\b", sentence, re.IGNORECASE):
        return None
    for pattern in _DEFAULTS:
        if (match := pattern.search(sentence)) and (value := default_value(match["value"], kind)) is not None:
            return value
    return None


def default_value(text: str, kind: Type, *, labelled: bool = False) -> tuple[JSON] | None:
    """A printed default under the documented type, in a tuple; `None` where it cannot be one."""
    words = text.strip().strip("*").rstrip(".,;)").strip()
    plain = re.sub(rf"^[{_MARK}]+|[{_MARK}]+$", "", words)
    if isinstance(kind, Scalar) and kind.name == "boolean":
        return (plain.lower() == "true",) if plain.lower() in ("true", "false") else None
    if isinstance(kind, ArrayOf):
        return ([],) if plain == "[]" else None
    if isinstance(kind, UnknownType) and re.fullmatch(r"-?\d{1,18}|true|false", plain) and plain == words:
        return (int(plain),) if plain.lstrip("-").isdigit() else (plain == "true",)
    value = typed(words, kind, labelled=labelled)
    return (value,) if value is not None else None


def _distinct(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    kept: dict[Value, Choice] = {}
    for choice in choices:
        if choice.value not in kept or not kept[choice.value].label:
            kept[choice.value] = choice
    return tuple(kept.values())
