"""`specwright export`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.console import ConfigOption, Exit, complaints, fail, list_errors, warn
from generator.config import FILE_NAME

if TYPE_CHECKING:
    from spec.export.loss import Exported, Loss, Node
    from spec.export.plan import Plan

_SUFFIXES = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}
_PAGES = frozenset({".html", ".htm"})


# The words of options, apart from the modules that know their meaning: these take long to import.
class OpenApi(StrEnum):
    """Versions of OpenAPI."""

    V31 = "3.1"
    V30 = "3.0"


class Rpc(StrEnum):
    """Where the path of an RPC operation says which action it is."""

    FRAGMENT = "fragment"
    PATH = "path"
    QUERY = "query"
    SPLIT = "split"


class DocumentFormat(StrEnum):
    """How a document is written."""

    YAML = "yaml"
    JSON = "json"


class Target(StrEnum):
    """What a document is exported to."""

    OPENAPI = "openapi"
    JSON_SCHEMA = "jsonschema"
    POSTMAN = "postman"
    HTTP = "http"
    HTML = "html"


#: The options about the form of a document that each target but OpenAPI has a use for.
_FORMS = {Target.HTML: frozenset({"--rpc"})}
#: Targets that are written in one way.
_FIXED = frozenset({Target.POSTMAN, Target.HTTP, Target.HTML})


@dataclass(frozen=True, slots=True)
class _Part:
    """One text to write: its file, none for stdout; what it is, in a line; what it could not say."""

    path: Path | None
    text: str
    summary: str
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class _Output:
    """Where the result goes and in which form; `label` and `stem` name the document that it comes from.

    `project` is the folder of the configuration, where there may be one.
    """

    path: Path | None
    form: DocumentFormat
    label: str
    stem: str
    project: Path

    def dump(self, document: Node) -> str:
        """The text of a document."""
        if self.form is DocumentFormat.JSON:
            return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        from spec.yaml import dump_yaml

        return dump_yaml(document)


def export(
    source: Annotated[
        str, typer.Argument(metavar="API|DOCUMENT", help="A name of specwright.toml, or an OpenAPI 3.x file.")
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="Write to this file; with --rpc split, to this folder."),
    ] = None,
    openapi: Annotated[
        OpenApi | None, typer.Option("--openapi", help="Version: 3.1.0, or 3.0.3.", show_default="that of the document")
    ] = None,
    form: Annotated[
        DocumentFormat | None,
        typer.Option("--format", help="Form of the document.", show_default="by the name of the output, else yaml"),
    ] = None,
    rpc: Annotated[
        Rpc | None,
        typer.Option(
            "--rpc", help="Paths of RPC operations: /api#Act, /api/Act, /api?Action=Act, or one document for each."
        ),
    ] = None,
    tags: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="Only operations with this tag; repeatable.")
    ] = None,
    operations: Annotated[
        list[str] | None,
        typer.Option("--operation", metavar="NAME", help="Only this operationId or 'GET /path'; repeatable."),
    ] = None,
    bundle: Annotated[bool, typer.Option("--bundle", help="Take in what references to other files lead to.")] = False,
    strip_examples: Annotated[bool, typer.Option("--strip-examples", help="Leave out all examples.")] = False,
    strip_descriptions: Annotated[
        bool, typer.Option("--strip-descriptions", help="Leave out all descriptions and summaries.")
    ] = False,
    to: Annotated[
        Target,
        typer.Option("--to", help="The document, its models as JSON Schema 2020-12, its requests, or a page."),
    ] = Target.OPENAPI,
    config: ConfigOption = Path(FILE_NAME),
) -> None:
    """Write a document in the form that another tool wants.

    DOCUMENT is any OpenAPI 3.0 or 3.1 file, whoever wrote it; a path or a name
    that ends in .yaml, .yml or .json is one. What the chosen form cannot say is
    a warning on stderr with its pointer into the document. Data in examples,
    defaults and enums is never changed. The result is validated before
    it is written; nothing of it is read over the network.

    --tag and --operation together select the operations that either names, with
    only the components that these need.

    --to postman writes a collection 2.1 and --to http a file for editors, with the
    documented examples; secrets, and what no example tells, are variables. --to html
    writes one file for a browser with everything in it. It shows the document
    with Redoc, which npm gets the first time; nothing is loaded when it is opened.

    [bold]Examples[/bold]

    specwright export coding --openapi 3.0 --rpc path -o coding.json
    specwright export coding --rpc split -o actions/
    specwright export gitlab --operation createIssueLink --strip-examples
    specwright export api/openapi.yaml --bundle -o bundled.yaml
    specwright export gitlab --to jsonschema -o models.json
    specwright export coding --to http --tag 迭代 -o iterations.http
    specwright export gitlab --to html -o gitlab.html
    """
    _check_words(output, to, {"--rpc": rpc, "--openapi": openapi}, form)
    from spec.export.plan import Plan
    from spec.export.rpc import RpcForm
    from spec.export.versions import Version

    plan = Plan(
        Version(openapi) if openapi else None,
        RpcForm(rpc) if rpc else None,
        tuple(tags or ()),
        tuple(operations or ()),
        strip_examples,
        strip_descriptions,
    )
    with complaints():
        path = _locate(source, config)
        place = _Output(output, _form_of(form, output, to), path.as_posix(), path.stem, config.parent)
        document = _read(path, bundle=bundle)
        _write(list(_export(document, plan, to, place)), place)


def _check_words(
    output: Path | None, to: Target, forms: Mapping[str, StrEnum | None], form: DocumentFormat | None
) -> None:
    """Refuses options that contradict each other."""
    if to is not Target.OPENAPI:
        for option, value in forms.items():
            if value is not None and option not in _FORMS.get(to, ()):
                fail(
                    Exit.USAGE, f"{option} is a form of OpenAPI documents, which --to {to} does not write; leave it out"
                )
    if to in _FIXED and form is not None:
        fail(Exit.USAGE, f"--to {to} has one form only; leave out --format")
    _check_name(output, to)
    if to is Target.HTML and forms["--rpc"] is Rpc.SPLIT:
        fail(Exit.USAGE, "--to html writes one page of all actions; --rpc split writes several documents")
    if forms["--rpc"] is Rpc.SPLIT and (output is None or output.is_file()):
        found = "" if output is None else f", not the file {output}"
        fail(Exit.USAGE, f"--rpc split writes several documents; give their folder with -o{found}")


def _check_name(output: Path | None, to: Target) -> None:
    """Refuses to call a page a document, or the other way round."""
    suffix = output.suffix.lower() if output else ""
    if suffix in _PAGES and to is not Target.HTML:
        fail(Exit.USAGE, f"{output} is called a page; --to html writes one")
    if suffix in _SUFFIXES and to is Target.HTML:
        fail(Exit.USAGE, f"--to html writes a page, which {output} is not called; give a name with .html")


def _is_same_file(output: Path, document: Path) -> bool:
    return output.exists() and document.exists() and output.samefile(document)


def _locate(source: str, config: Path) -> Path:
    """The file of a document."""
    from generator.config import load_config

    if Path(source).suffix.lower() in _SUFFIXES or "/" in source or Path(source).is_file():
        return Path(source)
    return load_config(config).select([source])[0].document


def _form_of(form: DocumentFormat | None, output: Path | None, to: Target) -> DocumentFormat:
    if form is not None or to is Target.POSTMAN:
        return form or DocumentFormat.JSON
    default = "yaml" if to is Target.OPENAPI else "json"
    return DocumentFormat(_SUFFIXES.get(output.suffix.lower() if output else "", default))


def _read(path: Path, *, bundle: bool) -> Node:
    """The document, which must be sound: references that lead nowhere cannot be followed."""
    from spec.export.bundle import bundle_document, has_external
    from spec.load import load_document
    from spec.validate import validate_document

    document = load_document(path)
    if bundle:
        document = bundle_document(document, path)
    elif has_external(document):
        fail(Exit.USAGE, f"{path.as_posix()} refers to other files; --bundle takes in what they hold")
    problems = [problem for problem in validate_document(document) if problem.kind == "reference"]
    if problems:
        list_errors(f"{path.as_posix()}: {problem.pointer}: {problem.message}" for problem in problems)
        raise typer.Exit(Exit.FINDINGS)
    return document


def _export(document: Node, plan: Plan, to: Target, place: _Output) -> Iterator[_Part]:
    """What is to be written; every document is validated."""
    from spec.export.loss import ExportError
    from spec.export.plan import export_document, export_split
    from spec.export.rpc import RpcForm
    from spec.export.subset import SelectionError

    try:
        if plan.rpc is RpcForm.SPLIT and place.path is not None:
            for name, part in export_split(document, plan):
                yield _openapi_part(place.path / f"{name or place.stem}.{place.form}", part, place)
            return
        exported = export_document(document, plan)
        yield _openapi_part(place.path, exported, place) if to is Target.OPENAPI else _other_part(exported, to, place)
    except ExportError as error:
        fail(Exit.USAGE, f"{place.label}: {error}")
    except SelectionError as error:
        fail(Exit.USAGE, f"{place.label}: {error.args[0]}")


def _openapi_part(path: Path | None, exported: Exported, place: _Output) -> _Part:
    from spec.visit import as_object, visit_operations

    document = exported.document
    _validate(document, place.label)
    operations = len(list(visit_operations(document)))
    schemas = len(as_object(as_object(document.get("components")).get("schemas")))
    summary = f"OpenAPI {document['openapi']}, {_count(operations, 'operation')}, {_count(schemas, 'schema')}"
    return _Part(path, place.dump(document), summary, exported.losses)


def _other_part(exported: Exported, to: Target, place: _Output) -> _Part:
    """What is made of a sound document but is none."""
    from spec.export.http_file import format_http
    from spec.export.json_schema import bundle_schemas
    from spec.export.postman import build_collection
    from spec.visit import as_object, visit_operations

    _validate(exported.document, place.label)
    operations = len(list(visit_operations(exported.document)))
    if to is Target.HTML:
        return _page_part(exported, f"page of {_count(operations, 'operation')}", place)
    if to is Target.HTTP:
        text, losses = format_http(exported.document)
        return _Part(place.path, text, f"requests of {_count(operations, 'operation')}", (*exported.losses, *losses))
    made = bundle_schemas(exported.document) if to is Target.JSON_SCHEMA else build_collection(exported.document)
    summary = f"Postman collection 2.1, requests of {_count(operations, 'operation')}"
    if to is Target.JSON_SCHEMA:
        summary = f"JSON Schema 2020-12, {_count(len(as_object(made.document['$defs'])), 'schema')}"
    return _Part(place.path, place.dump(made.document), summary, (*exported.losses, *made.losses))


def _page_part(exported: Exported, summary: str, place: _Output) -> _Part:
    from generator.cache import cache_folder
    from generator.html_page import render_html
    from generator.html_texts import keep_angle_brackets
    from generator.redoc import load_bundle
    from generator.redoc_extensions import fit_extensions

    shown = fit_extensions(exported.document)
    text = render_html(keep_angle_brackets(shown.document), load_bundle(cache_folder(place.project, "npm")))
    return _Part(place.path, text, summary, (*exported.losses, *shown.losses))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _validate(document: Node, label: str) -> None:
    """Refuses a document that is not sound; an example that contradicts its schema came with it, and is only said."""
    from spec.validate import validate_document

    problems = validate_document(document)
    for problem in problems:
        if problem.kind in ("example", "broken"):
            warn(f"warning: {label}: {problem.pointer}: {problem.message}")
    errors = [problem for problem in problems if problem.kind not in ("example", "broken")]
    if errors:
        list_errors(f"{label}: {problem.pointer}: {problem.message}" for problem in errors)
        raise typer.Exit(Exit.FINDINGS)


def _write(parts: Sequence[_Part], place: _Output) -> None:
    """Says what was lost, and writes all files or none."""
    from generator.files import write_files

    for part in parts:
        if part.path is not None and _is_same_file(part.path, Path(place.label)):
            fail(Exit.USAGE, f"{part.path} is the document that is exported; give another name with -o")
    for pointer, message in dict.fromkeys((loss.pointer, loss.message) for part in parts for loss in part.losses):
        warn(f"warning: {place.label}: {pointer}: {message}")
    if place.path is None:
        typer.echo(parts[0].text, nl=False)
        return
    write_files({part.path: part.text for part in parts if part.path is not None})
    is_folder = parts[0].path != place.path
    typer.echo(f"{place.path}: {len(parts)} documents" if is_folder else f"{place.path}: {parts[0].summary}")
