"""Any document gives valid Python, every operation, and a finding for what cannot be generated."""

from __future__ import annotations

import ast
import copy
import json
import keyword
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import generator.render
from generator.arguments import RESERVED_ARGUMENTS
from generator.document import METHODS, join_pointer
from generator.package import Package, generate_package
from tests.generator.documents import HOSTILE_TEXTS
from tests.generator.everything import everything
from tests.generator.importing import Document, imported, of_schemas, part, reference

OK = {"200": {"description": ""}}
VALUES: tuple[object, ...] = (
    None,
    True,
    0,
    1.5,
    "text",
    [],
    {},
    [None],
    {"a": 1},
    [{}],
    [[]],
    {"$ref": "#/x"},
    ["a", "a"],
)


def of_paths(paths: Document, **more: object) -> Document:
    return {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths, **more}


def of_operations(*operations: Document) -> Document:
    paths = {f"/{number}": {"get": {"responses": OK, **item}} for number, item in enumerate(operations)}
    return of_paths(paths, servers=[{"url": "https://s.example"}])


def methods(package: Package) -> list[str]:
    """Return the methods of all groups that a caller may use, as written in the module of each."""
    found: list[str] = []
    for path, text in package.files.items():
        if "/groups/" in path and not path.endswith("__init__.py"):
            names = {node.name: node for node in ast.parse(text).body if isinstance(node, ast.ClassDef)}
            plain = next(node for name, node in names.items() if f"Async{name}" in names)
            found += [item.name for item in plain.body if isinstance(item, ast.FunctionDef) and item.name[0] != "_"]
    return found


def is_operation(path: str, method: str, value: object) -> bool:
    return method in METHODS and isinstance(value, dict) and not path.startswith("x-")


def count_operations(document: Document) -> int:
    paths = document["paths"] if isinstance(document.get("paths"), dict) else {}
    resolved = {
        path: paths["/pets/{id}"] if isinstance(item, dict) and "$ref" in item else item for path, item in paths.items()
    }
    return sum(
        is_operation(path, method, value)
        for path, item in resolved.items()
        if isinstance(item, dict)
        for method, value in item.items()
    )


@pytest.fixture
def unformatted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out black, the slowest step, but see that each text is Python."""

    def parse(source: str) -> str:
        ast.parse(source)
        return source

    monkeypatch.setattr(generator.render, "format_python", parse)


def nodes(value: object, here: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    yield here
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from nodes(item, (*here, key))


def replaced(document: Document, path: tuple[object, ...], value: object) -> Document:
    result = copy.deepcopy(document)
    owner: Any = result
    for key in path[:-1]:
        owner = owner[key]
    owner[path[-1]] = copy.deepcopy(value)
    return result


@pytest.mark.parametrize("section", [*everything()["paths"], *everything()["components"], "rest"])
@pytest.mark.usefixtures("unformatted")
def test_any_value_in_any_place_gives_valid_python(section: str):
    original = everything()
    sections = {*everything()["paths"], *everything()["components"]}
    for number, path in enumerate(nodes(original)):
        inside = len(path) > 1 and path[1] in sections
        if not path or path == ("openapi",) or (path[1] if inside else "rest") != section:
            continue
        document = replaced(original, path, VALUES[number % len(VALUES)])
        package = generate_package(document, name="x")
        if "$ref" not in str(document.get("paths"))[:20] and path[:2] != ("paths", "/again/{id}"):
            assert len(methods(package)) >= count_operations(document) or package.diagnostics, join_pointer("#", *path)


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("place", ["info", "servers", "paths", "components", "tags", "security", "webhooks"])
def test_any_value_at_the_top_is_read(place: str, value: object):
    assert generate_package({**of_paths({}), place: value}, name="x").files


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
@pytest.mark.usefixtures("unformatted")
def test_any_text_in_all_places_gives_valid_python(text: str):
    kept = {"openapi", "type", "in", "$ref", "operationId", "style", "propertyName"}

    def hostile(value: object, key: object = "") -> object:
        if isinstance(value, dict):
            return {name: hostile(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [hostile(item, key) for item in value]
        return text if isinstance(value, str) and key not in kept else value

    package = generate_package(json.loads(json.dumps(hostile(everything()))), name="x")
    assert len(methods(package)) == count_operations(everything())


@pytest.mark.parametrize(
    "names",
    [
        ["get", "Get", "GET", "g_e_t", "get-"],
        ["a.b", "a b", "a/b", "a_b", "aB"],
        [*keyword.kwlist],
        ["close", "base_url", "with_raw_response", "request", "stream", "__init__", "_transport", "options"],
        ["中", "中 ", "中_2", "ﬁ", "fi"],
        ["1", "2", "-", "--", "?"],
        ["foo", "AsyncFoo", "Async", "AsyncAsyncFoo"],
    ],
)
@pytest.mark.parametrize("tagged", [True, False])
def test_names_that_collide_lose_no_operation(names: list[str], tagged: bool, tmp_path: Path):
    operations = [{"operationId": name, **({"tags": [name]} if tagged else {})} for name in names]
    document = of_operations(*operations)
    assert len(methods(generate_package(document, name="x"))) == len(names)
    with imported(document, tmp_path) as package, package.Client() as client:
        modules = [path.stem for path in tmp_path.glob("*/src/*/groups/[!_]*.py")]
        assert len(modules) == (len(names) if tagged else 1)
        for module in modules:
            assert part(package, f"groups.{module}").__name__ in {
                type(getattr(client, name)).__module__ for name in dir(client) if name[0] != "_"
            }


def test_files_differ_by_more_than_the_case_of_letters():
    tags = ["Users", "users", "USERS", "uSers", "Con", "con", "İ", "i̇", "ß", "SS", "ss", "K", "K", "k"]
    package = generate_package(of_operations(*({"tags": [tag]} for tag in tags)), name="x")
    assert len(methods(package)) == len(tags)
    assert len({path.casefold() for path in package.files}) == len(package.files)


RUNTIME_NAMES = (
    "Model", "Tagged", "Integer", "Number", "Boolean", "WholeNumber", "Any", "Literal", "Field", "Annotated",
    "TypeAlias", "Client", "AsyncClient", "Operation", "Body", "Values", "Transport", "Omit", "OMIT", "models",
    "BaseModel", "RootModel", "str", "int", "list", "dict", "None", "True", "type", "object", "Exception", "Pet",
    "AnyPet", "pet", "PET", "Pet_", "PetValue1", "swclass0x", "swClass0x", "swliteral0x", "swproperty0x",
    "swdescription0x",
)  # fmt: skip


@pytest.mark.parametrize("kind", ["object", "alias"])
def test_models_may_have_the_names_of_the_runtime(kind: str, tmp_path: Path):
    properties = {name: reference(name) for name in RUNTIME_NAMES}
    one = (
        {"type": "object", "properties": properties}
        if kind == "object"
        else {"type": "array", "items": reference("All")}
    )
    schemas = {name: copy.deepcopy(one) for name in RUNTIME_NAMES}
    document = of_schemas(All={"type": "object", "properties": properties}, **schemas)
    with imported(document, tmp_path) as package:
        names = json.loads(next(tmp_path.glob("*/tests/examples.json")).read_text())["schemas"]
        assert len({item["model"] for item in names}) == len(RUNTIME_NAMES) + 1
        everything = {name: {} if kind == "object" else [{}] for name in RUNTIME_NAMES}
        found = part(package, "models").All.from_wire(everything)
        assert found.to_wire() == everything
        assert set(found.model_extra) == set()


def test_arguments_may_have_the_names_of_options():
    wires = [
        "self",
        "timeout",
        "base_url",
        "retries",
        "extra_headers",
        "options",
        "models",
        "OMIT",
        "Omit",
        "str",
        "class",
        "a-b",
        "a_b",
    ]
    fields = {"type": "object", "properties": {wire: {"type": "string"} for wire in wires}}
    operation = {
        "parameters": [
            {"name": wire, "in": place, "schema": {"type": "string"}}
            for wire in wires
            for place in ("query", "header", "cookie")
        ],
        "requestBody": {"content": {"application/json": {"schema": fields}}},
    }
    package = generate_package(of_operations(operation), name="x")
    tree = ast.parse(package.files["src/x/groups/default.py"])
    found = [
        [item.arg for item in node.args.kwonlyargs]
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.args.kwonlyargs
    ]
    assert len(found[0]) == len(set(found[0])) == 4 * len(wires)


def test_first_call_has_the_path_of_a_relative_server():
    document = of_operations({"operationId": "get"}) | {"servers": [{"url": "/api/v3"}]}
    readme = generate_package(document, name="x").files["README.md"]
    assert 'with Client(base_url="https://…/api/v3") as client:' in readme
    assert 'async with AsyncClient(base_url="https://…/api/v3") as client:' in readme


def test_no_argument_is_called_like_an_option_of_a_call(tmp_path: Path):
    with imported(of_operations(), tmp_path) as package:
        assert set(part(package, "_operation").RequestOptions.__annotations__) <= RESERVED_ARGUMENTS


@pytest.mark.parametrize(
    ("security", "expected"),
    [([], {"x_auth_token", "access_token"}), ([{"Key": []}], {"access_token"}), ([{"Key": [], "Query": []}], set())],
)
def test_parameter_is_an_argument_unless_the_operation_takes_it_as_credential(
    security: list[Document], expected: set[str]
):
    token = {"required": True, "schema": {"type": "string"}}
    parameters = [{"name": "X-Auth-Token", "in": "header", **token}, {"name": "access_token", "in": "query", **token}]
    document = of_operations({"operationId": "login", "parameters": parameters, "security": security})
    document["components"] = {
        "securitySchemes": {
            "Key": {"type": "apiKey", "in": "header", "name": "X-Auth-Token"},
            "Query": {"type": "apiKey", "in": "query", "name": "access_token"},
        }
    }
    tree = ast.parse(generate_package(document, name="x").files["src/x/groups/default.py"])
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "login"]
    assert calls
    assert {item.arg for call in calls for item in call.args.kwonlyargs} == expected


def test_huge_lists_of_values_are_generated(tmp_path: Path):
    values = [f"value {number}" for number in range(5000)]
    with imported(of_schemas(Huge={"type": "object", "properties": {"a": {"enum": values}}}), tmp_path) as package:
        huge = part(package, "models").Huge
        assert huge.from_wire({"a": "value 4999"}).to_wire() == {"a": "value 4999"}
        assert huge.from_wire({"a": "another"}).to_wire() == {"a": "another"}


@pytest.mark.usefixtures("unformatted")
def test_thousands_of_operations_are_generated():
    answer = {"200": {"description": "", "content": {"application/json": {"schema": reference("Thing")}}}}
    document = of_operations(
        *({"operationId": f"op{n}", "tags": [f"t{n % 50}"], "responses": answer} for n in range(3000))
    )
    document["components"] = {"schemas": {"Thing": {"type": "object", "properties": {"next": reference("Thing")}}}}
    assert len(methods(generate_package(document, name="x"))) == 3000


CYCLES: dict[str, Callable[[], Document]] = {
    "reference to itself": lambda: of_schemas(A=reference("A")),
    "references in a ring": lambda: of_schemas(A=reference("B"), B=reference("C"), C=reference("A")),
    "allOf of itself": lambda: of_schemas(A={"allOf": [reference("A")], "properties": {"x": {}}}),
    "oneOf of itself": lambda: of_schemas(A={"oneOf": [reference("A"), {"type": "string"}]}),
    "list of itself": lambda: of_schemas(A={"type": "array", "items": reference("A")}),
    "map of itself": lambda: of_schemas(A={"type": "object", "additionalProperties": reference("A")}),
    "items of a property": lambda: of_schemas(A={"properties": {"x": {"$ref": "#/components/schemas/A/properties/x"}}}),
    "requires itself": lambda: of_schemas(A={"properties": {"x": reference("A")}, "required": ["x"]}),
    "base of its base": lambda: of_schemas(
        A={"allOf": [reference("B")], "discriminator": {"propertyName": "k"}, "properties": {"k": {}}},
        B={"allOf": [reference("A")], "discriminator": {"propertyName": "k"}, "properties": {"k": {}}},
    ),
    "parameter": lambda: of_paths(
        {"/a": {"get": {"parameters": [reference("P") | {"$ref": "#/components/parameters/P"}], "responses": OK}}},
        components={"parameters": {"P": {"$ref": "#/components/parameters/P"}}},
    ),
    "path item": lambda: of_paths({"/a": {"$ref": "#/paths/~1a"}}),
}


@pytest.mark.parametrize("name", CYCLES)
def test_circles_are_generated(name: str, tmp_path: Path):
    with imported(CYCLES[name](), tmp_path) as package:
        decode, models = part(package, "_decoding").decode, part(package, "models")
        for name in models.__all__:
            assert decode(list[getattr(models, name)], b"[]") == []


@pytest.mark.parametrize(
    ("document", "pointers"),
    [
        (of_paths({"/a": {"get": {"operationId": "a", "callbacks": {"x": {}}}}}), ["#/paths/~1a/get/callbacks"]),
        (of_paths({}, servers=[{"url": "/api/v3"}]), ["#/servers/0/url"]),
        (of_paths({"/a?x=1&x=2": {"get": {"operationId": "a"}}}), ["#/paths/~1a?x=1&x=2/get"]),
        (of_paths({}, webhooks={"x": {"post": {}}}), ["#/webhooks"]),
        (of_paths({"/{b}": {"get": {"operationId": "a"}}}), ["#/paths/~1{b}/get"]),
        (
            of_paths({"/b": {"get": {"operationId": "a", "parameters": [{"name": "x", "in": "path"}]}}}),
            ["#/paths/~1b/get/parameters/0"],
        ),
        (
            of_paths({"/b": {"get": {"operationId": "a", "parameters": [{"name": "x", "in": "formData"}]}}}),
            ["#/paths/~1b/get/parameters/0"],
        ),
        (of_paths({"/b": {"get": {"$ref": "other.yaml#/get"}}}), ["#/paths/~1b/get", "#/paths/~1b/get"]),
        (of_schemas(A={"$ref": "other.yaml#/A"}), ["#/components/schemas/A"]),
        (of_schemas(A={"type": "file"}), ["#/components/schemas/A"]),
    ],
)
def test_what_is_not_generated_is_reported(document: Document, pointers: list[str]):
    package = generate_package(document, name="x")
    assert [item.pointer for item in package.diagnostics] == pointers
    assert len(methods(package)) == count_operations(document)
