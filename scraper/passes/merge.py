"""Pages to one API: operations with unique ids, servers and schemes once each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scraper.facts import PageFacts
from scraper.naming import distinct_name
from scraper.passes.paths import check_path
from scraper.passes.printings import join_printings
from scraper.passes.rebuild import map_operation, map_properties
from scraper.passes.structures import demand_differently
from spec.diagnostics import Diagnostic
from spec.model import Api, Operation, Reference, SecurityScheme, Server, Structure, Tag, Type


def merge_pages(pages: Sequence[PageFacts], title: str) -> tuple[Api, tuple[Diagnostic, ...]]:
    """Puts the facts of several pages together.

    An operation that two places print is one, with the facts of both; two different ones with the
    same id are told apart by a number.
    """
    structures: list[Structure] = []
    diagnostics: list[Diagnostic] = []
    seen: dict[tuple[str, ...], Operation] = {}
    taken: set[str] = set()
    for facts in pages:
        renamed: dict[str, str] = {}
        own = list(facts.api.structures)
        for printed in facts.api.operations:
            operation, found = check_path(printed)
            diagnostics.extend(found)
            key = _key(operation)
            if key in seen:
                diagnostics.append(_duplicate(operation, seen[key]))
                renamed[operation.id] = seen[key].id
                operation, own = _set_apart(
                    operation, own, [one for one in structures if one.operation == seen[key].id]
                )
                seen[key] = join_printings(seen[key], operation)
                continue
            unique = distinct_name(operation.id, taken)
            taken.add(unique)
            renamed[operation.id] = unique
            seen[key] = replace(operation, id=unique)
        structures.extend(
            replace(structure, operation=renamed.get(structure.operation or "", structure.operation))
            for structure in own
        )
    apis = [facts.api for facts in pages]
    schemes = _schemes(scheme for api in apis for scheme in api.security_schemes)
    merged = Api(
        title=title or next((api.title for api in apis if api.title), ""),
        description=apis[0].description if len(apis) == 1 else "",
        pages=tuple(page for api in apis for page in api.pages),
        operations=tuple(_with_known_schemes(operation, schemes) for operation in seen.values()),
        structures=tuple(structures),
        servers=_servers(server for api in apis for server in api.servers),
        security_schemes=schemes,
        tags=_tags(tag for api in apis for tag in api.tags),
        page_urls=tuple(pair for api in apis for pair in api.page_urls),
    )
    return merged, tuple(diagnostics)


def _key(operation: Operation) -> tuple[str, ...]:
    chosen = operation.action.value if operation.action else operation.id if operation.broken else ""
    servers = (server.url for server in operation.servers)
    return operation.method, operation.path, chosen, *operation.selectors, *servers


def _set_apart(
    again: Operation, own: Sequence[Structure], known: Sequence[Structure]
) -> tuple[Operation, list[Structure]]:
    """A later printing, whose tables get names of their own where they demand other rows than those of the first."""
    names = {
        table.name: f"{again.id[:1].upper()}{again.id[1:]}{table.name}"
        for table in own
        for first in known
        if table.operation == again.id and table.name == first.name and demand_differently(table, first)
    }

    def point(kind: Type) -> Type:
        return Reference(names.get(kind.name, kind.name)) if isinstance(kind, Reference) else kind

    def rename(table: Structure) -> Structure:
        if table.operation != again.id:
            return table
        properties = map_properties(table.properties, point)
        return replace(table, name=names.get(table.name, table.name), properties=properties)

    return (map_operation(again, point), list(map(rename, own))) if names else (again, list(own))


def _with_known_schemes(operation: Operation, schemes: Sequence[SecurityScheme]) -> Operation:
    """An operation whose page names schemes that no page describes is left to those of the API."""
    if not operation.security:
        return operation
    ids = {scheme.id for scheme in schemes}
    return replace(operation, security=tuple(name for name in operation.security if name in ids) or None)


def _duplicate(operation: Operation, first: Operation) -> Diagnostic:
    where = f"{first.source.page}:{first.source.first}"
    source = operation.source
    message = f"{operation.method} {operation.path} is documented already at {where}"
    return Diagnostic("duplicate-operation", message, source.page, source.first, source.last, first.id)


def _servers(servers: Iterable[Server]) -> tuple[Server, ...]:
    return tuple({server.url: server for server in reversed(list(servers))}.values())[::-1]


def _schemes(schemes: Iterable[SecurityScheme]) -> tuple[SecurityScheme, ...]:
    merged: dict[str, SecurityScheme] = {}
    for scheme in schemes:
        known = merged.get(scheme.id)
        if known is None:
            merged[scheme.id] = scheme
            continue
        names = {scope.name for scope in known.scopes}
        more = tuple(scope for scope in scheme.scopes if scope.name not in names)
        merged[scheme.id] = replace(known, scopes=known.scopes + more)
    return tuple(merged.values())


def _tags(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    merged: dict[str, Tag] = {}
    for tag in tags:
        if tag.name and not (tag.name in merged and merged[tag.name].description):
            merged[tag.name] = tag
    return tuple(merged.values())
