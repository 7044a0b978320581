"""What holds for any two documents."""

from __future__ import annotations

import copy
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spec.diff.changes import Change
from spec.diff.differences import Subject
from spec.diff.rules import RULES
from tests.spec.diff.document_changes import BACKWARDS, MUTATIONS, Mutation
from tests.spec.diff.documents import SUBJECTS, Json, around, changes, mutated, rich_document
from tests.spec.diff.random_schemas import schema_pairs, schemas
from tests.spec.diff.schema_changes import CHANGES, COMPONENTS

_SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_MUTATIONS = st.lists(st.sampled_from([mutate for _, _, mutate in (*MUTATIONS, *BACKWARDS)]), max_size=5)


def _mutate(document: Json, mutations: list[Mutation]) -> Json:
    """The document after all mutations that still fit."""
    for mutate in mutations:
        copied = copy.deepcopy(document)
        try:
            mutate(copied)
        except (KeyError, IndexError, AttributeError, TypeError):
            continue
        document = copied
    return document


def _assert_mirrored(forward: tuple[Change, ...], backward: tuple[Change, ...]) -> None:
    """Each change has one that takes it back, at the same places, with an id that the table allows."""
    places = Counter((change.old_pointer, change.new_pointer) for change in forward)
    assert places == Counter((change.new_pointer, change.old_pointer) for change in backward)
    left = list(backward)
    for change in forward:
        partner = next((other for other in left if _mirrors(change, other)), None)
        assert partner is not None, (change, left)
        left.remove(partner)


def _mirrors(change: Change, other: Change) -> bool:
    return (
        (change.old_pointer, change.new_pointer) == (other.new_pointer, other.old_pointer)
        and other.id in RULES[change.id].mirror
        and change.id in RULES[other.id].mirror
    )


def test_the_table_mirrors_itself() -> None:
    for rule in RULES.values():
        assert rule.mirror, rule.id
        for mirror in rule.mirror:
            assert rule.id in RULES[mirror].mirror, (rule.id, mirror)


@pytest.mark.parametrize("mutate", [mutate for _, _, mutate in (*MUTATIONS, *BACKWARDS)])
def test_a_mutation_taken_back_is_the_mirrored_change(mutate: Mutation) -> None:
    old = rich_document()
    new = mutated(old, mutate)
    _assert_mirrored(changes(old, new), changes(new, old))


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize(("old", "new"), [(old, new) for old, new, _, _ in CHANGES])
def test_a_schema_change_taken_back_is_the_mirrored_change(old: Any, new: Any, subject: Subject) -> None:
    before, after = (around(schema, subject, components=COMPONENTS) for schema in (old, new))
    _assert_mirrored(changes(before, after), changes(after, before))


@given(_MUTATIONS, _MUTATIONS)
@_SETTINGS
def test_mutations_are_mirrored(first: list[Mutation], second: list[Mutation]) -> None:
    old, new = _mutate(rich_document(), first), _mutate(rich_document(), second)
    _assert_mirrored(changes(old, new), changes(new, old))


@given(_MUTATIONS)
@_SETTINGS
def test_a_document_does_not_differ_from_itself(mutations: list[Mutation]) -> None:
    document = _mutate(rich_document(), mutations)
    assert changes(document, copy.deepcopy(document)) == ()


@given(schemas, st.sampled_from(SUBJECTS), st.sampled_from(["3.0.3", "3.1.0"]))
@_SETTINGS
def test_a_schema_does_not_differ_from_itself(schema: Any, subject: Subject, version: str) -> None:
    document = around(schema, subject, version)
    assert changes(document, copy.deepcopy(document)) == ()
    # A property that is not the same text elsewhere makes every schema go the long way.
    assert changes(document, copy.deepcopy(document) | {"openapi": "3.0.4" if version == "3.0.3" else "3.1.1"}) == ()


def _shuffled(value: Any, order: Any) -> Any:
    if isinstance(value, dict):
        keys = list(value)
        order.shuffle(keys)
        return {key: _shuffled(value[key], order) for key in keys}
    return [_shuffled(child, order) for child in value] if isinstance(value, list) else value


@given(_MUTATIONS, st.randoms(use_true_random=False))
@_SETTINGS
def test_the_order_of_keys_means_nothing(mutations: list[Mutation], order: Any) -> None:
    old = rich_document()
    new = _mutate(old, mutations)
    assert changes(_shuffled(old, order), _shuffled(new, order)) == changes(old, new)


@given(schema_pairs(), st.sampled_from(SUBJECTS))
@_SETTINGS
def test_nothing_raises_and_no_place_is_told_twice_by_one_rule(pair: tuple[Any, Any], subject: Subject) -> None:
    found = changes(around(pair[0], subject), around(pair[1], subject, "3.0.3"))
    told = [(change.id, change.old_pointer, change.new_pointer, change.message) for change in found]
    assert len(told) == len(set(told))


_KEYS = [
    *("$ref", "type", "properties", "items", "allOf", "oneOf", "enum", "required", "mapping", "discriminator"),
    *("get", "post", "parameters", "requestBody", "responses", "200", "content", "application/json", "schema"),
    *("name", "in", "security", "servers", "url", "tags", "headers"),
]
_JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-2, 2), st.sampled_from(["", "a", "#/paths", "query", "object"])),
    lambda children: st.one_of(
        st.lists(children, max_size=2), st.dictionaries(st.sampled_from(_KEYS), children, max_size=4)
    ),
    max_leaves=12,
)


@given(_JUNK, _JUNK)
@_SETTINGS
def test_documents_that_are_not_valid_do_not_raise(old: Any, new: Any) -> None:
    documents = [
        {
            "openapi": "3.1.0",
            "info": {},
            "paths": {"/a": junk},
            "components": {"schemas": {"a": junk}},
            "security": junk,
        }
        for junk in (old, new)
    ]
    changes(*documents)
