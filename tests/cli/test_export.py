"""`specwright export`, as a user runs it."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from spec.load import load_document
from spec.validate import validate_document
from tests.cli.project import REPOSITORY, Project
from tests.spec.export.documents import action, small

GUIDE = REPOSITORY / "docs/exporting.md"
BLOCK = re.compile(r"```console\n\$ specwright (?P<words>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)
LOSSES: Any = small(
    webhooks={"petAdopted": {"post": {"responses": {"200": {"description": "Done"}}}}},
    components={
        "schemas": {
            "Pet": {
                "type": "object",
                "properties": {
                    "name": {"type": ["string", "null"], "examples": ["Rex", "Tom"]},
                    "size": {"type": "array", "prefixItems": [{"type": "number"}, {"type": "string"}]},
                },
                "patternProperties": {"^x_": {"type": "string"}},
            }
        }
    },
)
RPC: Any = small(paths={"/api#List": {"post": action("List")}, "/api#Add": {"post": action("Add")}})


@pytest.fixture
def folder(tmp_path: Path) -> Project:
    project = Project(tmp_path / "work")
    project.write("api.yaml", yaml.safe_dump(small(), sort_keys=False))
    project.write("rpc.json", json.dumps(RPC))
    return project


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("exports")
    for name in ("scraper/pages", "spec/documents", "spec/overlays"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "specwright.toml", folder)
    (folder / "losses.yaml").write_text(yaml.safe_dump(LOSSES, sort_keys=False), encoding="utf-8")
    return Project(folder)


def test_the_guide_shows_what_commands_print(repository: Project) -> None:
    def run(match: re.Match[str]) -> str:
        result = repository.run(*shlex.split(match["words"]))
        return f"```console\n$ specwright {match['words']}\n{result.stdout}{result.stderr}```"

    text = GUIDE.read_text(encoding="utf-8")
    assert len(BLOCK.findall(text)) >= 5
    printed = BLOCK.sub(run, text)
    if os.environ.get("UPDATE_GOLDEN"):
        GUIDE.write_text(printed, encoding="utf-8")
    assert printed == text


def test_an_api_by_name_becomes_what_the_options_say(repository: Project) -> None:
    result = repository.run("export", "coding", "--openapi", "3.0", "--rpc", "path", "-o", "out.json")
    assert result.returncode == 0
    pointers = [line.split(": ")[2] for line in result.stderr.splitlines()]
    assert [pointer.rpartition("/")[2] for pointer in pointers] == ["authorizationUrl", "tokenUrl"]
    document = load_document(repository.folder / "out.json")
    assert document["openapi"] == "3.0.3"
    assert "/open-api/DescribeIssue" in document["paths"]  # type: ignore[operator]
    assert validate_document(document) == ()


def test_an_export_of_an_export_changes_nothing(repository: Project) -> None:
    options = ("--openapi", "3.0", "--rpc", "path", "--tag", "迭代", "--strip-examples")
    once = repository.run("export", "coding", *options)
    repository.write("once.yaml", once.stdout)
    twice = repository.run("export", "once.yaml", *options)
    assert twice.stdout == once.stdout
    assert (twice.returncode, twice.stderr) == (0, "")


def test_without_options_the_document_stays_as_it_is(folder: Project) -> None:
    result = folder.run("export", "api.yaml")
    assert (result.returncode, result.stderr) == (0, "")
    assert yaml.safe_load(result.stdout) == small()


@pytest.mark.parametrize(
    ("words", "is_json"),
    [
        ((), False),
        (("--format", "json"), True),
        (("-o", "out.json"), True),
        (("-o", "out.yml"), False),
        (("-o", "out.json", "--format", "yaml"), False),
        (("-o", "out"), False),
    ],
)
def test_the_form_is_as_asked_or_as_the_output_is_called(
    folder: Project, words: tuple[str, ...], is_json: bool
) -> None:
    result = folder.run("export", "api.yaml", *words)
    text = (folder.folder / words[1]).read_text() if "-o" in words else result.stdout
    assert text.startswith("{") is is_json
    assert text.endswith("\n")


def test_losses_are_warnings_with_pointers(folder: Project) -> None:
    folder.write("losses.json", json.dumps(LOSSES))
    result = folder.run("export", "losses.json", "--openapi", "3.0")
    assert result.returncode == 0
    lines = result.stderr.splitlines()
    assert [line.split(": ")[:3] for line in lines] == [
        ["warning", "losses.json", "/webhooks/petAdopted"],
        ["warning", "losses.json", "/components/schemas/Pet/properties/name/examples"],
        ["warning", "losses.json", "/components/schemas/Pet/properties/size/prefixItems"],
        ["warning", "losses.json", "/components/schemas/Pet/patternProperties/^x_"],
    ]


def test_actions_are_split_into_a_folder(folder: Project) -> None:
    result = folder.run("export", "rpc.json", "--rpc", "split", "-o", "out", "--format", "json")
    assert (result.returncode, result.stdout) == (0, "out: 2 documents\n")
    assert sorted(path.name for path in (folder.folder / "out").iterdir()) == ["Add.json", "List.json"]
    assert list(json.loads((folder.folder / "out/Add.json").read_text())["paths"]) == ["/api"]


def test_requests_are_written_for_editors_and_for_postman(folder: Project) -> None:
    http = folder.run("export", "rpc.json", "--to", "http", "-o", "api.http")
    assert http.stdout == "api.http: requests of 2 operations\n"
    assert "### List\nPOST {{baseUrl}}/api?Action=List\n" in (folder.folder / "api.http").read_text()
    collection = json.loads(folder.run("export", "rpc.json", "--to", "postman", "--operation", "Add").stdout)
    assert [item["name"] for item in collection["item"]] == ["Add"]
    assert "warning: rpc.json: /servers: no host is documented" in http.stderr


def test_files_are_bundled_where_that_is_asked_for(folder: Project) -> None:
    folder.write("parts/pet.yaml", "type: object\n")
    folder.write("main.json", json.dumps(small(components={"schemas": {"Pet": {"$ref": "parts/pet.yaml"}}})))
    refused = folder.run("export", "main.json")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == "error: main.json refers to other files; --bundle takes in what they hold\n"
    result = folder.run("export", "main.json", "--bundle", "--to", "jsonschema")
    assert json.loads(result.stdout)["$defs"] == {"Pet": {"type": "object"}}


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("rpc.json", "--rpc", "split"), "--rpc split writes several documents; give their folder with -o"),
        (("rpc.json", "--rpc", "split", "-o", "api.yaml"), "give their folder with -o, not the file api.yaml"),
        (
            ("api.yaml", "--rpc", "path"),
            "api.yaml: no operation of the document is chosen by an action; leave out --rpc",
        ),
        (("rpc.json", "--to", "jsonschema", "--rpc", "path"), "--rpc is a form of OpenAPI documents"),
        (("rpc.json", "--to", "jsonschema", "--openapi", "3.0"), "--openapi is a form of OpenAPI"),
        (("rpc.json", "--to", "http", "--format", "json"), "--to http has one form only; leave out --format"),
        (("rpc.json", "--to", "jsonschema"), "rpc.json: the document has no schemas under components"),
        (("rpc.json", "--operation", "list"), "no operation 'list'; did you mean: List?"),
        (("rpc.json", "--tag", "pets"), "no tag 'pets'"),
    ],
)
def test_wrong_usage_is_told_so(folder: Project, words: tuple[str, ...], complaint: str) -> None:
    result = folder.run("export", *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")
    assert complaint in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_unknown_api_is_answered_with_the_known_ones(repository: Project) -> None:
    result = repository.run("export", "codin")
    assert (result.returncode, result.stdout) == (2, "")
    assert "did you mean 'coding'?" in result.stderr


@pytest.mark.parametrize(
    ("content", "code", "complaint"),
    [
        (None, 3, "bad.yaml:1: expected a readable file"),
        ("a: [", 3, "bad.yaml:1: expected YAML"),
        ("swagger: '2.0'\n", 3, "expected OpenAPI 3.0 or 3.1, found Swagger 2.0"),
        (json.dumps(small(components={"schemas": {"A": {"$ref": "#/nowhere"}}})), 1, "points to nothing"),
        (json.dumps(small(components={"schemas": {"A": {"type": 1}}})), 1, "/components/schemas/A"),
    ],
)
def test_bad_input_is_a_complaint_and_writes_nothing(
    folder: Project, content: str | None, code: int, complaint: str
) -> None:
    folder.write("out.yaml", "earlier\n")
    if content is not None:
        folder.write("bad.yaml", content)
    result = folder.run("export", "bad.yaml", "-o", "out.yaml")
    assert (result.returncode, result.stdout) == (code, "")
    assert complaint in result.stderr
    assert "Traceback" not in result.stderr
    assert (folder.folder / "out.yaml").read_text() == "earlier\n"


@pytest.mark.parametrize("output", ["api.yaml", "./api.yaml", "link.yaml"])
def test_the_exported_document_is_never_overwritten(folder: Project, output: str) -> None:
    (folder.folder / "link.yaml").symlink_to("api.yaml")
    before = (folder.folder / "api.yaml").read_bytes()
    result = folder.run("export", "api.yaml", "--openapi", "3.0", "-o", output)
    assert result.returncode == 2
    assert "is the document that is exported" in result.stderr
    assert (folder.folder / "api.yaml").read_bytes() == before


def test_the_exported_document_is_never_one_of_its_parts(folder: Project) -> None:
    before = (folder.folder / "rpc.json").read_bytes()
    (folder.folder / "rpc.json").rename(folder.folder / "List.json")
    result = folder.run("export", "List.json", "--rpc", "split", "--format", "json", "-o", ".")
    assert result.returncode == 2
    assert (folder.folder / "List.json").read_bytes() == before
    assert not (folder.folder / "Add.json").exists()
