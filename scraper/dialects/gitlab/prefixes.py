"""Prefixes: endpoints that stand below several paths, which a page prints once, as in `GET <route-prefix>/lamps`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scraper.blocks import Block, Code, Heading, Table
from scraper.layout.endpoints import METHODS

_TITLE = re.compile(r"\bprefix(?:es)?\b", re.IGNORECASE)
_PATH = re.compile(r"/[\w:/.{}<>-]*[\w}>]/?")
_BELOW = re.compile(rf"^(?P<method>\s*(?:{'|'.join(METHODS)})\s+)<[\w -]*prefix>(?P<path>/\S*)?\s*$", re.MULTILINE)


@dataclass(slots=True)
class Prefixes:
    """The blocks of a page with full paths, the first lines of those that had none, and what describes the prefixes."""

    blocks: Sequence[Block]
    lines: set[int] = field(default_factory=set)
    tables: list[Table] = field(default_factory=list)


def expand_prefixes(blocks: Sequence[Block]) -> Prefixes:
    """Prints each endpoint that stands below a prefix once for each path that a section about prefixes has."""
    found = Prefixes(blocks)
    paths: list[str] = []
    level = 0
    for block in blocks:
        if isinstance(block, Heading) and (not level or block.level <= level):
            level = block.level if _TITLE.search(block.text) else 0
        elif level and isinstance(block, Code) and _PATH.fullmatch(block.text.strip(" `\n")):
            paths.append(block.text.strip(" `\n").rstrip("/"))
        elif level and isinstance(block, Table):
            found.tables.append(block)
    if paths:
        found.blocks = [_expand(block, paths, found.lines) for block in blocks]
    return found


def _expand(block: Block, paths: Sequence[str], lines: set[int]) -> Block:
    if not isinstance(block, Code) or not _BELOW.match(block.text):
        return block
    lines.add(block.first)
    text = _BELOW.sub(lambda m: "\n".join(f"{m['method']}{path}{m['path'] or ''}" for path in paths), block.text)
    return replace(block, text=text)
