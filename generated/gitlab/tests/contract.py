"""The documented examples, and what the client makes of them."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

from gitlab import Client

DATA: dict[str, Any] = json.loads(Path(__file__).with_name("examples.json").read_text(encoding="utf-8"))

TOKENS: Any = DATA["tokens"] or DATA["token"]
"""A token for each security scheme."""


def find_method(client: Client, case: dict[str, Any]) -> Any:
    """Return the method that a test case is about."""
    return getattr(getattr(client, case["group"]), case["method"])


def find_operation(case: dict[str, Any]) -> Any:
    """Return what the client knows about the operation of a test case."""
    facts = next(item for item in DATA["operations"] if item["operation"] == case["operation"])
    return getattr(importlib.import_module(f"gitlab.groups.{case['module']}"), facts["constant"])


def name_case(case: dict[str, Any]) -> str:
    """Return the name under which pytest shows a test case."""
    parts = [str(case[key]) for key in ("operation", "status", "example", "model") if key in case]
    return "-".join(parts).encode("ascii", "backslashreplace").decode()


def same_json(first: object, second: object) -> bool:
    """Return whether two values are the same JSON: `1` is neither `1.0` nor `true`."""
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(same_json(first[key], second[key]) for key in first)
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(same_json, first, second))
    return type(first) is type(second) and first == second


def same_text(text: str, expected: object) -> bool:
    """Return whether a text is the expected one or, where JSON is expected, says the same."""
    return text == expected if isinstance(expected, str) else same_json(json.loads(text), expected)
