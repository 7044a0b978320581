"""What a user of a generated package would write for one call.

A package is read, not imported: names and arguments come from its syntax trees. So a program holds nothing but the
imports, the client and the call, and whoever runs it pays for these alone.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.documents import Call

TOKEN = "bench-token"
_PAGED = re.compile("iter|pages?|paginate|all")
_NO_MODELS = frozenset({"Unset", "None", "str", "bytes", "File", "Any", "object", "dict", "list"})


class CallUnavailableError(Exception):
    """A package has no such call; the message says what is missing."""


@dataclass(frozen=True)
class Program:
    """Python text for one call; `BASE_URL` in it is the server.

    Attributes:
        setup: Imports, client, and what is made before the call.
        call: The expression that calls.
        every_item: The expression that yields the items of all pages, empty where the package has none.
    """

    setup: str
    call: str
    every_item: str = ""


@dataclass(frozen=True)
class Function:
    """A function of a package: `scope` is the class it is a method of, or empty."""

    file: Path
    scope: str
    node: ast.FunctionDef

    @property
    def arguments(self) -> dict[str, str]:
        """Its arguments by what is left of a wire name when only letters and digits count."""
        found = (*self.node.args.posonlyargs, *self.node.args.args, *self.node.args.kwonlyargs)
        return {plain(item.arg): item.arg for item in found}

    def annotation(self, name: str) -> ast.expr | None:
        """The annotation of one argument."""
        found = (*self.node.args.args, *self.node.args.kwonlyargs)
        return next((item.annotation for item in found if item.arg == name), None)


def plain(name: str) -> str:
    """What is left of a name when only letters and digits count, for generators spell names in many ways."""
    return re.sub(r"[\W_]", "", name).lower()


def read_functions(file: Path) -> Iterator[Function]:
    """Yields the synchronous functions of a module and the methods of its classes."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            yield Function(file, "", node)
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("Async"):
            yield from (Function(file, node.name, item) for item in node.body if isinstance(item, ast.FunctionDef))


@cache
def _functions(folder: Path, pattern: str) -> tuple[Function, ...]:
    return tuple(item for file in sorted(folder.glob(pattern)) for item in read_functions(file))


def _find(folder: Path, pattern: str, operation: str, group: Callable[[Path], str]) -> Function:
    wanted = plain(operation)
    for item in _functions(folder, pattern):
        if wanted in (plain(item.node.name), plain(group(item.file) + item.node.name)):
            return item
    raise CallUnavailableError(f"no {operation}")


def _keywords(function: Function, values: Mapping[str, Any]) -> list[str]:
    known = function.arguments
    missing = [name for name in values if plain(name) not in known]
    if missing:
        raise CallUnavailableError(f"{function.node.name} has no argument for {missing[0]}")
    return [f"{known[plain(name)]}={value!r}" for name, value in values.items()]


def write_specwright(folder: Path, name: str, call: Call) -> Program:
    """Returns the program for a package of ours: arguments are keywords, those of the body too."""
    function = _find(folder / name / "groups", "*.py", call.operation, lambda file: file.stem)
    body = call.body if isinstance(call.body, dict) else {}
    variables = {name: value for name, value in call.variables.items() if plain(name) in function.arguments}
    properties = {name: value for name, value in body.items() if name not in call.constants}
    values = {**variables, **call.parameters, **properties}
    words = _keywords(function, values) + (["base_url=BASE_URL"] if call.has_server else [])
    group = f"client.{function.file.stem}"
    paged = _paged_name(function)
    return Program(
        setup=f"from {name} import Client\nclient = Client(base_url=BASE_URL, token={TOKEN!r})",
        call=f"{group}.{function.node.name}({', '.join(words)})",
        every_item=f"{group}.{paged}({', '.join(words)})" if paged else "",
    )


def write_openapi_python_client(folder: Path, name: str, call: Call) -> Program:
    """Returns the program for a package of openapi-python-client: one module for each operation."""
    files = [file for file in sorted(folder.glob(f"{name}/api/*/*.py")) if plain(file.stem) == plain(call.operation)]
    if not files:
        raise CallUnavailableError(f"no {call.operation}")
    functions = {item.node.name: item for item in read_functions(files[0])}
    function = functions.get("sync") or functions["sync_detailed"]
    module = ".".join(files[0].relative_to(folder).with_suffix("").parts)
    words, body = _with_body(function, call, lambda model: f"{model}.from_dict")
    models = f"from {name}.models import *\n" if body else ""
    paged = _paged_name(function)
    return Program(
        setup=f"from {name} import AuthenticatedClient\nfrom {module} import {function.node.name} as operation\n"
        f"{models}{body}client = AuthenticatedClient(base_url=BASE_URL, token={TOKEN!r})",
        call=f"operation({', '.join(['client=client', *words])})",
        every_item=f"{paged}({', '.join(['client=client', *words])})" if paged else "",
    )


def write_datamodel_code_generator(folder: Path, name: str, call: Call) -> Program:
    """Returns the program for a package of datamodel-code-generator: a client, and models in a module of their own."""
    client = f"{name}_client"
    function = _find(folder / client / "resources", "**/_sync.py", call.operation, lambda file: file.parent.name)
    resource = ".".join(function.file.parent.relative_to(folder / client / "resources").parts)
    words, body = _with_body(function, call, lambda model: f"{model}.model_validate")
    initializer = next(
        item for item in _functions(folder / client, "_client.py") if item.node.name == "__init__" and item.node.args
    )
    schemes = [
        initializer.arguments[plain(scheme)] for scheme in call.schemes if plain(scheme) in initializer.arguments
    ]
    credentials = "".join(f", {scheme}={TOKEN!r}" for scheme in schemes)
    paged = _paged_name(function)
    return Program(
        setup=f"import {name}_models\nfrom {client} import Client\n{body}"
        f"client = Client(base_url=BASE_URL{credentials})",
        call=f"client.{resource}.{function.node.name}({', '.join(words)})",
        every_item=f"client.{resource}.{paged}({', '.join(words)})" if paged else "",
    )


def _with_body(function: Function, call: Call, constructor: Callable[[str], str]) -> tuple[list[str], str]:
    """Returns the keywords of a call whose body is one argument, and the line that makes that body before it."""
    words = _keywords(function, call.parameters)
    if call.body is None:
        return words, ""
    annotation = function.annotation("body")
    if annotation is None:
        raise CallUnavailableError(f"{function.node.name} takes no body")
    model = _first_model(annotation)
    value = f"{constructor(model)}({call.body!r})" if model else repr(call.body)
    return [*words, "body=body"], f"body = {value}\n"


def _first_model(annotation: ast.expr) -> str:
    if isinstance(annotation, ast.BinOp):
        return _first_model(annotation.left) or _first_model(annotation.right)
    text = ast.unparse(annotation)
    return text if isinstance(annotation, ast.Name | ast.Attribute) and text not in _NO_MODELS else ""


def _paged_name(function: Function) -> str:
    """Returns a function beside this one that is named after it and after pages, or an empty string."""
    name = function.node.name
    for other in read_functions(function.file):
        rest = other.node.name.replace(name, "", 1)
        if name in other.node.name and other.scope == function.scope and _PAGED.search(rest):
            return other.node.name
    return ""
