"""Inline nodes → text: literals in backticks, emphasis gone, references with their text and target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docutils import nodes

from scraper.blocks import Text

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
            pieces.append(_superscript(node.astext(), pieces))
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


def _superscript(text: str, pieces: Sequence[str]) -> str:
    """An exponent stays one: without its mark, two to the power of ten would be two hundred and ten."""
    before = pieces[-1][-1:] if pieces else ""
    return f"^{text}" if before.isdigit() and text.lstrip("-").isdigit() else text


def _target_of(reference: nodes.reference) -> str:
    if "refuri" in reference:
        return str(reference["refuri"])
    name = reference.get("refname")
    return f"#{name}" if name else ""
