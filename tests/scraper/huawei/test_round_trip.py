"""Random rows, printed in both dump forms, are read back as they were."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from spec.model import ArrayOf, Reference, Scalar, Type
from tests.scraper.huawei.reading import body, only, page, read

TYPES: dict[str, Type] = {
    "String": Scalar("string"),
    "Integer": Scalar("integer"),
    "Boolean": Scalar("boolean"),
    "Long": Scalar("integer", "int64"),
    "Array of strings": ArrayOf(Scalar("string")),
    "ShelfDto object": Reference("ShelfDto"),
    "Array of ShelfDto objects": ArrayOf(Reference("ShelfDto")),
}
HEADER = ("Parameter", "Mandatory", "Type", "Description")


@dataclass(frozen=True)
class Line:
    name: str
    required: bool
    type: str
    description: tuple[str, ...]


def names() -> st.SearchStrategy[str]:
    return st.one_of(
        st.from_regex(r"[a-z][a-z0-9]{0,8}(?:_[a-z0-9]{1,6}){0,2}", fullmatch=True),
        st.sampled_from(["url", "type", "name", "description", "date", "status", "list", "os-stop", "$ref", "a.b"]),
    )


WORDS = ["Shelf", "Reader", "Book", "title", "of", "the", "room", "Status", "code"]


def descriptions() -> st.SearchStrategy[tuple[str, ...]]:
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)
    return st.lists(words.map(" ".join), min_size=1, max_size=2).map(tuple)


def rows() -> st.SearchStrategy[list[Line]]:
    row = st.builds(Line, names(), st.booleans(), st.sampled_from(sorted(TYPES)), descriptions())
    return st.lists(row, min_size=1, max_size=8, unique_by=lambda line: line.name)


def as_cells(lines: list[Line]) -> str:
    cells = [cell for line in lines for cell in (line.name, _answer(line), line.type, *line.description)]
    return "\n\n".join([*_opening(), "Table 1 Request body parameters", *HEADER, *cells, *_closing()]) + "\n"


def as_pipes(lines: list[Line]) -> str:
    printed = ["|", *(f"{cell} |" for cell in HEADER), "|---|---|---|---|"]
    for line in lines:
        *more, last = line.description
        printed += ["|", f"{line.name} |", f"{_answer(line)} |", f"{line.type} |", *more, f"{last} |"]
    return "\n".join([*_opening(), "Table 1 Request body parameters", *printed, *_closing()]) + "\n"


def _answer(line: Line) -> str:
    return "Yes" if line.required else "No"


def _opening() -> list[str]:
    return ["Making a Shelf", "Function", "Makes it.", "URI", "POST /v1/shelves", "Request Parameters"]


def _closing() -> list[str]:
    return ["Example Requests", "POST https://{endpoint}/v1/shelves"]


@settings(max_examples=80, deadline=None)
@given(rows())
def test_rows_survive_both_dump_forms(lines: list[Line]) -> None:
    for text in (as_cells(lines), as_pipes(lines)):
        facts = read(page(text))
        found = [(p.name, p.required and p.required.value, p.type) for p in body(only(facts))]
        assert found == [(line.name, line.required, TYPES[line.type]) for line in lines]
        assert facts.accounting.unread == ()
