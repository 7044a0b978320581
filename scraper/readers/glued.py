"""Text dumps whose table cells are glued together, read into the blocks that the page itself would give.

Layout: a line per heading, paragraph, list item and table row, with blank lines between blocks but
none inside a table. The cells of a row follow each other without a separator; lines that are no row
continue the last cell of the row above. Code keeps its lines, often with a running number in front.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from scraper.blocks import Block, Cell, Code, Heading, ListBlock, Paragraph, Row, Table, Text
from scraper.page import Page
from scraper.readers.glued_lines import Draft, GluedLayout, gather_drafts
from scraper.readers.glued_rows import Split, Witnesses, split_row
from scraper.readers.glued_types import TYPE_WORDS
from scraper.vocabulary import Role, Vocabulary
from spec.diagnostics import Diagnostic

CHAPTER, GROUP, TITLE, SECTION, CAPTION = 1, 2, 3, 4, 5
"""Heading levels in a dump, where the words alone tell them apart."""

_KEY = re.compile(r'"([^"\\\n]{1,80})"\s*:')
_IDENTIFIER = re.compile(r"([A-Z][A-Za-z0-9_]{2,})(?:\s+\S{1,8})?\Z")
_BULLET = re.compile(r"^(\s*)(?:[•·●*\-]|(\d+)[.)])\s+(\S.*)$")
_VALUE_ROW = re.compile(r"^([A-Za-z0-9_][A-Za-z0-9_:.\-]*)\s*(.*)$")
_NUMBER = re.compile(r"^\d+")
_SENTENCE = re.compile(r"[.,:;!?\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f]\s*$|\u3002|[:\uff1a]\s*\S")
_ELEMENT = re.compile(r"(?:[Aa]rray|[Pp]age|[Ll]ist) of ([A-Z][A-Za-z0-9_]*)(?![ A-Za-z0-9_])")
_MAX_TITLE = 40


def read_glued(page: Page, layout: GluedLayout) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Reads a dump.

    Returns:
        The blocks in page order, and an `ambiguous-split` for every row that can be cut in more than
        one way with as much for each.
    """
    drafts = _number(_Titles(layout).resolve(list(gather_drafts(page.lines, layout))))
    witnesses = _witnesses(drafts, layout)
    blocks: list[Block] = []
    found: list[Diagnostic] = []
    for draft in drafts:
        if draft.kind == "table":
            table, splits = _table(draft, layout.vocabulary, witnesses[draft.section])
            blocks.append(table)
            found += [_ambiguous(page.name, line, split) for line, split in splits if split.rivals]
        else:
            blocks.append(_plain_block(draft))
    return tuple(blocks), tuple(found)


# ---------------------------------------------------------------- which lines are headings


@dataclass(slots=True)
class _Titles:
    """Tells headings from text by what follows them; a call line closes an operation's tables."""

    layout: GluedLayout
    open: bool = False
    section: str = ""
    asked: bool = False
    out: list[Draft] = field(default_factory=list)

    def resolve(self, drafts: list[Draft]) -> list[Draft]:
        run: list[Draft] = []
        for index, draft in enumerate(drafts):
            following = drafts[index + 1] if index + 1 < len(drafts) else None
            if _may_be_title(draft, following):
                run.append(draft)
                continue
            self._settle(run, draft)
            run = []
            self._step(draft)
        self._settle(run, None)
        return self.out

    def _step(self, draft: Draft) -> None:
        if draft.kind == "section":
            self.section = self.layout.vocabulary.section(draft.lines[0]) or ""
            self.open = self.open or self.section in self.layout.opening
            self.asked = self.asked or self.section == "request"
            self.out.append(replace(draft, kind="heading", level=SECTION))
            return
        if draft.kind == "table":
            roles = {self.layout.vocabulary.role(word) for word in draft.words}
            self.open = self.open or "required" in roles
            self.asked = self.asked or "required" in roles
            self.section = ""
        elif draft.kind == "call":
            self.open, self.section, self.asked = False, "", False
        self.out.append(draft)

    def _settle(self, run: list[Draft], following: Draft | None) -> None:
        if not run:
            return
        kind = following.kind if following else ""
        asks = (
            kind == "section" and self.layout.vocabulary.section(following.lines[0] if following else "") == "request"
        )
        if self.open and self.asked and asks:
            self.open, self.asked = False, False
        if self.open and self.section in self.layout.prose:
            self.out += run
            return
        names = [i for i, draft in enumerate(run) if _IDENTIFIER.match(draft.lines[0].strip())]
        if kind == "table" and names and (self.open or names[0] > 0):
            before, caption, after = run[: names[0]], run[names[0]], run[names[0] + 1 :]
            self.out += before if self.open else _titled(before)
            self.out += [replace(caption, kind="heading", level=CAPTION), *after]
            self.open = True
        elif self.open:
            self.out += run[:-1]
            self.out.append(replace(run[-1], kind="heading", level=CAPTION))
        else:
            self.out += _titled(run)


def _titled(run: Sequence[Draft]) -> list[Draft]:
    count = len(run)
    levels = [TITLE if i == count - 1 else GROUP if i == count - 2 else CHAPTER for i in range(count)]
    return [replace(draft, kind="heading", level=level) for draft, level in zip(run, levels, strict=True)]


def _may_be_title(draft: Draft, following: Draft | None) -> bool:
    if draft.kind not in ("text", "label") or draft.first != draft.last or (draft.kind == "label" and not following):
        return False
    line = draft.lines[0].strip()
    if following is not None and following.kind == "table":
        line = line.rstrip(":\uff1a")
        return len(line) <= _MAX_TITLE and not _SENTENCE.search(line) and draft.kind == "text"
    return draft.kind == "text" and len(line) <= _MAX_TITLE and not _SENTENCE.search(line)


def _number(drafts: Sequence[Draft]) -> list[Draft]:
    section, numbered = 0, []
    for draft in drafts:
        section += 1 if draft.level and draft.level <= TITLE else 0
        numbered.append(replace(draft, section=section))
    return numbered


# ---------------------------------------------------------------- drafts → blocks


def _witnesses(drafts: Sequence[Draft], layout: GluedLayout) -> dict[int, Witnesses]:
    """What each section's rows are split by; sections are numbered by `_number`."""
    keys: dict[int, set[str]] = defaultdict(set)
    types: set[str] = set()
    elements: set[str] = set()
    for draft in drafts:
        text = "\n".join(draft.lines)
        if draft.kind in ("json", "numbered"):
            keys[draft.section].update(_KEY.findall(text))
        elif draft.level == CAPTION and (match := _IDENTIFIER.match(text.strip())):
            types.add(match[1])
        elif draft.kind == "table":
            elements.update(_ELEMENT.findall(text))
    types |= {element for element in elements if not _is_glued(element, types)}
    last = drafts[-1] if drafts else None
    cut = last.lines[0].strip() if last is not None and last.level == CAPTION else ""
    words = frozenset(key for found in keys.values() for key in found)
    base = Witnesses(
        words=words,
        types=frozenset(types - {cut}),
        cut=cut,
        suffix=layout.type_suffix,
        required=tuple(layout.vocabulary.required),
    )
    return {
        draft.section: replace(
            base,
            keys=frozenset(keys[draft.section]),
            folded=frozenset(key.casefold() for key in keys[draft.section]),
        )
        for draft in drafts
    }


def _is_glued(element: str, captions: Set[str]) -> bool:
    """Whether the name of a structure goes on in small letters where the name of another type ends: `Stringid`."""
    known = (*TYPE_WORDS, *captions)
    rests = [element.removeprefix(name) for name in known if element.startswith(name)]
    return "" not in rests and any(rest[:1].islower() and rest not in ("s", "es") for rest in rests)


def _plain_block(draft: Draft) -> Block:
    first, last = draft.first, draft.last
    text = "\n".join(line.strip() for line in draft.lines)
    if draft.kind == "heading":
        return Heading(draft.level, text.rstrip(":\uff1a").strip(), first, last)
    if draft.kind == "json":
        return Code("\n".join(draft.lines), first, last, first, "json")
    if draft.kind == "numbered":
        return Code("\n".join(_NUMBER.sub("", line, count=1) for line in draft.lines), first, last, first, "json")
    if draft.kind in ("http", "call"):
        return Code(text, first, last, first, "http")
    if draft.kind == "list":
        items = [(match, first + i) for i, line in enumerate(draft.lines) if (match := _BULLET.match(line))]
        texts = tuple(Text(match[3].strip(), line, line) for match, line in items)
        return ListBlock(texts, first, last, any(match[2] for match, _ in items), tuple(0 for _ in items))
    return Paragraph(text, first, last)


def _table(draft: Draft, vocabulary: Vocabulary, seen: Witnesses) -> tuple[Table, tuple[tuple[int, Split], ...]]:
    """A table, and how its rows were split, with their lines."""
    roles = tuple(vocabulary.role(word) or "other" for word in draft.words)
    splits: list[tuple[int, Split]] = []
    rows: list[Row] = []
    for number, line in enumerate(draft.lines[1:], draft.first + 1):
        text = line.strip()
        if not text:
            continue
        if "type" not in roles:
            rows.append(_value_row(text, number))
        elif split := split_row(text, seen):
            splits.append((number, split))
            rows.append(_row(split, roles, number))
        elif rows:
            rows[-1] = _continue(rows[-1], Text(text, number, number))
        else:
            rows.append(_loose_row(text, roles, number))
    header = Row(tuple(_cell(word, draft.first) for word in draft.words), draft.first, draft.first)
    return Table(header, tuple(rows), draft.first, draft.last), tuple(splits)


def _row(split: Split, roles: Sequence[Role], line: int) -> Row:
    texts: dict[Role, str] = {
        "name": split.name,
        "required": split.required,
        "type": split.type,
        "description": split.description,
    }
    return Row(tuple(_cell(texts.get(role, ""), line) for role in roles), line, line)


def _value_row(text: str, line: int) -> Row:
    match = _VALUE_ROW.match(text)
    cells = (match[1], match[2]) if match else ("", text)
    return Row(tuple(_cell(cell, line) for cell in cells), line, line)


def _loose_row(text: str, roles: Sequence[Role], line: int) -> Row:
    """A first line that is no row: the dialect sees a row without a name and reports it."""
    return Row(tuple(_cell(text if role == "description" else "", line) for role in roles), line, line)


def _cell(text: str, line: int) -> Cell:
    return Cell((Text(text, line, line),) if text else (), line, line)


def _continue(row: Row, text: Text) -> Row:
    cell = row.cells[-1]
    longer = Cell((*cell.parts, text), cell.first, text.last)
    return Row((*row.cells[:-1], longer), row.first, text.last)


def _ambiguous(page: str, line: int, split: Split) -> Diagnostic:
    ways = " or ".join(f"{name}: {kind or 'no type'}" for name, kind in split.rivals)
    message = f"Read as {split.name}: {split.type or 'no type'}; it could be {ways}."
    return Diagnostic("ambiguous-split", message, page, line, line, pointer=split.name)
