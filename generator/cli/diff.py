"""`specwright diff`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.console import Exit, Format, complaints, fail, warn
from generator.config import source_map_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spec.diff.changes import Change
    from spec.sourcemap import SourceMap


class Threshold(StrEnum):
    """What `--fail-on` may name."""

    BREAKING = "breaking"
    RISKY = "risky"
    ANY = "any"


def diff(
    old: Annotated[Path | None, typer.Argument(metavar="OLD", help="The document as it was.")] = None,
    new: Annotated[Path | None, typer.Argument(metavar="NEW", help="The document as it is.")] = None,
    fail_on: Annotated[
        Threshold, typer.Option("--fail-on", help="Exit 1 for a change of this level or a worse one.")
    ] = Threshold.BREAKING,
    rules: Annotated[bool, typer.Option("--rules", help="List every rule with its level, and read nothing.")] = False,
    changelog: Annotated[
        bool, typer.Option("--changelog", help="Print release notes and the version step, in Markdown.")
    ] = False,
    output_format: Annotated[Format, typer.Option("--format", help="Form of the changes.")] = Format.TEXT,
) -> None:
    """Say what changed between two OpenAPI documents, and what it breaks.

    OLD and NEW are OpenAPI 3.0 or 3.1 documents, YAML or JSON. Equal meaning
    prints nothing. Each change is breaking, risky, compatible or docs-only; a
    change of a shared component is one change, with all of its operations.
    Pages and lines come from the source maps beside the documents.

    Changes go to stdout; their number goes to stderr. docs/schemas/diff.json
    describes the JSON form.

    [bold]Examples[/bold]

    specwright diff old.yaml new.yaml                 exit 1 if a client may break
    specwright diff old.yaml new.yaml --fail-on any   exit 1 for any change
    specwright diff old.yaml new.yaml --changelog     release notes
    specwright diff --rules                           what the rules mean
    """
    if rules:
        _print_rules(output_format)
        return
    if old is None or new is None:
        fail(Exit.USAGE, "expected two documents: specwright diff OLD NEW")
    if changelog and output_format is Format.JSON:
        fail(Exit.USAGE, "--changelog is Markdown; it has no JSON form")
    with complaints():
        changes, version = _compare(old, new)
    if changelog:
        _print_changelog(changes, version)
    else:
        _print_changes(changes, output_format)
    if _reaches(changes, fail_on):
        raise typer.Exit(Exit.FINDINGS)


def _compare(old: Path, new: Path) -> tuple[tuple[Change, ...], str]:
    """The changes, and the version that the old document states."""
    from spec.diff.compare import compare_documents
    from spec.diff.sources import locate
    from spec.load import load_document
    from spec.visit import as_object

    documents = load_document(old), load_document(new)
    comparison = compare_documents(*documents)
    for reference in comparison.external:
        warn(f"warning: reference outside of the document, compared by its text: {reference}")
    version = as_object(documents[0].get("info")).get("version")
    changes = locate(comparison.changes, _source_map(old), _source_map(new)) if comparison.changes else ()
    return changes, version if isinstance(version, str) else ""


def _source_map(document: Path) -> SourceMap:
    from spec.load import load_source_map
    from spec.sourcemap import SourceMap

    path = source_map_path(document)
    return load_source_map(path) if path.is_file() else SourceMap()


def _print_rules(output_format: Format) -> None:
    from spec.diff.rules import rules_json, rules_text

    typer.echo(rules_json() if output_format is Format.JSON else "\n".join(rules_text()))


def _print_changes(changes: Sequence[Change], output_format: Format) -> None:
    from spec.diff.as_json import format_json
    from spec.diff.text import count_line, format_text

    if output_format is Format.JSON:
        typer.echo(format_json(changes))
    elif changes:
        typer.echo("\n".join(format_text(changes)))
    if changes:
        warn(count_line(changes))


def _print_changelog(changes: Sequence[Change], version: str) -> None:
    from spec.diff.changelog import format_changelog

    lines = list(format_changelog(changes, version))
    if lines:
        typer.echo("\n".join(lines))


def _reaches(changes: Sequence[Change], threshold: Threshold) -> bool:
    from spec.diff.changes import Level, at_or_above

    level = Level.DOCS_ONLY if threshold is Threshold.ANY else Level(threshold)
    return bool(at_or_above(changes, level))
