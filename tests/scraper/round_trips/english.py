"""What a reference says of a row, in the words of English pages."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from spec.model import JSON
from tests.scraper.round_trips.reference import Call, Field

_SENTENCES = r"The value (?:can be|ranges)|The default value is|Can be one of|Default:"
FACTS = re.compile(rf"^Required\.(?: |$)|(?:^|(?<=[\w.]))\s*(?:{_SENTENCES}) .*")
"""What stands in a description beside its text."""


def describe(row: Field, mark: str = "") -> list[str]:
    """The lines of a description, and one with the facts; `mark` stands around values."""
    facts: list[str] = []
    if row.values:
        facts.append(f"The value can be {_list([f'{mark}{value}{mark}' for value in row.values])}.")
    if row.bounds:
        facts.append(f"The value ranges from {row.bounds[0]} to {row.bounds[1]}.")
    if row.default is not None:
        facts.append(f"The default value is {mark}{print_value(row.default)}{mark}.")
    return [*row.text, *([" ".join(facts)] if facts else [])]


def _list(words: Sequence[str]) -> str:
    return " or ".join(words) if len(words) == 2 else f"{', '.join(words[:-1])}, or {words[-1]}"


def print_value(value: str | int | bool) -> str:
    """A value as descriptions show it."""
    return value if isinstance(value, str) else json.dumps(value)


def print_json(value: JSON) -> str:
    """An example."""
    return json.dumps(value, indent=2, ensure_ascii=False)


def places(call: Call) -> list[Field]:
    """The rows of what stands in the path."""
    return [Field(name, True, "string", ("Where it is.",)) for _, name in call.path]
