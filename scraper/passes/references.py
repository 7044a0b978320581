"""References between pages: what one page says of an operation by leading to another place."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scraper.facts import Link, PageFacts, Shared, Target
from scraper.passes.bodies import describe_body, type_behind
from scraper.passes.members import describe_row, fill_rows
from scraper.passes.sharing import add_shared
from scraper.vocabulary import fold
from spec.model import Operation, Source, Structure, Type

_FOLDER = "__"
"""What stands for the slash between folders in the names of pages that were saved into one folder."""
_ENDINGS = frozenset({".html", ".htm", ".md", ".rst", ".txt"})
_Found = tuple[PageFacts, Target]


def resolve_references(pages: Sequence[PageFacts]) -> list[PageFacts]:
    """Gives operations what their pages refer to: bodies, parameters, headers, statuses of this page or another one.

    The finding that a reference leads nowhere is taken back where it leads somewhere. Pages without operations that
    others refer to are marked as used.
    """
    if not any(facts.links for facts in pages):
        return list(pages)
    index = _Index.of(pages)
    used: set[tuple[str, ...]] = set()
    resolved = [_resolve(facts, index, used) if facts.links else facts for facts in pages]
    return [_mark(facts) if facts.api.pages in used and not facts.api.operations else facts for facts in resolved]


def _mark(facts: PageFacts) -> PageFacts:
    kept = tuple(one for one in facts.diagnostics if one.code != "not-an-operation")
    return replace(facts, is_used=True, diagnostics=kept)


@dataclass(frozen=True, slots=True)
class _Index:
    """What links can lead to: by anchor, and whole pages by title."""

    anchors: Mapping[str, Sequence[_Found]]
    titles: Mapping[str, Sequence[_Found]]

    @classmethod
    def of(cls, pages: Sequence[PageFacts]) -> _Index:
        anchors: dict[str, list[_Found]] = {}
        titles: dict[str, list[_Found]] = {}
        for facts in pages:
            for target in facts.targets:
                anchors.setdefault(target.anchor, []).append((facts, target))
                if not target.anchor:
                    titles.setdefault(fold(facts.api.title), []).append((facts, target))
        return cls(anchors, titles)

    def find(self, link: Link, facts: PageFacts) -> list[_Found]:
        """What a link leads to; nothing where several pages are equally near that it may mean."""
        near: dict[int, list[_Found]] = {}
        for page, target in self._candidates(link):
            distance = 2 if link.title else _distance(link.page, page, facts)
            if distance is not None:
                near.setdefault(distance, []).append((page, target))
        found = near[min(near)] if near else self._labelled(link)
        found = [(page, one) for page, one in found if _has_number(one, link.number)]
        return found if len({page.api.pages for page, _ in found}) == 1 else []

    def _candidates(self, link: Link) -> Sequence[_Found]:
        if link.title:
            return self.titles.get(fold(link.title), ())
        return self.anchors.get(link.anchor, ())

    def _labelled(self, link: Link) -> list[_Found]:
        """What has the name of a file for its label, as pages have that were converted from one format to another."""
        stem = posixpath.splitext(posixpath.basename(link.page))[0]
        return list(self.anchors.get(stem, ())) if stem and not link.anchor else []


def _has_number(target: Target, number: int) -> bool:
    return not number or (target.shared is not None and target.shared.number == number)


def _distance(linked: str, page: PageFacts, facts: PageFacts) -> int | None:
    """How far a page is that a link may mean: 0 for the page itself, 1 beside it, 2 elsewhere; `None` for another one.

    A link without a name stays on its page, or names a label.
    """
    if not linked:
        return 0 if page is facts else None if facts.has_local_anchors else 2
    wanted = posixpath.basename(_bare(linked))
    beside = {name for own in facts.api.pages for name in _names_beside(own, _bare(linked))}
    if any(_bare(name) in beside for name in page.api.pages):
        return 1
    names = [posixpath.basename(_bare(name)) for name in page.api.pages]
    return 2 if any(name == wanted or name.endswith(f"{_FOLDER}{wanted}") for name in names) else None


def _bare(name: str) -> str:
    """A name without its ending: pages link to each other as they are shown, whatever format they are kept in."""
    stem, ending = posixpath.splitext(name)
    return stem if ending in _ENDINGS else name


def _names_beside(own: str, linked: str) -> tuple[str, str]:
    """What a page is called that another one links to: by its folder, or by what its name has of one."""
    folder, mark, _ = own.rpartition(_FOLDER)
    return posixpath.normpath(posixpath.join(posixpath.dirname(own), linked)), f"{folder}{mark}{linked}"


def _resolve(facts: PageFacts, index: _Index, used: set[tuple[str, ...]]) -> PageFacts:
    operations = list(facts.api.operations)
    places = {operation.id: index for index, operation in enumerate(operations)}
    structures: list[Structure] = []
    rows: dict[Source, Type] = {}
    settled: set[tuple[int, int]] = set()
    # Statuses come first: an answer to failures is that of all of them.
    for link in sorted(facts.links, key=lambda one: one.side != "status"):
        place = places.get(link.operation)
        found = index.find(link, facts) if place is not None else []
        if place is None or not found:
            continue
        operation = operations[place]
        if link.side == "row":
            described, more = describe_row(operation, link, found, facts.api, rows)
        else:
            described, more = _follow(operation, link, found)
        if described is not None:
            operations[place] = described
            structures += [one for one in more if one not in structures]
            settled.add((link.source.first, link.source.last))
            used.update(page.api.pages for page, target in found if target.shared is not None)
    left = tuple(
        one for one in facts.diagnostics if one.code != "dangling-reference" or (one.line, one.end_line) not in settled
    )
    api = replace(
        facts.api,
        operations=tuple(operations),
        structures=(*facts.api.structures, *structures),
    )
    return replace(facts, api=fill_rows(api, rows), diagnostics=left, links=())


def _answers_to_failures(page: PageFacts) -> list[Shared]:
    """The bodies that a page of error codes or statuses shows for all of them."""
    whole = [target.shared for target in page.targets if not target.anchor and target.shared is not None]
    return [one for one in whole if one.is_error and one.media is not None]


def _follow(operation: Operation, link: Link, found: Sequence[_Found]) -> tuple[Operation | None, list[Structure]]:
    """The operation with what a link leads to; `None` where that does not describe it."""
    shared = [target.shared for _, target in found if target.shared is not None]
    if shared and link.side == "status":
        shared += [one for one in _answers_to_failures(found[0][0]) if one not in shared]
    if shared:
        return add_shared(operation, link, shared)
    if not any(target.operation for _, target in found):
        return operation, []
    for page, target in found:
        kind = type_behind(page, target)
        if kind is not None:
            return describe_body(operation, link, kind), []
    return None, []
