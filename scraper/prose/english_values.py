"""Enumerations and defaults in English descriptions."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from scraper.prose.english_ranges import is_hedged
from spec.model import JSON, ArrayOf, Scalar, Type, UnknownType

Value = str | int | float

_MARK = "\"'`“”‘’"
_TOKEN = r"[\w+\-.$/]{1,64}"
_QUOTED = re.compile(rf"^(?P<quote>[{_MARK}]{{1,2}}|\*\*)(?P<value>[^{_MARK}*]{{1,64}})(?:[{_MARK}]{{1,2}}|\*\*)$")
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
_OF_A_PART = re.compile(r"^(?:[*-]\s+)?`?(?:[a-z]\w*_\w+|\$\w+|\$?\{[\w.-]+\}|<[\w.-]+>)`?\s?[:：]\s")
_NO_ITEM = frozenset({"NOTE", "Note", "NOTICE", "Notice", "CAUTION", "Caution", "EXAMPLE", "Example", "TIP", "Tip"})
_IS_DEFAULT = re.compile(r"(?:^|\()(?:the )?default(?: value)?\)?\.?$", re.IGNORECASE)
_BULLETS = re.compile(r"\s*[•●▪◦]\s*")
_ITEM = re.compile(
    rf"^(?:[*-]\s+)?(?P<value>[{_MARK}]{{1,2}}[^{_MARK}]+[{_MARK}]{{1,2}}|\*\*[^*]+\*\*|{_TOKEN})"
    r"(?:(?P<default>\s*\((?i:(?:the )?default(?: value)?)\))?"
    rf"\s*(?:[:：]|\s[-–—]\s|\s=\s|=>|,?\s(?:indicates|means|represents)\b|(?<=[{_MARK}])\s+(?=(?:to|for)\b))\s*(?P<label>.*)|\s*\((?P<note>[^)]*)\)[.;,]?|\s*[.;,]?)$",
    re.DOTALL,
)
_SENTENCE_END = re.compile(r"(?<=\.)\s+(?=[A-Z])")
_NOTE = re.compile(r"^(?P<value>[^()]+?)\s*\((?P<note>[^()]*)\)$")
_QUOTED_NOTE = re.compile(rf"^(?P<value>[{_MARK}][^{_MARK}]+[{_MARK}])\s+(?:for|to)\s+(?P<note>.+)$")
_PARENTHESES = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _Pairs:
    """One way to print `value: label` pairs: what parts them, a pair, and how the first may begin."""

    separator: re.Pattern[str]
    pair: re.Pattern[str]
    opening: re.Pattern[str]


_AND = r"^(?:(?:and|or)\s)?"
_CODED = rf"(?P<value>{_TOKEN}):\s(?P<label>.+)$"
_NUMBERED = rf"[{_MARK}]?(?P<value>\d+)[{_MARK}]?\s?[:=]\s?(?P<label>[^:]+)$"
_CODED_PAIRS = _Pairs(re.compile(r"\s?;\s?"), re.compile(_AND + _CODED), re.compile(rf"(?:^|[.:]\s){_CODED}"))
_NUMBERED_PAIRS = _Pairs(
    re.compile(r"\s?[,;]\s?"), re.compile(_AND + _NUMBERED), re.compile(rf"(?:^|[.:(]\s?){_NUMBERED}")
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
        rf"(?<!\buse )(?<!\busing )(?<!\bspecify )(?<!\bprovide )(?<!\bpass )(?<!\bsend )\beither\s+"
        rf"(?P<list>[{_MARK}].*?)(?:\.$|\.\s|;|$)",
    )
)
_MORE = re.compile(rf"\bcan also be (?:set to )?(?P<list>[{_MARK}].*?)(?:\.$|\.\s|;|$)", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:,|\||、)\s*(?:or\s+|and\s+)?|\s+(?:or|and)\s+")
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_MAX_ALONE = 400
_SLASHES = re.compile(r"\s*/\s*")
_MEDIA_TYPE = re.compile(r"\b(?:application|text|image|multipart)/")
_LISTS = re.compile(r"\bvalue|\boption|\bone of\b|\beither\b|\bbe:? [\"'`]|\(\s*[\"'`]", re.IGNORECASE)
ANNOUNCES = re.compile(
    r"(?:\b(?:possible|valid|allowed|supported|available|enumerated|enumeration) (?:values?|options?)"
    r"|\bthe (?:options|values)"
    r"|\b(?:can|must|may|should) be (?:either|one of)(?: the following)?"
    r"|\bvalues? (?:can|must|may) be(?: (?:any )?one of the following)?|^(?:options|values|value range|range))"
    r"(?: (?:are|is)(?: as follows| listed below| the following)?| include| as follows)?\s*[:：]$",
    re.IGNORECASE,
)
LEADS = re.compile(r";\s+|(?<=[.。])\s+(?=[A-Z0-9(\"'`])")
"""What ends the list or the range that a label announces, in a text that goes on."""
_NO_LIST = r"(?!(?i:(?:\w+ )?(?:attributes|fields|parameters|properties|notes?|examples?)\b))"
_NAMES_LIST = re.compile(rf"(?:^|[.。]\s+){_NO_LIST}[A-Z][\w-]*(?: [\w-]+){{0,2}}\s?[:：]$")
_DEFAULTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bdefaults? to:?\s+(?P<value>\S+(?<![.,;)]))",
        r"\bdefault(?: value)?(?: for [\w ]+)? is:?\s+(?P<value>\S+(?<![.,;)]))",
        r"[(,]\s*defaults?:?\s+(?P<value>[^\s()]+(?<![.,;)]))",
        r"\bdefault(?: value)?\s*[:：=]\s*(?P<value>\S+(?<![.,;)]))",
        r";\s*default:?\s+(?P<value>[^\s()]+(?<![.,;)]))[.)]?$",
        r"\((?P<value>[^\s()]+) by default\)",
        rf"\b(?:this|it|value) is:? (?P<value>true|false|[{_MARK}][^{_MARK}\s]+[{_MARK}]) by default\b",
    )
)
_SELF = r"(?:it is |th(?:e|is) (?:value|attribute|field|parameter) is )?"
_ALWAYS = re.compile(
    rf",? (?:if|when) (?:(?:no value is|nothing is|{_SELF}not) (?:set|given|provided|supplied|specified)"
    rf"|{_SELF}(?:left )?(?:omitted|unset|unspecified|blank|empty))\.?$",
    re.IGNORECASE,
)
"""A condition that holds whenever a default does."""
_CONDITION = re.compile(
    r"(?<!\bdetermines )(?<!\bdetermine )(?<!\bindicates )(?<!\bindicate )(?<!\bspecifies )(?<!\bspecify )(?<!\bcheck )"
    r"(?<!\bchecks )(?<!\bdefines )(?<!\bdefine )\bif\b|\b(?:when|otherwise|for example)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?!(?:if|when|unless|by|for|in|and|or|is|will)\b)[a-z]+\b")
_OTHERWISE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^if (?:\w+ ){0,3}(?:not (?:set|specified|given|provided)|unspecified|unset|omitted|left (?:blank|empty)),? "
        r"(?:the )?(?:default )?(?:value )?(?P<value>\S+) (?:is|will be) used\.?$",
    )
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One allowed value with its label."""

    value: Value
    label: str = ""
    is_default: bool = False


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
    if match is None or value is None or value in _NO_ITEM:
        return None
    label = (match["label"] or match["note"] or "").strip()
    return Choice(value, label, bool(match["default"] or _IS_DEFAULT.search(label)))


def parse_items(texts: Sequence[str], kind: Type) -> tuple[Choice, ...]:
    """List items that are all values; nothing if one of them is not."""
    pieces = [piece for text in texts for piece in _BULLETS.split(text) if piece]
    choices = [parse_item(piece, kind) for piece in pieces]
    return _distinct([choice for choice in choices if choice is not None]) if all(choices) else ()


def parse_list(text: str, kind: Type, *, quoted: bool = False, labelled: bool = False) -> tuple[Choice, ...]:
    """`A, B (the first), or C`: at least two values, nothing if a piece is none."""
    pieces = _split_list(text.strip().rstrip("."))
    if _OPEN_ENDED.search(text) or len(pieces) < 2 or (quoted and not all(_QUOTED.match(value) for value, _ in pieces)):
        return ()
    choices = [
        Choice(value, note) if (value := typed(piece, kind, labelled=labelled)) is not None else None
        for piece, note in pieces
    ]
    return _distinct([choice for choice in choices if choice]) if all(choices) else ()


_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


def _split_list(text: str) -> list[tuple[str, str]]:
    """The pieces of a list, each with its remark in parentheses; separators in those part nothing."""
    notes: list[str] = _PARENTHESES.findall(text)
    bare = _PARENTHESES.sub("()", text)
    bare = _THOUSANDS.sub("", bare) if bare.count(", ") > 1 else bare
    separator = _SPLIT if _SPLIT.search(bare) else _SLASHES
    if separator is _SLASHES and _MEDIA_TYPE.search(text):
        return []
    pieces: list[tuple[str, str]] = []
    for piece in filter(None, separator.split(bare)):
        inside = [notes.pop(0) for _ in range(piece.count("()"))]
        whole = "".join(part + note for part, note in zip_longest(piece.split("()"), inside, fillvalue=""))
        match = _QUOTED_NOTE.match(whole) or _NOTE.match(whole)
        pieces.append((match["value"], match["note"].strip()) if match else (whole, ""))
    return pieces


def parse_pairs(text: str, kind: Type) -> tuple[Choice, ...]:
    """`0: disabled; 1: enabled`, only where nothing else can be meant."""
    plain = " ".join(text.split())
    forms = (_CODED_PAIRS, _NUMBERED_PAIRS) if isinstance(kind, Scalar) and kind.name == "integer" else (_CODED_PAIRS,)
    for part in dict.fromkeys([plain, *_SENTENCE_END.split(plain)]):
        for form in forms:
            pairs = _find_pairs(part.rstrip(".)"), form)
            choices = [Choice(value, label) for raw, label in pairs if (value := typed(raw, kind)) is not None]
            if len(pairs) > 1 and len(choices) == len(pairs):
                return _distinct(choices)
    return ()


def _find_pairs(text: str, form: _Pairs) -> list[tuple[str, str]]:
    """The pairs at the end of a text: each piece is looked at once, so that the cost is linear."""
    pieces = form.separator.split(text)
    matches = [form.pair.match(piece) for piece in pieces]
    start = len(pieces)
    while start and matches[start - 1]:
        start -= 1
    found = matches[start:]
    if start:
        found.insert(0, form.opening.search(pieces[start - 1]))
    return [(match["value"], match["label"].strip()) for match in found if match] if all(found) else []


def parse_sentence(sentence: str, kind: Type) -> tuple[Choice, ...]:
    """The values that a sentence lists: `The value can be A or B`, `One of "a", "b"`."""
    if alone := _parse_alone(sentence, kind):
        return alone
    if not _LISTS.search(sentence) or is_hedged(sentence) or _OF_A_FIELD.match(sentence):
        return ()
    for patterns, quoted in ((_CHOICES, False), (_QUOTED_CHOICES, True)):
        for pattern in patterns:
            for match in pattern.finditer(sentence):
                if found := parse_list(match["list"], kind, quoted=quoted):
                    return found
    return ()


def parse_more(sentence: str, kind: Type) -> tuple[Choice, ...]:
    """The values that a sentence adds to those that are listed before it: `It can also be "c"`."""
    match = _MORE.search(sentence)
    if match is None or _OPEN_ENDED.search(match["list"]):
        return ()
    choices = [typed(piece, kind) if _QUOTED.match(piece) else None for piece, _ in _split_list(match["list"])]
    return tuple(Choice(value) for value in choices if value is not None) if None not in choices else ()


def names_list(text: str) -> bool:
    """Whether a text only names the list below it: `Level:`, `The mode of the disk. Mode:`."""
    return _NAMES_LIST.search(text.strip()) is not None


def is_about_a_part(text: str) -> bool:
    """Whether a text says what it says of something that it names in front: `${size}: The value can be …`."""
    return _OF_A_PART.match(text.strip()) is not None


def _parse_alone(sentence: str, kind: Type) -> tuple[Choice, ...]:
    """A sentence that is nothing but values: `0 or 1` for an integer, `"a", "b" or "c"` in quotes."""
    if len(sentence) > _MAX_ALONE or not _OR.search(sentence):
        return ()
    whole = isinstance(kind, Scalar) and kind.name == "integer"
    return parse_list(sentence, kind, quoted=not whole)


def parse_default(sentence: str, kind: Type) -> tuple[JSON] | None:
    """The default that a sentence states, in a tuple, since `None` cannot be told from nothing."""
    is_conditional = _CONDITION.search(_ALWAYS.sub("", sentence))
    if not is_conditional and "default" not in sentence.lower():
        return None
    for pattern in _OTHERWISE if is_conditional else _DEFAULTS:
        match = pattern.search(sentence)
        if match is None or _opens_phrase(sentence, match):
            continue
        if (value := default_value(match["value"], kind)) is not None:
            return value
    return None


def _opens_phrase(sentence: str, match: re.Match[str]) -> bool:
    """Whether the word in the place of a default only begins what is said of it: "defaults to current time"."""
    is_bare = re.fullmatch(r"[a-z]+", match["value"]) is not None and match["value"] not in ("true", "false")
    return is_bare and _GOES_ON.match(sentence, match.end("value")) is not None


def default_value(text: str, kind: Type, *, labelled: bool = False) -> tuple[JSON] | None:
    """A printed default under the documented type, in a tuple; `None` where it cannot be one."""
    words = text.strip().strip("*").rstrip(".,;)").strip()
    plain = re.sub(rf"^[{_MARK}]+|[{_MARK}]+$", "", words)
    if isinstance(kind, Scalar) and kind.name == "boolean":
        return (plain.lower() == "true",) if plain.lower() in ("true", "false") else None
    if isinstance(kind, ArrayOf):
        return _default_list(words.strip(_MARK))
    if isinstance(kind, UnknownType) and re.fullmatch(r"-?\d{1,18}|true|false", plain) and plain == words:
        return (int(plain),) if plain.lstrip("-").isdigit() else (plain == "true",)
    value = typed(words, kind, labelled=labelled)
    return (value,) if value is not None else None


def _default_list(text: str) -> tuple[JSON] | None:
    """A list that is printed as JSON: `["a"]`."""
    try:
        value = json.loads(text) if text[:1] == "[" else None
    except (ValueError, RecursionError):
        return None
    flat = isinstance(value, list) and not any(isinstance(item, list | dict) for item in value)
    return (value,) if flat else None


def _distinct(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    kept: dict[Value, Choice] = {}
    for choice in choices:
        if choice.value not in kept or not kept[choice.value].label:
            kept[choice.value] = choice
    return tuple(kept.values())
