"""Choices: values that a description lists in code, after words that say that these are all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.blocks import Text
from spec.model import EnumValue, Evidence, Property, Scalar, Source, UnknownType

_LISTED = re.compile(
    r"\b(?:sorted in|sort(?:ed)? by|ordered (?:by|in)|order by|limit by \w+|one of|takes|(?:given|following) \w+:|"
    r"either|can be(?: one of)?)\s*:?\s*"
    r"(?P<values>`[\w.+-]+`(?:\s*(?:,\s*(?:or|and)\b|,|\bor\b|\band\b)\s*`[\w.+-]+`)+)"
    r"(?=\s*(?:fields?\b|orders?\b|as arguments?\b|values?\b|[.;)]|,\s*default|$))",
    re.IGNORECASE,
)


def add_choices(prop: Property, parts: Sequence[Text], page: str) -> Property:
    """Adds the listed values to a string that has none yet; a default outside of them forbids it."""
    if prop.enum or not (isinstance(prop.type, UnknownType) or prop.type == Scalar("string")):
        return prop
    for part in parts:
        match = _LISTED.search(part.text)
        if match is None:
            continue
        values = tuple(dict.fromkeys(re.findall(r"`([^`]+)`", match["values"])))
        if prop.default is not None and prop.default.value not in values:
            return prop
        source = Source(page, part.first, part.last, Evidence.PROSE)
        return replace(prop, enum=tuple(EnumValue(value, source) for value in values))
    return prop
