"""Human corrections that survive re-scraping: OpenAPI Overlay 1.0 and 1.1.

oas-patch changes the document; around it stand the rules of this project. Every action says why
(`description`), a target that matches nothing is an error, since then the page has changed under
the correction, and the source map follows what happens to the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from jsonpath_ng.exceptions import JSONPathError
from jsonpath_ng.ext.filter import Filter
from jsonpath_ng.ext.parser import parse as parse_jsonpath
from jsonpath_ng.ext.string import DefintionInvalid
from jsonpath_ng.jsonpath import Child, Descendants, Fields, Index, Root, Slice, Wildcard
from oas_patch.overlay import apply_overlay as apply_action

from spec.emit import Emitted
from spec.load import DocumentError, read_text
from spec.model import JSON, Evidence, Source
from spec.sourcemap import Entry, SourceMap, join_pointer
from spec.validate import copy_json
from spec.visit import as_list, as_object, resolve_pointer
from spec.yaml import YamlError, load_yaml_with_lines

_VERSIONS = ("1.0.", "1.1.")
_CHANGES = ("update", "remove", "copy")
_KEYS = ("target", "description", *_CHANGES)
_STEPS = (Fields, Index, Slice, Filter, Wildcard)
_REFUSALS = (JSONPathError, DefintionInvalid, NotImplementedError, TypeError, ValueError, re.error)


class OverlayError(DocumentError):
    """An overlay that cannot be applied; its text is `file:line: …`."""


@dataclass(frozen=True, slots=True)
class Action:
    """One correction; exactly one of `update`, `remove` and `copy` is in `change`."""

    line: int
    target: str
    description: str
    change: dict[str, JSON]


@dataclass(frozen=True, slots=True)
class Overlay:
    """The actions of one file; `name` is how the source map calls the file."""

    name: str
    actions: tuple[Action, ...]

    def error(self, action: Action, message: str) -> OverlayError:
        """An error about one action."""
        return OverlayError(self.name, action.line, " ".join(message.split()))


def apply_overlays(emitted: Emitted, overlays: Iterable[Overlay]) -> Emitted:
    """The document and source map after all actions of all overlays; the argument stays as it is.

    Raises:
        OverlayError: If a target matches nothing, or an action cannot be carried out.
    """
    document = as_object(copy_json(emitted.document))
    sources = emitted.sources
    for overlay in overlays:
        for action in overlay.actions:
            sources = _apply(document, sources, overlay, action)
    return Emitted(document, sources)


# ---------------------------------------------------------------- reading


def read_overlay(path: Path | str, name: str | None = None) -> Overlay:
    """Reads and checks an overlay file; `name` replaces the path in messages and source maps.

    Raises:
        OverlayError: If the file is no overlay, or an action has no target, no description, or
            not exactly one change.
    """
    name = Path(path).as_posix() if name is None else name
    try:
        value, lines = load_yaml_with_lines(read_text(path))
    except YamlError as error:
        raise OverlayError(name, error.line, str(error)) from error
    except DocumentError as error:
        raise OverlayError(name, error.line, error.message) from error
    overlay = as_object(value)
    if not str(overlay.get("overlay", "")).startswith(_VERSIONS):
        raise OverlayError(name, lines.get("/overlay", 1), "expected overlay: 1.0.0 or 1.1.0")
    actions = as_list(overlay.get("actions"))
    if not actions:
        raise OverlayError(name, lines.get("/actions", 1), "expected a list of actions")
    read = [_parse_action(name, lines, index, action) for index, action in enumerate(actions)]
    return Overlay(name, tuple(read))


def _parse_action(name: str, lines: dict[str, int], index: int, value: JSON) -> Action:
    pointer = join_pointer("actions", index)
    action = as_object(value)
    _check_keys(name, lines, pointer, action)
    line = lines.get(f"{pointer}/target", lines.get(pointer, 1))
    target, description = action.get("target"), action.get("description")
    if not isinstance(target, str) or not target:
        raise OverlayError(name, line, "expected a target, a JSONPath")
    if not isinstance(description, str) or not description.strip():
        raise OverlayError(name, line, f"expected a description that gives the reason for {target}")
    change = {key: action[key] for key in _CHANGES if key in action and action[key] is not False}
    if len(change) != 1:
        raise OverlayError(name, line, f"expected one of update, remove and copy for {target}")
    return Action(line, target, description.strip(), change)


def _check_keys(name: str, lines: dict[str, int], pointer: str, action: dict[str, JSON]) -> None:
    for key in action:
        if key not in _KEYS and not key.startswith("x-"):
            line = lines.get(pointer + join_pointer(key), lines.get(pointer, 1))
            raise OverlayError(name, line, f"expected one of {', '.join(_KEYS)}, found {key}")
    if not isinstance(action.get("remove", False), bool):
        line = lines.get(f"{pointer}/remove", lines.get(pointer, 1))
        raise OverlayError(name, line, f"expected remove: true, found {action['remove']!r}")


# ---------------------------------------------------------------- matching


class _Match(Protocol):
    """What we use of jsonpath-ng's matches, which come without types."""

    value: JSON
    context: _Match | None
    path: Fields | Index


def _find(document: dict[str, JSON], overlay: Overlay, action: Action, path: str) -> list[tuple[str | int, ...]]:
    """The places that a JSONPath selects, as unescaped tokens."""
    try:
        expression = parse_jsonpath(path)
        matches = cast("Sequence[_Match]", expression.find(document)) if _selects_places(expression) else None
    except _REFUSALS as error:
        raise overlay.error(action, f"expected a JSONPath, found {path}: {error}") from error
    if matches is None:
        raise overlay.error(action, f"expected a JSONPath of names, indexes and filters after $, found {path}")
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


# ---------------------------------------------------------------- applying


def _apply(document: dict[str, JSON], sources: SourceMap, overlay: Overlay, action: Action) -> SourceMap:
    targets = _find(document, overlay, action, action.target)
    if not targets:
        raise overlay.error(action, f"target {action.target} matches nothing")
    entry = Entry(Source(overlay.name, action.line, action.line, Evidence.OVERLAY))
    if "remove" in action.change:
        return _remove(document, sources, overlay, action, targets)
    if "copy" in action.change:
        return _copy(document, sources, overlay, action, targets, entry)
    for target in targets:
        before = copy_json(resolve_pointer(document, join_pointer(*target)))
        _change(document, overlay, action, target, {"update": copy_json(action.change["update"])})
        after = resolve_pointer(document, join_pointer(*target))
        sources = _follow_update(sources, join_pointer(*target), before, after, entry)
    return sources


def _change(
    document: dict[str, JSON], overlay: Overlay, action: Action, target: tuple[str | int, ...], change: dict[str, JSON]
) -> None:
    """Lets oas-patch carry out one change at one place.

    The place is handed over as the root of what oas-patch sees (or as a field of it where the value
    is no object), because it loses the index of an element of a list.
    """
    value = resolve_pointer(document, join_pointer(*target))
    try:
        if isinstance(value, dict):
            apply_action(value, {"actions": [{"target": "$", **change}]})
        else:
            holder = {"value": value}
            apply_action(holder, {"actions": [{"target": "$.value", **change}]})
            _put(document, target, holder["value"])
    except (ValueError, TypeError, AttributeError) as error:
        raise overlay.error(action, f"target {action.target} cannot be changed so: {error}") from error


def _put(document: dict[str, JSON], target: tuple[str | int, ...], value: JSON) -> None:
    parent = resolve_pointer(document, join_pointer(*target[:-1]))
    if isinstance(parent, dict):
        parent[str(target[-1])] = value
    elif isinstance(parent, list):
        parent[int(target[-1])] = value


def _follow_update(sources: SourceMap, pointer: str, before: JSON, after: JSON, entry: Entry) -> SourceMap:
    """Notes the overlay at every node that is new or different."""
    entries = dict(sources.entries)
    for place in _differences(pointer, before, after, known=True):
        entries[place] = (entry,)
    return SourceMap(entries)


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


def _copy(
    document: dict[str, JSON],
    sources: SourceMap,
    overlay: Overlay,
    action: Action,
    targets: list[tuple[str | int, ...]],
    entry: Entry,
) -> SourceMap:
    path = str(action.change["copy"])
    origins = _find(document, overlay, action, path)
    if len(origins) != 1:
        found = "nothing" if not origins else f"{len(origins)} places"
        raise overlay.error(action, f"copy {path} matches {found}, expected one place")
    origin = join_pointer(*origins[0])
    value = copy_json(resolve_pointer(document, origin))
    for target in targets:
        pointer = join_pointer(*target)
        _change(document, overlay, action, target, {"update": copy_json(value)})
        moved = {pointer + place[len(origin) :]: entries for place, entries in sources.under(origin)}
        sources = SourceMap({**sources.entries, **moved}).noting(pointer, [entry])
    return sources


def _remove(
    document: dict[str, JSON],
    sources: SourceMap,
    overlay: Overlay,
    action: Action,
    targets: list[tuple[str | int, ...]],
) -> SourceMap:
    for target in sorted(targets, key=_by_index, reverse=True):
        if not target:
            raise overlay.error(action, "the whole document cannot be removed")
        parent = resolve_pointer(document, join_pointer(*target[:-1]))
        holder: dict[str, JSON] = {"value": parent}
        step = f"[{target[-1]}]" if isinstance(parent, list) else f".{_quote(str(target[-1]))}"
        apply_action(holder, {"actions": [{"target": f"$.value{step}", "remove": True}]})
        sources = sources.without(join_pointer(*target))
        if isinstance(parent, list):
            sources = _close_gap(sources, join_pointer(*target[:-1]), int(target[-1]))
    return sources


def _by_index(target: tuple[str | int, ...]) -> tuple[tuple[bool, int, str], ...]:
    """An order in which later elements of a list come after earlier ones."""
    return tuple((isinstance(t, str), t if isinstance(t, int) else 0, str(t)) for t in target)


def _quote(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _close_gap(sources: SourceMap, pointer: str, index: int) -> SourceMap:
    """Moves what is known about the elements behind a removed one to their new places."""
    entries: dict[str, tuple[Entry, ...]] = {}
    for place, known in sources.entries.items():
        token, slash, rest = place.removeprefix(f"{pointer}/").partition("/")
        behind = place.startswith(f"{pointer}/") and token.isdecimal() and int(token) > index
        entries[f"{pointer}/{int(token) - 1}{slash}{rest}" if behind else place] = known
    return SourceMap(entries)
