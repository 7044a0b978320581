"""Validators of the schemas of a document, compiled one by one from no more of it than they need.

A registry of a whole document takes several times the memory of its text, and that of one schema hardly any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

import jsonschema_rs

from spec.model import JSON
from spec.sourcemap import join_pointer, split_pointer
from spec.visit import as_object, resolve_pointer

_ROOT = "urn:document"
_SECTIONS = ("paths", "webhooks", "components")
_KEPT = 64
#: A schema that leads to more others than these is compiled from the whole document, which is then the quicker way.
_MOST_NEEDED = 40


@dataclass(slots=True)
class Validators:
    """Compiled validators by the pointer of their schema, as many as memory should hold at a time."""

    document: dict[str, JSON]
    _compiled: dict[str, jsonschema_rs.Validator] = field(default_factory=dict)
    _targets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _whole: jsonschema_rs.Registry | None = None

    def at(self, pointer: str) -> jsonschema_rs.Validator:
        """The validator of the schema at a pointer; a mere reference shares that of its target.

        Raises:
            jsonschema_rs.ValidationError: If the schema is not valid.
        """
        schema = as_object(resolve_pointer(self.document, pointer))
        if schema.keys() == {"$ref"}:
            return self.at(str(schema["$ref"]).removeprefix("#"))
        if pointer not in self._compiled:
            if len(self._compiled) == _KEPT:
                self._compiled.clear()
            self._compiled[pointer] = jsonschema_rs.Draft202012Validator(
                {"$ref": f"{_ROOT}#{quote(pointer)}"}, registry=self._registry(pointer), validate_formats=True
            )
        return self._compiled[pointer]

    def _registry(self, pointer: str) -> jsonschema_rs.Registry:
        needed = self._needed(pointer)
        if needed is not None:
            return _register(_prune(self.document, needed))
        if self._whole is None:
            self._whole = _register({section: self.document.get(section, {}) for section in _SECTIONS})
        return self._whole

    def _needed(self, pointer: str) -> set[str] | None:
        """The pointers of a schema and of all that it leads to; `None` where these are too many."""
        needed, left = {pointer}, [pointer]
        while left:
            for target in self._references(left.pop()):
                if target not in needed:
                    needed.add(target)
                    left.append(target)
            if len(needed) > _MOST_NEEDED:
                return None
        return needed

    def _references(self, pointer: str) -> tuple[str, ...]:
        if pointer not in self._targets:
            found = dict.fromkeys(_references_in(resolve_pointer(self.document, pointer)))
            self._targets[pointer] = tuple(target for target in found if self._leads_somewhere(target))
        return self._targets[pointer]

    def _leads_somewhere(self, pointer: str) -> bool:
        """Whether something stands there: data, such as a default, may look like a reference."""
        try:
            resolve_pointer(self.document, pointer)
        except KeyError:
            return False
        return True


def _references_in(schema: JSON) -> Iterator[str]:
    left = [schema]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            reference = value.get("$ref")
            if isinstance(reference, str) and reference.startswith("#/"):
                yield reference.removeprefix("#")
            left += value.values()
        elif isinstance(value, list):
            left += value


def _prune(document: dict[str, JSON], pointers: Iterable[str]) -> dict[str, JSON]:
    """A document that has nothing but what stands at the pointers; positions in lists become keys."""
    root: dict[str, JSON] = {}
    kept: set[str] = set()
    for pointer in sorted(pointers, key=len):
        tokens = split_pointer(pointer)
        if any(join_pointer(*tokens[:length]) in kept for length in range(len(tokens))):
            continue
        place = root
        for token in tokens[:-1]:
            place = as_object(place.setdefault(token, {}))
        place[tokens[-1]] = resolve_pointer(document, pointer)
        kept.add(pointer)
    return root


def _register(root: dict[str, JSON]) -> jsonschema_rs.Registry:
    return jsonschema_rs.Registry([(_ROOT, root)], draft=jsonschema_rs.Draft202012)
