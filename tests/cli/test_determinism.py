from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.project import Project


def test_hash_seed_folder_locale_and_time_zone_change_no_byte(built_once: Project, tmp_path: Path) -> None:
    other = Project(tmp_path / "elsewhere" / "deeper")
    shutil.copytree(built_once.folder / "pages", other.folder / "pages")
    shutil.copy(built_once.folder / "specwright.toml", other.folder)
    results = []
    for seed, locale in (("1", "C"), ("4242", "C.UTF-8")):
        for name in ("spec", "generated", ".specwright"):
            shutil.rmtree(other.folder / name, ignore_errors=True)
        environment = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": f"XXX{seed[0]}"}
        result = other.run("build", env=environment)
        assert (result.returncode, result.stderr) == (0, "")
        results.append(other.snapshot())
    assert results[0] == results[1]
    assert results[0] == built_once.snapshot()


def test_where_the_command_is_run_changes_no_byte(built_once: Project, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    shutil.copytree(built_once.folder, folder, ignore=shutil.ignore_patterns("spec", "generated", ".specwright"))
    result = Project(tmp_path).run("build", "--config", "project/specwright.toml")
    assert (result.returncode, result.stderr) == (0, "")
    assert Project(folder).snapshot() == built_once.snapshot()
