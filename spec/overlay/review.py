"""Which corrections the pages have made unnecessary, or have left without a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spec.diagnostics import Diagnostic
from spec.emit import Emitted
from spec.model import JSON
from spec.overlay.actions import Action, MissingTargetError, Overlay
from spec.overlay.apply import Patch
from spec.sourcemap import join_pointer
from spec.visit import resolve_pointer


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
    found: list[Diagnostic] = []
    for overlay in overlays:
        for action in overlay.actions:
            found += _review_page(overlay, action, pages)
            found += _review_action(patch, overlay, action)
    return patch.result(), tuple(found)


def _review_page(overlay: Overlay, action: Action, pages: Mapping[str, int]) -> Iterator[Diagnostic]:
    place = action.corrects
    if place.page not in pages:
        yield _finding("correction-of-unknown-page", overlay, action, f"no page that was read is called {place.page}")
    elif place.last > pages[place.page]:
        message = f"{place} is beyond the {pages[place.page]} lines of the page"
        yield _finding("correction-of-unknown-page", overlay, action, message)


def _review_action(patch: Patch, overlay: Overlay, action: Action) -> Iterator[Diagnostic]:
    said = "update" in action.change and _is_said(patch, overlay, action)
    try:
        is_changed = patch.apply(overlay, action)
    except MissingTargetError as error:
        if action.verb == "remove":
            message = f"what it removes is not there any more; it corrects {action.corrects}"
            yield _finding("unneeded-correction", overlay, action, message)
        else:
            yield _finding("correction-without-target", overlay, action, error.message)
        return
    if said or not is_changed:
        message = f"the document says so without this {action.verb}; it corrects {action.corrects}"
        yield _finding("unneeded-correction", overlay, action, message)


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


def _finding(code: str, overlay: Overlay, action: Action, message: str) -> Diagnostic:
    return Diagnostic(code, message, overlay.name, action.line, action.line, pointer=action.target)
