"""Random documents give packages that import, pass every check of their source, and speak as documented.

`RANDOM_DOCUMENTS=1000` searches that many new documents in each test; otherwise the documents are always the same.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, Literal, get_args, get_origin

import black
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from generator.package import Package, generate_package
from generator.write import write_package
from tests.generator.hostile_documents import MARKER, HostileDocument, hostile_documents
from tests.generator.importing import imported, part
from tests.generator.random_calls import check_operation, find_methods
from tests.generator.random_documents import RandomDocument, random_documents
from tests.generator.test_layout import MODE

WANTED = int(os.environ.get("RANDOM_DOCUMENTS", "0"))
_checked: set[str] = set()


def search(count: int) -> Any:
    """Return the settings of a test: `count` fixed documents, or as many new ones as the environment asks for."""
    phases = [Phase.explicit, Phase.generate, Phase.shrink] if WANTED else [Phase.explicit, Phase.generate]
    return settings(
        max_examples=WANTED or count,
        derandomize=not WANTED,
        database=None,
        deadline=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )


def python_files(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the Python files whose text was not checked before: most are the same in every package."""
    for path, text in package.files.items():
        if path.endswith(".py") and text not in _checked:
            _checked.add(text)
            yield path, text


def run(*command: str, folder: Path, **environment: str) -> str:
    """Return what a command prints, or fail with it."""
    result = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@search(40)
@given(random_documents())
def test_document_gives_every_operation_in_valid_and_formatted_python(random: RandomDocument):
    package = generate_package(random.document, name="x")
    assert dict(generate_package(random.document, name="x").files) == dict(package.files)
    groups = [text for path, text in package.files.items() if "/groups/" in path]
    assert sum(text.count("]= Operation(") + text.count("] = Operation(\n") for text in groups) == len(
        random.operations
    )
    for path, text in python_files(package):
        ast.parse(text)
        assert not text or black.format_str(text, mode=MODE) == text, path


@search(50)
@given(random_documents())
def test_examples_are_sent_and_returned_as_documented(tmp_path_factory: pytest.TempPathFactory, random: RandomDocument):
    folder = tmp_path_factory.mktemp("calls")
    with imported(random.document, folder) as package:
        sources = {str(path): path.read_text() for path in folder.glob("*/src/*/groups/*.py")}
        methods = find_methods(package, sources)
        assert methods.keys() == {operation.key for operation in random.operations}
        for operation in random.operations:
            check_operation(package, random, operation, methods[operation.key])


def random_batch(count: int) -> list[RandomDocument]:
    found: list[RandomDocument] = []

    @settings(parent=search(count), max_examples=count, phases=[Phase.generate])
    @given(random_documents(most=6))
    def collect(random: RandomDocument) -> None:
        found.append(random)

    collect()
    return found


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages whose names are their numbers."""
    folder = tmp_path_factory.mktemp("batch")
    for number, random in enumerate(random_batch(WANTED // 10 or 10)):
        write_package(generate_package(random.document, name=f"random{number}"), folder / f"random{number}")
    return folder


def test_random_packages_pass_mypy(batch: Path):
    packages = [str(path.relative_to(batch)) for path in sorted(batch.glob("*/src"))]
    run("mypy", "--strict", "--no-incremental", *packages, folder=batch)


def test_random_packages_pass_ruff(batch: Path):
    run("ruff", "check", "--no-cache", ".", folder=batch)


@pytest.mark.parametrize("number", range(2))
def test_generated_tests_of_random_packages_pass(batch: Path, number: int):
    folder = batch / f"random{number + 3}"
    run("pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", folder=folder, CONTRACT_EXAMPLES="3")


@search(40)
@given(hostile_documents())
def test_any_text_survives_and_nothing_of_it_is_executed(
    tmp_path_factory: pytest.TempPathFactory, hostile: HostileDocument
):
    folder = tmp_path_factory.mktemp("hostile")
    with imported(hostile.document, folder) as package:
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
        check_texts(package, hostile)
    for path in folder.glob("*/tests/*.py"):
        ast.parse(path.read_text("utf-8"))
    project = tomllib.loads(next(folder.glob("*/pyproject.toml")).read_text("utf-8"))["project"]
    assert project["description"] == "Typed client for " + (" ".join(hostile.title.split()) or package.__name__)
    document = json.loads(next(folder.glob("*/tests/openapi.json")).read_text("utf-8"))
    assert document["info"]["title"] == hostile.title
    assert not hasattr(builtins, MARKER)


def check_texts(package: ModuleType, hostile: HostileDocument) -> None:
    """See that models have the names and values of the document."""
    models, decode = part(package, "models"), part(package, "_decoding").decode
    fields = models.Thing.model_fields
    names = {name if item.validation_alias is None else item.validation_alias: name for name, item in fields.items()}
    assert names.keys() == hostile.values.keys()
    for wire, values in hostile.values.items():
        for value in values:
            thing = models.Thing.from_wire({wire: value})
            assert (getattr(thing, names[wire]), thing.model_extra, thing.to_wire()) == (value, {}, {wire: value})
        assert set(listed_values(fields[names[wire]].annotation)) == set(values)
    for kind, value in zip((models.First, models.Second), hostile.tags, strict=True):
        assert type(decode(models.Either, json.dumps({hostile.tag: value}).encode())) is kind


def listed_values(annotation: Any) -> Iterator[object]:
    """Yield the values of all literals in an annotation."""
    for item in get_args(annotation):
        if get_origin(annotation) is Literal:
            yield item
        else:
            yield from listed_values(item)
