"""Descriptions as CommonMark that a page shows in full: what only looks like an element of HTML stays text."""

from __future__ import annotations

import re

from markdown_it.common.html_blocks import block_names

from generator.redoc_extensions import carriers
from spec.export.loss import Node
from spec.export.references import copy_document

#: HTML Living Standard, text-level semantics, edits and embedded pictures; with those that older pages have.
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn"}
    | {"em", "font", "i", "img", "ins", "kbd", "mark", "q", "ruby", "rp", "rt", "s", "samp"}
    | {"small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_ELEMENTS = _INLINE | frozenset(block_names) | {"pre", "script", "style", "textarea"}
#: Code, in which nothing is an element, or what begins like a tag; an address between `<` and `>` is a link.
_TAG_OR_CODE = re.compile(
    r"(?P<fence>`{3,}|~{3,})[\s\S]*?(?:(?P=fence)|\Z)|(?P<ticks>`+)(?!`)[\s\S]*?(?P=ticks)"
    r"|^(?: {4}|\t).*|<(?=/?(?P<name>[A-Za-z][A-Za-z0-9_-]*)(?P<link>[+.]?[A-Za-z0-9+.-]*:)?)",
    re.MULTILINE,
)


def keep_angle_brackets(document: Node) -> Node:
    """The document with the `<` of `List<Int>` and `<your token>` escaped in its descriptions."""
    changed = copy_document(document)
    for _pointer, node in tuple(carriers(changed)):
        if isinstance(text := node.get("description"), str):
            node["description"] = escape_unknown_tags(text)
    return changed


def escape_unknown_tags(text: str) -> str:
    """CommonMark in which every tag is one that HTML has."""
    return _TAG_OR_CODE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    name = match["name"]
    is_shown = name is None or match["link"] or name.lower() in _ELEMENTS
    return match[0] if is_shown else "&lt;"
