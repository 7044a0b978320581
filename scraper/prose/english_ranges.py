"""Ranges, lengths and forbidden characters in English descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scraper.prose.powers import compute_powers
from spec.model import ArrayOf, ConstraintKeyword, Scalar, Type, UnknownType

Bounds = dict[ConstraintKeyword, "int | float | str"]

_N = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?"
_LOW, _HIGH = rf"(?P<low>{_N})", rf"(?P<high>{_N})"
_TO = r"\s*(?:~|～|–|—|-|\bto\b|\bthrough\b|\band\b)\s*"
_WHOLE = r"(?![\w%]|[.,]\d|\s?(?:[KMGT]B|%))"
_CHARS = (
    r"\s*(?:Unicode\s+|ASCII\s+|valid\s+|UTF-8\s+)?(?:characters?|chars?|letters|digits)(?:\s+long|\s+in\s+length)?\b"
)
_ITEMS = r"\s*(?:items|elements|entries|records)\b"
_OF = r"\.?(?:\s+(?:(?:length|size)(?:\s+(?:is|of))?|of))?:?"
_AT_MOST = (
    rf"(?:max(?:imum)?{_OF}|at most|up to|(?:no|not) (?:more|longer) than|not exceed(?:ing)?|within"
    r"|(?:can|must|may)(?:\s?not) (?:exceed|be longer than|be more than)|contains? a maximum of)"
)
_AT_LEAST = rf"(?:min(?:imum)?{_OF}|at least|no (?:fewer|less) than|not (?:fewer|less) than)"
_MEASURES = "KB|MB|GB|TB|bits?|bytes?|ms|s|seconds?|minutes?|hours?|days?|weeks?|%"
_UNIT = rf"(?:\s*(?:{_MEASURES}))?"
_NOT_EXACTLY = (
    rf"(?![.,]?\d)(?!\s*(?:~|–|—|-|to)\s*\d)(?!\s*-?(?:{_MEASURES})(?!\w))"
    rf"(?!(?:{_CHARS})?\s*(?:[<>≤≥]|at (?:most|least)\b|max|min|or (?:more|less|fewer|longer|shorter)\b))"
)


def _between(name: str, unit: str) -> str:
    """`0 < length ≤ 63`: bounds on both sides of what they are about."""
    return (
        rf"(?:(?P<above>{_N}){unit}\s*<|(?P<low>{_N}){unit}\s*(?:≤|<=))\s*(?:the\s+)?{name}\s*"
        rf"(?:(?:≤|<=)\s*(?P<high>{_N})|<\s*(?P<below>{_N})){unit}(?![\w%]|[.,]\d)"
    )


_LENGTHS = (
    _between("(?:string\\s+)?length", rf"(?:{_CHARS})?"),
    r"\bmax(?:imum|\.)?\s+(?:string\s+)?length(?:\s+of\s+(?:the|this)\s+\w+)?\s*(?:is|of|:)?\s*"
    rf"{_HIGH}(?:{_CHARS}|\s*bytes?\b|(?=\s*(?:[.,;)]|$)))",
    rf"(?:string )?length:?\s*(?:is |of )?(?P<exact>{_N}){_NOT_EXACTLY}(?:{_CHARS})?",
    rf"{_LOW}{_TO}{_HIGH}{_CHARS}",
    rf"{_AT_MOST}\s*{_HIGH}{_CHARS}",
    rf"{_HIGH}{_CHARS}\s+(?:at most|or (?:fewer|less)|max(?:imum)?\b)",
    rf"{_AT_LEAST}\s*{_LOW}{_CHARS}",
    rf"(?:length|string length)\s*(?:range|ranges)?\s*(?:is|from|:)?\s*(?:from\s*)?{_LOW}{_TO}{_HIGH}",
)
_COUNTS = (
    rf"\b(?:array|list) (?:length|size)\s*(?:range|ranges)?\s*(?:is|from|:)?\s*(?:from\s*)?{_LOW}{_TO}{_HIGH}",
    rf"{_LOW}{_TO}{_HIGH}{_ITEMS}",
    rf"{_AT_MOST}\s*{_HIGH}{_ITEMS}",
    rf"{_AT_LEAST}\s*{_LOW}{_ITEMS}",
)
_BARE_LENGTHS = (rf"^(?P<exact>{_N}){_CHARS}\.?$",)
_NUMBERS = (
    _between("(?:(?:the )?(?:value|number))", ""),
    r"(?:ranges?|ranging|range is|value is|values are|value)\s+(?:is\s+|are\s+)?(?:from|between|of)\s+"
    rf"{_LOW}{_UNIT}{_TO}{_HIGH}{_UNIT}",
    rf"\b(?:value )?range(?: is|:| of)?\s*[\[(]?\s*{_LOW}{_UNIT}\s*(?:{_TO}|,\s*){_HIGH}{_UNIT}\s*[\])]?",
    rf"\(between {_LOW} and {_HIGH}\)",
    rf"\bbetween {_LOW}{_UNIT} and {_HIGH}{_UNIT}(?=[.,;)]|$)",
    rf"\b(?:values?|number|it)\b[^.;]*?\bgreater than or equal to {_LOW}{_WHOLE}",
    rf"\b(?:values?|number|it)\b[^.;]*?\bless than or equal to {_HIGH}{_WHOLE}",
    rf"\b(?:values?|number|it)\b[^.;]*?\b(?:greater|larger) than (?P<above>{_N})(?=[.,;]|$| and)",
    rf"\b(?:values?|number|it)\b[^.;]*?\b(?:less|smaller) than (?P<below>{_N})(?=[.,;]|$| and)",
    rf"\b(?:maximum|max\.?)(?: value| number| limit)?(?: is| of|:)?\s*{_HIGH}(?=[.,;)]|$)",
    rf"\b(?:minimum|min\.?)(?: value| number)?(?: is| of|:)?\s*{_LOW}(?=[.,;)]|$)",
)
_BARE = (
    rf"^[\[(]?\s*{_LOW}{_UNIT}\s*(?:{_TO}|,\s*){_HIGH}{_UNIT}\s*[\])]?\.?$",
    rf"^(?:from|between)\s+{_LOW}{_UNIT}{_TO}{_HIGH}{_UNIT}\.?$",
    rf"^(?:greater|larger) than or equal to {_LOW}\.?$|^(?:>=|≥)\s*(?P<low2>{_N})\.?$",
    rf"^(?:less|smaller) than or equal to {_HIGH}\.?$|^(?:<=|≤)\s*(?P<high2>{_N})\.?$",
    rf"^(?:(?:greater|larger) than|>)\s*(?P<above>{_N})\.?$",
    rf"^(?:(?:less|smaller) than|<)\s*(?P<below>{_N})\.?$",
)


def _compile(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_LENGTH_RULES, _COUNT_RULES, _NUMBER_RULES, _BARE_RULES = map(_compile, (_LENGTHS, _COUNTS, _NUMBERS, _BARE))
_BARE_LENGTH_RULES = _compile(_BARE_LENGTHS)
_IN_MARKS = re.compile(rf"`({_N})`")
_HEDGED = re.compile(r"\b(?:if|when|for example|e\.g|such as|unless|otherwise|recommended|currently)\b", re.IGNORECASE)

_LIMIT = re.compile(r"\b(?:min|max|default|longest|shortest)\w*\b[^.]*$", re.IGNORECASE)
_HALF_OPEN = ((re.compile(r"\([^()\[\]]*\]\.?$"), "low", "above"), (re.compile(r"\[[^()\[\]]*\)\.?$"), "high", "below"))
_DIGIT = re.compile(r"\d")
_GOES_ON = re.compile(r"^\s*(?:and|or|,)?\s*(?:from\s+)?-?\d|^\s*(?:and|or)\s+from\s+\d", re.IGNORECASE)
_ALSO = re.compile(r"\d\s+or\s+(?:it\s+)?$", re.IGNORECASE)
_LONGEST = 10_000_000

_KEYWORDS: dict[str, tuple[ConstraintKeyword, ConstraintKeyword]] = {
    "length": ("minLength", "maxLength"),
    "count": ("minItems", "maxItems"),
    "number": ("minimum", "maximum"),
}


@dataclass(frozen=True, slots=True)
class Range:
    """The bounds that one statement gives, and the words that state them."""

    bounds: Bounds
    words: str


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; a period in parentheses or in front of a small letter ends none."""
    yield from (part for part in re.split(r"(?<=[.。;!?])\s+(?=[A-Z0-9(\"'`])|\n", text) if part.strip())


def is_hedged(sentence: str) -> bool:
    """Whether a sentence holds only sometimes, or only illustrates."""
    return _HEDGED.search(sentence) is not None


def parse_range(text: str, kind: Type, *, labelled: bool) -> Range | None:
    """The range that a text states.

    Args:
        text: One sentence, or what follows a label such as `Value range:`.
        kind: The type of the value: it decides between a length, a count and bounds.
        labelled: Whether a label announces a range, so that bare numbers are one.
    """
    words = compute_powers(_IN_MARKS.sub(r"\1", text.strip()))
    if not _DIGIT.search(words):
        return None
    for measure, rules in _rules(kind, labelled):
        for rule in rules:
            if match := _find(rule, words):
                if _GOES_ON.match(words[match.end() :]) or _ALSO.search(words[: match.start()]):
                    return None
                bounds = _bounds(match, measure)
                if rule in _BARE_RULES and measure == "length" and not _is_likely_length(bounds):
                    return None
                return Range(bounds, match[0]) if bounds else None
    return None


def _find(rule: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Where a rule matches; an exact length is none where the words before make it a limit of another kind."""
    match = rule.search(words)
    is_limit = match and "exact" in rule.groupindex and _LIMIT.search(words[: match.start()])
    return None if is_limit else match


def _is_likely_length(bounds: Bounds) -> bool:
    """Whether bare numbers beside a string are a length: from 1, and of a size that a string can have."""
    numbers = [value for value in bounds.values() if not isinstance(value, str)]
    return bool(numbers) and min(numbers) > 0 and max(numbers) <= _LONGEST


def parse_bound(text: str, kind: Type, *, smallest: bool) -> Bounds:
    """The one number below `Minimum` or `Maximum`: nothing where it is none, or the type has no bounds."""
    plain = re.sub(r"\s*(?:characters?|items|elements)$", "", text.strip().strip("*`").rstrip("."))
    if not re.fullmatch(_N, plain):
        return {}
    name = kind.name if isinstance(kind, Scalar) else ""
    measure = {"string": "length", "integer": "number", "number": "number"}.get(name)
    measure = "count" if isinstance(kind, ArrayOf) else measure
    number = _number(plain)
    if measure is None or (measure != "number" and (isinstance(number, float) or number < 0)):
        return {}
    return {_KEYWORDS[measure][0 if smallest else 1]: number}


def _rules(kind: Type, labelled: bool) -> Iterator[tuple[str, tuple[re.Pattern[str], ...]]]:
    name = kind.name if isinstance(kind, Scalar) else ""
    if name == "string" or isinstance(kind, UnknownType):
        yield "length", _LENGTH_RULES
        if labelled and name:
            yield "length", _BARE_LENGTH_RULES
            yield "length", _BARE_RULES
        if not name:
            yield "number", _NUMBER_RULES
    elif isinstance(kind, ArrayOf):
        yield "count", _COUNT_RULES
    elif name in ("integer", "number"):
        yield "number", (*_BARE_RULES, *_NUMBER_RULES) if labelled else _NUMBER_RULES


def _bounds(match: re.Match[str], measure: str) -> Bounds:
    found = {key: _number(value) for key, value in match.groupdict().items() if value}
    for form, closed, opened in _HALF_OPEN:
        if measure == "number" and closed in found and form.search(match[0]):
            found[opened] = found.pop(closed)
    smallest, largest = _KEYWORDS[measure]
    if "exact" in found:
        return {smallest: found["exact"], largest: found["exact"]}
    low, high = found.get("low", found.get("low2")), found.get("high", found.get("high2"))
    if measure != "number" and any(isinstance(n, float) or n < 0 for n in found.values()):
        return {}
    if low is not None and high is not None and low > high:
        return {}
    bounds: Bounds = {}
    if low is not None:
        bounds[smallest] = low
    if high is not None:
        bounds[largest] = high
    if "above" in found:
        bounds["exclusiveMinimum" if measure == "number" else smallest] = _step(found["above"], measure, 1)
    if "below" in found:
        bounds["exclusiveMaximum" if measure == "number" else largest] = _step(found["below"], measure, -1)
    return bounds


def _step(value: int | float, measure: str, by: int) -> int | float:
    return value if measure == "number" else value + by


def _number(text: str) -> int | float:
    plain = text.replace(",", "")
    return float(plain) if "." in plain else int(plain)


_NOT = r"\b(?:do not|does not|cannot|can't|can not|must not|may not|should not)\s+"
_START = re.compile(_NOT + r"(?:start|begin) with\s+(?P<rest>.*)$", re.IGNORECASE)
_END = re.compile(_NOT + r"end with\s+(?P<rest>.*)$", re.IGNORECASE)
_CONTAIN = re.compile(
    _NOT + r"(?:enter|contain|include|use)\s+(?P<spaces>spaces?,?(?: or| and)?\s+)?(?:any of )?(?:the following )?"
    r"(?:special )?characters?(?: such as|:|\s)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(([^\w\s])\)")
_SENTENCE_END = re.compile(r"\.\s+(?=[A-Z])|\.$")
_CLASS_SYNTAX = re.compile(r"([\^$\\.*+?()\[\]{}|/\-])")


def forbidden_pattern(text: str) -> str | None:
    """A pattern for the single characters that a text forbids; words it forbids stay in the text.

    The pattern uses no lookaround, so that every regular expression engine can run it.
    """
    start, end, anywhere = "", "", ""
    for sentence in _SENTENCE_END.split(text):
        if match := _START.search(sentence):
            start += "".join(_BRACKETED.findall(match["rest"]))
        elif match := _END.search(sentence):
            end += "".join(_lone_characters(match["rest"])) + "".join(_BRACKETED.findall(match["rest"]))
        elif match := _CONTAIN.search(sentence):
            anywhere += (" " if match["spaces"] else "") + "".join(_lone_characters(match["rest"]))
    return _pattern(start, end, anywhere)


def _lone_characters(text: str) -> list[str]:
    return [word for word in text.split() if len(word) == 1 and not word.isalnum() and word != ","]


def _pattern(start: str, end: str, anywhere: str) -> str | None:
    if not anywhere and not (start and not end):
        return None
    middle = _none_of(anywhere) if anywhere else r"[\s\S]"
    first = _none_of(anywhere + start)
    if end:
        return f"^(?:{_none_of(anywhere + start + end)}|{first}{middle}*{_none_of(anywhere + end)})?$"
    return f"^(?:{first}{middle}*)?$" if start else f"^{middle}*$"


def _none_of(characters: str) -> str:
    return "[^" + "".join(_CLASS_SYNTAX.sub(r"\\\1", c) for c in dict.fromkeys(characters)) + "]"
