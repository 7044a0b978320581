"""Generated packages as modules of the running interpreter."""

from __future__ import annotations

import hashlib
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.package import Package, generate_package
from generator.write import write_package

Document = dict[str, Any]


@contextmanager
def imported(document: Document, folder: Path) -> Iterator[ModuleType]:
    """Give the package of a document, imported, under a name that no other document has."""
    name = "p" + hashlib.sha256(repr(document).encode("utf-8", "backslashreplace")).hexdigest()[:12]
    write_package(generate_package(document, name=name), folder / name)
    sys.path.insert(0, str(folder / name / "src"))
    try:
        yield importlib.import_module(name)
    finally:
        sys.path.remove(str(folder / name / "src"))
        for known in [known for known in sys.modules if known == name or known.startswith(f"{name}.")]:
            del sys.modules[known]


def part(package: ModuleType, name: str) -> Any:
    """Return a module of an imported package."""
    return importlib.import_module(f"{package.__name__}.{name}")


def models_source(package: Package) -> str:
    """Return the source of all models."""
    folder = f"src/{package.name}/models/_"
    texts = [text for path, text in package.files.items() if path.startswith(folder) and not path.endswith("__.py")]
    return "\n\n".join(texts)


def of_schemas(**schemas: object) -> Document:
    """Return a document that has nothing but component schemas."""
    return {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "components": {"schemas": schemas}}


def reference(name: str) -> Document:
    """Return a reference to a component schema."""
    return {"$ref": f"#/components/schemas/{name}"}
