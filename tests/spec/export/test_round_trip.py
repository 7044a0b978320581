"""Random schemas to OpenAPI 3.0 and back: the same instances, by two validators that know nothing of each other."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema_rs
from hypothesis import given, settings
from hypothesis import strategies as st
from openapi_schema_validator import OAS30Validator

from spec.export.downgrade import downgrade_document
from spec.export.loss import Loss
from spec.export.upgrade import upgrade_document
from spec.validate import validate_document
from tests.spec.diff.random_schemas import INSTANCES, SCALARS, schemas
from tests.spec.export.documents import small

_NULLS: list[Any] = [{"type": "null"}, {"const": None}, {"enum": [None]}, {"type": ["null"]}]


@st.composite
def unions(draw: st.DrawFn) -> Any:
    """A schema with a union or an intersection in it: of null, constants, booleans, others."""
    constants = st.sampled_from(SCALARS).map(lambda value: {"const": value})
    parts = st.lists(st.one_of(schemas, st.sampled_from(_NULLS), constants, st.booleans()), min_size=1, max_size=3)
    beside = draw(st.one_of(st.just({}), constants, schemas))
    union = {**beside, draw(st.sampled_from(["anyOf", "oneOf", "allOf"])): draw(parts)}
    return {"not": union} if draw(st.integers(0, 4)) == 0 else union


def widens(schema: Any) -> bool:
    """Whether more instances of a part are more instances of the whole."""
    return not {'"not"', '"oneOf"'} & set(re.findall(r'"\w+"', json.dumps(schema)))


def converted(schema: Any) -> tuple[Any, Any, tuple[Loss, ...]]:
    """The schema of 3.0, the one of 3.1 that it becomes again, and what was lost."""
    down = downgrade_document(small(components={"schemas": {"It": schema}}))
    assert [problem for problem in validate_document(down.document) if problem.kind != "structure"] == []
    up = upgrade_document(down.document)
    assert up.losses == ()
    documents: list[Any] = [down.document, up.document]
    old, new = (document["components"]["schemas"]["It"] for document in documents)
    return old, new, down.losses


def accepted(schema: Any) -> list[str]:
    validator = jsonschema_rs.Draft202012Validator(schema)
    return [json.dumps(instance) for instance in INSTANCES if validator.is_valid(instance)]


@settings(max_examples=300, deadline=None)
@given(st.one_of(schemas, unions()))
def test_the_way_to_3_0_and_back_keeps_the_instances(schema: Any) -> None:
    _, back, losses = converted(schema)
    before, after = accepted(schema), accepted(back)
    if not losses:
        assert before == after
    elif widens(schema):
        assert set(before) <= set(after)


@settings(max_examples=150, deadline=None)
@given(st.one_of(schemas, unions()))
def test_a_validator_of_3_0_accepts_the_same_instances(schema: Any) -> None:
    old, _, losses = converted(schema)
    validator = OAS30Validator(old)
    before = set(accepted(schema))
    after = {json.dumps(instance) for instance in INSTANCES if validator.is_valid(instance)}
    if not losses:
        assert before == after
    elif widens(schema):
        assert before <= after


KEYWORDS = [
    "type",
    "const",
    "nullable",
    "examples",
    "$ref",
    "enum",
    "schema",
    "properties",
    "anyOf",
    "value",
    "default",
]
data = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 5), st.sampled_from(["null", "string", "#/nowhere"])),
    lambda children: st.one_of(st.lists(children, max_size=3), st.dictionaries(st.sampled_from(KEYWORDS), children)),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(data, schemas)
def test_data_is_never_touched(value: Any, schema: Any) -> None:
    media = {"schema": {"allOf": [schema], "default": value, "example": value}, "examples": {"one": {"value": value}}}
    other = {"schema": {"enum": [value, 7]}, "example": value}
    content = {"application/json": media, "text/json": other}
    responses = {"200": {"description": "Done", "content": content}}
    for convert in (downgrade_document, lambda document: upgrade_document(downgrade_document(document).document)):
        document: Any = convert(small(paths={"/pets": {"get": {"responses": responses}}})).document
        changed = document["paths"]["/pets"]["get"]["responses"]["200"]["content"]
        assert changed["application/json"]["examples"] == media["examples"]
        assert changed["application/json"]["schema"]["default"] == value
        assert changed["text/json"]["example"] == value
        assert changed["text/json"]["schema"]["enum"] == [value, 7]
