"""References between pages: a body that one page describes and another page's body refers to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import replace

from scraper.facts import BodyLink, BodyTarget, PageFacts
from scraper.passes.rebuild import map_type
from spec.model import (
    MediaType,
    ObjectOf,
    Operation,
    Property,
    Reference,
    RequestBody,
    Response,
    Structure,
    Type,
    UnknownType,
)

_MAX_DEPTH = 8
_FOLDER = "__"
"""What stands for the slash between folders in the names of pages that were saved into one folder."""
_Targets = Mapping[str, Sequence[tuple[PageFacts, BodyTarget]]]


def resolve_references(pages: Sequence[PageFacts]) -> list[PageFacts]:
    """Gives bodies that only refer to a table, on their own page or another one, the type of that table.

    The finding that a reference leads nowhere is taken back where it leads somewhere.
    """
    if not any(facts.links for facts in pages):
        return list(pages)
    targets: dict[str, list[tuple[PageFacts, BodyTarget]]] = {}
    for facts in pages:
        for target in facts.targets:
            targets.setdefault(target.anchor, []).append((facts, target))
    return [_resolve(facts, targets) if facts.links else facts for facts in pages]


def _resolve(facts: PageFacts, targets: _Targets) -> PageFacts:
    operations = {operation.id: operation for operation in facts.api.operations}
    found: set[tuple[int, int]] = set()
    for link in facts.links:
        kind = _type_behind(link, facts, targets)
        operation = operations.get(link.operation)
        described = _describe(operation, link, kind) if kind is not None and operation is not None else None
        if described is None:
            continue
        operations[link.operation] = described
        found.add((link.source.first, link.source.last))
    left = tuple(
        one for one in facts.diagnostics if one.code != "dangling-reference" or (one.line, one.end_line) not in found
    )
    api = replace(facts.api, operations=tuple(operations.values()))
    return replace(facts, api=api, diagnostics=left)


def _type_behind(link: BodyLink, facts: PageFacts, targets: _Targets) -> Type | None:
    """The type of what a link leads to; `None` where several pages are equally near that it may mean."""
    near: dict[int, list[tuple[PageFacts, BodyTarget]]] = {}
    for page, target in targets.get(link.anchor, ()):
        distance = _distance(link.page, page, facts)
        if distance is not None:
            near.setdefault(distance, []).append((page, target))
    candidates = near[min(near)] if near else []
    if len({page.api.pages for page, _ in candidates}) > 1:
        return None
    for page, target in candidates:
        kind = _described(page, target)
        if kind is not None:
            return _inline(kind, page, target.operation, _MAX_DEPTH)
    return None


def _distance(linked: str, page: PageFacts, facts: PageFacts) -> int | None:
    """How far a page is that a link may mean: 0 for the page itself, 1 beside it, 2 elsewhere; `None` for another one.

    A link without a name stays on its page, or names a label.
    """
    if not linked:
        return 0 if page is facts else None if facts.has_local_anchors else 2
    wanted = posixpath.basename(linked)
    beside = {name for own in facts.api.pages for name in _names_beside(own, linked)}
    if any(name in beside for name in page.api.pages):
        return 1
    names = [posixpath.basename(name) for name in page.api.pages]
    return 2 if any(name == wanted or name.endswith(f"{_FOLDER}{wanted}") for name in names) else None


def _names_beside(own: str, linked: str) -> tuple[str, str]:
    """What a page is called that another one links to: by its folder, or by what its name has of one."""
    folder, mark, _ = own.rpartition(_FOLDER)
    return posixpath.normpath(posixpath.join(posixpath.dirname(own), linked)), f"{folder}{mark}{linked}"


def _described(page: PageFacts, target: BodyTarget) -> Type | None:
    if target.structure:
        return Reference(target.structure)
    for operation in page.api.operations:
        if operation.id != target.operation:
            continue
        if target.label == "request":
            return _schema(operation.request_body.content if operation.request_body else ())
        response = next((r for r in operation.responses if target.label == f"response {r.status}"), None)
        return _schema(response.content if response else ())
    return None


def _schema(content: Sequence[MediaType]) -> Type | None:
    return next((media.schema for media in content if media.schema is not None), None)


def _inline(kind: Type, page: PageFacts, operation: str, depth: int) -> Type:
    """The type without names of structures, which mean something else on another page."""
    structures = {one.name: one for one in page.api.structures}
    structures.update({one.name: one for one in page.api.structures if one.operation == operation})

    def change(inner: Type) -> Type:
        if not isinstance(inner, Reference):
            return inner
        return _inlined(structures.get(inner.name), page, operation, depth)

    return map_type(kind, change)


def _inlined(structure: Structure | None, page: PageFacts, operation: str, depth: int) -> Type:
    if structure is None or not depth:
        return UnknownType()
    properties: tuple[Property, ...] = tuple(
        replace(prop, type=_inline(prop.type, page, operation, depth - 1)) for prop in structure.properties
    )
    return ObjectOf(properties)


def _describe(operation: Operation, link: BodyLink, kind: Type) -> Operation | None:
    """The operation with a type for its body; `None` where it has one, or shows another body."""
    if link.side == "request":
        body = operation.request_body or RequestBody((), link.source)
        if _schema(body.content) is not None or operation.method in ("GET", "HEAD") or not _allows(kind, body):
            return None
        return replace(operation, request_body=replace(body, content=_fill(body.content, kind, link)))
    success = [response for response in operation.responses if response.status.startswith("2")]
    response = success[0] if success else Response("2XX", link.source)
    if _schema(response.content) is not None:
        return None
    described = replace(response, content=_fill(response.content, kind, link))
    others = [one for one in operation.responses if one is not response]
    return replace(operation, responses=tuple(sorted([described, *others], key=lambda one: one.status)))


def _allows(kind: Type, body: RequestBody) -> bool:
    """Whether the examples of a body have what a type requires of them."""
    needed = kind.properties if isinstance(kind, ObjectOf) else ()
    names = {prop.name for prop in needed if prop.required is not None and prop.required.value}
    values = [example.value for media in body.content for example in media.examples]
    return all(isinstance(value, dict) and names <= value.keys() for value in values)


def _fill(content: Sequence[MediaType], kind: Type, link: BodyLink) -> tuple[MediaType, ...]:
    if not content:
        return (MediaType(schema=kind, source=link.source),)
    return (replace(content[0], schema=kind, source=link.source), *content[1:])
