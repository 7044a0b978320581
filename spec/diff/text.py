"""Changes as people read them in a terminal: by the operations that they reach, worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from spec.diff.changes import LEVELS, Change, Level, OperationName, count_levels

_SHOWN = 3
_WHOLE = "The document"


def format_text(changes: Iterable[Change]) -> Iterator[str]:
    """A heading for each set of operations, and under it one line for each change: level, message, rule, page line.

    Texts that changed at several places are one line: their wording is nothing that a terminal could show.
    """
    groups: dict[tuple[str, tuple[OperationName, ...]], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.document, change.operations), []).append(change)
    for number, ((document, operations), group) in enumerate(sorted(groups.items(), key=_order)):
        if number:
            yield ""
        yield describe_place(document, operations)
        yield from _lines(group)


def _lines(group: Sequence[Change]) -> Iterator[str]:
    texts = Counter(change.id for change in group if change.level is Level.DOCS_ONLY)
    for change in group:
        if texts[change.id] > 1:
            continue
        source = f"  {change.source.page}:{change.source.line}" if change.source else ""
        yield f"  {change.level:10}  {change.message}  [{change.id}]{source}"
    for name, count in sorted(texts.items()):
        if count > 1:
            yield f"  {Level.DOCS_ONLY:10}  {count} places  [{name}]"


def describe_place(document: str, operations: Sequence[OperationName]) -> str:
    """The operations, after the document where there are several: `orders.yaml: GET /issues (listIssues)`."""
    if not document:
        return describe_operations(operations)
    return f"{document}: {describe_operations(operations)}" if operations else document


def describe_operations(operations: Sequence[OperationName]) -> str:
    """`GET /issues (listIssues)`, or the number of operations with the first ones."""
    if not operations:
        return _WHOLE
    if len(operations) == 1:
        name = operations[0]
        return f"{name.route} ({name.operation_id})" if name.operation_id else name.route
    shown = ", ".join(name.id for name in operations[:_SHOWN])
    more = f" and {len(operations) - _SHOWN} more" if len(operations) > _SHOWN else ""
    return f"{len(operations)} operations: {shown}{more}"


def count_line(changes: Sequence[Change]) -> str:
    """`3 changes: 1 breaking, 0 risky, 2 compatible, 0 docs-only`."""
    counts = count_levels(changes)
    parts = ", ".join(f"{counts[level]} {level}" for level in LEVELS)
    return f"{len(changes)} {'change' if len(changes) == 1 else 'changes'}: {parts}"


def _order(
    item: tuple[tuple[str, tuple[OperationName, ...]], list[Change]],
) -> tuple[str, int, tuple[OperationName, ...]]:
    (document, operations), group = item
    return document, min(LEVELS.index(Level(change.level)) for change in group), operations
