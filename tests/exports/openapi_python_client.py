"""openapi-python-client: a package for each form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.processes import run
from tests.exports.calls import list_calls
from tests.exports.documents import Form, write_documents
from tests.exports.peers import Problems, install_python

_WARNING = re.compile(r"^(?:WARNING|ERROR) parsing .*$", re.MULTILINE)


def check_openapi_python_client(forms: Sequence[Form], folder: Path) -> Problems:
    """Generate a package, which has to have a module for every operation, and compile it."""
    environment = install_python()
    problems: Problems = {}
    for form in forms:
        [document] = write_documents(form, folder / "documents")
        package = folder / form.name
        result = run(
            environment / "bin/openapi-python-client",
            *("generate", "--path", document, "--output-path", package, "--meta", "none"),
            environment={"PATH": f"{environment / 'bin'}:/usr/bin:/bin", "NO_COLOR": "1"},
            folder=folder,
        )
        problems[form] = _WARNING.findall(result.output + result.errors)
        modules = {path for path in package.glob("api/*/*.py") if path.name != "__init__.py"}
        operations = {call.operation for call in list_calls(form.api)}
        if len(modules) != len(operations):
            problems[form].append(f"{len(modules)} of {len(operations)} operations have a module")
        compiled = run(environment / "bin/python", "-m", "compileall", "-q", package)
        problems[form] += [compiled.last_line] if compiled.code else []
    return problems
