"""OpenAPI 3.0 → 3.1."""

from __future__ import annotations

from collections.abc import Iterator

from spec.export.downgrade_schema import is_only_null
from spec.export.loss import Exported, Loss, Node
from spec.export.references import copy_document
from spec.sourcemap import join_pointer
from spec.validate import modernise_schema
from spec.visit import Kind, Visit, visit_document

VERSION = "3.1.0"
_CONTENT = {
    "byte": ("contentEncoding", "base64"),
    "base64url": ("contentEncoding", "base64url"),
    "binary": ("contentMediaType", "application/octet-stream"),
}
_NULL: Node = {"type": "null"}


def upgrade_document(document: Node) -> Exported:
    """The document as OpenAPI 3.1; of a document of 3.1 the same."""
    if not str(document.get("openapi")).startswith("3.0"):
        return Exported(document)
    changed = copy_document(document)
    changed["openapi"] = VERSION
    losses: list[Loss] = []
    for visit in tuple(visit_document(changed)):
        if "$ref" in visit.node and visit.kind is not Kind.PATH_ITEM:
            losses += _bare_reference(visit)
        elif visit.kind is Kind.SCHEMA:
            losses += _upgrade_schema(visit)
    return Exported(changed, tuple(losses))


def _bare_reference(visit: Visit) -> Iterator[Loss]:
    """What 3.0 ignores beside `$ref` must not begin to mean something."""
    for keyword in tuple(visit.node):
        if keyword != "$ref":
            del visit.node[keyword]
            yield Loss(visit.pointer + join_pointer(keyword), f"{keyword} beside $ref means nothing in 3.0: left out")


def _upgrade_schema(visit: Visit) -> Iterator[Loss]:
    schema = visit.node
    if schema.get("nullable") is True and "type" not in schema:
        yield Loss(visit.pointer + "/nullable", "nullable without type means nothing in 3.0: left out")
    enum = schema.get("enum")
    if schema.get("nullable") is True and "type" in schema and isinstance(enum, list) and None not in enum:
        del schema["nullable"]
        yield Loss(visit.pointer + "/nullable", "nullable beside an enum without null allows none in 3.0: left out")
    if is_only_null(schema):
        for keyword in ("nullable", "enum"):
            del schema[keyword]
        schema |= _NULL
    modernise_schema(schema)
    _replace(schema, "example", "examples", [schema.get("example")])
    name = schema.get("format")
    if isinstance(name, str) and name in _CONTENT and schema.get("type") in ("string", ["string", "null"]):
        keyword, value = _CONTENT[name]
        _replace(schema, "format", keyword, value)


def _replace(schema: Node, old: str, new: str, value: object) -> None:
    """Another keyword at the place of one, in place."""
    if old not in schema:
        return
    entries = list(schema.items())
    schema.clear()
    for key, kept in entries:
        schema |= {new: value} if key == old else {key: kept}  # type: ignore[dict-item]
