"""What can be said of a generated package without running it."""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import Document
from benchmarks.environment import Environment
from benchmarks.peers import Package
from benchmarks.processes import run
from benchmarks.programs import plain

#: What is wrong in any style: pyflakes, and the errors of pycodestyle that were ruff's default for long. Newer defaults
#: judge names and the order of imports too, which each generator decides in a configuration of its own.
LINT_RULES = "E4,E7,E9,F"


class CheckFailedError(Exception):
    """A checker could not do its work; the message is what it said."""


@dataclass(frozen=True)
class Tests:
    """The tests inside a package.

    Attributes:
        count: How many pytest collects.
        functions: How many test functions they come from.
        asserting: How many of these functions assert something, by themselves or by what they call.
    """

    count: int
    functions: int
    asserting: int


def count_type_errors(package: Package, environment: Environment) -> int:
    """Returns the errors of `mypy --strict` without any configuration or cache."""
    options = ("--strict", "--config-file=", "--cache-dir=/dev/null", "--no-error-summary", "--hide-error-context")
    finished = run(
        environment.program("mypy"),
        *options,
        *("--python-executable", environment.python),
        *[source.name for source in package.sources],
        folder=package.path,
        environment=environment.variables,
        seconds=400,
    )
    if finished.code not in (0, 1):
        raise CheckFailedError(finished.last_line)
    return sum(": error: " in line for line in finished.output.splitlines())


def count_lint_errors(package: Package, environment: Environment) -> int:
    """Returns the findings of ruff without any configuration."""
    options = ("check", "--isolated", "--no-cache", "--select", LINT_RULES, "--output-format", "json")
    finished = run(environment.program("ruff"), *options, *package.sources, environment=environment.variables)
    if finished.code > 1:
        raise CheckFailedError(finished.last_line)
    return len(json.loads(finished.output))


def count_tests(package: Package) -> Tests:
    """Returns how many tests there are, and how many of their functions assert."""
    files = [file for file in sorted(package.folder.rglob("*.py")) if re.match(r"test_|.*_test\.py", file.name)]
    if not files:
        return Tests(0, 0, 0)
    folders = sorted({file.parent for file in files})
    functions = [item for folder in folders for file in sorted(folder.glob("*.py")) for item in _read_functions(file)]
    names = _asserting_names(functions)
    tests = [item for item in functions if item.name.startswith("test_")]
    return Tests(_collect(package), len(tests), sum(item.name in names for item in tests))


def _collect(package: Package) -> int:
    options = ("--collect-only", "-q", "-p", "no:cacheprovider")
    # The plugins that happen to be installed are not needed, and take longer than the tests.
    environment = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    finished = run(sys.executable, "-m", "pytest", *options, folder=package.folder, environment=environment)
    found = re.search(r"(\d+) tests? collected", finished.output)
    if finished.code or not found:
        raise CheckFailedError(f"pytest --collect-only: {finished.last_line}")
    return int(found[1])


def _read_functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _asserting_names(functions: list[ast.FunctionDef | ast.AsyncFunctionDef]) -> frozenset[str]:
    """Returns the functions that assert, that expect an error, or that call one of these."""
    calls = {item.name: _called_names(item) for item in functions}
    names = {item.name for item in functions if any(isinstance(node, ast.Assert) for node in ast.walk(item))}
    names.add("raises")
    while more := {name for name, called in calls.items() if called & names} - names:
        names |= more
    return frozenset(names)


def _called_names(function: ast.AST) -> frozenset[str]:
    called = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return frozenset(item.attr if isinstance(item, ast.Attribute) else getattr(item, "id", "") for item in called)


def count_links(package: Package, document: Document) -> int:
    """Returns how many operations have a function whose docstring names the place of their documentation."""
    docstrings = _docstrings(package)
    places = document.documented_at().items()
    return sum(bool(place) and place in docstrings.get(plain(name), "") for name, place in places)


def _python_files(package: Package) -> Iterator[Path]:
    for source in package.sources:
        yield from [source] if source.is_file() else sorted(source.rglob("*.py"))


def _docstrings(package: Package) -> dict[str, str]:
    """Returns what functions say, by all that can name an operation: function, module, and a group before either."""
    found: dict[str, str] = {}
    for file in _python_files(package):
        for node in _read_functions(file):
            text = ast.get_docstring(node) or ""
            names = (node.name, file.stem, file.stem + node.name, file.parent.name + node.name)
            for name in map(plain, names) if text else ():
                found[name] = f"{found.get(name, '')}\n{text}"
    return found
