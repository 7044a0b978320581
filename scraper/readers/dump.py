"""What the text dumps of a page have in common: prologue, headings, captions, code, lists.

A dump is what remains of a page that was copied or crawled as text: each line is a heading, a
paragraph, a list item, a line of code, or a piece of a table. The readers of the table forms build
on this module.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import dedent

from scraper.blocks import Block, Cell, Code, Furniture, Heading, ListBlock, Paragraph, Row, Table, Text
from scraper.readers.elements import element_end
from scraper.vocabulary import Vocabulary, fold

BULLET = re.compile(r"^\s*(?:[•●▪◦‣·]|[-*]\s)\s*(?=\S)")
BREADCRUMB = re.compile(r"^[^/{}|]+(?:/ [^/{}|]+){2,}$")
UPDATED = re.compile(r"^(?:Updated (?:on|at)|Last updated|更新时间)\s*[:：]?\s*\d{4}-\d\d-\d\d", re.IGNORECASE)
REQUEST_LINE = re.compile(r"^(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\s+(?:https?://|/)\S*", re.IGNORECASE)
COMMAND = re.compile(r"^(?:\$\s*)?curl\b\s+\S")
HEADER_LINE = re.compile(r"^[A-Za-z][A-Za-z0-9-]*:\s*\S")
STATUS_LINE = re.compile(r"^(?:status codes?|状态码)\s*[:：]\s*(\d{3})\b", re.IGNORECASE)
_OPENS_JSON = re.compile(r"^\s*(?:\{|\[(?!\w+\]))")
_SECTION_TEXT = re.compile(r"^(?:None\.?|N/A|(?:For (?:more )?details, )?[Ss]ee\b.{1,80}|无。?|请参见.*|请参考.*)$")
CELL_LABELS = frozenset({"definition", "explanation", "constraints", "constraint", "range", "约束限制"})
ANNOUNCES_TABLE = re.compile(
    r"^(?:table|表)\s*\d+(?:-\d+)?(?:(?:,| and| to) table\s*\d+)*\s*(?:describes?|lists?|shows?)\b", re.IGNORECASE
)
_PATH_LINE = re.compile(r"^/\w[\w.{}-]*/\S+$")
_REMARK = re.compile(r"\s*(?:\([^()]*\)|\d{1,2}\s*(?:[:：].*)?)$")
_GAP = re.compile(r"\t| {2}")
_NEAR = 12
_MANY_TABS = 2
_SENTENCE, _ENDS = 6, (".", "。", ":", "：")
_COLONS = (":", "：")
MAX_CODE = 20_000
MAX_HEADING = 80


@dataclass(frozen=True, slots=True)
class Dump:
    """The lines of a dump and the words by which its parts are known."""

    lines: Sequence[str]
    vocabulary: Vocabulary
    weak: frozenset[str] = frozenset()

    def is_blank(self, index: int) -> bool:
        """Whether a line is empty."""
        return not self.lines[index].strip()

    def is_boundary(self, index: int) -> bool:
        """Whether a line is a heading or a status line, which no table and no code contains."""
        text = self.lines[index].strip()
        return bool(text) and (self.is_heading(index) or STATUS_LINE.match(text) is not None)

    def section(self, text: str) -> str | None:
        """The section that a line opens, with a number or a remark behind it or without."""
        return self.vocabulary.section(text) or self.vocabulary.section(_REMARK.sub("", text))

    def is_heading(self, index: int) -> bool:
        """Whether a line is a section heading; an ordinary word is one only in front of a section's content."""
        text = self.lines[index].strip()
        if (
            len(text) > MAX_HEADING
            or self.section(text) is None
            or BULLET.match(text)
            or text == text.lower() != text.upper()
        ):
            return False
        is_weak, is_titled = fold(text) in self.weak, _is_titled(text)
        if not is_weak and (is_titled or self._is_phrase(text, index)):
            return True
        if (is_weak and not is_titled) or text[:1].islower() or text.endswith(_COLONS):
            return False
        return self._opens_section(index + 1) or (
            is_titled and (self._announces_part(index + 1) or self._introduces_call(index + 1))
        )

    def _is_phrase(self, text: str, index: int) -> bool:
        """Whether a known heading has several words, is no column header, and a sentence follows: no cell reads so."""
        following = next((line.strip() for line in self.lines[index + 1 :] if line.strip()), "")
        is_sentence = len(following.split()) >= _SENTENCE and following.endswith(_ENDS)
        is_free = self.vocabulary.role(text) is None and text[-1] not in _COLONS
        return " " in text and text[:1].isupper() and is_free and is_sentence

    def is_label(self, index: int) -> bool:
        """Whether a line announces a part of a section: `Request parameter:`; one word alone may stand in a cell."""
        words, colon, _ = self.lines[index].strip().replace("：", ":").partition(":")
        return bool(colon) and " " in words.strip() and self.vocabulary.section(words) is not None

    def ends_table(self, index: int) -> bool:
        """Whether a line is a boundary that cannot be a label inside a cell."""
        return (self.is_boundary(index) or self.is_label(index)) and fold(self.lines[index]) not in CELL_LABELS

    def _opens_section(self, index: int) -> bool:
        for number in range(index, len(self.lines)):
            text = self.lines[number].strip()
            if not text:
                continue
            pattern = self.vocabulary.is_caption
            return bool(
                (pattern is not None and pattern.match(text))
                or REQUEST_LINE.match(text)
                or _PATH_LINE.match(text)
                or COMMAND.match(text)
                or STATUS_LINE.match(text)
                or _OPENS_JSON.match(text)
                or _SECTION_TEXT.match(text)
                or text.startswith("|")
                or self.has_titles(number)
                or self._opens_header(index - 1, number)
                or (fold(text) not in self.weak and _is_titled(text) and self.vocabulary.section(text) is not None)
            )
        return True

    def _opens_header(self, heading: int, index: int) -> bool:
        """Whether two column headers, one a line, stand under a heading that is none of them."""
        following = next((line.strip() for line in self.lines[index + 1 :] if line.strip()), "")
        titles = [self.lines[index].strip(), following]
        is_column = self.vocabulary.role(self.lines[heading]) is not None
        are_titles = all(title[:1].isupper() and self.vocabulary.role(title) is not None for title in titles)
        return are_titles and (not is_column or fold(self.lines[heading]) == fold(titles[0]))

    def has_titles(self, index: int) -> bool:
        """Whether a line consists of column headers that stand side by side."""
        titles = [title for title in _GAP.split(self.lines[index].strip()) if title.strip()]
        return len(titles) > 1 and all(self.vocabulary.role(title) for title in titles)

    def _announces_part(self, index: int) -> bool:
        """Whether the next line names a part of a section, or says what its table holds."""
        text = next((line.strip() for line in self.lines[index:] if line.strip()), "")
        is_column = self.vocabulary.role(text) is not None and not text.endswith(_COLONS)
        is_part = self.section(text) is not None and not is_column
        return (is_part and not text[:1].islower()) or ANNOUNCES_TABLE.match(text) is not None

    def _introduces_call(self, index: int) -> bool:
        """Whether a sentence and a request stand under a heading."""
        lines = [line.strip() for line in self.lines[index : index + _NEAR] if line.strip()]
        is_sentence = bool(lines) and len(lines[0].split()) >= _SENTENCE and lines[0].endswith(_ENDS)
        return is_sentence and any(REQUEST_LINE.match(line) or COMMAND.match(line) for line in lines[1:2])

    def opens_code(self, index: int) -> bool:
        """Whether a JSON example of more than one line, or one that is whole, begins here."""
        if not _OPENS_JSON.match(self.lines[index]):
            return False
        last, whole = self.code_end(index)
        return last > index or (whole and self.lines[index].rstrip().rstrip(",;")[-1:] in "}]")

    def code_end(self, index: int) -> tuple[int, bool]:
        """The last line of the JSON that begins at `index`, and whether its brackets close."""
        depth, last = _Depth(), index
        for number in range(index, min(len(self.lines), index + MAX_CODE)):
            if number > index and self.is_boundary(number):
                return last, False
            depth.feed(self.lines[number])
            last = number if self.lines[number].strip() else last
            if depth.value <= 0:
                return last, True
        return last, False


class _Depth:
    """Counts open brackets outside of strings; a string ends with its line."""

    def __init__(self) -> None:
        self.value = self.deepest = 0

    def feed(self, line: str) -> None:
        quoted = escaped = False
        for char in line:
            if quoted:
                quoted, escaped = (char != '"' or escaped), char == "\\" and not escaped
            elif char == '"':
                quoted = True
            elif char in "{[":
                self.value += 1
                self.deepest = max(self.deepest, self.value)
            elif char in "}]":
                self.value -= 1


def nesting(text: str) -> int:
    """How deep the brackets of a JSON text are nested."""
    depth = _Depth()
    for line in text.split("\n"):
        depth.feed(line)
    return depth.deepest


def split_documents(text: str) -> list[tuple[int, str]]:
    """JSON documents that stand one below the other, each with the number of lines in front of it."""
    found: list[tuple[int, str]] = []
    depth, lines, first = _Depth(), text.split("\n"), 0
    for index, line in enumerate(lines):
        before = depth.value
        depth.feed(line)
        if before > 0 and depth.value <= 0:
            found.append((first, "\n".join(lines[first : index + 1])))
            first = index + 1
    rest = "\n".join(lines[first:])
    return [*found, (first, rest)] if rest.strip() else found


def _is_titled(text: str) -> bool:
    """Whether every long word is capitalised, as in a heading."""
    return all(not word[0].islower() for word in text.split() if len(word) > 3)


def read_prologue(dump: Dump) -> tuple[list[Block], int]:
    """The lines in front of the first section: navigation, update date, title, running text.

    Returns:
        Their blocks, and the index of the first line of the first section.
    """
    stop = next((i for i in range(len(dump.lines)) if dump.is_boundary(i)), None)
    if stop is None:
        return [], 0
    blocks: list[Block] = []
    titled = False
    for index in range(stop):
        text = dump.lines[index].strip()
        if not text:
            continue
        number = index + 1
        if furniture := furniture_name(text):
            blocks.append(Furniture(furniture, number, number))
        elif titled:
            blocks.append(Paragraph(text, number, number))
        else:
            blocks.append(Heading(1, text, number, number))
            titled = True
    return blocks, stop


def furniture_name(text: str) -> str | None:
    """The name of a line in front of the first section that holds no content."""
    if BREADCRUMB.match(text):
        return "navigation"
    return "update-date" if UPDATED.match(text) else None


def read_line(dump: Dump, index: int) -> tuple[Block, int]:
    """Reads what begins at a line that is no part of a table; returns the index after it."""
    text, number = dump.lines[index].strip(), index + 1
    if dump.is_heading(index):
        return Heading(2, text, number, number), index + 1
    if dump.opens_code(index):
        last, _ = dump.code_end(index)
        return _code(dump, index, last, "json"), last + 1
    if (end := element_end(dump.lines, index)) is not None:
        return _code(dump, index, end, "xml"), end + 1
    if REQUEST_LINE.match(text):
        return _read_request(dump, index)
    if COMMAND.match(text):
        return _read_command(dump, index)
    if BULLET.match(dump.lines[index]):
        return _read_list(dump, index)
    if UPDATED.match(text):
        return Furniture("update-date", number, number), index + 1
    return read_text(dump, index), index + 1


def read_text(dump: Dump, index: int) -> Block:
    """A line of text; one with several cells is a row whose header is not known, and no sentence."""
    text, number = dump.lines[index].strip(), index + 1
    if text.count("\t") < _MANY_TABS:
        return Paragraph(text, number, number)
    cells = tuple(Cell((Text(cell.strip(), number, number),), number, number) for cell in text.split("\t"))
    return Table(None, (Row(cells, number, number),), number, number)


def _code(dump: Dump, index: int, last: int, language: str) -> Code:
    """The code on some lines, without what all of them are indented by."""
    return Code(dedent("\n".join(dump.lines[index : last + 1])), index + 1, last + 1, index + 1, language)


def _read_request(dump: Dump, index: int) -> tuple[Block, int]:
    """A request line with the header lines that follow it; alone, a paragraph."""
    last = index
    for number in range(index + 1, len(dump.lines)):
        text = dump.lines[number].strip()
        if text and (not HEADER_LINE.match(text) or dump.is_boundary(number)):
            break
        last = number if text else last
    if last == index:
        return Paragraph(dump.lines[index].strip(), index + 1, index + 1), index + 1
    return _code(dump, index, last, "http"), last + 1


def _read_command(dump: Dump, index: int) -> tuple[Block, int]:
    """A command up to the next blank line."""
    end = next((i for i in range(index, len(dump.lines)) if dump.is_blank(i)), len(dump.lines))
    return _code(dump, index, end - 1, "shell"), end


def _read_list(dump: Dump, index: int) -> tuple[Block, int]:
    items: list[Text] = []
    end = index
    for number in range(index, len(dump.lines)):
        if dump.is_blank(number):
            continue
        if not BULLET.match(dump.lines[number]) or (items and _GAP.search(part(dump.lines[number], number).text)):
            break
        items.append(part(dump.lines[number], number))
        end = number
    return ListBlock(tuple(items), index + 1, end + 1), end + 1


def part(line: str, index: int) -> Text:
    """One line as a text, without its bullet."""
    return Text(BULLET.sub("", line).strip(), index + 1, index + 1)
