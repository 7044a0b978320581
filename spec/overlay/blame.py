"""Which action has brought a problem into a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from spec.emit import Emitted
from spec.overlay.actions import Overlay
from spec.overlay.apply import Patch
from spec.validate import Problem, validate_document


def find_causes(
    emitted: Emitted, overlays: Iterable[Overlay], problems: Iterable[Problem]
) -> Mapping[Problem, tuple[str, int]]:
    """The overlay and the line of the action after which each problem was there and before which it was not.

    Problems that the document had before any action are left out.

    Args:
        emitted: The document before all actions.
        overlays: What was applied to it, and can be applied again.
        problems: Those of the document after all actions.
    """
    actions = [(overlay, action) for overlay in overlays for action in overlay.actions]

    @cache
    def problems_after(count: int) -> frozenset[Problem]:
        patch = Patch.of(emitted)
        for overlay, action in actions[:count]:
            patch.apply(overlay, action)
        return frozenset(validate_document(patch.document))

    causes = {}
    for problem in problems:
        if problem in problems_after(0):
            continue
        before, after = 0, len(actions)
        while after - before > 1:
            middle = (before + after) // 2
            before, after = (before, middle) if problem in problems_after(middle) else (middle, after)
        overlay, action = actions[before]
        causes[problem] = (overlay.name, action.line)
    return causes
