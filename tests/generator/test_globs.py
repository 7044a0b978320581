from __future__ import annotations

import glob
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from generator.globs import matches_glob

NAMES = ("a.md", "b.txt", "x/a.md", "x/b.txt", "x/y/a.md", "x/y/z/a.md", ".h/a.md", "x/.a.md", "x/.h/a.md")
PARTS = st.sampled_from(("**", "*", "x", "y", "*.md", "a.*", "?.md", "[ab].md", ".h", ".*", "**a", "z"))


def create_files(folder: Path) -> None:
    for name in NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def test_a_name_matches_when_glob_finds_the_file(tmp_path_factory) -> None:
    folder = tmp_path_factory.mktemp("globs")
    create_files(folder)

    @example("**/.*")
    @given(st.lists(PARTS, min_size=1, max_size=4).map("/".join))
    def compare(pattern: str) -> None:
        found = {Path(name).as_posix() for name in glob.glob(pattern, root_dir=folder, recursive=True)}  # noqa: PTH207
        assert {name for name in NAMES if matches_glob(name, pattern)} == found & {*NAMES}

    compare()
