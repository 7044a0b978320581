"""Generated packages import, type-check, lint and pass their own tests."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from generator.package import Package, generate_package
from generator.write import write_package
from tests.generator.documents import DOCUMENTS, ODD_NAMES, Document, rest, rpc
from tests.generator.importing import models_source

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str, cwd: Path, **variables: str) -> str:
    environment = {**os.environ, **variables}
    environment.pop("PYTEST_ADDOPTS", None)
    result = subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-3000:]
    return result.stdout


@cache
def generated(name: str) -> Package:
    """Return the package of a document; it is generated once for all tests."""
    return generate_package(DOCUMENTS[name](), name=f"{name}_api")


@pytest.fixture(scope="module", params=DOCUMENTS)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("packages") / request.param
    write_package(generated(request.param), target)
    return target


def test_package_passes_its_own_tests(written: Path):
    # Plugins that the tests do not use cost a second for each package.
    unused = [word for name in ("cacheprovider", "xdist", "schemathesis") for word in ("-p", f"no:{name}")]
    output = run("-m", "pytest", "-q", *unused, cwd=written, CONTRACT_EXAMPLES="4")
    passed = re.search(r"(\d+) passed", output)
    assert passed, output
    assert int(passed[1]) > 20, output


def test_package_is_typed_linted_and_formatted(written: Path):
    cache_folder = f"--cache-dir={written.parents[1] / 'mypy'}"
    run("-m", "mypy", "--strict", cache_folder, "src", *map(str, sorted(written.glob("tests/*.py"))), cwd=written)
    run("-m", "ruff", "check", "--no-cache", ".", cwd=written)
    run("-m", "black", "--check", "-q", ".", cwd=written)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_template_output_mentions_a_machine_path(name: str):
    package = generated(name)
    assert list(package.files) == sorted(package.files)
    for text in package.files.values():
        assert str(ROOT) not in text
        text.encode()


def test_result_does_not_depend_on_hash_order_or_folder(tmp_path: Path):
    code = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1])\n"
        "from generator.package import generate_package\n"
        "from tests.generator.documents import rest, odd_names\n"
        "files = [sorted(generate_package(d, name='x').files.items()) for d in (rest(), odd_names())]\n"
        "print(hashlib.sha256(repr(files).encode('utf-8', 'backslashreplace')).hexdigest())"
    )
    answers = {
        run("-c", code, str(ROOT), cwd=folder, PYTHONHASHSEED=seed) for seed, folder in (("1", tmp_path), ("2", ROOT))
    }
    assert len(answers) == 1


def test_two_runs_give_equal_packages():
    assert generate_package(rpc(), name="rpc_api") == generated("rpc")


def source(package: Package, name: str) -> str:
    return package.files[f"src/{package.name}/{name}"]


def test_operation_becomes_a_typed_method():
    text = source(generated("rest"), "groups/tags.py")
    assert "page: int | Omit = OMIT" in text
    assert "project_id: int | str," in text
    assert 'sort: Literal["asc", "desc"] | Omit = OMIT' in text
    assert "note: str | None | Omit = OMIT" in text
    assert ") -> list[models.Tag]:" in text
    assert "page: At least 1; the server's default is 1." in text
    assert "NotFoundError: 404: Not found" in text
    assert "Documentation: https://docs.example/tags" in text
    assert "x_auth_token" not in text


def test_same_name_in_path_and_body_gives_two_arguments():
    text = source(generated("rest"), "groups/tags.py")
    assert "project_id_2: str | Omit = OMIT" in text
    assert '"project_id": project_id_2' in text


def test_action_is_sent_and_is_no_argument():
    text = source(generated("rpc"), "groups/issues.py")
    assert '"/open-api"' in text
    assert 'query={"Action": "DescribeIssue"}' in text
    assert '{"Action": "DescribeIssue"}, True)' in text
    assert "action:" not in text
    assert "#DescribeIssue" not in text


def test_operation_server_with_a_variable_becomes_an_argument():
    text = source(generated("rpc"), "groups/oauth.py")
    assert 'server="https://{team}.e.example/api"' in text
    assert "team: str," in text


@pytest.mark.parametrize("name", ["rest", "rpc", "odd_names", "old"])
def test_no_operation_is_lost(name: str):
    document, package = DOCUMENTS[name](), generated(name)
    methods = sum(
        text.count("return self._transport.request(") for path, text in package.files.items() if "/groups/" in path
    )
    assert methods == sum(len(set(item) - {"parameters"}) for item in document["paths"].values())


def test_odd_names_become_models_with_their_wire_names():
    text = models_source(generated("odd_names"))
    assert 'none: Literal["None", "other"] | str = Field(validation_alias="None", serialization_alias="None")' in text
    assert 'x_total: Literal["X-Total", "other"] | str | None' in text
    assert text.count("class ") >= len(ODD_NAMES)


@pytest.mark.parametrize(
    ("change", "pointer", "words"),
    [
        ({"paths": {"/a": {"get": {"responses": {}}}}}, "#/paths/~1a/get", "operationId"),
        ({"paths": {"/a": {"get": 1}}}, "#/paths/~1a/get", "left out"),
        ({"paths": {"a": {"get": {"operationId": "x"}}}}, "#/paths/a", "slash"),
        ({"paths": {"/a": {"$ref": "#/nowhere"}}}, "#/paths/~1a", "resolved"),
        ({"paths": {"/{a}": {"get": {"operationId": "x"}}}}, "#/paths/~1{a}/get", "no parameter"),
        (
            {"components": {"securitySchemes": {"s": {"type": "mutualTLS"}}}},
            "#/components/securitySchemes/s",
            "not sent",
        ),
        ({"security": [{"unknown": []}], "paths": {"/a": {"get": {"operationId": "x"}}}}, "#/security", "unsupported"),
    ],
)
def test_what_cannot_be_generated_is_a_diagnostic(change: Document, pointer: str, words: str):
    package = generate_package({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, **change}, name="x")
    assert [(finding.pointer, words in finding.message) for finding in package.diagnostics] == [(pointer, True)]


@pytest.mark.parametrize("name", ["contract", "httpx2", "typing", "json", "conftest", "pydantic"])
def test_name_of_another_module_is_not_taken(name: str):
    package = generate_package({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}}, name=name)
    assert package.name == f"{name}_api"
    assert [(item.pointer, f"{name}_api" in item.message) for item in package.diagnostics] == [("#", True)]


@pytest.mark.parametrize("document", [{}, {"openapi": "2.0"}, {"swagger": "2.0"}, {"openapi": 3.1}])
def test_other_documents_are_refused(document: Document):
    with pytest.raises(ValueError, match="OpenAPI 3"):
        generate_package(document, name="x")


def test_example_that_lacks_a_required_argument_is_a_diagnostic():
    document = rest()
    content = document["paths"]["/v2/projects/{project_id}/tags"]["post"]["requestBody"]["content"]
    del content["application/json"]["examples"]["example-1"]["value"]["name"]
    findings = [(item.pointer, item.message) for item in generate_package(document, name="x").diagnostics]
    assert [pointer.rpartition("/requestBody/")[2] for pointer, _ in findings] == [
        "content/application~1json/examples/example-1"
    ]
    assert "lacks 'name'" in findings[0][1]


def test_group_modules_have_the_names_of_the_tags():
    document = rpc(3)
    tags = ["缺陷管理", "缺" * 90, "Con"]
    for path, tag in zip([path for path in document["paths"] if "#" in path], tags, strict=True):
        document["paths"][path]["post"]["tags"] = [tag]
    modules = [path.rpartition("/")[2] for path in generate_package(document, name="x").files if "/groups/" in path]
    assert "缺陷管理.py" in modules
    assert "con_.py" in modules
    assert all(len(module.encode()) <= 255 for module in modules)


def test_package_imports_only_what_it_declares():
    for name in ("rest", "odd_names", "old"):
        roots = {
            line.split()[1].split(".")[0]
            for path, text in generated(name).files.items()
            if path.startswith("src/") and path.endswith(".py")
            for line in text.splitlines()
            if re.match(r"(from|import) \w", line)
        }
        assert roots - sys.stdlib_module_names <= {"httpx2", "pydantic", "pydantic_core"}


def test_models_convert_nothing():
    text = models_source(generated("old"))
    assert "Level: TypeAlias = Annotated[Literal[1, 2, 3] | int, WholeNumber]" in text
    assert "lives: Integer | None" in text
    assert "bark: Boolean | None" in text
    assert text.index("class TreeValue(") < text.index("Tree: TypeAlias") < text.index("Forest: TypeAlias")
    assert "size: Number | None" in models_source(generated("rest"))


def test_readme_shows_a_documented_call_and_what_is_sent():
    text = generated("rpc").files["README.md"]
    assert "`POST /open-api?Action=DescribeIssue`" in text
    conditions = 'conditions=[{"Key": "STATUS", "Value": "1"}]'
    assert f'result = client.issues.describe_issue(project_name="p", issue_code=1, {conditions})' in text
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(blocks) == 4
    ast.parse("\n".join(blocks))


def test_readme_shows_the_token_that_a_user_has():
    text = generated("rpc").files["README.md"]
    row = '| PersonalToken | `Client(token={"PersonalToken": "…"})` | `RPC_API_TOKEN_PERSONAL_TOKEN` | header '
    assert row + "`Authorization: token <token>` |" in text
    assert 'with Client(token={"PersonalToken": "…"}) as client:' in text
    assert 'oauth = OAuth("client id", "client secret", redirect_uri="https://app.example/callback")' in text
    text = generated("rest").files["README.md"]
    assert 'Pass `Client(token="…")`, or set the environment variable `REST_API_TOKEN`.' in text
    assert "It is sent as header `X-Auth-Token: <token>`." in text
    assert 'with Client(base_url="https://…", token="…") as client:' in text


def test_readme_without_examples_shows_required_arguments():
    text = generated("old").files["README.md"]
    call = text.partition("## First call")[2].partition("```python")[2].partition("```")[0]
    ast.parse(call)
    assert "client.default." in call


def test_words_of_descriptions_import_nothing():
    schema = {
        "type": "object",
        "description": "Any Number",
        "properties": {"a": {"type": "string", "description": "Field"}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "components": {"schemas": {"Literal1": schema}},
    }
    text = models_source(generate_package(document, name="x"))
    assert re.findall("^from .*", text, re.MULTILINE) == [
        "from .._model import Model",
    ]
