"""Removals that a page explains better: it vanished, moved, cannot be read, or far less was read of it.

Each of these is one change that doubts the reading, in place of the removals of all that was on the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.drift.consequences import Consequences, name_key
from generator.drift.sides import Side
from spec.diff.changes import Change, ChangeSource, OperationName
from spec.diff.document import Document
from spec.diff.drift_rules import DRIFT_RULES
from spec.diff.operations import Operation, read_operations
from spec.diff.sources import find_source
from spec.model import JSON

OPERATIONS_GONE = frozenset(
    f"{what}-removed-{how}-deprecation" for what in ("api", "api-path") for how in ("with", "without")
)
MEMBERS_GONE = frozenset(
    {"request-parameter-removed", "request-property-removed", "request-property-refused", "request-body-removed"}
    | {"response-optional-property-removed", "response-required-property-removed"}
    | {"response-success-status-removed", "response-non-success-status-removed"}
    | {"optional-response-header-removed", "required-response-header-removed"}
)
_MEMBER = re.compile(r"/(?:parameters|properties|headers)/[^/]+")
_ADDED = "endpoint-added"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Mass:
    """From how many on, and from which part of all on, a loss is one that nobody makes on purpose."""

    least: int
    share: float

    def reached(self, before: int, after: int) -> bool:
        """Whether that much was lost."""
        return before - after >= max(self.least, self.share * before, 1)


#: An operation or two go; half of a page with three or more of them does not.
PAGE_OPERATIONS = Mass(3, 1 / 2)
#: A table loses a row or two; half of all that the tables of a page list is a table that was not recognised.
PAGE_MEMBERS = Mass(10, 1 / 2)
#: The same small loss on many pages: a layout that changed everywhere.
ALL_OPERATIONS = Mass(10, 1 / 5)


@dataclass(slots=True)
class _Loss:
    """What is missing of one page."""

    page: str
    operations: list[Change] = field(default_factory=list)
    members: list[Change] = field(default_factory=list)

    @property
    def all(self) -> list[Change]:
        """Every removal."""
        return [*self.operations, *self.members]


def suspect_removals(changes: Sequence[Change], old: Side, new: Side) -> list[Change]:
    """The changes, with one for each page in place of the removals that the page explains; new pages are added."""
    search = _Search(old, new, changes)
    found = [change for page in old.pages for change in search.explain(page)]
    found += search.explain_rest()
    found += search.name_added()
    return [*found, *(change for change in changes if id(change) not in search.explained)]


class _Search:
    def __init__(self, old: Side, new: Side, changes: Sequence[Change]) -> None:
        self.old, self.new = old, new
        self.before, self.after = _by_page(old), _by_page(new)
        self.there = {known: name for name, known in new.pages.items()}
        self.explained: set[int] = set()
        self.losses = {page: _Loss(page) for page in old.pages}
        self.added = sum(change.id == _ADDED for change in changes)
        self.successors: set[str] = set()
        self.consequences = Consequences(old, new, changes)
        for change in changes:
            source = find_source(old.sources, change.old_pointer)
            loss = self.losses.get(source.page) if source else None
            if loss is not None and change.id in OPERATIONS_GONE:
                loss.operations.append(change)
            elif loss is not None and change.id in MEMBERS_GONE:
                loss.members.append(change)

    def explain(self, page: str) -> Iterator[Change]:
        """What became of a page, if that is not what its removals say."""
        loss, now = self.losses[page], self.there.get(self.old.pages[page])
        operations = self.before.get(page, [])
        if now is None:
            yield from self._gone(loss, operations)
        elif now in self.new.faults:
            if page not in self.old.faults:
                fault = self.new.faults[now]
                place = ChangeSource(now, fault.line, fault.end_line)
                removals = [*loss.all, *self.consequences.of(page)]
                yield self._suspect("page-unreadable", removals, place, name=now, now=fault.message, page=page)
        else:
            yield from self._shrunk(loss, now)

    def explain_rest(self) -> Iterator[Change]:
        """The operations that are missing here and there on many pages."""
        left = [
            change for loss in self.losses.values() for change in loss.operations if id(change) not in self.explained
        ]
        before = sum(map(len, self.before.values()))
        if ALL_OPERATIONS.reached(before, before - len(left) + self.added):
            yield self._suspect("many-removals", left, None, name=f"{len(self.old.pages)} pages", total=before)

    def name_added(self) -> Iterator[Change]:
        """The pages that are new, or were not read before; those of which nothing can be read now."""
        known = {self.old.pages[page] for page in self.old.pages if page not in self.old.faults}
        for name, known_as in self.new.pages.items():
            if known_as not in known and name not in self.successors and self.after.get(name):
                yield make_change("page-added", (), ChangeSource(name, 1, 1), name=name, new={"page": known_as})
        for name, fault in self.new.faults.items():
            known_as = self.new.pages[name]
            if known_as not in self.old.pages.values():
                place = ChangeSource(name, fault.line, fault.end_line)
                yield make_change("page-unread", (), place, name=name, now=fault.message, new={"page": known_as})

    def _gone(self, loss: _Loss, operations: Sequence[Operation]) -> Iterator[Change]:
        heir = self._heir(operations)
        if heir is not None:
            self.successors.add(heir)
        now = f"called {heir} now" if heir else "gone; its operations are on other pages"
        place = ChangeSource(heir or loss.page, 1, 1)
        elsewhere = [change for change in self.consequences.of(loss.page) if id(change) not in self.explained]
        if operations and not loss.operations and not elsewhere:
            yield make_change("page-renamed", (), place, name=loss.page, now=now, old=self._old(loss.page, ()))
        elif heir is not None or (operations and not loss.operations):
            yield self._suspect("page-moved", [*loss.operations, *elsewhere], place, name=loss.page, now=now)
        elif loss.page not in self.old.faults:
            yield self._suspect("page-vanished", [*loss.all, *elsewhere], place, name=loss.page)

    def _heir(self, operations: Sequence[Operation]) -> str | None:
        """The new page that has at least half of the operations of one that is gone."""
        keys = {name_key(operation.name) for operation in operations}
        known = set(self.old.pages.values())
        shares = Counter(
            {
                page: len(keys & {name_key(operation.name) for operation in found})
                for page, found in self.after.items()
                if self.new.pages.get(page) not in known
            }
        )
        best = shares.most_common(1)
        return best[0][0] if best and keys and best[0][1] * 2 >= len(keys) else None

    def _shrunk(self, loss: _Loss, now: str) -> Iterator[Change]:
        before, after = len(self.before.get(loss.page, [])), len(self.after.get(now, []))
        place = ChangeSource(now, 1, 1)
        if loss.operations and (not after or PAGE_OPERATIONS.reached(before, after)):
            yield self._suspect("many-removals", loss.operations, place, name=now, page=loss.page)
        if loss.members and PAGE_MEMBERS.reached(_members(self.old, loss.page), _members(self.new, now)):
            total = _members(self.old, loss.page)
            yield self._suspect("many-removals", loss.members, place, name=now, total=total, page=loss.page)

    def _suspect(
        self,
        rule: str,
        removals: Sequence[Change],
        place: ChangeSource | None,
        *,
        name: str,
        now: str = "",
        total: int = 0,
        page: str = "",
    ) -> Change:
        removals = [change for change in removals if id(change) not in self.explained]
        removals = list({id(change): change for change in removals}.values())
        self.explained.update(map(id, removals))
        page = page or name
        gone = [change for change in removals if change.id in OPERATIONS_GONE]
        own = {id(change) for change in self.losses[page].members} if page in self.losses else set()
        members = [change for change in removals if id(change) in own]
        others = [change for change in removals if id(change) not in own and change.id not in OPERATIONS_GONE]
        before = len(self.before.get(page, []))
        missing = sorted({name for change in gone for name in change.operations})
        was = _describe(len(gone), total or before, len(members), total) + _name(missing) + _describe_others(others)
        reached = {each for change in removals for each in change.operations} - set(missing)
        operations = [*missing, *sorted(reached)]
        return make_change(rule, operations, place, name=name, was=was, now=now, old=self._old(page, removals))

    def _old(self, page: str, removals: Sequence[Change]) -> JSON:
        """What tells this loss from another one, whatever the page's folder is called."""
        removed: list[JSON] = [*sorted({change.old_pointer or "" for change in removals})]
        return {"page": self.old.pages.get(page, page), "removed": removed}


def _describe(operations: int, all_operations: int, members: int, all_members: int) -> str:
    if not operations and not members:
        return "its operations are there" if all_operations else "it had no operations"
    parts = []
    if operations:
        parts.append(f"{operations} of {all_operations} operation{'' if all_operations == 1 else 's'}")
    if members:
        of = f" of {all_members}" if all_members and not operations else ""
        parts.append(f"{members}{of} parameter{'' if members == 1 else 's'} or propert{'y' if members == 1 else 'ies'}")
    return " and ".join(parts) + (" is" if operations + members == 1 else " are") + " missing"


def _name(operations: Sequence[OperationName]) -> str:
    """The first of the operations that are missing, in brackets."""
    shown = ", ".join(name.id for name in operations[:_SHOWN])
    more = f" and {len(operations) - _SHOWN} more" if len(operations) > _SHOWN else ""
    return f" ({shown}{more})" if operations else ""


def _describe_others(changes: Sequence[Change]) -> str:
    if not changes:
        return ""
    count = len({name for change in changes for name in change.operations})
    noun = "change" if len(changes) == 1 else "changes"
    reached = f"{len(changes)} other {noun} of {count} operation{'' if count == 1 else 's'} may come from it"
    return f"; {reached}: {changes[0].message}{', …' if len(changes) > 1 else ''}"


def make_change(
    rule_id: str,
    operations: Iterable[OperationName],
    place: ChangeSource | None,
    *,
    name: str = "",
    was: str = "",
    now: str = "",
    old: JSON = None,
    new: JSON = None,
) -> Change:
    """A change of a rule about pages, documents or files."""
    rule = DRIFT_RULES[rule_id]
    message = rule.message.format(name=name, was=was, now=now)
    return Change(rule.id, rule.level, tuple(operations), "", message, None, None, old, new, place)


def _by_page(side: Side) -> Mapping[str, list[Operation]]:
    """The operations by the page that states them."""
    found: dict[str, list[Operation]] = {}
    for operation in read_operations(Document(side.document)):
        source = find_source(side.sources, operation.pointer)
        if source is not None:
            found.setdefault(source.page, []).append(operation)
    return found


def _members(side: Side, page: str) -> int:
    """The number of parameters, headers and properties that a page states."""
    places = (
        entries for pointer, entries in side.sources.entries.items() if _MEMBER.fullmatch(pointer[_cut(pointer) :])
    )
    return sum(any(entry.source.page == page for entry in entries) for entries in places)


def _cut(pointer: str) -> int:
    """Where the last two steps of a pointer begin."""
    return pointer.rfind("/", 0, max(pointer.rfind("/"), 0)) if pointer else 0
