"""Whatever happens to a page, reading it never fails and accounts for every line."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.dialects.huawei import DIALECT
from scraper.dialects.huawei.vocabulary import VOCABULARY, WEAK
from scraper.page import Page
from scraper.readers.cells import read_cells
from scraper.readers.pipes import read_pipes
from tests.scraper.huawei.reading import PAGES

LINES = [path.read_text(encoding="utf-8").split("\n") for path in sorted(PAGES.glob("*.txt"))]
JUNK = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["|", "|---|", "{", "}", "[", "Table 1", "Table", "Status code: 200", "Parameter", "Type", "\x07\x1b", "• "]
    ),
)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, ...]:
    lines = list(draw(st.sampled_from(LINES)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(lines) - 1, 0)))
        to = draw(st.integers(at, len(lines)))
        match draw(st.sampled_from(["cut", "shuffle", "double", "empty", "junk", "end"])):
            case "cut":
                del lines[at : min(to, at + 20)]
            case "shuffle":
                lines[at:to] = draw(st.permutations(lines[at:to]))
            case "double":
                lines[at:at] = lines[at : min(to, at + 20)]
            case "empty":
                lines[at:at] = [""] * draw(st.integers(1, 3))
            case "junk":
                lines.insert(at, draw(JUNK).replace("\n", " ").replace("\r", " "))
            case _:
                lines = lines[: max(at, 1)]
    return tuple(lines)


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_a_damaged_page_is_read_without_exception_and_with_full_accounting(lines: tuple[str, ...]) -> None:
    page = Page("damaged.txt", lines)
    for read in (
        lambda p: DIALECT.read_dump(p)[0],
        lambda p: read_cells(p, VOCABULARY, WEAK)[0],
        lambda p: read_pipes(p, VOCABULARY, WEAK),
    ):
        blocks = read(page)
        assert all(1 <= block.first <= block.last <= len(lines) for block in blocks)
        account = DIALECT.parse(page, blocks).accounting
        unread = sum(last - first + 1 for first, last in account.unread)
        assert account.read + sum(count for _, count in account.ignored) + unread == account.lines == len(lines)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(JUNK, st.text(max_size=60)), max_size=60))
def test_any_lines_are_read_without_exception(lines: list[str]) -> None:
    page = Page("any.txt", tuple(line.replace("\n", " ").replace("\r", " ") for line in lines) or ("",))
    blocks, _ = DIALECT.read_dump(page)
    assert DIALECT.parse(page, blocks).accounting.lines == len(page.lines)
