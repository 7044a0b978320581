"""Overlay files: which actions they hold, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from spec.load import DocumentError, read_text
from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.visit import as_list, as_object
from spec.yaml import YamlError, load_yaml_with_lines

PAGE_KEY = "x-page"
_VERSION = re.compile(r"1\.[01]\.[0-9]+")
_CHANGES = ("update", "remove", "copy")
_ACTION_KEYS = ("target", "description", *_CHANGES)
_FILE_KEYS = ("overlay", "info", "extends", "actions")
_PLACE = re.compile(r"(?P<page>.*?)(?::(?P<first>[1-9][0-9]*)(?:-(?P<last>[1-9][0-9]*))?)?")


class OverlayError(DocumentError):
    """An overlay that cannot be applied; its text is `file:line: …`."""


class MissingTargetError(OverlayError):
    """An action whose target, or whose origin of a copy, is not in the document."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and the lines of it, both 0 where none are stated."""

    page: str
    first: int = 0
    last: int = 0

    def __str__(self) -> str:
        if not self.first:
            return self.page
        return f"{self.page}:{self.first}" + (f"-{self.last}" if self.last > self.first else "")


@dataclass(frozen=True, slots=True)
class Action:
    """One correction.

    Exactly one of `update`, `remove` and `copy` is in `change`; `reason` is the description, `corrects` the place
    on the pages that it is about.
    """

    line: int
    target: str
    reason: str
    corrects: Place
    change: Mapping[str, JSON]

    @property
    def verb(self) -> str:
        """What it does: update, remove or copy."""
        return next(iter(self.change))


@dataclass(frozen=True, slots=True)
class Overlay:
    """The actions of one file; `name` is how the source map calls the file."""

    name: str
    actions: tuple[Action, ...]

    def error(self, action: Action, message: str) -> OverlayError:
        """An error about one action."""
        return OverlayError(self.name, action.line, " ".join(message.split()))

    def missing(self, action: Action, message: str) -> MissingTargetError:
        """An action that finds nothing, with the page that may say something else by now."""
        text = " ".join(message.split())
        return MissingTargetError(self.name, action.line, f"{text}; it corrects {action.corrects}")

    def at(self, line: int) -> Action | None:
        """The action whose target stands on a line."""
        return next((action for action in self.actions if action.line == line), None)


def read_overlay(path: Path | str, name: str | None = None) -> Overlay:
    """Reads and checks an overlay file; `name` replaces the path in messages and source maps.

    Raises:
        OverlayError: If the file is no overlay, or an action has no target, no description, no page, or not
            exactly one change.
    """
    name = Path(path).as_posix() if name is None else name
    try:
        value, lines = load_yaml_with_lines(read_text(path))
    except YamlError as error:
        raise OverlayError(name, error.line, str(error)) from error
    except DocumentError as error:
        raise OverlayError(name, error.line, error.message) from error
    return _File(name, lines, as_object(value)).parse()


@dataclass(frozen=True, slots=True)
class _File:
    """What a file holds, and the line of each pointer."""

    name: str
    lines: Mapping[str, int]
    content: dict[str, JSON] = field(default_factory=dict)

    def parse(self) -> Overlay:
        if not _VERSION.fullmatch(str(self.content.get("overlay", ""))):
            raise self._error("/overlay", "expected overlay: 1.0.0 or 1.1.0")
        self._check_keys("", self.content, _FILE_KEYS)
        actions = as_list(self.content.get("actions"))
        if not actions:
            raise self._error("/actions", "expected a list of actions")
        return Overlay(self.name, tuple(self._parse_action(index, value) for index, value in enumerate(actions)))

    def _parse_action(self, index: int, value: JSON) -> Action:
        pointer = join_pointer("actions", index)
        action = as_object(value)
        self._check_keys(pointer, action, _ACTION_KEYS)
        place = f"{pointer}/target" if f"{pointer}/target" in self.lines else pointer
        target, reason = action.get("target"), action.get("description")
        if not isinstance(target, str) or not target:
            raise self._error(place, "expected a target, a JSONPath")
        if not isinstance(reason, str) or not reason.strip():
            raise self._error(place, f"expected a description that gives the reason for {target}")
        change = self._parse_change(pointer, place, action)
        return Action(self.lines.get(place, 1), target, reason.strip(), self._find_page(pointer, action), change)

    def _parse_change(self, pointer: str, place: str, action: dict[str, JSON]) -> dict[str, JSON]:
        if not isinstance(action.get("remove", False), bool):
            raise self._error(f"{pointer}/remove", f"expected remove: true, found {action['remove']!r}")
        change = {key: action[key] for key in _CHANGES if key in action and action[key] is not False}
        if len(change) != 1:
            raise self._error(place, f"expected one of update, remove and copy for {action['target']}")
        if "copy" in change and str(self.content["overlay"]).startswith("1.0."):
            raise self._error(f"{pointer}/copy", "expected overlay: 1.1.0, which knows copy")
        return change

    def _find_page(self, pointer: str, action: dict[str, JSON]) -> Place:
        """The place that an action names, or that the file names for all actions."""
        stated = f"{pointer}/{PAGE_KEY}" if PAGE_KEY in action else f"/{PAGE_KEY}"
        value = action.get(PAGE_KEY, self.content.get(PAGE_KEY))
        if value is None:
            message = f"expected {PAGE_KEY}, the page that is wrong about {action['target']}, here or for all actions"
            raise self._error(f"{pointer}/target", message)
        match = _PLACE.fullmatch(value) if isinstance(value, str) else None
        first, last = (int(match["first"] or 0), int(match["last"] or 0)) if match else (0, 0)
        if match is None or not match["page"].strip() or 0 < last < first:
            raise self._error(stated, f"expected {PAGE_KEY}: PAGE, PAGE:LINE or PAGE:FIRST-LAST, found {value!r}")
        return Place(match["page"], first, last or first)

    def _check_keys(self, pointer: str, value: dict[str, JSON], known: tuple[str, ...]) -> None:
        for key in value:
            if key not in known and not key.startswith("x-"):
                raise self._error(pointer + join_pointer(key), f"expected one of {', '.join(known)}, found {key}")

    def _error(self, pointer: str, message: str) -> OverlayError:
        around = pointer.rpartition("/")[0]
        return OverlayError(self.name, self.lines.get(pointer, self.lines.get(around, 1)), message)
