"""Vocabulary: the words by which a dialect's tables and sections are recognised."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Role: TypeAlias = Literal["name", "required", "type", "location", "default", "description", "status", "code", "other"]


def fold(text: str) -> str:
    """The form in which words are compared: no marks, one space, no case, no final colon."""
    return " ".join(re.sub(r"[`*]", "", text).split()).rstrip(":：").strip().casefold()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a dialect's pages call things, in all the languages it lists.

    `columns` maps folded header texts to roles, `sections` folded headings to the dialect's own
    section keys, `required` folded cells to yes and no. `is_caption` matches the line above a table
    in a text dump.
    """

    columns: Mapping[str, Role]
    sections: Mapping[str, str]
    required: Mapping[str, bool] = field(default_factory=dict)
    is_caption: re.Pattern[str] | None = None

    def role(self, header: str) -> Role | None:
        """The role of a column, or `None` for a header that the dialect does not list."""
        return self.columns.get(fold(header))

    def section(self, heading: str) -> str | None:
        """The section that a heading opens, or `None`."""
        return self.sections.get(fold(heading))
