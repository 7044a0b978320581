"""JSONPaths that select places in a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, cast

from jsonpath_ng.exceptions import JSONPathError
from jsonpath_ng.ext.filter import Filter
from jsonpath_ng.ext.parser import parse as parse_jsonpath
from jsonpath_ng.ext.string import DefintionInvalid
from jsonpath_ng.jsonpath import Child, Descendants, Fields, Index, Root, Slice, Wildcard

from spec.model import JSON
from spec.visit import as_list

#: A place, as unescaped tokens.
Tokens = tuple[str | int, ...]
_STEPS = (Fields, Index, Slice, Filter, Wildcard)
_REFUSALS = (JSONPathError, DefintionInvalid, NotImplementedError, TypeError, ValueError, re.error)


class JsonPathError(ValueError):
    """A text that selects no places of a document."""


class _Match(Protocol):
    """What we use of jsonpath-ng's matches, which come without types."""

    value: JSON
    context: _Match | None
    path: Fields | Index


def find_places(document: dict[str, JSON], path: str) -> list[Tokens]:
    """The places that a JSONPath selects.

    Raises:
        JsonPathError: If the path is none, or computes values instead.
    """
    try:
        expression = parse_jsonpath(path)
        matches = cast("Sequence[_Match]", expression.find(document)) if _selects_places(expression) else None
    except _REFUSALS as error:
        raise JsonPathError(f"expected a JSONPath, found {path}: {error}") from error
    if matches is None:
        raise JsonPathError(f"expected a JSONPath of names, indexes and filters after $, found {path}")
    return list(dict.fromkeys(tuple(_tokens(match))[::-1] for match in matches))


def _selects_places(expression: object) -> bool:
    """Whether only steps into the document follow `$`.

    What else jsonpath-ng understands (`len`, `sub`, `+`, `|` …) computes values, or forgets where
    it found them.
    """
    while isinstance(expression, Child | Descendants):
        if not isinstance(expression.right, _STEPS):
            return False
        expression = expression.left
    return isinstance(expression, Root)


def _tokens(match: _Match) -> Iterator[str | int]:
    step = match
    while step.context is not None:
        if isinstance(step.path, Index):
            index = step.path.indices[0]
            yield index if index >= 0 else index + len(as_list(step.context.value))
        else:
            yield step.path.fields[0]
        step = step.context
