"""Where findings about changes point."""

from __future__ import annotations

import pytest

from spec.diff.changes import Change, ChangeSource, Level
from spec.diff.sources import locate
from spec.model import Evidence, Source
from spec.sourcemap import Entry, SourceMap

OPERATION = "/paths/~1lamps/get"
PROPERTY = "/components/schemas/Lamp/properties/watt"


def lines(**by_pointer: int) -> SourceMap:
    names = {
        "operation": OPERATION,
        "parameter": f"{OPERATION}/parameters/0",
        "schema": PROPERTY[:-16],
        "row": PROPERTY,
    }
    entries = {
        names[name]: (Entry(Source("lamps.md", line, line, Evidence.TABLE)),) for name, line in by_pointer.items()
    }
    return SourceMap(entries)


def change(old: str | None, new: str | None) -> Change:
    return Change("some-rule", Level.RISKY, (), "", "", old, new, 1, 2)


@pytest.mark.parametrize(
    ("pointers", "expected"),
    [
        ((PROPERTY, PROPERTY), 24),
        ((None, PROPERTY), 24),
        ((PROPERTY + "/default", None), 24),
        ((f"{OPERATION}/parameters/0", None), 20),
        (("/paths/~1rooms/get", None), None),
    ],
    ids=["changed", "new", "gone from a row", "gone from a list", "gone with all around it"],
)
def test_a_change_points_to_the_new_page_where_it_can(pointers, expected):
    old, new = lines(operation=10, parameter=11, row=14), lines(operation=20, parameter=21, row=24)
    (located,) = locate([change(*pointers)], old, new)
    assert located.source == (expected and ChangeSource("lamps.md", expected, expected))


def test_what_is_gone_with_all_around_it_points_to_where_it_stood():
    (located,) = locate([change(f"{OPERATION}/summary", None)], lines(operation=10), SourceMap())
    assert located.source == ChangeSource("lamps.md", 10, 10)
