"""Labels: headings and short paragraphs that say what the table or code below them is."""

from __future__ import annotations

import re
from collections.abc import Collection

from scraper.vocabulary import fold

JOINING = frozenset({"or", "and", "or:", "and:"})
SAYS_ELSEWHERE = re.compile(
    r"\b(?:parameters?|attributes?|options?|settings?|fields?|arguments?)\b.*\b(?:see|same|listed|described|refer|found|"
    r"available)\b|\b(?:see|same|listed|described|refer)\b.*\b(?:parameters?|attributes?|options?|settings?|fields?)\b",
    re.IGNORECASE,
)
DEPRECATED = re.compile(
    r"(?:\bthis\s+(?:\w+\s+){0,3}(?:is|was|has been|will be)\s+deprecated\b)|^\W*deprecat(?:ed|ion)\b|"
    r"^\W*\(?deprecated\)?\W",
    re.IGNORECASE,
)

_LABEL_WORDS = re.compile(
    r"\b(?:parameters?|attributes?|arguments?|responses?|requests?|returns?|returned|results?|examples?|payload|body|"
    r"output|input|usage|headers?|fields?)\b",
    re.IGNORECASE,
)
_RESPONSE = re.compile(r"\b(?:respon(?:se|ses|ds)|returns?|returned|outputs?|results?)\b", re.IGNORECASE)
_REQUEST = re.compile(r"\b(?:requests?|payload|input|body|posts?|data)\b", re.IGNORECASE)
_FAILURE = re.compile(r"\b(?:errors?|fails?|failed|failure|unsuccessful|invalid|not found|denied)\b", re.IGNORECASE)


def is_label(text: str) -> bool:
    """Whether a paragraph only announces the table or code that follows: `Parameters:`."""
    words = fold(text)
    if not _LABEL_WORDS.search(words) or "\n" in text.strip():
        return False
    return (len(words) <= 120 and text.rstrip().endswith((":", "："))) or len(words.split()) <= 4


def is_announced(label: str) -> bool:
    """Whether a label announces parameters."""
    return (
        is_label(label) and re.search(r"\b(?:parameters?|attributes?|arguments?)\b", label, re.IGNORECASE) is not None
    )


def is_about_response(text: str) -> bool:
    """Whether a label or a heading announces what comes back."""
    return bool(_RESPONSE.search(text)) and not re.search(r"\brequests?\b", text, re.IGNORECASE)


def is_about_request(text: str) -> bool:
    """Whether a label or a heading announces what is sent."""
    return bool(_REQUEST.search(text)) and not _RESPONSE.search(text)


def is_about_headers(text: str) -> bool:
    """Whether a label announces what is sent in headers."""
    return is_label(text) and re.fullmatch(r"(?:\w+ )?headers?", fold(text)) is not None


def is_about_failure(text: str) -> bool:
    """Whether a label announces the answer to a request that fails."""
    return bool(_FAILURE.search(text))


_NAMES = r"(?P<names>`[\w-]+`(?:(?:,| and| or)+ (?:the )?`[\w-]+`)*)"
_KEYS = r"\b(?:keys|parameters|properties|fields|attributes|options|values|settings)\b"
_OWNERS = (
    re.compile(
        rf"{_NAMES}(?: (?!can\b|must\b|has\b|is\b)\w+){{0,2}} (?:(?:can|must|may|should|also|is|are) )*"
        rf"(?:ha(?:s|ve)|takes?|accepts?|includes?|contains?|supports?|an? object)\b.*{_KEYS}"
    ),
    re.compile(rf"{_KEYS} (?:\w+ ){{0,3}}(?:in|of|for|by) (?:the )?{_NAMES}"),
)
_STATED_OBJECTS = re.compile(r"\b((?:[\w-]+(?:,|,? and|,? or) (?:the )?)*[\w-]+) (?:object|parameter|array|hash)s?\b")
_EACH_VALUE = re.compile(r"\b(?:value (?:for|of) each|each value)\b", re.IGNORECASE)
_OWNER_TITLE = re.compile(
    r"^(?:the )?(`?)([\w-]+)\1(?: (?:object|parameter|array|key|hash|property)s?)?$", re.IGNORECASE
)


def owners_in_title(title: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """The object of which a heading announces the members: "`output` object".

    In a text without marks, a name is one of those that are `known`.
    """
    match = _OWNER_TITLE.match(title.strip())
    return (match[2],) if match and (match[1] or match[2] in known) else ()


def owners_in_sentence(text: str, known: Collection[str] = (), shown: Collection[str] = ()) -> tuple[str, ...]:
    """The objects of which a sentence announces the members: "The `a` and `b` objects have these keys:".

    In a text without marks, a name is one of those that are `known`, or one of those that examples have `shown`
    where the sentence says that it is a parameter or an object.
    """
    if not text.rstrip().endswith((":", "：")):
        return ()
    if "`" not in text:
        stated = {name for names in _STATED_OBJECTS.findall(text) for name in re.findall(r"[\w-]+", names)}
        names = {*known, *stated.intersection(shown)}
        text = re.sub(r"[\w-]+", lambda word: f"`{word[0]}`" if word[0] in names else word[0], text)
    match = next((found for pattern in _OWNERS if (found := pattern.search(text))), None)
    return tuple(coded_names(match["names"])) if match else ()


def is_about_each_value(text: str) -> bool:
    """Whether a sentence is about all values of an object, whatever their keys are."""
    return _EACH_VALUE.search(text) is not None


def mentioned_names(text: str, known: Collection[str]) -> list[str]:
    """The known names that a text sets as code, or, in a text without marks, has among its words."""
    words = coded_names(text) if "`" in text else re.findall(r"[\w-]+", text)
    return [word for word in dict.fromkeys(words) if word in known]


def coded_names(text: str) -> list[str]:
    """The names that a text sets as code."""
    return re.findall(r"`([\w-]+)`", text)
