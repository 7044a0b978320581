"""What changed between two documents, judged: the values that every output format prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from spec.model import JSON


class Level(StrEnum):
    """What a change means to a client that was correct before it, worst first."""

    BREAKING = "breaking"
    RISKY = "risky"
    COMPATIBLE = "compatible"
    DOCS_ONLY = "docs-only"


LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True, order=True)
class OperationName:
    """How people find an operation: its operationId, else method and path."""

    path: str
    method: str
    operation_id: str = ""

    @property
    def id(self) -> str:
        """The operationId; `GET /path` where the document has none."""
        return self.operation_id or self.route

    @property
    def route(self) -> str:
        """`GET /path`."""
        return f"{self.method.upper()} {self.path}"


@dataclass(frozen=True, slots=True)
class ChangeSource:
    """The lines of the page that state the changed fact."""

    page: str
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the contract or of its documentation.

    A change of a shared component is one change, whatever number of operations it reaches: `operations` has them
    all, ordered by path and method, those that are gone with a page first, and none where the change is about the
    document as a whole.

    `old` and `new` are JSON values of the documents at `old_pointer` and `new_pointer`, None where a document has
    nothing there; then the pointer is None as well. `named_pointer` is `pointer` with the names of parameters, values
    and their like for their positions, which say nothing in another version. `document` says which one it is, where
    several are compared.
    """

    id: str
    level: Level
    operations: tuple[OperationName, ...]
    place: str
    message: str
    old_pointer: str | None
    new_pointer: str | None
    old: JSON
    new: JSON
    source: ChangeSource | None = None
    document: str = ""
    named_pointer: str = ""

    @property
    def operation(self) -> str:
        """The id of the first operation that the change reaches; empty for a change of the document as a whole."""
        return self.operations[0].id if self.operations else ""

    @property
    def pointer(self) -> str:
        """Where the change is in the new document; in the old one where the new one has nothing there."""
        return self.new_pointer if self.new_pointer is not None else self.old_pointer or ""


def count_levels(changes: Iterable[Change]) -> dict[Level, int]:
    """The number of changes at each level, every level present."""
    counts = dict.fromkeys(LEVELS, 0)
    for change in changes:
        counts[change.level] += 1
    return counts
