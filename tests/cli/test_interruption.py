"""Outputs are replaced together: a failure or an interruption changes nothing, and a kill loses nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.cli.progress import Progress
from generator.package import Package
from generator.write import MANIFEST, OutputError, compare_package, write_package
from tests.cli.project import CONFIG, REPOSITORY, Project

OLD = {"a": "1", "src/b": "1", "src/c": "1", "tests/d": "1"}
NEW = {"a": "2", "src/b": "2", "src/e/f": "2", "tests/d": "1"}
OTHER = {"a": "3", "src/g": "3"}
# Two manifests, three files and one deletion.
STEPS = 6

KILLED = """
import os, signal, sys
from pathlib import Path
from tests.cli.test_interruption import NEW, package, stop_at
from generator.write import write_package
for number in range(int(sys.argv[1])):
    child = os.fork()
    if not child:
        stop_at(number, lambda: os.kill(os.getpid(), signal.SIGKILL))
        write_package(package(NEW), Path(str(number)))
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
"""

INTERRUPTED = """
from generator import cli
from tests.cli.test_interruption import interrupt, stop_at
stop_at(2, interrupt)
cli.main()
"""


def package(files: dict[str, str]) -> Package:
    return Package("x", MappingProxyType(files), ())


def stop_at(number: int, stop: Callable[[], None]) -> Callable[[], None]:
    """Calls `stop` in place of a file's replacement or deletion; returns what undoes that."""
    replace, unlink, calls = Path.replace, Path.unlink, iter(range(1000))

    def step() -> None:
        if next(calls) == number:
            stop()

    def stopping_replace(self: Path, target: Path) -> Path:
        step()
        return replace(self, target)

    def stopping_unlink(self: Path, missing_ok: bool = False) -> None:
        step()
        unlink(self, missing_ok=missing_ok)

    def undo() -> None:
        Path.replace, Path.unlink = replace, unlink  # type: ignore[method-assign]

    Path.replace, Path.unlink = stopping_replace, stopping_unlink  # type: ignore[method-assign,assignment]
    return undo


def interrupt() -> None:
    raise KeyboardInterrupt


def tree(folder: Path) -> dict[str, str | None]:
    """Every file with its text and every folder, temporary ones included, except for the cache."""
    found = [path for path in sorted(folder.rglob("*")) if ".specwright" not in path.relative_to(folder).parts]
    return {path.relative_to(folder).as_posix(): path.read_text() if path.is_file() else None for path in found}


@pytest.mark.parametrize("number", range(STEPS))
def test_an_interruption_at_any_file_leaves_the_earlier_package(tmp_path: Path, number: int) -> None:
    write_package(package(OLD), tmp_path)
    before = tree(tmp_path)
    undo = stop_at(number, interrupt)
    try:
        with pytest.raises(KeyboardInterrupt):
            write_package(package(NEW), tmp_path)
    finally:
        undo()
    assert tree(tmp_path) == before


def test_an_interruption_of_a_first_write_leaves_nothing(tmp_path: Path) -> None:
    undo = stop_at(2, interrupt)
    try:
        with pytest.raises(KeyboardInterrupt):
            write_package(package(OLD), tmp_path / "new/folder")
    finally:
        undo()
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("wanted", [NEW, OLD, OTHER])
def test_a_kill_at_any_file_leaves_what_the_next_write_completes(tmp_path: Path, wanted: dict[str, str]) -> None:
    for number in range(STEPS):
        write_package(package(OLD), tmp_path / str(number))
    command = [sys.executable, "-c", KILLED, str(STEPS)]
    subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(REPOSITORY)}, check=True)
    write_package(package(wanted), tmp_path / "clean")
    for number in range(STEPS):
        folder = tmp_path / str(number)
        write_package(package(wanted), folder)
        assert compare_package(package(wanted), folder) == []
        assert (folder / MANIFEST).read_bytes() == (tmp_path / "clean" / MANIFEST).read_bytes()
        files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        assert {name for name in files if not name.startswith(".specwright-")} == wanted.keys()


def test_a_file_edited_after_a_kill_is_still_somebody_s_own(tmp_path: Path) -> None:
    write_package(package(OLD), tmp_path / "0")
    command = [sys.executable, "-c", KILLED, "1"]
    subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(REPOSITORY)}, check=True)
    (tmp_path / "0/a").write_text("mine")
    assert [item.kind for item in compare_package(package(NEW), tmp_path / "0") if item.path == "a"] == ["edited"]


def test_ctrl_c_leaves_earlier_output_and_130(built: Project) -> None:
    built.write("specwright.toml", CONFIG + 'title = "Another"\n')
    before = built.snapshot()
    result = built.run_code(INTERRUPTED, "build")
    assert result.returncode == 130
    assert "Traceback" not in result.stderr
    assert built.snapshot() == before
    assert built.run("build").returncode == 0


SLOW_IMPORT = """
import sys
class Impatience:
    def find_spec(self, name, *_):
        if name == "generator.cli.console":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Impatience())
from generator.start import main
main()
"""


def test_ctrl_c_while_the_program_starts_is_one_line(project: Project) -> None:
    result = project.run_code(SLOW_IMPORT, "--version")
    assert (result.returncode, result.stdout) == (130, "")
    assert result.stderr == "error: interrupted: nothing was written\n"


INTERRUPTED_IMPORT = """
import sys
wanted = sys.argv.pop(1)
class Impatience:
    def find_spec(self, name, *_):
        if name == wanted:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Impatience())
from generator.start import main
main()
"""


@pytest.mark.parametrize(
    ("module", "command"),
    [
        ("spec.yaml", ["diff", "a.yaml", "b.yaml"]),
        ("spec.load", ["generate", "a.yaml", "-o", "out"]),
        ("generator.page_files", ["scrape", "pages", "--dialect", "gitlab", "-o", "out.yaml"]),
        ("spec.diagnostics", ["lint"]),
    ],
)
def test_ctrl_c_anywhere_in_a_command_is_one_line(project: Project, module: str, command: list[str]) -> None:
    for name in ("a.yaml", "b.yaml"):
        project.write(name, "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n")
    result = project.run_code(INTERRUPTED_IMPORT, module, *command)
    assert (result.returncode, result.stdout) == (130, "")
    assert result.stderr.startswith("error: interrupted")
    assert result.stderr.count("\n") == 1


def test_what_was_read_of_earlier_apis_counts() -> None:
    shown = Progress(lambda _line: None)
    shown.watch(7, 7)
    assert shown.count() == "7 of 7 pages"
    shown("the next one")
    shown.watch(2, 9)
    assert shown.count() == "9 pages"


TWO = CONFIG.replace("links", "g") + CONFIG.replace("links", "h")


def block_with_file(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "src").write_text("mine")


def block_with_link(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder.parent / "elsewhere").mkdir()
    (folder / "tests").symlink_to("../elsewhere")


@pytest.mark.parametrize("block", [block_with_file, block_with_link])
def test_a_package_that_cannot_be_written_keeps_every_other_output(
    project: Project, block: Callable[[Path], None]
) -> None:
    project.write("specwright.toml", TWO)
    block(project.folder / "generated/h")
    before = tree(project.folder)
    result = project.run("build")
    assert result.returncode == 3
    assert result.stderr.startswith("error: ")
    assert result.stderr.count("\n") == 1
    assert "generated/h/" in result.stderr
    assert tree(project.folder) == before


def test_files_behind_a_link_are_never_removed(tmp_path: Path) -> None:
    target = tmp_path / "out"
    write_package(package(OLD), target)
    shutil.move(target / "src", tmp_path / "src")
    (target / "src").symlink_to("../src")
    with pytest.raises(OutputError, match="symbolic link"):
        write_package(package({"a": "1"}), target)
    assert (tmp_path / "src/b").read_text() == "1"
