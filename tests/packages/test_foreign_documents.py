"""Packages of documents that others wrote, as npm has them: no operation is lost, all modules import and are clean."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from generator.package import generate_package
from generator.write import write_package
from spec.load import load_document
from tests.packages.npm import NpmUnavailableError, install_packages

VERSIONS = {"@readme/oas-examples": "8.2.2", "@scalar/galaxy": "0.2.20"}
PATTERNS = (
    "@readme/oas-examples/3.0/json/*.json",
    "@readme/oas-examples/3.1/json/*.json",
    "@scalar/galaxy/dist/latest.json",
)
METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})


@dataclass(frozen=True, slots=True)
class Foreign:
    """A document by others and its package, written to a folder that bears the package's name."""

    document: Path
    package: Path

    @property
    def source(self) -> Path:
        return self.package / "src" / self.package.name


@pytest.fixture(scope="module")
def documents() -> list[Path]:
    """Find one document of each name; of two with one name, that of the later OpenAPI."""
    try:
        folder = install_packages("documents", VERSIONS)
    except NpmUnavailableError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no package was generated from documents by others: {error}")
    return list({path.stem: path for pattern in PATTERNS for path in sorted(folder.glob(pattern))}.values())


@pytest.fixture(scope="module")
def foreign(documents: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Foreign]:
    folder = tmp_path_factory.mktemp("foreign")
    found = [Foreign(path, folder / f"foreign_{number}") for number, path in enumerate(documents)]
    for item in found:
        write_package(generate_package(load_document(item.document), name=item.package.name), item.package)
    return found


def run(packages: list[Foreign], *command: str, **variables: str) -> str:
    """Return what a Python module's command prints that finds the sources of all packages, and does not fail."""
    folder = packages[0].package.parent
    sources = os.pathsep.join(str(item.source.parent) for item in packages)
    environment = {**os.environ, "PYTHONPATH": sources, "MYPYPATH": sources, **variables}
    result = subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
    return result.stdout


def count_operations(document: dict[str, Any]) -> int:
    """Return how many operations a document has, those of referenced path items included."""

    def resolve(item: dict[str, Any]) -> dict[str, Any]:
        names = item.get("$ref", "#").split("/")[1:]
        found = reduce(lambda owner, name: owner[name.replace("~1", "/").replace("~0", "~")], names, document)
        return {**found, **item} if names else item

    return sum(len(METHODS & resolve(item).keys()) for item in document.get("paths", {}).values())


def test_every_operation_becomes_a_method(foreign: list[Foreign]) -> None:
    expected = {item.document.stem: count_operations(json.loads(item.document.read_text())) for item in foreign}
    found = {
        item.document.stem: sum(
            path.read_text().count("return self._transport.request(") for path in item.source.glob("groups/*.py")
        )
        for item in foreign
    }
    assert found == expected
    assert len(found) > 40
    assert sum(found.values()) > 400


def test_every_module_of_every_package_imports(foreign: list[Foreign]) -> None:
    names = [
        ".".join(path.relative_to(item.source.parent).with_suffix("").parts)
        for item in foreign
        for path in sorted(item.source.rglob("*.py"))
    ]
    run(foreign, "-c", "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)", *names)


def test_types_are_strict(foreign: list[Foreign], tmp_path: Path) -> None:
    sources = [str(item.source) for item in foreign]
    assert "no issues" in run(foreign, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), *sources)


def test_lint_is_clean(foreign: list[Foreign]) -> None:
    run(foreign, "-m", "ruff", "check", "--no-cache", ".")


def test_layout_is_that_of_black(foreign: list[Foreign], tmp_path: Path) -> None:
    run(foreign, "-m", "black", "--check", "-q", "-l", "120", *distinct_files(foreign), BLACK_CACHE_DIR=str(tmp_path))


def distinct_files(packages: list[Foreign]) -> Iterator[str]:
    """Yield the modules, one of those that differ in the name of their package alone: black takes its time."""
    known: set[str] = set()
    for item in packages:
        name = item.package.name
        for path in sorted(item.package.rglob("*.py")):
            text = path.read_text(encoding="utf-8").replace(name, "x").replace(name.upper(), "X")
            if text not in known:
                known.add(text)
                yield str(path)
