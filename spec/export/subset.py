"""Some operations of a document, and no more of it than they need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches

from spec.export.loss import Node
from spec.export.references import copy_document, inline_path_items, lead_to_components, reference_of, resolve_node
from spec.model import JSON
from spec.sourcemap import join_pointer, split_pointer
from spec.visit import (
    METHODS,
    Kind,
    Visit,
    as_list,
    as_object,
    resolve_pointer,
    visit_document,
    visit_operations,
    without_extensions,
)

_SUGGESTIONS = 3


class SelectionError(LookupError):
    """A tag or operation that the document does not have; the message names the nearest ones."""


def select_parts(document: Node, tags: Sequence[str], operations: Sequence[str]) -> Node:
    """The document with the operations that have one of the tags or names.

    An operation is named by its `operationId`, or as `GET /path`.

    Raises:
        SelectionError: There is no such tag or operation.
    """
    document = inline_path_items(lead_to_components(document))
    found = [(key, method, visit.node) for key, method, visit in visit_operations(document)]
    known_tags = {str(tag) for _, _, node in found for tag in as_list(node.get("tags"))}
    names = {name for operation in found for name in _names(*operation)}
    for tag in tags:
        _expect(tag, known_tags, "tag")
    for operation in operations:
        _expect(operation, names, "operation")
    chosen = [
        (key, method)
        for key, method, node in found
        if set(tags) & set(map(str, as_list(node.get("tags")))) or set(operations) & _names(key, method, node)
    ]
    return select_operations(document, chosen)


def select_operations(document: Node, chosen: Iterable[tuple[str, str]]) -> Node:
    """The document with these operations, each a path and a method; every reference must lead to a component."""
    wanted = set(chosen)
    changed = copy_document(document)
    for webhooks in ("webhooks", "x-webhooks"):
        changed.pop(webhooks, None)
    paths = as_object(changed.get("paths"))
    kept = {key: _part_of(key, as_object(item), wanted) for key, item in without_extensions(paths).items()}
    extensions = {key: value for key, value in paths.items() if key.startswith("x-")}
    changed["paths"] = extensions | {key: item for key, item in kept.items() if item.keys() & set(METHODS)}
    _drop_links(changed)
    _drop_tags(changed)
    _drop_security(changed)
    _drop_components(changed)
    return changed


def _names(key: str, method: str, operation: Node) -> set[str]:
    return {f"{method.upper()} {key}", *([str(operation["operationId"])] if "operationId" in operation else [])}


def _expect(name: str, known: Collection[str], what: str) -> None:
    if name in known:
        return
    folded = {candidate.casefold(): candidate for candidate in sorted(known)}
    near = [folded[close] for close in get_close_matches(name.casefold(), list(folded), n=_SUGGESTIONS)]
    hint = f"; did you mean: {', '.join(near)}?" if near else ""
    raise SelectionError(f"the document has no {what} {name!r}{hint}")


def _part_of(key: str, item: Node, wanted: set[tuple[str, str]]) -> Node:
    return {name: value for name, value in item.items() if name not in METHODS or (key, name) in wanted}


# ---------------------------------------------------------------- what nobody needs any more


def _drop_links(document: Node) -> None:
    """Links to operations that are not there."""
    operations = list(visit_operations(document))
    identifiers = {visit.node.get("operationId") for _, _, visit in operations}
    pointers = {f"#{visit.pointer}" for _, _, visit in operations}
    for visit in tuple(visit_document(document)):
        if visit.kind is Kind.RESPONSE and "links" in visit.node:
            links = as_object(visit.node["links"])
            visit.node["links"] = {
                name: link for name, link in links.items() if _leads(document, link, identifiers, pointers)
            }


def _leads(document: Node, link: JSON, identifiers: set[JSON], pointers: set[str]) -> bool:
    node = resolve_node(document, link)
    target = node.get("operationRef")
    if isinstance(target, str) and target.startswith("#"):
        return target in pointers
    return "operationId" not in node or node["operationId"] in identifiers


def _drop_tags(document: Node) -> None:
    used = {tag for _, _, visit in visit_operations(document) for tag in map(str, as_list(visit.node.get("tags")))}
    if "tags" in document:
        document["tags"] = [tag for tag in as_list(document["tags"]) if as_object(tag).get("name") in used]
        if not document["tags"]:
            del document["tags"]


def _drop_security(document: Node) -> None:
    """The security of the document, if every operation has its own."""
    if all("security" in visit.node for _, _, visit in visit_operations(document)):
        document.pop("security", None)


def _drop_components(document: Node) -> None:
    components = as_object(document.get("components"))
    needed = _needed(document)
    for section, entries in tuple(components.items()):
        if not isinstance(entries, dict) or section.startswith("x-"):
            continue
        kept = {name: node for name, node in entries.items() if join_pointer("components", section, name) in needed}
        components[section] = kept
        if not kept:
            del components[section]
    if not components:
        document.pop("components", None)


def _needed(document: Node) -> set[str]:
    """The pointers of the components that paths, security and other needed components lead to."""
    leads: dict[str, set[str]] = {}
    for visit in visit_document(document):
        tokens = split_pointer(visit.pointer)
        owner = join_pointer(*tokens[:3]) if tokens[0] == "components" else ""
        leads.setdefault(owner, set()).update(_targets(visit))
        for parent in _parents(document, visit, tokens):
            leads.setdefault(parent, set()).add(owner)
    for node in [document, *(visit.node for _, _, visit in visit_operations(document))]:
        names = {name for requirement in as_list(node.get("security")) for name in as_object(requirement)}
        leads.setdefault("", set()).update(join_pointer("components", "securitySchemes", name) for name in names)
    needed, left = {""}, [""]
    while left:
        new = leads.get(left.pop(), set()) - needed
        needed |= new
        left += new
    return needed


def _targets(visit: Visit) -> Iterator[str]:
    reference = reference_of(visit)
    mapping = as_object(as_object(visit.node.get("discriminator")).get("mapping"))
    for target in [reference, *(mapping.values() if visit.kind is Kind.SCHEMA else ())]:
        if isinstance(target, str):
            named = target.startswith("#") or "/" in target
            yield target.removeprefix("#") if named else join_pointer("components", "schemas", target)


def _parents(document: Node, visit: Visit, tokens: tuple[str, ...]) -> Iterator[str]:
    """The schemas with a discriminator that a component inherits from: they stand for it without naming it."""
    if visit.kind is not Kind.SCHEMA or tokens[0] != "components" or len(tokens) != 3:
        return
    for branch in as_list(visit.node.get("allOf")):
        reference = as_object(branch).get("$ref")
        if isinstance(reference, str) and reference.startswith("#"):
            target = as_object(resolve_pointer(document, reference))
            if "discriminator" in target:
                yield reference.removeprefix("#")
