"""Packages on the disk: whole or not at all, and no edited or foreign file lost."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.package import Package
from generator.write import MANIFEST, Difference, OutputError, compare_package, write_package


def package(**files: str) -> Package:
    return Package("x", MappingProxyType({name.replace("__", "/"): text for name, text in files.items()}), ())


def content(directory: Path) -> dict[str, str]:
    return {
        path.relative_to(directory).as_posix(): path.read_text()
        for path in sorted(directory.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_files_are_written_then_unchanged_then_removed(tmp_path: Path):
    target = tmp_path / "out"
    first = write_package(package(a="1", src__b="2"), target)
    assert (first.written, first.unchanged, first.removed) == (("a", "src/b"), (), ())
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*")}
    second = write_package(package(a="1", src__b="2"), target)
    assert (second.written, second.unchanged, second.removed) == ((), ("a", "src/b"), ())
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*")} == before
    third = write_package(package(a="3"), target)
    assert (third.written, third.unchanged, third.removed) == (("a",), (), ("src/b",))
    assert content(target) == {"a": "3"}
    assert not (target / "src").exists()


def test_edited_file_is_never_replaced(tmp_path: Path):
    write_package(package(a="1", b="1"), tmp_path)
    (tmp_path / "a").write_text("mine")
    with pytest.raises(OutputError, match="a was not written"):
        write_package(package(a="2", b="2"), tmp_path)
    assert content(tmp_path) == {"a": "mine", "b": "1"}


def test_edited_file_that_is_no_longer_generated_is_never_removed(tmp_path: Path):
    write_package(package(a="1", b="1"), tmp_path)
    (tmp_path / "b").write_text("mine")
    with pytest.raises(OutputError, match="b"):
        write_package(package(a="1"), tmp_path)
    assert content(tmp_path) == {"a": "1", "b": "mine"}


def test_foreign_file_is_never_replaced_and_neighbours_stay(tmp_path: Path):
    (tmp_path / "a").write_text("foreign")
    (tmp_path / "notes").write_text("keep")
    with pytest.raises(OutputError, match="a"):
        write_package(package(a="1"), tmp_path)
    write_package(package(b="1"), tmp_path)
    write_package(package(), tmp_path)
    assert content(tmp_path) == {"a": "foreign", "notes": "keep"}


def test_manifest_cannot_reach_outside(tmp_path: Path):
    (tmp_path / "victim").write_text("x")
    target = tmp_path / "out"
    write_package(package(a="1"), target)
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    (target / MANIFEST).write_text(json.dumps({"files": {"../victim": digest}}))
    write_package(package(a="1"), target)
    assert (tmp_path / "victim").read_text() == "x"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": 1}'])
def test_damaged_manifest_is_one_clear_error(tmp_path: Path, text: str):
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(OutputError, match="damaged"):
        write_package(package(a="1"), tmp_path)


def test_file_where_a_folder_is_needed_is_one_clear_error(tmp_path: Path):
    (tmp_path / "out").write_text("file")
    with pytest.raises(OutputError, match="out"):
        write_package(package(a="1"), tmp_path / "out")
    (tmp_path / "src").write_text("file")
    with pytest.raises(OutputError, match="src"):
        write_package(package(src__a="1"), tmp_path)


def test_folder_where_a_file_is_needed_is_one_clear_error(tmp_path: Path):
    (tmp_path / "a").mkdir()
    with pytest.raises(OutputError, match="a"):
        write_package(package(a="1"), tmp_path)


@pytest.mark.parametrize("allowed", range(4))
def test_full_disk_leaves_the_earlier_output_intact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, allowed: int):
    write_package(package(a="1", b="1", c="1"), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    replace, calls = Path.replace, iter(range(100))

    def limited(self: Path, target: Path) -> Path:
        if "new" in self.parts and next(calls) >= allowed:
            raise OSError(errno.ENOSPC, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", limited)
    with pytest.raises(OutputError, match="No space left"):
        write_package(package(a="2", b="2", d="2", e="2"), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_compare_names_every_difference_and_writes_nothing(tmp_path: Path):
    write_package(package(a="1", b="1", c="1"), tmp_path)
    (tmp_path / "b").write_text("mine")
    before = content(tmp_path)
    assert compare_package(package(a="2", b="2", d="1"), tmp_path) == [
        Difference("a", "outdated"),
        Difference("b", "edited"),
        Difference("c", "superfluous"),
        Difference("d", "missing"),
    ]
    assert content(tmp_path) == before
