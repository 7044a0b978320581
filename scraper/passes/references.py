"""References between pages: what one page says of an operation by leading to another place."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scraper.facts import Link, PageFacts, Shared, Target
from scraper.passes.bodies import Described, describe_body, only_type
from scraper.passes.members import Row, describe_row, fill_rows, find_open_rows, row_of
from scraper.passes.sharing import add_shared
from scraper.vocabulary import fold
from spec.diagnostics import Diagnostic
from spec.model import Operation, Structure, Type

_FOLDER = "__"
"""What stands for the slash between folders in the names of pages that were saved into one folder."""
_ENDINGS = frozenset({".html", ".htm", ".md", ".rst", ".txt"})
_ELSEWHERE = 3
_Found = tuple[PageFacts, Target]
_Words = tuple[int, int, str, str]
"""The lines of words that refer to something, whose operation they are about, and what of it."""


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
            distance = _elsewhere(page, facts) if link.title else _distance(link.page, page, facts)
            if distance is not None:
                near.setdefault(distance, []).append((page, target))
        found = near[min(near)] if near else self._labelled(link, facts)
        return _numbered(found, link.number) if len({page.api.pages for page, _ in found}) == 1 else []

    def _candidates(self, link: Link) -> Sequence[_Found]:
        if link.title:
            return self.titles.get(fold(link.title), ())
        return self.anchors.get(link.anchor, ())

    def _labelled(self, link: Link, facts: PageFacts) -> list[_Found]:
        """What has the name of a file for its label, as pages have that were converted from one format to another."""
        stem = posixpath.splitext(posixpath.basename(link.page))[0]
        found = self.anchors.get(stem, ()) if stem and not link.anchor else ()
        return [(page, target) for page, target in found if _elsewhere(page, facts) is not None]


def _numbered(found: list[_Found], number: int) -> list[_Found]:
    """The tables of a number; all that are printed without one, where these are all there are."""
    numbers = {target.shared.number for _, target in found if target.shared is not None}
    if not number or not numbers or numbers == {0}:
        return found
    return [(page, target) for page, target in found if target.shared is not None and target.shared.number == number]


def _distance(linked: str, page: PageFacts, facts: PageFacts) -> int | None:
    """How far a page is that a link may mean; `None` for another one.

    0 is the page itself, 1 one beside it, 2 the one in the folder that is linked to, 3 one elsewhere: pages that were
    saved into one folder have lost theirs. A link without a name stays on its page, or names a label.
    """
    if not linked:
        return 0 if page is facts else None if facts.has_local_anchors else _ELSEWHERE
    names = {_bare(name) for name in page.api.pages}
    beside = [_names_beside(own, _bare(linked)) for own in facts.api.pages]
    if any(name in names for pair in beside for name in pair):
        return 1
    if any(_unfolded(name) == _unfolded(own) for name in names for _, own in beside):
        return 2
    wanted = posixpath.basename(_bare(linked))
    return _elsewhere(page, facts) if any(_split(name)[1] == wanted for name in names) else None


def _elsewhere(page: PageFacts, facts: PageFacts) -> int | None:
    """The distance of a page of which no more than its name or title is known: none where it is of another folder."""
    folders = {_split(name)[0] for name in page.api.pages}
    return _ELSEWHERE if folders & {_split(name)[0] for name in facts.api.pages} else None


def _split(name: str) -> tuple[str, str]:
    """The folder of a page, or what its name has of one, and its name in there."""
    folder, _, own = _unfolded(name).rpartition("/")
    return folder, own


def _unfolded(name: str) -> str:
    return posixpath.normpath(name.replace(_FOLDER, "/"))


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
    places = {operation.id: place for place, operation in enumerate(operations)}
    structures: list[Structure] = []
    findings: list[Diagnostic] = []
    rows: dict[Row, Type] = {}
    open_rows = find_open_rows(facts)
    followed: dict[_Words, bool] = {}
    # Statuses come first: an answer to failures is that of all of them.
    for link in sorted(facts.links, key=lambda one: one.side != "status"):
        place = places.get(link.operation)
        found = index.find(link, facts) if place is not None else []
        described = None
        if place is not None and found:
            known = (*facts.api.structures, *structures)
            if link.side != "row":
                described = _follow(operations[place], link, found, known)
            elif row_of(link) in open_rows:
                described = describe_row(operations[place], link, found, known, rows)
        if described is not None and place is not None:
            operations[place] = described.operation
            structures += [one for one in described.structures if one not in structures]
            findings += described.findings
            used.update(page.api.pages for page, target in found if target.shared is not None)
        if described is not None or not any(page is facts for page, _ in found):
            words = _words_of(link)
            followed[words] = followed.get(words, True) and described is not None and described.is_whole
    left = (one for one in facts.diagnostics if one.code != "dangling-reference" or not followed.get(_place_of(one)))
    api = replace(
        facts.api,
        operations=tuple(operations),
        structures=(*facts.api.structures, *structures),
    )
    return replace(facts, api=fill_rows(api, rows), diagnostics=(*left, *findings), links=())


def _words_of(link: Link) -> _Words:
    return link.source.first, link.source.last, link.operation, link.name or link.side


def _place_of(finding: Diagnostic) -> _Words:
    return finding.line, finding.end_line, finding.operation, finding.pointer


def _answers_to_failures(page: PageFacts) -> list[Shared]:
    """The bodies that a page of error codes or statuses shows for all of them."""
    whole = [target.shared for target in page.targets if not target.anchor and target.shared is not None]
    return [one for one in whole if one.is_error and one.media is not None]


def _follow(operation: Operation, link: Link, found: Sequence[_Found], known: Sequence[Structure]) -> Described | None:
    """The operation with what a link leads to; `None` where that does not describe it."""
    shared = [target.shared for _, target in found if target.shared is not None]
    if shared and link.side == "status":
        shared += [one for one in _answers_to_failures(found[0][0]) if one not in shared]
    if shared:
        return add_shared(operation, link, shared, known)
    kind = only_type(found)
    described = describe_body(operation, link, kind) if kind is not None else None
    return Described(described) if described is not None else None
