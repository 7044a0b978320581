"""Blocks written out again as Markdown and HTML, as the page behind a text dump would have them."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass

from scraper.blocks import Block, Code, Heading, ListBlock, Paragraph, Table
from spec.model import Source


def to_markdown(blocks: Iterable[Block]) -> str:
    return "\n".join(_markdown(block) + "\n" for block in blocks)


def to_html(blocks: Iterable[Block]) -> str:
    body = "\n".join(_html(block) for block in blocks)
    return f"<!DOCTYPE html>\n<html><body>\n{body}\n</body></html>\n"


def without_places(value: object) -> object:
    """A value of the IR without its sources and printed texts."""
    if isinstance(value, Source):
        return value.evidence
    if isinstance(value, tuple):
        return tuple(without_places(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = [f.name for f in fields(value) if f.name not in ("text", "pages", "printed")]
        return (type(value).__name__, *((name, without_places(getattr(value, name))) for name in kept))
    return value


def _markdown(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_escape(block.text)}"
        case Paragraph():
            return "  \n".join(_escape(line) for line in block.text.split("\n"))
        case Code():
            return f"```{block.language}\n{block.text}\n```"
        case ListBlock():
            return "\n".join(f"{'1.' if block.ordered else '-'} {_escape(item.text)}" for item in block.items)
        case Table():
            width = max([len(row.cells) for row in block.rows] + [len(block.header.cells) if block.header else 0])
            lines = [_line([c.text for c in block.header.cells] if block.header else [], width)]
            lines.append("|" + " --- |" * width)
            lines += [_line([cell.text for cell in row.cells], width) for row in block.rows]
            return "\n".join(lines)
        case _:
            return ""


def _line(cells: Sequence[str], width: int) -> str:
    padded = [*cells, *[""] * (width - len(cells))]
    return "| " + " | ".join("<br>".join(_escape(line) for line in cell.split("\n")) for cell in padded) + " |"


def _escape(text: str) -> str:
    return "".join("\\" + c if c in "\\`*_{}[]<>#|!" else c for c in text)


def _html(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{html.escape(block.text)}</h{block.level}>"
        case Paragraph():
            return "<p>" + "<br>".join(html.escape(line) for line in block.text.split("\n")) + "</p>"
        case Code():
            return f'<pre><code class="language-{block.language}">{html.escape(block.text)}</code></pre>'
        case ListBlock():
            tag = "ol" if block.ordered else "ul"
            return f"<{tag}>" + "".join(f"\n<li>{html.escape(i.text)}</li>" for i in block.items) + f"\n</{tag}>"
        case Table():
            head = _html_row([c.text for c in block.header.cells], "th") if block.header else ""
            rows = "\n".join(_html_row([c.text for c in row.cells], "td") for row in block.rows)
            return f"<table>\n<thead>{head}</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
        case _:
            return ""


def _html_row(cells: Sequence[str], tag: str) -> str:
    inner = "".join(f"<{tag}>{'<br>'.join(map(html.escape, cell.split(chr(10))))}</{tag}>" for cell in cells)
    return f"<tr>{inner}</tr>"
