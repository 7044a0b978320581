"""The files of a new project: a configuration, an example page, and what its CI runs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

_TEMPLATES = Path(__file__).resolve().parent.parent / "templates" / "project"
_VERSION = "@VERSION@"


class CiService(StrEnum):
    """Where the CI of a project runs."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


#: Path in the project → path of the template.
_PROJECT = {
    "specwright.toml": "specwright.toml",
    "pages/example/lamps.md": "pages/example/lamps.md",
    ".gitignore": "gitignore",
}
#: Many folders have one before they are a project.
LEFT_ALONE = frozenset({".gitignore"})
_CI: Mapping[CiService, Mapping[str, str]] = {
    CiService.GITHUB: {
        ".github/workflows/specwright.yml": "ci/github-check.yml",
        ".github/workflows/specwright-refresh.yml": "ci/github-refresh.yml",
    },
    CiService.GITLAB: {".gitlab-ci.yml": "ci/gitlab.yml"},
    CiService.NONE: {},
}


def project_files(ci: CiService) -> dict[str, str]:
    """Return path in the project (POSIX) → text, with this version of specwright for CI."""
    from importlib.metadata import version  # too slow for every start of the command line

    wanted = {**_PROJECT, **_CI[ci]}
    texts = {path: (_TEMPLATES / name).read_text(encoding="utf-8") for path, name in wanted.items()}
    return {path: text.replace(_VERSION, version("specwright")) for path, text in texts.items()}
