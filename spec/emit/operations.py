"""Operations of the IR → Operation Objects, OpenAPI 3.1 §4.8.10."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from spec.emit.actions import travels_in_query
from spec.emit.names import unused
from spec.emit.paths import PLACEHOLDER
from spec.emit.schemas import Schemas, note_optional
from spec.emit.security import covering_scheme, emit_requirements, is_authorization
from spec.emit.servers import emit_servers
from spec.emit.site import Node, Site
from spec.model import (
    JSON,
    Api,
    Evidence,
    Example,
    Location,
    MediaType,
    ObjectOf,
    Operation,
    Parameter,
    Property,
    Reference,
    RequestBody,
    Response,
    Type,
    UnknownType,
)


@dataclass(frozen=True, slots=True)
class Operations:
    """Writes the operations of one API; the mappings give what ids are called in the document."""

    api: Api
    schemas: Schemas
    operation_ids: Mapping[str, str]
    scheme_names: Mapping[str, str]
    required_bodies: frozenset[str]

    def emit(self, operation: Operation, site: Site) -> Node:
        """The Operation Object."""
        site.note(operation.source)
        node: Node = {"tags": [operation.tag]} if operation.tag else {}
        node["summary"] = operation.title or operation.id
        if operation.description:
            node["description"] = operation.description
        url = dict(self.api.page_urls).get(operation.source.page)
        if url:
            node["externalDocs"] = {"url": url}
        node["operationId"] = self.operation_ids[operation.id]
        node |= _emit_rpc(operation, site)
        if operation.deprecated is not None and operation.deprecated.value:
            node["deprecated"] = True
            site.at("deprecated").note(operation.deprecated.source)
        return node | self._emit_contract(operation, site)

    def _emit_contract(self, operation: Operation, site: Site) -> Node:
        node: Node = {}
        parameters = self._emit_parameters(operation, site)
        if parameters:
            node["parameters"] = parameters
        if operation.request_body is not None:
            node["requestBody"] = self._emit_body(operation.request_body, operation.id, site.at("requestBody"))
        node["responses"] = self._emit_responses(operation.responses, site.at("responses"))
        if operation.security is not None:
            node["security"] = emit_requirements(operation.security, self.scheme_names)
        if operation.servers:
            node["servers"] = emit_servers(operation.servers, site.at("servers"))
        return node

    def _emit_parameters(self, operation: Operation, site: Site) -> list[JSON]:
        nodes: list[JSON] = []
        for parameter in _distinct(_with_placeholders(operation)):
            scheme = covering_scheme(parameter, self.api.security_schemes)
            if scheme is not None:
                place = site.root().at("components", "securitySchemes", self.scheme_names[scheme.id])
                place.note(parameter.property.source)
            elif not is_authorization(parameter):
                nodes.append(self._emit_parameter(parameter, site.at("parameters", len(nodes))))
        return nodes

    def _emit_parameter(self, parameter: Parameter, site: Site) -> Node:
        prop = parameter.property
        node: Node = {"name": prop.name, "in": str(parameter.location)}
        node |= self._emit_value(parameter, site, required=parameter.location is Location.PATH)
        style = _query_style(prop.type, node.get("schema")) if parameter.location is Location.QUERY else ""
        return _insert_before(node, "schema", {"style": style, "explode": True}) if style else node

    def _emit_value(self, parameter: Parameter, site: Site, *, required: bool = False) -> Node:
        """What parameters and response headers have in common."""
        prop = parameter.property
        site.note(prop.source)
        node: Node = {"description": prop.description} if prop.description else {}
        if prop.required is not None and prop.required.value:
            site.at("required").note(prop.required.source)
            node["required"] = True
        elif required:
            node["required"] = True
        else:
            note_optional(prop, site)
        if prop.deprecated is not None and prop.deprecated.value:
            site.at("deprecated").note(prop.deprecated.source)
            node["deprecated"] = True
        node["schema"] = self.schemas.of_payload(prop, site.at("schema"))
        return node | _emit_examples(parameter.examples, site)

    def _emit_body(self, body: RequestBody, operation: str, site: Site) -> Node:
        site.note(body.source)
        node: Node = {"description": body.description} if body.description else {}
        if body.required is not None:
            _note_required(body, site)
        if (body.required is not None and body.required.value) or operation in self.required_bodies:
            node["required"] = True
        node["content"] = self._emit_content(body.content, site.at("content"), body)
        return node

    def _emit_content(self, content: Sequence[MediaType], site: Site, owner: RequestBody | Response) -> Node:
        return {media.name: self._emit_media(media, site.at(media.name), owner) for media in _by_name(content)}

    def _emit_media(self, media: MediaType, site: Site, owner: RequestBody | Response) -> Node:
        source = media.source or owner.source
        site.note(source)
        node: Node = {}
        if media.schema is not None:
            schema = self.schemas.of_payload(Property("", media.schema, source), site.at("schema"))
            node["schema"] = schema | {"xml": {"name": media.root}} if media.root else schema
        return node | _emit_examples(media.examples, site)

    def _emit_responses(self, responses: Sequence[Response], site: Site) -> Node:
        nodes: Node = {}
        for response in _by_status(responses):
            place = site.at(response.status)
            place.note(response.source)
            node: Node = {"description": response.description or _phrase(response.status)}
            if response.headers:
                node["headers"] = self._emit_headers(response.headers, place.at("headers"))
            if response.content:
                node["content"] = self._emit_content(response.content, place.at("content"), response)
            nodes[response.status] = node
        return nodes or {"default": {"description": "The pages document no response."}}

    def _emit_headers(self, headers: Sequence[Parameter], site: Site) -> Node:
        return {header.property.name: self._emit_value(header, site.at(header.property.name)) for header in headers}


def _emit_rpc(operation: Operation, site: Site) -> Node:
    if operation.broken:
        return {"x-broken": True}
    if operation.action is None:
        return {}
    site.at("x-rpc-action").note(operation.action.source)
    node: Node = {"x-rpc-action": operation.action.value}
    if operation.action_in_query and not travels_in_query(operation):
        node["x-rpc-query-parameter"] = operation.action_property
    return node


def _emit_examples(examples: Sequence[Example], site: Site) -> Node:
    nodes: Node = {}
    for number, example in enumerate(examples, 1):
        name = unused(example.name or f"example-{number}", nodes, "-")
        site.at("examples", name).note(example.source)
        summary: Node = {"summary": example.summary} if example.summary else {}
        nodes[name] = summary | {"value": example.value}
    return {"examples": nodes} if nodes else {}


def _with_placeholders(operation: Operation) -> Sequence[Parameter]:
    """The parameters, and one of unknown type for each placeholder of the path that no row describes."""
    described = {p.property.name for p in operation.parameters if p.location is Location.PATH}
    source = replace(operation.source, evidence=Evidence.URL)
    missing = [name for name in dict.fromkeys(PLACEHOLDER.findall(operation.path)) if name not in described]
    added = [Parameter(Location.PATH, Property(name, UnknownType(), source)) for name in missing]
    return (*added, *operation.parameters)


def _distinct(parameters: Iterable[Parameter]) -> Iterable[Parameter]:
    found: dict[tuple[str, str], Parameter] = {}
    for parameter in parameters:
        found.setdefault((parameter.location, parameter.property.name), parameter)
    return found.values()


def _by_status(responses: Sequence[Response]) -> Iterable[Response]:
    """One response per status: a later one of the same status adds its headers and content."""
    merged: dict[str, Response] = {}
    for later in responses:
        first = merged.setdefault(later.status, later)
        if first is not later:
            headers, content = first.headers + later.headers, first.content + later.content
            merged[later.status] = replace(first, headers=headers, content=content)
    return merged.values()


def _by_name(content: Sequence[MediaType]) -> Iterable[MediaType]:
    """One media type per name: a later one of the same name adds its examples, and a schema where there is none."""
    merged: dict[str, MediaType] = {}
    for later in content:
        first = merged.setdefault(later.name, later)
        if first is not later:
            examples = first.examples + later.examples
            merged[later.name] = replace(first, schema=first.schema or later.schema, examples=examples)
    return merged.values()


def _query_style(kind: Type, schema: JSON) -> str:
    """How a list or an object travels in a query, where its members keep the name of the whole (`not[labels]=a`)."""
    if isinstance(kind, ObjectOf | Reference):
        return "deepObject"
    return "form" if isinstance(schema, dict) and "items" in schema else ""


def _insert_before(node: Node, key: str, values: Node) -> Node:
    return {k: v for name, value in node.items() for k, v in ((values if name == key else {}) | {name: value}).items()}


def _note_required(body: RequestBody, site: Site) -> None:
    if body.required is not None and body.required.value:
        site.at("required").note(body.required.source)
    elif body.required is not None:
        site.note(body.required.source, "required: no")


def _phrase(status: str) -> str:
    families = {"1": "Informational", "2": "Success", "3": "Redirection", "4": "Client error", "5": "Server error"}
    if status.isdigit() and int(status) in set(HTTPStatus):
        return HTTPStatus(int(status)).phrase
    return families.get(status[:1], "Any other response")
