"""Bad input: one clear line, the right exit code, earlier output intact."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
from pathlib import Path

import pytest

from generator.cli.console import DIALECTS
from scraper.dialects import BUILT_IN
from tests.cli.project import CONFIG, ENTRY, PAGE, REPOSITORY, Project

FOREIGN = REPOSITORY / "scraper/pages/codearts_repo/obtaining-commits-of-a-work-item.txt"

LONG = "a" * 5000

BAD_PAGES = {
    "empty": (b"", 1, "expected a documentation page, found an empty file"),
    "blank": (b" \n\n", 1, "expected a documentation page, found an empty file"),
    "binary": (b"text\n\x89PNG\0\0", 2, "expected text, found binary data"),
    "not UTF-8": (b"one\ntwo\nthree \xff\n", 3, "expected UTF-8, found byte 0xff"),
    "half UTF-16": ("one\ntwo".encode("utf-16") + b"\xd8", 2, "expected UTF-16, as the byte order mark says"),
    "no operation": (b"# A page\n\nabout nothing in particular\n", 1, "no operation found"),
    "another dialect": (FOREIGN.read_bytes(), 1, "no operation found"),
    "too large": (b"x" * (50 * 2**20), 1, "expected a page of at most 32 MB"),
}

BAD_CONFIGS = {
    "wrong key": (CONFIG + "titel = 'x'\n", 4, "unknown key 'titel'"),
    "missing page": (CONFIG.replace("*.txt", "*.htm"), 3, "'pages/*.htm' matches no file"),
    "no TOML": ("[api.links\n", 1, "expected TOML"),
    "unknown dialect": (CONFIG.replace("gitlab", "gitlub"), 2, "unknown dialect 'gitlub'"),
    "missing overlay": (CONFIG + 'overlays = ["o.yaml"]\n', 4, "expected a file, but 'o.yaml' is none"),
}

BAD_OVERLAYS = {
    "no YAML": ("overlay: [\n", "overlay.yaml:"),
    "no overlay": ("a: b\n", "overlay.yaml:1: expected overlay: 1.0.0"),
    "no match": (
        "overlay: 1.0.0\nx-page: pages/issue_links.txt\nactions:\n"
        "  - target: $.paths['/nope']\n    description: d\n    update: {}\n",
        "overlay.yaml:4: target $.paths['/nope'] matches nothing; it corrects pages/issue_links.txt",
    ),
    "no reason": (
        "overlay: 1.0.0\nx-page: pages/issue_links.txt\nactions:\n  - update: {}\n    target: $.info\n",
        "overlay.yaml:5: expected a description that gives the reason for $.info",
    ),
    "no page": (
        "overlay: 1.0.0\nactions:\n  - update: {}\n    description: d\n    target: $.info\n",
        "overlay.yaml:5: expected x-page, the page that is wrong about $.info",
    ),
}


def assert_one_line(stderr: str, *words: str) -> None:
    assert stderr.startswith("error: ")
    assert stderr.count("\n") == 1, stderr
    assert stderr.endswith("\n")
    for word in words:
        assert word in stderr


@pytest.mark.parametrize("name", BAD_PAGES)
def test_a_bad_page_stops_a_scrape(project: Project, name: str) -> None:
    content, line, words = BAD_PAGES[name]
    project.write("bad.txt", content)
    project.write("out.yaml", "earlier")
    result = project.run("scrape", "bad.txt", "--dialect", "gitlab", "-o", "out.yaml")
    assert result.returncode == 3
    assert_one_line(result.stderr, f"bad.txt:{line}: ", words)
    assert result.stdout == ""
    assert (project.folder / "out.yaml").read_text() == "earlier"
    assert not (project.folder / "out.sourcemap.json").exists()


@pytest.mark.parametrize("name", BAD_PAGES)
def test_a_bad_page_stops_a_build_and_leaves_earlier_output(built: Project, name: str) -> None:
    content, line, words = BAD_PAGES[name]
    built.write("pages/another.txt", content)
    before = built.snapshot()
    result = built.run("build")
    assert result.returncode == 3
    assert_one_line(result.stderr, f"pages/another.txt:{line}: ", words)
    assert built.snapshot() == before


@pytest.mark.parametrize("name", BAD_CONFIGS)
def test_a_bad_configuration_stops_a_build_and_leaves_earlier_output(built: Project, name: str) -> None:
    content, line, words = BAD_CONFIGS[name]
    built.write("specwright.toml", content)
    before = built.snapshot()
    result = built.run("build")
    assert result.returncode == 3
    assert_one_line(result.stderr, f"specwright.toml:{line}: ", words)
    assert built.snapshot() == before


@pytest.mark.parametrize("name", BAD_OVERLAYS)
def test_a_bad_overlay_stops_a_build_and_leaves_earlier_output(built: Project, name: str) -> None:
    content, words = BAD_OVERLAYS[name]
    built.write("overlay.yaml", content)
    built.write("specwright.toml", CONFIG + 'overlays = ["overlay.yaml"]\n')
    before = built.snapshot()
    result = built.run("build")
    assert result.returncode == 3
    assert_one_line(result.stderr, words)
    assert built.snapshot() == before


def test_a_document_that_does_not_validate_stops_a_build_and_leaves_earlier_output(built: Project) -> None:
    overlay = "overlay: 1.0.0\nx-page: pages/issue_links.txt\nactions:\n"
    built.write("overlay.yaml", overlay + "  - target: $.info\n    description: d\n    update: {version: 3}\n")
    built.write("specwright.toml", CONFIG + 'overlays = ["overlay.yaml"]\n')
    before = built.snapshot()
    result = built.run("build")
    assert result.returncode == 1
    assert_one_line(result.stderr, "spec/documents/links.yaml: /info/version: ", " (from overlay.yaml:4)")
    assert built.snapshot() == before


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["build", "nope"], 2, "unknown API 'nope'; specwright.toml has: links"),
        (["lint", "nope"], 2, "unknown API 'nope'"),
        (["lint", "--dialect", "gitlab"], 2, "--dialect needs the FILES"),
        (["explain", "nope", "x"], 2, "unknown API 'nope'"),
        (["explain", "links", "x"], 3, "spec/documents/links.yaml:1: expected a readable file"),
        (["build", "--config", "missing.toml"], 3, "missing.toml:1: cannot be read"),
        (["scrape", "missing.txt", "--dialect", "gitlab", "-o", "o.yaml"], 3, "missing.txt:1: cannot be read"),
        (["scrape", "*.none", "--dialect", "gitlab", "-o", "o.yaml"], 3, "*.none:1: matches no file"),
        (["scrape", "@missing", "--dialect", "gitlab", "-o", "o.yaml"], 3, "missing:1: cannot be read: No such file"),
        (["scrape", "pages/issue_links.txt", "--dialect", "x", "-o", "o.yaml"], 2, "unknown dialect 'x'; expected"),
        (["generate", "missing.yaml", "-o", "o"], 3, "missing.yaml:1: expected a readable file"),
        (["generate", "specwright.toml", "-o", "o"], 3, "specwright.toml:"),
        (["generate", "pages/issue_links.txt", "-o", "o"], 3, "pages/issue_links.txt:"),
        (["init", "."], 3, "specwright.toml exists"),
        (["scrape", "empty", "--dialect", "gitlab", "-o", "o.yaml"], 3, "empty:1: expected a folder with pages"),
        (
            ["scrape", "pages", "--dialect", "gitlab", "--split-by", "page", "-o", "specwright.toml"],
            3,
            "specwright.toml: expected a folder, found a file",
        ),
    ],
)
def test_wrong_use_is_one_line(project: Project, words: list[str], code: int, message: str) -> None:
    (project.folder / "empty").mkdir()
    before = project.snapshot()
    result = project.run(*words)
    assert result.returncode == code, result.stderr
    assert_one_line(result.stderr, message)
    assert project.snapshot() == before


@pytest.mark.parametrize("option", ["-o", "--diagnostics", "--accounting"])
def test_a_scrape_never_overwrites_its_page(project: Project, option: str) -> None:
    options = {"-o": "o.yaml", option: f"pages/../pages/{PAGE.name}"}
    words = [word for pair in options.items() for word in pair]
    result = project.run("scrape", f"pages/{PAGE.name}", "--dialect", "gitlab", *words)
    assert result.returncode == 2
    assert_one_line(result.stderr, "would be overwritten")
    assert (project.folder / "pages" / PAGE.name).read_bytes() == PAGE.read_bytes()


@pytest.mark.parametrize("output", ["specwright.toml/out.yaml", "pages", "/dev/full", "/proc/out.yaml"])
def test_an_output_that_cannot_be_written_is_one_line(project: Project, output: str) -> None:
    result = project.run("scrape", f"pages/{PAGE.name}", "--dialect", "gitlab", "-o", output)
    assert result.returncode == 3
    assert_one_line(result.stderr, output)
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["scrape", PAGE.name, "--dialect", "gitlab", "-o", "loop/out.yaml"], 3),
        (["scrape", PAGE.name, "--dialect", "gitlab", "-o", "loop"], 3),
        (["scrape", PAGE.name, "--dialect", "gitlab", "-o", LONG], 3),
        (["scrape", PAGE.name, "--dialect", "gitlab", "-o", "."], 2),
        (["scrape", "loop", "--dialect", "gitlab", "-o", "out.yaml"], 3),
        (["generate", "loop", "-o", "out"], 3),
        (["build", "--config", "loop"], 3),
        (["build", "--config", LONG], 3),
        (["init", LONG], 3),
        (["init", "loop"], 3),
        (["explain", f"{LONG}.yaml", "x"], 3),
    ],
)
def test_a_name_that_leads_nowhere_is_one_line(project: Project, words: list[str], code: int) -> None:
    shutil.copy(PAGE, project.folder)
    (project.folder / "loop").symlink_to("loop")
    before = project.snapshot()
    result = project.run(*words)
    assert result.returncode == code, result.stderr
    assert_one_line(result.stderr)
    assert project.snapshot() == before


@pytest.mark.parametrize("words", [["lint"], ["lint", "--codes"], ["build", "--format", "json"], ["--help"]])
def test_a_full_disk_behind_stdout_is_one_line(built: Project, words: list[str]) -> None:
    result = built.run_code(f"import os; os.dup2(os.open('/dev/full', os.O_WRONLY), 1)\n{ENTRY}", *words)
    assert result.returncode == 3
    assert_one_line(result.stderr, "the output cannot be written: No space left on device")


def test_a_full_disk_behind_stderr_is_an_exit_code(project: Project) -> None:
    result = project.run_code(f"import os; os.dup2(os.open('/dev/full', os.O_WRONLY), 2)\n{ENTRY}", "build", "nope")
    assert (result.returncode, result.stdout, result.stderr) == (3, "", "")


def test_a_package_folder_that_is_a_file_is_one_line(built: Project) -> None:
    result = built.run("generate", "spec/documents/links.yaml", "-o", "specwright.toml")
    assert result.returncode == 3
    assert_one_line(result.stderr, "specwright.toml")
    assert (built.folder / "specwright.toml").read_text() == CONFIG


def test_a_build_never_overwrites_its_overlay(built: Project) -> None:
    built.write("ov/o.yaml", "overlay: 1.0.0\n")
    built.write("specwright.toml", CONFIG + 'document = "ov/o.yaml"\noverlays = ["ov/o.yaml"]\n')
    before = built.snapshot()
    result = built.run("build")
    assert result.returncode == 3
    assert_one_line(result.stderr, "specwright.toml:4: ", "[api.links] reads 'ov/o.yaml'")
    assert built.snapshot() == before


def limit_file_size() -> None:
    """No file may grow beyond 10 kB: to a program, much like a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))


def test_a_disk_that_refuses_leaves_earlier_output(built: Project) -> None:
    built.write("specwright.toml", CONFIG + 'title = "Another"\n')
    before = built.snapshot()
    result = built.run("build", before=limit_file_size)
    assert result.returncode == 3
    assert_one_line(result.stderr, "cannot be written: File too large")
    assert built.snapshot() == before


def test_a_scrape_that_cannot_be_written_leaves_nothing_behind(project: Project) -> None:
    words = ["--dialect", "gitlab", "-o", "new/out.yaml", "--diagnostics", "new/findings.json"]
    result = project.run("scrape", f"pages/{PAGE.name}", *words, before=limit_file_size)
    assert result.returncode == 3
    assert_one_line(result.stderr, "cannot be written: File too large")
    assert [path for path in (project.folder / "new").rglob("*") if path.is_file()] == []


def obey_permissions() -> None:
    """Takes away root's right to write into write-protected folders (CAP_DAC_OVERRIDE)."""
    drop_from_bounding_set, override = 24, 1
    if os.geteuid() == 0 and ctypes.CDLL(None).prctl(drop_from_bounding_set, override, 0, 0, 0) != 0:
        raise PermissionError("capabilities cannot be dropped here")


def test_a_write_protected_folder_leaves_earlier_output(built: Project) -> None:
    built.write("specwright.toml", CONFIG + 'title = "Another"\n')
    before = built.snapshot()
    package = built.folder / "generated/links"
    package.chmod(0o555)
    try:
        result = built.run("build", before=obey_permissions)
    except Exception as error:  # noqa: BLE001  (subprocess wraps what preexec_fn raises)
        pytest.skip(f"write protection cannot be tested: {error}")
    finally:
        package.chmod(0o755)
    assert result.returncode == 3
    assert_one_line(result.stderr, "generated/links", "Permission denied")
    assert built.snapshot() == before


def test_a_dialect_that_cannot_be_imported_is_one_line(project: Project) -> None:
    project.write("installed/runes.py", "raise RuntimeError('no stone')\n")
    project.write("installed/runes-1.dist-info/entry_points.txt", "[specwright.dialects]\nrunes = runes:DIALECT\n")
    project.write("installed/runes-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: runes\nVersion: 1\n")
    variables = {"PYTHONPATH": f"{REPOSITORY}:{project.folder}/installed"}
    result = project.run("scrape", f"pages/{PAGE.name}", "--dialect", "runes", "-o", "o.yaml", env=variables)
    assert result.returncode == 3
    assert_one_line(result.stderr, "'runes'", "'runes:DIALECT'", "RuntimeError: no stone")


def test_help_names_every_dialect_of_the_program() -> None:
    assert DIALECTS.split(", or ")[0] == ", ".join(sorted(BUILT_IN))


FOREIGN_PAGES = [
    ("coding", "codearts_repo/associating-work-items-with-a-branch.txt"),
    ("gitlab", "codearts_repo/associating-work-items-with-a-branch.txt"),
    ("coding", "codearts_repo/obtaining-commits-of-a-work-item.txt"),
    ("huawei", "coding/open-api.txt"),
    ("huawei", "gitlab/issue_links.txt"),
    ("gitlab", "codearts_repo/obtaining-commits-of-a-work-item.txt"),
    ("coding", "codearts_repo/creating-a-branch.txt"),
    ("coding", "gitlab/issue_links.txt"),
    ("gitlab", "codearts_repo/creating-a-branch.txt"),
    ("gitlab", "coding/open-api.txt"),
]


@pytest.mark.parametrize(("dialect", "page"), FOREIGN_PAGES)
def test_a_page_of_another_dialect_is_one_line(project: Project, dialect: str, page: str) -> None:
    shutil.copy(REPOSITORY / "scraper/pages" / page, project.folder / "foreign.txt")
    result = project.run("scrape", "foreign.txt", "--dialect", dialect, "-o", "out.yaml")
    assert result.returncode == 3
    assert_one_line(result.stderr, "foreign.txt:", f"{dialect} pages have")
    assert not (project.folder / "out.yaml").exists()
