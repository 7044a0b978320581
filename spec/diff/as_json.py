"""Changes as JSON, in the form that docs/schemas/diff.json describes."""

from __future__ import annotations

import json
from collections.abc import Sequence

from spec.diff.changes import Change, Level, count_levels
from spec.model import JSON
from spec.report.finding import Acceptance


def format_json(changes: Sequence[Change], accepted: Sequence[tuple[Change, Acceptance]] = ()) -> str:
    """`{changes: […], accepted: […], summary: {breaking, risky, compatible, docs_only}}`.

    The summary counts the changes, and not those that a baseline accepts.
    """
    counts = count_levels(changes)
    report = {
        "changes": [change_json(change) for change in changes],
        "accepted": [_accepted_json(change, acceptance) for change, acceptance in accepted],
        "summary": {level.replace("-", "_"): counts[level] for level in Level},
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _accepted_json(change: Change, acceptance: Acceptance) -> JSON:
    return {"change": change_json(change), "reason": acceptance.reason, "expires": acceptance.expires or None}


def change_json(change: Change) -> dict[str, JSON]:
    """One change. `operation` is the first one of `operations`; `document` is there where several are compared."""
    source = change.source
    values: dict[str, JSON] = {
        "id": change.id,
        "level": str(change.level),
        "operation": change.operation,
        "operations": [name.id for name in change.operations],
        "pointer": change.pointer,
        "named_pointer": change.named_pointer or change.pointer,
        "old_pointer": change.old_pointer,
        "new_pointer": change.new_pointer,
        "message": change.message,
        "old": change.old,
        "new": change.new,
        "source": {"page": source.page, "line": source.line, "end_line": source.end_line} if source else None,
    }
    return values | {"document": change.document} if change.document else values
