"""Changes of operations that come from another page than their own: from a table there that is missing now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from generator.drift.sides import Side
from spec.diff.changes import Change, OperationName
from spec.diff.document import Document
from spec.diff.operations import Operation, read_operations, shape_of
from spec.diff.sources import find_source
from spec.model import JSON
from spec.visit import resolve_pointer

#: The first tokens of a pointer that name an operation (`/paths/…/get`) or a component (`/components/schemas/…`).
_PART = 4


class Consequences:
    """Which changes the loss of a page may have caused, beside those of its own operations."""

    def __init__(self, old: Side, new: Side, changes: Sequence[Change]) -> None:
        self._old, self._new = old, new
        self._changes = changes
        self._references: dict[str, frozenset[str]] = {}

    def of(self, page: str) -> list[Change]:
        """The changes that the loss of a page explains.

        What changed was stated on the page, or the page stated anything about these operations while their own
        pages are the same bytes as before. An operation of the page itself is one of them only where the page that
        has it now is as it was.
        """
        return [change for change in self._changes if change.operations and self._is_caused(change, page)]

    def _is_caused(self, change: Change, page: str) -> bool:
        homes = {self._homes.get(name_key(name), page) for name in change.operations}
        if page in homes and not all(
            self._is_unchanged(self._new_homes.get(name_key(name))) for name in change.operations
        ):
            return False
        source = find_source(self._old.sources, change.old_pointer)
        if source is not None and source.page == page:
            return True
        if not all(map(self._is_same, homes - {page})):
            return False
        keys = [name_key(name) for name in change.operations]
        return all(page in self._origins[key] for key in keys) or self._shares_name(change, page)

    def _shares_name(self, change: Change, page: str) -> bool:
        """Whether an operation is numbered otherwise because one of its name was on the page."""
        if change.id != "api-operation-id-removed" or not isinstance(change.old, str):
            return False
        names = {each.operation_id for key, each in self._operations.items() if self._homes.get(key) == page}
        return _unnumbered(change.old) in set(map(_unnumbered, names))

    def _is_same(self, page: str) -> bool:
        """Whether a page is there with the same bytes, under whatever name."""
        digest = self._old.digests.get(self._old.pages.get(page, ""))
        return digest is not None and digest in self._new.digests.values()

    def _is_unchanged(self, page: str | None) -> bool:
        """Whether a page of the new side was there with the same bytes, under whatever name."""
        digest = self._new.digests.get(self._new.pages.get(page or "", ""))
        return digest is not None and digest in self._old.digests.values()

    @cached_property
    def _operations(self) -> Mapping[tuple[str, str], Operation]:
        return _find_operations(self._old)

    @cached_property
    def _homes(self) -> Mapping[tuple[str, str], str]:
        """The page that had each operation."""
        return _find_homes(self._operations, self._old)

    @cached_property
    def _new_homes(self) -> Mapping[tuple[str, str], str]:
        """The page that has each operation."""
        return _find_homes(_find_operations(self._new), self._new)

    @cached_property
    def _origins(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """The pages that state anything about each operation and the components that it uses."""
        pages: dict[str, set[str]] = {}
        for pointer, entries in self._old.sources.entries.items():
            part = "/".join(pointer.split("/", _PART)[:_PART])
            pages.setdefault(part, set()).update(entry.source.page for entry in entries)
        return {
            key: frozenset(page for part in self._parts(each) for page in pages.get(part, ()))
            for key, each in self._operations.items()
        }

    def _parts(self, operation: Operation) -> set[str]:
        found = {operation.pointer}
        pending = [*_references(operation.node), *_references(operation.item.get("parameters"))]
        while pending:
            part = pending.pop()
            if part not in found:
                found.add(part)
                pending.extend(self._used_by(part))
        return found

    def _used_by(self, part: str) -> frozenset[str]:
        if part not in self._references:
            try:
                node = resolve_pointer(self._old.document, part)
            except (KeyError, ValueError):
                node = None
            self._references[part] = frozenset(_references(node))
        return self._references[part]


def name_key(name: OperationName) -> tuple[str, str]:
    """What finds an operation on both sides: method, and RPC action or path without the names of its placeholders."""
    return name.method, name.path.partition("#")[2] or shape_of(name.path)


def _find_operations(side: Side) -> dict[tuple[str, str], Operation]:
    return {name_key(each.name): each for each in read_operations(Document(side.document))}


def _find_homes(operations: Mapping[tuple[str, str], Operation], side: Side) -> dict[tuple[str, str], str]:
    found = {key: find_source(side.sources, each.pointer) for key, each in operations.items()}
    return {key: source.page for key, source in found.items() if source is not None}


def _unnumbered(name: str) -> str:
    return name.rstrip("0123456789")


def _references(node: JSON) -> Iterator[str]:
    """The components that a node refers to, not those that they refer to."""
    pending = [node]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            reference = value.get("$ref")
            if isinstance(reference, str) and reference.startswith("#/components/"):
                yield "/".join(reference[1:].split("/", _PART)[:_PART])
            pending.extend(value.values())
        elif isinstance(value, list):
            pending.extend(value)
