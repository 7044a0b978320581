"""The whole document: information, servers, paths, components, security."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from spec.emit.actions import add_actions
from spec.emit.names import assign_names, unused
from spec.emit.operations import Operations
from spec.emit.paths import PLACEHOLDER, mend_path, path_key, with_fragment
from spec.emit.schemas import Schemas
from spec.emit.security import emit_requirements, emit_schemes
from spec.emit.servers import emit_servers
from spec.emit.site import Node, Site
from spec.model import JSON, Api, ObjectOf, Operation, Property, Reference, Source
from spec.sourcemap import SourceMap

OPENAPI_VERSION = "3.1.0"
DEFAULT_VERSION = "1.0.0"


@dataclass(frozen=True, slots=True)
class Emitted:
    """A document, and where each of its facts stands on the pages."""

    document: dict[str, JSON]
    sources: SourceMap = field(default_factory=SourceMap)


def emit_openapi(
    api: Api, *, title: str = "", version: str = "", description: str = "", settings: Source | None = None
) -> Emitted:
    """Writes an API as OpenAPI 3.1.

    Title, version and description win over what the pages say; `settings` is where they are stated.

    Path keys: as printed for REST; `<path>#<action>` for RPC calls; `<path>#<name>` for operations that parameters
    of the query tell from others of their path; `<path>#<id>` with
    `x-broken: true` for operations that only an overlay can complete, as those with a brace in the
    path that encloses no name. `<path>#<id>` also keeps apart what OpenAPI holds for identical: a
    second operation with the same path and method, and a path that differs from an earlier one only
    in the names of its placeholders.

    Raises:
        KeyError: If a reference names no structure, or an operation an unknown security scheme;
            the shared passes exclude both.
    """
    api = add_actions(api)
    api = replace(api, operations=tuple(mend_path(operation) for operation in api.operations))
    site = Site()
    names = assign_names((structure.name for structure in api.structures), "Schema")
    schemes = assign_names((scheme.id for scheme in api.security_schemes), "scheme")
    operations = Operations(
        api=api,
        schemas=Schemas(names),
        operation_ids=assign_names((operation.id for operation in api.operations), "operation"),
        scheme_names=schemes,
        required_bodies=_required_bodies(api),
    )
    info = {"title": title, "version": version, "description": description}
    document: Node = {"openapi": OPENAPI_VERSION, "info": _emit_info(api, info, settings, site.at("info"))}
    document["servers"] = emit_servers(api.servers, site.at("servers")) or [{"url": "/"}]
    document["security"] = emit_requirements((scheme.id for scheme in api.security_schemes), schemes)
    tags = _emit_tags(api)
    if tags:
        document["tags"] = tags
    document["paths"] = _emit_paths(operations, site.at("paths"))
    document["components"] = _emit_components(api, operations, site.at("components"))
    return Emitted(document, site.noted())


def _emit_info(api: Api, stated: Mapping[str, str], settings: Source | None, site: Site) -> Node:
    for name, value in stated.items():
        if value and settings is not None:
            site.at(name).note(settings)
    printed = {"title": api.title or "API", "version": DEFAULT_VERSION, "description": api.description}
    return {name: stated[name] or value for name, value in printed.items() if stated[name] or value}


def _emit_tags(api: Api) -> list[JSON]:
    described = {tag.name: tag.description for tag in api.tags}
    used = [operation.tag for operation in api.operations if operation.tag]
    names = dict.fromkeys([*described, *used])
    return [_emit_tag(name, described.get(name, "")) for name in names]


def _emit_tag(name: str, description: str) -> Node:
    return {"name": name, "description": description} if description else {"name": name}


def _emit_paths(operations: Operations, site: Site) -> Node:
    items: dict[str, Node] = {}
    shapes: dict[str, str] = {}
    for operation in operations.api.operations:
        method = operation.method.lower()
        key = path_key(operation)
        twin = shapes.setdefault(PLACEHOLDER.sub("{}", key), key)
        if twin != key or method in items.get(key, {}):
            key = unused(with_fragment(key, operation.id), items)
        items.setdefault(key, {})[method] = operations.emit(operation, site.at(key, method))
    return {**items}


def _emit_components(api: Api, operations: Operations, site: Site) -> Node:
    components: Node = {}
    schemas: Node = {}
    for structure in api.structures:
        name = operations.schemas.names[structure.name]
        schemas[name] = operations.schemas.of_structure(structure, site.at("schemas", name))
    if schemas:
        components["schemas"] = schemas
    if api.security_schemes:
        place = site.at("securitySchemes")
        components["securitySchemes"] = emit_schemes(api.security_schemes, operations.scheme_names, place)
    return components


def _required_bodies(api: Api) -> frozenset[str]:
    """The operations whose body has a required property, and so cannot be left out."""
    structures = {structure.name: structure.properties for structure in api.structures}

    def needed(operation: Operation) -> Iterable[Property]:
        for media in operation.request_body.content if operation.request_body else ():
            match media.schema:
                case Reference(name):
                    yield from structures[name]
                case ObjectOf(properties):
                    yield from properties

    return frozenset(
        operation.id for operation in api.operations if any(p.required and p.required.value for p in needed(operation))
    )
