"""What `specwright diff` compares: documents, pages, or either of them as a commit has them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cache import page_cache_folder

if TYPE_CHECKING:
    from generator.drift.git import Commit
    from generator.pages import Means
    from spec.diff.compare import Comparison


@dataclass(frozen=True, slots=True)
class Sources:
    """The words of the command line that say what to compare."""

    old: Path | None
    new: Path | None
    dialect: str
    git: str
    pages: bool
    config: Path

    @property
    def documents(self) -> tuple[str, ...]:
        """The names of the documents that are compared, where changes name theirs.

        Raises:
            ConfigError: The configuration cannot be used.
        """
        if not self.git or self.old is not None:
            return ()
        from generator.build import name_path
        from generator.config import load_config

        config = load_config(self.config)
        return tuple(name_path(config, api.document) for api in config.apis)

    @property
    def complaint(self) -> str:
        """What is wrong with them; empty if nothing is."""
        if self.git:
            if self.new is not None:
                return "--git compares revisions of one file or folder; expected no NEW"
            if self.pages and self.old is not None:
                return "--pages are those of specwright.toml; expected no OLD"
            if self.dialect and self.old is None:
                return "--dialect needs the pages that it is the dialect of"
        elif self.pages:
            return "--pages needs --git REV"
        elif self.old is None or self.new is None:
            return "expected two documents: specwright diff OLD NEW"
        return ""


def compare_sources(sources: Sources) -> tuple[Comparison, str]:
    """What changed, and the version that the old document states if there is one.

    Raises:
        Exception: One of those that `complaints` knows.
    """
    if sources.git:
        return _compare_revisions(sources)
    old, new = sources.old or Path(), sources.new or Path()
    if sources.dialect:
        return _compare_pages(old, new, sources.dialect), ""
    from generator.drift.documents import compare_saved, load_saved

    saved = load_saved(old)
    return compare_saved(saved, load_saved(new)), saved.version


def _compare_pages(old: Path, new: Path, dialect: str) -> Comparison:
    from generator.drift.page_sets import compare_page_sets, pages_on_disk
    from generator.pages import Settings

    return compare_page_sets(pages_on_disk(old), pages_on_disk(new), Settings(dialect), _means(Path()))


def _compare_revisions(sources: Sources) -> tuple[Comparison, str]:
    from generator.drift.git import read_revisions

    if sources.old is not None:
        return _compare_path(sources.old, sources.dialect, *read_revisions(Path(), sources.git))
    from generator.config import load_config
    from generator.drift.documents import compare_apis

    config = load_config(sources.config)
    means = _means(config.root) if sources.pages else None
    return compare_apis(config, *read_revisions(config.root, sources.git), means), ""


def _compare_path(path: Path, dialect: str, old: Commit, new: Commit | None) -> tuple[Comparison, str]:
    from generator.drift.documents import compare_saved, load_committed, load_saved
    from generator.drift.page_sets import compare_page_sets, pages_in_commit, pages_on_disk
    from generator.pages import Settings

    name = path.as_posix()
    if dialect:
        after = pages_in_commit(new, name) if new else pages_on_disk(path)
        return compare_page_sets(pages_in_commit(old, name), after, Settings(dialect), _means(Path())), ""
    saved = load_committed(old, name)
    return compare_saved(saved, load_committed(new, name) if new else load_saved(path)), saved.version


def _means(root: Path) -> Means:
    from generator.pages import Means

    return Means(cache=page_cache_folder(root))
