"""Keywords of JSON Schema about the values inside a value and about other schemas; all keywords together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ._limits import LIMITS, pattern
from ._problem import Check, Problem, closest


class Checker:
    """Makes checks of schemas; schemas that others name are compiled when a value first reaches them."""

    def __init__(self, schemas: Mapping[str, Mapping[str, Any]]) -> None:
        """Look names up in `schemas`."""
        self._schemas = schemas
        self._named: dict[str, tuple[Check, ...]] = {}

    def compile(self, schema: Mapping[str, Any]) -> tuple[Check, ...]:
        """Return the checks of a value, the cheap ones first."""
        return tuple(self._checks(schema))

    def _checks(self, schema: Mapping[str, Any]) -> Iterator[Check]:
        for keyword, factory in LIMITS.items():
            if keyword in schema:
                yield factory(schema[keyword])
        if "pattern" in schema:
            yield pattern(schema["pattern"], schema.get("match", schema["pattern"]))
        properties = {name: self.compile(item) for name, item in schema.get("properties", {}).items()}
        if properties:
            yield _properties(properties)
        if "additionalProperties" in schema:
            yield _additional(frozenset(properties), self.compile(schema["additionalProperties"]))
        # Behind the properties: one that has the value of another form says more than one that is missing.
        if "required" in schema:
            yield _required(schema["required"])
        if "prefixItems" in schema or "items" in schema:
            first = [self.compile(item) for item in schema.get("prefixItems", ())]
            yield _items(first, self.compile(schema.get("items", {})))
        if "$ref" in schema:
            yield self._reference(schema["$ref"])
        for part in schema.get("allOf", ()):
            yield from self._checks(part)
        if "anyOf" in schema:
            yield _any_of([self.compile(branch) for branch in schema["anyOf"]])

    def _reference(self, name: str) -> Check:
        def check(value: Any) -> Problem | None:
            checks = self._named.get(name)
            if checks is None:
                checks = self._named[name] = self.compile(self._schemas[name])
            for one in checks:
                if (problem := one(value)) is not None:
                    return problem
            return None

        return check


# The checks of a value are run in place: a function for it would take a frame of the stack for each level of a value.


def _required(names: Sequence[str]) -> Check:
    def check(value: Any) -> Problem | None:
        if isinstance(value, dict):
            for name in names:
                if name not in value:
                    return Problem("", "").inside(name)
        return None

    return check


def _properties(properties: Mapping[str, tuple[Check, ...]]) -> Check:
    def check(value: Any) -> Problem | None:
        if isinstance(value, dict):
            for name, checks in properties.items():
                if name in value:
                    item = value[name]
                    for one in checks:
                        if (problem := one(item)) is not None:
                            return problem.inside(name)
        return None

    return check


def _additional(known: frozenset[str], checks: tuple[Check, ...]) -> Check:
    def check(value: Any) -> Problem | None:
        if isinstance(value, dict):
            for name, item in value.items():
                if name not in known:
                    for one in checks:
                        if (problem := one(item)) is not None:
                            return problem.inside(name)
        return None

    return check


def _items(first: Sequence[tuple[Check, ...]], others: tuple[Check, ...]) -> Check:
    def check(value: Any) -> Problem | None:
        if isinstance(value, list):
            for number, item in enumerate(value):
                for one in first[number] if number < len(first) else others:
                    if (problem := one(item)) is not None:
                        return problem.inside(number)
        return None

    return check


def _any_of(branches: Sequence[tuple[Check, ...]]) -> Check:
    def check(value: Any) -> Problem | None:
        problems: list[Problem] = []
        for branch in branches:
            for one in branch:
                if (problem := one(value)) is not None:
                    problems.append(problem)
                    break
            else:
                return None
        return closest(problems)

    return check
