"""Operations: endpoints and what the page says about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scraper.layout.endpoints import Endpoint
from scraper.layout.inputs import PLACEHOLDER, build_inputs
from scraper.layout.material import Material
from scraper.layout.notes import Notes
from scraper.layout.outline import Segment
from scraper.layout.responses import build_responses
from scraper.naming import operation_id, operation_id_from_path
from spec.model import Evidence, Fact, Operation, Server, ServerVariable, Source


@dataclass(frozen=True, slots=True)
class Naming:
    """How an operation is called, and where it is printed; `is_repeated` where the page has printed it before."""

    id: str
    title: str
    tag: str
    source: Source
    is_repeated: bool = False


def build_operations(
    segment: Segment, title: str, tag: str, material: Material, known: dict[tuple[str, str], str], notes: Notes
) -> list[Operation]:
    """The operations of a segment; one that the page has printed before keeps the id that it has in `known`."""
    found: list[Operation] = []
    for number, endpoint in enumerate(segment.endpoints):
        path_id = operation_id_from_path(endpoint.method, endpoint.path)
        if path_id in known.values():
            path_id = operation_id_from_path(*endpoint.key)
        is_main = number == 0 and segment.is_first and segment.title is not None
        name = (operation_id(title) if is_main else "") or path_id
        if name in known.values():
            name = path_id
        is_repeated = endpoint.key in known
        name = known.setdefault(endpoint.key, name)
        if segment.title is None:
            message = "the operation stands under no heading"
            notes.report("missing-heading", message, endpoint.line, endpoint.line, name)
        source = Source(notes.page, endpoint.line, endpoint.line, Evidence.URL)
        naming = Naming(name, title, tag, source, is_repeated)
        others = segment.endpoints[:number] + segment.endpoints[number + 1 :]
        found.append(build_operation(endpoint, others, material, naming, notes))
    return found


def build_operation(
    endpoint: Endpoint, others: Sequence[Endpoint], material: Material, naming: Naming, notes: Notes
) -> Operation:
    """One operation.

    Args:
        endpoint: Its method and path.
        others: The endpoints that share the material; their path parameters are not ours.
        material: What the page says.
        naming: Its id, title, tag and source.
        notes: Takes the findings.
    """
    inputs = build_inputs(endpoint, others, material, naming.id, naming.is_repeated, notes)
    deprecated = material.deprecated
    _report_path(endpoint, naming.id, notes)
    for attributes in (*material.request, *material.response):
        for name, finding in attributes.findings:
            notes.report(finding.code, finding.message, finding.first, finding.last, naming.id, name)
    if not material.request and not material.response:
        for text in material.elsewhere:
            message = "what is sent or comes back is documented elsewhere"
            notes.report("dangling-reference", message, text.first, text.last, naming.id)
    for text in material.announced:
        notes.report("empty-example", "an example is announced, but none follows", text.first, text.last, naming.id)
    return Operation(
        naming.id,
        *endpoint.key,
        naming.title,
        naming.source,
        "\n\n".join(material.text),
        naming.tag,
        inputs.parameters,
        inputs.body,
        build_responses(endpoint.method, material, naming.id, naming.source, notes),
        deprecated=None if deprecated is None else Fact(True, notes.source(deprecated, Evidence.PROSE)),
        servers=_servers(endpoint, naming.source),
        broken=endpoint.is_broken,
    )


def _servers(endpoint: Endpoint, source: Source) -> tuple[Server, ...]:
    """The server that is printed in front of the path of this one operation."""
    if not endpoint.server:
        return ()
    names = dict.fromkeys(PLACEHOLDER.findall(endpoint.server))
    return (Server(endpoint.server, source, tuple(ServerVariable(name, source) for name in names)),)


def _report_path(endpoint: Endpoint, operation: str, notes: Notes) -> None:
    line = endpoint.line
    if endpoint.is_broken:
        message = f"{endpoint.path!r} cannot be called: its placeholders are damaged"
        notes.report("broken-path", message, line, line, operation, "path")
    elif endpoint.mended_from:
        message = f"{endpoint.mended_from!r} lacks a brace; read as {endpoint.path!r}"
        notes.report("broken-path", message, line, line, operation, "path")
