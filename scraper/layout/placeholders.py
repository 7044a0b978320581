"""Placeholders: what running text says about the values in a path."""

from __future__ import annotations

import re
from dataclasses import replace

from scraper.blocks import Text
from scraper.layout.material import Material
from scraper.layout.notes import Notes
from scraper.prose.english import read_prose
from scraper.prose.english_ranges import sentences
from scraper.prose.model import add_prose
from spec.model import Fact, Property, Source, UnknownType

_MENTION = re.compile(r"`(?::([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})`")


def add_mentions(material: Material, text: Text) -> None:
    """Keeps the sentences of a text that are about placeholders: "The `:room` can be either `hall` or `attic`."."""
    for sentence in sentences(text.text):
        for name in dict.fromkeys(colon or braces for colon, braces in _MENTION.findall(sentence)):
            material.placeholders.setdefault(name, []).append(replace(text, text=sentence))


def describe_placeholder(name: str, source: Source, material: Material, notes: Notes) -> Property:
    """The parameter of a placeholder that is in no table, with what the text says about it."""
    base = Property(name, UnknownType(), source, required=Fact(True, source))
    mentions = material.placeholders.get(name, ())
    return add_prose(base, read_prose(mentions, notes.page, base.type)) if mentions else base
