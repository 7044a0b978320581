"""Documents without their examples, or without their prose."""

from __future__ import annotations

from spec.export.loss import Node
from spec.export.references import copy_document
from spec.visit import Kind, as_list, as_object, visit_document

_CARRIERS = (Kind.SCHEMA, Kind.PARAMETER, Kind.HEADER, Kind.MEDIA_TYPE)
_TEXTS = ("description", "summary", "x-enum-descriptions")


def strip_examples(document: Node) -> Node:
    """The document without any example."""
    changed = copy_document(document)
    components = as_object(changed.get("components"))
    components.pop("examples", None)
    for visit in tuple(visit_document(changed)):
        if visit.kind in _CARRIERS:
            visit.node.pop("example", None)
            visit.node.pop("examples", None)
    return changed


def strip_descriptions(document: Node) -> Node:
    """The document without descriptions and summaries; those that OpenAPI demands become empty."""
    changed = copy_document(document)
    for visit in tuple(visit_document(changed)):
        _strip(visit.node)
        if visit.kind is Kind.RESPONSE and "$ref" not in visit.node:
            _demand(visit.node, "description")
        _strip_servers(visit.node)
    _strip(as_object(changed.get("info")))
    _strip_servers(changed)
    for tag in as_list(changed.get("tags")):
        _strip(as_object(tag))
    _strip_flows(changed)
    return changed


def _strip(node: Node) -> None:
    for keyword in _TEXTS:
        node.pop(keyword, None)
    as_object(node.get("externalDocs")).pop("description", None)


def _demand(node: Node, keyword: str) -> None:
    """Puts an empty text first, where readers of the document look for it."""
    rest = dict(node)
    node.clear()
    node[keyword] = ""
    node.update(rest)


def _strip_servers(node: Node) -> None:
    for server in map(as_object, as_list(node.get("servers"))):
        _strip(server)
        for variable in as_object(server.get("variables")).values():
            _strip(as_object(variable))


def _strip_flows(document: Node) -> None:
    """Scopes are a mapping of names to descriptions, which cannot be left out."""
    schemes = as_object(as_object(document.get("components")).get("securitySchemes"))
    for scheme in schemes.values():
        for flow in as_object(as_object(scheme).get("flows")).values():
            scopes = as_object(as_object(flow).get("scopes"))
            scopes.update(dict.fromkeys(scopes, ""))
