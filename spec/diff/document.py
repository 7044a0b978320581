"""A document with its references resolved on demand, and what two documents have in common."""

from __future__ import annotations

from functools import cache
from urllib.parse import unquote

from spec.diff.normal import same_value
from spec.model import JSON
from spec.sourcemap import join_pointer, split_pointer
from spec.visit import as_object, resolve_pointer

Node = dict[str, JSON]


class Document:
    """One OpenAPI document. Nothing in it is changed.

    `external` collects the references that lead out of the document, or to no single place in it: they are compared by
    their text.
    """

    def __init__(self, raw: Node) -> None:
        self.raw = raw
        self.legacy = str(raw.get("openapi", "")).startswith("3.0")
        self.external: set[str] = set()
        self._targets: dict[str, tuple[JSON, str] | None] = {}
        self._anchors: dict[str, list[tuple[JSON, str]]] | None = None

    def target(self, reference: str) -> tuple[JSON, str] | None:
        """The node that a reference names, with its pointer; None if it is not in this document."""
        if reference not in self._targets:
            self._targets[reference] = self._find(reference)
            if self._targets[reference] is None:
                self.external.add(reference)
        return self._targets[reference]

    def resolve(self, value: JSON, pointer: str) -> tuple[Node, str]:
        """The object at the end of a chain of references, with its pointer; what is no object is an empty one."""
        seen = set()
        while isinstance(value, dict) and isinstance(reference := value.get("$ref"), str) and pointer not in seen:
            seen.add(pointer)
            found = self.target(reference)
            if found is None:
                break
            value, pointer = found
        return as_object(value), pointer

    def _find(self, reference: str) -> tuple[JSON, str] | None:
        if not reference.startswith("#"):
            return None
        if reference[1:2] not in ("", "/"):
            return self._find_anchor(unquote(reference[1:]))
        try:
            pointer = join_pointer(*split_pointer(unquote(reference)))
            return resolve_pointer(self.raw, pointer), pointer
        except (KeyError, ValueError):
            return None

    def _find_anchor(self, name: str) -> tuple[JSON, str] | None:
        """The schema with this anchor; None where there are several, or none."""
        if self._anchors is None:
            self._anchors = _collect_anchors(self.raw)
        found = self._anchors.get(name, [])
        return found[0] if len(found) == 1 else None


def reference_of(node: Node) -> str:
    """The reference of a schema, empty if there is none. A dynamic one leads to the only anchor of its name."""
    found = node.get("$ref", node.get("$dynamicRef"))
    return found if isinstance(found, str) else ""


def _collect_anchors(root: JSON) -> dict[str, list[tuple[JSON, str]]]:
    """The schemas that have a name of their own (JSON Schema 2020-12, 8.2.2)."""
    found: dict[str, list[tuple[JSON, str]]] = {}
    pending = [(root, "")]
    while pending:
        node, pointer = pending.pop()
        if isinstance(node, dict):
            for name in {node.get("$anchor"), node.get("$dynamicAnchor")}:
                if isinstance(name, str):
                    found.setdefault(name, []).append((node, pointer))
            pending.extend((child, pointer + join_pointer(key)) for key, child in node.items())
        elif isinstance(node, list):
            pending.extend((child, pointer + join_pointer(number)) for number, child in enumerate(node))
    return found


class Unchanged:
    """Tells which parts of two documents are the same text and refer to the same text.

    Components that differ, or that refer to one that does, are found once; everything else is skipped without a
    closer look. Nodes are known by identity: the documents keep them alive. In documents of
    different versions the same text may mean another thing: nodes with such keywords are taken for different ones.
    """

    def __init__(self, old: Document, new: Document) -> None:
        self.mixed = old.legacy is not new.legacy
        self._touched: dict[int, bool] = {}
        self._differing = _find_differing(old.raw, new.raw, self.mixed)

    def covers(self, old: JSON, new: JSON) -> bool:
        """Whether two nodes are the same, whatever follows their references included."""
        return not self._touches(old) and same_value(old, new)

    def _touches(self, node: JSON) -> bool:
        """Whether something inside of a node of the old document refers to a component that differs."""
        if not isinstance(node, dict | list):
            return False
        known = self._touched.get(id(node))
        if known is None:
            known = self._touched[id(node)] = self._refers(node) or any(
                self._touches(child) for child in (node.values() if isinstance(node, dict) else node)
            )
        return known

    def _refers(self, node: Node | list[JSON]) -> bool:
        return isinstance(node, dict) and not self._differing.isdisjoint(_references(node, self.mixed))


_ELSEWHERE = "#elsewhere"


_VERSIONED = {"nullable", "exclusiveMinimum", "exclusiveMaximum"}


def _find_differing(old: Node, new: Node, mixed: bool) -> frozenset[str]:
    """The pointers of the components that differ, refer to one that does, or are not there."""
    before, after = _components(old), _components(new)
    differing = {key for key in before.keys() | after.keys() if not same_value(before.get(key), after.get(key))}
    users: dict[str, list[str]] = {}
    for key, node in before.items():
        for used in _collect_references(node, mixed):
            users.setdefault(used, []).append(key)
    differing |= {_ELSEWHERE, *(users.keys() - before.keys())}
    pending = list(differing)
    while pending:
        for user in users.get(pending.pop(), ()):
            if user not in differing:
                differing.add(user)
                pending.append(user)
    return frozenset(differing)


def _components(document: Node) -> dict[str, JSON]:
    return {
        join_pointer("components", section, name): node
        for section, nodes in as_object(document.get("components")).items()
        for name, node in as_object(nodes).items()
    }


def _references(node: Node, mixed: bool) -> tuple[str, ...]:
    """The component that an object refers to; the mark of others where two versions read the object differently."""
    reference = reference_of(node)
    found = (_component_of(reference),) if reference else ()
    versioned = mixed and (_VERSIONED & node.keys() or (found and len(node) > 1))
    return (*found, _ELSEWHERE) if versioned else found


def _collect_references(node: JSON, mixed: bool) -> set[str]:
    """The components that a node refers to, not those that they refer to."""
    found: set[str] = set()
    pending = [node]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            found.update(_references(value, mixed))
            pending.extend(child for child in value.values() if isinstance(child, (dict, list)))
        elif isinstance(value, list):
            pending.extend(child for child in value if isinstance(child, (dict, list)))
    return found


@cache
def _component_of(reference: str) -> str:
    """The pointer of the component that a reference leads into; one mark for all others."""
    tokens = split_pointer(unquote(reference)) if reference.startswith("#/components/") else ()
    return join_pointer(*tokens[:3]) if len(tokens) >= 3 else _ELSEWHERE
