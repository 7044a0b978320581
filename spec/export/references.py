"""References between the parts of a document: found, rewritten, and led to components."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spec.emit.names import sanitise, unused
from spec.export.loss import Node
from spec.model import JSON
from spec.sourcemap import join_pointer, split_pointer
from spec.validate import copy_json
from spec.visit import Kind, Visit, as_object, resolve_pointer, visit_document

SECTIONS = {
    Kind.SCHEMA: "schemas",
    Kind.PARAMETER: "parameters",
    Kind.HEADER: "headers",
    Kind.REQUEST_BODY: "requestBodies",
    Kind.RESPONSE: "responses",
    Kind.EXAMPLE: "examples",
    Kind.PATH_ITEM: "pathItems",
}


def copy_document(document: Node) -> Node:
    """A deep copy, for whoever changes it in place before anybody else sees it."""
    return as_object(copy_json(document))


def reference_of(visit: Visit) -> str | None:
    """The `$ref` of a node."""
    reference = visit.node.get("$ref")
    return reference if isinstance(reference, str) else None


def resolve_node(document: Node, node: JSON) -> Node:
    """The node itself, or what its reference leads to."""
    while isinstance(reference := as_object(node).get("$ref"), str):
        node = resolve_pointer(document, reference)
    return as_object(node)


def rewrite_references(document: Node, rename: Callable[[str], str]) -> Node:
    """The document with every reference renamed, those of links and discriminators too; bare names stay."""
    changed = copy_document(document)
    for visit in tuple(visit_document(changed)):
        reference = reference_of(visit)
        if reference is not None:
            visit.node["$ref"] = rename(reference)
        operation = visit.node.get("operationRef")
        if visit.kind is Kind.OTHER and isinstance(operation, str):
            visit.node["operationRef"] = rename(operation)
        mapping = as_object(as_object(visit.node.get("discriminator")).get("mapping"))
        if visit.kind is Kind.SCHEMA:
            mapping |= {key: rename(value) for key, value in mapping.items() if isinstance(value, str) and "#" in value}
    return changed


def lead_to_components(document: Node) -> Node:
    """The document in which every reference names a component."""
    return trace_components(document)[0]


def trace_components(document: Node) -> tuple[Node, dict[str, str]]:
    """The document in which every reference names a component, and the place that each new component is a copy of.

    What a deeper reference points to, such as a property or a definition inside of a schema, becomes a component as
    well: an export may rewrite the places on the way.
    """
    named: dict[str, str] = {}
    changed = copy_document(document)
    for visit in _deep_references(document):
        pointer = str(visit.node["$ref"]).removeprefix("#")
        section = SECTIONS.get(visit.kind)
        if section is not None and pointer not in named:
            named[pointer] = f"#{_add_component(changed, section, pointer)}"
    led = rewrite_references(changed, lambda reference: named.get(reference.removeprefix("#"), reference))
    return led, {component.removeprefix("#"): pointer for pointer, component in named.items()}


def inline_path_items(document: Node) -> Node:
    """The document without references to path items; what stands beside such a reference wins."""
    changed = copy_document(document)
    visits = [visit for visit in visit_document(changed) if visit.kind is Kind.PATH_ITEM and _is_local(visit)]
    if not visits:
        return changed
    for visit in visits:
        while _is_local(visit):
            reference, beside = str(visit.node["$ref"]), {k: v for k, v in visit.node.items() if k != "$ref"}
            item = as_object(copy_json(resolve_pointer(document, reference)))
            visit.node.clear()
            visit.node.update(item | beside)
    as_object(changed.get("components")).pop("pathItems", None)
    return changed


def _is_local(visit: Visit) -> bool:
    reference = reference_of(visit)
    return reference is not None and reference.startswith("#")


def _deep_references(document: Node) -> Iterator[Visit]:
    for visit in visit_document(document):
        reference = reference_of(visit)
        if reference is None or not reference.startswith("#"):
            continue
        tokens = split_pointer(reference)
        if len(tokens) != 3 or tokens[0] != "components":
            yield visit


def _add_component(document: Node, section: str, pointer: str) -> str:
    components = as_object(document.setdefault("components", {}))
    place = as_object(components.setdefault(section, {}))
    tokens = [token for token in split_pointer(pointer) if token != "schema"]
    name = unused(sanitise(tokens[-1] if tokens else section, "Component"), place)
    place[name] = copy_json(resolve_pointer(document, pointer))
    return join_pointer("components", section, name)
