"""What stands in front of a Markdown page: front matter, and the file header of a repository viewer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scraper.blocks import Block, Furniture, Heading
from spec.diagnostics import Diagnostic

_MAX_HEADER = 30
_TITLE = re.compile(r"""^title\s*[:=]\s*(["']?)(.+?)\1\s*$""", re.IGNORECASE)
_SIGNS: tuple[re.Pattern[str], ...] = (
    re.compile(r"^[\w.@+-]+(?:\s*/\s*[\w.@+-]+)+\.\w{1,8}$"),
    re.compile(r"^\d[\d,.]*\s+(?:lines?|sloc)\b.*$", re.IGNORECASE),
    re.compile(r"^[\d.,]+\s*(?:bytes?|[KMG]i?B|B)$", re.IGNORECASE),
    re.compile(r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*$"),
)
_WORDS = re.compile(
    r"^(?:markdown|text|plain text|html|raw|blame|history|edit|permalink|download|copy|code|preview|executable file"
    r"|find file|latest commit|view raw|[0-9a-f]{7,40})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Preamble:
    """The blocks in front of the content; `unclosed` is the line of a front matter without an end."""

    blocks: tuple[Block, ...] = ()
    unclosed: int = 0

    def blank(self, lines: Sequence[str]) -> tuple[str, ...]:
        """The page with the lines of the preamble emptied, so that all others keep their numbers."""
        taken = {number for block in self.blocks for number in range(block.first, block.last + 1)}
        if not taken:
            return tuple(lines)
        return tuple("" if number in taken else line for number, line in enumerate(lines, 1))

    def diagnostics(self, page: str) -> tuple[Diagnostic, ...]:
        """Says that the front matter has no end, when it has none."""
        if not self.unclosed:
            return ()
        message = "the front matter is never closed"
        return (Diagnostic("truncated", message, page, self.unclosed, self.unclosed),)


def read_preamble(lines: Sequence[str]) -> Preamble:
    """Recognises front matter (`---` or `+++` on the first line) or a viewer's header."""
    first = lines[0].strip() if lines else ""
    if first in ("---", "+++"):
        return _front_matter(lines, first)
    return Preamble(_viewer_header(lines))


def _front_matter(lines: Sequence[str], mark: str) -> Preamble:
    end = next((index for index in range(1, len(lines)) if lines[index].strip() == mark), 0)
    body = lines[1:end]
    if not end or not any(re.match(r"^[\w-]+\s*[:=]", line) for line in body):
        return Preamble()
    blocks: list[Block] = []
    start = 1
    for number, line in enumerate(body, 2):
        title = _TITLE.match(line)
        if title:
            blocks.append(Furniture("front-matter", start, number - 1))
            blocks.append(Heading(1, title[2].strip(), number, number))
            start = number + 1
    blocks.append(Furniture("front-matter", start, end + 1))
    return Preamble(tuple(blocks))


def _viewer_header(lines: Sequence[str]) -> tuple[Block, ...]:
    """The lines before the first heading that look like a file header, when two signs agree."""
    found: list[int] = []
    signs: set[int] = set()
    for number, line in enumerate(lines[:_MAX_HEADER], 1):
        text = line.strip()
        if text.startswith(("#", "<", "`", "|")):
            break
        sign = next((index for index, pattern in enumerate(_SIGNS) if pattern.match(text)), None)
        if sign is not None:
            signs.add(sign)
            found.append(number)
        elif text and _WORDS.match(text):
            found.append(number)
        elif text:
            break
    if len(signs) < 2:
        return ()
    return tuple(Furniture("repository-viewer-header", number, number) for number in found)
