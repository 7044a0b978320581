"""An OpenAPI document → the files of a typed client package, as a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.citations import NO_SOURCES, cite_cases, shorten_pages
from generator.contract import ContractBuilder
from generator.credential_cases import build_credential_cases, build_oauth_cases
from generator.document import Document, Finding, as_json, mapping, sequence, text
from generator.first_call import choose_first_call
from generator.implied_types import with_implied_types
from generator.literal import Text, json_text
from generator.models import render_models
from generator.names import package_name, snake_name
from generator.oauth import build_oauth
from generator.operations import OperationBuilder, read_operations
from generator.paged_cases import build_paged_cases
from generator.paging import add_paging
from generator.render import render_templates
from generator.request_schemas import build_request_schemas
from generator.schemas import SchemaCatalogue
from generator.security import build_schemes
from generator.servers import Server, read_server
from generator.valid_arguments import ValidArguments
from generator.view import GroupView, ModelsView, PackageView, Scheme
from spec.sourcemap import SourceMap


@dataclass(frozen=True, slots=True)
class Package:
    """A generated package.

    Attributes:
        name: The name of the import package.
        files: Path inside the package's folder (POSIX) → text, in the order of the paths.
        diagnostics: What could not be generated as the document has it.
    """

    name: str
    files: Mapping[str, str]
    diagnostics: tuple[Finding, ...]


def generate_package(document: Mapping[str, object], *, name: str, sources: SourceMap = NO_SOURCES) -> Package:
    """Return the client package of an OpenAPI 3.0 or 3.1 document.

    The result depends on the arguments only: no clock, no path, no hash order.

    Args:
        document: The document, as loaded from YAML or JSON.
        name: The name of the API; the import name (`pet_store`) and the distribution's (`pet-store`). One that
            another module has, such as `json`, gets `_api` behind it and a finding.
        sources: The source map of the document, for docstrings and the messages of the contract tests.

    Raises:
        ValueError: `document` is no OpenAPI 3.x document.
    """
    version = text(document.get("openapi"))
    if not version.startswith("3."):
        raise ValueError(f"expected an OpenAPI 3.x document, found openapi: {document.get('openapi')!r}")
    sources = shorten_pages(sources)
    source, view, examples = read_package(document, name=name, sources=sources)
    files = {item.path: item.text for item in render_templates(view)}
    files[f"src/{view.name}/_requests.json"] = json_text(view.requests)
    files["tests/examples.json"] = json_text(examples)
    files["tests/sources.json"] = json_text(cite_cases(examples, sources))
    files["tests/openapi.json"] = json_text(with_implied_types(source.root), levels=5)
    return Package(view.name, MappingProxyType(dict(sorted(files.items()))), tuple(source.findings))


def read_package(
    document: Mapping[str, object], *, name: str, sources: SourceMap = NO_SOURCES
) -> tuple[Document, PackageView, dict[str, object]]:
    """Return everything that is decided before text is rendered: document, view and data of the contract tests.

    A malformed document gives findings in the returned `Document`, never an exception.
    """
    clean, findings = as_json(document)
    source = Document(mapping(clean), findings)
    catalogue = SchemaCatalogue(source)
    schemes = build_schemes(source, package_name(name).upper())
    raw = read_operations(source)
    groups = OperationBuilder(source, catalogue, schemes, sources).build_groups(raw)
    groups = add_paging(source, catalogue, raw, groups)
    package = package_name(name)
    if package != (wanted := snake_name(name, fallback="api")):
        source.report("#", f"A package {wanted!r} would hide another module; it is called {package!r}.")
    by_identifier = {operation.identifier: operation for operation in raw}
    models = render_models(catalogue.definitions, (operation for group in groups for operation in group.operations))
    view = _package_view(source, models, schemes, groups, package)
    requests = build_request_schemas(source, [(item, by_identifier[item.operation_id]) for item in view.operations])
    valid, base_url = ValidArguments(requests), str(view.test_base_url)
    contract = ContractBuilder(source, catalogue, schemes, base_url, view.base_url is not None, valid)
    examples = contract.build(groups, by_identifier)
    examples["authentication"] = build_credential_cases(groups, schemes, examples)
    examples["oauth"] = build_oauth_cases(view.oauth, groups, examples, str(view.test_base_url))
    examples["paged"] = build_paged_cases(groups, examples, catalogue.definitions, valid)
    first_call = choose_first_call(groups, sequence(examples["requests"]))
    return source, replace(view, first_call=first_call, requests=requests.as_data()), examples


def _example_url(document: Document, server: Server | None) -> str:
    """Return what a base URL looks like; that the server of the whole document is only a path is a finding."""
    if server is None or not server.is_relative:
        return "https://…"
    example = f"https://…{server.template}"
    document.report("#/servers/0/url", f"The server {server.template!r} has no host: base_url is {example!r}.")
    return example


def _package_view(
    document: Document,
    models: tuple[ModelsView, ...],
    schemes: tuple[Scheme, ...],
    groups: tuple[GroupView, ...],
    name: str,
) -> PackageView:
    info = mapping(document.root.get("info"))
    server = read_server(document, document.root.get("servers"), "#/servers")
    base_url = server.template if server and server.is_complete else None
    version = text(info.get("version"))
    return PackageView(
        name=name,
        distribution=name.replace("_", "-"),
        environment=name.upper(),
        title=Text(text(info.get("title")) or name),
        description=Text(text(info.get("description"))),
        version=version if re.fullmatch(r"\d+(\.\d+){0,3}", version, re.ASCII) else "0.0.0",
        document_version=Text(version),
        link=Text(text(mapping(document.root.get("externalDocs")).get("url"))),
        base_url=Text(base_url) if base_url else None,
        server_template=Text(server.template if server else ""),
        base_url_example=Text(_example_url(document, server)),
        schemes=schemes,
        groups=groups,
        models=models,
        test_base_url=Text(base_url or "https://server.example"),
        oauth=build_oauth(document),
    )
