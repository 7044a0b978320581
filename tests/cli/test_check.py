"""`specwright check`: what disagrees between pages, document and package, and who made it so."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from spec.diff.drift_rules import DRIFT_RULES
from tests.cli.project import REPOSITORY, Project

PAGE = "pages/issue_links.txt"
DOCUMENT = "spec/documents/links.yaml"
SOURCE_MAP = "spec/documents/links.sourcemap.json"
PACKAGE = "generated/links"
CLIENT = f"{PACKAGE}/src/links/client.py"
CELL = "| `issue_iid` | integer | yes |"
SCHEMA = REPOSITORY / "docs/schemas/diff.json"
CLEAN = [
    "API    pages ↔ document  document ↔ package  edited by hand",
    "links              same                same            none",
]


def edit(project: Project, name: str, old: str, new: str) -> int:
    """Replaces a text that is there, where it is first; returns its line."""
    text = (project.folder / name).read_text(encoding="utf-8")
    assert old in text
    project.write(name, text.replace(old, new, 1))
    return text[: text.index(old)].count("\n") + 1


def check(project: Project, *words: str) -> list[dict[str, Any]]:
    before = project.snapshot()
    result = project.run("check", "--format", "json", *words)
    assert project.snapshot() == before
    report = json.loads(result.stdout)
    jsonschema_rs.validate(json.loads(SCHEMA.read_text(encoding="utf-8")), report)
    changes: list[dict[str, Any]] = report["changes"]
    assert result.returncode == bool(changes)
    stale = project.run("build", "--check")
    assert stale.returncode == result.returncode, (stale.stdout, result.stdout)
    return changes


def ids(changes: list[dict[str, Any]]) -> set[str]:
    return {change["id"] for change in changes}


def test_a_project_after_a_build_agrees(built: Project) -> None:
    result = built.run("check")
    assert (result.returncode, result.stdout.splitlines(), result.stderr) == (0, CLEAN, "")
    assert check(built) == []


def test_a_check_without_the_cache_agrees_as_well(built: Project) -> None:
    shutil.rmtree(built.folder / ".specwright")
    assert built.run("check").stdout.splitlines() == CLEAN
    assert built.run("check", "--no-cache").stdout.splitlines() == CLEAN


def test_an_edited_cell_is_a_change_at_the_line_of_the_page(built: Project) -> None:
    line = edit(built, PAGE, CELL, CELL.replace("integer", "string"))
    result = built.run("check")
    assert result.returncode == 1
    assert "links          1 change                same            none" in result.stdout.splitlines()
    assert f"[request-parameter-type-changed]  {PAGE}:{line}\n" in result.stdout
    (change,) = check(built)
    assert (change["level"], change["document"]) == ("breaking", DOCUMENT)
    assert change["source"] == {"page": PAGE, "line": line, "end_line": line}
    assert (change["old"], change["new"]) == ("integer", "string")


@pytest.mark.parametrize("form", ["text", "json", "markdown", "github", "sarif", "junit", "gitlab"])
def test_every_form_shows_page_and_line(built: Project, form: str) -> None:
    line = edit(built, PAGE, CELL, CELL.replace("integer", "string"))
    result = built.run("check", "--format", form)
    assert result.returncode == 1
    assert PAGE in result.stdout
    assert str(line) in result.stdout


def test_rewording_is_for_people_only(built: Project) -> None:
    edit(built, PAGE, "The internal ID of an issue", "The number of an issue")
    assert {change["level"] for change in check(built)} == {"docs-only"}
    assert built.run("check", "--fail-on", "risky").returncode == 0


def test_lines_that_moved_are_the_source_map_only(built: Project) -> None:
    edit(built, PAGE, "\n\n", "\n\n\n")
    assert ids(check(built)) <= {"source-map-outdated", "generated-file-outdated"}
    assert "source-map-outdated" in ids(check(built))


def test_a_document_that_is_only_formatted_otherwise_is_told_apart(built: Project) -> None:
    line = edit(built, DOCUMENT, "info:\n", "# by hand\ninfo:\n")
    (change,) = check(built)
    assert (change["id"], change["level"]) == ("document-reformatted", "docs-only")
    assert change["source"] == {"page": DOCUMENT, "line": line, "end_line": line}


def test_a_document_that_was_edited_is_named(built: Project) -> None:
    line = edit(built, DOCUMENT, "type: integer", "type: boolean")
    changes = check(built)
    assert {"document-edited", "request-parameter-type-changed", "generated-file-outdated"} <= ids(changes)
    edited = next(change for change in changes if change["id"] == "document-edited")
    assert edited["source"] == {"page": DOCUMENT, "line": line, "end_line": line}
    assert "1 file" in built.run("check").stdout.splitlines()[1]


def test_a_page_that_changed_does_not_make_the_document_an_edited_one(built: Project) -> None:
    edit(built, PAGE, CELL, CELL.replace("integer", "string"))
    assert "document-edited" not in ids(check(built))


def test_an_edited_document_is_named_beside_a_changed_page(built: Project) -> None:
    edit(built, PAGE, CELL, CELL.replace("integer", "string"))
    edit(built, DOCUMENT, "title: ", "title: Our ")
    assert "document-edited" in ids(check(built))


@pytest.mark.parametrize(("text", "line"), [("a: [", 1), ("openapi: 3.1.0\ninfo: {}\npaths: none\n", 3)])
def test_a_document_that_cannot_be_read_is_a_finding(built: Project, text: str, line: int) -> None:
    built.write(DOCUMENT, text)
    (change,) = check(built)
    assert (change["id"], change["source"]["line"]) == ("document-unreadable", line)


def test_a_missing_document_is_a_finding(built: Project) -> None:
    (built.folder / DOCUMENT).unlink()
    assert ids(check(built)) == {"document-missing"}


@pytest.mark.parametrize("content", [None, "{}\n", "broken"])
def test_a_source_map_of_something_else_is_a_finding(built: Project, content: str | None) -> None:
    (built.folder / SOURCE_MAP).unlink()
    if content is not None:
        built.write(SOURCE_MAP, content)
    assert "source-map-outdated" in ids(check(built))


def test_a_file_that_was_edited_is_named_with_its_line(built: Project) -> None:
    line = edit(built, CLIENT, "class ", "# ours\nclass ")
    (change,) = check(built)
    assert (change["id"], change["level"]) == ("generated-file-edited", "risky")
    assert change["source"] == {"page": CLIENT, "line": line, "end_line": line}
    assert f"{CLIENT} was edited by hand" in change["message"]


@pytest.mark.parametrize(
    ("name", "old", "new", "caveat"),
    [
        (PAGE, CELL, CELL.replace("integer", "string"), ""),
        (
            CLIENT,
            "class ",
            "# ours\nclass ",
            " It replaces no generated file that was edited by hand: move these away first.",
        ),
        (DOCUMENT, "title: ", "title: Our ", " It overwrites documents that were edited by hand: "),
    ],
)
def test_what_puts_it_right_is_said(built: Project, name: str, old: str, new: str, caveat: str) -> None:
    edit(built, name, old, new)
    advice = f"`specwright build` brings documents and packages up to date.{caveat}"
    assert built.run("check").stderr.splitlines()[1].startswith(advice)
    lines = built.run("check", "--format", "markdown").stdout.splitlines()
    assert lines[0] == "## Pages, documents and packages disagree"
    assert lines[4].startswith(advice)
    assert "build" not in built.run("check", "--format", "github").stdout


def test_missing_and_left_over_files_are_named(built: Project) -> None:
    (built.folder / CLIENT).unlink()
    manifest = f"{PACKAGE}/.specwright-manifest.json"
    content = json.loads((built.folder / manifest).read_text())
    built.write(f"{PACKAGE}/old.py", "")
    content["files"]["old.py"] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    built.write(manifest, json.dumps(content))
    assert sorted((change["id"], change["source"]["page"]) for change in check(built)) == [
        ("generated-file-extra", f"{PACKAGE}/old.py"),
        ("generated-file-missing", CLIENT),
    ]


def test_a_manifest_of_something_else_is_named(built: Project) -> None:
    manifest = f"{PACKAGE}/.specwright-manifest.json"
    built.write(manifest, json.dumps({"files": {}}))
    assert ids(check(built)) == {"manifest-outdated"}


def test_a_package_of_another_document_is_told_from_an_edited_one(built: Project, tmp_path: Path) -> None:
    other = Project(tmp_path / "other")
    shutil.copytree(built.folder, other.folder)
    edit(other, PAGE, CELL, CELL.replace("integer", "string"))
    assert other.run("build").returncode == 0
    shutil.rmtree(built.folder / PACKAGE)
    shutil.copytree(other.folder / PACKAGE, built.folder / PACKAGE)
    assert ids(check(built)) == {"generated-file-outdated"}


def test_a_page_that_vanished_is_suspect(project: Project) -> None:
    table = "| Attribute | Type | Required | Description |\n|---|---|---|---|\n| `limit` | integer | no | How many. |\n"
    project.write(
        "pages/pets.txt", f"# Pets API\n\n## List pets\n\nLists pets.\n\n```plaintext\nGET /pets\n```\n\n{table}"
    )
    assert project.run("build").returncode == 0
    (project.folder / "pages/pets.txt").unlink()
    changes = check(project)
    assert "page-vanished" in ids(changes)
    assert not any("removed" in change["id"] and change["level"] == "breaking" for change in changes)


def test_an_unreadable_page_is_an_error(built: Project) -> None:
    built.write(PAGE, "")
    for words in (["check"], ["build", "--check"]):
        result = built.run(*words)
        assert (result.returncode, result.stdout) == (3, "")
        assert result.stderr.startswith(f"error: {PAGE}:1: ")


def test_an_unreadable_page_keeps_no_other_api_from_being_checked(built: Project) -> None:
    config = (built.folder / "specwright.toml").read_text()
    built.write("specwright.toml", config + '\n[api.empty]\ndialect = "gitlab"\npages = ["empty.md"]\n')
    built.write("empty.md", "")
    line = edit(built, PAGE, CELL, CELL.replace("integer", "string"))
    result = built.run("check")
    assert result.returncode == 3
    assert f"[request-parameter-type-changed]  {PAGE}:{line}\n" in result.stdout
    assert "error: empty.md:1: " in result.stderr
    report = json.loads(built.run("check", "--format", "json").stdout)
    assert ids(report["changes"]) == {"request-parameter-type-changed"}


def test_levels_and_thresholds_decide_what_fails(built: Project) -> None:
    edit(built, CLIENT, "class ", "# ours\nclass ")
    assert [built.run("check", "--fail-on", name).returncode for name in ("breaking", "risky", "any")] == [0, 1, 1]
    config = (built.folder / "specwright.toml").read_text()
    built.write("specwright.toml", config + '\n[drift.levels]\ngenerated-file-edited = "breaking"\n')
    assert built.run("check", "--fail-on", "breaking").returncode == 1


def test_what_is_ignored_is_said_to_be_written_by_a_build(built: Project) -> None:
    edit(built, PAGE, CELL, CELL.replace("integer", "string"))
    edit(
        built,
        "specwright.toml",
        "[api.links]",
        '[drift.levels]\nrequest-parameter-type-changed = "ignore"\n[api.links]',
    )
    result = built.run("check")
    assert result.returncode == 0
    assert result.stderr.splitlines() == [
        "1 ignored by [drift.levels]",
        "a build would still write files: nothing that disagrees counts here",
    ]
    assert built.run("build", "--check").returncode == 1


def test_a_baseline_accepts_what_is_known(built: Project) -> None:
    edit(built, CLIENT, "class ", "# ours\nclass ")
    words = ["check", "--baseline", "known.yaml"]
    assert built.run(*words, "--baseline-update", "--reason", "Until it is fixed").returncode == 0
    assert built.run(*words).returncode == 0
    edit(built, PAGE, CELL, CELL.replace("integer", "string"))
    assert built.run(*words).returncode == 1


def test_only_the_named_apis_are_checked(built: Project) -> None:
    config = (built.folder / "specwright.toml").read_text()
    built.write("specwright.toml", config + config.replace("api.links", "api.others"))
    assert built.run("check", "links").returncode == 0
    assert "document-missing" in built.run("check").stdout
    unknown = built.run("check", "link")
    assert unknown.returncode == 2
    assert "did you mean 'links'?" in unknown.stderr


def test_a_check_works_from_another_folder(built: Project) -> None:
    edit(built, PAGE, CELL, CELL.replace("integer", "string"))
    elsewhere = Project(built.folder / "elsewhere")
    elsewhere.folder.mkdir()
    result = elsewhere.run("check", "--config", os.path.relpath(built.folder / "specwright.toml", elsewhere.folder))
    assert result.returncode == 1
    assert PAGE in result.stdout


def test_every_rule_about_files_is_listed(project: Project) -> None:
    listed = [line.split()[0] for line in project.run("diff", "--rules").stdout.splitlines()]
    assert set(DRIFT_RULES) <= set(listed)
