"""Bullets: lists whose items name parameters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scraper.blocks import ListBlock, Text
from scraper.dialects.gitlab.words import WORDING, read_required
from scraper.layout.material import Attributes
from scraper.layout.notes import Notes
from scraper.layout.tables import NAME, describe, read_type, strip_name
from scraper.prose.english_values import default_value
from scraper.prose.model import Finding
from spec.model import JSON, Fact, Property, Source, Type, UnknownType

_ITEM = re.compile(
    r"^(?:`(?P<code>[^`]+)`|(?P<word>[A-Za-z_][\w.\[\]]*)(?=\s*\(|\s*:(?:\s|$)|\s+[-–—]))"
    r"\s*(?:\((?P<marks>[^)]*)\))?\s*(?:[-–—:]+\s*(?P<text>.*))?$",
    re.DOTALL,
)
_MARK = re.compile(r"\b(?:required|optional|mandatory)\b", re.IGNORECASE)
_DEFAULT = re.compile(
    r"^(?:the\s+)?defaults?(?:\s+value)?(?:\s+(?:is|to))?\s*(?:[:=]\s*|\s)(?!branch\b|value\b)(?P<value>\S.*)$", re.I
)
_LAST = re.compile(r"(?<=\.)\s+(?P<mark>Required|Optional)\.?$")
_BARE = re.compile(r"`[^`\s]+`")
_TYPE_WORDS = frozenset({"string", "integer", "boolean", "number", "array", "hash"})


@dataclass(slots=True)
class _Marks:
    """What stands beside a name: `(optional, integer, default 20)`; `rest` is for people."""

    required: bool | None = None
    type: Type = field(default_factory=UnknownType)
    default: tuple[JSON] | None = None
    rest: list[str] = field(default_factory=list)


def is_attribute_list(block: ListBlock, announced: bool) -> bool:
    """Whether a list names parameters: every item has a name, and a label or the items say so."""
    matches = [_ITEM.match(item.text) for item in top_items(block)]
    if not all(matches):
        return False
    return all(map(_is_marked, matches)) or (announced and all(map(_is_named, matches)))


def looks_like_attributes(block: ListBlock) -> bool:
    """Whether a list would name parameters under a label that says so, by its form alone."""
    matches = [_ITEM.match(item.text) for item in top_items(block)]
    return is_attribute_list(block, announced=True) and all(
        match is not None and (match["code"] or _is_marked(match)) for match in matches
    )


def has_attributes(block: ListBlock) -> bool:
    """Whether some item of a list that is announced as parameters names one."""
    return any(_names_one(item) for item in top_items(block))


def says_none(block: ListBlock) -> bool:
    """Whether a list says that there are no parameters."""
    return all(re.fullmatch(r"\W*(?:none|n/?a|no parameters?)?\W*", item.text, re.I) for item in block.items)


def lists_bare_names(block: ListBlock) -> bool:
    """Whether a list holds nothing but names set as code."""
    return all(_BARE.fullmatch(item.text.strip()) and NAME.match(item.text.strip("` ")) for item in block.items)


def read_bare_names(block: ListBlock, notes: Notes) -> Attributes:
    """Reads a list of names about which nothing is said."""
    notes.ledger.read(block)
    rows = [Property(item.text.strip("` "), UnknownType(), notes.source(item)) for item in block.items]
    return Attributes(tuple(rows))


def read_list(block: ListBlock, notes: Notes) -> Attributes:
    """Reads a bullet list of parameters; nested items belong to the description, other items stay unread."""
    properties: list[Property] = []
    findings: list[tuple[str, Finding]] = []
    groups = _grouped(block)
    if all(_names_one(item) for item, _ in groups):
        notes.ledger.read(block)
    for item, below in groups:
        if not _names_one(item):
            continue
        notes.ledger.read(item, *below)
        prop, issues = read_item(item, below, notes)
        properties.append(prop)
        findings.extend((prop.name, issue) for issue in issues)
    return Attributes(tuple(properties), tuple(findings))


def read_item(item: Text, below: Sequence[Text], notes: Notes) -> tuple[Property, tuple[Finding, ...]]:
    """A parameter from its item and the items below it, with what the description says besides."""
    match = _ITEM.match(item.text)
    assert match is not None
    source = Source(notes.page, item.first, below[-1].last if below else item.last)
    pieces, text = _told(match["text"] or "")
    marks = _read_marks([*re.split(r"[,;]", match["marks"] or ""), *pieces])
    parts = [replace(item, text=text), *(replace(item, text=mark) for mark in marks.rest), *below]
    base = Property(
        strip_name(match["code"] or match["word"]),
        marks.type,
        source,
        required=None if marks.required is None else Fact(marks.required, source),
        default=None if marks.default is None else Fact(marks.default[0], source),
    )
    return describe(base, parts, WORDING, notes)


def _read_marks(pieces: Sequence[str]) -> _Marks:
    marks = _Marks()
    stated = ""
    for piece in filter(None, (piece.strip() for piece in pieces)):
        required, (kind, _), default = read_required(piece), read_type(piece, WORDING), _DEFAULT.match(piece)
        if required is not None:
            marks.required = required if marks.required is None else marks.required
        elif default is not None and not stated:
            stated = default["value"]
        elif not isinstance(kind, UnknownType) and isinstance(marks.type, UnknownType):
            marks.type = kind
        else:
            marks.rest.append(piece)
    if stated:
        marks.default = _read_value(stated, marks.type)
        if marks.default is None:
            marks.rest.append(f"Default: {stated}.")
    return marks


def _read_value(text: str, kind: Type) -> tuple[JSON] | None:
    plain = text.strip().strip("`").strip()
    return (None,) if plain in ("null", "nil") else default_value(plain, kind)


def _told(text: str) -> tuple[list[str], str]:
    """The marks at the end of a description, `the name, string, required`, and the description without them."""
    last = _LAST.search(text)
    if last is not None:
        return [last["mark"]], text[: last.start()].rstrip()
    words, *pieces = text.split(", ")
    taken: list[str] = []
    while pieces and (_is_type_word(pieces[-1]) or read_required(pieces[-1]) is not None):
        taken.insert(0, pieces.pop())
    if not pieces and (_is_type_word(words) or (taken and read_required(words) is not None)):
        return [words, *taken], ""
    return taken, ", ".join((words, *pieces))


def _is_type_word(text: str) -> bool:
    return text.strip().rstrip(".").lower() in _TYPE_WORDS


def _is_marked(match: re.Match[str] | None) -> bool:
    if match is None:
        return False
    return bool(_MARK.search(match["marks"] or "")) or any(
        read_required(mark) is not None for mark in _told(match["text"] or "")[0]
    )


def _is_named(match: re.Match[str] | None) -> bool:
    """Whether an item has a name and says something about it; a capitalised word may open a sentence."""
    if match is None or not (match["text"] or match["marks"]):
        return False
    return bool(NAME.match(match["code"]) if match["code"] else match["marks"] or not match["word"][:1].isupper())


def _names_one(item: Text) -> bool:
    match = _ITEM.match(item.text)
    return _is_marked(match) or _is_named(match)


def top_items(block: ListBlock) -> list[Text]:
    """The items of a list that stand below no other item."""
    return [item for item, _ in _grouped(block)]


def _grouped(block: ListBlock) -> list[tuple[Text, list[Text]]]:
    depths = block.depths if len(block.depths) == len(block.items) else (0,) * len(block.items)
    lowest = min(depths, default=0)
    groups: list[tuple[Text, list[Text]]] = []
    for item, depth in zip(block.items, depths, strict=True):
        if depth == lowest or not groups:
            groups.append((item, []))
        else:
            groups[-1][1].append(item)
    return groups
