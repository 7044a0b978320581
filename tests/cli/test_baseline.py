"""`specwright diff --baseline` as a user runs it."""

# ruff: noqa: E501  (one case per line)
from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest

from spec.yaml import dump_yaml
from tests.cli.project import REPOSITORY, Project
from tests.spec.diff.document_changes import LIMIT, PETS, drop, put, together
from tests.spec.diff.documents import mutated, rich_document

PAIR = ("diff", "old.yaml", "new.yaml")
WITH = ("--baseline", "accepted.yaml")
UPDATE = (*WITH, "--baseline-update", "--reason", "Agreed with the vendor.")
COUNTED = "3 changes: 2 breaking, 0 risky, 0 compatible, 1 docs-only\n"
FILE = """\
# Findings that were accepted. docs/drift.md of specwright describes this file.
accepted:
- rule: api-path-removed-without-deprecation
  operation: health
  pointer: /paths/~1health/get
  values: '{health}'
  reason: Agreed with the vendor.
- rule: request-parameter-max-decreased
  operation: listPets
  pointer: /paths/~1pets/get/parameters/query limit/schema/maximum
  values: '{limit}'
  reason: Agreed with the vendor.
"""


def write_new(folder: Project, maximum: int = 50) -> None:
    steps = put(maximum, *LIMIT, "schema", "maximum"), drop("paths", "/health"), put("All.", *PETS, "description")
    folder.write("new.yaml", dump_yaml(mutated(rich_document(), together(*steps))))


@pytest.fixture
def folder(tmp_path: Path) -> Project:
    """Two documents with two changes that break, and one of a text."""
    project = Project(tmp_path / "project")
    project.write("old.yaml", dump_yaml(rich_document()))
    write_new(project)
    return project


@pytest.fixture
def accepted(folder: Project) -> Project:
    """The same with a baseline of both."""
    assert folder.run(*PAIR, *UPDATE).returncode == 0
    return folder


def read(folder: Project) -> str:
    return (folder.folder / "accepted.yaml").read_text(encoding="utf-8")


def test_an_update_accepts_what_fails_and_nothing_else(folder: Project) -> None:
    result = folder.run(*PAIR, *UPDATE)
    assert result.returncode == 0
    assert result.stdout == "GET /pets (listPets)\n  docs-only   description changed  [description-changed]\n"
    assert result.stderr == (
        "accepted.yaml: 2 added, 0 removed\n"
        "1 change: 0 breaking, 0 risky, 0 compatible, 1 docs-only\n"
        "2 accepted by accepted.yaml\n"
    )
    values = [line.split("'")[1] for line in read(folder).splitlines() if "values" in line]
    assert read(folder) == FILE.format(health=values[0], limit=values[1])


def test_an_update_takes_the_threshold_into_account(folder: Project) -> None:
    assert folder.run(*PAIR, *UPDATE, "--fail-on", "any").returncode == 0
    assert read(folder).count("- rule: ") == 3


def test_the_same_update_again_changes_nothing(accepted: Project) -> None:
    before = read(accepted)
    result = accepted.run(*PAIR, *WITH, "--baseline-update", "--reason", "Something else.")
    assert result.stderr.startswith("accepted.yaml: 0 added, 0 removed\n")
    assert read(accepted) == before


def test_accepted_changes_are_silent_in_text_unless_asked_for(accepted: Project) -> None:
    assert "breaking" not in accepted.run(*PAIR, *WITH).stdout
    result = accepted.run(*PAIR, *WITH, "--show-accepted")
    assert result.returncode == 0
    assert result.stdout.splitlines()[-3:] == [
        "Accepted",
        "  breaking    GET /health (health): removed, with its path  [api-path-removed-without-deprecation]"
        "  Agreed with the vendor.",
        "  breaking    GET /pets (listPets): query parameter `limit`: maximum is 50, was 100"
        "  [request-parameter-max-decreased]  Agreed with the vendor.",
    ]


def test_json_lists_accepted_changes_apart(accepted: Project) -> None:
    report = json.loads(accepted.run(*PAIR, *WITH, "--format", "json").stdout)
    schema = json.loads((REPOSITORY / "docs/schemas/diff.json").read_text(encoding="utf-8"))
    jsonschema_rs.validate(schema, report)
    assert [change["id"] for change in report["changes"]] == ["description-changed"]
    assert report["summary"] == {"breaking": 0, "risky": 0, "compatible": 0, "docs_only": 1}
    assert [(each["change"]["operation"], each["reason"], each["expires"]) for each in report["accepted"]] == [
        ("health", "Agreed with the vendor.", None),
        ("listPets", "Agreed with the vendor.", None),
    ]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("markdown", "<details><summary>Accepted (2)</summary>"),
        ("sarif", '"justification": "Agreed with the vendor."'),
        ("junit", 'message="accepted: Agreed with the vendor."'),
    ],
)
def test_other_forms_show_what_is_accepted_as_such(accepted: Project, form: str, expected: str) -> None:
    result = accepted.run(*PAIR, *WITH, "--format", form)
    assert expected in result.stdout
    assert result.returncode == 0


@pytest.mark.parametrize("form", ["github", "gitlab"])
def test_annotations_leave_out_what_is_accepted(accepted: Project, form: str) -> None:
    shown = accepted.run(*PAIR, *WITH, "--format", form).stdout
    assert "description-changed" in shown
    assert "max-decreased" not in shown


def test_release_notes_have_every_change(accepted: Project) -> None:
    result = accepted.run(*PAIR, *WITH, "--changelog")
    assert "### Breaking changes" in result.stdout
    assert result.returncode == 0


def test_another_value_is_another_finding(accepted: Project) -> None:
    write_new(accepted, maximum=20)
    result = accepted.run(*PAIR, *WITH)
    assert result.returncode == 1
    assert "maximum is 20, was 100" in result.stdout
    assert "warning: accepted.yaml:8: no finding matches any more: request-parameter-max-decreased" in result.stderr


def test_stale_entries_are_reported_until_they_are_pruned(accepted: Project) -> None:
    result = accepted.run("diff", "old.yaml", "old.yaml", *WITH)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr.splitlines() == [
        "warning: accepted.yaml:3: no finding matches any more:"
        " api-path-removed-without-deprecation health /paths/~1health/get",
        "warning: accepted.yaml:8: no finding matches any more:"
        " request-parameter-max-decreased listPets /paths/~1pets/get/parameters/query limit/schema/maximum",
    ]
    pruned = accepted.run("diff", "old.yaml", "old.yaml", *WITH, "--baseline-prune")
    assert pruned.stderr == "accepted.yaml: 0 added, 2 removed\n"
    assert read(accepted).splitlines()[1:] == ["accepted: []"]


def test_entries_of_other_commands_and_documents_stay(accepted: Project) -> None:
    others = (
        "- rule: live-missing-header\n  operation: listPets\n  pointer: /a\n  reason: Known.\n"
        "- rule: description-changed\n  document: other.yaml\n  pointer: /a\n  reason: Known.\n"
    )
    accepted.write("accepted.yaml", f"accepted:\n{others}")
    result = accepted.run("diff", "old.yaml", "old.yaml", *WITH, "--baseline-prune")
    assert result.stderr == "accepted.yaml: 0 added, 0 removed\n"
    assert read(accepted) == f"accepted:\n{others}"


def test_what_is_pruned_and_added_at_once_is_one_step(accepted: Project) -> None:
    write_new(accepted, maximum=20)
    result = accepted.run(*PAIR, *UPDATE, "--baseline-prune")
    assert result.stderr.startswith("accepted.yaml: 1 added, 1 removed\n")
    assert "warning" not in result.stderr
    assert read(accepted).count("- rule: ") == 2


def test_expired_entries_count_again_until_they_are_renewed(accepted: Project) -> None:
    accepted.write("accepted.yaml", read(accepted) + "  expires: 2020-12-31\n")
    result = accepted.run(*PAIR, *WITH)
    assert result.returncode == 1
    assert result.stderr.splitlines()[0] == (
        "warning: accepted.yaml:8: expired on 2020-12-31, its findings count again:"
        " request-parameter-max-decreased listPets /paths/~1pets/get/parameters/query limit/schema/maximum"
    )
    assert "maximum is 50" in result.stdout
    assert "until 2020-12-31 (expired)" in accepted.run(*PAIR, *WITH, "--format", "markdown").stdout
    renewed = accepted.run(*PAIR, *UPDATE, "--expires", "9999-12-31")
    assert renewed.returncode == 0
    assert renewed.stderr.startswith("accepted.yaml: 1 added, 1 removed\n")
    assert read(accepted).endswith("  reason: Agreed with the vendor.\n  expires: '9999-12-31'\n")


def test_a_level_of_the_project_comes_before_the_baseline(accepted: Project) -> None:
    accepted.write("specwright.toml", '[drift.levels]\nrequest-parameter-max-decreased = "ignore"\n')
    result = accepted.run(*PAIR, *WITH)
    assert result.returncode == 0
    assert "warning: accepted.yaml:8: no finding matches any more" in result.stderr


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--baseline-update", "--reason", "x"], "--baseline-update and --baseline-prune need --baseline FILE"),
        (["--baseline-prune"], "--baseline-update and --baseline-prune need --baseline FILE"),
        ([*WITH, "--baseline-update"], "--baseline-update needs --reason TEXT"),
        ([*WITH, "--baseline-update", "--reason", " "], "--baseline-update needs --reason TEXT"),
        ([*WITH, "--reason", "x"], "--reason and --expires are for --baseline-update"),
        ([*WITH, "--expires", "9999-12-31"], "--reason and --expires are for --baseline-update"),
        ([*UPDATE, "--expires", "soon"], "--expires: expected a day such as 2030-12-31 that is not over, found 'soon'"),
        ([*UPDATE, "--expires", "2020-01-01"], "--expires: expected a day such as 2030-12-31 that is not over"),
    ],
)
def test_options_that_make_no_sense_are_wrong_usage(folder: Project, words: list[str], complaint: str) -> None:
    result = folder.run(*PAIR, *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {complaint}")
    assert not (folder.folder / "accepted.yaml").exists()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "accepted.yaml:1: expected a readable file"),
        ("accepted:\n- rule: no-such-rule\n  pointer: ''\n  reason: x\n", "accepted.yaml:2: unknown rule 'no-such-rule'"),
        ("accepted:\n- rule: [\n", "accepted.yaml:3: expected YAML"),
        (b"\xff", "accepted.yaml:1: expected UTF-8 text"),
    ],
)  # fmt: skip
def test_a_baseline_that_cannot_be_read_is_one_line(
    folder: Project, content: str | bytes | None, complaint: str
) -> None:
    if content is not None:
        folder.write("accepted.yaml", content)
    result = folder.run(*PAIR, *WITH)
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.startswith(f"error: {complaint}")
    assert result.stderr.count("\n") == 1


def test_a_bad_baseline_is_never_overwritten(folder: Project) -> None:
    folder.write("accepted.yaml", "accepted:\n- rule: no-such-rule\n")
    assert folder.run(*PAIR, *UPDATE).returncode == 3
    assert read(folder) == "accepted:\n- rule: no-such-rule\n"


def test_a_baseline_that_cannot_be_written_leaves_nothing_behind(folder: Project) -> None:
    folder.write("taken", "a file")
    before = folder.snapshot()
    result = folder.run(*PAIR, "--baseline", "taken/accepted.yaml", "--baseline-update", "--reason", "x")
    assert (result.returncode, result.stdout) == (3, "")
    assert "taken/accepted.yaml: cannot be written" in result.stderr
    assert folder.snapshot() == before
