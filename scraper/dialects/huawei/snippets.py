"""Snippets: the requests and answers that one code block holds, with their lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.blocks import Code
from scraper.dialects.huawei.requests import RequestLine, parse_request_line
from scraper.layout.curl import Curl, is_curl, read_curls
from spec.model import Evidence, Source

JSON_START = re.compile(r"^\s*[{\[]")
BYTES = re.compile(r"^\s*\[[^\[\]{}\"]*\b(?:bytes?|contents?|data)\b[^\[\]{}\"]*\]\s*$", re.IGNORECASE)
"""What stands for a body of bytes, as in `[1024 bytes of data]`."""
XML_START = re.compile(r"^\s*<(?:\?xml\b|[A-Za-z][\w.:-]*[\s/>])")
_HEADER = re.compile(r"^\s*([A-Za-z][A-Za-z0-9-]*)\s*:(?!//)\s*(\S.*)$")
_STATUS = re.compile(
    r"^\s*(?:HTTP/\d(?:\.\d)?\s+|status(?: code)?\s*[:：]?\s+|(?=\d{3}(?: [A-Z][A-Za-z ]*)?$))"
    r"([1-5]\d\d)\b(?P<reason>.*)$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_REQUEST = re.compile(r"^\s*(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\s+(?:https?://|/)\S", re.IGNORECASE)
_WORDS = re.compile(r"^\s*(?:[A-Z][a-z]+|[A-Z]{2,5}) [A-Za-z][^{}\[\]\"<>]*[:：.]\s*$|^\s*[#/]{1,2}\s*\w")
_MAX_LEAD = 3
_MAX_SUMMARY = 120


@dataclass(frozen=True, slots=True)
class Snippet:
    """One request or one answer: its first line, header lines, status, and the rest as `text`."""

    line: RequestLine | None
    headers: tuple[tuple[str, str, Source], ...]
    status: str
    reason: str
    text: str
    first: int
    summary: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the code was understood."""
        return self.line is None and not self.text.strip() and not self.headers and not self.status


def take_apart(code: Code, page: str) -> list[Snippet]:
    """The snippets of a code block: one for each command, request line or document with words above it."""
    if is_curl(code) and (commands := read_curls(code)):
        return [_of_command(command, code, page) for command in commands]
    return [_take_apart(part, code, page) for part in _parts(code)]


def _of_command(command: Curl, code: Code, page: str) -> Snippet:
    source = Source(page, command.first, command.last, Evidence.EXAMPLE)
    line = parse_request_line(f"{command.method} {command.url}", source)
    headers = tuple((name, value, source) for name, value in command.headers)
    text, first = command.data, command.first
    if text.startswith("@"):
        text, first = _template(code)
    elif command.pairs and not command.is_get:
        text = json.dumps(dict(command.pairs))
    return Snippet(line, headers, "", "", text, first)


def _template(code: Code) -> tuple[str, int]:
    """The file that a command sends, where the block prints it in front of the command."""
    lines = code.text.split("\n")
    start = next((index for index, line in enumerate(lines) if JSON_START.match(line)), len(lines))
    end = start + 1
    while end < len(lines) and _depth(lines[start:end]) > 0:
        end += 1
    return "\n".join(lines[start:end]), code.text_first + min(start, len(lines) - 1)


def _parts(code: Code) -> Iterator[tuple[int, list[str]]]:
    """The lines of a block, cut in front of each request line and of words between documents."""
    lines = code.text.split("\n")
    start, seen = 0, False
    for index, text in enumerate(lines):
        opens = bool(_REQUEST.match(text))
        is_words = not opens and _is_words(text)
        if seen and (opens or is_words) and _depth(lines[start:index]) <= 0:
            yield start, lines[start:index]
            start, seen = index, False
        seen = seen or opens or bool(JSON_START.match(text))
    yield start, lines[start:]


def _is_words(text: str) -> bool:
    return _WORDS.match(text) is not None and not _STATUS.match(text)


def _depth(lines: Sequence[str]) -> int:
    bare = _QUOTED.sub("", "\n".join(lines))
    return bare.count("{") + bare.count("[") - bare.count("}") - bare.count("]")


def _take_apart(part: tuple[int, list[str]], code: Code, page: str) -> Snippet:
    """The request line, the header lines and the rest of a part."""
    offset, lines = part
    found = Snippet(None, (), "", "", "", code.text_first)
    headers: list[tuple[str, str, Source]] = []
    index = 0
    for index, text in enumerate(lines):
        number = min(code.text_first + offset + index, code.last)
        source = Source(page, number, number, Evidence.EXAMPLE)
        if not text.strip():
            continue
        parsed = parse_request_line(text, source) if found.line is None and not headers else None
        if parsed is not None:
            found = replace(found, line=parsed)
        elif match := _STATUS.match(text):
            found = replace(found, status=match[1], reason=match["reason"].strip())
        elif match := _HEADER.match(text):
            headers.append((match[1], match[2].strip(), source))
        elif _is_lead(lines, index):
            found = replace(found, summary=found.summary or _summary(text))
        else:
            break
    else:
        index = len(lines)
    first = code.text_first + offset + index
    return replace(found, headers=tuple(headers), text="\n".join(lines[index:]), first=first)


def _is_lead(lines: Sequence[str], index: int) -> bool:
    """Whether a line is words in front of what the snippet shows."""
    if JSON_START.match(lines[index]) or XML_START.match(lines[index]):
        return False
    following = lines[index + 1 : index + 1 + _MAX_LEAD]
    return any(JSON_START.match(text) or _REQUEST.match(text) for text in following)


def _summary(text: str) -> str:
    words = " ".join(text.split()).strip("#/ ").rstrip(":：")
    return words if len(words) <= _MAX_SUMMARY and " " in words else ""
