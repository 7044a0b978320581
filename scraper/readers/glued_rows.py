"""Table rows whose cells were glued together: `OwnerIdInteger the owner's id`.

A split is a choice of name, type and description. Every possible split is weighed by its witnesses: the
keys of the operation's own examples, the words that are types everywhere, the structures that the
page defines, and the names that it uses elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scraper.readers.glued_types import CONTAINER_WORDS, PLAIN_WORDS, SCALAR_WORDS, TYPE_WORDS

MAX_HEAD = 160
"""A run of Latin letters longer than this is no name and type."""

CLOSE = 1.0
"""A lead of no more than this decides nothing where no witness knows the name or the type."""

_SCALAR = re.compile("|".join(SCALAR_WORDS))
_HEAD = re.compile(r"[A-Za-z_$][A-Za-z0-9_.\-]*")
_NAME = re.compile(r"[A-Za-z_$][A-Za-z0-9_.\-]*\Z")
_RUN = re.compile(r"[A-Z][A-Za-z0-9_]*")
_WRAPPER = re.compile(r"(?:array|list|set|page|collection)s?\s+of\s+", re.IGNORECASE)
_BRACKETED = re.compile(r"(?:array|list|set|page)\s*<\s*\w+\s*>|map\s*<\s*\w+\s*,\s*\w+\s*>", re.IGNORECASE)
_LATIN = re.compile(r"[A-Za-z]")
_SWALLOWED = re.compile(rf"[a-z0-9]({'|'.join(PLAIN_WORDS)})[a-z]")
_EXPLAINED = re.compile(r"\s+[-\u2013\u2014=]\s|\s*[:\uff1a]")


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What is known before a row is split.

    `keys` are the keys of the operation's examples, `words` every name that the page uses, `types` the
    structures that it defines or names, `cut` a caption that the end of the page cuts off, `suffix`
    what may follow a type inside its cell, `required` the words of a required column.
    """

    keys: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    cut: str = ""
    suffix: re.Pattern[str] | None = None
    required: tuple[str, ...] = ()
    folded: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Split:
    """One way to cut a row; `rivals` are other ways with as much for them."""

    name: str
    type: str
    description: str
    required: str = ""
    score: float = 0.0
    rivals: tuple[tuple[str, str], ...] = ()


def split_row(line: str, witnesses: Witnesses) -> Split | None:
    """Cuts a glued row into name, type and description.

    Returns:
        The split with most for it, or `None` when the line is no row but continues the cell above.
    """
    text = line.strip()
    head = _HEAD.match(text)
    if head is None or head.end() > MAX_HEAD:
        return None
    candidates = sorted(_candidates(text, head.end(), witnesses), key=lambda c: (-c.score, len(c.name)))
    if not candidates:
        return None
    best = candidates[0]
    enough = best.score if _is_witnessed(best, witnesses) else best.score - CLOSE
    rivals = {
        (c.name, c.type)
        for c in candidates[1:]
        if best.score < 3 or c.score >= best.score or (c.score >= enough and not _swallows(c.type))
    }
    rivals |= set(_other_halves(best, witnesses))
    rivals.discard((best.name, best.type))
    return Split(best.name, best.type, best.description, best.required, best.score, tuple(sorted(rivals)))


def _is_witnessed(split: Split, seen: Witnesses) -> bool:
    """Whether the page shows the name, or the structure that is the type, anywhere else."""
    element = split.type.split()[-1] if split.type else ""
    return bool(_name_weight(split.name, seen)) or element in seen.types or _is_cut(element, seen)


def _swallows(kind: str) -> bool:
    """Whether a type holds the name of another, and with it what follows: `RefStringnote`."""
    return any(word in kind for word in TYPE_WORDS) and not kind.startswith(TYPE_WORDS)


def _other_halves(best: Split, seen: Witnesses) -> Iterator[tuple[str, str]]:
    """`FlagsString: List` is `Flags: StringList` as well, where no witness knows either name."""
    word = next((word for word in TYPE_WORDS if best.name.endswith(word) and len(word) < len(best.name)), "")
    if word and word not in CONTAINER_WORDS and best.type in CONTAINER_WORDS and not _name_weight(best.name, seen):
        yield best.name.removesuffix(word), word + best.type


def _candidates(text: str, end: int, seen: Witnesses) -> Iterator[Split]:
    for at in range(1, end + 1):
        name = text[:at]
        if not _NAME.match(name) or name[-1] in ".-":
            continue
        for kind, weight in _types_at(text[at:], name, seen):
            rest = text[at + len(kind) :]
            if _EXPLAINED.match(rest):
                continue
            score = _name_weight(name, seen) + weight + _boundary(name, kind) + _description_weight(rest, kind)
            yield Split(name, kind.strip(), rest.strip(), score=score)
    yield from _after_required_word(text, end, seen)
    name = text[:end]
    if name in seen.keys and text[end : end + 1] > "\u2e80":
        yield Split(name, "", text[end:].strip(), score=_name_weight(name, seen) + 1.5)


def _after_required_word(text: str, end: int, seen: Witnesses) -> Iterator[Split]:
    for word in seen.required:
        if not text.startswith(word, end):
            continue
        rest = text[end + len(word) :]
        for kind, weight in _types_at(rest, text[:end], seen):
            score = 12 + weight + _description_weight(rest[len(kind) :], kind)
            yield Split(text[:end], kind.strip(), rest[len(kind) :].strip(), word, score)


def _types_at(rest: str, name: str, seen: Witnesses) -> Iterator[tuple[str, float]]:
    """Every type that can begin here, with its weight."""
    if match := _BRACKETED.match(rest):
        yield match[0], 4.5
        return
    if match := _WRAPPER.match(rest):
        for element, weight in _elements_at(rest[match.end() :], "", seen):
            yield match[0] + element, weight + 3
        return
    yield from _elements_at(rest, name, seen)


def _elements_at(rest: str, name: str, seen: Witnesses) -> Iterator[tuple[str, float]]:
    if match := _SCALAR.match(rest):
        word = match[0]
        after = rest[len(word) :]
        inside = after[:1].islower() and after[:1].isascii()
        if not (inside and word.islower()):
            yield word + ("[]" if after.startswith("[]") else ""), 2 if inside and len(word) <= 4 else 4
    if not rest[:1].isupper():
        return
    found = _RUN.match(rest)
    run = found[0] if found else ""
    for known in _known_prefixes(run, seen):
        weight = 4.0 if known in seen.types else 2.0
        yield _with_suffix(known, rest, seen), weight + len(known) / 100 + _kinship(name, known, seen)
    lowers = any(c.islower() for c in run)
    if lowers and not (run.startswith(TYPE_WORDS) or run.endswith(SCALAR_WORDS)):
        yield _with_suffix(run, rest, seen), _run_weight(run) + _kinship(name, run, seen)


def _run_weight(run: str) -> int:
    """A structure that nothing else names; one that goes on in small letters after `String` is a type and a text."""
    swallowed = _SWALLOWED.search(run)
    return 1 if swallowed is None else -2 if len(swallowed[1]) <= 4 else -8


def _known_prefixes(run: str, seen: Witnesses) -> Iterator[str]:
    for end in range(2, len(run) + 1):
        part = run[:end]
        named = part in seen.types or (part in seen.words and not part.endswith(SCALAR_WORDS))
        if named and any(c.islower() for c in part):
            yield part


def _kinship(name: str, kind: str, seen: Witnesses) -> float:
    """A property is often called like its structure, alone or in the plural."""
    return float(_is_cut(kind, seen)) + (1.5 if name in (kind, kind + "s", kind + "es") else 0.0)


def _is_cut(kind: str, seen: Witnesses) -> bool:
    """Whether a caption that the end of the page cuts off begins like a type."""
    return len(seen.cut) > 2 and kind.startswith(seen.cut)


def _with_suffix(kind: str, rest: str, seen: Witnesses) -> str:
    match = seen.suffix.match(rest, len(kind)) if seen.suffix else None
    return rest[: match.end()] if match else kind


def _name_weight(name: str, seen: Witnesses) -> float:
    if name in seen.keys:
        return 8
    if name.casefold() in seen.folded:
        return 7
    return 3 if name in seen.words or name in seen.types else 0


def _boundary(name: str, kind: str) -> float:
    """A type that begins in the middle of a word is less likely to be one."""
    if kind[0].islower() and _LATIN.match(name[-1]):
        return -1
    if kind.isupper() and (name[-1].isupper() or name[-1] == "_"):
        return -8
    return -2 if name[-1].isupper() and len(name) == 1 else 0


def _description_weight(rest: str, kind: str) -> float:
    if not rest:
        return 0.5
    head = _HEAD.match(rest)
    wrapper = _WRAPPER.search(rest) if head else None
    if head and (rest.startswith(TYPE_WORDS) or (wrapper and 0 < wrapper.start() < head.end())):
        return -8
    if head and any(word in head[0] for word in TYPE_WORDS):
        return -3
    if rest[0] > "\u2e80":
        return 2
    if head and rest[0].isupper() and not kind.endswith(SCALAR_WORDS):
        return -4
    return 1 if rest[0].islower() or not rest[0].isalnum() else 0
