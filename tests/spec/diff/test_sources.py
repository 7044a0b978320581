"""Where findings about changes point."""

from __future__ import annotations

from typing import Any

import pytest

from spec.diff.changes import Change, ChangeSource, Level
from spec.diff.sources import Stated, locate
from spec.model import Evidence, Source
from spec.sourcemap import Entry, SourceMap

LIST = "/paths/~1lamps/get"
ADD = "/paths/~1lamps/post"
WATT = "/components/schemas/Lamp/properties/watt"
TABLE, EXAMPLE = Evidence.TABLE, Evidence.EXAMPLE


def document(*parameters: str) -> dict[str, Any]:
    """A document of which only the lists matter."""
    listed = [{"name": name, "in": "query"} for name in parameters]
    return {"paths": {"/lamps": {"get": {"parameters": listed}}}}


def stated(places: dict[str, int | tuple[int, Evidence]], *parameters: str, page: str = "lamps.md") -> Stated:
    entries = {}
    for pointer, place in places.items():
        line, evidence = place if isinstance(place, tuple) else (place, TABLE)
        entries[pointer] = (Entry(Source(page, line, line, evidence)),)
    return Stated(document(*parameters), SourceMap(entries))


def change(old_pointer: str | None, new_pointer: str | None, old: Any = 1, new: Any = 2) -> Change:
    return Change("some-rule", Level.RISKY, (), "", "", old_pointer, new_pointer, old, new)


def line_of(found: Change, old: Stated, new: Stated) -> int | None:
    (located,) = locate([found], old, new)
    return located.source and located.source.line


@pytest.mark.parametrize(
    ("pointers", "expected"),
    [
        ((WATT, WATT), 24),
        ((None, WATT), 24),
        ((None, f"{WATT}/maximum"), 24),
        ((f"{WATT}/default", None), 24),
        ((f"{LIST}/parameters/1/schema/enum/0", None), 22),
        ((f"{LIST}/parameters/2", None), 22),
        ((f"{LIST}/parameters/0", None), 20),
        ((ADD, None), 24),
        (("/paths/~1rooms/get", None), None),
    ],
    ids=[
        *("changed", "new", "new in a row", "gone from a row", "gone from a row that is listed elsewhere now"),
        *("gone below a row", "gone below the call", "gone with all of it", "never stated"),
    ],
)
def test_a_change_points_to_the_new_page(pointers: tuple[str | None, str | None], expected: int | None) -> None:
    rows = {f"{LIST}/parameters/{number}": 11 + number for number in range(3)}
    old = stated({LIST: 10, **rows, WATT: 14, ADD: 15}, "state", "room", "page")
    new = stated({LIST: 20, f"{LIST}/parameters/0": 22, WATT: 24}, "room")
    assert line_of(change(*pointers), old, new) == expected


def test_what_is_gone_from_the_beginning_of_a_page_points_to_what_follows() -> None:
    assert line_of(change(LIST, None), stated({LIST: 10, ADD: 30}), stated({ADD: 12})) == 12


def test_pages_may_have_other_names() -> None:
    old, new = stated({LIST: 10, WATT: 14}), stated({LIST: 40}, page="new/lamps.md")
    (located,) = locate([change(WATT, None)], old, new)
    assert located.source == ChangeSource("new/lamps.md", 40, 40)


def test_a_row_that_only_an_example_shows_now_is_not_what_is_left() -> None:
    old = stated({LIST: 10, WATT: 14})
    new = stated({LIST: 10, WATT: (30, EXAMPLE)})
    assert line_of(change(f"{WATT}/description", None), old, new) == 10


def test_what_is_gone_with_its_page_points_to_where_it_stood() -> None:
    old = stated({LIST: 10})
    assert line_of(change(LIST, None), old, stated({})) == 10
    (located,) = locate([change(LIST, None)], old, stated({ADD: 3}, page="rooms.md"))
    assert located.source == ChangeSource("lamps.md", 10, 10)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("integer", ["string", "integer"], 25),
        ("integer", ["integer", "string"], 42),
        ("integer", "string", 25),
        (["integer", "null"], ["integer", "string"], 42),
    ],
    ids=["the row is another", "the example is another", "the row says nothing", "the row is the same"],
)
def test_a_type_that_an_example_contradicts_points_to_what_changed(old: Any, new: Any, expected: int) -> None:
    after = stated({LIST: 10, WATT: 25, f"{WATT}/type": (42, EXAMPLE)})
    assert line_of(change(f"{WATT}/type", f"{WATT}/type", old, new), stated({}), after) == expected
