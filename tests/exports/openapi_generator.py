"""Clients of openapi-generator: go, java and typescript-fetch, generated in one run and compiled."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.processes import BUILD, run
from spec.visit import as_list, as_object
from tests.exports.documents import Form, export, read_document, write_documents
from tests.exports.peers import Problems, install_python, link_packages, need_path, need_program
from tests.exports.typescript import compile_folders

_WORDS = re.compile(r"[^0-9a-z]+")
_JAVA_ERROR = re.compile(
    r"^(?P<place>\S+:\d+): error: (?P<what>.*)$(?:\n.*\n.*\n +symbol: +(?P<symbol>.*)$)?", re.MULTILINE
)
#: Where Debian has what the clients import, and in which package.
_JAKARTA = Path("/usr/share/java/jakarta-annotation-api.jar"), "libjakarta-annotation-api-java"
_GO_SOURCES = Path("/usr/share/gocode")
_OAUTH = _GO_SOURCES / "src/golang.org/x/oauth2", "golang-golang-x-oauth2-dev"
#: What `--global-property` leaves out: sources are all that is compiled.
_PARTS = dict.fromkeys(("apiTests", "modelTests", "apiDocs", "modelDocs"), "false")


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator: its configuration, what a document needs besides, and how its output is compiled."""

    name: str
    configuration: Mapping[str, Any]
    settings: Callable[[dict[str, Any]], Mapping[str, Mapping[str, str]]]
    compile: Callable[[Mapping[str, Form], Path], Problems]


def generate(generator: Generator, forms: Sequence[Form], folder: Path) -> Problems:
    """Generate a client of each form, all in one process, and compile it."""
    if generator.name == "typescript-fetch":
        link_packages("typescript", folder)
    java = need_program("java", "openjdk-17-jre-headless")
    configurations = [_configure(generator, form, folder) for form in forms]
    result = run(java, "-jar", find_jar(), "batch", "--threads", "2", *configurations, folder=folder)
    assert result.code == 0, result.output[-4000:] + result.errors[-4000:]
    return generator.compile({form.name: form for form in forms}, folder)


def find_jar() -> Path:
    """Return the program, as its package ships it."""
    [jar] = install_python().glob("lib/python*/site-packages/openapi_generator_cli/openapi-generator.jar")
    return jar


def list_settings(generator: str, api: str) -> list[str]:
    """The options that a generator needs for the document of an API, as its command line takes them."""
    settings = GENERATORS[generator].settings(read_document(api))
    return [
        f"--{re.sub('([A-Z])', lambda found: '-' + found[1].lower(), name)} '{','.join(map('='.join, values.items()))}'"
        for name, values in settings.items()
        if values
    ]


def _configure(generator: Generator, form: Form, folder: Path) -> Path:
    [document] = write_documents(form, folder / "documents")
    configuration = {
        **generator.configuration,
        **generator.settings(export(form)),
        "generatorName": generator.name,
        "inputSpec": str(document),
        "outputDir": str(folder / form.name),
        "globalProperties": _PARTS,
    }
    path = folder / f"{form.name}.json"
    path.write_text(json.dumps(configuration, ensure_ascii=False))
    return path


# ---------------------------------------------------------------- settings


def name_properties(document: dict[str, Any]) -> dict[str, str]:
    """Names for properties that differ from another one of their schema in nothing but case and separators."""
    names: dict[str, str] = {}
    for schema in as_object(document["components"]["schemas"]).values():
        seen: dict[str, str] = {}
        for name in as_object(as_object(schema).get("properties")):
            if seen.setdefault(_WORDS.sub("", name.lower()), name) != name:
                names[name] = f"{name}Lower" if name[:1].islower() else f"{name}Other"
    return names


def map_unions(document: dict[str, Any]) -> dict[str, str]:
    """The schemas of properties that are an array or something else, each as any value."""
    return {
        f"{name}_{prop}": "Object"
        for name, schema in as_object(document["components"]["schemas"]).items()
        for prop, value in as_object(as_object(schema).get("properties")).items()
        for keyword in ("anyOf", "oneOf")
        if any(as_object(branch).get("type") == "array" for branch in as_list(as_object(value).get(keyword)))
    }


def name_blanks(document: dict[str, Any]) -> dict[str, str]:
    """A name for listed values that are nothing but blanks."""
    return {value: "Blank" for value in _list_values(document) if value and not value.strip()}


def _list_values(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from (value for value in as_list(node.get("enum")) if isinstance(value, str))
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _list_values(child)


# ---------------------------------------------------------------- compilers


def _compile_go(forms: Mapping[str, Form], folder: Path) -> Problems:
    go = need_program("go", "golang-go")
    need_path(*_OAUTH)
    environment = {
        "GO111MODULE": "off",
        "GOPATH": str(_GO_SOURCES),
        "GOCACHE": str(BUILD / "go"),
        "GOFLAGS": "-gcflags=-e",
    }
    problems: Problems = {}
    for name, form in forms.items():
        result = run(go, "build", ".", folder=folder / name, environment=environment)
        problems[form] = [line for line in result.errors.splitlines() if not line.startswith("#")]
        assert bool(result.code) == bool(problems[form]), result.errors
    return problems


def _compile_java(forms: Mapping[str, Form], folder: Path) -> Problems:
    compiler = need_program("javac", "openjdk-17-jdk-headless")
    libraries = f"{find_jar()}:{need_path(*_JAKARTA)}"
    problems: Problems = {}
    for name, form in forms.items():
        sources = folder / f"{name}.sources"
        sources.write_text("\n".join(map(str, sorted((folder / name / "src/main").rglob("*.java")))))
        options = ("-nowarn", "-proc:none", "-Xmaxerrs", "1000", "-d", f"{name}.out", "-cp", libraries)
        result = run(compiler, *options, f"@{sources}", folder=folder)
        problems[form] = [
            f"{found['place'].rpartition('/')[2]} {found['what']} {found['symbol'] or ''}".strip()
            for found in _JAVA_ERROR.finditer(result.errors)
        ]
        assert bool(result.code) == bool(problems[form]), result.errors
    return problems


def _compile_typescript(forms: Mapping[str, Form], folder: Path) -> Problems:
    return compile_folders(folder / "node_modules/.bin", folder, forms)


GENERATORS: Mapping[str, Generator] = {
    "go": Generator("go", {}, lambda document: {"nameMappings": name_properties(document)}, _compile_go),
    "java": Generator(
        "java",
        # Of its libraries for HTTP, this one needs no jar that neither Debian nor the generator itself has.
        {"library": "native", "additionalProperties": {"openApiNullable": "false", "useJakartaEe": "true"}},
        lambda document: {"nameMappings": name_properties(document), "schemaMappings": map_unions(document)},
        _compile_java,
    ),
    "typescript-fetch": Generator(
        "typescript-fetch",
        {},
        lambda document: {"nameMappings": name_properties(document), "enumNameMappings": name_blanks(document)},
        _compile_typescript,
    ),
}


def check_go(forms: Sequence[Form], folder: Path) -> Problems:
    """Try the clients for Go."""
    return generate(GENERATORS["go"], forms, folder)


def check_java(forms: Sequence[Form], folder: Path) -> Problems:
    """Try the clients for Java."""
    return generate(GENERATORS["java"], forms, folder)


def check_typescript_fetch(forms: Sequence[Form], folder: Path) -> Problems:
    """Try the clients for TypeScript."""
    return generate(GENERATORS["typescript-fetch"], forms, folder)
