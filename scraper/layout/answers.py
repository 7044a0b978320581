"""Answers: statuses that the text states, and response examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from scraper.blocks import Code, Text
from scraper.layout.documents import parse_document
from scraper.layout.notes import Notes
from spec.model import Evidence, Example, Source

_CUE = re.compile(r"\b(?:status|returns?|returned|respon\w+|codes?|https?|errors?|answers?|results?|if|when)\b", re.I)
_CODED = re.compile(r"`(?:HTTP\s+)?([1-5]\d\d)(?:\s*[-–:]?\s+[A-Z][\w '-]*)?`")
_SPOKEN = re.compile(
    r"\b(?:status(?:\s+code)?|HTTP(?:\s+status)?(?:\s+code)?|code|error)\s+(?:of\s+)?([1-5]\d\d)\b", re.I
)
_RETURNED = re.compile(
    r"\b(?:returns?|returned|respon(?:d|ds|ded)(?: with)?|answers?(?: with)?) (?:an? |the )?([2-5]\d\d)"
    r"(?=[.,;:)]|$| (?:and|or|if|when|unless|on|for|in case|otherwise)\b)",
    re.I,
)
_QUALIFIED = re.compile(
    r" (?:if|when|unless|in case|otherwise)\b| (?:on|for)\b(?! (?:each|every|all|one)\b)"
    r"|(?:,| and| or) [1-5]\d\d(?=[.,;:)]|$| (?:and|or|if|when|unless|on|for)\b)",
    re.I,
)
_IS_ABOUT_STATUS = re.compile(r"\b(?:status(?:es)?|codes?|https?|errors?)\b", re.IGNORECASE)
_PHRASES = "|".join(sorted({re.escape(status.phrase) for status in HTTPStatus}, key=len, reverse=True))
_NAMED = re.compile(rf"\b([1-5]\d\d)(?:\s*[-–:])?\s+(?:{_PHRASES}|Unprocessable|errors?\b|status\b|response\b)")
_STATED = (_CODED, _SPOKEN, _NAMED)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z`(\[])")
_CONDITION = re.compile(r"\b(?:if|when|unless|in case|otherwise|else)\b", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"\b(?:unless|otherwise|else)\b", re.IGNORECASE)
_CODES = frozenset(str(status.value) for status in HTTPStatus)
_STATUS_LINE = re.compile(r"^\s*(?:Status:\s*|HTTP/[\d.]+\s+)(?P<code>[1-5]\d\d)\b(?P<reason>.*)$", re.IGNORECASE)
_HEADER = re.compile(r"^(?P<name>[A-Za-z][\w-]*):(?P<value>(?!//).*)$")
_DOTS = re.compile(r"^\s*(?:\.{3}|…)\s*$")
_SHOWN = Evidence.EXAMPLE
UNSTATED = "Success; the page does not state the status."


@dataclass(frozen=True, slots=True)
class Status:
    """A status that the text states, with the sentence that does.

    `is_printed` is set where the page shows the status line of an answer, with its `headers`: name,
    value and place.
    """

    code: str
    text: str
    source: Source
    is_printed: bool = False
    headers: tuple[tuple[str, str, Source], ...] = ()


def read_statuses(text: Text, notes: Notes) -> Iterator[Status]:
    """The statuses that a paragraph or list item states."""
    source = notes.source(text, Evidence.PROSE)
    for sentence in _SENTENCE.split(" ".join(text.text.split())):
        if not _CUE.search(sentence) and not re.match(r"\W*[1-5]\d\d\b", sentence):
            continue
        found = [(match.start(), match[1]) for pattern in _STATED for match in pattern.finditer(sentence)]
        found += [(match.start(), match[1]) for match in _RETURNED.finditer(sentence) if _is_code(match)]
        for _, code in sorted(found):
            if code in _CODES:
                yield Status(code, sentence, source)


def _is_code(returned: re.Match[str]) -> bool:
    """Whether a number that is returned is a status: a round one may be a count, unless the sentence says more."""
    sentence, end = returned.string, returned.end()
    if not returned[1].endswith("00") or _QUALIFIED.match(sentence, end):
        return True
    return _IS_ABOUT_STATUS.search(sentence) is not None and not sentence.startswith((" and", " or"), end)


def read_head(code: Code, notes: Notes) -> tuple[Status, Code | None] | None:
    """The status line and headers that a code block prints, and the code after them.

    Headers without a status line have an empty code. `None` for a block that begins with neither.
    """
    lines = code.text.split("\n")
    line = _STATUS_LINE.match(lines[0])
    headers: list[tuple[str, str, Source]] = []
    end = 1 if line else 0
    for index in range(end, len(lines)):
        number = min(code.text_first + index, code.last)
        header = _HEADER.match(lines[index])
        if header:
            headers.append((header["name"], header["value"].strip(), Source(notes.page, number, number, _SHOWN)))
        elif headers and lines[index][:1] in (" ", "\t") and lines[index].strip():
            name, value, source = headers[-1]
            headers[-1] = name, f"{value} {lines[index].strip()}", Source(notes.page, source.first, number, _SHOWN)
        elif not (line and _DOTS.match(lines[index])):
            break
        end = index + 1
    if not end:
        return None
    source = Source(notes.page, code.text_first, min(code.text_first + end - 1, code.last), _SHOWN)
    status = Status(line["code"] if line else "", line["reason"].strip() if line else "", source, True, tuple(headers))
    rest = "\n".join(lines[end:])
    first = code.text_first + end + len(rest) - len(rest.lstrip("\n"))
    return status, replace(code, text=rest.strip("\n"), text_first=min(first, code.last)) if rest.strip() else None


def announced_status(text: str, stated: Sequence[Status]) -> str:
    """The one status under which a paragraph announces the example after it; empty where it announces none.

    A label does (`Response 404`), and a last sentence that ends in a colon. A condition in a label, or
    an alternative in a sentence, is about another answer than the one that follows.
    """
    sentences = _SENTENCE.split(" ".join(text.split()))
    codes = {status.code for status in stated if status.text == sentences[-1]}
    if len(codes) != 1:
        return ""
    if text.rstrip().endswith((":", "：")):
        return "" if _ALTERNATIVE.search(sentences[-1]) else codes.pop()
    is_short = len(text.split()) <= 4 and not text.rstrip().endswith(".")
    return codes.pop() if is_short and not _CONDITION.search(text) else ""


def success_of(statuses: list[Status]) -> Status | None:
    """The status of success, where it is stated: the first that carries the whole content, if any does."""
    good = [status for status in statuses if status.code.startswith("2")]
    return min(good, key=lambda status: {"202": 1, "204": 2}.get(status.code, 0), default=None)


def read_json_example(
    code: Code, name: str, notes: Notes, operation: str, pointer: str, summary: str = ""
) -> Example | None:
    """A JSON example; each place where it is not JSON is reported with its line."""
    parsed = parse_document(code)
    last = min(code.text_first + code.text.count("\n"), code.last)
    if parsed is None:
        message = "the example cannot be read as JSON"
        notes.report("invalid-json", message, code.text_first, last, operation, pointer)
        return None
    for repair in parsed.repairs:
        line = min(repair.line, code.last)
        notes.report("invalid-json", f"not JSON: {repair.message}", line, line, operation, pointer)
    source = Source(notes.page, code.text_first, last, Evidence.EXAMPLE)
    return Example(name, parsed.value, source, code.text, summary, repaired=bool(parsed.repairs))
