"""The type of an XML body: a table lists its elements side by side, messages show which stand inside of which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scraper.dialects.huawei.markup import Element, walk_elements
from spec.model import ArrayOf, Fact, ObjectOf, Property, Type, UnknownType

_OWNER = re.compile(r"\b(?:parent|ancestor)s?(?: (?:node|element)s?)?\s*[:：]\s*([\w.]+(?:\s*[,/]\s*[\w.]+)*)", re.I)


@dataclass(frozen=True, slots=True)
class Shape:
    """The type of a body, and its outermost element.

    `unplaced` are the rows that no message shows and that name no parent, `unlisted` the elements without a row.
    """

    root: str
    type: Type
    description: str = ""
    unplaced: tuple[Property, ...] = ()
    unlisted: tuple[Property, ...] = ()


def shape_of(root: Element | None, rows: Sequence[Property]) -> Shape:
    """The type of a body whose elements `rows` describe.

    A row describes each element of its name, or those inside of the parent that it names. One that no
    message shows stands where its parent is, else beside the elements inside of the outermost one.
    """
    if root is None:
        return Shape("", ObjectOf(tuple(rows)), unplaced=tuple(rows))
    worker = _Worker(root, rows)
    own = worker.row(root.name, "")
    if not root.children and own is not None and len(rows) == 1:
        return Shape(root.name, own.type, own.description)
    members = worker.members(root)
    loose = tuple(row for row in rows if id(row) not in worker.placed)
    open_rows = tuple(replace(row, required=None) for row in loose)
    described = own.description if own else ""
    return Shape(root.name, ObjectOf((*members, *open_rows)), described, loose, tuple(worker.unlisted))


class _Worker:
    def __init__(self, root: Element, rows: Sequence[Property]) -> None:
        self._rows = rows
        self._shown = {one.name for one in walk_elements(root)}
        self.placed: set[int] = set()
        self.unlisted: list[Property] = []

    def row(self, name: str, parent: str) -> Property | None:
        """The row of an element: that which names its parent, else one that names none of those shown."""
        found = [row for row in self._rows if row.name == name]
        inside = [row for row in found if parent in _owners(row)]
        free = [row for row in found if not _owners(row) & self._shown]
        chosen = next(iter((*inside, *free, *found)), None)
        self.placed.add(id(chosen))
        return chosen

    def members(self, element: Element) -> tuple[Property, ...]:
        """What stands inside of an element."""
        shown = [self._member(child, element.name) for child in element.children.values()]
        more = [row for row in self._rows if row.name not in self._shown and element.name in _owners(row)]
        self.placed.update(map(id, more))
        return (*shown, *more)

    def _member(self, element: Element, parent: str) -> Property:
        row = self.row(element.name, parent)
        members = self.members(element)
        kind = ObjectOf(members) if members else _single(row.type) if row else UnknownType()
        kind = ArrayOf(kind) if element.is_list or (row and isinstance(row.type, ArrayOf)) else kind
        if row is None:
            found = Property(element.name, kind, element.source)
            self.unlisted.append(found)
            return found
        is_free = element.is_missing and row.required is not None and row.required.value
        return replace(row, type=kind, required=Fact(False, element.source) if is_free else row.required)


def _single(kind: Type) -> Type:
    return kind.items if isinstance(kind, ArrayOf) else kind


def _owners(row: Property) -> set[str]:
    """The elements inside of which a description says that this one stands."""
    found = (names for stated in _OWNER.findall(row.description) for names in re.split(r"[,/\s]+", stated))
    return {name.rpartition(".")[2] for name in found}
