"""Documented constraints: what a call is about to send is checked before it is sent."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from functools import cache
from pkgutil import get_data
from typing import Any

from ._constraints import Checker
from ._problem import Check
from .exceptions import ArgumentError


class _Unchecked:
    """Stands for a value that nobody checks."""


_UNCHECKED = _Unchecked()


def check_parameters(operation: str, location: str, wire: Mapping[str, object]) -> None:
    """See that parameters are what the documentation allows.

    Args:
        operation: The operationId.
        location: `path`, `query`, `header` or `cookie`.
        wire: Their values as JSON data, by their names in the request; values that JSON does not have pass, for whoever
            writes the request to refuse or to leave out.

    Raises:
        ArgumentError: One is not; the message names operation, parameter and what is expected.
    """
    checks = _parameters(operation).get(location)
    if checks is None:
        return
    for name, value in wire.items():
        try:
            for check in checks.get(name, ()):
                if (problem := check(value)) is not None:
                    raise ArgumentError(f"{operation}: {problem.message(name)}")
        except RecursionError:
            raise ArgumentError(f"{operation}: {name} is nested too deeply") from None


def check_body(operation: str, wire: object, extra: Collection[str] = ()) -> None:
    """See that a request body is what the documentation allows.

    Args:
        operation: The operationId.
        wire: The body as JSON data.
        extra: Properties that the caller adds or replaces on their own account: nobody checks them.

    Raises:
        ArgumentError: It is not; the message names operation, property and what is expected.
    """
    value = {**wire, **dict.fromkeys(extra, _UNCHECKED)} if extra and isinstance(wire, dict) else wire
    try:
        for check in _body(operation):
            if (problem := check(value)) is not None:
                raise ArgumentError(f"{operation}: {problem.message('')}")
    except RecursionError:
        raise ArgumentError(f"{operation}: the request body is nested too deeply") from None


@cache
def _data() -> Mapping[str, Any]:
    # Read as a resource, so that a package inside a zip file works; the file belongs to the package.
    content = get_data(__package__, "_requests.json")
    return json.loads(content) if content else {"operations": {}, "schemas": {}}


@cache
def _checker() -> Checker:
    return Checker(_data()["schemas"])


@cache
def _parameters(operation: str) -> Mapping[str, Mapping[str, tuple[Check, ...]]]:
    locations = _data()["operations"].get(operation, {})
    return {
        location: {name: _checker().compile(schema) for name, schema in items.items()}
        for location, items in locations.items()
        if location != "body"
    }


@cache
def _body(operation: str) -> tuple[Check, ...]:
    return _checker().compile(_data()["operations"].get(operation, {}).get("body", {}))
