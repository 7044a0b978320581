"""Inline nodes → text: literals in backticks, emphasis gone, references with their text and target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docutils import nodes

from scraper.blocks import Text
from scraper.readers.exponents import mark_of

_MAX_DEPTH = 8


def render_nodes(
    children: Sequence[nodes.Node], first: int, last: int, substitutions: Mapping[str, nodes.Element]
) -> Text:
    """Renders inline nodes that stand on lines `first` to `last`; breaks between them are blanks."""
    pieces: list[str] = []
    links: list[str] = []
    _render(children, pieces, links, substitutions, 0)
    return Text(" ".join("".join(pieces).split()), first, last, tuple(links))


def _render(
    children: Sequence[nodes.Node],
    pieces: list[str],
    links: list[str],
    substitutions: Mapping[str, nodes.Element],
    depth: int,
) -> None:
    for node in children:
        if isinstance(node, nodes.Text):
            pieces.append(node.astext())
        elif isinstance(node, nodes.literal):
            pieces.append(f"`{node.astext()}`")
        elif isinstance(node, nodes.image):
            pieces.append(node.get("alt") or "")
        elif isinstance(node, nodes.superscript):
            raised = node.astext()
            pieces.append(mark_of("sup", raised, pieces[-1] if pieces else "") + raised)
        elif isinstance(node, nodes.subscript):
            lowered = node.astext()
            pieces.append(mark_of("sub", lowered, pieces[-1] if pieces else "") + lowered)
        elif isinstance(node, nodes.substitution_reference):
            known = substitutions.get(nodes.whitespace_normalize_name(node.astext()))
            if known is None or depth > _MAX_DEPTH:
                pieces.append(f"|{node.astext()}|")
            else:
                _render(known.children, pieces, links, substitutions, depth + 1)
        elif isinstance(node, nodes.Element):
            if isinstance(node, nodes.reference):
                links.append(_target_of(node))
            elif isinstance(node, nodes.target):
                continue
            _render(node.children, pieces, links, substitutions, depth)


def _target_of(reference: nodes.reference) -> str:
    if "refuri" in reference:
        return str(reference["refuri"])
    name = reference.get("refname")
    return f"#{name}" if name else ""
