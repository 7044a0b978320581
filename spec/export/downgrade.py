"""OpenAPI 3.1 → 3.0.3."""

from __future__ import annotations

from collections.abc import Iterator

from spec.export.downgrade_schema import downgrade_schema, is_binary, plain_schema
from spec.export.loss import Exported, Loss, Node
from spec.export.references import inline_path_items, trace_components
from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.visit import METHODS, Kind, Visit, as_list, as_object, visit_document

VERSION = "3.0.3"
_NO_RESPONSE = "The document describes no response."
_CERTIFICATE = "A client certificate (mutual TLS), not a header."
_CERTIFICATE_LOSS = "mutualTLS is told as type http: OpenAPI 3.0 does not have client certificates"
_BODILESS = ("get", "head", "delete")
_LICENSES = "https://spdx.org/licenses/{}.html"


def downgrade_document(document: Node) -> Exported:
    """The document as OpenAPI 3.0.3; a document of 3.0 as it is."""
    if str(document.get("openapi")).startswith("3.0"):
        return Exported(document)
    led, origins = trace_components(document)
    changed = inline_path_items(led)
    visits = tuple(visit_document(changed))
    losses = [*_downgrade_root(changed), *_downgrade_security(changed)]
    # From the leaves up: a schema is converted after the schemas inside of it.
    for visit in reversed([visit for visit in visits if not visit.pointer.startswith("/webhooks/")]):
        losses += _downgrade_node(visit)
    _spell_out_components(changed)
    order = {visit.pointer: number for number, visit in enumerate(visits)}
    # A copy loses what its original loses.
    told = dict.fromkeys(Loss(_original(loss.pointer, origins), loss.message) for loss in losses)
    return Exported(changed, tuple(sorted(told, key=lambda loss: _place(loss.pointer, order))))


def _original(pointer: str, origins: dict[str, str]) -> str:
    """The place in the document that was given."""
    tokens = pointer.split("/")
    component = "/".join(tokens[:4])
    return "/".join([origins[component], *tokens[4:]]) if component in origins else pointer


def _place(pointer: str, order: dict[str, int]) -> int:
    while pointer and pointer not in order:
        pointer = pointer.rpartition("/")[0]
    return order.get(pointer, -1)


# ---------------------------------------------------------------- the document


def _downgrade_root(document: Node) -> Iterator[Loss]:
    document["openapi"] = VERSION
    info = as_object(document.get("info"))
    if info.pop("summary", None) is not None:
        yield Loss("/info/summary", "summary of the API is left out: OpenAPI 3.0 does not have it")
    _link_license(as_object(info.get("license")))
    if "jsonSchemaDialect" in document:
        yield Loss("/jsonSchemaDialect", f"jsonSchemaDialect {document.pop('jsonSchemaDialect')} is left out")
    for name in as_object(document.pop("webhooks", None)):
        yield Loss(join_pointer("webhooks", name), "webhook is left out: OpenAPI 3.0 does not have any")
    document.setdefault("paths", {})
    components = as_object(document.get("components"))
    for name in as_object(components.pop("pathItems", None)):
        yield Loss(join_pointer("components", "pathItems", name), "path item is left out: no path refers to it")


def _link_license(node: Node) -> None:
    identifier = node.pop("identifier", None)
    if isinstance(identifier, str):
        node.setdefault("url", _LICENSES.format(identifier))


def _spell_out_components(document: Node) -> None:
    schemas = as_object(as_object(document.get("components")).get("schemas"))
    schemas |= {name: plain_schema(schema) for name, schema in schemas.items()}


def _downgrade_security(document: Node) -> Iterator[Loss]:
    """3.0 knows no client certificates, and scopes of OAuth 2.0 and OpenID Connect only."""
    schemes = as_object(as_object(document.get("components")).get("securitySchemes"))
    scoped = {
        name for name, scheme in schemes.items() if as_object(scheme).get("type") in ("oauth2", "openIdConnect", None)
    }
    for name, scheme in schemes.items():
        if as_object(scheme).get("type") == "mutualTLS":
            schemes[name] = _name_certificate(as_object(scheme))
            yield Loss(join_pointer("components", "securitySchemes", name), _CERTIFICATE_LOSS)
    owners = [("", document)]
    owners += [(visit.pointer, visit.node) for visit in visit_document(document) if visit.kind is Kind.OPERATION]
    for pointer, owner in owners:
        for index, requirement in enumerate(as_list(owner.get("security"))):
            place = pointer + join_pointer("security", index)
            yield from _downgrade_requirement(as_object(requirement), place, scoped)


def _name_certificate(scheme: Node) -> Node:
    """Something that is needed all the same: without the scheme, operations would look open to everybody."""
    description = " ".join(text for text in (scheme.get("description"), _CERTIFICATE) if isinstance(text, str))
    return {**scheme, "type": "http", "scheme": "mutualTLS", "description": description}


def _downgrade_requirement(requirement: Node, pointer: str, scoped: set[str]) -> Iterator[Loss]:
    for name in requirement:
        if requirement[name] and name not in scoped:
            requirement[name] = []
            yield Loss(pointer + join_pointer(name), "roles are left out: in OpenAPI 3.0 only OAuth 2.0 has scopes")


# ---------------------------------------------------------------- nodes


def _downgrade_node(visit: Visit) -> Iterator[Loss]:
    if visit.kind is Kind.SCHEMA:
        losses: list[Loss] = []
        changed = downgrade_schema(visit.node, lambda at, message: losses.append(Loss(visit.pointer + at, message)))
        visit.node.clear()
        visit.node.update(changed)
        yield from losses
        return
    if "schema" in visit.node:
        visit.node["schema"] = plain_schema(visit.node["schema"])
    if "$ref" in visit.node:
        yield from _bare_reference(visit)
    elif visit.kind is Kind.OPERATION:
        yield from _answer(visit)
        yield from _doubt_body(visit)
    else:
        _describe_bytes(visit.node)


def _bare_reference(visit: Visit) -> Iterator[Loss]:
    for keyword in tuple(visit.node):
        if keyword != "$ref":
            del visit.node[keyword]
            yield Loss(visit.pointer + join_pointer(keyword), f"{keyword} beside $ref is left out: 3.0 ignores it")


def _answer(visit: Visit) -> Iterator[Loss]:
    if not visit.node.get("responses"):
        visit.node["responses"] = {"default": {"description": _NO_RESPONSE}}
        yield Loss(visit.pointer, "a response without content is added: OpenAPI 3.0 needs one")


def _doubt_body(visit: Visit) -> Iterator[Loss]:
    method = visit.pointer.rpartition("/")[2]
    if "requestBody" in visit.node and method in METHODS and method in _BODILESS:
        place = visit.pointer + "/requestBody"
        yield Loss(place, f"tools may ignore the request body: OpenAPI 3.0 gives it no meaning for {method.upper()}")


def _describe_bytes(node: Node) -> None:
    """Bytes have no schema in 3.1, and the format `binary` in 3.0."""
    for name, media in as_object(node.get("content")).items():
        if is_binary(name) and isinstance(media, dict) and media.get("schema", {}) == {}:
            schema: JSON = {"type": "string", "format": "binary"}
            media["schema"] = schema
