"""Where the documentation states what a contract test expects: the failing test names page and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import takewhile
from pathlib import PurePath

from generator.document import mapping, sequence
from spec.sourcemap import Entry, SourceMap, join_pointer, split_pointer

#: The source map of a document of which nobody knows where it comes from.
NO_SOURCES = SourceMap()


def shorten_pages(sources: SourceMap) -> SourceMap:
    """Return a source map that names pages with absolute paths from the innermost folder of all of these.

    A package must not depend on where a machine keeps the pages, nor tell it.
    """
    pages = {entry.source.page for entries in sources.entries.values() for entry in entries}
    parts = {page: PurePath(page).parts for page in sorted(pages) if PurePath(page).is_absolute()}
    if not parts:
        return sources
    levels = zip(*(found[:-1] for found in parts.values()), strict=False)
    shared = sum(1 for _ in takewhile(lambda names: len(set(names)) == 1, levels))
    names = {page: "/".join(found[shared:]) for page, found in parts.items()}

    def renamed(entry: Entry) -> Entry:
        page = entry.source.page
        return replace(entry, source=replace(entry.source, page=names.get(page, page)))

    return SourceMap({pointer: tuple(map(renamed, entries)) for pointer, entries in sources.entries.items()})


def cite_cases(examples: Mapping[str, object], sources: SourceMap) -> dict[str, str]:
    """Return pointer → `page:line`, or `page:first-last`, for every pointer of the test data that has a place.

    Args:
        examples: The data of the contract tests: lists of cases, of which each may have a `pointer`.
        sources: The source map of the document; empty for a document of unknown origin.
    """
    found = {pointer: _place(pointer, sources) for pointer in _pointers(examples)}
    return {pointer: place for pointer, place in sorted(found.items()) if place}


def find_page(pointer: str, sources: SourceMap) -> str:
    """Return the page that states what stands at a pointer, empty for a document of unknown origin.

    Without a line: generated code does not change when a line moves.
    """
    return _place(pointer, sources).rpartition(":")[0]


def _pointers(examples: Mapping[str, object]) -> Iterator[str]:
    for cases in examples.values():
        for case in sequence(cases):
            pointer = mapping(case).get("pointer")
            if isinstance(pointer, str):
                yield pointer


def _place(pointer: str, sources: SourceMap) -> str:
    """Return the place of a node, or that of the nearest node around it that has one."""
    for node in _around(split_pointer(pointer)):
        for entry in sources.at(node):
            first, last = entry.source.first, entry.source.last
            return f"{entry.source.page}:{first}" + (f"-{last}" if last != first else "")
    return ""


def _around(tokens: tuple[str, ...]) -> Iterable[str]:
    return (join_pointer(*tokens[:length]) for length in range(len(tokens), 0, -1))
