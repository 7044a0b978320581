"""Two schemas in normal form: what is written for people, defaults and deprecation."""

from __future__ import annotations

from collections.abc import Iterator

from spec.diff.differences import NOWHERE, Difference, Spot
from spec.diff.normal import Schema, same_value

_TEXTS = {
    "title": "title-changed",
    "description": "description-changed",
    "externalDocs": "external-docs-changed",
    "example": "example-changed",
}


def compare_texts(old: dict[str, Spot], new: dict[str, Spot]) -> Iterator[Difference]:
    """What is written for people."""
    if not old and not new:
        return
    for name, aspect in _TEXTS.items():
        before, after = old.get(name, NOWHERE), new.get(name, NOWHERE)
        if not same_value(before.value, after.value):
            yield text_difference(aspect, before, after)


def text_difference(aspect: str, old: Spot, new: Spot, name: str = "") -> Difference:
    """A text that is other, new or gone; an empty one is none."""
    action = "changed" if old.value and new.value else "added" if new.value else "removed"
    return Difference(aspect, old, new, name, now=action)


def compare_annotations(old: Schema, new: Schema) -> Iterator[Difference]:
    """Default and deprecation."""
    if not old.limits and not new.limits:
        return
    before, after = old.limits.get("default", NOWHERE), new.limits.get("default", NOWHERE)
    if before.absent is not after.absent or not same_value(before.value, after.value):
        action = "added" if before.absent else "removed" if after.absent else "changed"
        yield Difference(f"default-value-{action}", before, after)
    before, after = old.limits.get("deprecated", NOWHERE), new.limits.get("deprecated", NOWHERE)
    if before.absent is not after.absent:
        yield Difference("deprecated" if before.absent else "reactivated", before, after)
