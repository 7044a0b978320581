"""Many pages in one command: in parallel, resumed, with bad ones among them, told apart, reported."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema_rs
import pytest

from spec.yaml import load_yaml
from tests.cli.project import ENTRY, REPOSITORY, Project
from tests.scraper.test_catalogue import REST

SCHEMA = REPOSITORY / "docs/schemas/quality-report.json"

PAGE = """# Things of kind {0}

## List things of kind {0}

Lists the things of this kind.

```plaintext
GET /kinds/{0}/things
```

| Attribute | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| `limit` | integer | no | How many to list. |
| `shade{0}` | string | yes | The shade. |

Example response:

```json
[{{"id": {0}, "name": "thing"}}]
```
"""

VENDOR = """
import os, time
from dataclasses import replace
from scraper.dialects.gitlab import DIALECT as GITLAB
class Vendor:
    name, summary, expects = "vendor", "a dialect of somebody else", "anything"
    vocabulary, read_dump = GITLAB.vocabulary, GITLAB.read_dump
    def parse(self, page, blocks):
        if "raise" in page.name:
            return {}["the column"]
        if "exit" in page.name:
            os._exit(7)
        time.sleep(float(os.environ.get("VENDOR_SECONDS", "0")))
        facts = GITLAB.parse(page, blocks)
        if "unread" in page.name:
            account = replace(facts.accounting, read=facts.accounting.read - 2, unread=((5, 5), (9, 9)))
            return replace(facts, accounting=account)
        return facts
DIALECT = Vendor()
"""


@pytest.fixture
def pages(tmp_path: Path) -> Project:
    """Twelve pages of four services in two folders, and a configuration that makes the folder a project."""
    project = Project(tmp_path / "project")
    project.write("specwright.toml", "[api.x]\n")
    for number in range(12):
        folder, service = ("north", "south")[number % 2], "abcd"[number // 3]
        project.write(f"pages/{folder}/{service}__{number:02}.md", PAGE.format(number))
    return project


def install_vendor(project: Project) -> dict[str, str]:
    """Installs a third party's dialect; returns the variables under which it is found."""
    project.write("installed/vendor.py", VENDOR)
    entry = "[specwright.dialects]\nvendor = vendor:DIALECT\n"
    project.write("installed/vendor-1.dist-info/entry_points.txt", entry)
    project.write("installed/vendor-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: vendor\nVersion: 1\n")
    return {"PYTHONPATH": f"{REPOSITORY}:{project.folder}/installed", "PYTHONDONTWRITEBYTECODE": "1"}


def scrape(project: Project, *words: str, dialect: str = "gitlab", out: str = "out") -> dict[str, object]:
    """Scrapes `pages` with every output below a folder; returns the summary."""
    files = ["-o", f"{out}/o.yaml", "--diagnostics", f"{out}/d.json", "--accounting", f"{out}/a.json"]
    report = ["--report-file", f"{out}/r.json", "--format", "json"]
    result = project.run("scrape", "pages", "--dialect", dialect, *files, *report, *words)
    assert result.returncode == 0, result.stderr
    summary = json.loads(result.stdout)
    assert isinstance(summary, dict)
    return summary


def outputs(project: Project, out: str = "out") -> dict[str, bytes]:
    folder = project.folder / out
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def paths_of(text: str | bytes) -> list[str]:
    document = load_yaml(text.decode() if isinstance(text, bytes) else text)
    assert isinstance(document, dict)
    return list(document["paths"])


# ---------------------------------------------------------------- what is read


def test_folders_globs_and_lists_name_the_same_pages(pages: Project) -> None:
    pages.write("list.txt", "# the pages\n\npages/north\n  pages/south/*.md\n")
    pages.write("pages/north/picture.png", b"\x89PNG\0")
    pages.write("pages/.hidden/x.md", "no page")
    ways = {
        "folder": ["pages"],
        "folders": ["pages/north", "pages/south"],
        "globs": ["pages/north/*.md", "pages/s*/*"],
        "deep": ["pages/**/*.md"],
        "list": ["@list.txt"],
        "twice": ["pages/north", "@list.txt", "pages"],
    }
    texts = {}
    for name, words in ways.items():
        result = pages.run("scrape", *words, "--dialect", "gitlab", "-o", "o.yaml")
        assert result.returncode == 0, result.stderr
        texts[name] = (pages.folder / "o.yaml").read_bytes()
    assert len(paths_of(texts["folder"])) == 12
    assert set(map(len, texts.values())) == {len(texts["folder"])}
    assert len(set(texts.values())) == 1


def test_two_processes_write_what_one_writes(pages: Project) -> None:
    pages.write("pages/north/more.md", PAGE.format(77))
    one = scrape(pages, "--jobs", "1", "--no-cache", out="one")
    two = scrape(pages, "--jobs", "2", "--no-cache", out="two")
    assert {**one, "documents": 0} == {**two, "documents": 0}
    assert outputs(pages, "one") == outputs(pages, "two")
    assert len(outputs(pages, "one")) == 5


def test_a_program_that_starts_itself_in_every_process_is_read_in_one(pages: Project) -> None:
    pages.write("program.py", ENTRY)
    scrape(pages, "--no-cache")
    words = ["scrape", "pages", "--dialect", "gitlab", "-o", "other.yaml", "--jobs", "2", "--no-cache"]
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "program.py", *words]
    subprocess.run(command, cwd=pages.folder, env=env, capture_output=True, check=True, timeout=120)
    assert (pages.folder / "other.yaml").read_bytes() == outputs(pages)["o.yaml"]


# ---------------------------------------------------------------- the cache


def test_a_second_run_reads_only_what_changed_and_writes_the_same(pages: Project) -> None:
    assert scrape(pages)["recalled"] == 0
    cold = outputs(pages)
    assert scrape(pages)["recalled"] == 12
    assert outputs(pages) == cold
    assert scrape(pages, "--jobs", "2")["recalled"] == 12
    assert outputs(pages) == cold
    page = pages.folder / "pages/north/a__00.md"
    page.write_text(page.read_text().replace("`limit`", "`count`"))
    assert scrape(pages)["recalled"] == 11
    assert outputs(pages)["o.yaml"] == cold["o.yaml"].replace(b"limit", b"count", 1)


def test_no_cache_neither_uses_nor_keeps_anything(pages: Project) -> None:
    assert scrape(pages, "--no-cache")["recalled"] == 0
    assert not (pages.folder / ".specwright").exists()
    scrape(pages)
    assert scrape(pages, "--no-cache")["recalled"] == 0


def test_without_a_project_the_caches_of_the_user_are_used(pages: Project) -> None:
    (pages.folder / "specwright.toml").unlink()
    scrape(pages)
    assert not (pages.folder / ".specwright").exists()
    assert len(list((pages.folder.parent / "caches/specwright/pages").iterdir())) == 12
    assert scrape(pages)["recalled"] == 12


class Harmful:
    """What a pickle could do if any could be loaded."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch harmed",)


def sign(content: bytes) -> bytes:
    import hashlib

    return hashlib.sha256(content).digest() + content


SPOILT = {
    "empty": lambda _: b"",
    "cut": lambda entry: entry[: len(entry) // 2],
    "changed": lambda entry: entry[:-9] + bytes([entry[-9] ^ 1]) + entry[-8:],
    "of another program": lambda _: sign(pickle.dumps({"facts": 1})),
    "no pickle": lambda _: sign(b"nothing"),
    "harmful": lambda _: sign(pickle.dumps(Harmful())),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_entry_of_the_cache_counts_as_none(pages: Project, name: str) -> None:
    scrape(pages)
    cold = outputs(pages)
    entries = sorted((pages.folder / ".specwright/pages").iterdir())
    for entry in entries[:5]:
        entry.write_bytes(SPOILT[name](entry.read_bytes()))
    assert scrape(pages)["recalled"] == 7
    assert outputs(pages) == cold
    assert not (pages.folder / "harmed").exists()
    assert scrape(pages)["recalled"] == 12


def test_a_cache_that_cannot_be_written_is_done_without(pages: Project) -> None:
    pages.write(".specwright", "a file where the folder would be")
    assert scrape(pages)["recalled"] == 0
    assert len(paths_of(outputs(pages)["o.yaml"])) == 12


# ---------------------------------------------------------------- bad pages


def add_bad_pages(project: Project) -> dict[str, int]:
    """Files that are no pages, each with the line of its complaint."""
    project.write("pages/bad/binary.md", b"text\n\x89PNG\0\0")
    project.write("pages/bad/empty.md", b"")
    project.write("pages/bad/huge.md", b"x" * (33 * 2**20))
    project.write("pages/bad/latin.md", PAGE.format(1).encode() + b"\ncaf\xe9\n")
    project.write("pages/bad/foreign.md", "# About us\n\nWe are here.\n")
    os.mkfifo(project.folder / "pages/bad/pipe.md")
    (project.folder / "pages/bad/loop.md").symlink_to("loop.md")
    (project.folder / "pages/bad/gone.md").symlink_to("nowhere")
    (project.folder / "pages/bad/round").symlink_to("..")
    (project.folder / "pages/bad/folder.md").mkdir()
    lines = {"binary": 2, "latin": 22, **dict.fromkeys(("empty", "foreign", "gone", "huge", "loop", "pipe"), 1)}
    return {f"pages/bad/{name}.md": line for name, line in lines.items()}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_bad_pages_are_named_and_keep_no_other_from_being_read(pages: Project, jobs: str) -> None:
    scrape(pages)
    good = outputs(pages)["o.yaml"]
    bad = add_bad_pages(pages)
    words = ["--dialect", "gitlab", "-o", "o.yaml", "--diagnostics", "d.json", "--jobs", jobs]
    result = pages.run("scrape", "pages", "missing.md", "pages/bad/folder.md", *words)
    assert result.returncode == 1
    assert (pages.folder / "o.yaml").read_bytes() == good
    bad |= {"missing.md": 1, "pages/bad/folder.md": 1}
    named = [line.split(": ")[1] for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert sorted(named) == sorted(f"{page}:{line}" for page, line in bad.items())
    assert "22 pages: 10 skipped" in result.stderr
    findings = [finding for finding in json.loads((pages.folder / "d.json").read_text()) if finding["page"] in bad]
    errors = {(finding["page"], finding["line"]) for finding in findings if finding["severity"] == "error"}
    assert errors == set(bad.items())


def test_a_skipped_page_has_no_other_finding_than_why(pages: Project) -> None:
    pages.write("pages/foreign.md", f"# Elsewhere\n\n{REST.partition('## URI')[2].replace('POST', 'Then')}")
    result = pages.run("scrape", "pages", "--dialect", "gitlab", "-o", "o.yaml", "--report-file", "r.json")
    report = json.loads((pages.folder / "r.json").read_text())["pages"]["pages/foreign.md"]
    assert (report["state"], report["unread"], report["diagnostics"]) == ("skipped", 0, {"no-operation": 1})
    assert "13 pages: 1 skipped, 0 with lines" in result.stderr


def test_pages_that_another_dialect_reads_far_better_are_named(pages: Project) -> None:
    for number in range(3):
        pages.write(f"rest/{number}.md", REST.replace("things", f"things{number}"))
    result = pages.run("scrape", "rest", "--dialect", "gitlab", "-o", "o.yaml", "--diagnostics", "d.json")
    assert result.returncode == 1
    assert "warning: 3 of 3 pages read like those of another dialect" in result.stderr
    codes = [(one["code"], one["severity"]) for one in json.loads((pages.folder / "d.json").read_text())]
    assert codes.count(("other-layout", "warning")) == 3
    assert pages.run("scrape", "rest", "--dialect", "huawei", "-o", "o.yaml").returncode == 0


def test_a_page_of_which_nothing_is_read_names_the_dialect_that_reads_it(pages: Project) -> None:
    pages.write("rest.md", REST)
    result = pages.run("scrape", "rest.md", "--dialect", "coding", "-o", "o.yaml")
    assert result.returncode == 3
    assert result.stderr.startswith("error: rest.md:1: no operation found; coding pages have ")
    assert "; the page reads like another layout: huawei finds " in result.stderr


def test_pages_in_utf_16_give_what_they_give_in_utf_8(pages: Project) -> None:
    pages.write("wide.md", REST.encode("utf-16"))
    pages.write("plain.md", REST)
    for name in ("wide", "plain"):
        assert pages.run("scrape", f"{name}.md", "--dialect", "huawei", "-o", f"{name}.yaml").returncode == 0
    wide, plain = ((pages.folder / f"{name}.yaml").read_text() for name in ("wide", "plain"))
    assert wide.replace("wide.md", "plain.md") == plain


def test_bad_pages_alone_are_input_that_cannot_be_read(pages: Project) -> None:
    bad = add_bad_pages(pages)
    result = pages.run("scrape", "pages/bad", "--dialect", "gitlab", "-o", "o.yaml")
    assert result.returncode == 3
    assert len(result.stderr.splitlines()) == len(bad)
    assert all(line.startswith("error: pages/bad/") for line in result.stderr.splitlines())
    assert not (pages.folder / "o.yaml").exists()


def test_lint_reports_a_bad_page_and_reads_the_others(pages: Project) -> None:
    pages.write("pages/bad.md", b"\0")
    result = pages.run("lint", "pages", "--dialect", "gitlab", "--fail-on", "error")
    assert result.returncode == 1
    assert "pages/bad.md:1: error unreadable-page: expected text, found binary data" in result.stdout
    assert "pages/north/a__00.md" in result.stdout


def test_a_build_names_every_bad_page_and_does_without_none(pages: Project) -> None:
    pages.write("specwright.toml", '[api.x]\ndialect = "gitlab"\npages = ["pages/**/*.md"]\n')
    pages.write("pages/bad.md", b"\0")
    pages.write("pages/worse.md", b"")
    before = pages.snapshot()
    result = pages.run("build")
    assert (result.returncode, result.stderr.count("\n")) == (3, 2)
    assert result.stderr.startswith("error: pages/bad.md:1: ")
    assert "\nerror: pages/worse.md:1: " in result.stderr
    assert pages.snapshot() == before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_dialect_that_raises_loses_one_page(pages: Project, jobs: str) -> None:
    env = install_vendor(pages)
    pages.write("pages/raise.md", PAGE.format(50))
    words = ["scrape", "pages", "--dialect", "vendor", "-o", "o.yaml", "--jobs", jobs]
    result = pages.run(*words, env=env)
    assert result.returncode == 1
    assert "error: pages/raise.md:1: KeyError: 'the column' (vendor.py:10, in parse)\n" in result.stderr
    assert "Traceback" not in result.stderr
    assert len(paths_of((pages.folder / "o.yaml").read_text())) == 12


def test_a_page_that_ends_its_process_loses_one_page(pages: Project) -> None:
    env = install_vendor(pages)
    pages.write("pages/exit.md", PAGE.format(50))
    result = pages.run("scrape", "pages", "--dialect", "vendor", "-o", "o.yaml", "--jobs", "2", env=env)
    assert result.returncode == 1
    assert "error: pages/exit.md:1: the process that read the page ended without a word\n" in result.stderr
    assert len(paths_of((pages.folder / "o.yaml").read_text())) == 12


# ---------------------------------------------------------------- interruption


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_writes_nothing_and_the_next_run_goes_on(pages: Project, jobs: str) -> None:
    env = install_vendor(pages)
    for number in range(100, 160):
        pages.write(f"pages/more/{number}.md", PAGE.format(number))
    pages.write("o.yaml", "earlier")
    before = pages.snapshot()
    words = ["scrape", "pages", "--dialect", "vendor", "-o", "o.yaml", "--jobs", jobs, "--format", "json"]
    process = subprocess.Popen(
        [sys.executable, "-c", ENTRY, *words],
        cwd=pages.folder,
        env={**os.environ, **env, "VENDOR_SECONDS": "0.2"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    cache = pages.folder / ".specwright/pages"
    limit = time.monotonic() + 60
    while (len(list(cache.iterdir())) if cache.is_dir() else 0) < 8:
        assert time.monotonic() < limit
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    said, complaints = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said == ""
    *_, last = complaints.splitlines()
    assert last.startswith("error: interrupted: ")
    assert last.endswith(" of 72 pages were read; the same command goes on from there")
    assert "Traceback" not in complaints
    with pytest.raises(ProcessLookupError):  # no process of the group is left
        wait_for_end(process.pid)
    assert pages.snapshot() == before
    read = int(last.removeprefix("error: interrupted: ").split()[0])
    result = pages.run(*words, env=env)
    assert result.returncode == 0, result.stderr
    assert read <= json.loads(result.stdout)["recalled"] <= read + 8
    assert read >= 6
    assert len(paths_of((pages.folder / "o.yaml").read_text())) == 72


def wait_for_end(group: int) -> None:
    """Raises ProcessLookupError as soon as a process group is gone."""
    for _ in range(100):
        os.killpg(group, 0)
        time.sleep(0.1)


# ---------------------------------------------------------------- one document for each service


@pytest.mark.parametrize(
    ("split", "names"),
    [
        ("folder", ["north", "south"]),
        ("prefix", ["a", "b", "c", "d"]),
        ("page", [f"{'abcd'[number // 3]}__{number:02}" for number in range(12)]),
    ],
)
def test_services_have_documents_of_their_own(pages: Project, split: str, names: list[str]) -> None:
    pages.write("pages/north/a__foreign.md", "# About us\n")
    options = ["--diagnostics", "d.json", "--accounting", "a.json", "--report-file", "r.json", "--format", "json"]
    words = ["scrape", "pages", "--dialect", "gitlab", "--split-by", split, "-o", "docs", *options]
    result = pages.run(*words)
    assert result.returncode == 1
    found = outputs(pages, "docs")
    assert sorted(found) == sorted(f"{name}{ending}" for name in names for ending in (".sourcemap.json", ".yaml"))
    every = [path for name in names for path in paths_of(found[f"{name}.yaml"])]
    assert sorted(every) == sorted(f"/kinds/{number}/things" for number in range(12))
    accounting = json.loads((pages.folder / "a.json").read_text())
    report = json.loads((pages.folder / "r.json").read_text())
    assert len(accounting) == len(report["pages"]) == 13
    assert report["total"]["operations"] == 12
    assert {finding["page"] for finding in json.loads((pages.folder / "d.json").read_text())} == set(accounting)
    summary = json.loads(result.stdout)
    assert sorted(document["document"] for document in summary["documents"]) == [f"docs/{name}.yaml" for name in names]
    assert (summary["pages"], summary["operations"], summary["skipped"]) == (12, 12, 1)


def test_a_service_is_read_as_its_pages_alone_are(pages: Project) -> None:
    pages.run("scrape", "pages", "--dialect", "gitlab", "--split-by", "folder", "-o", "docs")
    pages.run("scrape", "pages/north", "--dialect", "gitlab", "-o", "alone.yaml", "--title", "north")
    assert (pages.folder / "alone.yaml").read_bytes() == outputs(pages, "docs")["north.yaml"]


def test_only_documents_that_differ_are_written(pages: Project) -> None:
    words = ["scrape", "pages", "--dialect", "gitlab", "--split-by", "folder", "-o", "docs"]
    pages.run(*words)
    before = {path.name: path.stat().st_ino for path in (pages.folder / "docs").iterdir()}
    page = pages.folder / "pages/north/a__00.md"
    page.write_text(page.read_text().replace("The shade.", "The colour."))
    pages.run(*words)
    after = {path.name: path.stat().st_ino for path in (pages.folder / "docs").iterdir()}
    assert {name for name in before if before[name] != after[name]} == {"north.yaml"}


@pytest.mark.parametrize(
    ("split", "words", "title"),
    [
        ("folder", [], "north"),
        ("prefix", [], "a"),
        ("prefix", ["--title", "Mine"], "Mine"),
        ("page", [], "Things of kind 0"),
    ],
)
def test_a_service_of_several_pages_has_its_name_as_title(
    pages: Project, split: str, words: list[str], title: str
) -> None:
    pages.run("scrape", "pages/north", "--dialect", "gitlab", "--split-by", split, "-o", "docs", *words)
    first = min(name for name in outputs(pages, "docs") if name.endswith(".yaml"))
    assert load_yaml(outputs(pages, "docs")[first].decode())["info"]["title"] == title  # type: ignore[index,call-overload]


@pytest.mark.parametrize(
    ("split", "page"),
    [("folder", "pages/other/north/x.md"), ("page", "pages/south/a__00.md"), ("prefix", "pages/A__x.md")],
)
def test_services_of_one_name_are_refused(pages: Project, split: str, page: str) -> None:
    pages.write(page, PAGE.format(60))
    before = pages.snapshot()
    result = pages.run("scrape", "pages", "--dialect", "gitlab", "--split-by", split, "-o", "docs")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "two services would be called" in result.stderr
    assert pages.snapshot() == before


# ---------------------------------------------------------------- the report


def test_the_report_follows_its_schema_and_adds_up(pages: Project) -> None:
    pages.write("pages/unread.md", PAGE.format(60))
    pages.write("pages/foreign.md", "# About us\n")
    pages.write("pages/binary.md", b"\0")
    words = ["scrape", "pages", "--dialect", "vendor", "-o", "o.yaml", "--report-file", "r.json"]
    result = pages.run(*words, "--report", "--format", "json", env=install_vendor(pages))
    assert result.returncode == 1
    report = json.loads((pages.folder / "r.json").read_text())
    jsonschema_rs.validator_for(json.loads(SCHEMA.read_text())).validate(report)
    assert json.loads(result.stdout)["report"] == report
    for page in report["pages"].values():
        assert page["read"] + page["ignored"] + page["unread"] == page["lines"]
    for key in ("lines", "read", "ignored", "unread", "operations", "facts"):
        assert sum(page[key] for page in report["pages"].values()) == report["total"][key]
    states = {name.removeprefix("pages/"): page["state"] for name, page in report["pages"].items()}
    assert (states["unread.md"], states["foreign.md"], states["binary.md"]) == ("read in part", "skipped", "skipped")
    assert (states["north/a__00.md"], report["total"]["state"]) == ("read", "read in part")
    page = report["pages"]["pages/north/a__00.md"]
    # Two parameters; id and name of the answer.
    assert (page["operations"], page["types"], page["required"]) == (1, {"known": 4, "all": 4}, {"known": 2, "all": 2})
    assert page["diagnostics"] == {"missing-output-table": 1}


def test_the_report_says_what_was_read_in_part(pages: Project) -> None:
    pages.write("pages/unread.md", PAGE.format(60))
    words = ["scrape", "pages/unread.md", "pages/north", "--dialect", "vendor", "-o", "o.yaml", "--report"]
    result = pages.run(*words, env=install_vendor(pages))
    assert result.returncode == 0
    report = result.stdout.splitlines()[1:]
    assert report[0].split() == ["page", "operations", "facts", "types", "required", "lines", "unread", "findings"]
    assert report[1].startswith("pages/unread.md ")
    assert report[1].endswith("  read in part: 2 of 20 lines unread")
    assert report[2].split()[-1] == "1"
    assert next(line for line in report if line.startswith("in all ")).split()[2] == "7"
    assert [line.split() for line in report if line.startswith("unread-block")] == [["unread-block", "2"]]
