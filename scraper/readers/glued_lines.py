"""The lines of a glued text dump, gathered into drafts of blocks by their form alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import islice

from scraper.readers.glued_types import PLAIN_WORDS
from scraper.vocabulary import Vocabulary

_ITEM = re.compile(r"^\s*(?:[•·●*\-]\s+|\d+[.)]\s+)\S")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"?')
_MAX_JSON, _MAX_BLANK = 5000, 40
_MAX_HEADER = 80
_HTTP = re.compile(r"^(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+https?://\S+|curl\s.+|[A-Z][A-Za-z\-]+:\s\S.*)$")
_STRONG_ROW = re.compile(rf"^[A-Za-z_]\w*?(?:{'|'.join(PLAIN_WORDS)}|[Aa]rray of \w+)[^\x00-\x7f]")


@dataclass(frozen=True)
class GluedLayout:
    """The words of a dialect by which its dumps are read.

    `opening` are the section keys under which an operation's tables stand, `prose` those under which
    short lines are text, `label` matches lines that introduce what follows, `call` the line with
    method and path that ends an operation's tables, `type_suffix` what may follow a type in its cell.
    """

    vocabulary: Vocabulary
    opening: frozenset[str]
    prose: frozenset[str]
    label: re.Pattern[str]
    call: re.Pattern[str]
    type_suffix: re.Pattern[str]

    @cached_property
    def header(self) -> re.Pattern[str]:
        """A line made of column headers."""
        words = sorted(self.vocabulary.columns, key=len, reverse=True)
        return re.compile(rf"\s*(?:(?:{'|'.join(map(re.escape, words))})[\s:\uff1a`*]*){{1,12}}$", re.IGNORECASE)

    @cached_property
    def header_words(self) -> Callable[[str], tuple[str, ...]]:
        """The column headers of which a line is made; the same header stands over many tables."""
        return lru_cache(maxsize=1024)(partial(_header_words, vocabulary=self.vocabulary))


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it is known what its words mean; `kind` names its form."""

    kind: str
    first: int
    last: int
    lines: tuple[str, ...]
    words: tuple[str, ...] = ()
    level: int = 0
    section: int = 0


def gather_drafts(lines: Sequence[str], layout: GluedLayout) -> Iterator[Draft]:
    """The drafts of a dump, in page order; blank lines belong to none."""
    at = 0
    while at < len(lines):
        kind, end = _form(lines, at, layout)
        if kind != "blank":
            words = layout.header_words(lines[at]) if kind == "table" else ()
            yield Draft(kind, at + 1, end, tuple(lines[at:end]), words)
        at = end


def _form(lines: Sequence[str], at: int, layout: GluedLayout) -> tuple[str, int]:
    """The form of the block that begins on a line (0-based), and where it ends."""
    line = lines[at].strip()
    if not line:
        return "blank", at + 1
    if end := _numbered_end(lines, at):
        return "numbered", end
    if line[0] in "{[" and (end := _json_end(lines, at)):
        return "json", end
    if layout.call.match(line):
        return "call", at + 1
    if _HTTP.match(line):
        return "http", _continued(lines, at)
    if layout.vocabulary.section(line):
        return "section", at + 1
    if _is_header(lines, at, layout):
        return "table", _table_end(lines, at, layout)
    if layout.label.match(line):
        return "label", at + 1
    if _ITEM.match(lines[at]):
        return "list", _list_end(lines, at, layout)
    return "text", _text_end(lines, at, layout)


def _numbered_end(lines: Sequence[str], at: int) -> int:
    """Where the running numbers end, or where brackets balance and no more JSON follows."""
    if not re.match(r"1\s*[{\[]", lines[at]):
        return 0
    number, end, brackets = 1, at, _Brackets()
    while end < len(lines) and lines[end].startswith(str(number)):
        rest = lines[end][len(str(number)) :]
        if rest[:1].isdigit() or (number > 1 and rest.strip() and rest[0] not in ' \t{}[]",'):
            break
        if number > 1 and brackets.depth <= 0 and not re.match(r'\s*["{}\[\],]', rest):
            break
        brackets.take(rest)
        number, end = number + 1, end + 1
    return end


def _json_end(lines: Sequence[str], at: int) -> int:
    """Where brackets balance; with unbalanced brackets, the first blank line."""
    brackets, blank = _Brackets(), 0
    for index in range(at, min(len(lines), at + _MAX_JSON)):
        brackets.take(lines[index])
        blank += not lines[index].strip()
        if brackets.depth <= 0:
            return index + 1
        if blank > _MAX_BLANK:
            break
    return next((i for i in range(at, len(lines)) if not lines[i].strip()), len(lines))


class _Brackets:
    """Counts the brackets that are open outside strings; a string ends with its line."""

    def __init__(self) -> None:
        self.depth = 0

    def take(self, line: str) -> None:
        bare = _STRING.sub("", line)
        self.depth += sum(bare.count(c) for c in "{[") - sum(bare.count(c) for c in "}]")


def _continued(lines: Sequence[str], at: int) -> int:
    while at < len(lines) - 1 and lines[at].rstrip().endswith("\\"):
        at += 1
    return at + 1


def _header_words(line: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The column headers of which a line is made, or nothing; a table of types names something too."""
    ways = list(islice(_header_splits(line.strip(), vocabulary), 64))
    named = [way for way in ways if "name" in map(vocabulary.role, way)]
    return (named or ways or [()])[0]


def _header_splits(text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    for end in range(min(len(text), _MAX_HEADER), 0, -1):
        if vocabulary.role(text[:end]) is None:
            continue
        rest = text[end:].strip()
        if not rest:
            yield (text,)
        else:
            yield from ((text[:end].strip(), *following) for following in _header_splits(rest, vocabulary))


def _is_header(lines: Sequence[str], at: int, layout: GluedLayout) -> bool:
    line, vocabulary = lines[at], layout.vocabulary
    if len(line) > _MAX_HEADER or not layout.header.match(line):
        return False
    following = lines[at + 1].strip() if at + 1 < len(lines) else ""
    words = layout.header_words(line)
    if len(words) == 1:
        return vocabulary.role(words[0]) == "status" and re.match(r"[A-Za-z0-9_]+[^\x00-\x7f]", following) is not None
    roles = {vocabulary.role(word) for word in words}
    return bool(words) and bool(following or "type" in roles)


def _ends_table(lines: Sequence[str], at: int, layout: GluedLayout) -> bool:
    line = lines[at].strip()
    return bool(
        layout.call.match(line)
        or layout.vocabulary.section(line)
        or re.match(r"1\s*[{\[]\s*$", line)
        or line in ("{", "[")
        or layout.label.match(line)
        or _is_header(lines, at, layout)
    )


def _continues_cell(lines: Sequence[str], at: int, layout: GluedLayout) -> bool:
    """Whether words that could be headers stand right under a row, where no other table begins without a type."""
    words = layout.header_words(lines[at]) if _is_header(lines, at, layout) else ()
    is_below_row = bool(lines[at - 1].strip())
    return bool(words) and is_below_row and "type" not in {layout.vocabulary.role(word) for word in words}


def _table_end(lines: Sequence[str], at: int, layout: GluedLayout) -> int:
    at += 1
    while at < len(lines) and (not _ends_table(lines, at, layout) or _continues_cell(lines, at, layout)):
        if not lines[at].strip():
            after = next((i for i in range(at, min(len(lines), at + 4)) if lines[i].strip()), None)
            if after is None or not _STRONG_ROW.match(lines[after].strip()):
                break
            at = after
        at += 1
    while not lines[at - 1].strip():
        at -= 1
    return at


def _list_end(lines: Sequence[str], at: int, layout: GluedLayout) -> int:
    at += 1
    while at < len(lines) and _ITEM.match(lines[at]) and not _is_header(lines, at, layout):
        at += 1
    return at


def _text_end(lines: Sequence[str], at: int, layout: GluedLayout) -> int:
    at += 1
    while at < len(lines) and lines[at].strip() and not _ends_table(lines, at, layout):
        if _HTTP.match(lines[at].strip()) or _ITEM.match(lines[at]) or lines[at].strip()[0] in "{[":
            break
        at += 1
    return at
