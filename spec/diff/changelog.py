"""Changes as release notes, with the step of the version that they call for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from spec.diff.changes import Change, Level
from spec.diff.text import describe_operations

_HEADINGS = {
    Level.BREAKING: "Breaking changes",
    Level.RISKY: "Changes that may need attention",
    Level.COMPATIBLE: "Additions and relaxations",
    Level.DOCS_ONLY: "Documentation",
}
_VERSION = re.compile(r"v?(\d+)\.(\d+)\.(\d+)")


class Step(StrEnum):
    """The part of a semantic version that counts up."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


_STEPS = {
    Level.BREAKING: Step.MAJOR,
    Level.RISKY: Step.MINOR,
    Level.COMPATIBLE: Step.MINOR,
    Level.DOCS_ONLY: Step.PATCH,
}


def version_step(changes: Sequence[Change], version: str = "") -> Step:
    """The step that the worst change calls for.

    Before 1.0.0 the minor number says what the major number says later: breaking changes step it, all others step
    the patch number.
    """
    levels = [level for level in Level if any(change.level is level for change in changes)]
    if not levels:
        return Step.NONE
    step = _STEPS[levels[0]]
    if not version.removeprefix("v").startswith("0."):
        return step
    return Step.MINOR if step is Step.MAJOR else Step.PATCH


def next_version(version: str, step: Step) -> str:
    """The version after the step; empty if the version is not `1.2.3`."""
    found = _VERSION.fullmatch(version)
    if found is None:
        return ""
    major, minor, patch = map(int, found.groups())
    return {
        Step.MAJOR: f"{major + 1}.0.0",
        Step.MINOR: f"{major}.{minor + 1}.0",
        Step.PATCH: f"{major}.{minor}.{patch + 1}",
        Step.NONE: f"{major}.{minor}.{patch}",
    }[step]


def format_changelog(changes: Sequence[Change], version: str = "") -> Iterator[str]:
    """Markdown lines: the version step, then a section for each level that has changes, grouped by operation."""
    if not changes:
        return
    step = version_step(changes, version)
    following = next_version(version, step)
    yield f"Version step: **{step}**" + (f" ({version} → {following})" if following else "")
    for level, heading in _HEADINGS.items():
        group = [change for change in changes if change.level is level]
        if group:
            yield ""
            yield f"### {heading}"
            yield ""
            yield from _entries(group)


def _entries(changes: Sequence[Change]) -> Iterator[str]:
    groups: dict[str, list[str]] = {}
    for change in changes:
        groups.setdefault(describe_operations(change.operations), []).append(change.message)
    for operations, messages in groups.items():
        yield f"- **{operations}**"
        for message in dict.fromkeys(messages):
            yield f"  - {message}"
