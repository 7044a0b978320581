"""The operations of a document, and which of two documents' operations are the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from spec.diff.changes import OperationName
from spec.diff.document import Document, Node
from spec.sourcemap import join_pointer
from spec.visit import METHODS, as_list, as_object

_ALIKE = 0.75
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Kind(StrEnum):
    """Who calls: the client, or the service by a webhook or callback."""

    OPERATION = "operation"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation with the path item that it is part of. `server` is the URL of its only one, empty otherwise."""

    kind: Kind
    path: str
    method: str
    node: Node
    pointer: str
    item: Node
    item_pointer: str
    server: str = ""

    @property
    def address(self) -> str:
        """The URL that is called, without the names of placeholders; only the path where servers are many or none."""
        return self.server + shape_of(self.path)

    @property
    def name(self) -> OperationName:
        """How people find it."""
        return OperationName(self.path, self.method, self.operation_id)

    @property
    def operation_id(self) -> str:
        """The operationId, empty if there is none."""
        value = self.node.get("operationId")
        return value if isinstance(value, str) else ""

    @property
    def action(self) -> str:
        """The RPC action: stated by `x-rpc-action`, or by the fragment of a path that several actions share."""
        stated = self.node.get("x-rpc-action")
        return stated if isinstance(stated, str) else self.path.partition("#")[2]

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The names between braces, in the order of the path."""
        return tuple(_PLACEHOLDER.findall(self.path))

    @property
    def deprecated(self) -> bool:
        """Whether clients are asked to stop using it."""
        return self.node.get("deprecated") is True


@dataclass(frozen=True, slots=True)
class Matching:
    """The operations that are the same, those that are gone, and those that are new."""

    pairs: tuple[tuple[Operation, Operation], ...]
    removed: tuple[Operation, ...]
    added: tuple[Operation, ...]


def read_operations(document: Document) -> tuple[Operation, ...]:
    """The operations under `paths` and `webhooks`, references to path items followed."""
    raw = document.raw
    paths = read_items(document, raw.get("paths"), "/paths", Kind.OPERATION)
    return (*paths, *read_items(document, raw.get("webhooks"), "/webhooks", Kind.WEBHOOK))


def read_items(document: Document, value: object, pointer: str, kind: Kind) -> Iterator[Operation]:
    """The operations of a mapping of path items."""
    for path, raw in as_object(value).items() if isinstance(value, dict) else ():
        own = pointer + join_pointer(path)
        item, item_pointer = document.resolve(raw, own)
        beside = as_object(raw)
        for method in METHODS:
            holder, where = (beside, own) if method in beside else (item, item_pointer)
            node = holder.get(method)
            if isinstance(node, dict) and not path.startswith("x-"):
                server = _only_server(node, item, document.raw) if kind is Kind.OPERATION else ""
                yield Operation(kind, path, method, node, f"{where}/{method}", item, item_pointer, server)


def _only_server(*owners: Node) -> str:
    """The server of the first owner that states servers, without a slash at the end."""
    stated = next((servers for owner in owners if (servers := as_list(owner.get("servers")))), [])
    url = as_object(stated[0]).get("url") if len(stated) == 1 else None
    return url.rstrip("/") if isinstance(url, str) else ""


def shape_of(path: str) -> str:
    """The path without the names of its placeholders and without a slash at its end."""
    return _PLACEHOLDER.sub("{}", path).rstrip("/") or "/"


def match_operations(
    old: Iterable[Operation], new: Iterable[Operation], alike: Callable[[Operation, Operation], bool]
) -> Matching:
    """Pairs operations by exact path, RPC action, path without placeholder names, URL, and then by who they are.

    `alike` says whether two operations that are left over have the same contract.
    """
    left, right = list(old), list(new)
    pairs: list[tuple[Operation, Operation]] = []
    for key in (_exact, _by_action, _by_shape, _by_address, _by_id):
        pairs.extend(_pair_by(key, left, right))
    for operation in tuple(left):
        candidates = [other for other in right if _similar(operation, other) and alike(operation, other)]
        rivals = [
            other for other in left if candidates and _similar(other, candidates[0]) and alike(other, candidates[0])
        ]
        if len(candidates) == 1 and len(rivals) == 1:
            pairs.append((operation, candidates[0]))
            left.remove(operation)
            right.remove(candidates[0])
    return Matching(tuple(pairs), tuple(left), tuple(right))


def _pair_by(
    key: Callable[[Operation], object], left: list[Operation], right: list[Operation]
) -> Iterator[tuple[Operation, Operation]]:
    """Takes out the pairs whose key only one operation on each side has."""
    before, after = _unique(key, left), _unique(key, right)
    for name, operation in before.items():
        if name in after:
            left.remove(operation)
            right.remove(after[name])
            yield operation, after[name]


def _unique(key: Callable[[Operation], object], operations: list[Operation]) -> dict[object, Operation]:
    groups: dict[object, list[Operation]] = {}
    for operation in operations:
        name = key(operation)
        if name is not None:
            groups.setdefault(name, []).append(operation)
    return {name: group[0] for name, group in groups.items() if len(group) == 1}


def _exact(operation: Operation) -> object:
    return (operation.kind, operation.path, operation.method)


def _by_action(operation: Operation) -> object:
    return (operation.kind, operation.action) if operation.action else None


def _by_shape(operation: Operation) -> object:
    if operation.action:
        return None
    return (operation.kind, shape_of(operation.path), operation.method)


def _by_address(operation: Operation) -> object:
    """The part of a path that the server has on the other side is no other path."""
    if operation.action or not operation.server:
        return None
    return (operation.kind, operation.address, operation.method)


def _by_id(operation: Operation) -> object:
    """An operationId names an operation wherever it is; that of an RPC action is its action."""
    return (operation.kind, operation.operation_id) if operation.operation_id and not operation.action else None


def _similar(old: Operation, new: Operation) -> bool:
    """Whether one may be the other under a new name: called the same way, and named or summarised alike."""
    if (old.kind, old.method, bool(old.action)) != (new.kind, new.method, bool(new.action)):
        return False
    if len(old.placeholders) != len(new.placeholders):
        return False
    names = (old.action, new.action) if old.action else (shape_of(old.path), shape_of(new.path))
    return SequenceMatcher(None, *names).ratio() >= _ALIKE or _same_summary(old, new)


def _same_summary(old: Operation, new: Operation) -> bool:
    return old.node.get("summary") not in (None, "") and old.node.get("summary") == new.node.get("summary")
