"""What an update can be merged with, and where its parts land (Overlay 1.1, Action Object).

Objects, lists and single values go with their like; oas-patch replaces what is unlike, which other tools refuse.
"""

from __future__ import annotations

from collections.abc import Iterator

from spec.model import JSON
from spec.sourcemap import join_pointer

_NAMES = {"object": "an object", "list": "a list", "value": "a single value"}


def find_misfit(target: JSON, update: JSON, pointer: str) -> str:
    """Why an update cannot be merged with its target at a place; empty where it can.

    A list takes another list, or anything else as one more element.
    """
    return next(_misfits(target, update, pointer, is_target=True), "")


def kind_of(value: JSON) -> str:
    """Whether it is an `object`, a `list` or a `value`."""
    return "object" if isinstance(value, dict) else "list" if isinstance(value, list) else "value"


def land(before: JSON, update: JSON, tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Where a part of an update stands after it was merged: lists have moved it behind what they had."""
    if isinstance(before, list) and not isinstance(update, list):
        return (str(len(before)), *tokens)
    node = before
    for position, token in enumerate(tokens):
        if isinstance(node, list):
            return (*tokens[:position], str(int(token) + len(node)), *tokens[position + 1 :])
        node = node.get(token) if isinstance(node, dict) else None
    return tokens


def _misfits(target: JSON, update: JSON, pointer: str, *, is_target: bool = False) -> Iterator[str]:
    if isinstance(target, dict) and isinstance(update, dict):
        for name in update:
            if name in target:
                yield from _misfits(target[name], update[name], pointer + join_pointer(name))
    elif kind_of(target) != kind_of(update) and not (is_target and isinstance(target, list)):
        found, given = _NAMES[kind_of(target)], _NAMES[kind_of(update)]
        yield f"{pointer or '/'} is {found}, which {given} cannot be merged with; remove it first, in an action before"
