"""Extensions that Redoc reads, in the shape that it expects: with any other one it shows nothing of a document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import jsonschema_rs

from spec.export.loss import Exported, Loss, Node
from spec.export.references import copy_document
from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.visit import as_list, as_object, resolve_pointer, visit_document

_TEXT: Node = {"type": "string"}
_TEXTS: Node = {"type": "array", "items": _TEXT}
_FLAG: Node = {"type": "boolean"}


def _object(*required: str, **properties: JSON) -> Node:
    return {"type": "object", "properties": properties, "required": list(required)}


def _list(items: JSON) -> Node:
    return {"type": "array", "items": items}


_SAMPLES = _list(_object("lang", "source", lang=_TEXT, source=_TEXT, label=_TEXT))
#: By the name of an extension, the JSON Schema of what Redoc takes it for; `False` for those that it writes itself.
_SHAPES: dict[str, Node | bool] = {
    "x-additionalPropertiesName": _TEXT,
    "x-badges": _list(_object("name", name=_TEXT, color=_TEXT, position={"enum": ["before", "after"]})),
    "x-circular-ref": False,
    "x-code-samples": _SAMPLES,
    "x-codeSamples": _SAMPLES,
    "x-displayName": _TEXT,
    "x-enumDescriptions": {"type": "object", "additionalProperties": _TEXT},
    "x-examples": {"type": "object", "additionalProperties": {"type": "object"}},
    "x-explicitMappingOnly": _FLAG,
    "x-ignoredHeaderParameters": _TEXTS,
    # A page loads no pictures.
    "x-logo": _object("url", url={"type": "string", "pattern": "^data:image/"}, href=_TEXT, altText=_TEXT),
    "x-nullable": _FLAG,
    "x-parentRefs": False,
    "x-refsStack": False,
    "x-servers": _list(_object("url", url=_TEXT, description=_TEXT)),
    "x-tagGroups": _list(_object("name", "tags", name=_TEXT, tags=_TEXTS)),
    "x-tags": _TEXTS,
    "x-traitTag": _FLAG,
    "x-webhooks": {"type": "object", "additionalProperties": {"type": "object"}},
}


def fit_extensions(document: Node) -> Exported:
    """The document without the extensions that Redoc would fail on; each is a loss."""
    changed = copy_document(document)
    losses: list[Loss] = []
    for pointer, node in tuple(carriers(changed)):
        for name in _SHAPES.keys() & node.keys():
            if not _validator(name).is_valid(node[name]) or not _resolves(changed, node[name]):
                del node[name]
                losses.append(Loss(pointer + join_pointer(name), f"{name} is left out: Redoc cannot show it"))
    return Exported(changed, tuple(sorted(losses, key=lambda loss: loss.pointer)))


def carriers(document: Node) -> Iterator[tuple[str, Node]]:
    """The nodes that extensions stand in, by pointer."""
    yield "", document
    yield "/info", as_object(document.get("info"))
    yield from ((f"/tags/{index}", as_object(tag)) for index, tag in enumerate(as_list(document.get("tags"))))
    yield from ((visit.pointer, visit.node) for visit in visit_document(document))


def _resolves(document: Node, value: JSON) -> bool:
    """Whether every reference in an extension leads to a place in the document: nobody has validated it."""
    left = [value]
    while left:
        node = left.pop()
        left += node if isinstance(node, list) else as_object(node).values()
        reference = as_object(node).get("$ref", "#")
        try:
            resolve_pointer(document, reference if isinstance(reference, str) else "")
        except (KeyError, ValueError):
            return False
    return True


@cache
def _validator(name: str) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(_SHAPES[name])
