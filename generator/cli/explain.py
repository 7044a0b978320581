"""`specwright explain`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.console import ConfigOption, Exit, Format, complaints, echo_json, fail
from generator.config import FILE_NAME

if TYPE_CHECKING:
    from spec.explain import Explanation, Row
    from spec.overlay.actions import Action


def explain(
    api: Annotated[str, typer.Argument(metavar="API", help="A name of specwright.toml, or a document's file.")],
    pointer: Annotated[str, typer.Argument(metavar="POINTER", help="The fact to explain.")],
    config: ConfigOption = Path(FILE_NAME),
    output_format: Annotated[Format, typer.Option("--format", help="Form of the answer.")] = Format.TEXT,
) -> None:
    """Say where a fact comes from, with the line of the page that states it.

    POINTER is names joined with dots (an operation, a schema or a parameter,
    then what is inside it), or a JSON pointer into the document. Needs the
    document and the source map of an earlier `build` or `scrape`.

    [bold]Examples[/bold]

    specwright explain coding DescribeIssue.IssueCode
    specwright explain coding IssueDetail.Parent
    specwright explain gitlab '#/components/schemas/CreateIssueLinkResponse' --format json
    specwright explain out.yaml query.limit
    """
    with complaints():
        document, root = _locate(api, config)
        found = _explain(document, root, pointer)
    if not found.pointers:
        hint = f"; did you mean: {', '.join(found.suggestions)}?" if found.suggestions else ""
        fail(Exit.USAGE, f"{document.as_posix()} has no {pointer!r}{hint}")
    if output_format is Format.JSON:
        echo_json(
            {"query": found.query, "pointers": list(found.pointers), "facts": [asdict(row) for row in found.rows]}
        )
    else:
        typer.echo("\n".join(_format(found)))


def _locate(api: str, config: Path) -> tuple[Path, Path]:
    """The document, and the folder that the pages of its source map are relative to."""
    from generator.config import load_config

    if Path(api).suffix in {".yaml", ".yml", ".json"}:
        return Path(api), Path()
    settings = load_config(config)
    return settings.select([api])[0].document, settings.root


def _explain(document: Path, root: Path, query: str) -> Explanation:
    from generator.config import source_map_path
    from generator.page_lines import line_reader
    from spec.explain import explain
    from spec.load import load_document, load_source_map

    loaded, sources = load_document(document), load_source_map(source_map_path(document))
    return explain(loaded, sources, query, line_reader(root), _action_reader(root))


def _action_reader(root: Path) -> Callable[[str, int], Action | None]:
    """Reads actions of overlays, each file once; `None` where there is no such action any more."""
    from spec.overlay.actions import Overlay, OverlayError, read_overlay

    @cache
    def read(name: str) -> Overlay:
        try:
            return read_overlay(root / name, name)
        except OverlayError:
            return Overlay(name, ())

    return lambda name, line: read(name).at(line)


def _format(found: Explanation) -> Iterator[str]:
    """The place in the document, then for each place on the pages its line and what it states."""
    yield from (f"#{pointer}" for pointer in found.pointers)
    for (page, first, last), rows in groupby(found.rows, key=lambda row: (row.page, row.first, row.last)):
        group = list(rows)
        yield ""
        yield f"{page}:{first}: {group[0].text}" if first == last else f"{page}:{first}-{last}: {group[0].text}"
        yield from (f"    {line}" for line in _why(group[0]))
        yield from (f"    {_fact(row)}" for row in group)
    if not found.rows:
        yield "no page states it"


def _why(row: Row) -> Iterator[str]:
    """Why an overlay says so, and which page it corrects; nothing for other witnesses."""
    from spec.overlay.actions import Place

    correction = row.correction
    if correction is not None:
        place = Place(correction.page, correction.first, correction.last)
        yield f"reason: {' '.join(correction.reason.split())}"
        yield f"corrects {place}: {correction.text}" if correction.text else f"corrects {place}"
    elif row.evidence == "overlay":
        yield "reason: unknown, as no action stands there any more"


def _fact(row: Row) -> str:
    value = " ".join(row.value.split())
    return f"{row.fact}: {value} ({row.evidence})" if value else f"{row.fact} ({row.evidence})"
