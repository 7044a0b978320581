"""Witnesses: every value that the examples of an API show for each of its structures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scraper.passes.infer import members_of
from scraper.passes.shown import Shown, shown_by
from spec.model import Api, ArrayOf, MediaType, ObjectOf, Operation, Property, Reference, Type, Union


@dataclass(frozen=True, slots=True)
class Body:
    """One request or response body with the values that its examples show."""

    operation: Operation
    label: str
    media: MediaType
    shown: tuple[Shown, ...]


def bodies_of(operation: Operation) -> Iterator[Body]:
    """The bodies of an operation: label `request`, or `response` with the status."""
    if operation.request_body is not None:
        for media in operation.request_body.content:
            yield _body(operation, "request", media)
    for response in operation.responses:
        for media in response.content:
            yield _body(operation, f"response {response.status}", media)


def _body(operation: Operation, label: str, media: MediaType) -> Body:
    answered = label != "request"
    shown = tuple(shown_by(example, operation.id, answered=answered) for example in media.examples)
    return Body(operation, label, media, shown)


def objects_shown(api: Api) -> Mapping[str, tuple[Shown, ...]]:
    """The objects shown for each structure name, defined or not, in the order of the operations."""
    collector = _Collector({structure.name: structure.properties for structure in api.structures})
    for operation in api.operations:
        for body in bodies_of(operation):
            if body.media.schema is not None:
                for shown in body.shown:
                    collector.visit(body.media.schema, shown)
    return {name: tuple(found) for name, found in collector.found.items()}


def documented_twin(name: str, properties: Mapping[str, Property] | tuple[Property, ...]) -> str | None:
    """The documented name that differs from `name` only in its case or in underscores."""
    names = properties if isinstance(properties, Mapping) else [prop.name for prop in properties]
    return next((known for known in names if known != name and _plain(known) == _plain(name)), None)


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").casefold()


class _Collector:
    """Walks documented types and shown values side by side."""

    def __init__(self, structures: Mapping[str, tuple[Property, ...]]) -> None:
        self._structures = structures
        self.found: dict[str, list[Shown]] = {}

    def visit(self, kind: Type, shown: Shown) -> None:
        """Notes the objects that `shown` holds where `kind` names structures."""
        if shown.kind == "array" and not isinstance(kind, ArrayOf | Union):
            for item in shown.items:
                self.visit(kind, item)
            return
        match kind:
            case Reference(name) if shown.kind == "object":
                self.found.setdefault(name, []).append(shown)
                self._visit_members(self._structures.get(name, ()), shown)
            case ArrayOf(items):
                for item in shown.items or ((shown,) if shown.kind == "object" else ()):
                    self.visit(items, item)
            case ObjectOf(properties, additional) if shown.kind == "object":
                self._visit_members(properties, shown)
                known = {prop.name for prop in properties}
                for key, member in shown.members if additional is not None else ():
                    if key not in known and additional is not None:
                        self.visit(additional, member)
            case Union(members):
                for member_type in members:
                    self.visit_alternative(member_type, shown)
            case _:
                pass

    def visit_alternative(self, kind: Type, shown: Shown) -> None:
        """Visits one member of a union where the shown value is of its kind."""
        if (shown.kind == "array") == isinstance(kind, ArrayOf):
            self.visit(kind, shown)

    def _visit_members(self, properties: tuple[Property, ...], shown: Shown) -> None:
        strays = stray_spellings(properties, shown)
        for prop in properties:
            for name in (prop.name, *strays.get(prop.name, ())):
                for member in members_of((shown,), name):
                    self.visit(prop.type, member)


def stray_spellings(properties: tuple[Property, ...], shown: Shown) -> dict[str, list[str]]:
    """For documented names that an object lacks, its undocumented keys that spell them otherwise."""
    known = {prop.name for prop in properties}
    stray: dict[str, list[str]] = {}
    for key, _ in shown.members:
        if key not in known:
            stray.setdefault(_plain(key), []).append(key)
    if not stray:
        return {}
    spelt = ((prop.name, stray.get(_plain(prop.name), [])) for prop in properties)
    return {name: keys for name, keys in spelt if keys and shown.member(name) is None}
