"""What every comparison needs: both documents, the walk over schemas, and where differences go."""

from __future__ import annotations

from dataclasses import dataclass

from spec.diff.annotations import compare_texts
from spec.diff.differences import NOWHERE, Difference, Direction, Place, Spot, Subject
from spec.diff.document import Document, Node, Unchanged
from spec.diff.judge import Findings
from spec.diff.normal import Part, same_value
from spec.diff.schemas import SchemaComparison
from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.visit import as_object


@dataclass(frozen=True, slots=True)
class Located:
    """An object of a document, references followed, and where it stands."""

    node: Node
    pointer: str

    def spot(self, key: str) -> Spot:
        """The value under a key; nowhere if there is none."""
        return Spot(self.pointer + join_pointer(key), self.node[key]) if key in self.node else NOWHERE


@dataclass(frozen=True, slots=True)
class Context:
    """Two documents that are compared."""

    old: Document
    new: Document
    schemas: SchemaComparison
    unchanged: Unchanged
    findings: Findings

    def compare_schemas(self, old: Located, new: Located, key: str, place: Place) -> None:
        """Adds what two schemas under a key differ in; a missing one allows everything."""
        direction = place.subject.direction if place.subject else Direction.NONE
        before, after = (_schema_part(old, key),), (_schema_part(new, key),)
        for path, difference in self.schemas.compare(before, after, direction):
            if not _names_action(difference, place):
                self.findings.add(difference, place.into(path))

    def equal_schemas(self, old: Located, new: Located, key: str, subject: Subject) -> bool:
        """Whether two schemas under a key are the same contract."""
        return self.schemas.equal((_schema_part(old, key),), (_schema_part(new, key),), subject.direction)

    def compare_texts(self, old: Located, new: Located, place: Place, *keys: str) -> None:
        """Adds what is written for people under these keys of two objects."""
        for difference in compare_texts(
            *({key: side.spot(key) for key in keys if side.node.get(key)} for side in (old, new))
        ):
            self.findings.add(difference, place)

    def compare_deprecation(self, old: Located, new: Located, place: Place) -> None:
        """Adds whether clients are asked to stop using a parameter or header."""
        was, now = (side.node.get("deprecated") is True for side in (old, new))
        if was is not now:
            spots = old.spot("deprecated"), new.spot("deprecated")
            self.findings.add(Difference("deprecated" if now else "reactivated", *spots), place)

    def compare_examples(self, old: Located, new: Located, place: Place) -> None:
        """Adds what differs in `example` and in each one of `examples`."""
        before, after = (_examples(side, document) for side, document in ((old, self.old), (new, self.new)))
        for name in sorted(before.keys() | after.keys()):
            spots = before.get(name, NOWHERE), after.get(name, NOWHERE)
            if not same_value(spots[0].value, spots[1].value):
                self.findings.add(Difference("example-changed", *spots, name=f" {name}" if name else ""), place)


def _names_action(difference: Difference, place: Place) -> bool:
    """Whether a constant only follows the new name of the RPC action."""
    return difference.aspect == "const-changed" and (difference.old.value, difference.new.value) == place.renamed


def _schema_part(side: Located, key: str) -> Part:
    if key in side.node:
        return Part(side.pointer + join_pointer(key), side.node[key])
    return Part(side.pointer, True, implied=True)


def _examples(side: Located, document: Document) -> dict[str, Spot]:
    found = {}
    if "example" in side.node:
        found[""] = side.spot("example")
    for name, raw in as_object(side.node.get("examples")).items():
        node, pointer = document.resolve(raw, f"{side.pointer}{join_pointer('examples', name)}")
        found[name] = Spot(pointer, _without_extensions(node))
    return found


def _without_extensions(node: Node) -> JSON:
    return {key: value for key, value in node.items() if not key.startswith("x-")}
