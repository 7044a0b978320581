"""`specwright export`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.console import ConfigOption, Exit, complaints, fail, list_errors, warn
from generator.config import FILE_NAME

if TYPE_CHECKING:
    from spec.export.loss import Exported, Node
    from spec.export.plan import Plan

_SUFFIXES = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}


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


@dataclass(frozen=True, slots=True)
class _Output:
    """Where the result goes and in which form; `stem` names the document that it comes from."""

    path: Path | None
    form: DocumentFormat
    label: str
    stem: str

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
        Target, typer.Option("--to", help="The document, or its models as JSON Schema 2020-12.")
    ] = Target.OPENAPI,
    config: ConfigOption = Path(FILE_NAME),
) -> None:
    """Write a document in the form that another tool wants.

    DOCUMENT is any OpenAPI 3.0 or 3.1 file, whoever wrote it; a path or a name
    that ends in .yaml, .yml or .json is one. What the chosen form cannot say is
    a warning on stderr with its pointer into the document. Data in examples,
    defaults and enums is never changed. The result is validated before
    it is written; nothing is read over the network.

    --tag and --operation together select the operations that either names, with
    only the components that these need.

    [bold]Examples[/bold]

    specwright export coding --openapi 3.0 --rpc path -o coding.json
    specwright export coding --rpc split -o actions/
    specwright export gitlab --operation createIssueLink --strip-examples
    specwright export api/openapi.yaml --bundle -o bundled.yaml
    specwright export gitlab --to jsonschema -o models.json
    """
    _check_words(output, openapi, rpc, to)
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
        place = _Output(output, _form_of(form, output, to), path.as_posix(), path.stem)
        document = _read(path, bundle=bundle)
        _write(list(_export(document, plan, to, place)), place)


def _check_words(output: Path | None, openapi: OpenApi | None, rpc: Rpc | None, to: Target) -> None:
    """Refuses options that contradict each other."""
    if to is not Target.OPENAPI:
        for option, value in (("--rpc", rpc), ("--openapi", openapi)):
            if value is not None:
                fail(Exit.USAGE, f"--to {to} has no paths and no version of OpenAPI; leave out {option}")
    if rpc is Rpc.SPLIT and output is None:
        fail(Exit.USAGE, "--rpc split writes several documents; give their folder with -o")
    if rpc is Rpc.SPLIT and output is not None and output.is_file():
        fail(Exit.USAGE, f"--rpc split writes several documents; expected a folder, found the file {output}")


def _locate(source: str, config: Path) -> Path:
    """The file of a document."""
    from generator.config import load_config

    if Path(source).suffix.lower() in _SUFFIXES or "/" in source or Path(source).is_file():
        return Path(source)
    return load_config(config).select([source])[0].document


def _form_of(form: DocumentFormat | None, output: Path | None, to: Target) -> DocumentFormat:
    default = "yaml" if to is Target.OPENAPI else "json"
    return form or DocumentFormat(_SUFFIXES.get(output.suffix.lower() if output else "", default))


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


def _export(document: Node, plan: Plan, to: Target, place: _Output) -> Iterator[tuple[Path | None, Exported]]:
    """The exported documents, and the file of each; none for stdout."""
    from spec.export.json_schema import bundle_schemas
    from spec.export.loss import ExportError
    from spec.export.plan import export_document, export_split, select_document
    from spec.export.rpc import RpcForm
    from spec.export.subset import SelectionError

    try:
        if to is Target.JSON_SCHEMA:
            yield place.path, bundle_schemas(export_document(select_document(document, plan), plan).document)
        elif plan.rpc is RpcForm.SPLIT and place.path is not None:
            for name, part in export_split(document, plan):
                yield place.path / f"{name or place.stem}.{place.form}", part
        else:
            yield place.path, export_document(document, plan)
    except ExportError as error:
        fail(Exit.USAGE, f"{place.label}: {error}")
    except SelectionError as error:
        fail(Exit.USAGE, f"{place.label}: {error.args[0]}")


def _write(parts: list[tuple[Path | None, Exported]], place: _Output) -> None:
    """Says what was lost, validates every document, and writes all of them or none."""
    from generator.files import write_files

    for pointer, message in dict.fromkeys((loss.pointer, loss.message) for _, part in parts for loss in part.losses):
        warn(f"warning: {place.label}: {pointer}: {message}")
    for _, part in parts:
        _validate(part.document, place.label)
    texts = {path: place.dump(part.document) for path, part in parts if path is not None}
    if not texts:
        typer.echo(place.dump(parts[0][1].document), nl=False)
        return
    write_files(texts)
    if len(parts) == 1 and parts[0][0] == place.path:
        typer.echo(f"{place.path}: {_summarise(parts[0][1].document)}")
    else:
        typer.echo(f"{place.path}: {len(parts)} documents")


def _validate(document: Node, label: str) -> None:
    """Refuses a document that is not sound; an example that contradicts its schema came with it, and is only said."""
    if "openapi" not in document:
        return
    from spec.validate import validate_document

    problems = validate_document(document)
    for problem in problems:
        if problem.kind in ("example", "broken"):
            warn(f"warning: {label}: {problem.pointer}: {problem.message}")
    errors = [problem for problem in problems if problem.kind not in ("example", "broken")]
    if errors:
        list_errors(f"{label}: {problem.pointer}: {problem.message}" for problem in errors)
        raise typer.Exit(Exit.FINDINGS)


def _summarise(document: Node) -> str:
    from spec.visit import as_object, visit_operations

    if "openapi" not in document:
        return f"JSON Schema 2020-12, {len(as_object(document['$defs']))} schemas"
    operations = len(list(visit_operations(document)))
    schemas = len(as_object(as_object(document.get("components")).get("schemas")))
    return f"OpenAPI {document['openapi']}, {operations} operations, {schemas} schemas"
