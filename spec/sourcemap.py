"""The source map: JSON pointer → where the pages state what stands there.

Pointers follow RFC 6901. The map lives beside the document, because a line number that moves is
not a change of the contract.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from spec.model import Evidence, Source


def escape_token(token: str) -> str:
    """One reference token as RFC 6901 writes it."""
    return token.replace("~", "~0").replace("/", "~1")


def join_pointer(*tokens: str | int) -> str:
    """The pointer made of these unescaped tokens; no token gives the root, `""`."""
    return "".join(f"/{escape_token(str(token))}" for token in tokens)


def split_pointer(pointer: str) -> tuple[str, ...]:
    """The unescaped tokens of a pointer; a leading `#` is allowed.

    Raises:
        ValueError: If the text is no JSON pointer.
    """
    text = pointer.removeprefix("#")
    if text and not text.startswith("/"):
        raise ValueError(f"{pointer!r} is not a JSON pointer")
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in text.split("/")[1:])


@dataclass(frozen=True, slots=True)
class Entry:
    """One witness of a fact.

    `states` says what a witness states where the document has no node for it: `required: no`,
    `required: unknown`, `type: unknown`, `nullable: yes`.
    """

    source: Source
    states: str = ""

    def as_dict(self) -> dict[str, str | int]:
        """The published form: page, first, last, evidence, and states where there is any."""
        source = self.source
        values: dict[str, str | int] = {
            "page": source.page,
            "first": source.first,
            "last": source.last,
            "evidence": str(source.evidence),
        }
        return values | {"states": self.states} if self.states else values

    @staticmethod
    def parse(values: Mapping[str, object]) -> Entry:
        """The inverse of `as_dict`.

        Raises:
            ValueError: If the values are not those of an entry.
        """
        match values:
            case {"page": str(page), "first": int(first), "last": int(last), "evidence": str(evidence)}:
                return Entry(Source(page, first, last, Evidence(evidence)), str(values.get("states", "")))
        raise ValueError(f"not an entry of a source map: {dict(values)!r}")


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The entries by pointer. Every change gives a new map."""

    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def at(self, pointer: str) -> tuple[Entry, ...]:
        """What is known about exactly this node."""
        return self.entries.get(pointer, ())

    def under(self, pointer: str) -> Iterator[tuple[str, tuple[Entry, ...]]]:
        """The node and everything below it, in the order of the map."""
        below = f"{pointer}/"
        for key, entries in self.entries.items():
            if key == pointer or key.startswith(below):
                yield key, entries

    def without(self, pointer: str) -> SourceMap:
        """The map with the node and everything below it left out."""
        gone = {key for key, _ in self.under(pointer)}
        return SourceMap({key: entries for key, entries in self.entries.items() if key not in gone})

    def copied(self, source: str, target: str) -> SourceMap:
        """The map after the node at `source` replaced the one at `target`."""
        moved = {target + key[len(source) :]: entries for key, entries in self.under(source)}
        return SourceMap({**self.without(target).entries, **moved})

    def noting(self, pointer: str, entries: Iterable[Entry]) -> SourceMap:
        """The map with more entries at one node."""
        known = self.at(pointer)
        added = tuple(entry for entry in dict.fromkeys(entries) if entry not in known)
        return SourceMap({**self.entries, pointer: known + added})

    def dump(self) -> str:
        """JSON text, one pointer per line, sorted by pointer, ends with a newline."""
        return self.encode().decode()

    def encode(self) -> bytearray:
        """The text as UTF-8, without a copy of it: of thousands of pages it is large."""
        text = bytearray(b"{")
        for number, pointer in enumerate(sorted(self.entries)):
            places = json.dumps([entry.as_dict() for entry in self.entries[pointer]], ensure_ascii=False)
            text += f"{',' if number else ''}\n  {json.dumps(pointer, ensure_ascii=False)}: {places}".encode()
        text += b"\n}\n" if self.entries else b"}\n"
        return text

    @staticmethod
    def parse(text: str) -> SourceMap:
        """Reads what `dump` wrote.

        Raises:
            ValueError: If the text is not a source map.
        """
        values = json.loads(text)
        if not isinstance(values, dict):
            raise ValueError("expected a JSON object, pointer → list of places")
        return SourceMap({key: tuple(Entry.parse(entry) for entry in entries) for key, entries in values.items()})
