"""A random reference: operations that pages of every dialect can document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from spec.model import JSON

PLAIN_TYPES = ("string", "integer", "long", "number", "boolean", "array of string", "array of integer")
NESTING_TYPES = ("object", "array of object")
METHODS = ("GET", "POST", "PUT", "DELETE")
_TELLING_NAMES = ("name", "type", "url", "status", "description", "id_list", "date", "key", "list", "colour", "is_on")
_PARTS = ("Book", "Reader", "Owner", "Total", "Count", "Shop", "Branch", "Price", "Tag", "Tags", "Week", "List", "Id")
_VALUES = ("red", "green", "blue", "left_side", "RIGHT", "two-tone")
_STRINGS = ("red", "the hall", "a-1", "2 metres", "{x}", "Größe")


@dataclass(frozen=True)
class Language:
    """What pages are written in: the names of fields, the titles, and the words that `join` makes lines of."""

    names: st.SearchStrategy[str]
    titles: tuple[str, ...]
    words: tuple[str, ...]
    join: Callable[[list[str]], str]


@dataclass(frozen=True)
class Field:
    """A row of a table: `text` has the lines of its description, without what the facts say.

    `values` are the only ones allowed, `bounds` the least and the greatest; `members` are the rows of an object.
    """

    name: str
    required: bool
    type: str
    text: tuple[str, ...]
    values: tuple[str, ...] = ()
    default: str | int | bool | None = None
    bounds: tuple[int, int] | None = None
    members: tuple[Field, ...] = ()

    @property
    def has_facts(self) -> bool:
        """Whether its description says more than its text."""
        return bool(self.values or self.bounds) or self.default is not None


@dataclass(frozen=True)
class Call:
    """One operation; each part of `path` is a fixed word and the name of the placeholder after it.

    `told` is empty where nothing is answered.
    """

    title: str
    method: str
    path: tuple[tuple[str, str], ...]
    query: tuple[Field, ...]
    body: tuple[Field, ...]
    answer: tuple[Field, ...]
    sent: dict[str, JSON]
    told: dict[str, JSON] | list[JSON]

    def with_one_table(self, *, always: bool = False) -> Call:
        """The operation for a dialect whose pages do not tell query and body apart, or which `always` sends a body."""
        return replace(self, query=(), body=self.query + self.body) if self.sends_body or always else self

    def with_short_texts(self) -> Call:
        """The operation with descriptions of no more than two lines, one of them for the facts."""
        query, body, answer = (tuple(map(_shorten, rows)) for rows in (self.query, self.body, self.answer))
        return replace(self, query=query, body=body, answer=answer)

    def with_single_lines(self) -> Call:
        """The operation with descriptions of one line."""
        query, body, answer = (tuple(map(_keep_line, rows)) for rows in (self.query, self.body, self.answer))
        return replace(self, query=query, body=body, answer=answer)

    @property
    def sends_body(self) -> bool:
        """Whether its method asks for a body."""
        return self.method in ("POST", "PUT")

    def place(self, placeholder: str) -> str:
        """The path, with `placeholder` for each placeholder; the `x` in it becomes the name."""
        return "".join(f"/{fixed}/{placeholder.replace('x', name)}" for fixed, name in self.path)


def _shorten(row: Field) -> Field:
    return replace(row, text=row.text[:1] if row.has_facts else row.text, members=tuple(map(_shorten, row.members)))


def _keep_line(row: Field) -> Field:
    return replace(row, text=() if row.has_facts else row.text[:1], members=tuple(map(_keep_line, row.members)))


def references(language: Language, depth: int, most: int, *, lists: bool) -> st.SearchStrategy[list[Call]]:
    """Operations, at `most` that many, which differ in their paths; objects are nested `depth` levels.

    Where `lists` is set, some answer a list of what the rows describe.
    """
    return st.integers(1, most).flatmap(
        lambda count: st.tuples(*(calls(number, language, depth, lists) for number in range(count))).map(list)
    )


@st.composite
def calls(draw: st.DrawFn, number: int, language: Language, depth: int, lists: bool) -> Call:
    """An operation whose parameters have different names everywhere."""
    method = draw(st.sampled_from(METHODS))
    path = tuple(
        (f"{draw(st.sampled_from(('rooms', 'lamps', 'shelves')))}{number}{step}", f"p{step}_id")
        for step in range(draw(st.integers(1, 2)))
    )
    taken = {name for _, name in path}
    rows = draw(_fields(language, taken, 0, 6, depth if method in ("POST", "PUT") else 0))
    sent = draw(st.integers(0, len(rows))) if method in ("POST", "PUT") else len(rows)
    query, body = _without_objects(rows[:sent]), tuple(rows[sent:])
    answer = tuple(draw(_fields(language, taken, 0, 4, depth)))
    title = f"{draw(st.sampled_from(language.titles))} {number}"
    told: dict[str, JSON] | list[JSON] = draw(_objects(answer))
    if answer and lists and draw(st.booleans()):
        told = [*draw(st.lists(_objects(answer), min_size=1, max_size=2))]
    return Call(title, method, path, query, body, answer, draw(_objects(body)), told)


def _without_objects(rows: list[Field]) -> tuple[Field, ...]:
    return tuple(replace(row, type="string", members=()) if row.members else row for row in rows)


@st.composite
def _fields(draw: st.DrawFn, language: Language, taken: set[str], least: int, most: int, depth: int) -> list[Field]:
    """Rows whose names are not `taken`, which then are."""
    rows: list[Field] = []
    for _ in range(draw(st.integers(least, most))):
        name = draw(language.names.filter(lambda name: _bare(name) not in taken))
        taken.add(_bare(name))
        kind = draw(st.sampled_from((*PLAIN_TYPES, *(NESTING_TYPES if depth else ()))))
        row = Field(name, draw(st.booleans()), kind, draw(st.one_of(st.just(()), _texts(language))))
        members = draw(_fields(language, taken, 1, 3, depth - 1)) if kind in NESTING_TYPES else []
        rows.append(replace(draw(_with_facts(row)), members=tuple(members)))
    return rows


def _bare(name: str) -> str:
    """What is left of a name in every way to write it: pages that write `RoomNo` have no `room_no` beside it."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _texts(language: Language) -> st.SearchStrategy[tuple[str, ...]]:
    line = st.lists(st.sampled_from(language.words), min_size=2, max_size=6).map(language.join)
    return st.lists(line, min_size=1, max_size=2).map(tuple)


@st.composite
def _with_facts(draw: st.DrawFn, row: Field) -> Field:
    """A row of which the description may say more."""
    if not row.text or not draw(st.booleans()):
        return row
    if row.type == "string":
        values = draw(st.lists(st.sampled_from(_VALUES), min_size=2, max_size=3, unique=True))
        return replace(row, values=tuple(values), default=draw(st.sampled_from((None, *values))))
    if row.type == "boolean":
        return replace(row, default=draw(st.booleans()))
    if row.type == "integer":
        least = draw(st.integers(0, 9))
        bounds = draw(st.sampled_from((None, (least, least + 90))))
        return replace(row, bounds=bounds, default=draw(st.sampled_from((None, least + 1))))
    return row


@st.composite
def _objects(draw: st.DrawFn, rows: tuple[Field, ...]) -> dict[str, JSON]:
    """An object with a value for each row."""
    return {row.name: draw(_values(row)) for row in rows}


def _values(row: Field) -> st.SearchStrategy[JSON]:
    """Values that fit a row."""
    text, number = st.sampled_from(_STRINGS), st.integers(0, 10**6)
    by_type: dict[str, st.SearchStrategy[JSON]] = {
        "string": st.sampled_from(row.values) if row.values else text,
        "integer": st.integers(*row.bounds) if row.bounds else number,
        "long": number,
        "number": st.sampled_from((0.5, 12.25, 7)),
        "boolean": st.booleans(),
        "array of string": st.lists(text, min_size=1, max_size=3),
        "array of integer": st.lists(number, min_size=1, max_size=3),
        "object": _objects(row.members),
        "array of object": st.lists(_objects(row.members), min_size=1, max_size=2),
    }
    return by_type[row.type]


def plain_names() -> st.SearchStrategy[str]:
    """Names of one or more words, also those that mean something else in other columns."""
    words = st.from_regex(r"[a-z][a-z0-9]{0,8}(?:_[a-z0-9]{1,6}){0,2}", fullmatch=True)
    return st.one_of(st.sampled_from(_TELLING_NAMES), words)


def marked_names() -> st.SearchStrategy[str]:
    """Names, also those with marks that do not nest them in this reference."""
    return st.one_of(plain_names(), st.sampled_from(("os-stop", "$ref", "a.b", "x:y", "@id", "Upper")))


def camel_case(name: str) -> str:
    """`room_no` as `RoomNo`."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


ENGLISH = Language(
    plain_names(),
    ("Hang a Lamp", "Read the Shelf", "Move a Room", "Take a Shelf down", "Lamp"),
    ("Lamp", "Room", "Shelf", "colour", "number", "of", "the", "house", "that", "hangs", "there", "status", "code"),
    lambda words: f"The {' '.join(words)}.",
)
MARKED = replace(
    ENGLISH,
    names=marked_names(),
    join=lambda words: " ".join(words) if len(words) % 2 else f"The {' '.join(words)}.",
)
TELLING_WORDS = (*ENGLISH.words, "400", "50", "2.5", "a/b", "Get/Set", "i.e.", "v2.0", "and/or", "10.0.0.1", "x...y")
"""Words that are also statuses, numbers, requests or the end of a sentence."""
CHINESE = Language(
    st.one_of(plain_names().map(camel_case), st.lists(st.sampled_from(_PARTS), min_size=1, max_size=3).map("".join)),
    ("挂灯", "查看书架", "移动房间", "灯"),
    ("灯", "房间", "书架", "颜色", "编号", "名称", "列表", "状态", " id", " tag ", "所在的"),
    lambda words: "".join(words).strip(),
)
