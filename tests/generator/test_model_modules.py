"""Models are modules of moderate size that are imported when one of their models is used first."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import black
import pytest

from generator.graph import join_circles
from generator.layout import break_import
from generator.package import Package, generate_package
from generator.write import write_package
from tests.generator.importing import Document, imported, of_schemas, part, reference
from tests.generator.test_layout import MODE

TEXT = {"type": "string"}


def an_object(**properties: object) -> Document:
    return {"type": "object", "properties": properties}


def answer(schema: object, **more: object) -> Document:
    return {"200": {"description": "", "content": {"application/json": {"schema": schema}}}, **more}


def of_operations(schemas: Document, **responses: Document) -> Document:
    """Return a document with an operation for each name, which answers as its value says."""
    paths = {
        f"/{name}": {"get": {"operationId": name, "tags": ["all"], "responses": found}}
        for name, found in responses.items()
    }
    return {**of_schemas(**schemas), "servers": [{"url": "https://s.example"}], "paths": paths}


ISSUE = an_object(title=TEXT, author=reference("User"), labels={"type": "array", "items": reference("Label")})
USER = an_object(name=TEXT, address=an_object(city=TEXT))
LABEL = an_object(text=TEXT)
FAILURE = an_object(reason=TEXT)
DOCUMENT = of_operations(
    {
        "Issue": ISSUE,
        "User": USER,
        "Label": LABEL,
        "Failure": FAILURE,
        "Node": an_object(next=reference("Node"), list={"type": "array", "items": reference("Nodes")}),
        "Nodes": {"type": "array", "items": reference("Node")},
        "Unused": an_object(a=TEXT),
    },
    get_issue=answer(reference("Issue"), **{"404": answer(reference("Failure"))["200"]}),
    get_user=answer(reference("User")),
    get_nodes=answer(reference("Nodes")),
    get_summary=answer(an_object(count={"type": "integer"}, first=an_object(at=TEXT))),
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(DOCUMENT, tmp_path_factory.mktemp("modules")) as module:
        yield module


def modules(package: Package) -> dict[str, str]:
    """Return the text of each module of models by its name."""
    folder = f"src/{package.name}/models/"
    files = {path.removeprefix(folder): text for path, text in package.files.items() if path.startswith(folder)}
    return {name.removesuffix(".py"): text for name, text in files.items() if name != "__init__.py"}


def contents(document: Document) -> dict[str, list[str]]:
    """Return the models of each module, in their order."""
    found = modules(generate_package(document, name="x"))
    starts = {name: [line for line in text.splitlines() if line.startswith("class ") or "TypeAlias =" in line]
              for name, text in found.items()}  # fmt: skip
    return {name: [line.removeprefix("class ").split("(")[0].split(":")[0] for line in lines]
            for name, lines in starts.items()}  # fmt: skip


def test_schema_has_a_module_with_what_only_it_contains():
    assert contents(DOCUMENT) == {
        "_issue": ["Label", "Issue"],
        "_user": ["UserAddress", "User"],
        "_failure": ["Failure"],
        "_node": ["Node", "Nodes"],
        "_unused": ["Unused"],
        "_get_summary": ["GetSummaryResponseFirst", "GetSummaryResponse"],
    }


@pytest.mark.parametrize(
    ("schemas", "expected"),
    [
        ({}, {}),
        ({"A": an_object(b=reference("B")), "B": LABEL}, {"_a": ["B", "A"]}),
        (
            {"A": an_object(c=reference("C")), "B": an_object(c=reference("C")), "C": LABEL},
            {"_a": ["A"], "_b": ["B"], "_c": ["C"]},
        ),
        (
            {
                "A": an_object(b=reference("B"), d=reference("D")),
                "B": an_object(c=reference("C")),
                "C": an_object(a=reference("A")),
                "D": an_object(c=reference("C")),
            },
            {"_a": ["A", "B", "C", "D"]},
        ),
        ({"A b": LABEL, "a_B": LABEL, "ABc": LABEL}, {"_a_b": ["AB"], "_a_b_2": ["AB_2"], "_a_bc": ["ABc"]}),
        ({"中文": LABEL, "class": LABEL, "": LABEL}, {"_中文": ["中文"], "_class_": ["Class"], "_model": ["Model_"]}),
        (
            {"A": {"oneOf": [an_object(k={"const": "x"}), reference("B")]}, "B": an_object(k={"const": "y"})},
            {"_a": ["AValue", "B", "A"]},
        ),
    ],
)
def test_modules_are_those_of_the_schemas(schemas: Document, expected: dict[str, list[str]]):
    assert contents(of_schemas(**schemas)) == expected


def test_change_of_a_schema_changes_its_own_module():
    before = modules(generate_package(DOCUMENT, name="x"))
    document = copy.deepcopy(DOCUMENT)
    document["components"]["schemas"]["Label"]["properties"]["color"] = TEXT
    document["components"]["schemas"] = {
        "Another": an_object(user=reference("User")),
        **document["components"]["schemas"],
    }
    after = modules(generate_package(document, name="x"))
    assert {name for name in after if after[name] != before.get(name)} == {"_issue", "_another"}


LOADED = (
    "import json, sys, httpx2, {name}\n"
    "answer = httpx2.MockTransport(lambda _: httpx2.Response({status}, json={{'title': 'x'}}))\n"
    "client = {name}.Client(http_client=httpx2.Client(transport=answer))\n"
    "try: client.all.get_issue()\n"
    "except {name}.exceptions.NotFoundError as error: assert error.model is not None\n"
    "print(json.dumps([key for key in sys.modules if key.startswith('{name}.models.')]))"
)


@pytest.mark.parametrize(("status", "expected"), [(200, {"_issue", "_user"}), (404, {"_failure"})])
def test_call_loads_the_models_of_its_answer_only(status: int, expected: set[str], package: ModuleType):
    name = package.__name__
    folder = Path(str(package.__file__)).parent.parent
    command = [sys.executable, "-c", LOADED.format(name=name, status=status)]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert {key.rpartition(".")[2] for key in json.loads(result.stdout)} == expected


def test_models_are_attributes_of_their_package(package: ModuleType):
    assert dir(package.models) == sorted(package.models.__all__)
    assert package.models.Issue is part(package, "models._issue").Issue
    assert package.models.Issue.__module__ == f"{package.__name__}.models._issue"
    names: dict[str, object] = {}
    exec(f"from {package.__name__}.models import *", names)
    assert {name for name in names if name != "__builtins__"} == set(package.models.__all__)
    with pytest.raises(AttributeError, match=f"module '{package.__name__}.models' has no attribute 'Isue'"):
        _ = package.models.Isue


def test_models_can_be_pickled_and_copied(package: ModuleType):
    value = {"title": "x", "author": {"name": "y", "address": {"city": "z"}}, "labels": [{"text": "l"}], "more": [1]}
    issue = package.models.Issue.from_wire(value)
    for other in (pickle.loads(pickle.dumps(issue)), copy.copy(issue), copy.deepcopy(issue)):
        assert other == issue
        assert type(other.author) is package.models.User
        assert other.to_wire() == value


def test_annotations_of_models_and_methods_can_be_evaluated(package: ModuleType):
    models = package.models
    node = typing.get_type_hints(models.Node)
    assert node["next"] == models.Node | None
    assert typing.get_type_hints(models.Issue)["author"] == models.User | None
    for owner in ("All", "AsyncAll"):
        method = getattr(part(package, "groups.all"), owner).get_issue
        assert typing.get_type_hints(method)["return"] is models.Issue


def test_models_in_a_circle_are_read(package: ModuleType):
    value = {"next": {"next": {}}, "list": [[{"next": {}}]]}
    node = package.models.Node.from_wire(value)
    assert type(node.next.next) is type(node.list_[0][0]) is package.models.Node
    assert node.to_wire() == value


def test_annotation_in_a_circle_may_have_any_listed_value(tmp_path: Path):
    texts = ["plain", 'a"b', "it's", "back\\slash", "line\nend", "中", "\u202e", "] | Evil"]
    schema = {"anyOf": [reference("A"), {"enum": texts}, {"type": "array", "items": {"enum": [1, 2]}}]}
    with imported(of_schemas(A=an_object(a=schema)), tmp_path) as package:
        for value in (*texts, "another", [1, 1.0], {"a": {"a": "plain"}}):
            assert package.models.A.from_wire({"a": value}).to_wire() == {"a": value}
        documented = typing.get_args(typing.get_type_hints(package.models.A)["a"])
        assert typing.Literal[tuple(texts)] in documented


def test_chain_of_modules_is_not_too_deep_for_python(tmp_path: Path):
    schemas = {f"A{n}": an_object(next=reference(f"A{n + 1}")) for n in range(400)}
    responses = {f"get{n}": answer(reference(f"A{n}")) for n in range(401)}
    document = of_operations({**schemas, "A400": LABEL}, **responses)
    assert len(contents(document)) == 32
    with imported(document, tmp_path) as package:
        assert package.models.A0.model_fields["next"].annotation == package.models.A1 | None


PROGRAM = """
import {name}
from {name} import Client, models
from {name}.models import Issue

def first(client: Client) -> models.User | None:
    issue: Issue = client.all.get_issue()
    reveal_type(issue.author)
    reveal_type({name}.models.Issue(title="x").labels)
    models.Isue
    Issue(titel="x")
    return issue.author
"""


def test_type_checkers_know_the_models(package: ModuleType, tmp_path: Path):
    name = package.__name__
    (tmp_path / "program.py").write_text(PROGRAM.format(name=name))
    folder = Path(str(package.__file__)).parent.parent
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--no-error-summary", "program.py"]
    environment = {"MYPYPATH": str(folder), "PATH": ""}
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    said = [line.split(": ", 1)[1] for line in result.stdout.splitlines()]
    assert said == [
        f'note: Revealed type is "{name}.models._user.User | None"',
        f'note: Revealed type is "list[{name}.models._issue.Label] | None"',
        'error: Module has no attribute "Isue"; maybe "Issue"?  [attr-defined]',
        'error: Unexpected keyword argument "titel" for "Issue"; did you mean "title"?  [call-arg]',
    ]


def test_document_without_schemas_has_no_models(tmp_path: Path):
    with imported(of_schemas(), tmp_path) as package:
        assert package.models.__all__ == []
        assert not hasattr(package.models, "Issue")


@pytest.mark.parametrize("count", [1, 3, 4, 60])
@pytest.mark.parametrize("indentation", ["", "    "])
def test_imports_are_broken_as_black_breaks_them(count: int, indentation: str):
    names = [f"Name{number:027d}" for number in range(count)]
    text = ("if True:\n" if indentation else "") + break_import("._module", names, indentation) + "\n"
    assert black.format_str(text, mode=MODE) == text


def test_files_of_models_are_replaced_when_models_have_other_modules(tmp_path: Path):
    write_package(generate_package(of_schemas(A=LABEL, B=LABEL), name="x"), tmp_path)
    report = write_package(generate_package(of_schemas(A=an_object(b=reference("B")), B=LABEL), name="x"), tmp_path)
    assert report.removed == ("src/x/models/_b.py",)


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ({}, []),
        ({"a": ["b"], "b": []}, [("b",), ("a",)]),
        ({"a": ["a"]}, [("a",)]),
        ({"a": ["b"], "b": ["c"], "c": ["b", "d"], "d": []}, [("d",), ("b", "c"), ("a",)]),
        ({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, [("a", "b", "c")]),
        ({"a": ["b"], "b": ["a"], "c": ["a", "d"], "d": ["c"]}, [("a", "b"), ("c", "d")]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, [("d",), ("b",), ("c",), ("a",)]),
    ],
)
def test_nodes_that_lead_to_one_another_are_joined(graph: dict[str, list[str]], expected: list[tuple[str, ...]]):
    assert list(join_circles(graph)) == expected


@pytest.mark.parametrize("is_circle", [False, True])
def test_graph_may_be_deep(is_circle: bool):
    graph = {str(n): [str(n + 1)] for n in range(20000)} | {"20000": ["0"] if is_circle else []}
    assert len(list(join_circles(graph))) == (1 if is_circle else 20001)
