"""The models of a document as one JSON Schema 2020-12, each under `$defs`."""

from __future__ import annotations

from spec.export.loss import Exported, ExportError, Loss, Node
from spec.export.references import lead_to_components, rewrite_references
from spec.export.upgrade import upgrade_document
from spec.sourcemap import join_pointer
from spec.visit import Kind, as_object, visit_document

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_COMPONENTS = "#/components/schemas/"
_OF_OPENAPI = ("discriminator", "xml", "externalDocs")


def bundle_schemas(document: Node) -> Exported:
    """The schemas of the document's components, with references between them.

    Raises:
        ExportError: The document has no such schemas.
    """
    upgraded = upgrade_document(lead_to_components(document))
    schemas = as_object(as_object(upgraded.document.get("components")).get("schemas"))
    if not schemas:
        raise ExportError("the document has no schemas under components: there are no models to export")
    models: Node = {"components": {"schemas": schemas}}
    renamed = rewrite_references(models, lambda name: name.replace(_COMPONENTS, "#/$defs/", 1))
    losses = [*upgraded.losses]
    for visit in tuple(visit_document(renamed)):
        losses += _leave_openapi(visit.node, visit.pointer) if visit.kind is Kind.SCHEMA else ()
    info = as_object(document.get("info"))
    head: Node = {"$schema": _DIALECT, **({"title": info["title"]} if "title" in info else {})}
    return Exported({**head, "$defs": as_object(renamed["components"])["schemas"]}, tuple(losses))


def _leave_openapi(schema: Node, pointer: str) -> list[Loss]:
    """What OpenAPI adds to JSON Schema; `example` becomes `examples`."""
    example = schema.pop("example", None)
    if example is not None:
        schema.setdefault("examples", [example])
    left = [keyword for keyword in _OF_OPENAPI if keyword in schema]
    for keyword in left:
        del schema[keyword]
    return [Loss(pointer + join_pointer(keyword), f"{keyword} is left out: JSON Schema has none") for keyword in left]
