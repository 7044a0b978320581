"""The level of each kind of change, written down once more: a rule that changes its level fails here."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

from spec.diff.changes import Level
from spec.diff.differences import Direction
from spec.diff.rules import RULES

B, R, C, D = Level.BREAKING, Level.RISKY, Level.COMPATIBLE, Level.DOCS_ONLY
_TIGHTER = [
    *(f"request-*-{name}-{action}" for name in ("max", "max-length", "max-items") for action in ("decreased", "set")),
    *(f"request-*-{name}-{action}" for name in ("min", "min-length", "min-items") for action in ("increased", "set")),
]
_WIDER = [
    *(f"{name}-{action}" for name in ("max", "max-length", "max-items") for action in ("increased", "unset")),
    *(f"{name}-{action}" for name in ("min", "min-length", "min-items") for action in ("decreased", "unset")),
]

LEVELS: dict[Level, list[str]] = {
    B: [
        *("api-path-removed-without-deprecation", "api-removed-without-deprecation", "action-renamed"),
        *("new-required-request-parameter", "request-parameter-became-required", "request-parameter-moved"),
        *("request-parameter-style-changed", "request-parameter-explode-changed"),
        "request-parameter-serialization-changed",
        *("request-*-type-changed", "request-*-enum-value-removed", "request-*-became-enum", "request-*-const-changed"),
        *("request-*-pattern-added", "request-*-became-not-nullable", "request-*-one-of-removed"),
        *("request-*-unique-items-set", "request-*-multiple-of-set", "request-*-multiple-of-changed"),
        *_TIGHTER,
        *("request-body-added-required", "request-body-became-required", "request-body-removed"),
        *("request-body-media-type-removed", "new-required-request-property", "request-property-became-required"),
        *("response-success-status-removed", "response-media-type-removed", "required-response-header-removed"),
        *("response-required-property-removed", "response-property-became-optional", "response-*-became-nullable"),
        *("response-*-type-changed", "response-*-type-generalized", "response-*-one-of-added"),
        *("response-*-any-of-added", "api-security-added", "api-global-security-added"),
        "api-security-component-type-changed",
    ],
    R: [
        *("endpoint-deprecated", "api-operation-id-removed", "server-url-changed", "request-parameter-removed"),
        *("request-*-default-value-changed", "request-*-pattern-changed", "request-*-deprecated"),
        *("request-property-removed", "request-*-property-became-read-only", "request-*-additional-properties-closed"),
        *("optional-response-header-removed", "response-success-status-added", "response-optional-property-removed"),
        *("response-*-enum-value-added", "response-*-type-specialized", "response-*-deprecated"),
        *(f"response-*-{name}" for name in _WIDER),
        *("api-security-scope-*", "api-global-security-scope-*", "api-security-component-oauth-scope-*"),
    ],
    C: [
        *("endpoint-added", "path-parameter-renamed", "server-added", "new-optional-request-parameter"),
        *("request-parameter-became-optional", "request-*-type-generalized", "request-*-enum-value-added"),
        *(f"request-*-{name}" for name in _WIDER),
        *("request-body-became-optional", "request-body-media-type-added", "new-optional-request-property"),
        *("request-property-became-optional", "response-non-success-status-*", "response-default-added"),
        *("response-required-property-added", "response-optional-property-added", "response-property-became-required"),
        *("response-*-enum-value-removed", "api-security-removed", "api-global-security-removed"),
    ],
    D: ["api-tag-*", "summary-changed", "description-changed", "title-changed", "example-changed"],
}
CASES = [(level, pattern) for level, patterns in LEVELS.items() for pattern in patterns]


@pytest.mark.parametrize(("level", "pattern"), CASES)
def test_rules_have_the_level_that_is_promised(level: Level, pattern: str) -> None:
    rules = [rule for rule in RULES.values() if fnmatchcase(rule.id, pattern)]
    assert rules
    assert {rule.level for rule in rules} == {level}


def test_a_request_may_widen_and_a_response_may_narrow() -> None:
    opposite = {"request": "response", "response": "request"}
    for rule in RULES.values():
        name = rule.id.removeprefix(f"{rule.direction}-")
        twin = RULES.get(f"{opposite.get(rule.direction, '')}-{name}")
        if twin is not None and rule.level is Level.BREAKING and rule.id not in _BREAKING_BOTH_WAYS:
            assert twin.level is Level.COMPATIBLE or twin.level is Level.RISKY, rule.id


_BREAKING_BOTH_WAYS = {
    f"{direction}-{subject}-{name}"
    for direction in Direction
    for subject in ("body", "property")
    for name in (
        *("type-changed", "const-changed", "xml-changed", "content-media-type-changed", "content-encoding-changed"),
        *("discriminator-property-name-changed", "discriminator-mapping-changed", "discriminator-value-renamed"),
    )
} | {"request-body-media-type-removed", "request-required-property-renamed", "response-required-property-renamed"}


def test_rules_say_what_they_mean() -> None:
    for rule in RULES.values():
        assert rule.explanation.endswith("."), rule.id
        assert rule.id == rule.id.lower()
        assert rule.message.format(name="n", was="w", now="o")
