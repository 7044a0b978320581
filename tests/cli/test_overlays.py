"""Corrections of what pages say, from the build that applies them to the one that needs them no more."""

from __future__ import annotations

import json
import os
import re
import subprocess
from typing import Any

import pytest

from spec.diagnostics import CATALOGUE
from tests.cli.project import CONFIG, REPOSITORY, Project

PAGE = "pages/issue_links.txt"
WRONG, RIGHT = "| `issue_iid` | integer | yes |", "| `issue_iid` | string | yes |"
PATH = "$.paths['/projects/{id}/issues/{issue_iid}/links'].get"
REASON = "The server takes names, too."
CORRECTION = f"""overlay: 1.1.0
info: {{title: Corrections, version: 1.0.0}}
actions:
  - target: {PATH}.parameters[?(@.name == 'issue_iid')].schema
    description: {REASON}
    x-page: {PAGE}:LINE
    update: {{type: string}}
"""


@pytest.fixture
def corrected(project: Project) -> Project:
    """A project with one correction, not yet built; its page states the type once for each of several operations."""
    project.write("specwright.toml", CONFIG + 'overlays = ["fix.yaml"]\n')
    text = (project.folder / PAGE).read_text(encoding="utf-8")
    line = text[: text.index(WRONG)].count("\n") + 1
    project.write("fix.yaml", CORRECTION.replace("LINE", str(line)))
    return project


def lint(project: Project) -> list[dict[str, Any]]:
    """The findings about overlays."""
    result = project.run("lint", "--format", "json")
    assert result.stderr.count("\n") == 1, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return [finding for finding in found if CATALOGUE[finding["code"]].about == "overlay"]


def mend_page(project: Project) -> None:
    text = (project.folder / PAGE).read_text(encoding="utf-8")
    project.write(PAGE, text.replace(WRONG, RIGHT, 1))


def document(project: Project) -> str:
    return (project.folder / "spec/documents/links.yaml").read_text(encoding="utf-8")


def test_a_correction_survives_every_build(corrected: Project) -> None:
    assert corrected.run("build").returncode == 0
    first = document(corrected)
    corrected.write(PAGE, (corrected.folder / PAGE).read_text(encoding="utf-8") + "\n")
    assert corrected.run("build").returncode == 0
    assert document(corrected) == first
    assert re.search(r"name: issue_iid\n[^-]*type: string", first)


def test_an_edited_overlay_is_a_difference_until_it_is_built(corrected: Project) -> None:
    assert corrected.run("build").returncode == 0
    assert corrected.run("check").returncode == 0
    text = (corrected.folder / "fix.yaml").read_text()
    corrected.write("fix.yaml", text.replace("type: string", "type: number"))
    check = corrected.run("check", "--format", "json")
    changes = json.loads(check.stdout)["changes"]
    assert check.returncode == 1
    assert changes[0]["source"] == {"page": "fix.yaml", "line": 4, "end_line": 4}
    assert corrected.run("build", "--check").returncode == 1
    assert corrected.run("build").returncode == 0
    assert re.search(r"name: issue_iid\n[^-]*type: number", document(corrected))
    assert corrected.run("check").returncode == 0


BRINGING = {
    "a schema that is referred to is removed": (
        "$.components.schemas.ListIssueRelationsResponseItem",
        "remove: true",
        "points to nothing",
    ),
    "a type that an example contradicts": (
        "$.components.schemas.ListIssueRelationsResponseItem",
        "update: {required: [nowhere]}",
        "nowhere",
    ),
    "a parameter without schema": (f"{PATH}.parameters", "update: [{name: extra, in: query}]", "parameters/"),
    "an operationId twice": (
        "$.paths",
        "update: {/twice: {get: {operationId: listIssueRelations, responses: {}}}}",
        "unique",
    ),
}


@pytest.mark.parametrize("name", BRINGING)
def test_a_problem_that_an_action_brings_names_it(corrected: Project, name: str) -> None:
    target, change, message = BRINGING[name]
    harmless = "{target: $.info, description: Named., x-page: PAGE, update: {x-named: true}}".replace("PAGE", PAGE)
    tried = f"  - target: {target}\n    description: Tried.\n    x-page: {PAGE}\n    {change}\n"
    actions = f"  - {harmless}\n{tried}  - {harmless}\n"
    head = "overlay: 1.1.0\ninfo: {title: Corrections, version: 1.0.0}\nactions:\n"
    corrected.write("fix.yaml", head + actions)
    result = corrected.run("build")
    assert result.returncode != 0
    errors = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert any(message in line for line in errors), result.stderr
    assert [line for line in errors if not line.endswith(" (from fix.yaml:5)")] == []


def test_an_explanation_names_file_action_reason_and_the_corrected_line(corrected: Project) -> None:
    assert corrected.run("build").returncode == 0
    lines = corrected.run("explain", "links", f"{operation_id(corrected)}.issue_iid").stdout.splitlines()
    at = lines.index(f"fix.yaml:4: update {PATH}.parameters[?(@.name == 'issue_iid')].schema")
    assert lines[at + 1] == f"    reason: {REASON}"
    assert re.fullmatch(rf"    corrects {PAGE}:\d+: {re.escape(WRONG)}.*", lines[at + 2])
    assert lines[at + 3] == "    type: string (overlay)"


def operation_id(project: Project) -> str:
    found = re.search(r"get:\n(?: +.*\n)*? +operationId: (\w+)", document(project))
    assert found
    return found[1]


def test_a_correction_that_the_page_has_made_is_a_finding_at_its_line(corrected: Project) -> None:
    assert lint(corrected) == []
    mend_page(corrected)
    (found,) = lint(corrected)
    assert (found["code"], found["page"], found["line"]) == ("unneeded-correction", "fix.yaml", 4)
    assert corrected.run("lint", "--fail-on", "error").returncode == 0
    shown = corrected.run("lint", "--format", "github").stdout
    assert "file=fix.yaml,line=4" in shown
    assert corrected.run("build").returncode == 0


def test_a_correction_whose_target_is_gone_stops_a_build_and_is_a_finding(corrected: Project) -> None:
    text = (corrected.folder / PAGE).read_text(encoding="utf-8")
    corrected.write(PAGE, text.replace("issue_iid", "number"))
    for words in (["build"], ["check"]):
        result = corrected.run(*words)
        assert result.returncode == 3
        assert result.stderr.startswith("error: fix.yaml:4: target $.paths[")
        assert f"matches nothing; it corrects {PAGE}:" in result.stderr
    (found,) = lint(corrected)
    assert (found["code"], found["page"], found["line"]) == ("correction-without-target", "fix.yaml", 4)


def test_a_correction_of_a_page_that_is_not_read_is_a_finding(corrected: Project) -> None:
    text = (corrected.folder / "fix.yaml").read_text()
    corrected.write("fix.yaml", text.replace(PAGE, "pages/other.txt"))
    (found,) = lint(corrected)
    assert (found["code"], found["line"]) == ("correction-of-unknown-page", 4)


def git(project: Project, *words: str) -> None:
    author = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    subprocess.run(["git", *author, *words], cwd=project.folder, check=True, capture_output=True)


def test_pages_of_before_may_lack_what_is_corrected_now(corrected: Project) -> None:
    git(corrected, "init")
    git(corrected, "add", "pages", "specwright.toml", "fix.yaml")
    git(corrected, "commit", "-m", "pages")
    text = (corrected.folder / PAGE).read_text(encoding="utf-8")
    corrected.write(PAGE, text.replace(":issue_iid/links", ":issue_iid/all_links"))
    overlay = (corrected.folder / "fix.yaml").read_text()
    corrected.write("fix.yaml", overlay.replace("/links'", "/all_links'"))
    result = corrected.run("diff", "--git", "HEAD", "--pages", "--format", "json")
    changes = json.loads(result.stdout)["changes"]
    assert result.returncode == 1, result.stderr
    assert any("issue_iid" in change["pointer"] or "all_links" in change["operation"] for change in changes)
    corrected.write("fix.yaml", overlay)
    result = corrected.run("diff", "--git", "HEAD", "--pages")
    assert (result.returncode, result.stdout) == (3, "")
    assert "fix.yaml:4: target" in result.stderr


def test_every_code_about_overlays_is_listed(project: Project) -> None:
    listed = project.run("lint", "--codes").stdout
    for rule in CATALOGUE.values():
        if rule.about == "overlay":
            assert re.search(rf"^{rule.code} +{rule.severity} +overlay +{re.escape(rule.meaning)}$", listed, re.M)


NAMELESS = """# Things

## 查询甲

### 接口描述

post /查询甲

#### 输入参数

| 参数名称 | 必选 | 类型 | 描述 |
| --- | --- | --- | --- |
| Action | 是 | String | 公共参数 |
| Id | 是 | Integer | 编号 |

#### 输出参数

| 参数名称 | 类型 | 描述 |
| --- | --- | --- |
| Name | String | 名称 |
"""
NAMING = """overlay: 1.1.0
x-page: page.md:7
actions:
  - target: $.paths
    description: The title stands where path and action belong; the action is DescribeThing.
    update: {'/open-api#DescribeThing': {}}
  - target: $.paths['/open-api#DescribeThing']
    description: The operation moves to the path of its action.
    copy: $.paths['KEY']
  - target: $.paths['KEY']
    description: The path made from the title is not one.
    remove: true
  - target: $.paths['/open-api#DescribeThing'].post['x-broken']
    description: With its action the operation can be called.
    remove: true
  - target: $.paths['/open-api#DescribeThing'].post
    description: The operation is called after its action.
    update: {operationId: DescribeThing, x-rpc-action: DescribeThing}
"""


def test_an_overlay_names_an_operation_whose_page_does_not(tmp_path_factory: pytest.TempPathFactory) -> None:
    project = Project(tmp_path_factory.mktemp("nameless"))
    project.write("page.md", NAMELESS)
    scrape = ("scrape", "page.md", "--dialect", "coding", "-o", "out.yaml")
    result = project.run(*scrape)
    assert "an overlay can put it in" in result.stderr
    key = re.search(r"^ +['\"]?(/[^:'\"]*#[^:'\"]*)", (project.folder / "out.yaml").read_text(encoding="utf-8"), re.M)
    assert key
    project.write("name.yaml", NAMING.replace("KEY", key[1]))
    result = project.run(*scrape, "--overlay", "name.yaml")
    assert (result.returncode, "overlay can" in result.stderr) == (0, False), result.stderr
    text = (project.folder / "out.yaml").read_text(encoding="utf-8")
    assert "x-broken" not in text
    assert "operationId: DescribeThing" in text
    explained = project.run("explain", "out.yaml", "DescribeThing").stdout
    assert "reason: The operation is called after its action.\n    corrects page.md:7: post /查询甲" in explained


GUIDE = REPOSITORY / "docs/overlays.md"


@pytest.fixture
def guided(project: Project) -> Project:
    """A project with the first overlay of the guide."""
    overlay = re.search(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert overlay
    project.write("specwright.toml", CONFIG + 'overlays = ["fix.yaml"]\n')
    project.write("fix.yaml", overlay[1])
    return project


def test_the_guide_shows_what_an_explanation_prints(guided: Project) -> None:
    block = re.compile(r"```console\n\$ specwright (explain [^\n]+)\n(.*?)```", re.DOTALL)
    text = GUIDE.read_text(encoding="utf-8")
    assert guided.run("build").returncode == 0

    def run(match: re.Match[str]) -> str:
        return f"```console\n$ specwright {match[1]}\n{guided.run(*match[1].split()).stdout}```"

    printed, count = block.subn(run, text)
    if os.environ.get("UPDATE_GOLDEN"):
        GUIDE.write_text(printed, encoding="utf-8")
    assert count == 1
    assert printed == text


def test_the_guide_shows_what_a_mended_page_and_a_missing_target_print(guided: Project) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    page = (guided.folder / PAGE).read_text(encoding="utf-8")
    cell = "The internal ID of an issue in the project"
    guided.write(PAGE, page.replace(cell, cell + ". Minimum: 1", 1))
    found = [line for line in guided.run("lint").stdout.splitlines() if line.startswith("fix.yaml")]
    assert len(found) == 1
    assert f"```text\n{found[0]}\n```" in text
    guided.write(PAGE, page.replace("issue_iid", "number"))
    assert f"```text\n{guided.run('build').stderr}```" in text
