"""The APIs of a configuration as a commit has it: which document each of them had there."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.config import ApiConfig, Config, default_document
from generator.drift.git import Commit
from spec.visit import as_object


@dataclass(frozen=True, slots=True)
class FormerApi:
    """An API of a commit: its document, and what its pages were found by."""

    name: str
    document: str
    pages: tuple[str, ...]


def read_former_apis(commit: Commit, config: Config) -> tuple[FormerApi, ...]:
    """The APIs that the configuration had in a commit; none if there was none, or none that can be read."""
    file = config.path.name
    try:
        values = tomllib.loads(commit.read([file]).get(file, b"").decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return ()
    sections = as_object(values.get("api"))
    return tuple(_read_api(name, as_object(section)) for name, section in sections.items())


def current_apis(config: Config) -> tuple[FormerApi, ...]:
    """The APIs of the configuration on disk, in the same form."""
    return tuple(FormerApi(api.name, name_document(config, api), api.page_patterns) for api in config.apis)


def name_document(config: Config, api: ApiConfig) -> str:
    """The document relative to the folder of the configuration; empty if it is elsewhere."""
    return api.document.relative_to(config.root).as_posix() if api.document.is_relative_to(config.root) else ""


def _read_api(name: str, section: Mapping[str, object]) -> FormerApi:
    document, pages = section.get("document"), section.get("pages")
    path = document if isinstance(document, str) else default_document(name)
    return FormerApi(name, PurePosixPath(path).as_posix(), tuple(map(str, pages)) if isinstance(pages, list) else ())


def pair_apis(old: Sequence[FormerApi], new: Sequence[FormerApi]) -> tuple[dict[str, FormerApi], tuple[FormerApi, ...]]:
    """What each of the new APIs was, by its new name, and the APIs that are gone.

    An API is the same under the same name; under another one it is known by its document or its pages.
    """
    pairs = {api.name: former for api in new for former in old if former.name == api.name}
    for alike in (_same_document, _same_pages):
        for api in new:
            left = [former for former in old if former not in pairs.values() and alike(former, api)]
            if api.name not in pairs and len(left) == 1:
                pairs[api.name] = left[0]
    return pairs, tuple(former for former in old if former not in pairs.values())


def _same_document(old: FormerApi, new: FormerApi) -> bool:
    return old.document == new.document


def _same_pages(old: FormerApi, new: FormerApi) -> bool:
    return bool(old.pages) and sorted(old.pages) == sorted(new.pages)
