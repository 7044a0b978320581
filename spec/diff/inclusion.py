"""Which of two schemas allows more, as far as jsonschema-rs can tell."""

from __future__ import annotations

import json
import math
from enum import StrEnum
from functools import lru_cache

import jsonschema_rs
from jsonschema_rs.canonical import CanonicalizationError, Containment

from spec.diff.normal import value_key
from spec.model import JSON


class Relation(StrEnum):
    """How the values of a new schema relate to those of an old one."""

    EQUAL = "equal"
    GENERALIZED = "generalized"
    SPECIALIZED = "specialized"
    CHANGED = "changed"


def relate(old: JSON, new: JSON) -> Relation:
    """Compares what two JSON Schemas (draft 2020-12) without references allow; CHANGED also where nobody can tell."""
    return _relate(value_key(old), value_key(new))


def satisfies(value: JSON, schema: dict[str, JSON]) -> bool:
    """Whether a value satisfies a JSON Schema; true if the schema is none."""
    try:
        return jsonschema_rs.is_valid(schema, value)
    except (ValueError, jsonschema_rs.ValidationError):
        return True


@lru_cache(maxsize=4096)
def _relate(old: str, new: str) -> Relation:
    if old == new:
        return Relation.EQUAL
    before, after = _canonicalize(old), _canonicalize(new)
    if before is None or after is None:
        return Relation.CHANGED
    wider, narrower = _covers(after, before), _covers(before, after)
    if wider and narrower:
        return Relation.EQUAL
    if wider:
        return Relation.GENERALIZED
    return Relation.SPECIALIZED if narrower else Relation.CHANGED


def _canonicalize(schema: str) -> jsonschema_rs.CanonicalSchema | None:
    try:
        return jsonschema_rs.canonicalize(json.loads(schema), draft=jsonschema_rs.Draft202012)
    except (CanonicalizationError, ValueError, jsonschema_rs.ValidationError):
        return None


def _covers(receiver: jsonschema_rs.CanonicalSchema, sender: jsonschema_rs.CanonicalSchema) -> bool:
    try:
        return receiver.covers(sender) is Containment.YES
    except CanonicalizationError:
        return False


def relate_divisors(old: float, new: float) -> Relation:
    """Compares what two values of `multipleOf` allow."""
    if _divides(new, old):
        return Relation.GENERALIZED
    return Relation.SPECIALIZED if _divides(old, new) else Relation.CHANGED


def _divides(divisor: float, number: float) -> bool:
    quotient = number / divisor if divisor else math.nan
    return math.isfinite(quotient) and math.isclose(quotient, round(quotient), rel_tol=1e-9)
