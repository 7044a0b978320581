"""The three answers about one API: pages ↔ document, document ↔ package, and what was edited by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import Rendered, name_path
from generator.drift.comparison import compare_sides
from generator.drift.documents import document_change
from generator.drift.sides import Side, side_of_document
from generator.drift.suspects import make_change
from generator.package import Package, generate_package
from generator.write import MANIFEST, Difference, compare_package, is_manifest_current
from spec.diff.changes import Change, ChangeSource
from spec.diff.compare import compare_documents
from spec.load import DocumentError, decode_text, parse_document
from spec.sourcemap import SourceMap

if TYPE_CHECKING:
    from generator.config import Config
    from spec.model import JSON

#: The document that a package was generated from, among its files.
PACKAGED_DOCUMENT = "tests/openapi.json"
_FILE_RULES = {
    "missing": "generated-file-missing",
    "outdated": "generated-file-outdated",
    "superfluous": "generated-file-extra",
}


class Examination:
    """What is on disk, against what the pages give."""

    def __init__(self, config: Config, rendered: Rendered) -> None:
        self._config = config
        self._api = rendered.api
        self._fresh = rendered
        self._name = name_path(config, self._api.document)
        self._text = _read(self._api.document)
        self._map_text = _read(self._api.source_map)

    def document(self) -> tuple[Change, ...]:
        """Pages ↔ document: changes from what is committed to what the pages say."""
        if self._is_fresh():
            return self._source_map()
        document = self._document
        if document is None:
            return (document_change("document-missing", self._name),)
        if isinstance(document, DocumentError):
            return (document_change("document-unreadable", self._name, document.message, document.line),)
        changes = compare_sides(side_of_document(document, self._sources), self._pages_side()).changes
        return changes or (document_change("document-reformatted", self._name, line=self._first_line()),)

    def package(self) -> tuple[Change, ...]:
        """Document ↔ package: the files that are not what the committed document gives."""
        package = self._package
        if package is None:
            return ()
        found = [self._file(item) for item in self._differences if item.kind != "edited"]
        if not found and not is_manifest_current(package, self._api.package):
            found.append(self._file_change("manifest-outdated", MANIFEST))
        return tuple(found)

    def edited(self) -> tuple[Change, ...]:
        """The files whose content neither a build nor the pages explain."""
        found = [self._file(item) for item in self._differences if item.kind == "edited"]
        if self._is_document_edited():
            found.insert(0, document_change("document-edited", self._name, line=self._first_line()))
        return tuple(found)

    def _source_map(self) -> tuple[Change, ...]:
        wanted = self._fresh.texts[self._api.source_map]
        if self._map_text == wanted.encode():
            return ()
        now = "missing" if self._map_text is None else "not that of the pages as they are"
        line = _first_difference(self._map_text or b"", wanted)
        name = name_path(self._config, self._api.source_map)
        return (make_change("source-map-outdated", (), ChangeSource(name, line, line), name=name, now=now),)

    def _pages_side(self) -> Side:
        document = parse_document(self._name, self._fresh.texts[self._api.document])
        sources = SourceMap.parse(self._fresh.texts[self._api.source_map])
        return Side(document, sources, {page.name: page.name for page in self._api.pages})

    def _is_document_edited(self) -> bool:
        """Whether the document is neither what the pages give nor what the package was generated from."""
        document = self._document
        if document is None or isinstance(document, DocumentError) or self._is_fresh():
            return False
        try:
            packaged = json.loads((self._api.package / PACKAGED_DOCUMENT).read_bytes())
        except (OSError, ValueError):
            return False
        if not isinstance(packaged, dict) or PACKAGED_DOCUMENT in {
            item.path for item in self._differences if item.kind == "edited"
        }:
            return False
        return bool(compare_documents(packaged, document).changes)

    def _first_line(self) -> int:
        return _first_difference(self._text or b"", self._fresh.texts[self._api.document])

    def _is_fresh(self) -> bool:
        return self._text == self._fresh.texts[self._api.document].encode()

    @cached_property
    def _document(self) -> dict[str, JSON] | DocumentError | None:
        """The committed document, what is wrong with it, or None where there is none."""
        if self._text is None:
            return None
        try:
            return parse_document(self._name, decode_text(self._name, self._text))
        except DocumentError as error:
            return error

    @cached_property
    def _sources(self) -> SourceMap:
        """The committed source map; an empty one if it is none."""
        try:
            return SourceMap.parse((self._map_text or b"{}").decode())
        except ValueError:
            return SourceMap()

    @cached_property
    def _package(self) -> Package | None:
        """What the committed document gives; None if there is none that can be read."""
        map_is_fresh = self._map_text == self._fresh.texts[self._api.source_map].encode()
        if self._is_fresh() and map_is_fresh:
            return self._fresh.package
        if self._document is None or isinstance(self._document, DocumentError):
            return None
        return generate_package(self._document, name=self._api.name, sources=self._sources)

    @cached_property
    def _differences(self) -> Sequence[Difference]:
        # Without a document, the files can still be those of the pages, and be edited.
        return compare_package(self._package or self._fresh.package, self._api.package)

    def _file(self, difference: Difference) -> Change:
        rule_id = _FILE_RULES.get(difference.kind, "generated-file-edited")
        return self._file_change(rule_id, difference.path)

    def _file_change(self, rule_id: str, path: str) -> Change:
        place = self._api.package / path
        name = name_path(self._config, place)
        wanted = (self._package or self._fresh.package).files.get(path, "")
        line = _first_difference(_read(place) or b"", wanted)
        return make_change(rule_id, (), ChangeSource(name, line, line), name=name, old={"file": name})


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _first_difference(found: bytes, wanted: str) -> int:
    """The first line of a file that is not what it should be."""
    lines, others = found.split(b"\n"), wanted.encode().split(b"\n")
    pairs = enumerate(zip(lines, others, strict=False), start=1)
    return next((number for number, (line, other) in pairs if line != other), 1)
