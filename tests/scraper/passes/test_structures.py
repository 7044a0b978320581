from dataclasses import replace

from scraper.passes.hoist import member_name, name_objects
from scraper.passes.structures import unify_structures
from spec.model import ArrayOf, Fact, ObjectOf, Reference

from .builders import api, at, operation, row, structure, table


def names(*structures):
    return [(s.name, [p.name for p in s.properties]) for s in structures]


def test_equal_printings_become_one_structure_without_a_finding() -> None:
    first = structure("Item", row(5, "id", "Integer"), operation="a")
    again = structure("Item", row(15, "id", "Integer"), operation="b")
    result, findings = unify_structures(api(structures=(first, again)))
    assert names(*result.structures) == [("Item", ["id"])]
    assert [source.first for source in result.structures[0].printed] == [5, 15]
    assert findings == ()


def test_larger_printing_stands_for_a_smaller_one_and_the_difference_is_reported() -> None:
    small = structure("Item", row(5, "id", "Integer"), operation="a")
    large = structure("Item", row(15, "id", "Integer"), row(16, "name", "String"), operation="b")
    result, findings = unify_structures(api(structures=(small, large)))
    assert names(*result.structures) == [("Item", ["id", "name"])]
    assert [(f.code, f.line, f.operation, f.pointer) for f in findings] == [
        ("structure-redefined-differently", 15, "b", "Item")
    ]


def test_one_structure_in_one_table_and_a_list_of_it_in_another_is_the_list() -> None:
    item = structure("Item", row(3, "id", "Integer"))
    single = structure("Page", row(5, "items", "Item"), operation="a")
    several = structure("Page", row(15, "items", "Array of Item"), operation="b")
    result, findings = unify_structures(api(structures=(item, single, several)))
    (page,) = [s for s in result.structures if s.name == "Page"]
    assert page.properties[0].type == ArrayOf(Reference("Item"))
    assert [finding.code for finding in findings] == ["structure-redefined-differently"]


def test_printings_that_contain_one_another_in_no_direction_stay_apart() -> None:
    first = structure("Item", row(5, "id", "Integer"), operation="listItems")
    other = structure("Item", row(15, "id", "String"), operation="getItem")
    result, findings = unify_structures(
        api(
            operation("listItems", response=table(row(3, "items", "Array of Item"))),
            operation("getItem", response=table(row(13, "item", "Item"))),
            structures=(first, other),
        )
    )
    assert names(*result.structures) == [("Item", ["id"]), ("GetItemItem", ["id"])]
    used = [op.responses[0].content[0].schema.properties[0].type for op in result.operations]
    assert used == [ArrayOf(Reference("Item")), Reference("GetItemItem")]
    assert [finding.code for finding in findings] == ["structure-redefined-differently"]


def test_what_one_operation_must_send_is_not_demanded_by_another() -> None:
    def needed(value: bool) -> Fact[bool]:
        return Fact(value, at(1))

    create = structure(
        "Item", row(1, "id", "String", required=needed(True)), row(2, "name", "String"), operation="create"
    )
    for rows in (
        [row(5, "name", "String", required=needed(False))],
        [row(5, "id", "String", required=needed(False)), row(6, "name", "String")],
    ):
        update = structure("Item", *rows, operation="update")
        unified, _ = unify_structures(api(structures=[create, update]))
        assert names(*unified.structures) == [("Item", ["id", "name"]), ("UpdateItem", [one.name for one in rows])]


def test_what_is_answered_cannot_be_sent_only_because_it_has_the_same_name() -> None:
    required = Fact(True, at(1))
    sent = structure("Item", row(1, "name", "String", required=required), operation="update")
    answered = structure("Item", row(5, "id", "String"), row(6, "name", "String"), operation="list")
    unified, _ = unify_structures(api(structures=[sent, answered]))
    assert names(*unified.structures) == [("Item", ["name"]), ("ListItem", ["id", "name"])]
    same = structure("Item", row(5, "name", "String"), operation="list")
    unified, _ = unify_structures(api(structures=[sent, same]))
    assert names(*unified.structures) == [("Item", ["name"])]


def test_reference_inside_a_structure_means_the_table_of_its_own_section() -> None:
    inner = structure("Inner", row(5, "id", "Integer"), operation="a")
    other = structure("Inner", row(15, "key", "String"), operation="b")
    outer = structure("Outer", row(17, "inner", "Inner"), operation="b")
    result, _ = unify_structures(api(structures=(inner, other, outer)))
    assert result.structures[-1].properties[0].type == Reference("BInner")


def on(page, printed):
    return replace(printed, source=replace(printed.source, page=page))


def test_tables_of_one_name_with_different_rows_on_two_pages_are_two_schemas() -> None:
    large = on("a.md", structure("Item", row(5, "id", "Integer"), row(6, "name", "String"), operation="a"))
    small = on("b.md", structure("Item", row(5, "id", "Integer"), operation="b"))
    outer = on("b.md", structure("Box", row(9, "item", "Item"), operation="b"))
    result, _ = unify_structures(api(structures=(large, small, outer)))
    assert names(*result.structures) == [("Item", ["id", "name"]), ("BItem", ["id"]), ("Box", ["item"])]
    assert result.structures[-1].properties[0].type == Reference("BItem")


def test_equal_tables_whose_rows_mean_different_schemas_on_their_pages_are_two_schemas() -> None:
    pages = [
        on(f"{name}.md", printed)
        for name, key in (("a", "id"), ("b", "key"))
        for printed in (
            structure("Box", row(5, "lid", "Lid"), operation=name),
            structure("Lid", row(9, key, "String"), operation=name),
        )
    ]
    result, _ = unify_structures(api(structures=tuple(pages)))
    inner = {found.name: found.properties[0].type for found in result.structures}
    assert inner["Box"] == Reference("Lid")
    assert inner["BBox"] == Reference("BLid")


def test_equal_tables_of_two_pages_are_one_schema_where_all_that_they_refer_to_is() -> None:
    pages = [
        on(f"{name}.md", printed)
        for name in "ab"
        for printed in (
            structure("Box", row(5, "lid", "Lid"), operation=name),
            structure("Lid", row(9, "box", "Box"), operation=name),
        )
    ]
    result, findings = unify_structures(api(structures=tuple(pages)))
    assert names(*result.structures) == [("Box", ["lid"]), ("Lid", ["box"])]
    assert findings == ()


def test_name_that_its_page_does_not_define_means_the_table_of_another() -> None:
    inner = on("a.md", structure("Lid", row(5, "id", "Integer"), operation="a"))
    outer = on("b.md", structure("Box", row(9, "lid", "Lid"), operation="b"))
    result, _ = unify_structures(api(structures=(inner, outer)))
    assert result.structures[-1].properties[0].type == Reference("Lid")


def test_undefined_reference_is_left_alone() -> None:
    result, findings = unify_structures(api(operation(response=table(row(3, "kind", "Kind")))))
    assert result.operations[0].responses[0].content[0].schema.properties[0].type == Reference("Kind")
    assert findings == ()


def test_objects_in_place_are_named_after_operation_and_property() -> None:
    inner = ObjectOf((row(6, "id", "Integer"),))
    body = table(row(5, "Response", inner), row(7, "list", ArrayOf(inner)), row(8, "free", "Object"))
    result = name_objects(api(operation("createIssue", request=inner, response=body)))
    assert [s.name for s in result.structures] == [
        "CreateIssueRequest",
        "CreateIssueResponse",
        "CreateIssueResult",
        "CreateIssueResponseListItem",
    ]
    assert result.operations[0].responses[0].content[0].schema == Reference("CreateIssueResponse")
    assert result.structures[1].properties[2].type == ObjectOf()


def test_hoisted_names_never_replace_a_structure_of_the_page() -> None:
    printed = structure("GetThingResponse", row(9, "x", "String"))
    body = table(row(5, "id", "Integer"))
    result = name_objects(api(operation("getThing", response=body), structures=(printed,)))
    assert [s.name for s in result.structures] == ["GetThingResponse", "GetThingResponse2"]


def test_two_spellings_of_one_object_share_a_structure() -> None:
    inner = ObjectOf((row(6, "id", "Integer"),))
    result = name_objects(api(operation(response=table(row(5, "Data", inner), row(7, "data", inner)))))
    assert [s.name for s in result.structures] == ["GetThingResponse", "GetThingResponseData"]


def test_member_name_does_not_stutter() -> None:
    assert member_name("CreateIssueResponse", "Response") == "CreateIssueResult"
    assert member_name("ParentIssue", "issue") == "ParentIssueIssue"
    assert member_name("Issue", "父") == "Issue父"
