"""Documents: JSON as pages print it, with ellipses, comments and several values in one block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from json import JSONDecodeError, JSONDecoder

from scraper.blocks import Block, Code
from scraper.examples import ParsedJson, Repair, parse_json, shows_words

_ELLIPSIS = re.compile(
    r"^(\s*)(?:\.{2,}|…|\[\.\.\.\]|\(\.\.\.\)|<\.\.\.>|//.*|#.*|/\*.*\*/|\{\s*\.{3}\s*\}(?=,?\s*$))\s*,?\s*$"
)
_DOTS = r"(?:\.{3,}|…|\(\.{3}\))"
_PIECE = re.compile(
    rf'(?P<text>"(?:[^"\\]|\\.)*")|(?P<comment>\s*(?://|#).*$|\s*/\*.*?\*/)'
    rf"|(?P<dots>,\s*{_DOTS}(?=\s*(?:[,\]}}]|$))|{_DOTS}\s*(?:,|(?=[\]}}])|$))|(?P<stand_in><[^<>\"]+>)"
    r"|(?P<none>\b(?:nil|None|undefined)\b)"
)
_MEMBERS = re.compile(r'\s*"[^"\n]+"\s*:')
_OBJECT = re.compile(r'"([\w-]+)"\s*:\s*(?:\[\s*)?\{')
_SPACE = re.compile(r"\s*")
_DECODER = JSONDecoder()
LEFT_OUT = "an ellipsis or a comment"
_NONE = re.compile(r":\s*(?:nil|None|undefined)\s*,?\s*$")


def object_keys(blocks: Iterable[Block]) -> frozenset[str]:
    """The names under which the JSON in code blocks holds objects, or lists of them."""
    return frozenset(key for block in blocks if isinstance(block, Code) for key in _OBJECT.findall(block.text))


def split_documents(code: Code) -> tuple[Code, ...]:
    """The objects and lists that one block prints one after the other, each as a block of its own."""
    spans = list(_spans(code.text))
    if len(spans) < 2:
        return (code,)
    parts: list[Code] = []
    for start, end in spans:
        first = code.text_first + code.text.count("\n", 0, start)
        last = first + code.text.count("\n", start, end)
        parts.append(replace(code, text=code.text[start:end], first=first, last=last, text_first=first))
    return tuple(parts)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each value begins and ends; nothing where the text holds anything else."""
    found: list[tuple[int, int]] = []
    position = _end_of_space(text, 0)
    while position < len(text):
        if text[position] not in "{[":
            return
        try:
            _, end = _DECODER.raw_decode(text, position)
        except (JSONDecodeError, RecursionError):
            return
        found.append((position, end))
        position = _end_of_space(text, end)
    yield from found


def _end_of_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def parse_document(code: Code) -> ParsedJson | None:
    """Reads a block as JSON: as it is, without ellipses and comments, or as the members of an object."""
    if _MEMBERS.match(code.text):
        parsed = _parse(replace(code, text=f"{{{code.text}}}"))
        missing = Repair(code.text_first, "members of an object without its braces")
        return None if parsed is None else ParsedJson(parsed.value, (missing, *parsed.repairs))
    return _parse(code)


def _parse(code: Code) -> ParsedJson | None:
    exact = parse_json(code.text, code.text_first)
    if exact is not None and not exact.repairs:
        return exact
    lines = code.text.split("\n")
    kept = ["" if _ELLIPSIS.match(line) else _PIECE.sub(_keep, line) for line in lines]
    if kept == lines:
        return exact
    left_out = tuple(
        Repair(code.text_first + index, "another word for null" if _NONE.search(before) else LEFT_OUT)
        for index, (before, after) in enumerate(zip(lines, kept, strict=True))
        if before != after
    )
    parsed = parse_json("\n".join(_without_dangling_commas(kept)), code.text_first)
    if parsed is None or not shows_words(code.text, parsed.value):
        return exact
    again = tuple(repair for repair in parsed.repairs if repair.line not in {r.line for r in left_out})
    return ParsedJson(parsed.value, tuple(sorted((*left_out, *again), key=lambda repair: repair.line)))


def _keep(match: re.Match[str]) -> str:
    """What stays of a piece; an ellipsis that stands for the value of a member is left to repair."""
    if match["text"] or (match["dots"] and match.string[: match.start()].rstrip().endswith(":")):
        return match[0]
    if match["none"]:
        return "null"
    return f'"{match["stand_in"]}"' if match["stand_in"] else ""


def _without_dangling_commas(lines: list[str]) -> list[str]:
    """Lines in which no comma is left over where a line at the end of a list was taken out."""
    result = list(lines)
    last = -1
    for index, line in enumerate(lines):
        text = line.strip()
        if not text:
            continue
        if text[0] in "]}" and last >= 0 and index - last > 1 and result[last].rstrip().endswith(","):
            result[last] = result[last].rstrip()[:-1]
        last = index
    return result
