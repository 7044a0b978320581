from __future__ import annotations

import re

import pytest

from scraper.blocks import Text
from scraper.prose.english import read_prose
from scraper.prose.model import ProseFacts
from spec.model import ArrayOf, Scalar, Type, UnknownType

STRING, INTEGER, BOOLEAN = Scalar("string"), Scalar("integer"), Scalar("boolean")


def read(kind: Type, *lines: str) -> ProseFacts:
    return read_prose([Text(line, i, i) for i, line in enumerate(lines, start=1)], "page", kind)


def bounds(facts: ProseFacts) -> dict[str, object]:
    return {c.keyword: c.value for c in facts.constraints if c.keyword != "pattern"}


def values(facts: ProseFacts) -> list[tuple[object, str]]:
    return [(value.value, value.label) for value in facts.enum]


def test_separators_of_thousands_part_no_values() -> None:
    facts = read(STRING, "The value can be 128, 256, 1,024, 1,280, or 10,240.")
    assert [value for value, _ in values(facts)] == ["128", "256", "1024", "1280", "10240"]
    facts = read(INTEGER, "The value can be 128, 1,024, or 10,240.")
    assert [value for value, _ in values(facts)] == [128, 1024, 10240]
    facts = read(INTEGER, "The value can be 100,200 or 300.")
    assert [value for value, _ in values(facts)] == [100, 200, 300]


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        (INTEGER, ("Value range:", "1~2147483647"), {"minimum": 1, "maximum": 2147483647}),
        (INTEGER, ("Pages. Value range: 0~10",), {"minimum": 0, "maximum": 10}),
        (INTEGER, ("The value ranges from 0 to 100.",), {"minimum": 0, "maximum": 100}),
        (INTEGER, ("Per page (between 1 and 100).",), {"minimum": 1, "maximum": 100}),
        (INTEGER, ("The value range is 300–2,147,483,647.",), {"minimum": 300, "maximum": 2147483647}),
        (INTEGER, ("Range", "0-255"), {"minimum": 0, "maximum": 255}),
        (INTEGER, ("The value must be greater than 0.",), {"exclusiveMinimum": 0}),
        (STRING, ("Range", "1–100,000 characters."), {"minLength": 1, "maxLength": 100000}),
        (
            STRING,
            ("Definition: Item Constraints: N/A Value range: 1 to 128 characters.",),
            {"minLength": 1, "maxLength": 128},
        ),
        (STRING, ("Definition Its number. Range String length: 32 characters.",), {"minLength": 32, "maxLength": 32}),
        (STRING, ("Range", "Max. 100 characters in this form."), {"maxLength": 100}),
        (STRING, ("Value range:", "1~100000"), {"minLength": 1, "maxLength": 100000}),
        (STRING, ("A maximum of 36 Unicode characters.",), {"maxLength": 36}),
        (STRING, ("It contains 36 Unicode characters at most.",), {"maxLength": 36}),
        (STRING, ("A string of 4 to 64 characters.",), {"minLength": 4, "maxLength": 64}),
        (STRING, ("Must not exceed 255 characters",), {"maxLength": 255}),
        (ArrayOf(STRING), ("At most 20 items.",), {"maxItems": 20}),
        (INTEGER, ("Range", "N/A"), {}),
        (INTEGER, ("If it is a leap year, the value ranges from 1 to 366.",), {}),
        (STRING, ("Released 2019-2024 in 3 volumes.",), {}),
        (INTEGER, ("Offset, which starts from 0.",), {}),
        (STRING, ("Name", "Minimum: 1", "Maximum: **64**"), {"minLength": 1, "maxLength": 64}),
        (INTEGER, ("Page. Minimum value: 0. Maximum: 9",), {"minimum": 0, "maximum": 9}),
        (ArrayOf(STRING), ("Names. Minimum: 1 Maximum: 5",), {"minItems": 1, "maxItems": 5}),
        (BOOLEAN, ("On. Minimum: 1",), {}),
        (STRING, ("Its number.", "Range", "32 characters"), {"minLength": 32, "maxLength": 32}),
        (ArrayOf(STRING), ("Reasons. Array length: 1 - 5",), {"minItems": 1, "maxItems": 5}),
        (INTEGER, ("Valid values are greater than or equal to `0`.",), {"minimum": 0}),
        (INTEGER, ("Value range: 1 to 30. If not set, 7 is used.",), {"minimum": 1, "maximum": 30}),
        (STRING, ("Length: 0 character < string length ≤ 40 characters.",), {"minLength": 1, "maxLength": 40}),
        (STRING, ("2 <= length < 9",), {"minLength": 2, "maxLength": 8}),
        (INTEGER, ("Its share, where 1 < value <= 7.",), {"exclusiveMinimum": 1, "maximum": 7}),
        (STRING, ("The maximum length is 70 characters.",), {"maxLength": 70}),
        (STRING, ("The maximum length is 70 bytes.",), {"maxLength": 70}),
        (STRING, ("The maximum length of the label is 70.",), {"maxLength": 70}),
        (STRING, ("The maximum length is 5 minutes.",), {}),
        (STRING, ("The minimum length is 7 characters.",), {"minLength": 7}),
        (STRING, ("The usual minimum word length is 6 characters.",), {}),
        (STRING, ("Length: 32 or more digits",), {}),
        (STRING, ("Its length is 64 bits.",), {}),
        (STRING, ("Length: 32 - 64",), {"minLength": 32, "maxLength": 64}),
        (INTEGER, ("Value range: (0,500].",), {"exclusiveMinimum": 0, "maximum": 500}),
        (INTEGER, ("Value range: [0, 500)",), {"minimum": 0, "exclusiveMaximum": 500}),
        (INTEGER, ("Value range: (0, 500)",), {"minimum": 0, "maximum": 500}),
        (STRING, ("A number or a word. Value range: (0,500].",), {}),
        (INTEGER, ("The value ranges from 0 to 2^31 - 1.",), {"minimum": 0, "maximum": 2147483647}),
        (INTEGER, ("Value range: 0-10²",), {"minimum": 0, "maximum": 100}),
        (INTEGER, ("The value ranges from 0 to 250^1.",), {}),
        (INTEGER, ("Between 1 and 99 minutes.",), {"minimum": 1, "maximum": 99}),
        (UnknownType(), ("Between 1 and 99.",), {"minimum": 1, "maximum": 99}),
        (UnknownType(), ("Between 1 and 99 characters.",), {"minLength": 1, "maxLength": 99}),
    ],
)
def test_ranges_become_constraints_of_the_type(kind: Type, lines: tuple[str, ...], expected: dict[str, object]) -> None:
    assert bounds(read(kind, *lines)) == expected


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        (STRING, ("Range", "done: It worked.", "lost: It did not."), [("done", "It worked."), ("lost", "It did not.")]),
        (STRING, ("State", "Enumeration values:", "on", "off"), [("on", ""), ("off", "")]),
        (STRING, ("Enumeration values: • on • off",), [("on", ""), ("off", "")]),
        (INTEGER, ("State. 0: off; 1: on",), [(0, "off"), (1, "on")]),
        (
            STRING,
            ("State. on: it runs; off: it rests; and gone: no more",),
            [("on", "it runs"), ("off", "it rests"), ("gone", "no more")],
        ),
        (STRING, ("The value can be A, AAAA, or TXT.",), [("A", ""), ("AAAA", ""), ("TXT", "")]),
        (STRING, ("One of `x`, `y`. Default is `x`",), [("x", ""), ("y", "")]),
        (STRING, ('Kind of link ("to", "from")',), [("to", ""), ("from", "")]),
        (STRING, ("Possible values are as follows:", "NEW: just made", "OLD"), [("NEW", "just made"), ("OLD", "")]),
        (STRING, ("The value can be changed or removed.",), []),
        (STRING, ("Possible values are as follows:", "10.0.0.0/8-10.255.0.0/28", "172.16.0.0/12-172.31.0.0/28"), []),
        (BOOLEAN, ("The value can be true or false.",), []),
        (STRING, ("Valid values: red, green, blue, etc.",), []),
        (INTEGER, ("The time is 10:30; later it is 11:30",), []),
        (INTEGER, ("State: 0: off, 1: on. For details: see the list",), [(0, "off"), (1, "on")]),
        (INTEGER, ("`0` = no access, `30` = developer",), [(0, "no access"), (30, "developer")]),
        (
            STRING,
            ("Possible values: `a` (the first, so far), `b`, or `c`.",),
            [("a", "the first, so far"), ("b", ""), ("c", "")],
        ),
        (INTEGER, ("Possible values: 0 (default), 1",), [(0, ""), (1, "")]),
        (STRING, ("Options: v1.0, v2.0; default v1.0",), [("v1.0", ""), ("v2.0", "")]),
        (INTEGER, ("Level:", "0: low", "1: high"), [(0, "low"), (1, "high")]),
        (STRING, ("Mode of it. Mode:", "A: first", "B: second"), [("A", "first"), ("B", "second")]),
        (STRING, ("Supported fields:", "name: its name", "id: its number"), []),
        (INTEGER, ("0 or 1",), [(0, ""), (1, "")]),
        (STRING, ("here or there",), []),
        (UnknownType(), ("Allowed values: 10, 20, 30",), [(10, ""), (20, ""), (30, "")]),
        (UnknownType(), ("Allowed values: 10, 20, all",), [("10", ""), ("20", ""), ("all", "")]),
    ],
)
def test_enumerations_have_typed_values_and_labels(
    kind: Type, lines: tuple[str, ...], expected: list[tuple[object, str]]
) -> None:
    assert values(read(kind, *lines)) == expected


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        (STRING, ("Default value", "left"), "left"),
        (STRING, ('The kind, defaults to "to".',), "to"),
        (INTEGER, ("The default value is 20.",), 20),
        (INTEGER, ("Default is 20 (between 1 and 100)",), 20),
        (BOOLEAN, ("Whether it is on (default: false)",), False),
        (INTEGER, ("The default value is 300s.",), None),
        (STRING, ("The default value is left blank.",), None),
        (STRING, ("Default Value", "N/A."), None),
        (INTEGER, ("If it is empty, the default value is 3.",), None),
        (INTEGER, ("Value range: 1 to 30. If not set, 7 is used.",), 7),
        (STRING, ("Options: v1.0, v2.0; default v1.0",), "v1.0"),
        (INTEGER, ("Possible values: 0 (default), 1",), 0),
    ],
)
def test_defaults_have_the_type_of_the_property(kind: Type, lines: tuple[str, ...], expected: object) -> None:
    default = read(kind, *lines).default
    assert (default.value if default else None) == expected


def test_labels_leave_the_definition_and_the_constraints_as_description() -> None:
    facts = read(STRING, "Definition:", "Name.", "Constraints", "Unique.", "Range", "N/A", "Default Value", "None.")
    assert facts.description == "Name.\nUnique."
    assert facts.findings == ()


@pytest.mark.parametrize(
    "line",
    ["Value range: as the plan allows.", "Options: as many as there are", "Default value: see below", "Minimum: 1 day"],
)
def test_a_label_stays_with_what_is_not_understood(line: str) -> None:
    facts = read(STRING, line)
    assert facts.description == line
    assert (facts.enum, facts.constraints, facts.default) == ((), (), None)


@pytest.mark.parametrize("lines", [("Kind. Value range:",), ("Kind", "Enumeration values:"), ("Possible values:",)])
def test_announced_values_that_are_not_there_are_a_finding(lines: tuple[str, ...]) -> None:
    facts = read(STRING, *lines)
    assert [finding.code for finding in facts.findings] == ["missing-enum-values"]
    assert facts.enum == ()


def test_ranges_that_disagree_are_a_finding_and_the_widest_is_kept() -> None:
    facts = read(INTEGER, "Value range: 1~5 Value range: 0~9")
    assert [finding.code for finding in facts.findings] == ["contradictory-range"]
    assert bounds(facts) == {"minimum": 0, "maximum": 9}


def test_forbidden_characters_become_a_pattern_without_lookaround() -> None:
    text = "Do not start with a dash (-). Do not enter spaces or characters such as [ \\ ^ | ]. Do not end with / .x."
    (pattern,) = (c.value for c in read(STRING, "Constraints", text).constraints if c.keyword == "pattern")
    assert "(?!" not in str(pattern)
    assert all(re.search(str(pattern), good) for good in ("a", "a-b", "/a", "main.x", ""))
    assert not any(re.search(str(pattern), bad) for bad in ("-a", "a b", "a^", "a[b", "a/", "/", "a|b", "\\"))


def test_remarks_state_optional_null_deprecated_and_dates() -> None:
    facts = read(STRING, "(Optional) Day, format: YYYY-MM-DD. It may be null. This field has been deprecated.")
    assert facts.required is not None
    assert facts.required.value is False
    assert facts.nullable is not None
    assert facts.deprecated is not None
    assert facts.format == "date"
    assert read(STRING, "When, as YYYY-MM-DDTHH:MM:SSZ").format == "date-time"
    assert read(STRING, "Shows deprecated shelves").deprecated is None
