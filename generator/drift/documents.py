"""Committed documents: what changed between two revisions, or between a revision and the files on disk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.config import ApiConfig, Config, source_map_path
from generator.drift.comparison import compare_sides
from generator.drift.former import FormerApi, current_apis, name_document, pair_apis, read_former_apis
from generator.drift.page_sets import compare_page_sets, pages_of_api
from generator.drift.sides import side_of_document
from generator.drift.suspects import make_change
from spec.diff.changes import Change, ChangeSource
from spec.diff.compare import Comparison, compare_documents
from spec.diff.sources import Stated, locate
from spec.load import DocumentError, decode_text, load_document, load_source_map, parse_document, parse_source_map
from spec.sourcemap import SourceMap
from spec.visit import as_object

if TYPE_CHECKING:
    from generator.drift.git import Commit
    from generator.drift.sides import Side
    from generator.pages import Means
    from spec.model import JSON


@dataclass(frozen=True, slots=True)
class Saved:
    """A document with its source map, which may be empty."""

    document: dict[str, JSON]
    sources: SourceMap

    @property
    def version(self) -> str:
        """The version that it states."""
        version = as_object(self.document.get("info")).get("version")
        return version if isinstance(version, str) else ""


def load_saved(path: Path) -> Saved:
    """The document of a file, with the source map beside it.

    Raises:
        DocumentError: One of them cannot be read.
    """
    sources = source_map_path(path)
    return Saved(load_document(path), load_source_map(sources) if sources.is_file() else SourceMap())


def load_committed(commit: Commit, name: str) -> Saved:
    """The same, as a commit has it.

    Raises:
        DocumentError: It is not there, or one of them is none.
        GitError: Git cannot read one.
    """
    saved = _find_committed(commit, name)
    if saved is None:
        raise DocumentError(f"{commit.label}:{name}", 1, "expected a file of this commit, found none")
    return saved


def _find_committed(commit: Commit, name: str) -> Saved | None:
    names = name, source_map_path(Path(name)).as_posix()
    contents = commit.read(names)
    texts = {each: decode_text(f"{commit.label}:{each}", data) for each, data in contents.items()}
    if name not in texts:
        return None
    document = parse_document(f"{commit.label}:{name}", texts[name])
    sources = parse_source_map(f"{commit.label}:{names[1]}", texts[names[1]]) if names[1] in texts else SourceMap()
    return Saved(document, sources)


def compare_saved(old: Saved, new: Saved) -> Comparison:
    """What changed between two documents, whoever wrote them."""
    comparison = compare_documents(old.document, new.document)
    return replace(comparison, changes=locate(comparison.changes, _stated(old), _stated(new)))


def _stated(saved: Saved) -> Stated:
    return Stated(saved.document, saved.sources)


def compare_apis(config: Config, old: Commit, new: Commit | None, means: Means | None = None) -> Comparison:
    """What changed in the APIs of a configuration, each change with its document.

    Args:
        config: The configuration as it is. Which document an API has, each revision says itself.
        old: The older revision.
        new: The newer one; the files on disk for None.
        means: How pages are read. With it, the pages are compared instead of the documents; both sides are
            read with the configuration and the overlays as they are.

    Raises:
        DocumentError, InputError, GitError: One of the files cannot be read.
    """
    then, now = read_former_apis(old, config), read_former_apis(new, config) if new else current_apis(config)
    pairs, gone = pair_apis(then, now)
    found = [_compare_removed(api, old) for api in gone]
    if means:
        found += [_compare_pages(config, api, old, new, means) for api in config.apis]
    else:
        # Without a configuration that can be read, the old revision is taken to have the same documents.
        found += [_compare_document(config, api, pairs.get(api.name) if then else api, old, new) for api in now]
    return Comparison(
        tuple(change for each in found for change in each.changes),
        tuple(reference for each in found for reference in each.external),
    )


def _compare_removed(api: FormerApi, old: Commit) -> Comparison:
    """An API that is not there any more; nothing if it never had a document."""
    if api.document not in old.blobs:
        return Comparison(())
    return _in_document(Comparison((document_change("document-removed", api.document),)), api.document)


def _in_document(comparison: Comparison, name: str) -> Comparison:
    return replace(comparison, changes=tuple(replace(change, document=name) for change in comparison.changes))


def _compare_pages(config: Config, api: ApiConfig, old: Commit, new: Commit | None, means: Means) -> Comparison:
    from generator.build import api_settings

    compared = compare_page_sets(pages_of_api(api, old), pages_of_api(api, new), api_settings(config, api), means)
    return _in_document(compared, name_document(config, api))


def _compare_document(
    config: Config, api: FormerApi, former: FormerApi | None, old: Commit, new: Commit | None
) -> Comparison:
    before = _find_committed(old, former.document) if former else None
    after = _find_committed(new, api.document) if new else _find_current(config, api.name)
    if before and after:
        return _in_document(compare_sides(_side(before), _side(after)), api.document)
    if not before and not after:
        return Comparison(())
    rule_id = "document-added" if after else "document-missing"
    return _in_document(Comparison((document_change(rule_id, api.document),)), api.document)


def _find_current(config: Config, name: str) -> Saved | None:
    place = next(api.document for api in config.apis if api.name == name)
    return load_saved(place) if place.is_file() else None


def document_change(rule_id: str, name: str, now: str = "", line: int = 1) -> Change:
    """A change of a document as a file."""
    return make_change(rule_id, (), ChangeSource(name, line, line), name=name, now=now)


def _side(saved: Saved) -> Side:
    return side_of_document(saved.document, saved.sources)
