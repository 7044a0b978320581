"""Structures that require themselves."""

from __future__ import annotations

import pytest

from scraper.passes.endless import end_structures
from spec.model import ArrayOf, Fact, ObjectOf, Property, Reference, Type, Union

from .builders import api, at, bound, row, structure


def needed(line: int, name: str, kind: Type | str) -> Property:
    return row(line, name, kind, required=Fact(True, at(line)))


def test_the_row_that_closes_a_circle_of_required_rows_is_required_no_longer() -> None:
    outer = structure("Order", needed(2, "spec", Reference("Spec")))
    spec = structure("Spec", needed(5, "template", Reference("Template")), operation="order")
    template = structure("Template", needed(8, "name", "String"), needed(9, "spec", Reference("Spec")), operation="o")
    result, findings = end_structures(api(structures=(outer, spec, template)))
    assert result.structures[:2] == (outer, spec)
    assert [prop.required is not None for prop in result.structures[2].properties] == [True, False]
    assert [(one.code, one.line, one.operation, one.pointer) for one in findings] == [
        ("endless-structure", 9, "o", "Template.spec")
    ]


@pytest.mark.parametrize(
    "kind",
    [ArrayOf(Reference("Node")), Union((Reference("Node"), Reference("Leaf"))), ObjectOf((row(3, "in", "Node"),))],
)
def test_structure_that_can_end_is_left_as_it_is(kind: Type) -> None:
    stated = api(structures=(structure("Node", needed(2, "next", kind)), structure("Leaf", row(7, "id", "String"))))
    assert end_structures(stated) == (stated, ())


def test_optional_or_nullable_row_ends_a_structure() -> None:
    null = row(3, "up", Reference("Node"), required=Fact(True, at(3)), nullable=Fact(True, at(3)))
    stated = api(structures=(structure("Node", row(2, "next", Reference("Node")), null),))
    assert end_structures(stated) == (stated, ())


@pytest.mark.parametrize(
    "kind", [Reference("Node"), ObjectOf((needed(4, "in", "Node"),)), Union((Reference("Node"), Reference("Node")))]
)
def test_structure_that_holds_itself_in_a_required_row_is_opened(kind: Type) -> None:
    result, findings = end_structures(api(structures=(structure("Node", needed(2, "next", kind)),)))
    assert result.structures[0].properties[0].required is None
    assert [one.code for one in findings] == ["endless-structure"]


def test_list_that_may_not_be_empty_needs_its_items() -> None:
    filled = row(
        2, "all", ArrayOf(Reference("Node")), required=Fact(True, at(2)), constraints=(bound(2, "minItems", 1),)
    )
    _, findings = end_structures(api(structures=(structure("Node", filled),)))
    assert [one.line for one in findings] == [2]
