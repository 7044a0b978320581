"""What CI is told to install: what this specwright was installed from, and nothing that nobody else can get."""

from __future__ import annotations

import json
import subprocess
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path
from typing import Any

import pytest

from generator.origin import checkout_requirement, installed_requirement

COMMIT = "0123456789abcdef0123456789abcdef01234567"
URL = "https://code.example/us/specwright.git"


def installed(folder: Path, origin: dict[str, Any] | None = None, installer: str = "pip") -> Distribution:
    info = folder / "specwright-1.2.3.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.4\nName: specwright\nVersion: 1.2.3\n")
    if installer:
        (info / "INSTALLER").write_text(f"{installer}\n")
    if origin is not None:
        (info / "direct_url.json").write_text(json.dumps(origin))
    return PathDistribution(info)


def git(folder: Path, *words: str) -> str:
    identity = ["-c", "user.name=Tester", "-c", "user.email=tester@example.com"]
    result = subprocess.run(["git", *identity, *words], cwd=folder, capture_output=True, text=True, check=True)
    return result.stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A clone of a repository with one commit."""
    source = tmp_path / "source"
    source.mkdir()
    git(source, "init", "--quiet")
    git(source, "commit", "--quiet", "--allow-empty", "--message", "Start")
    git(tmp_path, "clone", "--quiet", str(source), "checkout")
    return tmp_path / "checkout"


def test_a_version_of_an_index_is_pinned(tmp_path: Path) -> None:
    assert installed_requirement(installed(tmp_path)) == "specwright==1.2.3"


def test_what_nobody_has_installed_is_no_version_of_an_index(tmp_path: Path) -> None:
    assert installed_requirement(installed(tmp_path, installer="")) == ""


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ({"url": URL, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, f"git+{URL}@{COMMIT}"),
        ({"url": "ssh://git@code.example/us.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, ""),
        ({"url": "https://me:secret@code.example/us.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, ""),
        ({"url": "https://code.example/us", "vcs_info": {"vcs": "hg", "commit_id": COMMIT}}, ""),
        ({"url": "https://code.example/us.whl", "archive_info": {}}, "https://code.example/us.whl"),
        ({"url": "file:///tmp/us.whl", "archive_info": {}}, ""),
        ({"url": "file:///nowhere", "dir_info": {}}, ""),
    ],
)
def test_what_came_from_elsewhere_is_named_if_others_can_get_it(
    tmp_path: Path, origin: dict[str, Any], expected: str
) -> None:
    assert installed_requirement(installed(tmp_path, origin)) == expected


def test_a_checkout_is_its_commit_on_the_web(checkout: Path, tmp_path: Path) -> None:
    git(checkout, "remote", "set-url", "origin", URL)
    expected = f"git+{URL}@{git(checkout, 'rev-parse', 'HEAD')}"
    assert checkout_requirement(checkout) == expected
    assert installed_requirement(installed(tmp_path, {"url": checkout.as_uri(), "dir_info": {}})) == expected


def test_a_commit_that_was_never_pushed_is_not_to_be_had(checkout: Path) -> None:
    git(checkout, "remote", "set-url", "origin", URL)
    git(checkout, "commit", "--quiet", "--allow-empty", "--message", "Mine")
    assert checkout_requirement(checkout) == ""


def test_a_repository_on_this_machine_is_not_to_be_had(checkout: Path) -> None:
    assert checkout_requirement(checkout) == ""


def test_a_folder_inside_of_another_repository_is_not_that_repository(checkout: Path) -> None:
    git(checkout, "remote", "set-url", "origin", URL)
    (checkout / "vendored").mkdir()
    assert checkout_requirement(checkout / "vendored") == ""
