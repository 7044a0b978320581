"""Inline Markdown → text: code keeps its backticks, emphasis goes, links keep their text and targets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from markdown_it.token import Token

from scraper.blocks import Text
from scraper.readers.exponents import mark_of

_TAG = re.compile(r"^<\s*(/?)\s*([A-Za-z][\w:-]*)")
_ATTRIBUTE = re.compile(r"""\b(id|name|href|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_BREAKS = frozenset({"br", "p", "li", "ul", "ol", "div", "hr", "tr", "dd", "dt"})
_CODE = frozenset({"code", "tt", "kbd", "samp", "var"})
_KNOWN_TAGS = (
    "a abbr acronym address area article aside b bdi bdo big blockquote br caption center cite code col colgroup dd "
    "del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main map "
    "mark nav ol p picture pre q rp rt ruby s samp section small source span strike strong style sub summary sup table "
    "tbody td tfoot th thead time tr tt u ul var video wbr"
)
_KNOWN = frozenset(_KNOWN_TAGS.split())
_HEADING_ID = re.compile(r"\s*\{:?\s*#([\w:.-]+)[^{}]*\}\s*$")


@dataclass(frozen=True, slots=True)
class Inline:
    """A text with the anchors that stand in it."""

    text: Text
    anchors: tuple[str, ...] = ()


def render_inline(tokens: Sequence[Token], first: int, last: int) -> Inline:
    """Renders the children of an inline token that stands on lines `first` to `last`."""
    if len(tokens) == 1 and tokens[0].type == "text" and not tokens[0].content.endswith("}"):
        return Inline(Text(" ".join(tokens[0].content.split()), first, last))
    lines: list[list[str]] = [[]]
    links: list[str] = []
    anchors: list[str] = []
    for place, token in enumerate(tokens):
        match token.type:
            case "text" | "text_special" | "entity":
                lines[-1].append(token.content)
            case "code_inline":
                lines[-1].append(f"`{token.content}`")
            case "softbreak":
                lines[-1].append(" ")
            case "hardbreak":
                lines.append([])
            case "link_open":
                links.append(str(token.attrGet("href") or ""))
            case "image":
                lines[-1].append(token.content)
            case "html_inline":
                lines[-1].append(_shift(tokens, place, lines[-1]))
                _add_html(token.content, lines, links, anchors)
    text = "\n".join(filter(None, (" ".join("".join(line).split()) for line in lines)))
    identifier = _HEADING_ID.search(text) if text.endswith("}") else None
    if identifier:
        anchors.append(identifier[1])
        text = text[: identifier.start()]
    return Inline(Text(text, first, last, tuple(links)), tuple(dict.fromkeys(anchors)))


def _shift(tokens: Sequence[Token], place: int, line: Sequence[str]) -> str:
    """The mark of an exponent or an index that a tag opens."""
    match = _TAG.match(tokens[place].content)
    tag = match[2].lower() if match and not match[1] else ""
    if tag not in ("sup", "sub"):
        return ""
    inside = takewhile(lambda token: not token.content.lower().startswith(f"</{tag}"), tokens[place + 1 :])
    shifted = "".join(token.content for token in inside if token.type == "text")
    return mark_of(tag, shifted, next((piece for piece in reversed(line) if piece), ""))


def _add_html(tag: str, lines: list[list[str]], links: list[str], anchors: list[str]) -> None:
    match = _TAG.match(tag)
    if match is None:
        return
    name = match[2].lower()
    if name not in _KNOWN:
        lines[-1].append(tag)
        return
    if name in _BREAKS:
        lines.append([])
    if name in _CODE:
        lines[-1].append("`")
    for key, *values in _ATTRIBUTE.findall(tag):
        value = next(filter(None, values), "")
        if name == "a" and key.lower() == "href" and value:
            links.append(value)
        elif key.lower() == "id" or (name == "a" and key.lower() == "name"):
            anchors.append(value)
        elif name == "img" and key.lower() == "alt":
            lines[-1].append(value)
