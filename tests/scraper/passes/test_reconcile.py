"""Each row: what the table says, what the example shows, the type that remains, the findings."""

from typing import Any

import pytest

from scraper.passes.reconcile import reconcile
from spec.model import (
    Api,
    ArrayOf,
    Evidence,
    Fact,
    ObjectOf,
    Property,
    Reference,
    Scalar,
    Type,
    Union,
    UnknownType,
)

from .builders import api, at, bound, listed, operation, row, structure, table

INTEGER, NUMBER, STRING, BOOLEAN = Scalar("integer"), Scalar("number"), Scalar("string"), Scalar("boolean")


def response_rows(result: Api) -> dict[str, Property]:
    schema = result.operations[0].responses[0].content[0].schema
    assert isinstance(schema, ObjectOf)
    return {prop.name: prop for prop in schema.properties}


@pytest.mark.parametrize(
    ("documented", "shown", "expected", "codes"),
    [
        ("Integer", 1, INTEGER, []),
        ("String", "a", STRING, []),
        ("Number", 1, NUMBER, []),
        ("Double", 1.5, Scalar("number", "double"), []),
        ("Integer", 1.5, NUMBER, ["example-type-mismatch"]),
        ("Integer", "a", Union((INTEGER, STRING)), ["example-type-mismatch"]),
        ("Integer", "****", Union((INTEGER, STRING)), ["broken-example-value"]),
        ("String", False, Union((STRING, BOOLEAN)), ["example-type-mismatch"]),
        ("String", ["a"], Union((STRING, ArrayOf(STRING))), ["example-type-mismatch"]),
        ("Array of strings", ["a"], ArrayOf(STRING), []),
        ("Array of strings", [1], ArrayOf(Union((STRING, INTEGER))), ["example-type-mismatch"]),
        ("Array of strings", "a", Union((ArrayOf(STRING), STRING)), ["example-type-mismatch"]),
        ("Array", [1, 2], ArrayOf(INTEGER), []),
        ("Array", [], ArrayOf(UnknownType()), []),
        ("integer/string", 7, Union((INTEGER, STRING)), []),
        ("integer/string", True, Union((INTEGER, STRING, BOOLEAN)), ["example-type-mismatch"]),
        (UnknownType(), 7, INTEGER, []),
        (UnknownType(), [True], ArrayOf(BOOLEAN), []),
    ],
)
def test_type_is_the_union_of_table_and_example(
    documented: str | Type, shown: Any, expected: Type, codes: list[str]
) -> None:
    result, findings = reconcile(
        api(operation(response=table(row(5, "value", documented)), response_example={"value": shown}))
    )
    assert response_rows(result)["value"].type == expected
    assert [finding.code for finding in findings] == codes


def test_finding_stands_at_the_row_and_names_the_line_of_the_example() -> None:
    rows = table(row(4, "a", "Integer"), row(5, "id", "Integer"))
    _, (finding,) = reconcile(api(operation(response=rows, response_example={"a": 0, "id": "x"})))
    assert (finding.line, finding.operation, finding.pointer) == (5, "getThing", "response 200.id")
    assert "line 202" in finding.message


def test_property_that_only_the_example_shows_is_kept_with_that_evidence() -> None:
    result, findings = reconcile(
        api(operation(response=table(row(5, "id", "Integer")), response_example={"id": 1, "extra": {"deep": None}}))
    )
    extra = response_rows(result)["extra"]
    assert extra.source.evidence is Evidence.EXAMPLE
    assert extra.source.first == 202
    assert isinstance(extra.type, ObjectOf)
    assert extra.type.properties[0].nullable is not None
    assert [(f.code, f.line, f.pointer) for f in findings] == [
        ("example-undocumented-field", 202, "response 200.extra")
    ]


def test_null_makes_a_documented_property_nullable_and_is_reported() -> None:
    result, findings = reconcile(api(operation(response=table(row(5, "id", "Integer")), response_example={"id": None})))
    prop = response_rows(result)["id"]
    assert prop.type == INTEGER
    assert prop.nullable is not None
    assert prop.nullable.source.evidence is Evidence.EXAMPLE
    assert [finding.code for finding in findings] == ["example-type-mismatch"]


def test_list_under_a_single_structure_is_an_array_of_it() -> None:
    tag = structure("Tag", row(9, "name", "String"))
    result, findings = reconcile(
        api(
            operation(response=table(row(5, "tags", "Tag")), response_example={"tags": [{"name": "a"}, {"name": 1}]}),
            structures=(tag,),
        )
    )
    assert response_rows(result)["tags"].type == ArrayOf(Reference("Tag"))
    assert result.structures[0].properties[0].type == Union((STRING, INTEGER))
    assert {finding.code for finding in findings} == {"array-vs-object", "example-type-mismatch"}


def test_single_object_under_an_array_of_structures_is_either() -> None:
    tag = structure("Tag", row(9, "name", "String"))
    result, findings = reconcile(
        api(
            operation(response=table(row(5, "tags", "Array of Tag")), response_example={"tags": {"name": "a"}}),
            structures=(tag,),
        )
    )
    assert response_rows(result)["tags"].type == Union((ArrayOf(Reference("Tag")), Reference("Tag")))
    assert [finding.code for finding in findings] == ["array-vs-object"]


def test_other_spelling_keeps_the_documented_type() -> None:
    page = structure("Paged", row(9, "total", "Integer"))
    result, findings = reconcile(
        api(
            operation(response=table(row(5, "Data", "Paged")), response_example={"data": {"total": 3}}),
            structures=(page,),
        )
    )
    assert response_rows(result)["data"].type == Reference("Paged")
    assert [(f.code, f.pointer) for f in findings] == [("name-case-mismatch", "response 200.Data")]


def test_structure_without_a_table_takes_its_properties_from_the_examples() -> None:
    result, findings = reconcile(
        api(operation(response=table(row(5, "kind", "Kind")), response_example={"kind": {"id": 1}}))
    )
    assert [(s.name, [p.name for p in s.properties]) for s in result.structures] == [("Kind", ["id"])]
    assert [finding.code for finding in findings] == ["undefined-structure"]


def test_body_without_a_table_takes_its_schema_from_the_example() -> None:
    result, findings = reconcile(api(operation(response_example=[{"id": 1}, {"id": 2, "name": None}])))
    schema = result.operations[0].responses[0].content[0].schema
    assert isinstance(schema, ArrayOf)
    assert isinstance(schema.items, ObjectOf)
    assert [(prop.name, prop.type) for prop in schema.items.properties] == [("id", INTEGER), ("name", UnknownType())]
    assert [finding.code for finding in findings] == ["missing-output-table"]


def test_absent_response_property_is_reported_once_per_operation() -> None:
    item = structure("Item", row(9, "id", "Integer"), row(10, "name", "String"))
    both = {"items": [{"id": 1}, {"id": 2}]}
    first = operation("a", response=table(row(5, "items", "Array of Item")), response_example=both)
    second = operation("b", response=table(row(6, "items", "Array of Item")), response_example=both)
    _, findings = reconcile(api(first, second, structures=(item,)))
    assert [(f.code, f.operation, f.pointer) for f in findings] == [
        ("documented-field-missing-in-example", "a", "Item.name"),
        ("documented-field-missing-in-example", "b", "Item.name"),
    ]


@pytest.mark.parametrize(
    ("facts", "shown", "codes", "remaining"),
    [
        ({"enum": listed(5, "a", "b")}, "c", ["broken-example-value"], ["a", "b", "c"]),
        ({"enum": listed(5, "a", "b")}, "a", [], ["a", "b"]),
        ({"enum": listed(5, "a")}, "null,", ["broken-example-value"], ["a", "null,"]),
    ],
)
def test_listed_values_admit_the_shown_one(facts: Any, shown: Any, codes: list[str], remaining: list[str]) -> None:
    result, findings = reconcile(
        api(operation(response=table(row(5, "v", "String", **facts)), response_example={"v": shown}))
    )
    assert [value.value for value in response_rows(result)["v"].enum] == remaining
    assert [finding.code for finding in findings] == codes


@pytest.mark.parametrize(
    ("kind", "keyword", "value", "shown", "kept"),
    [
        ("Integer", "maximum", 10, 10, True),
        ("Integer", "maximum", 10, 11, False),
        ("String", "maxLength", 3, "abcd", False),
        ("String", "minLength", 1, "", False),
        ("Array of strings", "maxItems", 1, ["a", "b"], False),
        ("Array of strings", "maxLength", 3, ["abc"], True),
    ],
)
def test_range_that_the_example_breaks_is_dropped_and_reported(
    kind: str, keyword: str, value: int, shown: Any, kept: bool
) -> None:
    rows = table(row(5, "v", kind, constraints=(bound(6, keyword, value),)))
    result, findings = reconcile(api(operation(response=rows, response_example={"v": shown})))
    assert bool(response_rows(result)["v"].constraints) is kept
    assert [finding.code for finding in findings] == ([] if kept else ["contradictory-range"])


@pytest.mark.parametrize(
    ("keyword", "value", "kept"), [("maximum", 10, False), ("maxLength", 10, True), ("maxItems", 10, True)]
)
def test_range_of_another_type_than_the_example_shows_is_dropped(keyword: str, value: int, kept: bool) -> None:
    rows = table(row(5, "v", UnknownType(), constraints=(bound(6, keyword, value),)))
    result, _ = reconcile(api(operation(response=rows, response_example={"v": "abc"})))
    assert response_rows(result)["v"].type == STRING
    assert bool(response_rows(result)["v"].constraints) is kept


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("Its size.", "Its size.\nDocumented maximum: 1000; an example shows 1001."),
        ("Its size, up to 1,000.", "Its size, up to 1,000."),
    ],
)
def test_range_that_the_example_breaks_stays_in_the_description(description: str, expected: str) -> None:
    rows = table(row(5, "v", "Integer", description=description, constraints=(bound(6, "maximum", 1000),)))
    result, _ = reconcile(api(operation(response=rows, response_example={"v": 1001})))
    assert response_rows(result)["v"].description == expected


def test_listed_values_of_another_type_widen_the_type() -> None:
    result, findings = reconcile(
        api(operation(response=table(row(5, "v", "Integer", enum=listed(6, "ALL", "ONE"))), response_example={}))
    )
    assert response_rows(result)["v"].type == Union((INTEGER, STRING))
    assert "example-type-mismatch" in [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ({"id": 1}, Reference("Owner")),
        ([{"id": 1}], ArrayOf(Reference("Owner"))),
        ({"id": "x"}, ObjectOf),
        ({"id": 1, "more": 2}, ObjectOf),
    ],
)
def test_object_under_the_name_of_a_structure_is_that_structure_if_its_table_allows(shown: Any, expected: Any) -> None:
    owner = structure("Owner", row(9, "id", "Integer"), row(10, "name", "String"))
    result, _ = reconcile(api(operation(response_example={"Owner": shown}), structures=(owner,)))
    kind = response_rows(result)["Owner"].type
    assert kind == expected or (expected is ObjectOf and isinstance(kind, ObjectOf))


@pytest.mark.parametrize(
    ("kind", "default", "kept"),
    [
        ("Integer", 1, True),
        ("Integer", "x", False),
        ("Number", 1, True),
        ("Array", "x", False),
        ("Array of strings", ["x"], True),
        ("Array of strings", [1], False),
        ("Object", "x", False),
        ("integer/string", "x", True),
        (UnknownType(), "x", True),
    ],
)
def test_default_of_another_type_is_dropped_and_reported(kind: str | Type, default: Any, kept: bool) -> None:
    rows = table(row(5, "v", kind, default=Fact(default, at(6))))
    result, findings = reconcile(api(operation(response=rows, response_example={})))
    assert (response_rows(result)["v"].default is not None) is kept
    assert ("contradictory-range" in [finding.code for finding in findings]) is not kept


def test_values_listed_for_a_structure_are_dropped() -> None:
    tag = structure("Tag", row(9, "name", "String"))
    rows = table(row(5, "v", "Tag", enum=listed(6, "a")))
    result, findings = reconcile(api(operation(response=rows), structures=(tag,)))
    assert response_rows(result)["v"].enum == ()
    assert "contradictory-range" in [finding.code for finding in findings]
