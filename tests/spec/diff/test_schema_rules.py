"""Each rule about schemas, in each place where a schema may stand."""

from __future__ import annotations

from typing import Any

import pytest

from spec.diff.differences import Direction, Subject
from spec.diff.rules import RULES
from tests.spec.diff.documents import SUBJECTS, around, changes
from tests.spec.diff.schema_changes import CHANGES, COMPONENTS

CASES = [
    pytest.param(old, new, f"{subject}-{request if subject.direction is Direction.REQUEST else response}", subject)
    for old, new, request, response in CHANGES
    for subject in SUBJECTS
]


@pytest.mark.parametrize(("old", "new", "rule", "subject"), CASES)
def test_one_changed_keyword_is_one_change(old: Any, new: Any, rule: str, subject: Subject) -> None:
    before, after = (around(schema, subject, components=COMPONENTS) for schema in (old, new))
    assert [change.id for change in changes(before, after)] == [rule]


def test_every_rule_about_schemas_has_a_change_that_produces_it() -> None:
    produced = {case.values[2] for case in CASES}
    families = {
        rule for rule in RULES if any(rule.removeprefix(f"{subject}-") in _aspects() for subject in SUBJECTS)
    } - produced
    assert sorted(families) == []


def _aspects() -> set[str]:
    from spec.diff.schema_rules import FAMILIES

    return {family.aspect for family in FAMILIES}
