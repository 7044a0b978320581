"""Which corrections the pages have made unnecessary, or have left without a place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from spec.diagnostics import Diagnostic
from spec.emit import Emitted
from spec.model import JSON
from spec.overlay.actions import Action, MissingTargetError, Overlay
from spec.overlay.apply import Patch
from spec.sourcemap import join_pointer, split_pointer
from spec.visit import resolve_pointer

Node: TypeAlias = dict[str, JSON]


def review_overlays(
    emitted: Emitted, overlays: Iterable[Overlay], pages: Mapping[str, int]
) -> tuple[Emitted, tuple[Diagnostic, ...]]:
    """The document after all actions that can be carried out, and the findings about all of them.

    Unlike a build it goes on after an action whose target is missing, so that all of them are found at once.

    Args:
        emitted: The document as it was read from the pages.
        overlays: What corrects it.
        pages: The pages that were read, and how many lines each has.

    Raises:
        OverlayError: If an action cannot be carried out for another reason.
    """
    patch = Patch.of(emitted)
    outcomes = [_carry_out(patch, overlay, action) for overlay in overlays for action in overlay.actions]
    found = [
        finding
        for outcome in outcomes
        for finding in (
            *_review_page(outcome, pages),
            *_review_action(outcome, emitted.document, patch.document),
        )
    ]
    return patch.result(), tuple(found)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of an action: the pointers of what it changed, or why it found nothing.

    `is_said` tells that everything it wants was there before it.
    """

    overlay: Overlay
    action: Action
    changed: tuple[str, ...] = ()
    is_said: bool = False
    error: MissingTargetError | None = None

    def finding(self, code: str, message: str) -> Diagnostic:
        line = self.action.line
        return Diagnostic(code, message, self.overlay.name, line, line, pointer=self.action.target)


def _carry_out(patch: Patch, overlay: Overlay, action: Action) -> _Outcome:
    is_said = action.verb == "update" and _is_said(patch, overlay, action)
    try:
        return _Outcome(overlay, action, patch.apply(overlay, action), is_said)
    except MissingTargetError as error:
        return _Outcome(overlay, action, error=error)


def _review_page(outcome: _Outcome, pages: Mapping[str, int]) -> Iterator[Diagnostic]:
    place = outcome.action.corrects
    if place.page not in pages:
        yield outcome.finding("correction-of-unknown-page", f"no page that was read is called {place.page}")
    elif place.last > pages[place.page]:
        message = f"{place} is beyond the {pages[place.page]} lines of the page"
        yield outcome.finding("correction-of-unknown-page", message)


def _review_action(outcome: _Outcome, read: Node, corrected: Node) -> Iterator[Diagnostic]:
    action = outcome.action
    if outcome.error is not None and action.verb != "remove":
        yield outcome.finding("correction-without-target", outcome.error.message)
    elif outcome.error is not None:
        message = f"what it removes is not there any more; it corrects {action.corrects}"
        yield outcome.finding("unneeded-correction", message)
    elif outcome.is_said or all(_is_restored(read, corrected, pointer) for pointer in outcome.changed):
        message = f"the document says so without this {action.verb}; it corrects {action.corrects}"
        yield outcome.finding("unneeded-correction", message)


def _is_restored(read: Node, corrected: Node, pointer: str) -> bool:
    """Whether a place says after all actions what the pages say: one may have removed it for another to write it.

    Of places in lists the whole list is compared, as their indexes are not the same before and after.
    """
    before: JSON = read
    after: JSON = corrected
    for token in split_pointer(pointer):
        if not isinstance(before, dict) or not isinstance(after, dict):
            break
        if token not in before or token not in after:
            return False
        before, after = before[token], after[token]
    return _is_same(before, after)


def _is_same(before: JSON, after: JSON) -> bool:
    # As texts, for to Python 1 is true.
    return json.dumps(before, sort_keys=True) == json.dumps(after, sort_keys=True)


def _is_said(patch: Patch, overlay: Overlay, action: Action) -> bool:
    """Whether every target has what an update would put there, elements that it would add to a list included."""
    targets = patch.find(overlay, action, action.target)
    update = action.change["update"]
    return all(_has(resolve_pointer(patch.document, join_pointer(*target)), update) for target in targets)


def _has(value: JSON, update: JSON) -> bool:
    if isinstance(value, dict) and isinstance(update, dict):
        return all(name in value and _has(value[name], wanted) for name, wanted in update.items())
    if isinstance(value, list):
        return all(wanted in value for wanted in (update if isinstance(update, list) else [update]))
    return value == update and type(value) is type(update)
