from __future__ import annotations

import json
import re
import shutil

import pytest

from spec.diagnostics import CATALOGUE
from spec.yaml import load_yaml
from tests.cli.project import CONFIG, PAGE, REPOSITORY, Project


def test_a_build_writes_document_source_map_and_package(built_once: Project) -> None:
    names = built_once.snapshot()
    assert {"spec/documents/links.yaml", "spec/documents/links.sourcemap.json"} <= names.keys()
    assert any(name.startswith("generated/links/src/links/") for name in names)


def test_a_second_build_writes_nothing(built: Project) -> None:
    times = {path: path.stat().st_mtime_ns for path in built.folder.rglob("*") if path.is_file()}
    result = built.run("build", "--format", "json")
    (summary,) = json.loads(result.stdout)
    assert (summary["written"], summary["removed"]) == ([], [])
    assert summary["unchanged"] > 10
    assert {path: path.stat().st_mtime_ns for path in built.folder.rglob("*") if path.is_file()} == times


def test_a_build_without_a_cache_writes_no_unchanged_file(built: Project) -> None:
    shutil.rmtree(built.folder / ".specwright")
    (first,) = json.loads(built.run("build", "--format", "json").stdout)
    assert (first["written"], first["removed"]) == ([], [])


def test_a_deleted_output_is_written_again(built: Project) -> None:
    before = built.snapshot()
    (built.folder / "generated/links/pyproject.toml").unlink()
    (summary,) = json.loads(built.run("build", "--format", "json").stdout)
    assert summary["written"] == ["generated/links/pyproject.toml"]
    assert built.snapshot() == before


def test_check_is_clean_after_a_build_and_writes_nothing(built: Project) -> None:
    before = built.snapshot()
    result = built.run("build", "--check")
    assert (result.returncode, result.stderr) == (0, "")
    assert built.snapshot() == before


def test_check_names_what_a_changed_page_changes(built: Project) -> None:
    page = built.folder / "pages" / PAGE.name
    page.write_text(page.read_text().replace("The internal ID of an issue", "The number of an issue"))
    before = built.snapshot()
    result = built.run("build", "--check")
    assert result.returncode == 1
    assert "differs: spec/documents/links.yaml\n" in result.stdout
    assert built.snapshot() == before


def test_check_before_any_build_names_everything(project: Project) -> None:
    before = project.snapshot()
    result = project.run("build", "--check", "--format", "json")
    assert result.returncode == 1
    assert "spec/documents/links.yaml" in json.loads(result.stdout)[0]["changed"]
    assert project.snapshot() == before


def test_a_file_edited_by_hand_is_named_and_never_replaced(built: Project) -> None:
    edited = "generated/links/README.md"
    built.write(edited, "mine")
    check = built.run("build", "--check")
    assert check.returncode == 1
    assert f"edited by hand: {edited}\n" in check.stdout
    result = built.run("build")
    assert result.returncode == 3
    assert (
        result.stderr == f"error: {edited}: expected a generated file, found one edited by hand; move it away first\n"
    )
    assert (built.folder / edited).read_text() == "mine"


def test_build_and_scrape_and_generate_agree(built: Project) -> None:
    page = f"pages/{PAGE.name}"
    assert built.run("scrape", page, "--dialect", "gitlab", "-o", "links.yaml").returncode == 0
    assert built.run("generate", "links.yaml", "-o", "package").returncode == 0
    files = built.snapshot()
    assert files["links.yaml"] == files["spec/documents/links.yaml"]
    assert files["links.sourcemap.json"] == files["spec/documents/links.sourcemap.json"]
    packages = [
        {name.removeprefix(folder): text for name, text in files.items() if name.startswith(folder)}
        for folder in ("package/", "generated/links/")
    ]
    assert packages[0] == packages[1]


def test_scrape_writes_findings_and_accounting_in_their_published_form(project: Project) -> None:
    options = ["--diagnostics", "f.json", "--accounting", "a.json", "--format", "json", "--title", "Links"]
    result = project.run("scrape", f"pages/{PAGE.name}", "--dialect", "gitlab", "-o", "o.yaml", *options)
    assert result.returncode == 0
    files = project.snapshot()
    findings = json.loads(files["f.json"])
    keys = ["code", "severity", "message", "page", "line", "end_line", "operation", "pointer"]
    assert findings
    assert all(list(finding) == keys and finding["page"] == f"pages/{PAGE.name}" for finding in findings)
    (page,) = json.loads(files["a.json"]).items()
    assert page[0] == f"pages/{PAGE.name}"
    assert page[1]["read"] + sum(page[1]["ignored"].values()) == page[1]["lines"]
    assert page[1]["unread"] == []
    document = load_yaml(files["o.yaml"].decode())
    assert isinstance(document, dict)
    assert (document["info"]["title"], document["info"]["version"]) == ("Links", "1.0.0")
    assert json.loads(result.stdout)["operations"] == 3


def test_a_document_named_json_is_json(built: Project) -> None:
    page = f"pages/{PAGE.name}"
    assert built.run("scrape", page, "--dialect", "gitlab", "-o", "links.json").returncode == 0
    files = built.snapshot()
    assert json.loads(files["links.json"]) == load_yaml(files["spec/documents/links.yaml"].decode())
    assert files["links.sourcemap.json"] == files["spec/documents/links.sourcemap.json"]
    assert built.run("explain", "links.json", "ListIssueRelations.issue_iid").returncode == 0


def test_settings_reach_the_document(project: Project) -> None:
    lines = 'title = "T"\nversion = "7"\nservers = ["https://{host}/v4"]\n'
    urls = '[api.links.page_urls]\n"pages/*.txt" = "https://docs.example.com/{stem}"\n'
    project.write("specwright.toml", CONFIG + lines + urls)
    result = project.run("build")
    assert (result.returncode, result.stderr) == (0, "")
    text = project.snapshot()["spec/documents/links.yaml"].decode()
    document = load_yaml(text)
    assert isinstance(document, dict)
    assert (document["info"]["title"], document["info"]["version"]) == ("T", "7")
    assert document["servers"] == [{"url": "https://{host}/v4", "variables": {"host": {"default": "host"}}}]
    assert "https://docs.example.com/issue_links" in text
    sources = json.loads(project.snapshot()["spec/documents/links.sourcemap.json"])
    assert sources["/servers/0"] == [{"page": "specwright.toml", "first": 6, "last": 6, "evidence": "config"}]


@pytest.mark.parametrize(("threshold", "code"), [(None, 1), ("info", 1), ("warning", 1), ("error", 0)])
def test_lint_exits_by_threshold(project: Project, threshold: str | None, code: int) -> None:
    result = project.run("lint", *(["--fail-on", threshold] if threshold else []))
    assert result.returncode == code
    assert re.fullmatch(r"\d+ findings: 0 errors, \d+ warnings, \d+ infos\n", result.stderr)
    for line in result.stdout.splitlines():
        assert re.match(rf"pages/{PAGE.name}:\d+: (warning|info) [a-z-]+: ", line)


def test_lint_reads_configured_and_other_pages_alike(project: Project) -> None:
    configured = project.run("lint", "links", "--format", "json")
    direct = project.run("lint", f"pages/{PAGE.name}", "--dialect", "gitlab", "--format", "json")
    assert json.loads(configured.stdout) == json.loads(direct.stdout)
    assert {finding["code"] for finding in json.loads(direct.stdout)} <= CATALOGUE.keys()


def test_lint_lists_every_code(project: Project) -> None:
    text = project.run("lint", "--codes").stdout
    assert [line.split()[0] for line in text.splitlines()] == list(CATALOGUE)
    rules = json.loads(project.run("lint", "--codes", "--format", "json").stdout)
    assert [rule["code"] for rule in rules] == list(CATALOGUE)


def test_explain_prints_the_line_of_the_page(built: Project) -> None:
    result = built.run("explain", "links", "ListIssueRelations.issue_iid")
    assert result.returncode == 0
    lines = PAGE.read_text().splitlines()
    number = next(number for number, line in enumerate(lines, 1) if "`issue_iid`" in line)
    assert f"pages/{PAGE.name}:{number}: {lines[number - 1]}" in result.stdout


def test_explain_reads_a_document_without_a_configuration(built: Project) -> None:
    (built.folder / "specwright.toml").unlink()
    result = built.run("explain", "spec/documents/links.yaml", "query.link_type", "--format", "json")
    answer = json.loads(result.stdout)
    assert answer["pointers"]
    assert {fact["page"] for fact in answer["facts"]} == {f"pages/{PAGE.name}"}
    assert all("link_type" in fact["text"] for fact in answer["facts"])


def test_explain_suggests_what_was_meant(built: Project) -> None:
    result = built.run("explain", "links", "ListIssueRelation")
    assert result.returncode == 2
    assert "did you mean: listIssueRelations" in result.stderr


def test_explain_refuses_a_broken_source_map(built: Project) -> None:
    built.write("spec/documents/links.sourcemap.json", "[]")
    result = built.run("explain", "links", "issue_iid")
    assert result.returncode == 3
    assert result.stderr.startswith("error: spec/documents/links.sourcemap.json:1: expected a source map")


def test_version_is_that_of_the_project(project: Project) -> None:
    pyproject = (REPOSITORY / "pyproject.toml").read_text()
    version = re.search(r'^version = "(.*)"$', pyproject, re.MULTILINE)
    assert version
    assert project.run("--version").stdout == f"specwright {version[1]}\n"


def test_only_commands_that_exist_are_registered(project: Project) -> None:
    result = project.run("publish")
    assert result.returncode == 2
    assert "No such command" in result.stderr


def test_a_file_without_its_dialect_is_told_so(built: Project) -> None:
    result = built.run("lint", "pages/issue_links.txt")
    assert result.returncode == 2
    assert result.stderr == (
        "error: 'pages/issue_links.txt' is a file; --dialect says how to read it: "
        "coding, github, gitlab, huawei, or one that is installed\n"
    )


def test_a_misspelt_api_is_answered_with_the_right_one(built: Project) -> None:
    result = built.run("build", "link")
    assert result.returncode == 2
    assert "did you mean 'links'?" in result.stderr
