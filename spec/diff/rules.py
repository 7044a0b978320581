"""The one table of rules: what each kind of change is called, how bad it is, and what it means.

`RULES` has every rule about documents by id, `CATALOGUE` those about pages and generated files as well; `find_rule`
gives the one for a difference. Ids are those of oasdiff where it has the rule.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from spec.diff.differences import Direction, Subject
from spec.diff.drift_rules import DRIFT_RULES
from spec.diff.operation_rules import OPERATION_RULES, PROPERTY_RULES
from spec.diff.rule import Rule
from spec.diff.schema_rules import FAMILIES, Family

_NOUNS = {
    Subject.REQUEST_PARAMETER: "A parameter",
    Subject.REQUEST_PARAMETER_PROPERTY: "A property or item of a parameter",
    Subject.REQUEST_BODY: "A request body",
    Subject.REQUEST_PROPERTY: "A property or item of a request body",
    Subject.RESPONSE_HEADER: "A response header",
    Subject.RESPONSE_BODY: "A response body",
    Subject.RESPONSE_PROPERTY: "A property or item of a response body",
}


def find_rule(aspect: str, subject: Subject | None) -> Rule:
    """The rule for a difference.

    Raises:
        KeyError: If there is none, which is a defect of the comparison.
    """
    if subject is not None:
        rule = RULES.get(f"{subject}-{aspect}") or PROPERTY_RULES.get((subject.direction, aspect))
        if rule is not None:
            return rule
    return RULES[aspect]


def rules_text() -> Iterator[str]:
    """One line for each rule: id, level, direction, explanation."""
    width = max(map(len, CATALOGUE))
    for rule in CATALOGUE.values():
        yield f"{rule.id:{width}}  {rule.level:10}  {rule.direction:8}  {rule.explanation}"


def rules_json() -> str:
    """The rules as a JSON array of {id, level, direction, explanation, mirror}."""
    rows = [
        {
            "id": rule.id,
            "level": str(rule.level),
            "direction": str(rule.direction),
            "explanation": rule.explanation,
            "mirror": list(rule.mirror),
        }
        for rule in CATALOGUE.values()
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _schema_rules() -> Iterator[Rule]:
    for subject, noun in _NOUNS.items():
        for family in FAMILIES:
            level = family.request if subject.direction is Direction.REQUEST else family.response
            if level is not None:
                mirror = tuple(f"{subject}-{aspect}" for aspect in family.mirror if _exists(aspect, subject))
                explanation = f"{noun}: {family.explanation[0].lower()}{family.explanation[1:]}"
                yield Rule(
                    f"{subject}-{family.aspect}", level, subject.direction, mirror, family.message, explanation
                )  # fmt: skip


def _exists(aspect: str, subject: Subject) -> bool:
    family = _BY_ASPECT[aspect]
    return (family.request if subject.direction is Direction.REQUEST else family.response) is not None


_BY_ASPECT: dict[str, Family] = {family.aspect: family for family in FAMILIES}

RULES: dict[str, Rule] = {
    rule.id: rule for rule in (*OPERATION_RULES, *PROPERTY_RULES.values(), *_schema_rules())
}  # fmt: skip
"""Every rule by id: operations first, then parameters, bodies, responses, texts, properties, schemas."""

CATALOGUE: dict[str, Rule] = RULES | DRIFT_RULES
"""Every rule by id, those about pages and generated files last."""
