"""What changed between two states of a contract that pages state."""

from __future__ import annotations

from dataclasses import replace

from generator.drift.sides import Side
from generator.drift.suspects import suspect_removals
from spec.diff.changes import Change
from spec.diff.compare import Comparison, compare_documents
from spec.diff.drift_rules import DRIFT_RULES
from spec.diff.judge import change_order
from spec.diff.sources import Stated, locate
from spec.model import JSON
from spec.visit import as_list, visit_operations

# What it means that the pages begin or cease to state what they are silent about otherwise: rule, the key of a document
# that the silent side lacks, the rule where the old side is silent, and where the new one is.
_SILENCE = {
    "api-global-security-added": ("security", "security-stated"),
    "api-security-added": ("security", "security-stated"),
    "server-added": ("servers", "server-stated"),
    "api-global-security-removed": ("security", "security-unstated"),
    "api-security-removed": ("security", "security-unstated"),
    "server-removed": ("servers", "server-unstated"),
}


def compare_sides(old: Side, new: Side) -> Comparison:
    """What changed, with the lines of the pages; what is missing because of a page is one change for that page."""
    comparison = compare_documents(old.document, new.document)
    located = locate(comparison.changes, *(Stated(side.document, side.sources) for side in (old, new)))
    changes = [_without_silence(change, old, new) for change in located]
    return replace(comparison, changes=tuple(sorted(suspect_removals(changes, old, new), key=change_order)))


def _without_silence(change: Change, old: Side, new: Side) -> Change:
    """Pages that say nothing about authentication or servers do not say that there is none."""
    key, rule_id = _SILENCE.get(change.id, ("", ""))
    silent = new if rule_id.endswith("-unstated") else old
    if not key or _states(silent.document, key):
        return change
    rule = DRIFT_RULES[rule_id]
    message = rule.message.format(name="", was=_last_word(change), now=_last_word(change))
    return replace(change, id=rule.id, level=rule.level, message=message)


def _last_word(change: Change) -> str:
    """What the message names: its texts are `authentication added: NAME`, `server URL added`."""
    value = change.new if change.new_pointer is not None else change.old
    if isinstance(value, dict) and isinstance(value.get("url"), str):
        return str(value["url"])
    return change.message.rpartition(": ")[2]


def _states(document: dict[str, JSON], key: str) -> bool:
    """Whether a document says anything under a key: for itself, more than what stands there when no page says it."""
    operations = [visit.node for _, _, visit in visit_operations(document)]
    said = [value for value in as_list(document.get(key)) if value != {"url": "/"}]
    return bool(said) or any(key in node for node in operations)
