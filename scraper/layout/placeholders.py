"""Placeholders: which rows and sentences of a page are about the values in a path."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from scraper.blocks import Text
from scraper.layout.material import Material
from scraper.layout.notes import Notes
from scraper.prose.english import read_prose
from scraper.prose.english_ranges import sentences
from scraper.prose.model import add_prose
from spec.model import Fact, Property, Source, UnknownType

_ALIKE = 0.85
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


def find_row(
    name: str, rows: Sequence[Property], placeholders: Collection[str], foreign: Collection[str]
) -> Property | None:
    """The row of a placeholder: of that name, or the only one that misspells, shortens or stands for it.

    Args:
        name: The placeholder.
        rows: The rows without a place so far.
        placeholders: All of its path.
        foreign: Those of the other paths that share the rows.
    """
    exact = next((row for row in rows if row.name == name), None)
    if exact is not None:
        return exact
    others = [row for row in rows if row.name not in placeholders]
    near = [row for row in others if _ratio(row.name, name) >= _ALIKE or _shortens(row, name)]
    near = near or _stand_ins(name, others, foreign)
    return near[0] if len(near) == 1 else None


def _stand_ins(name: str, rows: Sequence[Property], foreign: Collection[str]) -> list[Property]:
    """The rows that name what the differing placeholders of several paths have in common.

    `item_id` is such a row where the paths hold `{book_id}` and `{record_id}`, and no row names one of those.
    """
    differing = {name, *foreign}
    word = name.rpartition("_")[2]
    if not foreign or name == word or any(row.name in differing for row in rows):
        return []
    if any(other.rpartition("_")[2] != word for other in differing):
        return []
    return [row for row in rows if _is_required(row) and row.name.endswith(f"_{word}")]


def _shortens(row: Property, name: str) -> bool:
    """Whether a required row is called like the last word of a placeholder: `id` for `group_id`."""
    return _is_required(row) and name.endswith(f"_{row.name}")


def _is_required(row: Property) -> bool:
    return row.required is not None and row.required.value


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower()).ratio() if one and other else 0.0
