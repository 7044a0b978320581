"""What links describe: bodies of other operations without the names of their page, and structures of shared tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scraper.facts import Link, PageFacts, Shared, Target
from scraper.naming import distinct_name
from scraper.passes.rebuild import inline, types_in
from spec.diagnostics import Diagnostic
from spec.model import (
    MediaType,
    ObjectOf,
    Operation,
    Property,
    Reference,
    RequestBody,
    Response,
    Source,
    Structure,
    Type,
)


@dataclass(frozen=True, slots=True)
class Described:
    """An operation with what a link leads to, the structures of that, and what was guessed.

    `is_whole` is whether all of it has a place in the operation; what has none is not forgotten in silence.
    """

    operation: Operation
    structures: tuple[Structure, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    is_whole: bool = True


def name_structure(
    name: str, properties: tuple[Property, ...], source: Source, link: Link, known: Sequence[Structure]
) -> Structure:
    """The structure of a table under a name that means no other table of the operation."""
    own = {one.name: one for one in known if one.operation == link.operation}
    if name in own and (own[name].source, own[name].properties) != (source, properties):
        name = distinct_name(f"{name}{link.side.capitalize()}", own)
    return Structure(name, properties, source, operation=link.operation, printed=(source,))


def only_type(found: Sequence[tuple[PageFacts, Target]]) -> Type | None:
    """The one type of all that a link leads to; `None` where there is none, or there are several."""
    kinds = [kind for page, target in found if (kind := type_behind(page, target)) is not None]
    return kinds[0] if kinds and all(kind == kinds[0] for kind in kinds) else None


def outermost(tables: Sequence[Shared]) -> list[Shared]:
    """The tables whose members are not inside of those of another one."""
    return [one for one in tables if not any(_holds(other, one) for other in tables if other is not one)]


def _holds(outer: Shared, inner: Shared) -> bool:
    whole = outer.media.schema if outer.media else None
    part = inner.media.schema if inner.media else None
    return whole is not None and part != whole and any(kind == part for kind in types_in(whole))


def type_behind(page: PageFacts, target: Target) -> Type | None:
    """The type of what a link leads to: a structure, or the body of an operation."""
    kind = _described(page, target)
    if kind is None:
        return None
    structures = {one.name: one for one in page.api.structures}
    structures.update({one.name: one for one in page.api.structures if one.operation == target.operation})
    return inline(kind, structures)


def _described(page: PageFacts, target: Target) -> Type | None:
    if target.structure:
        return Reference(target.structure)
    for operation in page.api.operations:
        if operation.id != target.operation:
            continue
        if target.label == "request":
            return schema_of(operation.request_body.content if operation.request_body else ())
        response = next((r for r in operation.responses if target.label == f"response {r.status}"), None)
        return schema_of(response.content if response else ())
    return None


def schema_of(content: Sequence[MediaType]) -> Type | None:
    """The first schema of a content."""
    return next((media.schema for media in content if media.schema is not None), None)


def describe_body(operation: Operation, link: Link, kind: Type) -> Operation | None:
    """The operation with a type for its body; `None` where it has one, or shows another body."""
    if link.side == "request":
        body = operation.request_body or RequestBody((), link.source)
        if schema_of(body.content) is not None or operation.method in ("GET", "HEAD") or not _allows(kind, body):
            return None
        return replace(operation, request_body=replace(body, content=_fill(body.content, kind, link)))
    success = [response for response in operation.responses if response.status.startswith("2")]
    response = success[0] if success else Response("2XX", link.source)
    if schema_of(response.content) is not None:
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


def _fill(content: Sequence[MediaType], kind: Type, link: Link) -> tuple[MediaType, ...]:
    if not content:
        return (MediaType(schema=kind, source=link.source),)
    return (replace(content[0], schema=kind, source=link.source), *content[1:])
