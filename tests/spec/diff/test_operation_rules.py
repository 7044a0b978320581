"""Each rule about operations, parameters, bodies, responses and texts, by a single change of one document."""

from __future__ import annotations

import pytest

from spec.diff.changes import Level
from spec.diff.differences import Subject
from spec.diff.rules import RULES
from spec.diff.schema_rules import FAMILIES
from tests.spec.diff.document_changes import BACKWARDS, MUTATIONS, Mutation
from tests.spec.diff.documents import changes, mutated, rich_document


@pytest.mark.parametrize(("rule", "level", "mutate"), MUTATIONS)
def test_one_mutation_is_one_change(rule: str, level: Level, mutate: Mutation) -> None:
    old = rich_document()
    assert [(change.id, change.level) for change in changes(old, mutated(old, mutate))] == [(rule, level)]


@pytest.mark.parametrize(("rule", "level", "mutate"), BACKWARDS)
def test_one_mutation_taken_back_is_one_change(rule: str, level: Level, mutate: Mutation) -> None:
    new = rich_document()
    assert [(change.id, change.level) for change in changes(mutated(new, mutate), new)] == [(rule, level)]


def test_every_other_rule_has_a_mutation_that_produces_it() -> None:
    about_schemas = {f"{subject}-{family.aspect}" for subject in Subject for family in FAMILIES}
    produced = {rule for rule, _, _ in (*MUTATIONS, *BACKWARDS)}
    assert sorted(RULES.keys() - about_schemas - produced) == []


def test_the_suite_has_at_least_120_mutations() -> None:
    assert len(MUTATIONS) + len(BACKWARDS) >= 120


def test_the_rich_document_is_valid() -> None:
    from openapi_spec_validator import validate

    validate(rich_document())
