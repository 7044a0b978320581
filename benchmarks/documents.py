"""The documents that packages are generated from, and the calls that are made with them."""

from __future__ import annotations

import json
import re
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from benchmarks.processes import BUILD, REPOSITORY, run
from benchmarks.synthesis import synthesize_document

PUBLIC_PACKAGE = "@octokit/openapi@23.0.2"
_PUBLIC_FILE = "package/generated/api.github.com.json"
_FOLDER = BUILD / "bench-documents"
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_JSON = "application/json"

Json: TypeAlias = Any
"""Decoded JSON."""


class DocumentUnavailableError(Exception):
    """A document could not be had; the message says why."""


@dataclass(frozen=True)
class Listing:
    """An operation that answers in pages.

    Attributes:
        operation: Its operationId.
        items: The path of names that leads to the items in its answer.
        total: The path to the number of all items, empty where the answer does not tell.
    """

    operation: str
    items: tuple[str, ...]
    total: tuple[str, ...] = ()


@dataclass(frozen=True)
class Call:
    """One call as the document describes it, with its example.

    Attributes:
        operation: The operationId.
        method: The HTTP method, in capitals.
        parameters: Values of path and query parameters, by their names in the document.
        body: The JSON body; None for none.
        constants: Properties of the body that have one possible value.
        schemes: The security schemes that it needs.
        has_server: Whether the operation has a server of its own.
        variables: The defaults of the variables in its address.
        status: The documented successful status.
        answer: The documented response.
    """

    operation: str
    method: str
    parameters: Mapping[str, Any]
    body: Json
    constants: frozenset[str]
    schemes: tuple[str, ...]
    has_server: bool
    variables: Mapping[str, str]
    status: int
    answer: Json


@dataclass(frozen=True)
class Document:
    """A document, and which of its operations are called.

    Attributes:
        name: What its packages are called.
        title: What people read in the report.
        path: The file.
        reads: Operations that only read; the first stands for all where time is measured.
        write: An operation that changes something.
        listing: An operation with pages.
        has_envelope: Whether it documents errors inside successful responses.
        arguments: Parameters for which the document has no example.
    """

    name: str
    title: str
    path: Path
    reads: tuple[str, ...]
    write: str
    listing: Listing
    has_envelope: bool
    arguments: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def content(self) -> Json:
        """The document as JSON data."""
        text = self.path.read_text(encoding="utf-8")
        return json.loads(text) if self.path.suffix == ".json" else yaml.load(text, Loader=yaml.CSafeLoader)

    def operations(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yields each method and operation; parameters and servers of its path included."""
        for item in self.content["paths"].values():
            for method in _METHODS:
                if method in item:
                    shared = [*item.get("parameters", ()), *item[method].get("parameters", ())]
                    servers = {"servers": item["servers"]} if "servers" in item else {}
                    yield method, {**servers, **item[method], "parameters": [self.resolve(entry) for entry in shared]}

    def resolve(self, value: Json) -> Json:
        """Returns what a reference leads to."""
        while isinstance(value, dict) and "$ref" in value:
            target = self.content
            for part in value["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            value = target
        return value

    def call(self, identifier: str) -> Call:
        """Returns the documented call of an operation."""
        method, operation = next(item for item in self.operations() if item[1]["operationId"] == identifier)
        content = self.resolve(operation.get("requestBody", {})).get("content", {}).get(_JSON, {})
        status, answer = self._answer(operation)
        security = operation.get("security", self.content.get("security", [])) or [{}]
        return Call(
            operation=identifier,
            method=method.upper(),
            parameters=self._arguments(operation),
            body=self._example(content),
            constants=self._constants(content),
            schemes=tuple(security[0]),
            has_server="servers" in operation,
            variables=self._variables(operation),
            status=status,
            answer=answer,
        )

    def documented_at(self) -> dict[str, str]:
        """The place of each operation's documentation: its link, or the page that the source map names."""
        sources = self._sources()
        found = {}
        for path, item in self.content["paths"].items():
            for method in _METHODS:
                if method in item:
                    places = sources.get(f"/paths/{path.replace('~', '~0').replace('/', '~1')}/{method}", [{}])
                    link = item[method].get("externalDocs", {}).get("url", places[0].get("page", ""))
                    found[item[method]["operationId"]] = link
        return found

    def _sources(self) -> dict[str, list[dict[str, Any]]]:
        beside = self.path.with_name(f"{self.path.stem}.sourcemap.json")
        content: dict[str, list[dict[str, Any]]] = json.loads(beside.read_bytes()) if beside.exists() else {}
        return content

    def _arguments(self, operation: dict[str, Any]) -> dict[str, Any]:
        values = {}
        for parameter in operation["parameters"]:
            if parameter.get("required"):
                name = parameter["name"]
                values[name] = self.arguments[name] if name in self.arguments else self._example(parameter)
        return values

    def _variables(self, operation: dict[str, Any]) -> dict[str, str]:
        servers = operation.get("servers", self.content.get("servers", []))
        return {name: item["default"] for server in servers[:1] for name, item in server.get("variables", {}).items()}

    def _example(self, holder: dict[str, Any]) -> Json:
        examples = holder.get("examples", {})
        if not examples:
            return holder.get("example")
        return self.resolve(self.resolve(next(iter(examples.values())))["value"])

    def _constants(self, content: dict[str, Any]) -> frozenset[str]:
        properties = self.resolve(content.get("schema", {})).get("properties", {})
        return frozenset(name for name, schema in properties.items() if "const" in self.resolve(schema))

    def _answer(self, operation: dict[str, Any]) -> tuple[int, Any]:
        status = next(str(status) for status in operation["responses"] if re.fullmatch("2..", str(status)))
        response = self.resolve(operation["responses"][status])
        return int(status), self._example(response.get("content", {}).get(_JSON, {}))


def repository_document() -> Document:
    """The document of this repository."""
    return Document(
        name="coding",
        title="spec/documents/coding.yaml",
        path=REPOSITORY / "spec/documents/coding.yaml",
        reads=("DescribeIssue", "getApiMe"),
        write="CreateIteration",
        listing=Listing("DescribeIssueList", ("Response", "IssueList")),
        has_envelope=True,
    )


def synthetic_document() -> Document:
    """The document that is made here, of the size that the figures of the bar are for."""
    path = _FOLDER / "synthetic.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(synthesize_document(), indent=1), encoding="utf-8")
    return Document(
        name="synthetic",
        title="synthetic: 420 operations, 350 schemas",
        path=path,
        reads=("GetAlphaAccount", "DescribeAlphaAccount"),
        write="CreateAlphaAccount",
        listing=Listing("ListAlphaAccount", ("Items",), ("TotalCount",)),
        has_envelope=True,
    )


def public_document() -> Document:
    """A large document that others wrote, from the registry of npm; kept under `.build/`.

    Raises:
        DocumentUnavailableError: There is no npm, or no network.
    """
    path = _FOLDER / "public.json"
    if not path.is_file():
        _fetch_public(path)
    return Document(
        name="public",
        title=PUBLIC_PACKAGE,
        path=path,
        reads=("git/get-commit",),
        write="issues/create",
        listing=Listing("issues/list-labels-for-repo", ()),
        has_envelope=False,
        arguments={"owner": "octocat", "repo": "hello-world", "commit_sha": "7638417db6"},
    )


def _fetch_public(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        packed = run("npm", "pack", PUBLIC_PACKAGE, "--silent", folder=path.parent)
    except FileNotFoundError:
        raise DocumentUnavailableError("npm is not installed") from None
    if packed.code:
        raise DocumentUnavailableError(f"npm pack {PUBLIC_PACKAGE}: {packed.last_line}")
    archive = path.parent / packed.output.split()[-1]
    with tarfile.open(archive) as files:
        source = files.extractfile(_PUBLIC_FILE)
        if source is None:
            raise DocumentUnavailableError(f"{PUBLIC_PACKAGE} has no {_PUBLIC_FILE}")
        path.write_bytes(source.read())
    archive.unlink()
