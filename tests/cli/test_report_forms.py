"""`--format` of `specwright diff` and `specwright lint`, and the levels of the project, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spec.yaml import dump_yaml
from tests.cli.project import Project
from tests.spec.diff.document_changes import LIMIT, PETS, put, together
from tests.spec.diff.documents import mutated, rich_document

FORMS = ("markdown", "github", "sarif", "junit", "gitlab")
ENTRY = {"page": "pages/pets.md", "first": 7, "last": 9, "evidence": "table"}
LIMIT_POINTER = "/paths/~1pets/get/parameters/0"
PAGE = {
    "markdown": "[pages/pets.md:7](pages/pets.md#L7)",
    "github": "::error file=pages/pets.md,line=7,endLine=9,",
    "sarif": '"uri": "pages/pets.md"',
    "junit": 'file="pages/pets.md" line="7"',
    "gitlab": '"path": "pages/pets.md"',
}
DOCUMENT = {
    "markdown": "[new.yaml:22](new.yaml#L22)",
    "github": "::notice file=new.yaml,line=22,endLine=22,",
    "sarif": '"uri": "new.yaml"',
    "junit": 'file="new.yaml" line="22"',
    "gitlab": '"path": "new.yaml"',
}


@pytest.fixture
def folder(tmp_path: Path) -> Project:
    """Two documents: a change with a page that breaks, and one without a page of a text."""
    project = Project(tmp_path / "project")
    old = rich_document()
    new = mutated(old, together(put(50, *LIMIT, "schema", "maximum"), put("Everything.", *PETS, "description")))
    project.write("old.yaml", dump_yaml(old))
    project.write("new.yaml", dump_yaml(new))
    project.write("new.sourcemap.json", json.dumps({LIMIT_POINTER: [ENTRY]}))
    return project


@pytest.mark.parametrize("form", FORMS)
def test_every_form_shows_the_line_of_the_page_else_of_the_document(folder: Project, form: str) -> None:
    result = folder.run("diff", "old.yaml", "new.yaml", "--format", form)
    assert PAGE[form] in result.stdout
    assert DOCUMENT[form] in result.stdout
    assert str(folder.folder) not in result.stdout
    assert result.stderr == "2 changes: 1 breaking, 0 risky, 0 compatible, 1 docs-only\n"
    assert result.returncode == 1


def test_paths_are_told_from_the_current_folder_on(folder: Project) -> None:
    paths = [str(folder.folder / name) for name in ("old.yaml", "new.yaml")]
    shown = folder.run("diff", *paths, "--format", "github").stdout
    assert shown == folder.run("diff", "old.yaml", "new.yaml", "--format", "github").stdout


@pytest.mark.parametrize("form", ["text", "json", *FORMS])
def test_lint_of_a_configuration_elsewhere_names_its_pages_from_here(tmp_path: Path, form: str) -> None:
    project = Project(tmp_path)
    assert project.run("init", "services/lamps", "--ci", "none").returncode == 0
    page = project.folder / "services/lamps/pages/example/lamps.md"
    page.write_text(page.read_text().replace("integer", "banana", 1))
    result = project.run("lint", "--config", "services/lamps/specwright.toml", "--format", form)
    assert "services/lamps/pages/example/lamps.md" in result.stdout


def test_pages_are_found_beside_the_configuration(folder: Project) -> None:
    folder.write("api/specwright.toml", "")
    folder.write("api/pages/pets.md", "# Pets\n")
    words = ["diff", "old.yaml", "new.yaml", "--config", "api/specwright.toml", "--format", "github"]
    assert folder.run(*words).stdout.startswith("::error file=api/pages/pets.md,line=7,")


def test_what_no_page_states_is_shown_on_the_first_page_of_a_folder(folder: Project) -> None:
    page = "# Pets\n\n## List pets\n\nLists {what}.\n\n```plaintext\nGET /pets\n```\n"
    folder.write("old/pets.md", page.format(what="pets"))
    folder.write("new/pets.md", page.format(what="pets").replace("# Pets", "# Animals", 1))
    result = folder.run("diff", "old", "new", "--dialect", "gitlab", "--format", "github")
    assert result.stdout.startswith("::notice file=new/pets.md,line=1,endLine=1,title=docs-only%3A info-changed::")


def test_links_lead_to_the_files_on_the_web(folder: Project) -> None:
    words = ["diff", "old.yaml", "new.yaml", "--format", "markdown", "--links", "https://host/me/it/blob/main"]
    shown = folder.run(*words).stdout
    assert "(https://host/me/it/blob/main/pages/pets.md?plain=1#L7)" in shown
    assert "(https://host/me/it/blob/main/new.yaml#L22)" in shown


@pytest.mark.parametrize("form", FORMS)
def test_equal_documents_are_an_empty_report(folder: Project, form: str) -> None:
    result = folder.run("diff", "old.yaml", "old.yaml", "--format", form)
    assert (result.returncode, result.stderr) == (0, "")
    assert (result.stdout == "") is (form in ("markdown", "github"))


@pytest.mark.parametrize(
    "words", [["--rules", "--format", "sarif"], ["old.yaml", "new.yaml", "--changelog", "--format", "markdown"]]
)
def test_forms_that_make_no_sense_are_wrong_usage(folder: Project, words: list[str]) -> None:
    result = folder.run("diff", *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")


# ---------------------------------------------------------------- levels of the project


def test_the_project_decides_about_levels(folder: Project) -> None:
    levels = 'request-parameter-max-decreased = "compatible"\ndescription-changed = "risky"\n'
    folder.write("specwright.toml", f"[drift.levels]\n{levels}")
    result = folder.run("diff", "old.yaml", "new.yaml")
    assert result.stdout.splitlines() == [
        "GET /pets (listPets)",
        "  risky       description changed  [description-changed]",
        "  compatible  query parameter `limit`: maximum is 50, was 100  [request-parameter-max-decreased]"
        "  pages/pets.md:7",
    ]
    assert result.stderr == "2 changes: 0 breaking, 1 risky, 1 compatible, 0 docs-only\n"
    assert result.returncode == 0
    assert folder.run("diff", "old.yaml", "new.yaml", "--fail-on", "risky").returncode == 1


def test_what_the_project_ignores_is_not_there(folder: Project) -> None:
    folder.write(
        "drift.toml",
        '[drift.levels]\nrequest-parameter-max-decreased = "ignore"\ndescription-changed = "ignore"\n',
    )
    result = folder.run("diff", "old.yaml", "new.yaml", "--config", "drift.toml", "--fail-on", "any")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[drift.levels]\n\ndescription-chnged = "risky"\n', "specwright.toml:3: unknown rule 'description-chnged'"),
        ('[drift.levels]\ndescription-changed = "worse"\n', "specwright.toml:2: expected one of breaking, risky,"),
    ],
)
def test_wrong_levels_are_complained_about(folder: Project, text: str, complaint: str) -> None:
    folder.write("specwright.toml", text)
    result = folder.run("diff", "old.yaml", "new.yaml")
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.startswith(f"error: {complaint}")


def test_a_configuration_that_is_named_must_be_there(folder: Project) -> None:
    result = folder.run("diff", "old.yaml", "new.yaml", "--config", "else.toml")
    assert result.returncode == 3
    assert result.stderr.startswith("error: else.toml:1: cannot be read")


# ---------------------------------------------------------------- lint

FINDING = {
    "markdown": "[pages/issue_links.txt:26](pages/issue_links.txt#L26)",
    "github": "::warning file=pages/issue_links.txt,line=26,endLine=26,title=warning%3A invalid-json::",
    "sarif": '"uri": "pages/issue_links.txt"',
    "junit": 'file="pages/issue_links.txt" line="26"',
    "gitlab": '"path": "pages/issue_links.txt"',
}


@pytest.mark.parametrize("form", FORMS)
def test_lint_has_the_same_forms(project: Project, form: str) -> None:
    result = project.run("lint", "--format", form)
    assert FINDING[form] in result.stdout
    assert "8 findings: " in result.stderr
    assert result.returncode == 1


def test_lint_names_pages_from_the_current_folder_on(project: Project) -> None:
    page = str(project.folder / "pages/issue_links.txt")
    result = project.run("lint", page, "--dialect", "gitlab", "--format", "github")
    assert result.stdout.startswith(FINDING["github"])


def test_tests_of_lint_fail_from_the_threshold_on(project: Project) -> None:
    assert ' failures="5" ' in project.run("lint", "--format", "junit").stdout
    assert ' failures="0" ' in project.run("lint", "--format", "junit", "--fail-on", "error").stdout


def test_the_codes_of_lint_have_two_forms(project: Project) -> None:
    result = project.run("lint", "--codes", "--format", "sarif")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "error: --codes has the formats text and json, not sarif\n"
