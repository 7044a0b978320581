"""The call that a README shows: one that reads, with few arguments and the values that the documentation shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from generator.document import mapping, text
from generator.literal import python_literal
from generator.view import Argument, FirstCall, GroupView, OperationView

#: Method names that start like this only read, whatever the HTTP method.
_READING = ("describe", "list", "get", "show", "query", "search", "find")


def choose_first_call(groups: Sequence[GroupView], requests: Sequence[object]) -> FirstCall | None:
    """Return the best call to begin with, None when there are no operations.

    Args:
        groups: All groups.
        requests: The documented requests, as the contract tests have them.
    """
    views = {(group.attribute, view.name): view for group in groups for view in group.operations}
    candidates = chain(_documented(map(mapping, requests), views), _undocumented(views))
    return min(candidates, key=lambda pair: pair[0], default=(None, None))[1]


_Rank = tuple[bool, bool, bool, bool, int, int]


def _documented(
    requests: Iterator[Mapping[str, object]], views: Mapping[tuple[str, str], OperationView]
) -> Iterator[tuple[_Rank, FirstCall]]:
    for case in requests:
        group, method = text(case["group"]), text(case["method"])
        view, values = views[group, method], mapping(case["arguments"])
        if not case["extra_body"]:
            printed = tuple(f"{name}={python_literal(value)}" for name, value in values.items())
            yield _rank(view, printed, True), FirstCall(group, method, printed)


def _undocumented(views: Mapping[tuple[str, str], OperationView]) -> Iterator[tuple[_Rank, FirstCall]]:
    for (group, method), view in views.items():
        printed = tuple(f"{item.name}={_placeholder(item)}" for item in view.arguments if item.required)
        yield _rank(view, printed, False), FirstCall(group, method, printed)


def _rank(view: OperationView, arguments: Sequence[str], is_documented: bool) -> _Rank:
    reads = view.http_method == "GET" or view.name.startswith(_READING)
    # A number at the end of a name tells it from a twin: no good beginning.
    is_usual = 1 <= len(arguments) <= 4 and not re.search(r"_\d+=", ",".join(arguments))
    return (not reads, not view.security, not is_documented, not is_usual, len(arguments), len("".join(arguments)))


def _placeholder(argument: Argument) -> str:
    """Return an expression of about the right type; `...` for what has no short one."""
    kinds = argument.annotation.split(" | ")
    return next((value for kind, value in (("str", '"…"'), ("int", "1"), ("bool", "True")) if kind in kinds), "...")
