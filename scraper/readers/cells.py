"""Text dumps with one cell per line: rows are found again by what their cells look like.

The form of a page whose table cells became paragraphs, blank lines between:

    Parameter / Mandatory / Type / Description / branch / Yes / String / Definition / Branch name. / …

A table begins at a run of lines that are all column headers. It ends at a caption, a heading, a
`Status code: N` line, an example, or the header of another table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scraper.blocks import Block, Cell, Paragraph, Row, Table, Text
from scraper.page import Page
from scraper.readers.columns import columns_at, find_alignment, is_header, read_columns
from scraper.readers.dump import ANNOUNCES_TABLE, REQUEST_LINE, Dump, part, read_line, read_prologue
from scraper.readers.shapes import fits, is_answer, looks_like_type
from scraper.types import parse_type
from scraper.vocabulary import Role, Vocabulary, fold
from spec.diagnostics import Diagnostic
from spec.model import UnknownType

_ABOUT_TABLE = re.compile(
    r"^(?=[A-Z]).{0,60}\b(?:parameters?|fields?|attributes?|structure|format)\b.{0,60}(?<![.:])$", re.IGNORECASE
)
_OPENS_MEMBER = re.compile(r"^\"[^\"]+\"\s*:\s*[\[{]$")
_IDENTIFIER = re.compile(r"^[A-Za-z]+(?:_\w+|[a-z0-9][A-Z]\w*)$")
_BARE_CAPTION = re.compile(r"^\w+\s*\d+$")
_MAX_REMARKS = 2
_ANSWERED: tuple[Role, ...] = ("name", "required", "type")


def read_cells(
    page: Page, vocabulary: Vocabulary, weak: frozenset[str] = frozenset()
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Reads a dump with one cell per line; never raises.

    Returns:
        The blocks of the page, and an `ambiguous-split` for every table in columns whose rows may be others, and for
        every row that may be more of the one above it.
    """
    dump = Dump(page.lines, vocabulary, weak)
    alignment, doubtful = find_alignment(dump)
    found = [doubt_rows(page, index) for index in doubtful]
    blocks, index = read_prologue(dump)
    captions = _named_structures(dump)
    while index < len(dump.lines):
        if dump.is_blank(index):
            index += 1
            continue
        caption = index if _is_caption(dump.lines[index], vocabulary) else None
        start = _next_line(dump, index + 1) if caption is not None else index
        header = header_at(dump, start) if start is not None else []
        columns = columns_at(dump, start) if start is not None else None
        block: Block
        if columns is not None:
            block, index = read_columns(dump, columns, caption, alignment)
        elif header:
            block, index = _read_table(dump, header, caption, captions)
            found.extend(_doubt_answers(page, block, dump))
        else:
            block, index = read_line(dump, index)
        blocks.append(block)
    return tuple(blocks), tuple(found)


def _named_structures(dump: Dump) -> frozenset[str]:
    """The structures that captions name: what follows the number, what ends them, and what can be no common word."""
    found: set[str] = set()
    for line in dump.lines:
        if _is_caption(line, dump.vocabulary):
            words = [word.strip("*`") for word in line.split()[2:]]
            found.update(words[:1] + words[-1:] + [word for word in words if _IDENTIFIER.match(word)])
    return frozenset(found - {""})


def doubt_rows(page: Page, index: int) -> Diagnostic:
    """The finding that the rows of the table in columns at a line may be others."""
    message = "The lines of this table can be divided into rows in more than one way."
    return Diagnostic("ambiguous-split", message, page.name, index + 1, index + 1)


def _doubt_answers(page: Page, block: Block, dump: Dump) -> Iterator[Diagnostic]:
    """A finding for each row, behind the first, that only a name above a type tells: its answer is not printed."""
    if not isinstance(block, Table) or block.header is None:
        return
    roles = tuple(dump.vocabulary.role(cell.text) for cell in block.header.cells)
    for row in block.rows[1:] if roles[:3] == _ANSWERED else ():
        if not row.cells[1].text and row.cells[2].text:
            message = f"{row.cells[0].text!r} is taken for the name of a row, though no answer stands under it"
            yield Diagnostic("ambiguous-split", message, page.name, row.first, row.last)


def header_at(dump: Dump, index: int) -> list[int]:
    """The line indices of the table header that begins at `index`; empty when there is none."""
    found: list[int] = []
    seen: set[str] = set()
    current: int | None = index
    while current is not None:
        text = dump.lines[current].strip()
        following = _next_line(dump, current + 1)
        if dump.vocabulary.role(text) is None or fold(text) in seen or text.endswith((":", "：")):
            break
        if dump.has_titles(current):
            break
        if _starts_small(text) and not (
            _is_title(dump, following) and (found or _is_title(dump, _after(dump, following)))
        ):
            break
        found.append(current)
        seen.add(fold(text))
        current = following
    return found if is_header([dump.vocabulary.role(dump.lines[i]) for i in found]) else []


def _after(dump: Dump, index: int | None) -> int | None:
    return None if index is None else _next_line(dump, index + 1)


def _is_title(dump: Dump, index: int | None) -> bool:
    """Whether a line is a column header that nothing else could be: a known word with a capital."""
    return (
        index is not None and dump.lines[index].strip()[:1].isupper() and bool(dump.vocabulary.role(dump.lines[index]))
    )


def _starts_small(text: str) -> bool:
    return text[:1].islower()


def _is_caption(line: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.is_caption is not None and vocabulary.is_caption.match(line.strip()) is not None


def _next_line(dump: Dump, index: int) -> int | None:
    return next((i for i in range(index, len(dump.lines)) if not dump.is_blank(i)), None)


def _read_table(dump: Dump, header: list[int], caption: int | None, named: frozenset[str]) -> tuple[Block, int]:
    end = _table_end(dump, header[-1] + 1, [dump.vocabulary.role(dump.lines[i]) or "other" for i in header], named)
    body = [i for i in range(header[-1] + 1, end) if not dump.is_blank(i)]
    head, rows = read_rows(dump, header, body, named)
    first = (caption if caption is not None else header[0]) + 1
    last = (body[-1] if body else header[-1]) + 1
    if caption is not None and not rows and not body:
        return Paragraph(dump.lines[caption].strip(), caption + 1, caption + 1), caption + 1
    title = part(dump.lines[caption], caption) if caption is not None else None
    return Table(head, rows, first, last, title), end


def read_rows(
    dump: Dump, header: list[int], body: list[int], named: frozenset[str] = frozenset()
) -> tuple[Row, tuple[Row, ...]]:
    """The header of a table and its rows, from the indices of their lines; `named` are known structures."""
    roles = [dump.vocabulary.role(dump.lines[i]) or "other" for i in header]
    rows = tuple(_row(dump, lines, roles, named) for lines in _split_rows(dump, body, roles, named))
    return Row(tuple(_cell(dump, [i]) for i in header), header[0] + 1, header[-1] + 1), rows


def _table_end(dump: Dump, index: int, roles: Sequence[Role], named: frozenset[str]) -> int:
    while index < len(dump.lines):
        if dump.is_blank(index):
            index += 1
            continue
        if (
            dump.ends_table(index)
            or (_is_caption(dump.lines[index], dump.vocabulary) and not _is_bare(dump, index))
            or _opens_table(dump, index)
            or _announces_table(dump, index)
            or _sends_body(dump, index)
        ):
            return index
        last = dump.code_end(index)[0] if dump.opens_code(index) else index
        if last > index and not _is_in_cell(dump, index, last, roles, named):
            return index
        index = last + 1
    return len(dump.lines)


def _is_in_cell(dump: Dump, first: int, last: int, roles: Sequence[Role], named: frozenset[str]) -> bool:
    """Whether JSON in a table is that of a cell: a part of it, what opens a description, or above further rows."""
    before = next((i for i in range(first - 1, 0, -1) if not dump.is_blank(i)), 0)
    kind = dump.lines[before].strip()
    if _OPENS_MEMBER.match(kind):
        return True
    if tuple(roles[-2:]) == ("type", "description") and looks_like_type(kind, named):
        return True
    body = [i for i in range(last + 1, _table_end(dump, last + 1, roles, named)) if not dump.is_blank(i)]
    lines = [dump.lines[i].strip() for i in body]
    return any(_starts_row(lines, i, roles, dump.vocabulary, named) for i in range(len(lines)))


def _opens_table(dump: Dump, index: int) -> bool:
    """Whether a line in a table begins the header of another one: two words of a cell may look like a short one."""
    header = header_at(dump, index)
    return len(header) > 2 or (bool(header) and dump.vocabulary.role(dump.lines[header[-1]]) == "description")


def _is_bare(dump: Dump, index: int) -> bool:
    """Whether a line is a reference in a cell, `Table 3`, and no caption: it has no title, and no table follows."""
    following = _next_line(dump, index + 1)
    is_followed = following is not None and bool(header_at(dump, following))
    return _BARE_CAPTION.match(dump.lines[index].strip()) is not None and not is_followed


def _sends_body(dump: Dump, index: int) -> bool:
    """Whether a line is a request that goes on with JSON."""
    following = _next_line(dump, index + 1)
    is_request = REQUEST_LINE.match(dump.lines[index].strip()) is not None
    return is_request and following is not None and dump.opens_code(following)


def _announces_table(dump: Dump, index: int) -> bool:
    """Whether a line says what the table right under it holds: `Parameters in the port field`."""
    text = dump.lines[index].strip()
    following = _next_line(dump, index + 1)
    if following is None:
        return False
    if ANNOUNCES_TABLE.match(text) and _is_caption(dump.lines[following], dump.vocabulary):
        return True
    return _ABOUT_TABLE.match(text) is not None and bool(header_at(dump, following))


def _split_rows(dump: Dump, body: list[int], roles: Sequence[Role], named: frozenset[str]) -> list[list[int]]:
    """The lines of each row."""
    if not body:
        return []
    lines = [dump.lines[i].strip() for i in body]
    if not {"required", "type", "status"} & set(roles) or _is_even(lines, roles, dump.vocabulary, named):
        return _split_evenly(body, len(roles))
    starts = [i for i in range(len(lines)) if _starts_row(lines, i, roles, dump.vocabulary, named)]
    starts = sorted({*starts, *_without_answer(lines, starts, roles, dump.vocabulary, named)})
    starts = _apart(starts) if len(roles) > 1 else starts
    if not starts:
        return _split_evenly(body, len(roles))
    starts[0] = 0
    return [body[start:end] for start, end in zip(starts, [*starts[1:], len(body)], strict=True)]


def _is_even(lines: Sequence[str], roles: Sequence[Role], words: Vocabulary, named: frozenset[str]) -> bool:
    """Whether every cell is one line: rows of one length, whose cells all fit their columns."""
    return len(lines) % len(roles) == 0 and all(
        fits(cell, roles[place % len(roles)], words, named) for place, cell in enumerate(lines)
    )


def _split_evenly(body: list[int], width: int) -> list[list[int]]:
    return [body[i : i + width] for i in range(0, len(body), width)]


def _apart(starts: Sequence[int]) -> list[int]:
    """The starts that are no neighbours: of two, the later is better, for names may be words of types (`url`)."""
    kept: list[int] = []
    for start in reversed(starts):
        if not kept or kept[-1] - start > 1:
            kept.append(start)
    return kept[::-1]


def _starts_row(
    lines: Sequence[str], index: int, roles: Sequence[Role], words: Vocabulary, named: frozenset[str]
) -> bool:
    """Whether the fixed columns of a row, all but the description, fit the lines from here on."""
    fixed = [role for role in roles if role != "description"]
    if "status" in fixed:
        fixed = fixed[:1]
    cells = lines[index : index + len(fixed)]
    tests = [fits(cell, role, words, named) for cell, role in zip(cells, fixed, strict=False)]
    if not tests or not tests[0]:
        return False
    if "required" in fixed:
        place = fixed.index("required")
        is_named = place == 1 and not is_answer(cells[0], words)  # `true` above `false` are values of the row before
        return len(tests) > place and (all(tests) or (is_named and tests[1]))
    return len(tests) == len(fixed) and all(tests)


def _without_answer(
    lines: Sequence[str], starts: Sequence[int], roles: Sequence[Role], words: Vocabulary, named: frozenset[str]
) -> Iterator[int]:
    """Rows whose answer (`Yes`, `No`) is lost: a name right above a type, printed as in the other rows."""
    if tuple(roles[:3]) != _ANSWERED:
        return
    capital = any(lines[start][:1].isupper() for start in starts)
    taken = {line for start in starts for line in range(start, start + 3)}
    for index in range(1, len(lines) - 1):
        name, kind = lines[index : index + 2]
        is_listed = lines[index - 1].endswith((":", "："))
        is_name = not is_listed and fits(name, "name", words, named) and isinstance(parse_type(name), UnknownType)
        is_type = kind[:1].isupper() and looks_like_type(kind, named)
        if is_name and is_type and (capital or name[:1].islower()) and not taken & {index, index + 1}:
            yield index


def _row(dump: Dump, lines: list[int], roles: Sequence[Role], named: frozenset[str]) -> Row:
    """One line for each fixed column; everything else belongs to the description."""
    cells: list[list[int]] = [[] for _ in roles]
    wide = roles.index("description") if "description" in roles else len(roles) - 1
    before, after = wide, len(roles) - wide - 1
    rest = list(lines)
    for place in range(before):
        if rest and _keeps_place(dump, rest[0], roles[place], named):
            cells[place] = [rest.pop(0)]
        if roles[place] == "required" and tuple(roles[place + 1 : place + 2]) == ("type",):
            remarks = _remarks(dump, rest, named)
            cells[place], rest = cells[place] + rest[:remarks], rest[remarks:]
    tail = rest[len(rest) - after :] if after and len(rest) > after else []
    cells[wide] = rest[: len(rest) - len(tail)]
    for place, line in enumerate(tail, start=wide + 1):
        cells[place] = [line]
    return Row(tuple(_cell(dump, c, lines[0]) for c in cells), lines[0] + 1, lines[-1] + 1)


def _remarks(dump: Dump, lines: Sequence[int], named: frozenset[str]) -> int:
    """How many lines stand between an answer and the type: what is said of the answer."""
    kinds = [looks_like_type(dump.lines[line].strip(), named) for line in lines[: _MAX_REMARKS + 1]]
    return kinds.index(True) if True in kinds else 0


def _keeps_place(dump: Dump, line: int, role: Role, named: frozenset[str]) -> bool:
    """Whether a line can stand in a column: a lost answer must not eat the type, nor a type the description."""
    text = dump.lines[line].strip()
    if role == "required":
        return is_answer(text, dump.vocabulary) or not looks_like_type(text, frozenset())
    if role != "type" or looks_like_type(text, named):
        return True
    return len(text.split()) <= 6 and not isinstance(parse_type(text), UnknownType) and not text.endswith(".")


def _cell(dump: Dump, lines: Sequence[int], at: int = 0) -> Cell:
    parts: tuple[Text, ...] = tuple(part(dump.lines[i], i) for i in lines)
    return Cell(parts, (lines[0] if lines else at) + 1, (lines[-1] if lines else at) + 1)
