"""Actions carried out on a document and its source map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from oas_patch.overlay import apply_overlay as apply_patch

from spec.emit import Emitted
from spec.model import JSON, Evidence, Source
from spec.overlay.actions import Action, Overlay
from spec.overlay.jsonpath import JsonPathError, Tokens, find_places
from spec.overlay.merging import find_misfit, kind_of, land
from spec.sourcemap import Entry, SourceMap, join_pointer, split_pointer
from spec.validate import copy_json
from spec.visit import as_object, resolve_pointer


def apply_overlays(emitted: Emitted, overlays: Iterable[Overlay]) -> Emitted:
    """The document and source map after all actions of all overlays; the argument stays as it is.

    Raises:
        MissingTargetError: If a target matches nothing.
        OverlayError: If an action cannot be carried out.
    """
    patch = Patch.of(emitted)
    for overlay in overlays:
        for action in overlay.actions:
            patch.apply(overlay, action)
    return patch.result()


@dataclass(slots=True)
class Patch:
    """A document of its own in the course of being changed, and its source map."""

    document: dict[str, JSON]
    sources: SourceMap = field(default_factory=SourceMap)

    @staticmethod
    def of(emitted: Emitted) -> Patch:
        """A copy to be changed."""
        return Patch(as_object(copy_json(emitted.document)), emitted.sources)

    def result(self) -> Emitted:
        """What came of it."""
        return Emitted(self.document, self.sources)

    def find(self, overlay: Overlay, action: Action, path: str) -> list[Tokens]:
        """The places that a path of an action selects now.

        Raises:
            OverlayError: If it is no JSONPath that selects places.
        """
        try:
            return find_places(self.document, path)
        except JsonPathError as error:
            raise overlay.error(action, str(error)) from error

    def apply(self, overlay: Overlay, action: Action) -> tuple[str, ...]:
        """Carries out one action, and gives the pointers of what is different after it.

        Raises:
            MissingTargetError: If its target matches nothing.
            OverlayError: If it cannot be carried out.
        """
        targets = self.find(overlay, action, action.target)
        if not targets:
            raise overlay.missing(action, f"target {action.target} matches nothing")
        if "remove" not in action.change:
            self._check_alike(overlay, action, targets)
        entry = Entry(Source(overlay.name, action.line, action.line, Evidence.OVERLAY))
        if "remove" in action.change:
            return self._remove(overlay, action, targets)
        if "copy" in action.change:
            return self._copy(overlay, action, targets, entry)
        return self._update(overlay, action, targets, entry)

    def _check_alike(self, overlay: Overlay, action: Action, targets: list[Tokens]) -> None:
        kinds = {kind_of(resolve_pointer(self.document, join_pointer(*target))) for target in targets}
        if len(kinds) > 1:
            raise overlay.error(
                action, f"target {action.target} selects {' and '.join(sorted(kinds))}; expected one kind"
            )

    def _update(self, overlay: Overlay, action: Action, targets: list[Tokens], entry: Entry) -> tuple[str, ...]:
        entries = dict(self.sources.entries)
        changed: list[str] = []
        for target in targets:
            pointer = join_pointer(*target)
            before = copy_json(resolve_pointer(self.document, pointer))
            self._change(overlay, action, target, action.change["update"])
            for place in _differences(pointer, before, resolve_pointer(self.document, pointer), known=True):
                entries[place] = (entry,)
                changed.append(place)
        self.sources = SourceMap(entries)
        return tuple(changed)

    def _copy(self, overlay: Overlay, action: Action, targets: list[Tokens], entry: Entry) -> tuple[str, ...]:
        path = str(action.change["copy"])
        origins = self.find(overlay, action, path)
        if not origins:
            raise overlay.missing(action, f"copy {path} matches nothing, expected one place")
        if len(origins) > 1:
            raise overlay.error(action, f"copy {path} matches {len(origins)} places, expected one place")
        origin = join_pointer(*origins[0])
        value = copy_json(resolve_pointer(self.document, origin))
        changed: list[str] = []
        for target in targets:
            pointer = join_pointer(*target)
            before = copy_json(resolve_pointer(self.document, pointer))
            self._change(overlay, action, target, value)
            changed += _differences(pointer, before, resolve_pointer(self.document, pointer), known=True)
            self._move_sources(origin, pointer, before, value)
            self.sources = self.sources.noting(pointer, [entry])
        return tuple(changed)

    def _move_sources(self, origin: str, pointer: str, before: JSON, value: JSON) -> None:
        """Takes what is known about a copied value along; a list that has gained elements is no copy."""
        moved = {}
        for place, entries in self.sources.under(origin):
            tokens = land(before, value, split_pointer(place[len(origin) :]))
            if tokens or not isinstance(before, list):
                moved[pointer + join_pointer(*tokens)] = entries
        self.sources = SourceMap({**self.sources.entries, **moved})

    def _change(self, overlay: Overlay, action: Action, target: Tokens, update: JSON) -> None:
        """Lets oas-patch carry out one update at one place.

        The place is handed over as the root of what oas-patch sees (or as a field of it where the value
        is no object), because it loses the index of an element of a list.
        """
        pointer = join_pointer(*target)
        value = resolve_pointer(self.document, pointer)
        misfit = find_misfit(value, update, pointer)
        if misfit:
            raise overlay.error(action, misfit)
        if isinstance(value, dict):
            apply_patch(value, {"actions": [{"target": "$", "update": copy_json(update)}]})
        else:
            holder = {"value": value}
            apply_patch(holder, {"actions": [{"target": "$.value", "update": copy_json(update)}]})
            self._put(target, holder["value"])

    def _put(self, target: Tokens, value: JSON) -> None:
        parent = resolve_pointer(self.document, join_pointer(*target[:-1]))
        if isinstance(parent, dict):
            parent[str(target[-1])] = value
        elif isinstance(parent, list):
            parent[int(target[-1])] = value

    def _remove(self, overlay: Overlay, action: Action, targets: list[Tokens]) -> tuple[str, ...]:
        for target in sorted(targets, key=_by_index, reverse=True):
            if not target:
                raise overlay.error(action, "the whole document cannot be removed")
            around = join_pointer(*target[:-1])
            parent = resolve_pointer(self.document, around)
            self.sources = self.sources.without(join_pointer(*target))
            # Not by oas-patch: to a path, a key called `*` is all keys.
            if isinstance(parent, dict):
                del parent[str(target[-1])]
            elif isinstance(parent, list):
                del parent[int(target[-1])]
                self.sources = _close_gap(self.sources, around, int(target[-1]))
        return tuple(join_pointer(*target) for target in targets)


def _differences(pointer: str, before: JSON, after: JSON, *, known: bool) -> Iterator[str]:
    """The pointers of nodes that are new (`known` is false below a new node) or have another value."""
    same_kind = known and (
        (isinstance(before, dict) and isinstance(after, dict)) or (isinstance(before, list) and isinstance(after, list))
    )
    if not same_kind and not (known and before == after and type(before) is type(after)):
        yield pointer
    old = dict(_children(before)) if same_kind else {}
    for token, child in _children(after):
        yield from _differences(pointer + join_pointer(token), old.get(token), child, known=token in old)


def _children(value: JSON) -> Iterator[tuple[str | int, JSON]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _by_index(target: Tokens) -> tuple[tuple[bool, int, str], ...]:
    """An order in which later elements of a list come after earlier ones."""
    return tuple((isinstance(t, str), t if isinstance(t, int) else 0, str(t)) for t in target)


def _close_gap(sources: SourceMap, pointer: str, index: int) -> SourceMap:
    """Moves what is known about the elements behind a removed one to their new places."""
    entries: dict[str, tuple[Entry, ...]] = {}
    for place, known in sources.entries.items():
        token, slash, rest = place.removeprefix(f"{pointer}/").partition("/")
        behind = place.startswith(f"{pointer}/") and token.isdecimal() and int(token) > index
        entries[f"{pointer}/{int(token) - 1}{slash}{rest}" if behind else place] = known
    return SourceMap(entries)
