"""`specwright diff` as a user runs it."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from spec.diff.rules import CATALOGUE
from spec.yaml import dump_yaml
from tests.cli.project import REPOSITORY, Project
from tests.spec.diff.document_changes import LIMIT, PETS, SCHEMAS, Mutation, put, together
from tests.spec.diff.documents import mutated, rich_document

SCHEMA = REPOSITORY / "docs/schemas/diff.json"
BREAKING = put(50, *LIMIT, "schema", "maximum")
RISKY = put(["cat", "dog", "fish"], *SCHEMAS, "Pet", "properties", "kind", "enum")
COMPATIBLE = put({"type": "string"}, *SCHEMAS, "NewPet", "properties", "chip")
TEXT = put("Everything.", *PETS, "description")


@pytest.fixture
def folder(tmp_path: Path) -> Project:
    return Project(tmp_path)


def write_pair(folder: Project, *mutations: Mutation) -> tuple[str, str]:
    old = rich_document()
    folder.write("old.yaml", dump_yaml(old))
    folder.write("new.json", json.dumps(mutated(old, together(*mutations))))
    return "old.yaml", "new.json"


def test_equal_documents_print_nothing(folder: Project) -> None:
    result = folder.run("diff", *write_pair(folder))
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_changes_are_grouped_by_operations_and_worst_first(folder: Project) -> None:
    result = folder.run("diff", *write_pair(folder, BREAKING, RISKY, TEXT))
    assert result.stdout.splitlines() == [
        "GET /pets (listPets)",
        "  breaking    query parameter `limit`: maximum is 50, was 100  [request-parameter-max-decreased]",
        "  docs-only   description changed  [description-changed]",
        "",
        "4 operations: listPets, createPet, getPet and 1 more",
        '  risky       response 200 or 201, `kind`: value "fish" added  [response-property-enum-value-added]',
    ]
    assert result.stderr == "3 changes: 1 breaking, 1 risky, 0 compatible, 1 docs-only\n"
    assert result.returncode == 1


def test_texts_that_changed_at_several_places_are_one_line(folder: Project) -> None:
    result = folder.run("diff", *write_pair(folder, TEXT, put("The most.", *LIMIT, "description")))
    assert result.stdout == "GET /pets (listPets)\n  docs-only   2 places  [description-changed]\n"
    assert result.stderr == "2 changes: 0 breaking, 0 risky, 0 compatible, 2 docs-only\n"


@pytest.mark.parametrize(
    ("mutation", "thresholds"),
    [
        (BREAKING, {"breaking": 1, "risky": 1, "any": 1}),
        (RISKY, {"breaking": 0, "risky": 1, "any": 1}),
        (COMPATIBLE, {"breaking": 0, "risky": 0, "any": 1}),
        (TEXT, {"breaking": 0, "risky": 0, "any": 1}),
    ],
)
def test_the_exit_code_follows_the_threshold(folder: Project, mutation: Mutation, thresholds: dict[str, int]) -> None:
    pair = write_pair(folder, mutation)
    assert {name: folder.run("diff", *pair, "--fail-on", name).returncode for name in thresholds} == thresholds
    assert folder.run("diff", *pair).returncode == thresholds["breaking"]


def test_the_json_form_is_as_published(folder: Project) -> None:
    result = folder.run("diff", *write_pair(folder, BREAKING, RISKY, COMPATIBLE, TEXT), "--format", "json")
    report = json.loads(result.stdout)
    jsonschema_rs.validate(json.loads(SCHEMA.read_text(encoding="utf-8")), report)
    assert report["summary"] == {"breaking": 1, "risky": 1, "compatible": 1, "docs_only": 1}
    assert report["changes"][0] == {
        "id": "request-parameter-max-decreased",
        "level": "breaking",
        "operation": "listPets",
        "operations": ["listPets"],
        "pointer": "/paths/~1pets/get/parameters/0/schema/maximum",
        "named_pointer": "/paths/~1pets/get/parameters/query limit/schema/maximum",
        "old_pointer": "/paths/~1pets/get/parameters/0/schema/maximum",
        "new_pointer": "/paths/~1pets/get/parameters/0/schema/maximum",
        "message": "query parameter `limit`: maximum is 50, was 100",
        "old": 100,
        "new": 50,
        "source": None,
    }


def test_equal_documents_are_an_empty_report_in_json(folder: Project) -> None:
    result = folder.run("diff", *write_pair(folder), "--format", "json")
    assert json.loads(result.stdout)["changes"] == []
    assert result.returncode == 0


def test_source_maps_beside_the_documents_give_pages_and_lines(folder: Project) -> None:
    pair = write_pair(folder, BREAKING, lambda document: document["paths"].pop("/health"))
    entry = {"page": "pages/pets.md", "first": 7, "last": 9, "evidence": "table"}
    folder.write("new.sourcemap.json", json.dumps({"/paths/~1pets/get/parameters/0/schema": [entry]}))
    folder.write("old.sourcemap.json", json.dumps({"/paths/~1health/get": [{**entry, "first": 70, "last": 72}]}))
    report = json.loads(folder.run("diff", *pair, "--format", "json").stdout)
    assert [change["source"] for change in report["changes"]] == [
        {"page": "pages/pets.md", "line": 70, "end_line": 72},
        {"page": "pages/pets.md", "line": 7, "end_line": 9},
    ]
    assert "  pages/pets.md:7\n" in folder.run("diff", *pair).stdout


def test_release_notes_name_the_version_step(folder: Project) -> None:
    result = folder.run("diff", *write_pair(folder, BREAKING, COMPATIBLE, TEXT), "--changelog")
    assert result.stdout.splitlines() == [
        "Version step: **major** (1.0.0 → 2.0.0)",
        "",
        "### Breaking changes",
        "",
        "- **GET /pets (listPets)**",
        "  - query parameter `limit`: maximum is 50, was 100",
        "",
        "### Additions and relaxations",
        "",
        "- **POST /pets (createPet)**",
        "  - request body (application/json), `chip`: added",
        "",
        "### Documentation",
        "",
        "- **GET /pets (listPets)**",
        "  - description changed",
    ]


@pytest.mark.parametrize(
    ("version", "mutation", "step"),
    [
        ("1.2.3", BREAKING, "**major** (1.2.3 → 2.0.0)"),
        ("1.2.3", RISKY, "**minor** (1.2.3 → 1.3.0)"),
        ("1.2.3", COMPATIBLE, "**minor** (1.2.3 → 1.3.0)"),
        ("1.2.3", TEXT, "**patch** (1.2.3 → 1.2.4)"),
        ("0.2.3", BREAKING, "**minor** (0.2.3 → 0.3.0)"),
        ("0.2.3", COMPATIBLE, "**patch** (0.2.3 → 0.2.4)"),
        ("2024-01", BREAKING, "**major**"),
    ],
)
def test_the_version_step_follows_the_worst_change(
    folder: Project, version: str, mutation: Mutation, step: str
) -> None:
    old = mutated(rich_document(), put(version, "info", "version"))
    folder.write("old.json", json.dumps(old))
    folder.write("new.json", json.dumps(mutated(old, mutation)))
    lines = folder.run("diff", "old.json", "new.json", "--changelog").stdout.splitlines()
    assert lines[0] == f"Version step: {step}"


def test_the_rules_are_listed_in_both_forms(folder: Project) -> None:
    lines = folder.run("diff", "--rules").stdout.splitlines()
    rows = json.loads(folder.run("diff", "--rules", "--format", "json").stdout)
    assert [line.split()[0] for line in lines] == [row["id"] for row in rows] == list(CATALOGUE)
    assert all(row.keys() == {"id", "level", "direction", "explanation", "mirror"} for row in rows)


@pytest.mark.parametrize("words", [[], ["old.yaml"], ["old.yaml", "new.json", "--changelog", "--format", "json"]])
def test_wrong_usage_is_told_so(folder: Project, words: list[str]) -> None:
    write_pair(folder)
    result = folder.run("diff", *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "bad.yaml:1: expected a readable file, found: No such file or directory"),
        ("a: [", "bad.yaml:1: expected YAML"),
        ("swagger: '2.0'\n", "bad.yaml:1: expected OpenAPI 3.0 or 3.1, found Swagger 2.0"),
    ],
)
def test_a_document_that_cannot_be_read_is_one_line(folder: Project, content: str | None, complaint: str) -> None:
    write_pair(folder)
    if content is not None:
        folder.write("bad.yaml", content)
    result = folder.run("diff", "old.yaml", "bad.yaml")
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.startswith(f"error: {complaint}")
    assert result.stderr.count("\n") == 1


def test_references_that_are_not_followed_are_warned_of(folder: Project) -> None:
    mutate = put({"$ref": "other.yaml#/Owner"}, *SCHEMAS, "Pet", "properties", "owner")
    old = mutated(rich_document(), mutate)
    new: Any = mutated(old, put(50, *LIMIT, "schema", "maximum"))
    new = mutated(new, put("A pet", *SCHEMAS, "Pet", "description"))
    folder.write("old.json", json.dumps(old))
    folder.write("new.json", json.dumps(copy.deepcopy(new)))
    new["components"]["schemas"]["Pet"]["properties"]["house"] = {"$ref": "#/components/schemas/House"}
    folder.write("new.json", json.dumps(new))
    result = folder.run("diff", "old.json", "new.json")
    what = "leads to no one place of the document, compared by its text: #/components/schemas/House"
    assert f"warning: reference that {what}\n" in result.stderr
    assert "warning: reference that is not followed, compared by its text: other.yaml#/Owner\n" in result.stderr


def test_the_guide_names_only_rules_that_exist() -> None:
    guide = (REPOSITORY / "docs/drift.md").read_text(encoding="utf-8")
    named = re.findall(r"\[([a-z-]+)\]\n", guide)
    assert named
    assert set(named) <= CATALOGUE.keys()
