"""The type names of reference tables as they stand in glued cells: `BookIdInteger`."""

from __future__ import annotations

from collections.abc import Iterable

from scraper.types import ARRAYS, MAPS, OBJECTS, SCALARS

_IN_NAMES = frozenset(
    {"str", "text", "char", "varchar", "uuid", "date", "url", "uri", "email", "file", "set", "hash"}
    | {"structure", "struct", "dictionary"}
)
"""Types whose names end the names of properties more often (`StartDate`, `ImageUrl`)."""


def _capitalised(words: Iterable[str]) -> tuple[str, ...]:
    """The single words, longest first; a plural is no type of its own in a glued cell."""
    known = set(words)
    single = {w for w in known if " " not in w and w not in _IN_NAMES and w.removesuffix("s") not in known - {w}}
    spelled = {"".join(part.capitalize() for part in word.split("-")) for word in single}
    return tuple(sorted(spelled, key=lambda word: (-len(word), word)))


CONTAINER_WORDS = _capitalised((*OBJECTS, *MAPS, *ARRAYS))
PLAIN_WORDS = ("BigDecimal", "BigInteger", *_capitalised(SCALARS))
TYPE_WORDS = tuple(sorted({*PLAIN_WORDS, *CONTAINER_WORDS}, key=lambda word: (-len(word), word)))
SCALAR_WORDS = tuple(
    sorted({w for word in TYPE_WORDS for w in (word, word.lower(), word.upper())}, key=lambda w: (-len(w), w))
)
