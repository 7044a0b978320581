"""The verdict on random pairs of schemas agrees with jsonschema-rs and with trying values."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
from hypothesis import HealthCheck, given, settings
from jsonschema_rs.canonical import Containment, find_unsatisfiable

from spec.diff.changes import Level
from spec.diff.differences import Subject
from tests.spec.diff.documents import around, changes
from tests.spec.diff.random_schemas import INSTANCES, schema_pairs

_SETTINGS = settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
_ALARMS = (Level.BREAKING, Level.RISKY)


def _levels(old: Any, new: Any, subject: Subject) -> set[Level]:
    return {change.level for change in changes(around(old, subject), around(new, subject))}


def _refused(sender: Any, receiver: Any) -> list[Any]:
    """Values that the sender may send and the receiver refuses."""
    sends, takes = (jsonschema_rs.Draft202012Validator(schema) for schema in (sender, receiver))
    return [value for value in INSTANCES if sends.is_valid(value) and not takes.is_valid(value)]


def _covers(receiver: Any, sender: Any) -> Containment:
    return jsonschema_rs.canonicalize(receiver).covers(jsonschema_rs.canonicalize(sender))


@given(schema_pairs())
@_SETTINGS
def test_a_request_that_is_refused_now_is_an_alarm(pair: tuple[Any, Any]) -> None:
    old, new = pair
    refused = _refused(_closed(old), new)
    if refused and "allOf" not in json.dumps(old):
        assert _levels(old, new, Subject.REQUEST_BODY) & set(_ALARMS), refused[0]


@given(schema_pairs())
@_SETTINGS
def test_a_request_schema_that_covers_the_old_one_breaks_nothing(pair: tuple[Any, Any]) -> None:
    old, new = pair
    if _covers(new, old) is Containment.YES and not any(map(_unclear, pair)):
        assert Level.BREAKING not in _levels(old, new, Subject.REQUEST_BODY)


@given(schema_pairs())
@_SETTINGS
def test_a_response_that_was_not_allowed_is_an_alarm(pair: tuple[Any, Any]) -> None:
    old, new = pair
    unexpected = _refused(new, old)
    if unexpected and not _forbids_properties(old):
        assert _levels(old, new, Subject.RESPONSE_BODY) & set(_ALARMS), unexpected[0]


@given(schema_pairs())
@_SETTINGS
def test_equal_verdicts_of_both_directions_are_no_change_of_the_contract(pair: tuple[Any, Any]) -> None:
    old, new = pair
    if _levels(old, new, Subject.REQUEST_BODY) == set():
        assert not _refused(old, new)
        assert not _refused(new, old)


def _unclear(schema: Any) -> bool:
    """Whether a part can never be satisfied, or branches overlap: then branch by branch is more than all at once."""
    return _contradicts_itself(schema) or _overlaps(schema)


def _overlaps(schema: Any) -> bool:
    if isinstance(schema, list):
        return any(map(_overlaps, schema))
    if not isinstance(schema, dict):
        return False
    seen: set[str] = set()
    for branch in schema.get("anyOf", ()):
        types = {
            name
            for name, value in _SAMPLES.items()
            if jsonschema_rs.Draft202012Validator(_types_only(branch)).is_valid(value)
        }
        if seen & types:
            return True
        seen |= types
    return any(_overlaps(value) for key, value in schema.items() if key != "enum")


_SAMPLES = {"string": "a", "number": 1, "boolean": True, "null": None, "array": [], "object": {}}


def _types_only(schema: Any) -> Any:
    """A schema that allows every value of the types that another one mentions."""
    if not isinstance(schema, dict):
        return schema
    if "enum" in schema:
        return {"type": sorted({_type_of(value) for value in schema["enum"]})}
    return {key: [_types_only(child) for child in schema[key]] for key in ("anyOf", "allOf") if key in schema} | (
        {"type": schema["type"]} if "type" in schema else {}
    )


def _type_of(value: Any) -> str:
    return next(
        name
        for name, sample in _SAMPLES.items()
        if type(sample) is type(value) or (name == "number" and type(value) is float)
    )


def _closed(schema: Any) -> Any:
    """The schema for those who send only what it lists."""
    if isinstance(schema, list):
        return [_closed(child) for child in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: value if key == "enum" else _closed(value) for key, value in schema.items()}
    if "type" not in schema:
        return closed
    rest = closed.get("additionalProperties", False)
    return {**closed, "additionalProperties": False if rest in (True, {}) else rest}


def _forbids_properties(schema: Any) -> bool:
    """A response with a property that could not be there is no alarm: clients ignore what they do not know."""
    return "additionalProperties" in json.dumps(schema) or _contradicts_itself(schema)


def _contradicts_itself(schema: Any) -> bool:
    """Whether no value satisfies some part of a schema: what nobody can send breaks nothing."""
    return bool(find_unsatisfiable(schema))
