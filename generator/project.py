"""The files of a new project: a configuration, an example page, what is built of it, and what its CI runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.build import Outcome, Rendered
    from generator.config import Config

_TEMPLATES = Path(__file__).resolve().parent.parent / "templates" / "project"
_REQUIREMENT = "@REQUIREMENT@"


class CiService(StrEnum):
    """Where the CI of a project runs."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


IGNORES = ".gitignore"
HOOKS = ".pre-commit-config.yaml"
#: Files that a project may have already; they are left as they are.
SHARED = (IGNORES, HOOKS)
#: Path in the project → path of the template.
_PROJECT = {
    "specwright.toml": "specwright.toml",
    "pages/example/lamps.md": "pages/example/lamps.md",
    IGNORES: "gitignore",
    HOOKS: "pre-commit-config.yaml",
}
_CI: Mapping[CiService, Mapping[str, str]] = {
    CiService.GITHUB: {
        ".github/workflows/specwright.yml": "ci/github-check.yml",
        ".github/workflows/specwright-refresh.yml": "ci/github-refresh.yml",
    },
    CiService.GITLAB: {".gitlab-ci.yml": "ci/gitlab.yml"},
    CiService.NONE: {},
}


def ci_files(ci: CiService) -> tuple[str, ...]:
    """The paths of what a CI runs."""
    return tuple(_CI[ci])


def project_files(ci: CiService, requirement: str) -> dict[str, str]:
    """Return path in the project (POSIX) → text; `requirement` is what CI has pip install."""
    wanted = {**_PROJECT, **_CI[ci]}
    texts = {path: (_TEMPLATES / name).read_text(encoding="utf-8") for path, name in wanted.items()}
    return {path: text.replace(_REQUIREMENT, requirement) for path, text in texts.items()}


def missing_ignores(file: Path) -> list[str]:
    """What the .gitignore of a project should have and this one has not."""
    wanted = (_TEMPLATES / _PROJECT[IGNORES]).read_text(encoding="utf-8").splitlines()
    text = ""
    with suppress(OSError):  # what cannot be read ignores nothing
        text = file.read_text(encoding="utf-8", errors="replace")
    present = {line.strip().strip("/") for line in text.splitlines()}
    return [line for line in wanted if not line.startswith("#") and line.strip("/") not in present]


def write_project(
    folder: Path, texts: Mapping[str, str], *, force: bool = False, say: Callable[[str], None] = lambda _message: None
) -> tuple[Outcome, ...]:
    """Writes a project and what is built of it: all of it or nothing, however it ends.

    Args:
        folder: The project's folder.
        texts: Path in the project → text, as `project_files` has them.
        force: Replace the files that exist, but never a generated one that was edited by hand.
        say: Called with what is being done.

    Raises:
        WriteError, OutputError: A file exists or cannot be written; then none is.
    """
    from generator.build import compare_rendered, write_rendered
    from generator.files import require_missing, text_step

    if not force:
        require_missing([folder / name for name in texts])
    config, rendered = _render(folder, texts, say)
    outcomes = {each.api.name: compare_rendered(config, each) for each in rendered}
    if not force:
        require_missing([path for each in rendered for path in (*each.texts, each.api.package)])
    say("writing")
    write_rendered(config, rendered, outcomes, [text_step(folder / name, text) for name, text in texts.items()])
    return tuple(outcomes.values())


def _render(folder: Path, texts: Mapping[str, str], say: Callable[[str], None]) -> tuple[Config, tuple[Rendered, ...]]:
    """All that a build of the project gives, for its folder, while nothing is in it yet."""
    from tempfile import TemporaryDirectory  # too slow for every start of the command line

    from generator.build import survey_apis
    from generator.config import FILE_NAME, load_config
    from generator.files import write_files

    with TemporaryDirectory(prefix="specwright-") as name:
        scratch = Path(name).resolve()
        write_files({scratch / path: text for path, text in texts.items()})
        config = load_config(scratch / FILE_NAME)
        survey = survey_apis(config, config.apis, fresh=True, means=None, say=say)
        moved = tuple(_move(each, config.root, folder) for each in survey.rendered)
    return replace(config, path=folder / FILE_NAME, root=folder), moved


def _move(rendered: Rendered, old: Path, new: Path) -> Rendered:
    """The same output for another folder; what it names is relative to that."""

    def place(path: Path) -> Path:
        return new / path.relative_to(old)

    api = replace(rendered.api, document=place(rendered.api.document), package=place(rendered.api.package))
    return replace(rendered, api=api, texts={place(path): text for path, text in rendered.texts.items()})
