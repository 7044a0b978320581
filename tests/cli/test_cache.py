"""What a build remembers: every input counts, and every output is looked at."""

from __future__ import annotations

import json

from generator.write import MANIFEST
from tests.cli.project import CONFIG, REPOSITORY, Project


def test_a_lost_manifest_is_written_again(built: Project) -> None:
    before = built.snapshot()
    manifest = f"generated/links/{MANIFEST}"
    (built.folder / manifest).unlink()
    check = built.run("build", "--check")
    assert (check.returncode, check.stdout.splitlines()[2:]) == (1, [f"differs: {manifest}"])
    (summary,) = json.loads(built.run("build", "--format", "json").stdout)
    assert (summary["written"], summary["edited"]) == ([manifest], [])
    assert built.snapshot() == before


def test_a_renamed_configuration_is_another_input(built: Project) -> None:
    built.write("specwright.toml", CONFIG + 'servers = ["https://example.com"]\n')
    assert built.run("build").returncode == 0
    (built.folder / "specwright.toml").rename(built.folder / "other.toml")
    assert built.run("build", "--config", "other.toml").returncode == 0
    sources = json.loads(built.snapshot()["spec/documents/links.sourcemap.json"])
    assert sources["/servers/0"][0]["page"] == "other.toml"


DIALECT = """
from importlib import import_module
from vendor.words import TITLE
class Vendor:
    def __getattr__(self, name):
        return getattr(import_module("scraper.dialects.gitlab").DIALECT, name)
DIALECT = Vendor()
"""


def test_a_change_anywhere_in_a_dialect_s_package_is_another_input(project: Project) -> None:
    project.write("installed/vendor/__init__.py", "")
    project.write("installed/vendor/dialect.py", DIALECT)
    words = project.write("installed/vendor/words.py", "TITLE = 1\n")
    project.write(
        "installed/vendor-1.dist-info/entry_points.txt", "[specwright.dialects]\nvendor = vendor.dialect:DIALECT\n"
    )
    project.write("installed/vendor-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: vendor\nVersion: 1\n")
    code = "from generator.cache import hash_dialect; print(hash_dialect('vendor'))"
    hashes = []
    for text in ("TITLE = 1\n", "TITLE = 1\n", "TITLE = 2\n"):
        words.write_text(text)
        env = {"PYTHONPATH": f"{REPOSITORY}:{project.folder}/installed", "PYTHONDONTWRITEBYTECODE": "1"}
        result = project.run_code(code, env=env)
        assert result.stderr == ""
        hashes.append(result.stdout)
    assert hashes[0] == hashes[1] != hashes[2]
