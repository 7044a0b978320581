"""What single words and phrases of an English description state: optional, null, deprecated, the form of a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.blocks import Text
from scraper.prose.model import ProseFacts
from spec.model import Evidence, Fact, Source

_REQUIRED = (
    (re.compile(r"^\(?(?:optional)\)?(?=[.,:;\s)]|$)", re.IGNORECASE), False),
    (re.compile(r"^\(?(?:mandatory|required)\)?(?=[.,:;)]|$)", re.IGNORECASE), True),
)
_NULLABLE = re.compile(
    r"\b(?:can|may|might|could) (?:also )?be (?:set to )?null\b|\bnull is allowed\b|\bnullable\b"
    r"|\bor null\b(?= if)|\bis null (?:if|when)\b"
    r"|\b(?:set|setting)(?: (?!to\b)[\w`]+){0,6} to `?null\b|\b(?:pass|send)(?:ing)? (?:a |the )?(?:value )?`?null\b",
    re.IGNORECASE,
)
_DEPRECATED = re.compile(
    r"^\W*(?:deprecated|discarded|obsolete)\b(?!\s+\w+s\b)"
    r"|\b(?:parameter|field|attribute|property|it|api|option|which)\s+(?:is|has been|was)\s+"
    r"(?:deprecated|discarded|obsolete)\b"
    r"|(?<!` \()\b(?:deprecated|discarded) (?:in|since|from) (?:\w+ )?(?:v?\d|version\b)",
    re.IGNORECASE,
)
_FORMATS = (
    (
        re.compile(r"\bY{4}-M{2}-D{2}T(?:HH|hh):(?:MM|mm):(?:SS|ss)(?:\.[Ss]+)?(?:Z\b|['\"]Z['\"]|\+)", re.IGNORECASE),
        "date-time",
    ),
    (re.compile(r"\bY{4}-M{2}-D{2}\b(?![T\s]*[Hh'\"])", re.IGNORECASE), "date"),
    (re.compile(r"\bRFC ?3339\b"), "date-time"),
)


def add_remarks(facts: ProseFacts, parts: Sequence[Text], page: str, *, is_string: bool) -> ProseFacts:
    """The facts, with what the words of a description add; what is known already stays."""
    for part in parts:
        source = Source(page, part.first, part.last, Evidence.PROSE)
        for pattern, required in _REQUIRED:
            if part is parts[0] and pattern.match(part.text.strip()):
                facts = replace(facts, required=facts.required or Fact(required, source))
        if facts.nullable is None and _NULLABLE.search(part.text):
            facts = replace(facts, nullable=Fact(True, source))
        is_item = part is not parts[0] and _DEPRECATED.match(part.text)
        if facts.deprecated is None and not is_item and _DEPRECATED.search(part.text):
            facts = replace(facts, deprecated=Fact(True, source))
        if facts.format is None and is_string:
            form = next((name for pattern, name in _FORMATS if pattern.search(part.text)), None)
            facts = replace(facts, format=form)
    return facts
