"""The generators that are compared: specwright and two others, each really run."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import Call, Document
from benchmarks.environment import Environment
from benchmarks.processes import BUILD, REPOSITORY, Finished, run
from benchmarks.programs import (
    Program,
    write_datamodel_code_generator,
    write_openapi_python_client,
    write_specwright,
)

SPECWRIGHT = "specwright"
OPENAPI_PYTHON_CLIENT = "openapi-python-client"
DATAMODEL_CODE_GENERATOR = "datamodel-code-generator"


@dataclass(frozen=True)
class Package:
    """What a generator wrote.

    Attributes:
        folder: Everything that it wrote.
        path: The folder to import from.
        modules: The top-level names to import.
        program: Writes what a user would write for a call.
    """

    folder: Path
    path: Path
    modules: tuple[str, ...]
    program: Callable[[Call], Program]

    @property
    def sources(self) -> list[Path]:
        """The modules and packages to check."""
        places = [self.path / f"{name}{suffix}" for name in self.modules for suffix in ("", ".py")]
        return [place for place in places if place.exists()]


@dataclass(frozen=True)
class Generated:
    """One run of a generator: the CPU seconds, and the package or what was said instead of it."""

    cpu: float
    package: Package | None
    complaint: str = ""


@dataclass(frozen=True)
class Peer:
    """A generator."""

    name: str
    command: Callable[[Document, Path, Environment], list[str | Path]]
    package: Callable[[Document, Path], Package]

    def generate(self, document: Document, environment: Environment) -> Generated:
        """Generates the package of a document, in a process of its own and into an empty folder."""
        folder = BUILD / "bench-packages" / document.name / self.name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        finished = run(*self.command(document, folder, environment), environment=environment.variables)
        package = self.package(document, folder)
        if finished.code or not package.sources:
            return Generated(finished.cpu, None, _complaint(finished))
        return Generated(finished.cpu, package)


def _complaint(finished: Finished) -> str:
    text = finished.last_line
    return f"failed: {text if len(text) <= 90 else text[:89] + '…'}"


def _specwright_command(document: Document, folder: Path, _: Environment) -> list[str | Path]:
    start = f"import sys; sys.path.insert(0, {str(REPOSITORY)!r}); from generator.cli import main; main()"
    return [sys.executable, "-c", start, "generate", document.path, "-o", folder, "--name", document.name]


def _specwright_package(document: Document, folder: Path) -> Package:
    path = folder / "src"
    return Package(folder, path, (document.name,), lambda call: write_specwright(path, document.name, call))


def _openapi_python_client_command(document: Document, folder: Path, environment: Environment) -> list[str | Path]:
    return [
        environment.program("openapi-python-client"),
        *("generate", "--path", document.path, "--output-path", folder / document.name),
        *("--meta", "none", "--overwrite"),
    ]


def _openapi_python_client_package(document: Document, folder: Path) -> Package:
    name = document.name
    return Package(folder, folder, (name,), lambda call: write_openapi_python_client(folder, name, call))


def _datamodel_code_generator_command(document: Document, folder: Path, environment: Environment) -> list[str | Path]:
    models, client = f"{document.name}_models", f"{document.name}_client"
    return [
        environment.program("datamodel-codegen"),
        *("--input", document.path, "--input-file-type", "openapi"),
        *("--output-model-type", "pydantic_v2.BaseModel", "--formatters", "builtin"),
        # Without these, its models do not pass a type checker.
        *("--use-annotated", "--set-default-enum-member", "--target-python-version", "3.11"),
        *("--output", folder / f"{models}.py", "--client-output", folder / client),
        *("--generate-client", "httpx2", "--client-package", client, "--client-model-package", models),
    ]


def _datamodel_code_generator_package(document: Document, folder: Path) -> Package:
    name = document.name
    modules = (f"{name}_models", f"{name}_client")
    return Package(folder, folder, modules, lambda call: write_datamodel_code_generator(folder, name, call))


PEERS = (
    Peer(OPENAPI_PYTHON_CLIENT, _openapi_python_client_command, _openapi_python_client_package),
    Peer(DATAMODEL_CODE_GENERATOR, _datamodel_code_generator_command, _datamodel_code_generator_package),
    Peer(SPECWRIGHT, _specwright_command, _specwright_package),
)
