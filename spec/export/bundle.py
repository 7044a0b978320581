"""A document of several files as one: what other files hold becomes components. Nothing is read over a network."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from spec.emit.names import sanitise, unused
from spec.export.loss import Node
from spec.export.references import SECTIONS, copy_document, reference_of
from spec.load import DocumentError, read_text
from spec.model import JSON
from spec.sourcemap import join_pointer, split_pointer
from spec.validate import copy_json
from spec.visit import Kind, Visit, as_object, resolve_pointer, visit_document
from spec.yaml import YamlError, load_yaml

_REMOTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:|//")


def has_external(document: Node) -> bool:
    """Whether a reference leads to another file."""
    references = (reference_of(visit) for visit in visit_document(document))
    return any(reference is not None and not reference.startswith("#") for reference in references)


def bundle_document(document: Node, path: Path) -> Node:
    """The document with everything that it needs of other files; `path` is its own.

    Raises:
        DocumentError: A file cannot be read, or has nothing at the place that is referred to.
    """
    return _Bundler(path.resolve(), copy_document(document)).bundle()


@dataclass(slots=True)
class _Bundler:
    """The document that grows; `named` has the component of each place in a file."""

    path: Path
    document: Node
    files: dict[Path, JSON] = field(default_factory=dict)
    named: dict[tuple[Path, str, Kind], str] = field(default_factory=dict)
    inlining: list[tuple[Path, str]] = field(default_factory=list)

    def bundle(self) -> Node:
        """The document, complete. Components that only refer to a file take what it holds, under their own name."""
        visits = list(visit_document(self.document))
        for visit in visits:
            if visit.kind in SECTIONS and visit.node.keys() == {"$ref"} and _is_component(visit):
                self._fill(visit)
        self._take(self.document, self.path)
        return self.document

    def _take(self, root: Node, origin: Path) -> None:
        """Leads the references below a root, as the file `origin` writes them, to components of the document."""
        for visit in list(visit_document(root)):
            mapping = as_object(as_object(visit.node.get("discriminator")).get("mapping"))
            for key, target in mapping.items() if visit.kind is Kind.SCHEMA else ():
                if isinstance(target, str) and _is_address(target):
                    mapping[key] = self._lead(Kind.SCHEMA, target, origin)
            reference = reference_of(visit)
            if reference is None:
                continue
            if visit.kind is Kind.PATH_ITEM and not (origin == self.path and reference.startswith("#")):
                self._inline(visit, *self._place(reference, origin))
            else:
                visit.node["$ref"] = self._lead(visit.kind, reference, origin)

    def _lead(self, kind: Kind, reference: str, origin: Path) -> str:
        place, pointer = self._place(reference, origin)
        if place == self.path:
            return reference if origin == self.path and reference.startswith("#") else f"#{pointer}"
        return self._component(kind, place, pointer)

    def _place(self, reference: str, origin: Path) -> tuple[Path, str]:
        if _REMOTE.match(reference):
            raise DocumentError(origin, 1, f"expected references to local files, found {reference}")
        name, _, pointer = reference.partition("#")
        return ((origin.parent / unquote(name)).resolve() if name else origin), unquote(pointer)

    def _fill(self, visit: Visit) -> None:
        place, pointer = self._place(str(visit.node["$ref"]), self.path)
        key = (place, pointer, visit.kind)
        if place == self.path or key in self.named:
            return
        self.named[key] = f"#{visit.pointer}"
        self._replace(visit, place, pointer)

    def _inline(self, visit: Visit, place: Path, pointer: str) -> None:
        if (place, pointer) in self.inlining:
            raise DocumentError(place, 1, f"expected a path item at #{pointer}, found references in a circle")
        self.inlining.append((place, pointer))
        self._replace(visit, place, pointer)
        self.inlining.pop()

    def _replace(self, visit: Visit, place: Path, pointer: str) -> None:
        """Puts what a file holds in the place of a reference to it; what stands beside the reference wins."""
        beside = {key: value for key, value in visit.node.items() if key != "$ref"}
        node = {**as_object(copy_json(self._read(place, pointer))), **beside}
        visit.node.clear()
        visit.node.update(node)
        self._take({"components": {SECTIONS[visit.kind]: {"": visit.node}}}, place)

    def _component(self, kind: Kind, place: Path, pointer: str) -> str:
        key = (place, pointer, kind)
        if key not in self.named:
            node = copy_json(self._read(place, pointer))
            section = SECTIONS.get(kind, "links")
            entries = as_object(as_object(self.document.setdefault("components", {})).setdefault(section, {}))
            wanted = (split_pointer(pointer) or (place.stem,))[-1]
            name = unused(sanitise(wanted, "Component"), entries)
            self.named[key] = f"#{join_pointer('components', section, name)}"
            entries[name] = node
            self._take({"components": {section: {name: node}}}, place)
        return self.named[key]

    def _read(self, place: Path, pointer: str) -> JSON:
        """What stands at a pointer of a file."""
        if place not in self.files:
            self.files[place] = _parse(place)
        try:
            return resolve_pointer(self.files[place], pointer)
        except (KeyError, ValueError) as error:
            raise DocumentError(place, 1, f"expected something at #{pointer}, found nothing") from error


def _is_component(visit: Visit) -> bool:
    tokens = split_pointer(visit.pointer)
    return len(tokens) == 3 and tokens[0] == "components"


def _is_address(target: str) -> bool:
    """Whether a value of a discriminator's mapping is a reference rather than the name of a schema."""
    return "/" in target or "#" in target or target.endswith((".yaml", ".yml", ".json"))


def _parse(path: Path) -> JSON:
    try:
        return load_yaml(read_text(path))
    except YamlError as error:
        raise DocumentError(path, error.line, str(error)) from error
